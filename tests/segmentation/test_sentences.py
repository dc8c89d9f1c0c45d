"""Sentences: what must be cut, what must not, and that nothing is lost."""

import threading

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from transflow.segmentation import RULES_VERSION, split


def pieces(text, locale="en", protected=()):
    return [text[start:end] for start, end in split(text, locale, protected)]


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("en", ["Mr. Hale met E. F. Gray of Reed & Co. Ltd. in St. Ives, e.g. at noon.", "They left at 5 p.m.", "Nobody saw them."]),
        ("en", ["It cost £2.5m in v3.11.", "Use Node 4.x or 10.0.0.1.", "See fig. 2 and tab. 7.", "Then vol. 4.", "No. 6 is lost."]),
        ("en", ["“I like it.", "It is calm.”", "She smiled.", "'Tis late in 's-Gravenhage.", "He left -- at last.", "They stayed."]),
        ("en", ["The vote is at 10 a.m. Tuesday.", "It opens at 9 a.m. Eastern Time, 2 P.M. GMT, on June 3.", "She came at 5 p.m. May 4.",
                "She left at 6 p.m.", "May helps.", "We ate at 7 p.m.", "Marta sang."]),
        ("en", ["See Art. 12 and Rule 4.", "Dr. Ruiz of Foo Inc. agrees."]),
        ("en", ["“It is ready,” said Ms. Lin.", "“Why now?” asked the minister.", "We know."]),
        ("en", ["Visit https://a.example/b.c?d=e. Then go."]),
        ("en", ["Wait... what?", "Yes."]),
        ("en", ["Tel. +41 22 338.", "Fax (202) 555.", "Adm. Lee left."]),
        ("fr", ["Tél. +33 1 40.", "Le 3 févr. 2024, J.-C. Dupont cite l’art. L. 111-1.", "En 52 av. J.-C.", "César vint.", "Il vit Bd. Foch."]),
        ("es", ["Véase el n.º 5 y la 3.ª ed.", "El 3 de ene. 2024 llegó.", "Aprox. 5 horas.", "Fin."]),
        ("en", ["Bring your ID.", "Doors open at six.", "It rose in May.", "It is OK.", "The U.S. Army and AT&T Inc. agree.", "DR. Ruiz came."]),
        ("de", ["Am Montag begann die 2. Sitzung.", "Beim 3. Versuch kam er am 5.", "Danach ging er.", "Es sind 3.", "Gut."]),
        ("de", ["Prof. Dr. h. c. mult. Lee kam.", "Die Fa. Bosch zahlt.", "Inkl. 5 Euro.", "Ende."]),
        ("zh", ["我们走了！", "好吗？", "好。"]),
        ("nl", ["Het regent.", "'s Avonds is het droog.", "’s Morgens niet.", "'t Is zo."]),
        ("en", ["“Go.” he said.", "'Tis so."]),
        ("en", ["He left.", "‘Stay.’", "And then.", "’Twas late."]),
        ("en", ["The wall is 4.5 m.", "Call us.", "Take 50 mg/L.", "Groundwater holds 3 mg/kg.", "It took 3 h.", "Nobody came at 20 °C.", "We left."]),
        ("en", ["It is 5 m. wide.", "Mr. M. Hale has 3 L. E. Gray has none.", "See it on p. 5 of Dr. L. Gray."]),
        ("de", ["Die Wand misst 4,5 m.", "Sie steht seit 3 h.", "Danach fiel sie."]),
        ("en", ["(See No. 5.)", "Then go.", "It rose (by 5.2%) again."]),
        ("en", ["It rose.²", "Then it fell.†", "It rose.*", "It fell.^3^", "It rose.⁴"]),
        ("en", ["It runs Mon. to Fri. only.", "He won on Wed. in Rome.", "Boston, Mass. is old.", "It weighs 150 lbs. dry.", "The temp. was high."]),
        ("en", ["Panic! at the Disco played.", "The Jeopardy! host left.", "On Wed. Oct. 7 it rained.", "It was Sat. Mar. 3 at last.", "We left on Sun.", "Nobody came."]),
        ("en", ["We use it.", "iPhone users left.", "mRNA is new.", "example.org is down."]),
        ("en", ["it rose.", "then it fell."]),
        ("fr", ["La temp. était haute.", "Elle baissa."]),
        ("en", ["Apply at USA.gov.", "Applications close Friday.", "Mail press@epa.gov.", "Reporters may call.", "See vg.no.", "Readers may, too.", "Ask bbc.co.", "Viewers did."]),
        ("en", ["He voted no.", "Sen. Kelly voted yes.", "See no. 5 and no. A-4 there.", "We sell tea, etc.", "Guests left.", "It is state of the art.", "Visitors came."]),
        ("en", ["Ask Ofc. Tom Ray, Atty. Gen. Lee, Dep. Chief Hale and Cllr. May.", "J.-P. Ray won.", "Prof. A.-M. Lee lost."]),
        ("en", ["See UN Doc. A/77/5 and Ref. BX-12.", "Take Rte. 9 to Apt. 5.", "Dir. 95/46 applies."]),
        ("en", ["At approximately 12:50 A.M. Sioux City police came.", "It opens at 9 a.m. Geneva time.", "Visitors may come."]),
        ("en", ["Will it hold? – The Post"]),
        ("en", ["“Why now?” — The Post."]),
        ("en", ["• It rose.", "Then it fell."]),
        ("en", ["(He left.)", "(She stayed.)", "[Applause.]", "She left."]),
        ("en", ['"We need to get away.', 'Hopefully this opens a dialogue," she said.', "It is late."]),
        ("en", ['"How many? I know."', 'The 12" pipe of the old house broke.', "It leaked."]),
        ("en", ["It rose.\\[2\\]", "It fell?\\[3\\]\\[a\\]", "Then more.[\\[12\\]](#n12)", "All is said.<sup>[\\[4\\]](#n4)</sup>", "We left.^[\\[note 5\\]](#n5)^", "Go."]),
        ("en", ["It rose.", "\\[Applause.\\] It fell."]),
        ("zh", ["港口开了。\\[2\\]", "它很大。"]),
        ("en", ["<a id='x'></a>6.2. Commands"]),
        ("en", ["[]{#x}6.2. Commands run.", "They end."]),
        ("en", ["![](a.png) 6.2. Commands run.", "They end."]),
        ("en", ["{{< icon >}} 6.2. Commands run.", "They end."]),
        ("es", ["Madrid, 4 de marzo de 2026.- El puerto abrió.", "Es grande.", "Primero.- Se aprueba.", "Segundo.– Se cierra."]),
        ("zh", ["她说：“港口在星期一开放了。", "它有九十条船的位置。", "我们都很高兴。”", "他也同意。"]),
        ("zh", ["她说：「港口在星期一開放了！", "它有九十條船的位置。」", "他也同意。"]),
        ("zh", ["“走吧。快走。”", "他走了。", "“港口在星期一开放了。”她说，“它有九十条船的位置。”"]),
        ("ar", ["قالت: «افتتح الميناء يوم الاثنين.", "إنه كبير جدا.»", "وافق الجميع."]),
        ("ar", ['قال: "وصل د. محمد إلى الميناء يوم الاثنين.', 'إنه كبير جدا."', "وافق الجميع."]),
        ("ar", ['قال: "نعم. وصل."', "وافق الجميع."]),
        ("fr", ["« Il faut agir.", "Le temps presse. »", "Elle partit."]),
        ("es", ["«Hay que actuar.", "El tiempo apremia».", "Se fue."]),
        ("ru", ["Он стоит 5 млн. руб.", "Это много.", "Ещё 3 млн руб. в год."]),
        ("ru", ["«Надо действовать.", "Время не ждёт», — сказала она.", "И ушла."]),
    ],
)  # fmt: skip
def test_cuts(locale, wanted):
    text = ("" if locale in {"zh", "ja"} else " ").join(wanted)
    if "https" in text:
        wanted = ["Visit https://a.example/b.c?d=e.", "Then go."]
    assert pieces(text, locale) == wanted


def test_a_path_of_one_letter_ends_a_sentence():
    wanted = ["Go to https://a.example/b.", "Then stop."]
    assert pieces(" ".join(wanted)) == wanted


def test_nothing_is_cut_inside_a_protected_range():
    text = "See [One. Two.](x) here. Next."
    assert pieces(text, "en", [(4, 18)]) == ["See [One. Two.](x) here.", "Next."]


@pytest.mark.parametrize("locale", ["en", "fr", "es", "de", "ru", "ar", "zh", "ja"])
@pytest.mark.parametrize(
    "text",
    [
        "Tel.: 022 338 91 11",
        "Tel. : 022 338",
        "Ask Mr. Hale etc. ; write",
        "(She left. ) It rained",
        "[No. ], so",
    ],
)
def test_no_sentence_begins_with_a_mark_that_goes_on(locale, text):
    assert not [piece for piece in pieces(text, locale) if piece[0] in ":;,)]"]


def test_a_code_of_an_emoji_begins_a_sentence():
    assert pieces("Well done. :tada: Thanks.")[0] == "Well done."


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("1. Fill the pan.", ["1. Fill the pan."]),
        ("1986. A great year. We won.", ["1986. A great year.", "We won."]),
        ("It was 1986. A great year.", ["It was 1986.", "A great year."]),
        (r"1986\. A great year. We won.", [r"1986\. A great year.", "We won."]),
        (r"12\) A dozen. More.", [r"12\) A dozen.", "More."]),
        ("4.9. Name Resolution", ["4.9. Name Resolution"]),
        ("B.5.1.\u00a0Files. And more.", ["B.5.1.\u00a0Files.", "And more."]),
        ("v2.0. It works.", ["v2.0. It works."]),
        ("Chapter\u00a04.\u00a0Basic Tools", ["Chapter\u00a04.\u00a0Basic Tools"]),
        ("Figure 3.1. Exports. Source: WTO.", ["Figure 3.1. Exports.", "Source: WTO."]),
        ("Table A-4. Rates", ["Table A-4. Rates"]),
        ("Глава 9. Загрузка системы", ["Глава 9. Загрузка системы"]),
        ("表\u00a012.13.\u00a0源代码", ["表\u00a012.13.\u00a0源代码"]),
        ("5장. 도구", ["5장. 도구"]),
        ("It is at their discretion. 8", ["It is at their discretion. 8"]),
        ("It may be a link. [12] Then not.", ["It may be a link. [12]", "Then not."]),
        ("She read Chapter 4. It was long.", ["She read Chapter 4.", "It was long."]),
        (r"1\. One item 2\. Another item", [r"1\. One item", r"2\. Another item"]),
        (
            "[1] A note by the board. [2] Another note. It ends.\n[3] More.",
            ["[1] A note by the board.", "[2] Another note.", "It ends.", "[3] More."],
        ),
        (
            r"\[1\] A note by [4] it. \[2\] Another.[5] It ends.",
            [r"\[1\] A note by [4] it.", r"\[2\] Another.[5]", "It ends."],
        ),
        ("[1] says so, and as in [2] it went.", ["[1] says so, and as in [2] it went."]),
    ],
)
def test_a_number_alone_is_no_sentence(text, wanted):
    """Also where Markdown keeps it from making a list."""
    assert pieces(text) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("typing.Any", ["typing.Any"]),
        ("class django.http.FileResponse(open)", ["class django.http.FileResponse(open)"]),
        ("Use QueryDict.__getitem__ there. Then stop.", ["Use QueryDict.__getitem__ there.", "Then stop."]),
        ("Open src/main.Cell.xml now.", ["Open src/main.Cell.xml now."]),
        ("He left.She stayed at home.", ["He left.", "She stayed at home."]),
    ],
)  # fmt: skip
def test_a_name_in_code_is_not_cut_at_its_dots_but_a_lost_blank_is(text, wanted):
    assert pieces(text) == wanted


def test_version_is_a_word_for_headers():
    assert RULES_VERSION.split() == [RULES_VERSION]


TRICKY = "  One.  Two?\tThree!\n\n Four \u00a0 five. \u200bSix…7\U0001f41f.Eight.) (Nine"


@settings(max_examples=400, deadline=None)
@given(st.text(max_size=200) | st.text(alphabet=' .!?"“”«»()a1A。？\n\u00a0', max_size=80))
def test_ranges_are_ordered_and_leave_only_white_space_out(text):
    check_lossless(text)


@pytest.mark.parametrize(
    "text",
    [TRICKY, "A.\u00a0B.\u202fC. D\u2003E.\u00a0", "Mr.\u00a0J.\u00a0Hale. \x85x", "É.\u3000Ü."],
)
def test_ranges_of_tricky_text(text):
    check_lossless(text)


def check_lossless(text):
    for locale in ("en", "zh-Hans", "fr", "xx"):
        at = 0
        for start, end in split(text, locale):
            assert at <= start < end <= len(text)
            assert not text[at:start].strip()
            assert not text[start].isspace()
            assert not text[end - 1].isspace()
            at = end
        assert not text[at:].strip()


def test_the_same_from_many_threads():
    wanted = split(TRICKY * 20, "en")
    found = []
    threads = [
        threading.Thread(target=lambda: found.append(split(TRICKY * 20, "en"))) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [wanted] * 8


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("1\\. First point here. And more.", ["1\\. First point here.", "And more."]),
        ("a\\. First point. Next.", ["a\\. First point.", "Next."]),
        ("iv\\. Costs. Who pays.", ["iv\\. Costs.", "Who pays."]),
        ("IV. Costs. Who pays.", ["IV. Costs.", "Who pays."]),
        ("A. Who may apply. Everybody.", ["A. Who may apply.", "Everybody."]),
        ("Take vitamin A. It helps.", ["Take vitamin A.", "It helps."]),
    ],
)
def test_a_letter_or_numeral_that_begins_a_text_stays_with_its_words(text, sentences):
    assert [text[start:end] for start, end in split(text, "en")] == sentences
