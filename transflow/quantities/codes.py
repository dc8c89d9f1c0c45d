"""Names that hold digits: COVID-19, G20, PCT/CN2023/075612. Their digits are no values."""

import re

__all__ = ["CODE"]

_SUFFIXES = (
    "st|nd|rd|th|s|e|er|ère|ème|k|m|p|km|cm|mm|kg|g|mg|t|h|min|mn|bn|tn|MN|BN|TN|M|[kMGT]?B|[kMG]?Hz|[kMG]W|x"
    "|[mb]illions?|trillions?|thousand|[ap]m|kph|mph|ft|lb|oz|ml|L|l|ha"
    "|[Mm]io|mln|[Mm]rd|Mds?|[kM]?(?:USD|EUR|GBP|CHF|CNY|RMB|JPY)"
)
CODE = re.compile(
    r"(?<![A-Za-z0-9])(?:"
    r"(?=[A-Za-z]*[A-Z][A-Za-z-]*[A-Z])[A-Za-z]+(?:[-‑][A-Za-z]+)*[-‑/]\d[\w/.-]*"  # COVID-19, ISO-9001
    r"|[A-Z]{2,}/[A-Z]+\d[\w/.-]*"  # PCT/CN2023/075612
    r"|(?!(?:USD|EUR|GBP|CHF|CNY|RMB|JPY|US)\d)[A-Za-z]+\d+(?:[./-]\d+)*[A-Za-z0-9]*"  # G20, U07.1
    rf"|\d+(?!(?:{_SUFFIXES})(?![A-Za-z]))[A-Za-z]+\d*"  # 5G, 3D
    r")(?![A-Za-z])"
)
"""Names that hold digits: whole words, never values."""
