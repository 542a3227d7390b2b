"""The words of documents in the forms that the other programs take: `forms.py FROM TO`.

FROM has bimemo's Markdown, `<name>.<lang>.md`; TO gets `markdown/`, `typst/` and
`hugo/content/`. Pictures are left out: neither program is asked to read any.
"""

import re
import sys
from pathlib import Path

import words

PICTURE = re.compile(r"!\[.*?\]\(.*?\)\n*")
TYPST_HEAD = """#set document(title: {title})
#set text(font: "Noto Sans", size: 10pt, lang: "{lang}", region: "CA")
#set page(paper: "us-letter", margin: 20mm, numbering: "1 / 1")

"""


def main():
    source, made = map(Path, sys.argv[1:])
    for file in sorted(source.glob("*.md")):
        name, lang, _ = file.name.split(".")
        text = PICTURE.sub("", file.read_text(encoding="utf-8"))
        (made / "markdown" / file.name).write_text(text, encoding="utf-8")
        head = TYPST_HEAD.format(title=words.string(name), lang=lang)
        page = made / "typst" / f"{name}.{lang}.typ"
        page.write_text(head + words.typst(text), encoding="utf-8")
        post = f'---\ntitle: "{name}"\n---\n{text}'
        (made / "hugo" / "content" / file.name).write_text(post, encoding="utf-8")


main()
