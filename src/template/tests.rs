use super::*;
use crate::document::Document;
use crate::document::tests::{self as samples, Stage};
use crate::output::{html, markdown};

/// The templates in the binary.
fn embedded() -> impl Iterator<Item = Arc<SourceFile>> {
    samples::files_below("templates")
        .into_iter()
        .filter(|path| {
            path.extension()
                .is_some_and(|end| end == "md" || end == "html")
        })
        .map(|path| samples::source(&path))
}

fn templates() -> Templates {
    let (templates, faults) = Templates::load(embedded());
    assert_eq!(faults, []);
    templates
}

/// What stands in HTML in the place of pictures' paths.
fn pictures(document: &Document) -> BTreeMap<String, ShownPicture> {
    let pictures = document.files.iter().filter(|file| file.picture);
    let data = |file: &crate::document::FileUse| {
        let bytes = std::fs::read(samples::repository().join(&file.path)).ok()?;
        let src = html::picture_data(&file.path, bytes);
        Some((file.path.clone(), ShownPicture { src, size: None }))
    };
    pictures.filter_map(data).collect()
}

/// A document in all three formats: Markdown, HTML, print markup.
fn set(templates: &Templates, document: &Document) -> [String; 3] {
    let web = Extras {
        pictures: pictures(document),
        alternate: Some(Alternate {
            lang: document.lang.other(),
            href: format!("{}.{}.html", document.stem, document.lang.other()),
            url: format!("{}.{}.html", document.stem, document.lang.other()),
        }),
        ..Extras::default()
    };
    let beside = Extras {
        pictures: markdown::picture_paths(document),
        ..Extras::default()
    };
    let filled = |target, extras: &Extras| match templates.render(
        &Edition::Separate(document),
        target,
        extras,
    ) {
        Ok(text) => text,
        Err(findings) => panic!("{findings:#?}"),
    };
    if let Ok(folder) = std::env::var("DUMP") {
        std::fs::create_dir_all(&folder).unwrap();
        let (stem, lang) = (&document.stem, document.lang);
        std::fs::write(
            format!("{folder}/{stem}.{lang}.html"),
            filled(Target::Html, &web),
        )
        .unwrap();
        std::fs::write(
            format!("{folder}/{stem}.{lang}.md"),
            markdown::write_markdown(&filled(Target::Markdown, &beside)),
        )
        .unwrap();
        std::fs::write(
            format!("{folder}/{stem}.{lang}.pdf.html"),
            filled(Target::Print, &Extras::default()),
        )
        .unwrap();
    }
    [
        markdown::write_markdown(&filled(Target::Markdown, &beside)),
        html::write_html(&filled(Target::Html, &web)),
        filled(Target::Print, &Extras::default()),
    ]
}

#[path = "../../tests/suite/words.rs"]
mod words;

/// Where two lists of words part.
fn difference(a: &[String], b: &[String]) -> Option<String> {
    if a == b {
        return None;
    }
    let at = a.iter().zip(b).take_while(|(a, b)| a == b).count();
    let near = |words: &[String]| {
        let end = (at + 8).min(words.len());
        words[at.saturating_sub(4).min(end)..end].join(" ")
    };
    Some(format!("{}\n{}", near(a), near(b)))
}

/// The words of print markup's watermark.
fn draft_mark(print: &str) -> Vec<String> {
    let tree = roxmltree::Document::parse(print.trim()).unwrap();
    let words = tree.root_element().attribute("data-watermark");
    words.map(str::to_owned).into_iter().collect()
}

#[test]
fn the_formats_say_the_same_in_the_same_order() {
    let stage = Stage::of_examples();
    let templates = templates();
    let mut differences = Vec::new();
    for file in samples::examples() {
        for (lang, draft) in [(Lang::En, false), (Lang::Fr, false), (Lang::Fr, true)] {
            let (document, findings) = stage.build(&file, lang, draft);
            assert_eq!(findings, [], "{}", file.path());
            let [md, html, print] = set(&templates, &document);
            let [md, html, print] = [
                words::of_markdown(&md),
                words::of_page(&html),
                // Print has its draft mark behind the text, read by nobody.
                [draft_mark(&print), words::of_markup(&print)].concat(),
            ];
            assert!(md.len() > 50);
            let name = format!("{}.{lang}", document.stem);
            differences.extend(difference(&md, &html).map(|d| format!("{name} md/html: {d}")));
            differences.extend(difference(&html, &print).map(|d| format!("{name} html/pdf: {d}")));
        }
    }
    assert!(differences.is_empty(), "{}", differences.join("\n"));
}

fn template(name: &str, text: &str) -> Arc<SourceFile> {
    SourceFile::new(format!("templates/{name}"), text)
}

fn small() -> Document {
    Stage::new(&[]).memo(
        "date: 2026-04-01\nsender:\n  name: A & <b>\nrecipients:\n  - name: C\nsubject:\n  en: S\n  fr: S\nsections:\n  - body:\n      en: Text.\n      fr: Texte.\n",
        Lang::En,
    )
}

/// Code, text of the place, message, hints.
fn told(finding: &Diagnostic) -> (&'static str, String, String, Vec<String>) {
    (
        finding.code.name,
        finding.span.as_ref().map_or_else(String::new, |span| {
            format!(
                "{}:{}:{} {}",
                span.file().path(),
                span.start().line,
                span.start().column,
                span.text()
            )
        }),
        finding.message.clone(),
        finding.hints.clone(),
    )
}

#[test]
fn a_field_that_does_not_exist_is_found_with_those_that_do() {
    let (templates, faults) = Templates::load([
        template("memo.md", "{{ subjet }}"),
        template("memo.html", "<p>\n {{ plain.subjet }}</p>"),
    ]);
    assert_eq!(faults, []);
    let render = |target| {
        templates
            .render(&Edition::Separate(&small()), target, &Extras::default())
            .unwrap_err()
    };
    let (code, place, message, hints) = told(&render(Target::Markdown)[0]);
    assert_eq!(code, "template-field");
    assert_eq!(place, "templates/memo.md:1:4 subjet");
    assert_eq!(message, "variable `subjet` is not defined");
    assert_eq!(hints[0], "did you mean `subject`?");
    assert!(
        hints[1].starts_with("available: above, alternate, appendices, author"),
        "{}",
        hints[1]
    );
    let (_, place, message, hints) = told(&render(Target::Html)[0]);
    assert!(place.starts_with("templates/memo.html:2:"), "{place}");
    assert_eq!(message, "field `subjet` is not defined");
    assert_eq!(hints[1], "available: classification, draft, subject, title");
    let (code, _, message, hints) = told(&render(Target::Print)[0]);
    assert_eq!(code, "missing-template");
    assert_eq!(message, "there is no template `templates/memo.pdf.html`");
    assert_eq!(hints.len(), 1);
}

#[test]
fn all_faults_of_templates_are_found_at_once() {
    let (templates, faults) = Templates::load([
        template("memo.md", "{% if a %}"),
        template(
            "memo.html",
            "{{ a | nofilter }}\n{% include \"parts/hed.html\" %}",
        ),
        template("notice.html", "<p>{{ subject | safe }}</p>"),
        template("notice.md", "{{ title }}"),
        template("parts/head.html", "x"),
    ]);
    let codes: Vec<_> = faults.iter().map(|finding| told(finding)).collect();
    let names: Vec<_> = codes.iter().map(|told| (told.0, told.1.as_str())).collect();
    assert!(
        names.contains(&("template-safe", "templates/notice.html:1:17 safe")),
        "{codes:#?}"
    );
    assert!(
        names
            .iter()
            .any(|(name, place)| *name == "template-syntax"
                && place.starts_with("templates/memo.md:1:")),
        "{codes:#?}"
    );
    assert!(
        names
            .iter()
            .any(|(name, place)| *name == "template-reference"
                && place.starts_with("templates/memo.html:1:")),
        "{codes:#?}"
    );
    let include = codes
        .iter()
        .find(|told| told.1.starts_with("templates/memo.html:2:"))
        .unwrap();
    assert_eq!(include.3, ["did you mean `parts/head.html`?"]);
    assert_eq!(faults.len(), 4, "{codes:#?}");
    // The sound one still works, the faulty ones say nothing again.
    let mut notice = small();
    notice.kind = "notice".to_owned();
    let filled = templates.render(
        &Edition::Separate(&notice),
        Target::Markdown,
        &Extras::default(),
    );
    assert_eq!(filled.unwrap(), "Memorandum");
    let again = templates.render(
        &Edition::Separate(&small()),
        Target::Html,
        &Extras::default(),
    );
    assert_eq!(again.unwrap_err(), []);
}

#[test]
fn nothing_but_markup_passes_unescaped() {
    let (templates, faults) = Templates::load([
        template(
            "memo.html",
            "{{ author }}|{% for f in header %}{{ f.values[0] }}|{% endfor %}",
        ),
        template(
            "notice.html",
            "{% set x = \"safe\" %}{# | safe #}{{ \"| safe\" }}{{ author | upper }}",
        ),
    ]);
    assert_eq!(faults, []);
    let mut document = small();
    let filled = templates
        .render(
            &Edition::Separate(&document),
            Target::Html,
            &Extras::default(),
        )
        .unwrap();
    assert!(
        filled.starts_with("A &amp; &lt;b&gt;|C|A &amp; &lt;b&gt;|"),
        "{filled}"
    );
    document.kind = "notice".to_owned();
    let filled = templates
        .render(
            &Edition::Separate(&document),
            Target::Html,
            &Extras::default(),
        )
        .unwrap();
    assert_eq!(filled, "| safeA &amp; &lt;B&gt;");
}

#[test]
fn what_a_template_prints_is_composed_and_can_be_seen() {
    let render = |text: &str| {
        let (templates, faults) = Templates::load([template("memo.md", text)]);
        assert_eq!(faults, []);
        templates.render(
            &Edition::Separate(&small()),
            Target::Markdown,
            &Extras::default(),
        )
    };
    let filled = render("e{{ \"\u{301}\" }}te\u{301}\r\n").unwrap();
    assert_eq!(filled, "été\r\n");
    let faults = render("a{{ \"\\r\" }}b").unwrap_err();
    assert_eq!(faults[0].code, &crate::workspace::codes::CONTROL_CHARACTER);
    let message = &faults[0].message;
    assert!(
        message.starts_with("the template prints a carriage return alone"),
        "{message}"
    );

    let (_, faults) = Templates::load([template("memo.md", "a\u{B}b\u{200B}c")]);
    let codes: Vec<&str> = faults.iter().map(|fault| fault.code.id).collect();
    assert_eq!(codes, ["W107", "W108"]);
}

#[test]
fn a_circle_of_parts_is_a_finding() {
    let (_, faults) = Templates::load([
        template("memo.md", "{% include \"parts/a.md\" %}"),
        template("parts/a.md", "{% include \"parts/b.md\" %}"),
        template("parts/b.md", "{% include \"parts/a.md\" %}"),
    ]);
    assert_eq!(faults.len(), 1, "{faults:#?}");
    assert_eq!(faults[0].code.name, "template-reference");
    assert!(faults[0].span.is_some());
}

#[test]
fn a_workspace_has_kinds_of_its_own_by_files_alone() {
    let root = "tests/fixtures/workspaces/bulletin";
    let locale = |lang: Lang| {
        let path = samples::repository().join(format!("{root}/locales/{lang}/bulletin.ftl"));
        std::fs::read_to_string(path).unwrap()
    };
    let [en, fr] = Lang::ALL.map(locale);
    let stage = Stage::new(&[(Lang::En, &en), (Lang::Fr, &fr)]);
    let own = samples::files_below(&format!("{root}/templates"))
        .into_iter()
        .map(|path| {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            template(&name, &std::fs::read_to_string(path).unwrap())
        });
    let (templates, faults) = Templates::load(embedded().chain(own));
    assert_eq!(faults, []);
    let path = samples::repository().join(format!("{root}/memos/ice-road.yaml"));
    let memo = std::fs::read_to_string(path).unwrap();
    for lang in Lang::ALL {
        let [md, html, print] = set(&templates, &stage.memo(&memo, lang));
        let md = words::of_markdown(&md);
        assert_eq!(difference(&md, &words::of_page(&html)), None);
        assert_eq!(difference(&md, &words::of_markup(&print)), None);
        assert!(md.contains(&"Bulletin,".to_owned()));
    }
}

#[test]
fn a_kind_without_templates_of_its_own_is_set_as_a_memo() {
    let of_memo = [template("memo.md", "memo"), template("memo.html", "memo")];
    let filled = |own: &[Arc<SourceFile>], kind: &str, target| {
        let files = of_memo.iter().chain(own).map(Arc::clone);
        let (templates, faults) = Templates::load(files);
        assert_eq!(faults, []);
        let mut document = small();
        document.kind = kind.to_owned();
        let filled = templates.render(&Edition::Separate(&document), target, &Extras::default());
        filled.map_err(|faults| faults[0].message.clone())
    };
    for kind in ["memo", "notice", "bulletin"] {
        assert_eq!(filled(&[], kind, Target::Markdown).unwrap(), "memo");
    }
    // A workspace's own win, of a notice format by format.
    let own = [
        template("notice.md", "notice"),
        template("bulletin.md", "bulletin"),
    ];
    assert_eq!(filled(&own, "notice", Target::Markdown).unwrap(), "notice");
    assert_eq!(filled(&own, "notice", Target::Html).unwrap(), "memo");
    assert_eq!(
        filled(&own, "bulletin", Target::Markdown).unwrap(),
        "bulletin"
    );
    // One that is set in its own way is not set otherwise in another format unsaid.
    assert_eq!(
        filled(&own, "bulletin", Target::Html).unwrap_err(),
        "there is no template `templates/bulletin.html`"
    );
}

/// A template of faults that stand behind loops, components and texts that are set, on one
/// line and trimmed: where they are does not depend on whether its steps are counted.
#[test]
fn counting_moves_no_place() {
    let document = small();
    let edition = Edition::Separate(&document);
    for text in [
        "é {% for a in [1] %}{% set b = a %}{{ a.c }}{% endfor %}",
        "{%- for a in [1] -%}  {% set b %}é{% endset -%}  {{ nme }}{% endfor %}",
        "{% component own(a) -%}\n{{ a.b.c }}{% endcomponent own %}{% for a in [1] %}{{ <own a={a} /> }}{% endfor %}",
        "{% raw %}{% for %}{% endraw %}{# {% for #}{% set_global s = \"%}\" %}{{ s.t.u }}",
    ] {
        let file = template("memo.md", text);
        let plain = Templates::load([Arc::clone(&file)]);
        let counted = Templates::load_counted([file]);
        let [plain, counted] = [plain, counted].map(|(templates, faults)| {
            assert_eq!(faults, [], "{text}");
            let filled = templates.render(&edition, Target::Markdown, &Extras::default());
            filled.expect_err(text)
        });
        assert_eq!(counted, plain, "{text}");
    }
}

#[test]
fn what_a_template_does_is_limited() {
    use crate::limits::{Limit, Limits};
    let document = small();
    let edition = Edition::Separate(&document);
    let filled = |text: &str, limits: Limits| {
        let (templates, faults) = Templates::load_counted([template("memo.md", text)]);
        assert_eq!(faults, [], "{text}");
        let _held = limits.hold();
        templates.render(&edition, Target::Markdown, &Extras::default())
    };
    let loops =
        "{% set r = range(end=10) %}{% for a in r %}{% for b in r %}x{% endfor %}{% endfor %}";
    let steps = |most| Limits::default().with(Limit::TemplateSteps, most);
    assert_eq!(filled(loops, steps(110)).map(|it| it.len()), Ok(100));
    let findings = filled(loops, steps(109)).unwrap_err();
    let (code, place, ..) = told(&findings[0]);
    assert_eq!((code, findings.len()), ("template-limit", 1), "{place}");
    let bytes = |most| Limits::default().with(Limit::TemplateBytes, most);
    assert_eq!(filled("12345", bytes(5)), Ok("12345".to_owned()));
    for text in ["123456", "{% set a = \"123\" ~ \"456\" %}"] {
        let findings = filled(text, bytes(5)).unwrap_err();
        assert_eq!(told(&findings[0]).0, "template-limit", "{text}");
    }
}

/// What is made, rather than printed or held, by expressions of few characters.
const BOMBS: [&str; 20] = [
    "{% set a = \"a\" | indent(width=1000, first=true) %}{{ a | replace(from=\" \", to=a) | replace(from=\" \", to=a) | replace(from=\" \", to=a) | length }}",
    "{{ range(end=100000) | join(sep=\"a\" | indent(width=1000, first=true)) | length }}",
    "{% set a = \"a\" | indent(width=1000, first=true) %}{{ a | replace(from=\"\", to=a) | replace(from=\"\", to=a) | split(pat=\"\") | length }}",
    "{% set a = [1,1,1,1,1,1,1,1,1,1] %}{% set a = [a,a,a,a,a,a,a,a,a,a] %}{% set a = [a,a,a,a,a,a,a,a,a,a] %}{% set a = [a,a,a,a,a,a,a,a,a,a] %}{% set a = [a,a,a,a,a,a,a,a,a,a] %}{% set a = [a,a,a,a,a,a,a,a,a,a] %}{% set a = [a,a,a,a,a,a,a,a,a,a] %}{% set a = [a,a,a,a,a,a,a,a,a,a] %}{{ a }}",
    "{% set_global a = [1] %}{% for b in range(end=100000) %}{% set_global a = [a] %}{% endfor %}",
    "{{ [[1 for a in range(end=100000)] for b in range(end=100000)] | length }}",
    "{{ [a for a in range(end=100000) if a in range(end=100000)] | length }}",
    "{% set a = range(end=100000) %}{% if a | unique == a | unique %}b{% endif %}",
    "{% set a = range(end=100000) %}{{ [...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a, ...a] | length }}",
    "{% set a %}{% for b in range(end=100000) %}{% for c in range(end=9) %}0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890{% endfor %}{% endfor %}{% endset %}",
    "{% component own(a, n) %}{% if n > 0 %}{{ <own a={[a,a,a,a,a,a,a,a,a,a]} n={n - 1} /> }}{% else %}{{ a }}{% endif %}{% endcomponent own %}{{ <own a={1} n={12} /> }}",
    "{% set a = \"ab\" | indent(width=1000, first=true) %}{% for b in range(end=100000) %}{% if \"b \" in a %}{% if a is containing(pat=\"c\") %}{% endif %}{% endif %}{% if a ~ a == a ~ \"c\" %}c{% endif %}{% endfor %}",
    "{% filter indent(width=1000, first=true, blank=true) | indent(width=1000) %}{% for a in range(end=100000) %}\na{% endfor %}{% endfilter %}",
    "{% set a %}{% for b in range(end=100000) %}{{ range(end=300) }}{% endfor %}{% endset %}",
    "{% set a = [\"a\" for b in range(end=100000)] %}{{ [a for b in range(end=1000)] | str | length }}",
    "{% set a = range(end=100000) | str %}{{ [a[1:], a[2:], a[3:], a[4:]] | length }}{% for b in range(end=10000) %}{% set c = [a[1:], a[2:], a?[3:], a[4:]] %}{% endfor %}",
    "{% set a = range(end=100000) | str %}{% for b in range(end=10000) %}{% set c = 1 | pluralize(singular=a) ~ \"\" %}{% set c = \"ab\" | truncate(length=1, end=a) %}{% endfor %}",
    "{% for a in [range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000), range(end=100000)] %}{% endfor %}",
    "{% set a = {\"a\": range(end=100000)} %}{% for b in range(end=100000) %}{% set c = [...a | pairs] %}{% if a == {...a} %}{% endif %}{% endfor %}",
    "{% set a = range(end=100000) | join(sep=\"<\") %}{% for b in range(end=1000) %}{% set c = a | escape_html %}{% endfor %}",
];

/// However little is printed of what an expression makes, it is bounded before it is made.
#[test]
fn what_expressions_make_is_counted_before_it_is_made() {
    use crate::limits::{Limit, Limits};
    let limits = Limits::default().with(Limit::TemplateSteps, 100_000);
    let _held = limits.with(Limit::TemplateBytes, 8 << 20).hold();
    let document = small();
    let edition = Edition::Separate(&document);
    for target in [Target::Markdown, Target::Html] {
        for bomb in BOMBS {
            let name = format!("memo.{}", target.extension());
            let (templates, faults) = Templates::load_counted([template(&name, bomb)]);
            assert_eq!(faults, [], "{bomb}");
            let filled = templates.render(&edition, target, &Extras::default());
            let findings = filled.map(|it| it.len()).expect_err(bomb);
            assert_eq!(told(&findings[0]).0, "template-limit", "{bomb}");
        }
    }
}

/// A number from a seed, below a bound.
fn random(seed: &mut u64, below: usize) -> usize {
    *seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
    (*seed >> 33) as usize % below
}

/// An expression of Tera's, put together at random.
fn expression(seed: &mut u64, depth: usize) -> String {
    let leaves = [
        "1",
        "-2",
        "\"a<b\"",
        "'x ~ \\'| safe'",
        "n",
        "t",
        "l",
        "m",
        "m.k",
        "m.q",
        "loud",
        "true",
        "[]",
        "[1, \"b\"]",
        "{\"k\": 2}",
        "none",
        "m?.k",
        "subject",
        "2.5",
        "range(end=3)",
    ];
    if depth == 0 {
        return leaves[random(seed, leaves.len())].to_owned();
    }
    let mut one = || expression(seed, depth - 1);
    let (a, b, c) = (one(), one(), one());
    let forms = [
        format!("{a} ~ {b}"),
        format!("{a} ~ {b} ~ {c}"),
        format!("({a}) ~ {b}"),
        format!("{a} == {b}"),
        format!("{a} != {b}-1"),
        format!("{a} < {b}"),
        format!("{a} in {b}"),
        format!("{a} not in {b}"),
        format!("not {a} in {b}"),
        format!("{a} and {b} or {c}"),
        format!("{a} if {b} else {c}"),
        format!("({a} if {b} else {c})"),
        format!("{a} + {b} * 2 ** 2"),
        format!("{a} | upper | length"),
        format!("{a}|replace(from=\"a\", to={b})"),
        format!("{a} | default(value={b})"),
        format!("({a}) | str | split(pat=\"a\") | join(sep={b})"),
        format!("({a}) | first"),
        format!("l[{a}:]"),
        format!("t[1:][{a}]"),
        "t?[1:]".to_owned(),
        "l[0]".to_owned(),
        format!("[{a}, {b}, ...l]"),
        format!("[...{a} | keys]"),
        format!("[x ~ {a} for x in {b}]"),
        format!("[x for k, x in {a} if x != {b}]"),
        format!("{{\"a\": {a}, ...m, \"b\": {b}}}"),
        format!("{a} is defined"),
        format!("{a} is not undefined"),
        format!("{a} is string"),
        format!("{a} is not containing(pat={b})"),
        format!("<own a={{{a}}} b=\"c\" />"),
        format!("<own a={{{a}}} {{...m}} /> ~ {b}"),
        format!("({a})"),
        format!("{a} | indent(width=2, first={b} == {c})"),
        format!("{a} | escape ~ {b}"),
    ];
    let at = random(seed, forms.len());
    forms.into_iter().nth(at).unwrap_or_default()
}

/// A template of such expressions in tags of every kind.
fn made_up(seed: &mut u64) -> String {
    let mut text = "{% component own(a, b: string = \"(,\", ...rest) {\"x\": 1} %}<{{ a }}{{- b -}} {% if rest %}r{% endif %}>{% endcomponent own %}{% set l = [1, 2, \"c\"] %}{% set n = 4 %}{% set t = \"tide & <ebb>\" %}{% set m = {\"k\": \"v\"} %}{% set loud %}L{{ t }}{% endset %}".to_owned();
    for _ in 0..=random(seed, 3) {
        let depth = random(seed, 4);
        let (a, b) = (expression(seed, depth), expression(seed, depth));
        let dashes = [("", ""), ("-", ""), ("", "-"), ("-", "-")];
        let (open, close) = dashes[random(seed, 4)];
        text += &match random(seed, 11) {
            0 | 1 => format!(" {{{{{open} {a} {close}}}}}\n"),
            2 => format!(
                "é {{%{open} if {a} {close}%}} y {{% elif {b} %}} z {{% else %}}n{{% endif %}}"
            ),
            3 => format!("{{%{open} set x = {a} {close}%}} {{{{ x }}}}"),
            4 => format!(
                "{{%{open} set x | trim {close}%}} {{{{ {a} }}}} {{% endset {close}%}} {{{{{open} x }}}}"
            ),
            5 => format!(
                "{{%{open} for x in {a} {close}%}} {{{{ x }}}}{{{{ loop.index }}}} {{% else %}}e{{%{open} endfor {close}%}} "
            ),
            6 => format!("{{% for k, x in {a} %}}{{% continue %}}{{% endfor %}}{{{{ {b} }}}}"),
            7 => format!(
                "{{%{open} filter upper | replace(from=\"A\", to={a}) {close}%}} a{{{{ {b} }}}} {{% endfilter %}}"
            ),
            8 => format!(
                "{{% raw %}} endraw {{{{ {a} }}}} {{%- endraw -%}} {{#}} {{{{ #}}{{{{ {b} }}}}"
            ),
            9 => format!(
                "{{% <wrap a={{{a}}}> %}} b {{{{ {b} }}}} {{% </wrap> %}}{{% component wrap(a) %}}[{{{{ a }}}}|{{{{ body }}}}]{{% endcomponent wrap %}}"
            ),
            _ => format!("{{% set_global n = {a} %}}{{{{ n }}}}"),
        };
    }
    text
}

/// What is counted is filled as what is not, to the last byte, and fails where that fails.
#[test]
fn counting_changes_nothing() {
    let document = small();
    let edition = Edition::Separate(&document);
    let mut seed = 20_261_128;
    let (mut sound, mut filled_whole) = (0, 0);
    for _ in 0..1500 {
        let text = made_up(&mut seed);
        for target in [Target::Markdown, Target::Html] {
            let file = template(&format!("memo.{}", target.extension()), &text);
            let (plain, faults) = Templates::load([Arc::clone(&file)]);
            if !faults.is_empty() {
                continue;
            }
            sound += 1;
            let (counted, faults) = Templates::load_counted([file]);
            assert_eq!(faults, [], "{text}");
            let fill = |it: &Templates| it.render(&edition, target, &Extras::default());
            let message = |found: Vec<Diagnostic>| found[0].message.clone();
            let (plain, counted) = (fill(&plain), fill(&counted));
            filled_whole += usize::from(plain.is_ok());
            assert_eq!(counted.map_err(message), plain.map_err(message), "{text}");
        }
    }
    assert!(sound > 500 && filled_whole > 100, "{sound} {filled_whole}");
}

/// What cannot be counted is told, and never filled uncounted.
#[test]
fn what_cannot_be_counted_is_not_filled() {
    let document = small();
    let edition = Edition::Separate(&document);
    let long = |operations: usize| format!("a\n{{{{ subject[1:]{} }}}}", "[1:]".repeat(operations));
    let text = long(200);
    let (templates, faults) = Templates::load([template("memo.md", &text)]);
    assert_eq!(faults, []);
    let filled = templates.render(&edition, Target::Markdown, &Extras::default());
    assert!(filled.is_ok(), "{filled:?}");
    let other = template("memo.html", "{{ subject }}");
    let files = [template("memo.md", &text), other];
    let (templates, faults) = Templates::load_counted(files);
    let (code, place, ..) = told(&faults[0]);
    assert_eq!((code, faults.len()), ("template-limit", 1), "{place}");
    assert!(place.contains("memo.md:2:"), "{place}");
    let fill = |target| templates.render(&edition, target, &Extras::default());
    assert_eq!(fill(Target::Markdown), Err(Vec::new()));
    assert!(fill(Target::Html).is_ok());
}
