import pytest

from transflow.translation.brackets import closed, unmatched


@pytest.mark.parametrize(
    ("source", "draft", "right"),
    [
        ("Breath (rare)", "呼吸急促（", "呼吸急促"),
        ("Breath (rare)", "Aliento (raro", "Aliento raro"),
        ("Breath (rare)", "Aliento) (raro)", "Aliento (raro)"),
        ("Breath (rare)", "呼吸（罕见)", "呼吸（罕见)"),
        ("a) the fee", "a) la tasa", "a) la tasa"),
        ("The fee [new]", "La tasa [nueva]", "La tasa [nueva]"),
    ],
)
def test_a_bracket_alone_goes(source: str, draft: str, right: str):
    assert closed(source, draft) == right


def test_pairs_inside_pairs():
    assert unmatched("a (b [c] (d)) e") == []
    assert unmatched("a (b [c) d]") == []
    assert unmatched(")(") == [0, 1]
