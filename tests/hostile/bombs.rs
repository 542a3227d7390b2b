//! Little that becomes much: what nests, repeats, refers to itself.

use super::kinds::FileKind;
use super::malice::deeper;
use super::{Hostile, many};

/// A notice with this body in both languages, indented for YAML.
fn body(en: &str) -> String {
    let mut memo =
        "kind: notice\ndate: 2026-05-01\nsubject: { en: Tides, fr: Marées }\nsections:\n  - body:\n"
            .to_owned();
    for lang in ["en", "fr"] {
        memo += &format!("      {lang}: |2\n");
        for line in en.lines() {
            memo += &format!("        {line}\n");
        }
    }
    memo
}

fn memo(name: &str, text: impl Into<Vec<u8>>) -> Hostile {
    Hostile::new(FileKind::Memo, name, text)
}

fn in_body(name: &str, text: &str) -> Hostile {
    memo(name, body(text))
}

/// All of them.
pub fn all() -> Vec<Hostile> {
    let mut all = yaml();
    all.extend(values());
    all.extend(markdown());
    all.extend(fluent());
    all.extend(drawings());
    all.extend(templates());
    all
}

/// Aliases of aliases, each of which stands for ten of the one before.
fn laughs(levels: usize) -> String {
    let mut text = "a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol, lol]\n".to_owned();
    for level in 1..levels {
        let before = vec![format!("*a{}", level - 1); 10].join(", ");
        text += &format!("a{level}: &a{level} [{before}]\n");
    }
    text
}

fn yaml() -> Vec<Hostile> {
    let mut all = Vec::new();
    let kinds = [
        FileKind::Memo,
        FileKind::Directory,
        FileKind::Settings,
        FileKind::Letterhead,
        FileKind::Theme,
    ];
    for kind in kinds {
        let new = |name: &str, text: String| Hostile::new(kind, name, text);
        let sound = kind.sound();
        all.push(new("a billion laughs", laughs(12)).found_by("Y018"));
        all.push(new(
            "a billion laughs behind it",
            format!("{sound}{}", laughs(12)),
        ));
        all.push(new("an anchor in itself", "a: &a [*a]\n".into()).found_by("Y018"));
        all.push(new("a merge with itself", "a: &a\n  <<: *a\n".into()));
        all.push(new("nested mappings", deeper("a:", 120)));
        all.push(new("nested lists", format!("a:\n{}", "- ".repeat(120))));
        all.push(new(
            "100,000 values",
            format!("a: [{}]", "1,".repeat(many())),
        ));
        let keys: String = (0..many()).map(|at| format!("k{at}: 1\n")).collect();
        all.push(new("many keys", keys));
        all.push(new(
            "one key many times",
            "date: 2026-05-01\n".repeat(many() / 10),
        ));
        all.push(new(
            "many anchors",
            (0..many() / 10)
                .map(|at| format!("a{at}: &b{at} 1\n"))
                .collect(),
        ));
        all.push(new(
            "tags",
            "a: !!python/object/apply:os.system [ls]\nb: !x\n".into(),
        ));
        all.push(new("many documents", "---\na: 1\n".repeat(many() / 10)));
        all.push(new(
            "keys that are no texts",
            "? [a, b]\n: 1\n? {c: d}\n: 2\n1.5: x\ntrue: y\n~: z\n".into(),
        ));
        all.push(new("a long key", format!("{}: 1\n", "k".repeat(many()))));
        all.push(new("a long number", format!("a: {}\n", "9".repeat(many()))));
        all.push(new("comments", "# a\n".repeat(many())));
        all.push(new(
            "quotation marks that end nowhere",
            format!("{sound}a: \"{}", "x\n".repeat(1000)),
        ));
        all.push(new("directives", "%YAML 9.9\n%TAG ! !\n---\na: 1\n".into()));
    }
    all
}

/// Values that facts do not have.
fn values() -> Vec<Hostile> {
    let odd = [
        "9".repeat(5000),
        format!("0.{}1", "0".repeat(5000)),
        "1e999999".into(),
        "-0".into(),
        ".inf".into(),
        ".nan".into(),
        "0x7fffffffffffffffffffffffffffffff".into(),
        "9999-12-31".into(),
        "0000-00-00".into(),
        "99999999999-01-01".into(),
        "2026-02-30".into(),
        "2026-05-29T99:99:99".into(),
        format!("{{ amount: \"{}\", currency: CAD }}", "9".repeat(500)),
        "{ amount: \"1\", currency: \"\" }".into(),
        format!("{{ duration: P{}Y }}", "9".repeat(500)),
        "{ from: 9999-12-31, to: 0001-01-01 }".into(),
        format!("{{ ordinal: {} }}", "9".repeat(30)),
        format!("{{ percent: \"{}\" }}", "9".repeat(400)),
        format!("{{ telephone: \"{}\" }}", "5".repeat(5000)),
        format!("{{ email: \"{}@example.ca\" }}", "a".repeat(5000)),
        format!("{{ url: \"https://{}\" }}", "a.".repeat(5000)),
        format!("{{ identifier: \"{}\" }}", "1".repeat(5000)),
        "{ time: \"24:60\" }".into(),
        "{ fiscal-year: 99999999999999999999 }".into(),
        "{ quarter: 2026-Q9 }".into(),
    ];
    let mut all = Vec::new();
    for (at, value) in odd.iter().enumerate() {
        let memo = body("The value is { $value }, { NUMBER($value) }.");
        let text = format!("{memo}facts:\n  value: {value}\n");
        all.push(super::Hostile::new(
            FileKind::Memo,
            &format!("value {at}"),
            text,
        ));
    }
    for key in [
        "date",
        "updated",
        "subject",
        "status",
        "classification",
        "languages",
        "numbered",
    ] {
        let text = format!("{}{key}: {}\n", body("Tide."), "[".repeat(20));
        all.push(memo(&format!("{key} of brackets"), text));
        let text = format!("{key}: {}\n", "9".repeat(1000));
        all.push(memo(&format!("{key} of figures"), text));
    }
    let sections = |depth: usize| {
        let mut text =
            "kind: notice\ndate: 2026-05-01\nsubject: { en: Tides, fr: Marées }\n".to_owned();
        for level in 0..depth {
            let indent = "  ".repeat(2 * level);
            text += &format!("{indent}sections:\n{indent}  - heading: {{ en: Tide, fr: Marée }}\n");
        }
        text
    };
    all.push(memo("13 sections in one another", sections(13)).found_by("Y042"));
    all.push(memo("60 sections in one another", sections(60)).found_by("Y042"));
    all.push(memo("500 sections in one another", sections(500)));
    let people = "  - { name: Ada Morin, gender: feminine }\n".repeat(many() / 20);
    all.push(memo(
        "many recipients",
        format!("{}recipients:\n{people}", body("Tide.")),
    ));
    let circle = "people:\n  ada: { name: Ada, organization: a }\norganizations:\n  a: { name: { en: A, fr: A }, within: b }\n  b: { name: { en: B, fr: B }, within: a }\n";
    all.push(
        Hostile::new(FileKind::Directory, "organizations in a circle", circle).found_by("Y034"),
    );
    let chain: String = (0..many() / 20)
        .map(|at| {
            format!(
                "  o{at}: {{ name: {{ en: O, fr: O }}, within: o{} }}\n",
                at + 1
            )
        })
        .collect();
    let chain =
        format!("people:\n  ada: {{ name: Ada, organization: o0 }}\norganizations:\n{chain}");
    all.push(Hostile::new(
        FileKind::Directory,
        "a long chain of organizations",
        chain,
    ));
    all
}

fn markdown() -> Vec<Hostile> {
    let n = many();
    let mut all = Vec::new();
    for (name, text) in [
        ("quotations in one another", "> ".repeat(n)),
        ("bullets in one another", "- ".repeat(n)),
        ("numbers in one another", "1. ".repeat(n)),
        ("lists that stand ever deeper", deeper("- a", 300)),
        (
            "stress in stress",
            format!("{}a{}", "*a **b ".repeat(300), "** *".repeat(300)),
        ),
        ("brackets", format!("{}a{}", "[".repeat(n), "]".repeat(n))),
        (
            "links in links",
            format!("{}a{}", "[".repeat(n / 10), "](b)".repeat(n / 10)),
        ),
        (
            "pictures in pictures",
            format!("{}a{}", "![".repeat(n / 10), "](b)".repeat(n / 10)),
        ),
        ("open links", "[a](".repeat(n / 10)),
        ("open links to places in points", "[a](<b".repeat(n / 10)),
        ("open code", "`a``b```c".repeat(n / 10)),
        ("marks of stress", "*".repeat(n)),
        ("marks of stress apart", "*a_ ".repeat(n / 4)),
        ("tildes", "~~a~ ".repeat(n / 5)),
        ("addresses in points", "<https://a".repeat(n / 10)),
        ("tags", "<sup>".repeat(n / 10)),
        ("comments", "<!-- ".repeat(n / 10)),
        ("entities", "&amp;&#0;&#x10ffff;&nosuch;".repeat(n / 30)),
        ("backslashes", "\\".repeat(n)),
        ("quotation marks", "« \" “ ' ".repeat(n / 40)),
        ("a long word", "a".repeat(n)),
        ("a long word of hyphens", "-a".repeat(n / 2)),
        (
            "a long address",
            format!("https://example.ca/{}", "a/".repeat(n / 2)),
        ),
        ("a long number", "1".repeat(n)),
        ("a row of numbers", "1,".repeat(n / 4)),
        (
            "a row of values",
            (0..n / 20).map(|at| format!("${at}.50, ")).collect(),
        ),
        (
            "bars",
            format!(
                "|{}\n|{}\n|{}",
                "a|".repeat(500),
                "-|".repeat(500),
                "b|".repeat(500)
            ),
        ),
        (
            "rows",
            format!("| a | b |\n| - | - |\n{}", "| c | d |\n".repeat(n / 40)),
        ),
        (
            "surplus cells",
            format!("| a |\n| - |\n|{}", "b|".repeat(n / 40)),
        ),
        ("rules", "---\n\n".repeat(n / 20)),
        ("headings", "# a\n\n".repeat(n / 40)),
        (
            "headings of all levels",
            "# a\n\n## b\n\n###### c\n\n".repeat(n / 100),
        ),
        ("paragraphs", "a\n\n".repeat(n / 20)),
        ("definitions of links", "[a]: b\n".repeat(n / 40)),
        (
            "definitions of links that differ",
            (0..n / 40).map(|at| format!("[a{at}]: b\n")).collect(),
        ),
        ("definitions in one another", deeper(": a", 200)),
        (
            "notes that call themselves",
            "a[^1]\n\n[^1]: b[^1]\n".into(),
        ),
        (
            "notes in a circle",
            "a[^1]\n\n[^1]: b[^2]\n\n[^2]: c[^1]\n".into(),
        ),
        (
            "a note that many call",
            format!("{}\n\n[^1]: b\n", "a[^1] ".repeat(n / 40)),
        ),
        (
            "notes that nobody calls",
            (0..n / 40).map(|at| format!("[^{at}]: b\n\n")).collect(),
        ),
        ("notes without definition", "a[^x] ".repeat(n / 40)),
        ("fences", "```\na\n".repeat(n / 40)),
        (
            "a long line of code",
            format!("```\n{}\n```", "a".repeat(n)),
        ),
        ("soft hyphens", "a\u{ad}".repeat(n / 2)),
        ("tasks", "- [ ] a\n".repeat(n / 40)),
        ("alerts", "> [!NOTE]\n> a\n\n".repeat(n / 40)),
        ("sharps before a word", format!("{} a", "#".repeat(n))),
        ("line breaks of two spaces", "a  \n".repeat(n / 20)),
        ("captions", "Table: a\n\n".repeat(n / 40)),
    ] {
        all.push(in_body(name, &text));
    }
    let call = |at: usize| format!("a[^{at}]");
    let chain: String = (1..n / 20)
        .map(|at| format!("[^{at}]: {}\n\n", call(at + 1)))
        .collect();
    all.push(in_body("a chain of notes", &format!("{}\n\n{chain}", call(1))).found_by("W018"));
    all.push(in_body("49 quotations", &format!("{}a", "> ".repeat(49))).found_by("W018"));
    let few = |limits: &str, memo: String| {
        Hostile::new(FileKind::Memo, limits, memo)
            .with("bimemo.yaml", format!("limits: {{ {limits} }}\n"))
    };
    all.push(few("blocks: 50", body(&"a\n\n".repeat(60))).found_by("W083"));
    all.push(
        few(
            "cells: 50",
            body(&format!(
                "| a | b |\n| - | - |\n{}",
                "| c | d |\n".repeat(60)
            )),
        )
        .found_by("W083"),
    );
    let notes: String = (0..60)
        .map(|at| format!("a[^{at}]\n\n[^{at}]: b\n\n"))
        .collect();
    all.push(few("notes: 50", body(&notes)).found_by("W083"));
    all.push(few("memo-steps: 20000", body(&"The tide rises. ".repeat(200))).found_by("W084"));
    all.push(few("yaml-values: 5000", format!("a: [{}]", "1,".repeat(6000))).found_by("Y018"));
    all.push(few("file-bytes: 300", FileKind::Memo.sound().into()).found_by("W082"));
    all.push(few("placeables: 5", body(&"{ $a }".repeat(9))).found_by("L017"));
    all
}

fn fluent() -> Vec<Hostile> {
    let n = many();
    let mut all = Vec::new();
    let power = |levels: usize| {
        let mut text = "own-subject = { m0 }\nm9999 = lol\n".to_owned();
        for level in 0..levels {
            let next = if level + 1 == levels { 9999 } else { level + 1 };
            text += &format!("m{level} = {}\n", format!("{{ m{next} }}").repeat(10));
        }
        text
    };
    let chain: String = (0..n / 10)
        .map(|at| format!("m{at} = {{ m{} }}\n", at + 1))
        .collect();
    let terms: String = (0..n / 10)
        .map(|at| format!("-t{at} = {{ -t{} }}\n", at + 1))
        .collect();
    let select = |depth: usize| {
        let mut text = "own-subject = ".to_owned();
        for level in 0..depth {
            text += &format!("{{ $opening ->\n{}*[other] ", " ".repeat(level + 1));
        }
        text + "a" + &"\n }".repeat(depth)
    };
    for kind in [FileKind::OwnMessages, FileKind::Messages] {
        let new = |name: &str, text: String| Hostile::new(kind, name, text);
        all.push(
            new(
                "a message in itself",
                "own-subject = { own-subject }\n".into(),
            )
            .found_by("L015"),
        );
        all.push(new(
            "messages in a circle",
            "own-subject = { a }\na = { b }\nb = { a }\n".into(),
        ));
        all.push(new(
            "terms in a circle",
            "own-subject = { -a }\n-a = { -b }\n-b = { -a }\n".into(),
        ));
        all.push(new("messages to the power of ten", power(12)));
        all.push(new(
            "a long chain of messages",
            format!("own-subject = {{ m0 }}\n{chain}"),
        ));
        all.push(new(
            "a long chain of terms",
            format!("own-subject = {{ -t0 }}\n{terms}"),
        ));
        all.push(new(
            "placeables in one another",
            format!("own-subject = {}{}", "{".repeat(n), "}".repeat(n)),
        ));
        all.push(new(
            "51 placeables in one another",
            format!("own-subject = {}\"a\"{}\n", "{".repeat(51), "}".repeat(51)),
        ));
        all.push(new(
            "calls in one another",
            format!(
                "own-subject = {{ {}1{} }}\n",
                "NUMBER(".repeat(n / 10),
                ")".repeat(n / 10)
            ),
        ));
        all.push(new("selectors in one another", select(60)));
        all.push(new("many variants", {
            let variants: String = (0..n / 10).map(|at| format!("    [v{at}] a\n")).collect();
            format!("own-subject = {{ $opening ->\n{variants}   *[other] b\n }}\n")
        }));
        all.push(new(
            "many placeables",
            format!("own-subject = {}\n", "{ $opening }".repeat(n)),
        ));
        all.push(new(
            "many attributes",
            format!("own-subject = a\n{}", "    .a = b\n".repeat(n / 20)),
        ));
        all.push(new(
            "one message many times",
            "own-subject = a\n".repeat(n / 20),
        ));
        all.push(new("a long name", format!("{} = b\n", "a".repeat(n))));
        all.push(new("many comments", "# a\n".repeat(n)));
        all.push(new(
            "a long literal",
            format!("own-subject = {{ \"{}\" }}\n", "\\u0041".repeat(n / 10)),
        ));
        all.push(new("an open literal", "own-subject = { \"a\n".into()));
        all.push(new("surrogates", "own-subject = { \"\\uD800\" }\n".into()));
        all.push(new(
            "many digits",
            format!("own-subject = {{ NUMBER({}) }}\n", "9".repeat(n)),
        ));
        all.push(new(
            "digits without end",
            "own-subject = { NUMBER(1, minimumFractionDigits: 999999999, minimumIntegerDigits: 999999999) }\n".into(),
        ));
    }
    all
}

fn drawings() -> Vec<Hostile> {
    let n = many();
    let svg = |inside: &str| {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 40 40\">{inside}</svg>\n"
        )
    };
    let new = |name: &str, text: String| Hostile::new(FileKind::Drawing, name, text);
    let entities = {
        let mut dtd = "<!ENTITY a0 \"lol\">".to_owned();
        for level in 1..12 {
            dtd += &format!(
                "<!ENTITY a{level} \"{}\">",
                format!("&a{};", level - 1).repeat(10)
            );
        }
        format!("<!DOCTYPE svg [{dtd}]>{}", svg("<text>&a11;</text>"))
    };
    let uses = {
        let mut text = "<rect id=\"u0\" width=\"1\" height=\"1\"/>".to_owned();
        for level in 1..12 {
            let inner = format!("<use href=\"#u{}\"/>", level - 1).repeat(10);
            text += &format!("<g id=\"u{level}\">{inner}</g>");
        }
        text
    };
    let rect = "<rect width=\"1\" height=\"1\"/>";
    vec![
        new("entities", entities),
        new(
            "a foreign entity",
            format!(
                "<!DOCTYPE svg [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>{}",
                svg("<text>&a;</text>")
            ),
        ),
        new(
            "groups in one another",
            svg(&format!(
                "{}{rect}{}",
                "<g>".repeat(300),
                "</g>".repeat(300)
            )),
        )
        .found_by("W204"),
        new(
            "100,000 groups in one another",
            svg(&format!("{}{rect}{}", "<g>".repeat(n), "</g>".repeat(n))),
        ),
        new("open groups", svg(&"<g>".repeat(n))),
        new("uses of uses", svg(&uses)).found_by("W204"),
        new("a use of itself", svg("<g id=\"a\"><use href=\"#a\"/></g>")),
        new(
            "patterns in a circle",
            svg(
                "<pattern id=\"a\" width=\"1\" height=\"1\"><rect width=\"1\" height=\"1\" fill=\"url(#b)\"/></pattern><pattern id=\"b\" width=\"1\" height=\"1\"><rect width=\"1\" height=\"1\" fill=\"url(#a)\"/></pattern><rect width=\"9\" height=\"9\" fill=\"url(#a)\"/>",
            ),
        ),
        new(
            "gradients in a circle",
            svg(
                "<linearGradient id=\"a\" href=\"#b\"/><linearGradient id=\"b\" href=\"#a\"/><rect width=\"9\" height=\"9\" fill=\"url(#a)\"/>",
            ),
        ),
        new(
            "clips in a circle",
            svg(
                "<clipPath id=\"a\" clip-path=\"url(#a)\"><rect width=\"9\" height=\"9\"/></clipPath><rect width=\"9\" height=\"9\" clip-path=\"url(#a)\"/>",
            ),
        ),
        new(
            "masks in a circle",
            svg(
                "<mask id=\"a\" mask=\"url(#a)\"><rect width=\"9\" height=\"9\"/></mask><rect width=\"9\" height=\"9\" mask=\"url(#a)\"/>",
            ),
        ),
        new("many shapes", svg(&rect.repeat(n / 10))),
        new(
            "a long path",
            svg(&format!("<path d=\"M0 0{}\"/>", "L1 1".repeat(n))),
        ),
        new(
            "a path of numbers",
            svg(&format!("<path d=\"M{}\"/>", "9".repeat(n))),
        ),
        new(
            "huge numbers",
            svg("<rect width=\"1e308\" height=\"1e308\" x=\"-1e308\"/>"),
        ),
        new("no numbers", svg("<rect width=\"NaN\" height=\"inf\"/>")),
        new(
            "many dashes",
            svg(&format!(
                "<path d=\"M0 0L1e6 0\" stroke=\"#000\" stroke-dasharray=\"{}\"/>",
                "1 ".repeat(n / 10)
            )),
        ),
        new(
            "dashes of nothing",
            svg("<path d=\"M0 0L1e9 0\" stroke=\"#000\" stroke-dasharray=\"1e-9\"/>"),
        ),
        new(
            "many attributes",
            svg(&format!(
                "<rect {}/>",
                (0..n / 20)
                    .map(|at| format!("a{at}=\"b\" "))
                    .collect::<String>()
            )),
        ),
        new(
            "transforms",
            svg(&format!(
                "<g transform=\"{}\">{rect}</g>",
                "scale(2)".repeat(n / 10)
            )),
        ),
        new(
            "style sheets",
            svg(&format!(
                "<style>{}</style>{rect}",
                "a{fill:red}".repeat(n / 20)
            )),
        ),
        new(
            "blocks in blocks of style",
            svg(&format!(
                "<style>{}</style>{rect}",
                "@media{".repeat(n / 10)
            )),
        ),
        new(
            "brackets in style",
            svg(&format!("<rect style=\"fill:{}\"/>", "(".repeat(n / 10))),
        ),
        new(
            "a selector of many parts",
            svg(&format!(
                "<style>{}{{fill:red}}</style>{rect}",
                "a ".repeat(n / 10)
            )),
        ),
        new(
            "a picture of itself",
            svg("<image href=\"x.svg\" width=\"9\" height=\"9\"/>"),
        ),
        new(
            "data in data",
            svg(&format!(
                "<image href=\"data:image/png;base64,{}\"/>",
                "A".repeat(n)
            )),
        ),
        new(
            "no size",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\"/>".into(),
        ),
        new(
            "a size without end",
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"1e30\" height=\"1e-30\"/>".into(),
        ),
        new(
            "filters",
            svg(
                "<filter id=\"a\"><feGaussianBlur stdDeviation=\"1e9\"/></filter><rect width=\"9\" height=\"9\" filter=\"url(#a)\"/>",
            ),
        ),
        new("words", svg(&format!("<text>{}</text>", "a".repeat(n)))),
    ]
}

/// Expressions of few characters that make much, whether it is printed or not.
const EXPRESSIONS: [(&str, &str); 12] = [
    (
        "a text that replaces its own characters",
        "{% set a = \"a\" | indent(width=1000, first=true) %}{{ a | replace(from=\" \", to=a) | replace(from=\" \", to=a) | replace(from=\" \", to=a) | length }}",
    ),
    (
        "a text joined to a long one",
        "{{ range(end=100000) | join(sep=\"a\" | indent(width=1000, first=true)) | length }}",
    ),
    (
        "a text split into its characters",
        "{% set a = \"a\" | indent(width=1000, first=true) %}{{ a | replace(from=\"\", to=a) | replace(from=\"\", to=a) | split(pat=\"\") | length }}",
    ),
    (
        "lists of ten lists",
        "{% set a = [1,1,1,1,1,1,1,1,1,1] %}{% set a = [a,a,a,a,a,a,a,a,a,a] %}{% set a = [a,a,a,a,a,a,a,a,a,a] %}{% set a = [a,a,a,a,a,a,a,a,a,a] %}{% set a = [a,a,a,a,a,a,a,a,a,a] %}{% set a = [a,a,a,a,a,a,a,a,a,a] %}{% set a = [a,a,a,a,a,a,a,a,a,a] %}{% set a = [a,a,a,a,a,a,a,a,a,a] %}{{ a }}",
    ),
    (
        "a list in a list in a list",
        "{% set_global a = [1] %}{% for b in range(end=100000) %}{% set_global a = [a] %}{% endfor %}",
    ),
    (
        "a list made from a list made from a list",
        "{{ [[1 for a in range(end=100000)] for b in range(end=100000)] | length }}",
    ),
    (
        "what is alike in a long list",
        "{% set a = range(end=100000) %}{% if a | unique == a | unique %}b{% endif %}",
    ),
    (
        "a text that is kept and never printed",
        "{% set a %}{% for b in range(end=100000) %}{{ range(end=300) }}{% endfor %}{% endset %}",
    ),
    (
        "components that are handed tenfold lists",
        "{% component own(a, n) %}{% if n > 0 %}{{ <own a={[a,a,a,a,a,a,a,a,a,a]} n={n - 1} /> }}{% else %}{{ a }}{% endif %}{% endcomponent own %}{{ <own a={1} n={12} /> }}",
    ),
    (
        "a long text searched often",
        "{% set a = range(end=100000) | str %}{% for b in range(end=100000) %}{% if \"b\" in a %}{% endif %}{% endfor %}",
    ),
    (
        "a filter around much",
        "{% filter indent(width=1000, first=true, blank=true) | indent(width=1000) %}{% for a in range(end=100000) %}\na{% endfor %}{% endfilter %}",
    ),
    (
        "parts of a long text",
        "{% set a = range(end=100000) | str %}{% for b in range(end=10000) %}{% set c = [a[1:], a[2:], a?[3:], a[4:]] %}{% endfor %}",
    ),
];

fn templates() -> Vec<Hostile> {
    let n = many();
    let mut all = Vec::new();
    let loops = |depth: usize| {
        let head = "{% for a in r %}".repeat(depth);
        format!(
            "{{% set r = range(end=1000) %}}{head}{}",
            "{% endfor %}".repeat(depth)
        )
    };
    for kind in [FileKind::Markdown, FileKind::Page, FileKind::Print] {
        let new = |name: &str, text: String| Hostile::new(kind, name, text);
        all.push(new("loops in loops", loops(4)).found_by("W085"));
        all.push(
            new(
                "loops in loops that print",
                loops(4).replacen("{% endfor %}", "a{% endfor %}", 1),
            )
            .found_by("W085"),
        );
        all.push(new("a text that doubles", "{% set_global s = \"aaaaaaaaaaaaaaaa\" %}{% for a in range(end=60) %}{% set_global s = s ~ s %}{% endfor %}".into()).found_by("W085"));
        all.push(new("a block that doubles", "{% set_global s = \"aaaaaaaaaaaaaaaa\" %}{% for a in range(end=60) %}{% set_global s %}{{ s }}{{ s }}{% endset %}{% endfor %}".into()).found_by("W085"));
        for (name, text) in EXPRESSIONS {
            all.push(new(name, text.into()).found_by("W085"));
        }
        all.push(
            new(
                "a component in itself",
                "{% component own() %}{{ <own /> }}{% endcomponent own %}{{ <own /> }}".into(),
            )
            .found_by("W032"),
        );
        all.push(new("components that branch", "{% component own(n) %}{% if n > 0 %}{{ <own n={n - 1} /> }}{{ <own n={n - 1} /> }}{{ <own n={n - 1} /> }}{{ <own n={n - 1} /> }}{% endif %}{% endcomponent own %}{{ <own n={18} /> }}".into()).found_by("W085"));
        all.push(
            new(
                "a template in itself",
                format!(
                    "{{% include \"{}\" %}}",
                    kind.path().trim_start_matches("templates/")
                ),
            )
            .found_by("W031"),
        );
        all.push(
            new(
                "a template of itself",
                format!(
                    "{{% extends \"{}\" %}}",
                    kind.path().trim_start_matches("templates/")
                ),
            )
            .found_by("W031"),
        );
        all.push(new(
            "conditions in one another",
            format!(
                "{}a{}",
                "{% if true %}".repeat(n / 10),
                "{% endif %}".repeat(n / 10)
            ),
        ));
        all.push(new(
            "brackets in an expression",
            format!("{{{{ {}1{} }}}}", "(".repeat(n), ")".repeat(n)),
        ));
        all.push(new(
            "lists in an expression",
            format!("{{{{ {}1{} }}}}", "[".repeat(n), "]".repeat(n)),
        ));
        all.push(new(
            "a long sum",
            format!("{{{{ 1{} }}}}", " + 1".repeat(n)),
        ));
        all.push(new(
            "a long chain of filters",
            format!("{{{{ \"a\"{} }}}}", " | upper".repeat(n)),
        ));
        all.push(new(
            "negations",
            format!("{{{{ {}true }}}}", "not ".repeat(n)),
        ));
        all.push(new("minus signs", format!("{{{{ {}1 }}}}", "-".repeat(n))));
        all.push(new(
            "a long way",
            format!("{{{{ title{} }}}}", ".a".repeat(n)),
        ));
        all.push(
            new(
                "a range without end",
                "{% for a in range(end=9999999999999) %}a{% endfor %}".into(),
            )
            .found_by("W032"),
        );
        all.push(new("division by nothing", "{{ 1 / 0 }}".into()));
        all.push(new(
            "numbers without end",
            format!("{{{{ {} * {} }}}}", "9".repeat(30), "9".repeat(30)),
        ));
        let elements = "<div>".repeat(n) + &"</div>".repeat(n);
        all.push(new("elements in one another", elements));
        all.push(new(
            "open elements",
            format!("<div class=\"document\">{}", "<p>".repeat(n)),
        ));
    }
    let deep = |depth: usize| {
        format!(
            "<div class=\"document\">{}a{}</div>",
            "<div>".repeat(depth),
            "</div>".repeat(depth)
        )
    };
    all.push(Hostile::new(
        FileKind::Print,
        "97 elements in one another",
        deep(97),
    ));
    all
}
