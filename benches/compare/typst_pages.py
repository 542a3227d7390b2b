"""Typst's library sets PDFs: `typst_pages.py WORDS FONTS OUT`.

WORDS holds `<name>.<lang>.typ`. One compiler does them all, as a service would that
keeps its fonts: Typst's best case. The files are tagged and PDF/A-2a as bimemo's are.
"""

import sys
from pathlib import Path

import typst

words, fonts, out = map(Path, sys.argv[1:])
compiler = typst.Compiler(root=words, font_paths=[fonts], ignore_system_fonts=True)
for source in sorted(words.glob("*.typ")):
    pages = compiler.compile(input=source, format="pdf", pdf_standards=["a-2a"])
    (out / source.with_suffix(".pdf").name).write_bytes(pages)
