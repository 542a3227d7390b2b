//! How well the check of parity finds differences, and how rarely it finds any where
//! there are none: over every memo of `tests/corpus/`, as it is and with one damage
//! at a time. Memos of `blind/` were written before the rules; their results stand
//! apart.

mod damage;
mod licences;
mod names;
mod pairs;
mod pipeline;
mod speech;
mod structures;
mod third_pairs;
mod words;

use crate::stage;
use bimemo::diagnostic::{Diagnostic, Severity};
use bimemo::press::codes;
use damage::Damage;
use pipeline::Built;
use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::io::Write as _;
use std::ops::Range;

/// Damages found on the right line, of a hundred.
const RECALL: usize = 98;

/// Damages of a kind that are errors on the right line, of a hundred.
const ERRORS: [(&str, usize); 4] = [
    ("accent of a family name", 97),
    ("another family name", 97),
    ("another place", 90),
    ("letter of a family name", 97),
];

/// The same for damages to what is said, which another wording may hide.
const RECALL_OF_SPEECH: usize = 85;

/// The kinds of those.
const SPEECH: [&str; 4] = [
    "may for must",
    "negation added",
    "negation removed",
    "sentence dropped",
];

/// Findings that one damage may have at most, on an average of ten damages.
const NOISE: usize = 20;

fn memos(corpus: &str) -> Vec<(String, String)> {
    let folder = stage::repository().join("tests/corpus").join(corpus);
    stage::files(&folder)
        .into_iter()
        .map(|name| {
            let text = std::fs::read_to_string(folder.join(&name)).expect("a memo can be read");
            (format!("tests/corpus/{corpus}/{}", name.display()), text)
        })
        .collect()
}

/// What the damages of a kind are the business of: the rules that may tell them.
fn rules_of(kind: &str) -> &'static [&'static str] {
    match kind {
        "a.m. or p.m." | "digit of a time" => &["P037"],
        "block left in the other language" | "text left in the other language" => &["P070", "P071"],
        "copy dropped" => &["P001"],
        "day of the week" | "digit of a date" | "digit of a fiscal year" | "month's name" => {
            &["P036"]
        }
        "decimal mark" => &["P035"],
        "digit of a code" | "digit of a number" | "digit of a rank" => &["P032", "P034"],
        "digit of a percentage" => &["P039"],
        "percent sign" => &["P039", "P032"],
        "digit of a postal code" => &["P044"],
        "digit of a telephone number" => &["P043"],
        "digit of an amount" | "scale word" => &["P038"],
        "emphasis dropped" => &["P063"],
        "fact dropped" => &["P030", "P031", "P032", "P036", "P037", "P038", "P039"],
        "gender of a title" => &["P054"],
        "letter of an acronym" => &["P050"],
        "letter of an e-mail address" => &["P042"],
        "link dropped" => &["P040"],
        "link target" => &["P041", "P042", "P062"],
        "list item dropped" => &["P014"],
        "list items swapped" => &["P016"],
        "may for must" => &["P081"],
        "negation added" | "negation removed" => &["P080"],
        "minister for deputy minister" => &["P053"],
        "note reference dropped" => &["P060", "W012"],
        "note to the translator" => &["P072"],
        "number word" => &["P033", "P034"],
        "paragraph dropped" => &["P010"],
        "paragraphs swapped" => &["P012"],
        "person's or place's name" => &["P051"],
        "accent of a family name" | "another family name" | "letter of a family name" => &["P051"],
        "another place" => &["P055"],
        "picture dropped" => &["P061", "P010"],
        "sentence dropped" => &["P065"],
        "table row dropped" | "table rows swapped" => &["P017"],
        other => panic!("no rule is known for the damage `{other}`"),
    }
}

/// How one rule does.
#[derive(Clone, Copy, Default)]
struct Rule {
    /// Damages that it may tell: made, and told by it on the right line.
    made: usize,
    told: usize,
    /// Findings on the line of a damage, its own or another rule's.
    right: usize,
    /// Findings elsewhere.
    elsewhere: usize,
    /// Findings on correct pairs.
    correct: usize,
}

/// A finding as a line to read.
fn shown(finding: &Diagnostic) -> String {
    let line = finding.span.as_ref().map_or(0, |span| span.start().line);
    format!(
        "{} {} line {line}: {}",
        finding.severity.name(),
        finding.code.id,
        finding.message
    )
}

fn lines_of(finding: &Diagnostic) -> Vec<Range<usize>> {
    let labels = finding.labels.iter().map(|label| &label.span);
    finding
        .span
        .iter()
        .chain(labels)
        .map(|span| span.start().line..span.end().line + 1)
        .collect()
}

/// What a corpus comes to.
#[derive(Default)]
struct Score {
    memos: usize,
    errors: Vec<String>,
    warnings: Vec<String>,
    /// By kind of damage: made, found on the right line, told there as an error.
    kinds: BTreeMap<&'static str, (usize, usize, usize)>,
    rules: BTreeMap<&'static str, Rule>,
    missed: Vec<String>,
    findings: usize,
    most: (usize, String),
}

impl Score {
    /// Goes through the memos of a corpus and every `stride`th of their damages.
    fn of(corpus: &str, stride: usize) -> Score {
        let mut score = Score::default();
        for (path, text) in memos(corpus) {
            let built = Built::of(&path, &text).unwrap_or_else(|faults| {
                panic!("{path}: {:?}", faults.iter().map(shown).collect::<Vec<_>>())
            });
            score.memo(&path, &built, stride);
        }
        score
    }

    fn memo(&mut self, path: &str, built: &Built, stride: usize) {
        self.memos += 1;
        let before = built.findings();
        for finding in &before {
            self.rules.entry(finding.code.id).or_default().correct += 1;
            let line = format!("{path}: {}", shown(finding));
            match finding.severity {
                Severity::Error => self.errors.push(line),
                _ => self.warnings.push(line),
            }
        }
        let damages = damage::damages(&built.file, &built.memo);
        // Another remainder for each memo, so that every kind has its turn. There are few
        // damages to what is said, and each counts for more.
        let turn = |at: usize, kind: &str| {
            let stride = if SPEECH.contains(&kind) {
                stride.min(SPEECH_STRIDE)
            } else {
                stride
            };
            at % stride == self.memos % stride
        };
        // There are too few copies to pass any over.
        let tried: Vec<Damage> = damages
            .into_iter()
            .enumerate()
            .filter(|(at, damage)| turn(*at, damage.kind) || damage.kind == "copy dropped")
            .map(|(_, damage)| damage)
            .collect();
        for damage in tried {
            // What cannot be built any more is told by what stops it.
            let after = match Built::of(path, &damage.text) {
                Ok(damaged) => damaged.findings(),
                Err(faults) => faults,
            };
            self.damage(path, &damage, &before, after);
        }
    }

    fn damage(
        &mut self,
        path: &str,
        damage: &Damage,
        before: &[Diagnostic],
        after: Vec<Diagnostic>,
    ) {
        let mut known: Vec<(&str, &str)> = before
            .iter()
            .map(|finding| (finding.code.id, finding.message.as_str()))
            .collect();
        let new: Vec<Diagnostic> = after
            .into_iter()
            .filter(|finding| {
                let at = known
                    .iter()
                    .position(|other| *other == (finding.code.id, finding.message.as_str()));
                at.map(|at| known.remove(at)).is_none()
            })
            .collect();
        let (mut found, mut error) = (false, false);
        let mut told: BTreeSet<&str> = BTreeSet::new();
        for finding in &new {
            let here = lines_of(finding)
                .iter()
                .any(|lines| lines.start < damage.lines.end && damage.lines.start < lines.end);
            let rule = self.rules.entry(finding.code.id).or_default();
            if here {
                rule.right += 1;
                told.insert(finding.code.id);
            } else {
                rule.elsewhere += 1;
            }
            found |= here;
            error |= here && finding.severity == Severity::Error;
        }
        // The rule that told it, or the first of those that should have.
        let rules = rules_of(damage.kind);
        let teller = rules.iter().find(|rule| told.contains(**rule));
        let rule = self.rules.entry(teller.unwrap_or(&rules[0])).or_default();
        rule.made += 1;
        rule.told += usize::from(teller.is_some());
        let kind = self.kinds.entry(damage.kind).or_default();
        kind.0 += 1;
        kind.1 += usize::from(found);
        kind.2 += usize::from(error);
        self.findings += new.len();
        let describe = || {
            let lines = new.iter().map(shown).collect::<Vec<_>>().join("\n      ");
            format!(
                "{path}:{}: {}: {}\n      {lines}",
                damage.lines.start, damage.kind, damage.note
            )
        };
        if !found {
            self.missed.push(describe());
        }
        if new.len() > self.most.0 {
            self.most = (new.len(), describe());
        }
    }

    /// Damages made and found, of those to what is said or of the others.
    fn counts(&self, speech: bool) -> (usize, usize) {
        let kinds = self.kinds.iter();
        let wanted = kinds.filter(|(kind, _)| SPEECH.contains(kind) == speech);
        wanted.fold((0, 0), |all, (_, own)| (all.0 + own.0, all.1 + own.1))
    }

    fn made(&self) -> usize {
        self.counts(false).0 + self.counts(true).0
    }

    fn found(&self) -> usize {
        self.counts(false).1 + self.counts(true).1
    }

    fn table(&self, name: &str) -> String {
        let mut out = String::new();
        let percent = |part: usize, whole: usize| {
            if whole == 0 {
                "-".to_owned()
            } else {
                format!("{:.1} %", part as f64 * 100.0 / whole as f64)
            }
        };
        let _ = writeln!(
            out,
            "\n{name}: {} memos, {} errors and {} warnings on correct pairs",
            self.memos,
            self.errors.len(),
            self.warnings.len()
        );
        let _ = writeln!(
            out,
            "{:<36}{:>7}{:>7}{:>10}{:>10}",
            "damage", "made", "found", "recall", "errors"
        );
        for (kind, (made, found, errors)) in &self.kinds {
            let _ = writeln!(
                out,
                "{kind:<36}{made:>7}{found:>7}{:>10}{:>10}",
                percent(*found, *made),
                percent(*errors, *made)
            );
        }
        let (made, found) = (self.made(), self.found());
        let _ = writeln!(
            out,
            "{:<36}{made:>7}{found:>7}{:>10}",
            "all",
            percent(found, made)
        );
        let _ = writeln!(
            out,
            "\n{:<36}{:>8}{:>7}{:>9}{:>7}{:>11}{:>9}{:>11}",
            "rule", "damages", "told", "recall", "right", "elsewhere", "correct", "precision"
        );
        for (id, rule) in &self.rules {
            let name = codes::find(id).map_or("", |code| code.name);
            let wrong = rule.elsewhere + rule.correct;
            let _ = writeln!(
                out,
                "{:<36}{:>8}{:>7}{:>9}{:>7}{:>11}{:>9}{:>11}",
                format!("{id} {name}"),
                rule.made,
                rule.told,
                percent(rule.told, rule.made),
                rule.right,
                rule.elsewhere,
                rule.correct,
                percent(rule.right, rule.right + wrong)
            );
        }
        out += "told: by this rule on the line of the damage; right, elsewhere: its findings on \
                that line and on others; correct: its findings on correct pairs\n\n";
        let _ = writeln!(
            out,
            "{} findings for {made} damages; the most for one:\n   {}",
            self.findings, self.most.1
        );
        out
    }

    fn assert(&self, name: &str) {
        let mut shown = self.table(name) + "\n";
        for line in self.errors.iter().chain(&self.warnings) {
            shown += &format!("   {line}\n");
        }
        for line in &self.missed {
            shown += &format!("   missed {line}\n");
        }
        // The figures are shown of a test that passes, too: this way they are not taken
        // for its output.
        let _ = std::io::stdout().lock().write_all(shown.as_bytes());
        assert!(self.errors.is_empty(), "{name}: errors on correct pairs");
        assert!(
            self.made() > self.memos * 5,
            "{name}: too few damages to say anything"
        );
        for (speech, least) in [(false, RECALL), (true, RECALL_OF_SPEECH)] {
            let (made, found) = self.counts(speech);
            assert!(
                found * 100 >= made * least,
                "{name}: {found} of {made} damages found on the right line"
            );
        }
        for (kind, floor) in ERRORS {
            let (made, _, errors) = self.kinds.get(kind).copied().unwrap_or_default();
            // There are few of them: one may be missed.
            assert!(
                (errors + 1) * 100 >= made * floor,
                "{name}: {errors} of {made} damages `{kind}` are errors"
            );
        }
        assert!(
            self.findings * 10 <= self.made() * NOISE,
            "{name}: {} findings for {} damages",
            self.findings,
            self.made()
        );
    }
}

/// A finding with everything that is shown of it.
fn in_full(finding: &Diagnostic) -> String {
    let at = |span: &bimemo::source::Span| {
        let (start, end) = (span.start(), span.end());
        format!(
            "{}:{}-{}:{}",
            start.line, start.column, end.line, end.column
        )
    };
    let mut out = format!(
        "{} {}: {} {}\n",
        finding.span.as_ref().map_or_else(|| "-".to_owned(), at),
        finding.severity.name(),
        finding.code.id,
        finding.message
    );
    for label in &finding.labels {
        let _ = writeln!(out, "  {}: {}", at(&label.span), label.message);
    }
    for hint in &finding.hints {
        let _ = writeln!(out, "  hint: {hint}");
    }
    out
}

#[test]
fn fixtures() {
    let folder = stage::repository().join("tests/fixtures/parity");
    let mut differences = Vec::new();
    for name in stage::files(&folder) {
        let shown_name = name.display().to_string();
        if !shown_name.ends_with(".yaml") || shown_name.ends_with(".settings.yaml") {
            continue;
        }
        let text = std::fs::read_to_string(folder.join(&name)).expect("a memo can be read");
        let settings = std::fs::read_to_string(folder.join(name.with_extension("settings.yaml")));
        let built = Built::with(&shown_name, &text, &settings.unwrap_or_default())
            .unwrap_or_else(|faults| panic!("{shown_name}: {faults:?}"));
        let actual: String = built.settled().iter().map(in_full).collect();
        let expected = folder.join(name.with_extension("expected"));
        differences.extend(stage::compare(&expected, &actual));
    }
    stage::assert_none(&differences);
}

/// How many damages are passed over between two that are tried, but for the whole
/// run: `cargo test --test suite every_damage -- --ignored --nocapture`.
const STRIDE: usize = 41;

/// The same for damages to what is said.
const SPEECH_STRIDE: usize = 17;

#[test]
fn tuned_memos() {
    Score::of("tuned", STRIDE).assert("tuned");
}

#[test]
fn blind_memos() {
    Score::of("blind", STRIDE).assert("blind");
}

#[test]
#[ignore = "takes minutes"]
fn every_damage_to_tuned_memos() {
    Score::of("tuned", 1).assert("tuned");
}

#[test]
#[ignore = "takes minutes"]
fn every_damage_to_blind_memos() {
    Score::of("blind", 1).assert("blind");
}
