//! Lists in a sentence: `a, b and c` and `a, b et c`.

use super::options::{CallOptions, SetOption, choose};
use super::style::Style;
use crate::lang::Lang;
use crate::language::words::Words;

/// How the last item is joined.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListType {
    /// and, et
    #[default]
    Conjunction,
    /// or, ou
    Disjunction,
    /// Measures, which stand side by side.
    Unit,
}

/// How much room the joints take.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ListStyle {
    /// In words.
    #[default]
    Long,
    /// As long: neither language shortens them.
    Short,
    /// Without "and", in measures without commas.
    Narrow,
}

/// Options of `LIST`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct ListOptions {
    /// `type`: `conjunction`, `disjunction`, `unit`.
    pub list_type: ListType,
    /// `style`: `long`, `short`, `narrow`.
    pub style: ListStyle,
}

const TYPES: [(&str, ListType); 3] = [
    ("conjunction", ListType::Conjunction),
    ("disjunction", ListType::Disjunction),
    ("unit", ListType::Unit),
];

const STYLES: [(&str, ListStyle); 3] = [
    ("long", ListStyle::Long),
    ("short", ListStyle::Short),
    ("narrow", ListStyle::Narrow),
];

impl CallOptions for ListOptions {
    const ALL: &'static [(&'static str, SetOption<Self>)] = &[
        ("type", |it, value| choose(value, &TYPES, &mut it.list_type)),
        ("style", |it, value| choose(value, &STYLES, &mut it.style)),
    ];
}

impl ListOptions {
    /// What stands between two items, and before the last (CLDR, `en-CA` and `fr-CA`).
    const fn joints(self, lang: Lang) -> (&'static str, &'static str) {
        match (self.list_type, self.style, lang) {
            (ListType::Disjunction, _, Lang::En) => (", ", " or "),
            (ListType::Disjunction, _, Lang::Fr) => (", ", " ou "),
            (ListType::Unit, ListStyle::Narrow, _) => (" ", " "),
            (ListType::Conjunction, ListStyle::Narrow, _) | (ListType::Unit, _, Lang::En) => {
                (", ", ", ")
            }
            (ListType::Conjunction, _, Lang::En) => (", ", " and "),
            (_, _, Lang::Fr) => (", ", " et "),
        }
    }
}

/// The items in a sentence, without a comma before the last (*The Canadian Style*
/// 7.14; in French never), unless the English item before it has one of its own:
/// `July 1, 2026, and August 3, 2026`.
pub fn list(items: &[Words], style: Style, options: &ListOptions) -> Words {
    let (between, joint) = options.joints(style.lang);
    let mut words = Words::new();
    for (index, item) in items.iter().enumerate() {
        let last = index + 1 == items.len();
        let before = index.checked_sub(1).and_then(|before| items.get(before));
        if last
            && style.lang == Lang::En
            && matches!(joint, " and " | " or ")
            && before.is_some_and(|before| before.to_plain().contains(','))
        {
            words.push(",");
        }
        if index > 0 {
            words.push(if last { joint } else { between });
        }
        words.extend(item.clone());
    }
    words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joints() {
        let items: Vec<Words> = ["a", "b", "c"].map(Words::plain).into();
        let of = |count: usize, lang: Lang, list_type: ListType| {
            let options = ListOptions {
                list_type,
                ..ListOptions::default()
            };
            list(&items[..count], lang.into(), &options).to_plain()
        };
        assert_eq!(of(3, Lang::En, ListType::Conjunction), "a, b and c");
        assert_eq!(of(3, Lang::Fr, ListType::Conjunction), "a, b et c");
        assert_eq!(of(2, Lang::Fr, ListType::Disjunction), "a ou b");
        assert_eq!(of(3, Lang::En, ListType::Disjunction), "a, b or c");
        assert_eq!(of(3, Lang::En, ListType::Unit), "a, b, c");
        assert_eq!(of(3, Lang::Fr, ListType::Unit), "a, b et c");
        assert_eq!(of(1, Lang::Fr, ListType::Conjunction), "a");
        assert_eq!(of(0, Lang::Fr, ListType::Conjunction), "");
    }

    #[test]
    fn a_comma_of_the_last_but_one_closes() {
        let items: Vec<Words> = ["July 1, 2026", "August 3, 2026"].map(Words::plain).into();
        let of = |lang: Lang| list(&items, lang.into(), &ListOptions::default()).to_plain();
        assert_eq!(of(Lang::En), "July 1, 2026, and August 3, 2026");
        assert_eq!(of(Lang::Fr), "July 1, 2026 et August 3, 2026");
    }
}
