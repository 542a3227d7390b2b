#!/usr/bin/env python3
"""Makes a bimemo workspace of a folder of bilingual texts.

    convert.py FOLDER OUT [--headings sections|body] [--max-words 3000]

Every FOLDER/…/name.en.EXT with its name.fr.EXT (md, html, rst and their kin) becomes
OUT/memos/…-name.yaml. No word is lost: what a memo cannot hold is in OUT/convert.tsv,
one line for each piece, and a pair of which words are missing without being told there
makes the exit status 1. OUT/pairs.tsv has one line for each pair: words, headings, flags.

Addresses are made absolute against https://BODY.example/ and the text's path, which
FOLDER/**/sources.tsv gives where it has columns `name`, `path_en` and `path_fr`.
"""
import argparse
import base64
import csv
import re
import sys
import unicodedata
from collections import Counter
from pathlib import Path
from urllib.parse import quote, unquote, urljoin, urlsplit

import needs

needs.ensure()

import memos  # noqa: E402
import reading  # noqa: E402
import setting  # noqa: E402

LANGS = ("en", "fr")
PIXEL = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")
# A link to a place in the same text: its words and the anchor.
ANCHOR = re.compile(r"(?<![!\\])\[((?:[^\[\]\\]|\\.|!\[[^\]]*\]\([^)]*\))*)\]\(#([^)\s]+)\)")
UNTITLED = {"en": "Text without a title", "fr": "Texte sans titre"}


class Side:
    """One language of a pair: its blocks, its headings, and where its anchors lead."""

    def __init__(self, lang, path, base):
        self.lang = lang
        self.base = base
        self.source = reading.read(path.read_text(encoding="utf-8", errors="replace"), extension(path))
        self.anchors = {}
        self.printed = set()
        self.setter = setting.Setter(self.source, self.resolve, reading.markdown_reader())
        self.blocks = self.setter.mixed(self.source.tree)
        for block in self.blocks:
            if block.kind == "heading":
                block.text = ANCHOR.sub(r"\1", block.text)
        self.number_anchors()
        self.title = self.take_title()

    def resolve(self, href):
        """An absolute address, or None where it leads nowhere from a memo."""
        href = re.sub(r"\s", "%20", href.strip())
        if href.startswith("#"):
            return href if len(href) > 1 else None
        kind = urlsplit(href).scheme if re.match(r"^[a-z][a-z0-9+.-]*:", href, re.I) else ""
        if kind and kind not in ("http", "https", "mailto", "tel", "ftp"):
            return None
        target = href if kind else urljoin(self.base, href)
        target = quote(target, safe="!#$%&'*+,/:;=?@[]~._-()")
        target = re.sub(r"[()\[\]]", lambda sign: f"%{ord(sign[0]):02X}", target)
        return target if urlsplit(target).netloc or kind in ("mailto", "tel") else None

    def number_anchors(self):
        """Which heading each anchor of the text stands at, as site generators name them."""
        seen = Counter()
        for number, block in enumerate(b for b in self.blocks if b.kind == "heading"):
            words = setting.plain(block.text).lower()
            slugs = slugs_of(words)
            for name in (*block.ids, *(slug + (f"-{seen[slugs[0]]}" if seen[slugs[0]] else "") for slug in slugs)):
                self.anchors.setdefault(name, number)
            seen[slugs[0]] += 1

    def heading_at(self, anchor):
        """The number of the heading an anchor leads to, or None."""
        name = unquote(anchor)
        return next((self.anchors[form] for form in (name, name.lower(), *slugs_of(name.lower())) if form in self.anchors), None)

    def take_title(self):
        """The title: the first heading where it is the highest and nothing but a line
        or two stands before it, or that of the front matter."""
        headings = [b for b in self.blocks if b.kind == "heading"]
        first = headings[0] if headings else None
        alone = first and first.level == 1 and self.blocks.index(first) <= 1
        if alone or (first and self.source.title and same_words(first.text, self.source.title)):
            self.blocks.remove(first)
            self.anchors = {name: number - 1 for name, number in self.anchors.items()}
            if self.source.title and not same_words(first.text, self.source.title):
                self.source.drop("front matter", f"title: {self.source.title}")
            return first.text
        return setting.guard_start(setting.escape(self.source.title)) if self.source.title else None

    def outline(self):
        """The depth of every heading, and what stands below it."""
        depths, open_levels, groups = [], [], [[]]
        for block in self.blocks:
            if block.kind != "heading":
                groups[-1].append(block)
                continue
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            depths.append(len(open_levels))
            groups.append([])
        return depths, groups

    def body(self, blocks, anchor, heading=None):
        """Blocks as the lines of a body, with the notes that they call."""
        lines = [self.settle_anchors(line, anchor) for line in setting.render(blocks, heading)]
        called = list(dict.fromkeys(re.findall(r"(?<!\\)\[\^(\d+)\]", "\n".join(lines))))
        for number in called:
            self.printed.add(number)
            note = setting.render(self.setter.notes.get(number, []))
            lines += [""] + [f"[^{number}]: {note[0] if note else ''}"] + ["    " + one if one else "" for one in note[1:]]
        return lines

    def settle_anchors(self, line, anchor):
        """Links to headings lead to the memo's sections; other anchors have none."""
        def link(found):
            target = anchor(self.heading_at(found[2]))
            return f"[{found[1]}](#{target})" if target else found[1]
        return ANCHOR.sub(link, line)


def slugs_of(words):
    """The names that GitHub, Python-Markdown and kramdown give a heading."""
    bare = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode()
    forms = [re.sub(r"[^\w\s-]", "", text).strip() for text in (words, bare, re.sub(r"['’]", " ", bare))]
    forms += [re.sub(r"^[\W\d_]+", "", form) for form in forms]
    return list(dict.fromkeys([re.sub(r"\s", "-", form) for form in forms] + [re.sub(r"[\s-]+", "-", form) for form in forms]))


def same_words(one, two):
    return re.sub(r"\W+", "", setting.plain(one)).lower() == re.sub(r"\W+", "", two).lower()


def extension(path):
    return path.suffix.lstrip(".").lower()


def sections_of(sides, max_depth=4):
    """One tree of sections where both languages have one outline, else None."""
    outlines = {lang: sides[lang].outline() for lang in LANGS}
    (depths, english), (others, french) = outlines["en"], outlines["fr"]
    if depths != others or any(bool(e) != bool(f) for e, f in zip(english, french)):
        return None
    headings = {lang: [b for b in sides[lang].blocks if b.kind == "heading"] for lang in LANGS}
    groups = {"en": english, "fr": french}

    def anchor(number):
        return f"s{number + 1}" if number is not None and number >= 0 else None

    def body(index):
        return {lang: sides[lang].body(groups[lang][index], anchor) for lang in LANGS} if groups["en"][index] else None
    roots = [{"body": body(0), "words": count(groups["en"][0])}] if groups["en"][0] else []
    path = []
    for index, depth in enumerate(depths):
        section = {"heading": {lang: headings[lang][index].text for lang in LANGS}, "id": anchor(index),
                   "body": body(index + 1), "words": count(groups["en"][index + 1]), "sections": []}
        depth = min(depth, max_depth)
        del path[depth - 1:]
        (path[-1]["sections"] if path else roots).append(section)
        path.append(section)
    return roots


def flat(sides, headings_in_body):
    """One section with the whole text, its headings in bold or as headings."""
    heading = (lambda b: "#" * min(b.level + 1, 6) + " " + b.text) if headings_in_body else None
    return [{"body": {lang: side.body(side.blocks, lambda number: None, heading) for lang, side in sides.items()}}]


def count(blocks):
    return sum(block.words() for block in blocks)


def total(section):
    return section.get("words", 0) + sum(total(inner) for inner in section.get("sections") or [])


def parts_of(sections, limit):
    """Sections in groups of no more than about `limit` English words."""
    groups, size = [[]], 0
    for section in sections:
        own = total(section)
        if groups[-1] and size + own > limit:
            groups.append([])
            size = 0
        groups[-1].append(section)
        size += own
    return groups


def convert(pair, bases, options):
    """The memos of a pair as (suffix, YAML), its line for pairs.tsv, and what was dropped."""
    sides = {lang: Side(lang, pair[lang], bases[lang]) for lang in LANGS}
    flags = []
    sections = sections_of(sides) if options.headings == "sections" else None
    if sections is None:
        if options.headings == "sections":
            flags.append("outline-differs")
        sections = flat(sides, options.headings == "body")
    for side in sides.values():
        for number in set(side.setter.notes) - side.printed:
            side.source.drop("note that no body calls", " ".join(setting.render(side.setter.notes[number])))
    titles = {lang: sides[lang].title or UNTITLED[lang] for lang in LANGS}
    if any(side.title is None for side in sides.values()):
        flags.append("no-title")
    english = {lang: count(side.blocks) for lang, side in sides.items()}
    ratio = english["fr"] / max(english["en"], 1)
    if not 0.75 <= ratio <= 1.8:
        flags.append("lengths-differ")
    groups = parts_of(sections, options.max_words)
    flags += ["long"] if len(groups) == 1 and english["en"] > options.max_words * 1.2 else []
    flags += [f"parts-{len(groups)}"] if len(groups) > 1 else []
    out = []
    for number, group in enumerate(groups, 1):
        mark = f" ({number})" if len(groups) > 1 else ""
        subject = {lang: titles[lang] + mark for lang in LANGS}
        text = memos.write(subject, group)
        ids = set(re.findall(r"^\s*(?:- )?id: (s\d+)$", text, re.M))
        text = ANCHOR.sub(lambda link: link[0] if link[2] in ids else link[1], text)
        out.append((f"-{number}" if mark else "", text))
    lost = {lang: missing(sides[lang], out, lang) for lang in LANGS}
    row = {"words_en": english["en"], "words_fr": english["fr"],
           "headings": sum(b.kind == "heading" for b in sides["en"].blocks),
           "flags": " ".join(flags), "lost": " ".join(lost["en"] + lost["fr"])}
    pictures = set(sides["en"].setter.pictures) | set(sides["fr"].setter.pictures)
    return out, row, {lang: side.source.dropped for lang, side in sides.items()}, pictures


def missing(side, out, lang):
    """Words of the source that stand neither in the memos nor among what was dropped."""
    wanted = Counter(letters(" ".join(pieces(side.source.tree))))
    kept = "\n".join(memos.words_of("\n".join(one.lines))
                     for _, memo in out for pair in memos.read(memo) for one in pair if one.lang == lang)
    told = " ".join(words for _, words in side.source.dropped)
    lost = wanted - Counter(letters(kept)) - Counter(letters(told))
    # Elements inside a word divide it in the tree, and not in the memo.
    joined = setting.squeeze(setting.plain(kept) + told).lower()
    return sorted(word for word in lost if joined.count(word) < wanted[word])


def pieces(tree):
    """All words of a tree, with the alt texts of its pictures."""
    for element in tree.iter():
        if element.tag == "img":
            yield element.get("alt") or ""
        if isinstance(element.tag, str) and element.tag not in ("script", "style"):
            yield element.text or ""
        yield element.tail or ""


def letters(text):
    text = re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", setting.unescape(text))
    return [word.lower() for word in re.findall(r"[^\W\d_]{2,}", text)]


def pairs_in(folder):
    """Every pair of texts in a folder, by the path without language and ending."""
    found = {}
    for path in sorted(folder.rglob("*")):
        name = re.match(r"(.+)\.(en|fr)\.(\w+)$", path.name)
        if name and name[3].lower() in reading.FORMATS:
            found.setdefault(path.parent / name[1], {})[name[2]] = path
    return {key: pair for key, pair in found.items() if len(pair) == 2}


def bases_of(folder):
    """The address that each text's own addresses are relative to."""
    paths = {}
    for table in folder.rglob("sources.tsv"):
        with table.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE):
                for lang in LANGS:
                    if row.get(f"path_{lang}"):
                        paths[(row["name"], lang)] = row[f"path_{lang}"]
    return paths


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--headings", choices=["sections", "body"], default="sections")
    parser.add_argument("--max-words", type=int, default=3000)
    options = parser.parse_args()
    pictures = options.out / "memos" / "pictures"
    pictures.mkdir(parents=True, exist_ok=True)
    paths = bases_of(options.folder)
    rows, dropped, lost = [], [], 0
    for key, pair in pairs_in(options.folder).items():
        name = str(key.relative_to(options.folder)).replace("/", "--")
        host = re.sub(r"[^a-z0-9-]", "-", name.split("--")[0].lower())
        place = str(key.relative_to(options.folder))
        bases = {lang: f"https://www.{host}.example/" + quote(paths.get((place, lang), key.name)) for lang in LANGS}
        out, row, left, images = convert(pair, bases, options)
        for suffix, text in out:
            (options.out / "memos" / f"{name}{suffix}.yaml").write_text(text, encoding="utf-8")
        for image in images:
            (pictures / image).write_bytes(PIXEL)
        rows.append({"pair": name, **row})
        dropped += [{"pair": name, "lang": lang, "what": what, "words": words}
                    for lang in LANGS for (what, words) in left[lang]]
        lost += bool(row["lost"])
    table(options.out / "pairs.tsv", rows)
    table(options.out / "convert.tsv", dropped)
    print(f"{len(rows)} pairs, {sum(r['words_en'] for r in rows)} English words; "
          f"{sum('outline-differs' in r['flags'] for r in rows)} with two outlines; "
          f"{len(dropped)} pieces left out; {lost} pairs with words lost")
    return 1 if lost or not rows else 0


def table(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        if rows:
            writer = csv.DictWriter(file, list(rows[0]), delimiter="\t", quoting=csv.QUOTE_NONE, escapechar="\\", lineterminator="\n")
            writer.writeheader()
            writer.writerows({k: str(v).replace("\t", " ").replace("\n", " ") for k, v in row.items()} for row in rows)


if __name__ == "__main__":
    sys.exit(main())
