"""A LibreTranslate server of one's own as an engine.

It is a black box: no beginnings, no attention. Terms then come by stand-ins and by being put in,
and the report says so. The address must be the user's choice, in workflow.yaml; nothing else of
transflow speaks to the network while it translates.
"""

import http.client
import json
import os
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

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
    url = argument.rstrip("/")
    if urlsplit(url).scheme not in {"http", "https"}:
        raise EngineError(f"{argument!r} is not the address of a LibreTranslate server")
    languages = _call(f"{url}/languages")
    offered = {
        str(language.get("code")): {str(code) for code in language.get("targets") or ()}
        for language in (languages if isinstance(languages, list) else ())
        if isinstance(language, dict)
    }
    for start in _codes(source):
        for end in _codes(target):
            if end in offered.get(start, ()):
                return LibreTranslate(
                    url, source, target, codes=(start, end), version=_version(url)
                )
    raise EngineError(
        f"the server does not translate {source} -> {target}; it has {', '.join(sorted(offered))}",
        where=url,
    )


def _codes(tag: str) -> list[str]:
    """The server's codes of a tag: those of Argos, and its own aliases."""
    codes = [route.code for route in routes(tag) if not route.convert]
    return list(dict.fromkeys([tag, *codes]))


def _version(url: str) -> str:
    try:
        settings = _call(f"{url}/spec")
        return str(settings["info"]["version"])
    except (EngineError, KeyError, TypeError):
        return "unknown"


def _pause(asked: str | None, patience: int) -> float:
    """Seconds to wait for a server that is busy: as it asks, within reason, else longer each time."""
    if asked and asked.isascii() and asked.isdigit():
        return min(float(asked), _LONGEST)
    return 2.0 ** (_PATIENCE - patience)


def _call(url: str, payload: dict[str, Any] | None = None, patience: int = _PATIENCE) -> Any:
    data = json.dumps(payload).encode() if payload is not None else None
    request = urllib.request.Request(  # noqa: S310 - http(s) only, checked above
        url, data, {"Content-Type": "application/json", "User-Agent": "transflow"}
    )
    try:
        with urllib.request.urlopen(request, timeout=_TIMEOUT) as response:  # noqa: S310
            answer = response.read(_ANSWER_LIMIT)
    except urllib.error.HTTPError as cause:
        if cause.code in _BUSY and patience:
            time.sleep(_pause(cause.headers.get("Retry-After"), patience))
            return _call(url, payload, patience - 1)
        detail = cause.read(2000).decode("utf-8", "replace")
        raise EngineError(f"the server refused: {cause.code} {detail[:200]}", where=url) from cause
    except (OSError, http.client.HTTPException, ValueError) as cause:
        raise EngineError(
            f"the server cannot be reached ({cause})", where=url, hint="is LibreTranslate running?"
        ) from cause
    try:
        return json.loads(answer)
    except ValueError as cause:
        raise EngineError(
            f"answered with something that is no JSON: {answer[:40]!r}",
            where=url,
            hint="is that LibreTranslate, and nothing before it that asks for a password?",
        ) from cause
