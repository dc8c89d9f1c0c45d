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
        ("They work 8 h a day, open 24h, for 1 h.", ["8 hours", "24 hours", "1 hour"]),
        ("It took 2 h 15 min, then 1h 5m and 30 sec more", ["2 hours and 15 minutes", "1 hour and 5 minutes", "30 seconds"]),
        ("A 24-h strike, a 30-sec film, a 5-min. walk", ["24-hour", "30-second", "5-minute"]),
        ("It opens at 8 h and 18 h 30, by 14h30; 80 km/h, 5 kWh, 8 h/day, €5 min, 10 min/km", []),
        ("The rate rose 3 pp, a 0.5-pp rise, by 1 pp.", ["3 percentage points", "0.5-percentage-point", "1 percentage point"]),
        ("The book has 96 pp in all.", []),
        ("See Nos. 3 and 4.", ["numbers"]),
        ("Nos. 3 and 4 of Nos Amis; he nos. 5", ["Numbers", "numbers"]),
    ],
)  # fmt: skip
def test_short_forms_are_read_in_full(text, expected):
    assert [one.text for one in sorted(find(text), key=lambda one: one.start)] == expected
