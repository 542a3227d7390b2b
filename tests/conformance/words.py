#!/usr/bin/env python3
"""Compares the words that pdftotext reads in PDF files with those of the same
documents in HTML: every word of the page is in the PDF as often, whole where it is
divided at a line's end, and the PDF has nothing beside but list labels, note numbers
and running heads.

    words.py FOLDER...

compares each FOLDER/x.pdf with FOLDER/x.html. The exit status is 1 where one differs.
"""
import re
import subprocess
import sys
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

LEFT_OUT = {"skip", "hidden", "back", "box", "draft", "note-reference", "about"}
PAGE_ONLY = {"head", "style", "script", "nav", "summary"}
VOID = {"meta", "link", "img", "br", "hr"}
INLINE = {"a", "strong", "em", "del", "sup", "sub", "code", "span", "b"}
LABEL = re.compile(r"[•–▪☐☑↩]|[0-9]+\.?|[a-z]{1,3}\)|[ivxlcdm]+\.")


class Page(HTMLParser):
    """The text of a page, and what is printed at the head of its pages."""

    def __init__(self):
        super().__init__()
        self.text = []
        self.open = []
        self.head = []
        # Each first heading, and the lines of the header, which may say it, too.
        self.titles = []
        self.header = []

    def handle_starttag(self, tag, attributes):
        if tag not in INLINE:
            self.text.append(" ")
        if tag in VOID:
            return
        of = dict(attributes)
        classes = set((of.get("class") or "").split())
        inside = bool(self.open) and self.open[-1][1]
        out = inside or tag in PAGE_ONLY or bool(classes & LEFT_OUT)
        out = out or (tag == "h2" and any("notes" in names for _, _, names in self.open))
        self.open.append((tag, out, classes))
        if tag == "h1":
            self.titles.append("")

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        if tag not in INLINE:
            self.text.append(" ")
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        if self.open and self.open[-1][1]:
            return
        if any(tag == "h1" for tag, _, _ in self.open):
            self.titles[-1] += data
            return
        if any("header" in names for _, _, names in self.open):
            self.header.append(data)
        self.text.append(data)


def words(text):
    # pdftotext makes every space an ordinary one.
    return re.sub("[\u00a0\u202f]", " ", text).replace("\u200b", "").split()


def of_page(path):
    page = Page()
    page.feed(path.read_text(encoding="utf-8"))
    header = "".join(page.header)
    titles = [title for title in page.titles if title not in header]
    return Counter(words("".join(page.text) + " " + " ".join(titles)))


def of_pdf(path):
    command = ["pdftotext", "-raw", "-enc", "UTF-8", str(path), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return words(re.sub("\u00ad[\\s]*", "\u00ad", text))


def counted(read, wanted):
    """How often the PDF has each word. A divided word is whole, or in two where what
    follows it at the end of the page is not its end."""
    found = Counter()
    for word in read:
        whole = word.replace("\u00ad", "")
        if whole in wanted or "\u00ad" not in word:
            found[whole] += 1
        else:
            start, end = word.rsplit("\u00ad", 1)
            found.update([start.replace("\u00ad", "") + "\u00ad", end])
    return found


def without_number(token):
    """The word before a note's number, with the full stop after it."""
    return re.sub(r"(?<=[^0-9])[0-9]{1,3}(?=[.,;:!?…»”)]*$)", "", token)


def pieces(word, surplus):
    """The words of the PDF that make up a word of the page: addresses, words with a
    hyphen and divided words (U+00AD) go on on the next line, and a note's number stands in a word or parts it from
    its full stop."""
    # A long piece first: where a word is divided in two ways, its pieces stay together.
    for token in sorted(surplus, key=lambda token: (-len(token), token)):
        if not surplus[token]:
            continue
        if token.endswith("\u00ad") and word.startswith(token[:-1]):
            rest = pieces(word[len(token) - 1 :], surplus)
            if rest:
                return [token] + rest
        numbered = without_number(token)
        for bare in {token, numbered}:
            if bare == word:
                return [token]
            if bare == word[: len(bare)] and (
                bare != token or bare[-1:] in tuple("-/&") or word[len(bare)] in ".-_?=@#%"
            ):
                rest = pieces(word[len(bare) :], surplus)
                if rest:
                    return [token] + rest
    return []


def differences(pdf):
    wanted, read = of_page(pdf.with_suffix(".html")), of_pdf(pdf)
    found = counted(read, wanted)
    missing, surplus = wanted - found, found - wanted
    surplus = Counter(dict(sorted(surplus.items())))
    for word in sorted(missing):
        while missing[word]:
            parts = pieces(word, surplus)
            if not parts:
                break
            missing[word] -= 1
            surplus.subtract(parts)
    lost = [f"  in the page, not in the PDF: {word} ({count})" for word, count in sorted(missing.items()) if count]
    # Running heads repeat words of the document, and count the pages.
    repeated = {"Page", "of", "de", "/", "–"} | set(wanted)
    for word in wanted:
        for part in [part for part in surplus if surplus[part] > 0 and part not in repeated]:
            # Divided at a hyphen in a running head.
            start = part.removesuffix("\u00ad")
            if len(start) < len(word) and word.startswith(start) and word[len(start) :] in surplus:
                repeated |= {part, word[len(start) :]}
    # A long running head ends in an ellipsis behind a word, whatever mark was behind it.
    repeated |= {part for part in surplus if part.endswith("…") and any(word.startswith(part[:-1]) for word in wanted)}
    # A repeated head of a table may have stood for a word with a note's number.
    added = [
        word
        for word in sorted(+surplus)
        if not {word, without_number(word)} & repeated and not LABEL.fullmatch(word)
    ]
    return lost + [f"  in the PDF, not in the page: {word}" for word in added]


def main():
    files = sorted(file for folder in sys.argv[1:] for file in Path(folder).glob("*.pdf"))
    files = [file for file in files if file.with_suffix(".html").exists()]
    failed = 0
    for file in files:
        found = differences(file)
        if found:
            failed += 1
            print(f"FAIL words {file}", *found[:20], sep="\n")
    if not files:
        sys.exit("words: no PDF file has its page beside it")
    print(f"the words of {len(files) - failed} of {len(files)} files are those of their pages")
    sys.exit(1 if failed else 0)


main()
