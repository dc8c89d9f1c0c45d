"""Markup out of sentences and back in."""

import comrak
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transflow.documents import read_article, spans
from transflow.translation.spanevidence import Evidence
from transflow.translation.spanlinks import term_links
from transflow.translation.spans import lift, place


def lifted(text, form="markdown"):
    return lift(text, spans(text, form), form)


def words(text, pairs):
    """An alignment from (source word, target word) pairs."""
    source, target = text
    return [
        (
            source.index(one),
            source.index(one) + len(one),
            target.index(other),
            target.index(other) + len(other),
        )
        for one, other in pairs
    ]


def test_an_engine_sees_plain_words():
    assert lifted("The **PCT** has a [guide](https://x.example/a) & *more*.[^1]").text == (
        "The PCT has a guide & more."
    )
    assert (
        lifted("Write &lt;b> <em>now</em> &amp; go<!-- c -->.", "html").text
        == "Write <b> now & go."
    )
    assert lifted("A \\*star\\* here").text == "A *star* here"


def test_an_engine_sees_letters_it_knows():
    assert lifted("The co\u00adoperation treaty and zero\u200bwidth\ufeff.").text == (
        "The cooperation treaty and zerowidth."
    )
    assert lifted("ＣＮＩＰＡ filed １２３ （new） of\ufb01ce \ufb01les.").text == (
        "CNIPA filed 123 (new) office files."
    )
    assert lifted("5 ㎏ at 20 ℃, Part Ⅳ, cafe\u0301").text == "5 kg at 20 °C, Part IV, café"
    assert lifted("½ ① m² H₂O™").text == "½ ① m² H₂O™"  # other signs, not other letters
    assert lifted("ＰＣＴに基づく").text == "ＰＣＴに基づく"
    assert lifted("👨\u200d👩").text == "👨\u200d👩"


def test_tags_go_around_the_words_that_translate_theirs():
    part = lifted("The **red** [small car](x).")
    draft = "La petite voiture rouge."
    links = words(
        (part.text, draft),
        [("red", "rouge"), ("small", "petite"), ("car", "voiture"), ("The", "La")],
    )
    assert place(part, draft, Evidence(links)).text == "La [petite voiture](x) **rouge**."


def test_nesting_is_kept():
    part = lifted("**The [new *law*](x)** holds.")
    draft = "La nouvelle loi tient."
    links = words(
        (part.text, draft), [("The", "La"), ("new", "nouvelle"), ("law", "loi"), ("holds", "tient")]
    )
    assert place(part, draft, Evidence(links)).text == "**La [nouvelle *loi*](x)** tient."


def test_chinese_words_in_another_order():
    part = lifted("He met <em>the Governor</em> of <b>Guangdong</b>.", "html")
    draft = "他会见了广东省省长。"
    links = words(
        (part.text, draft),
        [("He", "他"), ("met", "会见"), ("Governor", "省长"), ("Guangdong", "广东省")],
    )
    assert place(part, draft, Evidence(links)).text == "他会见了<b>广东省</b><em>省长</em>。"


def test_a_whole_sentence_stays_whole():
    part = lifted("*It is very old.*")
    assert place(part, "C'est très vieux.").text == "*C'est très vieux.*"


@pytest.mark.parametrize(
    ("link", "form"),
    [
        ('<a href="#r1">↩</a>', "markdown"),
        ("<a href='#r1'>&#8617;</a>", "html"),
        ("[→](a.md)", "markdown"),
    ],
)
def test_a_link_around_a_sign_stays_around_it(link, form):
    placed = place(
        lifted(f"Article 5 of the Convention. {link}", form), "L'article 5 de la Convention."
    )
    assert placed.text == f"L'article 5 de la Convention. {link}"
    assert placed.sure


def test_footnotes_stay_behind_their_word():
    part = lifted("The users[^u] of the PCT.[^1]")
    draft = "Les utilisateurs du PCT."
    links = words((part.text, draft), [("users", "utilisateurs"), ("PCT", "PCT")])
    assert place(part, draft, Evidence(links)).text == "Les utilisateurs[^u] du PCT.[^1]"


def test_without_an_alignment_equal_words_lead_and_a_guess_is_said():
    part = lifted("In **Shenzhen** he visited *Huawei* in 2023.")
    placed = place(part, "En 2023, il a visité Huawei à Shenzhen.")
    assert placed.text == "En 2023, il a visité *Huawei* à **Shenzhen**."
    assert placed.sure
    guess = place(lifted("It is *quite* good."), "那很好。")
    assert not guess.sure
    assert guess.doubtful == ("*…*",)


@pytest.mark.parametrize(
    ("source", "draft", "pairs", "wanted"),
    [
        # An anchor stands before the word it names, whatever stands before that.
        (
            'The <a id="s"></a>first chapter.',
            "Le premier chapitre.",
            [("first", "premier")],
            'Le <a id="s"></a>premier chapitre.',
        ),
        # A picture that begins a link begins it in the translation too.
        (
            '<a href="x"><img src="i"> full story</a> here.',
            "Ici l'histoire.",
            [("story", "histoire"), ("full", "histoire"), ("here", "Ici")],
            'Ici l\'<a href="x"><img src="i"> histoire</a>.',
        ),
        # Punctuation inside of a mark stays inside.
        ("<b>Note:</b> read it.", "注：请阅读。", [("Note", "注")], "<b>注：</b>请阅读。"),
        ("He asked: <b>why?</b>", "他问：为什么？", [("why", "为什么")], "他问：<b>为什么？</b>"),
        # A bracket never loses its partner.
        (
            "<b>The office (Geneva)</b> is open.",
            "Le bureau (Genève) est ouvert.",
            [("office", "bureau"), ("Geneva", "Genève"), ("open", "ouvert"), ("The", "Le")],
            "<b>Le bureau (Genève)</b> est ouvert.",
        ),
        # The end of an ordinal is the end of its equal, or nothing.
        ("The 20<sup>th</sup> is here.", "Le 20e est ici.", [], "Le 20<sup>e</sup> est ici."),
        ("The 20<sup>th</sup> is here.", "20 在这里。", [], "20<sup></sup> 在这里。"),
    ],
)
def test_what_is_more_than_words_finds_its_place(source, draft, pairs, wanted):
    part = lifted(source, "html")
    assert place(part, draft, Evidence(words((part.text, draft), pairs))).text == wanted


@pytest.mark.parametrize(
    ("source", "draft", "pairs", "wanted"),
    [
        # CommonMark 0.31, rule 2 of emphasis: no mark ends between punctuation and a letter.
        ("The **“new”** rules.", "“新”规则。", [("new", "新"), ("rules", "规则")], "“**新**”规则。"),
        # With a bracket that has its partner inside, a blank lets the mark end.
        (
            "**The office (Geneva)** is open.",
            "该局（日内瓦）是开放的。",
            [("office", "该局"), ("Geneva", "日内瓦"), ("open", "开放")],
            "**该局（日内瓦）** 是开放的。",
        ),
        # Where the author's mark is allowed it stays.
        ("The **“new”** rules.", "Les “nouvelles” règles.", [("new", "nouvelles")], "Les **“nouvelles”** règles."),
        # An underscore beside a letter is no mark.
        ("The _new_ rules.", "这新公司。", [("new", "新"), ("rules", "公司")], "这*新*公司。"),
        ("The *new* **rules**.", "新公司。", [("new", "新"), ("rules", "公司")], "*新***公司**。"),
    ],
)  # fmt: skip
def test_emphasis_in_a_draft_is_emphasis_for_any_reader_of_markdown(source, draft, pairs, wanted):
    part = lifted(source)
    text = place(part, draft, Evidence(words((part.text, draft), pairs))).text
    assert text == wanted
    rendered = comrak.markdown_to_html(text)
    assert rendered.count("<strong>") + rendered.count("<em>") == len(part.marks)


def test_words_that_become_unlikely_without_a_part_translate_it():
    part = lifted("They <b>sign</b> the <i>treaty</i>.", "html")
    draft = "条约由他们签署。"
    places = [(0, 2), (2, 3), (3, 5), (5, 7), (7, 8)]
    owed = (
        tuple((*at, gain) for at, gain in zip(places, (0.1, 0.2, 0.0, 6.0, 0.0), strict=True)),
        tuple((*at, gain) for at, gain in zip(places, (8.0, 0.2, 0.1, 0.4, 0.0), strict=True)),
    )
    attention = words((part.text, draft), [("sign", "条约"), ("treaty", "签署")])
    placed = place(part, draft, Evidence(attention, owed))
    assert placed.text == "<i>条约</i>由他们<b>签署</b>。"
    lost = place(part, draft, Evidence((), (tuple((*at, 0.2) for at in places), owed[1])))
    assert lost.doubtful == ("<b>…</b>",)


def test_plain_text_of_a_draft_is_no_markup():
    assert place(lifted("Plain."), "a *b* <i> [c](d)").text == "a \\*b\\* \\<i> \\[c\\](d)"
    assert (
        place(
            lifted("Plain.", "html"),
            "a < b & c <i>",
        ).text
        == "a < b & c &lt;i>"
    )


WORDS = ["a", "dé", "中文", "PCT", "1.", "code", "a*b", "_x", "<b", "&lt;", "it", "!", "a\\"]
SENTENCES = [
    'The **PCT** has a [guide to *it*](u "T") and `code` now.[^1]',
    "A ![picture](p.png) of **[x](y)** ~~old~~ {{ t }} %s end",
    'See <b>bold <i>both</i></b><br> <span translate="no">Foo</span> &amp; z',
]


@settings(max_examples=200, deadline=None)
@given(
    st.sampled_from(SENTENCES),
    st.lists(st.sampled_from(WORDS), min_size=9, max_size=20),
    st.randoms(use_true_random=False),
)
def test_every_mark_comes_back_once_and_nested(sentence, words, random):
    draft = " ".join(words)
    part = lifted(sentence)
    links = [
        (a, a + 3, b, b + 2)
        for a, b in (
            (random.randrange(len(part.text)), random.randrange(max(1, len(draft))))
            for _ in range(5)
        )
    ]
    text = place(part, draft, Evidence(links)).text
    # Read from left to right, every mark opens once and closes once, inner before outer.
    waiting, stack, at = list(part.marks), [], 0
    while at < len(text):
        if stack and stack[-1].closing and text.startswith(stack[-1].closing, at):
            at += len(stack.pop().closing)
            continue
        fitting = [mark for mark in waiting if text.startswith(mark.opening, at)]
        opened = max(fitting, key=lambda mark: len(mark.opening), default=None)
        if opened is None:
            at += 2 if text[at] == "\\" else 1
            continue
        waiting.remove(opened)
        at += len(opened.opening)
        if not opened.atomic:
            stack.append(opened)
    assert waiting == []
    assert stack == []


@pytest.mark.parametrize("name", ["visit.md", "designs.html", "innovation-index.md"])
def test_every_sentence_of_the_sample_articles_comes_back_whole(name, request):
    article = read_article(request.config.rootpath / "articles" / name)
    for segment in article.segments:
        part = lift(segment.text, segment.spans, article.format)
        back = place(part, part.text)
        assert sorted((s.kind, s.dest) for s in spans(back.text, article.format)) == sorted(
            (s.kind, s.dest) for s in segment.spans
        )


def test_a_mark_is_never_around_half_of_a_term():
    part = lifted("Up to <b>100 designs</b> are allowed.", "html")
    draft = "Jusqu'à 100 dessins et modèles sont permis."
    terms = term_links(part.text, draft, [("designs", "dessins et modèles")])
    links = words((part.text, draft), [("100", "100"), ("designs", "dessins")])
    assert place(part, draft, Evidence(links, (), terms)).text == (
        "Jusqu'à <b>100 dessins et modèles</b> sont permis."
    )


def test_terms_are_paired_where_there_is_no_doubt():
    pairs = [("patent", "brevet"), ("patent application", "demande de brevet")]
    assert term_links("A patent application.", "Une demande de brevet.", pairs) == [(2, 20, 4, 21)]
    assert term_links("A patent is a patent.", "Un brevet est un brevet.", pairs) == []


@pytest.mark.parametrize(
    ("source", "draft", "right"),
    [
        ("Members pay ~~12~~ **9** euros.", "Les membres paient 12 9 euros.", "Les membres paient ~~12~~ **9** euros."),
        ("Price: ~~€10~~ **€8** from 1 May.", "Prix : 10 € 8 € à partir du 1er mai.", "Prix : ~~10 €~~ **8 €** à partir du 1er mai."),
        ("It fell to **1,250** from ~~1,300~~.", "Il est tombé de 1 300 à 1 250.", "Il est tombé de ~~1 300~~ à **1 250**."),
        ("Price: <del>€10</del> <ins>€8</ins>.", "Prix : 10 € 8 €.", "Prix : <del>10 €</del> <ins>8 €</ins>."),
    ],
)  # fmt: skip
def test_a_mark_around_a_figure_goes_with_it(source, draft, right):
    """Without any word of the model: an old price is never shown as the new one."""
    form = "html" if "<" in source else "markdown"
    assert place(lifted(source, form), draft, None).text == right
