//! One mistake, one finding, where it is: typical slips at many places of the examples.
//!
//! Each mutant is an example memo with one slip. What cannot be told by one finding at
//! its line is in [`Slip::tells`], with the reason.

use crate::stage;
use std::collections::BTreeMap;
use std::fs;
use tempfile::TempDir;

/// The examples that are spoilt: a notice, a memo with a list of facts, one with nested
/// lists of people.
const MEMOS: [&str; 3] = ["boat-launch-closure", "laptop-theft", "trail-signs"];

/// How many places each kind of slip is tried at in each memo.
const PLACES: usize = 3;

/// A kind of slip.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Slip {
    DashLeftOut,
    DashReplacedBySpace,
    DashWithoutSpace,
    DashWithNoBreakSpace,
    ColonLeftOut,
    ColonWithoutSpace,
    ColonWithNoBreakSpace,
    BarLeftOut,
    TextNotIndented,
    KeyIndented,
    KeyDedented,
    TabInIndentation,
    NoBreakSpacesInIndentation,
    KeyMisspelt,
    KeyUnknown,
    LanguagesSwapped,
    DollarLeftOut,
    FactMisspelt,
    BraceLeftOut,
}

/// Where the one finding may stand, counted from the line of the slip.
enum Tells {
    /// At the line.
    There,
    /// At the line, or at one beside it: of two lines that do not stand at one level, the
    /// other one may be wrong just as well.
    Beside,
    /// Above it: a brace that is never closed is told where it opens.
    Above,
    /// By differences between the languages, or not at all: words tell their language
    /// only where there are enough of them.
    ByLanguage,
}

impl Slip {
    fn tells(self) -> Tells {
        match self {
            Slip::KeyDedented | Slip::KeyIndented => Tells::Beside,
            Slip::BraceLeftOut => Tells::Above,
            Slip::LanguagesSwapped => Tells::ByLanguage,
            _ => Tells::There,
        }
    }
}

/// A line that is no part of a longer text.
struct Key<'t> {
    at: usize,
    indent: &'t str,
    dash: bool,
    name: &'t str,
    value: &'t str,
}

impl Key<'_> {
    fn column(&self) -> usize {
        self.indent.len() + if self.dash { 2 } else { 0 }
    }
}

/// A memo's lines with its keys.
struct Memo<'t> {
    lines: Vec<&'t str>,
    keys: Vec<Key<'t>>,
}

fn indent_of(line: &str) -> usize {
    line.len() - line.trim_start().len()
}

impl<'t> Memo<'t> {
    fn new(text: &'t str) -> Memo<'t> {
        let lines: Vec<&str> = text.lines().collect();
        let mut keys: Vec<Key<'_>> = Vec::new();
        let mut block: Option<usize> = None;
        for (at, line) in lines.iter().enumerate() {
            let inside = block.is_some_and(|column| indent_of(line) > column);
            if line.trim().is_empty() || line.trim().starts_with('#') || inside {
                continue;
            }
            block = None;
            let indent = &line[..indent_of(line)];
            let rest = &line[indent.len()..];
            let (dash, rest) = match rest.strip_prefix("- ") {
                Some(rest) => (true, rest),
                None => (false, rest),
            };
            let is_name = |name: &str| name.bytes().all(|it| it.is_ascii_lowercase() || it == b'-');
            if let Some((name, value)) = rest.split_once(':').filter(|(name, _)| is_name(name)) {
                let key = Key {
                    at,
                    indent,
                    dash,
                    name,
                    value: value.trim_start(),
                };
                block = (key.value == "|").then_some(key.column());
                keys.push(key);
            }
        }
        Memo { lines, keys }
    }

    /// The lines below a key that are deeper, blank ones among them.
    fn below(&self, key: &Key<'_>) -> std::ops::Range<usize> {
        let deeper = |line: &&&str| line.trim().is_empty() || indent_of(line) > key.column();
        let count = self.lines[key.at + 1..].iter().take_while(deeper).count();
        key.at + 1..key.at + 1 + count
    }

    /// How many keys stand in the same mapping.
    fn beside(&self, key: &Key<'_>) -> usize {
        let index = self.keys.iter().position(|it| it.at == key.at).unwrap_or(0);
        let same = |it: &&Key<'_>| it.column() == key.column();
        let within = |it: &&Key<'_>| it.column() >= key.column();
        let after = self.keys[index + 1..].iter().take_while(within);
        let after = after.take_while(|it| !(it.dash && it.column() == key.column()));
        let before = self.keys[..index]
            .iter()
            .rev()
            .take_while(within)
            .filter(same);
        after.filter(same).count() + if key.dash { 0 } else { before.count() }
    }

    /// The first key of the item above, in the same list.
    fn item_above(&self, key: &Key<'_>) -> Option<&Key<'t>> {
        let above = self.keys.iter().rev().filter(|it| it.at < key.at);
        let mut above = above.take_while(|it| it.column() >= key.column());
        above.find(|it| it.dash && it.column() == key.column())
    }

    fn with(&self, at: usize, line: impl Into<String>) -> String {
        self.with_lines([(at, line.into())])
    }

    fn with_lines(&self, changes: impl IntoIterator<Item = (usize, String)>) -> String {
        let mut lines: Vec<String> = self.lines.iter().map(|&line| line.to_owned()).collect();
        for (at, line) in changes {
            lines[at] = line;
        }
        lines.join("\n") + "\n"
    }

    /// Every mutant: the slip, its line from 0, and the memo's text.
    fn mutants(&self) -> Vec<(Slip, usize, String)> {
        let mut mutants = Vec::new();
        let mut top = "";
        for key in &self.keys {
            if key.column() == 0 {
                top = key.name;
            }
            let mut push = |slip, text| mutants.push((slip, key.at, text));
            self.of_dash(key, &mut push);
            // Keys of facts are the author's.
            if top != "facts" || key.column() == 0 {
                self.of_name(key, &mut push);
            }
            self.of_indentation(key, &mut push);
            self.of_text(key, &mut mutants);
        }
        self.of_words(&mut mutants);
        mutants
    }

    fn of_dash(&self, key: &Key<'_>, push: &mut dyn FnMut(Slip, String)) {
        if !key.dash {
            return;
        }
        let (line, indent) = (self.lines[key.at], key.indent);
        let rest = &line[indent.len() + 2..];
        if let Some(above) = self.item_above(key) {
            push(
                Slip::DashLeftOut,
                self.with(key.at, format!("{indent}{rest}")),
            );
            // A person of the directory may have further keys.
            if above.name != "person" {
                push(
                    Slip::DashReplacedBySpace,
                    self.with(key.at, format!("{indent}  {rest}")),
                );
            }
        }
        push(
            Slip::DashWithoutSpace,
            self.with(key.at, format!("{indent}-{rest}")),
        );
        push(
            Slip::DashWithNoBreakSpace,
            self.with(key.at, format!("{indent}-\u{a0}{rest}")),
        );
    }

    fn of_name(&self, key: &Key<'_>, push: &mut dyn FnMut(Slip, String)) {
        let line = self.lines[key.at];
        let (before, behind) = line.split_once(':').expect("a key has a colon");
        let start = before.len() - key.name.len();
        let mut letters: Vec<char> = key.name.chars().collect();
        if !key.dash || key.name == "person" || key.value.is_empty() {
            push(
                Slip::ColonLeftOut,
                self.with(key.at, format!("{before}{behind}")),
            );
        }
        if letters.len() > 3 && letters[1] != letters[2] {
            letters.swap(1, 2);
            let misspelt: String = letters.iter().collect();
            let line = format!("{}{misspelt}:{behind}", &before[..start]);
            push(Slip::KeyMisspelt, self.with(key.at, line));
            let line = format!("{}zz{}q:{behind}", &before[..start], &key.name[2..]);
            push(Slip::KeyUnknown, self.with(key.at, line));
        }
        if !key.value.is_empty() {
            let value = key.value;
            push(
                Slip::ColonWithoutSpace,
                self.with(key.at, format!("{before}:{value}")),
            );
            push(
                Slip::ColonWithNoBreakSpace,
                self.with(key.at, format!("{before}:\u{a0}{value}")),
            );
        }
    }

    fn of_indentation(&self, key: &Key<'_>, push: &mut dyn FnMut(Slip, String)) {
        let line = self.lines[key.at];
        let rest = &line[key.indent.len()..];
        // A key that is alone may stand as deep as it likes.
        if key.dash || self.beside(key) == 0 {
            return;
        }
        push(Slip::KeyIndented, self.with(key.at, format!("  {line}")));
        if !key.indent.is_empty() {
            push(Slip::KeyDedented, self.with(key.at, &line[1..]));
            push(
                Slip::TabInIndentation,
                self.with(key.at, format!("\t{rest}")),
            );
            let spaces = "\u{a0}".repeat(key.indent.len());
            push(
                Slip::NoBreakSpacesInIndentation,
                self.with(key.at, format!("{spaces}{rest}")),
            );
        }
    }

    fn of_text(&self, key: &Key<'_>, mutants: &mut Vec<(Slip, usize, String)>) {
        let line = self.lines[key.at];
        let below = self.below(key);
        if key.value == "|" {
            let inside = &self.lines[below.clone()];
            let filled = inside.iter().rposition(|line| !line.trim().is_empty());
            let several =
                filled.is_some_and(|last| inside[..last].iter().any(|line| line.trim().is_empty()));
            // A text of one paragraph reads the same without its bar.
            if several {
                let text = self.with(key.at, line.trim_end_matches(" |"));
                mutants.push((Slip::BarLeftOut, key.at, text));
            }
            let dedented = below
                .clone()
                .filter(|at| !self.lines[*at].trim().is_empty());
            let dedented = dedented.map(|at| (at, self.lines[at][2..].to_owned()));
            mutants.push((
                Slip::TextNotIndented,
                below.start,
                self.with_lines(dedented),
            ));
        }
        let next = self.lines.get(below.end).filter(|_| key.name == "en");
        if let Some(next) = next.filter(|next| next.trim_start().starts_with("fr:")) {
            let swapped = [
                (key.at, line.replacen("en:", "fr:", 1)),
                (below.end, next.replacen("fr:", "en:", 1)),
            ];
            mutants.push((Slip::LanguagesSwapped, key.at, self.with_lines(swapped)));
        }
    }

    fn of_words(&self, mutants: &mut Vec<(Slip, usize, String)>) {
        for (at, line) in self.lines.iter().enumerate() {
            let Some((before, fact)) = line.split_once("{ $") else {
                continue;
            };
            mutants.push((
                Slip::DollarLeftOut,
                at,
                self.with(at, format!("{before}{{ {fact}")),
            ));
            let misspelt = format!("{before}{{ ${}", &fact[1..]);
            mutants.push((Slip::FactMisspelt, at, self.with(at, misspelt)));
            if let Some((name, behind)) = fact.split_once(" }") {
                let open = format!("{before}{{ ${name}{behind}");
                mutants.push((Slip::BraceLeftOut, at, self.with(at, open)));
            }
        }
    }
}

/// A few of the mutants, the same ones each time: of each slip some that lie far apart.
fn some_of(mutants: Vec<(Slip, usize, String)>) -> Vec<(Slip, usize, String)> {
    let mut by_slip: BTreeMap<Slip, Vec<(usize, String)>> = BTreeMap::new();
    for (slip, at, text) in mutants {
        by_slip.entry(slip).or_default().push((at, text));
    }
    by_slip
        .into_iter()
        .flat_map(|(slip, all)| {
            let step = all.len().div_ceil(PLACES).max(1);
            all.into_iter()
                .step_by(step)
                .map(move |(at, text)| (slip, at, text))
        })
        .collect()
}

/// A finding: its code, its line from 1, its message.
type Found = (String, usize, String);

/// What `check` finds in each memo of a workspace, notes left out.
fn findings(root: &TempDir) -> BTreeMap<String, Vec<Found>> {
    let result = stage::bimemo(root.path())
        .args(["check", "--quiet", "--output-format", "json"])
        .output()
        .expect("bimemo runs");
    let mut found: BTreeMap<String, Vec<Found>> = BTreeMap::new();
    for line in String::from_utf8_lossy(&result.stdout).lines() {
        let finding: serde_json::Value = serde_json::from_str(line).expect("a line is JSON");
        let text = |key: &str| finding[key].as_str().unwrap_or_default().to_owned();
        if finding["severity"] != "note" {
            let line = finding["line"]
                .as_u64()
                .and_then(|line| usize::try_from(line).ok());
            let one = (text("code"), line.unwrap_or(0), text("message"));
            found.entry(text("file")).or_default().push(one);
        }
    }
    found
}

/// Whether findings tell a slip as they should.
fn is_told(slip: Slip, line: usize, found: &[Found]) -> bool {
    match (slip.tells(), found) {
        (Tells::There, [(_, at, _)]) => *at == line,
        (Tells::Beside, [(code, _, _)]) => code == "Y017",
        (Tells::Above, [(code, at, _)]) => code == "L005" && *at <= line,
        (Tells::ByLanguage, found) => found.iter().all(|(code, ..)| code.starts_with('P')),
        _ => false,
    }
}

#[test]
fn a_slip_is_told_once_and_where_it_is() {
    let repository = stage::repository();
    let root = TempDir::new().expect("a temporary folder can be made");
    for name in ["bimemo.yaml", "directory.yaml"] {
        fs::copy(repository.join(name), root.path().join(name)).expect("a file can be copied");
    }
    let memos = root.path().join("memos");
    fs::create_dir_all(memos.join("images")).expect("a folder can be made");
    for file in stage::files(&repository.join("memos/images")) {
        let from = repository.join("memos/images").join(&file);
        fs::copy(from, memos.join("images").join(&file)).expect("a picture can be copied");
    }
    let mut expected = Vec::new();
    for name in MEMOS {
        let path = repository.join(format!("memos/{name}.yaml"));
        let text = fs::read_to_string(path).expect("an example can be read");
        let memo = Memo::new(&text);
        for (number, (slip, at, text)) in some_of(memo.mutants()).into_iter().enumerate() {
            let file = format!("memos/{name}-{number}.yaml");
            fs::write(root.path().join(&file), text).expect("a memo can be written");
            expected.push((file, slip, at + 1, memo.lines[at].to_owned()));
        }
    }
    assert!(expected.len() > 120, "{}", expected.len());
    let found = findings(&root);
    let wrong: Vec<String> = expected
        .iter()
        .filter_map(|(file, slip, line, written)| {
            let found = found.get(file).map_or(&[][..], Vec::as_slice);
            (!is_told(*slip, *line, found))
                .then(|| format!("{slip:?} at {line} ({written}): {found:#?}"))
        })
        .collect();
    assert!(
        wrong.is_empty(),
        "{} of {}\n{}",
        wrong.len(),
        expected.len(),
        wrong.join("\n")
    );
}
