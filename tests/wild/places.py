"""Where a memo can be damaged: its blocks side by side, and what in a line is words."""
import re
from dataclasses import dataclass
from functools import lru_cache

import memos

MASKS = re.compile(r"\]\((?:<[^>]*>|[^)\s]*)\)|<[^<>\s]+>|(?<!\\)(`+).*?(?<!`)\1(?!`)|\{\"[{}]\"\}|https?://[^\s)>\]]+"
                   r"|\[\^\d+\]|!\[(?:[^\]\\]|\\.)*\]|[\w.+-]+@[\w.-]+|\b[\w-]+\.(?:ca|com|org|net|md|html|pdf|csv|json|xml|zip)\b")


@dataclass
class Spot:
    """A block that stands in both languages. `lines` gives the lines of its file in
    each language, from 1, the last one included."""

    memo: str
    pair: int
    index: int
    kind: str
    text: dict
    lines: dict
    span: dict

    def other(self, lang):
        return "fr" if lang == "en" else "en"


def spots_of(name, text):
    """The blocks of a memo that have a partner: headings, and the blocks of bodies in
    which both languages have the same sequence of blocks."""
    out = []
    for number, (english, french) in enumerate(memos.read(text)):
        sides = {"en": english, "fr": french}
        if english.role != "body":
            out.append(Spot(name, number, 0, "heading", {lang: side.lines[0] for lang, side in sides.items()},
                            {lang: (side.line, side.line) for lang, side in sides.items()},
                            {lang: (0, 1) for lang in sides}))
            continue
        blocks = {lang: memos.chunks(side.lines) for lang, side in sides.items()}
        shape = {lang: [(c.kind, c.depth) for c in found if c.kind != "rule"] for lang, found in blocks.items()}
        if shape["en"] != shape["fr"]:
            continue
        rows = {lang: [c for c in found if c.kind != "rule"] for lang, found in blocks.items()}
        for index, (one, two) in enumerate(zip(rows["en"], rows["fr"])):
            both = {"en": one, "fr": two}
            out.append(Spot(name, number, index, one.kind, {lang: c.text for lang, c in both.items()},
                            {lang: (sides[lang].line + c.start, sides[lang].line + c.end - 1) for lang, c in both.items()},
                            {lang: (c.start, c.end) for lang, c in both.items()}))
    return out


@lru_cache(maxsize=4096)
def is_words(line):
    """For each character of a line whether it is running text: no address, no code."""
    free = [True] * len(line)
    for hidden in MASKS.finditer(line):
        free[hidden.start():hidden.end()] = [False] * (hidden.end() - hidden.start())
    return free


def matches(pattern, line, flags=0):
    """The matches of a pattern that lie in running text as a whole."""
    free = is_words(line)
    return [found for found in re.finditer(pattern, line, flags) if all(free[found.start():found.end()])]


def swap(line, found, new):
    """The line with a match replaced."""
    return line[:found.start()] + new + line[found.end():]


def words(text):
    return re.findall(r"[^\W\d_]+", re.sub(MASKS, " ", text))
