import pytest

pytest.importorskip("sacrebleu", reason="sacrebleu is not installed")

from training.evaluate import HERE, acronyms, has_kept, is_loop, is_runaway


@pytest.mark.parametrize(
    ("text", "language", "loop"),
    [
        ("le le le le le chat", "fr", True),
        ("de la ville de la ville de la ville de la ville de la ville", "fr", True),
        ("Le comité se réunira à Genève la semaine prochaine.", "fr", False),
        ("very, very, very good", "fr", False),
        ("的的的的的的", "zh", True),
        ("产权组织产权组织产权组织产权组织产权组织", "zh", True),
        ("委员会将于下周在日内瓦举行会议。", "zh", False),
    ],
)
def test_loops_are_told_from_text(text, language, loop):
    assert is_loop(text, language) is loop


def test_runaway_is_measured_against_the_source():
    assert is_runaway("A short one.", "x" * 120, "fr")
    assert not is_runaway("A short one.", "Une phrase courte.", "fr")


@pytest.mark.parametrize(
    ("text", "wanted", "kept"),
    [
        ("La tasa pasó de 1.200 a 4 500.", "1200|4500", True),
        ("في عام ٢٠١٩", "2019", True),
        ("Voir https://example.org/a.", "https://example.org/a", True),
        ("Voir https://example.org.", "https://example.org/a", False),
        ("Le PCT et la FAO", "PCT|FAO", True),
        ("Le PTC et la FAO", "PCT|FAO", False),
    ],
)
def test_kept_tokens_may_be_grouped_otherwise(text, wanted, kept):
    assert has_kept(text, wanted) is kept


@pytest.mark.parametrize(
    ("text", "language", "kept"),
    [
        ("Le RGPD ne s'applique pas ici.", "fr", True),
        ("Le GDPR ne s'applique pas ici.", "fr", True),
        ("Здесь RGPD не применяется.", "ru", False),
        ("Le RDPG ne s'applique pas ici.", "fr", False),
        ("欧盟《通用数据保护条例》在此不适用。", "zh", True),
    ],
)
def test_an_acronym_may_be_that_of_the_language(text, language, kept):
    assert has_kept(text, "GDPR", language) is kept


def test_acronyms_of_languages_are_those_of_the_copying_set():
    asked = (HERE / "copying.tsv").read_text("utf-8")
    for forms in acronyms().values():
        assert all(acronym in asked for acronym in forms)


def test_the_copying_set_asks_for_what_its_sentences_hold():
    for line in (HERE / "copying.tsv").read_text("utf-8").splitlines()[1:]:
        _, english, wanted = line.split("\t")
        assert all(token in english for token in wanted.split("|")), line
