"""What offices put together in Python: `office.py WORDS FONTS OUT`.

Labels by fluent.runtime, pages by Jinja2, Markdown by markdown-it, PDFs (tagged,
PDF/UA-1) by WeasyPrint: six documents of each memo in WORDS (`<name>.<lang>.md`).
Everything that can be kept between memos is kept.
"""

import sys
from pathlib import Path

import words
from fluent.runtime import FluentBundle, FluentResource
from jinja2 import DictLoader, Environment, select_autoescape
from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

LABELS = {
    "en": "classification = Classification: { $level }\npages = Memorandum { $name }\n",
    "fr": "classification = Classification : { $level }\npages = Note de service { $name }\n",
}
TEMPLATES = Environment(
    autoescape=select_autoescape(),
    loader=DictLoader(
        {
            "memo.md": "{{ body }}\n\n{{ classification }}\n",
            "memo.html": "<!DOCTYPE html><html lang={{ lang }}><meta charset=utf-8>"
            "<title>{{ title }}</title><style>{{ style | safe }}</style>"
            "<main>{{ body | safe }}</main><footer>{{ classification }}</footer></html>",
        }
    ),
)
STYLE = """
@page { size: letter; margin: 20mm; @bottom-right { content: counter(page) } }
html { font: 10pt/1.3 "Noto Sans" } table { border-collapse: collapse; width: 100% }
td, th { border-bottom: 1px solid; padding: 2pt 4pt; text-align: left }
"""


def bundle(lang):
    """The labels of a language."""
    made = FluentBundle([f"{lang}-CA"])
    made.add_resource(FluentResource(LABELS[lang]))
    return made


def label(bundles, lang, message, **values):
    """A label with its values."""
    pattern = bundles[lang].get_message(message).value
    text, _ = bundles[lang].format_pattern(pattern, values)
    return text


def faces(fonts):
    """The faces that the pages use, by rule."""
    styles = {"Regular": "", "Bold": "font-weight: bold;", "Italic": "font-style: italic;"}
    return "".join(
        f'@font-face {{ font-family: "Noto Sans"; {style} '
        f"src: url({(fonts / f'NotoSans-{name}.ttf').as_uri()}) }}"
        for name, style in styles.items()
    )


def main():
    folder, fonts, out = map(Path, sys.argv[1:])
    bundles = {lang: bundle(lang) for lang in LABELS}
    kept = FontConfiguration()
    sheet = CSS(string=faces(fonts.resolve()) + STYLE, font_config=kept)
    for source in sorted(folder.glob("*.md")):
        name, lang, _ = source.name.split(".")
        markdown = source.read_text(encoding="utf-8")
        values = {
            "lang": f"{lang}-CA",
            "title": label(bundles, lang, "pages", name=name),
            "classification": label(bundles, lang, "classification", level="—"),
        }
        text = TEMPLATES.get_template("memo.md").render(body=markdown, **values)
        page = TEMPLATES.get_template("memo.html").render(
            body=words.html(markdown), style=STYLE, **values
        )
        (out / f"{name}.{lang}.md").write_text(text, encoding="utf-8")
        (out / f"{name}.{lang}.html").write_text(page, encoding="utf-8")
        HTML(string=page, base_url=str(folder)).write_pdf(
            out / f"{name}.{lang}.pdf",
            stylesheets=[sheet],
            font_config=kept,
            pdf_variant="pdf/ua-1",
        )


main()
