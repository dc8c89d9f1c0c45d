"""Lists, lines and tables of a press release in plain text, and the mail that it came in."""

import pytest

from transflow.documents import ingest, read_article

HEAD = "Catch rises again in the north\n\nThe catch rose by five per cent in a year, the Office said.\n\n"


def made(text, locale="en"):
    return ingest(text.encode(), format="text", locale=locale)


def body_of(found):
    return found.text.partition("\n---\n\n")[2]


def body(text):
    return (
        body_of(made(f"{HEAD}{text}\n\nThe end of it is here.\n"))
        .split("\n\n", 1)[1]
        .removesuffix("\n\nThe end of it is here.\n")
    )


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("• Cod up\n\n• Eel down\n\n• Bass flat", "- Cod up\n\n- Eel down\n\n- Bass flat"),
        ("* Cod up\n\n* Eel down", "- Cod up\n\n- Eel down"),
        ("- Cod up", "- Cod up"),
        ("1. Cast off\n\n2. Row out", "1. Cast off\n\n1. Row out"),
        ("What rose\n\n• Cod up\n\n• Eel up", "## What rose\n\n- Cod up\n\n- Eel up"),
        (
            "1. Fleet\n\nIt is old.\n\n2. Fees\n\nFew pay.",
            "## 1. Fleet\n\nIt is old.\n\n## 2. Fees\n\nFew pay.",
        ),
        ("http://www.example.org/a_b_c", "http://www.example.org/a_b_c"),
        ("www.example.org", "www.example.org"),
        ("+41 22 338 91 11", "+41 22 338 91 11"),
    ],
)
def test_an_item_or_an_address_alone_is_no_heading(text, wanted):
    assert body(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("The main points:\n- Cod up\n- Eel down", "The main points:\n\n- Cod up\n- Eel down"),
        ("Note to editors:\n1. They\nmay change.", "Note to editors:\n\n1. They may change."),
        ("Key figures\n- Cod: 12\n- Eel: 9", "Key figures\n\n- Cod: 12\n- Eel: 9"),
        (
            "The fleet of the north\n- it is old - grew.",
            "The fleet of the north - it is old - grew.",
        ),
        (
            "Where: Town hall\nWhen: 5 March 2026, 10:00\nWho: Ann Lee",
            "Where: Town hall\\\nWhen: 5 March 2026, 10:00\\\nWho: Ann Lee",
        ),
        (
            "What: The opening of the\nnew hall\nWhere: Quay 4\nWhen: 5 March 2026",
            "What: The opening of the new hall\\\nWhere: Quay 4\\\nWhen: 5 March 2026",
        ),
        ("时间：3月5日\n地点：市政厅", "时间：3月5日\\\n地点：市政厅"),
        (
            "It opens at noon, and it\ncloses: nobody knows\nwhen.",
            "It opens at noon, and it closes: nobody knows when.",
        ),
    ],
)
def test_items_below_a_line_and_lines_with_labels_stay_lines(text, wanted):
    assert body(text) == wanted


@pytest.mark.parametrize("indent", ["", "    "])
@pytest.mark.parametrize("above", ["", "Table 1: Catch by kind\n"])
def test_a_table_whose_first_head_is_empty_is_one(indent, above):
    rows = (
        "                 2024        2025     Change",
        "Cod             11,735      12,345     +5.2%",
        "Eel             46,139      45,678     -1.0%",
        "Bass               890         901     +1.2%",
    )
    text = above + "\n".join(f"{indent}{row}" for row in rows)
    assert body(text) == (
        (above and f"{above}\n")
        + "|  | 2024 | 2025 | Change |\n| --- | --- | --- | --- |\n| Cod | 11,735 | 12,345 | +5.2% |\n"
        "| Eel | 46,139 | 45,678 | -1.0% |\n| Bass | 890 | 901 | +1.2% |"
    )


def test_texts_and_their_markdown_have_the_same_entries():
    text = f"{HEAD}The main points:\n- Cod up\n- Eel down\n\n* One\n\n* Two\n\nThe end of it is here.\n"
    plain, marked = read_article(text.encode(), format="text"), made(text).text.encode()
    assert [each.text for each in plain.segments] == [
        each.text for each in read_article(marked, format="markdown").segments
    ]


ROSE = "Die Zahl stieg. Für die Fischer ist das gut.\n\nSie stieg sehr.\n"
HEADS = "From: A <a@b.c>\nDate: Tue, 3 Mar 2026 10:00:00 +0100\n"


@pytest.mark.parametrize("subject", ["Neue Zahlen für 2025", "=?utf-8?Q?Neue_Zahlen_f=C3=BCr_2025?=", "=?utf-8?B?TmV1ZSBaYWhsZW4gZsO8ciAyMDI1?=", "=?utf-8?Q?Neue_Zahlen?=\n =?latin1?Q?_f=FCr_2025?="])  # fmt: skip
@pytest.mark.parametrize(
    "more",
    [
        "",
        "MIME-Version: 1.0\n",
        "X-Mailer: A; b\nReceived: from a\n\tby b; Tue\nContent-Type: text/plain;\n charset=utf-8\n",
    ],
)
@pytest.mark.parametrize(
    "below", ["", "München, 03.03.2026\n\n", "Neue Zahlen für 2025\n\n3. März 2026\n\n"]
)
def test_a_mail_with_any_header_says_title_and_day(subject, more, below):
    found = made(f"{more}Subject: {subject}\n{HEADS}\n{below}{ROSE}", "de")
    assert (found.title, str(found.date)) == ("Neue Zahlen für 2025", "2026-03-03")
    assert body_of(found) == ROSE


def test_another_day_below_the_header_is_no_heading():
    found = made(f"Subject: Neue Zahlen\n{HEADS}\nMünchen, 04.03.2026\n\n{ROSE}", "de")
    assert body_of(found) == f"München, 04.03.2026\n\n{ROSE}"


CODED = "Die Zahl stieg. F=C3=BCr die =\nFischer ist das gut.\n\nSie stieg sehr.\n"
PARTS = """\
Content-Type: multipart/alternative; boundary=q

--q
Content-Type: text/plain; charset=utf-8
Content-Transfer-Encoding: quoted-printable

{}
--q
Content-Type: text/html

<html><body><p>Die Zahl stieg.</p></body></html>
--q--
"""


@pytest.mark.parametrize(
    "mail",
    [
        f"Subject: Zahlen\n{HEADS}Content-Transfer-Encoding: quoted-printable\n\n{CODED}",
        f"Subject: Zahlen\n{HEADS}{PARTS.format(CODED)}",
    ],
)
def test_the_text_of_a_mail_comes_out_of_its_code(mail):
    found = ingest(mail.encode(), locale="de")
    assert (found.title, body_of(found)) == ("Zahlen", ROSE)


@pytest.mark.parametrize(
    "subject",
    [
        "=?x-none?Q?a?=",
        "=?utf-8?B?=?=",
        "=?utf-8?Q?=FF?=",
        f"A long one that {'goes on ' * 12}here.",
    ],
)
def test_a_subject_that_cannot_be_read_is_as_it_is(subject):
    assert made(f"Subject: {subject}\n{HEADS}\nHome | News | Contact\n\n{ROSE}").title == subject


@pytest.mark.parametrize("head", ["Subject: Fees\nPlace: Town hall\n", "Note: Fees\nFrom: Ann\n"])
def test_lines_with_labels_are_no_header_of_a_mail(head):
    assert "Fees" in made(f"{head}\n{ROSE}").text
    assert not any("mail" in said for said in made(f"{head}\n{ROSE}").decisions)


@pytest.mark.parametrize(
    "head",
    [
        "Republic of Ruritania\nMinistry of Trade and Industry",
        "Kingdom of the Isles\nRoyal Fisheries Agency\n4 Quay Street",
        "City of Sandvik\nPress Office\n3 March 2026",
        "City of Sandvik\nPress Office\n\nPRESS RELEASE\nNo. 14/2026\n\nFor release: Tuesday, 3 March 2026, 10:00 CET",
    ],
)
def test_a_state_above_its_office_is_a_letterhead(head):
    found = made(
        f"{head}\n\nCatch rises again in the north\n\nThe catch rose by five per cent in a year.\n\nIt is good.\n"
    )
    assert found.title == "Catch rises again in the north"
    assert body_of(found) == "The catch rose by five per cent in a year.\n\nIt is good.\n"
    assert found.text.count("date:") == ("2026" in head)


def test_a_state_above_its_title_is_one():
    assert (
        made(f"Republic of Ruritania\njoins the treaty\n\n{ROSE}").title
        == "Republic of Ruritania joins the treaty"
    )
