#!/usr/bin/env python3
"""Writes a workspace of memos that are valid and unlikely: long words, deep lists, wide
and long tables, pictures, footnotes, what is optional absent and present, every accent
of French, syllabics.

    stress.py FOLDER [COUNT]

The same COUNT gives the same workspace, on every machine.
"""
import json
import os
import random
import struct
import sys
import zlib

# Words that translate each other, so that the memos pass the checks of both languages.
PHRASES = [
    ("the regional offices", "les bureaux régionaux"),
    ("a new harbour agreement", "une nouvelle entente portuaire"),
    ("the results of the evaluation", "les résultats de l’évaluation"),
    ("at the end of the summer", "à la fin de l’été"),
    ("where it is needed", "là où c’est nécessaire"),
    ("the older buildings", "les bâtiments plus âgés"),
    ("without delay", "sans délai"),
    ("for all employees", "pour l’ensemble du personnel"),
    ("the island's forest", "la forêt de l’île"),
    ("with the greatest care", "avec le plus grand soin"),
    ("the works of the sisters", "les œuvres des sœurs"),
    ("a naive question", "une question naïve"),
    ("the ambiguous lists", "les listes ambiguës"),
    ("in the maize fields", "dans les champs de maïs"),
    ("the hospital's costs", "les coûts de l’hôpital"),
    ("from the beginning", "dès le début"),
    ("the lessons received", "les leçons reçues"),
    ("young people and their elders", "les jeunes et leurs aînés"),
    ("who must sign the form", "qui doivent signer le formulaire"),
    ("the cattle on the road", "le bétail sur la route"),
    ("is ready to be sent", "est prêt à être envoyé"),
    ("the canoes and the eels", "les canoës et les anguilles"),
    ("the cafeteria at noon", "la cafétéria à midi"),
    ("unconstitutionally and interdepartmentally", "anticonstitutionnellement et interministériellement"),
    ("the curriculum of the schools", "le curriculum des écoles"),
    ("a capital in the north", "une capitale dans le Nord"),
    ("the equal opportunities", "l’égalité des chances"),
    ("the sea and the shore", "la mer et le rivage"),
    ("their own translation", "leur propre traduction"),
    ("has been delayed again", "a encore été retardé"),
]
NAMES = [
    "Zoé L’Hérault-Dûment",
    "Maëlle Œuvrard",
    "Noël d’Aÿ",
    "ᓴᓂᑭᓗᐊᖅ ᐊᒪᕈᖅ",
    "Anaïs St-Cœur",
    "T’áncháy Łutselk’e",
    "François Ÿves",
    "Siobhán Ó Briain",
]
LONG = {
    "en": "counterrevolutionarily-interorganizationally-decentralized",
    "fr": "hexakosioihexekontahexaphobie-électroencéphalographiquement",
}
ADDRESS = "https://documents.example.ca/archives/2026/very/long/path/without-any-end/index?language=both&section="


class Raw(str):
    """A scalar without quotation marks."""


def both(en, fr):
    return {"en": en, "fr": fr}


def pair(texts):
    return both(*texts)


class Maker:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.notes = 0

    def chance(self, part):
        return self.random.random() < part

    def phrase(self, least=1, most=4):
        chosen = self.random.sample(PHRASES, self.random.randint(least, most))
        return [" ".join(text) for text in zip(*chosen)]

    def title(self):
        return [text[0].upper() + text[1:] for text in self.phrase(1, 3)]

    def sentence(self):
        parts = [self.inline() for _ in range(self.random.randint(1, 4))]
        en, fr = (", ".join(texts) for texts in zip(*parts))
        return [text[0].upper() + text[1:] + "." for text in (en, fr)]

    def inline(self):
        en, fr = self.phrase(1, 3)
        kind = self.random.random()
        if kind < 0.08:
            return f"**{en}**", f"**{fr}**"
        if kind < 0.16:
            return f"*{en}*", f"*{fr}*"
        if kind < 0.2:
            url = f"{ADDRESS}{self.random.randint(1, 9)}"
            return f"[{en}]({url})", f"[{fr}]({url})"
        if kind < 0.22:
            return f"{en} <{ADDRESS}>", f"{fr} <{ADDRESS}>"
        if kind < 0.24:
            return f"{en} `code_of_kind`", f"{fr} `code_of_kind`"
        if kind < 0.26:
            return f"{en} H<sub>2</sub>O", f"{fr} H<sub>2</sub>O"
        if kind < 0.28:
            return f"{en} {LONG['en']}", f"{fr} {LONG['fr']}"
        if kind < 0.3:
            name = self.random.choice(NAMES)
            return f"{en} ({name})", f"{fr} ({name})"
        if kind < 0.31:
            return f"~~{en}~~", f"~~{fr}~~"
        if kind < 0.32:
            return f"{en} ᐃᓄᒃᑎᑐᑦ ᖃᑦᓯᓂ", f"{fr} ᐃᓄᒃᑎᑐᑦ ᖃᑦᓯᓂ"
        return en, fr

    def prose(self, most=6):
        sentences = [self.sentence() for _ in range(self.random.randint(1, most))]
        return [" ".join(texts) for texts in zip(*sentences)]

    def paragraph(self):
        en, fr = self.prose()
        if self.chance(0.12):
            self.notes += 1
            note = self.prose(2 if self.chance(0.9) else 40)
            mark = f"[^n{self.notes}]"
            en, fr = (
                f"{text[:-1]}{mark}.\n\n{mark}: {words}"
                for text, words in zip((en, fr), note)
            )
        if self.chance(0.05):
            line = self.phrase()
            en, fr = f"{en}<br>{line[0]}", f"{fr}<br>{line[1]}"
        return en, fr

    def list(self, depth=0):
        ordered = self.chance(0.4)
        tasks = not ordered and self.chance(0.1)
        loose = self.chance(0.2)
        count = self.random.randint(1, 6 if depth == 0 else 3)
        first = self.random.choice([1, 1, 1, 7, 98])
        lines = ([], [])
        for at in range(count):
            mark = f"{first + at}. " if ordered else "- "
            box = self.random.choice(["[x] ", "[ ] "]) if tasks else ""
            texts = self.phrase(1, 5)
            inner = None
            if depth < 6 and self.chance(0.3):
                inner = self.list(depth + 1)
            for side in (0, 1):
                lines[side].append(mark + box + texts[side])
                if inner:
                    indent = " " * len(mark)
                    lines[side].extend(indent + line for line in inner[side].split("\n"))
                if loose and at + 1 < count:
                    lines[side].append("")
        return "\n".join(lines[0]), "\n".join(lines[1])

    def table(self):
        columns = self.random.randint(2, 8)
        rows = self.random.choice([1, 2, 3, 5, 8, 8, 20, 60])
        aligned = [self.random.choice([":---", "---:", ":---:", "---"]) for _ in range(columns)]
        heads = [self.title() for _ in range(columns)]
        lines = ([], [])
        for side in (0, 1):
            short = [head[side].split(" ")[-1] for head in heads]
            lines[side].append("| " + " | ".join(short) + " |")
            lines[side].append("| " + " | ".join(aligned) + " |")
        for _ in range(rows):
            cells = [self.cell() for _ in range(columns)]
            for side in (0, 1):
                lines[side].append("| " + " | ".join(cell[side] for cell in cells) + " |")
        if self.chance(0.4):
            return self.captioned(lines)
        return "\n".join(lines[0]), "\n".join(lines[1])

    def amounts(self):
        """A table that may need a page that lies on its side."""
        columns = self.random.randint(7, 13)
        rows = self.random.choice([1, 2, 3, 8, 40])
        lines = (["| Harbour"], ["| Port"])
        for at in range(columns):
            for side in (0, 1):
                lines[side][0] += f" | P{at + 1}"
        for side in (0, 1):
            lines[side][0] += " |"
            lines[side].append("| --- |" + " --: |" * columns)
        for at in range(rows):
            values = [self.random.randint(1_000_000, 99_999_999) for _ in range(columns)]
            lines[0].append(f"| Q{at + 1} | " + " | ".join(f"${value:,}" for value in values) + " |")
            french = [f"{value:,}".replace(",", " ") + " $" for value in values]
            lines[1].append(f"| Q{at + 1} | " + " | ".join(french) + " |")
        return self.captioned(lines)

    def captioned(self, lines):
        """A table with its caption, before it or behind it."""
        before = self.chance(0.5)
        tables = []
        for side, words in enumerate(self.phrase(1, 4)):
            mark = ("Table: ", "Tableau : ")[side]
            parts = [mark + words[0].upper() + words[1:], "\n".join(lines[side])]
            tables.append("\n\n".join(parts if before else reversed(parts)))
        return tuple(tables)

    def cell(self):
        kind = self.random.random()
        if kind < 0.15:
            return "", ""
        if kind < 0.5:
            number = str(self.random.randint(1, 999))
            return number, number
        return self.phrase(1, 2 if kind < 0.95 else 6)

    def picture(self):
        name = self.random.choice(["dot.png", "wide.png", "tall.png", "line.svg"])
        alt = self.phrase(2, 4)
        return f"![{alt[0]}](images/{name})", f"![{alt[1]}](images/{name})"

    def quote(self):
        return tuple("> " + text for text in self.prose(3))

    def code(self):
        # Words that fit into a column: a line of code that is cut is two words.
        steps = [" ".join(["step", "x" * self.random.randint(1, 20)] * self.random.randint(1, 6))]
        lines = steps * self.random.randint(1, 5)
        text = "```\n" + "\n".join(lines) + "\n```"
        return text, text

    def body(self, most=3):
        kinds = [self.paragraph] * 6 + [self.list] * 3 + [self.table, self.amounts, self.picture, self.quote, self.code]
        blocks = [self.random.choice(kinds)() for _ in range(self.random.randint(1, most))]
        return [introduced(texts) for texts in zip(*blocks)]

    def section(self, depth=0):
        section = {}
        if depth > 0 or self.chance(0.8):
            section["heading"] = pair(self.title())
        if self.chance(0.95) or "heading" not in section:
            section["body"] = pair(self.body())
        if depth < 5 and self.chance(0.22):
            section["sections"] = [self.section(depth + 1) for _ in range(self.random.randint(1, 3))]
        return section

    def person(self):
        person = {"name": self.random.choice(NAMES)}
        if self.chance(0.8):
            person["gender"] = self.random.choice(["feminine", "masculine", "unspecified"])
        if self.chance(0.7):
            person["title"] = both("Director", "directrice ou directeur")
        if self.chance(0.5):
            person["organization"] = [
                both("Office of Signs", "Bureau de la signalisation"),
                both("Department of Work", "ministère du Travail"),
            ][: self.random.randint(1, 2)]
        if "title" in person and self.chance(0.2):
            person["acting"] = Raw("true")
        return person

    def party(self):
        if self.chance(0.3):
            return pair(self.title())
        return self.person()

    def letterhead(self):
        head = {"organization": both("Department of Work", "Ministère du Travail")}
        if self.chance(0.5):
            head["first"] = self.random.choice(["en", "fr"])
        if self.chance(0.3):
            head["logo"] = {"file": "images/dot.png", "alt": both("Coat of arms", "Armoiries")}
        if self.chance(0.5):
            head["office"] = both("Office of the Deputy Minister", "Bureau de la sous-ministre")
        if self.chance(0.6):
            head["address"] = {
                "en": ["777 Bay Street", "26<sup>th</sup> Floor", "Toronto ON  M5G 2E5"],
                "fr": ["777, rue Bay", "26<sup>e</sup> étage", "Toronto ON  M5G 2E5"],
            }
        if self.chance(0.5):
            head["telephone"] = "416-555-0123"
            head["email"] = "info@work.example.ca"
        if self.chance(0.2):
            head["languages"] = "own"
        return head

    def memo(self):
        memo = {"kind": "notice" if self.chance(0.2) else "memo", "date": Raw("2026-04-01")}
        optional = {
            "updated": lambda: Raw("2026-05-02"),
            "reference": lambda: "HR-2026-014",
            "classification": lambda: self.random.choice(["protected-b", "secret", "unclassified"]),
            "marks": lambda: self.random.sample(["urgent", "for-information", "for-action"], self.random.randint(1, 2)),
            "action-by": lambda: Raw("2026-04-15"),
            "letterhead": self.letterhead,
            "through": lambda: [self.person()],
            "details": lambda: [{"label": both("Your file", "Votre dossier"), "value": "A-12"}],
        }
        for key, make in optional.items():
            if self.chance(0.4):
                memo[key] = make()
        if memo["kind"] == "memo" or self.chance(0.3):
            memo["sender"] = self.person()
            memo["recipients"] = [self.party() for _ in range(self.random.randint(1, 5))]
        memo["subject"] = pair(self.title())
        memo["sections"] = [self.section() for _ in range(self.random.randint(1, 3))]
        self.close(memo)
        return memo

    def close(self, memo):
        if self.chance(0.5):
            memo["salutation"] = both("Dear colleagues,", "Chers collègues,")
            memo["closing"] = both("Sincerely,", "Cordialement,")
        if "sender" in memo and self.chance(0.6):
            signature = {"original": Raw(self.random.choice(["true", "false"]))}
            if self.chance(0.3):
                signature["by"] = [self.person() for _ in range(self.random.randint(1, 3))]
            memo["signature"] = signature
        if self.chance(0.3):
            memo["enquiries"] = [
                {"about": pair(self.title()), **self.person(), "telephone": "416-555-0124"}
            ]
        if self.chance(0.3):
            guide = {"title": both("Program guide", "Guide du programme")}
            guide["href"] = both("guide-en.txt", "guide-fr.txt")
            memo["attachments"] = [guide]
        if self.chance(0.4):
            memo["cc"] = [self.party() for _ in range(self.random.randint(1, 12))]
        if self.chance(0.15):
            memo["appendices"] = [self.section() for _ in range(self.random.randint(1, 3))]


def introduced(blocks):
    """Blocks with blank lines between them; two lists are kept apart by a paragraph."""
    text = ""
    for block in blocks:
        text += ("\n\n" if text else "") + block
    return text


def yaml(value, indent=0):
    """A value in block style; strings in quotation marks, as JSON writes them."""
    space = "  " * indent
    if isinstance(value, dict):
        return "".join(
            f"\n{space}{key}:{nested(inner, indent + 1)}" for key, inner in value.items()
        )
    if isinstance(value, list):
        return "".join(f"\n{space}-{nested(inner, indent + 1)}" for inner in value)
    return " " + (value if isinstance(value, Raw) else json.dumps(value, ensure_ascii=False))


def nested(value, indent):
    return yaml(value, indent)


def png(width, height):
    """A picture of one colour."""

    def chunk(kind, data):
        whole = kind + data
        return struct.pack(">I", len(data)) + whole + struct.pack(">I", zlib.crc32(whole))

    rows = (b"\0" + b"\x1b\x4a\x72" * width) * height
    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content if isinstance(content, bytes) else content.encode())


def main():
    folder = sys.argv[1]
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 200
    memos = os.path.join(folder, "memos")
    for name, size in (("dot", (40, 40)), ("wide", (2400, 60)), ("tall", (60, 2400))):
        write(f"{memos}/images/{name}.png", png(*size))
    write(
        f"{memos}/images/line.svg",
        '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="50"><path d="M0 25H200" stroke="#1b4a72" stroke-width="4"/></svg>',
    )
    for name in ("guide-en.txt", "guide-fr.txt"):
        write(f"{memos}/{name}", "Guide\n")
    for number in range(count):
        memo = Maker(f"bimemo {number}").memo()
        write(f"{memos}/stress-{number:03}.yaml", yaml(memo).lstrip("\n") + "\n")


main()
