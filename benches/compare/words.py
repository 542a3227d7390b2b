"""The words of a document of bimemo's, as the other programs take them.

bimemo's Markdown is the source: it has the words as they are printed, dates and amounts
resolved. Typst gets them as markup of its own, since its library reads no Markdown.
"""

from markdown_it import MarkdownIt

READER = MarkdownIt("commonmark", {"html": True}).enable("table")


def html(markdown):
    """The body of a page."""
    return READER.render(markdown)


def typst(markdown):
    """The same in Typst's markup."""
    return "".join(blocks(READER.parse(markdown)))


def string(text):
    """A string of Typst's code."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


CLOSED = {
    "paragraph_close": "\n\n",
    "heading_close": "]\n\n",
    "bullet_list_close": ")\n\n",
    "ordered_list_close": ")\n\n",
    "list_item_close": "],\n",
    "blockquote_close": "]\n\n",
    "th_close": "],",
    "td_close": "],",
    "table_close": ")\n\n",
}


def blocks(tokens):
    """Each block, with what is in it."""
    for token in tokens:
        if token.type == "heading_open":
            yield f"#heading(level: {int(token.tag[1])})["
        elif token.type == "bullet_list_open":
            yield "#list("
        elif token.type == "ordered_list_open":
            yield "#enum("
        elif token.type in ("list_item_open", "th_open", "td_open"):
            yield "["
        elif token.type == "blockquote_open":
            yield "#quote(block: true)["
        elif token.type == "table_open":
            yield f"#table(columns: {columns(tokens, token)},"
        elif token.type == "hr":
            yield "#line(length: 100%)\n\n"
        elif token.type == "inline":
            yield "".join(inlines(token.children))
        else:
            yield CLOSED.get(token.type, "")


def columns(tokens, table):
    """How many cells the head of a table has."""
    after = tokens[tokens.index(table) :]
    row = after[: next(i for i, token in enumerate(after) if token.type == "tr_close")]
    return sum(token.type == "th_open" for token in row)


def inlines(tokens):
    """Each run of a paragraph."""
    for token in tokens:
        if token.type == "text":
            yield f"#{string(token.content)};"
        elif token.type == "softbreak":
            yield " "
        elif token.type == "hardbreak":
            yield "#linebreak();"
        elif token.type == "code_inline":
            yield f"#raw({string(token.content)});"
        elif token.type == "strong_open":
            yield "#strong["
        elif token.type == "em_open":
            yield "#emph["
        elif token.type == "link_open":
            yield f"#link({string(token.attrs['href'])})["
        elif token.type == "html_inline" and token.content == "<sup>":
            yield "#super["
        elif token.type in ("strong_close", "em_close", "link_close"):
            yield "];"
        elif token.type == "html_inline" and token.content == "</sup>":
            yield "];"
