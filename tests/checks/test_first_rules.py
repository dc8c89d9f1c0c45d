"""Presence, markup, placeholders, edges, terms: what must be found, and what must be let be."""

import pytest

from transflow.catalogs.provenance import digest
from transflow.checks import RULES, CheckContext, across, nearest_rule, rule_names, run
from transflow.glossary import Glossary
from transflow.model import Entry, Severity, State


def test_every_rule_tells_what_it_is():
    for name, rule in RULES.items():
        assert name == rule.name
        assert rule.summary.endswith(".")
        assert len(rule.false_positives) > 20
    assert rule_names() == tuple(RULES)


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("number", "numbers"),
        ("End_Punctuation", "end-punctuation"),
        ("terms", "terminology"),
        ("zzzzz", ""),
    ],
)
def test_nearest_rule(name, near):
    assert nearest_rule(name) == near


def test_open_work_is_a_note(judge):
    (finding,) = judge("Hello there.", "", "fr", state=State.UNTRANSLATED)
    assert (finding.rule, finding.severity, finding.line) == ("empty", Severity.INFO, 7)
    assert not judge("Hello there.", "", "fr", state=State.OBSOLETE)


FOUND = [
    ("wordless", "fr", "Patents", "—"),
    ("wordless", "es", "Patents", "\u00a0"),
    ("wordless", "zh-Hans", "She agreed.", "。"),
    ("untranslated", "fr", "The fee fell sharply.", "The fee fell sharply."),
    ("untranslated", "es", "the annual report", "The annual report"),
    ("untranslated", "ru", "The fee fell.", "The fee fell."),
    ("untranslated", "ar", "Trademarks and designs", "Trademarks and designs"),
    ("untranslated", "zh-Hans", "patent", "patent"),
    ("untranslated", "zh-Hans", "Sun Yat-sen University", "Sun Yat-sen University"),
    ("markup", "fr", "See [the page](a.html).", "Voir la page."),
    ("markup", "fr", "See [the page](a.html).", "Voir [la page](b.html)."),
    ("markup", "fr", "[One](1.html) | [two](2.html).", "[Un](1.html)[](2.html)."),
    ("markup", "zh-Hans", "Run `make demo` now.", "现在运行`make 演示`。"),
    ("markup", "ar", "A note.[^1]", "ملاحظة."),
    ("markup", "ru", "It is <em>new</em>.", "Это новое."),
    ("markup", "es", "It is new.", "Es <b>nuevo</b>."),
    ("emphasis", "fr", "It is **new**.", "C’est nouveau."),
    ("emphasis", "es", "It is **new**.", "Es *nuevo*."),
    ("emphasis", "ru", "It is **new**.", "Это ** новое **."),
    ("placeholders", "fr", "Dear {name}, hello.", "Cher {nom}, bonjour."),
    ("placeholders", "zh-Hans", "%(count)s files.", "个文件。"),
    ("placeholders", "ru", "Got %1$s of %2$s.", "Получено %1$s из %1$s."),
    ("placeholders", "fr", "You have #{count} messages.", "Vous avez {count} messages."),
    ("placeholders", "fr", "Hello $(username).", "Bonjour $(utilisateur)."),
    ("placeholders", "ru", "Hello %USER%.", "Здравствуйте, %ИМЯ%."),
    ("edge-space", "fr", "Filed on ", "Déposée le"),
    ("edge-space", "es", "Filed", " Presentada"),
    ("edge-space", "ar", "Fee:\n", "الرسم:"),
    ("line-breaks", "es", "The fee fell.", "La tasa\nbajó."),
    ("line-breaks", "zh-Hans", "One.\nTwo.", "一。二。"),
    ("end-punctuation", "zh-Hans", "The fee fell.", "费用下降了"),
    ("end-punctuation", "fr", "Did the fee fall?", "La taxe a baissé."),
    ("end-punctuation", "es", "The fee fell", "La tasa bajó."),
    ("end-punctuation", "ru", "The steps are:", "Шаги таковы."),
    ("end-punctuation", "ar", "Is it new?", "هل هو جديد."),
]
LET_BE = [
    ("wordless", "fr", "—", "–"),
    ("wordless", "fr", "![map](map.png)", "![map](map.png)"),
    ("untranslated", "fr", "WIPO, EPO, CNIPA", "WIPO, EPO, CNIPA"),
    ("untranslated", "zh-Hans", "https://example.org/a", "https://example.org/a"),
    ("untranslated", "ru", "6,494", "6,494"),
    ("untranslated", "zh-Hans", "www.noip.example | @noip", "www.noip.example | @noip"),
    ("untranslated", "ru", "6–9 m or 9.01–12 m", "6–9 m — 9.01–12 m"),
    ("untranslated", "ar", "6–9 m", "6–9 m"),
    ("untranslated", "fr", "Daren Tang", "Daren Tang"),
    ("untranslated", "es", "Error", "Error"),
    ("untranslated", "fr", "important", "important"),
    ("untranslated", "ar", "EHang", "EHang"),
    ("untranslated", "zh-Hans", "`make demo`", "`make demo`"),
    ("markup", "fr", "[One](1.html) and [two](2.html).", "[Deux](2.html) et [un](1.html)."),
    ("markup", "fr", "[One](1.html)[](#two).", "[Un](1.html)[](#two)."),
    ("markup", "zh-Hans", "See https://example.org now.", "现在请看 https://example.org 。"),
    ("markup", "ru", "Image ![a map](m.png)", "Изображение ![карта](m.png)"),
    ("emphasis", "zh-Hans", "It is **new**, he said.", "他说，这是**新的**。"),
    ("placeholders", "fr", "5 % done, 5 % left.", "5 % faits, 5 % restants."),
    ("placeholders", "es", "A set {a, b} of two.", "Un conjunto {a, b} de dos."),
    ("placeholders", "fr", "{count} of {total}", "{total} dont {count}"),
    (
        "placeholders",
        "zh-Hans",
        "Hello $(username), %USER%: #{n}.",
        "$(username)您好，%USER%：#{n}。",
    ),
    ("placeholders", "fr", "__NOTE__ It is new.", "__AVIS__ C’est nouveau."),
    ("edge-space", "zh-Hans", "Filed on ", "提交于 "),
    ("line-breaks", "ru", "One.\nTwo.", "Один.\nДва."),
    ("end-punctuation", "zh-Hans", "“The fee fell.”", "“费用下降了。”"),
    ("end-punctuation", "zh-Hans", "“The fee fell.”", "“费用下降了”。"),
    ("end-punctuation", "zh-Hans", "The steps are:", "步骤如下："),
    ("end-punctuation", "ar", "Is it new?", "هل هو جديد؟"),
    ("end-punctuation", "ar", "Is it new; is it old;", "هل هو جديد؛ هل هو قديم؛"),
    ("end-punctuation", "fr", "Is it new?", "Est-ce nouveau ?"),
    ("end-punctuation", "el", "Is it new?", "Είναι νέο;"),
    ("end-punctuation", "es", "He works at Acme Inc.", "Trabaja en Acme"),
    ("end-punctuation", "ru", "It came in 2024.", "Это было в 2024 г."),
    ("end-punctuation", "fr", "A note.[^1]", "Une note[^1]."),
    ("end-punctuation", "th", "The fee fell.", "ค่าธรรมเนียมลดลง"),
    ("end-punctuation", "zh-Hans", "And so on...", "等等……"),
    ("end-punctuation", "es", "**It fell.**", "**Bajó**."),
    ("end-punctuation", "fr", "It is 2.71828….", "C’est 2,71828…"),
    ("end-punctuation", "zh-Hans", "It is 2.71828….", "它是2.71828……"),
]


@pytest.mark.parametrize(("rule", "locale", "source", "target"), FOUND)
def test_is_found(rules, rule, locale, source, target):
    assert rule in rules(source, target, locale)


@pytest.mark.parametrize(("rule", "locale", "source", "target"), LET_BE)
def test_is_let_be(rules, rule, locale, source, target):
    assert rule not in rules(source, target, locale)


def test_emphasis_that_does_not_work_is_explained(judge):
    (finding,) = judge("It is **new**.", "Это ** новое **.", "ru")
    assert "do not open and close" in finding.message


def test_markup_says_what_was_expected(judge):
    (finding,) = judge("See [it](a.html).", "Voir [ceci](b.html).", "fr")
    assert finding.message == "link to b.html is not in the source; expected a.html"


@pytest.fixture
def glossary(tmp_path):
    path = tmp_path / "terms.csv"
    path.write_text(
        "id,en,zh-Hans,fr,es,ru,ar,pos,match,status,note\n"
        "patent,patent,专利,brevet | !patente,patente,патент,براءة | !امتياز,noun,,approved,\n"
        "prior-art,prior art,现有技术,état de la technique,estado de la técnica,уровень техники,حالة التقنية الصناعية السابقة,noun,,approved,\n"
        "wipo,WIPO,产权组织 | WIPO,OMPI,OMPI,ВОИС,الويبو,name,,approved,\n"
        "tang,Daren Tang,,,,,,name,dnt,approved,\n"
        "maybe,utility model,实用新型,modèle d’utilité,modelo de utilidad,полезная модель,نموذج المنفعة,noun,,proposed,\n",
        encoding="utf-8",
    )
    return Glossary.load([path])


@pytest.mark.parametrize(
    ("rule", "locale", "source", "target"),
    [
        ("terminology", "zh-Hans", "A new patent was granted.", "授予了一项新的特许。"),
        ("terminology", "fr", "A new patent was granted.", "Un nouveau titre a été délivré."),
        ("terminology", "es", "WIPO said so.", "Lo dijo la Organización."),
        ("terminology", "ru", "The prior art is known.", "Известное состояние известно."),
        ("terminology", "ar", "WIPO said so.", "قالت المنظمة ذلك."),
        (
            "forbidden-term",
            "fr",
            "A new patent was granted.",
            "Une patente (un brevet) a été délivrée.",
        ),
        ("forbidden-term", "ar", "A new patent was granted.", "مُنح امتياز جديد."),
        ("names", "fr", "Daren Tang said so.", "M. Tang l’a dit."),
    ],
)
def test_terms_are_looked_for(rules, glossary, rule, locale, source, target):  # noqa: PLR0917
    assert rule in rules(source, target, locale, glossary=glossary)


@pytest.mark.parametrize(
    ("locale", "source", "target"),
    [
        ("zh-Hans", "A new patent was granted.", "授予了一项新专利。"),
        ("fr", "New patents were granted.", "De nouveaux brevets ont été délivrés."),
        ("es", "New patents were granted.", "Se concedieron nuevas patentes."),
        ("ru", "Of the new patent he spoke.", "О новом патенте он говорил."),
        ("ar", "A new patent was granted.", "مُنحت براءة جديدة."),
        ("fr", "A utility model was granted.", "Un titre a été délivré."),
        ("fr", "Daren Tang said so.", "Daren Tang l’a dit."),
        ("fr", "Daren Tang", "Daren Tang"),
    ],
)
def test_terms_that_are_there_are_let_be(rules, glossary, locale, source, target):
    found = rules(source, target, locale, glossary=glossary)
    assert not found & {"terminology", "forbidden-term", "names", "untranslated"}


def test_severity_from_the_workflow(judge):
    texts = ("The fee fell.", "费用下降了", "zh-Hans")
    (finding,) = judge(*texts, severities={"end-punctuation": Severity.ERROR})
    assert finding.severity is Severity.ERROR
    assert not judge(*texts, severities={"end-punctuation": "off"})


def test_a_comment_accepts(rules):
    texts = ("Over 28,000 filed.", "更多申请", "zh-Hans")
    assert rules(*texts) == {"numbers", "end-punctuation"}
    note = (" transflow: accept numbers, end-punctuation",)
    assert not rules(*texts, comments=note)
    assert rules(*texts, comments=(" transflow: accept numbers",)) == {"end-punctuation"}


def test_a_misspelt_acceptance_is_told(judge):
    (finding,) = judge("Hello there.", "Bonjour.", "fr", comments=(" transflow: accept number",))
    assert finding.rule == "acceptance"
    assert "did you mean numbers?" in finding.message


def test_an_acceptance_is_bound_to_both_texts(rules):
    source, target = "Over 28,000 filed.", "Beaucoup de dépôts."
    accepted = frozenset({("numbers", digest(source), digest(target))})
    assert not rules(source, target, "fr", accepted=accepted)
    assert "numbers" in rules(source, "Trop de dépôts.", "fr", accepted=accepted)
    assert "numbers" in rules("Over 29,000 filed.", target, "fr", accepted=accepted)


def test_of_a_changed_entry_the_new_draft_is_judged(rules):
    source, old = "The fee is 40 francs.", "La taxe est de 30 francs."
    assert not rules(source, old, "fr", state=State.CHANGED, draft="La taxe est de 40 francs.")
    assert "numbers" in rules(source, old, "fr", state=State.CHANGED, draft="La taxe est élevée.")
    comments = (" transflow: accept numbers",)
    assert "numbers" in rules(
        source, old, "fr", state=State.CHANGED, draft="La taxe est élevée.", comments=comments
    )


def test_findings_know_their_place():
    entry = Entry("It fell.", "Bajó", State.EDITED, msgctxt="menu", line=12)
    (finding,) = run([entry], context=CheckContext("es", path="locales/es/LC_MESSAGES/a.po"))
    assert finding.path == "locales/es/LC_MESSAGES/a.po"
    assert (finding.line, finding.locale, finding.msgctxt, finding.msgid) == (
        12,
        "es",
        "menu",
        "It fell.",
    )


def test_across_says_nothing_about_one_good_catalog():
    entry = Entry("It fell.", "Bajó.", State.EDITED)
    assert across([(CheckContext("es", path="a.po"), [entry])]) == []


def test_an_address_in_angle_brackets_is_the_bare_one(judge):
    source = "See https://patents.example/guide for it."
    assert not judge(source, "指南见<https://patents.example/guide>。", "zh-Hans")
    (other,) = judge(source, "指南见<https://patents.example/guise>。", "zh-Hans")
    assert other.rule == "addresses"
    (lost,) = judge("See <https://patents.example/guide>.", "见指南。", "zh-Hans")
    assert lost.rule == "addresses"
