//! Where pages end, counted on finished pages: the checker knows nothing of how they were
//! filled, only what stands where and the structure tree.
//!
//! Memos of the examples and the corpus in both languages and side by side: every third in
//! the built-in theme and every ninth in each of the others, since setting pages takes most
//! of the time. `PAGE_ENDS=all` sets them all.

use crate::printed::Room;
use crate::stage;
use bimemo::document::Edition;
use bimemo::lang::Lang;
use bimemo::output::pdf::pages::{Child, Drawing, Mark, MarkRole, Pages, Tag};
use bimemo::press::{Layout, Press, Release};
use bimemo::workspace::Workspace;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

/// The themes, the built-in one first.
const THEMES: [&str; 4] = ["", "federal", "dense", "clear-print"];
/// Where memos lie.
const FOLDERS: [&str; 3] = ["memos", "tests/corpus/blind", "tests/corpus/tuned"];

/// A line of text on a page.
#[derive(Clone, Debug)]
struct Line {
    page: usize,
    /// Its baseline.
    y: f32,
    x: f32,
    /// The height of a picture, which cannot be divided.
    whole: f32,
    text: String,
    /// The structure element, and what it is in.
    path: Vec<usize>,
    /// Whether it is content; a repeated head is not.
    content: bool,
}

/// A document's pages, as far as they are looked at.
pub struct Seen<'p> {
    pages: &'p Pages,
    lines: Vec<Line>,
    /// The ids of the sections that begin a page.
    appendices: BTreeSet<String>,
    /// The baseline below which text can stand on no page.
    bottom: f32,
}

/// What is in what: for each structure element the elements from the root down to it.
fn paths(pages: &Pages) -> Vec<Vec<usize>> {
    let mut paths = vec![Vec::new(); pages.structure.len()];
    for (at, element) in pages.structure.iter().enumerate() {
        let mut own: Vec<usize> = paths[at].clone();
        own.push(at);
        for child in &element.children {
            if let Child::Element(child) = child {
                paths[*child].clone_from(&own);
            }
        }
        paths[at] = own;
    }
    paths
}

fn line_of(page: usize, mark: &Mark, paths: &[Vec<usize>]) -> Option<Line> {
    let (path, content) = match mark.role {
        MarkRole::Content(element) => (paths[element].clone(), true),
        MarkRole::Decoration => (Vec::new(), false),
        _ => return None,
    };
    let (x, y, whole, text) = match &mark.drawing {
        Drawing::Text(run) => {
            let text = run.glyphs.iter().map(|glyph| glyph.text.as_str());
            (run.origin.0, run.origin.1, 0.0, text.collect())
        }
        Drawing::Image { rect, .. } if content => {
            (rect.x, rect.y, rect.height, "[picture]".to_owned())
        }
        _ => return None,
    };
    Some(Line {
        page,
        y,
        x,
        whole,
        text,
        path,
        content,
    })
}

impl<'p> Seen<'p> {
    /// Looks at pages; `appendices` are the ids of sections that begin a page.
    pub fn of(pages: &'p Pages, appendices: BTreeSet<String>, bottom: f32) -> Seen<'p> {
        let paths = paths(pages);
        let mut lines: Vec<Line> = Vec::new();
        for (page, marks) in pages.pages.iter().enumerate() {
            for line in marks
                .marks
                .iter()
                .filter_map(|mark| line_of(page, mark, &paths))
            {
                match lines.last_mut() {
                    // Raised and bold words are runs of their own.
                    Some(last)
                        if last.page == page
                            && (last.y - line.y).abs() < 4.5
                            && last.x < line.x
                            && last.content == line.content
                            && last.path.first() == line.path.first()
                            && last.path.get(..last.path.len().min(3))
                                == line.path.get(..line.path.len().min(3)) =>
                    {
                        last.text.push_str(&line.text);
                    }
                    _ => lines.push(line),
                }
            }
        }
        Seen {
            pages,
            lines,
            appendices,
            bottom,
        }
    }

    /// The baselines between which text can stand on a page: the highest is that of the
    /// pages that lie as it does, the first page apart.
    fn room(&self, page: usize) -> (f32, f32) {
        let alike = |line: &&Line| {
            (line.page == 0) == (page == 0) && self.is_turned(line.page) == self.is_turned(page)
        };
        let own = self.lines.iter().filter(alike);
        (own.map(|line| line.y).fold(0.0, f32::max), self.bottom)
    }

    /// Whether a page lies on its side.
    fn is_turned(&self, page: usize) -> bool {
        self.pages.pages.get(page).is_some_and(|page| page.turned)
    }

    /// Whether one of a page and the next lies on its side, and not the other.
    fn turns(&self, page: usize) -> bool {
        page + 1 < self.pages.pages.len() && self.is_turned(page) != self.is_turned(page + 1)
    }

    fn tag(&self, element: usize) -> Tag {
        self.pages.structure[element].tag
    }

    /// The outermost element of a kind that a line is in.
    fn within(&self, line: &Line, is: impl Fn(Tag) -> bool) -> Option<usize> {
        line.path.iter().copied().find(|at| is(self.tag(*at)))
    }

    fn is_note(&self, line: &Line) -> bool {
        self.within(line, |tag| tag == Tag::Note).is_some()
    }

    fn content(&self, page: usize) -> impl Iterator<Item = &Line> {
        self.lines
            .iter()
            .filter(move |line| line.page == page && line.content)
    }

    /// The text of a page without its footnotes.
    fn flow(&self, page: usize) -> impl Iterator<Item = &Line> {
        self.content(page).filter(|line| !self.is_note(line))
    }

    /// Whether a page ends the document, or stands before an appendix.
    fn is_last(&self, page: usize) -> bool {
        let Some(next) = self.flow(page + 1).next() else {
            return true;
        };
        next.path.iter().any(|at| {
            let id = &self.pages.structure[*at].id;
            id.as_ref().is_some_and(|id| self.appendices.contains(id))
        })
    }

    /// How full a page is.
    pub fn filled(&self, page: usize) -> f32 {
        let (top, bottom) = self.room(page);
        let lowest = self.flow(page).map(|line| line.y).fold(top, f32::min);
        let notes = self.content(page).filter(|line| self.is_note(line));
        let foot = notes.map(|line| line.y).fold(bottom, f32::max);
        1.0 - (lowest - foot).max(0.0) / (top - bottom)
    }

    /// Whether what follows a page is a picture that has no room on it.
    fn is_before_picture(&self, page: usize) -> bool {
        let (_, bottom) = self.room(page);
        let lowest = self.flow(page).map(|line| line.y).fold(f32::MAX, f32::min);
        let next = self.flow(page + 1).next();
        next.is_some_and(|next| next.whole > lowest - bottom - AROUND)
    }

    /// The lowest line of each column of a page.
    fn feet(&self, page: usize) -> Vec<&Line> {
        let middle = self.pages.size_of(&self.pages.pages[page]).0 / 2.0;
        let foot = |left: bool| {
            let own = self.flow(page).filter(|line| (line.x < middle) == left);
            own.min_by(|one, other| one.y.total_cmp(&other.y))
        };
        [true, false].into_iter().filter_map(foot).collect()
    }

    /// What breaks the rules, told by page.
    pub fn faults(&self, lacking: f32) -> Vec<String> {
        let mut faults = Vec::new();
        let count = self.pages.pages.len();
        for page in 0..count {
            if self.is_last(page) {
                faults.extend(self.lonely(page));
                continue;
            }
            let filled = self.filled(page);
            // Text cannot go on on a page that lies otherwise.
            if filled < lacking && !self.turns(page) && !self.is_before_picture(page) {
                faults.push(format!("page {}: {filled:.2} full", page + 1));
            }
            faults.extend(self.torn(page));
        }
        faults.extend(self.idle_turns());
        faults.extend(self.split_signatures());
        faults.extend(self.bad_parts());
        faults
    }

    /// Pages that lie on their side without a table, or what is left of its footnotes.
    fn idle_turns(&self) -> Vec<String> {
        let wide = |line: &Line| {
            self.is_note(line) || self.within(line, |tag| tag == Tag::Table).is_some()
        };
        let pages = (0..self.pages.pages.len()).filter(|page| self.is_turned(*page));
        let idle = pages.filter(|page| !self.content(*page).any(wide));
        idle.map(|page| format!("page {} is turned for nothing", page + 1))
            .collect()
    }

    /// A last page with nothing but what stands below the signature.
    fn lonely(&self, page: usize) -> Option<String> {
        let below = |line: &Line| {
            let list = |tag| matches!(tag, Tag::L { .. });
            self.within(line, list).is_some() && self.within(line, |tag| tag == Tag::Sect).is_none()
        };
        // Behind a page that lies on its side there is no other place for it.
        let could_stay = page > 0 && !self.turns(page - 1);
        let alone = could_stay && self.flow(page).next().is_some() && self.flow(page).all(below);
        alone.then(|| format!("page {}: only attachments and copies", page + 1))
    }

    /// A heading, or the introduction of a list, at the foot of a page.
    fn torn(&self, page: usize) -> Option<String> {
        let next = self.flow(page + 1).next()?;
        let list = |tag| matches!(tag, Tag::L { .. } | Tag::Table);
        for foot in self.feet(page) {
            let heading = self.within(foot, |tag| matches!(tag, Tag::H(_))).is_some();
            let inside = self
                .within(foot, |tag| list(tag) || tag == Tag::BlockQuote)
                .is_some();
            let goes_on = self.within(next, list).is_some() && next.x < foot.x + 40.0;
            let introduces = !inside && goes_on && foot.text.trim_end().ends_with(':');
            let lowest = self.flow(page).all(|line| line.y >= foot.y - 0.1);
            if heading && lowest || introduces {
                return Some(format!("page {} ends with {:?}", page + 1, foot.text));
            }
        }
        None
    }

    /// Signatures, the sections without an id, on two pages, or without a line before them.
    fn split_signatures(&self) -> Vec<String> {
        let mut pages: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
        for line in self.lines.iter().filter(|line| line.content) {
            let signature = |at: &&usize| {
                self.tag(**at) == Tag::Sect && self.pages.structure[**at].id.is_none()
            };
            if let Some(at) = line.path.iter().find(signature) {
                pages.entry(*at).or_default().insert(line.page);
            }
        }
        let mut faults = Vec::new();
        for (signature, own) in pages {
            let first = self
                .lines
                .iter()
                .position(|line| line.path.contains(&signature));
            let page = own.first().copied().unwrap_or(0);
            let begins = first.is_none_or(|at| {
                at == 0 || self.lines[at - 1].page != page && self.lines[at - 1].content
            });
            let could_stay = page > 0 && !self.turns(page - 1);
            if own.len() > 1 || could_stay && begins {
                faults.push(format!(
                    "the signature stands on pages {own:?}, alone: {begins}"
                ));
            }
        }
        faults
    }

    /// Tables that go on without their heads, or with one row of several alone.
    fn bad_parts(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let tables = (0..self.pages.structure.len()).filter(|at| self.tag(*at) == Tag::Table);
        for table in tables {
            let own = self.lines.iter().filter(|line| line.path.contains(&table));
            let is_head = |line: &&Line| self.within(line, |tag| tag == Tag::THead).is_some();
            let (head, body): (Vec<&Line>, Vec<&Line>) = own.partition(is_head);
            let mut rows: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
            for line in &body {
                let row = line.path.iter().rfind(|at| self.tag(**at) == Tag::TR);
                rows.entry(line.page).or_default().extend(row);
            }
            let all = rows.values().flatten().collect::<BTreeSet<_>>().len();
            for (page, own) in &rows {
                let begun = head.first().is_some_and(|line| line.page == *page);
                let repeated = head.iter().all(|line| {
                    let same = |other: &Line| {
                        other.page == *page && !other.content && other.text == line.text
                    };
                    self.lines.iter().any(same)
                });
                if !begun && !repeated {
                    faults.push(format!("page {}: a table without its head", page + 1));
                }
                if own.len() == 1 && all > 1 && !self.is_tall(own, *page) && !self.is_full(*page) {
                    faults.push(format!("page {}: one row of {all}", page + 1));
                }
            }
        }
        faults
    }

    /// Whether the last page that goes on from a page is full, so that a row that moved
    /// would make one page more.
    fn is_full(&self, page: usize) -> bool {
        let ends = |page: &usize| self.is_last(*page) || self.turns(*page);
        let last = (page..self.pages.pages.len()).find(ends);
        last.is_some_and(|last| self.filled(last) > 0.85)
    }

    /// Whether a row alone on a page is so tall that the page would be too short without
    /// it, or the one before without the row before.
    fn is_tall(&self, row: &BTreeSet<usize>, page: usize) -> bool {
        let (top, bottom) = self.room(page);
        let own = self
            .content(page)
            .filter(|line| line.path.iter().any(|at| row.contains(at)));
        let heights: Vec<f32> = own.map(|line| line.y).collect();
        let height = heights.iter().copied().fold(0.0, f32::max)
            - heights.iter().copied().fold(f32::MAX, f32::min);
        height / (top - bottom) > 0.2
    }
}

/// A workspace of the examples' files and all memos, in a theme.
fn workspace(theme: &str) -> tempfile::TempDir {
    let root = tempfile::TempDir::new().expect("a temporary folder can be made");
    let memos = root.path().join("memos");
    fs::create_dir(&memos).expect("a folder can be made");
    for name in ["bimemo.yaml", "directory.yaml"] {
        fs::copy(stage::repository().join(name), root.path().join(name)).expect("it can be copied");
    }
    for folder in FOLDERS {
        let folder = stage::repository().join(folder);
        for file in stage::files(&folder) {
            let to = memos.join(&file);
            fs::create_dir_all(to.parent().expect("it lies in a folder")).expect("it can be made");
            fs::copy(folder.join(&file), to).expect("it can be copied");
        }
    }
    if !theme.is_empty() {
        fs::create_dir(root.path().join("templates")).expect("a folder can be made");
        let text = format!("based-on: {theme}\n");
        fs::write(root.path().join("templates/theme.yaml"), text).expect("it can be written");
    }
    root
}

/// What is counted.
#[derive(Debug, Default)]
struct Count {
    documents: usize,
    pages: usize,
    faults: Vec<String>,
}

/// Sets every `stride`th memo in a theme and counts what breaks the rules.
fn count(theme: &str, stride: usize) -> Count {
    let root = workspace(theme);
    let workspace = Workspace::open(root.path()).expect("the workspace opens");
    let (press, findings) = Press::load(&workspace);
    assert_eq!(findings, [], "the workspace has faults");
    let memos = workspace
        .select(&[])
        .expect("the memos can be listed")
        .memos;
    let mut count = Count::default();
    for memo in memos.iter().step_by(stride) {
        let composition = press.compose(&workspace, memo, Release::Final);
        let mut editions: Vec<Edition<'_>> = composition
            .documents
            .iter()
            .map(Edition::Separate)
            .collect();
        editions.extend(
            press
                .editions(&composition, Layout::Parallel)
                .unwrap_or_default(),
        );
        for edition in &editions {
            let Ok(pages) = press.pages(&workspace, edition) else {
                continue;
            };
            count.documents += 1;
            count.pages += pages.pages.len();
            if pages.pages.len() < 2 {
                continue;
            }
            let documents = edition.columns();
            let ids = documents.iter().flat_map(|document| &document.appendices);
            let ids = ids.flat_map(|section| {
                let prefixes = ["", "en-", "fr-"];
                prefixes.map(|prefix| format!("{prefix}{}", section.id))
            });
            let ids = ids.collect();
            let bottom = BOTTOM;
            let seen = Seen::of(&pages, ids, bottom);
            let lang = if documents.len() > 1 {
                "both"
            } else {
                documents[0].lang.code()
            };
            let faults = seen.faults(SHORT);
            count.faults.extend(
                faults
                    .iter()
                    .map(|fault| format!("{theme} {} {lang}: {fault}", memo.stem)),
            );
        }
    }
    count
}

/// A page is too short from here on: two thirds, a little less for what baselines say of
/// heights.
const SHORT: f32 = 2.0 / 3.0 - 0.02;
/// What stands between a line and a picture and below it, in points: the space above the
/// picture, and how much higher than [`BOTTOM`] a theme's margin is.
const AROUND: f32 = 40.0;
/// The height of the lowest baseline that there can be, in points.
const BOTTOM: f32 = 60.0;

#[test]
fn no_page_ends_where_it_should_not() {
    let all = std::env::var("PAGE_ENDS").is_ok_and(|value| value == "all");
    let counts: Vec<Count> = std::thread::scope(|scope| {
        let threads: Vec<_> = THEMES
            .into_iter()
            .map(|theme| {
                let stride = match theme {
                    _ if all => 1,
                    "" => 3,
                    _ => 9,
                };
                scope.spawn(move || count(theme, stride))
            })
            .collect();
        let joined = threads
            .into_iter()
            .map(|thread| thread.join().expect("it is counted"));
        joined.collect()
    });
    for (theme, count) in THEMES.iter().zip(&counts) {
        assert!(count.pages > count.documents, "{theme}: {count:?}");
    }
    let faults: Vec<&String> = counts.iter().flat_map(|count| &count.faults).collect();
    assert!(faults.is_empty(), "{faults:#?}");
}

/// A memo in both languages with the same words in both, given what stands below the
/// subject, with `{}` for each language's body.
fn memo(sender: &str, sections: &[(&str, String)], below: &str) -> String {
    let mut text = format!(
        "date: 2026-05-04\nsender:\n{sender}recipients: [{{ en: All staff, fr: Tout le personnel }}]\nsubject: {{ en: Keys, fr: Clés }}\nsections:\n"
    );
    for (heading, body) in sections {
        let start = if heading.is_empty() {
            "  - body:\n".to_owned()
        } else {
            format!("  - heading: {{ en: {heading}, fr: {heading} }}\n    body:\n")
        };
        let indented: String = body
            .lines()
            .map(|line| format!("        {line}\n"))
            .collect();
        text += &format!("{start}      en: |\n{indented}      fr: |\n{indented}");
    }
    text + below
}

const ONE: &str = "  - { name: Odile Fenwick, gender: feminine }\n";
const TWO: &str = "  - { name: Odile Fenwick, gender: feminine, title: { en: Dockmaster, fr: maître de quai } }\n  - { name: Rémi Gaunt, gender: masculine, title: { en: Clerk, fr: commis } }\n";

fn lines(count: usize) -> String {
    (1..=count)
        .map(|number| format!("Line {number}.\n\n"))
        .collect()
}

/// Prints a memo in both languages and side by side, and goes on with what is seen of
/// each language; in no edition may a page end where it should not.
fn print_memo(text: &str, mut each: impl FnMut(&Seen<'_>)) {
    let room = Room::new();
    room.put("memos/keys.yaml", text);
    let open = room.open();
    let composition = open.compose(&open.memos()[0]);
    for lang in [Lang::En, Lang::Fr] {
        let printed = open.print(&composition, lang).expect("it can be printed");
        let seen = Seen::of(&printed.pages, BTreeSet::new(), BOTTOM);
        assert_eq!(seen.faults(SHORT), Vec::<String>::new(), "{lang:?}");
        each(&seen);
    }
    let printed = open
        .print_parallel(&composition)
        .expect("it can be printed");
    let seen = Seen::of(&printed.pages, BTreeSet::new(), BOTTOM);
    assert_eq!(seen.faults(SHORT), Vec::<String>::new(), "side by side");
}

impl Seen<'_> {
    /// The page that a line with these words stands on.
    fn page_of(&self, words: &str) -> usize {
        let mut lines = self.lines.iter().filter(|line| line.content);
        let line = lines.find(|line| line.text.contains(words));
        line.unwrap_or_else(|| panic!("{words}: {:#?}", self.lines))
            .page
    }
}

#[test]
fn a_table_begins_below_its_heading_and_breaks_between_tall_rows() {
    let cell =
        |count| "The desk lends each key for one day and writes it in the log. ".repeat(count);
    let (tall, low) = (cell(24), cell(4));
    let table = format!(
        "| Rule | Text |\n| --- | --- |\n| R1 | {tall} |\n| R2 | {tall} |\n| R3 | {low} |\n| R4 | {low} |\n"
    );
    let memo = memo(ONE, &[("", lines(8)), ("Rules", table)], "");
    print_memo(&memo, |seen| {
        assert_eq!(seen.pages.pages.len(), 2);
        let places = ["Rules", "R1", "R2", "R4"].map(|words| seen.page_of(words));
        assert_eq!(places, [0, 0, 1, 1]);
        assert!(seen.filled(0) > 0.6);
    });
}

const STEPS: &str = "From now on:\n\n1. Keys are lent.\n   - Sign here.\n   - Come back.\n   - Pay late fees.\n2. Doors close.\n3. Lights go out.\n";

#[test]
fn a_heading_stands_with_the_first_items_of_its_list_at_the_end_of_a_page() {
    for count in 19..24 {
        let memo = memo(
            ONE,
            &[("", lines(count)), ("Changes", STEPS.to_owned())],
            "",
        );
        print_memo(&memo, |seen| {
            let room = seen.page_of("Changes") == 0;
            assert_eq!(room, seen.page_of("Sign here") == 0, "{count}");
            // A heading and four lines have room as long as five lines less have it.
            let last = seen.feet(0)[0];
            assert!(room || last.y < 60.0 + 7.0 * 19.0, "{count}: {last:?}");
        });
    }
}

#[test]
fn one_name_more_makes_no_page_more() {
    let steps = "From now on:\n\n1. Keys are lent.\n   - Sign here.\n   - Come back:\n     - on time;\n     - sober.\n2. Doors close.\n   - At dusk.\n   - In fog.\n3. Lights go out.\n";
    let end = "closing: { en: \"Sincerely,\", fr: \"Cordialement,\" }\nsignature: { original: true }\nattachments:\n  - { title: { en: Plan, fr: Plan }, href: https://example.ca/plan.pdf }\n";
    let mut two = 0;
    for count in 10..22 {
        let note = format!("Line 0.[^1]\n\n{}[^1]: A note.\n", lines(20));
        let rest = lines(count).replace("Line", "Rest");
        let sections = [("", note), ("Changes", steps.to_owned()), ("Others", rest)];
        let names = ["Piers Laval", "Ana Roy", "Tom Lee", "Eva Cho"];
        let mut before: Vec<(usize, usize)> = Vec::new();
        for more in 0..=names.len() {
            let cc: String = names[..more]
                .iter()
                .map(|name| format!("  - {{ name: {name} }}\n"))
                .collect();
            let cc = if more > 0 {
                format!("cc:\n{cc}")
            } else {
                String::new()
            };
            let memo = memo(TWO, &sections, &format!("{end}{cc}"));
            let mut now = Vec::new();
            print_memo(&memo, |seen| {
                now.push((seen.pages.pages.len(), seen.page_of("Changes")))
            });
            if let (Some(before), true) = (before.first(), now[0].0 == 2) {
                two += 1;
                assert_eq!(*before, now[0], "{count} lines, {more} names");
            }
            before = now;
        }
    }
    assert!(two > 10, "{two}");
}

#[test]
fn no_amount_in_a_wide_table_is_cut() {
    let amounts = |amount: &str| format!("| {} |\n", [amount; 7].join(" | "));
    let table = |amount: &str| {
        format!(
            "| Dock | P1 | P2 | P3 | P4 | P5 | P6 | P7 |\n| --- | --: | --: | --: | --: | --: | --: | --: |\n| North {}",
            amounts(amount)
        )
    };
    let body = |text: &str| -> String {
        text.lines()
            .map(|line| format!("        {line}\n"))
            .collect()
    };
    let text = format!(
        "date: 2026-05-04\nsender:\n{ONE}recipients: [{{ en: All staff, fr: Tout le personnel }}]\nsubject: {{ en: Keys, fr: Clés }}\nsections:\n  - body:\n      en: |\n{}      fr: |\n{}",
        body(&table("$1,234,567")),
        body(
            &table("1 234 567 $")
                .replace("Dock", "Quai")
                .replace("North", "Nord")
        ),
    );
    let mut whole = Vec::new();
    print_memo(&text, |seen| {
        let amount = |line: &&Line| {
            line.text.contains("1,234,567") || line.text.contains("1\u{a0}234\u{a0}567\u{a0}$")
        };
        let cut: Vec<&Line> = seen
            .lines
            .iter()
            .filter(|line| line.text.trim() == "567\u{a0}$")
            .collect();
        assert!(cut.is_empty(), "{cut:?}");
        whole.push(seen.lines.iter().filter(amount).count());
    });
    assert!(whole.iter().all(|count| *count > 0), "{whole:?}");
}

/// A table of so many columns of amounts and so many rows, with its caption.
fn amounts(columns: usize, rows: usize) -> String {
    let row =
        |first: &str, cell: &str| format!("| {first} |{}\n", format!(" {cell} |").repeat(columns));
    let head = row("Dock", "Net");
    let rule = row("---", "--:");
    let body: String = (1..=rows)
        .map(|number| row(&format!("R{number}"), "1,234,567,890"))
        .collect();
    format!("Table: Dues\n\n{head}{rule}{body}\n")
}

#[test]
fn a_table_that_is_too_wide_lies_on_pages_of_its_own() {
    let mut split = 0;
    for count in [1, 12, 25, 40] {
        for rows in [2, 9, 30] {
            let own = format!("It says:\n\n{}After.\n", amounts(9, rows));
            let end = "closing: { en: \"Sincerely,\", fr: \"Cordialement,\" }\nsignature: { original: true }\ncc:\n  - { name: Ana Roy }\n";
            let memo = memo(ONE, &[("", lines(count)), ("Dues", own)], end);
            print_memo(&memo, |seen| {
                let page = seen.page_of("Dues");
                let said = format!("{count} lines, {rows} rows");
                assert!(seen.is_turned(page) && seen.turns(page - 1), "{said}");
                for words in ["It says", "R1", "R2"] {
                    assert_eq!(seen.page_of(words), page, "{said}");
                }
                let last = seen.page_of(&format!("R{rows}"));
                split += usize::from(last > page);
                assert!((page..=last).all(|page| seen.is_turned(page)), "{said}");
                assert_eq!(seen.page_of("After."), last + 1, "{said}");
                assert_eq!(seen.pages.pages.len(), last + 2, "{said}");
            });
        }
    }
    assert!(split >= 8, "{split}");
}

#[test]
fn a_table_alone_below_its_heading_takes_the_heading_along() {
    for count in [1, 20] {
        let memo = memo(ONE, &[("", lines(count)), ("Dues", amounts(9, 3))], "");
        print_memo(&memo, |seen| {
            assert!(seen.is_turned(seen.page_of("Dues")), "{count}");
        });
    }
}

#[test]
fn rows_below_an_empty_corner_have_heads() {
    let table = |corner: &str| {
        format!(
            "| {corner} | Keys | Locks |\n| --- | --- | --- |\n| North | a | b |\n| South | c | d |\n"
        )
    };
    for (corner, heads) in [("", 2), ("Dock", 0)] {
        let room = Room::new();
        room.put("memos/keys.yaml", memo(ONE, &[("", table(corner))], ""));
        let open = room.open();
        let composition = open.compose(&open.memos()[0]);
        let printed = open
            .print(&composition, Lang::En)
            .expect("it can be printed");
        let of_row = |tag: &Tag| *tag == Tag::TH { column: false };
        let tags = printed.pages.structure.iter().map(|element| element.tag);
        assert_eq!(tags.filter(of_row).count(), heads, "{corner}");
        assert_eq!(printed.html.matches("<th scope=\"row\">").count(), heads);
        let columns = 2 + usize::from(!corner.is_empty());
        assert_eq!(printed.html.matches("<th scope=\"col\">").count(), columns);
    }
}

/// So many people, each with a name of their own.
fn people(count: usize) -> String {
    let first = ["Ana", "Piers", "Odile", "Tom", "Eva", "Hugo", "Noor"];
    let last = ["Roy", "Laval", "Fenwick", "Lee", "Cho", "Park", "Gaunt"];
    let middle = ["B.", "C.", "D.", "F.", "G.", "H.", "J."];
    let of = |list: [&'static str; 7], at: usize| list[at % 7];
    (0..count)
        .map(|at| {
            let (middle, last) = (of(middle, at / 7), of(last, at / 49));
            format!("  - {{ name: {} {middle} {last} }}\n", of(first, at))
        })
        .collect()
}

#[test]
fn long_lists_of_names_break_no_rule_and_print_each_once() {
    for (to, cc, count) in [(8, 8, 3), (40, 40, 3), (200, 13, 20), (30, 24, 24)] {
        let below = format!(
            "closing: {{ en: \"Sincerely,\", fr: \"Cordialement,\" }}\ncc:\n{}",
            people(cc)
        );
        let text = memo(ONE, &[("", lines(count))], &below).replace(
            "recipients: [{ en: All staff, fr: Tout le personnel }]",
            &format!("recipients:\n{}", people(to)),
        );
        print_memo(&text, |seen| {
            let printed: Vec<&str> = seen.lines.iter().map(|line| line.text.as_str()).collect();
            let printed = printed.join(" ");
            for (name, wanted) in [("Ana B. Roy", 2), ("Piers B. Roy", 2)] {
                assert_eq!(printed.matches(name).count(), wanted, "{printed}");
            }
            let initials = printed.matches(" B. ").count();
            let of = |count: usize| (0..count).filter(|at| at / 7 % 7 == 0).count();
            assert_eq!(initials, of(to) + of(cc));
        });
    }
}
