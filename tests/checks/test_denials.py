"""A limit or a prohibition that a translation lets go, with every word and number right."""

from pathlib import Path

import pytest

from tests.conftest import outside
from transflow.model import Severity
from transflow.quantities import denied, let_go, loosened, turned, unsaid


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("It must have not more than 150 words.", "Il doit avoir plus de 150 mots.", "fr"),
        ("It must have not more than 150 words.", "摘要必须超过150个词。", "zh-Hans"),
        ("No more than 5 pages are allowed.", "Se permiten más de 5 páginas.", "es"),
        ("No more than 5 pages are allowed.", "Не менее 5 страниц.", "ru"),
        ("Send at least 2 copies.", "Envoyez au plus 2 copies.", "fr"),
        ("Use at most 3 images.", "至少使用3张图片。", "zh-Hans"),
    ],
)
def test_a_limit_that_was_turned_round(rules, source, target, locale):
    assert "limits" in rules(source, target, locale)


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("It must have not more than 150 words.", "Il doit avoir 150 mots au maximum.", "fr"),
        ("It must have not more than 150 words.", "Il ne doit pas dépasser 150 mots.", "fr"),
        ("Reply no later than Friday.", "Répondez d’ici vendredi.", "fr"),
        ("Reply no later than Friday.", "请在周五前答复。", "zh-Hans"),
        ("No more than 5 pages are allowed.", "Se permiten hasta 5 páginas.", "es"),
        ("No more than 5 pages are allowed.", "Допускается до 5 страниц.", "ru"),
        ("No more than 5 pages are allowed.", "يسمح بخمس صفحات كحد أقصى (5).", "ar"),
        ("He has more than 5 pages.", "Il a plus de 5 pages.", "fr"),
    ],
)
def test_a_limit_that_holds(rules, source, target, locale):
    assert "limits" not in rules(source, target, locale)


@pytest.mark.parametrize(
    ("source", "target", "locale", "told"),
    [
        ("Do not send cash by post.", "Envoyez de l’argent par la poste.", "fr", True),
        ("Do not send cash by post.", "N’envoyez pas d’argent par la poste.", "fr", False),
        ("Do not send cash by post.", "Évitez d’envoyer de l’argent par la poste.", "fr", False),
        ("Please do not send cash.", "Envíe dinero en efectivo.", "es", True),
        ("Applicants must not send cash.", "Заявители отправляют деньги.", "ru", True),
        ("Applicants must not send cash.", "Отправлять деньги запрещено.", "ru", False),
        ("Do not send cash.", "请寄现金。", "zh-Hans", True),
        ("Do not send cash.", "请勿寄现金。", "zh-Hans", False),
        ("Do not send cash.", "أرسل النقود.", "ar", True),
        ("Do not forget to sign.", "Pensez à signer.", "fr", False),
        ("Do not hesitate to write.", "请随时来信。", "zh-Hans", False),
    ],
)
def test_what_is_forbidden_is_refused(rules, source, target, locale, told):
    assert ("prohibitions" in rules(source, target, locale)) is told


@pytest.mark.parametrize(
    ("source", "target", "locale", "told"),
    [
        ("It must be received no later than 3 May.", "Il ne doit pas être reçu au plus tard le 3 mai.", "fr", True),
        ("It must be received no later than 3 May.", "Il doit être reçu au plus tard le 3 mai.", "fr", False),
        ("It must be received no later than 3 May.", "Debe recibirse a más tardar el 3 de mayo.", "es", False),
        ("It must be received no later than 3 May.", "5月3日之前不得收到。", "zh-Hans", True),
        ("It must be received no later than 3 May.", "最迟于5月3日收到。", "zh-Hans", False),
        ("It must be received no later than 3 May.", "Его не должны получить до 3 мая.", "ru", True),
        ("It must be received no later than 3 May.", "Его должны получить до 3 мая.", "ru", False),
        ("The launch is no earlier than Saturday.", "Le lancement aura lieu samedi au plus tôt.", "fr", False),
        ("No fewer than nine took part.", "Participaron nada menos que nueve.", "es", False),
        ("Ask at least five days before the hearing.", "Не позднее чем за пять дней до слушания.", "ru", False),
        ("An applicant does not have to disclose it.", "Le déposant ne doit pas le divulguer.", "fr", True),
        ("An applicant does not have to disclose it.", "Le déposant n'est pas tenu de le divulguer.", "fr", False),
        ("An applicant need not disclose it.", "申请人不得披露。", "zh-Hans", True),
        ("An applicant need not disclose it.", "申请人不必披露。", "zh-Hans", False),
        ("An applicant is not required to pay.", "El solicitante no debe pagar.", "es", True),
        ("An applicant is not required to pay.", "El solicitante no tiene que pagar.", "es", False),
    ],
)  # fmt: skip
def test_deadlines_and_freedoms_that_become_prohibitions(rules, source, target, locale, told):
    assert ("limits" in rules(source, target, locale)) is told


@pytest.mark.parametrize(
    ("source", "target", "locale", "told"),
    [
        ("You may not sell the data.", "Puede no vender los datos.", "es", True),
        ("You may not sell the data.", "No puede vender los datos.", "es", False),
        ("You may not sell the data.", "您可能无法出售数据。", "zh-Hans", True),
        ("You may not sell the data.", "您不得出售数据。", "zh-Hans", False),
        ("You may not use it.", "قد لا تستخدمه.", "ar", True),
        ("You may not use it.", "لا يجوز لك أن تستخدمه.", "ar", False),
        ("Staff may not accept gifts.", "Сотрудники могут не принимать подарки.", "ru", True),
        ("Staff may not accept gifts.", "Сотрудники не могут принимать подарки.", "ru", False),
        ("Employers may not deduct the cost.", "Les employeurs peuvent déduire le coût.", "fr", True),
        ("Employers may not deduct the cost.", "Les employeurs ne peuvent pas déduire le coût.", "fr", False),
        ("It must not be heated, and its weight may not exceed 2 kg.", "Il ne doit pas être chauffé, et son poids peut ne pas dépasser 2 kg.", "fr", True),
        ("It must not be heated, and its weight may not exceed 2 kg.", "Il ne doit pas être chauffé, et son poids ne peut dépasser 2 kg.", "fr", False),
        ("It must not be heated, and its weight may not exceed 2 kg.", "不得加热，其重量可能不超过2千克。", "zh-Hans", True),
        ("It must not be heated, and its weight may not exceed 2 kg.", "يجب ألا يسخن، وقد لا يتجاوز وزنه كيلوغرامين.", "ar", True),
        ("Fees may not be paid in cash, and refunds may not be possible.", "Les taxes ne peuvent pas être payées en espèces, et les remboursements peuvent ne pas être possibles.", "fr", False),
        ("Until 31 December 2026, applicants may not combine marks.", "حتى 31 ديسمبر 2026، يجوز للمودعين الجمع بين العلامات.", "ar", True),
        ("Until 31 December 2026, applicants may not combine marks.", "حتى 31 ديسمبر 2026، لا يجوز للمودعين الجمع بين العلامات.", "ar", False),
        ("Totals may not add up.", "Les totaux peuvent ne pas correspondre.", "fr", False),
        ("It may not open before 2027.", "Il pourrait ne pas ouvrir avant 2027.", "fr", False),
        ("Member States must report.", "Les États membres peuvent faire rapport.", "fr", True),
        ("Member States must report.", "Les États membres sont tenus de faire rapport.", "fr", False),
        ("Member States must report.", "Los Estados miembros pueden informar.", "es", True),
        ("Member States must report.", "会员国可以提出报告。", "zh-Hans", True),
        ("Member States must report.", "Государства-члены могут представлять доклады.", "ru", True),
        ("You must say if you can come.", "Dites si vous pouvez venir.", "fr", False),
    ],
)  # fmt: skip
def test_prohibitions_and_duties_that_leave_one_free(rules, source, target, locale, told):
    assert ("prohibitions" in rules(source, target, locale)) is told


@pytest.mark.parametrize(
    ("source", "locale", "turned_round", "right"),
    [
        ("Reply within 14 days.", "fr", "Répondez après 14 jours.", "Répondez dans les 14 jours."),
        ("Take it within 72 hours.", "ru", "Примите его по истечении 72 часов.", "Примите его в течение 72 часов."),
        ("It enters into force 60 days after publication.", "es", "Entra en vigor 60 días antes de su publicación.", "Entra en vigor 60 días después de su publicación."),
        ("It enters into force 60 days after publication.", "zh-Hans", "公布前60天生效。", "公布后60天生效。"),
        ("Wash your hands after every change.", "fr", "Lavez-vous les mains avant tout changement.", "Lavez-vous les mains après chaque changement."),
        ("Open until Friday 6 p.m.", "zh-Hans", "周五下午6时起开放。", "开放至周五下午6时。"),
        ("Training is given at least once a year.", "fr", "La formation a lieu au plus une fois par an.", "La formation a lieu au moins une fois par an."),
        ("We send it no more than once a week.", "ar", "نرسله مرة واحدة على الأقل في الأسبوع.", "لا نرسله أكثر من مرة في الأسبوع."),
        ("We send it no more than once a week.", "ar", "نرسله أكثر من مرة في الأسبوع.", "نرسله مرة واحدة في الأسبوع على الأكثر."),
        ("Ear protection is compulsory.", "fr", "La protection auditive est facultative.", "La protection auditive est obligatoire."),
        ("Smoking is forbidden.", "fr", "Il est autorisé de fumer.", "Il est interdit de fumer."),
        ("Smoking is forbidden.", "ar", "التدخين مسموح.", "التدخين ممنوع."),
        ("The course is optional.", "ru", "Курс обязателен.", "Курс необязателен."),
    ],
)  # fmt: skip
def test_phrases_that_one_small_word_turns_round(rules, source, locale, turned_round, right):
    assert {"opposites", "limits"} & rules(source, turned_round, locale)
    assert not {"opposites", "limits"} & rules(source, right, locale)


@pytest.mark.parametrize("code", ["ar", "es", "fr", "ru", "zh"])
def test_translators_are_not_accused(code):
    """Five thousand pairs of professional translators: one sentence in Chinese says `put work down`."""
    told = []
    for name in ("ntrex128", "tico19"):
        for line in outside("mt", f"{name}.en-{code}.tsv").read_text("utf-8").splitlines():
            source, target = line.split("\t")[-2:]
            told += [
                one for rule in (turned, let_go, loosened) if (one := rule(source, target, code))
            ]
    assert len(told) <= 1


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        (
            "Any person may oppose the registration.",
            "Toute personne ne peut s’opposer à l’enregistrement.",
            "fr",
        ),
        ("The fee is refundable.", "La taxe n'est pas remboursable.", "fr"),
        ("You can pay by card.", "Vous ne pouvez jamais payer par carte.", "fr"),
        ("The fee is refundable.", "La tasa no es reembolsable.", "es"),
        ("You can pay by card.", "Картой оплатить нельзя.", "ru"),
        ("The fee is refundable.", "Пошлина не возвращается.", "ru"),
        ("You can pay by card.", "您不能用卡付款。", "zh-Hans"),
        ("The fee is refundable.", "الرسم لا يسترد.", "ar"),
    ],
)
def test_a_negation_that_only_the_translation_has(rules, source, target, locale):
    assert {"invented-negation", "opposites"} & rules(source, target, locale)


@pytest.mark.parametrize(
    ("source", "target", "locale", "told"),
    [
        ("The decision is not final.", "La décision est définitive.", "fr", True),
        ("The decision is not final.", "La décision n'est pas définitive.", "fr", False),
        (
            "It is not a patent and was not filed.",
            "Ce n'est pas un brevet et il a été déposé.",
            "fr",
            True,
        ),
        (
            "It is not a patent and was not filed.",
            "Ce n'est pas un brevet, il n'a pas été déposé.",
            "fr",
            False,
        ),
        ("They do not know the way.", "Ils ignorent le chemin.", "fr", False),
        ("The committee cannot act.", "El comité puede actuar.", "es", True),
        ("The committee cannot act.", "El comité es incapaz de actuar.", "es", False),
        ("The report is not final.", "Отчет окончательный.", "ru", True),
        ("The report is not final.", "Отчет неокончательный.", "ru", False),
        (
            "Her delegation could not support the text.",
            "她的代表团可以支持该案文。",
            "zh-Hans",
            True,
        ),
        (
            "Her delegation could not support the text.",
            "她的代表团无法支持该案文。",
            "zh-Hans",
            False,
        ),
        ("Her delegation couldn't support the text.", "يمكن أن يدعم وفدها النص.", "ar", True),
        ("Her delegation couldn't support the text.", "لا يمكن أن يدعم وفدها النص.", "ar", False),
        ("Not only firms came.", "Vinieron empresas y escuelas.", "es", False),
        ("Please do not hesitate to write.", "Écrivez à votre gré.", "fr", False),
        ("It is late, isn't it?", "Il est tard ?", "fr", False),
    ],
)
def test_a_negation_that_the_translation_lost(rules, source, target, locale, told):
    assert bool({"lost-negation", "opposites"} & rules(source, target, locale)) is told


@pytest.mark.parametrize("code", ["ar", "es", "fr", "ru", "zh"])
def test_translators_say_not_in_other_words_three_times_in_a_thousand_at_most(code):
    pairs = [
        line.split("\t")[-2:]
        for name in ("ntrex128", "tico19")
        for line in outside("mt", f"{name}.en-{code}.tsv").read_text("utf-8").splitlines()
    ]
    told = sum(bool(unsaid(source, target, code)) for source, target in pairs)
    assert told <= 0.003 * len(pairs)


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Reply before it closes.", "Répondez avant qu’il ne ferme.", "fr"),
        ("It has three pages.", "Il n’a que trois pages.", "fr"),
        ("The fee is small, and so is the form.", "La taxe n’est que minime.", "fr"),
        ("We fear a delay.", "Nous craignons qu’il ne tarde.", "fr"),
        ("The office is closed without notice.", "Le bureau n’est pas ouvert.", "fr"),
        ("The hall is unheated.", "La salle n’est pas chauffée.", "fr"),
        ("She hardly spoke.", "Elle n’a presque pas parlé.", "fr"),
        ("The filing failed.", "Le dépôt n’a pas abouti.", "fr"),
        ("Firms and schools came.", "Non seulement des entreprises, mais des écoles.", "fr"),
        ("Wait for the letter.", "Espere hasta que no llegue la carta.", "es"),
        ("Firms and schools came.", "No solo vinieron empresas.", "es"),
        ("It stayed closed until noon.", "No abrió hasta el mediodía.", "es"),
        ("Firms and schools came.", "Пришли не только фирмы.", "ru"),
        ("We must mention it.", "Об этом нельзя не сказать.", "ru"),
        ("She has told us many times.", "Она не раз говорила об этом.", "ru"),
        ("Filings grow steadily.", "申请量不断增长。", "zh-Hans"),
        ("They must pay.", "他们不得不付款。", "zh-Hans"),
        ("It is indispensable.", "这不可或缺。", "zh-Hans"),
        ("The office is open, in particular on Friday.", "المكتب مفتوح لا سيما يوم الجمعة.", "ar"),
        ("It continues to grow.", "لا يزال ينمو.", "ar"),
        ("It has three pages.", "ليس له إلا ثلاث صفحات.", "ar"),
    ],
)
def test_no_negation_or_one_the_source_asks_for(rules, source, target, locale):
    assert not {"invented-negation", "opposites"} & rules(source, target, locale)


@pytest.mark.parametrize("code", ["ar", "es", "fr", "ru", "zh"])
def test_translators_deny_what_the_source_says_seldom(code):
    """Most of what is told in these files is rendered freely, or belongs to another sentence."""
    pairs = [
        line.split("\t")[-2:]
        for name in ("ntrex128", "tico19")
        for line in outside("mt", f"{name}.en-{code}.tsv").read_text("utf-8").splitlines()
    ]
    assert sum(bool(denied(*pair, code)) for pair in pairs) < 0.004 * len(pairs)


def test_no_reference_of_the_domain_denies_its_source():
    """Written for the project by hand, in five languages."""
    path = Path(__file__).parents[2] / "training" / "eval" / "domain.tsv"
    head, *rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    assert not [
        (code, text)
        for source, *texts in rows
        for code, text in zip(head[1:], texts, strict=True)
        if denied(source, text, code)
    ]


_OPEN_DAYS = "Time limits that expire on a day on which the Office is not open are extended to the next working day."


@pytest.mark.parametrize(
    ("source", "target", "locale", "told"),
    [
        (_OPEN_DAYS, "Les délais qui expirent un jour où l'Office n'est pas ouvert ne sont pas étendus au jour ouvrable suivant.", "fr", True),
        (_OPEN_DAYS, "Les délais qui expirent un jour où l'Office n'est pas ouvert sont prolongés jusqu'au jour ouvrable suivant.", "fr", False),
        (_OPEN_DAYS, "期限在本局不办公之日届满的，不予延长至下一工作日。", "zh-Hans", True),
        (_OPEN_DAYS, "期限在本局不办公之日届满的，延长至下一工作日。", "zh-Hans", False),
        ("A request costs nothing and is valid for one year.", "Запрос ничего не стоит и не является действительным в течение года.", "ru", True),
        ("A request costs nothing and is valid for one year.", "Запрос ничего не стоит и действителен в течение года.", "ru", False),
        ("You may pay in cash.", "Ne payez pas en espèces.", "fr", True),
        ("You may pay in cash.", "Puede pagar en efectivo.", "es", False),
        ("The register protects the name.", "لا يحمي السجل الاسم.", "ar", True),
        ("Filings by e-mail are not accepted.", "Заявки по электронной почте принимаются.", "ru", True),
        ("Filings by e-mail are not accepted.", "Заявки по электронной почте не принимаются.", "ru", False),
        ("It does not protect an idea.", "Protege una idea.", "es", True),
        ("It does not protect an idea.", "Une idée est exclue de la protection.", "fr", False),
        ("The fee is not refundable.", "费用可以退还。", "zh-Hans", True),
        ("The fee is not refundable.", "费用概不退还。", "zh-Hans", False),
        ("Salaries are published here and not there.", "Ici, les salaires sont publiés ; là, ils ne sont pas publiés.", "fr", False),
        ("Not every invention is patentable.", "Toutes les inventions ne sont pas brevetables.", "fr", False),
        ("What was not spent by May may be used in June.", "截至5月未使用的部分可用于6月。", "zh-Hans", False),
        ("The fee has yet to be paid.", "La tasa aún no se ha pagado.", "es", False),
    ],
)  # fmt: skip
def test_what_is_denied_is_not_affirmed_by_the_same_word(judge, source, target, locale, told):
    """An error, also in a sentence that has another `not`; the milder rules do not tell it again."""
    found = judge(source, target, locale)
    errors = [one.rule for one in found if one.severity is Severity.ERROR]
    assert errors == (["opposites"] if told else [])
    assert not {"lost-negation", "invented-negation"} & {one.rule for one in found}


def test_never_before_may_be_said_as_an_order(rules):
    """Never pay before you have checked: check, then pay."""
    told = rules("Never pay before checking the account number.", "付款前务必核对账号。", "zh-Hans")
    assert "opposites" not in told


@pytest.mark.parametrize(
    ("source", "target", "language"),
    [
        ("It is not only cheap but also good.", "它不仅便宜，也不好。", "zh"),
        ("It is not only cheap but good.", "Il n'est pas seulement bon marché et il n'est pas bon.", "fr"),
        ("It was not just a song but a hymn.", "Это была не только песня, но это не был гимн.", "ru"),
    ],
)  # fmt: skip
def test_not_only_is_no_reason_for_another_denial(source, target, language):
    assert denied(source, target, language)


@pytest.mark.parametrize(
    ("target", "language"),
    [
        ("它不仅便宜，而且很好。", "zh"),
        ("不但价格便宜，质量也不错。", "zh"),
        ("Ce n'est pas seulement bon marché, c'est aussi bon.", "fr"),
        ("No solo es barato, sino también bueno.", "es"),
        ("Он не только дешёвый, но и хороший.", "ru"),
        ("ليس رخيصا فقط بل جيد أيضا.", "ar"),
    ],
)
def test_not_only_is_let_be(target, language):
    assert not denied("It is not only cheap but also good.", target, language)
