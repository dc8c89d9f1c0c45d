"""The open elements of a page while it is read, as browsers keep them."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from transflow.bcp47 import direction
from transflow.documents.cutting import Options
from transflow.documents.html_rules import (
    BLOCK,
    CLOSES,
    KEEPS_P,
    KINDS,
    OPTIONAL_END,
    UNSEEN,
    says_no_words,
)
from transflow.documents.html_tokens import FOREIGN, Foreign, Tag
from transflow.documents.its import Node, Pointer, Rule, Step, locales, pointed, rule_for
from transflow.model import UnitKind

__all__ = ["Element", "OpenElements", "Spoken"]

_REACH = 500
"""How far up an element that a start tag closes is looked for."""
_SAID = frozenset(
    ["its-loc-note", "its-loc-note-ref", "its-term", "xml:space", "its-locale-filter-list", "dir"]
)
"""What says more of an element than whether it is translated."""
_LEAVES_OUT = frozenset({"translate", "class", "lang"})
_PARTS = frozenset({"li", "td", "th", "figcaption", "caption"})
_SCOPE = frozenset({"button", "td", "th", "caption", "table", "object", "template"})


Spoken = tuple[int, int, int, int]
"""Begin and end of a `lang` value that is the article's language (or `dir` beside it), and of its element."""


class Element:
    """An open element; most have what the class has."""

    labelled: bool = True
    """Whether its attributes are translated: those of a `textarea` are, its text is not."""
    notes: tuple[str, ...] = ()
    """What is said of it and all that is in it."""
    term: str | None = None
    """That it is a term, and where it is explained."""
    preserve: bool = False
    """White space in it stays."""
    number: int = 1
    """Its number among the siblings of its name, where rules may ask for it."""
    children: dict[str, int] | None = None
    languages: tuple[tuple[int, int], ...] = ()
    """Where its start tag says the article's own language, and the direction with it."""
    abroad: bool = False
    """Not translated because of its language alone: a block in it may be in the article's again."""
    switched: bool = False
    """An inline element that turns translation on inside a part that is not translated."""

    def __init__(
        self, tag: Tag, kind: UnitKind, *, translate: bool, block: bool, start: int
    ) -> None:
        """Open an element whose tag begins at `start`."""
        self.tag = tag
        self.kind = kind
        self.translate = translate
        self.block = block
        self.start = start

    @property
    def name(self) -> str:
        """Its name in lower case."""
        return self.tag.name


@dataclass(slots=True)
class OpenElements:
    """The stack of open elements."""

    stack: list[Element] = field(default_factory=list)
    counts: defaultdict[str, int] = field(default_factory=lambda: defaultdict(int))
    rules: list[Rule] = field(default_factory=list)
    """ITS rules of the page."""
    roots: dict[str, int] = field(default_factory=dict)
    elsewhere: Callable[[int, int, Sequence[Step]], str] | None = None
    """The text of another element of the page; see `Outline.text`."""
    noted: bool = False
    """Whether there was an element with a note."""
    foreign: Foreign = field(default_factory=Foreign)
    place: int = 0
    """How far the page is read."""
    spoken: list[Spoken] = field(default_factory=list)
    """Where the page says its own language once more, in order of the elements' ends."""

    @property
    def top(self) -> Element | None:
        """The innermost open element."""
        return self.stack[-1] if self.stack else None

    @property
    def translate(self) -> bool:
        """Whether text is translated here."""
        return self.stack[-1].translate if self.stack else True

    def inside(self, name: str) -> bool:
        """Whether an element of this name is open."""
        return self.counts[name] > 0

    def is_block(self, tag: Tag) -> bool:
        """Whether a tag ends the sentence before it."""
        if self.counts["svg"]:
            return False
        name = tag.name
        if tag.attributes:
            said = (tag.get("its-within-text") or "").lower()
            if said in {"yes", "no"}:
                return said == "no"
        if self.rules and not tag.closing:
            path = [*self._path(), Node(tag, self._number(tag))]
            rule = rule_for(self.rules, path, "within_text")
            if rule is not None:
                return not rule.within_text
        if name == "input" and (tag.get("type") or "").lower() == "hidden":
            return False
        return name in BLOCK and not (tag.closing and self._within(name))

    def _within(self, name: str) -> bool:
        """Whether the innermost open element of a name stands in a sentence."""
        if self.counts[name]:
            for each in reversed(self.stack):
                if each.tag.name == name:
                    return not each.block
        return False

    def start(self, tag: Tag, options: Options, *, block: bool) -> Element:
        """Open an element."""
        name, said = tag.name, tag.attributes
        kind = KINDS.get(name) or self._kind(block=block)
        around = self.stack[-1] if self.stack else None
        element = Element(
            tag, kind, translate=not around or around.translate, block=block, start=self.place
        )
        abroad = around is not None and around.abroad
        if around and around.preserve:
            element.preserve = True
        if abroad and block and tag.get("lang"):
            element.translate = not _is_foreign(tag.get("lang"), options)
        if self.rules:
            element.number = self._number(tag)
            self._siblings()[name] = element.number
        self.stack.append(element)
        self.counts[name] += 1
        path = self._path() if self.rules else []
        element.labelled = element.translate
        if path or (said and tag.has(_LEAVES_OUT)):
            element.labelled = self._translates(tag, path, options, inherited=element.translate)
        unseen = name in UNSEEN or (name == "pre" and not options.pre_text)
        if unseen and name == "template":
            unseen = tag.get("shadowrootmode") is None  # else browsers show it at once
        if not (element.labelled or path or unseen or tag.get("translate") or says_no_words(tag)):
            element.abroad = abroad or element.translate
        element.translate = element.labelled and not unseen
        if path or (said and tag.has(_SAID)):
            self._annotate(element, path, options)
        return element

    def notes(self) -> list[str]:
        """What is said of the open blocks, outer first."""
        if not self.noted:
            return []
        return [note for element in self.stack if element.block for note in element.notes]

    def attribute_note(self, name: str) -> str:
        """What a rule says to translators of an attribute of the innermost element."""
        if not self.rules:
            return ""
        path = self._path()
        noted = rule_for(self.rules, path, "noted", name)
        return (noted.note or self._pointed(noted.pointer, path)) if noted else ""

    def _annotate(self, element: Element, path: Sequence[Node], options: Options) -> None:
        """What ITS says of an element beside whether it is translated; itself before the rules."""
        tag = element.tag
        noted = rule_for(self.rules, path, "noted")
        said = (noted.note or self._pointed(noted.pointer, path)) if noted else ""
        note = tag.get("its-loc-note") or tag.get("its-loc-note-ref") or said
        notes = (note, self._locales(tag, path), self._direction(tag, path, options))
        element.notes = tuple(each for each in notes if each)
        self.noted = self.noted or bool(element.notes)
        term, rule = (tag.get("its-term") or "").lower(), rule_for(self.rules, path, "term")
        if term == "yes" or (term != "no" and rule and rule.term):
            about = (rule.about or self._pointed(rule.pointer, path)) if rule else ""
            element.term = tag.get("its-term-info-ref") or about
        space, rule = tag.get("xml:space"), rule_for(self.rules, path, "preserve")
        if space in {"preserve", "default"}:
            element.preserve = space == "preserve"
        elif rule:
            element.preserve = bool(rule.preserve)

    def _pointed(self, pointer: Pointer | None, path: Sequence[Node]) -> str:
        """What stands where a rule points to, for the innermost element."""
        if pointer and pointer.steps and self.elsewhere:
            return self.elsewhere(self.place, pointer.up, pointer.steps)
        return pointed(pointer, path)

    def _locales(self, tag: Tag, path: Sequence[Node]) -> str:
        """For which locales it is meant."""
        if tag.get("its-locale-filter-list") is not None:
            return locales(tag.get("its-locale-filter-list"), tag.get("its-locale-filter-type"))
        rule = rule_for(self.rules, path, "locales")
        return (rule.locales or "") if rule else ""

    def _direction(self, tag: Tag, path: Sequence[Node], options: Options) -> str:
        """That it is written in another direction than the article."""
        rule = rule_for(self.rules, path, "direction")
        said = (tag.get("dir") or (rule.direction if rule else "") or "").lower()
        if not said or tag.name == "html":
            return ""
        turned = {"rtl", "rlo"} if direction(options.locale) == "ltr" else {"ltr", "lro"}
        return f"direction: {said}" if said in turned else ""

    def _number(self, tag: Tag) -> int:
        return self._siblings().get(tag.name, 0) + 1

    def _siblings(self) -> dict[str, int]:
        """How many elements of each name the innermost open one has so far."""
        if not self.stack:
            return self.roots
        top = self.stack[-1]
        if top.children is None:
            top.children = {}
        return top.children

    def end(self, name: str) -> Element | None:
        """Close the nearest element of a name; what was left open inside it goes too."""
        if not self.counts[name]:
            return None
        while self.stack:
            element = self.stack.pop()
            left = element.tag.name
            self.counts[left] -= 1
            if element.languages:
                self._said(element)
            if left == name:
                return element
        return None

    def leave_foreign(self, tag: Tag) -> None:
        """Close svg and math where a tag of HTML stands in them, as browsers do."""
        if not self.foreign.take(tag):
            return
        # What stands around an element with HTML in it stays open.
        around = sum(name in FOREIGN for name in self.foreign.open)
        places = [place for place, each in enumerate(self.stack) if each.name in FOREIGN]
        first = places[around] if around < len(places) else len(self.stack)
        for element in self.stack[first:]:
            self._left(element)
        del self.stack[first:]

    def finish(self) -> None:
        """The page is at its end: so are the elements still open."""
        for element in reversed(self.stack):
            self._said(element)

    def imply(self, name: str) -> None:
        """Close what a start tag closes: end tags that authors leave out."""
        if self.counts["p"] and name not in KEEPS_P:
            self._end_within({"p"}, _SCOPE)
        if name in CLOSES:
            self._end_within(*CLOSES[name])

    def attribute_rule(self, name: str) -> bool | None:
        """What an ITS rule says of an attribute of the innermost element."""
        if not self.rules:
            return None
        rule = rule_for(self.rules, self._path(), "translate", name)
        return rule.translate if rule else None

    def ruled_out(self, element: Element, options: Options) -> bool:
        """Whether a rule, and nothing on the element itself, says not to translate it."""
        if not self.rules or element.labelled:
            return False
        tag = element.tag
        said = tag.get("translate") is not None or says_no_words(tag)
        return not said and not _is_foreign(tag.get("lang"), options)

    def unclosed(self) -> list[str]:
        """Names of open elements whose end tag authors may not leave out."""
        return [element.name for element in self.stack if element.name not in OPTIONAL_END]

    def _left(self, element: Element) -> None:
        self.counts[element.tag.name] -= 1
        if element.languages:
            self._said(element)

    def _said(self, element: Element) -> None:
        self.spoken += [(*value, element.start, self.place) for value in element.languages]

    def _path(self) -> Sequence[Node]:
        return [Node(element.tag, element.number) for element in self.stack[-64:]]

    def _kind(self, *, block: bool) -> UnitKind:
        """The kind that a plain block (p, div) or inline element has where it stands."""
        if self.stack and not block:
            return self.stack[-1].kind
        for element in self.stack[:-9:-1]:
            if element.tag.name in _PARTS:
                return element.kind
        return UnitKind.PARAGRAPH

    def _translates(
        self, tag: Tag, path: Sequence[Node], options: Options, *, inherited: bool
    ) -> bool:
        attribute = tag.get("translate")
        said = "yes" if attribute == "" else (attribute or "").lower()
        if said in {"yes", "no"}:
            return said == "yes"
        rule = rule_for(self.rules, path, "translate") if path else None
        if rule is not None:
            return bool(rule.translate)
        if says_no_words(tag):
            return False
        named = rule_for(self.rules, path, "language") if path else None
        language = (pointed(named.language, path) if named else "") or tag.get("lang")
        return inherited and (tag.name == "html" or not _is_foreign(language, options))

    def _end_within(self, names: set[str], limits: frozenset[str] | set[str]) -> None:
        if not any(map(self.counts.get, names)):
            return
        for index in range(len(self.stack) - 1, max(-1, len(self.stack) - _REACH), -1):
            name = self.stack[index].tag.name
            if name in names:
                for element in self.stack[index:]:
                    self._left(element)
                del self.stack[index:]
                return
            if name in limits:
                return


def _is_foreign(language: str | None, options: Options) -> bool:
    """Whether a language is another than the article's."""
    own = options.locale.split("-")[0].lower()
    return bool(language) and language.split("-")[0].lower() != own  # type: ignore[union-attr]
