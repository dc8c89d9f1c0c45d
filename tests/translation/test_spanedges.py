"""Quotation marks and brackets at the edges of a mark."""

import pytest

from transflow.translation.spanedges import fitted


@pytest.mark.parametrize(
    ("source", "part", "target", "words", "whole"),
    [
        ("a book and “left early.” Then", "“left early.”", "un livre et « partit ». Puis", "partit", "« partit »."),
        ("a book and “the start”. Then", "“the start”", "un libro y “el inicio”. Luego", "inicio", "“el inicio”"),
        ("He said “yes” to it", "“yes”", "他说“是的”。", "是的", "“是的”"),
        ("a “big” and “small”", "“small”", "un « grand » et « petit »", "petit", "« petit »"),
        ("He said “yes” to it", "“yes”", "Il dit oui.", "oui", "oui"),
        ("This (and only this) one", "(and only this)", "Ce (et seulement ce) un", "et seulement", "(et seulement ce)"),
        ("This (only this) one", "(only this)", "Seulement ce (un) seul", "Seulement", "Seulement"),
        ("to €4.2 million now", "€4.2 million", "à 4,2 millions € en", "4,2 millions", "4,2 millions €"),
        ("a 4 million € sum", "4 million €", "una suma de €4 millones", "4 millones", "€4 millones"),
        ("so “yes” it is", "yes", "donc « oui »", "oui", "oui"),
    ],
)  # fmt: skip
def test_a_marked_quotation_or_bracket_is_marked_whole(source, part, target, words, whole):
    start, at = source.index(part), target.index(words)
    found = fitted(
        source, (start, start + len(part)), target, (at, at + len(words)), (0, len(target))
    )
    assert target[slice(*found)] == whole
