import pytest
from hypothesis import given
from hypothesis import strategies as st

from transflow.publishing.body import Link, Picture, Words, polish
from transflow.publishing.markup import text_of, walk
from transflow.publishing.sanitize import clean
from transflow.publishing.typography import inline, joints, spacing


class Here:
    """Every relative target exists."""

    def link(self, href):
        return None if href == "gone.md" else Link(href, external=href.startswith("http"))

    def picture(self, src):
        return None if "gone" in src or ":" in src else Picture(src, 320, 200)


def body(html, **options):
    return polish(html, resolver=Here(), **options)


HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<a href='javascript:alert(1)'>x</a>",
    "<a href='JaVaScRiPt&colon;alert(1)'>x</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>x</a>",
    "<iframe srcdoc='<script>alert(1)</script>'></iframe>",
    "<svg><script>alert(1)</script></svg>",
    "<svg onload=alert(1)><style><img src=x onerror=alert(1)></style></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--&gt;&lt;img src=1 onerror=alert(1)&gt;'>",
    "<form action=https://evil.example><input name=q><button>go</button></form>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<meta http-equiv=refresh content='0;url=https://evil.example'>",
    "<base href='https://evil.example/'>",
    "<link rel=stylesheet href=https://evil.example/x.css>",
    "<object data=x></object><embed src=x>",
    "<div class=notice>This page was reviewed.</div>",
    "<span data-state=approved>not by us</span>",
    "<a id=tf-main name=tf-main>x</a>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'></noscript>",
    "<textarea><script>alert(1)</script></textarea>",
    "<img srcset='javascript:alert(1) 1x, gone.png 2x' src=gone.png>",
    "<p>invoice \u202egnp.exe\u202c</p>",
]
FORBIDDEN = (
    "<script", "onerror", "onload", "javascript:", "<iframe", "<svg", "<style", "<form", "style=",
    "<meta", "<base", "<link", "<object", "<embed", 'class="notice"', "data-state", "tf-main",
    "\u202e", "<textarea",
)  # fmt: skip


@pytest.mark.parametrize("html", HOSTILE)
def test_hostile_markup_reaches_no_page(html):
    for wrapped in (html, f"<p>{html}</p>", f"<table><tr><td>{html}", html.upper()):
        tags = " ".join(
            str(one).lower() for one in walk(body(wrapped).html) if not isinstance(one, str)
        )
        whole = body(wrapped).html
        assert not [word for word in FORBIDDEN if word in tags], whole
        assert "\u202e" not in whole


@given(st.text(alphabet=st.sampled_from("<>/\"'= abipsrct&;#!-\n"), max_size=60))
def test_whatever_comes_in_what_goes_out_is_balanced_and_stays_so(html):
    result = body(html).html
    assert clean(result).replace("&nbsp;", "\u00a0") == clean(clean(result)).replace(
        "&nbsp;", "\u00a0"
    )
    for tag in (one for one in walk(result) if not isinstance(one, str)):
        assert tag.name not in {"script", "style", "form", "iframe"}


def test_literal_angle_brackets_stay_text():
    assert body("<p>Write &lt;script&gt; and &amp;nbsp; by hand</p>").html == (
        "<p>Write &lt;script&gt; and &amp;nbsp; by hand</p>"
    )


def test_anchors_come_from_the_original_in_every_locale():
    source = body("<h2>Boats</h2><h2>Care</h2><h3>Fixed {#keep-me}</h3><h2>Care</h2><h2>???</h2>")
    assert source.anchors == ("boats", "care", "keep-me", "care-1", "section-5")
    translated = body(
        "<h2>小船</h2><h2>保养</h2><h3>不动 {#keep-me}</h3><h2>保养</h2><h2>???</h2>",
        anchors=source.anchors,
    )
    assert translated.anchors == source.anchors
    assert [heading.id for heading in translated.headings] == list(source.anchors)
    assert '<h2 id="boats">小船</h2>' in translated.html
    assert "{#keep-me}" not in translated.html


def test_letters_of_every_script_make_anchors():
    source = body("<h2>概要</h2><h2>概要</h2><h2>Обзор</h2><h2>⚙️ 設定!</h2><h2>نظرة عامة</h2>")
    assert source.anchors[:3] == ("概要", "概要-1", "обзор")
    assert "設定" in source.anchors[3]
    assert source.anchors[4] == "نظرة-عامة"


def test_the_first_heading_is_left_out_where_it_is_the_pages_title():
    source = body("<h1>The <em>shape</em> of things</h1><h2>One</h2>", title="The shape of things")
    assert source.html == '<h2 id="one">One</h2>'
    translated = body("<h1>La forme</h1><h2>Un</h2>", anchors=source.anchors, title="Autre chose")
    assert translated.html == '<h2 id="one">Un</h2>'


def test_further_first_level_headings_become_second_level():
    assert body("<h1>Other</h1>", title="Title").html == '<h2 id="other">Other</h2>'


def test_only_our_own_marks_say_a_state():
    html = '<p><span data-state="s1-draft" lang="en">Hi</span> <span data-state="approved">no</span></p>'
    assert body(html, token="s1").html == (
        '<p><span lang="en" data-state="draft">Hi</span> <span>no</span></p>'
    )


def test_dead_links_leave_their_words_and_missing_pictures_their_text():
    assert body('<p>See <a href="gone.md">this</a>.</p>').html == "<p>See this.</p>"
    assert "Ein Boot" in body('<p><img src="gone.png" alt="Ein Boot"></p>').html


def test_pictures_have_sizes_and_a_lone_one_is_a_figure_with_its_title_as_caption():
    html = body('<p><img src="a.png" alt="A" title="Caption &amp; more"></p>').html
    assert html == (
        '<figure><img src="a.png" alt="A" width="320" height="200" loading="lazy" decoding="async">'
        "<figcaption>Caption &amp; more</figcaption></figure>"
    )


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("", 'width="320" height="200"'),
        ("width=160", 'width="160" height="100"'),
        ("width='160px'", 'width="160" height="100"'),
        ("height=50", 'width="80" height="50"'),
        ("width=160 height=90", 'width="160" height="90"'),
        ("width=50%", 'width="320" height="200"'),
        ("width=0", 'width="320" height="200"'),
    ],
)
def test_a_picture_is_as_wide_as_its_author_wants(written, shown):
    assert shown in body(f"<p>Text <img src=a.png alt=x {written}></p>").html


def test_tables_can_be_scrolled_by_keyboard_and_alignment_is_a_class():
    html = body('<table><tr><td align="right">1</td></tr></table>').html
    assert html.startswith(
        '<div class="table" role="region" tabindex="0" aria-label="Table"><table>'
    )
    assert '<td class="align-right">' in html


def test_task_marks_have_a_name_and_no_form_control_is_left():
    html = body('<ul><li><input type="checkbox" checked disabled> Done it</li></ul>').html
    assert '<span class="task done" role="img" aria-label="Done"></span>' in html
    assert "<input" not in html


def test_text_of_reads_words():
    assert text_of("<b>a</b>  &amp; <i>b</i>") == "a & b"


def test_french_spaces_do_not_break_and_code_is_left_alone():
    mend = spacing("fr-CA")
    html = body("<p>Quoi ? « Oui » : a ; b <code>x ? y</code></p>", typography=mend).html
    assert html == ("<p>Quoi\u202f? «\u202fOui\u202f»\u00a0: a\u202f; b <code>x ? y</code></p>")
    assert spacing("zh-Hans") is None


def test_a_number_does_not_break_where_its_digits_are_grouped():
    """CLDR: French and Russian group digits with a space, Spanish and German do not."""
    text = "12 % de 1 234 567,5 en 2024 500, +41 22 338 91 11"
    assert spacing("fr")(text) == (
        "12\u00a0% de 1\u00a0234\u00a0567,5 en 2024 500, +41 22 338 91 11"
    )
    assert spacing("ru")("12 % и 28 000") == "12\u00a0% и 28\u00a0000"
    assert spacing("de")("12 % von 1 234") == "12\u00a0% von 1 234"
    assert spacing("en") is None


def test_line_ends_between_wide_characters_are_no_spaces():
    join = joints("zh-Hans")
    html = '<p><span data-state="draft">会议结束。</span>\n<span data-state="draft"><em>他</em>走了。</span></p>'
    assert "。</span><span" in join(html)
    mixed = '<p><span lang="en">It ended.</span>\n<span lang="en">He left.</span></p>\n<p>会</p>'
    assert join(mixed) == mixed
    assert joints("ko") is None


def test_left_to_right_runs_are_isolated_in_right_to_left_text():
    mend = inline("ar")
    assert mend("اتصل: +41 22 555 01 00.") == 'اتصل: <bdi dir="ltr">+41 22 555 01 00</bdi>.'
    for kept in (
        "0800 100 200",
        "41 22 338 81 61 / 338 72 24",
        "(022) 338 81",
        "3 141 592",
        "031-3224567",
    ):
        assert mend(f"رقم {kept} هنا") == f'رقم <bdi dir="ltr">{kept}</bdi> هنا'
    for plain in ("من 10 إلى 20", "10-20", "2024 2025", "1 2 3", "0.5 12 13"):
        assert mend(plain) == plain
    assert mend("لغة C++ و") == 'لغة <bdi dir="ltr">C++</bdi> و'
    assert mend("عام 2024 (PCT)") == "عام 2024 (PCT)"


def test_an_alert_without_a_title_has_one_in_the_readers_language():
    words = Words(alerts={"Warning": "Avertissement"})
    html = body(
        '<div class="markdown-alert markdown-alert-warning"><p class="markdown-alert-title">Warning</p>'
        "<p>Warning</p></div>",
        words=words,
    ).html
    assert '<p class="markdown-alert-title">Avertissement</p><p>Warning</p>' in html


def test_the_title_of_an_alert_that_an_author_wrote_is_a_sentence_like_others():
    words = Words(alerts={"Warning": "Avertissement"})
    html = body(
        '<p class="markdown-alert-title"><span data-state="s1-approved">Warning</span></p>',
        words=words,
        token="s1",
    ).html
    assert html == (
        '<p class="markdown-alert-title"><span data-state="approved">Warning</span></p>'
    )


def test_classes_of_an_author_leave_nothing_behind():
    """As Word writes paragraphs: a class that no style of ours knows is no attribute of a page."""
    html = '<p class=MsoNormal>The fee.</p><div class="x"><a class="y" href="a.md">Home</a></div>'
    assert body(html).html == '<p>The fee.</p><div><a href="a.md">Home</a></div>'
