"""Script, variant and language; doubled and untranslated words; length."""

import pytest

from transflow.chinese import telling
from transflow.glossary import Concept, Form, Glossary

LONG = "The Office granted the first group of patents to inventors from nine countries last spring."

FOUND = [
    ("wrong-script", "fr", "The fee fell.", "La taxe а baissé."),
    ("wrong-script", "es", "The fee fell.", "费用下降了。"),
    ("wrong-script", "ru", "The fee fell.", "Плата 费 снизилась."),
    ("wrong-script", "zh-Hans", "The fee fell.", "La taxe a baissé."),
    ("wrong-script", "ar", "The fee fell.", "Плата снизилась."),
    ("wrong-script", "ar", "The annual fee fell.", "La tasa anual bajó."),
    ("invented-letters", "ru", "Communities claim their rights.", "Общины утверждают свой ric."),
    ("invented-letters", "ru", "Exports (China) fell.", "Экспорт (Cina) упал."),
    ("invented-letters", "zh-Hans", "Morocco joined.", "Moroc酒加入。"),
    ("invented-letters", "ar", "Exports (China) fell.", "انخفضت الصادرات (Cuala)."),
    ("wrong-variant", "zh-Hans", "The state office.", "國家專利局。"),
    ("wrong-variant", "zh-Hant", "The state office.", "国家专利局。"),
    (
        "wrong-language",
        "fr",
        "The treaty of the members is in force.",
        "El tratado de los miembros está en vigor para las oficinas con todas sus reglas.",
    ),
    (
        "wrong-language",
        "es",
        "The treaty is in force.",
        "Le traité est en vigueur pour les membres et dans les offices.",
    ),
    (
        "wrong-language",
        "fr",
        "Members met there.",
        "The members of the office have been there with their staff.",
    ),
    ("wrong-language", "ru", "The treaty is in force.", "Цей договір є чинним для всіх її членів."),
    (
        "wrong-language",
        "es",
        "The fee fell.",
        "A taxa não foi paga pelo membro, mas também pela União e pelos seus.",
    ),
    ("doubled-words", "fr", "The fee of the office.", "La taxe de de l’office."),
    ("doubled-words", "es", "The fee of the office.", "La tasa tasa de la oficina."),
    ("doubled-words", "ru", "The fee of the office.", "Плата в в бюро."),
    ("doubled-words", "ar", "The fee of the office.", "رسم في في المكتب."),
    ("doubled-words", "fr", "It may be waived.", "Elle peut être levée.\nElle peut être levée."),
    ("doubled-words", "zh-Hans", "The fee of the office.", "知识产权知识产权局的费用。"),
    (
        "doubled-words",
        "fr",
        "He spoke of the prize.",
        "Il a parlé du prix et du prix et du prix de l’année.",
    ),
    (
        "partly-untranslated",
        "fr",
        "The office said that the annual fee fell sharply in most member states.",
        "L’office a dit que the annual fee fell sharply in most États membres.",
    ),
    (
        "partly-untranslated",
        "zh-Hans",
        "The office said that the annual fee fell sharply.",
        "该局表示the annual fee fell sharply。",
    ),
    (
        "partly-untranslated",
        "ru",
        "The office said that the annual fee fell.",
        "Бюро сообщило, что the annual fee fell.",
    ),
    (
        "partly-untranslated",
        "ar",
        "The office said that the annual fee fell.",
        "قال المكتب إن the annual fee fell.",
    ),
    (
        "partly-untranslated",
        "es",
        "He asked whether they could not come back before the end of May.",
        "Preguntó whether they could not come back before mayo.",
    ),
    ("length", "fr", LONG, "L’Office a délivré des brevets."),
    ("length", "es", LONG, "La Oficina concedió patentes."),
    ("length", "zh-Hans", LONG, "授予了专利。"),
    ("length", "ru", LONG, "Бюро выдало."),
    ("length", "ar", LONG, "منح المكتب."),
    (
        "length",
        "ar",
        "The fee of the office fell.",
        "انخفض الرسم الذي يتقاضاه المكتب عن كل طلب دولي يودع لديه من الأشخاص المقيمين في أي من الدول الأعضاء بعد الاجتماع.",
    ),
]
LET_BE = [
    ("wrong-script", "fr", "The α-particle and the word 字.", "La particule α et le mot 字."),
    ("wrong-script", "zh-Hans", "WIPO and Huawei", "WIPO和华为"),
    ("wrong-script", "ru", "Huawei filed it.", "Заявку подала Huawei."),
    ("wrong-script", "ar", "Huawei filed it.", "أودعته Huawei."),
    ("wrong-script", "zh-Hans", "Huawei", "Huawei"),
    ("wrong-script", "es", "It fell.", "Bajó."),
    ("invented-letters", "ru", "Write to Jane Doe.", "Пишите: Jane Doe."),
    ("invented-letters", "ru", "It runs at 5 megahertz.", "Работает на 5 MHz."),
    (
        "invented-letters",
        "zh-Hans",
        "The World Health Organization met.",
        "世界卫生组织（WHO）开会。",
    ),
    ("invented-letters", "fr", "The fee fell.", "La taxe a baissé."),
    (
        "invented-letters",
        "ru",
        "See [here](https://a.example/x).",
        "См. [тут](https://a.example/x).",
    ),
    ("wrong-variant", "zh-Hans", "The state office.", "国家专利局。"),
    ("wrong-variant", "zh-Hant", "The state office.", "國家專利局。"),
    ("wrong-variant", "zh-Hans", "Kept as 國.", "保留國字。"),
    (
        "wrong-language",
        "fr",
        "He quoted “The Art of the Deal” there.",
        "Il y a cité « The Art of the Deal » dans son discours sur les accords.",
    ),
    ("wrong-language", "es", "In the office of the king.", "En la oficina del rey y de la reina."),
    ("wrong-language", "ru", "It is not new.", "Это не ново."),
    (
        "wrong-language",
        "ru",
        "See A/HRC/RES/53/1, paragraph 4 (b) and A/C.3/78/L.19/Rev.1.",
        "См. A/HRC/RES/53/1, пункт 4 (b) и A/C.3/78/L.19/Rev.1.",
    ),
    ("invented-letters", "ru", "Open main.rs on example.org.", "Откройте main.rs на example.org."),
    ("invented-letters", "zh-Hans", "See newsletter.who.int now.", "请查看newsletter.who.int。"),
    ("invented-letters", "ar", "See newsletter.who.int now.", "انظر newsletter.who.int الآن."),
    (
        "partly-untranslated",
        "fr",
        "{gender, select, male {He said so} female {She said so} other {They said so}} to you.",
        "{gender, select, male {He said so} female {She said so} other {They said so}} à vous.",
    ),
    ("wrong-language", "fr", "In the Rhône.", "Dans le Rhône."),
    (
        "wrong-language",
        "fr",
        "Israel (15th), United Arab Emirates (32nd) and Türkiye (37th)",
        "Israël (15e), Émirats arabes unis (32e) et Türkiye (37e)",
    ),
    (
        "wrong-language",
        "es",
        "South-South cooperation complements North-South cooperation.",
        "La cooperación Sur-Sur complementa la cooperación Norte-Sur.",
    ),
    ("doubled-words", "ar", "Step by step it grew.", "نما خطوة خطوة."),
    ("doubled-words", "fr", "We met again.", "Nous nous sommes revus."),
    ("doubled-words", "ru", "It fell a little.", "Она снизилась чуть чуть."),
    ("doubled-words", "zh-Hans", "Every day it rose.", "它天天上涨。"),
    ("doubled-words", "fr", "Walla Walla hosts it.", "Walla Walla l’accueille."),
    ("doubled-words", "ar", "The BBC said so.", "قالت بي بي سي ذلك."),
    ("doubled-words", "id", "Children came.", "Anak anak datang."),
    ("doubled-words", "es", "It was very, very good.", "Fue muy, muy bueno."),
    (
        "partly-untranslated",
        "fr",
        "It is by the International Bureau of Education and Science.",
        "Il est du International Bureau of Education and Science.",
    ),
    (
        "partly-untranslated",
        "zh-Hans",
        "See https://example.org/the/annual/fee now.",
        "现在请看https://example.org/the/annual/fee。",
    ),
    (
        "partly-untranslated",
        "ru",
        "Install the tool with pip install requests and run it.",
        "Установите инструмент с помощью pip install requests и запустите его.",
    ),
    (
        "partly-untranslated",
        "zh-Hans",
        "Run npm run build, then git push origin main to publish it.",
        "先运行npm run build，再运行 git push origin main 发布。",
    ),
    (
        "partly-untranslated",
        "ru",
        "Ms. de la Cruz and Mr. von Trapp signed.",
        "Подписали г-жа de la Cruz и г-н von Trapp.",
    ),
    (
        "partly-untranslated",
        "ru",
        "The New York Times said so.",
        "Так сообщила The New York Times.",
    ),
    ("length", "zh-Hans", LONG, "去年春天，该局向来自九个国家的发明人授予了首批专利。"),
    (
        "length",
        "fr",
        LONG,
        "Au printemps dernier, l’Office a délivré la première série de brevets à des inventeurs de neuf pays.",
    ),
    (
        "length",
        "es",
        LONG,
        "La primavera pasada, la Oficina concedió el primer grupo de patentes a inventores de nueve países.",
    ),
    (
        "length",
        "ru",
        LONG,
        "Весной прошлого года Бюро выдало первую группу патентов изобретателям из девяти стран.",
    ),
    (
        "length",
        "ar",
        LONG,
        "في الربيع الماضي، منح المكتب أول مجموعة من البراءات لمخترعين من تسعة بلدان.",
    ),
    ("length", "fr", "OK", "D’accord, très bien"),
]


@pytest.mark.parametrize(("rule", "locale", "source", "target"), FOUND)
def test_is_found(rules, rule, locale, source, target):
    assert rule in rules(source, target, locale)


@pytest.mark.parametrize(("rule", "locale", "source", "target"), LET_BE)
def test_is_let_be(rules, rule, locale, source, target):
    assert rule not in rules(source, target, locale)


def test_variants_name_the_right_characters(judge):
    (finding,) = judge("The state.", "國家。", "zh-Hans")
    assert finding.message == "traditional characters; expected 國 → 国"


def test_the_table_of_variants_is_sound():
    simplified, traditional = telling()
    assert len(simplified) > 500
    assert not simplified.keys() & traditional.keys()
    assert all(char.encode("gb2312") for char in simplified)
    for char in simplified:
        with pytest.raises(UnicodeEncodeError):
            char.encode("big5")
    for char in traditional:
        with pytest.raises(UnicodeEncodeError):
            char.encode("gb2312")


@pytest.mark.parametrize(
    ("target", "told"),
    [("Safe Work Weekly, № 42", False), ("Safe Work Weekly, next issue 42", True)],
)
def test_a_name_that_the_glossary_keeps_is_in_no_wrong_script(rules, target, told):
    glossary = Glossary([Concept("weekly", {"en": (Form("Safe Work Weekly"),)}, dnt=True)])
    found = rules("Safe Work Weekly, No. 42", target, "ru", glossary=glossary)
    assert ("wrong-script" in found) is told
