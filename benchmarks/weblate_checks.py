"""Runs Weblate's own checks on pairs of texts; called by checks.py with a Python that has Weblate.

Reads a JSON list of [locale, source, target] from standard input and writes a JSON list of lists
of check names. Weblate itself needs a database and a web server; its checks need neither, only an
object that answers what they ask of a unit.
"""

import json
import sys
from importlib import import_module
from types import ModuleType, SimpleNamespace
from typing import Any


class Flags(frozenset[str]):
    """Weblate's flags of a unit, without values."""

    def has_any(self, names: set[str]) -> bool:
        """Whether one of the flags is set."""
        return bool(self & names)

    def has_value(self, _name: str) -> bool:
        """No flag here has a value."""
        return False


def language(locale: str) -> SimpleNamespace:
    """What a check asks of a language."""
    base = locale.split("-", maxsplit=1)[0]
    return SimpleNamespace(
        code=locale.replace("-", "_"),
        base_code=base,
        is_base=lambda codes: base in codes,
        is_cjk=lambda: base in {"zh", "ja", "ko", "yue"},
        direction="rtl" if base in {"ar", "he", "fa", "ur"} else "ltr",
    )


def unit(locale: str, source: str, target: str, flags: Any) -> SimpleNamespace:
    """What a check asks of a unit: Markdown text, translated, without notes."""
    component = SimpleNamespace(
        file_format="po",
        source_language=language("en"),
        is_multivalue=False,
        project=SimpleNamespace(name="p"),
        name="c",
    )
    return SimpleNamespace(
        pk=1,
        all_flags=flags,
        check_cache={},
        note="",
        context="",
        readonly=False,
        state=20,
        is_source=False,
        source=source,
        target=target,
        source_string=source,
        get_source_plurals=lambda: [source],
        get_target_plurals=lambda: [target],
        translation=SimpleNamespace(
            language=language(locale), component=component, is_source=False, is_template=False
        ),
    )


def stand_in(name: str, **names: Any) -> None:
    """Put a module of that name in place of the real one."""
    module = ModuleType(name)
    vars(module).update(names)
    sys.modules[name] = module


def main() -> None:
    """Judge every pair by every check that Weblate switches on by default, Markdown's included."""
    import django  # noqa: PLC0415
    from django.conf import settings  # noqa: PLC0415

    settings.configure(USE_I18N=False, SECRET_KEY="x", DATABASES={}, INSTALLED_APPS=[])
    django.setup()
    # Two modules that need a database: the names of Weblate's own flags, and its glossary, empty here.
    stand_in("weblate.checks.flags", TYPED_FLAGS={})
    stand_in("weblate.glossary.models", get_glossary_terms=lambda *_, **__: [])
    checks = list(enabled())
    flags = Flags({"md-text"})
    results = []
    for locale, source, target in json.load(sys.stdin):
        asked = unit(locale, source, target, flags)
        failed = []
        for check in checks:
            try:
                if not check.should_skip(asked) and check.check_single(source, target, asked):
                    failed.append(check.check_id)
            except (AttributeError, NotImplementedError) as cause:
                print(f"{check.check_id}: {cause}", file=sys.stderr)
        results.append(failed)
    json.dump(results, sys.stdout)


def enabled() -> Any:
    """Weblate's checks of one target text."""
    from weblate.checks.base import TargetCheck  # noqa: PLC0415

    for name in ("same", "chars", "format", "markup", "placeholders", "duplicate"):
        module = import_module(f"weblate.checks.{name}")
        for value in vars(module).values():
            ours = isinstance(value, type) and issubclass(value, TargetCheck) and value.check_id
            if ours and value.__module__ == module.__name__:
                yield value()


if __name__ == "__main__":
    main()
