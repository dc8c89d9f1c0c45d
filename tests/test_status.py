"""`transflow status`: what it says of files that people, editors and commands left behind."""

import json
import subprocess
import sys

import polib
import pytest

from tests.project import ARTICLE, SECOND, command, make
from transflow import State
from transflow.catalogs import digest
from transflow.errors import CatalogError, ConfigError

PEOPLE = "locales:\n  fr: {engine: none}\n"
MEMBERS, WORDS = "It has 157 members.", "Il compte 157 membres."


def status(folder, *options):
    program = [sys.executable, "-c", "from transflow.cli import main; main()"]
    done = subprocess.run(
        [*program, "status", "--json", *options], cwd=folder, check=False, capture_output=True
    )
    return done.returncode, json.loads(done.stdout) if done.stdout else None


def by_hand(path, msgid, msgstr):
    text = path.read_text()
    old = f'msgid "{msgid}"\nmsgstr ""\n'
    assert old in text
    path.write_text(text.replace(old, f'msgid "{msgid}"\nmsgstr "{msgstr}"\n'))


def test_who_edited_last_is_a_person_where_a_person_did(tmp_path):
    project = make(tmp_path, PEOPLE, rise=ARTICLE)
    project.run()
    path = project.layout.catalog("fr", "rise")
    assert project.status()[0].edited.endswith(" machine")
    by_hand(path, MEMBERS, WORDS)
    assert project.status()[0].edited.endswith(" by hand")
    file = polib.pofile(str(path), wrapwidth=0)
    file.metadata["Last-Translator"] = "Ann Other <ann@example.org>"
    file.save()
    assert project.status()[0].edited.endswith(" Ann Other")


def test_an_article_that_does_not_exist_is_an_error(tmp_path):
    project = make(tmp_path, PEOPLE, rise=ARTICLE, visit=SECOND)
    project.run()
    for ask in (project.status, project.check, project.translate, project.export):
        with pytest.raises(ConfigError, match="no article 'vizit'") as caught:
            ask(article="vizit")
        assert "visit" in caught.value.hint
    code, rows = status(tmp_path, "-a", "nosuch")
    assert (code, rows) == (2, None)


def test_an_article_that_cannot_be_read_is_told(tmp_path):
    make(tmp_path, PEOPLE, rise=ARTICLE).run()
    assert status(tmp_path)[0] == 0
    (tmp_path / "articles" / "bad.md").write_bytes(b"---\ntitle: [\n---\nText.\n")
    code, rows = status(tmp_path)
    assert code == 1
    (bad,) = [row for row in rows if row["problem"]]
    assert (bad["article"], bad["locale"]) == ("articles/bad.md", "fr")
    assert "articles/bad.md:" in bad["problem"]
    assert [row["article"] for row in rows if not row["problem"]] == ["rise"]


def test_what_is_approved_already_is_not_counted_again(tmp_path):
    project = make(tmp_path, PEOPLE, rise=ARTICLE)
    project.run()
    path = project.layout.catalog("fr", "rise")
    by_hand(path, MEMBERS, WORDS)
    name = "locales/fr/LC_MESSAGES/rise.po"
    assert project.approve([str(path)], "Ann") == [(name, 1, 0, 0, 0)]
    before = path.read_bytes()
    assert project.approve([str(path)], "Bo") == [(name, 0, 0, 0, 0)]
    assert path.read_bytes() == before


def test_what_was_sent_back_is_not_approved_with_its_file(tmp_path):
    project = make(tmp_path, PEOPLE, rise=ARTICLE)
    project.run()
    path = project.layout.catalog("fr", "rise")
    by_hand(path, MEMBERS, "Il compte 8 membres.")
    name = "locales/fr/LC_MESSAGES/rise.po"
    at = path.read_text().splitlines().index(f'msgid "{MEMBERS}"') + 1
    project.reject([f"{name}:{at}"], "Bo", "156, not 8")
    first = project.work_list("fr")[0]
    assert (first.msgid, "Bo: 156, not 8" in first.why) == (MEMBERS, True)
    assert project.approve([name], "Ann") == [(name, 0, 1, 0, 0)]
    at = path.read_text().splitlines().index(f'msgid "{MEMBERS}"') + 1
    assert project.approve([f"{name}:{at}"], "Ann") == [(name, 1, 0, 1, 0)]  # 157 became 8


def test_what_people_must_settle_comes_first(tmp_path):
    project = make(tmp_path, PEOPLE, rise=ARTICLE)
    project.run()
    path = project.layout.catalog("fr", "rise")
    by_hand(path, MEMBERS, "Il compte 8 membres.")
    title = "Patents on the rise"
    catalog = polib.pofile(str(path), wrapwidth=0)
    entry = catalog.find(title)
    entry.msgstr, entry.flags = "Essor des brevets", ["fuzzy"]
    entry.tcomment = "conflict, the other branch says: Les brevets montent."
    catalog.save()
    items = project.work_list("fr")
    assert [item.msgid for item in items[:2]] == [MEMBERS, title]
    assert "numbers" in items[0].why
    assert "the other branch says" in items[1].why
    found = [one for one in project.check().findings if one.rule == "conflict"]
    assert [one.msgid for one in found] == [title]


def test_a_bare_quotation_mark_is_told_with_its_remedy(tmp_path):
    project = make(tmp_path, PEOPLE, rise=ARTICLE)
    project.run()
    path = project.layout.catalog("fr", "rise")
    by_hand(path, MEMBERS, 'Il dit "bien" et part.')
    told = subprocess.run(["msgfmt", "-o", "/dev/null", path], check=False, capture_output=True)
    assert told.returncode != 0
    (finding,) = [one for one in project.run().findings if one.rule == "catalog"]
    assert r"write a quotation mark inside a string as \"" in finding.message
    assert finding.line == path.read_text().splitlines().index(f'msgid "{MEMBERS}"') + 2


@pytest.mark.parametrize(
    ("old", "new", "remedy"),
    [
        (f'"{MEMBERS}"\nmsgstr ""', f'"{MEMBERS}"\nmsgstr “”', "straight quotation marks"),
        (f'"{MEMBERS}"\nmsgstr ""\n', f'"{MEMBERS}"\n', 'add msgstr ""'),
        (f'msgid "{MEMBERS}"', f'<p>msgid "{MEMBERS}"', "a line is a comment"),
        (f'"{MEMBERS}"\nmsgstr ""', f'"{MEMBERS}"\nmsgstr "Il\nva."', r"is written \n"),
        (f'"{MEMBERS}"\nmsgstr ""', f'"{MEMBERS}"\nmsgstr "Il\\ va."', r"a backslash as \\"),
        (f'"{MEMBERS}"\nmsgstr ""', f'"{MEMBERS}"\nmsgstr ""\nmsgstr "Il"', "one of the two"),
    ],
)
def test_other_slips_of_the_hand_are_told_with_their_remedies(tmp_path, old, new, remedy):
    project = make(tmp_path, PEOPLE, rise=ARTICLE)
    project.run()
    path = project.layout.catalog("fr", "rise")
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    (finding,) = [one for one in project.run().findings if one.rule == "catalog"]
    assert remedy in finding.message
    assert path.read_text() == text.replace(old, new)


def test_a_broken_file_does_not_undo_what_was_approved_before_it(tmp_path):
    project = make(tmp_path, PEOPLE + "review: two-step\n", rise=ARTICLE, visit=SECOND)
    project.run()
    good, bad = (project.layout.catalog("fr", name) for name in ("rise", "visit"))
    by_hand(good, MEMBERS, WORDS)
    bad.write_text("<<<<<<< HEAD\n")
    with pytest.raises(CatalogError, match="git conflict"):
        project.approve([str(good), str(bad)], "Ann")
    rows = {row.article: row for row in project.status()}
    assert rows["rise"].states[State.APPROVED] == 1
    assert "git conflict" in rows["visit"].problem


def test_what_is_odd_in_one_article_is_not_said_of_another(tmp_path):
    project = make(tmp_path, PEOPLE, visit=SECOND)
    page = (
        "<title>About</title><nav><a href='/'>Home page</a></nav><main><p>We are here.</p></main>"
    )
    (tmp_path / "articles/about.html").write_text(page)
    project.run()
    told = [one.path for one in project.check(article="about").findings if one.rule == "document"]
    assert told == ["articles/about.html"]
    assert "document" not in {one.rule for one in project.check(article="visit").findings}


SITE = """<!DOCTYPE html>
<html><head><title>Hours</title></head><body>
<nav><a href="fees.html">Fees</a></nav>
<main><h1>Hours</h1><p>The hall opens at nine.</p></main>
<footer><p>Founded in 1911.</p></footer></body></html>
"""


def test_menus_and_footers_come_last_in_the_file_and_in_the_work_list(tmp_path):
    project = make(tmp_path, PEOPLE, visit=SECOND)
    (tmp_path / "articles" / "hours.html").write_text(SITE)
    project.run()
    text = project.layout.catalog("fr", "hours").read_text()
    assert text.index("The hall opens") < text.index("Fees") < text.index("Founded in 1911.")
    assert text.count("#. in a menu, header or footer\n") == 2
    listed = [item.msgid.removesuffix("</a>") for item in project.work_list("fr")]
    assert [one.rpartition(">")[2] for one in listed[-2:]] == ["Fees", "Founded in 1911."]
    assert "Visitors asked many questions." in listed[:-2]


def test_a_work_list_says_which_files_it_leaves_out(tmp_path):
    project = make(tmp_path, PEOPLE, rise=ARTICLE, visit=SECOND)
    project.run()
    path = project.layout.catalog("fr", "visit")
    path.write_text("garbage\n")
    first = project.work_list("fr")[0]
    assert (first.path, first.state, first.msgid) == ("locales/fr/LC_MESSAGES/visit.po", None, "")
    assert "is not PO" in first.why
    done = command(tmp_path, "review", "fr")
    assert done.returncode == 1
    assert "visit.po:1: is not PO" in done.stderr
    assert "wait in fr." in done.stdout


TABLE = """\
| Country | Rate | Opens |
|---|---|---|
| Kenya | 17.4 | 09:00 |
| Chad | 12.6 | 10:30 |

The Office is closed on Monday.
"""


def test_figures_that_nothing_is_said_against_come_last_in_the_work_list(tmp_path):
    project = make(tmp_path, rates=TABLE)
    project.run()
    path = project.layout.catalog("fr", "rates")
    items = project.work_list("fr")
    assert {item.msgid for item in items[-4:]} == {"17.4", "12.6", "09:00", "10:30"}
    assert all(item.is_figure for item in items[-4:])
    assert not any(item.is_figure for item in items[:-4])
    listed = command(tmp_path, "review", "fr").stdout
    assert "4 are nothing but figures and come last." in listed
    file = polib.pofile(str(path), wrapwidth=0)
    wrong = file.find("12.6")  # as a machine might have written it
    wrong.tcomment = wrong.tcomment.replace(digest(wrong.msgstr), digest("12,8"))
    wrong.msgstr = "12,8"
    file.save()
    items = project.work_list("fr")
    assert [item.msgid for item in items[-3:]] == ["17.4", "09:00", "10:30"]
    (told,) = [item for item in items if item.msgid == "12.6"]
    assert (told.state, told.is_figure) == (State.DRAFT, False)
    assert "12.6 became 12,8" in told.why
