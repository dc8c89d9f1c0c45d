"""Comment lines that a tool broke at its own column: ours come back whole, people's stay as they are."""

import polib
import pytest

from tests.catalogs.build import messages, read, run
from transflow.catalogs.provenance import digest

SOURCE = "The city library opens a well-lit new reading room on 16 November 2026."
DRAFT = "La bibliothèque municipale ouvre une salle bien-éclairée, bel-et-bien neuve, le 16 novembre 2026."
DOUBT = (
    " doubt: the draft may have lost a part: 'well-lit', which stands nowhere in its words of today"
)
MEMORY = " memory 87%: La bibliothèque ouvre une salle neuve le 9 mai. [The library opens a room on 9 May.]"
EARLIER = (
    " earlier translation: La bibliothèque de la ville a ouvert une nouvelle salle il y a dix ans."
)
NOTES = (" ask Marie", " whether the room's name is settled: she knows, and the architect does.")
TERM = " term: reading room → salle de lecture | espace de lecture | cabinet de lecture | salle"
KEYS = (
    f"source={digest(SOURCE)} engine=argos/en_fr@1.9 glossary=ecaf9c28 draft={digest(DRAFT)} "
    "approved=97b774ce prev=7d266122.97b774ce"
)
FILE = f"""\
msgid ""
msgstr "Content-Type: text/plain; charset=UTF-8\\n"

#{DOUBT}
#{NOTES[0]}
#{NOTES[1]}
#{MEMORY}
#{EARLIER}
# transflow: {KEYS}
#. paragraph
#.{TERM}
#. draft: {DRAFT}
#: articles/tide.md
#, fuzzy
#| msgid "The city library opens a reading room."
msgid "{SOURCE}"
msgstr "La bibliothèque municipale ouvre une salle de lecture."
"""


def saved(data: bytes, path, width: int) -> bytes:
    path.write_bytes(data)
    polib.pofile(str(path), wrapwidth=width).save(str(path))
    return path.read_bytes()


@pytest.mark.parametrize("width", [40, 60, 72, 78])
def test_lines_of_ours_that_polib_broke_are_whole(tmp_path, width):
    data = saved(FILE.encode(), tmp_path / "tide.po", width)
    assert DRAFT not in data.decode()
    block, whole = read(data).blocks[0], read(FILE.encode()).blocks[0]
    assert block.extracted == whole.extracted
    assert [one for one in block.comments if one not in whole.comments] == _broken(NOTES[1], width)
    assert {DOUBT, MEMORY, EARLIER, f" transflow: {KEYS}"} <= set(block.comments)


def _broken(note: str, width: int) -> list[str]:
    """A person's note as polib leaves it, where it is too long."""
    if len(note) + 1 <= width:
        return []
    pofile = polib.POFile()
    pofile.append(polib.POEntry(msgid="x", tcomment=note.strip()))
    pofile.wrapwidth = width
    return [line[1:] for line in str(pofile).split("\n") if line[1:].strip() and line[0] == "#"]


def test_the_next_run_writes_them_whole(tmp_path):
    data = saved(FILE.encode(), tmp_path / "tide.po", 78)
    again = run(data, messages(SOURCE))
    assert f"#. draft: {DRAFT}\n#: articles/tide.md\n" in again.decode()
    assert f"#{DOUBT}\n" in again.decode()
    assert run(again, messages(SOURCE)) == again


def test_an_entry_is_still_found_by_its_line_in_the_broken_file(tmp_path):
    data = saved(FILE.encode(), tmp_path / "tide.po", 60)
    at = data.decode().split("\n").index("#, fuzzy") + 1
    entry = read(data).entry_at(at)
    assert entry is not None
    assert entry.draft == DRAFT


def test_a_note_behind_a_line_of_ours_stays_a_note_where_no_tool_broke_lines():
    note = " doubt: the draft may have lost a part, 'lit', which is not in its words"
    data = FILE.replace(DOUBT, note).encode()
    assert read(data).blocks[0].comments[:3] == (note, *NOTES)
    assert read(data).dump() == data


def test_a_note_behind_a_short_doubt_is_a_note_in_a_broken_file_too(tmp_path):
    doubt = " doubt: 'well-lit' is missing"
    data = saved(FILE.replace(DOUBT, doubt).encode(), tmp_path / "tide.po", 78)
    assert read(data).blocks[0].comments[:2] == (doubt, NOTES[0])


def test_a_foreign_line_behind_a_whole_proposal_is_none_of_it():
    data = FILE.replace("#: articles", "#. Translators: mind the hyphen\n#: articles").encode()
    assert read(data).entries[0].draft == DRAFT


def test_without_its_hash_a_proposal_takes_the_lines_behind_it(tmp_path):
    data = saved(FILE.replace(f"draft={digest(DRAFT)} ", "").encode(), tmp_path / "tide.po", 60)
    assert read(data).entries[0].draft == DRAFT
