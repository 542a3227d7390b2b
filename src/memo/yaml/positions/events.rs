//! The places of nodes, from the events of the parser that tells them.

use super::placement::{NodeKind, NodePlacement};
use crate::memo::yaml::recover::RecoveredTree;
use crate::memo::yaml::scalar::WrittenStyle;
use crate::memo::yaml::scan;
use crate::memo::yaml::settle::settled;
use saphyr_parser::{Event, Parser, ScalarStyle};
use std::ops::Range;

/// Reads the places of the nodes of `text`, which stands at the byte `offset` of
/// its file.
pub(in crate::memo::yaml) fn read_placement(
    text: &str,
    offset: usize,
) -> Result<NodePlacement, ()> {
    let bytes: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let mut reader = EventReader {
        events: Parser::new_from_str(text),
        bytes,
        offset,
        text,
        depth: 0,
    };
    loop {
        match reader.next()? {
            (Event::StreamStart | Event::DocumentStart(_) | Event::Nothing, _) => {}
            (Event::StreamEnd | Event::DocumentEnd, at) => {
                return Ok(NodePlacement::broken(at));
            }
            (event, at) => return reader.node(event, at),
        }
    }
}

/// Turns events into placements.
struct EventReader<'t> {
    events: Parser<'t, saphyr_parser::StrInput<'t>>,
    bytes: Vec<usize>,
    offset: usize,
    text: &'t str,
    depth: usize,
}

impl<'t> EventReader<'t> {
    fn next(&mut self) -> Result<(Event<'t>, Range<usize>), ()> {
        let (event, span) = self.events.next_event().ok_or(())?.map_err(|_| ())?;
        let byte =
            |index: usize| self.offset + self.bytes.get(index).copied().unwrap_or(self.text.len());
        let start = byte(span.start.index());
        Ok((event, start..byte(span.end.index()).max(start)))
    }

    fn node(&mut self, event: Event<'t>, at: Range<usize>) -> Result<NodePlacement, ()> {
        self.depth += 1;
        // serde_yaml stops at 128 levels.
        if self.depth > 200 {
            return Err(());
        }
        let node = match event {
            Event::Scalar(value, style, anchor, _) => NodePlacement {
                range: self.scalar_range(at, style),
                kind: NodeKind::Scalar(own_style(style), value.into_owned()),
                anchor,
            },
            Event::Alias(anchor) => NodePlacement {
                range: at,
                kind: NodeKind::Alias(anchor),
                anchor: 0,
            },
            Event::SequenceStart(anchor, _) => self.list(at, anchor)?,
            Event::MappingStart(anchor, _) => self.mapping(at, anchor)?,
            _ => return Err(()),
        };
        self.depth -= 1;
        Ok(node)
    }

    fn list(&mut self, at: Range<usize>, anchor: usize) -> Result<NodePlacement, ()> {
        let mut items: Vec<NodePlacement> = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, end) => {
                    let last = items.last().map(|item| item.range.end);
                    return Ok(NodePlacement {
                        range: self.whole(at, end, last),
                        kind: NodeKind::List(items),
                        anchor,
                    });
                }
                (event, at) => items.push(self.node(event, at)?),
            }
        }
    }

    fn mapping(&mut self, at: Range<usize>, anchor: usize) -> Result<NodePlacement, ()> {
        let mut entries: Vec<(String, Range<usize>, NodePlacement)> = Vec::new();
        loop {
            let (event, key_at) = self.next()?;
            if event == Event::MappingEnd {
                let last = entries
                    .last()
                    .map(|(_, key, value)| value.range.end.max(key.end));
                let start = match entries.first() {
                    Some((_, key, _)) if !self.starts_flow(&at) => key.start,
                    _ => at.start,
                };
                return Ok(NodePlacement {
                    range: self.whole(start..at.end, key_at, last),
                    kind: NodeKind::Mapping(entries),
                    anchor,
                });
            }
            let key = self.node(event, key_at)?;
            let (event, value_at) = self.next()?;
            let mut value = self.node(event, value_at)?;
            // Nothing stands behind the colon.
            if value.range.is_empty() {
                value.range = key.range.end..key.range.end;
            }
            let name = match key.kind {
                NodeKind::Scalar(_, name) => settled(&name).into_owned(),
                _ => String::new(),
            };
            entries.push((name, key.range, value));
        }
    }

    fn starts_flow(&self, at: &Range<usize>) -> bool {
        at.start
            .checked_sub(self.offset)
            .and_then(|start| self.text.get(start..))
            .is_some_and(|text| text.starts_with(['{', '[']))
    }

    /// From the start to the closing bracket, or to the end of the last entry.
    fn whole(&self, at: Range<usize>, end: Range<usize>, last: Option<usize>) -> Range<usize> {
        let end = if self.starts_flow(&at) {
            end.end
        } else {
            last.unwrap_or(at.end)
        };
        at.start..end.max(at.start)
    }

    /// The range of a scalar without the white space behind it; that of a block
    /// scalar begins at its indicator, where the parser gives its first line.
    fn scalar_range(&self, at: Range<usize>, style: ScalarStyle) -> Range<usize> {
        let start = at.start.saturating_sub(self.offset);
        let end = at.end.saturating_sub(self.offset);
        let mut text = self.text.get(start..end).unwrap_or_default();
        // A block scalar begins with its content, which may begin with any character.
        let is_block = matches!(style, ScalarStyle::Literal | ScalarStyle::Folded);
        while !is_block && text.starts_with(['&', '!']) {
            let name = text.find(char::is_whitespace).unwrap_or(text.len());
            text = text[name..].trim_start();
        }
        let start = end.min(self.text.len()) - text.len();
        let at = self.offset + start..at.end;
        match style {
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => at,
            ScalarStyle::Plain => at.start..at.start + text.trim_end().len(),
            ScalarStyle::Literal | ScalarStyle::Folded => {
                let start = block_indicator(self.text, start).unwrap_or(start);
                let text = self.text.get(start..end).unwrap_or_default();
                let start = self.offset + start;
                start..start + text.trim_end().len()
            }
        }
    }
}

/// Where the `|` or `>` stands of the block scalar whose content begins at `content`.
fn block_indicator(text: &str, content: usize) -> Option<usize> {
    let is_indicator = |line: &str, at: usize| {
        line[at..].starts_with(['|', '>'])
            && (at == 0 || line[..at].ends_with([' ', '\t']))
            && scan::is_block_header(&line[at..])
    };
    if text.get(content..)?.starts_with(['|', '>']) {
        let line = text[content..].lines().next()?;
        if is_indicator(line, 0) {
            return Some(content);
        }
    }
    let mut end = text[..content].rfind('\n')?;
    loop {
        let start = text[..end].rfind('\n').map_or(0, |at| at + 1);
        let line = text[start..end].trim_end_matches('\r');
        if let Some((at, _)) = line.char_indices().find(|(at, _)| is_indicator(line, *at)) {
            return Some(start + at);
        }
        if !line.trim().is_empty() || start == 0 {
            return None;
        }
        end = start - 1;
    }
}

fn own_style(style: ScalarStyle) -> WrittenStyle {
    match style {
        ScalarStyle::Plain => WrittenStyle::Plain,
        ScalarStyle::SingleQuoted => WrittenStyle::SingleQuoted,
        ScalarStyle::DoubleQuoted => WrittenStyle::DoubleQuoted,
        ScalarStyle::Literal => WrittenStyle::Literal,
        ScalarStyle::Folded => WrittenStyle::Folded,
    }
}
