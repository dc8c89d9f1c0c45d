import pytest

from transflow.quantities import turned

SOURCE = "Send your comments not later than 15 May."


@pytest.mark.parametrize(
    ("draft", "language"),
    [
        ("Envoyez vos commentaires plus tard le 15 mai.", "fr"),
        ("请在5月15日之后发送评论。", "zh"),
        ("أرسلوا تعليقاتكم بعد 15 مايو.", "ar"),
        ("Les commentaires ne doivent pas être envoyés le 15 mai.", "fr"),
    ],
)
def test_a_deadline_that_became_a_beginning_is_told(draft, language):
    assert turned(SOURCE, draft, language) == "not later than"


@pytest.mark.parametrize(
    ("draft", "language"),
    [
        ("Envoyez vos commentaires au plus tard le 15 mai.", "fr"),
        ("Envíen sus comentarios a más tardar el 15 de mayo.", "es"),
        ("No envíen sus comentarios después del 15 de mayo.", "es"),
        ("Пришлите замечания не позднее 15 мая.", "ru"),
        ("请不迟于5月15日发送评论。", "zh"),
        ("请于5月15日前发送评论。", "zh"),
        ("أرسلوا تعليقاتكم في موعد أقصاه 15 مايو.", "ar"),
    ],
)
def test_deadlines_in_other_words_are_none(draft, language):
    assert turned(SOURCE, draft, language) == ""
