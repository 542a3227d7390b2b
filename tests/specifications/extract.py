#!/usr/bin/env python3
"""Takes the examples out of a specification's text: extract.py SPEC.txt > examples.json

Gives each with its number, its section, the Markdown and the HTML that is right. With
--extensions, only those that the specification marks with an extension's name.
"""
import json
import re
import sys

FENCE = "`" * 32
only_extensions = "--extensions" in sys.argv
lines = open([a for a in sys.argv[1:] if a[0] != "-"][0], encoding="utf-8").read().split("\n")
examples, section, number, at = [], "", 0, 0
while at < len(lines):
    line = lines[at]
    heading = re.match(r"#{1,6} (.*)", line)
    if heading:
        section = heading[1].strip()
    if not line.startswith(FENCE + " example"):
        at += 1
        continue
    number += 1
    extension = line[len(FENCE + " example"):].strip()
    end = lines.index(FENCE, at)
    dot = at + 1 + lines[at + 1:end].index(".")
    text = lambda part: "".join(f"{line}\n" for line in part).replace("→", "\t")
    if extension or not only_extensions:
        examples.append({
            "example": number,
            "section": section,
            "markdown": text(lines[at + 1:dot]),
            "html": text(lines[dot + 1:end]),
        })
    at = end + 1
print("[\n" + ",\n".join(json.dumps(it, ensure_ascii=False) for it in examples) + "\n]")
