//! The resources that the program carries are clean, and odd ones stop nothing.

use super::*;
use crate::diagnostic::Codes;
use crate::lang::Both;
use crate::language::typography::Mender;
use crate::locale::{Layer, Resource};
use crate::memo::Settings;
use crate::source::SourceFile;
use std::collections::BTreeSet;

macro_rules! shipped {
    ($($name:literal),*) => {
        &[$((
            $name,
            include_str!(concat!("../../../locales/en/", $name, ".ftl")),
            include_str!(concat!("../../../locales/fr/", $name, ".ftl")),
        )),*]
    };
}

const FILES: &[(&str, &str, &str)] =
    shipped!("codes", "formulas", "labels", "pages", "roles", "titles");

/// What the rules find, one line each.
fn findings(
    resources: impl IntoIterator<Item = Resource>,
    names: &BTreeSet<String>,
) -> Vec<String> {
    let (locales, _) = Locales::load(resources);
    let settings = Settings::empty(SourceFile::new("bimemo.yaml", ""));
    let menders = Both::of(Mender::new);
    let codes = Codes::of(crate::check::codes::all().collect());
    let context = Context {
        settings: &settings,
        menders: &menders,
        is_named: &|name: &str| names.contains(name),
        languages: &Lang::ALL,
        codes: &codes,
        source: Lang::En,
    };
    check_locales(&locales, &context)
        .iter()
        .map(|finding| {
            let span = finding.span.as_ref().map(|span| format!("{span:?}"));
            format!(
                "{} {} {}",
                finding.code.id,
                span.unwrap_or_default(),
                finding.message
            )
        })
        .collect()
}

fn resource(lang: Lang, name: &str, text: &str) -> Resource {
    Resource {
        lang,
        file: SourceFile::new(format!("locales/{lang}/{name}.ftl"), text),
        layer: Layer::Workspace,
    }
}

#[test]
fn a_rule_has_one_severity_under_both_codes() {
    for (twin, own) in super::twins::TWINS {
        let most = own.iter().map(|code| code.severity).max();
        assert_eq!(Some(twin.severity), most, "{}", twin.id);
    }
}

#[test]
fn the_shipped_resources_are_clean() {
    let resources: Vec<Resource> = FILES
        .iter()
        .flat_map(|(name, en, fr)| {
            [(Lang::En, *en), (Lang::Fr, *fr)].map(|(lang, text)| resource(lang, name, text))
        })
        .collect();
    let names = resources
        .iter()
        .flat_map(|resource| resource.file.text().split_whitespace())
        .map(str::to_owned)
        .collect();
    assert_eq!(findings(resources, &names), [""; 0]);
}

#[test]
fn an_exception_silences_its_rule_alone() {
    let ids = |en: &str| -> Vec<String> {
        let fr = "a = Bonjour\n";
        let found = findings(
            [resource(Lang::En, "a", en), resource(Lang::Fr, "a", fr)],
            &BTreeSet::from(["a".to_owned()]),
        );
        let ids = found.iter().filter_map(|line| line.split(' ').next());
        ids.map(str::to_owned).collect()
    };
    let none: [&str; 0] = [];
    assert_eq!(ids("a = Hello (hello to everybody)\n"), ["L073"]);
    assert_eq!(
        ids("# bimemo-ignore L073: no\na = Hello (hello to everybody)\n"),
        none
    );
    assert_eq!(
        ids("## bimemo-ignore L073: no\n\na = Hello (hello to everybody)\n"),
        none
    );
    assert_eq!(
        ids("### bimemo-ignore L073: no\n\na = Hello (hello to everybody)\n"),
        none
    );
    assert_eq!(
        ids("# bimemo-ignore L074: no\na = Hello (hello to everybody)\n"),
        ["L073", "L120"]
    );
    assert_eq!(
        ids("# bimemo-ignore L073\na = Hello (hello to everybody)\n"),
        ["L121", "L073"]
    );
}

#[test]
fn odd_files_do_not_stop_the_check() {
    let odd = [
        "",
        "# a",
        "\u{feff}",
        "a",
        "a =",
        "a = {",
        "# a\r\na = b\r\n  c\r\n",
        "#a\na = b\n",
        "}",
        "a = { \"\\uÀ\" }\n",
        "a = [b](c\n",
        "a = `b",
        "a = <b",
        "a = **",
        "a = (\n    ]\n",
        "-a = b\n    .c = d\n",
        "a =\n    .b = c\n",
        "### bimemo-ignore:\n\n## bimemo-ignore x: y\n",
    ];
    let names = BTreeSet::new();
    for en in odd {
        for fr in odd {
            let resources = [resource(Lang::En, "a", en), resource(Lang::Fr, "a", fr)];
            let found = findings(resources, &names);
            assert!(found.iter().all(|line| line.starts_with('L')), "{found:?}");
        }
    }
}
