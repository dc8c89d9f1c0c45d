import pytest

from transflow.translation.brackets import closed, unentitled, unmatched


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


def test_chinese_title_marks_stand_round_titles_only():
    assert unentitled("缔约国通知《国际局》。", [(6, 9)]) == "缔约国通知国际局。"
    assert unentitled("《巴黎公约》生效。", [(1, 5)]) == "《巴黎公约》生效。"
    assert unentitled("《国际局报告》出版。", [(1, 4)]) == "《国际局报告》出版。"
