"""What translators of a river authority wrote, right and wrong."""

import pytest


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("The authority tests each well at least four times a year.", "管理局每年对每口井至少检测四次。", "zh-Hans"),
        ("Inspectors visit each site twice a year.", "检查人员每年到每个地点巡查两次。", "zh-Hans"),
        ("The state pays 40% of the costs.", "费用的四成由国家支付。", "zh-Hans"),
        ("Leave within 30 minutes.", "请在半小时内离开。", "zh-Hans"),
        ("The limit is 0.1 µg of lead.", "铅的限值为0.1 µg。", "zh-Hans"),
        ("Do not drink the water until the laboratory has confirmed it.",
         "N’oubliez pas de faire confirmer l’eau par le laboratoire avant de la boire.", "fr"),
        ("The valve must stay closed.", "La vanne doit rester fermée.", "fr"),
        ("Over 50,000 m³ were pumped.", "Plus de 50 000 m³ ont été pompés.", "fr"),
        ("The limit is 0.1 \u03bcg of lead.", "铅的限值为0.1 µg。", "zh-Hans"),
    ],
)  # fmt: skip
def test_right_sentences_are_left_in_peace(rules, source, target, locale):
    assert not rules(source, target, locale)


@pytest.mark.parametrize(
    ("source", "target", "locale"),
    [
        ("Inspectors visit each site twice a year.", "检查人员每年到每个地点巡查三次。", "zh-Hans"),
        ("The state pays 40% of the costs.", "费用的六成由国家支付。", "zh-Hans"),
        ("Do not drink the water until the laboratory has confirmed it.",
         "N’oubliez pas de boire l’eau tant que le laboratoire ne l’a pas confirmé.", "fr"),
        ("The valve must stay closed.", "La vanne peut rester fermée.", "fr"),
        ("The valve must stay closed.", "阀门可以保持关闭。", "zh-Hans"),
        ("Over 50,000 m³ were pumped.", "Moins de 50 000 m³ ont été pompés.", "fr"),
        ("Over 50,000 m³ were pumped.", "Se bombearon menos de 50.000 m³.", "es"),
    ],
)  # fmt: skip
def test_slips_are_told(rules, source, target, locale):
    assert rules(source, target, locale)


@pytest.mark.parametrize(
    ("target", "form"),
    [
        ("Merci de <strong>ne pas</strong envoyer d’originaux.", "html"),
        ("Merci de <strong>ne pas</strong d’originaux>.", "html"),
        ("Merci de <strong>ne pas envoyer d’originaux.", "html"),
        ("Merci de <strong>ne pas</strong> envoyer <!-- d’originaux.", "html"),
        ("Merci de <strong>ne pas</strong> envoyer <b d’originaux.", "html"),
        ("Merci de <strong>ne pas</strong> envoyer <b **d’originaux**.", "markdown"),
    ],
)
def test_a_tag_that_swallows_words_or_never_ends(judge, target, form):
    """Browsers read on to the next `>`: what stands before it is on no page."""
    found = judge(
        "Please do <strong>not</strong> send **originals**."
        if "**" in target
        else "Please do <strong>not</strong> send originals.",
        target,
        "fr",
        format=form,
    )
    assert ("markup", "error") in {(one.rule, one.severity) for one in found}


def test_tags_that_need_no_end_are_let_be(rules):
    source = 'One<br>two <img src="a.png" alt=""> three <a id="x"></a>four'
    target = 'Un<br>deux <img src="a.png" alt=""> trois <a id="x"></a >quatre'
    assert "markup" not in rules(source, target, "fr", format="html")
    assert "markup" not in rules("If x < y, go.", "Si x < y, allez.", "fr", format="markdown")
    assert "markup" not in rules("Write it.", r"Écrivez \<b ici.", "fr", format="markdown")
