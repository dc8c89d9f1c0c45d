import pytest

from transflow.translation.wordings import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Open Mon–Fri, closed Sat and Sun.", ["Monday to Friday", "Saturday", "Sunday"]),
        ("Library: Mon, Wed, Fri 9am; Thurs 2pm.", ["Monday", "Wednesday", "Friday", "Thursday"]),
        ("open Mon. to Fri. from 8", ["Monday", "Friday"]),
        ("Ferries run daily except Sun.", ["Sunday"]),
        ("Sat on a bench; the Sun rose. He wed Mon Repos, Sun Microsystems, sun, sea", []),
        ("rose to 1.1m, and 500m people, 12k visitors, 5.7bn litres", ["1.1 million", "500 million", "12 thousand", "5.7 billion"]),
        ("a wall 2.5m long", ["2.5 metres"]),
        ("it took 500m and £2m", []),
        ("Bring (e.g. a bill), i.e. one", ["for example,", "that is,"]),
        ("on 12 Sept. 2025 and Oct. 3", ["September", "October"]),
        ("The 1-in-100-year flood, a one in 10 year storm, 1 in 10 people", ["100-year", "10-year"]),
        ("approx. 40 km, 5 hrs.", ["approximately", "hours."]),
    ],
)  # fmt: skip
def test_short_forms_are_read_in_full(text, expected):
    assert [one.text for one in sorted(find(text), key=lambda one: one.start)] == expected
