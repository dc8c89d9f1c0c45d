from dataclasses import replace

import pytest

from tests.translation.boxes import Scripted
from tests.translation.test_translator import drafted
from transflow.translation.literals import Literal, find
from transflow.translation.standins import NUMBERS, mask, touching, unmask


def masked(text):
    return mask(text, find(text))


def back(text, draft, locale="es", alignment=(), bounds=()):
    return unmask(masked(text), text, draft, alignment, locale=locale, bounds=bounds)


TEXT = "Write to help@example.org or see https://example.org/a now."


def test_words_travel_as_numbers():
    assert masked(TEXT).text == "Write to 71 or see 83 now."
    assert masked("In 1971 write to a@example.org").text == "In 1971 write to 83"


def test_round_trip():
    text, _, guessed = back(TEXT, "Escriba a 71 o vea 83 ahora.")
    assert text == "Escriba a help@example.org o vea https://example.org/a ahora."
    assert guessed == ()


@pytest.mark.parametrize(
    "draft",
    [
        "Escriba a 71 o vea ahora.",  # one lost
        "Escriba a 71 o 71 vea 83 ahora.",  # one doubled
        "83 o vea 71 ahora.",  # swapped
        "Escriba a ７１ o vea ８３ ahora.",  # full width
        "Escriba ahora.",  # both lost
        "",
    ],
)
def test_each_literal_once_whatever_comes_back(draft):
    text, _, _ = back(TEXT, draft)
    assert text.count("help@example.org") == 1
    assert text.count("https://example.org/a") == 1
    assert not any(str(number) in text for number in NUMBERS[:4])


def test_a_list_that_reads_like_one_number_is_none():
    text, _, guessed = back(
        "The team won 21:19, 19:21, 15:13.", "团队获胜71,83,94。", locale="zh-Hans"
    )
    assert text == "团队获胜21:19,19:21,15:13。"
    assert guessed == ()


def test_a_lost_one_goes_where_its_neighbours_went():
    draft = "Ahora escriba a o vea."
    links = ((0, 5, 6, 13), (6, 8, 14, 15), (12, 14, 16, 17), (15, 18, 18, 21), (22, 25, 0, 5))
    text, moved, guessed = back(TEXT, draft, alignment=links)
    assert text.startswith("Ahora escriba a help@example.org o vea https://example.org/a")
    assert len(guessed) == 2
    assert all(c < d <= len(text) for _, _, c, d in moved)


def test_signs_and_emoji_are_left_out_and_put_back():
    part = masked("The fee fell. 😆 We think so.")
    assert part.text == "The fee fell. We think so."
    assert part.breaks == (14,)
    text, _, guessed = unmask(
        part, "The fee fell. 😆 We think so.", "La tasa bajó. Eso creemos.", (), locale="es",
        bounds=[(14, 13)],
    )  # fmt: skip
    assert text == "La tasa bajó. 😆 Eso creemos."
    assert guessed == ()
    assert back("Done 👍", "Hecho")[0] == "Hecho 👍"
    assert back("⚠️ Read this", "Lea esto")[0] == "⚠️ Lea esto"
    assert back("WIPO™ helps.", "OMPI ayuda.", alignment=[(0, 4, 0, 4)])[0] == "OMPI™ ayuda."


def test_tags_stay_around_a_placeholder():
    text = "Hello <b>{name}</b>, click <i>here</i>."
    links = ((0, 5, 0, 7), (6, 8, 8, 10), (10, 15, 12, 19), (16, 20, 20, 23))
    back_again, _, guessed = back(text, "Bonjour 71, cliquez ici.", "fr", links)
    assert back_again == "Bonjour <b>{name}</b>, cliquez <i>ici</i>."
    assert guessed == ()


def test_offsets_return_to_the_original():
    part = masked(TEXT)
    at = part.text.index("see")
    assert part.original(at) == TEXT.index("see")
    assert part.original(at, end=True) == TEXT.index("see")
    mark = part.marks[0]
    assert part.original(mark.start) == mark.literal.start
    assert part.original(mark.end, end=True) == mark.literal.end


def test_chinese_needs_no_spaces():
    text, _, _ = back("Open terms.csv first.", "先打开71。", "zh-Hans")
    assert text == "先打开terms.csv。"


def test_no_mark_collides_with_the_source():
    text = "71 and 83 and 94 use " + "x_y"
    part = mask(text, [Literal(len(text) - 3, len(text), "x_y", "code")])
    assert part.text == "71 and 83 and 94 use 67"


def test_a_stand_in_that_comes_out_again_with_another_number_spoils_the_whole():
    from transflow.translation.termfallback import unmask

    assert unmask("la conférence XQ731 pour XQ71", {"XQ71": "Forum"}) is None
    assert unmask("la conférence x q 71", {"XQ71": "Forum"}) == "la conférence Forum"


@pytest.mark.parametrize(
    ("source", "draft", "locale", "right"),
    [
        ("The formula E = mc² is famous.", "第71段公式很有名。", "zh-Hans", "E = mc²公式很有名。"),
        ("See Article 22(1) now.", "见第71条。", "zh-Hans", "见第22(1)条。"),
        ("Take %s of it.", "取第71号。", "zh-Hans", "取第%s号。"),
        ("Regulation No. 5 applies.", "法规 第71号 适用。", "zh-Hans", "法规No. 5适用。"),
        ("Regulation No. 5 applies.", "Le règlement n° 71 s’applique.", "fr", "Le règlement No. 5 s’applique."),
        ("It adds 3 dB to it.", "它增加71吨。", "zh-Hans", "它增加3 dB。"),
        ("Write to help@example.org today.", "Écrivez à 71 habitants aujourd’hui.", "fr", "Écrivez à help@example.org aujourd’hui."),
        ("It closes at 23:59 sharp.", "Cierra a las 71 de la semana.", "es", "Cierra a las 23:59."),
        ("It fell to –8 degrees.", "跌至71度。", "zh-Hans", "跌至–8度。"),
        ("See help@example.org today.", "انظر عام 71 اليوم.", "ar", "انظر help@example.org اليوم."),
        ("Write to us at help@example.org.", "Escríbanos a las 71.", "es", "Escríbanos a help@example.org."),
        ("Keep it at 4 °C now.", "Consérvelo a las 71 ahora.", "es", "Consérvelo a 4 °C ahora."),
        ("It runs at 300 km/h.", "Va a la 71.", "es", "Va a 300 km/h."),
        ("It goes to the A/64/5 list.", "Va a la 71.", "es", "Va a la A/64/5."),
        ("It closes at 23:59 sharp.", "Cierra a las 71.", "es", "Cierra a las 23:59."),
        ("Write to us at help@example.org.", "اكتب إلينا في الساعة 71.", "ar", "اكتب إلينا على help@example.org."),
        ("Keep it at 4 °C now.", "يحفظ في الساعة 71 الآن.", "ar", "يحفظ عند 4 °C الآن."),
        ("Open between 9 a.m. and noon.", "مفتوح بين عامي 71 والظهر.", "ar", "مفتوح بين 9 a.m. والظهر."),
        ("It is in terms.csv now.", "Il est en l’an 71 maintenant.", "fr", "Il est en terms.csv maintenant."),
        ("It is at help@example.org.", "Il est à 71 h.", "fr", "Il est à help@example.org."),
        ("Write to help@example.org soon.", "请在71点前写信。", "zh-Hans", "请在help@example.org前写信。"),
        ("Press help@example.org soon.", "请在71点击。", "zh-Hans", "请在help@example.org点击。"),
    ],
)  # fmt: skip
def test_what_called_the_stand_in_a_number_goes(source, draft, locale, right):
    assert back(source, draft, locale)[0] == right


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        ("乘坐71路公交车。", "乘坐12路公交车。"),
        ("乘坐71公交车。", "乘坐12路公交车。"),
        ("事故发生在71号路线上。", "事故发生在12号路线上。"),
        ("他住在第71号楼。", "他住在12号楼。"),
        ("见第71号。", "见第12号。"),
        ("第71号已关闭。", "第12号已关闭。"),
        ("71号已关闭。", "第12号已关闭。"),
    ],
)
def test_a_chinese_number_that_is_a_name_fits_its_noun(draft, right):
    text = "Take No. 12 now."
    (number,) = find(text)
    part = mask(text, [replace(number, text="第12号")])
    assert unmask(part, text, draft, (), locale="zh-Hans")[0] == right


def test_literals_that_nothing_parts_are_one():
    text = "The placeholder %d%% is shown."
    whole = touching(text, find(text))
    assert [one.text for one in whole] == ["%d%%"]
    back, _, _ = unmask(mask(text, whole), text, "Le signe 71 est là.", (), locale="fr")
    assert back == "Le signe %d%% est là."
    typed = "Type &lt;br&gt; or {a}-{b}, not $5 or $7."
    assert [one.text for one in touching(typed, find(typed))] == [
        "&lt;br&gt;",
        "{a}-{b}",
        "$5",
        "$7",
    ]


def test_literals_stay_apart_where_their_counting_word_goes():
    text = "It came at 3:15 and left at 11:30."
    back, _, _ = unmask(masked(text), text, "它在71时83时离开。", (), locale="zh-Hans")
    assert "3:15 11:30" in back


def test_what_russian_writes_on_a_number_and_chinese_before_a_day_goes_with_the_stand_in():
    text = "Ms. Nguyễn spoke to X1."
    name = Literal(4, 10, "Nguyễn", "name")
    told, *_ = unmask(mask(text, [name]), text, "71-го дня выступила.", (), locale="ru")
    assert told == "Nguyễn дня выступила."
    told, *_ = unmask(mask(text, [name]), text, "5月71日发言。", (), locale="zh-Hans")
    assert told == "Nguyễn发言。"


def test_a_number_that_is_a_name_begins_a_sentence_with_a_capital():
    box = Scripted(lambda text: text.replace("is closed", "est fermé"), target="fr")
    (draft,) = drafted(box, "No. 7 is closed.", locale="fr")
    assert draft.text == "N°\u00a07 est fermé."


@pytest.mark.parametrize(
    ("source", "locale", "draft", "right"),
    [
        ("Hello {name}, you have {count} messages.", "fr", "Bonjour {0} dollars, vous avez {1} dollars messages.",
         "Bonjour {name}, vous avez {count} messages."),
        ("Hello {name}, you have {count} messages.", "fr", "Bonjour {0} ans, vous avez {1} % messages.",
         "Bonjour {name}, vous avez {count} messages."),
        ("Hello {name}, you have {count} messages.", "ru", "Привет, {0} евро, у вас {1} лет сообщений.",
         "Привет, {name}, у вас {count} сообщений."),
        ("Use the code %% for a percent sign.", "zh-Hans", "用{0}美元表示百分号。", "用%%表示百分号。"),
        ("It is {count} years old and costs {sum} dollars.", "fr", "Il a {0} ans et coûte {1} dollars.",
         "Il a {count} ans et coûte {sum} dollars."),
        ("You have {count} messages and {share}% left.", "zh-Hans", "您有{0}条消息，还剩{1}%。", "您有{count}条消息，还剩{share}%。"),
        ("Vous avez {count} ans.", "es", "Usted tiene {0} años.", "Usted tiene {count} años."),
    ],
)  # fmt: skip
def test_a_placeholder_is_counted_by_what_its_source_names(source, locale, draft, right):
    sent = mask(source, find(source))
    standins = [mark.text for mark in sent.held]
    assert unmask(sent, source, draft.format(*standins), (), locale=locale)[0] == right
