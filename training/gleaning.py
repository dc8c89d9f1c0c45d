r"""Step 0, if more text is wanted: pairs from translated programs and from dictionaries.

    python -m training.gleaning --catalogues games/share/locale --freedict ara:eng-ara.dict.dz \
        --cedict cedict_ts.u8 --out build/gleaned

Writes `en-LANGUAGE.tsv` (source name, English, translation), which `prepare --extra` reads. Sentences
come from compiled gettext catalogues (`LOCALE/LC_MESSAGES/*.mo`; games tell stories and talk, which
documentation does not), words from FreeDict's dictionaries and CC-CEDICT. Mind their licences: the
sources of a model belong on its card.
"""

import argparse
import gzip
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path

import polib

from training.corpus import LANGUAGES, Pair, read_rows

LOCALES = {"zh": "zh_CN"}
CODES = {"ara": "ar", "fra": "fr", "spa": "es", "rus": "ru", "zho": "zh"}
OWN = Path(__file__).parent / "data"
TAG = re.compile(r"</?[a-z][^>]*>")
CONTEXT = re.compile(r"^(?:[^^\n]*\^|\?\w*:|[a-z]+:)")
"""What some programs put before a message: `name^`, `?unit:`, `help:`."""
FOREIGN = re.compile(r"[<>{}|\\$@#~^=*&_]|%[0-9a-zA-Z(]|\[[a-z/]+\]|::")
"""What is left of markup, placeholders and shortcuts."""
ENGLISH_END = re.compile(r"(?<=[.!?])\s+(?=[\"“A-Z])")
OTHER_END = re.compile(
    r"(?<=[.!?؟»])\s+(?=[\"“«—¡¿A-ZÀ-ÖØ-ÞА-Я\u0600-\u06ff])"
    r"|(?<=[。！？])(?![”\"’』」])|(?<=[。！？][”\"])"
)
LONGEST = 55
"""Words of a message that is taken whole, since its sentences do not match one by one."""
HEADWORD = re.compile(r"^(.+?) /[^/]*/")
NOTE = re.compile(r"\([^)]*\)|<[^>]*>|\[[^\]]*\]")
VOWELS = re.compile(r"[\u064b-\u0652\u0640]")
ENTRY = re.compile(r"(\S+) (\S+) \[[^\]]*\] /(.*)/$")
HAN = re.compile(r"[\u3400-\u9fff·]{2,}")
GLOSS = re.compile(r"[A-Za-z][A-Za-z0-9 '’.-]*")
NO_GLOSS = re.compile(
    r"variant of|surname|^CL:|^abbr|^see |also written|used in|pr\.|classifier|particle"
    r"|prefix|suffix|radical|^fig\.|^lit\.|Kangxi|idiom|loanword|onomat|^\w$"
)


def sentences(english: str, other: str) -> list[tuple[str, str]]:
    """A message's sentences side by side; the whole of it if they do not match and it is short."""
    first = [part.strip() for part in ENGLISH_END.split(english) if part.strip()]
    second = [part.strip() for part in OTHER_END.split(other) if part.strip()]
    if len(first) == len(second):
        return list(zip(first, second, strict=True))
    return [(english, other)] if len(english.split()) <= LONGEST else []


def catalogue(path: Path, name: str) -> Iterator[Pair]:
    """Sentences of three words and more of a compiled catalogue."""
    for entry in polib.mofile(str(path)):
        sides = [
            [" ".join(part.split()) for part in TAG.sub("", text).split("\n\n") if part.strip()]
            for text in (CONTEXT.sub("", entry.msgid), entry.msgstr)
        ]
        if len(sides[0]) != len(sides[1]):
            continue
        for english, other in zip(*sides, strict=True):
            for one, its in sentences(english, other):
                if len(one.split()) > 2 and not FOREIGN.search(one + its):
                    yield Pair(name, one, its)


def freedict(text: str) -> Iterator[Pair]:
    """The first translation of each headword of a FreeDict dictionary, without notes and vowel signs."""
    head = ""
    for line in text.split("\n"):
        found = HEADWORD.match(line)
        if found:
            head = NOTE.sub("", found[1]).strip()
        elif head and line.strip() and not line.startswith(" "):
            first = re.split("[;,،]", NOTE.sub("", re.sub(r"^\d+\. ", "", line)))[0].strip()
            word = VOWELS.sub("", first)
            if word and len(head.split()) <= 5 and len(word.split()) <= 6:
                yield Pair("freedict", head, word)
            head = ""


def lowered(pairs: list[Pair]) -> list[Pair]:
    """The pairs, in small letters if their dictionary begins every headword with a capital."""
    if sum(pair.english[:1].isupper() for pair in pairs) < 0.9 * len(pairs):
        return pairs
    return [Pair(pair.source, pair.english.lower(), pair.target) for pair in pairs]


def cedict(lines: Iterable[str], known: Counter[str]) -> Iterator[Pair]:
    """Of the Chinese words for an English one, that which Chinese text has most often.

    Args:
        lines: Of CC-CEDICT.
        known: How often words of up to six characters occur in Chinese text.
    """
    words: dict[str, list[tuple[float, str]]] = defaultdict(list)
    for line in lines:
        entry = ENTRY.match(line.strip())
        if not entry or not HAN.fullmatch(entry[2]):
            continue
        for place, raw in enumerate(entry[3].split("/")):
            gloss = " ".join(NOTE.sub("", raw).split()).strip(" ,;.")
            short = GLOSS.fullmatch(gloss) and len(gloss.split()) <= 5
            if short and not NO_GLOSS.search(gloss):
                words[gloss].append((known[entry[2]] / (1 + place), entry[2]))
    for gloss, found in words.items():
        often, word = max(found, key=lambda one: one[0])
        if often or len(found) <= 3:  # of many rare words none is the right one
            yield Pair("cedict", gloss, word)
            if gloss.startswith("to "):
                yield Pair("cedict", gloss[3:], word)


def occurrences(texts: Iterable[str], longest: int = 6) -> Counter[str]:
    """How often each run of Chinese characters occurs."""
    found: Counter[str] = Counter()
    for text in texts:
        for run in re.findall(r"[\u3400-\u9fff·]+", text):
            for size in range(1, longest + 1):
                found.update(run[at : at + size] for at in range(len(run) - size + 1))
    return found


def distinct(pairs: Iterable[Pair]) -> list[Pair]:
    """The first pair of each English text, in small or capital letters."""
    kept: dict[str, Pair] = {}
    for pair in pairs:
        kept.setdefault(pair.english.lower(), pair)
    return list(kept.values())


def glean(options: argparse.Namespace, language: str) -> Iterator[Pair]:
    """All pairs of one language."""
    for folder in options.catalogues:
        locale = LOCALES.get(language, language)
        for path in sorted((folder / locale / "LC_MESSAGES").glob("*.mo")):
            yield from catalogue(path, path.stem)
    for code, path in (one.split(":", 1) for one in options.freedict):
        if CODES[code] == language:
            with gzip.open(path, "rt", encoding="utf-8") as file:
                yield from lowered(list(freedict(file.read())))
    if options.cedict and language == "zh":
        rows = [row for path in sorted(OWN.glob("*.tsv")) for row in read_rows(path)]
        known = occurrences(row.targets["zh"] for row in rows if "zh" in row.targets)
        yield from cedict(options.cedict.read_text(encoding="utf-8").splitlines(), known)


def main() -> None:
    """Command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--catalogues", type=Path, nargs="*", default=[], help="folders of LOCALE/LC_MESSAGES/*.mo"
    )
    parser.add_argument(
        "--freedict", nargs="*", default=[], help="CODE:FILE, as in ara:freedict-eng-ara.dict.dz"
    )
    parser.add_argument("--cedict", type=Path, help="CC-CEDICT as text")
    parser.add_argument("--out", type=Path, required=True, help="folder to write to")
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for language in LANGUAGES:
        pairs = distinct(glean(options, language))
        lines = [f"{pair.source}\t{pair.english}\t{pair.target}\n" for pair in pairs]
        (options.out / f"en-{language}.tsv").write_text("".join(lines), encoding="utf-8")
        counts = Counter(pair.source for pair in pairs).most_common()
        print(f"{language}: {len(pairs)} pairs", *(f"{name} {n}" for name, n in counts[:8]))


if __name__ == "__main__":
    main()
