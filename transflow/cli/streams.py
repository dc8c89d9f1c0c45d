"""Output where the terminal, or a program that reads, has an encoding without all letters."""

import codecs
import io
import sys

__all__ = ["speak_any_encoding"]

_HANDLER = "transflow.escaped"


def speak_any_encoding() -> None:
    r"""Have letters that standard output or error cannot hold written as `\u2014`.

    JSON stays JSON so, and no command ends in the middle of a sentence.
    """
    codecs.register_error(_HANDLER, _escaped)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper) and not _holds_all(stream.encoding):
            stream.reconfigure(errors=_HANDLER)


def _holds_all(encoding: str) -> bool:
    return codecs.lookup(encoding).name.startswith("utf")


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    pairs = (units[at : at + 2].hex() for at in range(0, len(units), 2))
    return "".join(f"\\u{pair}" for pair in pairs), error.end
