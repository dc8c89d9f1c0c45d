"""YAML from outside: a mistake is told with its line, at once, whatever Python would call it."""

import pytest
from ruamel.yaml.error import MarkedYAMLError

from transflow.safeyaml import parser

FAULTS = {
    "a day that no calendar has": "day: 2001-02-30",
    "a number that no computer has": "number: " + "9" * 5000,
    "no number": "number: !!float much",
    "neither yes nor no": "draft: !!bool maybe",
    "lists within lists": "tags: " + "[" * 5000,
    "mappings within mappings": "a: " + "{a: " * 5000,
    "keys below keys": "\n".join(" " * depth + "a:" for depth in range(1500)),
    "lists below lists": "- " * 1500 + "a",
    "no letter": r'title: "\UFFFFFFFF"',
    "half a letter": r'title: "\ud83d"',
}


@pytest.mark.parametrize("typ", ["safe", "rt"])
@pytest.mark.parametrize("fault", FAULTS)
def test_a_mistake_has_its_line(typ, fault):
    with pytest.raises(MarkedYAMLError) as caught:
        parser(typ).load(
            "first: 1\nsecond:\n" + "\n".join(f"  {x}" for x in FAULTS[fault].split("\n"))
        )
    assert caught.value.problem_mark.line >= 2


def test_a_mapping_merged_into_itself_is_told():
    with pytest.raises(MarkedYAMLError):
        parser("rt").load("a: 1\nlocales: &all\n  <<: *all\n")


@pytest.mark.parametrize("typ", ["safe", "rt"])
def test_letters_in_two_halves_are_whole(typ):
    """JSON is YAML, and programs that write ASCII only write U+1F600 as two escapes (RFC 8259, 7)."""
    assert (
        parser(typ).load(r'{"title": "A smile \ud83d\ude00, na\u00efve"}')["title"]
        == "A smile 😀, naïve"
    )
