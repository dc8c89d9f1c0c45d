"""What the column `match` of a glossary holds: how a concept is looked for and written."""

import difflib
import re
from collections.abc import Iterable

from transflow.bcp47 import normalize
from transflow.errors import GlossaryError, TransflowError
from transflow.glossary.concept import Case, Concept

__all__ = [
    "OPTIONS",
    "CellError",
    "nearest",
    "options",
    "read_options",
    "tag_of",
    "written_options",
]

OPTIONS = ("case:", "inflect:", "near:", "unless:", "gender:", "first:title", "dnt", "every")
"""What `match` may hold; those that end in a colon want a value."""


class CellError(Exception):
    """A mistake in one cell."""


def read_options(cell: str) -> dict[str, object]:
    """The options of a cell.

    Raises:
        CellError: If one is unknown.
    """
    options: dict[str, object] = {}
    for word in cell.split():
        name, _, value = word.partition(":")
        try:
            options |= _option(name.lower(), value)
        except (KeyError, ValueError) as cause:
            hint = nearest(
                word, [*OPTIONS, *(f"case:{case}" for case in Case), "inflect:no", "gender:fr=f"]
            )
            raise CellError(
                f"{word!r} is not an option ({hint or 'options: ' + ' '.join(OPTIONS)})"
            ) from cause
    return options


def options(words: Iterable[str], where: str) -> dict[str, object]:
    """Options by their names, for other formats.

    Raises:
        GlossaryError: If one is unknown.
    """
    try:
        return read_options(" ".join(words))
    except CellError as cause:
        raise GlossaryError(str(cause), where=where) from cause


def _option(name: str, value: str) -> dict[str, object]:
    if name == "case":
        return {"case": Case(value)}
    if name == "inflect":
        return {"inflect": {"yes": True, "no": False}[value]}
    if name in {"near", "unless"} and value:
        return {name: tuple(part for part in re.split("[/,]", value) if part)}
    if name == "gender":
        return {"genders": dict(_gender(part) for part in re.split("[/,]", value))}
    if (name, value) == ("first", "title"):
        return {"first_in_title": True}
    return {{"dnt": "dnt", "every": "every"}[name if not value else ""]: True}


def _gender(part: str) -> tuple[str, str]:
    tag, _, gender = part.partition("=")
    if gender.lower() not in {"m", "f", "n"} or not tag_of(tag):
        raise ValueError(part)
    return tag_of(tag), gender.lower()


def nearest(word: str, known: Iterable[str]) -> str:
    """A question that offers the known word most like this one, or nothing."""
    close = difflib.get_close_matches(word, list(known), 1)
    return f"did you mean {close[0]!r}?" if close else ""


def tag_of(cell: str) -> str:
    """The cell as a language tag, empty if it is none."""
    if not re.fullmatch(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*", cell):
        return ""
    try:
        return normalize(cell)
    except TransflowError:
        return ""


def written_options(concept: Concept) -> str:
    """The options of a concept as the column `match` has them."""
    options = [f"case:{concept.case}"] if concept.case is not Case.AUTO else []
    options += [] if concept.inflect else ["inflect:no"]
    options += [f"near:{'/'.join(concept.near)}"] if concept.near else []
    options += [f"unless:{'/'.join(concept.unless)}"] if concept.unless else []
    said = "/".join(f"{tag}={gender}" for tag, gender in concept.genders.items())
    options += [f"gender:{said}"] if said else []
    flags = {"dnt": concept.dnt, "every": concept.every, "first:title": concept.first_in_title}
    return " ".join([*options, *(name for name, on in flags.items() if on)])
