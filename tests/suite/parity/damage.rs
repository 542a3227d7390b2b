//! One damage at a time to one language of a memo.

mod names;
use super::speech;
use super::words::{next, protected, touches, words};
use bimemo::lang::{Both, Lang};
use bimemo::language::read::{self, Value};
use bimemo::memo::yaml::Positions;
use bimemo::memo::{Memo, MemoSection, NodePath, Party, Text, TextValue};
use bimemo::source::SourceFile;
use std::ops::Range;
use std::sync::Arc;

/// A damaged memo.
pub struct Damage {
    /// What was done.
    pub kind: &'static str,
    /// The memo's text now.
    pub text: String,
    /// The lines of the damage now: of the text that was changed, or from the block
    /// before what was taken out to the one behind it. Counted from 1.
    pub lines: Range<usize>,
    /// What it was, for a person who looks into a miss.
    pub note: String,
}

/// A text of one language as it stands in the file.
pub(super) struct Field {
    /// Its language.
    pub(super) lang: Lang,
    /// The bytes of the file.
    range: Range<usize>,
    /// Whether it is a body of blocks.
    body: bool,
    /// The bytes of the other language's text.
    other: Range<usize>,
}

/// A block of a body: its bytes in the file.
#[derive(Clone, Debug)]
pub(super) struct Block {
    /// The bytes.
    pub(super) range: Range<usize>,
    kind: BlockKind,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum BlockKind {
    Paragraph,
    Item { depth: usize, list: usize },
    Row { table: usize, first: bool },
    Other,
}

/// All damages to a memo.
pub fn damages(file: &Arc<SourceFile>, memo: &Memo) -> Vec<Damage> {
    let positions = Positions::of(file);
    let mut maker = Maker {
        file,
        out: Vec::new(),
    };
    let fields = fields(memo, &positions);
    for field in &fields {
        maker.words(field);
        maker.titles(field);
        if field.body {
            maker.blocks(field);
        } else {
            maker.whole(field);
        }
    }
    for party in &memo.cc {
        let text = match party {
            Party::Person(person) => person.title.as_ref(),
            Party::Group(group) => Some(&group.name),
        };
        if let Some(text) = text.filter(|text| is_whole(text)) {
            let [en, fr] = ["en", "fr"].map(|key| span(&positions, &text.place.key(key)));
            maker.copy(&en, &fr);
        }
    }
    for field in fields.iter().filter(|field| field.body) {
        for (block, other) in maker.side_by_side(field) {
            speech::damage(&mut maker, field, &block, &other);
        }
    }
    maker.out
}

fn is_whole(text: &Text) -> bool {
    matches!(
        text.value,
        TextValue::Bilingual(Both {
            en: Some(_),
            fr: Some(_),
        })
    )
}

fn fields(memo: &Memo, positions: &Positions) -> Vec<Field> {
    let mut texts: Vec<(&Text, bool)> = vec![(&memo.subject, false)];
    fn section<'m>(one: &'m MemoSection, texts: &mut Vec<(&'m Text, bool)>) {
        texts.extend(one.heading.iter().map(|text| (text, false)));
        texts.extend(one.body.iter().map(|text| (text, true)));
        one.sections.iter().for_each(|inner| section(inner, texts));
    }
    for one in memo.sections.iter().chain(&memo.appendices) {
        section(one, &mut texts);
    }
    let parties = memo
        .sender
        .iter()
        .chain(&memo.recipients)
        .chain(&memo.cc)
        .chain(&memo.through);
    for party in parties {
        match party {
            Party::Person(person) => {
                texts.extend(person.title.iter().map(|text| (text, false)));
                texts.extend(person.organization.iter().map(|text| (text, false)));
            }
            Party::Group(group) => texts.push((&group.name, false)),
        }
    }
    texts.extend(memo.attachments.iter().map(|one| (&one.title, false)));
    let mut fields = Vec::new();
    for (text, body) in texts {
        if !is_whole(text) {
            continue;
        }
        let at = |lang: Lang| span(positions, &text.place.key(lang.code()));
        for lang in [Lang::Fr, Lang::En] {
            fields.push(Field {
                lang,
                range: at(lang),
                body,
                other: at(lang.other()),
            });
        }
    }
    fields
}

fn span(positions: &Positions, place: &NodePath) -> Range<usize> {
    positions.span_of(place).range()
}

/// Makes damages.
pub(super) struct Maker<'f> {
    file: &'f Arc<SourceFile>,
    out: Vec<Damage>,
}

impl Maker<'_> {
    /// The bytes of the file.
    pub(super) fn text(&self, range: &Range<usize>) -> &str {
        &self.file.text()[range.clone()]
    }

    /// Puts `new` in place of the bytes; the damage covers the block around them.
    pub(super) fn replace(
        &mut self,
        kind: &'static str,
        range: &Range<usize>,
        new: &str,
        block: &Range<usize>,
    ) {
        let old = self.text(range).to_owned();
        if old == new {
            return;
        }
        let text = format!(
            "{}{new}{}",
            &self.file.text()[..range.start],
            &self.file.text()[range.end..]
        );
        let now = SourceFile::new("a", text.clone());
        let end = (block.end + new.len()).saturating_sub(range.len());
        let short = |text: &str| {
            text.split_whitespace()
                .collect::<Vec<_>>()
                .join(" ")
                .chars()
                .take(90)
                .collect::<String>()
        };
        let line = self
            .file
            .line(self.file.position(range.start).line)
            .trim()
            .to_owned();
        self.out.push(Damage {
            kind,
            text,
            lines: now.position(block.start).line..now.position(end.max(block.start)).line + 1,
            note: format!("{} → {} in: {}", short(&old), short(new), short(&line)),
        });
    }

    /// Takes a copy, or its title, out of the French.
    fn copy(&mut self, en: &Range<usize>, fr: &Range<usize>) {
        if en.end < fr.start {
            self.replace("copy dropped", &(en.end..fr.end), "", &(en.start..fr.end));
        }
    }

    /// Damages to single words and values.
    fn words(&mut self, field: &Field) {
        let blocks = if field.body {
            self.split(&field.range)
        } else {
            vec![Block {
                range: field.range.clone(),
                kind: BlockKind::Other,
            }]
        };
        for block in blocks {
            self.values(field, &block.range);
            self.links(field, &block.range);
            self.marks(field, &block.range);
        }
    }

    fn values(&mut self, field: &Field, block: &Range<usize>) {
        let text = self.text(block).to_owned();
        let spared = protected(&text);
        let start = block.start;
        for reading in read::scan(&text, field.lang) {
            let range = reading.range.clone();
            if touches(&spared, &range) {
                continue;
            }
            let written = &text[range.clone()];
            let at = start + range.start..start + range.end;
            let digit = |maker: &mut Self, kind| {
                if let Some(new) = other_digit(written) {
                    maker.replace(kind, &at, &new, block);
                }
            };
            match reading.value {
                Value::Number { words: false, .. } if !is_list_number(&text, &range) => {
                    digit(self, "digit of a number");
                }
                Value::Ordinal { words: false, .. } => digit(self, "digit of a rank"),
                Value::Code(_) => digit(self, "digit of a code"),
                Value::Percent(_) => {
                    digit(self, "digit of a percentage");
                    let joined = text[range.end..].trim_start();
                    let shares_unit = ["to ", "à ", "et ", "and ", "ou ", "or "]
                        .iter()
                        .any(|word| joined.starts_with(word));
                    // "80 à 93 %" says the same.
                    if written.ends_with('%') && !shares_unit {
                        let bare = written.trim_end_matches(['%', ' ', '\u{a0}']);
                        self.replace("percent sign", &at, bare, block);
                    }
                }
                Value::Money { .. } => digit(self, "digit of an amount"),
                Value::Date { .. } => digit(self, "digit of a date"),
                Value::FiscalYear(_) => digit(self, "digit of a fiscal year"),
                Value::Time(_) => digit(self, "digit of a time"),
                Value::Phone(_) => digit(self, "digit of a telephone number"),
                Value::PostalCode(_) => digit(self, "digit of a postal code"),
                Value::Email(_) => {
                    let new = written.replacen('a', "e", 1);
                    self.replace("letter of an e-mail address", &at, &new, block);
                }
                _ => {}
            }
            self.decimal_mark(field, written, &at, block);
        }
        for (range, word) in words(&text) {
            if !touches(&spared, &range) {
                let at = start + range.start..start + range.end;
                self.word(field, word, &text[range.end..], &at, block);
            }
        }
    }

    fn decimal_mark(
        &mut self,
        field: &Field,
        written: &str,
        at: &Range<usize>,
        block: &Range<usize>,
    ) {
        let (own, other) = match field.lang {
            Lang::En => ('.', ','),
            Lang::Fr => (',', '.'),
        };
        let between_digits = written.char_indices().find(|(index, letter)| {
            *letter == own
                && written[..*index].ends_with(|c: char| c.is_ascii_digit())
                && written[index + 1..].starts_with(|c: char| c.is_ascii_digit())
        });
        let one = written.matches(own).count() == 1;
        if let (Some((index, _)), true) = (between_digits, one)
            && !written.contains(['@', '/'])
            && written.starts_with(|c: char| c.is_ascii_digit() || c == '$')
        {
            let new = format!("{}{other}{}", &written[..index], &written[index + 1..]);
            self.replace("decimal mark", at, &new, block);
        }
    }

    fn word(
        &mut self,
        field: &Field,
        word: &str,
        after: &str,
        at: &Range<usize>,
        block: &Range<usize>,
    ) {
        const MONTHS_EN: &[&str] = &[
            "January",
            "February",
            "March",
            "April",
            "June",
            "July",
            "August",
            "September",
            "October",
            "November",
            "December",
        ];
        const MONTHS_FR: &[&str] = &[
            "janvier",
            "février",
            "mars",
            "avril",
            "mai",
            "juin",
            "juillet",
            "août",
            "septembre",
            "octobre",
            "novembre",
            "décembre",
        ];
        const DAYS_EN: &[&str] = &[
            "Monday",
            "Tuesday",
            "Wednesday",
            "Thursday",
            "Friday",
            "Saturday",
            "Sunday",
        ];
        const DAYS_FR: &[&str] = &[
            "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
        ];
        const NUMBERS_EN: &[&str] = &[
            "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
            "twelve", "fifteen", "twenty", "thirty",
        ];
        const NUMBERS_FR: &[&str] = &[
            "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "dix", "onze", "douze",
            "quinze", "vingt", "trente",
        ];
        const SCALES_EN: &[&str] = &["million", "billion"];
        const SCALES_FR: &[&str] = &["millions", "milliards"];
        let lists: [(&str, &[&str], &[&str]); 4] = [
            ("month's name", MONTHS_EN, MONTHS_FR),
            ("day of the week", DAYS_EN, DAYS_FR),
            ("number word", NUMBERS_EN, NUMBERS_FR),
            ("scale word", SCALES_EN, SCALES_FR),
        ];
        for (kind, en, fr) in lists {
            let list = match field.lang {
                Lang::En => en,
                Lang::Fr => fr,
            };
            // A part of another number, or of a fixed phrase, is another damage.
            let tied = after.starts_with('-') && kind == "number word";
            if let (Some(new), false) = (next(list, word), tied) {
                if kind == "number word" && !self.has_number_word(field, block) {
                    continue;
                }
                self.replace(kind, at, new, block);
            }
        }
        match (field.lang, word) {
            (Lang::En, "p") if after.starts_with(".m.") => {
                self.replace("a.m. or p.m.", at, "a", block);
            }
            (Lang::En, "a") if after.starts_with(".m.") => {
                self.replace("a.m. or p.m.", at, "p", block);
            }
            _ => {}
        }
    }

    /// Whether the other language's text has number words or digits at all: without,
    /// "deux" is half of "les deux", which is "both".
    fn has_number_word(&self, field: &Field, _: &Range<usize>) -> bool {
        read::scan(self.text(&field.other), field.lang.other())
            .iter()
            .any(|reading| matches!(reading.value, Value::Number { .. }))
    }

    fn links(&mut self, field: &Field, block: &Range<usize>) {
        let text = self.text(block).to_owned();
        let mut at = 0;
        while let Some(found) = text[at..].find("](") {
            let open = text[..at + found].rfind('[');
            let close = text[at + found..].find(')');
            let (Some(open), Some(close)) = (open, close) else {
                break;
            };
            let middle = at + found;
            let end = middle + close + 1;
            if !text[..open].ends_with('!') {
                let words = text[open + 1..middle].to_owned();
                let range = block.start + open..block.start + end;
                self.replace("link dropped", &range, &words, block);
                let href = text[middle + 2..end - 1].to_owned();
                let target = block.start + middle + 2..block.start + end - 1;
                self.link_target(field, &href, &target, block);
            } else {
                let range = block.start + open - 1..block.start + end;
                self.replace("picture dropped", &range, "", block);
            }
            at = end;
        }
    }

    /// Changes a letter of an address that the other language has in the same form.
    fn link_target(&mut self, field: &Field, href: &str, at: &Range<usize>, block: &Range<usize>) {
        let plain = |href: &str| href.replace("/fr/", "/en/").replace("-fr", "-en");
        let other = self.text(&field.other);
        if href.starts_with('#') || !plain(other).contains(&plain(href)) || href.len() < 8 {
            return;
        }
        let Some(slash) = href.trim_end_matches('/').rfind(['/', ':', '@']) else {
            return;
        };
        let letter = href[slash + 1..].chars().next();
        if let Some(letter) = letter.filter(char::is_ascii_lowercase) {
            let new = if letter == 'z' { 'y' } else { 'z' };
            let changed = format!("{}{new}{}", &href[..=slash], &href[slash + 2..]);
            self.replace("link target", at, &changed, block);
        }
    }

    /// Marks of emphasis, references to notes, acronyms, ranks, leftovers.
    fn marks(&mut self, field: &Field, block: &Range<usize>) {
        let text = self.text(block).to_owned();
        if let Some(open) = text.find("**")
            && let Some(close) = text[open + 2..].find("**")
        {
            let words = text[open + 2..open + 2 + close].to_owned();
            let range = block.start + open..block.start + open + close + 4;
            self.replace("emphasis dropped", &range, &words, block);
        }
        if let Some(open) = text.find("[^")
            && let Some(close) = text[open..].find(']')
            && !text[open + close..].starts_with("]:")
        {
            let range = block.start + open..block.start + open + close + 1;
            self.replace("note reference dropped", &range, "", block);
        }
        if let Some(open) = text.find("{ $")
            && let Some(close) = text[open..].find(" }")
        {
            let placeable = &text[open..open + close + 2];
            let simple = !placeable.contains("->") && self.text(&field.other).contains(placeable);
            let once = text.matches(placeable).count() == 1;
            if simple && once {
                let range = block.start + open..block.start + open + close + 2;
                self.replace("fact dropped", &range, "XYZ", block);
            }
        }
        let end = block.start + text.trim_end().len();
        // A bracket ends a text in flow style.
        let note = match field.lang {
            _ if !field.body => " TODO",
            Lang::En => " [to be translated]",
            Lang::Fr => " [à traduire]",
        };
        let quoted = text.trim_end().ends_with(['"', '\'', '|']);
        if !quoted && !text.trim_start().starts_with("[^") {
            self.replace("note to the translator", &(end..end), note, block);
        }
        self.ranks(field, &text, block);
        self.acronyms(field, &text, block);
        self.names(field, &text, block);
        self.persons(field, &text, block);
        self.places(field, &text, block);
    }

    fn ranks(&mut self, field: &Field, text: &str, block: &Range<usize>) {
        let (deputy, minister) = match field.lang {
            Lang::En => ("Deputy Minister", "Minister"),
            Lang::Fr => ("sous-ministre", "ministre"),
        };
        if let Some(at) = text.find(deputy) {
            let range = block.start + at..block.start + at + deputy.len();
            self.replace("minister for deputy minister", &range, minister, block);
        }
    }

    /// Changes a letter of an acronym that the memo defines.
    fn acronyms(&mut self, field: &Field, text: &str, block: &Range<usize>) {
        let spared = protected(text);
        let all = self.text(&field.range).to_owned();
        for (range, word) in words(text) {
            let is_acronym = word.len() >= 3
                && word.len() <= 5
                && word.bytes().all(|byte| byte.is_ascii_uppercase())
                && !touches(&spared, &range);
            let bracketed = all.contains(&format!("({word})"));
            let here = text[..range.start].ends_with('(');
            let whole_file = self.file.text().matches(word).count();
            if is_acronym && bracketed && !here && whole_file > 2 {
                let last = word.chars().next_back().unwrap_or('A');
                let new = if last == 'X' { 'Q' } else { 'X' };
                let changed = format!("{}{new}", &word[..word.len() - 1]);
                let at = block.start + range.start..block.start + range.end;
                self.replace("letter of an acronym", &at, &changed, block);
                return;
            }
        }
    }

    /// Misspells a name of two words that stands in both languages' texts.
    fn names(&mut self, field: &Field, text: &str, block: &Range<usize>) {
        let spared = protected(text);
        let other = self.text(&field.other).to_owned();
        let found = words(text);
        for pair in found.windows(2) {
            let [(first, given), (second, family)] = pair else {
                continue;
            };
            let capital = |word: &str| {
                word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase)
            };
            let tied = &text[first.end..second.start] == " ";
            let name = &text[first.start..second.end];
            if capital(given)
                && capital(family)
                && family.len() >= 5
                && tied
                && !touches(&spared, &(first.start..second.end))
                && other.contains(name)
            {
                let mut letters: Vec<char> = family.chars().collect();
                letters.swap(2, 3);
                let changed: String = letters.into_iter().collect();
                let at = block.start + second.start..block.start + second.end;
                self.replace("person's or place's name", &at, &changed, block);
                return;
            }
        }
    }

    /// The other gender in a title.
    fn titles(&mut self, field: &Field) {
        if field.lang != Lang::Fr || field.body {
            return;
        }
        let text = self.text(&field.range).to_owned();
        let before = &self.file.text()[..field.range.start];
        let is_title = before
            .rfind("title:")
            .is_some_and(|at| before[at..].lines().count() <= 3);
        let declared = before
            .rfind("- ")
            .max(before.rfind("sender:"))
            .is_some_and(|at| {
                before[at..].contains("gender: feminine")
                    || before[at..].contains("gender: masculine")
            });
        if !is_title || !declared {
            return;
        }
        for (from, to) in [
            ("directrice", "directeur"),
            ("directeur", "directrice"),
            ("adjointe", "adjoint"),
            ("adjoint", "adjointe"),
            ("conseillère", "conseiller"),
            ("conseiller", "conseillère"),
            ("coordonnatrice", "coordonnateur"),
            ("coordonnateur", "coordonnatrice"),
        ] {
            let Some((range, _)) = words(&text).into_iter().find(|(_, word)| *word == from) else {
                continue;
            };
            // "adjointe au directeur": only the person's own title.
            if text[..range.start].split_whitespace().count() <= 1 {
                let at = field.range.start + range.start..field.range.start + range.end;
                let block = field.range.clone();
                self.replace("gender of a title", &at, to, &block);
                return;
            }
        }
    }

    /// Damages to whole texts of one line.
    fn whole(&mut self, field: &Field) {
        let other = self.text(&field.other).trim().to_owned();
        let own = self.text(&field.range).trim().to_owned();
        if is_translatable(&other) && other != own {
            let range = field.range.start..field.range.start + own.len();
            self.replace(
                "text left in the other language",
                &range,
                &other,
                &field.range.clone(),
            );
        }
    }

    /// Damages to blocks.
    fn blocks(&mut self, field: &Field) {
        let blocks = self.split(&field.range);
        self.drop_blocks(&blocks);
        self.swap_blocks(&blocks);
        for (block, other) in self.side_by_side(field) {
            let (own, new) = (
                self.text(&block.range).to_owned(),
                self.text(&other.range).to_owned(),
            );
            let worth = is_translatable(&new) && own.trim() != new.trim();
            if worth && !matches!(block.kind, BlockKind::Row { .. } | BlockKind::Other) {
                let range = block.range.clone();
                self.replace("block left in the other language", &range, &new, &range);
            }
        }
    }

    /// The blocks of a text and of its translation, where both have the same kinds.
    fn side_by_side(&self, field: &Field) -> Vec<(Block, Block)> {
        let (blocks, others) = (self.split(&field.range), self.split(&field.other));
        let kind = |block: &Block| std::mem::discriminant(&block.kind);
        let matching = blocks.iter().map(kind).eq(others.iter().map(kind));
        let pairs = blocks.into_iter().zip(others);
        pairs.filter(|_| matching).collect()
    }

    fn drop_blocks(&mut self, blocks: &[Block]) {
        for (at, block) in blocks.iter().enumerate() {
            let kind = match block.kind {
                BlockKind::Paragraph if blocks.len() > 1 => "paragraph dropped",
                BlockKind::Item { list, depth } => {
                    let siblings = blocks.iter().filter(|other| {
                        matches!(other.kind, BlockKind::Item { list: l, depth: d } if l == list && d == depth)
                    });
                    // An item with a list of its own is more than one damage.
                    let parent = matches!(
                        blocks.get(at + 1).map(|next| next.kind),
                        Some(BlockKind::Item { depth: below, .. }) if below > depth
                    );
                    if siblings.count() < 2 || parent {
                        continue;
                    }
                    "list item dropped"
                }
                BlockKind::Row { first: false, .. } => "table row dropped",
                _ => continue,
            };
            let before = at.checked_sub(1).and_then(|at| blocks.get(at));
            let after = blocks.get(at + 1);
            // The line under a table's head is no row.
            let row_before = blocks[..at]
                .iter()
                .rev()
                .find(|other| self.text(&other.range).contains(char::is_alphanumeric));
            let around = row_before.map_or(block.range.start, |block| block.range.start)
                ..after.map_or(block.range.end, |block| block.range.end);
            let end = after.map_or(block.range.end, |after| after.range.start);
            let start = if after.is_some() {
                block.range.start
            } else {
                before.map_or(block.range.start, |before| before.range.end)
            };
            // What follows must not become a part of what stands before.
            let indent = indent_of(self.file.text(), block.range.start);
            let new = match after {
                None => "\n".to_owned(),
                Some(after) if after.kind == block.kind => String::new(),
                Some(_) => format!("\n{indent}"),
            };
            self.replace(kind, &(start..end), &new, &around);
        }
    }

    fn swap_blocks(&mut self, blocks: &[Block]) {
        for pair in blocks.windows(2) {
            let [first, second] = pair else { continue };
            let kind = match (first.kind, second.kind) {
                (BlockKind::Paragraph, BlockKind::Paragraph) => "paragraphs swapped",
                (
                    BlockKind::Item { depth, list },
                    BlockKind::Item {
                        depth: other,
                        list: same,
                    },
                ) if depth == other && list == same => "list items swapped",
                (
                    BlockKind::Row {
                        table,
                        first: false,
                    },
                    BlockKind::Row {
                        table: same,
                        first: false,
                    },
                ) if table == same => "table rows swapped",
                _ => continue,
            };
            let strip = |text: &str| {
                text.trim()
                    .trim_start_matches(|c: char| c.is_ascii_digit())
                    .to_owned()
            };
            let (a, b) = (
                self.text(&first.range).to_owned(),
                self.text(&second.range).to_owned(),
            );
            if strip(&a) == strip(&b) {
                continue;
            }
            let between = self.text(&(first.range.end..second.range.start)).to_owned();
            let (a, b) = (a.trim_end().to_owned(), b.trim_end().to_owned());
            let gap = if between.trim().is_empty() && !between.is_empty() {
                between
            } else {
                "\n".into()
            };
            let (a, b) = exchange_numbers(&a, &b);
            let whole =
                first.range.start..second.range.start + self.text(&second.range).trim_end().len();
            let indent = indent_of(self.file.text(), second.range.start);
            let first_gap = if gap.contains('\n') {
                gap
            } else {
                format!("\n{indent}")
            };
            self.replace(kind, &whole, &format!("{b}{first_gap}{a}"), &whole);
        }
    }

    /// Splits a body into its blocks: bytes from the first letter of the first line
    /// to the end of the last.
    fn split(&self, range: &Range<usize>) -> Vec<Block> {
        let text = self.text(range);
        let mut blocks: Vec<Block> = Vec::new();
        let (mut list, mut table, mut open) = (0, 0, false);
        let mut at = range.start;
        for line in text.split_inclusive('\n') {
            let start = at + (line.len() - line.trim_start().len());
            let end = at + line.trim_end().len();
            at += line.len();
            let words = line.trim();
            let first = at == range.start + line.len();
            if first && (words.starts_with('|') && words.len() <= 2 || words.starts_with('>')) {
                continue;
            }
            if words.is_empty() {
                open = false;
                continue;
            }
            let depth = line.len() - line.trim_start().len();
            let is_item = words.starts_with("- ")
                || words.starts_with("* ")
                || words.split_once(['.', ')']).is_some_and(|(number, rest)| {
                    !number.is_empty()
                        && number.len() <= 2
                        && number.bytes().all(|byte| byte.is_ascii_digit())
                        && rest.starts_with(' ')
                });
            let last = blocks.last().map(|block| block.kind);
            let kind = if is_item {
                if !matches!(last, Some(BlockKind::Item { .. })) {
                    list += 1;
                }
                BlockKind::Item { depth, list }
            } else if words.starts_with('|') {
                let continues = open && matches!(last, Some(BlockKind::Row { .. }));
                if !continues {
                    table += 1;
                }
                let rule = words.chars().all(|c| matches!(c, '|' | '-' | ':' | ' '));
                let head = !continues || rule;
                BlockKind::Row { table, first: head }
            } else if words.starts_with('>') || words.starts_with("```") || words.starts_with("[^")
            {
                BlockKind::Other
            } else if open
                && matches!(
                    last,
                    Some(BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Other)
                )
            {
                if let Some(block) = blocks.last_mut() {
                    block.range.end = end;
                }
                continue;
            } else {
                BlockKind::Paragraph
            };
            open = true;
            blocks.push(Block {
                range: start..end,
                kind,
            });
        }
        blocks
    }
}

fn indent_of(text: &str, at: usize) -> String {
    let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
    text[start..at]
        .chars()
        .take_while(|c| c.is_whitespace())
        .collect()
}

/// Numbered items keep their numbers when they change places.
fn exchange_numbers(a: &str, b: &str) -> (String, String) {
    let split = |text: &str| {
        let end = text
            .find(['.', ')'])
            .filter(|end| *end > 0 && text[..*end].bytes().all(|byte| byte.is_ascii_digit()));
        end.map(|end| (text[..end].to_owned(), text[end..].to_owned()))
    };
    match (split(a), split(b)) {
        (Some((n, a)), Some((m, b))) => (format!("{m}{a}"), format!("{n}{b}")),
        _ => (a.to_owned(), b.to_owned()),
    }
}

/// Another last digit; nothing where there is none.
fn other_digit(text: &str) -> Option<String> {
    let at = text.rfind(|c: char| c.is_ascii_digit())?;
    let digit = text.as_bytes()[at] - b'0';
    // 30 June becomes 38 June for nobody: days stay days.
    let new = if digit == 0 { 9 } else { digit - 1 };
    let new = if new == 0 { 2 } else { new };
    let changed = format!("{}{new}{}", &text[..at], &text[at + 1..]);
    Some(changed)
}

fn is_list_number(text: &str, range: &Range<usize>) -> bool {
    let line_start = text[..range.start].rfind('\n').map_or(0, |at| at + 1);
    text[line_start..range.start].trim().is_empty() && text[range.end..].starts_with(['.', ')'])
}

/// Whether a text has words that a translator would translate.
fn is_translatable(text: &str) -> bool {
    let spared = protected(text);
    words(text)
        .iter()
        .filter(|(range, word)| {
            word.chars().next().is_some_and(char::is_lowercase) && !touches(&spared, range)
        })
        .count()
        >= 3
}
