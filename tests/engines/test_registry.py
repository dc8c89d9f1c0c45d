import sys
import textwrap
from importlib.metadata import entry_points

import pytest

from transflow.config import EngineConfig
from transflow.engines import check_name, open_engine
from transflow.engines.registry import GROUP
from transflow.errors import EngineError


@pytest.fixture
def plugin(tmp_path, monkeypatch):
    """A distribution of somebody else's that registers an engine."""
    (tmp_path / "loud.py").write_text(
        textwrap.dedent("""
        from transflow.model import Draft

        class Loud:
            def __init__(self, config, source, target, *, root, argument):
                self.name, self.source, self.target = f"loud/{argument or 1}", source, target

            def translate(self, texts):
                return [Draft(text.upper()) for text in texts]
        """)
    )
    info = tmp_path / "loud-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: loud\nVersion: 1\n")
    (info / "entry_points.txt").write_text(f"[{GROUP}]\nloud = loud:Loud\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield
    sys.modules.pop("loud", None)


def test_an_engine_of_somebody_elses(plugin, tmp_path):
    assert "loud" in entry_points(group=GROUP).names
    engine = open_engine(EngineConfig(name="loud"), "en", "fr", root=tmp_path)
    assert engine.translate(["so"])[0].text == "SO"
    engine = open_engine(EngineConfig(), "en", "fr", root=tmp_path, spec={"loud": "9"})
    assert engine.name == "loud/9"


def test_a_name_can_be_asked_about(plugin):
    for known in ("argos", "none", "loud", {"libretranslate": "http://localhost:5000"}):
        check_name(known)
    for unknown in ("deepl", {"deepl": "x"}):
        with pytest.raises(EngineError, match="no engine 'deepl'"):
            check_name(unknown)


def test_unknown_and_none(tmp_path):
    with pytest.raises(EngineError, match="no engine 'babelfish'"):
        open_engine(EngineConfig(name="babelfish"), "en", "fr", root=tmp_path)
    with pytest.raises(EngineError, match="wants no engine"):
        open_engine(EngineConfig(), "en", "fr", root=tmp_path, spec="none")
