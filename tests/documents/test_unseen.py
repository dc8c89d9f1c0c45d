"""What other generators take for comments, captions and names: no text, and on no page."""

import pytest

from tests.documents.skeleton import offered, read

MYST = """% ask Ann before Monday

(quay)=
# The quay

% one line
  % and another
It opens.
% in the middle
It closes.

- Nets
  % mend them

```{code-cell}
%matplotlib inline
```
"""


def test_comments_of_myst_are_no_text_and_on_no_page():
    article = read(MYST)
    assert [each.text for each in article.segments] == [
        "The quay", "It opens.", "It closes.", "Nets"
    ]  # fmt: skip
    page = article.html({})
    assert not [word for word in ("Ann", "one line", "middle", "mend", "(quay)") if word in page]
    assert "%matplotlib inline" in page


def test_without_a_sign_of_myst_such_lines_are_text():
    assert offered("# Fees\n\n% of all boats\n") == ["Fees", "% of all boats"]
    assert offered("```{r}\nx\n```\n\n% of all boats\n") == ["% of all boats"]


@pytest.mark.parametrize("mark", ["Table: ", "table:  "])
@pytest.mark.parametrize(
    "source", ["{0}Boats\n\n| A |\n|---|\n| x |\n", "| A |\n|---|\n| x |\n\n{0}Boats\n"]
)
def test_the_mark_of_a_caption_stays(source, mark):
    article = read(source.format(mark))
    boats = next(each for each in article.segments if "Boats" in each.text)
    assert boats.text == "Boats"
    rendered = article.render({boats.id: "1. Bateaux"}, "fr").decode()
    assert f"{mark}1" in rendered


def test_away_from_a_table_it_is_a_word():
    assert offered("Table: one that stands on the quay.\n") == [
        "Table: one that stands on the quay."
    ]


def test_an_id_of_docsify_is_no_part_of_its_heading():
    article = read("# The quay :id=quay\n")
    (title,) = article.segments
    assert title.text == "The quay"
    assert article.html({}).strip() == '<h1 id="quay">The quay</h1>'
    assert article.meta["title"] == "The quay"


def test_what_quarto_numbers_stays():
    (segment,) = read("See @fig-quay, @tbl-fees or write to @anna now.\n").segments
    found = [segment.text[span.start : span.end] for span in segment.spans]
    assert found == ["@fig-quay", "@tbl-fees"]


@pytest.mark.parametrize(
    "code",
    [
        "import Tide from './tide'",
        "export const tide = 3",
        "{/* ask Ann */}",
        "(quay)=",
        '+++ {"tag": "sea"}',
        "%%ask Ann%%",
        "%%\nask Ann\n%%",
        "{# ask Ann #}",
        "<<< @/tide.js",
        "^quay-1",
    ],
)
def test_comments_and_code_of_generators_are_on_no_page(code):
    assert read(f"{code}\n\nRow out.\n").html({}).strip() == "<p>Row out.</p>"


def test_a_comment_in_a_sentence_is_on_no_page():
    source = "Row %%ask Ann%% out {# so #} now. ^quay-1\n\n- At `%%x%%` 5%% of 3 ^2\n"
    page = read(source).html({})
    assert "Ann" not in page
    assert "so" not in page
    assert "quay" not in page
    assert "<code>%%x%%</code> 5%% of 3 ^2" in page
