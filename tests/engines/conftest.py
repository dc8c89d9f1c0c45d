"""An Argos home of each test's own."""

import pytest


@pytest.fixture(autouse=True)
def argos(tmp_path_factory, monkeypatch):
    base = tmp_path_factory.mktemp("argos") / "packages"
    base.mkdir()
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(base))
    return base


@pytest.fixture
def root(tmp_path, models):
    """A project folder with the starter packages."""
    (tmp_path / "models").symlink_to(models)
    return tmp_path
