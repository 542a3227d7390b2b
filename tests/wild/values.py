"""Damages to values: numbers, dates, amounts, addresses, names, places."""
import csv
import re
from pathlib import Path
from urllib.parse import urlsplit

from places import matches, swap

HERE = Path(__file__).parent
MONTHS = {"en": "January February March April May June July August September October November December".split(),
          "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()}
SPACE = "[ \u00a0\u202f]"
YEAR = r"(?<![\w.,$/-])(?:19|20)\d\d(?![\w%$/]|[.,-]\d|-\w)"
DATE = {"en": rf"\b({'|'.join(MONTHS['en'])}){SPACE}(\d{{1,2}})(?!\d|:)", "fr": rf"(?<!\d)(\d{{1,2}})(?:er)?{SPACE}({'|'.join(MONTHS['fr'])})\b"}
AMOUNT = {"en": r"(?<![\w.])(?:US|CA|CAD )?\$ ?\d[\d,]*(?:\.\d+)?|(?:CHF|€|EUR) ?\d[\d,.]*\d|\d[\d,.]* (?:dollars|euros|francs)",
          "fr": rf"\d[\d{SPACE[1:-1]}]*(?:,\d+)?{SPACE}?\$|\d[\d{SPACE[1:-1]}]*(?:,\d+)?{SPACE}(?:millions? de |milliards? de )?(?:dollars|euros|francs|€|CHF)"}
PERCENT = r"\d+(?:[.,]\d+)?[ \u00a0\u202f]?(?:%|per cent\b|percent\b|pour cent\b|p\. 100)"
PHONE = r"(?<![\d-])(?:1[ -])?(?:\(\d{3}\) ?|\d{3}[ .-])\d{3}[ .-]\d{4}(?!\d)"
NUMBER = r"(?<![\w.,:/$€#&;+-])\d+(?![\w%$:/]|[.,]\d|-\w|[ \u00a0\u202f](?:%|\$|\d{3}))"
EMAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
LINK = r"(?<=\]\()https?://[^)\s]+(?=\))"


def load(name):
    with (HERE / "words" / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


PLACES = load("places.tsv")
NAMES = {row["kind"]: row["names"].split() for row in load("names.tsv")}
FIRST = set(NAMES["first"])


def digits(text):
    return re.sub(r"\D", "", text)


def other_digit(text, rng):
    """The text with one of its digits changed; never a zero in front."""
    at = rng.choice([i for i, sign in enumerate(text) if sign.isdigit()])
    first = not any(sign.isdigit() for sign in text[:at])
    alone = first and not any(sign.isdigit() for sign in text[at + 1:])
    choices = [d for d in "0123456789" if d != text[at] and not (d == "0" and first) and not (alone and d == "1")]
    return text[:at] + rng.choice(choices) + text[at + 1:]


def shared(spot, lang, pattern):
    """Matches of a pattern in one language whose digits the other has too."""
    own, theirs = (pattern, pattern) if isinstance(pattern, str) else (pattern[lang], pattern[spot.other(lang)])
    found = {digits(m[0]) for m in matches(theirs, spot.text[spot.other(lang)])}
    return [m for m in matches(own, spot.text[lang]) if digits(m[0]) in found]


def numbers(spot, lang, rng):
    line = spot.text[lang]
    taken = [m.span() for p in (YEAR, DATE[lang], AMOUNT[lang], PERCENT, PHONE) for m in matches(p, line)]
    for found in shared(spot, lang, NUMBER):
        if not any(a < found.end() and found.start() < b for a, b in taken):
            yield "digit", swap(line, found, other_digit(found[0], rng))


def years(spot, lang, rng):
    for found in shared(spot, lang, YEAR):
        year = int(found[0])
        yield "year", swap(spot.text[lang], found, str(year + rng.choice([-10, -3, -2, -1, 1, 2, 3, 10])))


def dates(spot, lang, rng):
    line, theirs = spot.text[lang], spot.other(lang)

    def value(m, of):
        month, day = (m[1], m[2]) if of == "en" else (m[2], m[1])
        return MONTHS[of].index(month), int(day)
    others = {value(m, theirs) for m in matches(DATE[theirs], spot.text[theirs])}
    for found in matches(DATE[lang], line):
        month, day = value(found, lang)
        if (month, day) not in others:
            continue
        if rng.random() < 0.5:
            month = rng.choice([m for m in range(12) if m != month and (day < 29 or m in (0, 2, 4, 6, 7, 9, 11))])
        else:
            day = rng.choice([d for d in range(2, 28) if d != day])
        shown = f"{MONTHS['en'][month]} {day}" if lang == "en" else f"{'1er' if day == 1 else day} {MONTHS['fr'][month]}"
        yield "date", swap(line, found, shown)


def amounts(spot, lang, rng):
    for found in shared(spot, lang, AMOUNT):
        yield "amount", swap(spot.text[lang], found, other_digit(found[0], rng))


def percents(spot, lang, rng):
    for found in shared(spot, lang, PERCENT):
        number = re.match(r"[\d.,]+", found[0])[0]
        yield "percent", swap(spot.text[lang], found, other_digit(number, rng) + found[0][len(number):])


def phones(spot, lang, rng):
    for found in shared(spot, lang, PHONE):
        yield "phone", swap(spot.text[lang], found, found[0][:-4] + last_four(found[0][-4:], rng))


def last_four(text, rng):
    at = rng.randrange(4)
    return text[:at] + rng.choice([d for d in "0123456789" if d != text[at]]) + text[at + 1:]


def emails(spot, lang, rng):
    line, theirs = spot.text[lang], spot.text[spot.other(lang)]
    for address in dict.fromkeys(re.findall(EMAIL, line)):
        if address not in theirs:
            continue
        local, host = address.split("@", 1)
        at = rng.randrange(len(local))
        new = (local[:at] + local[at + 1:] if len(local) > 3 and local[at].isalpha() else local + "s") + "@" + host
        yield "email", line.replace(address, new)


def neutral(url):
    """An address without what tells its language."""
    return re.sub(r"(?i)(?<![a-z])(en|fr|eng|fra|english|francais|e|f)(?:-ca)?(?![a-z])", "~", url)


def pages_of(urls):
    """Addresses by their host, each with its form without a language."""
    found = {}
    for url in sorted(set(urls)):
        parts = urlsplit(url)
        found.setdefault(parts.netloc, [])
        if parts.path not in ("", "/"):
            found[parts.netloc].append((neutral(url), url))
    return found


def links(spot, lang, rng, pages):
    line, theirs = spot.text[lang], spot.text[spot.other(lang)]
    partners = {neutral(url) for url in re.findall(LINK, theirs)}
    for found in re.finditer(LINK, line):
        own = neutral(found[0])
        if own not in partners:
            continue
        host = urlsplit(found[0]).netloc
        elsewhere = [other for other in pages if other != host]
        if elsewhere:
            yield "link-host", swap(line, found, found[0].replace(host, rng.choice(elsewhere), 1))
        others = [url for form, url in pages.get(host, []) if form != own]
        if others:
            yield "link-page", swap(line, found, rng.choice(others))


def persons(spot, lang):
    """First and last names that stand in both languages."""
    line, theirs = spot.text[lang], spot.text[spot.other(lang)]
    for found in matches(r"\b([A-ZÀ-Ý]\w+)((?:-[A-ZÀ-Ý]\w+)?(?: [A-Z]\.)?) ([A-ZÀ-Ý][\w’'-]+)\b", line):
        if found[1] in FIRST and found[0] in theirs and len(found[3]) > 2 and found[3] not in ("Street", "Avenue", "Canada"):
            yield found


def names(spot, lang, rng):
    for found in persons(spot, lang):
        line, last = spot.text[lang], found[3]
        head = found[0][:-len(last)]
        other = rng.choice([name for name in NAMES["last"] if name != last])
        yield "name-other", swap(line, found, head + other)
        yield "name-letter", swap(line, found, head + one_letter(last, rng))
        accented = one_accent(last)
        if accented:
            yield "name-accent", swap(line, found, head + accented)
        accented = one_accent(found[1])
        if accented:
            yield "name-accent", swap(line, found, accented + found[0][len(found[1]):])


def one_letter(name, rng):
    """A name with one letter wrong, lost or doubled, as a slip of the hand leaves it."""
    at = rng.randrange(1, len(name))
    near = {"a": "e", "e": "a", "i": "y", "y": "i", "o": "u", "u": "o", "c": "k", "k": "c", "s": "z", "t": "d",
            "d": "t", "b": "p", "p": "b", "m": "n", "n": "m", "l": "r", "r": "l", "v": "w", "g": "j"}
    sign = name[at].lower()
    ways = [name[:at] + name[at] + name[at:], name[:at] + name[at + 1:]] + ([name[:at] + near[sign] + name[at + 1:]] if sign in near else [])
    ways = [way for way in ways if way != name and len(way) > 2]
    return rng.choice(ways)


def one_accent(name):
    """The name with its accent lost, or with one on its first e."""
    plain = {"é": "e", "è": "e", "ê": "e", "ë": "e", "ç": "c", "ô": "o", "î": "i", "ï": "i", "É": "E", "ü": "u", "ö": "o", "á": "a", "í": "i"}
    for at, sign in enumerate(name):
        if sign in plain:
            return name[:at] + plain[sign] + name[at + 1:]
    at = name.find("e")
    return name[:at] + "é" + name[at + 1:] if 0 < at < len(name) - 1 else None


def locations(spot, lang, rng):
    column = {"en": "english", "fr": "french"}
    own, theirs = column[lang], column[spot.other(lang)]
    line = spot.text[lang]
    for place in PLACES:
        if place[theirs] not in spot.text[spot.other(lang)]:
            continue
        for found in matches(rf"(?<![\w-])(?<!Radio-){re.escape(place[own])}(?![\w-])(?! (?:University|Inc|City))", line):
            # Canada stands in every other line of some sets, most often in the name of a body.
            if place["english"] != "Canada" or rng.random() < 0.05:
                kin = [p for p in PLACES if p[own] != place[own] and alike(p["class"], place["class"], lang)]
                yield "place", swap(line, found, rng.choice(kin)[own])


def alike(one, two, lang):
    """Whether one place may stand for another without a change to the words around."""
    if lang == "fr":
        return one == two
    return one.split("-")[0] == two.split("-")[0] and ("country-les" in (one, two)) == (one == two == "country-les")
