"""Names in other letters, as newspapers of each language write them, and what weak models made of some."""

import pytest

from transflow.translation.keptnames import lost
from transflow.translation.rewritten import rewritten


@pytest.mark.parametrize(
    ("name", "draft", "language"),
    [
        ("Kevin Strand", "凯文·斯特兰德", "zh"), ("Donald Trump", "唐纳德·特朗普总统", "zh"), ("Boris Johnson", "约翰逊说", "zh"),
        ("Karen Whitfield", "凯伦·惠特菲尔德", "zh"), ("Michelle Obama", "奥巴马夫人", "zh"), ("Angela Merkel", "默克尔", "zh"),
        ("Kevin Strand", "Кевин Стрэнд", "ru"), ("Karen Whitfield", "Карен Уитфилд", "ru"), ("Donald Trump", "Дональда Трампа", "ru"),
        ("Boris Johnson", "بوريس جونسون", "ar"), ("Emily Thornton", "إيميلي ثورنتون", "ar"), ("Donald Trump", "دونالد ترامب", "ar"),
        ("Yuki Kimura", "木村由纪", "zh"), ("Mark Harwood", "马克·哈伍德", "zh"), ("Elena Petrova", "埃琳娜·彼得罗娃", "zh"),
        ("Marie Lacombe", "玛丽·拉孔布", "zh"), ("Michel Laurent", "米歇尔·洛朗", "zh"), ("Rebecca Stone", "丽贝卡·斯通", "zh"),
        ("Hassan Khaled", "哈桑·哈立德", "zh"), ("Delacroix", "德拉克鲁瓦", "zh"), ("Amy Fletcher", "埃米·弗莱彻", "zh"),
    ],
)  # fmt: skip
def test_names_keep_their_consonants(name, draft, language):
    assert rewritten(name, draft, language)


@pytest.mark.parametrize(
    ("name", "draft", "language"),
    [
        ("Kevin Strand", "道德尔", "zh"), ("Karen Whitfield", "卡里莫夫·佩拉", "zh"), ("Susan Albright", "苏格兰特语", "zh"),
        ("Frances Whitby", "Лария Франции, в которой", "ru"), ("Karen Whitfield", "كاكا، كاراغ سمان", "ar"),
        ("Carlos Arroyo", "كاكاكاو كوكان", "ar"), ("Thomas Baker", "诺克·巴库尔先生", "zh"),
    ],
)  # fmt: skip
def test_other_words_are_no_name(name, draft, language):
    assert not rewritten(name, draft, language)


@pytest.mark.parametrize(
    ("source", "draft", "locale", "expected"),
    [
        ("According to Kevin Strand, it rose.", "据道德尔称，上升。", "zh-Hans", ["Kevin Strand"]),
        ("According to Kevin Strand, it rose.", "据Kevin Strand称，上升。", "zh-Hans", []),
        ("Call Dr. Emily Thornton.", "Позвоните доктору Торнтон.", "ru", []),
        ("Ask Sergio Garcia.", "Demandez à Sergio García.", "fr", []),
        ("For details contact Siobhan Kelleher on 112.", "Pour plus d'informations, le 112.", "fr", ["Siobhan Kelleher"]),
        ("The World Bank said no.", "Всемирный банк отказал.", "ru", []),
    ],
)  # fmt: skip
def test_lost_people_are_found(source, draft, locale, expected):
    assert lost(source, draft, locale) == expected
