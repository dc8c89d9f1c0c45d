import pytest

from tests.translation.boxes import Scripted
from transflow.glossary import Glossary
from transflow.translation import Request, Translator
from transflow.translation.quotes import are_in, quoted


def words(source, draft, *pairs):
    """An alignment by words that are equal in place, for tests."""
    return tuple(
        (source.index(a), source.index(a) + len(a), draft.index(b), draft.index(b) + len(b))
        for a, b in pairs
    )


@pytest.mark.parametrize(
    ("source", "draft", "locale", "right"),
    [
        ("Is it “new”?", "¿Es «nuevo»?", "es", "¿Es «nuevo»?"),
        ("Is it “new”?", "¿Es “nuevo”?", "es", "¿Es «nuevo»?"),
        ("Is it “new”?", "¿Es “nuevo”?", "zh-Hans", "¿Es “nuevo”?"),
        (
            '"It is new," he said.',
            "« C’est nouveau, » a-t-il dit.",
            "fr",
            "«\u00a0C’est nouveau\u00a0», a-t-il dit.",
        ),
        ("Is it “new”?", "Est-ce «nouveau» ?", "fr", "Est-ce «\u00a0nouveau\u00a0» ?"),
        ('Is it "new"?', '是"新"的吗？', "zh-Hans", "是“新”的吗？"),
        (
            "It is the applicant's fee.",
            "C'est la taxe d'un déposant.",
            "fr",
            "C'est la taxe d'un déposant.",
        ),
        ("It is high.", "Es alto.", "es", "Es alto."),
    ],
)
def test_sound_marks_stay(source, draft, locale, right):
    assert quoted(source, draft, (), locale) == right


def test_unsound_marks_go_back_where_the_words_went():
    source, draft = "The word ‘patent’ is old.", "Le mot « brevet est vieux."
    aligned = words(
        source, draft, ("The word", "Le mot"), ("patent", "brevet"), ("is old", "est vieux")
    )
    assert quoted(source, draft, aligned, "fr") == "Le mot «\u00a0brevet\u00a0» est vieux."


def test_without_alignment_nothing_is_guessed():
    assert quoted("The word “patent” is old.", "Le mot brevet.", (), "fr") == "Le mot brevet."


def test_what_quotes():
    assert are_in("He said “no”.")
    assert are_in("'Open' is a status.")
    assert not are_in("The applicants' fees aren't high.")
    assert not are_in('A 6" pipe')


def test_marks_inside_literals_stay():
    box = Scripted(lambda text: text.replace("Type", "Escriba").replace("and press", "y pulse"))
    translator = Translator(box, Glossary(), locale="es")
    text = 'Type console.log("ok"); and press "Enter".'
    (draft,) = translator.translate([Request(text, format="text")])
    assert draft.text == 'Escriba console.log("ok"); y pulse «Enter».'


def test_no_mark_parts_a_term():
    source, draft = 'He fears "effects" here.', "يخشى أثر جانبي هنا."
    alignment = words(source, draft, ("effects", "جانبي"))
    start = draft.index("أثر")
    term = (start, start + len("أثر جانبي"))
    assert (
        quoted(source, draft, alignment, "ar", [(term, "adverse event")]) == "يخشى “أثر جانبي” هنا."
    )


@pytest.mark.parametrize(
    ("source", "draft", "right"),
    [
        ('He said "a" and "b c" now.', "Il a dit «\u00a0a et b c.", "Il a dit a et b c."),
        (
            'He said "a" and "b" now.',
            "Il a dit « a » et «\u00a0b.",
            "Il a dit «\u00a0a\u00a0» et b.",
        ),
        ('He said "a and b.', "Il a dit «\u00a0a et b.", "Il a dit «\u00a0a et b."),
    ],
)
def test_a_mark_without_partner_goes_unless_the_source_has_one(source, draft, right):
    assert quoted(source, draft, (), "fr") == right


def test_the_marks_stand_round_the_term_that_was_quoted():
    source = "The “off-label use” of this drug is common."
    draft = "L'usage hors AMM de la « panne » de ce médicament est courant."
    term = ((2, 16), "off-label use")
    right = "L'«\u00a0usage hors AMM\u00a0» de la panne de ce médicament est courant."
    assert quoted(source, draft, (), "fr", [term]) == right
    assert quoted(source, right, (), "fr", [((4, 18), "off-label use")]) == right


INTERRUPTED = "“No man shall build here,” he wrote, “and few will.”"


@pytest.mark.parametrize(
    ("draft", "locale", "right"),
    [
        ("«Здесь никто не построит,» — он написал, «— и немногие захотят.»", "ru",
         "«Здесь никто не построит, — написал он, — и немногие захотят»."),
        ("«Здесь никто не построит», — сказал мэр, — «и немногие захотят».", "ru",
         "«Здесь никто не построит, — сказал мэр, — и немногие захотят»."),
        ("«No construirá nadie», escribió—, «y pocos querrán».", "es",
         "«No construirá nadie», escribió, «y pocos querrán»."),
    ],
)  # fmt: skip
def test_a_clause_in_a_quotation(draft, locale, right):
    assert quoted(INTERRUPTED, draft, (), locale) == right


def test_two_quotations_are_not_one():
    draft = "Он назвал его «другом» и её «сестрой»."
    assert quoted("He called him “friend” and her “sister”.", draft, (), "ru") == draft
