"""What only a site generator runs: its tags, statements and attribute lists are on no page.

Hugo's `{{< figure >}}`, Liquid's `{% if %}` and `{{ page.title }}`, attribute lists of kramdown
(`{: .note}`; those of headings say ids), imports and comments of MDX, snippets of PyMdown (`--8<--`). Outputs for a generator have them; a page for readers
would show them as they are written.
"""

import re
from html import unescape

__all__ = ["untagged", "without_tags"]

_ATTRIBUTE = r"(?:[.#][\w-]+|[\w-]+=(?:&quot;[^&\n]*&quot;|\"[^\"\n]*\"|'[^'\n]*'|[\w./%-]+))"
_INSIDE = r"(?:(?!\{\{|\{%|</?(?:p|li|td|th|h\d|dd|dt|div|pre|code|table|ul|ol|blockquote)\b).)*?"
_COMMENT = (
    r"\{%-?\s*comment\b[^%]*%\}.*?\{%-?\s*endcomment\s*-?%\}|\{\{/\*.*?\*/\}\}"
    r"|\{\{(?:&lt;|<|%)\s*comment\b.*?\{\{(?:&lt;|<|%)\s*/\s*comment\s*(?:&gt;|>|%)\}\}|\{::comment\}.*?\{:/(?:comment)?\}"
)
"""What authors tell one another, over several paragraphs perhaps."""
_TAG = (
    rf"{_COMMENT}|(?P<run>\{{\{{(?!\{{){_INSIDE}\}}\}}|\{{%{_INSIDE}%\}})"
    rf"|\{{/\*{_INSIDE}\*/\}}|\{{/:[a-z]*\}}"
    rf"|(?:\{{::?[^{{}}\n<]*\}}|\{{[ ]?{_ATTRIBUTE}(?:[ ]+{_ATTRIBUTE})*[ ]?\}})(?!\s*</h\d)"
)
_IN_TEXT = re.compile(_TAG, re.DOTALL)
_IN_HTML = re.compile(rf"(?P<raw><(?P<name>pre|code|kbd|samp)\b.*?</(?P=name)>)|{_TAG}", re.DOTALL)
_STATEMENT = re.compile(
    r"<p>(?:<span data-state=\"[^\"]*\">)?\s*(?:"
    r"(?:import\s(?:[^\n<]*\sfrom\s+)?(?P<q>['\"]|&quot;|&#39;)[^'\"\n&<]+(?P=q);?\s*)+"
    r"|export\s+(?:const|default|function|let|var|class|async)\s[^<]*"
    r"|(?P<snippet>-+8&lt;-+(?:[ \t][^<\n]*)?(?:\n[^<\n]*)*))(?:</span>)?</p>\n?"
)
_EMPTY = re.compile(r"<p>(?:<span data-state=\"[^\"]*\">)?\s*(?:</span>)?</p>\n?")
_ELEMENT = re.compile(r"<(/?)([a-z]+)[^>]*?(/?)>")


def untagged(text: str) -> str:
    """A text without such tags; for descriptions and lists."""
    if "{" not in text:
        return text
    bare = _IN_TEXT.sub("", text)
    return text if bare == text else " ".join(bare.split())


def without_tags(html: str) -> tuple[str, tuple[str, ...]]:
    """A sanitized body without what a generator would run, and the tags that would have shown something."""
    if not any(sign in html for sign in ("{", "import ", "export ", "8&lt;-")):
        return html, ()
    found: list[str] = []

    def bare(match: re.Match[str]) -> str:
        if match["raw"] or not _balanced(match[0]):
            return match[0]
        if match["run"]:
            found.append(unescape(re.sub(r"<[^>]*>", "", match[0])))
        return ""

    def stated(match: re.Match[str]) -> str:
        if match["snippet"]:
            found.append(unescape(match["snippet"]))
        return ""

    result = _STATEMENT.sub(stated, _IN_HTML.sub(bare, html))
    return (html if result == html else _EMPTY.sub("", result)), tuple(found)


def _balanced(html: str) -> bool:
    """Whether as many elements end as begin."""
    depth = 0
    for closes, name, void in _ELEMENT.findall(html):
        depth += 0 if void or name in {"br", "img", "wbr"} else -1 if closes else 1
    return depth == 0 and html.count("<") == html.count(">")
