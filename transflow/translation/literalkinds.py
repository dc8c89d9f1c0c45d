"""Patterns of what is the same in every language, kind by kind, in the order they are tried."""

import re

from transflow.translation.codekinds import CODE, NAMED
from transflow.translation.measures import MEASURES
from transflow.translation.postal import POSTAL

__all__ = ["KINDS", "NUMBERED"]

# `(?a:\b)` is a word boundary for ASCII alone: Chinese may follow a name without a space.
_CJK = "\u3000-\u303f\uff00-\uffef\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af"
_END = r"(?![A-Za-z0-9])"
_SCHEME = r"[A-Za-z][a-z0-9+]{1,9}|HTTPS?"
_URL = rf"(?a:\b)(?:{_SCHEME})://[^\s<>\"“”«»{_CJK}]+|(?a:\b)www\.[\w-]+(?:\.[\w-]+)+(?:/[^\s<>\"“”«»{_CJK}]*)?"
_URL_LETTERS = rf"(?a:\b)(?:{_SCHEME})://[^\s<>\"“”«»，。；：！？）】》、]+"
_ZONES = (
    r"(?:com|org|net|int|edu|gov|mil|io|info|eu|biz|app|dev|ch|fr|de|es|ru|cn|uk|jp|kr|br|au|ca|nl|se"
    r"|example|swiss|online|site|shop|blog|cloud|agency|museum|coop|asia|aero|mobi|legal|international|onion"
    r"|pl|cz|dk|fi|gr|hu|ro|bg|hr|sk|lt|lv|ee|pt|tr|za|ng|ke|ma|sa|ae|qa|kz|ua|az|th|vn|sg|hk|tw|nz|mx|cl|uy|cy|mk|li|lu|mc|sm)"
)
_DOMAIN = (
    rf"(?<![\w@./-])(?:[a-z]{{2,8}}:)?(?:(?:[A-Za-z0-9][a-z0-9-]*\.)+{_ZONES}"
    rf"|(?=[A-Za-z0-9.-]{{0,60}}[À-ɏ])(?:[A-Za-z0-9À-ɏ][a-z0-9À-ɏ-]*\.)+{_ZONES}"  # bücher.example
    r"|(?:[а-яё0-9-]+\.)+(?:рф|рус|бел|укр|срб|мкд|москва|онлайн|сайт)|(?:[a-z0-9-]+\.)+xn--[a-z0-9-]+"
    r"|(?:(?=[a-z0-9-]*[a-z])[a-z0-9][a-z0-9-]+\.){2,}[a-z]{2,})"  # no three words run together
    rf"(?![\w-])(?::\d{{2,5}}(?!\d))?(?:/[^\s<>\"“”«»{_CJK}]*)?"
    rf"|(?<![\w@./-])(?:[a-z0-9-]+\.)+[a-z]{{2,10}}/[\w#?=&%.~-][^\s<>\"“”«»{_CJK}]*"  # youtu.be/x
    rf"|(?a:\b)localhost:\d{{2,5}}(?!\d)(?:/[^\s<>\"“”«»{_CJK}]*)?"
)
_EMAIL = r"(?<![\w.+-])[\w.+-]+@[A-Za-z0-9À-ɏа-яё-]+(?:\.[A-Za-z0-9À-ɏа-яё-]+)+"
_PLACEHOLDER = (
    r"%\([A-Za-z_]\w*\)[-+ #0]*\d*(?:\.\d+)?[sdifrxgeo]"
    r"|(?<![\d\w%])%(?:\d+\$)?[-+#0]?(?:\d+)?(?:\.\d+)?(?:hh|h|ll|l|z)?[sdiufgeoxXcp@](?![A-Za-z])"
    r"|(?<!\d)%%"
    r"|\{\s*\w+\s*,\s*(?:plural|select|selectordinal)\s*,(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}"
    r"|\{\{[^{}]*\}\}|\{%[^{}]*%\}|[$%#]?\{[^{}\s][^{}]*\}|\{\}"
    r"|\$\([\w.]+\)|\$[A-Za-z_]\w*(?a:\b)(?:/[\w.-]*\w)*"
    r"|\{\s[^{}\n]*[;:=][^{}\n]*\}"
    r"|(?<!\w)%[A-Za-z_]\w*%(?:\\[\w.-]*\w)*"
    r"|(?<![\d\w%])%(?:\d+\$)?[tT][A-Za-z](?![A-Za-z])"  # %2$tD
    r"|<%[=#-]?[^<>%]*%>|<\?[^<>?]*\?>|(?<!\w)(?:@@\w+@@|##\w+##|%%\w+%%)(?!\w)"
)
_TAG = r"</?[A-Za-z0-9][\w.:-]*(?:\s[^<>]*)?/?>"
_ENTITY = r"&(?:#\d+|#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]*);"
_SUFFIX = (
    r"(?i:pdf|docx?|xlsx?|pptx?|odt|csv|tsv|txt|md|html?|xml|json|ya?ml|toml|ini|cfg|conf|log|lock|"
    r"po|pot|mo|tmx|tbx|xlf|xliff|zip|gz|tar|png|jpe?g|gif|svg|webp|mp[34]|py|js|ts|css|c|h|cpp|java|rs|go|sh|"
    r"sql|exe|bat|dll|jar|whl|deb|rpm|iso|dmg|apk|ipynb|tsx|jsx|vue|rb|php|kt|swift|tex|bib|epub|ods|odp|rtf|psd|eps|tiff?|"
    r"bmp|ico|webm|mov|avi|mkv|wav|flac|woff2?|ttf|otf|7z|bz2|xz|rar|sqlite|parquet|geojson|kml|ics|vcf|eml)"
)
_PATH = (
    r"(?<![\w/.])(?:~|\.{1,2})?/(?:[\w.@+-]+/)+[\w.@+-]*[\w]/?(?::/(?:[\w.@+-]+/)+[\w.@+-]*\w)*"
    r"|(?<![\w/.])(?:~|\.{1,2})/[\w.@+-]+/?"
    r"|(?<=[}%]\})[/?#][\w./@~?#=&%+-]*[\w/]"  # {{ site.url }}/install
    rf"|(?<![\w/.-])(?:[\w.@+-]+/)+[\w.@+-]*\.{_SUFFIX}(?a:\b)"
    r"|(?<![\w/.-])[\w.@+-]+/(?:[\w.@+-]+/)+(?![\w])"
    r"|(?a:\b)[A-Za-z]:\\(?:[\w.-][^\\/:*?\"<>|\n]{0,40}\\)*[\w.-]*\w|(?<![\w\\])\\\\[\w.-]+(?:\\[\w.$-]+)+"
)
_FILE = (
    rf"(?<![\w/.-])[\w][\w.-]*(?:\(\d+\))?\.{_SUFFIX}(?a:\b)(?!\()(?::\d+(?!\w)){{0,2}}|(?<![\w/.-])\w[\w.+-]*\.so(?:\.\d+)+(?!\w)"
    rf"|(?<=[\"“'‘«])[\w][\w ().-]{{0,60}}\.{_SUFFIX}(?=[\"”'’»])"  # "My report (final).docx"
    r"|(?a:\b)(?:Dockerfile|Makefile|Gemfile|Jenkinsfile|Procfile|README|CHANGELOG)(?!\w|\.\w)"
    r"|(?<!\S)\.[a-z][\w-]+(?:\.\w+)*(?a:\b)"  # .env
    r"|(?<![\w*])\*\.\w{1,5}(?a:\b)"  # *.po
)
_HANDLE = r"(?<![\w@/.&])@[A-Za-z_]\w{1,38}(?:/[\w.-]*\w|(?:\.\w+)*)(?a:\b)|(?<![\w#/&])#(?:[^\W\d]\w*(?:-\d+)?|\d+(?!\w)|\d+[A-Za-z]\w*)"
_GROUPS = r"(?:\((?:[a-z0-9]{1,4}|[A-Z]|[IVX]{2,4})\))"
"""What hangs on the number of a rule: 101(a)(2)(B)(iii)."""
_STANDARD = (
    r"(?a:\b)(?:ISO(?:/IEC|/TS)?|IEC|IEEE|ANSI|NIST|DIN|EN|BS|RFC|GB/T|JIS|ITU-T|WIPO ST\.|ST\.)\s?"
    rf"[A-Z]?\.?\d[\d.-]*(?:(?<=\d):\d{{4}}|[a-z]{{1,2}})?{_END}"
)
_REFERENCE = (
    rf"(?a:\b)\d+\s(?:U\.?\s?S\.?\s?C\.?|C\.?F\.?R\.?)(?:\s§+)?\s\d(?:[.\w-]*\w)?{_GROUPS}*|"  # 37 CFR 1.53(b)
    rf"{_STANDARD}|"
    r"(?a:\b)[A-Z]{1,6}(?:/[A-Z]{1,6})*/(?=[\w./-]*\d)[A-Z0-9]+(?:[/.-][A-Z0-9]+)*(?:/(?:Rev|Add|Corr|Prov|Amend)\.\d+)*(?a:\b)"
    r"(?:\s(?:Rev|Add|Corr|Prov)\.(?:\s?\d+)?)?"
    r"|(?<![\w/.-])(?:Rev|Add|Corr)\.\d+(?:/(?:Rev|Add|Corr)\.\d+)*(?!\w)"
    r"|(?<![\w:])ECLI:[A-Z]{2}:[A-Z0-9]{1,7}:\d{4}:(?:[A-Z0-9]+\.){0,9}[A-Z0-9]+(?!\w)"
    r"|(?<![\w.,])\d{1,3} (?:U\. ?S\.|S\. ?Ct\.|F\. ?(?:2d|3d|4th)|F\. ?Supp\.(?: ?[23]d)?|L\. ?Ed\.(?: ?2d)?) \d{1,4}(?![\w%-]|[.,]\d)"  # 347 U.S. 483
    r"|(?<![\w-])(?:sha(?:1|224|256|384|512)|md5)[:-][\w+/]{16,}={0,2}"
    rf"|(?a:\b)\d+(?:bis|ter|quater)(?:\.\d+)*{_GROUPS}*"
    rf"|(?a:\b)\d+(?:\.\d+)*(?:bis|ter|quater)?(?:\.\d+)*{_GROUPS}+{_END}"
    r"|(?a:\b)[A-Z]{2}\s?\d[\d ,]{4,14}\d\s?[A-Z]\d?(?a:\b)"
    r"|(?a:\b)(?:EP|US|CN|JP|KR|DE|FR|GB|CH|RU)\s\d{1,3}(?:[ ,\u00a0\u202f]\d{3}){2,3}(?![\w%]|[ ,.]\d)"  # EP 1 234 567
    r"|(?:(?<=patent )|(?<=application )|(?<=registration )|(?<=mark )|(?<=design ))[A-Z]{2}\s\d{1,3}(?:[ ,]\d{3}){1,3}(?![\w%]|[ ,.]\d)"
    r"|(?a:\b)(?:WO|EP|US|CN|JP|KR|DE|FR|GB|CA|AU|IN|RU|BR)\s?\d{4}/\d{3,}(?:\s?[ABCUTY]\d?)?(?a:\b)"
    r"|(?a:\b)[A-Z]{2}\s?(?:19|20)\d\d/\d{5,}(?a:\b)"  # VK 2026/003417
    rf"|(?<![\w.-])[A-Z]\d{{1,3}}\.\d{{1,3}}{_END}(?!\.\d)"  # E11.9
    r"|(?a:\b)\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?)?(?a:\b)"
    rf"|(?<![\w.-])(?=[\w-]*[A-Z])(?=[\w-]*\d{{3}}|[\w-]*[A-Z]\d|[\w-]*\d[A-Z])[A-Z0-9]+(?:-[A-Z0-9]+)+(?:/\d+)?{_END}(?!-)"
    r"|(?a:\b)[A-Z]{1,4}-\d+/\d+(?:-[A-Z])?(?a:\b)"  # C-123/21
    rf"|(?<![\w/])(?:\d{{2,}}/\d+|\d/\d{{2,}})(?:/\d+)*(?:-[A-Z]+|/(?:EE?C|EU|ECSC|Euratom|JHA|CFSP))?{_END}"  # 70/1, 29/03/2024, 2003/88/EC
    r"|(?a:\b)v?\d+\.\d+\.\d+(?:\.\d+)*[a-z]?(?:[-+][\w.]*\w)?(?a:\b)|(?a:\b)v\d+(?:\.\d+)+(?:[-+][\w.]*\w)?(?a:\b)"
    rf"|(?<![\w.,:/-])(?:ISBN(?:-1[03])?:?\s)?97[89][- ]?\d{{1,5}}[- ]?\d{{1,7}}[- ]?\d{{1,7}}[- ]?[\dX]{_END}"
    rf"|(?<![\w.,:/-])(?:ISBN|ISSN|ISAN|ORCID)(?:-1[03])?:?\s[\dX](?:[\dX -]{{4,18}})[\dX]{_END}"
    r"|(?a:\b)(?:arXiv|PMC?ID|urn|hdl|ark):\s?\S*[\w]"
    r"|(?:(?a:\b)doi:)?(?a:\b)10\.\d{4,9}/[^\s<>\"]*[\w]"
    rf"|(?<!\w)§+\s?\d+(?:[.\w]*\w)?{_GROUPS}*(?:\s?[–-]\s?\d+\w?(?!\w))?"
    rf"|(?<![\w.-])(?=[\w.]*\d)[A-Z][A-Z0-9]*(?:\.[A-Z0-9]+){{2,}}{_END}(?!\.\d)"  # QA76.73.P98
    r"|(?<![\w./-])[A-Z][A-Za-z]+/\d+(?:\.\d+)*(?![\w/])"  # Mozilla/5.0
    r"|(?<![\w.-])[GJTDRC] \d{1,4}/\d{2}(?:\d{2})?(?:-\d)?(?![\w/])"  # a decision of a board of appeal
    r"|(?<![\w-])\d+(?:\.\d+)?[eE][+−-]?\d+(?![\w-])|(?<!\w)\d+/(?:tcp|udp|sctp|TCP|UDP|SCTP)(?!\w)"
    r"|(?<![\w:])[A-Z]{1,4}\d+:[A-Z]{0,3}\d+(?![\w:])"  # O157:H7
    rf"|(?<![\w.-])(?=[A-Z]*\d)(?=\d*[A-Z])(?=[A-Z0-9]{{8}})[A-Z0-9]+{_END}(?!-)"  # a code of a bank, of a parcel
    rf"|(?<![\w.-])(?:[A-Z]+\d+[A-Z]+\d[A-Z0-9]*|\d+[A-Z]+\d+[A-Z][A-Z0-9]*)(?<=\w{{5}}){_END}(?!-)"  # QX7K2M
    r"|(?<![\w./,-])\d{2}/\d{3},\d{3}(?![\w,])"  # an application in the United States
    r"|(?<![\w:.])\d{1,2}:\d{2}(?::\d{2})?[.,]\d+(?![\w:])"  # a time of a race
    r"|(?<![\w.,])(?:€\s?)?\d{1,3}(?:\.\d{3})+,\d{2}(?![\w.,]\d)(?:\s?€)?"  # 1.299,00 €, as others write it
    r"|(?<![\w-])X{1,3}[SL](?![\w-])"  # a size
    r"|(?<![\w/])(?:AC/DC|TCP/IP|CAD/CAM|I/O|S/N|P/E|OS/2|24/7)(?![\w/])|(?<![\w-])7[0-8]7 (?:MAX(?: \d{1,2})?|Dreamliner)(?![\w-])"
    r"|(?<![\w/])(?:MV|M/V|MT|SS|HMS|USS|RMS|RV) [A-Z][a-z]+(?: (?:of |the )*[A-Z][a-z]+){0,2}(?!\w)"  # a vessel
    r"|(?<![\w-])CC(?:0|[ -]BY(?:-(?:NC|SA|ND))*)(?: \d\.\d)?(?![\w-])|(?<!\w)\[\d{4}\] (?:\d{1,2} )?[A-Z]{2,6}(?: (?:Civ|Crim|Fam))?(?: \d+)?(?!\w)"
    rf"|(?<![\w.-])(?=[\w-]*\d)[A-Z]{{2,}}(?:-(?:[A-Z]+\d*|[a-z]?\d+)){{2,}}{_END}(?!-)"  # JADES-GS-z14-0
    r"|(?<!\w)(?:JP|KR|CN|TW) \d{2,4}-\d+(?:-\d+)?(?:\s[A-Z]\d?)?(?!\w)|(?<!\w)[IVX]+\.[A-Z](?![\w.])"
    r"|(?<!\w)[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}(?!\w)|(?<!\w)[A-Z]\d[A-Z] \d[A-Z]\d(?!\w)"  # SW1A 1AA
    r"|(?<!\w)\*\d+(?:\*\d+)*#|(?<!\w)\d{3,4}p(?!\w)|(?<![\w+-])(?:AB|[ABCDO])\+(?![\w+])"
    r"|(?<!\w)P(?=\d|T\d)(?:\d+[YMWD])*(?:T(?:\d+[HMS])+)?(?!\w)|(?<!\w)[A-Za-z] → (?:∞|\w)(?!\w)"
    r"|(?<![\w.])[A-Z][A-Za-z]*\.NET(?!\w)"
    r"|(?a:\b)(?:UTC|GMT)[+−-]\d{1,2}(?::\d{2})?(?![\w:])"
    rf"|(?<![\w.-])[A-Z]{{2,6}}-[A-Z0-9]+-[A-Z0-9-]*\d[A-Z0-9-]*{_END}"  # ABC-2024-017
    rf"|(?<![\w.-])[A-Z]{{2}}\d{{6,}}\.[\dX]{_END}"  # CN202310123456.7, with its check digit
    rf"|(?<![\w/])\d+/[A-Z]{{2,4}}\.\d+{_END}"  # 12/CP.21
    rf"|(?<![\w.-])[A-HY]\d\d[A-Z] \d{{1,4}}/\d{{2,6}}{_END}"  # G06F 17/30, a class of patents
    r"|(?<=\b[Nn]os\. )\d{1,3}(?: \d{3}){2,}(?![\w])"
    rf"|(?<![\w.-])(?:[A-Z]{{1,5}}-?\d{{3,}}[A-Z]?|UTF-\d+|SHA-\d+){_END}(?!-)"  # LX1234
    rf"|(?<![\w.-])[A-Z]{{2}}\d{{2}}(?: [A-Z0-9]{{4}}){{2,7}}(?: [A-Z0-9]{{1,3}})?{_END}"  # an IBAN
    r"|(?a:\b)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?a:\b)"  # a UUID
    r"|(?a:\b)(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{7,64}(?a:\b)"  # a checksum
    r"|(?<![\w-])(?=[0-9a-f-]*\d)(?=[0-9a-f-]*[a-f])[0-9a-f]{4}(?:-[0-9a-f]{4})+(?![\w-])"  # a key
    r"|(?<![\w:])(?=[0-9a-f:]*\d)[0-9a-f]{0,4}(?::[0-9a-f]{1,4})*::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4})*)?(?:/\d+)?"
    r"(?![\w:])"  # fe80::1
    r"|(?<![\w.:])(?:(?:[0-9a-f]{1,4}:){3,7}[0-9a-f]{1,4}|(?:[0-9A-F]{2}:){5}[0-9A-F]{2})(?![\w:])"  # of hardware
)
_NUMBERED = (
    r"(?:(?<=[\w),;:] )[Nn][o°º]\.?(?<=[.°º])\s?|(?<=[\w)] )No\s"
    r"|(?:^|(?<=[(“\"‘«]))N[o°º]\.?(?<=[.°º])\s?(?!\d+ (?:people|men|women|children|more|[a-z]+s (?:are|were|have|had|will))\b))"
    r"(?:(?:[A-Z]{1,6} )?\d{1,3}(?: \d{3}){2,}|(?:[A-Z]{1,6}[-/ ]?)?\d(?:[\w/.,-]*\w)?)(?![\w%])"
)
"""No. 12/2024: for an engine `no` is a refusal."""
_PHONE = (
    rf"(?<![\w+])\+\d{{1,3}}(?:[\s.-]?\(\d{{1,4}}\))?(?:[\s.-]\d(?=[\s.-]))?(?:[\s.-]?\d{{2,4}}){{2,6}}{_END}"
    rf"|(?<![\w(])\(\d{{2,4}}\)\s?\d{{3,4}}[\s.-]\d{{3,4}}{_END}"
    rf"|(?<![\w.,+-])0\d{{1,4}}(?:[\s.-]\d{{2,4}}){{2,4}}{_END}"
    rf"|(?<![\w.,+-])\d+(?:-\d+){{2,}}{_END}"
    rf"|(?<![\w.,+-])\d{{3}}\.\d{{3}}\.\d{{4}}{_END}"
)
_ANGLE = r"\d{1,3}(?:\.\d+)?°(?:\s?\d{1,2}(?:\.\d+)?[′'])?(?:\s?\d{1,2}(?:\.\d+)?[″\"])?\s?[NSEW](?![\w])"
_COORDINATE = rf"(?<![\w.]){_ANGLE}(?:,?\s{_ANGLE})?"
_MOVE = r"(?:[KQRBN]?[a-h]?[1-8]?x?[a-h][1-8](?:=[QRBN])?|O-O(?:-O)?)[+#]?(?:[!?]{1,2}(?=\s\S))?"
_MOVES = (
    rf"(?<![\w.])\d{{1,3}}(?:\.\s?|\.\.\.\s?|…\s?){_MOVE}(?:\s(?:\d{{1,3}}\.\s?)?{_MOVE})*(?!\w)"
    r"|(?<![\w.-])[KQRBN](?:[a-h]?[1-8]?x[a-h][1-8][+#]?|[a-h]?[1-8]?[a-h][1-8][+#])(?!\w)"
)
"""Moves of chess: 1.e4 c5 2.Nf3, Qxd4."""
_MENU = r"(?<!\w)[A-Z]\w+(?:(?: > | → )[A-Z]\w*(?: (?:(?:and|or|of|as|to|in|&) )?[A-Z]\w*)*(?:…|\.\.\.)?)+"
"""The way through a menu, which is found by the words that are on the screen."""
_ELEMENT = r"(?:H|He|Li|Be|B|C|N|O|F|Na|Mg|Al|Si|P|S|Cl|K|Ca|Ti|Cr|Mn|Fe|Co|Ni|Cu|Zn|Br|Ag|Sn|I|Ba|Pt|Au|Hg|Pb|U)"
_MOLECULE = (
    rf"(?=\w*[\d₀-₉])(?:{_ELEMENT}[\d₀-₉]*){{2,}}(?:[⁰¹²³⁴-⁹]*[⁺⁻]|·\d{{0,2}}(?:{_ELEMENT}\d*)+)?"
)
_SIDE = rf"\d?(?:{_MOLECULE}|{_ELEMENT}[\d₀-₉]*)(?:\s\+\s\d?(?:{_MOLECULE}|{_ELEMENT}[\d₀-₉]*))*"
_FORMULA = (
    rf"(?<![\w-]){_SIDE}(?:\s[→⇌=⟶]\s{_SIDE})+(?![\w-])"  # 2H2 + O2 → 2H2O
    rf"|(?<![\w-]){_MOLECULE}(?![\w-])"
    r"|(?<![\w-])(?:(?:Na|Ca|Mg|Fe|Cu|Zn|Al|Li|Pb|Ag|Hg|Mn|Co|Ni|NH[4₄])[\d²³]?[+⁺]|[HK][+⁺])(?![\w+])"
    r"|(?a:\b)(?:[A-Z][a-z]+|[A-Z]\.) (?:coli|pylori|aureus|elegans|sapiens|cerevisiae|melanogaster|albicans|subtilis|"
    r"thaliana|falciparum|vivax|tuberculosis|pneumoniae|aegypti)(?a:\b)"
    r"|(?<![\w-])[A-Z][A-Z0-9]+-[α-ω](?![\w-])|(?<![\w-])[α-ωΑ-Ω](?![\w-])"  # TNF-α, π
    r"|(?<!\w)f/\d+(?:\.\d+)?(?![\w.])"  # an aperture
    r"|(?<![\w-])(?:[HNO][₂2]|O[₃3]|Cl[₂2])(?![\w-])"
    r"|(?<!\w)[A-Za-z]{1,2} = [A-Za-z0-9⁰¹²³⁴-⁹₀-₉][\w⁰¹²³⁴-⁹₀-₉+*/^·-]*(?: [+*/^·×−-] \w+)*"  # E = mc²
    r"|(?<![\w-])(?![A-Z][a-z]{2})[A-Za-z]{1,3}[⁰¹²³⁴-⁹₀-₉]+(?![\w-])"  # mc²
    r"|\[[-−]?\d+(?:\.\d+)?, ?[-−]?(?:\d+(?:\.\d+)?|∞)[\])]|\([-−]?(?:\d+(?:\.\d+)?|∞), ?[-−]?\d+(?:\.\d+)?\]"  # [0, 1)
)
_EMOJI = (
    r"(?:(?<=\s)[:;]-?[)(DP](?=[\s.,!?]|$)|[\U0001F1E6-\U0001F1FF]{2}"
    r"|[0-9#*]\ufe0f?\u20e3|\U0001F3F4[\U000E0020-\U000E007F]+"
    r"|[\U0001F300-\U0001FAFF\u2600-\u27bf\u2b00-\u2bff\u2190-\u21ff\u2300-\u23ff\u2460-\u25ff]"
    r"[\ufe0f\U0001F3FB-\U0001F3FF]*(?:\u200d[\U0001F300-\U0001FAFF\u2600-\u27bf][\ufe0f\U0001F3FB-\U0001F3FF]*)*)"
)
_SIGN = (
    r"[™®©℠]\ufe0f?|(?<=[^\W\d_]{2})(?:[⁰¹²³⁴-⁹]{1,2}(?![\w⁺⁻])|[*†‡]{1,3}(?![\w*]))"
    r"|(?<=[.,;:!?)”’»])(?:[⁰¹²³⁴-⁹]{1,2}(?![\w⁺⁻])|[*†‡]{1,3}(?![\w*]))"
)
"""Trade marks, and marks of notes: Ghana¹, Kenya*."""
KINDS = (
    ("placeholder", _PLACEHOLDER),
    ("tag", _TAG),
    ("entity", _ENTITY),
    ("url", f"{_URL_LETTERS}|{_URL}"),
    ("email", _EMAIL),
    ("path", _PATH),
    ("file", _FILE),
    ("domain", _DOMAIN),
    ("numbered", _NUMBERED),
    ("postal", POSTAL),
    ("coordinate", _COORDINATE),
    ("moves", _MOVES),
    ("reference", _REFERENCE),
    ("phone", _PHONE),
    ("menu", _MENU),
    ("code", CODE),
    ("formula", _FORMULA),
    *MEASURES,
    ("handle", _HANDLE),
    ("sign", _SIGN),
    ("emoji", _EMOJI),
)
"""(kind, pattern); of two that begin at the same place the first wins."""

NUMBERED = re.compile(
    r"\b(?:(?:Rules?|Sections?|Articles?|Tables?|Fig(?:ure)?s?|[Vv]ersions?|Chapters?|Parts?|Items?|Para(?:graph)?s?|"
    r"Annex|Clauses?|Steps?|Regulations?|Schedules?|rule|section|article|table|figure|paragraph|clause|[Rr]eleases?|"
    r"(?:[Uu]pdate|[Uu]pgrade|[Mm]igrat)\w*(?:\s(?:to|from))?|[Bb]uild|[Ff]irmware|[Ee]dition|[Dd]river|BIOS|[Kk]ernel|(?:Room|Hall|Stand|Booth|Desk|Gate|Flat|Office):?|"
    r"Android|iOS|iPadOS|macOS|watchOS|tvOS|Windows|Linux|Ubuntu|Debian|Fedora|Python|Java|PHP|Ruby|Perl|Django|Node(?:\.js)?|"
    r"TLS|SSL|HTTP|USB|HDMI|Bluetooth|OpenSSL|Kubernetes|Firefox|Chrome|Safari|React|Rust|Swift|Kotlin|Wi-Fi|CUDA|Unicode)\.?\s+"
    r"(?P<part>\d+(?:\.\d+)+[a-z]?(?!\s?(?:%|percent|million|billion|points?\b))|\d+[a-z])"
    r"|(?:[Ff]olders?|[Dd]irector(?:y|ies)|[Ff]iles?|[Pp]ath|[Bb]ranch|[Rr]epositor(?:y|ies))\s"
    r"(?P<path>[\w@.-]+(?:/[\w@.-]*\w)+)"
    r"|(?:[Pp]hone|[Tt]el(?:ephone)?|[Ff]ax|[Hh]otline|[Cc]all(?:\s+us)?(?:\s+(?:on|at))?)\.?:?\s+"
    rf"(?P<phone>\+?\d[\d ().-]{{4,16}}\d)|{NAMED})(?![\w])"
)
"""A number that is a name because of the word before it: Rule 20.6 is no decimal."""
