#!/usr/bin/env python3
"""Damages the memos of a converted workspace, one fault in each copy.

    damage.py WORKSPACE OUT [--seed 1] [--each 120] [--kinds sentence,modality]

OUT becomes a workspace with a copy for each damage, and OUT/damages.jsonl says what was
done: kind, memo, language, the lines where a finding must stand, the words before and
after. The same workspace and seed give the same bytes, whether all kinds are made or some. Only blocks are damaged that
stand side by side in both languages; of each kind about `--each` are made, from as many
memos as have places for it.
"""
import argparse
import json
import random
import re
import shutil
import sys
from collections import Counter, defaultdict
from pathlib import Path

import memos
import speech
import structures
import values
from places import spots_of, words

LANGS = ("fr", "en")
ROUNDS = 4
LINE_KINDS = [values.numbers, values.years, values.dates, values.amounts, values.percents, values.phones,
              values.emails, values.names, values.locations, speech.dropped_sentences, speech.negations,
              speech.modals, speech.other_language]


class Memo:
    """A converted memo: its text, its pairs of texts and its blocks."""

    def __init__(self, path):
        self.name = path.stem
        self.text = path.read_text(encoding="utf-8")
        self.pairs = memos.read(self.text)
        self.spots = spots_of(self.name, self.text)

    def side(self, pair, lang):
        one, two = self.pairs[pair]
        return one if one.lang == lang else two

    def with_line(self, spot, lang, new):
        """The memo with the words of a block replaced."""
        side = self.side(spot.pair, lang)
        start, _ = spot.span[lang]
        lines = list(side.lines)
        old = lines[start]
        if spot.kind == "heading":
            lines[start] = new
        else:
            at = len(old) - len(spot.text[lang])
            lines[start] = old[:at] + new
        return memos.replace(self.text, side, lines)


def in_lines(memo, pages, rng):
    """Damages within one block: (kind, language, new text, lines, before, after)."""
    for spot in memo.spots:
        if spot.kind in ("code", "rule") or spot.pair == 0:
            continue
        for lang in LANGS:
            made = [one for kind in LINE_KINDS for one in kind(spot, lang, rng)]
            made += list(values.links(spot, lang, rng, pages[lang]))
            for kind, new in made:
                if new and new != spot.text[lang]:
                    where = [list(spot.lines[lang]), list(spot.lines[spot.other(lang)])]
                    yield kind, lang, (memo, spot, new), where, spot.text[lang], new


def in_lists(memo, rng):
    """Items dropped and steps exchanged."""
    for pair, (english, _) in enumerate(memo.pairs):
        found = [spot for spot in memo.spots if spot.pair == pair and spot.kind in ("item", "step")]
        for group in lists_of(memo, pair, found):
            if len(group) < 3:
                continue
            for lang in LANGS:
                side = memo.side(pair, lang)
                whole = [[group[0].lines[of][0], group[-1].lines[of][1]] for of in ("en", "fr")]
                for at, spot in enumerate(group):
                    if len(spot.text[lang].split()) > 1:
                        yield "item-dropped", lang, (memo, side, without(side, group, at, lang)), whole, spot.text[lang], ""
                        if at:
                            lines = structures.nested(memo, side, group, at, lang, reach)
                            yield "item-nested", lang, (memo, side, lines), whole, spot.text[lang], ""
                if group[0].kind == "step":
                    for one, two in zip(group, group[1:]):
                        lines = exchanged(side, one, two, lang)
                        if lines:
                            yield "steps-swapped", lang, (memo, side, lines), whole, one.text[lang], two.text[lang]


def lists_of(memo, pair, found):
    """Items of one list: one kind, one depth, nothing but deeper blocks between them."""
    side = memo.side(pair, "en")
    groups, open_groups = [], {}
    for chunk_at, chunk in enumerate(c for c in memos.chunks(side.lines) if c.kind != "rule"):
        for depth in [d for d in open_groups if d > chunk.depth or (d == chunk.depth and chunk.kind not in ("item", "step"))]:
            groups.append(open_groups.pop(depth))
        if chunk.kind in ("item", "step"):
            spot = next((s for s in found if s.index == chunk_at), None)
            if spot is None:
                continue
            last = open_groups.get(chunk.depth)
            if last and last[-1].kind != chunk.kind:
                groups.append(open_groups.pop(chunk.depth))
            open_groups.setdefault(chunk.depth, []).append(spot)
    return groups + list(open_groups.values())


def reach(side, group, at, lang):
    """The lines of an item with all that stands in it, blank lines behind it included."""
    start = group[at].span[lang][0]
    if at + 1 < len(group):
        return start, group[at + 1].span[lang][0]
    end = group[at].span[lang][1]
    indent = len(side.lines[start]) - len(side.lines[start].lstrip())
    while end < len(side.lines) and (not side.lines[end].strip() or len(side.lines[end]) - len(side.lines[end].lstrip()) > indent):
        end += 1
    return start, end


def without(side, group, at, lang):
    """The text without one item; the numbers behind it close up."""
    start, end = reach(side, group, at, lang)
    lines = list(side.lines)
    if group[at].kind == "step":
        for spot in group[at + 1:]:
            place = spot.span[lang][0]
            lines[place] = re.sub(r"^(\s*)(\d+)", lambda m: m[1] + str(int(m[2]) - 1), lines[place])
    kept = lines[:start] + lines[end:]
    return kept if end < len(lines) else lines[:start]


def exchanged(side, one, two, lang):
    """The text with two steps of one line each in each other's place."""
    (a, b), (c, d) = one.span[lang], two.span[lang]
    if b - a != 1 or d - c != 1 or any(line.strip() for line in side.lines[b:c]):
        return None
    lines = list(side.lines)
    mark = re.compile(r"^\s*\d+[.)] ")
    heads = mark.match(lines[a]), mark.match(lines[c])
    told = {lines[a][heads[0].end():], lines[c][heads[1].end():]} if all(heads) else set()
    if len(told) < 2 or any(len(words(text)) < 2 for text in told):
        return None
    lines[a], lines[c] = heads[0][0] + lines[c][heads[1].end():], heads[1][0] + lines[a][heads[0].end():]
    return lines


def choose(candidates, each, rng):
    """About `each` candidates, from every memo in turn, both languages alike."""
    by_memo = defaultdict(list)
    for one in candidates:
        by_memo[one[2][0].name].append(one)
    queues = [rng.sample(group, len(group)) for _, group in sorted(by_memo.items())]
    rng.shuffle(queues)
    chosen, seen = [], set()
    while queues and len(chosen) < each:
        for queue in list(queues):
            if len(chosen) >= each:
                break
            one = queue.pop()
            key = (one[2][0].name, one[1], one[4], one[5])
            if key not in seen:
                seen.add(key)
                chosen.append(one)
            if not queue:
                queues.remove(queue)
    return chosen


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("workspace", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--each", type=int, default=120)
    parser.add_argument("--kinds", type=lambda text: set(text.split(",")), help="these kinds only, parted by commas")
    options = parser.parse_args()
    all_memos = [Memo(path) for path in sorted((options.workspace / "memos").glob("*.yaml"))]
    pages = {lang: values.pages_of({url for memo in all_memos for pair in memo.pairs for side in pair if side.lang == lang
                           for line in side.lines for url in re.findall(values.LINK, line)}) for lang in LANGS}
    found = defaultdict(list)
    for again in range(ROUNDS):
        # Where a set has few places for a kind, each is damaged in several ways.
        enough = {kind for kind, group in found.items() if len(group) >= options.each}
        for memo in all_memos:
            rng = random.Random(f"{options.seed} {again} {memo.name}")
            for one in list(in_lines(memo, pages, rng)) + (list(in_lists(memo, rng)) + list(structures.blocks(memo, rng)) if again == 0 else []):
                if again == 0 or (one[0] not in enough and one[0] in found):
                    found[one[0]].append(one)
    target = options.out / "memos"
    shutil.rmtree(target, ignore_errors=True)
    target.mkdir(parents=True)
    if (options.workspace / "memos" / "pictures").exists():
        shutil.copytree(options.workspace / "memos" / "pictures", target / "pictures")
    counts = Counter()
    with (options.out / "damages.jsonl").open("w", encoding="utf-8") as index:
        if options.kinds:
            found = {kind: group for kind, group in found.items() if kind in options.kinds}
        for kind in sorted(found):
            for kind, lang, made, where, before, after in choose(found[kind], options.each, random.Random(f"{options.seed} {kind}")):
                memo, spot, new = made
                text = memo.with_line(spot, lang, new) if isinstance(new, str) else memos.replace(memo.text, spot, new)
                name = f"{kind}-{counts[kind]:03}"
                counts[kind] += 1
                (target / f"{name}.yaml").write_text(text, encoding="utf-8")
                index.write(json.dumps({"id": name, "kind": kind, "memo": memo.name, "lang": lang, "lines": where,
                                        "before": before, "after": after}, ensure_ascii=False) + "\n")
    for kind in sorted(found):
        print(f"{kind:22} {counts[kind]:4} of {len(found[kind])} places")
    return 0 if counts else 1


if __name__ == "__main__":
    sys.exit(main())
