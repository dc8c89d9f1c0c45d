"""A search index for each language, by Pagefind (extra `search`), served like any other file.

The extended build of Pagefind cuts Chinese and Japanese into words. It runs here, at publish time:
readers load only the pieces of the index that their words need, from the site itself.
"""

import importlib.util
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from transflow.errors import TransflowError

__all__ = ["FOLDER", "available", "index"]

FOLDER = "pagefind/"
"""Where the index is."""
_UNUSED = ("pagefind-ui", "pagefind-modular-ui", "pagefind-component-ui", "pagefind-highlight")
"""Pagefind's own user interfaces: our pages bring theirs."""


def available() -> bool:
    """Whether Pagefind is installed."""
    return importlib.util.find_spec("pagefind") is not None


def index(pages: Iterable[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """The files of the index of these pages.

    Args:
        pages: (path under the output folder, content) of every page to be found.

    Yields:
        (path under the output folder, content).

    Raises:
        TransflowError: If Pagefind is not installed or fails.
    """
    if not available():
        raise TransflowError(
            "site.search needs Pagefind",
            hint="pip install 'transflow[search]', or set `site.search: false`",
        )
    with tempfile.TemporaryDirectory(prefix="transflow-search-") as folder:
        site, output = Path(folder, "site"), Path(folder, "index")
        for path, data in pages:
            target = site / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
        _run(site, output)
        for file in sorted(output.rglob("*")):
            name = file.relative_to(output).as_posix()
            if file.is_file() and not name.startswith(_UNUSED):
                yield FOLDER + name, file.read_bytes()


def _run(site: Path, output: Path) -> None:
    command = [sys.executable, "-m", "pagefind", "--site", str(site), "--output-path", str(output)]
    done = subprocess.run([*command, "--quiet"], capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise TransflowError(f"Pagefind failed: {said[-1] if said else done.returncode}")
