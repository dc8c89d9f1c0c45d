"""A LibreTranslate server of one's own as an engine.

It is a black box: no beginnings, no attention. Terms then come by stand-ins and by being put in,
and the report says so. The address must be the user's choice, in workflow.yaml; nothing else of
transflow speaks to the network while it translates.
"""

import contextlib
import http.client
import json
import os
import re
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, urlsplit

from transflow.config import EngineConfig
from transflow.counting import counted
from transflow.engines.locales import routes
from transflow.engines.patience import started
from transflow.errors import EngineError
from transflow.model import Draft

__all__ = ["LibreTranslate", "open_libretranslate"]

_TIMEOUT = 120.0
_BATCH = 32
_BUSY = frozenset({429, 503})
_PATIENCE = 4
"""How often a server that says it is busy is asked again."""
_LONGEST = 60.0
_ANSWER_LIMIT = 64 * 1024**2
_VERSION = re.compile(r"[0-9A-Za-z][0-9A-Za-z._+-]{0,39}")
_HERE = re.compile(r"localhost|127(?:\.\d+){3}|::1")
_WHAT = "is that LibreTranslate, and nothing before it that asks for a password?"


class LibreTranslate:
    """The engine of one pair on a server.

    Args:
        url: Root address of the server.
        source: BCP 47 tag.
        target: BCP 47 tag.
        codes: The server's own codes of both.
        version: The server's version, for the engine's name.
    """

    def __init__(
        self, url: str, source: str, target: str, *, codes: tuple[str, str], version: str
    ) -> None:
        self.name = f"libretranslate/{codes[0]}_{codes[1]}@{version}"
        self.source = source
        self.target = target
        self._url = url
        self._codes = codes

    def translate(self, texts: Sequence[str]) -> list[Draft]:
        """Translate in batches; see `Engine.translate`."""
        batches = [list(texts[at : at + _BATCH]) for at in range(0, len(texts), _BATCH)]
        answers = [started(self.name, partial(self._batch, batch)) for batch in batches]
        return [Draft(text, origin=self.name) for answer in answers for text in answer.result()]

    def _batch(self, texts: list[str]) -> list[str]:
        payload = {"q": texts, "source": self._codes[0], "target": self._codes[1], "format": "text"}
        if key := os.environ.get("LIBRETRANSLATE_API_KEY"):
            payload["api_key"] = key
        answer = _call(f"{self._url}/translate", payload)
        found = answer.get("translatedText") if isinstance(answer, dict) else None
        found = found if isinstance(found, list) else []
        if len(found) != len(texts) or not all(isinstance(text, str) for text in found):
            raise EngineError(
                f"answered {counted(len(texts), 'sentence')} with something else", where=self._url
            )
        return found


def open_libretranslate(
    config: EngineConfig, source: str, target: str, *, root: Path, argument: str
) -> LibreTranslate:
    """The engine of a pair on a server.

    Args:
        config: Not used: the server has its own settings.
        source: BCP 47 tag.
        target: BCP 47 tag.
        root: Not used.
        argument: Address of the server.

    Raises:
        EngineError: If it cannot be reached or does not offer the pair.
    """
    del config, root
    url = _checked(argument)
    offered = _offered(url)
    for start in _codes(source):
        for end in _codes(target):
            if end in offered.get(start, ()):
                return LibreTranslate(
                    url, source, target, codes=(start, end), version=_version(url)
                )
    has = _shown(", ".join(sorted(offered))) or "no languages"
    raise EngineError(
        f"the server does not translate {source} -> {target}; it has {has}", where=url
    )


def _checked(argument: str) -> str:
    """The address without a last slash, if it is one: paths are added to it.

    Raises:
        EngineError: If it is none; what may be a password in it is not repeated.
    """
    parts = SplitResult("", "", "", "", "")
    with contextlib.suppress(ValueError):
        parts = urlsplit(argument)
    if "@" in parts.netloc:
        raise EngineError(
            "the address of a LibreTranslate server holds a user's name",
            where="workflow.yaml",
            hint="take it out; a key goes into LIBRETRANSLATE_API_KEY",
        )
    plain = argument.isprintable() and not set("?# ") & set(argument)
    if parts.scheme not in {"http", "https"} or not parts.hostname or not plain:
        raise EngineError(
            f"{argument[:200]!r} is not the address of a LibreTranslate server",
            where="workflow.yaml",
            hint="write it like http://localhost:5000",
        )
    return argument.rstrip("/")


def _offered(url: str) -> dict[str, set[str]]:
    """The server's codes, and those of what it translates each to."""
    answer = _call(f"{url}/languages")
    return {
        language["code"]: {code for code in language["targets"] if isinstance(code, str)}
        for language in (answer if isinstance(answer, list) else ())
        if isinstance(language, dict)
        and isinstance(language.get("code"), str)
        and isinstance(language.get("targets"), list)
    }


def _codes(tag: str) -> list[str]:
    """The server's codes of a tag: those of Argos, and its own aliases."""
    codes = [route.code for route in routes(tag) if not route.convert]
    return list(dict.fromkeys([tag, *codes]))


def _version(url: str) -> str:
    """The server's version; what cannot stand in an engine's name is none."""
    try:
        version = str(_call(f"{url}/spec")["info"]["version"])
    except (EngineError, LookupError, TypeError):
        return "unknown"
    return version if _VERSION.fullmatch(version) else "unknown"


def _pause(asked: str | None, patience: int) -> float:
    """Seconds to wait for a server that is busy: as it asks, within reason, else longer each time."""
    if asked and asked.isascii() and asked.isdigit():
        return min(float(asked), _LONGEST)
    return 2.0 ** (_PATIENCE - patience)


class _Stay(urllib.request.HTTPRedirectHandler):
    """Goes where the user said and nowhere else, whatever the server says."""

    def redirect_request(self, *_: Any) -> None:
        """None: the answer is an error."""


def _opener(url: str) -> urllib.request.OpenerDirector:
    """To a server on this machine the way leads through no proxy: none could reach it."""
    here = _HERE.fullmatch(urlsplit(url).hostname or "")
    return urllib.request.build_opener(_Stay, *([urllib.request.ProxyHandler({})] if here else ()))


def _call(url: str, payload: dict[str, Any] | None = None, patience: int = _PATIENCE) -> Any:
    data = json.dumps(payload).encode() if payload is not None else None
    request = urllib.request.Request(  # noqa: S310 - http(s) only, checked above
        url, data, {"Content-Type": "application/json", "User-Agent": "transflow"}
    )
    try:
        with _opener(url).open(request, timeout=_TIMEOUT) as response:
            answer = response.read(_ANSWER_LIMIT + 1)
    except urllib.error.HTTPError as cause:
        if cause.code in _BUSY and patience:
            time.sleep(_pause(cause.headers.get("Retry-After"), patience))
            return _call(url, payload, patience - 1)
        raise _refused(cause, url) from cause
    except (OSError, http.client.HTTPException, ValueError) as cause:
        raise EngineError(
            f"the server cannot be reached ({_shown(str(cause))})",
            where=url,
            hint="is LibreTranslate running?",
        ) from cause
    if len(answer) > _ANSWER_LIMIT:
        raise EngineError(f"answered with more than {_ANSWER_LIMIT:,} bytes", where=url, hint=_WHAT)
    try:
        return json.loads(answer)
    except (ValueError, RecursionError) as cause:
        raise EngineError(
            f"answered with something that is no JSON: {answer[:40]!r}", where=url, hint=_WHAT
        ) from cause


def _refused(cause: urllib.error.HTTPError, url: str) -> EngineError:
    if to := cause.headers.get("Location"):
        return EngineError(
            f"the server sends on to {_shown(to)}, which nobody named",
            where=url,
            hint="name that address in workflow.yaml if it is your server's",
        )
    detail = b""
    with contextlib.suppress(OSError, http.client.HTTPException):
        detail = cause.read(2000)
    said = _shown(detail.decode("utf-8", "replace"))
    return EngineError(f"the server refused: {cause.code} {said}".rstrip(), where=url)


def _shown(text: str) -> str:
    """What somebody else wrote, as a message can say it."""
    text = "".join(letter if letter.isprintable() else " " for letter in text)
    return text if len(text) <= _SAID else f"{text[:_SAID]}…"


_SAID = 200
