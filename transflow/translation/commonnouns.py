"""Common nouns of English, which are no name where a capital or a sign makes them look like one."""

import re

__all__ = ["NOUNS", "common"]

_JOINED = (
    "access actions activities ads advice age agents aid aims air alerts analysis animals announcements answers appeals "
    "applicants applications appointments apps archives art arts assessments assets attorneys audio audits authors awards "
    "background banks bars beauty bed benefits beverages blogs boards body bookings books brand brands briefings budgets "
    "building buildings business calendar calls campaigns candidates care careers cars cases cash challenges changes "
    "charges charts checklists chemicals children choices citizens city claims classes classification clients climate "
    "clinics clothes cloud coaching code codes collections comments committees community companies competition complaints "
    "compliance computers concerts conditions conferences consumers contact contacts content contracts control cookies "
    "copyright corrections cost costs councils courses courts crafts creators crime culture customers cyber data dates "
    "deadlines deals death debt decisions delivery departments design designs details development diet digital directions "
    "disputes districts diversity documents donors downloads drinks duties economics economy editorial education "
    "elections employees employers energy enforcement engineering enquiries entertainment entry environment equality "
    "equipment equity ethics events exams exchanges exhibitions exhibits experts exports extras facilities facts family "
    "faqs farms fashion feedback fees figures filings film finance findings fire firms fish fitness flowers food "
    "food-safety footwear forest forests form forms founders fun funding funds furniture future games gardens gas girls "
    "goals goods governance grants graphics green groups growth guests guidance guides health help heritage highlights "
    "history hobbies holidays home homes hospitals hotels hours house housing hr ideas image images impact impacts "
    "imports inclusion income industry information infrastructure innovation inputs insight insights inspections "
    "institutions interviews inventions inventors investment investors invoices issues jewellery jobs judges judgments "
    "jurors kids kitchen knowledge labor labour land languages law laws leaders leadership learning legal leisure lessons "
    "letters libraries licences licenses life lights limits links literature locations logistics love machinery magazines "
    "mail management maps marketing markets marks materials math maths meals media medicine meetings members memory men "
    "mentors metals methods minerals mission models money motivation movies museums music nature network networks news "
    "newsletters notes notices numbers nutrition objections objectives offers office offices oil operations opportunities "
    "order orders organisations organizations outcomes outputs parents parking parks participants partners partnerships "
    "parts past patents pay payments peace penalties pensions people performance permits pets photos places planet "
    "planning plans plants play podcasts policies policy politics power pr practice practices presentations presenters "
    "press prices principles print priorities privacy prize prizes problems procedures processes producers production "
    "products professionals profile profiles profit programmes programs projects promotions property protection "
    "publications purpose q quality queries questions r rates readers recommendations records references refunds regions "
    "registers registration regulations rent repair repairs reports requests requirements research resources responses "
    "responsibilities restaurants results retail revenue reviews rights risk rivers roads roles rules safety salaries "
    "sales savings schedules scholarships school schools science sciences scope search sectors security sellers seminars "
    "services settings shapes shipping shoes shops signs sites skills slides social society software solutions sources "
    "space speakers speeches sponsors sport sports staff stakeholders standards startups states statistics statutes steps "
    "storage stories strategy structure students studies style subjects submissions subscriptions suppliers support "
    "surveys sustainability systems tables talks targets tax taxes tea teachers teams tech technology templates terms "
    "tests text themes theory tickets time timetables tips tools topics toys tracks trade trade-marks trademarks traffic "
    "training transparency transport travel treaties treatment trees trends tutorials tv updates users vacancies values "
    "venues video videos villages vision visitors visits voice volunteers votes wages walks war warnings waste water ways "
    "weather web webinars weights welcome welfare well-being wellbeing wellness wildlife wine winners women wood words "
    "work workers workshops world writers youth"
)
NOUNS = frozenset(_JOINED.split())
"""Common nouns that English joins by `&`; what ends as they do is one too."""
_NOUN_ENDING = re.compile(
    r"\w+(?:tion|ment|ness|ity|ing|ance|ence|ology|ics|ism|ship|ure|ers|ies|tions|ments|cy|hood)"
)


def common(word: str) -> bool:
    """Whether a word is a common noun, by the list or by how it ends."""
    word = word.lower()
    return word in NOUNS or _NOUN_ENDING.fullmatch(word) is not None
