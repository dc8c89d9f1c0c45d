"""ITS 2.0 rules inside a page (https://www.w3.org/TR/its20/#html5-global-approach).

Read are the rules for translate, localization note, elements within text, terminology, language,
directionality, locale filter and preserve space, in a `script type="application/its+xml"` or a file beside the page,
with the selectors that rules for pages use: an element by name, number among its like, class, id or another
attribute, anywhere, with the steps above it, and attributes of one. Other selectors are reported, not guessed.
Rules of other categories say nothing about what is translated: they stay in the page for whoever shows it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from transflow import safexml
from transflow.documents.html_tokens import Tag
from transflow.errors import ArticleError

__all__ = ["Node", "Pointer", "Rule", "Step", "locales", "pointed", "read_rules", "rule_for"]

_NAMESPACE = "{http://www.w3.org/2005/11/its}"
_STEP = re.compile(
    r"(?P<axis>//?)(?:\w+:)?(?:(?P<name>[\w-]+|\*)(?P<tests>(?:\[[^\]]*\])*)|@(?P<attribute>[\w-]+|\*))"
)
_NUMBER = re.compile(r"\[\s*(?:position\(\)\s*=\s*)?(\d+)\s*\]")
_TEST = re.compile(
    r"\[\s*@(?P<name>[\w:-]+)\s*(?:=\s*(?P<value>\"[^\"]*\"|'[^']*'|\$[\w-]+))?\s*\]"
)

_WITHIN = {"yes": True, "no": False}
"""Of a `nested` text its element's name says whether it ends a sentence: a page has no place for it elsewhere."""
_POINTERS = (
    "locNotePointer",
    "locNoteRefPointer",
    "termInfoPointer",
    "termInfoRefPointer",
    "langPointer",
)
_POINTER = re.compile(r"(?:\./)?(?P<up>(?:\.\./)*)(?:@(?P<name>[\w:-]+)|(?P<steps>.+))")


class Node(NamedTuple):
    """An element on the way from the root: its tag, and its number among siblings of its name."""

    tag: Tag
    number: int

    @classmethod
    def root(cls) -> "Node":
        """What is around the page's elements."""
        return cls(Tag("", closing=False, self_closing=False, attributes=()), 1)


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a selector: elements of a name, with tests."""

    anywhere: bool
    name: str
    tests: tuple[tuple[str, str | None], ...]
    number: int = 0

    def fits(self, node: Node) -> bool:
        """Whether an element is what the step names."""
        tag = node.tag
        return (
            self.name in {"*", tag.name} and self.number in {0, node.number} and self._passes(tag)
        )

    def _passes(self, tag: Tag) -> bool:
        return all(
            tag.get(name) is not None and (value is None or tag.get(name) == value)
            for name, value in self.tests
        )


class Pointer(NamedTuple):
    """An attribute of an element, or of one so many levels above it; or the way to another element."""

    up: int
    """-1: from the page."""
    name: str
    """The attribute; empty for an element."""
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule for the elements, or one attribute of the elements, that it selects."""

    steps: tuple[Step, ...]
    attribute: str = ""
    translate: bool | None = None
    within_text: bool | None = None
    noted: bool | None = None
    note: str = ""
    term: bool | None = None
    about: str = ""
    """Where a term is explained."""
    preserve: bool | None = None
    locales: str | None = None
    direction: str | None = None
    pointer: Pointer | None = None
    """Where the note, or the term's explanation, is written in the page."""
    language: Pointer | None = None

    def selects(self, path: Sequence[Node]) -> bool:
        """Whether the last element of a path from the root is selected."""
        return _ends_with(path, self.steps)


def read_rules(text: str, where: str = "") -> tuple[list[Rule], list[str]]:
    """The rules of an `its:rules` document, and the selectors that are not understood."""
    try:
        root = safexml.parse(text.strip().encode(), where, ArticleError)
    except ArticleError:
        return [], ["the rules are not well-formed XML"]
    parameters = {
        param.get("name", ""): (param.text or "").strip()
        for param in root.iter(f"{_NAMESPACE}param")
    }
    rules: list[Rule] = []
    odd: list[str] = []
    for node in root:
        selector = node.get("selector", "")
        for part in selector.split("|"):
            rule = _rule(part.strip(), parameters)
            if rule is None:
                odd.append(part.strip())
                continue
            steps, attribute = rule
            rules.append(_of(node, steps, attribute, parameters))
        odd += [
            value
            for key in _POINTERS
            if (value := node.get(key)) and _pointer(value, parameters) is None
        ]
    return rules, [each for each in odd if each]


def _of(node: Any, steps: tuple[Step, ...], attribute: str, parameters: dict[str, str]) -> Rule:
    """What a rule says, for what it selects."""
    name = node.tag.removeprefix(_NAMESPACE)
    if name == "translateRule":
        return Rule(steps, attribute, translate=node.get("translate") == "yes")
    if name == "withinTextRule":
        return Rule(steps, attribute, within_text=_WITHIN.get(node.get("withinText", "")))
    if name == "preserveSpaceRule":
        return Rule(steps, attribute, preserve=node.get("space") == "preserve")
    if name == "localeFilterRule":
        wanted = locales(node.get("localeFilterList"), node.get("localeFilterType"))
        return Rule(steps, attribute, locales=wanted)
    if name == "dirRule":
        return Rule(steps, attribute, direction=node.get("dir", ""))
    written = next((value for key in _POINTERS if (value := node.get(key))), "")
    pointer = _pointer(written, parameters)
    if name == "termRule":
        about = node.get("termInfoRef", "")
        return Rule(steps, attribute, term=node.get("term") == "yes", about=about, pointer=pointer)
    if name == "locNoteRule":
        note = node.find(f"{_NAMESPACE}locNote")
        text = "".join(note.itertext()) if note is not None else node.get("locNoteRef", "")
        shown = " ".join(text.split())
        return Rule(steps, attribute, noted=True, note=shown, pointer=pointer)
    if name == "langRule":
        return Rule(steps, attribute, language=pointer)
    return Rule(steps, attribute)


def _pointer(written: str, parameters: dict[str, str]) -> Pointer | None:
    """The place that a rule's pointer names: an attribute, or an element by its way from this one."""
    match = _POINTER.fullmatch(written)
    if match is None:
        return None
    up = match["up"].count("/")
    if match["name"]:
        return Pointer(up, match["name"].lower())
    absolute = match["steps"].startswith("/")
    if absolute and up:
        return None
    rule = _rule(match["steps"] if absolute else f"/{match['steps']}", parameters)
    return None if rule is None or rule[1] else Pointer(-1 if absolute else up, "", rule[0])


def locales(listed: str | None, kind: str | None) -> str:
    """What a locale filter says, for translators; empty where it leaves nothing out.

    https://www.w3.org/TR/its20/#LocaleFilter
    """
    if listed is None:
        return ""
    named = ", ".join(part.strip() for part in listed.split(",") if part.strip())
    if (kind or "").strip().lower() == "exclude":
        return f"not for: {named}" if named else ""
    return "" if named == "*" else f"only for: {named or 'no locale'}"


def pointed(pointer: Pointer | None, path: Sequence[Node]) -> str:
    """The attribute that a rule points to, for the last element of a path."""
    if pointer is None or not pointer.name or pointer.up >= len(path):
        return ""
    return path[-1 - pointer.up].tag.get(pointer.name) or ""


def rule_for(
    rules: Sequence[Rule], path: Sequence[Node], kind: str, attribute: str = ""
) -> Rule | None:
    """The last rule of a kind (a field of `Rule`) for an element or attribute."""
    for rule in reversed(rules):
        said = getattr(rule, kind)
        named = rule.attribute in ({attribute, "*"} if attribute else {""})
        if said is not None and named and rule.selects(path):
            return rule
    return None


def _rule(selector: str, parameters: dict[str, str]) -> tuple[tuple[Step, ...], str] | None:
    steps: list[Step] = []
    at = 0
    while at < len(selector):
        match = _STEP.match(selector, at)
        if match is None:
            return None
        at = match.end()
        if match["attribute"]:
            if match["axis"] == "//":
                steps.append(Step(anywhere=True, name="*", tests=()))
            return (tuple(steps), match["attribute"]) if at == len(selector) else None
        tests: list[tuple[str, str | None]] = []
        number = 0
        for written in re.findall(r"\[[^\]]*\]", match["tests"] or ""):
            if (counted := _NUMBER.fullmatch(written)) and not tests and not number:
                number = int(counted[1])
                continue
            test = _TEST.fullmatch(written)
            if test is None:
                return None
            value = test["value"]
            if value and value[0] == "$":
                value = parameters.get(value[1:], "")
            tests.append((test["name"], value.strip("\"'") if value is not None else None))
        anywhere = match["axis"] == "//"
        steps.append(Step(anywhere, match["name"].lower(), tuple(tests), number))
    return (tuple(steps), "") if steps else None


def _ends_with(path: Sequence[Node], steps: Sequence[Step]) -> bool:
    """Whether a path fits the steps, the last element the last step."""
    if not steps:
        return not path
    if not path or not steps[-1].fits(path[-1]):
        return False
    if not steps[-1].anywhere:
        return _ends_with(path[:-1], steps[:-1])
    if len(steps) == 1:
        return True
    return any(_ends_with(path[:end], steps[:-1]) for end in range(len(path) - 1, 0, -1))
