"""What buttons of a saved page say and show is text, or named as left out."""

import pytest

from transflow.documents import ingest

pytest.importorskip("trafilatura", reason="the extra `ingest` is not installed")

STORY = (
    "<p>The Office confirmed the new fee on Monday. It is the first rise in eight years, and it pays for faster work.</p>"
    "<p>Owners of a patent will find the new amount in the letter that comes with the bill in the month of April.</p>"
)
ANSWER = "All owners of a patent pay the fee once a year."


def made(part):
    page = f"<!DOCTYPE html><html lang=en><head><title>New fee from April</title></head><body><main><h1>New fee from April</h1>{STORY}{part}"
    found = ingest(page.encode(), format="html")
    return found.text.partition("bill in the month of April.\n")[2].strip("\n"), [
        said for said in found.decisions if said.startswith(("left out", "not taken"))
    ]


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        (f"<h2><button>Who pays?</button></h2><p>{ANSWER}", f"## Who pays?\n\n{ANSWER}"),
        (
            f"<h3><span><button aria-expanded=false aria-controls=a>Who <b>pays</b>?</button></span></h3><div id=a hidden><p>{ANSWER}</div>",
            f"### Who **pays**?\n\n{ANSWER}",
        ),
        (
            f"<button class=accordion-header>Who pays?</button><div style='display: none'><p>{ANSWER}</div>",
            f"Who pays?\n\n{ANSWER}",
        ),
        (
            f"<div><button data-bs-toggle=collapse data-bs-target=#a><h3>Who pays?</h3></button></div><p>Read:<div id=a aria-hidden=true><p>{ANSWER}</div>",
            f"### Who pays?\n\nRead:\n\n{ANSWER}",
        ),
        (
            f"<dl><dt><button aria-expanded=false>Who pays?</button><dd>{ANSWER}</dl>",
            f"Who pays?\n: {ANSWER}",
        ),
        (
            "<table><tr><th><button>Year</button><th><button>Fee</button><tr><td>2026<td>90</table>",
            "| Year | Fee |\n| --- | --- |\n| 2026 | 90 |",
        ),
        (
            "<p>Press <button>Start</button> to begin with it.",
            "Press Start to begin with it.",
        ),
        ("<p><button>Start</button> begins it.", "Start begins it."),
        (
            (
                f"<div role=tablist><button role=tab>Firms</button><button role=tab>Persons</button></div><div role=tabpanel>{ANSWER}</div>"
                "<div role=tabpanel hidden><p>They pay forty pounds a year at the office.</div>"
            ),
            f"Firms\n\n{ANSWER}\n\nPersons\n\nThey pay forty pounds a year at the office.",
        ),
        (
            f"<ul role=tablist><li role=presentation><a role=tab href=#f>Firms</a></ul><div id=f><h2>Firms</h2><p>{ANSWER}</div>",
            f"## Firms\n\n{ANSWER}",
        ),
    ],
)
def test_text_of_buttons_and_what_they_show_stays(part, wanted):
    assert made(part) == (wanted, [])


@pytest.mark.parametrize(
    ("part", "stays", "said"),
    [
        (
            f"<h2>Who pays? <button>Copy link</button></h2><p>{ANSWER}",
            f"## Who pays?\n\n{ANSWER}",
            "Copy link",
        ),
        (f"<button>Print</button><p>{ANSWER}", ANSWER, "Print"),
        (f"<p>{ANSWER} <button>Share</button>", ANSWER, "Share"),
        (
            f"<button aria-expanded=false aria-controls=a>Read more</button><div id=a hidden><p>{ANSWER}</div>",
            ANSWER,
            "Read more",
        ),
        ("<div role=tablist><button role=tab>Firms</button></div>", "", "Firms"),
        (
            "<button aria-expanded=false>Sections</button><div><a href=a>The fees of the last ten years at the Office</a></div>",
            "[The fees of the last ten years at the Office](a)",
            "Sections",
        ),
    ],
)
def test_other_buttons_are_left_out_and_named(part, stays, said):
    assert made(part) == (stays, [f"left out, a button: {said!r}"])


def test_what_only_opens_in_a_window_of_its_own_stays_hidden():
    part = f"<button data-bs-toggle=modal data-bs-target=#m>Ask us</button><div id=m hidden><p>{ANSWER}</div>"
    text, said = made(part)
    assert ANSWER not in text
    assert "left out, a button: 'Ask us'" in said
