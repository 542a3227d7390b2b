//! Fluent files of both languages, and a pattern that uses them: what is wrong stands in
//! one of them, and what is right is resolved with values.

use super::markdown::quoted;
use super::memo::assert_released;
use super::placed::assert_placed;
use super::room;
use bimemo::lang::Lang;
use bimemo::press::Press;
use bimemo::workspace::{SourceKind, Workspace};
use std::fmt::Write;

/// Facts of every kind, for patterns to use.
const FACTS: &str = "facts:
  day: 2026-06-15
  days: { from: 2026-06-22, to: 2026-07-03 }
  hour: { time: \"07:00\" }
  count: 8
  share: 11.5
  fee: { amount: \"1250.50\", currency: CAD }
  season: { year: 2026 }
  phone: { telephone: 416-555-0161 }
  page: { url: { en: https://example.ca/en, fr: https://example.ca/fr } }
  words: { text: { en: tides, fr: marées } }
";

/// How many of the messages are used one by one.
const USED: usize = 6;

/// The parts of the input are the English file, the French file and a pattern of a body.
pub fn run(data: &[u8]) {
    let [en, fr, pattern] = room::parts::<3>(data);
    let fr = if fr.is_empty() { en } else { fr };
    let pattern = String::from_utf8_lossy(pattern);
    let mut files = room::beside();
    files.insert(room::MEMO.to_owned(), memo(en, &pattern).into_bytes());
    files.insert("memos/m.en.ftl".to_owned(), en.to_vec());
    files.insert("memos/m.fr.ftl".to_owned(), fr.to_vec());
    let workspace = Workspace::of(files);
    let press = room::press();
    assert_released(&press, &workspace, room::is_one_of(8, data));
    let locales = press.check_locales(&workspace, &[room::memo()]);
    assert_placed(&locales.diagnostics);
    for lang in Lang::ALL {
        press.count_messages(&workspace, &[room::memo()], lang);
        let path = format!("memos/m.{lang}.ftl");
        if let Ok(Some(file)) = workspace.text(&path) {
            room::assert_mends(&file, SourceKind::Locale(lang), &room::menders());
        }
    }
    if room::is_one_of(8, en) {
        assert_shared(en, fr);
    }
}

/// The same files as messages of all memos.
fn assert_shared(en: &[u8], fr: &[u8]) {
    let files = [("en", en), ("fr", fr)];
    let files = files.map(|(lang, bytes)| (format!("locales/{lang}/own.ftl"), bytes.to_vec()));
    let workspace = Workspace::of(room::Files::from(files));
    let (press, findings) = Press::load(&workspace);
    assert_placed(&findings);
    assert_placed(&press.check_locales(&workspace, &[]).diagnostics);
}

/// A memo whose body is the pattern and uses the first messages of the file.
fn memo(en: &[u8], pattern: &str) -> String {
    let mut body = pattern.to_owned();
    for id in String::from_utf8_lossy(en)
        .lines()
        .filter_map(id_of)
        .take(USED)
    {
        let _ = write!(body, "\n\n{{ {id} }}");
    }
    let body = quoted(&body);
    format!(
        "kind: notice\ndate: 2026-05-01\nsubject: {{ en: Tides, fr: Marées }}\n{FACTS}sections:\n  \
         - body: {{ en: {body}, fr: {body} }}\n"
    )
}

/// The message or term that a line begins, as a placeable names it.
fn id_of(line: &str) -> Option<&str> {
    let (id, _) = line.split_once('=')?;
    let id = id.trim();
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    (!id.is_empty() && id.chars().all(plain)).then_some(id)
}
