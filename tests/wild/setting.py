"""Sets a tree of HTML elements as blocks, and blocks as Markdown for a memo's body.

Every paragraph, heading and cell is written so that a CommonMark reader finds the
words that were in the tree, and no others: it is read again at once, and where
emphasis would not survive it is given up, never a word.
"""
import re
from dataclasses import dataclass, field

DROPPED = {"script", "style", "template", "noscript", "head", "nav", "svg", "iframe", "object",
           "embed", "video", "audio", "canvas", "input", "select", "textarea", "datalist", "map",
           "progress", "meter", "link", "meta", "title"}
BLOCKS = {"p", "div", "section", "article", "main", "body", "ul", "ol", "dl", "dt", "dd", "li", "table",
          "blockquote", "pre", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "figure", "figcaption",
          "details", "summary", "aside", "header", "footer", "form", "fieldset", "legend", "address",
          "center", "menu", "hgroup", "label", "button", "tabs", "tab"}
HEADING = re.compile(r"h([1-6])$")
PUNCTUATION = r"!-/:-@\[-`{-~\u00a1-\u00bf\u2010-\u2027\u2030-\u205e"
# Marks that no source has, for emphasis while a line is put together.
OPEN, CLOSE = {"**": "\ue000", "*": "\ue002", "~~": "\ue004"}, {"**": "\ue001", "*": "\ue003", "~~": "\ue005"}


@dataclass
class Block:
    """A paragraph, heading, list, table, quotation, code or rule."""

    kind: str
    text: str = ""
    level: int = 0
    ids: tuple = ()
    items: list = field(default_factory=list)
    start: int = 1

    def words(self):
        """How many words of running text stand in it."""
        own = len(re.findall(r"[^\W\d_]+", plain(self.text))) if self.kind != "code" else 0
        return own + sum(inner.words() for item in self.items for inner in item)


class Setter:
    """Turns a tree into blocks. `resolve` makes an address absolute or returns None."""

    def __init__(self, source, resolve, reader):
        self.source = source
        self.resolve = resolve
        self.reader = reader
        self.pictures = {}
        self.notes = {}
        self.waiting = []
        self.known_blocks = {}
        self.recorded = set()

    # Blocks

    def blocks(self, element):
        """The blocks in an element."""
        if self.is_dropped(element):
            return []
        tag = element.tag
        heading = HEADING.match(tag)
        if heading:
            return self.heading(element, int(heading[1]))
        special = {"ul": self.list, "ol": self.list, "menu": self.list, "table": self.table,
                   "pre": self.code, "hr": lambda _: [], "dl": self.definitions,
                   "blockquote": self.quote}.get(tag)
        if special:
            return special(element)
        if tag in ("summary", "dt", "legend", "caption"):
            return self.bold(element)
        if tag == "section" and element.get("class") == "footnotes":
            return self.footnotes(element)
        return self.mixed(element)

    def footnotes(self, element):
        """Keeps the notes at the end of a page, to be printed in the bodies that call them."""
        for item in element.iter("li"):
            number = re.fullmatch(r"fn(\d+)", item.get("id") or "")
            if not number:
                continue
            for parent in list(item.iter()):
                for back in [c for c in parent if c.get("class") == "footnote-backref"]:
                    parent.remove(back)
            self.notes[number[1]] = self.mixed(item)
        return []

    def mixed(self, element):
        """The blocks of an element in which text and blocks may stand side by side."""
        out, run = [], [element.text or ""]
        self.waiting += self.own_ids(element)

        def flush():
            text = self.line(run)
            if text:
                out.append(Block("para", text))
            run.clear()
        for child in element:
            if not isinstance(child.tag, str):
                pass
            elif self.is_block(child):
                flush()
                out.extend(self.blocks(child))
            else:
                run.append(child)
            run.append(child.tail or "")
        flush()
        return out

    def is_block(self, element):
        """Whether an element is a block or holds one."""
        known = self.known_blocks.get(element)
        if known is None:
            known = element.tag in BLOCKS or element.tag not in DROPPED and any(
                isinstance(child.tag, str) and self.is_block(child) for child in element)
            self.known_blocks[element] = known
        return known

    def is_dropped(self, element):
        """Whether an element is left out; its words go on the record."""
        tag = element.tag
        if not isinstance(tag, str):
            return True
        classes = (element.get("class") or "").split()
        if tag not in DROPPED and "system-message" not in classes:
            return False
        if element in self.recorded:
            return True
        self.recorded.add(element)
        words = " ".join("".join(element.itertext()).split())
        if words and tag not in ("script", "style"):
            self.source.drop(f"<{tag}>", words)
        elif tag in ("iframe", "video", "audio", "object", "embed"):
            self.source.drop(f"<{tag}>", element.get("title") or element.get("src") or "")
        elif tag in ("input", "textarea"):
            words = element.get("value") or element.get("placeholder") or ""
            self.source.drop(f"<{tag}>", words if " " in words else "")
        return True

    def heading(self, element, level):
        inner = [child for child in element.iter() if isinstance(child.tag, str)]
        ids = tuple(self.waiting + [i for child in inner for i in self.own_ids(child)])
        self.waiting = []
        text = self.line([element], emphasis=False).replace("<br>", " ")
        return [Block("heading", re.sub(r"\s+", " ", text), level, ids)] if text else []

    @staticmethod
    def own_ids(element):
        return [i for i in (element.get("id"), element.get("name") if element.tag == "a" else None) if i]

    def bold(self, element):
        """A paragraph in bold, for what names the blocks behind it."""
        if any(self.is_block(child) for child in element if isinstance(child.tag, str)):
            return self.mixed(element)
        text = self.line([element], emphasis=False)
        return [Block("para", f"**{text}**")] if text else []

    def quote(self, element):
        inner = self.mixed(element)
        return [Block("quote", items=[inner])] if inner else []

    def definitions(self, element):
        out = []
        for child in element:
            if isinstance(child.tag, str):
                out.extend(self.blocks(child))
        return out

    def list(self, element):
        items = []
        for child in element:
            if isinstance(child.tag, str) and not self.is_dropped(child):
                inner = self.mixed(child) if child.tag == "li" else self.blocks(child)
                items.append([self.lower(block) for block in inner])
            stray = self.line([child.tail or ""])
            if stray:
                items.append([Block("para", stray)])
        items = [item for item in items if item]
        if element.get("type") in ("a", "A", "i", "I") or "alph" in (element.get("class") or ""):
            self.source.drop("letters of a list", "")
        start = element.get("start") or "1"
        kind = "ordered" if element.tag == "ol" else "bullets"
        return [Block(kind, items=items, start=int(start) if start.isdigit() else 1)] if items else []

    def lower(self, block):
        """A heading inside a list or cell is a paragraph in bold."""
        if block.kind != "heading":
            return block
        self.source.drop("heading in a list", "")
        return Block("para", f"**{block.text}**")

    def code(self, element):
        text = "".join(element.itertext()).strip("\n")
        inner = element.find("code")
        found = re.search(r"language-([\w+-]+)", (inner.get("class") if inner is not None else "") or "")
        return [Block("code", text, ids=(found[1],) if found else ())] if text.strip() else []

    def table(self, element):
        """Rows of cells, each one line. Cells that span others stand once."""
        out, rows, below = [], [], {}
        caption = element.find("caption")
        if caption is not None:
            out += self.bold(caption)
        for row in element.iter("tr"):
            cells, column = [], 0
            for cell in row:
                if cell.tag not in ("td", "th"):
                    continue
                while below.get(column, 0) > 0:
                    below[column] -= 1
                    cells.append("")
                    column += 1
                across, down = (int(n) if (n or "").isdigit() else 1 for n in (cell.get("colspan"), cell.get("rowspan")))
                if across > 1 or down > 1:
                    self.source.drop("span of a cell", "")
                for step in range(min(across, 30)):
                    cells.append(self.cell(cell) if step == 0 else "")
                    below[column] = max(down - 1, 0)
                    column += 1
            while below.get(column, 0) > 0:
                below[column] -= 1
                cells.append("")
                column += 1
            if any(cells):
                rows.append(cells)
        width = max((len(row) for row in rows), default=0)
        rows = [[Block("para", cell) for cell in row + [""] * (width - len(row))] for row in rows]
        return out + ([Block("table", items=rows)] if rows else [])

    def cell(self, element):
        """A cell's contents on one line."""
        parts = []

        def flatten(blocks, mark=""):
            for block in blocks:
                if block.kind in ("bullets", "ordered"):
                    for item in block.items:
                        flatten(item, "• ")
                elif block.kind == "table":
                    self.source.drop("table in a cell", "")
                    for row in block.items:
                        flatten(row)
                elif block.kind == "code":
                    parts.append(as_code(" ".join(block.text.split())))
                elif block.kind == "quote":
                    flatten(block.items[0])
                else:
                    parts.append(mark + (f"**{block.text}**" if block.kind == "heading" else block.text))
        flatten(self.mixed(element))
        return "<br>".join(part for part in parts if part)

    # Lines

    def line(self, run, emphasis=True):
        """A run of text and inline elements as one line of Markdown."""
        raw = "".join(self.inline(part) for part in run)
        raw = re.sub(r"[ \t\n]+", " ", raw)
        raw = re.sub(r"^(?: |<br>)+|(?: |<br>)+$", "", raw)
        if not emphasis:
            raw = re.sub("[\ue000-\ue005]", "", raw)
        if not raw:
            return ""
        wanted = squeeze(strip_marks(raw))
        text = guard_start(settle_emphasis(raw))
        if squeeze(self.reread(text)) != wanted:
            self.source.drop("emphasis that Markdown cannot hold", "")
            text = guard_start(re.sub("[\ue000-\ue005]", "", raw))
        return text

    def reread(self, text):
        """The words a CommonMark reader finds in a line, with pictures' alt texts."""
        html = self.reader.render(text)
        html = re.sub(r'<img[^>]*alt="([^"]*)"[^>]*>', r" \1 ", html)
        return unescape(re.sub(r"<br ?/?>", " ", re.sub(r"<(?!br)[^>]+>", "", html)))

    def inline(self, part):
        """An inline element, or text, as Markdown with marks for emphasis."""
        if isinstance(part, str):
            return escape(part)
        tag = part.tag
        if not isinstance(tag, str) or self.is_dropped(part):
            return ""
        self.waiting += self.own_ids(part) if not HEADING.match(tag) else []
        if tag == "br":
            return "<br>"
        if tag == "img":
            return self.image(part)
        if tag in ("code", "tt", "samp", "kbd") and not len(part):
            return as_code("".join(part.itertext()))
        note = self.note(part)
        if note:
            return note
        inner = self.contents(part)
        if not inner.strip():
            return inner
        if tag == "a" and part.get("href"):
            return self.link(part, inner)
        mark = {"strong": "**", "b": "**", "em": "*", "i": "*", "cite": "*", "dfn": "*", "var": "*",
                "del": "~~", "s": "~~", "strike": "~~"}.get(tag)
        if mark and not re.search(OPEN[mark], inner):
            left, core, right = re.match(r"((?:\s|<br>)*)(.*?)((?:\s|<br>)*)$", inner, re.S).groups()
            return f"{left}{OPEN[mark]}{core}{CLOSE[mark]}{right}"
        if tag in ("sup", "sub"):
            return f"<{tag}>{inner.strip()}</{tag}>"
        if tag == "q":
            return f"\u201c{inner}\u201d"
        return inner

    def contents(self, element):
        return self.inline(element.text or "") + "".join(
            (self.inline(child) if isinstance(child.tag, str) else "") + escape(child.tail or "") for child in element)

    def link(self, element, inner):
        href = (element.get("href") or "").strip()
        inner = re.sub(r"\]\([^)\s]*\)|(?<!!)\[(?=[^\]]*\]\()", "", inner) if "](" in inner and "![" not in inner else inner
        target = self.resolve(href)
        if target is None:
            self.source.drop("address that leads nowhere here", "" if href.startswith("#") else href)
            return inner
        shown = strip_marks(inner).strip()
        if shown == target and not re.search(r"[\s<>]", target):
            return f"<{target}>"
        left, core, right = re.match(r"(\s*)(.*?)(\s*)$", inner, re.S).groups()
        return f"{left}[{core}]({target}){right}"

    def image(self, element):
        alt = " ".join((element.get("alt") or "").split())
        source = element.get("src") or element.get("data-src") or "picture"
        if not alt:
            self.source.drop("picture without words", "")
            return ""
        name = re.sub(r"[^\w.-]+", "-", source.split("?")[0].rstrip("/").split("/")[-1])[:60].strip("-.") or "picture"
        name = re.sub(r"\.(?:svg|jpe?g|gif|webp|png|avif)$", "", name, flags=re.I) + ".png"
        self.pictures[name] = source
        return f"![{escape(alt).replace('[', chr(92) + '[').replace(']', chr(92) + ']')}](pictures/{name})"

    def note(self, element):
        """A reference to a footnote that the Markdown reader found."""
        if element.tag != "sup" or "footnote-ref" not in (element.get("class") or ""):
            return ""
        anchor = element.find("a")
        return f"[^{re.sub(r'[^0-9]', '', (anchor.get('href') if anchor is not None else '') or '0')}]"


# Text

def escape(text):
    """Text of which Markdown would otherwise make more than text."""
    text = re.sub(r"\s+", lambda w: w[0] if "\u00a0" in w[0] or "\u202f" in w[0] or "\u2009" in w[0] else " ", text)
    text = re.sub(r"\\(?=[!-/:-@\[-`{-~])", r"\\\\", text)
    text = re.sub(r"[*`]", r"\\\g<0>", text)
    text = re.sub(r"(?<![^\W_])_|_(?![^\W_])", r"\\_", text)
    text = re.sub(r"~~+", lambda m: "\\~" * len(m[0]), text)
    text = re.sub(r"<(?=[A-Za-z/!?])", r"\\<", text)
    text = re.sub(r"&(?=#?\w+;)", "&amp;", text)
    return re.sub(r"\[(?=\^)|\](?=[(\[:])", r"\\\g<0>", text)


def unescape(html):
    from html import unescape as entities
    return entities(html)


def as_code(text):
    text = re.sub(r"\s+", " ", text).strip()
    if not text:
        return ""
    fence = "`" * (max([len(run) for run in re.findall("`+", text)] or [0]) + 1)
    pad = " " if text[0] == "`" or text[-1] == "`" else ""
    return f"{fence}{pad}{text}{pad}{fence}"


def guard_start(text):
    """Keeps the first signs of a line from being read as a list, heading or quotation."""
    text = re.sub(r"^([-+])(?=\s|$)|^(#{1,6})(?=\s|$)|^(>)|^(=+\s*$)|^(-{2,}\s*$)", r"\\\g<0>", text)
    text = re.sub(r"^\[(?=[^\]]*\]:)", r"\\[", text)
    text = re.sub(r"^(\|)", r"\\|", text)
    return re.sub(r"^(\d{1,9})([.)])(?=\s|$)", r"\1\\\2", text)


def settle_emphasis(text):
    """Writes the marks of emphasis where CommonMark's flanking rules let them stand."""
    names = [(OPEN[m], CLOSE[m], m) for m in ("**", "*", "~~")]
    for opening, closing, mark in names:
        for found in reversed(list(re.finditer(f"{opening}([^{closing}]*){closing}", text))):
            before, after = text[:found.start()], text[found.end():]
            inner = found[1]
            clean_before = re.sub("[\ue000-\ue005]", "", before)[-1:]
            clean_after = re.sub("[\ue000-\ue005]", "", after)[:1]
            fits = inner and flanks(inner[:1], clean_before) and flanks(inner[-1:], clean_after)
            text = before + (f"{mark}{inner}{mark}" if fits else inner) + after
    return re.sub("[\ue000-\ue005]", "", text)


def flanks(inside, outside):
    """Whether a mark may stand between the two characters, the first one inside."""
    if not inside or inside.isspace():
        return False
    is_mark = re.match(f"[{PUNCTUATION}]", inside)
    return not is_mark or not outside or outside.isspace() or bool(re.match(f"[{PUNCTUATION}]", outside))


def strip_marks(text):
    """The words of a line of Markdown that was made here."""
    text = re.sub("[\ue000-\ue005]", "", text)
    text = re.sub(r"!\[((?:[^\]\\]|\\.)*)\]\([^)]*\)", r" \1 ", text)
    text = re.sub(r"(?<!\\)\[((?:[^\[\]\\]|\\.|!?\[[^\]]*\])*)\]\((?:<[^>]*>|[^)\s]*)\)", r"\1", text)
    text = re.sub(r"<((?:https?|mailto|ftp):[^>\s]+|[^<>\s@]+@[^<>\s]+)>", r"\1", text)
    text = re.sub(r"<br>", " ", re.sub(r"</?(?:sup|sub)>", "", text))
    text = re.sub(r"(?<!\\)`+ ?(.*?) ?(?<!\\)`+", lambda c: c[1].replace("\\", "\ue020"), text)
    text = re.sub(r"\[\^\d+\]", "", text)
    return unescape(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", text)).replace("\ue020", "\\")


def plain(text):
    """The words of a finished line, without the marks of emphasis."""
    return re.sub(r"(?<!\\)[*~]{1,3}", "", strip_marks(text)) if text else ""


def squeeze(text):
    return re.sub(r"[\s\u00a0\u202f]+|\[\^\d+\]", "", text)


# Markdown

def render(blocks, heading=None):
    """Blocks as lines of Markdown. `heading` writes a heading that stands in a body."""
    lines, before = [], None
    for block in blocks:
        body = render_block(block, before, heading)
        if not body:
            continue
        lines += ([""] if lines else []) + body
        before = (block.kind, not before[1] if before and before[0] == block.kind else False)
    return lines


def render_block(block, before, heading):
    if block.kind == "heading":
        return [heading(block) if heading else f"**{block.text}**"]
    if block.kind == "para":
        return [block.text] if block.text else []
    if block.kind == "quote":
        return [("> " + line).rstrip() for line in render(block.items[0], heading)]
    if block.kind == "code":
        fence = "`" * max(3, max([len(run) for run in re.findall("`+", block.text)] or [0]) + 1)
        return [fence + (block.ids[0] if block.ids else "")] + block.text.split("\n") + [fence]
    if block.kind == "table":
        return render_table(block)
    other = bool(before) and before[0] == block.kind and not before[1]
    return render_list(block, other)


def render_list(block, other_mark):
    loose = any(len([b for b in item if b.kind not in ("bullets", "ordered")]) > 1 for item in block.items)
    out = []
    for number, item in enumerate(block.items, block.start):
        mark = f"{number}{')' if other_mark else '.'} " if block.kind == "ordered" else ("* " if other_mark else "- ")
        body = render_item(item, loose)
        out += ([""] if loose and out else [])
        out += [(mark if index == 0 else " " * len(mark)) + line if line else "" for index, line in enumerate(body)]
    return out


def render_item(item, loose):
    if loose:
        return render(item)
    lines, before = [], None
    for block in item:
        lines += render_block(block, before, None)
        before = (block.kind, False)
    return lines


def render_table(block):
    def row(cells):
        return "| " + " | ".join(re.sub(r"(?<!\\)\|", r"\\|", cell.text) for cell in cells) + " |"
    head, *rest = block.items
    return [row(head), "|" + " --- |" * len(head)] + [row(cells) for cells in rest]
