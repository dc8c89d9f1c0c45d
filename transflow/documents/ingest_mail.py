"""A press release saved as a mail: what its header says, and the text below it."""

import re
from email import message_from_string
from email.errors import HeaderParseError
from email.header import decode_header, make_header

__all__ = ["mail"]

_FIELD = re.compile(
    r"(from|to|cc|bcc|subject|date|sent|reply-to|message-id|mime-version|content-[a-z-]{2,40}|received(?:-spf)?|return-path|delivered-to"
    r"|sender|references|in-reply-to|(?:x|arc|list|resent|dkim|thread|errors|auto|feedback)-[a-z0-9-]{1,60}|domainkey-signature"
    r"|authentication-results|organi[sz]ation|user-agent|importance|priority|precedence|accept-language|attachments)\s?:(.*)",
    re.IGNORECASE,
)
"""A line of a header; other names are those of a press release."""
_TELLING = frozenset("from to cc bcc date sent reply-to message-id".split())  # noqa: SIM905
"""One of them stands in each header, beside its subject."""
_LONG = 2000
_PARTS = 20
"""Parts of a mail at most whose codes are read."""


def mail(text: str) -> tuple[dict[str, str], str]:
    """What the header of a mail says, by its names in small letters, and the text below it.

    Returns:
        Nothing and the text where it begins with no header.
    """
    lines = text.lstrip("\ufeff\r\n").splitlines()
    end = next((number for number, line in enumerate(lines) if not line.strip()), len(lines))
    said: dict[str, str] = {}
    name = ""
    for number, line in enumerate(lines[:end]):
        if found := _FIELD.fullmatch(line.strip()):
            name = found[1].lower()
            said.setdefault(name, found[2].strip())
        elif name and line[0] in " \t":
            said[name] = f"{said[name]} {line.strip()}"[:_LONG]
        elif number or not line.startswith("From "):
            return {}, text
    if not said.get("subject") or said.keys().isdisjoint(_TELLING):
        return {}, text
    said["subject"] = _decoded(said["subject"])
    return said, _body(said, lines[:end], "\n".join(lines[end:]))


def _decoded(value: str) -> str:
    """Words of a header out of their code: `=?utf-8?Q?f=C3=BCr?=`."""
    if "=?" not in value or len(value) > _LONG:
        return value
    try:
        return " ".join(str(make_header(decode_header(value))).split()) or value
    except (HeaderParseError, LookupError, ValueError):
        return value


def _body(said: dict[str, str], head: list[str], below: str) -> str:
    """The plain text of a mail, out of its code."""
    coded = said.get("content-transfer-encoding", "").lower() in {"quoted-printable", "base64"}
    many = said.get("content-type", "").lower().startswith("multipart/")
    if not (coded or many) or below.lower().count("multipart/") > _PARTS:
        return below
    for part in message_from_string("\n".join((*head, below))).walk():
        if part.get_content_type() == "text/plain":
            plain = part.get_payload(decode=True)
            try:
                charset = part.get_content_charset() or "utf-8"
                return plain.decode(charset) if isinstance(plain, bytes) else below
            except (LookupError, ValueError):
                return below
    return below
