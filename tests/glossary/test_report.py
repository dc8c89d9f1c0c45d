from transflow.glossary import Glossary, csv
from transflow.glossary.report import Tally, of_drafts, of_entries, plain
from transflow.model import Entry, State, TermResult, TermWay


def test_a_run_is_counted_by_concept_locale_and_way():
    results = [
        ("fr", TermResult("fee", "fee", "taxe", TermWay.FREE)),
        ("fr", TermResult("fee", "fees", "taxes", TermWay.CONSTRAINED)),
        ("fr", TermResult("fee", "fee", "", TermWay.FAILED)),
        ("es", TermResult("fee", "fee", "tasa", TermWay.SPLICE)),
    ]
    assert of_drafts(results) == [
        Tally("fee", "es", 1, splice=1),
        Tally("fee", "fr", 3, free=1, constrained=1, failed=1),
    ]
    assert plain(of_drafts(results))[1]["held"] == 2


def test_catalogs_are_counted_by_what_they_hold():
    glossary = Glossary(csv.parse("id,en,fr\nfee,fee,taxe\n"))
    entries = [
        ("fr", Entry("A fee.", "Une taxe.", State.DRAFT)),
        ("fr", Entry("The fee.", "Le prix.", State.DRAFT)),
        ("fr", Entry("This fee.", "Ce prix.", State.APPROVED)),
        ("fr", Entry("That fee.", "", State.UNTRANSLATED)),
        ("fr", Entry("Old fee.", "Prix.", State.OBSOLETE)),
        ("fr", Entry("Her fee.", "Sa taxe.", State.EDITED)),
    ]
    assert of_entries(entries, glossary, "en", {}) == [
        Tally("fee", "fr", 4, failed=1, overridden=1, person=1, unknown=1)
    ]


def test_how_a_drafts_terms_came_in_is_known_of_drafts_made_here():
    glossary = Glossary(csv.parse("id,en,fr\nfee,fee,taxe\noffice,office,office\n"))
    text = "L'office prend une taxe, et la taxe est due."
    made = {
        text: (
            TermResult("office", "office", "office", TermWay.FREE),
            TermResult("fee", "fee", "taxe", TermWay.CONSTRAINED),
            TermResult("fee", "fee", "taxe", TermWay.SPLICE),
        )
    }
    source = "The office takes a fee, and the fee is due."
    for state in (State.DRAFT, State.APPROVED):
        assert of_entries([("fr", Entry(source, text, state))], glossary, "en", made) == [
            Tally("fee", "fr", 2, constrained=1, splice=1),
            Tally("office", "fr", 1, free=1),
        ]


def test_of_a_sentence_that_moved_on_the_proposal_counts():
    glossary = Glossary(csv.parse("id,en,fr\nfee,fee,taxe\n"))
    entry = Entry("A new fee.", "Un prix.", State.CHANGED, draft="Une nouvelle taxe.")
    made = {"Une nouvelle taxe.": (TermResult("fee", "fee", "taxe", TermWay.FREE),)}
    assert of_entries([("fr", entry)], glossary, "en", made) == [Tally("fee", "fr", 1, free=1)]
