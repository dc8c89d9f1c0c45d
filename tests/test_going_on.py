"""One bad file never stops the others: odd addresses, links, folders, models."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, need
from tests.project import ARTICLE, SECOND, WORKFLOW, catalog, make, write

SOURCES = WORKFLOW.replace("title: News", "title: News, outputs: [html, source]")


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        # Its page is out, and links to it lead to the front page.
        ("index.html", "<title>Front</title><h1>Front</h1><p>A page of text.</p>", 0),
        ("odd.md", "---\nslug: index.html\n---\n\n# Odd\n\nA page of text.\n", 1),
        ("feed.xml.md", "# Feed\n\nA page of text.\n", 1),
    ],
)
def test_an_article_cannot_take_the_place_of_the_sites_own_files(tmp_path, name, text, code):
    project = make(tmp_path, SOURCES, rise=ARTICLE)
    write(tmp_path / "articles" / name, text)
    report = project.run()
    assert report.exit_code == code
    assert [f.path for f in report.findings if f.rule == "address-taken"][:1] == [
        f"articles/{name}"
    ]
    assert "Content-Security-Policy" in (tmp_path / "public" / "_headers").read_text()
    front = (tmp_path / "public" / "fr" / "index.html").read_text()
    assert "fr/rise" in front or "rise/" in front
    assert (tmp_path / "public" / "fr" / "rise" / "index.html").exists()


@pytest.mark.parametrize(
    ("first", "second"),
    [("Visit", "visit"), ("news/Été", "news/été"), ("caf\u00e9", "cafe\u0301")],
)
def test_ids_that_are_one_file_on_some_systems_are_an_error(tmp_path, first, second):
    """macOS and Windows know neither case nor, on macOS, how an accent is written."""
    project = make(tmp_path, WORKFLOW.replace("fr:", "fr: {engine: none}"), rise=ARTICLE)
    write(tmp_path / "articles" / f"{first}.md", SECOND)
    write(tmp_path / "articles" / f"{second}.md", SECOND)
    report = project.run()
    (finding,) = [one for one in report.findings if one.rule == "article"]
    assert report.exit_code == 1
    assert "macOS and Windows" in finding.message
    assert {f"articles/{first}.md", f"articles/{second}.md"} > {finding.path}
    assert len(list((tmp_path / "locales").rglob("*.po"))) == 2
    assert (tmp_path / "public" / "en" / "rise" / "index.html").exists()


def test_a_publish_on_its_own_tells_of_files_that_cannot_be_read(tmp_path):
    project = make(tmp_path, rise=ARTICLE, visit=SECOND)
    project.run()
    before = {path: path.read_bytes() for path in (tmp_path / "public").rglob("*.html")}
    with catalog(project).open("ab") as stream:
        stream.write(b'\nmsgid "no end')
    (tmp_path / "articles" / "visit.md").write_bytes(b"Caf\xe9\n")
    result = project.publish()
    assert result.exit_code == 1
    assert {(one.rule, one.path) for one in result.findings} == {
        ("article", "articles/visit.md"),
        ("catalog", "locales/fr/LC_MESSAGES/rise.po"),
    }
    assert {path: path.read_bytes() for path in before} == before


def test_a_link_out_of_the_project_costs_only_itself(tmp_path):
    project = make(tmp_path / "p")
    write(tmp_path / "secret.md", "# Secret\n\nNot for the site.\n")
    (tmp_path / "p" / "articles" / "out.md").symlink_to(tmp_path / "secret.md")
    report = project.run()
    assert report.exit_code == 1
    assert any("leads out" in f.message for f in report.findings)
    assert catalog(project).exists()
    assert not list((tmp_path / "p" / "public").rglob("*secret*"))


def powerless(folder, *arguments):
    """transflow without root's leave to pass over permissions."""
    need("setpriv")
    drop = "-dac_override,-dac_read_search,-fowner"
    code = "from transflow.cli import main; main()"
    return subprocess.run(
        [
            "setpriv",
            f"--inh-caps={drop}",
            f"--bounding-set={drop}",
            sys.executable,
            "-c",
            code,
            *arguments,
        ],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def test_a_catalog_that_cannot_be_written_takes_no_page_down(tmp_path):
    project = make(tmp_path)
    project.run()
    page = tmp_path / "public" / "fr" / "rise" / "index.html"
    before, folder = page.read_text(), catalog(project).parent
    write(tmp_path / "articles" / "rise.md", ARTICLE + "\nThe tide turns at noon.\n")
    folder.chmod(0o555)
    try:
        done = powerless(tmp_path, "run")
    finally:
        folder.chmod(0o755)
    if os.geteuid() != 0:
        pytest.skip("capabilities can only be dropped by root")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "rise.po" in done.stderr
    assert page.read_text() == before
    assert "turns at noon" in (tmp_path / "public" / "en" / "rise" / "index.html").read_text()
    project.run()
    assert page.read_text() != before


def test_a_site_that_may_not_be_changed_says_so_until_it_may(tmp_path):
    project = make(tmp_path)
    project.run()
    write(tmp_path / "articles" / "visit.md", SECOND)
    public = tmp_path / "public"
    (public / "en").chmod(0o555)
    public.chmod(0o555)
    try:
        done = powerless(tmp_path, "run")
        assert "public: error: cannot be written" in done.stderr
        assert "make it writable" in done.stderr
        assert not (public / "en" / "visit").exists()
    finally:
        public.chmod(0o755)
    if os.geteuid() != 0:
        pytest.skip("capabilities can only be dropped by root")
    for text in (SECOND, SECOND + "\nMore.\n", SECOND + "\nStill more.\n"):
        write(tmp_path / "articles" / "visit.md", text)
        done = powerless(tmp_path, "run")
        assert done.returncode == 0, done.stderr
    assert "Still more." in (public / "en" / "visit" / "index.html").read_text()
    assert not (tmp_path / ".public.old").exists()


def test_a_folder_that_cannot_be_read_is_not_gone(tmp_path):
    project = make(tmp_path)
    write(tmp_path / "articles" / "news" / "visit.md", SECOND)
    project.run()
    path = catalog(project, article="news/visit")
    before, page = path.read_bytes(), tmp_path / "public" / "fr" / "news" / "visit" / "index.html"
    assert page.exists()
    folder = tmp_path / "articles" / "news"
    folder.chmod(0)
    try:
        done = powerless(tmp_path, "run")
    finally:
        folder.chmod(0o755)
    if os.geteuid() != 0:
        pytest.skip("capabilities can only be dropped by root")
    assert done.returncode == 1, done.stdout + done.stderr
    assert "articles/news" in done.stderr
    assert path.read_bytes() == before
    assert page.exists()


def test_a_damaged_model_stops_only_its_locale(tmp_path):
    project = make(tmp_path, WORKFLOW.replace("fr:", "{fr: , es: }"))
    project.export()
    assert project.run("es").exit_code == 0
    catalog(project, "es").unlink()
    (tmp_path / "models").unlink()
    (tmp_path / "models").mkdir()
    shutil.copy(next((ROOT / "models").glob("*en_es*")), tmp_path / "models")
    folder = tmp_path / "damaged" / "translate-en_fr-0_1"
    shutil.unpack_archive(next((ROOT / "models").glob("*en_fr*")), tmp_path / "damaged", "zip")
    model = next(folder.parent.rglob("model.bin"))
    model.write_bytes(model.read_bytes()[: model.stat().st_size // 2])
    name = shutil.make_archive(
        str(tmp_path / "models" / "translate-en_fr-0_1"), "zip", folder.parent
    )
    Path(name).rename(tmp_path / "models" / "translate-en_fr-0_1.argosmodel")
    report = project.run()
    assert report.exit_code == 1
    assert [f.locale for f in report.findings if f.rule == "engine"] == ["fr"]
    assert all(s.states.get("draft") for s in report.sheets if s.locale == "es")


def test_a_damaged_unpacked_copy_is_unpacked_again(tmp_path):
    project = make(tmp_path)
    project.run()
    for model in (tmp_path / ".transflow" / "packages").rglob("model.bin"):
        model.write_bytes(b"")
    catalog(project).unlink()
    for cache in (tmp_path / ".transflow").glob("*.sqlite*"):
        cache.unlink()
    assert project.run().exit_code == 0
