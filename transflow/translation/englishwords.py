"""English words that stand in no French, Spanish, Portuguese, Italian or German sentence.

A weak model leaves words untranslated, or falls back on English ones the source does not even
have. Words that another language writes alike (`important`, `car`, `for`) and loans (`marketing`)
are no evidence and not here.
"""

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

__all__ = ["any_english", "any_large", "copied", "english_in", "large_in", "offices_in"]

_SMALL = (
    "the and of with from which that this these those been were have had will would could should they their there them "
    "then than when where while what why you your our not but by any each every both few other some such only very "
    "just because through during before after above below between into about against again further here its it who how "
    "she his her whose whom shall might cannot must upon until since without within across among toward towards "
    "whether though although despite however therefore always never often also even still yet ever now today tomorrow "
    "yesterday already almost enough instead rather perhaps maybe either neither none finally"
)
_PLAIN = (
    "adequate agreement amount annual answer appear appears applicant ask asked bad became become began begin behind "
    "believe better bird black blood body book bottom bought bread break bring broad broken brother brought build "
    "built buy child children choose city close closed clothes cold come comes committee cost country cross daily "
    "dangerous daughter day days dead deal death decrease deep development disease door down draw dream drink drive "
    "early earth east eat eight employee employees empty end enough entry equipment evening event eye face fail "
    "failure fall family far farm fast father fear fee feel feet fell felt fiber field fight file files filing fill "
    "find fire firm first fish five flow follow food foot foreign forest found four free fresh friend full game gave "
    "get girl give given glass go goes gold gone good got government great green ground group grow growth had half "
    "hand happen happy hard head health hear heart heat heavy held help high hill hold home hope horse hot hour hours "
    "house hundred increase issue job join keep kept kind king knew know known land large last late law lead learn "
    "least leave led left length less let letter level life light like little live loan long look lose lost love low "
    "made make makes man many market matter mean measurement meat meet member men middle mind money month months "
    "moon more morning most mother mouth move much name near need needs new news next night nine noise north note "
    "nothing number old once one open opened order outside own owner page paid paper part patent patents pay people "
    "person picture piece place plan plant play power price problem proceed proof provide public pull put queen "
    "question quick quite rain raise ran reach read ready reason red requirement rest rich ride right rights river "
    "road rock room round rule run said same saw say says school sea search second see seem seen self sell send "
    "sense sent set seven several shape share ship shop short show shown side sign simple sing sister sit six size "
    "sky sleep small smell snow soft something son song soon south speak spend spoke spread spring stand star start "
    "state statement stay step stone stop store story street strong study such summer sun sure table take taken talk "
    "teach team tell ten thing things think third thought thousand threat three threw thus time times together told "
    "too took top town trade trained tree tried true try turn two understand use used usually value verify voice wait "
    "walk wall want war warm was wash watch water way weather week weeks well went west wheel white whole wide wife "
    "wild wind window winter wish woman women wood word words wore work worked workload workloads works world worse "
    "write written wrong year years yellow young"
)
_ALIKE = frozenset(
    [
        "am", "an", "as", "at", "be", "black", "blood", "body", "come", "cross", "den", "do", "dream", "eat", "empty",
        "end", "entry", "face", "fast", "file", "fire", "full", "game", "go", "gold", "group", "hand", "held", "hill",
        "hold", "home", "hot", "house", "job", "just", "kind", "king", "land", "last", "less", "light", "live", "mind",
        "most", "name", "net", "note", "once", "open", "order", "page", "part", "patent", "patents", "person", "place",
        "plan", "plant", "public", "put", "quick", "rest", "rock", "round", "run", "see", "self", "set", "shop", "simple",
        "sing", "six", "son", "spring", "stand", "star", "start", "step", "stop", "such", "summer", "table", "ten",
        "top", "two", "use", "want", "war", "was", "water", "west", "wild", "wind", "winter", "people", "market", "team",
        "first", "high", "low", "green", "news", "black", "man", "men", "son", "sense", "red", "real", "door", "dead",
        "but", "long", "large", "second", "issue", "sea", "quite", "true", "value", "four", "new", "down", "shock",
        "short", "close", "let", "files", "sent", "join", "break", "friend", "store", "book", "try", "get", "build", "pull", "law",
        "like", "question", "problem", "play", "power", "cost", "foot", "free", "business", "soft", "hard", "warm",
    ]
)  # fmt: skip
"""Words of the list that are words or usual loans in one of those languages too."""
_WORDS = frozenset(f"{_SMALL} {_PLAIN}".split()) - _ALIKE
_SHAPES = re.compile(
    r"\w{3,}(?:[^e]ly|ness|ship|ght|ghts|less|ful)|\w{3,}(?:er|or|i|u|in|an|ul)ous|\w{3,}(?:ate|ize|ect|own)d"
    r"|\w{2,}(?:th|ght|sh|tch|ck|wn|wl)|(?:wh|kn|wr)\w{3,}"
)
_BEGINNINGS = ("wh", "kn", "wr")
_ENDINGS = (
    "ly",
    "ness",
    "ship",
    "less",
    "ful",
    "ous",
    "ated",
    "ized",
    "ectd",
    "ownd",
    "th",
    "ht",
    "hts",
    "sh",
    "tch",
    "ck",
    "wn",
    "wl",
)
"""One of which all of those have."""
_LOANS = re.compile(
    r"\w*(?:leadership|partnership|sponsorship|stock|check|feedback|black|luth|zenith|mammouth|bluetooth|flash|crash|"
    r"cash|splash|match|smash|rush|push|scotch|kitsch|putsch|snack|click|clash|dash|fresh|trash|hash|sketch|"
    r"wireless|copyright|insight|freight|playback|rock|track|pack|hack|knock|light|wok|well|wellness|fitness|business|"
    r"switch|drawback|wrapper|catch|batch|patch|bash|dock|lock|stack|path|publish|stretch|derrick|shock|kick|bock|block|kitchenette|whisky|whist|clown|touchdown|squash|crunch|brunch|punch|sandwich|boy|monolith|goth|elisabeth|bath)s?"
)
_WORD = re.compile(r"(?<![\w@#./'’&-])[a-z]{3,}(?![\w@/'’&-]|\.\w)")
_LARGE = re.compile(
    r"(?<![\wÀ-ɏ@#./'’&-])[A-Z][a-z]{2,}(?![\wÀ-ɏ@/'’&-]|\.\w)", re.ASCII
)  # beside Chinese, not within Signé
_NAME = re.compile(r"[A-Z]\w+(?: (?:[a-z]+ )?[A-Z]\w+)+")
_DAYS = frozenset({"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"})


_HEADS = frozenset(
    [
        "Address",
        "Addresses",
        "Telephone",
        "Phone",
        "Website",
        "Open",
        "Opening",
        "Closed",
        "Meeting",
        "Booking",
        "Bookings",
        "Tickets",
        "Berth",
        "Harbour",
        "Harbor",
        "Board",
        "Updated",
        "Published",
        "Signed",
        "Download",
        "Search",
        "Share",
        "Read",
        "Enquiries",
        "Deadline",
        "Venue",
        "Speakers",
        "Thursday",
        "Friday",
    ]
)
"""Words at the head of a line, which are nobody's name there: `Address: …`."""
_CAPITALISED = re.compile("[A-Z][a-z]+")
_NAMELESS = _HEADS | {word.capitalize() for word in _WORDS}
_ENGLISH = _NAMELESS | _DAYS


def any_english(words: Iterable[str]) -> bool:
    """Whether `english_in`, `copied` or `large_in` may find something in a text in Latin letters, by its words in small ones."""
    return any(map(_may_be_english, words))


_SMALL_LARGE = frozenset(map(str.lower, _ENGLISH))


@lru_cache(maxsize=16384)
def _may_be_english(word: str) -> bool:
    return word in _SMALL_LARGE or word in _unshared() or _is_english(word)


def any_large(text: str) -> bool:
    """Whether `large_in` may find something in a text, or in a part of it."""
    return not _ENGLISH.isdisjoint(_CAPITALISED.findall(text))


def english_in(text: str) -> list[str]:
    """Words of a draft that are English and nothing else, in small letters, as they come."""
    return [word for word in _small_words(text) if _is_english(word)]


@lru_cache(maxsize=8)
def _small_words(text: str) -> tuple[str, ...]:
    """The words in small letters that are no part of a name or an address; kept, since two rules ask."""
    return tuple(_WORD.findall(text))


def _is_english(word: str) -> bool:
    if word in _WORDS:
        return True
    like = word.startswith(_BEGINNINGS) or word.endswith(_ENDINGS)
    return like and _SHAPES.fullmatch(word) is not None and not _LOANS.fullmatch(word)


def large_in(text: str, source: str) -> list[str]:
    """English words with a capital that the source has no such name for: `Verify`, `Saturday`.

    A word that the source writes so too may be a name, unless it is all the source says; the
    days of the week are none, save in names of several words (`Sunday Times`).
    """
    if not any_large(text):
        return []
    names = set(_CAPITALISED.findall(source))
    if source.strip(" .:!?") in names:
        names = set()
    head = _CAPITALISED.match(source)
    if head and head[0] in _HEADS and source.count(head[0]) == 1:
        names.discard(head[0])
    names.add("The")
    return [
        match[0]
        for match in _LARGE.finditer(text)
        if (match[0] in _NAMELESS and match[0] not in names)
        or (match[0] in _DAYS and not _in_name(text, match.start()))
    ]


def offices_in(text: str, source: str) -> list[str]:
    """Common nouns of offices and laws left with a capital in a text of other letters: 关于 Office for `about the Office`.

    Beside other words in Latin letters they are of a name (Microsoft Office), and so they may be where the source has no article.
    """
    found = [match[0] for match in _OFFICE.finditer(text)] if text and not text.isascii() else []
    known = {match[1] for match in _THE_OFFICE.finditer(source)} if found else ()
    return [word for word in found if word in known]


_OFFICES = (
    "Office Treaty Committee Assembly Agreement Convention Council Court Act Rules Regulations? Commission Ministry Department "
    "Board Organi[sz]ation States? Government Parliament Secretariat Conference Programme Protocol Register Gazette Decision Section Annex "
    "Minister President Director Chair Agency Institute Fund Members? Part(?:y|ies) Delegation Applicants? Examiners? Registrar"
)
_OFFICE = re.compile(
    rf"(?a:(?<![\w.@/&-])(?<![A-Za-z] )(?:{'|'.join(_OFFICES.split())})(?![\w@/&-]|\.\w| [A-Za-z]))"
)

_THE_OFFICE = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Oo]ur|[Ii]ts|[Tt]heir|[Ee]ach|[Ee]very|[Aa]n|[Aa]) ({'|'.join(_OFFICES.split())})"
    r"(?=[.,;:)’']|$| (?:and|or|of|in|on|at|by|for|to|from|with|under|is|was|are|were|has|had|have|will|shall|may|must|can|would|that|which|who|"
    r"received|said|says|granted|met|adopted|decided|announced|published|opened|enters?|entered|provides?|requires?)\b)"
)


def _in_name(text: str, at: int) -> bool:
    return any(match.start() <= at < match.end() for match in _NAME.finditer(text))


def copied(text: str, source: str) -> list[str]:
    """Words of a French or Spanish draft that stand so in its English source, and in neither language.

    Args:
        text: Plain draft, without what it quotes.
        source: Plain English.
    """
    known = _unshared()
    found = [word for word in _small_words(text) if word in known and word in source]
    there = _small_words(source) if found else ()
    return [word for word in found if word in there]


@cache
def _unshared() -> frozenset[str]:
    lines = (
        (files("transflow.translation") / "data" / "english.txt").read_text("utf-8").splitlines()
    )
    return frozenset(word for line in lines if not line.startswith("#") for word in line.split())
