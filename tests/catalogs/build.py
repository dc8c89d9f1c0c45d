"""Messages and drafts as the pipeline would hand them over, and what gettext says of a file."""

import subprocess
from datetime import UTC, datetime
from pathlib import Path

from tests.conftest import need
from transflow.catalogs import Catalog, merge, parse
from transflow.model import Draft, Message, UnitKind

NOW = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)
LATER = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)
ENGINE = "argos/en_fr@1.9"


def message(text, *, context="", kind=UnitKind.PARAGRAPH, heading="", concepts=""):
    line = f"{kind.value}: {heading}" if heading else kind.value
    return Message(
        text,
        context,
        kind=kind,
        reference="articles/tide.md",
        comments=(line,),
        concepts=concepts,
    )


def messages(*texts):
    return tuple(message(text) for text in texts)


def draft_of(text):
    return f"FR<{text}>"


def run(data, wanted, *, today=NOW, engine=None, drafts=True, **options):
    """What `transflow run` does to one catalog: bytes (or None) in, bytes out."""
    old = None if data is None else parse(data, "locales/fr/LC_MESSAGES/tide.po")
    merged = merge(
        old, wanted, locale="fr", article_id="tide", today=today, engine=engine, **options
    )
    catalog = merged.catalog
    if drafts:
        made = {
            (one.msgctxt, one.msgid): Draft(draft_of(one.msgid), origin=engine or ENGINE)
            for one in merged.work
        }
        catalog = catalog.with_drafts(made, merged.work, today)
    return catalog.dump()


def read(data: bytes, **options) -> Catalog:
    return parse(data, "locales/fr/LC_MESSAGES/tide.po", **options)


def states(data: bytes, **options):
    return {entry.msgid: entry.state.value for entry in read(data, **options).entries}


def texts(data: bytes):
    return {entry.msgid: entry.msgstr for entry in read(data).entries}


def edit(data: bytes, msgid: str, msgstr: str | None = None, *, flag: bool | None = None) -> bytes:
    """What a person does in an editor: another msgstr, the fuzzy flag set or cleared."""
    lines = data.decode().split("\n")
    at = lines.index(f'msgid "{msgid}"')
    if msgstr is not None:
        lines[at + 1] = f'msgstr "{msgstr}"'
    top = at
    while lines[top - 1].strip():
        top -= 1
    fuzzy = next((i for i in range(top, at) if lines[i].startswith("#, fuzzy")), None)
    if flag is False and fuzzy is not None:
        del lines[fuzzy]
    if flag is True and fuzzy is None:
        lines.insert(at, "#, fuzzy")
    return "\n".join(lines).encode()


def gettext_is_content(data: bytes, folder: Path) -> None:
    """`msgfmt --check` accepts the file without one word."""
    msgfmt = need("gettext", "msgfmt")
    path = folder / "checked.po"
    path.write_bytes(data)
    done = subprocess.run(
        [msgfmt, "--check", "-o", "/dev/null", str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, ""), done.stderr
