"""Damages to what is said: sentences, negations, may and must, the other language."""
import re

from places import matches, swap, words

ENDS = r"(?<=[.!?…])(?<!\b[A-Z]\.)(?<!e\.g\.)(?<!i\.e\.)(?<!p\. ex\.)(?<!etc\.)(?<!no\.)(?<!art\.)(?<!M\.)(?<!Mr\.)(?<!Dr\.)(?<!St\.)\s+(?=[A-ZÀ-Ý«“\"*\[(])"
NOT_AFTER = r"(?! (?:only|just|limited|necessarily|to mention|later|more|less|all|every|applicable|yet))"
# Words that stand with a negation alone: without it nobody would write the sentence so.
BOUND = {"en": r"\b(?:any|anyone|anybody|anything|anywhere|anymore|either|neither|nor|yet|at all|but|rather|whatsoever)\b",
         "fr": r"\b(?:ni|mais|non plus|du tout|aucune?s?|quoi que ce soit|qui que ce soit|guère|encore|nullement)\b"}
AUX = "is|are|was|were|can|could|will|would|should|must|may|might|has|have|had"
ADJECTIVES = "available|required|possible|necessary|allowed|mandatory|responsible|able|eligible|permitted|included|accessible|important|valid|public|free|subject"
VERBS = "Use|Include|Add|Provide|Send|Enter|Select|Click|Keep|Apply|Avoid|Share|Change|Open|Remove|Choose|Submit|Check|Follow|Write|Place|Leave"
STATES = "est|sont|doit|doivent|peut|peuvent|devez|pouvez|sera|seront|devrait|devraient|pourra|pourront|était|étaient|permet|permettent|constitue|comprend|s’applique|s'applique"
CLITICS = {"ne", "se", "le", "la", "les", "lui", "leur", "y", "en", "me", "te", "ce", "quel", "quelle", "où", "comment"}
MODALS = {"en": {"may": "must", "must": "may"},
          "fr": {"peut": "doit", "peuvent": "doivent", "pouvez": "devez", "pourra": "devra", "pourront": "devront",
                 "pourrez": "devrez", "pourrait": "devrait", "pourraient": "devraient"}}
MODALS["fr"].update({must: may for may, must in list(MODALS["fr"].items())})


TITLE = r"(?<!!)\[(?:[^\]\\]|\\.)*\]\((?:<[^>]*>|[^)\s]*)\)"


def third_person(verb):
    if re.search(r"(?:s|x|z|ch|sh|o)$", verb):
        return verb + "es"
    return verb[:-1] + "ies" if re.search(r"[^aeiou]y$", verb) else verb + "s"


def like(case, word):
    """A word with the capital that another one has."""
    return word[:1].upper() + word[1:] if case[:1].isupper() else word


def sentences(line):
    return re.split(ENDS, line)


def dropped_sentences(spot, lang, rng):
    if spot.kind not in ("para", "item", "step", "quote"):
        return
    own, theirs = sentences(spot.text[lang]), sentences(spot.text[spot.other(lang)])
    if len(own) < 2 or len(own) != len(theirs):
        return
    for index, sentence in enumerate(own):
        whole = sentence.count("**") % 2 == 0 and sentence.count("[") == sentence.count("]") and "[^" not in sentence
        if whole and len(words(sentence)) >= 5:
            yield "sentence", " ".join(own[:index] + own[index + 1:])


def negations(spot, lang, rng):
    if spot.kind in ("heading", "row", "code"):
        return
    line = spot.text[lang]
    for kind, new in (english_negations if lang == "en" else french_negations)(line):
        if kind == "negation-added" or stands_alone(line, new, lang):
            yield kind, new


def stands_alone(line, new, lang):
    """Whether what is left of a sentence without its negation is one that one would write."""
    start = next((at for at, (old, now) in enumerate(zip(line, new)) if old != now), len(new))
    before, behind = sentences(line[:start] + "\0")[-1], re.split(r"[.;:!?…]", line[start:])[0]
    # "may or may not", "qui sont ou ne sont pas"
    doubled = re.search(r"\b(?:or|ou|et|and)\b(?:\W+\w+){0,2}\W*\0$", before)
    return not doubled and not re.search(BOUND[lang], behind, re.I)


def english_negations(line):
    for m in matches(rf"\b({AUX}) not\b{NOT_AFTER}", line):
        yield "negation-removed", swap(line, m, m[1])
    for m in matches(r"\b([Cc]an)(?:not|['’]t)\b", line):
        yield "negation-removed", swap(line, m, m[1])
    for m in matches(rf"\b([Dd]o)(?: not|n['’]t) (\w+)\b{NOT_AFTER}", line):
        yield "negation-removed", swap(line, m, like(m[1], m[2]))
    for m in matches(r"\b([Dd]oes)(?: not|n['’]t) ([a-z]+)\b", line):
        if m[2] not in ("have", "do", "be"):
            yield "negation-removed", swap(line, m, third_person(m[2]))
    if "?" in line or re.search(r"\bnot\b|n['’]t\b|\bnever\b|\bno\b", line):
        return
    for m in matches(r"\b(must|should|will|can|may|could|would) ([a-z]+)\b(?!ly\b)", line):
        if m[2] not in ("not", "also", "only", "never", "either", "still", "then", "always", "often", "even", "i", "you", "we", "they", "it", "this", "the"):
            yield "negation-added", swap(line, m, ("cannot" if m[1] == "can" else m[1] + " not") + " " + m[2])
    for m in matches(rf"\b(is|are|was|were) ({ADJECTIVES}|[a-z]{{3,}}ed)\b", line):
        yield "negation-added", swap(line, m, f"{m[1]} not {m[2]}")
    m = re.match(rf"({VERBS}) (?=the|your|this|that|these|all|any|it\b)", line)
    if m:
        yield "negation-added", swap(line, m, f"Do not {m[1].lower()} ")


def french_negations(line):
    vowel = r"[aeiouyhéèêâîôàAEIOUYHÉÈ]"
    for m in matches(r"\b([Dd]e) ne pas (\w+)", line):
        yield "negation-removed", swap(line, m, (m[1][0] + "’" if re.match(vowel, m[2]) else m[1] + " ") + m[2])
    for m in matches(r"(?<!\b[Dd]e )\b([Nn])e pas ((?:[ls]['’]|(?:le|la|les|se|y|en) )?\w+)", line):
        yield "negation-removed", swap(line, m, like(m[1], m[2]))
    for m in matches(r"(\S+ )?\b([Nn]e |[Nn]['’])((?:(?:l['’]|les? |la |lui |leur |y |en |vous |nous )?[^\s,.;:()]+?)(?: (?:être|avoir))?) pas\b(?! (?:de|d['’]|que|seulement|encore|un|une|plus|non|du|des|nécessairement)\b)(?! d['’])", line):
        before = (m[1] or "").strip().lower()
        if before in ("ce", "je", "que", "se", "si", "jusque") and re.match(vowel, m[3]):
            if before == "ce" and m[3].startswith("est"):
                yield "negation-removed", swap(line, m, like(m[1], "c’" + m[3]))
            continue
        yield "negation-removed", swap(line, m, (m[1] or "") + like(m[2], m[3]))
    if "?" in line or re.search(r"\b(?:ne|aucune?|jamais|sans)\b|\bn['’]", line, re.I):
        return
    for m in matches(rf"([^\s(«]+) ({STATES}) (?!pas\b|plus\b|jamais\b|que\b|qu['’]|un\b|une\b|du\b|des\b|de\b|rien\b|y\b)(?=\w)", line):
        before = re.sub(r"\W", "", m[1].split("’")[-1].split("'")[-1]).lower()
        if before in CLITICS or not before or m[1][-1] in ",;:.)" or before.isdigit():
            continue
        # A clitic verb takes ne in front: “ne s’applique pas”.
        verb = ("n’" if re.match(r"[eé]", m[2]) else "ne ") + m[2]
        yield "negation-added", swap(line, m, f"{m[1]} {verb} pas ")
    for m in matches(r"([^\s(«]+) (a|ont) été (?=\w)", line):
        if re.sub(r"\W", "", m[1]).lower() not in CLITICS | {"il", "qui"} or m[1].lower() == "qui":
            yield "negation-added", swap(line, m, f"{m[1]} n’{m[2]} pas été ")
    m = re.match(r"([A-ZÉ]\w+ez) (?=les? |la |l['’]|votre |vos |ce |cette |tous )", line)
    if m and not m[1].lower().startswith(("chez", "assez")):
        verb = m[1][0].lower() + m[1][1:]
        yield "negation-added", swap(line, m, ("N’" if re.match(vowel, verb) else "Ne ") + verb + " pas ")


def modals(spot, lang, rng):
    if spot.kind in ("heading", "row", "code"):
        return
    line, table = spot.text[lang], MODALS[lang]
    for m in matches(rf"(?<![\w'’-])({'|'.join(table)})(?![\w'’-])", line):
        after = line[m.end():m.end() + 9]
        negated = re.match(r" (?:not|pas|plus|only|que|ne)\b| n['’]", after) or re.search(r"\b[Nn]e $", line[:m.start()])
        if negated or line[m.end():].startswith(("-", " exist")) or not after.startswith(" "):
            continue
        yield "modality", swap(line, m, table[m[1]])


def other_language(spot, lang, rng):
    line, theirs = spot.text[lang], spot.text[spot.other(lang)]
    if spot.kind not in ("row", "code", "note") and line != theirs:
        # The words of a link are the title of its page, which keeps its language.
        own, others = re.sub(TITLE, " ", line), re.sub(TITLE, " ", theirs)
        if len(words(own)) >= 4 and len(words(others)) >= 4 and same_share(own, others) < 0.6:
            yield "block-other-language", theirs
    alts = {of: list(re.finditer(r"!\[((?:[^\]\\]|\\.)*)\]", text)) for of, text in (("own", line), ("theirs", theirs))}
    if len(alts["own"]) == len(alts["theirs"]):
        for one, two in zip(alts["own"], alts["theirs"]):
            if one[1] != two[1] and len(words_in(one[1])) >= 2 and len(words_in(two[1])) >= 2:
                yield "alt-other-language", line[:one.start(1)] + two[1] + line[one.end(1):]


def words_in(text):
    return re.findall(r"[^\W\d_]+", text)


def same_share(one, two):
    """The share of one text's words that the other has too."""
    mine, yours = [w.lower() for w in words(one)], {w.lower() for w in words(two)}
    return sum(word in yours for word in mine) / max(len(mine), 1)
