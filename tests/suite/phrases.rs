//! What findings say: every phrase that the code names stands at the head of its rule's
//! page, with the values that the code gives it, and none stands there for nothing.

use crate::stage;
use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The values that a phrase shows, and the other phrases that it says.
#[derive(Debug, Default)]
struct Phrase {
    values: BTreeSet<String>,
    phrases: BTreeSet<String>,
}

/// A phrase that the code says.
#[derive(Debug)]
struct Said {
    /// Where it is said, for people.
    place: String,
    /// The constant whose phrase it is; a variable stands for any code.
    owner: String,
    name: String,
    values: BTreeSet<String>,
}

/// The phrases of the command (`cli/words.rs`), which names some by variables.
const COMMAND: &str = "COMMAND_WORDS";

/// What a source declares and says.
#[derive(Default)]
struct Found {
    /// Constants with the file of their phrases.
    declared: Vec<(String, String)>,
    said: Vec<Said>,
    /// The literals of the command's own files.
    literals: BTreeSet<String>,
}

fn text(token: Option<&TokenTree>) -> Option<String> {
    match token {
        Some(TokenTree::Literal(literal)) => {
            let text = literal.to_string();
            Some(text.strip_prefix('"')?.strip_suffix('"')?.to_owned())
        }
        _ => None,
    }
}

fn is_mark(token: Option<&TokenTree>, mark: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == mark)
}

fn read(path: &str, stream: TokenStream, found: &mut Found) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    for (at, token) in tokens.iter().enumerate() {
        if let TokenTree::Group(group) = token {
            read(path, group.stream(), found);
        }
        if path.starts_with("cli/") {
            found.literals.extend(text(Some(token)));
        }
        let (TokenTree::Ident(name), next) = (token, tokens.get(at + 1)) else {
            continue;
        };
        let behind = tokens.get(at + 2);
        if is_mark(next, '!')
            && (name == "codes" || name == "phrases")
            && let Some(TokenTree::Group(group)) = behind
        {
            declare(path, group.stream(), name == "codes", found);
        }
        // What the command itself says: `said("…", &[…])`.
        if let (true, Some(TokenTree::Group(group))) = (name == "said", next) {
            say(path, COMMAND, group.stream(), found);
        }
        let called = matches!(behind, Some(TokenTree::Ident(it)) if it == "say" || it == "words");
        if is_mark(next, '.')
            && called
            && let Some(TokenTree::Group(group)) = tokens.get(at + 3)
        {
            say(path, &name.to_string(), group.stream(), found);
        }
    }
}

/// Reads `NAME = "P001", "name", Error;`, or `NAME = "name";`.
fn declare(path: &str, stream: TokenStream, of_codes: bool, found: &mut Found) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let mut folder = String::new();
    for (at, token) in tokens.iter().enumerate() {
        let TokenTree::Ident(constant) = token else {
            continue;
        };
        if constant == "in" {
            folder = text(tokens.get(at + 1)).unwrap_or_default();
        } else if is_mark(tokens.get(at + 1), '=') {
            let name = text(tokens.get(if of_codes { at + 4 } else { at + 2 }));
            let beside = path.rsplit_once('/').map_or("", |(beside, _)| beside);
            let page = format!("{beside}/{folder}{}.en.md", name.unwrap_or_default());
            found.declared.push((constant.to_string(), page));
        }
    }
}

/// Reads what is given to `say` or `words`: the name, and `given!(value, other = …)` or
/// `&[("value", …), …]`.
fn say(path: &str, owner: &str, stream: TokenStream, found: &mut Found) {
    let tokens: Vec<TokenTree> = stream.into_iter().collect();
    let is_constant = !owner.chars().any(|it| it.is_ascii_lowercase());
    let name = tokens.iter().find_map(|token| text(Some(token)));
    let Some(name) = name.filter(|_| is_constant || owner == "code") else {
        return;
    };
    let is_list = |it: &TokenTree| matches!(it, TokenTree::Group(_));
    if owner == COMMAND && !tokens.iter().any(is_list) {
        // Its values have a name of their own.
        return;
    }
    let mut values = BTreeSet::new();
    if let Some(TokenTree::Group(list)) =
        tokens.iter().rfind(|it| matches!(it, TokenTree::Group(_)))
    {
        let is_given = list.delimiter() == Delimiter::Parenthesis;
        let mut begins = true;
        for token in list.stream() {
            match &token {
                TokenTree::Ident(name) if is_given && begins => {
                    values.insert(name.to_string());
                }
                TokenTree::Group(pair) if !is_given => {
                    values.extend(text(pair.stream().into_iter().next().as_ref()));
                }
                _ => {}
            }
            begins = is_mark(Some(&token), ',');
        }
    }
    found.said.push(Said {
        place: format!("{path}: {owner} “{name}”"),
        owner: owner.to_owned(),
        name,
        values,
    });
}

/// The phrases at the head of a page.
fn phrases(page: &Path) -> BTreeMap<String, Phrase> {
    let text = fs::read_to_string(page).unwrap_or_default();
    let head = text.strip_prefix("```ftl\n");
    let head = head.and_then(|head| head.split_once("\n```\n"));
    let source = format!("{}\n", head.map_or("", |(head, _)| head));
    let tree = fluent_syntax::parser::parse(source.as_str())
        .unwrap_or_else(|(_, faults)| panic!("{}: {faults:?}", page.display()));
    let mut all = BTreeMap::new();
    for entry in &tree.body {
        let Entry::Message(message) = entry else {
            continue;
        };
        let id = message.id.name.to_owned();
        let mut phrase = Phrase::default();
        if let Some(value) = &message.value {
            gather(value, &mut phrase);
            let mut part = Phrase::default();
            gather(value, &mut part);
            all.insert(format!("{id}."), part);
        }
        for attribute in &message.attributes {
            gather(&attribute.value, &mut phrase);
            let mut part = Phrase::default();
            gather(&attribute.value, &mut part);
            all.insert(format!("{id}.{}", attribute.id.name), part);
        }
        assert!(
            all.insert(id.clone(), phrase).is_none(),
            "{}: `{id}` stands twice",
            page.display()
        );
    }
    all
}

fn gather(pattern: &Pattern<&str>, phrase: &mut Phrase) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            express(expression, phrase);
        }
    }
}

fn express(expression: &Expression<&str>, phrase: &mut Phrase) {
    let (inline, variants) = match expression {
        Expression::Inline(inline) => (inline, [].as_slice()),
        Expression::Select { selector, variants } => (selector, variants.as_slice()),
    };
    match inline {
        InlineExpression::VariableReference { id } => {
            phrase.values.insert(id.name.to_owned());
        }
        InlineExpression::MessageReference { id, attribute } => {
            let part = attribute.as_ref().map_or("", |part| part.name);
            phrase.phrases.insert(format!("{}.{part}", id.name));
        }
        _ => {}
    }
    for variant in variants {
        gather(&variant.value, phrase);
    }
}

/// The values that a phrase shows, and those of the phrases that it says.
fn values(all: &BTreeMap<String, Phrase>, name: &str) -> BTreeSet<String> {
    let phrase = &all[name];
    let mut found = phrase.values.clone();
    for other in &phrase.phrases {
        found.extend(values(all, other));
    }
    found
}

#[test]
fn what_the_code_says_stands_beside_it_and_nothing_else() {
    let root = stage::repository();
    let sources = root.join("src");
    let mut found = Found::default();
    for path in stage::files(&sources) {
        let name = path.display().to_string();
        if name.ends_with(".rs") && !name.starts_with("diagnostic/") && !name.contains("tests") {
            let source = fs::read_to_string(sources.join(&path)).expect("the source can be read");
            let stream = source.parse().expect("the source is Rust");
            read(&name, stream, &mut found);
        }
    }
    let command = (COMMAND.to_owned(), "cli/words.en.md".to_owned());
    found.declared.push(command);
    let pages: BTreeMap<&str, BTreeMap<String, Phrase>> = found
        .declared
        .iter()
        .map(|(constant, page)| (constant.as_str(), phrases(&sources.join(page))))
        .collect();
    let mut wrong = Vec::new();
    let mut used: BTreeSet<(&str, &str)> = BTreeSet::new();
    for said in &found.said {
        let owners: Vec<&str> = match pages.get_key_value(said.owner.as_str()) {
            Some((owner, _)) => vec![owner],
            // `code.words("…")`: whichever rule it is.
            None => {
                let with = pages.iter().filter(|(_, all)| all.contains_key(&said.name));
                with.map(|(owner, _)| *owner).collect()
            }
        };
        if owners.is_empty() {
            wrong.push(format!("{}: no rule has it", said.place));
        }
        for owner in owners {
            let Some((name, _)) = pages[owner].get_key_value(&said.name) else {
                wrong.push(format!("{}: the page has no such phrase", said.place));
                continue;
            };
            used.insert((owner, name));
            let shown = values(&pages[owner], name);
            if shown != said.values {
                let given = &said.values;
                wrong.push(format!("{}: given {given:?}, shows {shown:?}", said.place));
            }
        }
    }
    for (owner, all) in &pages {
        let said_by_others: BTreeSet<&str> = all
            .values()
            .flat_map(|it| &it.phrases)
            .filter_map(|name| Some(name.split_once('.')?.0))
            .collect();
        for name in all.keys().filter(|name| !name.contains('.')) {
            let is_used = used.contains(&(*owner, name.as_str()))
                || said_by_others.contains(name.as_str())
                || (*owner == COMMAND && found.literals.contains(name));
            if !is_used {
                wrong.push(format!("{owner}: nothing says `{name}`"));
            }
        }
    }
    stage::assert_none(&wrong);
    assert!(found.said.len() > 50, "few phrases are said");
}
