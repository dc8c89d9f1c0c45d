"""Where Argos keeps its packages: its own settings, asked at the moment they are needed.

`argostranslate.settings` makes folders in the home directory when it is imported, and reads the
environment once. Both are softened here: a home that cannot be written is no reason to stop, and
`ARGOS_PACKAGES_DIR` counts as it stands now.
"""

import importlib
import os
from pathlib import Path
from types import ModuleType

__all__ = ["downloads_dir", "index_file", "index_url", "package_dirs", "setting"]

_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"


def _settings() -> ModuleType | None:
    try:
        return importlib.import_module("argostranslate.settings")
    except (ImportError, OSError):
        return None


def setting(key: str, default: str) -> str:
    """One of Argos' settings: environment first, then its settings.json."""
    settings = _settings()
    value = settings.get_setting(key, default) if settings else os.environ.get(key, default)
    return str(value)


def package_dirs() -> tuple[Path, ...]:
    """Folders that hold installed packages; new ones go into the first."""
    settings = _settings()
    first = Path(setting("ARGOS_PACKAGES_DIR", str(_data_dir(settings) / "packages")))
    others = tuple(Path(path) for path in settings.package_dirs[1:]) if settings else ()
    return (first.expanduser(), *others)


def index_url() -> str:
    """Address of the index of packages."""
    return setting("ARGOS_PACKAGE_INDEX", _INDEX).rstrip("/") + "/index.json"


def index_file() -> Path:
    """Argos' own copy of the index, shared with other Argos programs."""
    return _data_dir(_settings()) / "index.json"


def downloads_dir() -> Path:
    """Where unfinished downloads wait."""
    settings = _settings()
    if settings:
        return Path(settings.downloads_dir)
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".local" / "cache"
    return Path(cache) / "argos-translate" / "downloads"


def _data_dir(settings: ModuleType | None) -> Path:
    if settings:
        return Path(settings.data_dir)
    base = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
    return Path(base) / "argos-translate"
