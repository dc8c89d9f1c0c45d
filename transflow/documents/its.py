"""ITS 2.0 rules inside a page (https://www.w3.org/TR/its20/#html5-global-approach).

Read are `its:translateRule`, `its:locNoteRule` and `its:withinTextRule` in a
`script type="application/its+xml"`, with the selectors that rules for pages use: an element by
name, class, id or another attribute, anywhere, with the steps above it, and attributes of one.
Other selectors are reported, not guessed. Linked rules are not fetched.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from transflow import safexml
from transflow.documents.html_tokens import Tag
from transflow.errors import ArticleError

__all__ = ["Rule", "read_rules", "rule_for"]

_NAMESPACE = "{http://www.w3.org/2005/11/its}"
_STEP = re.compile(
    r"(?P<axis>//?)(?:\w+:)?(?:(?P<name>[\w-]+|\*)(?P<tests>(?:\[[^\]]*\])*)|@(?P<attribute>[\w-]+|\*))"
)
_TEST = re.compile(
    r"\[\s*@(?P<name>[\w:-]+)\s*(?:=\s*(?P<value>\"[^\"]*\"|'[^']*'|\$[\w-]+))?\s*\]"
)


@dataclass(frozen=True, slots=True)
class _Step:
    anywhere: bool
    name: str
    tests: tuple[tuple[str, str | None], ...]

    def fits(self, tag: Tag) -> bool:
        return self.name in {"*", tag.name} and all(
            tag.get(name) is not None and (value is None or tag.get(name) == value)
            for name, value in self.tests
        )


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule for the elements, or one attribute of the elements, that it selects."""

    steps: tuple[_Step, ...]
    attribute: str = ""
    translate: bool | None = None
    within_text: bool | None = None
    note: str = ""

    def selects(self, path: Sequence[Tag]) -> bool:
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
            name = node.tag.removeprefix(_NAMESPACE)
            if name == "translateRule":
                rules.append(Rule(steps, attribute, translate=node.get("translate") == "yes"))
            elif name == "withinTextRule":
                rules.append(Rule(steps, attribute, within_text=node.get("withinText") == "yes"))
            elif name == "locNoteRule":
                note = node.find(f"{_NAMESPACE}locNote")
                text = "".join(note.itertext()) if note is not None else ""
                rules.append(Rule(steps, attribute, note=" ".join(text.split())))
    return rules, [each for each in odd if each]


def rule_for(
    rules: Sequence[Rule], path: Sequence[Tag], kind: str, attribute: str = ""
) -> Rule | None:
    """The last rule of a kind (`translate`, `within_text`, `note`) for an element or attribute."""
    for rule in reversed(rules):
        said = getattr(rule, kind)
        named = rule.attribute in ({attribute, "*"} if attribute else {""})
        if said not in {None, ""} and named and rule.selects(path):
            return rule
    return None


def _rule(selector: str, parameters: dict[str, str]) -> tuple[tuple[_Step, ...], str] | None:
    steps: list[_Step] = []
    at = 0
    while at < len(selector):
        match = _STEP.match(selector, at)
        if match is None:
            return None
        at = match.end()
        if match["attribute"]:
            if match["axis"] == "//":
                steps.append(_Step(anywhere=True, name="*", tests=()))
            return (tuple(steps), match["attribute"]) if at == len(selector) else None
        tests = []
        for written in re.findall(r"\[[^\]]*\]", match["tests"] or ""):
            test = _TEST.fullmatch(written)
            if test is None:
                return None
            value = test["value"]
            if value and value[0] == "$":
                value = parameters.get(value[1:], "")
            tests.append((test["name"], value.strip("\"'") if value is not None else None))
        steps.append(_Step(match["axis"] == "//", match["name"].lower(), tuple(tests)))
    return (tuple(steps), "") if steps else None


def _ends_with(path: Sequence[Tag], steps: Sequence[_Step]) -> bool:
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
