"""Holds a site that Hugo built against the memos' data: PUBLIC DATA.

Every memo has its page in both languages, each with its title, its dates and the way to
the other; every picture and every file that a page shows or leads to is there, and no
page shows fewer pictures than its memo.
"""

import json
import pathlib
import sys
from html.parser import HTMLParser
from urllib.parse import unquote

public, data = map(pathlib.Path, sys.argv[1:3])
faults = []


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.title, self.meta, self.alternates = "", {}, {}
        self.pictures, self.links, self.inside = [], [], False
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.inside = tag == "title"
        if tag == "meta" and "name" in attributes:
            self.meta[attributes["name"]] = attributes["content"]
        elif tag == "link":
            self.alternates[attributes["hreflang"]] = attributes["href"]
        elif tag == "img":
            self.pictures.append(attributes["src"])
        elif tag == "a":
            self.links.append(attributes.get("href", ""))

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "title"

    def handle_data(self, text):
        if self.inside:
            self.title += text


def expect(name, what, found, wanted):
    if found != wanted:
        faults.append(f"{name}: {what}: {found!r}, not {wanted!r}")


def pictures(value):
    """How many pictures stand in data."""
    if isinstance(value, list):
        return sum(map(pictures, value))
    if not isinstance(value, dict):
        return 0
    own = value.get("type") == "image" or ("src" in value and "alt" in value)
    return int(own) + sum(map(pictures, value.values()))


def place(memo, lang):
    """The path of a memo's page."""
    return f"{lang}/memos/{memo['slug'] or memo['id'].lower()}/"


pages = shown = 0
for file in sorted(set(data.glob("*.json")) - {data / "manifest.json"}):
    memo = json.loads(file.read_text(encoding="utf-8"))
    lang, other = ("en", "fr") if memo["lang"] == "en-CA" else ("fr", "en")
    name = f"{memo['id']}.{lang}"
    path = public / place(memo, lang) / "index.html"
    if not path.is_file():
        faults.append(f"{name}: there is no {path}")
        continue
    page = Page(path.read_text(encoding="utf-8"))
    pages += 1
    expect(name, "title", page.title, memo["plain"]["subject"])
    expect(name, "date", page.meta["date"], memo["date"])
    expect(name, "lastmod", page.meta["lastmod"], memo["modified"] or memo["date"])
    alternates = {}
    if memo["counterpart"]:
        counterpart = (data / f"{memo['id']}.{other}.json").read_text(encoding="utf-8")
        alternates = {other: "/" + place(json.loads(counterpart), other)}
    expect(name, "the other language", page.alternates, alternates)
    expect(name, "pictures", len(page.pictures), pictures(memo))
    for address in page.pictures + page.links:
        if address.startswith("/"):
            if not (public / unquote(address.lstrip("/"))).exists():
                faults.append(f"{name}: {address} is not there")
    shown += len(page.pictures)

print("\n".join(faults))
if pages < 20 or shown < 4:
    faults.append("too few")
    print(f"only {pages} pages with {shown} pictures were looked at")
if faults:
    sys.exit(1)
print(f"Hugo pairs {pages} pages and misses none of {shown} pictures")
