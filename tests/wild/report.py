#!/usr/bin/env python3
"""Runs bimemo's check on converted texts and says how it did.

    report.py BIMEMO WORKSPACE [--damaged DIR] [--sheet FILE] [--codes P]

WORKSPACE is what convert.py made, DIR what damage.py made of it. The figures go to
standard output as Markdown tables. `--sheet` writes, or brings up to date, a table with
every error on the correct pairs, for a reader to judge one by one: `verdict` is true,
structural or false; `difference` is one name for all errors that tell of one difference;
`class` says what kind of thing was mistaken. Verdicts that stand in the file are kept
for errors that come again, and the precision is counted from them.

Only codes that begin with the letters of `--codes` count as errors of the comparison.
"""
import argparse
import csv
import json
import subprocess
import sys
from collections import Counter, defaultdict
from pathlib import Path

import memos
from places import spots_of

COLUMNS = ["id", "memo", "line", "code", "message", "english", "french", "verdict", "difference", "class", "note"]
VERDICTS = ("true", "structural", "false")
STRUCTURAL = ("item-dropped", "item-nested", "paragraph-dropped", "paragraph-split", "paragraphs-merged", "paragraphs-swapped",
              "row-dropped", "steps-swapped")


def check(bimemo, workspace):
    """The findings of one run of check, by memo."""
    run = subprocess.run([bimemo, "check", "--root", workspace, "--output-format", "json"],
                         capture_output=True, text=True, check=False)
    if run.returncode not in (0, 1):
        sys.exit(f"report: {bimemo} stopped with {run.returncode}: {run.stderr[-2000:]}")
    found = defaultdict(list)
    for line in run.stdout.splitlines():
        finding = json.loads(line)
        found[Path(finding["file"]).stem].append(finding)
    return found


def places(finding):
    """The lines a finding points to, its labels' included."""
    marks = [finding] + [label for label in finding.get("labels") or [] if label.get("file") == finding["file"]]
    return [(mark["line"], mark.get("end_line") or mark["line"]) for mark in marks if mark.get("line")]


def touches(finding, ranges):
    return any(a <= d and c <= b for a, b in places(finding) for c, d in ranges)


def key(finding):
    return finding["code"], finding["severity"], finding["message"]


def is_error(finding, codes):
    return finding["severity"] == "error" and finding["code"].startswith(codes)


# The damages

def added(before, after, lines, codes):
    """The findings that came with a damage. Where a memo has several of one wording, those
    that stand at the damage are the new ones."""
    left = Counter(key(f) for f in after if f["code"].startswith(codes))
    left.subtract(Counter(key(f) for f in before if f["code"].startswith(codes)))
    new = []
    for finding in sorted(after, key=lambda f: not touches(f, lines)):
        if left[key(finding)] > 0:
            left[key(finding)] -= 1
            new.append(finding)
    return new


def damage_table(before, after, damages, codes):
    """For each kind: how many were made, found at the right place, and as errors."""
    rows = defaultdict(Counter)
    for damage in damages:
        new = added(before[damage["memo"]], after[damage["id"]], damage["lines"], codes)
        here = [f for f in new if touches(f, damage["lines"])]
        row = rows[damage["kind"]]
        row["made"] += 1
        row["found"] += bool(here)
        row["error"] += any(f["severity"] == "error" for f in here)
        row["elsewhere"] += bool(new) and not here
        known = any(is_error(f, codes) and touches(f, damage["lines"]) for f in before[damage["memo"]])
        row["hidden"] += not here and known
        damage["told"] = [f"{f['severity']} {f['code']}" for f in new if f["severity"] != "note"]
        damage["result"] = "error" if any(f["severity"] == "error" for f in here) else "found" if here else "missed"
    out = ["| damage | made | found at its place | as an error | found elsewhere only | missed where an error stood before |",
           "|---|---|---|---|---|---|"]
    for kind in sorted(rows):
        row = rows[kind]
        out.append(f"| {kind} | {row['made']} | {share(row['found'], row['made'])} | {share(row['error'], row['made'])} "
                   f"| {row['elsewhere']} | {row['hidden']} |")
    return out


def cascade_table(damages):
    """For each damage of the structure: how many findings tell of it."""
    rows = defaultdict(list)
    for damage in damages:
        if damage["kind"] in STRUCTURAL:
            rows[damage["kind"]].append([sum(told.startswith(kind) for told in damage["told"]) for kind in ("", "error", "warning")])
    if not rows:
        return []
    out = ["| damage | made | findings for each, most | errors for each, most | warnings for each, most | told once |", "|---|---|---|---|---|---|"]
    for kind, counts in [*sorted(rows.items()), ("all", [count for group in rows.values() for count in group])]:
        shown = [f"{sum(column) / len(counts):.2f}, {max(column)}" for column in zip(*counts)]
        out.append(f"| {kind} | {len(counts)} | {' | '.join(shown)} | {share(sum(count[0] == 1 for count in counts), len(counts))} |")
    return out


def share(part, whole):
    return f"{100 * part / whole:.0f} % ({part})" if whole else "–"


# The correct pairs

def passages(text, finding):
    """The English and French a finding is about, each as it stands in the memo."""
    lines = text.split("\n")
    found = {"en": [], "fr": []}
    owners = [(side, side.line, side.line + len(side.lines) - 1) for pair in memos.read(text) for side in pair]
    for start, end in places(finding):
        for side, first, last in owners:
            if first <= start <= last:
                shown = " ⏎ ".join(lines[n - 1].strip() for n in range(start, min(end, last, start + 5) + 1))
                if shown not in found[side.lang]:
                    found[side.lang].append(shown)
    for lang, other in (("en", "fr"), ("fr", "en")):
        if not found[lang]:
            found[lang] = beside(text, finding, lang, other)
    return " ‖ ".join(found["en"]), " ‖ ".join(found["fr"])


def beside(text, finding, lang, other):
    """The block that stands where the finding's block does in the other language."""
    at = finding.get("line") or 0
    for spot in spots_of("", text):
        if spot.lines[other][0] <= at <= spot.lines[other][1]:
            return [spot.text[lang]]
    for one, two in memos.read(text):
        here, there = (one, two) if one.lang == other else (two, one)
        if here.line <= at < here.line + len(here.lines):
            near = round((at - here.line) / max(len(here.lines), 1) * len(there.lines))
            return ["(about) " + " ⏎ ".join(line for line in there.lines[max(near - 2, 0):near + 3] if line)]
    return []


def sheet_rows(workspace, found, codes):
    """One row for every error on the correct pairs, in the order of the texts."""
    rows = []
    for name in sorted(found):
        text = (workspace / "memos" / f"{name}.yaml").read_text(encoding="utf-8")
        for finding in sorted(found[name], key=lambda f: (f["line"] or 0, f["code"])):
            if is_error(finding, codes):
                english, french = passages(text, finding)
                rows.append({"memo": name, "line": str(finding["line"] or ""), "code": finding["code"],
                             "message": finding["message"], "english": english, "french": french})
    return rows


def identity(row):
    return tuple(row[column] for column in ("memo", "code", "message", "english", "french"))


def read_sheet(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def update_sheet(path, rows):
    """Writes the sheet; verdicts that stand in it stay with their errors."""
    known = defaultdict(list)
    if path.exists():
        for row in read_sheet(path):
            known[identity(row)].append(row)
    for number, row in enumerate(rows, 1):
        row["id"] = str(number)
        for column in ("english", "french", "message"):
            row[column] = row[column].replace("\t", " ").replace("\n", " ").replace("\r", " ")
        before = known[identity(row)]
        row.update({c: (before[0][c] or "") for c in ("verdict", "difference", "class", "note")} if before
                   else {"verdict": "", "difference": "", "class": "", "note": ""})
        del before[:1]
    with path.open("w", encoding="utf-8", newline="") as file:
        file.write("\t".join(COLUMNS) + "\n")
        file.writelines("\t".join(row[column] for column in COLUMNS) + "\n" for row in rows)
    return rows


def precision(rows, names):
    """The figures that need a reader's verdicts."""
    judged = [row for row in rows if row["verdict"] in VERDICTS]
    if not judged:
        return [f"No error is judged yet ({len(rows)} to judge)."]
    count = Counter(row["verdict"] for row in judged)
    groups = Counter((row["memo"], row["difference"]) for row in judged if row["difference"] and row["verdict"] != "false")
    guilty = {row["memo"] for row in judged if row["verdict"] != "false"}
    alarmed = {row["memo"] for row in judged if row["verdict"] == "false"} - guilty
    deserve_none = len(names) - len(guilty)
    out = [f"- judged: {len(judged)} of {len(rows)} errors",
           f"- strictly true: {share(count['true'], len(judged))}; with structural differences: "
           f"{share(count['true'] + count['structural'], len(judged))}; false: {share(count['false'], len(judged))}",
           f"- texts that deserve no error: {deserve_none}; of these without any: {share(deserve_none - len(alarmed), deserve_none)}",
           f"- errors for one difference: {sum(groups.values()) / max(len(groups), 1):.1f} on average, up to {max(groups.values(), default=0)}"]
    classes = Counter((row["verdict"], row["class"]) for row in judged)
    out += ["", "| verdict | class | errors |", "|---|---|---|"]
    return out + [f"| {verdict} | {name or '–'} | {n} |" for (verdict, name), n in
                  sorted(classes.items(), key=lambda item: (VERDICTS.index(item[0][0]), -item[1]))]


def overview(found, names, codes):
    errors = Counter({name: sum(is_error(f, codes) for f in found[name]) for name in names})
    total = sum(errors.values())
    kinds = Counter(f"{f['severity']} {f['code']} {f['name']}" for name in names for f in found[name])
    out = [f"- memos: {len(names)}; errors: {total}, {total / max(len(names), 1):.2f} a memo; "
           f"memos without any error: {share(sum(not errors[name] for name in names), len(names))}", "",
           "| finding | count |", "|---|---|"]
    return out + [f"| {kind} | {n} |" for kind, n in kinds.most_common() if not kind.startswith("note")]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bimemo")
    parser.add_argument("workspace", type=Path)
    parser.add_argument("--damaged", type=Path)
    parser.add_argument("--sheet", type=Path)
    parser.add_argument("--codes", default="P", help="the first letters of codes that compare (P)")
    options = parser.parse_args()
    codes = tuple(options.codes.split(","))
    found = check(options.bimemo, options.workspace)
    names = sorted(path.stem for path in (options.workspace / "memos").glob("*.yaml"))
    print("## The correct pairs\n")
    print("\n".join(overview(found, names, codes)))
    if options.sheet:
        rows = update_sheet(options.sheet, sheet_rows(options.workspace, found, codes))
        print("\n## The verdicts\n")
        print("\n".join(precision(rows, names)))
    if options.damaged:
        with (options.damaged / "damages.jsonl").open(encoding="utf-8") as file:
            damages = [json.loads(line) for line in file]
        print("\n## The damages\n")
        print("\n".join(damage_table(found, check(options.bimemo, options.damaged), damages, codes)))
        if table := cascade_table(damages):
            print("\n## How often one damage of the structure is told\n")
            print("\n".join(table))
        with (options.damaged / "results.jsonl").open("w", encoding="utf-8") as file:
            file.writelines(json.dumps(damage, ensure_ascii=False) + "\n" for damage in damages)
    return 0


if __name__ == "__main__":
    sys.exit(main())
