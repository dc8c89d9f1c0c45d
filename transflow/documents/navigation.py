"""Lines of a site's menu that stand in text saved from a page."""

import re

__all__ = ["is_navigation"]

_SEPARATOR = re.compile(r"\s+[|›»>·•/]\s+|\s{3,}|\t")
_NAVIGATION = re.compile(
    r"^(?:home|menu|skip to (?:main )?content|search|log ?in|sign in|contact(?: us)?|about(?: us)?|share|print"
    r"|subscribe|press room|media ?center|news(?: and events)?|privacy(?: policy)?|terms(?: of use)?|site ?map"
    r"|cookies?|english|fran[cç]ais|español|русский|中文|العربية|back to top|next|previous)$",
    re.IGNORECASE,
)


def is_navigation(line: str) -> bool:
    """Short words between separators, or one word that menus are made of."""
    if _NAVIGATION.match(line.strip()):
        return True
    parts = [part for part in _SEPARATOR.split(line.strip()) if part]
    return (
        len(parts) >= 3 and all(len(part.split()) <= 4 for part in parts) and line[-1:] not in ".!?"
    )
