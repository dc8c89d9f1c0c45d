"""Signs of Python-Markdown in a page's HTML: edits, keys, icons, abbreviations.

`{--gone--}`, `++ctrl+c++`, `:material-clock:`, `*[WHO]: World Health Organization`. Comrak has made `<ins>`, `<mark>` and `<del>` of what stands between doubled signs, and left the rest.
"""

import re

__all__ = ["with_signs"]

_SIGN = re.compile(
    r"<(?P<raw>pre|code|kbd|samp)\b.*?</(?P=raw)>"
    r"|\{<del>(?P<old>[^<>]*?)~&gt;(?P<new>[^<>]*?)</del>\}"
    r"|\{(?P<edit><(?P<name>ins|mark|del)>(?:(?!</?(?:p|li|td|th|div)\b).)*?</(?P=name)>)\}"
    r"|\{--(?P<gone>(?:(?!</?(?:p|li|td|th|div)\b).)+?)--\}"
    r"|(?P<told>\{&gt;&gt;(?:(?!\{&gt;&gt;|</?(?:p|li|td|th|div)\b).)*?&lt;&lt;\})"
    r"|(?P<hidden>(?<![^\s>])%%(?![\s\d]*%%)(?:(?!%%|</?(?:p|li|td|th|div)\b).)+%%(?![^\s<])"
    r"|\{#(?=\s)(?:(?!#\}|\{#|</?(?:p|li|td|th|div)\b).)*#\}|\{/\*(?:(?!\*/|\{/\*|</?(?:p|li|td|th|div)\b).)*\*/\}"
    r"|[ ]\^(?:[a-z][\w-]{2,}|[a-z0-9]{6})(?=</(?:p|li|h\d)>))"
    r"|<ins>(?P<keys>[a-z0-9][a-z0-9-]*(?:\+[a-z0-9][a-z0-9-]*)*)</ins>"
    r"|(?<![\w:/]):(?P<icon>(?:material|fontawesome|octicons|simple)-[a-z0-9-]+):(?![\w:/])",
    re.DOTALL,
)
_ABBREVIATIONS = re.compile(r"<p>((?:[ ]*\*\[[^\[\]\n<>]+\]:[^\n]*?(?:\n|(?=</p>)))+)</p>\n?")
_NO_TEXT = r"<(?:pre|code|kbd|samp|abbr)\b.*?</(?:pre|code|kbd|samp|abbr)>|<[^>]*>"
_FOLDED = re.compile(
    r'(<div class="markdown-alert markdown-alert-(\w+)">\n<p class="markdown-alert-title">)[+-][ ]*([^<]*)'
)
"""The title of an alert of Obsidian that may be folded: `[!tip]- Title`."""
_SIZED = re.compile(
    r"<(?P<raw>pre|code|kbd|samp)\b.*?</(?P=raw)>"
    r"|!\[(?P<alt>(?:(?!\]\(|!\[|</?(?:p|li|td|th|div)\b).)*)\]\((?:<a href=\"(?P<link>[^\"]*)\">[^<]*</a>|(?P<place>[^\s<>()]+))"
    r"(?:\s+&quot;(?P<before>[^\n]{0,500}?)&quot;)?\s+=(?=\d|x\d)(?P<width>\d*%?)x(?P<height>\d*%?)"
    r"(?:\s+&quot;(?P<behind>[^\n]{0,500}?)&quot;)?\s*\)",
    re.DOTALL,
)
"""An image with a size, `![A pier](a.png =300x200)`, as comrak leaves it."""
_SIZE_IN_ALT = re.compile(
    r'(?P<image><img [^>]*?alt="[^"|]*)\|(?P<width>\d{1,4})(?:x(?P<height>\d{1,4}))?(?:,[ ]?\d{1,3}%)?"'
)
"""The size of an image behind its alternative text: `![A pier|300x200](a.png)`."""
_KEY = re.compile(
    r"alt|backspace|caps-lock|cmd|command|control|ctrl|del|delete|down|end|enter|esc|escape|f\d{1,2}|home|insert"
    r"|left|menu|meta|option|page-(?:down|up)|pause|print-screen|return|right|shift|space|tab|up|win|windows"
)
"""A key that may stand alone; with a `+` between them any names are keys."""


def with_signs(page: str) -> str:
    """A page with what a site of MkDocs would show; icons, which are no words, are left out."""
    if "|" in page and 'alt="' in page:
        page = _SIZE_IN_ALT.sub(_with_size, page)
    if "](" in page and " =" in page:
        page = _SIZED.sub(_image, page)
    if "<p>*[" in page:
        page = _explained(page)
    if '-title">-' in page or '-title">+' in page:
        page = _FOLDED.sub(lambda match: match[1] + (match[3] or match[2].capitalize()), page)
    if not any(
        sign in page
        for sign in (
            "{",
            "%%",
            " ^",
            "<ins>",
            ":material-",
            ":fontawesome-",
            ":octicons-",
            ":simple-",
        )
    ):
        return page  # fmt: skip
    return _SIGN.sub(_shown, page).replace("<p></p>\n", "")


def _with_size(match: re.Match[str]) -> str:
    height = f' height="{match["height"]}"' if match["height"] else ""
    return f'{match["image"]}" width="{match["width"]}"{height}'


def _image(match: re.Match[str]) -> str:
    if match["raw"]:
        return match[0]
    said = {
        "src": match["link"] or match["place"],
        "alt": re.sub(r"<[^>]*>", "", match["alt"]),
        "title": match["before"] or match["behind"],
        "width": match["width"],
        "height": match["height"],
    }
    shown = [f'{name}="{value}"' for name, value in said.items() if value or name == "alt"]
    return f"<img {' '.join(shown)} />"


def _explained(page: str) -> str:
    """A page whose abbreviations say what they stand for, without the lines that explain them."""
    said: dict[str, str] = {}

    def noted(match: re.Match[str]) -> str:
        for line in match[1].strip().split("\n"):
            name, _, words = line.strip()[2:].partition("]:")
            said[name] = re.sub(r"<[^>]*>", "", words).strip()
        return ""

    page = _ABBREVIATIONS.sub(noted, page)
    if not said:
        return page
    names = "|".join(re.escape(name) for name in sorted(said, key=len, reverse=True))
    wanted = re.compile(rf"{_NO_TEXT}|(?<!\w)(?P<name>{names})(?!\w)", re.DOTALL)
    return wanted.sub(
        lambda match: (
            f'<abbr title="{said[match["name"]]}">{match["name"]}</abbr>'
            if match["name"]
            else match[0]
        ),
        page,
    )


def _shown(match: re.Match[str]) -> str:
    if match["old"] is not None:
        return f"<del>{match['old']}</del><ins>{match['new']}</ins>"
    if match["edit"]:
        return match["edit"]
    if match["gone"]:
        return f"<del>{match['gone']}</del>"
    if match["keys"]:
        return _keyboard(match["keys"]) or match[0]
    return match[0] if match["raw"] else ""


def _keyboard(names: str) -> str:
    """`ctrl+c` as keys; empty where a word was inserted."""
    if "+" not in names and not _KEY.fullmatch(names):
        return ""
    keys = (name.replace("-", " ").title() for name in names.split("+"))
    return "+".join(f"<kbd>{key}</kbd>" for key in keys)
