//! What could run, fetch, embed, or is not known: each with the finding that it gives.

use super::*;

/// The findings of a drawing: code, place, what the message begins with.
fn found(text: &str) -> Vec<(String, String)> {
    let reading = read_svg("a.svg", text.as_bytes());
    if let Some(svg) = &reading.svg {
        check_written(svg.as_str());
    }
    let told = |finding: &Diagnostic| {
        let start = finding.span.as_ref().unwrap().start();
        let place = format!("{} {}:{}", finding.code.id, start.line, start.column);
        (place, finding.message.clone())
    };
    reading.findings.iter().map(told).collect()
}

/// Fails where the drawing with this content on its second line has not just one finding,
/// there, of this code, whose message has this in it.
#[track_caller]
fn one(inside: &str, place: &str, what: &str) {
    let text = format!(
        "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' \
         xmlns:h='http://www.w3.org/1999/xhtml' xmlns:n='urn:notes'>\n{inside}\n</svg>"
    );
    let found = found(&text);
    assert_eq!(found.len(), 1, "{inside}: {found:#?}");
    assert_eq!(found[0].0, place, "{inside}: {found:#?}");
    assert!(found[0].1.contains(what), "{inside}: {found:#?}");
}

#[test]
fn what_runs_is_an_error_at_its_line() {
    for (inside, column, what) in [
        ("<script>alert(1)</script>", 1, "`<script>`"),
        ("<g><script href='data:,x'/></g>", 4, "`<script>`"),
        (
            "<x:script xmlns:x='http://www.w3.org/2000/svg'/>",
            1,
            "`<script>`",
        ),
        ("<h:script/>", 1, "`<script>`"),
        ("<g onclick='x'/>", 4, "`onclick`"),
        ("<g ONLOAD='x'/>", 4, "`ONLOAD`"),
        ("<title onfocusin='x'>a</title>", 8, "`onfocusin`"),
        ("<metadata><script/></metadata>", 11, "`<script>`"),
        ("<metadata onload='x'/>", 11, "`onload`"),
        ("<n:a><n:b><g onclick='x'/></n:b></n:a>", 14, "`onclick`"),
        ("<title><script/></title>", 8, "`<script>`"),
        (
            "<defs><n:x><h:img src='x' onerror='y'/></n:x></defs>",
            12,
            "`<img>`",
        ),
        ("<handler/>", 1, "`<handler>`"),
        (
            "<x:listener xmlns:x='http://www.w3.org/2001/xml-events'/>",
            1,
            "`<listener>`",
        ),
        ("<video/>", 1, "`<video>`"),
        (
            "<a href='javascript:alert(1)'/>",
            4,
            "`javascript:alert(1)`",
        ),
        (
            "<a xlink:href=' java&#10;script&#x3A;alert(1)'/>",
            4,
            "script:alert(1)`",
        ),
        ("<a href='JAVASCRIPT:x'/>", 4, "`JAVASCRIPT:x`"),
        ("<a href='vbscript:x'/>", 4, "`vbscript:x`"),
        ("<a href='data:text/html,x'/>", 4, "`data:text/html,x`"),
        ("<animate attributeName='x'/>", 1, "`<animate>`"),
        (
            "<a><set attributeName='href' to='javascript:x'/></a>",
            4,
            "`<set>`",
        ),
        ("<metadata><n:x/><set href='#a'/></metadata>", 17, "`<set>`"),
        (
            "<style>@keyframes x { from { x: 1 } }</style>",
            8,
            "`@keyframes`",
        ),
        ("<g style='animation: x 1s'/>", 11, "`animation`"),
        ("<g style='behavior: url(#x)'/>", 11, "`behavior`"),
        ("<g style='-moz-binding: url(#x)'/>", 11, "`-moz-binding`"),
        (
            "<g style='width: expression(alert(1))'/>",
            18,
            "`expression()`",
        ),
    ] {
        one(inside, &format!("W207 2:{column}"), what);
    }
}

#[test]
fn what_fetches_is_an_error_at_its_line() {
    for (inside, column, what) in [
        (
            "<style>@import url(https://example.ca/a.css);</style>",
            8,
            "`@import`",
        ),
        ("<style>@IMPORT 'a.css';</style>", 8, "`@import`"),
        ("<style>@\\69mport 'a.css';</style>", 8, "`@import`"),
        (
            "<style><![CDATA[ @import 'a.css' ]]></style>",
            18,
            "`@import`",
        ),
        ("<style>a&#123;}@import 'a';</style>", 16, "`@import`"),
        ("<style>/* */@import'a.css'</style>", 13, "`@import`"),
        (
            "<style>@font-face { font-family: x; src: url(x.woff) }</style>",
            42,
            "`url(x.woff)`",
        ),
        (
            "<style>g { fill: url(//example.ca/#a) }</style>",
            18,
            "`url(//example.ca/#a)`",
        ),
        (
            "<style>g { cursor: url(x.cur), auto }</style>",
            20,
            "`url(x.cur)`",
        ),
        (
            "<style>g { --x: url(https://a.ca) }</style>",
            17,
            "`url(https://a.ca)`",
        ),
        (
            "<style>g { fill: u\\72l(https://a.ca) }</style>",
            18,
            "`url(https://a.ca)`",
        ),
        (
            "<style>g { fill: image-set('a.png' 1x) }</style>",
            18,
            "`image-set()`",
        ),
        (
            "<style>g { -inkscape-x: src('a.png') }</style>",
            25,
            "`src()`",
        ),
        ("<g fill='url(a.svg#b)'/>", 10, "`url(a.svg#b)`"),
        ("<g fill='u\\72 l(a.svg#b)'/>", 10, "`url(a.svg#b)`"),
        ("<g cursor='url(a.cur)'/>", 12, "`url(a.cur)`"),
        (
            "<g filter='url(\"http://a.ca/#b\")'/>",
            12,
            "`url(http://a.ca/#b)`",
        ),
        (
            "<g style='mask: url(data:image/svg+xml,x)'/>",
            17,
            "`url(data:image/svg+xml,x)`",
        ),
        ("<use href='other.svg#a'/>", 6, "`other.svg#a`"),
        (
            "<use xlink:href='https://a.ca/#b'/>",
            6,
            "`https://a.ca/#b`",
        ),
        (
            "<use href='data:image/svg+xml;base64,PHN2Zy8+#a'/>",
            6,
            "`data:image/svg+xml",
        ),
        ("<image href='crest.png'/>", 8, "`crest.png`"),
        (
            "<image xlink:href='file:///etc/passwd'/>",
            8,
            "`file:///etc/passwd`",
        ),
        (
            "<filter><feImage href='//a.ca/x.png'/></filter>",
            18,
            "`//a.ca/x.png`",
        ),
        ("<linearGradient href='a.svg#b'/>", 17, "`a.svg#b`"),
        ("<textPath href='a.svg#b'/>", 11, "`a.svg#b`"),
        ("<a href='plan.html'/>", 4, "`plan.html`"),
        ("<a href='https://a.ca/x y'/>", 4, "`https://a.ca/x y`"),
        ("<g xml:base='https://a.ca/'/>", 4, "`xml:base`"),
        ("<?xml-stylesheet href='a.css'?>", 1, "`<?xml-stylesheet?>`"),
        ("<cursor href='a.png'/>", 1, "`<cursor>`"),
        ("<color-profile href='a.icc'/>", 1, "`<color-profile>`"),
        (
            "<font-face><font-face-src><font-face-uri href='a'/></font-face-src></font-face>",
            12,
            "`<font-face-src>`",
        ),
        (
            "<x:include xmlns:x='http://www.w3.org/2001/XInclude' href='a'/>",
            1,
            "`<include>`",
        ),
    ] {
        one(inside, &format!("W207 2:{column}"), what);
    }
}

#[test]
fn what_embeds_is_an_error_at_its_line() {
    for (inside, column, what) in [
        (
            "<foreignObject><h:iframe src='https://a.ca'/></foreignObject>",
            1,
            "`<foreignObject>`",
        ),
        (
            "<switch><foreignObject requiredExtensions='http://ns.adobe.com/x'><h:p><h:b/></h:p></foreignObject></switch>",
            67,
            "`<p>`",
        ),
        ("<iframe/>", 1, "`<iframe>`"),
        ("<h:link rel='stylesheet' href='x'/>", 1, "`<link>`"),
        (
            "<m:math xmlns:m='http://www.w3.org/1998/Math/MathML'/>",
            1,
            "`<math>`",
        ),
        (
            "<image href='data:image/svg+xml;base64,PHN2Zy8+'/>",
            8,
            "`data:image/svg+xml",
        ),
        (
            "<image href='data:image/png;base64,PHN2Zy8+'/>",
            8,
            "`data:image/png",
        ),
        (
            "<image href='data:text/html;base64,PGI+'/>",
            8,
            "`data:text/html",
        ),
    ] {
        one(inside, &format!("W207 2:{column}"), what);
    }
}

#[test]
fn what_nobody_knows_is_an_error_at_its_line() {
    for (inside, column, what) in [
        ("<meshgradient/>", 1, "`<meshgradient>`"),
        (
            "<flowRoot><flowPara>x</flowPara></flowRoot>",
            1,
            "`<flowRoot>`",
        ),
        ("<g xmlns=''/>", 1, "`<g>`"),
        (
            "<g requiredExtensions='http://www.w3.org/1999/xhtml'/>",
            1,
            "`requiredExtensions`",
        ),
        (
            "<g style='backdrop-filter: blur(2px)'/>",
            11,
            "`backdrop-filter`",
        ),
        ("<g style='fill: var(--a)'/>", 17, "`var()`"),
        ("<g style='fill'/>", 11, "`fill` without a value"),
        ("<g style='{fill:red}'/>", 11, "without a name"),
        ("<g fill='red;'/>", 13, "`;`"),
        (
            "<style>@media print { g { fill: red } }</style>",
            8,
            "`@media`",
        ),
        ("<style media='print'>g { fill: red }</style>", 1, "`print`"),
        ("<style>g:hover { fill: red }</style>", 9, "`g:hover`"),
        ("<style>g + g { fill: red }</style>", 10, "`g + g`"),
        ("<style>[data-x] { fill: red }</style>", 8, "`[data-x]`"),
        ("<style>g { fill: red } g</style>", 24, "without its braces"),
        ("<style><g/></style>", 8, "`<g>` in a style"),
        (
            "<n:x><path id='a'/></n:x><use href='#a'/>",
            31,
            "`#a` is a part that draws nothing",
        ),
        (
            "<metadata id='a'/><g fill='url(#a)'/>",
            28,
            "`#a` is a part that draws nothing",
        ),
        (
            "<metadata><style>g { fill: red }</style></metadata>",
            11,
            "`<style>` in a part that draws nothing",
        ),
    ] {
        one(inside, &format!("W208 2:{column}"), what);
    }
}

#[test]
fn what_is_said_of_many_places_is_said_once() {
    let text = "<svg xmlns='http://www.w3.org/2000/svg'><g onclick='a'/><g onclick='b'/>\
                <g onclick='c'/><script/><script/></svg>";
    let messages: Vec<String> = found(text)
        .into_iter()
        .map(|(_, message)| message)
        .collect();
    let does = "could run on the computer of whoever opens the drawing";
    assert_eq!(
        messages,
        [
            format!("`onclick` {does}; so in 2 more places"),
            format!("`<script>` {does}; so in one more place")
        ]
    );
}

#[test]
fn faults_have_their_places_whatever_stands_before_them() {
    let text = "<!DOCTYPE svg [<!ENTITY a 'quay'>]>\r\n<svg xmlns='http://www.w3.org/2000/svg'>\r\n\
                <style><![CDATA[\r\n  .é { fill: red }\r\n  @import 'x';\r\n]]></style>\r\n\
                <g style='fill: red;\r\n  stroke: url(x)'/>\r\n<g style='&a;: y'/></svg>";
    let places: Vec<String> = found(text).into_iter().map(|(place, _)| place).collect();
    assert_eq!(places, ["W207 5:3", "W207 8:11", "W208 9:11"]);
    let entity = "<!DOCTYPE svg [<!ENTITY run '<script>x</script>'>]>\n\
                  <svg xmlns='http://www.w3.org/2000/svg'><g>&run;</g></svg>";
    assert_eq!(found(entity)[0].0, "W207 1:30");
    let instruction = "<?xml version='1.0'?>\n<?xml-stylesheet href='a.css'?>\n\
                       <svg xmlns='http://www.w3.org/2000/svg'/>";
    assert_eq!(found(instruction)[0].0, "W207 2:1");
}

#[test]
fn files_that_are_no_drawings_are_faults_at_their_line() {
    let bombs = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'>\
        <!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>\
        <!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;'>\
        <!ENTITY d '&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;'>\
        <!ENTITY e '&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;'>]>\
        <svg xmlns='http://www.w3.org/2000/svg'><path d='&e;'/></svg>";
    let cases: [(&[u8], &str); 10] = [
        (b"<svg>\n<g></svg>", "W200 2:4"),
        (b"<svg/>", "W200 1:1"),
        (
            b"<!-- x -->\n<html xmlns='http://www.w3.org/1999/xhtml'/>",
            "W200 2:1",
        ),
        (b"", "W200 1:1"),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'>\n<g id='\xE9'/></svg>",
            "W301 2:8",
        ),
        (b"\x1F\x8B\x08\x00", "W201 1:1"),
        (
            b"<!DOCTYPE svg SYSTEM 'a.dtd' [<!ENTITY x SYSTEM '/etc/passwd'>]>\n\
              <svg xmlns='http://www.w3.org/2000/svg'>&x;</svg>",
            "W200 2:41",
        ),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'>&nbsp;</svg>",
            "W200 1:41",
        ),
        (
            b"<svg xmlns='http://www.w3.org/2000/svg'>&#0;</svg>",
            "W200 1:41",
        ),
        (bombs.as_bytes(), "W200 1:97"),
    ];
    for (bytes, place) in cases {
        let reading = read_svg("a.svg", bytes);
        let shown = String::from_utf8_lossy(bytes);
        assert_eq!(reading.svg, None, "{shown}");
        let [finding] = &*reading.findings else {
            panic!("{shown}: {:?}", reading.findings);
        };
        let start = finding.span.as_ref().unwrap().start();
        let found = format!("{} {}:{}", finding.code.id, start.line, start.column);
        assert_eq!(found, place, "{shown}");
        assert!(!finding.hints.is_empty());
    }
}

#[test]
fn parts_that_would_be_drawn_for_ever_are_faults() {
    let uses = |of: usize| format!("<use href='#g{of}'/>").repeat(10);
    let level = |nth: usize| format!("<g id='g{}'>{}</g>", nth + 1, uses(nth));
    let bomb: String = (0..9).map(level).collect();
    let document = |inside: &str| {
        format!("<svg xmlns='http://www.w3.org/2000/svg'><defs>{inside}</defs></svg>")
    };
    let bomb = format!("<path id='g0' d='M0 0'/>{bomb}");
    assert_eq!(found(&document(&bomb))[0].0, "W204 1:1");
    let chain = |nth: usize| format!("<use id='u{}' href='#u{nth}'/>", nth + 1);
    let chain: String = (0..5000).map(chain).collect();
    assert_eq!(found(&document(&chain))[0].0, "W204 1:1");
    let deep = "<g>".repeat(400) + &"</g>".repeat(400);
    assert_eq!(found(&document(&deep))[0].0, "W204 1:812");
    let circle = "<use id='a' href='#b'/><g id='b'><use href='#a'/></g>";
    assert_eq!(found(&document(circle)), []);
}
