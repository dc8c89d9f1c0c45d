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
    ]
    assert of_entries(entries, glossary, "en") == [
        Tally("fee", "fr", 3, free=1, failed=1, overridden=1)
    ]
