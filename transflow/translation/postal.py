"""Postal addresses, which the post reads as they are: a street is found by its name, not by what it means.

The country behind an address is no part of it. A year or a count before a street (`in 2019 Wall
Street fell`, `14 Supreme Court judges`) makes no address.
"""

__all__ = ["POSTAL"]

_NUMBER = r"(?!(?:19|20)\d\d\s)\d{1,5}(?:\s?[-–/]\s?\d{1,4})?[A-Za-z]?"
_WORD = r"(?:St\.|[A-ZÀ-Þ][\w’'-]*)"
_STREET = r"(?:Street|St\.?|Road|Rd\.?|Avenue|Ave\.?|Lane|Boulevard|Blvd\.?|Quay|Crescent|Embankment|Parkway|Pkwy\.?|Highway|Hwy\.?|Mews|Esplanade)"
_ALSO = r"(?:Square|Drive|Way|Place|Court|Terrace|Row|Close|Gardens|Parade|Wharf|Walk|Hill|Green|Gate|Plaza|Circle|Dock|Pier|Park)"
"""Words that end other names too: only with a town behind them, or at the end of all."""
_SIDE = r"(?:\s(?:North|South|East|West|NW|SW|NE|SE|[NSEW]\.?)(?![\w]))?"
_INNER = r"(?:,\s(?:Suite|Floor|Apt\.?|Unit|Room|Flat)\s\w+|,\s\d{1,2}(?:st|nd|rd|th)\s[Ff]loor)?"
_TOWN = r"[A-ZÀ-Þ][\w’'-]+(?:(?:\s|-)(?:am|upon|on|sur|de|la|le|the|sous|An|aan|an|der|den)(?:\s|-)[A-ZÀ-Þ][\w’'-]+)?"
_TOWNS = rf"{_TOWN}(?:\s{_TOWN})?"
_CODED = (
    rf"(?:,\s{_TOWNS})?,?\s(?:{_TOWNS},?\s)?[A-Z]{{1,2}}\d[A-Z\d]?\s\d[A-Z]{{2}}(?!\w)"  # Leeds LS1 4DY
    rf"|,\s{_TOWNS},\s[A-Z]{{2}}\s\d{{5}}(?:-\d{{4}})?(?!\w)"  # Springfield, IL 62701
    rf"|,\s(?:[A-Z]{{1,2}}-)?\d{{4,6}}(?:\s[A-Z]{{2}})?\s{_TOWNS}(?:\s\d{{1,2}}(?![\d:]|[.,]\d|\s[a-z]))?(?!\w)"  # 1211 Geneva 20
    rf"|,\s{_TOWNS}\s\d{{4,6}}(?!\w)"  # Cape Town 8001
)
_SMALL = r"(?:(?:de|du|des|la|le|les|della|delle|dei|del|di|dos|das|da|do|y)\s|(?:de\s)?[ld][’'])"
_ROMANCE = (
    r"(?:[Cc]hemin|[Rr]ue|[Rr]oute|[Aa]venue|[Bb]oulevard|[Qq]uai|[Pp]lace|[Aa]llée|[Ii]mpasse|[Cc]ours|[Vv]ia|[Vv]iale|"
    r"[Pp]iazza|[Cc]orso|[Cc]alle|[Aa]venida|[Pp]aseo|[Pp]laza|[Rr]ua|ulitsa|prospekt)"
)
_NAMED = rf"{_ROMANCE}\s{_SMALL}*{_WORD}(?:[\s-](?:{_SMALL}*){_WORD}){{0,3}}"
_GERMANIC = (
    r"(?:[A-ZÀ-Þ][\w-]*(?:strasse|straße|str\.|gasse|platz|weg|allee|damm|ufer|straat|laan|gracht|kade|plein|gatan|gata|vej|"
    r"vägen|veien|gade)|(?:[A-ZÀ-Þ][\w-]+\s){1,2}(?:Strasse|Straße|Allee|Platz))"
)
_HOUSE = r"(?:(?:[A-Z][\w’'-]*\s){1,3}(?:House|Building|Tower|Centre|Center),\s)?"

POSTAL = (
    rf"(?<![\w.,:/$€£-]){_HOUSE}{_NUMBER},?\s(?:{_WORD}\s){{1,3}}"
    rf"(?:{_STREET}(?!\w){_SIDE}{_INNER}(?:{_CODED})?|{_ALSO}(?!\w){_SIDE}{_INNER}(?:{_CODED}|(?=[.,;]?$)))"
    rf"|(?<![\w.,:/$€£-]){_NUMBER},?\s{_NAMED}{_INNER}(?:{_CODED})?"
    rf"|(?<![\w-]){_NAMED},?\s\d{{1,4}}[A-Za-z]?(?![\w.:/%]){_INNER}(?:{_CODED})?"
    rf"|(?<![\w-]){_GERMANIC}\s\d{{1,4}}(?:\s?[-–]\s?\d{{1,4}})?[A-Za-z]?(?![\w.:/%]){_INNER}(?:{_CODED})?"
    rf"|(?<![\w.,:/$€£-]){_NUMBER},?\s{_GERMANIC}{_INNER}(?:{_CODED})"
    rf"|(?<![\w-])P\.?\s?O\.?\s?Box\s\d+(?:{_CODED})?"
)
"""A street with its number, with the floor, town and code that follow it; a box at the post."""
