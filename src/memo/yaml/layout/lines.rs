//! Lines that lack their colon or their dash, or stand at the wrong level.

use super::levels::{Levels, Misplaced};
use super::{Layout, Raw, Slip, column};
use crate::memo::codes::{INDENTATION, MISSING_DASH, YAML_SYNTAX};
use crate::memo::yaml::keys::{is_key, leading_key};
use crate::memo::yaml::scan::{self, YamlLine};
use crate::memo::yaml::traps::shortened;

impl<'f> Layout<'f> {
    /// `recipients`, or `fr Rappel`: a key of ours without its colon, where only a key can
    /// stand.
    pub(super) fn missing_colon(&self, line: &YamlLine<'_>) -> Option<Slip> {
        let content = self.text[line.content..].lines().next()?.trim_end();
        let word = content.split([' ', '\t']).next()?;
        let dashes = self.text[line.start..line.content].contains('-');
        let rest = content[word.len()..].trim_start();
        let header = rest.starts_with(['|', '>']) && scan::is_block_header(rest);
        // `- name of the unit` may be an item.
        let directory_key = word == "person" && !rest.contains(' ');
        let item = dashes && !header && !rest.is_empty() && !directory_key;
        if line.key.is_some() || !is_key(word) || item {
            return None;
        }
        let end = line.content + word.len();
        let written = format!("{word}: {}", shortened(rest));
        let wording = YAML_SYNTAX.say("colon", given!(word, line = written.trim_end()));
        let slip = self.slip(line.content..end, wording).mend(end..end, ":");
        Some(slip.explaining(self.lines_under(line, column(line), header)))
    }

    /// A line at the wrong level.
    pub(super) fn misplaced(&self, line: &YamlLine<'f>, levels: &mut Levels<'f>) -> Option<Slip> {
        let below = |column: usize| {
            let mut below = self.below(line.start).iter();
            below
                .find(|raw| !raw.is_blank() && raw.indent <= column)
                .map(|raw| raw.indent)
        };
        match levels.enter(line, self.text, &below)? {
            Misplaced::NoDash { start, column } => self.missing_dash(start, column),
            Misplaced::Level {
                start,
                column,
                beside,
            } => self.wrong_level(start, column, beside),
        }
    }

    /// An item of a list without its dash, whose dashes stand at `column`.
    fn missing_dash(&self, start: usize, column: usize) -> Option<Slip> {
        let raw = self.raw_at(start)?;
        let below = self.below(start);
        let is_next = |it: &Raw<'_>| {
            !it.is_blank()
                && (it.indent < raw.indent
                    || it.indent == raw.indent && it.content.starts_with('-'))
        };
        let count = below.iter().position(is_next).unwrap_or(below.len());
        let rest = super::without_blank_end(&below[..count]);
        let item = raw.content.split([' ', '\t']).next().unwrap_or_default();
        let (word, line) = (shortened(item), shortened(raw.content));
        let wording = MISSING_DASH.say("item", given!(word, line));
        let slip = self.slip(raw.range(), wording);
        let at = start + column;
        // Where only the dash was left out, the item's other lines stand as they should.
        let whole = rest
            .iter()
            .any(|it| !it.is_blank() && it.indent == raw.indent);
        Some(
            if raw.indent >= column + 2 {
                slip.mend(at..at + 2, "- ")
            } else {
                slip.mend(at..at, "- ")
                    .moving(if whole { rest } else { &[] }, 2)
            }
            .explaining(self.lines_to(start, rest)),
        )
    }

    /// A key that belongs beside another.
    pub(super) fn wrong_level(&self, start: usize, column: usize, beside: &str) -> Option<Slip> {
        let raw = self.raw_at(start)?;
        let key = raw.content.split(':').next()?.trim_end();
        let by = column as isize - raw.indent as isize;
        let at = raw.range().start;
        let wording = INDENTATION.say(
            "level",
            given!(key, beside, deeper = (by < 0), spaces = column),
        );
        let slip = self.slip(at..at + key.len(), wording);
        // What stands under it goes along where it would not be deeper any more.
        let below = self.deeper(start, raw.indent);
        let first = below.iter().find(|raw| !raw.is_blank());
        let opens = raw.content.ends_with(':') && raw.indent < column;
        let moved = match first {
            Some(first) if opens && first.indent <= column => below,
            _ => &[],
        };
        Some(slip.moving(&[*raw], by).moving(moved, by))
    }

    /// A key of ours on a line that runs on the text of the key above it.
    pub(super) fn key_too_deep(
        &self,
        line: &YamlLine<'f>,
        key: &str,
        levels: &mut Levels<'f>,
    ) -> Option<Slip> {
        let column = column(line);
        let inside = self.deeper(line.start, column);
        let named = levels.has_names();
        let key_of = |raw: &Raw<'f>| match leading_key(raw.content) {
            None if named => leading_name(raw.content),
            key => key,
        };
        let at = inside.iter().position(|raw| key_of(raw).is_some())?;
        let raw = inside[at];
        // With a dash further down at its own column, the item above lacks one.
        let end = inside.last()?.start;
        let next = self.below(end).iter().find(|raw| !raw.is_blank());
        let dashes = self.text[line.start..line.content].contains('-');
        if next.is_some_and(|next| next.indent == column && next.content.starts_with("- "))
            && !dashes
        {
            return self.missing_dash(line.start, column);
        }
        // What stands below a key that opens it, no deeper, was left where it belongs.
        let opens = |raw: &Raw<'_>| raw.content.ends_with(':');
        let left = inside.windows(2).enumerate().skip(at).find(|(_, pair)| {
            opens(&pair[0]) && pair[1].indent == raw.indent && pair[0].indent == raw.indent
        });
        let moved = &inside[at..left.map_or(inside.len(), |(before, _)| before + 1)];
        for raw in moved.iter().filter(|it| it.indent == raw.indent) {
            if let Some(key) = key_of(raw) {
                levels.enter_mended(raw.start, &[], (column, key));
            }
        }
        let deep = key_of(&raw)?;
        let start = raw.range().start;
        let wording = INDENTATION.say("part", given!(key = deep, beside = key, spaces = column));
        let slip = self.slip(start..start + deep.len(), wording);
        let by = column as isize - raw.indent as isize;
        let explains = self.lines_to(line.start, moved);
        Some(slip.moving(moved, by).explaining(explains))
    }

    pub(super) fn raw_at(&self, start: usize) -> Option<&Raw<'f>> {
        let at = self.raw.partition_point(|raw| raw.start < start);
        self.raw.get(at)
    }
}

/// The name of a fact with which a line begins, where it does.
fn leading_name(content: &str) -> Option<&str> {
    let (name, rest) = content.split_once(':')?;
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    (name.starts_with(|first: char| first.is_ascii_lowercase())
        && name.chars().all(is_part)
        && (rest.is_empty() || rest.starts_with(' ')))
    .then_some(name)
}
