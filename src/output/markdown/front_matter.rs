//! Front matter: what a generator of sites is told of a document, before its Markdown.
//!
//! Hugo and Zola read TOML, Quarto and Jekyll YAML; what is quoted, and how, is the
//! serializers' affair.

use crate::document::Document;
use crate::document::inline::plain_text;
use crate::memo::yaml::write_yaml;
use serde::Serialize;
use serde_json::{Map, Value};

/// A generator of sites, which names what it wants to know in its own way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum FrontMatter {
    /// <https://gohugo.io>
    Hugo,
    /// <https://www.getzola.org>
    Zola,
    /// <https://quarto.org>
    Quarto,
    /// <https://jekyllrb.com>
    Jekyll,
}

impl FrontMatter {
    /// All of them.
    pub const ALL: [FrontMatter; 4] = [
        FrontMatter::Hugo,
        FrontMatter::Zola,
        FrontMatter::Quarto,
        FrontMatter::Jekyll,
    ];

    /// What people call it.
    pub const fn name(self) -> &'static str {
        match self {
            FrontMatter::Hugo => "Hugo",
            FrontMatter::Zola => "Zola",
            FrontMatter::Quarto => "Quarto",
            FrontMatter::Jekyll => "Jekyll",
        }
    }

    /// The beginning of something in Markdown that the generator takes for an instruction,
    /// in code too: a shortcode. In running text no brace stands as itself.
    pub fn instruction_in(self, markdown: &str) -> Option<&str> {
        let begins = |at: usize| {
            let rest = markdown.get(at..).unwrap_or_default();
            match self {
                FrontMatter::Hugo | FrontMatter::Quarto => {
                    ["{{<", "{{%"].into_iter().find(|it| rest.starts_with(it))
                }
                FrontMatter::Zola => ["{{", "{%"].into_iter().find(|it| {
                    let call = rest.strip_prefix(it).unwrap_or_default();
                    let name = call.trim_start_matches([' ', '-', '\n']);
                    let after = name.trim_start_matches(|c: char| c.is_alphanumeric() || c == '_');
                    after.len() < name.len() && after.trim_start().starts_with('(')
                }),
                // It is told not to look.
                FrontMatter::Jekyll => None,
            }
        };
        let mut braces = markdown.match_indices('{');
        let at = braces.find(|(at, _)| begins(*at).is_some())?.0;
        let line = markdown.get(at..)?.lines().next()?;
        Some(line.trim_end())
    }

    /// What stands around it.
    const fn fence(self) -> &'static str {
        match self {
            FrontMatter::Hugo | FrontMatter::Zola => "+++\n",
            FrontMatter::Quarto | FrontMatter::Jekyll => "---\n",
        }
    }
}

/// A day as TOML has it, which knows dates; YAML's readers take the characters for one.
fn day(date: &str) -> toml::Value {
    match date.parse() {
        Ok(date) => toml::Value::Datetime(date),
        Err(_) => toml::Value::String(date.to_owned()),
    }
}

/// What Hugo is told. It takes the language from the file's name.
#[derive(Serialize)]
struct HugoMatter<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    date: toml::Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    lastmod: Option<toml::Value>,
    draft: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    slug: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keywords: Vec<String>,
    #[serde(rename = "translationKey")]
    translation_key: &'a str,
    params: Further<'a>,
}

/// What Zola is told.
#[derive(Serialize)]
struct ZolaMatter<'a> {
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    date: toml::Value,
    #[serde(skip_serializing_if = "Option::is_none")]
    updated: Option<toml::Value>,
    draft: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    slug: Option<&'a str>,
    extra: Further<'a>,
}

/// What themes may ask for.
#[derive(Serialize)]
struct Further<'a> {
    language: &'a str,
    kind: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    translation_key: Option<&'a str>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    keywords: Vec<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    expires: Option<toml::Value>,
    public: bool,
}

/// The Markdown of a document with its front matter.
pub fn with_front_matter(markdown: &str, document: &Document, generator: FrontMatter) -> String {
    let fence = generator.fence();
    let matter = front_matter(document, generator);
    format!("{fence}{}\n{fence}\n{markdown}", matter.trim_end())
}

fn front_matter(document: &Document, generator: FrontMatter) -> String {
    let subject = plain_text(&document.subject.inlines);
    let title = subject.trim();
    let modified = document.modified();
    let further = Further {
        language: document.lang.tag(),
        kind: &document.kind,
        translation_key: None,
        keywords: Vec::new(),
        expires: document.about.expires.as_deref().map(day),
        public: document.public,
    };
    let slug = document.about.slug.as_deref();
    let keywords = document.about.keywords();
    match generator {
        FrontMatter::Hugo => in_toml(&HugoMatter {
            title,
            description: document.description(),
            date: day(&document.date),
            lastmod: modified.as_deref().map(day),
            draft: document.draft.is_some(),
            slug,
            keywords,
            translation_key: &document.stem,
            params: further,
        }),
        FrontMatter::Zola => in_toml(&ZolaMatter {
            title,
            description: document.description(),
            date: day(&document.date),
            updated: modified.as_deref().map(day),
            draft: document.draft.is_some(),
            slug,
            extra: Further {
                translation_key: Some(&document.stem),
                keywords,
                ..further
            },
        }),
        FrontMatter::Quarto | FrontMatter::Jekyll => in_yaml(&for_yaml(document, generator)),
    }
}

/// What Quarto and Jekyll are told.
fn for_yaml(document: &Document, generator: FrontMatter) -> Map<String, Value> {
    let is_jekyll = generator == FrontMatter::Jekyll;
    let key = |quarto, jekyll| if is_jekyll { jekyll } else { quarto };
    let about = &document.about;
    let subject = plain_text(&document.subject.inlines);
    let mut fields = Map::new();
    let mut put = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            fields.insert(key.to_owned(), value);
        }
    };
    put("title", Some(subject.trim().into()));
    put("description", document.description().map(Value::from));
    put("date", Some(document.date.as_str().into()));
    let modified = key("date-modified", "last_modified_at");
    put(modified, document.modified().map(Value::from));
    put("expires", about.expires.as_deref().map(Value::from));
    put("lang", Some(document.lang.tag().into()));
    let translation = key("translation-key", "ref");
    put(translation, Some(document.stem.as_str().into()));
    put("slug", about.slug.as_deref().map(Value::from));
    let keywords = about.keywords();
    let has_keywords = !keywords.is_empty();
    put("keywords", has_keywords.then(|| keywords.into()));
    let is_draft = document.draft.is_some();
    put("draft", Some(is_draft.into()));
    if is_jekyll {
        put("published", Some((!is_draft).into()));
        // Braces are the memo's words, and no instructions.
        put("render_with_liquid", Some(false.into()));
    }
    fields
}

/// Characters, dates and switches can all be written as TOML.
fn in_toml(matter: &impl Serialize) -> String {
    toml::to_string(matter).unwrap_or_default()
}

/// As YAML; as JSON, which is YAML too, where a reader of YAML 1.1 would take a text without
/// quotation marks for something else (`No`, `10:30`).
fn in_yaml(fields: &Map<String, Value>) -> String {
    let is_text =
        |key: &str| !["date", "date-modified", "last_modified_at", "expires"].contains(&key);
    let texts = fields.iter().filter(|(key, _)| is_text(key));
    let texts = texts.flat_map(|(_, value)| match value {
        Value::Array(all) => all.as_slice(),
        one => std::slice::from_ref(one),
    });
    let mut texts = texts.filter_map(Value::as_str);
    if texts.any(is_misread) {
        return format!("{:#}", Value::Object(fields.clone()));
    }
    write_yaml(fields)
}

/// Whether YAML 1.1 has another meaning for a text: <https://yaml.org/type/>.
fn is_misread(text: &str) -> bool {
    let switches = ["y", "n", "yes", "no", "on", "off"];
    let is_switch = switches.iter().any(|it| text.eq_ignore_ascii_case(it));
    let numeric = |c: char| c.is_ascii_hexdigit() || "+-._:, xXoOtTzZ".contains(c);
    let is_number = text.starts_with(|c: char| c.is_ascii_digit() || "+-.".contains(c))
        && text.chars().all(numeric);
    is_switch || is_number || matches!(text, "=" | "<<")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::tests::Stage;
    use crate::lang::Lang;

    fn matter(subject: &str, generator: FrontMatter) -> String {
        let subject = serde_json::to_string(subject).expect("a string can be quoted");
        let yaml = format!(
            "date: 2026-04-01\nupdated: 2026-05-01\nsender:\n  name: A\nrecipients:\n  - name: C\n\
             subject:\n  en: {subject}\n  fr: S\nsections:\n  - body:\n      en: X.\n      fr: Y.\n"
        );
        let document = Stage::new(&[]).memo(&yaml, Lang::En);
        with_front_matter("# X\n", &document, generator)
    }

    #[test]
    fn each_generator_is_told_in_its_own_way() {
        let told = |generator| matter("Fees: \"new\" & old", generator);
        assert_eq!(
            told(FrontMatter::Hugo),
            "+++\ntitle = \"Fees: “new” & old\"\ndate = 2026-04-01\nlastmod = 2026-05-01\n\
             draft = false\ntranslationKey = \"test\"\n\n[params]\nlanguage = \"en-CA\"\n\
             kind = \"memo\"\npublic = true\n+++\n\n# X\n"
        );
        assert_eq!(
            told(FrontMatter::Zola),
            "+++\ntitle = \"Fees: “new” & old\"\ndate = 2026-04-01\nupdated = 2026-05-01\n\
             draft = false\n\n[extra]\nlanguage = \"en-CA\"\nkind = \"memo\"\n\
             translation_key = \"test\"\npublic = true\n+++\n\n# X\n"
        );
        assert_eq!(
            told(FrontMatter::Quarto),
            "---\ntitle: 'Fees: “new” & old'\ndate: 2026-04-01\ndate-modified: 2026-05-01\n\
             lang: en-CA\ntranslation-key: test\ndraft: false\n---\n\n# X\n"
        );
        assert_eq!(
            told(FrontMatter::Jekyll),
            "---\ntitle: 'Fees: “new” & old'\ndate: 2026-04-01\nlast_modified_at: 2026-05-01\n\
             lang: en-CA\nref: test\ndraft: false\npublished: true\nrender_with_liquid: false\n---\n\n# X\n"
        );
    }

    #[test]
    fn a_title_is_read_as_it_was_written() {
        for subject in [
            "No",
            "on",
            "10:30",
            "2026-04-01",
            "1_000",
            "0x1F",
            "=",
            "a: b",
            "- a",
            "# a",
            "'a'",
            "\\[a\\] {\"{\"}b",
            "a\\\\b",
            "+++",
            "---",
            "~",
            "null",
            "true",
            "12",
            "1e3",
            "@a",
            "!a",
            "%a",
            "a #b",
            "é’ \u{a0}« »",
        ] {
            for generator in FrontMatter::ALL {
                let file = matter(subject, generator);
                let fence = generator.fence();
                let inside = file.strip_prefix(fence).expect("it begins with its fence");
                let (inside, _) = inside.split_once(&format!("\n{fence}")).expect("it ends");
                let title = match fence {
                    "+++\n" => {
                        let read: toml::Table = toml::from_str(inside).expect("it is TOML");
                        read["title"].as_str().map(str::to_owned)
                    }
                    _ => {
                        let read: Value = serde_yaml::from_str(inside).expect("it is YAML");
                        read["title"].as_str().map(str::to_owned)
                    }
                };
                let hugo = matter(subject, FrontMatter::Hugo);
                let wanted: toml::Table =
                    toml::from_str(hugo.split("+++\n").nth(1).unwrap_or_default()).expect("TOML");
                assert_eq!(title.as_deref(), wanted["title"].as_str(), "{file}");
            }
        }
    }
}
