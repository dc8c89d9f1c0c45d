import pytest

from transflow.translation import capitals
from transflow.translation.shortunits import casing, copies, finish, restore_case


@pytest.mark.parametrize(
    "text",
    ["", " ", "2019", "1", "A", "3.", "—", "€27.40", "US$ 1,200", "28,000", "10%", "25 MBps",
     "5 km", "https://example.org/a", "😀", "WO/2024/123456", "12:30", "1 234,5", "n°", "n/a", "R&D", "PCT", "U.N.", "CollectionSpace", "PostgreSQL",
     "(n/a)", "kWh", "kg CO2e", "Mt CO₂", "t CO2-eq", "½%"],
)  # fmt: skip
def test_copied(text):
    assert copies(text)


@pytest.mark.parametrize(
    "text",
    [
        "No",
        "NO",
        "FEES",
        "国",
        "3. Who may file",
        "Fee",
        "5 patents",
        "Rule 4",
        "McDonald",
        "YouTubers",
    ],
)
def test_translated(text):
    assert not copies(text)


def test_capitals_are_decoded_as_a_sentence():
    how = casing("DIRECTOR GENERAL ENDS VISIT", heading=True)
    assert (how.style, how.text) == ("upper", "Director general ends visit")
    assert restore_case(how, "Termina la visita") == "TERMINA LA VISITA"
    kept = casing("THE PCT ENTERED INTO FORCE", heading=True, keep=frozenset({"PCT"}))
    assert kept.text == "The PCT entered into force"


def test_acronyms_are_no_capitals():
    assert casing("WIPO", heading=True).style == ""
    assert casing("WIPO, EPO", heading=True).style == ""


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("COVID-19 AND PATENTS", "COVID-19 and patents"),
        ("PCT FEES FOR 2024", "PCT fees for 2024"),
        ("NEWS OF WIPO AND THE G20", "News of WIPO and the G20"),
    ],
)
def test_names_in_a_heading_in_capitals_stay(heading, sentence):
    assert casing(heading, heading=True).text == sentence


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("LIST OF DOCUMENTS (A/64/5, A/64/6)", "List of documents (A/64/5, A/64/6)"),
        ("A/RES/75/1 ADOPTED", "A/RES/75/1 adopted"),
        ("Documents WO/GA/57/1 and A/65/3", "Documents WO/GA/57/1 and A/65/3"),
        ("ANNEX IV: LIST OF DOCUMENTS", "Annex IV: list of documents"),
        ("Annex I. Terms of Reference", "Annex I. Terms of reference"),
        ("Growth in Q1 and Q2 of This Year", "Growth in Q1 and Q2 of this year"),
        ("New U.S. Rules for R&D", "New U.S. rules for R&D"),
        ("ALL TERMS IN PART I", "All terms in Part I"),
        ("See the Terms in Part I Now", "See the terms in Part I now"),
        ("HIV/AIDS REPORT", "HIV/AIDS report"),
        ("What Should I Do Now", "What should I do now"),
        ("HOW CAN I FILE", "How can I file"),
        ("Meeting With Mr. John Smith", "Meeting with Mr. John Smith"),
        ("MEETING WITH MR. SMITH", "Meeting with Mr. Smith"),
        ("Call Dr. Grant Now", "Call Dr. Grant now"),
        ("WHO REPORT ON MALARIA", "WHO report on malaria"),
        ("WHO CAN FILE AN APPLICATION?", "Who can file an application?"),
        ("NEWS OF THE WHO FOR YOU", "News of the WHO for you"),
        ("IT SYSTEMS FOR US", "IT systems for us"),
        ("15 KM RACE", "15 km race"),
        ("100 M FINAL", "100 m final"),
        ("EMAIL INFO@WIPO.INT NOW", "Email INFO@WIPO.INT now"),
    ],
)
def test_codes_numerals_titles_and_bodies_of_a_heading_keep_their_capitals(heading, sentence):
    names = frozenset({*capitals.proper(heading), *capitals.titled(heading)})
    assert casing(heading, heading=True, keep=names).text == sentence


@pytest.mark.parametrize(
    ("heading", "sentence", "draft", "right"),
    [
        (
            "HOW TO FILE WITH ePCT IN 10 MINUTES",
            "How to file with ePCT in 10 minutes",
            "Cómo presentar con ePCT en 10 minutos",
            "CÓMO PRESENTAR CON ePCT EN 10 MINUTOS",
        ),
        ("mRNA VACCINES APPROVED", "mRNA vaccines approved", "新的mRNA疫苗", "新的mRNA疫苗"),
        ("NEWS OF McDONALD'S", "News of McDonald's", "De McDonald's", "DE McDONALD'S"),
        ("WRITE TO info@wipo.int NOW", "Write to info@wipo.int now", "A info@wipo.int", "A info@wipo.int"),
    ],
)  # fmt: skip
def test_names_with_small_letters_among_capitals(heading, sentence, draft, right):
    how = casing(heading, heading=True)
    assert (how.style, how.text) == ("upper", sentence)
    assert restore_case(how, draft) == right
    assert casing("GitHub API", heading=True).style == ""


@pytest.mark.parametrize(
    ("heading", "sentence"),
    [
        ("Ticket Prices From 1 January", "Ticket prices from 1 January"),
        ("Floods in Northern Portugal Kill Two", "Floods in northern Portugal kill two"),
        ("Talks in Addis Ababa End on Friday", "Talks in Addis Ababa end on Friday"),
        ("You May Leave the Museum Now", "You may leave the museum now"),
        ("Towns Wake After Storms", "Towns wake after storms"),
    ],
)
def test_months_days_countries_and_cities_of_a_heading_keep_their_capitals(heading, sentence):
    names = frozenset(capitals.titled(heading))
    assert casing(heading, heading=True, keep=names).text == sentence


@pytest.mark.parametrize(
    ("draft", "locale", "right"),
    [
        ("Rappelant sa résolution", "fr", "Rappelant sa résolution,"),
        ("回顾其决议。", "zh-Hans", "回顾其决议，"),
        ("وإذ تشير إلى قرارها", "ar", "وإذ تشير إلى قرارها،"),
        ("Ссылаясь на свою резолюцию;", "ru", "Ссылаясь на свою резолюцию,"),
    ],
)
def test_the_comma_that_a_clause_ends_with(draft, locale, right):
    assert finish("Recalling its resolution,", draft, locale) == right


def test_title_case():
    how = casing("Next Step — Read the Office Letter", heading=True)
    assert how.text == "Next step — read the office letter"
    assert casing("How WIPO Helps iPhone Makers Today", heading=True).text == (
        "How WIPO helps iPhone makers today"
    )
    assert casing("Lena Rivers Met Daren Tang", heading=False).style == ""
    assert casing("Daren Tang visits the Boao Forum", heading=True).style == ""
    kept = casing(
        "Meet Lena Rivers About Patents", heading=True, keep=frozenset({"Lena", "Rivers"})
    )
    assert kept.text == "Meet Lena Rivers about patents"


@pytest.mark.parametrize(
    "name",
    [
        "Harbour Authority of Sandvik",
        "Sandvik Museum of Modern Art",
        "Ministry of Fisheries and Coastal Affairs",
        "Venue: Old Fish Market Hall, Sandvik",
        "Address: Harbour Authority of Sandvik, 12 Quay Street, Sandvik, Sweden",
    ],
)
def test_names_alone_and_behind_a_label_are_no_headline(name):
    assert casing(name, heading=True).text == name


def test_headlines_about_bodies_are_headlines():
    """What is said of a body is no part of its name; a topic before a colon is no label."""
    assert casing("Harbour Authority Opens New Museum", heading=True).style == "title"
    assert casing("Opening Office Doors for Small Firms", heading=True).style == "title"
    assert casing("Fish Prices: Why They Rise", heading=True).style == "title"


def test_terms_of_several_words_keep_their_capitals():
    keep = frozenset({"Director General", "new quality productive forces"})
    title = "Director General Visits the New Quality Productive Forces Lab"
    sentence = "Director General visits the new quality productive forces lab"
    assert casing(title, heading=True, keep=keep).text == sentence
    assert casing(title.upper(), heading=True, keep=keep).text == sentence


@pytest.mark.parametrize(
    ("source", "draft", "locale", "right"),
    [
        ("It works.", "它有效", "zh-Hans", "它有效。"),
        ("It works.", "它有效.", "zh-Hans", "它有效。"),
        ("Who?", "谁", "zh-Hans", "谁？"),
        ("Who?", "من", "ar", "من؟"),
        ("Why?", "Pourquoi", "fr", "Pourquoi\u202f?"),
        ("Fees:", "Tasas", "es", "Tasas:"),
        ("A heading", "Un titre.", "fr", "Un titre"),
        ("It works.", "ça marche.", "fr", "Ça marche."),
        ("iPhone makers met.", "iPhone makers met.", "fr", "iPhone makers met."),
        ("He said “no.”", "Il a dit «\u00a0non\u00a0».", "fr", "Il a dit «\u00a0non\u00a0»."),
        ("Wait…", "Attendez.", "fr", "Attendez…"),
        ("Read this first...", "读取此第一。", "zh-Hans", "读取此第一……"),
        ("Who may file?", "Quién puede solicitar.", "es", "¿Quién puede solicitar?"),
        ("What is new:", "Quoi de neuf.", "fr", "Quoi de neuf\u00a0:"),
        ("Stop it", "Pare!", "es", "Pare"),
        (
            'He said: "It is high."',
            "Il a dit : « C’est haut. »",
            "fr",
            "Il a dit\u00a0: « C’est haut. »",
        ),
        (
            "Who: me; you? I!",
            "Qui : moi ; toi ? Moi !",
            "fr",
            "Qui\u00a0: moi\u202f; toi\u202f? Moi\u202f!",
        ),
        ("Say :go or a : b.", "Dites :go ou a : b.", "fr", "Dites :go ou a : b."),
        ("Say :go.", "Dites :go.", "fr", "Dites :go."),
        ("Rain in the US", "Lluvia en EE.\u00a0UU.", "es", "Lluvia en EE.\u00a0UU."),
        ("Rain in the US.", "Lluvia en EE. UU.", "es", "Lluvia en EE. UU."),
        ("Uh, what.", "Eh, ¿qué?", "es", "Eh, qué."),
        ("How high it was", "¿Qué tan alta?", "es", "Qué tan alta"),
        ("Who? Me.", "¿Quién? ¡Yo!", "es", "¿Quién? Yo."),
        ("Is it “new”?", "Est-ce « nouveau » ?", "fr", "Est-ce « nouveau »\u202f?"),
        ("(See also Rule 4.)", "（另见细则4.）", "zh-Hans", "（另见细则4。）"),
        ("Write &amp;.", "写&amp;", "zh-Hans", "写&amp;。"),
        ("A list etc.", "Una lista, etc.", "es", "Una lista, etc."),
        ("It is 2.71….", "C'est 2,71..", "fr", "C'est 2,71…."),
        ("It is 2.71….", "هو 2.71.", "ar", "هو 2.71…."),
        ("It is 2.71….", "它是2.71。", "zh-Hans", "它是2.71……"),
    ],
)
def test_ends_follow_the_source(source, draft, locale, right):
    assert finish(source, draft, locale) == right


@pytest.mark.parametrize(
    ("source", "draft", "locale", "fixed", "right"),
    [
        ("Type :smile:.", "输入 :smile:", "zh-Hans", ":smile:", "输入 :smile:。"),
        ("See https://例.测/径?问=1.", "见https://例.测/径?问=1.", "zh-Hans", "https://例.测/径?问=1", "见https://例.测/径?问=1。"),
        ("Is it a ? b?", "Est-ce a ? b ?", "fr", "a ? b", "Est-ce a ? b\u202f?"),
        ("{name} came.", "{name} est venu", "fr", "{name}", "{name} est venu."),
    ],
)  # fmt: skip
def test_marks_of_literals_are_their_own(source, draft, locale, fixed, right):
    assert finish(source, draft, locale, [fixed]) == right


@pytest.mark.parametrize(
    ("draft", "right"),
    [
        ("Es nuevo?", "¿Es nuevo?"),
        ("Uno. es nuevo?", "Uno. ¿Es nuevo?"),
        ("“Funciona!”", "“¡Funciona!”"),
        ("¿Es nuevo?", "¿Es nuevo?"),
        ("Dijo: ¿es nuevo?", "Dijo: ¿es nuevo?"),
    ],
)
def test_spanish_questions_begin_with_their_mark(draft, right):
    source = "Is it new?" if "?" in draft else "“It works!”"
    assert finish(source, draft, "es") == right


@pytest.mark.parametrize(
    ("locale", "draft", "right"),
    [
        ("zh-Hans", "费用下降,更多人来了:很好", "费用下降，更多人来了：很好"),
        ("ja", "手数料,期限", "手数料、期限"),
        ("zh-Hans", "比例 3:2, 和 A,B", "比例 3:2, 和 A,B"),
    ],
)
def test_marks_among_chinese_letters_are_wide(locale, draft, right):
    assert finish("A text", draft, locale) == right


def test_a_quotation_that_begins_a_sentence_begins_with_a_capital():
    assert finish("“Offside!” he said.", "«\u00a0hors-jeu\u00a0!\u00a0» dit-il.", "fr").startswith(
        "«\u00a0Hors-jeu"
    )
    assert finish("(see below)", "(voir plus bas)", "fr") == "(voir plus bas)"


def test_chinese_brackets_around_chinese_words_are_wide():
    source = "Kofi Mensah (Ghana) and f(x)."
    assert (
        finish(source, "Kofi Mensah (加纳) 和 f(x)。", "zh-Hans") == "Kofi Mensah（加纳）和 f(x)。"
    )
