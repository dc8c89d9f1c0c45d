"""Characters, brackets, spaces and marks."""

import pytest

FOUND = [
    ("bidi-controls", "fr", "The fee.", "La \u202etaxe."),
    ("bidi-controls", "ar", "The fee of A.", "رسم \u2067A."),
    ("bidi-controls", "ar", "The fee of A.", "رسم \u202bA."),
    ("bidi-controls", "es", "The fee.", "La tasa\u200f."),
    ("bidi-controls", "zh-Hans", "The fee.", "费\u200e用。"),
    ("invisible-characters", "ru", "The fee fell.", "Плата \u200bснизилась."),
    ("invisible-characters", "fr", "The fee fell.", "La ta\u00adxe a baissé."),
    ("invisible-characters", "es", "The fee fell.", "\ufeffLa tasa bajó."),
    ("invisible-characters", "ar", "The fee fell.", "انخفض\u200d الرسم."),
    ("invisible-characters", "zh-Hans", "The fee fell.", "费用\u2060下降了。"),
    ("invisible-characters", "zh-Hans", "The fee fell.", "费用\u200b下降了。"),
    ("broken-characters", "fr", "The fee fell.", "La taxe a baiss\ufffd."),
    ("broken-characters", "fr", "The fee fell.", "La taxe a baissÃ©."),
    ("broken-characters", "es", "The Office’s fee.", "La tasa â€œdeâ€\x9d la Oficina."),
    ("broken-characters", "ru", "The fee.", "Плата\x07."),
    ("homoglyphs", "ru", "A patent.", "Патeнт."),
    ("homoglyphs", "ru", "He came with her.", "Он пришёл c ней."),
    ("homoglyphs", "fr", "A patent.", "Un brеvet."),
    ("homoglyphs", "ar", "In the office.", "فی المكتب."),
    ("homoglyphs", "ar", "The book.", "الکتاب."),
    ("homoglyphs", "zh-Hans", "In 2024.", "在２０２４年。"),
    ("brackets", "fr", "The fee (40) fell.", "La taxe (40 a baissé."),
    ("brackets", "zh-Hans", "The fee (40) fell.", "费用40）下降。"),
    ("brackets", "ar", "The fee [40] fell.", "انخفض الرسم [40."),
    ("brackets", "zh-Hans", "See the “Guide”.", "见《指南。"),
    ("quote-pairs", "fr", "He said “yes” to it.", "Il a dit « oui."),
    ("quote-pairs", "es", "He said “yes” to it.", "Dijo “sí a ello."),
    ("quote-pairs", "ru", "He said “yes” to it.", "Он сказал «да."),
    ("quote-pairs", "ar", 'He said "yes" to it.', 'قال "نعم لذلك.'),
    ("quote-pairs", "zh-Hans", "He said “yes” to it.", "他说“是。"),
    ("punctuation-space", "es", "One, two.", "Uno , dos."),
    ("punctuation-space", "ru", "One, two.", "Один ,два."),
    ("punctuation-space", "es", "One, two.", "Uno,dos."),
    ("punctuation-space", "zh-Hans", "The patent.", "专 利。"),
    ("punctuation-space", "zh-Hans", "One, two.", "一 ，二。"),
    ("punctuation-space", "ar", "Is it new?", "هل هو جديد ?"),
    ("french-space", "fr", "Is it new?", "Est-ce nouveau?"),
    ("french-space", "fr", "The steps are:", "Les étapes sont:"),
    ("french-space", "fr", "He said “yes”.", "Il a dit «oui»."),
    ("no-break-space", "fr", "Is it new?", "Est-ce nouveau ?"),
    ("double-space", "es", "One two.", "Uno  dos."),
    ("quotation-marks", "fr", "He said “yes”.", "Il a dit „oui“."),
    ("quotation-marks", "ru", "He said “yes”.", 'Он сказал "да".'),
    ("quotation-marks", "es", "He said “yes”.", "Dijo „sí“."),
    ("quotation-marks", "zh-Hans", "He said “yes”.", "他说「是」。"),
    ("quotation-marks", "ar", "He said “yes”.", "قال „نعم“."),
    ("full-width-punctuation", "zh-Hans", "One, two.", "一,二。"),
    ("full-width-punctuation", "zh-Hans", "It fell.", "下降了."),
    ("full-width-punctuation", "zh-Hans", "The office (new).", "该局(新)。"),
    ("full-width-punctuation", "zh-Hans", "And so on...", "等等..."),
    ("full-width-punctuation", "zh-Hans", 'He said "yes".', '他说"是的"。'),
    ("full-width-punctuation", "fr", "One, two.", "Un，deux."),
    ("full-width-punctuation", "ru", "One (two).", "Один（два）."),
    ("arabic-punctuation", "ar", "One, two.", "واحد, اثنان."),
    ("arabic-punctuation", "ar", "Is it new?", "هل هو جديد?"),
    ("arabic-punctuation", "ar", "One; two.", "واحد; اثنان."),
    ("arabic-punctuation", "fr", "One, two.", "Un، deux."),
    ("opening-mark", "es", "Is it new?", "Es nuevo?"),
    ("opening-mark", "es", "It is new!", "Es nuevo!"),
    ("opening-mark", "es", "Is it new or not?", "¿Es nuevo o no."),
]
LET_BE = [
    (
        "punctuation-space",
        "zh-Hans",
        "Tourists return to Petra as flights resume",
        "航班恢复 游客重返佩特拉",
    ),
    ("bidi-controls", "ar", "The fee of A.", "رسم \u2067A\u2069."),
    ("bidi-controls", "ar", "C++ is here.", "هنا C++\u200e."),
    ("bidi-controls", "fr", "The \u200efee.", "La \u200etaxe."),
    ("invisible-characters", "fa", "They go.", "می\u200cروند."),
    (
        "invisible-characters",
        "fr",
        "A family 👨\u200d👩\u200d👧.",
        "Une famille 👨\u200d👩\u200d👧.",
    ),
    ("invisible-characters", "es", "A heart ❤\ufe0f.", "Un corazón ❤\ufe0f."),
    ("invisible-characters", "th", "The fee.", "ค่า\u200bธรรมเนียม"),
    ("broken-characters", "fr", "The fee fell.", "L’été, la taxe a été baissée à Genève."),
    ("broken-characters", "es", "Yes.", "Sí, mañana. ¿Qué? Ñandú."),
    ("broken-characters", "fr", "See `x` now.", "Voir `x` maintenant."),
    ("homoglyphs", "ru", "A PCT application.", "PCT-заявка."),
    ("homoglyphs", "ru", "Plan A is here.", "План A здесь."),
    ("homoglyphs", "ru", "A patent.", "Патент."),
    ("homoglyphs", "ar", "In the office.", "في المكتب على الكتاب."),
    ("homoglyphs", "fr", "The β-carotene.", "Le β-carotène."),
    ("homoglyphs", "zh-Hans", "Bat αCoV.", "蝙蝠αCoV。"),
    ("brackets", "fr", "a) the fee", "a) la taxe"),
    ("brackets", "zh-Hans", "The fee (40) fell.", "费用（40）下降。"),
    ("brackets", "es", "Smile :)", "Sonría :)"),
    ("brackets", "ar", "The fee (40) fell.", "انخفض الرسم (40)."),
    ("quote-pairs", "de", "He said “yes”.", "Er sagte „ja“."),
    ("quote-pairs", "ru", "He said “yes”.", "Он сказал „да“."),
    ("quote-pairs", "ar", "He said “yes”.", "قال ”نعم“."),
    ("quote-pairs", "fr", "“It is new.", "« C’est nouveau."),
    ("quote-pairs", "zh-Hans", "It is new.”", "这是新的。”"),
    ("punctuation-space", "es", "One, two: 10:30.", "Uno, dos: 10:30."),
    ("punctuation-space", "ru", "1,234.5 and .5", "1234,5 и .5"),
    ("punctuation-space", "zh-Hans", "The PCT office.", "该 PCT 局。"),
    ("punctuation-space", "ar", "Is it new?", "هل هو جديد؟"),
    (
        "punctuation-space",
        "es",
        "See https://example.org/a,b;c now.",
        "Véase https://example.org/a,b;c ahora.",
    ),
    ("french-space", "fr", "Is it new?", "Est-ce nouveau\u202f?"),
    ("french-space", "fr", "Is it new?", "Est-ce nouveau ?"),
    ("french-space", "fr-CA", "Is it new?", "Est-ce nouveau?"),
    (
        "french-space",
        "fr",
        "At 10:30 see https://example.org/?a.",
        "À 10:30, voir https://example.org/?a.",
    ),
    ("no-break-space", "fr", "Is it “new”?", "Est-ce «\u00a0nouveau\u00a0»\u202f?"),
    ("double-space", "fr", "One  two.", "Un  deux."),
    ("double-space", "fr", "Run `a  b`.", "Exécutez `a  b`."),
    ("quotation-marks", "fr", "He said “yes”.", "Il a dit «\u00a0oui\u00a0»."),
    ("quotation-marks", "ru", "He said “yes, ‘no’”.", "Он сказал «да, „нет“»."),
    ("quotation-marks", "es", "He said “yes”.", "Dijo “sí”."),
    ("quotation-marks", "zh-Hans", "He said “yes”.", "他说“是”。"),
    ("quotation-marks", "zh-Hant", "He said “yes”.", "他說「是」。"),
    ("quotation-marks", "fr", 'He said "yes".', 'Il a dit "oui".'),
    ("quotation-marks", "fr", "The Office’s fee.", "La taxe de l’Office."),
    (
        "full-width-punctuation",
        "zh-Hans",
        "WIPO (Geneva) said 1,234.5.",
        "WIPO (Geneva) 表示1,234.5。",
    ),
    ("full-width-punctuation", "zh-Hans", "And so on...", "等等……"),
    ("full-width-punctuation", "zh-Hans", "See https://example.org.", "见https://example.org。"),
    ("full-width-punctuation", "fr", "One, two.", "Un, deux."),
    ("arabic-punctuation", "ar", "Over 28,000, yes.", "أكثر من 28,000، نعم."),
    ("arabic-punctuation", "ar", "Is it new?", "هل هو جديد؟"),
    ("arabic-punctuation", "ar", "PCT, EPO.", "PCT, EPO."),
    ("opening-mark", "es", "Is it new? Yes!", "¿Es nuevo? ¡Sí!"),
    ("opening-mark", "es", "What is that?!", "¡Qué es eso?!"),
    ("opening-mark", "es", "He asked: is it new?", "Preguntó: ¿es nuevo?"),
    ("opening-mark", "fr", "Is it new?", "Est-ce nouveau ?"),
]


@pytest.mark.parametrize(("rule", "locale", "source", "target"), FOUND)
def test_is_found(rules, rule, locale, source, target):
    assert rule in rules(source, target, locale)


@pytest.mark.parametrize(("rule", "locale", "source", "target"), LET_BE)
def test_is_let_be(rules, rule, locale, source, target):
    assert rule not in rules(source, target, locale)


def test_homoglyphs_name_the_word_that_was_meant(judge):
    (finding,) = judge("A patent.", "Патeнт.", "ru")
    assert "U+0065 LATIN SMALL LETTER E" in finding.message
    assert finding.message.endswith("expected Патент")


def test_a_word_half_in_each_script_has_no_right_spelling_to_offer(judge):
    """Харbourа for Harbour: Latin letters for the Cyrillic ones would make Xapboura of it."""
    found = judge("The Harbour.", "Порт Харbourа.", "ru")
    (told,) = [one.message for one in found if one.rule == "homoglyphs"]
    assert told.endswith("; write it in one")
