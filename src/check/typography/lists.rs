//! The ends of lists' items.

use super::scope::{Report, Scope};
use crate::check::outline::{Kind, OutlineNode};

crate::diagnostic::codes! {
    LIST_ENDS = "T017", "list-ends", Warning;
}

/// Finds lists whose items end in different ways.
pub(super) fn check(scope: &Scope<'_>, report: &mut Report<'_>) {
    for part in &scope.outline.parts {
        for node in &part.nodes {
            visit(node, report);
        }
    }
}

fn visit(node: &OutlineNode<'_>, report: &mut Report<'_>) {
    if matches!(node.kind, Kind::List(_)) {
        list(node, report);
    }
    for child in &node.children {
        visit(child, report);
    }
}

/// How an item ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum End {
    Nothing,
    Stop,
    Semicolon,
    /// With something that says nothing of the list: a colon before an inner list, a
    /// question mark, an abbreviation.
    Other,
}

fn end_of(item: &OutlineNode<'_>) -> End {
    // An item with blocks behind its first has its own punctuation.
    let [only] = item.children.as_slice() else {
        return End::Other;
    };
    let Some(text) = &only.passage else {
        return End::Other;
    };
    let passage = &text.passage;
    let abbreviated = passage.words.last().is_some_and(|word| {
        matches!(word.folded.as_str(), "etc" | "inc" | "m" | "o") || word.folded.len() == 1
    });
    match without_joint(passage.text.trim_end()).chars().next_back() {
        Some('.') if !abbreviated => End::Stop,
        Some(';' | ',') => End::Semicolon,
        Some(letter) if letter.is_alphanumeric() || letter == ')' || letter == '%' => End::Nothing,
        _ => End::Other,
    }
}

/// A text without the word that joins its item to the last: "rent berths; and".
fn without_joint(text: &str) -> &str {
    let joint = text
        .rsplit_once(char::is_whitespace)
        .filter(|(before, word)| {
            matches!(*word, "and" | "or" | "et" | "ou") && before.ends_with([';', ','])
        });
    joint.map_or(text, |(before, _)| before)
}

fn list(list: &OutlineNode<'_>, report: &mut Report<'_>) {
    let ends: Vec<(End, &OutlineNode<'_>)> = list
        .children
        .iter()
        .map(|item| (end_of(item), item))
        .filter(|(end, _)| *end != End::Other)
        .collect();
    let Some(((last, _), before)) = ends.split_last() else {
        return;
    };
    let count = |end| before.iter().filter(|(other, _)| *other == end).count();
    let Some(usual) = [End::Nothing, End::Semicolon, End::Stop]
        .into_iter()
        .max_by_key(|end| count(*end))
    else {
        return;
    };
    let wrong_last = match usual {
        // The last of items with semicolons ends the sentence.
        End::Semicolon => *last == End::Nothing,
        End::Stop => *last != End::Stop,
        End::Nothing => *last == End::Semicolon,
        End::Other => false,
    };
    let odd = before
        .iter()
        .find(|(end, _)| *end != usual)
        .map(|(_, item)| *item)
        .or_else(|| {
            (wrong_last && before.len() >= 2)
                .then(|| ends.last().map(|(_, item)| *item))
                .flatten()
        });
    let Some(item) = odd.filter(|_| ends.len() >= 3) else {
        return;
    };
    let usual = match usual {
        End::Nothing => "nothing",
        End::Semicolon => "semicolon",
        _ => "period",
    };
    let place = item.origin.map(|origin| report.finder.of_origin(origin));
    report.add(place, LIST_ENDS.say("ends", given!(usual)));
}
