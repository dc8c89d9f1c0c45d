"""What Word, Drupal and visual editors leave in HTML."""

from tests.documents.skeleton import offered, read
from transflow.documents import read_article


def test_elements_with_nothing_but_blanks_at_the_edges_are_in_no_entry():
    """Editors and Word leave them: the sentences inside the other element are cut."""
    page = (
        '<p><span style="x">It is shut. Row <b>over</b>.</span><span>&nbsp;</span></p>'
        "<p><o:p>&nbsp;</o:p><strong>It is far. Come soon.</strong><i> </i></p><p><b> </b></p>"
    )
    assert offered(page, "html") == [
        "It is shut.", "Row <b>over</b>.", "It is far.", "Come soon."
    ]  # fmt: skip
    assert offered("<p>Row<b> </b>over</p>", "html") == ["Row<b> </b>over"]


def test_what_drupal_keeps_of_pictures():
    """Its captions are read, what says which picture it is stays: https://www.drupal.org/project/media"""
    picture = '[[{"fid":"12","attributes":{"alt":"A pier"}}]]'
    (segment,) = read(f"<p>{picture}</p><p>The pier {picture} is open.</p>", "html").segments
    assert [segment.text[each.start : each.end] for each in segment.spans] == [picture]
    page = '<img src="a.png" alt="" data-caption="The pier"><img data-caption="A &lt;b&gt;pier">'
    article = read_article(page.encode(), format="html")
    assert [each.text for each in article.segments] == ["The pier"]
