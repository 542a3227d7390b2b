//! `DE`: a name behind *de*, *à* or *en*, or with its article; an organization of the
//! directory in the forms that the directory has, a place as the table of places says.

use super::function::{Call, place_of};
use super::options::options;
use super::{is_authored, printed, words_of};
use crate::lang::Lang;
use crate::language::words::{Hand, Words};
use crate::language::write::{
    self, Article, KnownName, Preposition, PrepositionOptions, Style, known_name,
};
use crate::locale::codes::MISSING_FORM;
use crate::locale::lookup::PatternFault;
use crate::locale::resolve::{Evaluated, NamedValue};

/// Calls `DE`; nothing where the argument is no name. A form that only the first letter of
/// a name decides is added to `doubts`.
///
/// # Errors
/// A name of which neither the call nor any table or directory tells the French form.
pub(super) fn de<'s>(
    (name, call): (&'s str, &Call<'s>),
    argument: &Evaluated,
    style: Style,
    doubts: &mut Vec<PatternFault<'s>>,
) -> Option<Result<Evaluated, Vec<PatternFault<'s>>>> {
    let (of, english) = match argument {
        Evaluated::Text { .. } => (None, None),
        Evaluated::Printed {
            number: None,
            organization,
            english,
            ..
        } => (organization.as_ref(), english.as_deref()),
        _ => return None,
    };
    let options: PrepositionOptions = options(name, call).0;
    let plain = words_of(argument, style).to_plain();
    let words = match of {
        Some(of) => of_directory(of, &plain, style, &options)
            .ok_or_else(|| missing_form((name, call), of, &options)),
        None if style.lang == Lang::En || options.article_is_said => {
            Ok(write::preposition(&plain, style, &options))
        }
        None => named((name, call), (&plain, english), &options, doubts),
    };
    let words = match words {
        Ok(words) => words,
        Err(fault) => return Some(Err(vec![fault])),
    };
    let mut evaluated = printed(std::slice::from_ref(argument), words);
    if let Evaluated::Printed { value, .. } = &mut evaluated
        && is_authored(argument)
    {
        value
            .pieces
            .iter_mut()
            .for_each(|piece| piece.hand = Hand::Author);
    }
    Some(Ok(evaluated))
}

/// A name in French of which the call says nothing: as the tables know it.
fn named<'s>(
    (name, call): (&'s str, &Call<'s>),
    (plain, english): (&str, Option<&str>),
    options: &PrepositionOptions,
    doubts: &mut Vec<PatternFault<'s>>,
) -> Result<Words, PatternFault<'s>> {
    let place = place_of(name, call, 0);
    match known_name(plain, english, options) {
        KnownName::Form(form) => Ok(Words::plain(form)),
        KnownName::Unknown(Some(form)) => {
            let wording = MISSING_FORM.say(
                "letter",
                given!(name = plain, printed = form, function = name),
            );
            doubts.push(PatternFault::new(place, wording));
            Ok(Words::plain(form))
        }
        KnownName::Unknown(None) => {
            let wording = MISSING_FORM.say("unknown", given!(name = plain, function = name));
            Err(PatternFault::new(place, wording))
        }
        KnownName::Several(forms) => {
            let wording = MISSING_FORM.say(
                "several",
                given!(name = plain, forms = forms.join(", "), function = name),
            );
            Err(PatternFault::new(place, wording))
        }
    }
}

/// An organization of the directory: in French in the directory's forms, where it has
/// any, and else as the call says. English has an article where the French has one,
/// unless the call says otherwise.
fn of_directory(
    of: &NamedValue,
    plain: &str,
    style: Style,
    options: &PrepositionOptions,
) -> Option<Words> {
    let [name, de, a] = [&of.french.name, &of.french.de, &of.french.a]
        .map(|form| form.as_ref().map(|form| form.value.trim()));
    let with_article = name
        .map(str::to_owned)
        .or_else(|| de.map(|de| write::without_preposition(de, Preposition::De)))
        .or_else(|| a.map(|a| write::without_preposition(a, Preposition::A)));
    if style.lang == Lang::En {
        let mut options = *options;
        if !options.article_is_said && with_article.is_some_and(|name| write::has_article(&name)) {
            options.article = Article::Definite;
        }
        return Some(write::preposition(plain, style, &options));
    }
    let Some(with_article) = with_article else {
        return options
            .article_is_said
            .then(|| write::preposition(plain, style, options));
    };
    let own = match options.preposition {
        Preposition::De => de,
        Preposition::A => a,
        Preposition::None => name,
        Preposition::In => return None,
    };
    // The name brings its article itself.
    let options = PrepositionOptions {
        preposition: options.preposition,
        aspirate: options.aspirate,
        ..PrepositionOptions::default()
    };
    Some(match own {
        Some(form) => Words::plain(form),
        None => write::preposition(&with_article, style, &options),
    })
}

fn missing_form<'s>(
    (name, call): (&'s str, &Call<'s>),
    of: &NamedValue,
    options: &PrepositionOptions,
) -> PatternFault<'s> {
    let place = place_of(name, call, 0);
    let form = match options.preposition {
        Preposition::De => "de",
        Preposition::A => "a",
        Preposition::In => "en",
        Preposition::None => "name",
    };
    let wording = MISSING_FORM.say(
        "organization",
        given!(key = of.key, form, function = name, fact = place.0),
    );
    PatternFault::new(place, wording)
}
