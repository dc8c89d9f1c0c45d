"""One entry of a PO file with the very lines it was read from."""

from typing import Any, NamedTuple

from transflow.catalogs.strings import quoted

__all__ = ["Block", "evolve", "key_of", "text_of"]

_BODY = frozenset({"msgctxt", "msgid", "msgid_plural", "msgstr", "obsolete"})


class Block(NamedTuple):
    """An entry as gettext sees it, and its raw lines for as long as nobody changed it.

    A tuple, since a large project has half a million of them. Comments are kept without their mark (`#`, `#.`, `#:`) but with what follows it, so that
    `#  indented` and `#!odd` come back as they were.
    """

    msgid: str
    msgstr: tuple[str, ...] = ("",)
    """One string; one a form where there is a plural."""
    msgctxt: str | None = None
    msgid_plural: str | None = None
    comments: tuple[str, ...] = ()
    extracted: tuple[str, ...] = ()
    references: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()
    previous_msgctxt: str | None = None
    previous_msgid: str | None = None
    previous_plural: str | None = None
    obsolete: bool = False
    line: int = 0
    """1-based line of `msgid` in the file as read; 0 for a new entry."""
    gap: str = "\n"
    """Blank lines in front of it."""
    raw: str | None = None
    """All its lines as read, or None where they no longer say what the block says."""
    body: str | None = None
    """The lines from `msgctxt` or `msgid` on, as read, or None like `raw`."""
    broken: bool = False
    """True if comments of ours that a tool broke or dropped in `raw` are whole here."""

    @property
    def fuzzy(self) -> bool:
        """True with the flag that gettext's tools and every editor know."""
        return "fuzzy" in self.flags


def key_of(block: Block) -> tuple[str, str]:
    """(msgctxt, msgid); no context and an empty one are the same to us."""
    return (block.msgctxt or "", block.msgid)


def evolve(block: Block, **changes: Any) -> Block:
    """`block` with fields changed; the very same block where nothing differs.

    Raw lines that are still true are kept: a change of comments leaves the strings as whoever
    wrapped them left them.
    """
    real = {name: value for name, value in changes.items() if getattr(block, name) != value}
    if not real:
        return block
    if set(real) == {"gap"}:
        return block._replace(**real)
    real["raw"] = None
    if not _BODY.isdisjoint(real):
        real["body"] = None
    return block._replace(**real)


def text_of(block: Block) -> str:
    """The block's lines: as read, or in our one style, in the order gettext's tools use."""
    if block.raw is not None:
        return block.raw
    return _comments(block) + (block.body if block.body is not None else _strings(block))


def _comments(block: Block) -> str:
    lines = [f"#{text}" for text in block.comments]
    lines += [f"#.{text}" for text in block.extracted]
    lines += [f"#:{text}" for text in block.references]
    if block.flags:
        lines.append("#, " + ", ".join(block.flags))
    head = "".join(line.rstrip() + "\n" for line in lines)
    mark = "#~| " if block.obsolete else "#| "
    for keyword, text in (
        ("msgctxt", block.previous_msgctxt),
        ("msgid", block.previous_msgid),
        ("msgid_plural", block.previous_plural),
    ):
        if text is not None:
            head += quoted(keyword, text, mark)
    return head


def _strings(block: Block) -> str:
    mark = "#~ " if block.obsolete else ""
    lines = "" if block.msgctxt is None else quoted("msgctxt", block.msgctxt, mark)
    lines += quoted("msgid", block.msgid, mark)
    if block.msgid_plural is None:
        return lines + quoted("msgstr", block.msgstr[0], mark)
    lines += quoted("msgid_plural", block.msgid_plural, mark)
    return lines + "".join(
        quoted(f"msgstr[{number}]", text, mark) for number, text in enumerate(block.msgstr)
    )
