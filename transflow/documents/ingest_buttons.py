"""Buttons of a saved page that say text: a question above its answer, the label of a tab, a word in a sentence.

What a page shows only when they are pressed is text like any other.
"""

import re
from typing import Any

from transflow.documents.ingest_tree import HEADINGS, letters, runs_without, words

__all__ = ["open_buttons", "words_on"]

_LABELS = (*HEADINGS, "summary", "dt", "th", "caption", "legend")
"""What a button alone in it says the text of."""
_OPENS = re.compile(r"accordion|collaps|expand|toggle|disclosure|faq", re.IGNORECASE)
_MORE = re.compile(
    r"(?:(?:read|show|see|view|load|learn) )?(?:more|less|all)\b.{0,20}|menu|open|close|expand|collapse"
    r"|(?:mehr|alle) (?:lesen|anzeigen)|(?:lire|voir) (?:la suite|plus|tout)|(?:leer|ver) (?:más|todo)|показать ещё|читать далее",
    re.IGNORECASE,
)
"""What says nothing of what it opens."""
_SHOWS = ("aria-controls", "data-bs-target", "data-target", "href")
"""What names the element that another one shows."""
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_PROSE = 25
"""Letters outside links in a line of text: a menu has none."""


def open_buttons(root: Any) -> None:
    """Make texts of the buttons that say one, and show what is behind them."""
    named = {name: each for each in root.iter() if (name := each.get("id"))}
    _open_tabs(root, named)
    labels: set[Any] = set()
    for button in list(root.iter("button")):
        if (opened := _behind(button, named)) is not None:
            _show(opened)
        label = next(button.iterancestors(*_LABELS), None)
        if label is not None:
            stands = label not in labels and not words(label)
            labels.add(label)
        else:
            stands = _is_in_sentence(button)
        if stands:
            button.tag = "span"
        elif label is None and opened is not None and _MORE.fullmatch(words_on(button)) is None:
            button.tag = "div"


def words_on(button: Any) -> str:
    """The words that a button shows."""
    return " ".join("".join(button.itertext()).split())


def _open_tabs(root: Any, named: dict[str, Any]) -> None:
    """Put the label of each tab above what it shows."""
    every = list(root.iter())
    tabs = [each for each in every if each.get("role") == "tab"]
    panels = [each for each in every if each.get("role") == "tabpanel"]
    in_order = len(tabs) == len(panels)
    for at, tab in enumerate(tabs):
        panel = _told(tab, named)
        panel = panels[at] if panel is None and in_order else panel
        if panel is None or tab in panel.iter():
            continue
        _show(panel)
        if letters(label := words_on(tab)) not in {
            letters(words(head)) for head in panel.iter(*HEADINGS)
        }:
            line = panel.makeelement("p")
            line.text, line.tail, panel.text = label, panel.text, None
            panel.insert(0, line)
        tab.drop_tree()


def _told(node: Any, named: dict[str, Any]) -> Any:
    """The element that another one says it shows, which is taken out of the named ones: one button shows it."""
    names = ((node.get(key) or "").removeprefix("#") for key in _SHOWS)
    return next((named.pop(name) for name in names if name in named), None)


def _behind(button: Any, named: dict[str, Any]) -> Any:
    """The text that a button shows: what it names, or what stands below it."""
    kind = button.get("data-bs-toggle") or button.get("data-toggle") or "collapse"
    if kind != "collapse" or button.get("aria-haspopup"):
        return None
    shown = _told(button, named)
    if shown is None and (button.get("aria-expanded") or _OPENS.search(button.get("class") or "")):
        below = button.getnext()
        shown = button.getparent().getnext() if below is None else below
    if shown is None or shown.tag == "body" or "dialog" in (shown.get("role") or ""):
        return None
    lines = runs_without(shown, set(shown.iter("a", "form")))
    return shown if any(len(letters(line)) >= _PROSE for line in lines) else None


def _show(node: Any) -> None:
    for key in ("hidden", "aria-hidden"):
        node.attrib.pop(key, None)
    if _HIDDEN.search(node.get("style") or ""):
        del node.attrib["style"]


def _is_in_sentence(button: Any) -> bool:
    """Whether a text goes on behind a button, and stands before it or goes on small."""
    before = button.getprevious()
    text = (button.getparent().text if before is None else before.tail) or ""
    tail = (button.tail or "").strip()
    return bool(tail and (text.strip() or tail[0].islower()))
