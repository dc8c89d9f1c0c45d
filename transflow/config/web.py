"""Addresses on the web as workflow.yaml may give them: they end up in every page's links."""

import re
from urllib.parse import urlsplit

__all__ = ["original_address", "site_address"]

_UNFIT = re.compile(r"[\s\x00-\x1f\x7f\"<>\\^`]")


def site_address(value: str) -> str:
    """The site's root; empty for none.

    Raises:
        ValueError: If no page can be under it.
    """
    if value:
        _check(value)
        if "?" in value or "#" in value:
            raise ValueError(f"{value!r} has a query or a fragment, so no page can be under it")
    return value


def original_address(value: str) -> str:
    """`publish`, or the address of originals that are published elsewhere.

    Raises:
        ValueError: If the address is none, or the same for all articles.
    """
    if value == "publish":
        return value
    if "{id}" not in value and "{slug}" not in value:
        raise ValueError("must be `publish`, or an address with {id} or {slug} in it")
    _check(value)
    return value


def _check(value: str) -> None:
    try:
        parts = urlsplit(value)
        sound = parts.scheme in {"http", "https"} and bool(parts.hostname) and parts.port != 0
    except ValueError:
        sound = False
    if not sound or _UNFIT.search(value):
        raise ValueError(
            f"{value!r} is no web address: write one such as https://www.example.org/news/"
        )
    if parts.username is not None:
        raise ValueError("an address that every page shows must not hold a user name or password")
