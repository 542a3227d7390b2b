"""Reads Markdown, HTML and reStructuredText into one tree of HTML elements.

What belongs to a site's generator (front matter, shortcodes, includes, comments) is
taken out here, and every piece of it is put on the record: `Source.dropped` says what
it was and what words stood in it.
"""
import re
from dataclasses import dataclass, field

import html5lib
from markdown_it import MarkdownIt
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

MARKDOWN = {"md", "markdown", "mdx", "qmd", "rmd", "txt"}
HTML = {"html", "htm"}
FORMATS = MARKDOWN | HTML | {"rst"}

FENCE = re.compile(r"^( {0,3})(?:(?P<tick>```+)[^`\n]*|(?P<wave>~~~+)[^\n]*)\n.*?"
                   r"(?:^ {0,3}(?:(?P=tick)|(?P=wave))[`~]*[ \t]*$|\Z)", re.M | re.S)


@dataclass
class Source:
    """A text that was read."""

    tree: object = None
    title: str = None
    is_page: bool = False
    dropped: list = field(default_factory=list)

    def drop(self, what, words=""):
        """Records what is left out, with the words in it."""
        self.dropped.append((what, " ".join(words.split())))


def markdown_reader():
    """CommonMark with tables, footnotes, definition lists and raw HTML."""
    reader = MarkdownIt("commonmark", {"html": True})
    return reader.enable(["table", "strikethrough"]).use(footnote_plugin).use(deflist_plugin)


def read(text, extension):
    """The source as a tree whose root holds the document's blocks."""
    source = Source()
    text = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u0085\u2028\u2029]", " ", text)
    text = take_front_matter(text, source)
    if extension in MARKDOWN:
        text = prepare_markdown(text, extension, source)
        reader = markdown_reader()
        if is_mostly_html(text):
            # Site generators take indented HTML for HTML, CommonMark for code.
            reader.disable("code")
            text = outside_code(text, lambda piece: re.sub(r"^[ \t]+(?=</?[a-zA-Z])", "", piece, flags=re.M))
        html = reader.render(text)
    elif extension == "rst":
        html = from_restructured(text, source)
    else:
        html = take_shortcodes(text, source)
    page = html5lib.parse(html, namespaceHTMLElements=False)
    body = page.find("body")
    main = body.find(".//main")
    source.is_page = extension in HTML and page.find("head/title") is not None
    if source.title is None and source.is_page:
        source.title = "".join(page.find("head/title").itertext()).strip() or None
    source.tree = body if main is None else main
    if main is not None:
        outside = [piece for piece in body.itertext() if piece.strip()]
        inside = [piece for piece in main.itertext() if piece.strip()]
        source.drop("around <main>", f"{len(outside) - len(inside)} pieces of text of the site's frame")
    return source


def is_mostly_html(text):
    """Whether a Markdown file is a page of HTML elements with some Markdown in it."""
    lines = [line for line in text.split("\n") if line.strip()]
    return sum(bool(re.match(r"\s*</?[a-zA-Z][^>]*>", line)) for line in lines) * 5 > len(lines)


def take_front_matter(text, source):
    """Takes YAML or TOML at the head of the file out; the title is kept."""
    found = re.match(r"\s*(---|\+\+\+)[ \t]*\n(.*?)\n\1[ \t]*(?:\n|\Z)", text, re.S)
    if not found:
        return text
    for line in re.finditer(r"^[\"']?([\w.-]+)[\"']?\s*[:=]\s*(.+)$", found[2], re.M):
        key, value = line[1], line[2].strip()
        if value[:1] == value[-1:] == '"':
            # YAML's escapes in quotation marks are JSON's, but for a few.
            value = re.sub(r"\\u([0-9a-fA-F]{4})", lambda sign: chr(int(sign[1], 16)), value)
        value = value.strip("\"'").strip()
        if key == "title" and value and value not in (">", ">-", "|"):
            source.title = value.replace("\\\"", "\"").replace("''", "'")
        elif re.search(r"\w+\s+\w+", value):
            source.drop("front matter", f"{key}: {value}")
    return text[found.end():]


def outside_code(text, change):
    """The text with `change` made on all that is not fenced code."""
    parts, at = [], 0
    for code in FENCE.finditer(text):
        parts += [change(text[at:code.start()]), code[0]]
        at = code.end()
    return "".join(parts + [change(text[at:])])


def prepare_markdown(text, extension, source):
    """Markdown without what only a site's generator reads."""
    text = outside_code(text, lambda piece: take_shortcodes(piece, source))
    text = unfold_admonitions(text, source)

    def lines(piece):
        if re.search(r"<\w+[^>]*\bmarkdown=", piece):
            # kramdown reads Markdown in such elements; a blank line says so to CommonMark.
            piece = re.sub(r"(<\w+[^>\n]*\bmarkdown=[^>\n]*>)", r"\1\n\n", piece)
            piece = re.sub(r"^[ \t]*(</(?:aside|p|div|details|summary|section|figure|figcaption)>)", r"\n\1", piece, flags=re.M)
        if extension == "mdx":
            piece = re.sub(r"^(?:import|export)\b.*\n", "", piece, flags=re.M)
        piece = re.sub(r"^\s*(?:\[\[?_?toc_?\]\]?|[*-] TOC)[ \t]*$", "", piece, flags=re.M | re.I)
        piece = re.sub(r"[ \t]*\{\s*#([\w:.-]+)[^}\n]*\}[ \t]*$", r' <a id="\1"></a>', piece, flags=re.M)
        piece = re.sub(r"[ \t]*\{(?::[^{}\n]*|\s*[.#][\w.-][^{}\n]*|\s*\w+=[\"'][^{}\n]*)\}", "", piece)
        piece = re.sub(r"^([ \t]*):{3,}[ \t]*(\w*)[ \t]*(.*)$", container(source), piece, flags=re.M)
        alert = re.compile(r"^([ \t]*>[ \t]*)\[!(\w+)\][ \t]*$", re.M)
        for mark in alert.finditer(piece):
            source.drop("mark of an alert", mark[2])
        return alert.sub(r"\1", piece)

    return outside_code(text, lines)


def container(source):
    """Replaces a line `:::note Title` by its title."""
    def change(line):
        title = line[3].strip().strip("{}").strip()
        if not title or title.startswith((".", "#")):
            if line[2]:
                source.drop("mark of a container", line[2])
            return "\n"
        return f"\n{line[1]}**{title}**\n\n"
    return change


def unfold_admonitions(text, source):
    """`!!! note "Title"` and tabs with indented contents become title and contents."""
    out, lines, at = [], text.split("\n"), 0
    while at < len(lines):
        head = re.match(r'^(\s*)(?:!!!|\?\?\?\+?|===\+?!?)\s*(\w*)[\w -]*?(?:"(.*)")?\s*$', lines[at])
        if not head or (lines[at].strip().startswith("===") and head[3] is None):
            out.append(lines[at])
            at += 1
            continue
        if head[3]:
            out += [f"{head[1]}**{head[3]}**", ""]
        else:
            source.drop("mark of an admonition", head[2])
        at += 1
        indent = len(head[1]) + 4
        while at < len(lines) and (not lines[at].strip() or lines[at].startswith(" " * indent)):
            out.append(head[1] + lines[at][indent:] if lines[at].strip() else "")
            at += 1
        out.append("")
    return "\n".join(out)


def take_shortcodes(text, source):
    """Takes comments and the tags of Jekyll, Hugo and their kin out."""
    def comment(found):
        source.drop("comment", found[0][4:-3])
        return ""
    text = re.sub(r"<!--.*?-->", comment, text, flags=re.S)
    text = re.sub(r"\{%-?\s*(?:link|post_url)\s+(\S+?)\s*-?%\}", r"/\1", text)
    text = re.sub(r'\{\{[<%]\s*(?:rel)?ref\s+"?([^"\s]+?)"?\s*[%>]\}\}', r"/\1", text)
    text = re.sub(r"\{\{-?\s*[\"']([^\"']*)[\"']\s*\|[^{}]*\}\}", r"\1", text)
    text = re.sub(r"\{\{-?\s*(?:site|page)\.\w*url\w*\s*-?\}\}", "", text)
    text = re.sub(r"\{%-?\s*highlight\s+(\w*).*?%\}(.*?)\{%-?\s*endhighlight\s*-?%\}",
                  r"\n```\1\2```\n", text, flags=re.S)

    def tag(found):
        inner = found[0].strip("{}%<>/- ")
        source.drop("shortcode", inner)
        return picture(inner)
    return re.sub(r"\{\{[<%].*?[%>]\}\}|\{%.*?%\}|\{\{.*?\}\}", tag, text, flags=re.S)


def picture(shortcode):
    """The picture of a `figure` shortcode, with its words."""
    if not shortcode.startswith(("figure", "image", "img")):
        return ""
    of = dict(re.findall(r'(\w+)\s*=\s*"([^"]*)"', shortcode))
    if not of.get("alt") and not of.get("caption"):
        return ""
    image = f'<img alt="{of.get("alt", "")}" src="{of.get("src", "figure.png")}">'
    return f'\n\n<p>{image}</p><p>{of.get("caption", "")}</p>\n\n'


def from_restructured(text, source):
    """reStructuredText as HTML. Directives that are Sphinx's own are taken out."""
    from docutils.core import publish_parts

    def directive(found):
        source.drop("directive", found[0].split("\n")[0])
        return "\n"
    sphinx = (r"^([ \t]*)\.\. (?:toctree|only|index|literalinclude|raw|automodule|autoclass|include(?=::[ \t]+[^<\s])|"
              r"csv-table(?=::.*\n(?:[ \t]+:\w+:.*\n)*?[ \t]+:(?:file|url):))::.*\n(?:\1[ \t]+.*\n|[ \t]*\n(?=\1[ \t]+\S))*")
    text = re.sub(sphinx, directive, text, flags=re.M)
    text = re.sub(r"^([ \t]*)\.\. glossary::[ \t]*\n(?:[ \t]+:\w+:[ \t]*\n)*", r"\1.. container::\n", text, flags=re.M)
    text = re.sub(r":(?:[\w+-]+:)?(?:doc|ref|term|numref|download):`([^`<]+?)\s*<[^>`]+>`", r"\1", text)
    known = "sup|sub|math|emphasis|strong|literal|code"
    text = re.sub(rf":(?!(?:{known}):)[\w+-]+(?::[\w+-]+)?:`([^`]+)`", r"``\1``", text)
    settings = {"report_level": 3, "halt_level": 6, "warning_stream": False, "math_output": "LaTeX", "initial_header_level": 1,
                "doctitle_xform": False, "raw_enabled": False,
                "syntax_highlight": "none", "input_encoding": "utf-8"}
    return publish_parts(text, writer_name="html5", settings_overrides=settings)["body"]
