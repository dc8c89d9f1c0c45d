"""What a page says about its own making, in the reader's language and for machines.

The wording answers to Article 50 of Regulation (EU) 2024/1689: text that a machine made and no
person reviewed is disclosed as such where it is read, and marked in machine-readable form.
"""

from dataclasses import dataclass

from markupsafe import Markup

from transflow.model import State
from transflow.publishing.gate import Verdict
from transflow.publishing.i18n import Furniture

__all__ = ["Making", "Notice", "badge_of", "making_of", "notice_for"]

_MACHINE = frozenset({State.DRAFT, State.EDITED, State.CHANGED, State.UNCONFIRMED})


@dataclass(frozen=True)
class Making:
    """How a page came to be, in numbers."""

    total: int
    reviewed: int
    machine: int
    """Sentences shown that a machine wrote and no person approved."""
    waiting: int
    """Translated, not yet approved (two-step review)."""
    source: int
    """Shown in the language of the original."""
    overtaken: bool
    """An approved text was overtaken by a changed original."""
    engines: tuple[str, ...] = ()
    outdated: bool = False
    """It is the last good page of an original that has changed since."""

    @property
    def status(self) -> str:
        """`reviewed`, `outdated`, `machine`, `partly-reviewed`, `translated` or `incomplete`, for metadata."""
        if self.machine:
            return "partly-reviewed" if self.reviewed else "machine"
        if self.waiting:
            return "translated"
        if self.source:
            return "incomplete"
        return "outdated" if self.outdated else "reviewed"

    @property
    def share(self) -> float:
        """Share of sentences that a person approved."""
        return self.reviewed / self.total if self.total else 1.0


@dataclass(frozen=True)
class Notice:
    """The notice on top of a page."""

    sentences: tuple[Markup, ...]
    details: tuple[Markup, ...]
    legend: tuple[tuple[str, Markup], ...]
    """(state, its name) of every state that the page's sentences can be marked with."""


def making_of(verdict: Verdict) -> Making:
    """Count what a page shows."""
    seen, total = verdict.visible, sum(verdict.states.values())
    return Making(
        total=total,
        reviewed=seen.get(State.APPROVED, 0),
        machine=sum(seen.get(state, 0) for state in _MACHINE),
        waiting=seen.get(State.TRANSLATED, 0),
        source=total - sum(seen.values()),
        overtaken=State.CHANGED in verdict.states,
        engines=verdict.engines,
    )


def notice_for(
    making: Making, words: Furniture, verdict: Verdict, *, authoritative: bool, kept: str = ""
) -> Notice | None:
    """The notice of a page; None when a person approved every sentence of it.

    Args:
        making: How the page came to be.
        words: The reader's language.
        verdict: What is shown.
        authoritative: Say that the original is authoritative.
        kept: The day of the page, where the last good page stands although the original changed.
    """
    if making.status == "reviewed" and not kept and not making.overtaken:
        return None
    sentences = [_main(making, words)] if making.status != "reviewed" else []
    if kept:
        sentences.append(
            words.gettext(
                "The original has changed since. This is the translation of %(date)s.", date=kept
            )
        )
    elif making.overtaken:
        sentences.append(
            words.gettext("The original has changed since this translation was reviewed.")
        )
    if making.source and making.status != "incomplete":
        sentences.append(
            words.gettext("Sentences that are not translated are shown in the original language.")
        )
    details = []
    if making.machine and making.engines:
        names = words.listing([_name(engine) for engine in making.engines])
        details.append(words.gettext("Translation software: %(names)s.", names=names))
    if authoritative:
        details.append(words.gettext("The original is authoritative."))
    present = [state for state in State if _marked(verdict, state)]
    legend = tuple((state.value, state_name(state, words)) for state in present)
    return Notice(tuple(sentences), tuple(details), legend)


def badge_of(making: Making, words: Furniture) -> Markup:
    """The few words a list or a search result says of a page's making; none for a reviewed one."""
    if making.status == "machine":
        return words.gettext("Machine translation")
    if making.status == "partly-reviewed":
        return words.gettext(
            "Machine translation, %(share)s reviewed", share=words.percent(making.share)
        )
    if making.status == "translated":
        return words.gettext("Not yet approved")
    if making.status == "outdated":
        return words.gettext("Original has changed")
    return words.gettext("Not complete") if making.status == "incomplete" else Markup()


def state_name(state: State, words: Furniture) -> Markup:
    """A state's name for readers."""
    names = {
        State.DRAFT: words.gettext("machine translation"),
        State.UNCONFIRMED: words.gettext("translation not confirmed"),
        State.EDITED: words.gettext("machine translation, edited"),
        State.CHANGED: words.gettext("original changed, new machine translation"),
        State.TRANSLATED: words.gettext("translated, not yet approved"),
        State.UNTRANSLATED: words.gettext("not translated"),
        State.APPROVED: words.gettext("reviewed"),
    }
    return names.get(state, Markup())


def _main(making: Making, words: Furniture) -> Markup:
    if making.machine and not making.reviewed:
        return words.gettext(
            "This page was translated by a machine. No person has reviewed the translation."
        )
    if making.machine:
        return words.ngettext(
            "This page was translated by a machine. A person has reviewed %(share)s of its %(num)s sentence.",
            "This page was translated by a machine. A person has reviewed %(share)s of its %(num)s sentences.",
            making.total,
            share=words.percent(making.share),
        )
    if making.waiting:
        return words.gettext("This translation has not been approved yet.")
    return words.gettext(
        "This translation is not complete. Sentences that are not translated are shown in the original language."
    )


def _marked(verdict: Verdict, state: State) -> bool:
    return state is not State.APPROVED and any(one.mark == state for one in verdict.shown.values())


def _name(engine: str) -> str:
    """`argos/en_zh@1.9` as readers may read it: `Argos Translate (en_zh 1.9)`."""
    maker, _, package = engine.partition("/")
    label = "Argos Translate" if maker == "argos" else maker
    return f"{label} ({package.replace('@', ' ')})" if package else label
