"""`transflow init`: a small project that `transflow run` accepts at once."""

import json
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from transflow.bcp47 import normalize
from transflow.errors import TransflowError
from transflow.files import write_atomic
from transflow.newproject.generators import PLAIN, Generator, generator_of

__all__ = ["CI", "create", "generator_of"]

CI = {"github": ".github/workflows/translate.yml", "gitlab": ".gitlab-ci.yml"}
"""Continuous-integration examples on offer, and where each goes."""


def create(
    folder: Path, locales: dict[str, bool], *, source: str = "en", ci: str | None = None
) -> list[Path]:
    """Write the project's files; beside a site that a generator builds, those that fit it.

    Args:
        folder: Made if absent; may exist if it has no workflow.yaml.
        locales: Target locale -> whether an engine for it is at hand; where none is, the
            locale gets `engine: none` with a comment on how to change that.
        source: Locale of the articles.
        ci: A key of `CI`, to add that example.

    Returns:
        The files written, in the order they were written. A file that exists is left alone.

    Raises:
        TransflowError: If the folder holds a project already or cannot be written, or a target
            locale is the source locale.
    """
    if (folder / "workflow.yaml").exists():
        raise TransflowError(
            "holds a project already", where=folder, hint="name another folder for the new one"
        )
    source = normalize(source)
    locales = {normalize(tag): engine for tag, engine in locales.items()}
    if source in locales:
        raise TransflowError(
            f"'{source}' is the articles' own locale, not one to translate them into",
            hint="leave it out of --locale, or name another with --source",
        )
    sources = files(__package__) / "files"
    generator = generator_of(folder)
    contents = {} if generator else {"articles/welcome.md": _text(sources, "articles/welcome.md")}
    contents |= {
        "glossary/terms.csv": _text(sources, "glossary/terms.csv"),
        ".gitattributes": _text(sources, "gitattributes"),
        ".gitignore": _text(sources, "gitignore"),
    }
    if ci:
        made = "build/transflow" if generator else "public"
        contents[CI[ci]] = _text(sources, f"ci/{ci}.yml").replace("<site>", made)
    title = generator.title if generator else ""
    contents["workflow.yaml"] = _text(sources, "workflow.yaml").format(
        source=source,
        locales=_locale_lines(locales),
        root=generator.root if generator else "articles",
        articles=json.dumps((generator or PLAIN).articles),
        title=json.dumps(title, ensure_ascii=False) if title else "Our newsroom",
        base_url=(generator and generator.base_url) or "https://news.example.org/",
        site=_site_lines(generator),
    )
    written = []
    for name, text in contents.items():
        path = folder / name
        if not path.exists():
            write_atomic(path, text.encode())
            written.append(path)
    return written


def _site_lines(generator: Generator | None) -> str:
    if generator is None:
        return "  outputs: [html]"
    return (
        f"  output: build/transflow # the site's own folders stay as they are\n"
        f"  outputs: [{generator.output}]"
    )


def _locale_lines(locales: dict[str, bool]) -> str:
    lines = []
    for tag, engine in locales.items():
        lines.append(f"  {tag}:")
        if not engine:
            lines.append(
                f"    engine: none # `transflow models install {tag}`, then take this line out"
            )
    return "\n".join(lines)


def _text(folder: Traversable, name: str) -> str:
    return folder.joinpath(name).read_text(encoding="utf-8")
