//! Reads the paths that a Rust source names: `use` trees, paths in expressions and
//! types, macro calls, and languages that are compared. Code under `#[cfg(test)]`
//! is left out; comments and strings are none of it.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use std::collections::BTreeMap;

/// A path that a source names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PathUse {
    /// The segments, from the crate's root (`crate`) or a crate's name where the
    /// file's own `use` lines tell it.
    pub segments: Vec<String>,
    /// The line, from 1.
    pub line: usize,
    /// Whether it is a macro that is called.
    pub is_macro: bool,
    /// Whether it stands in a pattern or a comparison.
    pub compared: bool,
}

/// The paths of a source, which is the module `module` (its segments below the
/// crate's root).
pub fn paths(source: &str, module: &[&str]) -> Vec<PathUse> {
    let stream: TokenStream = source.parse().expect("the source is Rust");
    let mut reader = Reader::default();
    let module: Vec<String> = module.iter().map(|&part| part.to_owned()).collect();
    reader.read(stream, &module, false);
    let Reader { found, bound } = reader;
    found
        .into_iter()
        .map(|path| PathUse {
            segments: resolve(path.segments, &bound),
            ..path
        })
        .collect()
}

/// The path with its first segment replaced by what the file's `use` lines say it is.
fn resolve(segments: Vec<String>, bound: &BTreeMap<String, Vec<String>>) -> Vec<String> {
    let known = segments.first().and_then(|first| bound.get(first));
    match known {
        Some(full) if full.first() != segments.first() => {
            full.iter().chain(&segments[1..]).cloned().collect()
        }
        _ => segments,
    }
}

#[derive(Default)]
struct Reader {
    found: Vec<PathUse>,
    /// Names that `use` and `mod` bring into scope, with their full paths. Scopes
    /// inside a file are not told apart.
    bound: BTreeMap<String, Vec<String>>,
}

impl Reader {
    /// Reads one level of tokens; `pattern` where all of it stands in a pattern.
    fn read(&mut self, stream: TokenStream, module: &[String], pattern: bool) {
        let tokens: Vec<TokenTree> = stream.into_iter().collect();
        let mut at = 0;
        while at < tokens.len() {
            at = self.step(&tokens, at, module, pattern);
        }
    }

    /// Reads what begins at a token; gives the index after it.
    fn step(&mut self, tokens: &[TokenTree], at: usize, module: &[String], pattern: bool) -> usize {
        if is_test_attribute(tokens, at) {
            return after_item(tokens, at + 2);
        }
        match &tokens[at] {
            TokenTree::Ident(ident) if ident == "use" && !is_punct(tokens.get(at + 1), '<') => {
                let end = (at..tokens.len())
                    .find(|&at| is_punct(tokens.get(at), ';'))
                    .unwrap_or(tokens.len());
                self.use_tree(&tokens[at + 1..end], Vec::new(), module);
                end
            }
            TokenTree::Ident(ident) if ident == "mod" => self.module(tokens, at, module),
            TokenTree::Ident(_) => self.path(tokens, at, module, pattern),
            TokenTree::Group(group) => {
                let arm = follows(tokens, at + 1, "=>");
                let inherits = pattern && group.delimiter() != Delimiter::Brace;
                self.read(group.stream(), module, arm || inherits);
                at + 1
            }
            _ => at + 1,
        }
    }

    fn module(&mut self, tokens: &[TokenTree], at: usize, module: &[String]) -> usize {
        let Some(TokenTree::Ident(name)) = tokens.get(at + 1) else {
            return at + 1;
        };
        let mut inner = module.to_vec();
        inner.push(name.to_string());
        let mut full = vec!["crate".to_owned()];
        full.extend_from_slice(&inner);
        self.bound.insert(name.to_string(), full);
        if let Some(TokenTree::Group(group)) = tokens.get(at + 2) {
            self.read(group.stream(), &inner, false);
            return at + 3;
        }
        at + 2
    }

    /// Reads `a::b::{c, d as e}` after what stands before it.
    fn use_tree(&mut self, tokens: &[TokenTree], before: Vec<String>, module: &[String]) {
        let mut path = before;
        let mut alias = None;
        let mut line = 0;
        for (at, token) in tokens.iter().enumerate() {
            match token {
                TokenTree::Ident(ident) if ident == "as" => {
                    alias = tokens.get(at + 1).map(ToString::to_string);
                    break;
                }
                TokenTree::Ident(ident) => {
                    line = ident.span().start().line;
                    push(&mut path, &ident.to_string(), module);
                }
                TokenTree::Punct(punct) if punct.as_char() == '*' => line = line.max(1),
                TokenTree::Group(group) => return self.use_group(group, &path, module),
                _ => {}
            }
        }
        let name = alias.or_else(|| path.last().cloned());
        if let Some(name) = name.filter(|_| path.len() > 1) {
            self.bound.insert(name, path.clone());
        }
        self.add(path, line, false, false);
    }

    fn use_group(&mut self, group: &Group, before: &[String], module: &[String]) {
        let tokens: Vec<TokenTree> = group.stream().into_iter().collect();
        for part in tokens.split(|token| is_punct(Some(token), ',')) {
            if !part.is_empty() {
                self.use_tree(part, before.to_vec(), module);
            }
        }
    }

    /// Reads `a::b::c` and what stands around it.
    fn path(&mut self, tokens: &[TokenTree], at: usize, module: &[String], pattern: bool) -> usize {
        let line = tokens[at].span().start().line;
        let mut segments = Vec::new();
        push(&mut segments, &tokens[at].to_string(), module);
        let mut end = at + 1;
        while follows(tokens, end, "::")
            && let Some(TokenTree::Ident(ident)) = tokens.get(end + 2)
        {
            push(&mut segments, &ident.to_string(), module);
            end += 3;
        }
        if is_punct(tokens.get(end), '!')
            && let Some(TokenTree::Group(group)) = tokens.get(end + 1)
        {
            let matches = segments.last().is_some_and(|name| name == "matches");
            self.add(segments, line, true, false);
            self.read(group.stream(), module, matches);
            return end + 2;
        }
        let compared = pattern || is_compared(tokens, at, end);
        self.add(segments, line, false, compared);
        end
    }

    fn add(&mut self, segments: Vec<String>, line: usize, is_macro: bool, compared: bool) {
        self.found.push(PathUse {
            segments,
            line,
            is_macro,
            compared,
        });
    }
}

/// Adds a segment; `self` and `super` at the beginning become the module's own path.
fn push(path: &mut Vec<String>, segment: &str, module: &[String]) {
    let root = || std::iter::once("crate".to_owned());
    match segment {
        "self" if path.is_empty() => path.extend(root().chain(module.iter().cloned())),
        "self" => {}
        "super" if path.is_empty() => {
            let above = module.len().saturating_sub(1);
            path.extend(root().chain(module[..above].iter().cloned()));
        }
        "super" => {
            path.pop();
        }
        _ => path.push(segment.to_owned()),
    }
}

/// Whether the path from `start` to `end` is asked for: a match arm, `if let`, `==`.
fn is_compared(tokens: &[TokenTree], start: usize, end: usize) -> bool {
    let before =
        start >= 2 && (follows(tokens, start - 2, "==") || follows(tokens, start - 2, "!="));
    let guarded = matches!(tokens.get(end), Some(TokenTree::Ident(ident)) if ident == "if");
    let assigned = is_punct(tokens.get(end), '=');
    let unequal = follows(tokens, end, "!=");
    before || guarded || assigned || unequal || is_punct(tokens.get(end), '|')
}

fn is_punct(token: Option<&TokenTree>, char: char) -> bool {
    matches!(token, Some(TokenTree::Punct(punct)) if punct.as_char() == char)
}

/// Whether these signs stand at a token.
fn follows(tokens: &[TokenTree], at: usize, signs: &str) -> bool {
    signs
        .chars()
        .enumerate()
        .all(|(ahead, sign)| is_punct(tokens.get(at + ahead), sign))
}

/// Whether `#[cfg(test)]` or `#[test]` stands at a token.
fn is_test_attribute(tokens: &[TokenTree], at: usize) -> bool {
    let Some(TokenTree::Group(group)) = tokens.get(at + 1) else {
        return false;
    };
    let text: String = group.stream().to_string().split_whitespace().collect();
    is_punct(tokens.get(at), '#') && (text == "cfg(test)" || text == "test")
}

/// The index after the item at a token: after its braces or its semicolon.
fn after_item(tokens: &[TokenTree], at: usize) -> usize {
    let is_end = |token: &TokenTree| match token {
        TokenTree::Group(group) => group.delimiter() == Delimiter::Brace,
        token => is_punct(Some(token), ';'),
    };
    (at..tokens.len())
        .find(|&at| is_end(&tokens[at]))
        .map_or(tokens.len(), |end| end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(source: &str) -> Vec<String> {
        paths(source, &["output", "pdf", "pages"])
            .into_iter()
            .map(|path| path.segments.join("::"))
            .filter(|path| path.contains("::"))
            .collect()
    }

    #[test]
    fn reads_use_trees() {
        assert_eq!(
            named("use std::{fs, io::{self, Read as _}}; pub use super::font::*;"),
            [
                "std::fs",
                "std::io",
                "std::io::Read",
                "crate::output::pdf::font"
            ]
        );
    }

    #[test]
    fn reads_paths_in_code_and_macros() {
        let source =
            "fn a(x: crate::memo::Memo) { let b = vec![self::c::d(), tera::Tera::new()]; }";
        assert_eq!(
            named(source),
            [
                "crate::memo::Memo",
                "crate::output::pdf::pages::c::d",
                "tera::Tera::new"
            ]
        );
    }

    #[test]
    fn follows_names_that_use_brought() {
        let source = "use std::io; use super::image; fn a() { io::stdin(); image::decode() }";
        assert_eq!(
            named(source)[2..],
            ["std::io::stdin", "crate::output::pdf::image::decode"]
        );
    }

    #[test]
    fn leaves_out_comments_strings_and_tests() {
        let source = "// std::fs\n/// tera::Tera\nconst A: &str = \"std::env::var\";
            #[cfg(test)] mod tests { use std::fs; }
            #[cfg(test)] use std::env;
            fn b() { x::y() }";
        assert_eq!(named(source), ["x::y"]);
    }

    #[test]
    fn sees_what_is_compared() {
        let compared = |source: &str| {
            let source = format!("fn f() {{ {source} }}");
            paths(&source, &[])
                .iter()
                .any(|path| path.compared && path.segments[0] == "Lang")
        };
        for source in [
            "lang == Lang::Fr",
            "Lang::Fr != lang",
            "match lang { Lang::En => 1, Lang::Fr => 2 }",
            "match x { (Some(Lang::Fr), _) => 1 }",
            "matches!(lang, Lang::Fr)",
            "if let Lang::Fr = lang {}",
        ] {
            assert!(compared(source), "{source}");
        }
        for source in [
            "build(memo, Lang::Fr)",
            "[Lang::En, Lang::Fr]",
            "let x = Lang::En;",
        ] {
            assert!(!compared(source), "{source}");
        }
    }
}
