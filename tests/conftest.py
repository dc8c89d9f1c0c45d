"""Shared ground of all tests: real files, real tools, real models."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("patient")
"""A loaded machine is no fault of what is tested."""

ROOT = Path(__file__).resolve().parent.parent
EVAL = ROOT.parent / "shared" / "eval"


def need(tool: str, *names: str) -> str:
    """The path of a system tool; without it the test is skipped, or fails where CI requires it.

    `tool` is the package's name as TRANSFLOW_REQUIRE lists it, `names` the programs that will do.
    """
    for name in names or (tool,):
        if path := shutil.which(name):
            return path
    reason = f"{tool} is not installed"
    if tool in os.environ.get("TRANSFLOW_REQUIRE", "").split():
        pytest.fail(f"{reason}, and TRANSFLOW_REQUIRE names it")
    pytest.skip(reason)


def outside(*parts: str) -> Path:
    """A path of the outside test material; without it the test is skipped."""
    path = EVAL.joinpath(*parts)
    if not path.exists():
        pytest.skip(f"outside test material is not here: shared/eval/{'/'.join(parts)}")
    return path


@pytest.fixture(scope="session")
def models() -> Path:
    """The folder of the starter packages."""
    return ROOT / "models"


@pytest.fixture(scope="session", autouse=True)
def _own_home(tmp_path_factory):
    """A home of the tests' own: packages and settings of this machine's user stay out of them."""
    home = tmp_path_factory.mktemp("home")
    saved = dict(os.environ)
    os.environ.update(
        HOME=str(home),
        XDG_DATA_HOME=str(home / "data"),
        XDG_CONFIG_HOME=str(home / "config"),
        XDG_CACHE_HOME=str(home / "cache"),
    )
    os.environ.pop("ARGOS_PACKAGES_DIR", None)
    yield
    os.environ.clear()
    os.environ.update(saved)


@pytest.fixture
def sample(tmp_path):
    """A copy of the sample project."""
    for name in ("articles", "glossary", "locales"):
        if (ROOT / name).exists():
            shutil.copytree(ROOT / name, tmp_path / name)
    (tmp_path / "models").symlink_to(ROOT / "models")
    for name in ("workflow.yaml", "reviews.yaml"):
        if (ROOT / name).exists():
            shutil.copy(ROOT / name, tmp_path / name)
    return tmp_path
