"""Words of people for sentences that became one are joined as the source joins its own."""

import pytest

from transflow.catalogs.sewing import sewn

BEFORE = ("Filing costs 50%.", "The fee is due in May.")
SEMICOLON = "Filing costs 50%; the fee is due in May."


@pytest.mark.parametrize(
    ("locale", "words", "wanted"),
    [
        ("fr", ("Le dépôt coûte 50 %.", "La taxe est due en mai."), "Le dépôt coûte 50 %\u00a0; la taxe est due en mai."),
        ("es", ("Cuesta un 50 %.", "OMPI cobra en mayo."), "Cuesta un 50 %; OMPI cobra en mayo."),
        ("de", ("Es kostet 50 %.", "Gebühren sind im Mai fällig."), "Es kostet 50 %; Gebühren sind im Mai fällig."),
        ("zh-Hans", ("申请费为50%。", "费用五月到期。"), "申请费为50%；费用五月到期。"),
        ("ar", ("تبلغ الرسوم 50٪.", "وتستحق في مايو."), "تبلغ الرسوم 50٪؛ وتستحق في مايو."),
        ("ru", ("Подача стоит 50 %.", "Пошлина уплачивается в мае."), "Подача стоит 50 %; пошлина уплачивается в мае."),
    ],
)  # fmt: skip
def test_a_sign_of_the_source_is_the_targets_own(locale, words, wanted):
    assert sewn(BEFORE, SEMICOLON, words, locale) == wanted


@pytest.mark.parametrize(
    ("now", "wanted"),
    [
        ("Filing costs 50% and the fee is due in May.", "A un. La deux."),
        ("Filing costs 50% – the fee is due in May.", "A un – la deux."),
        ("Filing costs 50%: The fee is due in May.", "A un\u00a0: La deux."),
        ("Filing costs 60%; the fee is due in May.", "A un. La deux."),
    ],
)
def test_what_words_join_stays_two_sentences(now, wanted):
    assert sewn(BEFORE, now, ("A un.", "La deux."), "fr") == wanted


def test_three_sentences_are_joined_each_in_its_way():
    now = "It rose, it fell and it rose."
    words = ("Il monta.", "Il tomba.", "Il monta.")
    assert sewn(("It rose.", "It fell.", "It rose."), now, words, "fr") == (
        "Il monta, il tomba. Il monta."
    )
