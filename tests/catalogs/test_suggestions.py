"""Like sentences from the memory stand in a comment until the entry has found its words."""

from tests.catalogs.build import ENGINE, NOW, edit, gettext_is_content, messages, read, run
from transflow.catalogs import Suggestion, suggested
from transflow.model import Draft, Finding, Severity

ARTICLE = messages("Low tide.", "High tide.")
FOUND = {
    ("", "Low tide."): [Suggestion(87, "Lowest tide.", "Marée\nla plus basse.")],
    ("", "High tide."): [Suggestion(80, "Highest tide.", "Marée la plus haute.")],
}


def test_they_come_stay_quiet_and_go(tmp_path):
    data = run(edit(run(None, ARTICLE), "High tide.", "Marée haute.", flag=False), ARTICLE)
    data = data.replace(b"# transflow", b"# by hand\n# transflow", 1)
    once = suggested(read(data), FOUND).dump()
    assert read(once).entry("Low tide.").comments == (
        "by hand",
        "memory 87%: Marée la plus basse. [Lowest tide.]",
    )
    assert read(once).entry("High tide.").comments == ()
    assert read(once).entry("Low tide.").state == "draft"
    gettext_is_content(once, tmp_path)
    assert run(once, ARTICLE) == once
    assert suggested(read(once), FOUND).dump() == once
    assert suggested(read(once), {}).dump() == data
    done = run(edit(once, "Low tide.", "Marée basse.", flag=False), ARTICLE)
    assert read(done).entry("Low tide.").comments == ("by hand",)


def test_a_drafts_doubts_stand_in_the_entry_until_it_has_found_its_words(tmp_path):
    doubt = Finding("markup-place", Severity.INFO, "the place of *…* is a guess")
    article = messages("Very *low* tide.")
    draft = Draft("Marée *très* basse.", origin=ENGINE, findings=(doubt,))
    empty = read(run(None, article, drafts=False))
    data = empty.with_drafts({("", "Very *low* tide."): draft}, article, NOW).dump()
    assert read(data).entry("Very *low* tide.").comments == ("doubt: the place of *…* is a guess",)
    gettext_is_content(data, tmp_path)
    assert run(data, article) == data
    assert read(suggested(read(data), {}).dump()).entry("Very *low* tide.").comments != ()
    done = run(edit(data, "Very *low* tide.", "Marée très *basse*.", flag=False), article)
    assert read(done).entry("Very *low* tide.").comments == ()
