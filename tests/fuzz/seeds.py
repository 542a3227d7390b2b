#!/usr/bin/env python3
"""Gathers inputs for fuzzing to start from: examples and fixtures of this repository.

    tests/fuzz/seeds.py FOLDER

Writes FOLDER/<target>/… for every target (tests/fuzz/README.md). Files of more than 6,000
bytes are left out: what is small is changed more often.
"""

import hashlib
import pathlib
import re
import sys
import textwrap

ROOT = pathlib.Path(__file__).resolve().parents[2]
FIXTURES = ROOT / "tests/fixtures"
MOST = 6_000
BETWEEN = b"\n=====\n"

PRINT = [
    "<p>Tides</p>",
    "<h1>High</h1><h2 id=\"a\">Water</h2><p>See <a href=\"#a\">below</a>, <a href=\"https://example.ca\">there</a>.</p>",
    "<ul><li>one</li><li><p>two</p><ul class=\"tight\"><li>three</li></ul></li><li class=\"task done\">done</li></ul>",
    "<ol start=\"3\"><li>c</li><li class=\"task\">d<ol><li>i</li></ol></li></ol>",
    "<ul class=\"plain names\"><li>Ann</li><li>Ben</li><li>Cam</li><li>Dee</li><li>Eve</li><li>Fay</li><li>Gus</li><li>Hal</li><li>Ida</li></ul>",
    "<table><caption>Fees</caption><thead><tr><td></td><th scope=\"col\">a</th></tr></thead><tbody><tr><th scope=\"row\">b</th><td class=\"numeric\">1.50</td></tr></tbody></table>",
    "<dl class=\"header\"><dt>From:</dt><dd class=\"party\">Piers<br/>Laval</dd><dt>Date:</dt><dd><p>May</p></dd></dl>",
    "<blockquote><p>quoted</p></blockquote><pre><code>a  b\n  c</code></pre><hr/>",
    "<figure><img src=\"p.png\" alt=\"a crest\" width=\"60%\"/><figcaption>Crest</figcaption></figure><p><img src=\"d.svg\" alt=\"d\"/></p>",
    "<p>x<sup>2</sup> H<sub>2</sub>O <em>a</em> <strong>b</strong> <del>c</del> <code>d</code> <abbr title=\"Rules\">R</abbr> <span lang=\"fr-CA\">été</span></p>",
    "<p>call<sup><a href=\"#note-1\">1</a></sup></p><div class=\"note\" id=\"note-1\"><p>a note</p></div>",
    "<div class=\"alert alert-note\"><p class=\"label\">Note</p><p>wet</p></div>",
    "<div class=\"columns\"><div class=\"column\"><p>a</p></div><div class=\"column\"><p>b</p></div></div>",
    "<div class=\"pair\"><div class=\"column\" lang=\"en-CA\"><section><h1>a</h1><p>b</p></section></div><div class=\"column\" lang=\"fr-CA\"><section><h1>c</h1><p>d</p></section></div></div>",
    "<header class=\"letterhead\"><img class=\"logo\" src=\"d.svg\" alt=\"logo\"/><div class=\"columns\"><div class=\"column\"><p class=\"organization\">Dock</p></div></div></header><p>x</p>",
    "<section class=\"appendix\"><h1>A</h1><p class=\"numbered\"><span class=\"number\">3.</span>text</p></section><section class=\"signature\"><p class=\"closing\">Yours</p></section>",
    "<header class=\"banner\"><p>SECRET</p></header><header class=\"running\"><p>head</p></header><footer class=\"running\"><p><span class=\"page-number\"></span>/<span class=\"page-count\"></span></p></footer><p>flow</p>",
    "<p>נועה לוי (2)</p><p>ᐃᓄᒃ ∑ ☑</p>",
]


def save(folder, data):
    data = data.encode() if isinstance(data, str) else data
    if data and len(data) <= MOST:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / hashlib.sha1(data).hexdigest()[:16]).write_bytes(data)


def memos(to):
    for path in [*ROOT.glob("memos/*.yaml"), *FIXTURES.glob("*/*.yaml")]:
        save(to / "memo", path.read_bytes())
    for path in FIXTURES.glob("*/*/memos/*.yaml"):
        save(to / "memo", path.read_bytes())


def fluent(to):
    english = [*FIXTURES.glob("faults/*/locales/en/*.ftl"), *FIXTURES.glob("faults/*/memos/*.en.ftl")]
    english += [*ROOT.glob("locales/en/*.ftl"), *ROOT.glob("memos/*.en.ftl")]
    for path in english:
        name = str(path).replace("/en/", "/fr/").replace(".en.ftl", ".fr.ftl")
        other = pathlib.Path(name)
        fr = other.read_bytes() if other.exists() else b""
        save(to / "ftl", path.read_bytes() + BETWEEN + fr + BETWEEN + b"{ $day } { NUMBER($count) }")
    for path in FIXTURES.glob("locale*/*.ftl"):
        save(to / "ftl", path.read_bytes())
    for path in FIXTURES.glob("locale/*.text"):
        save(to / "ftl", b"a = b" + BETWEEN + b"a = c" + BETWEEN + path.read_bytes())


def bodies(to):
    # Not the examples of tests/specifications: they are under a licence of their own.
    for path in FIXTURES.glob("attacks/*.txt"):
        for part in re.split(r"\n\n+", path.read_text()):
            save(to / "markdown", part)
    for path in [*ROOT.glob("tests/golden/*/*.md"), *FIXTURES.glob("*.md")]:
        for part in re.split(r"\n(?=#)", path.read_text()):
            save(to / "markdown", part)
    # What stands in a block below `en: |` or `fr: |`.
    for path in [*ROOT.glob("memos/*.yaml"), *FIXTURES.glob("**/*.yaml")]:
        block = re.compile(r"^( *)(?:- )?(?:en|fr): [|>]-?\n((?:\1 +.*\n|\n)+)", re.M)
        for _, body in block.findall(path.read_text(errors="ignore")):
            save(to / "markdown", textwrap.dedent(body))


def print_markup(to):
    for body in PRINT:
        save(to / "print", f'<div class="document" lang="en-CA">{body}</div>')
    save(to / "print", f'<div class="document draft" data-watermark="DRAFT" lang="fr-CA">{PRINT[0]}</div>')
    save(to / "print", '<div class="document parallel" lang="en-CA">' + PRINT[13] + "</div>")
    for path in ROOT.glob("src/output/pdf/**/*.rs"):
        for text in re.findall(r'"(<(?:p|div|h1|ul|ol|dl|table|section)\b(?:[^"\\]|\\.)*)"', path.read_text()):
            text = text.encode().decode("unicode_escape", "ignore").encode("latin-1", "ignore").decode("utf-8", "ignore")
            if not text.startswith('<div class="document'):
                text = f'<div class="document" lang="en-CA">{text}</div>'
            save(to / "print", text)


def themes(to):
    letterheads = [path.read_bytes() for path in ROOT.glob("templates/letterheads/*.yaml")]
    letterheads += [path.read_bytes() for path in FIXTURES.glob("faults/*/templates/letterheads/*.yaml")]
    themes = [path.read_bytes() for path in ROOT.glob("templates/themes/*.yaml")]
    themes += [path.read_bytes() for path in FIXTURES.glob("**/templates/theme.yaml")]
    # The parts of the built-in theme, each on its own.
    built_in = (ROOT / "templates/theme.yaml").read_text()
    themes += [part.encode() for part in re.split(r"\n(?=[a-z-]+:)", built_in)]
    for at, theme in enumerate(themes):
        save(to / "theme", theme + BETWEEN + letterheads[at % len(letterheads)])
    for letterhead in letterheads:
        save(to / "theme", b"based-on: dense\n" + BETWEEN + letterhead)


def drawings(to):
    for path in [*ROOT.glob("templates/**/*.svg"), *FIXTURES.glob("**/*.svg"), *FIXTURES.glob("**/*.png")]:
        save(to / "drawing", path.read_bytes())
    for path in ROOT.glob("src/output/**/*.rs"):
        for text in re.findall(r'r#+"(<svg\b.*?)"#', path.read_text(), re.S):
            save(to / "drawing", text)


def settings(to):
    directory = (ROOT / "directory.yaml").read_bytes()
    found = [ROOT / "bimemo.yaml", *FIXTURES.glob("**/bimemo.yaml")]
    for path in found:
        save(to / "settings", path.read_bytes() + BETWEEN + directory)
    for path in FIXTURES.glob("**/directory.yaml"):
        save(to / "settings", b"ignore:\n  - { code: P001, path: 'memos/**/*.yaml', reason: meant }\n" + BETWEEN + path.read_bytes())


def main():
    to = pathlib.Path(sys.argv[1])
    for gather in (memos, fluent, bodies, print_markup, themes, drawings, settings):
        gather(to)
    for folder in sorted(to.iterdir()):
        print(folder.name, len(list(folder.iterdir())))


if __name__ == "__main__":
    main()
