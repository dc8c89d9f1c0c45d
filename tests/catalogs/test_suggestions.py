"""Like sentences from the memory stand in a comment until the entry has found its words."""

from tests.catalogs.build import edit, gettext_is_content, messages, read, run
from transflow.catalogs import Suggestion, suggested

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
