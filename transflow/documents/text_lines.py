"""What a line of plain text is: a menu's, a label above a title, a heading."""

import re

__all__ = ["is_heading", "is_kicker", "is_navigation"]

_SEPARATOR = re.compile(r"\s+[|›»>·•/]\s+|\s{3,}|\t")
_NAVIGATION = re.compile(
    r"^(?:home|menu|skip to (?:main )?content|search|log ?in|sign in|contact(?: us)?|about(?: us)?|share|print"
    r"|subscribe|press room|media ?center|news(?: and events)?|privacy(?: policy)?|terms(?: of use)?|site ?map"
    r"|cookies?|english|fran[cç]ais|español|русский|中文|العربية|back to top|next|previous"
    r"|(?:main|toggle|skip) (?:menu|navigation)|navigation|tweet|e-?mail this(?: page)?|follow us|newsletter"
    r"|accueil|actualités|rechercher|connexion|partager|imprimer|haut de page|retour en haut|aller au contenu"
    r"|inicio|noticias|buscar|contacto|compartir|imprimir|volver arriba|saltar al contenido"
    r"|главная|новости|контакты|поиск|меню|поделиться|печать|наверх"
    r"|首页|新闻|联系我们|搜索|菜单|分享|打印|返回顶部|الرئيسية|الأخبار|اتصل بنا|بحث|القائمة|مشاركة|طباعة)$",
    re.IGNORECASE,
)
_LONG = 80
_BYLINE = re.compile(r"(?:By|BY|Par|Por|Von|Автор)\s+[A-ZÀ-ÖØ-ÞА-ЯЁ]\S+(?:\s\S+){0,3}$")
_LABELLED = re.compile(r"[^\W\d][^:：]{0,24}[:：]\s*(?=\S)")


def is_navigation(line: str) -> bool:
    """Short words between separators, or one word that menus are made of."""
    if _NAVIGATION.match(line.strip()):
        return True
    parts = [part for part in _SEPARATOR.split(line.strip()) if part]
    return (
        len(parts) >= 3 and all(len(part.split()) <= 4 for part in parts) and line[-1:] not in ".!?"
    )


def is_kicker(text: str) -> bool:
    """A few words in capitals, as `PRESS RELEASE` above a title."""
    return text.isupper() and len(text.split()) <= 4


def is_heading(text: str) -> bool:
    """Whether a line of its own is one: short, without a stop, no address and no `Contact: Name`."""
    return (
        len(text) < _LONG
        and text[-1].isalnum()
        and "@" not in text
        and not _LABELLED.match(text)
        and not _BYLINE.match(text)
    )
