"""Damages to the structure of a body: blocks dropped, merged, split, nested, exchanged."""
import re

import memos
from places import is_words, words

LANGS = ("fr", "en")


def blocks(memo, rng):
    """Damages of paragraphs and rows: (kind, language, (memo, text, lines), lines, before, after)."""
    by_pair = {}
    for spot in memo.spots:
        if memo.pairs[spot.pair][0].role == "body":
            by_pair.setdefault(spot.pair, []).append(spot)
    for pair, spots in by_pair.items():
        for lang in LANGS:
            side = memo.side(pair, lang)
            for at, spot in enumerate(spots):
                near = [[spots[max(at - 1, 0)].lines[of][0], spots[min(at + 1, len(spots) - 1)].lines[of][1]] for of in ("en", "fr")]
                start, end = spot.span[lang]
                text = spot.text[lang]
                if is_paragraph(spot, side, lang) and len(words(text)) > 1:
                    yield "paragraph-dropped", lang, (memo, side, cut(side.lines, start, end)), near, text, ""
                    for lines in split(side, spot, lang, rng):
                        yield "paragraph-split", lang, (memo, side, lines), near, text, "\n".join(lines[start:start + 3])
                    after = spots[at + 1] if at + 1 < len(spots) else None
                    if after and is_paragraph(after, side, lang) and len(words(after.text[lang])) > 1 and after.text[lang] != text:
                        a, b = after.span[lang]
                        merged = side.lines[:start] + [text + " " + after.text[lang]] + side.lines[b:]
                        yield "paragraphs-merged", lang, (memo, side, merged), near, text, after.text[lang]
                        if min(len(words(text)), len(words(after.text[lang]))) > 3:
                            swapped = side.lines[:start] + [after.text[lang]] + side.lines[end:a] + [text] + side.lines[b:]
                            yield "paragraphs-swapped", lang, (memo, side, swapped), near, text, after.text[lang]
                if spot.kind == "row" and start > 0 and not is_head(side.lines, start) and words(text):
                    yield "row-dropped", lang, (memo, side, side.lines[:start] + side.lines[end:]), near, text, ""


def is_paragraph(spot, side, lang):
    start, end = spot.span[lang]
    line = side.lines[start]
    return (spot.kind == "para" and end - start == 1 and line == spot.text[lang] and not line.startswith((" ", "#", "<", "![", "[^", "|"))
            and (start == 0 or not side.lines[start - 1].strip())
            and (end == len(side.lines) or not side.lines[end].strip()))


def is_head(lines, start):
    return start + 1 < len(lines) and re.match(r"^\s*\|(?: --- \|)+$", lines[start + 1]) is not None


def cut(lines, start, end):
    """The lines without a block and the blank lines behind it."""
    while end < len(lines) and not lines[end].strip():
        end += 1
    return lines[:start] + lines[end:]


def split(side, spot, lang, rng):
    """A paragraph in two, between two of its sentences."""
    text = spot.text[lang]
    free = is_words(text)
    places = [m.start() + 1 for m in re.finditer(r"[.!?] (?=[A-ZÉÈÀÊÎÔÇ])", text)
              if free[m.start()] and len(words(text[:m.start()])) > 3 and len(words(text[m.end():])) > 3
              and text[:m.start()].count("**") % 2 == 0 and text[:m.start()].count("[") == text[:m.start()].count("]")]
    if places:
        place = rng.choice(places)
        start, end = spot.span[lang]
        yield side.lines[:start] + [text[:place], "", text[place + 1:]] + side.lines[end:]


def nested(memo, side, group, at, lang, reach):
    """The text with an item put inside the one before it; numbers behind it close up."""
    start, end = reach(side, group, at, lang)
    lines = list(side.lines)
    pad = "   " if group[at].kind == "step" else "  "
    if group[at].kind == "step":
        close_up(lines, group, at, lang)
        lines[start] = re.sub(r"^(\s*)(\d+)", r"\g<1>1", lines[start])
    for number in range(start, end):
        if lines[number].strip():
            lines[number] = pad + lines[number]
    return lines


def close_up(lines, group, at, lang):
    """Lowers the numbers of the steps behind one that is taken out, where they count."""
    starts = [spot.span[lang][0] for spot in group]
    numbers = [re.match(r"^(\s*)(\d+)", lines[start]) for start in starts]
    if group[at].kind != "step" or not all(numbers) or len({int(number[2]) for number in numbers}) == 1:
        return
    last = int(numbers[at][2])
    for start, number in list(zip(starts, numbers))[at + 1:]:
        # Another list begins.
        if int(number[2]) != last + 1:
            return
        last += 1
        lines[start] = number[1] + str(last - 1) + lines[start][number.end():]
