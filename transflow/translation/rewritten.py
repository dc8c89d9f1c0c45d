"""Whether a draft writes a person's name in the letters of its language: Стрэнд, ستراند or 斯特兰德 for Strand.

Nobody can say which spelling is right, but nearly all keep the consonants in their order. A weak
model makes other words of a name; there the consonants are others, and the name as the source
writes it is better than a stranger's.
"""

import re
import unicodedata
from functools import lru_cache

__all__ = ["JUDGED", "rewritten"]

JUDGED = frozenset({"ar", "bg", "ru", "uk", "zh"})
"""Languages whose letters are known here."""
_ENOUGH = 0.7
_FEW = 2
"""Consonants so few that each has to be there."""

_LATIN = (
    (r"sch|tsch|tch|ch|sh|zh|dge|j|g(?=[eiy])|x(?=i)", "J"),
    (r"ph|gh(?=$)", "F"),
    (r"(?<!^)gh", ""),
    (r"ck|qu|[ckgq](?![eiy])|k|[cg](?=h)", "K"),
    (r"x", "KS"),
    (r"ts|c(?=[eiy])|s|z", "S"),
    (r"[dt]", "T"),
    (r"[bp]", "P"),
    (r"[fv]", "F"),
    (r"[lr]", "L"),
    (r"m", "M"),
    (r"n", "N"),
)
_CYRILLIC = {
    "J": "жчшщ", "F": "вф", "K": "гґк", "S": "зсц", "T": "дт", "P": "бп", "L": "лр", "M": "м", "N": "н",
}  # fmt: skip
_ARABIC = {
    "J": "جشچ", "F": "فڤ", "K": "كقغگ", "S": "سصزظ", "T": "تدطضثذ", "P": "بپ", "L": "لر", "M": "م", "N": "ن",
}  # fmt: skip
_HAN = {
    "J": "歇彻契卓查乔切奇恰丘夏谢雪舍沙莎什施史舒肖绍贾杰吉约朱哲娇姬珠池基其日",
    "JN": "钦靖钱琼尚申珍詹简金勋",
    "F": "芙斐妃法菲费佛弗夫福富沃瓦韦维威魏",
    "FN": "范芬丰冯凡温文万",
    "K": "寇卡凯考柯科可克加嘉盖高戈哥格古瓜圭贵果库奎夸奎",
    "KN": "孔空坎康肯甘冈根贡昆",
    "S": "萨塞赛瑟斯丝苏索司思西锡希席修休孜兹泽扎佐祖茨齐策察蔡梓",
    "SN": "圣逊桑森孙松辛欣赞曾宗",
    "T": "得忒黛朵达代戴道德迪狄蒂杜多塔泰特提图托陀铁吐都堤",
    "TN": "通丹当登邓丁东敦顿坦腾滕廷汀唐汤田",
    "P": "碧琵葆巴柏贝比毕彼波伯博布拜包保鲍珀佩皮普帕坡派蒲璞",
    "PN": "班邦滨宾本潘彭蓬庞平",
    "L": "略黎萝珞芮瑞蕾拉莱劳勒雷里利莉理立丽列卢鲁露路罗洛吕律尔儿耳赖璐",
    "LN": "兰朗林琳龙隆伦莲",
    "M": "迈马玛麦毛梅美米弥密莫默姆穆慕木缪摩",
    "MN": "曼芒门蒙明敏",
    "N": "内诶纳娜乃奈尼妮涅纽努诺安恩昂因英翁",
    "NN": "南嫩能年宁农",
    "": "优乌武吾伍厄阿埃艾爱奥欧伊亚叶耶雅尤于哈海赫黑侯胡华怀惠霍依以",
    "N ": "汉翰亨洪扬杨",
}
_LETTERS = {
    letter: key.strip()
    for table in (_CYRILLIC, _ARABIC, _HAN)
    for key, letters in table.items()
    for letter in letters
}
_SPELLINGS: tuple[dict[int, int], ...] = (
    {},
    str.maketrans("J", "K"),
    str.maketrans("J", "S"),
    str.maketrans("M", "N"),
)
"""Sounds that some spellings do not tell apart: soft and hard g, sh and s, the nasals."""
_CODA = re.compile("r(?![aeiouy])")
"""An English r that Chinese does not write: 斯特德 for Stead and for Sterd."""
_ARABIAN = re.compile(r"\b(?:[AaEe]l|Ab[du])")
_ARTICLE = "\u0627\u0644"
"""What an Arabic noun begins with, and hardly any name from abroad."""
_RUN = re.compile(f"[{''.join(_HAN.values())}]{{2,}}")
_WORD = re.compile(r"[^\W\d_]+")
_EASTERN = re.compile(
    r"(?:(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)?(?:[aeiou]{1,2}|iao|iong|uai)(?:ng?)?){1,2}"
    r"|(?:(?:[kgsztdnhbpmyrwjf]|sh|ch|ts|[kgnhmr]y)?[aeiou]{1,2}n?(?!g)){2,5}"
    r"|[kgphs]?[aeiou]{1,2}[mlk]|park|choi|jung|hyun"
)
"""Chinese, Korean and Japanese names, which have letters of their own that nobody can tell from the sound."""


def rewritten(name: str, draft: str, language: str) -> bool:
    """Whether a draft has a person's name in other letters, as far as its consonants tell.

    Args:
        name: In Latin letters, the surname last.
        draft: Plain text.
        language: One of `JUDGED`.
    """
    words = _WORD.findall(name)
    if language == "zh":
        eastern = [word for word in words if _EASTERN.fullmatch(word.lower())]
        if len(eastern) == len(words):
            return True
        words = [*words[-1:], *(word for word in words if word not in eastern)][:2]
        words = words[:1] if words[0] not in eastern else words
    else:
        words = words[-1:]
    telling = [word for word in words if len(_consonants(word)) > 1]
    telling = telling or [word for word in _WORD.findall(name) if len(_consonants(word)) > 1]
    runs = _RUN.findall(draft) if language == "zh" else _WORD.findall(draft)
    if not _ARABIAN.search(name):
        runs = [run for run in runs if not run.startswith(_ARTICLE)]
    whole = language != "zh"
    if language == "zh" and telling and _other_first(name, draft):
        return False
    return not telling or any(
        _sounds_like(one, run, whole=whole) for one in telling for run in runs
    )


def _other_first(name: str, draft: str) -> bool:
    """Whether a Chinese draft has the surname behind another first name: 诺克·巴库尔 for Thomas Baker."""
    words = _WORD.findall(name)
    first, last = words[0], words[-1]
    if len(words) < 2 or len(_consonants(first)) <= 1 or _EASTERN.fullmatch(first.lower()):
        return False
    behind = [
        one for one in _JOINED.finditer(draft) if _sounds_like(last, one["last"], whole=False)
    ]
    wanted = _consonants(first)
    given = [_once("".join(_LETTERS.get(letter, "") for letter in one["first"])) for one in behind]
    return bool(behind) and not any(2 * _shared(wanted, one) >= len(wanted) for one in given)


_JOINED = re.compile(r"(?=(?P<first>[\u4e00-\u9fff]{2,6})·(?P<last>[\u4e00-\u9fff]{2,6}))")


@lru_cache(maxsize=4096)
def _consonants(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.lower().replace("ł", "l").replace("ø", "o"))
    found = []
    at = 0
    while at < len(plain):
        for pattern, sound in _SOUNDS:
            match = pattern.match(plain, at)
            if match:
                found.append(sound)
                at = match.end()
                break
        else:
            at += 1
    return _once("".join(found))


_SOUNDS = tuple((re.compile(pattern), sound) for pattern, sound in _LATIN)


def _once(sounds: str) -> str:
    return re.sub(r"(.)\1+", r"\1", sounds)


def _sounds_like(name: str, text: str, *, whole: bool) -> bool:
    lower = name.lower() if whole else _CODA.sub("", name.lower())
    given = _once("".join(_LETTERS.get(letter, "") for letter in text.lower().replace("дж", "ж")))
    wanted = _consonants(lower)
    pairs = [(wanted.translate(table), given.translate(table)) for table in _SPELLINGS]
    pairs.append((_consonants(lower.replace("th", "s")), given))
    pairs.append((_consonants(lower.replace("kh", "h")), given))
    if not whole and _SILENT.search(lower):
        pairs.append((_consonants(lower[:-1]), given))
    first = 1 + (whole and _PREFIXED.search(text) is not None)
    return any(
        _alike(one, other, whole=whole) and (not whole or one[:1] in other[:first])
        for one, other in pairs
    )


_SILENT = re.compile(r"(?:[aeiou]|n|r)[tdsx]$")
"""A last letter that French does not say: 洛朗 for Laurent."""
_PREFIXED = re.compile("^[\u0648\u0628\u0644\u0643\u0641]")
"""A particle that Arabic writes on the word behind it."""


def _alike(wanted: str, given: str, *, whole: bool) -> bool:
    shared = _shared(wanted, given)
    if len(wanted) <= _FEW:
        close = given[:1] == wanted[:1] and len(given) <= len(wanted) + 1
        return shared == len(wanted) and (close or not whole)
    size = len(wanted) if not whole else max(len(wanted), len(given) - 1)
    return shared >= _ENOUGH * size


def _shared(one: str, other: str) -> int:
    """Length of the longest common subsequence that begins with one of the first two letters."""
    starts = [other.find(letter) for letter in one[:2] if letter in other]
    other = other[min(starts) :] if starts else ""
    row = [0] * (len(other) + 1)
    for letter in one:
        before = 0
        for at, against in enumerate(other, 1):
            before, row[at] = (
                row[at],
                before + 1 if letter == against else max(row[at], row[at - 1]),
            )
    return row[-1]
