"""Sentences with what must come through, put together from frames of our own field and literals.

Each sentence lists what its draft must hold: every literal byte for byte, every number by value.
"""

from itertools import cycle

__all__ = ["sentences"]

_LITERALS = {
    "url": [
        "https://example.org/filing/guide",
        "https://example.org/a?id=7&lang=en",
        "http://example.org/x_(y)#part-2",
        "https://www.example.org:8080/~docs/index.html",
        "www.example.org/news",
        "https://example.org/申请?号=12",
    ],
    "email": ["help@example.org", "first.last+pct@mail.example.org", "info@example.co.uk"],
    "path": ["/etc/transflow/site.conf", "~/forms/request.d/main", "C:\\forms\\2024\\list.txt"],
    "file": ["terms.csv", "annual-report_2023.pdf", "claims.v2.docx", "workflow.yaml"],
    "reference": [
        "WO/2024/123456",
        "A/64/5",
        "PCT/CN2023/075612",
        "MM/LD/WG/21/3",
        "26bis.3",
        "4.10(a)",
        "CH 712345 A2",
        "v1.2.3",
        "10.1000/xyz123",
        "2024-03-29",
        "2024-03-29T10:00Z",
    ],
    "placeholder": ["{name}", "%s", "%(count)d", "{{ page.title }}", "${price}", "%1$s", "{0}"],
    "tag": ["<0/>", "<br/>", "<x id='1'/>"],
    "code": ["render_page()", "max_tokens", "camelCase", "SITE_URL", "--dry-run", "iPhone"],
    "handle": ["@wipo", "#IPDay2024"],
    "emoji": ["😀", "⚠️", "👩‍🔬", "🇨🇭", "1️⃣", "✅"],
    "sign": ["™", "®"],
}
_FRAMES = {
    "url": [
        "For more information, see {}.",
        "The guide at {} explains every step of the procedure.",
        "Applicants can file online ({}) until the end of May.",
        "Open {} and choose your language.",
        "Is the list at {} complete?",
        "The new rules ({}) help small firms.",
    ],
    "email": [
        "Write to {} before you travel.",
        "Questions? Ask {}, please.",
        "The office answers at {}.",
    ],
    "path": [
        "The settings are kept in {}.",
        "Copy {} to another disk first.",
        "Is {} still there?",
    ],
    "file": [
        "Download {} and fill in the form.",
        "The terms are in {}, which the office publishes every year.",
        "Send {} with your application.",
    ],
    "reference": [
        "The document {} was adopted by the Assembly.",
        "Under {}, the applicant may correct the claims.",
        "See {} for the full text of the decision.",
        "The committee discussed {} and closed the session.",
        "Who wrote {}?",
    ],
    "placeholder": [
        "Welcome, {}.",
        "The value {} was saved.",
        "Please check {} and try again.",
        "Dear {}, your request was received.",
        "There are {} applications waiting for an examiner.",
    ],
    "tag": ["First line {} second line.", "The fee {} is due today."],
    "code": [
        "Call {} before the page is published.",
        "The option {} is not used any more.",
        "Why does {} fail?",
    ],
    "handle": ["Follow {} for the latest news.", "The campaign {} reached many inventors."],
    "emoji": [
        "The fee fell. {} We think more firms will file now.",
        "{} Read this notice before you file.",
        "Your application was received {}",
    ],
    "sign": ["The name Madrid{} is protected in many countries."],
}
_PAIRS = [
    ("Download {} from {}.", "file", "url"),
    ("Write to {} about {}.", "email", "reference"),
    ("The office sent {} to {} on Monday.", "reference", "email"),
    ("Run {} with {} first.", "code", "path"),
    ("In {}, the value {} was changed.", "file", "placeholder"),
]
_NUMBERS = [
    ("In 2024 it took 312,704 filings, of which 48,115 came later.", ["2024", "312704", "48115"]),
    ("The fee is 1,330 Swiss francs.", ["1330"]),
    ("Filings rose by 15.3% in 2022.", ["15.3", "2022"]),
    ("The 10% share was reached after 7 years.", ["10", "7"]),
    ("The office opened in 1978.", ["1978"]),
    ("More than 60,000 students attend the university.", ["60000"]),
    ("The firm filed 6,494 applications in 2023.", ["6494", "2023"]),
    ("Close to 45% of revenue goes into research.", ["45"]),
    ("The pipe is 25 mm wide and 3 km long.", ["25", "3"]),
    ("The price fell from 27.40 to 19.95 euros.", ["27.4", "19.95"]),
    ("The treaty has 157 members and 18 articles.", ["157", "18"]),
    ("The meeting lasts from 9:30 to 17:45.", ["9", "30", "17", "45"]),
    ("The model runs at 2.4 GHz with 16 GB of memory.", ["2.4", "16"]),
    ("It is the 28th year of the 4th programme.", ["28", "4"]),
    ("The room seats 1,200 people on 40 rows.", ["1200", "40"]),
]


def sentences() -> list[tuple[str, list[str], list[str]]]:
    """(sentence, literals its draft must hold, values its draft must hold)."""
    found: list[tuple[str, list[str], list[str]]] = []
    for kind, literals in _LITERALS.items():
        for literal in literals:
            found += [(frame.replace("{}", literal), [literal], []) for frame in _FRAMES[kind]]
    for frame, first, second in _PAIRS:
        others = cycle(_LITERALS[second])
        for one in _LITERALS[first]:
            other = next(others)
            text = frame.replace("{}", one, 1)
            at = text.index(one) + len(one)
            found.append((text[:at] + text[at:].replace("{}", other, 1), [one, other], []))
    found += [(text, [], numbers) for text, numbers in _NUMBERS]
    for number in (28_000, 1_450, 312, 97, 5_600_000, 12.5, 0.75, 1999):
        written = f"{number:,}" if number != 1999 else "1999"
        for frame in (
            "The report counts {} cases.",
            "About {} were filed by small firms.",
            "The office received {} letters about it last year.",
            "It grew to {} in one year.",
            "At {}, it is the highest value so far.",
            "They asked {} people in May.",
            "Only {} of them came back.",
        ):
            found.append((frame.replace("{}", written), [], [str(number)]))
    return found
