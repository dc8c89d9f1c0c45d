"""Nothing touches the network: shown without one, and with every socket call forbidden."""

import os
import shutil
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORBID = textwrap.dedent("""
    import socket, sys
    asked = []

    def no(*args, **kwargs):
        asked.append(args)
        raise OSError("a socket call, where none may be")

    for name in ("connect", "connect_ex", "bind", "sendto"):
        setattr(socket.socket, name, no)
    for name in ("getaddrinfo", "gethostbyname", "create_connection"):
        setattr(socket, name, no)
""")
RUN = textwrap.dedent("""
    from transflow import Project
    report = Project.open(".").run(locale="fr")
    drafted = sum(sheet.drafted for sheet in report.sheets)
    assert drafted > 3, report
    print("drafted", drafted)
""")


@pytest.fixture
def project(tmp_path, models):
    (tmp_path / "articles").mkdir()
    (tmp_path / "articles" / "one.md").write_text(
        "# The office opens\n\nThe office opened in 1978. It has 157 members.\n\n"
        "Write to help@example.org, or see https://example.org/guide.\n",
        encoding="utf-8",
    )
    (tmp_path / "models").symlink_to(models)
    shutil.copytree(ROOT / "glossary", tmp_path / "glossary")
    (tmp_path / "workflow.yaml").write_text("locales:\n  fr:\n", encoding="utf-8")
    return tmp_path


def environment(project):
    """A fresh home, with nothing in it."""
    home = project / "home"
    home.mkdir()
    kept = {key: os.environ[key] for key in ("PATH", "LANG", "TMPDIR") if key in os.environ}
    return {**kept, "HOME": str(home), "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path])}


def test_with_every_socket_call_forbidden(project):
    code = FORBID + RUN + "assert not asked, asked\n"
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=project, env=environment(project), check=False,
        capture_output=True, text=True,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert "drafted" in result.stdout
    catalog = (project / "locales/fr/LC_MESSAGES/one.po").read_text(encoding="utf-8")
    assert "help@example.org" in catalog


def test_in_a_namespace_without_network(project):
    unshare = shutil.which("unshare")
    apart = [unshare or "unshare", "--net", "--map-root-user"]
    if (
        unshare is None
        or subprocess.run([*apart, "true"], check=False, capture_output=True).returncode
    ):
        pytest.skip("this machine does not let a process leave the network (unshare --net)")
    check = textwrap.dedent("""
        import socket
        try:
            socket.create_connection(("1.1.1.1", 53), 2)
        except OSError:
            pass
        else:
            raise SystemExit("there is a network here")
    """)
    result = subprocess.run(
        [*apart, sys.executable, "-c", check + RUN], cwd=project, env=environment(project),
        check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert result.returncode == 0, result.stderr
    assert "drafted" in result.stdout
