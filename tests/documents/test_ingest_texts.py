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
