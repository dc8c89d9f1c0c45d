"""Numbers that look like decimals and are versions: `before 2.1`, `kernel 5.10`, `Go 1.23`, `3.0 or later`.

2.10 follows 2.9 there, so neither its point nor its zero may change in any language.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from transflow.quantities.money import MONEY

__all__ = ["MEASURED", "Version", "is_measure", "is_version_column", "versions"]

MEASURED = (
    r"\s?(?:%|[kcmMGTnµ]?[gmlLBWVsAJ]b?\b|[kMGT]i?B\b|[kMGT]?(?:Hz|bps|Wh)\b|mph\b|percent|per\s|million|billion|trillion|points?|times|seconds?|minutes?|hours?|days?|"
    r"weeks?|months?|years?|euros?|dollars?|pounds?|francs?|cents?|[ap]\.?m\b|o['’]clock|degrees?|litres?|liters?|grams?|"
    r"kilo\w*|miles?|metres?|meters?|inch\w*|feet|tonnes?|tons?|stars?|goals?)"
)
"""What makes a value of the number before it."""
_N = rf"(?<![\w.,:/$€£-])\d{{1,2}}\.\d{{1,3}}(?![\w%]|[.,:]\d|{MEASURED})"
_ENDS = (
    r"(?=\s*(?:$|[.,;:!?)\]|+–—“”\"\ue000-\uf8ff\ufffc])|\s(?:is|was|are|were|has|had|will|can|does|do|on|in|with|for|and|or|but|to|as|at|by|"
    r"from|until|since|users?|supports?|adds?|removes?|requires?|needs?|when|which|that|onwards?|comes?|brings?|"
    r"ships?|still|also|now|only|may|must|should|uses?|runs?|works?|if)\b)"
)
"""What stands behind a version in a sentence, where a decimal has the thing that it counts."""
_LEAD = (
    r"(?:(?:before|since|until|till|from|after|to|up to|prior to|as of|between|below|above|through|is|was|number|"
    r"(?:old|new|earli|lat|low|high)er than|[≥≤<>]=?)\s?)?"
)
_TOOLS = (
    r"(?:Go|Rust|Swift|Ruby|Julia|Scala|Spark|Spring|Flask|lib[a-z][\w+-]*|\w*libc|musl|zlib|nginx|systemd|numpy|pandas|glib|"
    r"gcc|clang|cmake|make|bash|curl|openssl|postgres|sqlite|node|npm|pip|ffmpeg|busybox|dracut|grub)"
)
"""Names that engines take for words, or lose: they are one piece with their version."""
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)"
"""A month, before which a version stands in a history: `1.0 (2 June 2026): first published`."""
_SURE = re.compile(
    rf"\b(?:[Vv]ersions?|[Rr]eleases?|[Uu]p(?:date|grade)[sd]?|[Ff]irmware|[Kk]ernels?):?\s{_LEAD}(?P<word>{_N})"
    r"|\b(?:Android|iOS|iPadOS|macOS|Windows|Linux|Ubuntu|Debian|Fedora|FreeBSD|Python|Java|PHP|Perl|Django|Node(?:\.js)?|TLS|SSL|"
    rf"USB|HDMI|Bluetooth|OpenSSL|Kubernetes|PostgreSQL|MySQL|Firefox|Chrome|Safari|Kotlin|CUDA|Unicode)\s(?P<known>{_N})"
    rf"|(?<![\w.-])(?P<tool>{_TOOLS}\s(?:[≥≤<>]=?\s?)?{_N}{_ENDS})"
    rf"|(?P<later>{_N})(?=\+?,?\s(?:or|and)\s(?:later|newer|older|earlier)\b)"
    rf"|^(?P<log>{_N})(?=\s?[(–—-]\s?(?:\d{{4}}-\d\d|\d{{1,2}}\s{_MONTH}|{_MONTH}\s\d))"
    rf"|(?P<the>{_N})(?=\s(?:releases?|versions?|branch|series|kernels?|beta|alpha|RC\d?)\b)"
)
_LIKELY = re.compile(
    rf"\b(?:until|till|since|as of|prior to)\s(?P<until>{_N}){_ENDS}"
    r"|\b(?:[Aa]dded|[Rr]emoved|[Dd]eprecated|[Ii]ntroduced|[Rr]enamed|[Dd]ropped|[Ff]ixed|[Rr]eleased|[Ss]upported|[Aa]vailable|broken|shipped|included)"
    rf"(?:\s\w+){{0,2}}?\s(?:in|with|before|after)\s(?P<since>{_N}){_ENDS}"
    r"|(?<=[\w,;)] )(?!(?:January|February|March|April|May|June|July|August|September|October|November|December|Mach|Richter|"
    r"Magnitude|Beaufort|Grade|Level|Score|Gold|Silver|Brent|Euros?|Sfr|Fr|Rs|RON|Room|[A-Z][a-z]+day)\b)"
    rf"[A-Z][A-Za-z+#-]*[A-Za-z]\s(?P<name>{_N}){_ENDS}"
)
_NEXT = re.compile(rf"(?:,|,?\s(?:and|or|to|through)|\s?[–/])\s?(?P<next>{_N}){_ENDS}")
_OTHER = re.compile(f"(?P<other>{_N})")
"""What else may be one in a text that speaks of versions: 2.10 follows 2.9."""
_HINT = re.compile(r"\d\.\d")
_COLUMN = re.compile(
    r"(?:.*\b)?(?:versions?|releases?|requires?|requirements?|supported until|since|kernels?)\b.*",
    re.IGNORECASE,
)

_STATISTICS = frozenset(
    [
        "AOR",
        "ARR",
        "AUC",
        "BMI",
        "CAGR",
        "CI",
        "CRP",
        "CV",
        "EPS",
        "ESR",
        "FEV",
        "GDP",
        "GNI",
        "GPA",
        "HDI",
        "HR",
        "ICC",
        "ICER",
        "INR",
        "IQR",
        "IRR",
        "MAE",
        "MD",
        "MMR",
        "NNT",
        "NPV",
        "OR",
        "PPV",
        "RD",
        "RMSE",
        "ROI",
        "RR",
        "SD",
        "SE",
        "SEM",
        "SMD",
        "TFR",
        "WMD",
    ]
)
"""What studies and statistics write before a decimal: 95% CI 0.58–0.90."""


def is_measure(name: str) -> bool:
    """Whether a number behind a name is a value, not a version: SD 3.25, KES 1.5.

    Args:
        name: The word before the number.
    """
    return name in _STATISTICS or name in MONEY


@dataclass(frozen=True, slots=True)
class Version:
    """Where a version stands.

    Attributes:
        start: Offset of its number, or of the name that is one piece with it.
        end: Offset behind it.
        sure: Whether a word or name says it; else its place in the sentence does.
    """

    start: int
    end: int
    sure: bool


@lru_cache(maxsize=4096)
def versions(text: str) -> tuple[Version, ...]:
    """The versions of two parts in an English text, in order.

    Args:
        text: Plain English.
    """
    if not _HINT.search(text):
        return ()
    found: dict[int, Version] = {}
    for pattern, sure in ((_SURE, True), (_LIKELY, False), (_OTHER, False)):
        if pattern is _OTHER and not any(match["word"] for match in _SURE.finditer(text)):
            break
        for match in pattern.finditer(text):
            start, end = match.span(match.lastgroup or 0)
            if match.lastgroup == "name" and is_measure(match[0].split()[0]):
                continue
            if all(end <= one.start or one.end <= start for one in found.values()):
                found[start] = Version(start, end, sure)
            while more := _NEXT.match(text, end):
                start, end = more.span("next")
                found.setdefault(start, Version(start, end, sure))
    return tuple(found[start] for start in sorted(found))


def is_version_column(heading: str) -> bool:
    """Whether the cells below a heading of a table are versions.

    Args:
        heading: Plain English.
    """
    return _COLUMN.fullmatch(heading.strip()) is not None
