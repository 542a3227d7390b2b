#!/usr/bin/env python3
"""Makes HTML of Markdown files as the common renderers of PyPI do, each set up as its
users usually have it: raw HTML is let through where that is the default.

    render.py FOLDER OUT

Each FOLDER/x.md becomes OUT/<renderer>/x.html. Renderers older than CommonMark, which find
no code in what they take for HTML and know other fences or none, get FOLDER/prose alone:
Markdown without code.
"""
import sys
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import cmarkgfm
import commonmark
import markdown
import markdown2
import mistletoe
import mistune
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt

# Those of MkDocs and Pelican, and what is in most of their manuals' first examples.
SITES = ["extra", "toc", "admonition", "sane_lists", "smarty", "wikilinks"]
EXTRAS = [
    "fenced-code-blocks",
    "tables",
    "footnotes",
    "strike",
    "task_list",
    "header-ids",
    "cuddled-lists",
    "smarty-pants",
]


def python_markdown(text):
    return markdown.markdown(text)


def python_markdown_sites(text):
    return markdown.markdown(text, extensions=SITES)


def markdown2_plain(text):
    return markdown2.markdown(text)


def markdown2_extras(text):
    return markdown2.markdown(text, extras=EXTRAS)


def mistune_plain(text):
    return mistune.create_markdown()(text)


def mistune_html(text):
    return mistune.html(text)


def markdown_it_py(text):
    return MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(text)


def markdown_it_py_gfm(text):
    return MarkdownIt("gfm-like", {"html": True}).render(text)


def commonmark_py(text):
    return commonmark.commonmark(text)


def cmark_gfm(text):
    return cmarkgfm.github_flavored_markdown_to_html(text, Options.CMARK_OPT_UNSAFE)


def mistletoe_html(text):
    return mistletoe.markdown(text)


RENDERERS = [
    python_markdown,
    python_markdown_sites,
    markdown2_plain,
    markdown2_extras,
    mistune_plain,
    mistune_html,
    markdown_it_py,
    markdown_it_py_gfm,
    commonmark_py,
    cmark_gfm,
    mistletoe_html,
]


# Older than CommonMark.
OLDER = [python_markdown, python_markdown_sites, markdown2_plain, markdown2_extras]


def render(work):
    renderer, files, out = work
    folder = Path(out) / renderer.__name__
    folder.mkdir(parents=True, exist_ok=True)
    for file in files:
        html = renderer(Path(file).read_text(encoding="utf-8"))
        (folder / Path(file).with_suffix(".html").name).write_text(html, encoding="utf-8")
    return len(files)


def main():
    folder, out = sys.argv[1:]
    files = sorted(str(file) for file in Path(folder).glob("*.md"))
    if not files:
        sys.exit(f"renderers: no Markdown in {folder}")
    with ProcessPoolExecutor() as pool:
        prose = sorted(str(file) for file in Path(folder, "prose").glob("*.md"))
        of = lambda renderer: (prose or files) if renderer in OLDER else files
        list(pool.map(render, [(renderer, of(renderer), out) for renderer in RENDERERS]))


if __name__ == "__main__":
    main()
