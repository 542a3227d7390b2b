//! French titles against the gender that the memo declares.

use super::scope::Scope;
use crate::check::pairing::Comparison;
use crate::diagnostic::Diagnostic;
use crate::lang::{Both, Lang};
use crate::language::lexicon::gendered_titles;
use crate::memo::{Gender, Memo, Party, Person, TextValue};

crate::diagnostic::codes! {
    GENDER_MISMATCH = "P054", "gender-mismatch", Error;
}

/// Finds titles whose form is not the person's.
pub(super) fn check(scope: &Scope<'_, '_>, out: &mut Vec<Diagnostic>) {
    let (comparison, memo) = (scope.comparison, scope.memo);
    let Some(memo) = memo else { return };
    for person in persons(memo) {
        check_person(comparison, memo, person, out);
    }
}

/// Everybody whom the memo names with data of their own.
pub(super) fn persons(memo: &Memo) -> Vec<&Person> {
    let signature = memo.signature.iter();
    let signers =
        signature.flat_map(|signature| signature.by.iter().chain(&signature.on_behalf_of));
    let parties = memo
        .sender
        .iter()
        .chain(&memo.through)
        .chain(&memo.recipients)
        .chain(&memo.distribution)
        .chain(&memo.cc)
        .chain(signers);
    let mut persons: Vec<&Person> = parties
        .filter_map(|party| match party {
            Party::Person(person) => Some(person),
            Party::Group(_) => None,
        })
        .collect();
    persons.extend(memo.enquiries.iter().map(|enquiry| &enquiry.contact));
    persons
}

fn check_person(
    comparison: &Comparison<'_, '_>,
    memo: &Memo,
    person: &Person,
    out: &mut Vec<Diagnostic>,
) {
    let Some(title) = &person.title else { return };
    let TextValue::Bilingual(Both { fr: Some(fr), .. }) = &title.value else {
        return;
    };
    if person.gender() == Gender::Unspecified || fr.contains('{') {
        return;
    }
    let wrong = gendered_titles(fr)
        .into_iter()
        .find(|word| word.gender != person.gender());
    let Some(word) = wrong else { return };
    let written = fr.get(word.range.clone()).unwrap_or(fr);
    let place = title.place.key(Lang::Fr.code());
    let places = comparison.finder.places;
    let span = places.span_in(&memo.file, &place, word.range.clone());
    let name = person.name.as_ref().map(|name| name.value.clone());
    let name = name.unwrap_or_else(|| GENDER_MISMATCH.words("person", &[]));
    let gender = match person.gender() {
        Gender::Feminine => "feminine",
        _ => "masculine",
    };
    let wording = GENDER_MISMATCH.say("title", given!(name, written, gender, right = word.other));
    out.push(Diagnostic::told(span, wording).lang(Lang::Fr));
}
