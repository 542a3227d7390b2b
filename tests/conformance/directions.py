#!/usr/bin/env python3
"""Holds what pdftotext reads in PDF files against the lines that were written: words in
Hebrew, Arabic and Latin letters with numbers and brackets between them must come back in
the order of reading.

    directions.py BIMEMO TEMPLATES FOLDER [COUNT]

BIMEMO is the command, TEMPLATES a folder with a theme that has fonts for these letters;
COUNT memos are written below FOLDER and rendered. Numbers do not stand between two words
that are read from the right: pdftotext turns the parts of such words round by itself.
"""
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path

RIGHT = [
    "נועה", "לוי", "שלום", "תל אביב", "אִשָּׁה", "נועה (לוי)",
    "محمد", "نورا", "سلام", "بيت", "شَدَّة", "لَا", "الأمل",
]
LEFT = {
    "en": ["the key", "harbour", "she says", "and", "from", "Élise", "market stalls", "on the board"],
    "fr": ["la clé", "port", "dit Zoé", "et", "depuis", "Élise", "des étals", "au tableau"],
}
AHEAD = re.compile("(?<=[\\s(])([\u064b-\u065f\u05b0-\u05c7]+)(\\w)")
MARKS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")


def line(dice, lang):
    """A line of words in turn: none that is read from the right stands beside another,
    with a number or without."""
    out = ["It is" if lang == "en" else "Il y a"]
    for _ in range(dice.randint(2, 14)):
        word = dice.choice(RIGHT)
        kind = dice.randrange(6)
        if kind == 0:
            word = f"({word})"
        elif kind == 1:
            word = f"{word} {dice.randint(2, 99)}"
        elif kind == 2:
            word = f"{word},"
        elif kind == 3:
            word = f"**{word}**"
        elif kind == 4:
            word = f"*[{word}](https://example.ca)*"
        out += [word, dice.choice(LEFT[lang])]
    return " ".join(out) + "."


def memo(dice):
    bodies = {
        lang: f"        {line(dice, lang)}\n\n        | A | B |\n        | --- | ---: |\n"
        f"        | {dice.choice(RIGHT)} | {dice.randint(2, 99)} |\n\n        - {line(dice, lang)}\n"
        for lang in ("en", "fr")
    }
    return (
        "date: 2026-05-04\nsender: { name: Odile Fenwick, gender: feminine }\n"
        "recipients: [{ en: All staff, fr: Tout le personnel }]\n"
        "subject: { en: Boathouse keys, fr: Clés du hangar }\nsections:\n  - body:\n"
        f"      en: |\n{bodies['en']}      fr: |\n{bodies['fr']}"
    )


def written(text, lang):
    """The lines of a body without their Markdown."""
    body = text.split(f"      {lang}: |\n")[1].split("      fr: |\n")[0]
    lines = [line.strip().removeprefix("- ") for line in body.splitlines()]
    return [plain(re.sub(r"\*|\[|\]\(https://example.ca\)", "", line)) for line in lines if line.endswith(".")]


def plain(text):
    text = MARKS.sub("", text).replace("\u00ad\n", "")
    return " ".join(re.sub("[\u00a0\u202f]", " ", text).split())


def read(pdf):
    command = ["pdftotext", "-enc", "UTF-8", str(pdf), "-"]
    text = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    # A mark over the first letter of a word is read before the letter at one size of text
    # in some places (at 11 points, not at 10, 10.5, 11.5, 12 or 13): pdftotext sorts by
    # where glyphs stand, and rounds.
    return AHEAD.sub(r"\2\1", plain(text))


def main():
    bimemo, templates, folder = (Path(argument).resolve() for argument in sys.argv[1:4])
    count = int(sys.argv[4]) if len(sys.argv) > 4 else 40
    shutil.rmtree(folder, ignore_errors=True)
    (folder / "memos").mkdir(parents=True)
    shutil.copytree(templates, folder / "templates")
    texts = {}
    for number in range(count):
        name = f"line-{number:03}"
        texts[name] = memo(random.Random(number))
        (folder / f"memos/{name}.yaml").write_text(texts[name], encoding="utf-8")
    # The lines say nothing, so that the two languages do not agree.
    command = [bimemo, "render", "--quiet", "--draft", "--format", "pdf", "--out", "out"]
    subprocess.run(command, cwd=folder, stderr=subprocess.DEVNULL, check=False)
    failed = compared = 0
    for name, text in texts.items():
        for lang in ("en", "fr"):
            found = read(folder / f"out/{name}.{lang}.pdf")
            for wanted in written(text, lang):
                compared += 1
                if wanted not in found:
                    failed += 1
                    print(f"FAIL directions {name}.{lang}: {wanted}\n  in {found}")
    print(f"directions: {compared - failed} of {compared} lines come back in the order of reading")
    sys.exit(1 if failed or not compared else 0)


main()
