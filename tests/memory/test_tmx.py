"""TMX: our own come back whole, others are read for what they are worth, hostile ones refused."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transflow.errors import TransflowError
from transflow.memory import MemoryUnit, dump_tmx, parse_tmx

FOREIGN = b"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x"
 adminlang="EN-US" srclang="EN-US" datatype="html"/>
<body>
<tu changedate="20240329T101500Z">
 <tuv xml:lang="EN-US"><seg>Press <bpt i="1">&lt;b&gt;</bpt>Start<ept i="1">&lt;/b&gt;</ept>.</seg></tuv>
 <tuv xml:lang="fr-FR"><seg>Appuyez sur <bpt i="1">&lt;b&gt;</bpt>D\xc3\xa9marrer<ept i="1">&lt;/b&gt;</ept>.</seg></tuv>
 <tuv xml:lang="zh-Hans"><seg>\xe6\x8c\x89</seg></tuv>
 <tuv xml:lang="xx-klingon"><seg>?</seg></tuv>
</tu>
<tu><tuv xml:lang="de"><seg>Ebbe</seg></tuv><tuv xml:lang="fr"><seg>Mer</seg></tuv></tu>
<tu><tuv xml:lang="en"><seg>Empty</seg></tuv><tuv xml:lang="fr"><seg> </seg></tuv></tu>
</body></tmx>
"""


def test_foreign_tmx():
    found = parse_tmx(FOREIGN, "memory/x.tmx", "en")
    assert found == {
        "fr-FR": [
            MemoryUnit(
                "Press <b>Start</b>.",
                "Appuyez sur <b>Démarrer</b>.",
                "memory/x.tmx",
                date="2024-03-29",
            )
        ],
        "zh-Hans": [MemoryUnit("Press <b>Start</b>.", "按", "memory/x.tmx", date="2024-03-29")],
    }


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"<tmx><body>", "well-formed"),
        (b"<xliff/>", "not TMX"),
        (b'<!DOCTYPE t [<!ENTITY a "aa">]><tmx>&a;</tmx>', "entities"),
        (b"", "well-formed"),
    ],
)
def test_what_is_not_tmx_is_refused_with_its_place(data, words):
    with pytest.raises(TransflowError, match=words) as caught:
        parse_tmx(data, "memory/x.tmx", "en")
    assert caught.value.where.startswith("memory/x.tmx")


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]), min_size=1).filter(
    str.strip
)
UNITS = st.lists(
    st.builds(
        MemoryUnit,
        TEXT,
        TEXT,
        origin=st.just("x.tmx"),
        date=st.sampled_from(["", "2026-03-01"]),
        context=st.sampled_from(["", "heading"]),
    ),
    max_size=5,
)


@given(UNITS)
def test_our_own_come_back(units):
    units = [u for u in units if not set("\ufffe\uffff") & set(u.source + u.target)]
    data = dump_tmx([("fr", unit) for unit in units], "en", "1.0")
    assert sorted(parse_tmx(data, "x.tmx", "en").get("fr", []), key=repr) == sorted(units, key=repr)


def test_translate_toolkit_reads_ours(tmp_path):
    path = tmp_path / "m.tmx"
    path.write_bytes(
        dump_tmx([("fr", MemoryUnit('Say "<b>" & go.', "Dire « <b> »."))], "en", "1.0")
    )
    script = (
        "import sys; from translate.storage.tmx import tmxfile;"
        "s = tmxfile(open(sys.argv[1], 'rb'), 'en', 'fr');"
        "print([(u.source, u.target) for u in s.units])"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(path)], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == str([('Say "<b>" & go.', "Dire « <b> ».")])


def test_the_order_does_not_depend_on_the_order_of_work():
    units = [
        ("fr", MemoryUnit("b", "x")),
        ("es", MemoryUnit("a", "y")),
        ("fr", MemoryUnit("a", "z")),
    ]
    assert dump_tmx(units, "en", "1") == dump_tmx(list(reversed(units)), "en", "1")
