"""Writes memos with titles that front matter could misread: ROOT."""

import json
import pathlib
import sys

TITLES = [
    "No",
    "10:30",
    "2026-04-01",
    'Keys: "new" # one',
    "It's {\"{\"}here{\"}\"}",
    "a \\\\ b",
    "+++",
    "\\-\\-\\-",
    "= 5 & 6 < 7",
    "[sic]",
    "true",
    "12",
    "'quoted'",
    "C:\\\\new\\\\table",
    "100 %",
    "Ångström é 🚢",
]

root = pathlib.Path(sys.argv[1])
(root / "memos").mkdir(parents=True)
for number, title in enumerate(TITLES):
    memo = {
        "date": "2026-05-%02d" % (number + 1),
        "updated": "2026-06-01",
        "sender": {"name": "Odile Fenwick", "gender": "feminine"},
        "recipients": [{"en": "All staff", "fr": "Tout le personnel"}],
        "subject": {"en": title, "fr": title},
        "sections": [
            {"body": {"en": "The keys are at the desk.", "fr": "Les clés sont à la réception."}}
        ],
    }
    lines = [
        f"{key}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}\n"
        for key, value in memo.items()
    ]
    (root / "memos" / f"title-{number}.yaml").write_text("".join(lines), encoding="utf-8")
