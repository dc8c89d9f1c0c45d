import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from transflow.glossary.concept import Case
from transflow.glossary.matcher import Matcher, Pattern, exclusive
from transflow.glossary.visible import visible


def found(locale: str, terms: list[str], text: str, **options) -> list[str]:
    matcher = Matcher(locale, [Pattern(term, term, **options) for term in terms])
    seen = visible(text)
    return [text[slice(*seen.place(h.start, h.end))] for h in exclusive(matcher.hits(seen.text))]


def test_latin_letters_between_chinese_ones_are_words_of_their_own():
    text = "申请人经由PCT向国家知识产权局递交，推动新质生产力。"
    terms = ["PCT", "国家知识产权局", "新质生产力"]
    assert found("zh-Hans", terms, text) == terms
    assert found("en", terms, text) == terms


@pytest.mark.parametrize("text", ["xPCT", "PCTs2", "OPCT", "PCT2", "a_PCT_b"])
def test_never_inside_a_word(text: str):
    assert found("en", ["PCT"], text) == []


@pytest.mark.parametrize(
    "text",
    ["PCT-based", "(PCT)", '"PCT"', "PCT,", "PCT’s", "PCT、", "«PCT»", "PCTs", "the PCT/EPC"],
)
def test_beside_punctuation(text: str):
    assert len(found("en", ["PCT"], text)) == 1


def test_terms_are_data_never_patterns():
    text = "Er hält ca. 2,2 (270 psi) für R&D in C++, nicht AXI."
    assert found("de", ["lt", "ca.", "C++", "R&D", "psi", "A.I.", "(", "[x", "", "..."], text) == [
        "ca.", "psi", "R&D", "C++",
    ]  # fmt: skip


def test_the_longest_wins_and_straddling_terms_go_left_to_right():
    assert found("en", ["patent", "patent office", "office action"], "A patent office action.") == [
        "patent office"
    ]
    assert found("en", ["patent", "patent family"], "A patent of the patent family.") == [
        "patent",
        "patent family",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the **Patent** Cooperation Treaty",
        "the <b>Patent Cooperation</b> Treaty",
        "the Patent\nCooperation  Treaty",
        "the Patent-Cooperation Treaty",
        "the Patent Co-operation Treaty",
        "the Patent Coop\u00aderation Treaty",
        "the Patent Coope-\nration Treaty",
        "the [Patent Cooperation](https://example.org/x) Treaty",
        "THE PATENT COOPERATION TREATY",
        "the Patent Cooperation Treaties",
        "the Patent Cooperation Treaty's",
    ],
)
def test_a_term_is_found_however_it_is_set(text: str):
    assert len(found("en", ["Patent Cooperation Treaty"], text)) == 1


def test_a_hyphen_in_the_glossary_may_be_missing_in_the_text():
    assert found("en", ["co-operation", "trade-mark"], "Cooperation and trade mark") == [
        "Cooperation",
        "trade mark",
    ]


def test_nothing_inside_placeholders_entities_tags_addresses_or_code():
    terms = ["stop", "lt", "title", "office", "patent family", "知识产权", "patent"]
    text = (
        "%1$sTop &lt;title&gt; %(office)d {patent} <b>patent</b> family, "
        '<i title="patent">x</i> `patent` https://patent.example/patent a.patent@example.org '
        "[x](patent.html) <ruby>知识<rt>zhishi</rt></ruby>产权"
    )
    assert found("en", terms, text) == ["patent</b> family", "知识<rt>zhishi</rt></ruby>产权"]


def test_capitals_of_an_acronym_count_by_default():
    terms = ["WHO", "IT", "ON"]
    assert found("en", terms, "Those who file it on time save.") == []
    assert found("en", terms, "The WHO said IT costs fell.") == ["WHO", "IT"]


@pytest.mark.parametrize(
    ("case", "hits"),
    [
        (Case.AUTO, ["Patent Family", "PATENT FAMILY", "patent family", "Patent family"]),
        (Case.INSENSITIVE, ["Patent Family", "PATENT FAMILY", "patent family", "Patent family"]),
        (Case.EXACT, ["patent family"]),
        (Case.FIRST, ["patent family", "Patent family"]),
    ],
)
def test_case_as_the_term_asks(case: Case, hits: list[str]):
    text = "Patent Family, PATENT FAMILY, patent family; Patent family."
    assert found("en", ["patent family"], text, case=case) == hits


def test_english_words_inflect_and_their_kin_does_not():
    text = "Applicants file applications; the applicable application's memoranda of understanding."
    assert found("en", ["application", "memorandum of understanding"], text) == [
        "applications",
        "application's",
        "memoranda of understanding",
    ]
    assert found("en", ["application"], "two applications", inflect=False) == []


def test_verbs_also_in_their_own_forms():
    text = "He filed, is filing and will file; granted, withdrew, running a profile."
    assert found("en", ["file", "grant", "withdraw", "run"], text, pos="verb") == [
        "filed", "filing", "file", "granted", "withdrew", "running",
    ]  # fmt: skip
    assert found("en", ["patent"], "a patented device and patents", pos="noun") == ["patents"]


@pytest.mark.parametrize(
    ("locale", "term", "forms", "others"),
    [
        ("fr", "brevet national", "brevets nationaux", "brevetés nationaux"),
        ("fr", "modèle d'utilité", "modèles d’utilité", "modelage d'utilité"),
        ("fr", "invention", "l'invention", "inventeur"),
        ("fr", "déposant", "déposante", "dépôt"),
        (
            "es",
            "solicitud internacional",
            "solicitudes internacionales",
            "solicitante internacional",
        ),
        ("es", "invención", "invenciones", "inventor"),
        ("es", "modelo de utilidad", "modelos de utilidad", "modelar de utilidad"),
        ("pt", "invenção", "invenções", "inventor"),
        ("ru", "патентный поверенный", "патентных поверенных", "патентное право"),
        ("ru", "полезная модель", "полезных моделей", "полезность модели"),
        ("ru", "день", "дня", "деньги"),
        ("ar", "معاهدة", "والمعاهدة", "معهد"),
        ("ar", "اختراع", "للاختراعات", "مخترع"),
        ("ar", "الملكية الفكرية", "بالملكية الفكرية", "الملكي الفكري"),
        ("de", "Gebrauchsmuster", "Gebrauchsmusters", "Gebrauch"),
        ("de", "Anwalt", "Anwälten", "Anwaltskammer"),
        ("de", "Garten", "Gärten", "Gartenamt"),
        ("de", "schon", "schon", "schön"),
        ("fi", "kirja", "kirjassa", "kirkko"),
        ("pl", "wynalazek", "wynalazku", "wynagrodzenie"),
    ],
)
def test_inflected_forms_count_and_other_words_do_not(
    locale: str, term: str, forms: str, others: str
):
    assert len(found(locale, [term], f"({forms}).")) == 1
    assert found(locale, [term], f"({others}).") == []


def test_katakana_of_either_width_and_never_inside_a_word():
    assert found("ja", ["データ"], "このﾃﾞｰﾀは") == ["ﾃﾞｰﾀ"]
    assert found("ja", ["ｺﾝﾋﾟｭｰﾀ"], "新コンピュータ。") == ["コンピュータ"]
    assert found("ja", ["ライン", "サーバ"], "オンラインでサーバーと") == []
    assert found("ja", ["特許"], "特許庁の特許") == ["特許", "特許"]


@pytest.mark.parametrize("unseen", ["\u200b", "\u200e", "\u2060", "\ufeff", "\u00ad"])
def test_what_nobody_sees_parts_no_word(unseen: str):
    assert len(found("en", ["patent family"], f"a patent{unseen} family")) == 1
    assert len(found("en", ["patent family"], f"a pat{unseen}ent family")) == 1


def test_full_width_and_decomposed_letters():
    assert found("zh-Hans", ["PCT"], "经ＰＣＴ途径") == ["ＰＣＴ"]
    assert found("fr", ["modèle"], "un mode\u0300le") == ["mode\u0300le"]


@given(st.text(max_size=60), st.text(alphabet="ab -'*<>&", max_size=30))
def test_any_text_is_read_and_ranges_are_inside_it(text: str, other: str):
    matcher = Matcher("en", [Pattern(t, t) for t in (text, other, "a", "a b")])
    for sample in (text, other, text + other):
        seen = visible(sample)
        for hit in matcher.hits(seen.text):
            start, end = seen.place(hit.start, hit.end)
            assert 0 <= start < end <= len(sample)


@given(
    st.lists(st.sampled_from(["ab", "cd", "ab cd", "cd ef", "ef"]), unique=True),
    st.text("abcdef ", max_size=40),
)
def test_exclusive_hits_do_not_overlap_and_are_whole_words(terms: list[str], text: str):
    matcher = Matcher("en", [Pattern(t, t, inflect=False) for t in terms])
    hits = exclusive(matcher.hits(text))
    for one, two in itertools.pairwise(hits):
        assert one.end <= two.start
    for hit in hits:
        assert text[hit.start : hit.end].split() == hit.pattern.text.split()
        assert not text[: hit.start][-1:].strip()
        assert not text[hit.end :][:1].strip()


@pytest.mark.parametrize(
    ("term", "text", "hit"),
    [
        ("R&D", "Our R&amp;D pays.", "R&amp;D"),
        ("Patent Cooperation Treaty", "the Patent&nbsp;Cooperation&#160;Treaty.",
         "Patent&nbsp;Cooperation&#160;Treaty"),
        ("propriété", "la propri&eacute;t&eacute; intellectuelle", "propri&eacute;t&eacute;"),
        ("patent", "the <b>patent</b>&rsquo;s", "patent</b>&rsquo;s"),
    ],
)  # fmt: skip
def test_a_character_reference_is_the_character(term: str, text: str, hit: str):
    assert found("en", [term], text) == [hit]


def test_a_character_reference_hides_nothing_and_is_no_word():
    assert found("en", ["lt", "amp", "nbsp", "title"], "a &lt; b &amp; c&nbsp;d &unknown;") == []
    assert found("en", ["lt", "title"], "&lt;title&gt; said") == []


def test_nothing_is_found_in_what_is_not_to_be_translated():
    text = 'a <span class="x" translate="no">patent</span> and <i translate=\'no\'>patent</i>'
    assert found("en", ["patent"], text) == []


@pytest.mark.parametrize(
    ("locale", "term", "text"),
    [
        ("ko", "특허", "특허를 출원했다"), ("ko", "세계지식재산권기구", "세계지식재산권기구에서는"),
        ("tr", "patent", "patentlerin"), ("tr", "İstanbul Sözleşmesi", "İSTANBUL SÖZLEŞMESİ"),
        ("el", "δίπλωμα ευρεσιτεχνίας", "ΔΙΠΛΩΜΑ ΕΥΡΕΣΙΤΕΧΝΙΑΣ"),
    ],
)  # fmt: skip
def test_terms_of_languages_with_particles_and_capitals_of_their_own(
    locale: str, term: str, text: str
):
    assert len(found(locale, [term], text)) == 1


def test_a_korean_word_is_not_found_in_another():
    assert found("ko", ["특허"], "특허청과 무특허") == []


def test_an_acronym_has_a_plural_and_no_other_form():
    assert found("fr", ["AMM"], "hors AMM, AMMs, AMMe, AMMes") == ["AMM", "AMMs"]
    assert found("fr", ["utilisation hors AMM"], "L'utilisation hors AMMe de") == []
    assert found("en", ["NGO"], "NGOs and the NGO's NGOed") == ["NGOs", "NGO's"]
    assert found("ru", ["ВОИС"], "ВОИС и ВОИСа") == ["ВОИС"]
    assert found("ar", ["OMPI"], "OMPI") == ["OMPI"]


def test_an_escaped_sign_is_the_sign():
    assert found("en", ["A*STAR", "C#"], r"A\*STAR writes C\# and C#") == [r"A\*STAR", r"C\#", "C#"]
    assert found("en", ["patent"], r"\*patent\* \patent") == ["patent", "patent"]


def test_terms_of_every_size_that_begin_alike_are_found_each():
    sizes = (1, 2, 3, 7, 40)
    terms = [" ".join(["valve"] + [f"part{n}" for n in range(size - 1)]) for size in sizes]
    matcher = Matcher("en", [Pattern(term, term) for term in terms])
    for term in terms:
        hits = matcher.hits(f"Close the {term}, then wait.")
        assert max(hits, key=lambda hit: hit.end - hit.start).pattern.text == term
        assert len(hits) == sizes.index(term.count(" ") + 1) + 1
