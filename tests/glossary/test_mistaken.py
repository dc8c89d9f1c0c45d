"""Files as spreadsheets, mail and haste leave them: one mistake, one message with a remedy."""

from pathlib import Path

import pytest

from transflow.errors import GlossaryError
from transflow.glossary import Glossary, csv, lint


def told(data: bytes | str, tmp_path: Path) -> str:
    path = tmp_path / "g.csv"
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    with pytest.raises(GlossaryError) as caught:
        csv.read(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"PK\x03\x04\x14\x00", "is a spreadsheet or an archive, not CSV"),
        ("<html><body>Log in</body></html>", "is HTML or XML, not CSV"),
        ("id,en,fr\na,fee,taxe\n".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        ("id|en|fr\na|fee|taxe\n", "'|' does not part cells"),
        ("id，en，fr\na，fee，taxe\n", "'，' does not part cells"),
        ("English,French\nfee,taxe\n", "language tag: en"),
        ("en,中文\nfee,费用\n", "language tag: zh-Hans"),
        ("en,Français\nfee,taxe\n", "language tag: fr"),
        ("fee,taxe\noffice,bureau\n", "the first line names the columns"),
        ('id,en,fr\na,"fee,taxe\n', "csv:2: is not CSV: a quotation mark is opened here"),
        ('id,en,fr\na,"fee" new,taxe\n', "csv:2: is not CSV: a quotation mark is closed before"),
    ],
)
def test_what_it_is_and_what_to_do(data: bytes | str, says: str, tmp_path: Path):
    message = told(data, tmp_path)
    assert says in message
    assert message.count("\n") == 0


def test_another_separator_in_the_rows_is_one_mistake(tmp_path: Path):
    rows = "".join(f"a{n};fee {n};taxe {n}\n" for n in range(300))
    message = told("id,en,fr\n" + rows, tmp_path)
    assert "g.csv:2: ';' parts the cells here" in message
    assert "\n" not in message


def test_hundreds_of_mistakes_are_twenty_and_a_number(tmp_path: Path):
    rows = "".join(f"a{n},fee {n},taxe,x\n" for n in range(300))
    message = told("id,en,fr\n" + rows, tmp_path)
    assert message.count("\n") == 20
    assert message.endswith("and 280 more")
    twice = "".join(f"a{n},fee {n},taxe\nb{n},fee {n},droit\n" for n in range(300))
    path = tmp_path / "g.csv"
    path.write_text("id,en,fr\n" + twice)
    with pytest.raises(GlossaryError, match="and 279 more") as caught:
        Glossary.load([path], source="en")
    assert str(caught.value).count("\n") == 21


@pytest.mark.parametrize(
    "text",
    [
        "sep=;\nid;en;fr\na;fee;taxe\n",
        "id,en,fr,,,\na,fee,taxe,,,\n,,,,,\n",
        "id,en,fr,pos,note\na,fee,taxe\n",
        "id,en,fr\na,fee,taxe,,\n",
        "id,en,fr,status\na,fee,taxe,Approved\n",
        "id,en,fr\na,fee\u200b,\u3000taxe\u202f\n",
        "\r\n\r\nid,en,fr\r\na,fee,taxe\r\n",
    ],
)
def test_what_is_meant_is_read(text: str):
    (concept,) = csv.parse(text)
    assert (concept.id, concept.allowed("en"), concept.allowed("fr")) == ("a", ("fee",), ("taxe",))
    assert concept.approved


def test_a_row_without_its_last_language_is_no_row_of_a_shorter_table():
    with pytest.raises(GlossaryError, match="has 2 cells where the header has 3"):
        csv.parse("id,en,fr\na,fee\n")


def test_lines_are_those_of_the_file():
    second = csv.parse('sep=;\nid;en;fr\na;"fee\nold";taxe\nb;office;bureau\n')[1]
    assert second.where == "glossary.csv:5"


def test_a_kind_of_doubt_is_named_twenty_times_in_all_locales_together():
    rows = "".join(f"a{n},term {n},,\n" for n in range(15))
    glossary = Glossary(csv.parse("id,en,fr,es\n" + "b,fee,taxe,tasa\n" + rows))
    found = [
        finding
        for finding in lint(glossary, source="en", locales=["fr", "es"])
        if finding.rule == "glossary-no-target"
    ]
    assert len(found) <= 20


def test_a_kind_of_doubt_is_named_twenty_times():
    rows = "".join(f"a{n},« term {n} »,terme {n}\n" for n in range(50))
    findings = [
        finding
        for finding in lint(Glossary(csv.parse("id,en,fr\n" + rows)), source="en", locales=["fr"])
        if finding.rule == "glossary-quotes"
    ]
    assert len(findings) == 20
    assert findings[-1].message.endswith("and 30 more such")
