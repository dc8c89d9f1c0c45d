"""The header of a catalog: what gettext's tools, Poedit and Weblate need to find there.

Plural rules come from Babel. A header that exists keeps every field, its order and its comments;
only what is missing is added, and the revision date moves only with content.
"""

import re
from collections.abc import Mapping
from datetime import datetime

from transflow.bcp47 import babel_locale, gettext_name, normalize
from transflow.catalogs.block import Block, evolve
from transflow.errors import TransflowError

__all__ = [
    "NOBODY",
    "completed",
    "dated",
    "empty",
    "fields",
    "in_utf8",
    "language",
    "new_header",
    "ruled",
    "with_fields",
]

NOBODY = "Automatically generated"
"""`Last-Translator` of a catalog that no person has put a name to (what msginit writes as well)."""
RULES_FIELD = "X-Transflow-Rules"
"""Version of the sentence rules the catalog was cut with."""


_INITIAL = re.compile(
    r"^PACKAGE VERSION$|^YEAR-MO-DA HO:MI\+ZONE$|<EMAIL@ADDRESS>|<LL@li\.org>|nplurals=INTEGER"
)
"""What xgettext writes into a template, for the translator to fill in; msgfmt minds it."""
_NAMES = {
    name.lower(): name
    for name in (
        "Project-Id-Version",
        "Report-Msgid-Bugs-To",
        "POT-Creation-Date",
        "PO-Revision-Date",
        "Last-Translator",
        "Language-Team",
        "Language",
        "MIME-Version",
        "Content-Type",
        "Content-Transfer-Encoding",
        "Plural-Forms",
        "X-Generator",
        RULES_FIELD,
    )
}


def _spelled(name: str) -> str:
    """A field's name as gettext spells it, or as it stands if it is nobody's we know."""
    return _NAMES.get(name.strip().lower(), name.strip())


_SCRIPTS = {"arabic": "Arab", "cyrillic": "Cyrl", "devanagari": "Deva", "latin": "Latn"}
"""Modifiers of locale names, as gettext's manual has them."""


def fields(header: Block | None) -> dict[str, str]:
    """The header's fields, in order; known names as gettext spells them, whatever the file does."""
    result: dict[str, str] = {}
    for line in (header.msgstr[0] if header else "").split("\n"):
        name, colon, value = line.partition(":")
        if colon:
            result.setdefault(_spelled(name), value.strip())
    return result


def new_header(locale: str | None, project: str, today: datetime, rules: str = "") -> Block:
    """A header that `msgfmt --check` has nothing to say about.

    Args:
        locale: BCP 47 tag of the translations; None for a template.
        project: Name and version of what is translated.
        today: When it is made; with a time zone.
        rules: Version of the sentence rules.
    """
    return Block("", (_joined(_defaults(locale, project, today, rules)),), gap="")


def empty() -> Block:
    """A header that says only in which charset we write."""
    return Block("", ("Content-Type: text/plain; charset=UTF-8\n",), gap="")


def completed(header: Block, locale: str, project: str, today: datetime, rules: str = "") -> Block:
    """The header with the fields it lacks, its charset UTF-8 (what we write).

    A language that is not the catalog's is set right: pot2po takes the template's. So is the name of
    an article that has another one now.
    """
    have = fields(header)
    wanted = _defaults(locale, project, today, rules)
    missing = {
        name: value
        for name, value in wanted.items()
        if value and (not have.get(name) or _INITIAL.search(have[name]))
    }
    if language(header).split("-")[0] != locale.split("-", maxsplit=1)[0]:
        missing["Language"] = wanted["Language"]
    if _is_of_another(have, project):
        missing["Project-Id-Version"] = project
    return in_utf8(evolve(header, msgstr=(_with(header.msgstr[0], missing),)))


def _is_of_another(have: Mapping[str, str], project: str) -> bool:
    """Whether the header is one of ours and names another article, as it was called before."""
    kind, _, _ = project.partition(" ")
    named, _, article = have.get("Project-Id-Version", "").partition(" ")
    ours = RULES_FIELD in have and named == kind and bool(article) and " " not in article
    return ours and f"{named} {article}" != project


def in_utf8(header: Block) -> Block:
    """The header with the charset that we write."""
    if "utf-8" in fields(header).get("Content-Type", "").lower():
        return header
    charset = {"Content-Type": "text/plain; charset=UTF-8"}
    return evolve(header, msgstr=(_with(header.msgstr[0], charset),))


def ruled(header: Block, rules: str) -> Block:
    """The header with the version of the sentence rules the catalog is cut with now."""
    return evolve(header, msgstr=(_with(header.msgstr[0], {RULES_FIELD: rules}),))


def dated(header: Block, today: datetime, translator: str = "") -> Block:
    """The header with a new revision date, and its last translator if one is named."""
    changed = {"PO-Revision-Date": _stamp(today)}
    if translator:
        changed["Last-Translator"] = translator
    return evolve(header, msgstr=(_with(header.msgstr[0], changed),))


def with_fields(header: Block, values: Mapping[str, str]) -> Block:
    """The header with these fields set, others and odd lines as they are."""
    return evolve(header, msgstr=(_with(header.msgstr[0], values),))


def language(header: Block | None) -> str:
    """The header's language as a BCP 47 tag, or nothing where it names none that CLDR knows."""
    value = fields(header).get("Language", "")
    try:
        return normalize(_without_modifier(value)) if value else ""
    except TransflowError:
        return ""


def _without_modifier(name: str) -> str:
    """A locale's name in the C library's spelling, `sr_RS.UTF-8@latin`, as a tag: `sr-Latn-RS`."""
    name, _, modifier = name.partition("@")
    first, *rest = name.partition(".")[0].replace("_", "-").split("-")
    modifier = modifier.lower()
    if script := _SCRIPTS.get(modifier):
        rest.insert(0, script)
    elif modifier == "valencia":
        rest.append(modifier)
    return "-".join([first, *rest])


def _defaults(locale: str | None, project: str, today: datetime, rules: str) -> dict[str, str]:
    result = {
        "Project-Id-Version": project,
        "POT-Creation-Date": _stamp(today),
        "PO-Revision-Date": _stamp(today),
        "Last-Translator": NOBODY,
        "Language-Team": "none",
        "Language": gettext_name(locale) if locale else "",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": _plural_forms(locale) if locale else "",
        "X-Generator": "transflow",
        RULES_FIELD: rules,
    }
    optional = {"Language", "Plural-Forms", RULES_FIELD}
    return {name: value for name, value in result.items() if value or name not in optional}


def _plural_forms(locale: str) -> str:
    from babel.messages.plurals import get_plural  # noqa: PLC0415  (0.1 s of CLDR tables)

    return str(get_plural(babel_locale(locale)).plural_forms)


def _stamp(moment: datetime) -> str:
    return (
        moment.strftime("%Y-%m-%d %H:%M%z")
        if moment.tzinfo
        else moment.strftime("%Y-%m-%d %H:%M+0000")
    )


def _joined(values: Mapping[str, str]) -> str:
    return "".join(f"{name}: {value}\n" for name, value in values.items())


def _with(text: str, values: Mapping[str, str]) -> str:
    """The header text with these fields set in place, others and odd lines as they are.

    Libraries for JavaScript write all names in lower case, which msgfmt does not know.
    """
    lines = text.split("\n")
    if lines[-1] == "":
        lines.pop()
    left = dict(values)
    for at, line in enumerate(lines if values else ()):
        name, colon, value = line.partition(":")
        name = _spelled(name)
        if name in left:
            lines[at] = f"{name}: {left.pop(name)}"
        elif colon and name in _NAMES.values():
            lines[at] = f"{name}:{value}"
    return "".join(f"{line}\n" for line in lines) + _joined(left)
