"""Jinja: the delivered templates, each of which a project may override or extend.

A file in the project's `site/templates` takes the place of the delivered one of its name; it may
begin with `{% extends "delivered/article.html" %}` and replace single blocks.
"""

import hashlib
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PackageLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
)

from transflow.errors import TransflowError
from transflow.publishing.i18n import Furniture, Phrase

__all__ = ["Templates"]

_HERE = Path(__file__).parent


class Templates:
    """The templates of one project.

    Args:
        own: The project's folder of templates; need not exist.
    """

    def __init__(self, own: Path) -> None:
        self._own = own
        files = tuple(map(str, _files(own)))
        self._environment = _environment(own if files else None, files)

    def fingerprint(self) -> str:
        """Changes when any template or delivered file changes."""
        digest = hashlib.sha256()
        for path in [*_files(_HERE / "templates"), *_files(_HERE / "static"), *_files(self._own)]:
            digest.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
        return digest.hexdigest()[:16]

    def statics(self) -> Iterable[tuple[str, Path]]:
        """(name under `static/`, file): the delivered ones, a project's own in their place."""
        found = {path.name: path for path in _files(_HERE / "static")}
        own = self._own.parent / "static"
        found |= {path.relative_to(own).as_posix(): path for path in _files(own)}
        return sorted(found.items())

    def roots(self) -> Iterable[tuple[str, Path]]:
        """(path, file) of what a project lays at the site's root: CNAME, `.well-known/…`."""
        own = self._own.parent / "root"
        inside = [path for path in _files(own) if path.resolve().is_relative_to(own.resolve())]
        return [(path.relative_to(own).as_posix(), path) for path in inside]

    def render(self, name: str, words: Furniture, values: Mapping[str, Any]) -> str:
        """Fill a template.

        Raises:
            TransflowError: With file and line, if a project's template is wrong.
        """
        try:
            return self._environment.get_template(name).render(
                _=words.gettext,
                gettext=words.gettext,
                ngettext=words.ngettext,
                join=words.join,
                date=words.date,
                number=words.number,
                percent=words.percent,
                **values,
            )
        except TemplateSyntaxError as cause:
            raise TransflowError(
                f"is no template: {cause.message}", where=f"{cause.filename or name}:{cause.lineno}"
            ) from cause
        except TemplateError as cause:
            raise TransflowError(
                f"the template cannot be filled: {cause.message}", where=name
            ) from cause


@cache
def _environment(own: Path | None, _files: tuple[str, ...]) -> Environment:
    """One for a project's set of templates and process: compiling takes longer than filling.

    Projects without any share one.

    Jinja sees when a file changes, but not that one has come in the place of a delivered one.
    """
    delivered = PackageLoader("transflow.publishing")
    owned = [FileSystemLoader(own)] if own else []
    environment = Environment(
        loader=ChoiceLoader([*owned, delivered, PrefixLoader({"delivered": delivered})]),
        autoescape=True,
        undefined=StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["marked"] = _marked
    return environment


def _marked(words: str) -> str:
    """`{{ _("Notes")|marked }}`: in a page's text a message without translation says its language."""
    return words.marked() if isinstance(words, Phrase) else words


def _files(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.is_file()) if folder.is_dir() else []
