"""Whether a word became its opposite in translation: before as after, imports as exports, approved as rejected.

A closed list of pairs. Told only where the source has one of a pair and not the other, and the translation the other and not the
one; words that are both (off, right, for) are in no list, nor are those that stand in figures of speech.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from transflow.quantities.crosswise import crossed_over
from transflow.quantities.nor import let_in
from transflow.quantities.polarity import affirmed, overturned
from transflow.quantities.turns import turned_phrase
from transflow.quantities.wordset import WordIndex, told, word_set

__all__ = ["turned_word"]


@dataclass(frozen=True, slots=True)
class _Side:
    """One of two opposites.

    Attributes:
        words: The English words that say it.
        pattern: Where in the source they do; None for anywhere.
        target: Language -> beginnings of the words that say it there.
    """

    words: frozenset[str]
    target: Mapping[str, str]
    pattern: re.Pattern[str] | None = None


def _side(words: str, *forms: str, pattern: str = "") -> _Side:
    """One side of a pair; its forms in French, Spanish, Russian, Chinese and Arabic."""
    source = re.compile(pattern, re.IGNORECASE) if pattern else None
    return _Side(frozenset(words.split()), dict(zip(_LANGUAGES, forms, strict=True)), source)


_LANGUAGES = ("fr", "es", "ru", "zh", "ar")
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
)
_DATE = rf"(?:(?:\d{{1,2}} )?{_MONTH}|\d{{1,2}}(?:[:.]\d\d)?\s?[ap]\.?m\b)"
_EITHER_HAND = "يسار|أيسر|يسرى|شمال|يمين|أيمن|يمنى"
"""Screens are mirrored in Arabic: the right corner is the left one."""
_PAIRS = (
    (
        _side("before", "avant|préalable|antérieur|d[’']ici|précéd|veille|plus tôt|au plus tard", "antes|previ|anterior|preced|víspera|a más tardar", r"до\b|перед|прежде|раньше|накануне|ранее|за |не позднее|не позже", "前|先|之内|截至|最迟|最晚|不[迟晚]于", "قبل|سابق|سبق|مسبق|أقصاه|لا [يت]تجاوز", pattern=rf"(?<!not )\bbefore (?:{_DATE})|(?<!not )\bbefore \d{{4}}\b(?! [a-z])"),
        _side("after", "après|postérieur|ultérieur|suiv|à partir|dès|à compter|depuis|au-delà|à l[’']issue|passé", "después|tras|posterior|siguiente|a partir|desde", r"после|спустя|с \d|через|позже|позднее|по истечении", "后|之后|以后|起|自|超过|过", "بعد|عقب|لاحق|اعتبار|منذ|إثر|تجاوز", pattern=rf"\bafter (?:{_DATE})|\bafter \d{{4}}\b(?! [a-z])"),
    ),
    (
        _side("more", r"plus d|au-delà|supérieur|dépass|excéd|bien plus|franchi", r"más d|super[ae]|superior|exced|sobrepas", r"более|больше|свыше|превы|выше|с лишним|за \d", "超|多|余|逾|以上|大于|高于|不止", "أكثر|تجاوز|يزيد|تزيد|زاد|فوق|أعلى|يربو|تربو|نيف", pattern=r"(?<!no )(?<!not )\bmore than [$€£]?\d"),
        _side("less fewer", r"moins d|inférieur|en dessous|au-dessous|à peine|sous", r"menos d|inferior|no llega|debajo|apenas", r"менее|меньше|ниже|не превыш|неполн", "不到|不足|不(?:会|能|得|应|可)?超|(?<!至)少|低于|小于|未满|以下|以内|内", "أقل|(?<!\\w)[وب]?دون|يقل|تقل|أدنى|لا يتجاوز|لا تتجاوز", pattern=r"(?<!no )(?<!not )\b(?:less|fewer) than [$€£]?\d"),
    ),
    (
        _side("import imports imported importing importer importers", "import", "import", "импорт|ввоз|ввез", "进口|输入", "استور|استير|وارد|يستورد|تستورد|مستورد"),
        _side("export exports exported exporting exporter exporters", "export", "export", "экспорт|вывоз|вывез", "出口|输出", "صادر|صدّر|تصدير|يصدر|تصدر|مصدر"),
    ),
    (
        _side("north northern", "nord|septentr", r"nort|nor[deo]|septentr", "север", "北", "شمال"),
        _side("south southern", r"sud\b|méridion|austral", r"sur\b|sur[eo]|sud|meridional|austral", r"юг|южн|юж", "南", "جنوب"),
    ),
    (
        _side("approved approve approves accepted accept accepts adopted adopt adopts", r"approuv|approbat|accept|adopt|agré|entérin|homolog|autoris|admi[st]|avalis|feu vert|accueill|validé|convenu|consent|accord|homologu|aval\b", r"aprob|aprueb|acept|adopt|acog|adm[ii]t|autoriz|homolog|visto bueno|asum|consent|aval", r"одобр|утвер|приня|прием|приём|согла|ратиф|допу|признал|прини|разреш", "批准|通过|接受|获准|同意|采纳|采用|核准|获批|认可|受理|审定|审批|收", "واف|اعتم|عتمد|قبل|أقر|إقرار|تبن|أجاز|يقبل|تقبل|اتخذ|صادق|موافق|مقبول|قبول|إجازة|تقبّل|استقبل|رخص"),
        _side("rejected reject rejects rejection", r"rejet|refus|écart|débout|repouss|hostile|n(?:e |['’])(?:\w+ ){1,2}(?:pas|jamais|point) (?:été )?(?:approuv|accept|adopt|entérin|homolog|validé|admi[st])|invalid|non[ -](?:adopt|accept|approuv)", r"rechaz|deneg|desestim|rehus|no (?:\w+ ){0,3}(?:aprob|aprueb|acept|adopt|adm[ií]t|prosper)|invalid|anul", r"отклон|отверг|отказ|забраков|аннулир|не (?:был[аио]? |буд[уе]\w* |получ\w+ )?(?:прин|призн|одобр|утвер|прош)|призна\w*(?: \S+){0,2} (?:поддель|недейств|фальш|недостовер|незакон|недопуст|несостоят|необосн|неправ|негодн)", "驳回|拒|否决|淘汰|不(?:接受|予|获|被)|未(?:能|获|被|予|通过|接受|批准|采纳)|没有?(?:获得?|被|予以)?(?:通过|批准|接受|采纳|核准)|(?:认定|判定|裁定)(?:为|其)?(?:无效|伪造)", "رفض|يرفض|ترفض|مرفوض|رد |(?:لم|لن) (?:[يت]تم )?(?:[يت]?عتمد|[يت]?قبل|[يت]?وافق|[يت]?قر|[يت]?تبن|[يت]حظ|[يت]نل|اعتماد|قبول)|عدم (?:اعتماد|قبول|الموافقة|إقرار)"),
    ),
    (
        _side("women girls female females", r"femme|fille|fémin|elles|écolière|étudiante|filette|fillette", r"mujer|niña|femen|chica|ellas|embarazad|gestante", r"женщин|женск|девоч|девуш|дев[ои]ч|женск", "女|妇|姑娘", "نساء|امرأة|المرأة|نسائ|نسو|فتا|بنات|بنت|إناث|أنثى|سيدا"),
        _side("men boys male males", r"hommes?\b|garçon|mascul", r"hombre|niños?\b|varon|varón|mascul|chico", r"мужчин|мужск|мальчик|юнош", "男", "رجال|رجل|ذكور|فتيان|صبي|أولاد|شبان"),
    ),
    (
        _side("yesterday", r"hier|veille", r"ayer|víspera", "вчера", "昨", "أمس|البارحة"),
        _side("tomorrow", r"demain|lendemain", r"mañana", "завтра", "明天|明日", "غدا|غد"),
    ),
    (
        _side("next following", r"proch|suivant|venir|procha|vient|lendemain|futur|ultérieur", r"próxim|siguiente|que viene|venidero|entrante|futur", r"следующ|будущ|предстоящ|грядущ|ближайш|через", "明年|来年|次年|下一?个?(?:年|月|周|星期|季|学年|财年)|翌|未来|后", "قادم|مقبل|تالي|آت|لاحق|قبل", pattern=r"\b(?:next|following) (?:year|month|week)\b"),
        _side("last previous", r"derni|passé|précéd|écoulé|antérieur|l[’']an\b", r"pasad|anterior|último|última|previ", r"прошл|минувш|предыдущ|последн|истекш", "去年|上一?个?(?:年|月|周|星期|季|学年|财年)|过去|前|最后|昨", "ماض|منصرم|سابق|أخير|فائت|منصرف|الماضي", pattern=r"\b(?:last|previous) (?:year|month|week)\b"),
    ),
    (
        _side("beginning start", r"début|commenc|ouverture|entrée|départ|dès|au \d|à partir", r"comien|inici|principio|empez|arran|apertura|desde", r"начал|старт|откр", "初|开始|年头|伊始|起|开头|首|始|开", r"بداي|بدء|مطلع|أوائل|أول|مستهل|استهل|بدأ|يبدأ|تبدأ|افتتاح|منذ|بادئ", pattern=r"\b(?:beginning|start) of (?:the |each |every |next |last |this )?(?:year|month|week|day|term|period|session|century|season|decade)\b"),
        _side("end", r"\bfin|termin|clôtur|achèv|expir|issue|terme|derni|échéance|clos|à la sortie", r"fin|termin|conclu|clausur|venc|últim|cierre|expir|acab", r"кон[цеч]|заверш|исте[кч]|закры|окончан|к \d|исход|последн|итог", "末|底|结束|终|届满|期满|尾|最后|完|止|后|期限", r"نهاي|ختام|أواخر|آخر|انته|اختت|أقصا|خاتم|انقض|إنهاء", pattern=r"\bend of (?:the |each |every |next |last |this )?(?:year|month|week|day|term|period|session|century|season|decade)\b"),
    ),
    (
        _side("closed", r"ferm|clos|clôtur|interrom|n(?:e |['’])\w+ pas ouv", r"cerr|clausur|cierr|inhábil|fuera|no (?:está|abr)", r"закры|не (?:работа|откры)|работать не|выходн|замкнут|заперт|перекры|завер", "关|闭|休|停|禁|不(?:开|办|营|对)|封|截止|闭馆|结束|闭门", r"مغلق|أغلق|إغلاق|يغلق|تغلق|مقفل|مسدود|غلق|موصد|عطلة|اختت|ختم|لا [يت]", pattern=r"^closed$|\b(?:is|are|was|were|remains?|be|stays?) closed\b(?![^.;]*\b(?:except|unless|but|apart|other than)\b)"),
        _side("open", r"ouv|accessib", r"abiert|abr|abier|acces", r"откры|работа|не закры", "开|营业|营运", r"مفتوح|فتح|[يت]فتح|متاح|يعمل|تعمل", pattern=r"^open$|\b(?:is|are|was|were|remains?|be|stays?) open\b(?! to\b)(?![^.;]*\b(?:except|unless|but|apart|other than)\b)"),
    ),
    (
        _side("never", r"jamais|\bne\b|\bn['’]|\bpas\b|aucun|sans|\bni\b|rien|nul|non\b|im\w+able|in\w+able|évit|interdi", r"nunca|jamás|\bno\b|sin\b|ni\b|nad[ai]|ning|in\w+able", r"никогда|н[еи]|без|нет", "[不没未无從从非绝勿别禁免]", r"لا|لم|لن|ليس|أبدا|قط|دون|غير|ما|عدم|يخل", pattern=r"\bnever\b(?! (?:fail|short|quite|los))(?!(?<=^never)[^.;]*\b(?:before|without|until)\b)"),
        _side("always", r"toujours|systématiquement", r"siempre", r"всегда", "总是|一直|一向|永远|总会", r"دائم|دوما|باستمرار", pattern="(?!)"),  # as always may be said by a denial
    ),
    (
        _side("left", "gauche", "izquierd|zurd", "лев|слева", "左", _EITHER_HAND, pattern=r"\b(?:on|to|from|at) (?:the|his|her|their|your|its) left\b|\(left\)|\bleft(?:-hand)? (?:ear|ears|hand|side|arm|leg|eye|foot|knee|bank|lane|column|margin|corner|shoulder|wing|lung|half)\b"),
        _side("right", "droite?s?\\b", "derech|diestr", "прав|справа", "右", _EITHER_HAND, pattern=r"\b(?:on|to|from|at) (?:the|his|her|their|your|its) right\b|\(right\)|\bright(?:-hand)? (?:ear|ears|hand|side|arm|leg|eye|foot|knee|bank|lane|column|margin|corner|shoulder|wing|lung|half)\b"),
    ),
    (
        _side("noon midday", r"midi\b|12", "mediod|doce|12", "полд|полуд|12|двенадцат|дня", "中午|正午|12|十二|午(?!夜)", "ظهر|12|نهار"),
        _side("midnight", r"minuit|24|\b0", "medianoche|24|doce", "полноч|полун|24|ночи", "午夜|零[点时]|半夜|24|凌晨|夜", "منتصف|ليل|24"),
    ),
    (
        _side("rural", r"rural|campagn|paysan", r"rural|campo|campesin", r"сельск|деревен|село", "农村|乡|农", "ريف|قرو"),
        _side("urban", r"urbain|ville|citadin", r"urban|ciudad", r"город", "城|市", "حضر|مدن|مدينة"),
    ),
    (
        _side("maximum", "maxim|plafond|au plus|jusqu", "máxim|tope|como mucho|hasta", "максим|наибольш|предел|не более|не выше", "最高|最大|最多|上限|最长|至多", "أقص|حد"),
        _side("minimum", "minim|au moins|plancher", "mínim|al menos", "миним|наименьш|не менее|не ниже", "最低|最小|最少|下限|至少|最短", "أدن|حد|الأقل"),
    ),
    (
        _side("licensor licensors", "concédant|donneur|bailleur|cédant", "licenciante|cedente|otorgante|concedente|licenciador", "лицензиар", "(?<!被)许可(?:人|方)", "المرخّ?ص(?! له)|مانح"),
        _side("licensee licensees", "licencié|preneur|titulaire|bénéficiaire|concessionnaire", "licenciatari|titular|concesionari", "лицензиат", "被许可(?:人|方)", "المرخّ?ص له|مرخص له"),
    ),
    (
        _side("plaintiff plaintiffs claimant claimants", "demande|plaignant|requér|partie civile", "demandante|actor|querellante|reclamante|denunciante", "истец|истц|истиц|заявител", "原告|索赔|申请人|申索", "مدعي|المدعي|مدعية|مطالب|شاكي"),
        _side("defendant defendants", "défende|prévenu|accusé|inculp", "demandad|acusad|imputad", "ответчик|обвиняем|подсудим", "被告", "مدعى عليه|المدعى عليه|متهم"),
    ),
)  # fmt: skip
_DENYING = frozenset(
    {
        "not",
        "no",
        "never",
        "cannot",
        "t",
        "refuse",
        "refused",
        "refuses",
        "fail",
        "failed",
        "without",
        "unless",
    }
)
"""With which an acceptance may be said as a refusal."""
_INDEX = WordIndex(one.words | other.words for one, other in _PAIRS)


@cache
def _of(at: int, side: int, language: str) -> re.Pattern[str]:
    lead = "" if language in {"zh", "ar"} else r"\b"
    return re.compile(rf"{lead}(?:{_PAIRS[at][side].target[language]})", re.IGNORECASE)


def turned_word(source: str, target: str, language: str) -> str:
    """What the source says, and the translation the opposite of; empty for none.

    Args:
        source: English text.
        target: Its translation.
        language: Language of the translation; one without data is never judged.
    """
    return (
        _other_of_pair(source, target, language)
        or affirmed(source, target, language)
        or overturned(source, target, language)
        or turned_phrase(source, target, language)
        or let_in(source, target, language)
        or crossed_over(source, target, language)
    )


def _other_of_pair(source: str, target: str, language: str) -> str:
    """The same for the pairs alone."""
    said = word_set(source)
    for at in _INDEX.called(source) if language in _LANGUAGES else ():
        pair = _PAIRS[at]
        for own, other in ((0, 1), (1, 0)):
            words = pair[own].words & said
            if not words or not pair[other].words.isdisjoint(said):
                continue
            if "accept" in pair[0].words and not _DENYING.isdisjoint(said):
                continue
            pattern = pair[own].pattern
            found = pattern.search(source) if pattern else None
            if pattern and not found:
                continue
            if _of(at, other, language).search(target) and not _of(at, own, language).search(
                target
            ):
                return told(found) if found else min(words)
    return ""
