//! The typographic mends of a text as changes of its own bytes, for tools that
//! change sources; and whether two sources come to the same words.

use super::Markdown;
use super::edits::Edits;
use super::prepare::{Prepared, prepare_blocks, prepare_line};
use super::resolve::resolve;
use super::tree::{Tree, TreeKind, TreeNode};
use super::written::Form;
use crate::document::Origin;
use crate::language::Words;
use crate::language::typography::{Edit, Fragment, Mender, apply};
use crate::locale::{Formatted, token_index};
use crate::source::{SourceFile, Span};
use std::borrow::Cow;
use std::ops::Range;

/// A change of a text's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mend {
    /// The bytes of the text that are replaced; empty where something is put in.
    pub range: Range<usize>,
    /// What stands there instead.
    pub replacement: String,
}

/// What a document mends in a text, each as a change of the text's own bytes, in
/// order and apart. Line breaks stay: where a mend would take one away, only
/// documents have it.
pub fn find_mends(formatted: &Formatted, form: Form, mender: &Mender) -> Vec<Mend> {
    if form == Form::Plain {
        return find_plain_mends(formatted, mender);
    }
    let (prepared, _, edits) = mended(formatted, form, Some(mender));
    let mut mends: Vec<Mend> = edits
        .mends()
        .iter()
        .filter_map(|(range, replacement)| {
            let original = prepared.original(range);
            let here = prepared.text.get(range.clone())?;
            let there = formatted.text.get(original.clone())?;
            (here == there && !here.contains(['\n', '\r'])).then(|| Mend {
                range: original,
                replacement: replacement.clone(),
            })
        })
        .collect();
    mends.sort_by_key(|mend| (mend.range.start, mend.range.end));
    mends.dedup();
    let mut end = 0;
    mends.retain(|mend| {
        let apart = mend.range.start >= end;
        end = end.max(mend.range.end);
        apart
    });
    mends
}

/// The stretches of a text without Markdown, with their first bytes: the author's
/// words, and the values between them.
fn stretches(formatted: &Formatted) -> Vec<(usize, Cow<'_, str>, bool)> {
    let text = formatted.text.as_str();
    let mut stretches = Vec::new();
    let mut from = 0;
    for (at, c) in text.char_indices() {
        let Some(value) = token_index(c).and_then(|index| formatted.values.get(index)) else {
            continue;
        };
        stretches.push((from, Cow::Borrowed(&text[from..at]), true));
        stretches.push((at, Cow::Owned(value.to_plain()), false));
        from = at + c.len_utf8();
    }
    stretches.push((from, Cow::Borrowed(&text[from..]), true));
    stretches
}

fn mend_stretches(stretches: &[(usize, Cow<'_, str>, bool)], mender: &Mender) -> Vec<Vec<Edit>> {
    let fragments: Vec<Fragment<'_>> = stretches
        .iter()
        .map(|(_, text, words)| Fragment {
            words: *words,
            ..Fragment::words(text)
        })
        .collect();
    mender.mend_block(&fragments)
}

fn find_plain_mends(formatted: &Formatted, mender: &Mender) -> Vec<Mend> {
    // A tag would be printed as it stands; documents raise letters by themselves.
    let mender = Mender {
        superscripts: false,
        ..mender.clone()
    };
    let stretches = stretches(formatted);
    let changes = mend_stretches(&stretches, &mender);
    let of_stretch = |(changes, (start, ..)): (&Vec<Edit>, &(usize, Cow<'_, str>, bool))| {
        let mend = |edit: &Edit| Mend {
            range: start + edit.range.start..start + edit.range.end,
            replacement: edit.replacement.to_plain(),
        };
        changes.iter().map(mend).collect::<Vec<_>>()
    };
    changes
        .iter()
        .zip(&stretches)
        .flat_map(of_stretch)
        .collect()
}

fn mended_plain(formatted: &Formatted, mender: &Mender) -> Words {
    let stretches = stretches(formatted);
    let changes = mend_stretches(&stretches, mender);
    let mut words = Words::new();
    for (changes, (_, text, _)) in changes.iter().zip(&stretches) {
        words.extend(apply(text, changes));
    }
    words
}

/// Whether two texts come to the same blocks and words once they are mended.
pub fn read_alike(one: &Formatted, other: &Formatted, form: Form, mender: &Mender) -> bool {
    if form == Form::Plain {
        return mended_plain(one, mender) == mended_plain(other, mender);
    }
    let (_, one, _) = mended(one, form, Some(mender));
    let (_, other, _) = mended(other, form, Some(mender));
    one.too_deep.is_none() && other.too_deep.is_none() && alike(one.nodes, other.nodes)
}

/// A text's tree with its words mended, where somebody mends them, and the changes that
/// made it.
pub(super) fn mended(
    formatted: &Formatted,
    form: Form,
    mender: Option<&Mender>,
) -> (Prepared, Tree, Edits) {
    let (prepared, mut tree) = match form {
        Form::Blocks => prepare_blocks(&formatted.text),
        Form::Line | Form::Plain => prepare_line(&formatted.text),
    };
    // Places are told by nobody here.
    let nowhere = SourceFile::new("", "");
    let source = Markdown {
        formatted,
        origin: &|_| Origin::Locale(Span::new(&nowhere, 0..0)),
        mender,
    };
    let mut edits = Edits::default();
    tree.nodes = resolve(tree.nodes, &prepared, &source, &mut edits);
    (prepared, tree, edits)
}

fn alike(one: Vec<TreeNode>, other: Vec<TreeNode>) -> bool {
    let (one, other) = (join(one), join(other));
    one.len() == other.len()
        && one
            .into_iter()
            .zip(other)
            .all(|(one, other)| one.kind == other.kind && alike(one.children, other.children))
}

/// The nodes with neighbouring texts in one.
fn join(nodes: Vec<TreeNode>) -> Vec<TreeNode> {
    let mut joined: Vec<TreeNode> = Vec::with_capacity(nodes.len());
    for node in nodes {
        if let (Some(TreeKind::Text(before)), TreeKind::Text(text)) =
            (joined.last_mut().map(|last| &mut last.kind), &node.kind)
        {
            before.push_str(text);
        } else {
            joined.push(node);
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lang::Lang;
    use crate::language::typography::Profile;
    use crate::locale::Locator;
    use crate::locale::read_text;
    use crate::memo::NodePath;

    struct Nowhere;

    impl Locator for Nowhere {
        fn locate(&self, _: &NodePath, _: Option<Range<usize>>) -> Option<Span> {
            None
        }
    }

    fn formatted(source: &str) -> Formatted {
        let place = (&NodePath::root(), &Nowhere as &dyn Locator);
        read_text(source, Lang::En, place, "9").unwrap().remove(0)
    }

    /// The source with its mends made.
    fn mend(source: &str, lang: Lang, form: Form) -> String {
        let mut style = crate::language::write::Style::from(lang);
        style.profile = Profile::FrCa;
        let mender = Mender::new(style);
        let text = formatted(source);
        let mut mended = text.text.clone();
        for mend in find_mends(&text, form, &mender).into_iter().rev() {
            mended.replace_range(mend.range, &mend.replacement);
        }
        let after = formatted(&mended);
        assert!(read_alike(&text, &after, form, &mender), "{mended:?}");
        mended
    }

    #[test]
    fn only_words_are_mended() {
        let en = |source| mend(source, Lang::En, Form::Blocks);
        assert_eq!(
            en("It's `it's` <x@it's.ca> [it's](it's.html \"it's\") ![it's](it's.png)\n"),
            "It’s `it's` <x@it's.ca> [it’s](it's.html \"it's\") ![it’s](it's.png)\n"
        );
        assert_eq!(
            en("    it's\n\n```\nit's\n```\n\nIt's.\n\n[it's]: it's.html\n"),
            "    it's\n\n```\nit's\n```\n\nIt’s.\n\n[it's]: it's.html\n"
        );
        assert_eq!(
            en("- [ ] it's <sup>it's</sup>\n\n| it's |\n|---|\n| \"a\" |\n\n[^1]\n\n[^1]: It's\n"),
            "- [ ] it’s <sup>it’s</sup>\n\n| it’s |\n|---|\n| “a” |\n\n[^1]\n\n[^1]: It’s\n"
        );
    }

    #[test]
    fn raised_letters_get_their_tag() {
        let fr = |source| mend(source, Lang::Fr, Form::Line);
        assert_eq!(fr("La 2ème fois"), "La 2<sup>e</sup> fois");
    }

    #[test]
    fn line_breaks_stay() {
        let fr = |source| mend(source, Lang::Fr, Form::Blocks);
        assert_eq!(fr("Il dit\n: l'an\n  > b\n"), "Il dit\n: l’an\n  > b\n");
        assert_eq!(fr("> cent\n> $ d'ici\n"), "> cent\n> $ d’ici\n");
    }

    #[test]
    fn an_escaped_mark_loses_its_backslash_with_its_place() {
        let en = |source| mend(source, Lang::En, Form::Blocks);
        assert_eq!(en("\\\"It\\'s\\\" \\* x"), "“It’s” \\* x");
        assert_eq!(en("&quot;a&quot; \\\\ it's"), "“a” \\\\ it’s");
        assert_eq!(mend("\\\"a\\\"", Lang::Fr, Form::Line), "«\u{a0}a\u{a0}»");
    }
}
