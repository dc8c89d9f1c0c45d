"""Where sentences of a text with markup end, and what stands between them."""

import pytest

from tests.documents.skeleton import offered
from transflow.documents import read_article


def sentences(text, kind="markdown"):
    return [s.text for s in read_article(text.encode(), format=kind).segments]


@pytest.mark.parametrize(
    "wanted",
    [
        ["By adding `?` after a name it is forced.", "Then go on."],
        ["The name `'blob:data...` URL is made."],
        ["Parts of `a.b` are kept.", "If it is `'.'` nothing is done.", "Use `'x'` then."],
        ["See http://x.org/a.b.", "Then write to a@b.org.", "Done."],
        ["Say {why?} Then go.", "It ends."],
    ],
)
def test_marks_in_code_and_addresses_end_no_sentence(wanted):
    assert sentences(" ".join(wanted)) == wanted


def test_nor_do_those_in_elements_with_code():
    wanted = ["Add <code>?</code> after it.", "Press <kbd>!</kbd> twice.", "<b>Really?</b>", "Yes."]
    assert sentences(f"<p>{' '.join(wanted)}</p>", "html") == wanted


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("en", ["The fix is in.", "`fread()` now works (with `a`).", "`a.b` does not."]),
        ("en", ["It is from 2025.", "`x` is new.", "Why?", "`y` is.", "The **end.**", "<kbd>q</kbd> quits."]),
        ("en", ["Use e.g. `x` vs. `y`, approx. `z` or No. `a`, etc. `b` or vol. `c`.", "`d` ends."]),
        ("en", ["The options are: a. `x` and 2. `y`."]),
        ("de", ["Das ist bzw. `x`, z. B. `y` am 3. `z`.", "`a` auch."]),
        ("fr", ["Le correctif est là.", "`fread()` marche."]),
        ("zh", ["这是软件包的用途类别。", "`admin` 为供系统管理员使用的程序。", "iPhone很好。", "他说：“走。”`a`走了。"]),
        ("ja", ["設定ファイルを読みます。", "`admin`は管理者用です。", "値は「はい。」`a`です。"]),
        ("zh", ["库<code>a</code>.<code>b</code>在这里。", "好。"]),
        ("ja", ["設定ファイルを読みます。", "<code>admin</code>は管理者用です。"]),
    ],
)  # fmt: skip
def test_a_sentence_may_begin_with_code(locale, wanted):
    text = ("" if locale in {"zh", "ja"} else " ").join(wanted)
    article = read_article(text.encode(), format="markdown", locale=locale)
    assert [s.text for s in article.segments] == wanted
    assert article.render({s.id: s.text for s in article.segments}, "ar") == text.encode()


@pytest.mark.parametrize(
    "wanted",
    [
        ["It rose.<sup>2</sup>", "Then it fell.<sup>3</sup>"],
        ['It rose.<sup><a href="#f">[2]</a></sup>', "Then <b>it</b> fell."],
        ["It rose.<sup>1</sup><sup>2</sup>", "Then it fell."],
        ["He said “It rose.”<sup>1</sup>", "Then it fell."],
        ["x.<sup>2</sup>y is it.", "It cost 5 m.<sup>2</sup> of room."],
    ],
)
@pytest.mark.parametrize("kind", ["markdown", "html"])
def test_a_notes_mark_in_an_element_is_a_part_of_the_sentence_before_it(kind, wanted):
    text = " ".join(wanted)
    assert sentences(text if kind == "markdown" else f"<p>{text}</p>", kind) == wanted


@pytest.mark.parametrize(
    "mark",
    ["[2](#fn1)", "<sup>[2](#f)</sup>", "[<sup>2</sup>](#f)", "[@lee2020]", "{% cite a %}",
     "{{< fn 1 >}}"],
)  # fmt: skip
def test_so_is_one_in_markdown(mark):
    wanted = [f"It rose.{mark}", "Then it fell."]
    assert sentences(" ".join(wanted)) == wanted


@pytest.mark.parametrize("mark", ["[{}]", r"\[{}\]", r"[\[{}\]](#n{})"])
def test_but_in_a_list_of_notes_each_begins_with_its_number(mark):
    wanted = [
        mark.format(n, n) + text
        for n, text in enumerate([" *A* note.", " A note by it.", " More."], 1)
    ]
    assert offered("\n".join(wanted)) == wanted


@pytest.mark.parametrize("kind", ["markdown", "html"])
def test_a_tag_of_a_template_between_sentences_parts_them(kind):
    text = "{% if a %}It is so.{% else %}Shown {% x %} else.{% endif %}"
    wanted = ["It is so.{% else %}", "Shown {% x %} else."]
    assert offered(text if kind == "markdown" else f"<p>{text}</p>", kind) == wanted


def test_no_sentence_of_a_front_matter_ends_inside_code():
    text = '---\ndescription: "It comes from the `.File` value. It is new."\n---\n'
    assert sentences(text) == ["It comes from the `.File` value.", "It is new."]


@pytest.mark.parametrize("kind", ["markdown", "html"])
def test_a_comment_between_sentences_is_in_neither(kind):
    text = "<p>One.<!-- more --> Two <!-- b --> goes on.</p>"
    text = text if kind == "html" else text[3:-4]
    assert sentences(text, kind) == ["One.", "Two <!-- b --> goes on."]
    article = read_article(text.encode(), format=kind)
    first, second = article.segments
    given = {first.id: "Un.", second.id: "Deux <!-- b --> continue."}
    assert b"Un.<!-- more --> Deux <!-- b --> continue." in article.render(given, "fr")


@pytest.mark.parametrize(
    "heading",
    [
        'Scope<a class="headerlink" href="#s" title="Permalink">¶</a>',
        '<a class="anchor" href="#s">§</a> Scope',
        'Scope <a href="#s"><i class="icon"></i></a>',
    ],
)
def test_the_link_of_a_heading_to_itself_is_beside_its_words(heading):
    page = f"<h2 id=s>{heading}</h2>\n<p>See <a href='#s'>¶</a> there.</p>"
    article = read_article(page.encode(), format="html")
    texts = [s.text for s in article.segments if s.kind != "attribute"]
    assert texts == ["Scope", "See <a href='#s'>¶</a> there."]
    first = article.segments[0].id
    assert article.render({first: "Portée"}, "en").decode() == page.replace("Scope", "Portée")


@pytest.mark.parametrize("mark", ["&middot;", "1.", "a)", "iv."])
def test_a_bullet_that_word_writes_is_no_part_of_its_item(mark):
    page = (
        "<p style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'>"
        f"<span style='mso-list:Ignore'>{mark}<span style='font:7pt'>&nbsp;&nbsp; </span></span></span>"
        "<![endif]>Bring a <b>boat</b>.</p>"
    )
    (segment,) = read_article(page.encode(), format="html").segments
    assert segment.text == "Bring a <b>boat</b>."
    written = read_article(page.encode(), format="html").render(
        {segment.id: "Un <b>bateau</b>."}, "en"
    )
    assert written.decode() == page.replace("Bring a <b>boat</b>", "Un <b>bateau</b>")


def test_words_beside_a_bullet_of_words_stay():
    page = "<p><span><span style='mso-list:Ignore'>1. </span>The fees</span> rise.</p>"
    (segment,) = read_article(page.encode(), format="html").segments
    assert segment.text.endswith("The fees</span> rise.")
