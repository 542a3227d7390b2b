//! How two names may be one: misspelt, translated, or several of what has it.

use super::Mention;
use super::known::Known;
use crate::check::licences::PLURAL_NAME;
use crate::check::passage::Word;
use crate::diagnostic::is_within;
use crate::lang::Lang;
use crate::language::lexicon;

/// Whether the English name has the ending of the plural, which French gives to no name: the
/// French says that they are several, "on Macs" beside « pour les Mac », or the English has
/// the name without it elsewhere. A person's name is that of one.
pub(in crate::check) fn is_plural(
    en: &Mention<'_, '_>,
    fr: &Mention<'_, '_>,
    known: &Known,
) -> bool {
    let ending = en.key.strip_prefix(&fr.key);
    matches!(ending, Some("s" | "es"))
        && !en.called
        && en.before.is_none()
        && !known.is_person(&en.key)
        && (are_several(fr) || known.count(&fr.key, Lang::En) > 0)
        && PLURAL_NAME.allows()
}

/// Whether the words before a French name say that they are several, one word between:
/// les Mac, deux nouveaux Mac.
fn are_several(name: &Mention<'_, '_>) -> bool {
    const NEAR: usize = 2;
    let passage = &name.text.passage;
    let before = passage
        .words
        .partition_point(|word| word.range.start < name.word.range.start);
    let says = |word: &Word| {
        lexicon::is_of_several(&word.folded)
            || passage
                .slice(&word.range)
                .parse()
                .is_ok_and(|count: u32| count > 1)
    };
    passage.words[..before].iter().rev().take(NEAR).any(says)
}

/// Whether one word may be a misspelling of the other.
pub(in crate::check) fn is_near(left: &str, right: &str) -> bool {
    let length = left.chars().count().min(right.chars().count());
    let most = if length >= 6 { 2 } else { 1 };
    length >= 2 && left != right && is_within(left, right, most)
}

/// Whether the words mean the same, as Park and Parc do.
pub(in crate::check) fn means_the_same(left: &Mention<'_, '_>, right: &Mention<'_, '_>) -> bool {
    let concepts = lexicon::concepts(right.folded(), Lang::Fr);
    lexicon::concepts(left.folded(), Lang::En)
        .iter()
        .any(|concept| concepts.contains(concept))
}

/// Whether two near words of which nothing else is known may be a misspelling: no
/// translation of each other, as Transport is of Transports.
pub(in crate::check) fn is_slip(left: &Mention<'_, '_>, right: &Mention<'_, '_>) -> bool {
    let word = |one: &Mention<'_, '_>| {
        one.key.chars().count() < 3 || lexicon::is_function_word(one.folded())
    };
    if word(left) || word(right) {
        return false;
    }
    // English keeps the accents of names alone: Émond is not Emond in French.
    if left.folded() == right.folded() {
        return !left.key.is_ascii() && right.key.is_ascii();
    }
    let bare = |word: &str| word.trim_end_matches(['s', 'x', 'e']).to_owned();
    bare(left.folded()) != bare(right.folded()) && !means_the_same(left, right)
}
