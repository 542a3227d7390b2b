//! How well the check of parity finds differences, and how rarely it finds any where
//! there are none: over every memo of `tests/corpus/`, as it is and with one damage
//! at a time. Memos of `blind/` were written before the rules; their results stand
//! apart.

mod damage;
mod pairs;
mod pipeline;
mod words;

use crate::stage;
use bimemo::diagnostic::{Diagnostic, Severity};
use damage::Damage;
use pipeline::Built;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::ops::Range;

/// Damages found on the right line, of a hundred.
const RECALL: usize = 98;

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
    /// By kind of damage: made, found on the right line.
    kinds: BTreeMap<&'static str, (usize, usize)>,
    /// By rule: findings on the right line, elsewhere.
    rules: BTreeMap<&'static str, (usize, usize)>,
    missed: Vec<String>,
    findings: usize,
    most: (usize, String),
    broken: usize,
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
            let line = format!("{path}: {}", shown(finding));
            match finding.severity {
                Severity::Error => self.errors.push(line),
                _ => self.warnings.push(line),
            }
        }
        let damages = damage::damages(&built.file, &built.memo);
        // Another remainder for each memo, so that every kind has its turn.
        for damage in damages
            .into_iter()
            .skip(self.memos % stride)
            .step_by(stride)
        {
            // What cannot be built any more is found without the check.
            let Ok(damaged) = Built::of(path, &damage.text) else {
                self.broken += 1;
                continue;
            };
            self.damage(path, &damage, &before, damaged.findings());
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
        let mut found = false;
        for finding in &new {
            let here = lines_of(finding)
                .iter()
                .any(|lines| lines.start < damage.lines.end && damage.lines.start < lines.end);
            let rule = self.rules.entry(finding.code.id).or_default();
            if here {
                rule.0 += 1;
            } else {
                rule.1 += 1;
            }
            found |= here;
        }
        let kind = self.kinds.entry(damage.kind).or_default();
        kind.0 += 1;
        kind.1 += usize::from(found);
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

    fn made(&self) -> usize {
        self.kinds.values().map(|(made, _)| made).sum()
    }

    fn found(&self) -> usize {
        self.kinds.values().map(|(_, found)| found).sum()
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
            "{:<36}{:>7}{:>7}{:>10}",
            "damage", "made", "found", "recall"
        );
        for (kind, (made, found)) in &self.kinds {
            let _ = writeln!(
                out,
                "{kind:<36}{made:>7}{found:>7}{:>10}",
                percent(*found, *made)
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
            "{:<36}{:>7}{:>10}{:>10}",
            "rule", "right", "elsewhere", "precision"
        );
        for (rule, (right, wrong)) in &self.rules {
            let _ = writeln!(
                out,
                "{rule:<36}{right:>7}{wrong:>10}{:>10}",
                percent(*right, right + wrong)
            );
        }
        let _ = writeln!(
            out,
            "{} findings for {made} damages ({} more could not be built); the most for one:\n   {}",
            self.findings, self.broken, self.most.1
        );
        out
    }

    #[expect(clippy::print_stdout, reason = "the table is what the test is for")]
    fn assert(&self, name: &str) {
        println!("{}", self.table(name));
        for line in self.errors.iter().chain(&self.warnings) {
            println!("   {line}");
        }
        for line in &self.missed {
            println!("   missed {line}");
        }
        assert!(self.errors.is_empty(), "{name}: errors on correct pairs");
        assert!(
            self.made() > self.memos * 5,
            "{name}: too few damages to say anything"
        );
        assert!(
            self.found() * 100 >= self.made() * RECALL,
            "{name}: {} of {} damages found on the right line",
            self.found(),
            self.made()
        );
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
const STRIDE: usize = 11;

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
