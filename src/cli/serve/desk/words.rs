//! What the desk says, in the language of who looks at it.

use crate::serve::negotiation::Wanted;
use bimemo::lang::{Both, Lang};
use fluent::concurrent::FluentBundle;
use fluent::{FluentArgs, FluentResource, FluentValue};
use hyper::HeaderMap;
use serde_json::{Map, Value, json};
use std::sync::OnceLock;

/// The words of both languages.
const TEXTS: [(Lang, &str); 2] = [
    (Lang::En, include_str!("../../words/en/desk.ftl")),
    (Lang::Fr, include_str!("../../words/fr/desk.ftl")),
];

/// The words of one language.
pub struct Words {
    /// The language.
    pub lang: Lang,
    bundle: FluentBundle<FluentResource>,
    /// Those without variables, by their names with `_` for `-`, for templates.
    plain: Map<String, Value>,
}

/// The words of a language.
pub fn words(lang: Lang) -> &'static Words {
    static ALL: OnceLock<Both<Words>> = OnceLock::new();
    &ALL.get_or_init(|| Both::of(Words::read))[lang]
}

/// The language of who asks: the one that the address names, or the one that the browser
/// wants more.
pub fn language(asked: Option<&str>, headers: &HeaderMap) -> Lang {
    let named = Lang::ALL
        .into_iter()
        .find(|lang| asked == Some(lang.code()));
    let wanted = Wanted::languages(headers);
    let weight = |lang: &Lang| wanted.language_weight(lang.tag());
    // Of two that are wanted alike, the first.
    let most = Lang::ALL.into_iter().rev().max_by_key(weight);
    named.or(most).unwrap_or(Lang::ALL[0])
}

/// The names of messages: they begin lines.
fn names(text: &str) -> impl Iterator<Item = &str> {
    let named = text.lines().filter_map(|line| line.split_once(" = "));
    named
        .map(|(name, _)| name)
        .filter(|name| name.starts_with(|letter: char| letter.is_ascii_lowercase()))
}

impl Words {
    fn read(lang: Lang) -> Words {
        let text = TEXTS.iter().find(|(own, _)| *own == lang);
        let text = text.map_or("", |(_, text)| text);
        // A test reads both.
        let read = FluentResource::try_new(text.to_owned());
        let resource = read.unwrap_or_else(|(resource, _)| resource);
        let tag = lang.tag().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        bundle.set_use_isolating(false);
        bundle.add_resource_overriding(resource);
        let mut words = Words {
            lang,
            bundle,
            plain: Map::new(),
        };
        for name in names(text) {
            if let Ok(text) = words.write(name, &[]) {
                words.plain.insert(name.replace('-', "_"), json!(text));
            }
        }
        words
    }

    /// What a message says with these values.
    pub fn say(&self, name: &str, values: &[(&str, FluentValue<'_>)]) -> String {
        let written = self.write(name, values);
        debug_assert!(written.is_ok(), "{name}: {written:?}");
        written.unwrap_or_else(|written| written)
    }

    /// How many there are of something.
    pub fn count(&self, name: &str, count: usize) -> String {
        self.say(name, &[("count", count.into())])
    }

    /// The words without variables, for templates.
    pub fn plain(&self) -> Value {
        Value::Object(self.plain.clone())
    }

    fn write(&self, name: &str, values: &[(&str, FluentValue<'_>)]) -> Result<String, String> {
        let message = self.bundle.get_message(name);
        let Some(pattern) = message.and_then(|message| message.value()) else {
            return Err(String::new());
        };
        let values: FluentArgs<'_> = values.iter().cloned().collect();
        let mut faults = Vec::new();
        let written = self
            .bundle
            .format_pattern(pattern, Some(&values), &mut faults);
        match faults.is_empty() {
            true => Ok(written.into_owned()),
            false => Err(written.into_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use hyper::header::{ACCEPT_LANGUAGE, HeaderValue};
    use std::collections::BTreeSet;

    #[test]
    fn both_languages_have_the_same_messages_with_the_same_variables() {
        let of = |lang: Lang| -> Vec<(String, BTreeSet<String>)> {
            let (_, text) = TEXTS
                .iter()
                .find(|(own, _)| *own == lang)
                .expect("its words");
            FluentResource::try_new((*text).to_owned()).expect("it is Fluent");
            let spoken = text.lines().filter(|line| !line.starts_with('#'));
            let spoken: Vec<&str> = spoken.collect();
            let mut messages: Vec<(String, BTreeSet<String>)> = Vec::new();
            for line in spoken {
                if let Some(name) = names(line).next() {
                    messages.push((name.to_owned(), BTreeSet::new()));
                }
                let variables = line.split('$').skip(1);
                let variables = variables.filter_map(|rest| rest.split([' ', '}']).next());
                if let Some((_, known)) = messages.last_mut() {
                    known.extend(variables.map(str::to_owned));
                }
            }
            messages
        };
        let (english, french) = (of(Lang::En), of(Lang::Fr));
        assert_eq!(english, french);
        assert!(english.len() > 30);
    }

    #[test]
    fn the_language_is_the_one_that_is_wanted_more() {
        let of = |asked: Option<&str>, said: &str| {
            let value = HeaderValue::from_str(said).expect("a value");
            language(asked, &HeaderMap::from_iter([(ACCEPT_LANGUAGE, value)])).code()
        };
        assert_eq!(of(None, "fr-CA,en;q=0.5"), "fr");
        assert_eq!(of(None, "en,fr"), "en");
        assert_eq!(of(None, "de"), "en");
        assert_eq!(of(Some("fr"), "en"), "fr");
        assert_eq!(of(Some("de"), "fr"), "fr");
    }

    #[test]
    fn words_agree_with_what_is_counted() {
        assert_eq!(words(Lang::Fr).count("errors", 0), "0 erreur");
        assert_eq!(words(Lang::En).count("errors", 0), "0 errors");
        assert_eq!(words(Lang::En).count("warnings", 1), "1 warning");
    }
}
