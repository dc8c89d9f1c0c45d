"""XML from outside: no document type, no entities, no network.

The standard library's expat has no network access of its own; what is left to refuse are
entity declarations (billion laughs, external entities), see the Python documentation on
XML vulnerabilities.
"""

from xml.etree import ElementTree as ET
from xml.parsers import expat

from transflow.errors import TransflowError

__all__ = ["Lined", "parse"]


class Lined(ET.Element):
    """An element that knows the line on which its start tag begins."""

    line: int = 0


def parse(
    data: bytes, where: str, error: type[TransflowError] = TransflowError, *, lined: bool = False
) -> ET.Element:
    """Parse a document and return its root element.

    Args:
        data: The document.
        where: For errors: the file.
        error: What to raise.
        lined: Make the elements `Lined`.

    Raises:
        TransflowError: `error`, with line, if it is not well-formed, declares entities, names one
            that is not declared, or is in a charset that the parser lacks (expat has no multi-byte ones).
    """
    builder = ET.TreeBuilder(element_factory=Lined if lined else None)
    parser = expat.ParserCreate(namespace_separator="}")
    parser.buffer_text = True

    def name(tag: str) -> str:
        return "{" + tag if "}" in tag else tag

    def start(tag: str, attributes: dict[str, str]) -> None:
        element = builder.start(name(tag), {name(key): value for key, value in attributes.items()})
        if isinstance(element, Lined):
            element.line = parser.CurrentLineNumber

    def refuse(*_: object) -> None:
        raise error(
            "declares XML entities, which are refused",
            where=f"{where}:{parser.CurrentLineNumber}",
            hint="remove the entity declarations",
        )

    def skipped(entity: str, is_parameter: bool) -> None:
        if not is_parameter:
            raise error(
                f"names the entity &{entity};, which is declared nowhere in it",
                where=f"{where}:{parser.CurrentLineNumber}",
                hint="write the character itself",
            )

    parser.StartElementHandler = start
    parser.EndElementHandler = lambda tag: builder.end(name(tag)) and None
    parser.CharacterDataHandler = builder.data
    parser.EntityDeclHandler = refuse
    parser.SkippedEntityHandler = skipped
    try:
        parser.Parse(data, True)
    except expat.ExpatError as cause:
        raise error(
            f"is not well-formed XML: {expat.ErrorString(cause.code)}",
            where=f"{where}:{cause.lineno}",
            hint="it is damaged or cut off: restore it, or have it sent again",
        ) from cause
    except (ValueError, LookupError) as cause:
        raise error(
            "is in an encoding that cannot be read", where=f"{where}:1", hint="save it as UTF-8"
        ) from cause
    return builder.close()
