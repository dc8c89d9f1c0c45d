"""Fuzzy look-ups find what a comparison with everything finds, and their files are disposable."""

import random

from rapidfuzz import fuzz

from transflow.memory import Memory, MemoryUnit
from transflow.memory import fuzzy as module

WORDS = [
    "tide",
    "boat",
    "harbour",
    "closed",
    "open",
    "patent",
    "office",
    "applications",
    "filed",
    "under",
    "the",
    "treaty",
    "rose",
    "by",
    "percent",
    "in",
    "countries",
    "of",
    "members",
    "states",
    "new",
    "world",
    "salt",
    "moon",
    "and",
    "not",
    "with",
    "said",
    "for",
]


def corpus(count, seed=1):
    source = random.Random(seed)
    return [
        " ".join(source.choice(WORDS) for _ in range(source.randint(3, 14))).capitalize() + "."
        for _ in range(count)
    ]


def filled(path, texts):
    memory = Memory.open(path)
    memory.add("a", "fr", [MemoryUnit(text, f"FR {text}") for text in texts])
    return memory


def test_like_sentences_are_found_with_their_likeness(tmp_path):
    with filled(tmp_path / "m.sqlite", ["The bank is closed today.", "Salt."]) as memory:
        (match,) = memory.fuzzy("The bank is open today.", "fr")
        assert match.target == "FR The bank is closed today."
        assert match.score == int(fuzz.ratio("The bank is open today.", match.source))
        assert memory.fuzzy("The bank is closed today.", "fr") == []
        assert memory.lookup("The bank is closed today.", "fr")[0].score == 100
        assert memory.fuzzy("Nothing alike whatsoever", "fr") == []
        assert memory.fuzzy("The bank is open today.", "es") == []
        assert memory.fuzzy("", "fr") == []


def test_chinese_is_looked_up_by_characters(tmp_path):
    with Memory.open(tmp_path / "m.sqlite") as memory:
        memory.add("a", "en", [MemoryUnit("今天银行关门了，请明天再来。", "Closed.")])
        assert memory.fuzzy("今天银行关门了，请后天再来。", "en")[0].target == "Closed."


def test_a_comparison_with_everything_finds_hardly_more(tmp_path):
    texts = corpus(3000)
    source = random.Random(2)
    missed = found = 0
    with filled(tmp_path / "m.sqlite", texts) as memory:
        for text in source.sample(texts, 150):
            words = text.split()
            words[source.randrange(len(words))] = source.choice(WORDS)
            query = " ".join(words)
            best = max(fuzz.ratio(query, other) for other in texts if other != query)
            matches = memory.fuzzy(query, "fr")
            if best >= 75:
                found += bool(matches) and matches[0].score == int(best)
                missed += not (matches and matches[0].score == int(best))
    assert found > 100
    assert missed <= 0.03 * found


def test_the_list_on_disk_grows_with_what_comes_and_forgets_what_goes(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_DELTA", 50)
    path = tmp_path / "m.sqlite"
    filled(path, corpus(400)).close()
    with Memory.open(path) as memory:
        memory.fuzzy("Anything at all.", "fr")
        assert len(list(tmp_path.glob("fuzzy-fr-*.npy"))) == 3
        memory.add("b", "fr", [MemoryUnit("A wholly unheard sentence.", "Neuf.")])
        assert memory.fuzzy("A wholly unheard of sentence.", "fr")[0].target == "Neuf."
    with Memory.open(path) as memory:
        assert memory.fuzzy("A wholly unheard of sentence.", "fr")[0].target == "Neuf."
        memory.forget([("a", "fr")])
        assert memory.fuzzy("A wholly unheard of sentence.", "fr") == []


def test_damaged_lists_are_made_again(tmp_path, monkeypatch):
    monkeypatch.setattr(module, "_DELTA", 50)
    path = tmp_path / "m.sqlite"
    texts = [*corpus(400), "The bank is closed today."]
    with filled(path, texts) as memory:
        assert memory.fuzzy("The bank is open today.", "fr")
    for file in tmp_path.glob("*.npy"):
        file.write_bytes(file.read_bytes()[:200])
    with Memory.open(path) as memory:
        assert memory.fuzzy("The bank is open today.", "fr")
    for file in tmp_path.glob("*.npy"):
        file.unlink()
    with Memory.open(path) as memory:
        assert memory.fuzzy("The bank is open today.", "fr")
