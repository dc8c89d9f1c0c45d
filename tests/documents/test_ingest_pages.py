"""What old and odd pages say comes into the article whole, or is said to be left out."""

import re

import pytest

from transflow.documents import ingest, read_article
from transflow.errors import ArticleError

pytest.importorskip("trafilatura", reason="the extra `ingest` is not installed")

STORY = (
    "<p>The rope works opened on Saturday for a whole day, and hundreds of people came to see the long walk."
    "<p>Its last master showed how hemp is spun, and the children made a rope of nine yards and took it home.</p>"
)


def made(body, **more):
    page = f"<html><head><title>Rope works</title></head><body>{body}</body></html>"
    return ingest(page.encode(), format="html", **more)


def text_of(body):
    return made(body).text.partition("\n---\n\n")[2]


def shown(body):
    """The page that is made of the article again."""
    return read_article(text_of(body).encode(), format="markdown").html({})


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        (
            "<address>Rope works, 4 Quay<br>Tel. 12 34<br><a href=mailto:a@rope.example>Ask us</a></address>",
            "Rope works, 4 Quay\\\nTel. 12 34\\\n[Ask us](mailto:a@rope.example)",
        ),
        (
            "<h2><a name=walk>The long walk</a></h2><p>It is long.",
            "## The long walk\n\nIt is long.",
        ),
        (
            "<h3>Tools</h3><ul><li>Hook<li>Top<li>Sledge</ul>",
            "### Tools\n\n- Hook\n- Top\n- Sledge",
        ),
        (
            "<dl><dt>Open?<dd>Yes.<dt>Free?<dd>No.</dl>",
            "Open?\n: Yes.\n\nFree?\n: No.",
        ),
        (
            "<blockquote>Long is the rope.<br>— <cite>A. Holm</cite></blockquote>",
            "> Long is the rope.\\\n> — <cite>A. Holm</cite>",
        ),
        ("Loose text here.<br><br>And more of it.", "Loose text here.\n\nAnd more of it."),
        ("<p>See the <a href=rules.pdf>rules</a></p>", "See the [rules](rules.pdf)"),
        (
            "<ul><li><a href=a.pdf>Plan</a><li><a href=b.pdf>Prices</a></ul>",
            "- [Plan](a.pdf)\n- [Prices](b.pdf)",
        ),
        ("<a href=walk.htm><h3>The walk</h3></a>", "### [The walk](walk.htm)"),
        ("<ul><li>Hook</ul><ul><li>Top</ul>", "- Hook\n\n* Top"),
        ("<ol start=3><li>Third<li>Fourth</ol>", "3. Third\n3. Fourth"),
    ],
)
def test_parts_of_an_old_page_come_with_it(part, wanted):
    found = made(f"<h1>Rope works</h1>{STORY}{part}")
    assert found.text.endswith(f"\n\n{wanted}\n")
    assert not [said for said in found.decisions if said.startswith(("not taken", "left out"))]


@pytest.mark.parametrize(
    ("written", "page"),
    [
        ("10<sup>3</sup> of H<sub>2</sub>O", "10<sup>3</sup> of H<sub>2</sub>O"),
        ("<s>on Mondays</s> on Fridays", "<del>on Mondays</del> on Fridays"),
        ("a<strike>b</strike>c", "a<del>b</del>c"),
        (
            '<abbr title="rope & yarn">R.Y.</abbr> said',
            '<abbr title="rope &amp; yarn">R.Y.</abbr> said',
        ),
        ("<b>Please note:</b>the tower", "<strong>Please note:</strong>the tower"),
        (
            "<b>Note: </b>the <i>big <b>dog</b></i>",
            "<strong>Note:</strong> the <em>big <strong>dog</strong></em>",
        ),
        ("Yours<br>Ida &lt;b&gt; [x](y) *z*", "Yours<br />\nIda &lt;b&gt; [x](y) *z*"),
        ("do <u>not</u> go", "do <u>not</u> go"),
        ("press <kbd>F1</kbd>, <code>a`b</code>", "press <kbd>F1</kbd>, <code>a`b</code>"),
    ],
)
@pytest.mark.parametrize("around", ["{}", "<main>{}</main>"])
def test_what_marks_say_stays(around, written, page):
    assert f"<p>{page}</p>" in shown(around.format(f"<h1>Rope works</h1>{STORY}<p>{written}</p>"))


def test_cells_keep_their_lines_and_columns():
    table = (
        "<table border=1><tr><th rowspan=2>Kind<th colspan=2>Price<tr><th>one<th>ten"
        "<tr><td>Rope<br>of hemp<td><ul><li>4<li>5</ul><td>a|b</table>"
    )
    assert text_of(STORY + table).endswith(
        "| Kind | Price |  |\n| --- | --- | --- |\n|  | one | ten |\n| Rope<br>of hemp | 4<br>5 | a\\|b |\n"
    )


def test_a_layout_table_is_blocks_and_no_words_grow_together():
    page = (
        "<table><tr><td>Rope Works Society<br>Charity 12<tr><td><a href=a.htm>Home</a><br><a href=b.htm>News</a>"
        f"<td><h1>Rope works</h1>First words.<br><br><b>Note:</b> second.{STORY}<ul><li>One<li>Two</ul></table>"
    )
    found = made(page)
    text = found.text.partition("\n---\n\n")[2]
    assert text.startswith("First words.\n\n**Note:** second.\n\nThe rope works opened")
    assert text.endswith("took it home.\n\n- One\n- Two\n")
    for said in ("Rope Works Society", "Charity 12"):
        assert f"not taken over: {said!r}" in found.decisions


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ("<form>Your name: <input name=n> <input type=submit></form>", "a form: 'Your name:'"),
        ("<div class='share-box'>Tell a friend</div>", "furniture of the site: 'Tell a friend'"),
        ("<p><a href=#top>Back to top</a></p>", "links: 'Back to top'"),
        ("<p><a href='javascript:print()'>Print</a></p>", "links: 'Print'"),
        ("<aside>An old rope</aside>", "an aside: 'An old rope'"),
        ("<noscript>Scripts, please</noscript>", "for browsers without scripts: 'Scripts, please'"),
        ("<iframe src=m.htm title='A map'></iframe>", "an embedded page: 'A map'"),
        ("<p><map><area alt='The pier' href=p.htm></map></p>", "a place on an image: 'The pier'"),
    ],
)
@pytest.mark.parametrize("around", ["{}", "<main>{}</main>"])
def test_what_is_left_out_is_said(around, part, said):
    found = made(around.format(f"<h1>Rope works</h1>{STORY}{part}"))
    assert f"left out, {said}" in found.decisions
    assert found.text.endswith("took it home.\n")


def test_every_word_of_a_page_is_in_the_article_or_in_a_decision():
    parts = [
        "<div id=menu><a href=i.htm>Welcome</a> &raquo; Works</div>",
        "<h1>Rope works</h1>",
        STORY,
        "<h2>Prices</h2><dl><dt>Child<dd>Two<p>Three after noon</dl>",
        "<address>Quay</address><center><font size=2>Centred</font></center>",
        "<table><caption>Ropes</caption><tr><td>Manila<td>Sisal</table>",
        "<details><summary>More</summary>Unfolded</details><fieldset><legend>Legend</legend>Field</fieldset>",
        "<aside>Beside</aside><div>outer<div>inner</div>after</div>",
        "<figure><img src=a.png alt=Picture><figcaption>Caption <b>bold</b></figcaption></figure><h3>Last</h3>",
    ]
    found = made("".join(parts))
    told = found.text + " ".join(found.decisions)
    words = re.findall(r"[^\W\d_]{3,}", re.sub(r"<[^>]*>|&\w+;", " ", "".join(parts)))
    assert [word for word in words if not re.search(rf"\b{word}\b", told)] == []


def test_code_is_not_told_as_lost_for_what_looks_like_tags_or_links_in_it():
    found = made(
        f"<main>{STORY}<pre>let a: Vec&lt;u8&gt; = b[i](c);</pre><p>A <code>Vec&lt;u8&gt;</code>."
    )
    assert "let a: Vec<u8> = b[i](c);\n```\n\nA `Vec<u8>`." in found.text
    assert not [said for said in found.decisions if said.startswith("not taken")]


def test_contacts_beside_an_article_are_named_and_the_site_around_it_is_not():
    found = made(
        "<div class=site-header>Rope Organisation</div><h1>Rope works</h1><article>"
        f"{STORY}</article><div><h4>Media contacts</h4><p>Ida Holm</p></div>"
        "<div class=sidebar>Other ropes</div><div id=footer>All rights reserved</div>"
    )
    told = [said for said in found.decisions if said.startswith("not taken over")]
    assert told == ["not taken over: 'Media contacts'", "not taken over: 'Ida Holm'"]


def test_formulas_are_markup_or_tex_and_no_signs_grow_together():
    markup = "<math><msup><mi>x</mi><mn>2</mn></msup></math>"
    assert markup in text_of(f"{STORY}<p>It is {markup} long.</p>")
    tex = '<math alttext="x^2"><msup><mi>x</mi><mn>2</mn></msup></math>'
    found = made(f"<main>{STORY}<p>It is {tex} long.</p></main>")
    assert found.text.endswith("It is $x^2$ long.\n")
    assert not [said for said in found.decisions if said.startswith("not taken")]


def test_a_heading_that_the_page_links_to_keeps_its_name():
    page = f"{STORY}<h2><a name=k>The keepers</a></h2><p>See <a href=#k>them</a>.</p><h2 id=u>Unlinked</h2><p>End."
    text = text_of(page)
    assert "## The keepers {#k}\n\nSee [them](#k)." in text
    assert "## Unlinked\n" in text


SHARE = (
    "<ul class=tools><li><a href='https://www.facebook.com/sharer.php?u=x'>Facebook</a><li>"
    "<a href='https://twitter.com/intent/tweet?text=x'>Twitter</a><li><a href='mailto:?body=x'>Email</a></ul>"
)
CARDS = "".join(
    f"<article><h3><a href={each}>The {each} works were opened to the public again</a></h3>"
    "<p>A short text about it.</p><time>12 May 2024</time></article>"
    for each in ("net", "sail")
)
COOKIES = "<p>We use cookies to make this site better for all of our readers, and to count them.</p><a href=c>More</a>"


@pytest.mark.parametrize(
    "part",
    [
        SHARE,
        f"<p>Share this: {SHARE.replace('li>', 'b>').replace('ul', 'span')}</p>",
        "<ul><li><a href=/>Home</a><li><a href=/news>News</a><li>Rope works</ul>",
        "<p><a href=/>Home</a> &gt; <a href=/news>News</a> &gt; Rope works</p>",
        f"<div class=cc-window>{COOKIES}</div>",
        f"<div id=onetrust-consent-sdk>{COOKIES * 9}</div>",
        f"<div class=cookieBanner>{COOKIES}</div>",
        "<div class=newsletter-signup><h3>Our letter</h3><p>Get the news of all rope works in your mailbox each week.</p></div>",
        f"<div id=jp-relatedposts class=jp-relatedposts>{CARDS}</div>",
        f"<div class=more-stories>{CARDS}</div>",
        f"<div class=x><h2>Most popular</h2>{CARDS}</div>",
        f"<h2>More stories</h2>{CARDS}",
        f"<section><div><h2>Related articles:</h2></div><div>{CARDS}</div></section>",
        "<div class=tags>Tags: <a href=a>Ropes</a>, <a href=b>Hemp and other fibres</a></div>",
        "<div class=feedback><p>Was this page helpful for you today?</p><button>Yes</button></div>",
        "<h2>Related stories</h2><ul><li><a href=a>The net works</a><li><a href=b>The sail works</a></ul>",
        "<h2>Elsewhere</h2><ul><li><a href=a>The net works</a><li><a href=b>The sail works</a></ul>",
        "<p><b>Lire aussi</b></p><ul><li><a href=a>The net works</a> 3 May<li><a href=b>The sail works</a> 4 May</ul>",
        "<h3>Share</h3>" + SHARE,
        "<p hidden>This was said for machines, and for none of the people who come here.</p>",
        "<p><span hidden>Hidden</span></p>",
    ],
)
@pytest.mark.parametrize("last", [False, True])
def test_furniture_in_the_main_part_is_left_out_with_its_heading(part, last):
    first, second = f"<main><h1>Rope works</h1>{STORY}", f"<h2>End</h2>{STORY}</main>"
    found = made(f"{first}{part}{second}" if not last else f"{first}{second[:-7]}{part}</main>")
    assert found.text == made(first + second).text
    assert any(said.startswith("left out, ") for said in found.decisions)
    assert not [said for said in found.decisions if said.startswith("not taken")]


@pytest.mark.parametrize(
    ("part", "wanted"),
    [
        (
            "<div class='info-box sidebar'><h3>Key facts</h3><p>The works has ninety yards of walk, and it is the longest one of the coast.</p></div>",
            "### Key facts\n\nThe works has ninety yards of walk",
        ),
        (
            "<div class=field-related-content><h3>Key figures</h3><p>It makes two hundred ropes in a year, and most of them go to the port.</p></div>",
            "### Key figures\n\nIt makes two hundred ropes",
        ),
        (
            "<div class=relatedPhoto>The long walk in the year of its opening</div>",
            "The long walk in the year of its opening",
        ),
        (
            "<h2>More about hemp</h2><p>Hemp grows in <a href=v>the valley</a> behind the town, and it is cut in August.</p>",
            "## More about hemp\n\nHemp grows in",
        ),
        (
            "<h2>See also</h2><ul><li><a href=a>The net works of the town</a>, its twin.<li><a href=b>The sail works</a>, a friend.</ul>",
            "## See also\n\n- [The net works",
        ),
        (
            "<h2>Papers</h2><ul><li><a href=a.pdf>Plan</a><li><a href=b.pdf>Prices</a></ul>",
            "## Papers\n\n- [Plan](a.pdf)",
        ),
        (
            "<p>Write to <a href='mailto:a@rope.example'>Ida Holm</a></p>",
            "Write to [Ida Holm](mailto:a@rope.example)",
        ),
        (
            "<div class=wp-caption><img src=a.png alt=Rope><p class=wp-caption-text>A rope</p></div>",
            "![Rope](a.png)\n\n*A rope*",
        ),
        (
            "<p><b><strong><a href=a.pdf><strong>The plan</strong></a></strong></b> of it</p>",
            "**[The plan](a.pdf)** of it",
        ),
    ],
)
def test_what_only_has_the_names_of_furniture_stays(part, wanted):
    text = text_of(f"<main><h1>Rope works</h1>{STORY}{part}{STORY}</main>")
    assert wanted in text


@pytest.mark.parametrize(
    ("charset", "codec"),
    [("iso-8859-15", "iso8859-15"), ("windows-1252", "cp1252"), ("windows-1251", "cp1251")],
)
def test_what_can_be_read_as_utf_8_is_it_whatever_it_says(charset, codec):
    page = f"<html><head><meta charset={charset}><title>Experimentó</title></head><body><h1>Experimentó</h1>{STORY}"
    found = ingest(page.encode(), format="html")
    assert found.title == "Experimentó"
    assert f"read as UTF-8, though it says {codec}" in " ".join(found.decisions)
    assert not any(
        "UTF-8" in said for said in ingest(page.replace(charset, "utf-8").encode()).decisions
    )
    old = page.replace("ó", "§").encode(charset)
    assert not any("UTF-8" in said for said in ingest(old, format="html").decisions)


def test_a_heading_above_the_text_stays_with_links_to_share_below_it():
    text = text_of(
        f"<main><h1>Rope works</h1><h2>The walk is long</h2>{SHARE}<div>{STORY}</div></main>"
    )
    assert text.startswith("## The walk is long\n\nThe rope works opened")


@pytest.mark.parametrize("head", ["", "<title>Rope works</title>", "<style>p{color:red}</style>"])
@pytest.mark.parametrize(
    "body",
    [
        "<article-page>{}</article-page>",
        "<container><row>{}</row></container>",
        "<x-menu></x-menu><x-page>{}</x-page>",
        "<head></head><x-page>{}</x-page>",
        "<picture></picture>{}",
    ],
)
def test_a_page_whose_tags_of_head_and_body_are_left_out_is_an_article(head, body):
    page = f"<!DOCTYPE html>{head}{body.format(f'<h1>Rope works</h1>{STORY}')}"
    found = ingest(page.encode(), format="html")
    assert found.title == "Rope works"
    assert found.text.partition("\n---\n\n")[2] == text_of(STORY)


def test_a_page_of_which_nothing_is_left_is_no_article():
    with pytest.raises(ArticleError, match="holds no article"):
        made(
            "<main><h1>Rope works open on Saturday for a whole day, and the long walk, too</h1></main>"
        )
