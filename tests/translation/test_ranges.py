import pytest

from tests.translation.boxes import Scripted
from transflow.glossary import Glossary
from transflow.translation import Request, Translator
from transflow.translation.ranges import written


@pytest.mark.parametrize(
    ("source", "draft", "right"),
    [
        ("He works 9–17.", "Он работает 9:17.", "Он работает 9–17."),
        ("He works 9–17.", "他9比17工作。", "他9–17工作。"),
        ("Pages 3–7 and 12–15", "Страницы 3:7 и 12: 15", "Страницы 3–7 и 12–15"),
        ("Children aged 6–11 get 2–3 doses.", "Дети 6:11 — 2:3 доз.", "Дети 6–11 — 2–3 доз."),
        ("The median was 12 (IQR 8.5–17.5).", "12 (8,5:17,5).", "12 (8,5–17,5)."),
        ("They won the cup and 5–7 medals.", "Выиграли 5:7 медалей.", "Выиграли 5–7 медалей."),
        ("Read pages 3–7 before you vote.", "Страницы 3:7.", "Страницы 3–7."),
        ("He lost his job after he had worked there 9–17.", "Он 9:17.", "Он 9–17."),
        ("In 2019–20 they won 2–1.", "В 2019:20 выиграли 2:1.", "В 2019–20 выиграли 2:1."),
    ],
)
def test_ranges_keep_their_dash(source, draft, right):
    assert written(source, draft) == right


@pytest.mark.parametrize(
    ("source", "draft"),
    [
        ("Spain beat Germany 3–2.", "Испания обыграла Германию 3:2."),
        ("It was a 3–2 home win.", "以3比2获胜。"),
        ("The council voted 7–4 to close it.", "Совет 7:4 за закрытие."),
        ("The motion passed 7–4.", "Предложение принято 7:4."),
        ("Spain 3–2 Germany", "Испания 3:2 Германия"),
        ("She won 6–4, 3–6, 7–5.", "Она выиграла 6:4, 3:6, 7:5."),
        ("Read it at 9:17, pages 3 to 7.", "Читайте в 9:17, страницы 3–7."),
    ],
)
def test_results_are_written_as_such(source, draft):
    assert written(source, draft) == draft


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        ("Счёт был 3:2 (1–1).", "Счёт был 3:2 (1:1)."),
        ("得分为3比2（1-1）。", "得分为3比2（1比1）。"),
        ("Le score était de 3-2 (1-1).", "Le score était de 3-2 (1-1)."),
    ],
)
def test_a_result_in_brackets_is_written_like_the_one_before(draft, right):
    assert written("The score was 3–2 (1–1).", draft) == right


def test_ranges_of_times_and_sums_are_no_results():
    def colons(text):
        return text.replace("–", ":")

    translator = Translator(Scripted(colons, "ru"), Glossary(), locale="ru")
    texts = ("They won tickets of €45–€52.", "The score at 14:00–15:30 was good.")
    drafts = translator.translate([Request(text) for text in texts])
    assert "45 €–52 €".replace(" €", "\u00a0€") in drafts[0].text
    assert "14:00–15:30" in drafts[1].text


def test_looking_for_ranges_is_quick():
    text = "beat 3–2, " * 10_000 + "9" * 50_000
    assert written(text, text.replace("–", ":")).startswith("beat 3:2")
