"""The command line as users type it: output, exit codes, clean errors."""

import hashlib
import json
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.project import GLOSSARY, WORKFLOW, catalog, command, make, replace, write


def test_help_names_every_command(tmp_path):
    done = command(tmp_path, "--help")
    assert done.returncode == 0
    for name in [
        "init",
        "run",
        "extract",
        "translate",
        "export",
        "status",
        "check",
        "publish",
        "glossary",
        "models",
        "schema",
        "doctor",
    ]:
        assert name in done.stdout, name


@pytest.mark.parametrize(
    "words",
    ["run", "status", "check", "publish", "glossary list", "models install", "init", "review"],
)
def test_every_help_shows_an_example(tmp_path, words):
    done = command(tmp_path, *words.split(), "--help")
    assert done.returncode == 0
    assert "Example: transflow" in done.stdout


def test_version_loads_nothing_heavy():
    code = (
        "import sys; sys.argv = ['transflow', '--version']\n"
        "from transflow.cli import main\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "heavy = {'ctranslate2', 'babel', 'pydantic', 'argostranslate', 'jinja2', 'comrak', 'numpy'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == ["transflow 0.1.0", "[]"]


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "ascii"])
def test_letters_that_a_terminal_lacks_stop_no_command(tmp_path, encoding, monkeypatch):
    """As on old servers and in pipes on Windows; JSON is JSON there, too."""
    text = "# Été\n\nTides — “日本” 🚢 é.\n"
    make(tmp_path, "locales: {fr: {engine: none}}\n", tide=text).run()
    monkeypatch.setenv("PYTHONIOENCODING", encoding)
    done = subprocess.run(
        [sys.executable, "-c", "from transflow.cli import main; main()", "review", "fr", "--json"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    said = {
        item["msgid"]
        for item in json.loads(done.stdout.decode(encoding if encoding != "ascii" else "utf-8"))
    }
    assert said == {"Été", "Tides — “日本” 🚢 é."}


def test_a_folder_without_a_project_says_how_to_begin(tmp_path):
    done = command(tmp_path, "run")
    assert done.returncode == 2
    assert "workflow.yaml: there is no workflow.yaml here" in done.stderr
    assert "transflow init" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_mistake_in_the_workflow_names_line_and_nearest_key(tmp_path):
    make(tmp_path)
    write(tmp_path / "workflow.yaml", WORKFLOW + "gaet: {require: draft}\n")
    done = command(tmp_path, "status")
    assert done.returncode == 2
    assert "workflow.yaml:5: unknown key 'gaet' (did you mean 'gate'?)" in done.stderr


def test_a_rule_that_no_check_has_is_refused(tmp_path):
    make(tmp_path)
    write(tmp_path / "workflow.yaml", WORKFLOW + "checks: {numbr: error}\n")
    done = command(tmp_path, "check")
    assert done.returncode == 2
    assert "there is no rule 'numbr' (did you mean 'numbers'?)" in done.stderr


def test_a_new_project_runs_at_once(tmp_path):
    done = command(tmp_path, "init", "newsroom", "--locale", "fr", "--ci", "github")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "newsroom" / ".github" / "workflows" / "translate.yml").exists()
    done = command(tmp_path / "newsroom", "run")
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "newsroom" / "locales/fr/LC_MESSAGES/welcome.po").exists()
    again = command(tmp_path, "init", "newsroom")
    assert again.returncode == 2
    assert "holds a project already" in again.stderr


def test_a_new_project_is_not_translated_into_its_own_language(tmp_path):
    done = command(tmp_path, "init", "newsroom", "--locale", "EN", "--locale", "fr")
    assert done.returncode == 2
    assert "'en' is the articles' own locale" in done.stderr
    assert not (tmp_path / "newsroom").exists()


def test_who_installs_a_package_is_told_what_keeps_it_idle(tmp_path, monkeypatch):
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "packages"))
    make(tmp_path, WORKFLOW.replace("  fr:", "  fr: {engine: none}\n  es:"))
    package = str(next((ROOT / "models").glob("translate-en_fr-*")))
    done = command(tmp_path, "models", "install", package)
    assert done.returncode == 0, done.stderr
    assert "`engine: none` for fr: take that line out" in done.stdout
    assert "for es" not in done.stdout


def test_run_prints_one_table_and_the_ways_of_terms(tmp_path):
    make(tmp_path)
    done = command(tmp_path, "run")
    assert done.returncode == 0, done.stderr
    for word in ("rise", "fr", "draft", "fr/rise/", "Terms in the drafts of this run"):
        assert word in done.stdout, done.stdout
    assert "0 failed" in done.stdout


def test_json_is_json(tmp_path):
    make(tmp_path)
    ran = json.loads(command(tmp_path, "run", "--json").stdout)
    assert ran["exit_code"] == 0
    assert ran["catalogs"][0]["states"]["draft"] == ran["catalogs"][0]["segments"]
    (row,) = json.loads(command(tmp_path, "status", "--json").stdout)
    assert row["states"]["draft"] == row["segments"]
    assert row["path"] == "locales/fr/LC_MESSAGES/rise.po"
    assert json.loads(command(tmp_path, "extract", "--json").stdout)[0]["segments"]
    assert isinstance(json.loads(command(tmp_path, "models", "list", "--json").stdout), list)
    json.loads(command(tmp_path, "schema").stdout)


def test_check_speaks_every_format(tmp_path):
    project = make(tmp_path)
    command(tmp_path, "translate")
    replace(catalog(project), "fuzzy", "fuzzy")
    for name in ("json", "sarif"):
        json.loads(command(tmp_path, "check", "--format", name).stdout)
    assert command(tmp_path, "check", "--format", "nonsense").returncode == 2


def test_approve_reject_and_status(tmp_path):
    project = make(tmp_path)
    command(tmp_path, "translate")
    path = "locales/fr/LC_MESSAGES/rise.po"
    done = command(tmp_path, "approve", path, "--by", "A. Reviewer <a@example.org>")
    assert done.returncode == 0, done.stderr
    (row,) = json.loads(command(tmp_path, "status", "--json").stdout)
    assert row["reviewed"] == 1.0
    assert "A. Reviewer" in row["edited"]
    line = next(
        number
        for number, text in enumerate(catalog(project).read_text().splitlines(), 1)
        if "157 members" in text
    )
    done = command(tmp_path, "reject", f"{path}:{line}", "--note", "check the count")
    assert "1 entry sent back" in done.stdout
    (row,) = json.loads(command(tmp_path, "status", "--json").stdout)
    assert row["reviewed"] < 1
    assert "check the count" in catalog(project).read_text()
    listed = command(tmp_path, "review", "fr")
    assert "157 members" in listed.stdout


def test_glossary_commands(tmp_path):
    make(tmp_path)
    done = command(tmp_path, "glossary", "add", "branch", "--locale", "fr=antenne")
    assert done.returncode == 0, done.stderr
    assert "antenne" in command(tmp_path, "glossary", "show", "a new branch").stdout
    listed = json.loads(command(tmp_path, "glossary", "list", "--json").stdout)
    assert [concept["id"] for concept in listed] == ["pct", "branch"]
    again = command(tmp_path, "glossary", "add", "branch", "--locale", "fr=succursale")
    assert again.returncode == 2
    assert (tmp_path / "glossary" / "terms.csv").read_text().count("branch") == 2
    same = command(tmp_path, "glossary", "add", "Branch", "--locale", "fr=antenne")
    assert same.returncode == 2
    assert "terms.csv:3: 'branch' has a row already" in same.stderr.replace("\n", " ")


def test_a_term_is_added_as_the_file_writes_its_rows(tmp_path):
    make(tmp_path)
    terms = tmp_path / "glossary" / "terms.csv"
    terms.write_bytes("\ufeffsep=;\r\nid;en;fr;Note\r\nfee;fee;taxe;\r\n".encode())
    done = command(tmp_path, "glossary", "add", "term; limit", "-l", "fr=délai", "--note", "ask Jo")
    assert done.returncode == 0, done.stderr
    rows = terms.read_bytes().decode("utf-8-sig")
    assert rows.endswith('fee;fee;taxe;\r\nterm-limit;"term; limit";délai;ask Jo\r\n')
    missing = command(tmp_path, "glossary", "add", "mark", "-l", "de=Marke")
    assert "terms.csv:2: has no column 'de'" in missing.stderr
    assert "a semicolon to each row" in missing.stderr


def test_a_term_in_the_language_of_a_region_is_listed_for_the_language(tmp_path):
    make(tmp_path)
    write(tmp_path / "glossary" / "terms.csv", "id,en,fr-CH\nseventy,seventy,septante\n")
    assert "septante" in command(tmp_path, "glossary", "list", "--locale", "fr").stdout


def test_a_name_that_stays_as_it_is_needs_no_locale(tmp_path):
    make(tmp_path)
    done = command(tmp_path, "glossary", "add", "PatentScope", "--match", "dnt")
    assert done.returncode == 0, done.stderr
    (row,) = [
        one
        for one in json.loads(command(tmp_path, "glossary", "list", "--json").stdout)
        if one["id"] == "patentscope"
    ]
    assert row["do_not_translate"]
    wordless = command(tmp_path, "glossary", "add", "branch")
    assert wordless.returncode == 2
    assert "--match dnt" in wordless.stderr


def test_a_list_of_our_own_format_is_read_in_the_encoding_it_has(tmp_path):
    make(tmp_path)
    rows = "id,en,fr,es\nutility,utility model,modèle d’utilité,modelo de utilidad\n"
    (tmp_path / "excel.csv").write_bytes(rows.encode("cp1252"))
    words = ["glossary", "import", "excel.csv", "--to", "read.csv", "--encoding", "cp1252"]
    done = command(tmp_path, *words)
    assert done.returncode == 0, done.stderr
    assert "modèle d’utilité" in (tmp_path / "read.csv").read_text("utf-8")


def test_a_form_that_is_given_up_closes_the_pages_that_have_it_and_impact_says_so(tmp_path):
    project = make(tmp_path)
    command(tmp_path, "translate")
    command(tmp_path, "approve", str(catalog(project)))
    (tmp_path / "old.csv").write_text(GLOSSARY)
    path = tmp_path / "glossary" / "terms.csv"
    name = "Traité de coopération en matière de brevets"
    path.write_text(path.read_text().replace(name, f"Traité PCT|~{name}"))
    told = command(tmp_path, "glossary", "impact", "--since", "old.csv").stdout
    assert "its page closes until it is looked at" in told
    assert "1 page closes with the next run" in told


def test_doctor_names_what_serves_each_pair(tmp_path):
    make(tmp_path, WORKFLOW.replace("fr:", "{fr: , de: }"))
    done = command(tmp_path, "doctor")
    assert done.returncode == 1
    assert "en -> fr" in done.stdout
    assert "MISSING en -> de" in done.stdout


def test_pins_are_written_and_keep_the_comments(tmp_path):
    make(tmp_path, WORKFLOW + "# ours\nengine:\n  beam: 4 # enough\n")
    assert command(tmp_path, "models", "pin").returncode == 0
    text = (tmp_path / "workflow.yaml").read_text()
    assert "en->fr: argos/en_fr@" in text
    assert "# ours" in text
    assert "# enough" in text
    assert command(tmp_path, "status").returncode == 0


def test_pins_are_written_for_what_there_is_and_the_rest_is_told(tmp_path):
    make(
        tmp_path,
        WORKFLOW.replace("fr:", "{de: , fr: }") + 'engine: {pins: {"en->de": argos/en_de@9}}\n',
    )
    done = command(tmp_path, "models", "pin")
    assert done.returncode == 1
    assert "en->fr: argos/en_fr@" in done.stdout
    assert done.stderr.splitlines() == ["en->de: no package to pin"]
    text = (tmp_path / "workflow.yaml").read_text()
    assert "en->fr: argos/en_fr@" in text
    assert "en->de: argos/en_de@9" in text
    assert done.returncode == command(tmp_path, "models", "pin").returncode


def test_packages_are_compared_with_the_checksums_beside_them(tmp_path):
    make(tmp_path)
    (tmp_path / "models").unlink(missing_ok=True)
    (tmp_path / "models").mkdir()
    name = "translate-en_fr-0_9.argosmodel"
    data = bytearray((ROOT / "models" / name).read_bytes())
    (tmp_path / "models" / name).write_bytes(data)
    digest = hashlib.sha256(data).hexdigest().upper()
    sums = tmp_path / "models" / "SHA256SUMS"
    sums.write_text(f"# ours\n\n{digest} *{name}\n")
    told = command(tmp_path, "doctor").stdout
    assert [line.split()[0] for line in told.splitlines() if "checksum" in line] == ["ok"]
    data[300_000] ^= 1
    (tmp_path / "models" / name).write_bytes(data)
    done = command(tmp_path, "doctor")
    assert done.returncode == 1
    assert "damaged" in done.stdout
    sums.write_bytes(b"\xff\xfe")
    assert "not UTF-8" in command(tmp_path, "doctor").stdout


def test_what_a_glossary_change_touches_is_told_before_the_run(tmp_path):
    project = make(tmp_path)
    command(tmp_path, "translate")
    (tmp_path / "old.csv").write_text(GLOSSARY)
    write(tmp_path / "glossary" / "terms.csv", GLOSSARY + "inv,inventors,,créateurs,,,,noun,,,\n")
    told = command(tmp_path, "glossary", "diff", "old.csv")
    assert "added inv" in told.stdout, told.stderr
    told = command(tmp_path, "glossary", "impact", "--since", "old.csv")
    assert "rise.po" in told.stdout, told.stderr
    assert "redrawn at the next run" in told.stdout
    assert "1 entry: 1 draft, 0 texts of people" in told.stdout
    project.run()
    told = command(tmp_path, "glossary", "impact", "--since", "old.csv")
    assert "a draft made with these terms already" in told.stdout, told.stderr
    assert "redrawn" not in told.stdout
    counted = json.loads(command(tmp_path, "glossary", "report", "--json").stdout)
    assert {row["concept"] for row in counted} >= {"pct"}
    assert project.layout.catalog("fr", "rise").exists()


def test_a_glossary_goes_out_as_tbx_and_comes_back(tmp_path):
    make(tmp_path)
    done = command(tmp_path, "glossary", "export", "out.tbx")
    assert done.returncode == 0, done.stderr
    done = command(tmp_path, "glossary", "import", "out.tbx", "--to", "glossary/back.csv")
    assert done.returncode == 0, done.stderr
    text = (tmp_path / "glossary" / "back.csv").read_text()
    assert "Traité de coopération en matière de brevets" in text
    done = command(tmp_path, "glossary", "export", "deepl.csv", "--format", "deepl", "-l", "fr")
    assert done.returncode == 0, done.stderr


def test_only_a_finding_that_is_there_can_be_accepted(tmp_path):
    project = make(tmp_path)
    command(tmp_path, "translate")
    path = "locales/fr/LC_MESSAGES/rise.po"
    line = next(
        number
        for number, text in enumerate(catalog(project).read_text().splitlines(), 1)
        if text.startswith('msgstr "') and "157" in text
    )
    done = command(tmp_path, "accept", f"{path}:{line}", "numbers")
    assert done.returncode == 2
    assert "numbers finds nothing" in done.stderr
    replace(catalog(project), "157 membres", "175 membres")
    done = command(tmp_path, "accept", f"{path}:{line}", "numbers", "--by", "A. Reviewer")
    assert done.returncode == 0, done.stderr
    assert "numbers" in (tmp_path / "reviews.yaml").read_text()
    found = json.loads(command(tmp_path, "check", "--format", "json").stdout)
    assert "175" not in json.dumps(found)


def test_packages_are_listed_before_there_is_a_project(tmp_path):
    done = command(tmp_path, "models", "list", "--json")
    assert done.returncode == 0, done.stderr
    assert isinstance(json.loads(done.stdout), list)
    write(tmp_path / "workflow.yaml", "locales: {fr: }\nsight: {}\n")
    done = command(tmp_path, "models", "list")
    assert done.returncode == 2
    assert "did you mean 'site'" in done.stderr


def test_publish_lists_the_pages_of_a_locale_and_writes_them_all(tmp_path):
    make(
        tmp_path,
        WORKFLOW.replace("fr:", "{fr: {engine: none}, es: {engine: none, required: true}}"),
        a="Low tide.\n",
    )
    replace(tmp_path / "workflow.yaml", "site:", "gate: {require: approved}\nsite:")
    assert command(tmp_path, "export").returncode == 0
    for tag, code in (("fr", 0), ("es", 1)):
        done = command(tmp_path, "publish", "--json", "-l", tag)
        assert {page["locale"] for page in json.loads(done.stdout)["pages"]} == {tag}
        assert done.returncode == code, done.stdout
    assert (tmp_path / "public" / "en" / "a" / "index.html").is_file()
    done = command(tmp_path, "publish", "-l", "de")
    assert done.returncode == 2
    assert "there is no locale 'de' (there are: fr, es)" in " ".join(done.stderr.split())


def test_models_info_says_how_to_get_what_is_not_there(tmp_path):
    make(tmp_path)
    done = command(tmp_path, "models", "info", "de")
    assert done.stdout.startswith("no package translates en -> de")
    assert "transflow models install de" in done.stdout
    assert "argos/en_fr@" in command(tmp_path, "models", "info", "fr").stdout
