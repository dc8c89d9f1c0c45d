"""PO bytes to blocks: every byte is accounted for, and what is not PO is refused with its line.

A tolerant reader is how people's work gets lost: a file cut off inside a string read as an empty
translation, a git conflict read as two entries, a duplicate dropped. So anything that `msgfmt`
would not take is an error here, and the file is left alone.
"""

import codecs
import re
from dataclasses import dataclass, field

from transflow.catalogs.block import Block
from transflow.catalogs.flags import flags_of, is_flag
from transflow.catalogs.paragraphs import paragraph
from transflow.catalogs.strings import unescape
from transflow.errors import CatalogError
from transflow.files import charset as known_charset

__all__ = ["Scan", "scan"]

_CHARSET = re.compile(rb"Content-Type:[^\"\n]*?charset=([A-Za-z0-9_.:-]+)", re.IGNORECASE)
_TOKEN = re.compile(
    r"""\s*(?:
        (?P<keyword>msgctxt|msgid_plural|msgid|msgstr|domain)(?![A-Za-z_])
        (?:\s*\[\s*(?P<form>\d+)\s*\])?
      | "(?P<string>(?:[^"\\]|\\.)*)"
      | (?P<junk>\S.*)
    )""",
    re.VERBOSE,
)
_CONFLICT = re.compile(r"(<{7}|>{7}|\|{7}) |={7}$|(<{7}|>{7}|\|{7})$")
_ONE_SIDE = "keep one of the two; transflow merge-driver merges catalogs entry by entry"
_MOJIBAKE_HINT = "save it as UTF-8, or name its real charset in the header"


@dataclass(frozen=True, slots=True)
class Scan:
    """A PO file taken apart."""

    blocks: tuple[Block, ...]
    """In file order, the header among them."""
    tail: str
    """What follows the last entry: blank lines, loose comments."""
    clean: bool
    """True if the bytes are UTF-8 without BOM, with LF: what we write ourselves."""
    misread: bool = False
    """True if gettext's tools refuse the bytes or read other letters: a BOM, a charset named wrongly."""


def scan(data: bytes, path: str, *, fast: bool = True) -> Scan:
    """Take a PO file apart.

    Args:
        data: The file's bytes, in the charset its header names (UTF-8 without one).
        path: For messages.
        fast: Read entries of the common shape in one go; without, the same at a third of the speed.

    Raises:
        CatalogError: With file and line, for anything `msgfmt` would refuse: an unterminated
            string, a duplicate entry, text that is not in the charset, a leftover git conflict.
    """
    text, clean, misread = _decode(data, path)
    scanner = _Scanner(path)
    at, number = 0, 1
    while at <= len(text):
        found = paragraph(text, at, number) if fast and scanner.is_idle else None
        if found is not None:
            block, stop = found
            scanner.take(block)
        else:
            end = text.find("\n", at)
            stop = len(text) + 1 if end < 0 else end + 1
            scanner.feed(text[at : stop - 1], number, last=end < 0)
        number += text.count("\n", at, stop)
        at = stop
    blocks = scanner.finish()
    _refuse_duplicates(blocks, path)
    return Scan(blocks, scanner.pending, clean, misread)


def _decode(data: bytes, path: str) -> tuple[str, bool, bool]:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):  # "Unicode" of Windows editors
        try:
            data = codecs.BOM_UTF8 + data.decode("utf-16").encode()
        except UnicodeError:
            raise CatalogError(
                "is not UTF-16, which it begins as",
                where=path,
                hint="restore it, or save it as UTF-8",
            ) from None
    body = data.removeprefix(codecs.BOM_UTF8)
    named = _CHARSET.search(body)
    charset = named[1].decode("ascii") if named else "utf-8"
    if charset.upper() in {"CHARSET", "ASCII", "US-ASCII"} or body is not data:
        charset = "utf-8"
    named_otherwise = charset.lower().replace("-", "") != "utf8" and _is_utf8(body)
    if named_otherwise:
        charset = "utf-8"
    try:
        charset = known_charset(charset)
        text = body.decode(charset)
    except LookupError:
        line = body.count(b"\n", 0, named.start()) + 1 if named else 1
        raise CatalogError(
            f"names a charset that is not known: {charset}",
            where=f"{path}:{line}",
            hint=_MOJIBAKE_HINT,
        ) from None
    except UnicodeDecodeError as cause:
        line = body.count(b"\n", 0, cause.start) + 1
        raise CatalogError(
            f"is not {charset} (byte 0x{body[cause.start]:02x})",
            where=f"{path}:{line}",
            hint=_MOJIBAKE_HINT,
        ) from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        wide = text.count("\0") >= len(text) // 3
        what = "looks like UTF-16" if wide else "holds a NUL character"
        raise CatalogError(what, where=f"{path}:{line}", hint=_MOJIBAKE_HINT)
    clean = (
        len(body) == len(data) and "\r\n" not in text and charset == "utf-8" and not named_otherwise
    )
    misread = named_otherwise or len(body) != len(data)
    if "\r" in text and "\n" not in text:  # line ends of old Macintosh editors
        return text.replace("\r", "\n"), False, True
    return text.replace("\r\n", "\n"), clean, misread


def _is_utf8(body: bytes) -> bool:
    """True if bytes can only be UTF-8, whatever the header says: an editor saved them so.

    Text of another charset that is valid UTF-8 by accident is as good as unheard of.
    """
    if body.isascii():
        return False
    try:
        body.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _remedy(before: str, junk: str) -> str:
    """What to do about text that is no PO."""
    if '"' in junk and '"' in before:
        return r"write a quotation mark inside a string as \""
    if junk[0] in "“”„«‘'":
        return 'strings stand between straight quotation marks: "..."'
    return 'a line is a comment (#), or msgid, msgstr or msgctxt with a string in "..."'


def _refuse_duplicates(blocks: tuple[Block, ...], path: str) -> None:
    seen: dict[tuple[str | None, str], int] = {}
    for block in blocks:
        if block.obsolete:
            continue
        key = (block.msgctxt, block.msgid)
        if key in seen:
            what = f"{block.msgid[:40]!r}" if block.msgid else "the header"
            raise CatalogError(
                f"{what} is there twice, first in line {seen[key]}",
                where=f"{path}:{block.line}",
                hint="merge the two entries into one",
            )
        seen[key] = block.line


@dataclass
class _Draft:
    """The entry being read."""

    lines: list[str] = field(default_factory=list)
    gap: str = ""
    comments: list[str] = field(default_factory=list)
    extracted: list[str] = field(default_factory=list)
    references: list[str] = field(default_factory=list)
    flags: list[str] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    """Keyword (`msgid`, `msgstr[0]`, `|msgid`) -> text so far."""
    current: str = ""
    """The keyword a continuation line belongs to."""
    obsolete: bool = False
    body_at: int | None = None
    line: int = 0


class _Scanner:
    def __init__(self, path: str) -> None:
        self.path = path
        self.blocks: list[Block] = []
        self.entry = _Draft()
        self.pending = ""
        """Text of the entry begun, to become the tail if no entry comes of it."""

    def feed(self, line: str, number: int, *, last: bool) -> None:
        """Take one line, without its newline."""
        bare = line.strip()
        kept = line if last else line + "\n"
        if not bare:
            self._blank(kept)
            return
        if bare.startswith("#"):
            self._comment(bare, kept, number)
            return
        if _CONFLICT.match(line):
            raise self._error(
                number,
                "holds a git conflict",
                "resolve the conflict, or use transflow merge-driver",
            )
        self._content(bare, kept, number, obsolete=False)

    @property
    def is_idle(self) -> bool:
        """True between entries, at most blank lines behind."""
        entry = self.entry
        return not entry.lines and not entry.texts

    def take(self, block: Block) -> None:
        """An entry that was read in one go."""
        if gap := self.entry.gap:
            block = block._replace(gap=gap + block.gap)
            self.entry = _Draft()
        self.blocks.append(block)
        self.pending = ""

    def finish(self) -> tuple[Block, ...]:
        """Close the last entry."""
        self._close()
        return tuple(self.blocks)

    def _error(self, number: int, message: str, hint: str = "") -> CatalogError:
        return CatalogError(message, where=f"{self.path}:{number}", hint=hint)

    def _blank(self, kept: str) -> None:
        if self._complete():
            self._close()
        if self.entry.lines:
            self.entry.lines.append(kept)
        else:
            self.entry.gap += kept
        self.pending += kept

    def _complete(self) -> bool:
        return any(name.startswith("msgstr") for name in self.entry.texts)

    def _comment(self, bare: str, kept: str, number: int) -> None:
        if bare.startswith("#~"):
            rest = bare[2:].strip()
            if rest.startswith("|"):
                self._previous(rest[1:], kept, number)
                self.entry.obsolete = True
                return
            if rest.startswith("#"):
                bare = rest
            elif rest:
                self._content(rest, kept, number, obsolete=True)
                return
        if bare.startswith("#|"):
            self._previous(bare[2:], kept, number)
            return
        self._begin(kept, number)
        entry = self.entry
        if bare.startswith(("#,", "#=")):
            entry.flags += flags_of(bare[2:])
        elif bare.startswith("#."):
            entry.extracted.append(bare[2:])
        elif bare.startswith("#:"):
            entry.references.append(bare[2:])
        elif is_flag(bare[1:]):
            entry.flags.append("fuzzy")
        else:
            entry.comments.append(bare[1:])

    def _begin(self, kept: str, number: int) -> None:
        """A comment line: it opens an entry, and may not stand inside one."""
        if self._complete():
            self._close()
        elif any(not name.startswith("|") for name in self.entry.texts):
            raise self._error(
                number,
                "a comment stands inside an entry, before its msgstr",
                'add msgstr "" before it, or move the comment above the entry',
            )
        self.entry.lines.append(kept)
        self.pending += kept

    def _previous(self, text: str, kept: str, number: int) -> None:
        self._begin(kept, number)
        self._tokens(text, number, "|")

    def _content(self, bare: str, kept: str, number: int, *, obsolete: bool) -> None:
        entry = self.entry
        opens = bare.startswith(("msgctxt", "msgid")) and not bare.startswith("msgid_plural")
        if opens and self._complete():
            self._close()
            entry = self.entry
        if entry.body_at is None:
            entry.body_at = len(entry.lines)
            entry.obsolete = obsolete
            entry.current = ""
        elif entry.obsolete != obsolete:
            raise self._error(number, "an entry is half obsolete (#~) and half not")
        entry.lines.append(kept)
        self.pending += kept
        self._tokens(bare, number, "")

    def _tokens(self, text: str, number: int, mark: str) -> None:
        at = 0
        while at < len(text):
            token = _TOKEN.match(text, at)
            if token is None:
                return
            at = token.end()
            if token["keyword"]:
                self._keyword(mark, token["keyword"], token["form"], number)
            elif token["string"] is not None:
                self._string(mark, token["string"], number)
            elif token["junk"].startswith('"'):
                hint = r'end the string with "; a line break inside it is written \n'
                raise self._error(number, "a string has no closing quote", hint)
            else:
                hint = _remedy(text[: token.start()], token["junk"])
                raise self._error(number, f"is not PO: {token['junk'][:40]!r}", hint)

    def _keyword(self, mark: str, keyword: str, form: str | None, number: int) -> None:
        if keyword == "domain":
            raise self._error(number, "domain lines are not supported", "one file a domain")
        name = f"{mark}{keyword}" + (f"[{int(form)}]" if form else "")
        opens = not mark and keyword in {"msgctxt", "msgid"}
        if opens and self._complete():
            raise self._error(number, "two entries share a line")
        if name in self.entry.texts:
            raise self._error(number, f"{keyword} is there twice in one entry", _ONE_SIDE)
        if keyword == "msgstr" and "msgid" not in self.entry.texts:
            raise self._error(number, "msgstr without msgid")
        if name == "msgid":
            self.entry.line = number
        self.entry.texts[name] = ""
        self.entry.current = name

    def _string(self, mark: str, body: str, number: int) -> None:
        current = self.entry.current
        if not current or current.startswith("|") != bool(mark):
            raise self._error(number, "a string stands alone, with no msgid or msgstr")
        try:
            self.entry.texts[current] += unescape(body)
        except ValueError as cause:
            raise self._error(
                number,
                f"has an escape gettext does not know: {cause}",
                r"write a backslash as \\",
            ) from None

    def _close(self) -> None:
        """End the entry begun, if there is one."""
        entry = self.entry
        live = [name for name in entry.texts if not name.startswith("|")]
        if not live:
            return
        if "msgid" not in entry.texts or not self._complete():
            raise self._error(entry.line, "an entry has no msgstr", "the file may be cut off here")
        self.blocks.append(self._block(entry))
        self.entry = _Draft()
        self.pending = ""

    def _block(self, entry: _Draft) -> Block:
        texts = entry.texts
        raw = "".join(entry.lines)
        return Block(
            msgid=texts["msgid"],
            msgstr=self._forms(entry),
            msgctxt=texts.get("msgctxt"),
            msgid_plural=texts.get("msgid_plural"),
            comments=tuple(entry.comments),
            extracted=tuple(entry.extracted),
            references=tuple(entry.references),
            flags=tuple(dict.fromkeys(entry.flags)),
            previous_msgctxt=texts.get("|msgctxt"),
            previous_msgid=texts.get("|msgid"),
            previous_plural=texts.get("|msgid_plural"),
            obsolete=entry.obsolete,
            line=entry.line,
            gap=entry.gap,
            raw=raw,
            body="".join(entry.lines[entry.body_at or 0 :]),
        )

    def _forms(self, entry: _Draft) -> tuple[str, ...]:
        forms = {name: text for name, text in entry.texts.items() if name.startswith("msgstr")}
        if "msgid_plural" not in entry.texts:
            if set(forms) != {"msgstr"}:
                raise self._error(entry.line, "an entry without plural has plural forms")
            return (forms["msgstr"],)
        if list(forms) != [f"msgstr[{number}]" for number in range(len(forms))]:
            raise self._error(entry.line, "plural forms are not numbered 0, 1, 2 ...")
        return tuple(forms.values())
