"""Patterns of what programmers write: the same in every language, however much it reads like words.

A command or a query is known by words that begin nothing else (`SELECT … FROM`, `sudo apt install`)
and ends where ordinary words go on; what has signs that sentences do not have is taken by the token.
"""

from transflow.quantities import COMMAND

__all__ = ["CODE", "NAMED"]

_ARGUMENTS = r"\((?:[^()\n]|\([^()\n]*\))*\);?"
_CALL = (
    r"(?a:\b)[A-Za-z_]\w*(?:(?:\.|::)[A-Za-z_]\w*)*\(\)"  # call()
    rf"|(?a:\b)[A-Za-z_]\w*(?:(?:\.|::|->)[A-Za-z_]\w*)+{_ARGUMENTS}"  # np.array(values)
    rf"|(?a:\b)(?:[a-z]+_\w+|[a-z]+[A-Z]\w*){_ARGUMENTS}"  # make_table(rows)
    r"|(?<![\w.])[a-z]\w*\((?=[^()\n]*(?:\d\s?,|,\s?\d|[\"'=]))[^()\n]*\)"  # rgb(255, 136, 0)
    r"|(?<!\w)[A-Z]\([A-Z](?:[|,∣]\s?[A-Z])*\)|\(\d+(?:, ?\d+){2,}\)"  # P(A|B)
    r"|(?<!\w)[fghOP]\([a-z0-9][a-z0-9 ^,²³*+-]{0,15}\)"  # O(n log n)
    r"|(?a:\b)[A-Za-z_]\w*(?:::[A-Za-z_]\w*)+"
    r"|(?a:\b)[A-Z]\w*<[A-Z]\w*(?:, ?[A-Z]\w*)*>"  # List<String>
)
_WRITTEN = (
    r"(?<![\w=])[A-Za-z_][\w.-]*={1,2}(?:\"[^\"\n]*\"|'[^'\n]*'|[\w./:-]*\w)"  # DEBUG=true
    r"|(?a:\b)[a-z]\w*_\w+(?a:\b)"  # snake_case
    r"|(?a:\b)[A-Z][A-Z0-9]*_[A-Z0-9_]+(?a:\b)"
    r"|(?<!\w)--?[a-z][\w-]+(?:=\S+)?|(?<!\S)-[A-Za-z]\d?(?![\w-])|(?<!\w)__\w+__(?!\w)"  # --option, -m
    r"|(?<=\s)(?:&&|\|\||[!=<>]=|=>|->|\+\+)(?=\s)|(?a:\b)0x[0-9A-Fa-f]+(?a:\b)|(?<!\w)[a-z]\[\w{1,3}\](?!\w)"
    r"|(?a:\b)[a-z]\w*(?:\.[a-z]\w*)+\.[A-Z]\w+|(?<=[\"'“‘])[a-z_]+(?:\.[a-z_]+)+(?=[\"'”’])"  # com.example.Main
    r"|(?a:\b[a-z]{2,}[A-Z][a-z]\w*(?:\.[a-z]\w*)+\b)|(?a:\b[a-z]\w*\.[a-z]{3,}[A-Z][a-z]\w*)"  # userService.repository
    r"|\"\w+\"\s?:\s?(?:true|false|null|\d+(?![\w.])|\"[^\"\n]*\")"  # "debug": false
    r"|`[^`]+`|(?<!\w)(?:C\+\+|[CF]#|N/A)(?![\w+#])"
    r"|(?<![\w\\])\\[A-Za-z]+(?:\{[^{}\n]*\}|\[[^\[\]\n]*\])*"  # \textbf{word}
    r"|(?<![\w:]):[a-z]+(?: \w+)?:(?![\w:])"  # :param name:
    r"|(?<!\S)\^\S+\$(?=[\s.,;:!?]|$)"  # ^[a-z]+$
    r"|(?<![\w.-])[\w-]+(?:\[\w+\])?(?:[<>=!~]=|[<>])\d[\w.*]*(?:,(?:[<>=!~]=|[<>])[\w.*]*\w)*(?!\w)"  # numpy>=1.26,<2
)
_KEYS = (
    r"(?a:\b)(?:Ctrl|Alt|AltGr|Shift|Cmd|Command|Option|Win|Fn)(?:(?:\s?\+\s?|-(?=[A-Z]))[\w↑↓←→]+)+"
    r"|(?<![\w-])(?:Esc|PgUp|PgDn|PrtSc|Ctrl)(?![\w-])"
)
_TYPES = (
    r"(?<![\w/])(?:application/(?:json|xml|pdf|zip|gzip|javascript|octet-stream|graphql|rtf|yaml|wasm|msword|"
    r"[\w.-]+\+(?:json|xml|zip)|(?:x|vnd)[.-][\w.+-]*\w)"
    r"|text/(?:plain|html|css|csv|xml|javascript|markdown|calendar|event-stream)"
    r"|image/(?:png|jpe?g|gif|svg\+xml|webp|tiff|bmp|avif)|(?:audio|video)/(?:mpeg|mp4|ogg|webm|wav|aac|quicktime)"
    r"|multipart/(?:form-data|mixed|alternative|related)|font/(?:woff2?|ttf|otf))(?![\w/])"
    r"|(?<![\w-])(?:Content-(?:Type|Length|Encoding|Disposition|Language|Security-Policy)|Accept-(?:Language|Encoding|Charset)|"
    r"Cache-Control|User-Agent|Set-Cookie|Last-Modified|If-None-Match|If-Modified-Since|Access-Control-[A-Z][\w-]*\w|"
    r"X-[A-Z][a-z]+-[A-Z][\w-]*\w|WWW-Authenticate|Strict-Transport-Security|Retry-After)(?![\w-])"
)
_WORD = r"[\w.*\"'%()]+"
_VALUE = r"(?:'[^'\n]*'|[\w.%]*\w)"
_QUERY = (
    rf"(?a:\b)SELECT\s(?:DISTINCT\s)?{_WORD}(?:,\s?{_WORD})*\sFROM\s[\w.\"]+"
    rf"(?:\s(?:WHERE|AND|OR|HAVING)\s[\w.\"()]+\s?(?:=|<>|!=|<=?|>=?|LIKE|IN|IS)\s?(?:NOT\s)?(?:'[^'\n]*'|\([^()\n]*\)|[\w.%\"]+))*"
    rf"(?:\s(?:ORDER|GROUP)\sBY\s[\w.]+(?:\s(?:ASC|DESC))?)?(?:\sLIMIT\s\d+)?;?"
    rf"|(?a:\b)UPDATE\s\w+\sSET\s\w+\s?=\s?{_VALUE}(?:,\s\w+\s?=\s?{_VALUE})*(?:\sWHERE\s\w+\s?(?:=|<|>|LIKE)\s?{_VALUE})?"
    r"|(?a:\b)INSERT INTO\s\w+\s(?:\([^()\n]*\)\s)?VALUES\s\([^()\n]*\)"
    r"|(?a:\b)(?:INSERT INTO|DELETE FROM|TRUNCATE TABLE|ALTER TABLE|CREATE TABLE|DROP TABLE)\s[a-z_][\w.]*(?=\s(?:[A-Z]{2,}\b|\()|;)"
    r"|(?a:\b)(?:(?:INNER|LEFT|RIGHT|FULL|CROSS)(?:\sOUTER)?\sJOIN|(?:ORDER|GROUP|PARTITION)\sBY|(?:PRIMARY|FOREIGN)\sKEY|"
    r"(?:CREATE|DROP|ALTER|TRUNCATE)\s(?:TABLE|VIEW|INDEX|DATABASE|SCHEMA)|INSERT\sINTO|DELETE\sFROM|NOT\sNULL|"
    r"UNION\sALL|SELECT\sDISTINCT|SELECT\s\*)(?a:\b)"
    r"|(?a:\b)(?:GET|POST|PUT|PATCH|DELETE)\s/[\w/{}.:-]*|(?a:\b)(?:GET|POST|PUT|PATCH)(?=\srequests?(?a:\b))"
)
CODE = f"{_QUERY}|{COMMAND.pattern}|{_CALL}|{_WRITTEN}|{_KEYS}|{_TYPES}"

NAMED = (
    r"(?:[Ee]nvironment\s)?(?:[Vv]ariable|[Cc]onstant|[Kk]eyword|[Cc]ommand|[Mm]acro|[Ss]tatement|[Oo]perator|"
    r"HTTP\s(?:method|verb|header)|[Mm]ethod(?=\s(?:GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)\b))"
    r"\s(?P<code>[A-Z][A-Z0-9_]+(?:\s[A-Z][A-Z0-9_]+)*)"
)
"""Words in capitals that are code because of the word before them: the variable PATH."""
