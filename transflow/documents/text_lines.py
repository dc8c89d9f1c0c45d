"""What a line of plain text is: a menu's, a label above a title, a heading, an end mark."""

import re
from itertools import pairwise

__all__ = [
    "begins_with_heading", "is_address", "is_byline", "is_contact", "is_dateline", "is_end_mark", "is_heading", "is_item", "is_kicker", "is_label",
    "is_labelled", "is_navigation", "is_reached", "is_rule", "is_signature", "is_underline", "item_mark",
]  # fmt: skip

_ARROW = re.compile(r"\s+[»→]\s+|\s*[›>＞]\s*")
"""What stands between a page's name and that of the page above it: `Home > News > Port opens`."""
_SEPARATOR = re.compile(rf"{_ARROW.pattern}|\s*｜\s*|\s+[|·•/／]\s+|\s{{3,}}|\t")
_NAVIGATION = re.compile(
    r"^(?:home|menu|skip to (?:main )?content|search|log ?in|sign in|contact(?: us)?|about(?: us)?|share|print"
    r"|subscribe|press room|newsroom|press releases|all news|media ?cent(?:er|re)|news(?: and events)?|privacy(?: policy)?|terms(?: of use)?|site ?map"
    r"|cookies?|english|fran[cç]ais|español|русский|中文|العربية|back to top|next|previous"
    r"|(?:main|toggle|skip) (?:menu|navigation)|navigation|tweet|e-?mail this(?: page)?|follow us|newsletter"
    r"|accueil|actualités|rechercher|connexion|partager|imprimer|haut de page|retour en haut|aller au contenu"
    r"|inicio|noticias|buscar|contacto|compartir|imprimir|volver arriba|saltar al contenido"
    r"|главная|новости|контакты|поиск|меню|поделиться|печать|наверх"
    r"|首页|新闻|联系我们|搜索|菜单|分享|打印|返回顶部|الرئيسية|الأخبار|اتصل بنا|بحث|القائمة|مشاركة|طباعة)$",
    re.IGNORECASE,
)
_LONG = 80
_MENU = 2000
_SHORT = 35
"""A heading that is not parted from its text is shorter."""
_LINES_OF_SIGNATURE = 5
_BRIEF = 15
"""A name with a stop at its end is shorter: `Acme Corp.`"""
_NUMBER = r"(?:[ ]?(?:no|nr|number|num|n[°º]|№|號|号)\.?[ ]?)"
_REFERENCE = r"(?:ref|reference|r[ée]f|r[ée]f[ée]rence|referencia|aktenzeichen|az|document|doc|release|编号|文号|номер|(?:ال)?رقم|(?:ال)?مرجع)\.?"
_LABEL = re.compile(
    r"(?:(?:press|news|media)[ ](?:release|note|advisory|alert|statement)|communiqu[ée](?:[ ]de[ ]presse)?"
    r"|(?:comunicado|nota)[ ]de[ ]prensa|pressemitteilung|medienmitteilung|пресс-релиз|新闻(?:稿|公报)|بيان[ ]صحفي)"
    r"(?:[ ,:–—-]*(?:(?:no\.?|nr\.?|n\.?[°º]|№|第)[ ]?:?[ ]?)?[\dA-Z/.-]*\d[\dA-Z/.-]*号?)?"
    r"|(?:for[ ]immediate[ ]release|(?:strictly[ ])?(?:under[ ]embargo|embargoed|embargo)|not[ ]for[ ](?:publication|release)|sperrfrist"
    r"|(?:sous|bajo)[ ]embargo)\b.*"
    r"|pour[ ]diffusion[ ]immédiate|para[ ](?:su[ ])?(?:publicación|difusión)[ ]inmediata|zur[ ]sofortigen[ ]veröffentlichung"
    r"|[A-Z]{2,6}[/ ]\d{4}[/ ]\d+"
    rf"|(?:(?:our|your|notre|votre|nuestra)[ ])?{_REFERENCE}{_NUMBER}?\.?[ ]?[:：][ ]*\S*\d\S*|исх\.?[ ]?(?:№[ ]?)?\d\S*"
    r"|(?:location|place|lieu|lugar|ort|место|地点|المكان)[ ]?[:：][ ]*[^\W\d][^.:：!?。]{1,40}",
    re.IGNORECASE,
)
"""What stands above the title of a press release: what it is, its number and place, from when it may be used."""
_OF_DATE = re.compile(
    r"(?:(?:release |publication |issue )?date|(?:date )?(?:published|released?|issued)|date de (?:publication|diffusion)|publiée?|fecha(?: de publicación)?"
    r"|publicado|datum|veröffentlicht|дата(?: публикации)?|опубликовано|日期|发布(?:时间|日期)|(?:ال)?تاريخ(?: النشر)?)\s?[:：]\s*(?=\S)",
    re.IGNORECASE,
)
"""The name of a date before it: `Date: 4 March 2026`."""
_WORDS_OF_DATELINE = 5
_DATED = re.compile(
    r"\d|(?:中華)?(?:明治|大正|昭和|平成|令和|民[國国])\s?[\d元]|[^\W\d]+\.? \d|[^,.،]{2,30}[,،]"
)
_END = re.compile(
    r"(?:#\s*){3,}|-\s?30\s?-|[-–—*<(]+\s*(?:ends?|fin|ende|конец|完|انتهى)\s*[-–—*>)]+|ENDS?|完",
    re.IGNORECASE,
)
_RULE = re.compile(r"-{3,}|={3,}|~{3,}|_{3,}|(?:[-*_] ?){3,}")
_UNDERLINE = re.compile(r"-{3,}|={3,}|~{3,}|_{3,}")
_ITEM = re.compile(r"\s*([-*•–]|\d{1,3}[.)])\s+")
_BYLINE = re.compile(
    r"(?:By|BY|Par|Por|Von|Автор:?)\s+(?!THE\b|AN?\b)[A-ZÀ-ÖØ-ÞА-ЯЁ]\S+(?:\s\S+){0,3}(?:\s+[|·•–—-]\s.{4,40})?$"
)
_YEAR_OF = re.compile(r"(?<=\d{4})\s?г\.$")
"""The word for a year behind its number in Russian: no full stop."""
_REACHED = re.compile(
    r"\S@\S|(?:\+|\b0|\(0)[\d][\d ()./-]{5,}\d|\(\d{3}\)\s?\d{3}[ .-]\d{4}\b|\b\d{3}[.-]\d{3}[.-]\d{4}\b|\bwww\.|https?://"
)
"""Where somebody can be reached: a mailbox, a telephone, a page."""
_LABELLED = re.compile(r"[^\W\d][^:：.]{0,24}(?:\.\s?)?[:：](?!//)\s*(?=\S)")


def is_navigation(line: str) -> bool:
    """Short words between separators, or one word that menus are made of."""
    line = line.strip()
    if all(map(_NAVIGATION.match, re.split(r"\s{2,}", line))):
        return True
    parts = [part for part in _SEPARATOR.split(line) if part] if len(line) < _MENU else []
    if len(parts) > 1 and (
        all(map(_NAVIGATION.match, parts))
        or (_NAVIGATION.match(parts[0]) and _ARROW.match(line, len(parts[0])))
    ):
        return True
    return (
        len(parts) >= 3
        and all(len(part.split()) <= 4 and len(part) < _SHORT for part in parts)
        and line[-1] not in ".!?"
    )


def is_kicker(text: str) -> bool:
    """A few words in capitals, as `PRESS RELEASE` above a title."""
    return text.isupper() and len(text.split()) <= 4


def is_label(text: str) -> bool:
    """Whether a line says what a text is and for when, and not what is in it."""
    return len(text) < _LONG and _LABEL.fullmatch(text.strip()) is not None


def is_contact(text: str) -> bool:
    """Whether a line says whom to ask: `Contact: Press Office, press@office.example`, `Ann Lee | Press officer | +32 2 281 0000`."""
    said = _LABELLED.match(text) or " | " in text
    return len(text) < _LONG and bool(said and _REACHED.search(text))


def is_reached(text: str) -> bool:
    """Whether a short line says where somebody can be reached."""
    return len(text) < _LONG and _REACHED.search(text) is not None


def is_address(lines: list[str]) -> bool:
    """Whether the lines of a paragraph are those of an address: short, no sentences, with a mailbox or telephone."""
    return (
        len(lines) > 2
        and all(
            len(line) < _SHORT + 10 and (line[-1] not in ".!?。！？" or len(line) < _BRIEF)
            for line in lines
        )
        and any(_REACHED.search(line) for line in lines)
    )


def is_signature(lines: list[str], width: int) -> bool:
    """Whether lines end where their author ended them, and make no sentence: a name and an office, an address.

    Args:
        lines: Those of a paragraph.
        width: That of the text's longest line: the next line's first word would have fit.
    """
    return (
        1 < len(lines) <= _LINES_OF_SIGNATURE
        and all(len(line) < _SHORT + 10 and line[-1] not in ".!?:;。！？：；…" for line in lines)
        and not any(line[:1].islower() or is_item(line) for line in lines)
        and all(
            len(line) + 1 + len(after.split(maxsplit=1)[0]) < width
            for line, after in pairwise(lines)
        )
    )


def is_byline(text: str) -> bool:
    """Whether a line says who wrote, and perhaps when: `By Ann Lee | 3 March 2026`."""
    return _BYLINE.match(text) is not None


def is_dateline(text: str) -> bool:
    """Whether a line is little more than the date that may be in it: `Geneva, 3 March 2026`, `Date: 3 March 2026`."""
    text = _OF_DATE.sub("", _YEAR_OF.sub("", text).removesuffix(".-"), count=1)
    words = [word for word in text.split() if word not in {"de", "del"}]
    return (
        len(words) <= _WORDS_OF_DATELINE
        and text[-1:] not in ".。!?"
        and _DATED.match(text) is not None
    )


def is_end_mark(text: str) -> bool:
    """`- ENDS -`, `# # #`: a press release's text is over."""
    begun = text[:1] in "#-–—*<(Ee完"
    return begun and _END.fullmatch(text) is not None and not text.islower()


def is_rule(text: str) -> bool:
    """A line of nothing but hyphens or their like."""
    return _RULE.fullmatch(text) is not None


def is_underline(text: str) -> bool:
    """A rule that may make a heading of the line above it."""
    return _UNDERLINE.fullmatch(text) is not None


def is_item(text: str) -> bool:
    """Whether a line begins a list's item."""
    return _ITEM.match(text) is not None


def item_mark(text: str) -> str:
    """What a list's item begins with; nothing where a line is none."""
    return found[1] if (found := _ITEM.match(text)) else ""


def is_labelled(text: str) -> bool:
    """Whether a line begins with what it is about: `Where: Town hall`."""
    found = _LABELLED.match(text)
    return found is not None and text[found.end() - 1] in " \t："


def begins_with_heading(lines: list[str]) -> bool:
    """Whether a paragraph begins with a heading: its author broke the line where more would fit."""
    if len(lines) == 1 or not is_heading(lines[0]) or is_item(lines[0]):
        return False
    if any("@" in line for line in lines) or not (lines[1][:1].isupper() or is_item(lines[1])):
        return False
    word = lines[1].split(maxsplit=1)[0]
    return (
        len(lines[0]) + 1 + len(word) < max(map(len, lines))
        and len(lines[0]) < _SHORT
        and lines[-1][-1] in '.!?:。！？”"'
    )


def is_heading(text: str) -> bool:
    """Whether a line of its own is one: short, without a stop, no address and no `Contact: Name`."""
    return (
        len(text) < _LONG
        and text[-1].isalnum()
        and "@" not in text
        and not _LABELLED.match(text)
        and not is_byline(text)
        and not _is_reached_only(text)
    )


def _is_reached_only(text: str) -> bool:
    """Whether a line is no more than the address of a page, or a telephone's number."""
    found = _REACHED.match(text) if text[0] in "+(hHwW" else None
    return found is not None and (found.end() == len(text) or " " not in text)
