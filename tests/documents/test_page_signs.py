"""Signs that pages show for what Markdown's dialects write: emoji, formulas, lowered figures."""

import pytest

from transflow.documents import escape, plain, read_article
from transflow.documents.emoji import with_emoji


def page(text):
    return read_article(text.encode(), format="markdown").html({}, "en").strip()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Well done :smile: :+1:", "<p>Well done 😄 👍</p>"),
        ("An :unheard-of: code", "<p>An :unheard-of: code</p>"),
        ("`:smile:` and 1:100:2, a:b:c, 10:30:45", "<p><code>:smile:</code> and 1:100:2, a:b:c, 10:30:45</p>"),
        ("It is $E = mc^2$ for $x$.", "<p>It is <code>E = mc^2</code> for <code>x</code>.</p>"),
        ("$5 and up$ are two signs", "<p>$5 and up$ are two signs</p>"),
        ("$$\na < b\n$$", "<p><code>\na &lt; b\n</code></p>"),
        ("H~2~O and CO~2~", "<p>H<sub>2</sub>O and CO<sub>2</sub></p>"),
        ("~gone~, ~two words~, ~~both~~", "<p><del>gone</del>, <del>two words</del>, <del>both</del></p>"),
        ("{++added++} {--gone--} {==so==} {>>a note<<}x", "<p><ins>added</ins> <del>gone</del> <mark>so</mark> x</p>"),
        ("{~~a~>b~~} and `{--code--}`", "<p><del>a</del><ins>b</ins> and <code>{--code--}</code></p>"),
        ("++ctrl+page-down++ and ++enter++", "<p><kbd>Ctrl</kbd>+<kbd>Page Down</kbd> and <kbd>Enter</kbd></p>"),
        (":material-clock-fast: Now", "<p> Now</p>"),
        ('<figure markdown="span">\n  ![A *b*](c.png)\n  <figcaption>D</figcaption>\n</figure>',
         '<figure markdown="span">\n  <img src="c.png" alt="A b" />\n  <figcaption>D</figcaption>\n</figure>'),
        ("<div markdown>\n**a**\n</div>", "<div markdown>\n<strong>a</strong>\n</div>"),
        ("m<sub>a b</sub> and x~i~", "<p>m<sub>a b</sub> and x<sub>i</sub></p>"),
    ],
)  # fmt: skip
def test_what_a_page_shows(text, shown):
    assert page(text) == shown


def test_abbreviations_say_what_they_stand_for_and_their_lines_are_on_no_page():
    text = 'The PCT and `PCT`, PCTs.\n\n*[PCT]: A "treaty"\n*[EPO]: An office\n'
    assert page(text) == (
        '<p>The <abbr title="A &quot;treaty&quot;">PCT</abbr> and <code>PCT</code>, PCTs.</p>'
    )


def test_markdown_in_an_element_is_shown_in_translation():
    text = '<figure markdown="span">\n  ![A desk](c.png)\n  *Here* it is.\n</figure>\n'
    article = read_article(text.encode(), format="markdown")
    given = {
        "A desk": "Un bureau",
        "![A desk](c.png) *Here* it is.": "![A desk](c.png) Le *voici*.",
    }
    texts = {one.id: given[one.text] for one in article.segments}
    shown = article.html(texts, "fr", lambda _: ("<b>", "</b>"))
    assert '<img src="c.png" alt="Un bureau" /> Le <em>voici</em>.</b>' in shown


def test_no_tag_is_touched():
    assert with_emoji('<a href="x:smile:">:x:</a>') == '<a href="x:smile:">❌</a>'


def test_an_article_comes_back_with_the_codes_it_has():
    text = b"Well done :smile: with H~2~O and $E = mc^2$.\n"
    article = read_article(text, format="markdown")
    assert article.render({}, "fr") == text


def test_a_dollar_before_a_blank_is_money_and_needs_no_escape():
    article = read_article(b"It costs US$15 to US$20.\n", format="markdown")
    out = article.render({article.segments[0].id: "De 15 US$ à 20 US$ environ"}, "fr").decode()
    assert out == "De 15 US$ à 20 US$ environ\n"
    assert page(out) == "<p>De 15 US$ à 20 US$ environ</p>"


@pytest.mark.parametrize(
    ("text", "native"),
    [
        ("It costs 7 US$.", "It costs 7 US$."),
        ("From 5 $ to 7 $, all*", "From 5 $ to 7 $, all\\*"),
        ("US$5 or US$7", "US$5 or US$7"),
        ("5$, 7$.", "5\\$, 7\\$."),  # `$, 7$` would be a formula
        ("$x and y$", "\\$x and y\\$"),
        ("a \\$ b", "a \\\\$ b"),
    ],
)
def test_a_sum_of_money_in_an_entry_needs_no_escape(text, native):
    assert escape(text, "markdown") == native
    assert plain(native, "markdown") == text


def test_the_sums_of_two_sentences_make_no_formula():
    article = read_article(b"It costs 7. It was 9.\n", format="markdown")
    one, two = article.segments
    page = article.html({one.id: "Il en coûte 7 US$.", two.id: "Avant, 9 US$."}, "fr")
    assert page.strip() == "<p>Il en coûte 7 US$. Avant, 9 US$.</p>"
