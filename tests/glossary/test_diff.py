from transflow.glossary import Glossary, csv
from transflow.glossary.diff import Change, diff, impact
from transflow.model import Entry, State


def made(rows: str) -> Glossary:
    return Glossary(csv.parse(f"id,en,fr,es,match,note\n{rows}"))


OLD = made("fee,fee,taxe,tasa,,\noffice,office,office,oficina,,\nold,filing,dépôt,,,\n")
NEW = made(
    "fee,fee,frais | ~taxe,tasa,,\noffice,office,office,oficina,,a body\nnew,claim,revendication,,,\n"
)


def test_the_difference_names_concept_and_column():
    assert diff(OLD, NEW) == (
        Change("fee", "changed", (("fr", "taxe", "frais | ~taxe"),)),
        Change("office", "changed", (("note", "", "a body"),)),
        Change(
            "new",
            "added",
            (("en", "", "claim"), ("fr", "", "revendication"), ("status", "", "approved")),
        ),
        Change(
            "old",
            "removed",
            (("en", "filing", ""), ("fr", "dépôt", ""), ("status", "approved", "")),
        ),
    )
    assert diff(NEW, NEW) == ()


def test_impact_says_which_approved_words_are_no_longer_in_order():
    old = Glossary(csv.parse("id,en,fr\nfee,filing fee,taxe de dépôt\n"))
    new = Glossary(csv.parse("id,en,fr\nfee,filing fee,droit de dépôt|~taxe de dépôt\n"))
    entries = [
        ("a.po", "fr", Entry("A filing fee is due.", "Une taxe de dépôt est due.", State.APPROVED)),
        ("b.po", "fr", Entry("A filing fee is due.", "Une taxe de dépôt est due.", State.EDITED)),
        ("c.po", "fr", Entry("The filing fee.", "Le droit de dépôt.", State.APPROVED)),
    ]
    touched = impact(old, new, entries, "en")
    assert [(one.path, one.refused) for one in touched] == [
        ("a.po", True),
        ("b.po", False),
        ("c.po", False),
    ]


def test_impact_finds_the_entries_a_change_touches_and_no_others():
    entries = [
        ("a.po", "fr", Entry("The fee is due.", "La taxe est due.", State.DRAFT)),
        ("a.po", "fr", Entry("The office has a fee.", "L'office a une taxe.", State.APPROVED)),
        ("a.po", "fr", Entry("The office opens.", "L'office ouvre.", State.DRAFT)),
        ("b.po", "es", Entry("The fee is due.", "La tasa vence.", State.DRAFT)),
        ("a.po", "fr", Entry("A claim on filing.", "Une prétention.", State.EDITED)),
        ("a.po", "fr", Entry("An old fee.", "Une vieille taxe.", State.OBSOLETE)),
    ]
    touched = impact(OLD, NEW, entries, "en")
    assert [(t.entry.msgid, t.concepts, t.redrawn) for t in touched] == [
        ("The fee is due.", ("fee",), True),
        ("The office has a fee.", ("fee",), False),
        ("A claim on filing.", ("new", "old"), False),
    ]
