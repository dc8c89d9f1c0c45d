"""What a process that forks commands must have imported, so that each of them is at work at once."""

import contextlib
import gc
import importlib
import io
import pkgutil
import sys
from pathlib import Path

from rich.table import Table

from tests.histories import toy
from tests.histories.authors import SENTENCES
from tests.project import ARTICLE, make
from transflow import cli, project
from transflow.cli.console import print_table

__all__ = ["warm"]


def warm(folder: Path) -> None:
    """Do once what commands do, without a model: tables and patterns are then there."""
    for room in (cli, project):
        for module in pkgutil.iter_modules(room.__path__):
            importlib.import_module(f"{room.__name__}.{module.name}")
    importlib.import_module("argostranslate.settings")
    sys.path.insert(0, str(toy.register(folder / "site")))
    workflow = 'locales: {fr: {engine: {toy: alpha}}}\nglossary: {files: ["glossary/*.csv"]}\n'
    one = make(folder / "warm", workflow, rise=f"{ARTICLE}\n{' '.join(SENTENCES)}\n")
    with contextlib.redirect_stdout(io.StringIO()):
        one.run()
        one.run(redraw=True)
        print_table(Table("any", "table"))
        one.status()
        one.check()
        for name, version in (("a.po", ""), ("a.xlf", "2.1")):
            one.bundle("fr", folder / "warm" / name, xliff=version)
            one.take_back([folder / "warm" / name])
    gc.collect()
    gc.freeze()
