import pytest

from transflow.translation.dayhours import lost
from transflow.translation.distrust import examine


@pytest.mark.parametrize(
    ("source", "draft", "locale", "expected"),
    [
        ("The gates close at midnight.", "Les portes ferment à minuit.", "fr", []),
        ("The gates close at midnight.", "Les portes ferment à 0 h.", "fr", []),
        ("The gates close at midnight.", "Las puertas se cierran.", "es", ["midnight"]),
        ("It begins at noon.", "Это начнётся в полдень.", "ru", []),
        ("It begins at noon.", "会议开始。", "zh-Hans", ["noon"]),
        ("It begins at noon.", "يبدأ عند الظهر.", "ar", []),
        ("In the afternoon.", "Am Nachmittag.", "de", []),
    ],
)
def test_noon_and_midnight_are_missed(source, draft, locale, expected):
    assert list(lost(source, draft, locale)) == expected


def test_a_lost_hour_is_told():
    found = examine(
        "The announcement will be made at noon.", "El anuncio se hará en la plaza.", "en", "es"
    )
    assert [one.detail for one in found] == ["lacks noon"]
