"""The form of converted memos: written here, and read again with the line of every text.

Only files of this form are read: texts are pairs of `en` and `fr`, short ones in
quotation marks on one line, bodies as literal blocks with one Markdown line on each.
"""
import json
import re
from dataclasses import dataclass

SHORT = re.compile(r'^(\s*(?:- )?)(en|fr): (".*")$')
LONG = re.compile(r"^(\s*(?:- )?)(en|fr): \|(\d?)$")


@dataclass
class Text:
    """A text in one language. `line` is that of its first line, from 1."""

    lang: str
    role: str
    line: int
    lines: list
    indent: int


def pattern(text):
    """Text as a Fluent pattern: braces are the only signs that mean something else."""
    return re.sub(r"[{}]", lambda brace: '{"' + brace[0] + '"}', text)


def words_of(text):
    """A Fluent pattern as text."""
    return re.sub(r'\{"([{}])"\}', r"\1", text)


def quoted(text):
    """A text on one line, in YAML's quotation marks, which JSON's are too."""
    return json.dumps(pattern(text), ensure_ascii=False)


def short(key, texts, indent):
    pad = " " * indent
    return [f"{pad}{key}:"] + [f"{pad}  {lang}: {quoted(texts[lang])}" for lang in ("en", "fr")]


def long(key, texts, indent):
    out = [" " * indent + f"{key}:"]
    for lang in ("en", "fr"):
        lines = [pattern(line).replace("\t", "    ") for line in texts[lang]]
        hint = "4" if lines and lines[0].startswith(" ") else ""
        out.append(" " * (indent + 2) + f"{lang}: |{hint}")
        out += [" " * (indent + 6 if hint else indent + 4) + line.rstrip() if line.strip() else "" for line in lines]
    return out


def write(subject, sections, date="2026-01-15"):
    """A notice as YAML. A section is a mapping of heading, id, body and sections."""
    lines = ["kind: notice", f"date: {date}"] + short("subject", subject, 0) + ["sections:"]

    def put(section, indent):
        inside = []
        if section.get("heading"):
            inside += short("heading", section["heading"], indent + 2)
        if section.get("id"):
            inside.append(" " * (indent + 2) + f"id: {section['id']}")
        if section.get("body"):
            inside += long("body", section["body"], indent + 2)
        if section.get("sections"):
            inside.append(" " * (indent + 2) + "sections:")
            for inner in section["sections"]:
                inside += put(inner, indent + 2)
        return [" " * indent + "- " + inside[0][indent + 2:]] + inside[1:]
    for section in sections:
        lines += put(section, 0)
    return "\n".join(lines) + "\n"


def read(text):
    """The pairs of texts of a memo, in the file's order: a list of (English, French)."""
    lines, found, at = text.split("\n"), [], 0
    role = ""
    while at < len(lines):
        key = re.match(r"^\s*(?:- )?(subject|heading|body):$", lines[at])
        role = key[1] if key else role
        one, many = SHORT.match(lines[at]), LONG.match(lines[at])
        if one:
            found.append(Text(one[2], role, at + 1, [json.loads(one[3])], len(one[1])))
        elif many:
            indent = len(many[1]) + (4 if many[3] else 2)
            start = at + 1
            while at + 1 < len(lines) and (not lines[at + 1].strip() or lines[at + 1].startswith(" " * indent)):
                at += 1
            body = [line[indent:] for line in lines[start:at + 1]]
            while body and not body[-1]:
                body.pop()
            found.append(Text(many[2], role, start + 1, body, indent))
        at += 1
    return [(one, two) for one, two in zip(found[::2], found[1::2])]


def replace(text, target, lines):
    """The memo's text with the lines of one of its texts replaced."""
    all_lines = text.split("\n")
    if target.role == "body":
        new = [" " * target.indent + line if line else "" for line in lines]
        all_lines[target.line - 1:target.line - 1 + len(target.lines)] = new
    else:
        head = re.match(r"^\s*(?:- )?(?:en|fr): ", all_lines[target.line - 1])[0]
        all_lines[target.line - 1] = head + json.dumps(lines[0], ensure_ascii=False)
    return "\n".join(all_lines)


@dataclass
class Chunk:
    """A block of a body as it stands in its lines: kind, first line and the one behind
    the last (indexes into the text's lines), the marker and the words without it."""

    kind: str
    start: int
    end: int
    prefix: str
    text: str
    depth: int = 0


def chunks(lines):
    """The paragraphs, items, rows, code and quotations of a body, in order."""
    out, at = [], 0
    while at < len(lines):
        line = lines[at]
        if not line.strip():
            at += 1
            continue
        fence = re.match(r"^(\s*)(?:> )*(?:(?:[-*]|\d+[.)]) )*(```+)", line)
        if fence:
            end = at + 1
            while end < len(lines) and not re.match(r"^\s*(?:> )*\s*" + fence[2] + r"`*\s*$", lines[end]):
                end += 1
            out.append(Chunk("code", at, min(end + 1, len(lines)), "", "", len(fence[1])))
            at = end + 1
            continue
        mark = re.match(r"^(\s*(?:> ?)*)((?:[-*]|\d{1,9}[.)]) )?", line)
        body = line[mark.end():]
        kind = "para"
        if body.startswith("| ") and not mark[2] or re.match(r"^\|[ -|]+$", body):
            kind = "rule" if re.match(r"^\|(?: --- \|)+$", body) else "row"
        elif mark[2]:
            kind = "item" if mark[2].strip() in "-*" else "step"
        elif re.match(r"^\[\^\d+\]: ", body):
            kind = "note"
        elif ">" in mark[1]:
            kind = "quote"
        out.append(Chunk(kind, at, at + 1, mark[0], body, len(mark[1])))
        at += 1
    return out
