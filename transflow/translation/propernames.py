"""Names of people, which a weak model translates, mangles or loses.

A person keeps hers where the language is written in Latin letters and does not inflect names; other letters may
write it anew (rewritten.py). A name is known by a letter that English words do not have
(`Sørensen`), by a title (`Ms. Okafor`), by a first name (`Anna Kowalczyk`) or by the words beside
it (`Photo: Siobhan Kelleher`). What other languages write otherwise is no name here: cities (`São Paulo`),
rulers (`Queen Elizabeth II`), Russian surnames (`Poutine`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from transflow.glossary import territories
from transflow.glossary.largewords import large_words
from transflow.quantities.wordset import word_set
from transflow.translation.commonnouns import NOUNS, common
from transflow.translation.englishwords import english_in
from transflow.translation.rewritten import JUDGED

__all__ = ["FULL_NAME", "GIVEN", "LARGE", "RUSSIAN", "foreign", "is_name", "people"]

Range = tuple[int, int]

_KEEPING = frozenset({"fr", "es", "pt", "it", "de", "nl", "ca", "gl", "sv", "da", "nb", "no", "id"})
"""Languages that write people's names as they are."""
_TITLED = re.compile(
    r"(?<!\w)(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor)\.?\s"
    r"(?P<name>(?:(?:van|von|de|der|den|da|dos|di|du|del|la|le|bin|ibn|ter)\s)*(?!Emerit|Justice|President|Chair|Speaker|Secretary|Vice|Minister|Ambassador|Director|Right\b)[A-Z][\w’'-]*\w"
    r"(?:\s(?:[A-Z]\.\s)?(?:(?:van|von|de|der|den|da|dos|di|du|la|le|bin|ibn|ter)\s)*[A-Z][\w’'-]*\w)?)"
)
_GIVEN = (
    "Adam Adriana Agnes Aiko Akira Alan Albert Alejandro Alice Alison Amanda Amélie Amy Ana Andreas Andrew Angela Anita Anna "
    "Anne Annika Anthony Antonio Arthur Astrid Barbara Beatriz Ben Benjamin Bernard Bob Brian Bruce Bruno Carla "
    "Carlos Caroline Catherine Charles Chiara Chris Christine Christopher Claire Clara Claudia Craig Cristina Daniel "
    "Daniela David Deborah Dennis Diana Diego Donald Donna Dorothy Edward Elena Elisabeth Elizabeth Emily Emma Eric Erik Eva "
    "Fatou Felix Fernanda Fernando Fiona Francesca Frederick Gabriela Gary Gerald Gloria Greg Gustavo Hannah Hans Harold "
    "Harry Heather Heidi Helen Helena Henry Hiroshi Hugo Ian Ingrid Isabel Isabella Jack Jacob James Jan Jane Janet Jason Javier Jean "
    "Jeff Jennifer Jeremy Jessica Jim Joanna Joao Joe Johanna John Jonathan Jorge Jose Juan Judith Julia Julie Karen Karin Karl "
    "Kate Katherine Keiko Keith Kelly Kenji Kenneth Kevin Kim Klaus Larry Lars Laura Laurent Lena Leonardo Linda Lisa Louise Lucas "
    "Lucia Luis Luisa Luiz Maggie Marco Margaret Maria Mariana Marie Mario Marta Martin Martina Mary Matthew Megan Melissa "
    "Michael Michelle Miguel Mike Miriam Nancy Naomi Natalie Nathan Nicholas Nicole Nina Noah Nora Olga Oliver Olivia Oscar Pablo Pamela "
    "Patricia Patrick Paula Paulo Pedro Peter Philip Philippe Pierre Priya Rachel Rafael Raj Ralph Raymond Rebecca Ricardo Richard Robert "
    "Roberto Roger Ronald Ruth Ryan Samantha Samuel Sandra Sanjay Sara Sarah Scott Sean Sebastian Sharon Simon Sofia Sophie "
    "Stefan Stephanie Stephen Steve Steven Sunita Susan Takashi Tanya Teresa Thomas Tim Timothy Tom Ursula Valeria Vanessa Vikram Walter "
    "Wendy William Wolfgang Yuki Yuko Yvonne Zoe"
    " Adele Aisha Alastair Alessandro Alex Alicia Amina Amir Angus Anthea Arjun Audrey Ayesha Beatrice Bella Bethany Bradley"
    " Brandon Brenda Bridget Camille Carol Carole Cate Cecilia Chloe Colin Courtney Damien Darren Derek Diane Dieter Dominic"
    " Doug Duncan Edith Eduardo Eileen Elaine Eleanor Elliot Ernesto Esther Ethan Eugene Evelyn Fatima Gavin Gemma Geoffrey"
    " Gerard Gillian Gina Giovanni Giulia Graham Guillermo Gwen Hassan Hilary Howard Imran Irene Isaac Ivan Jacqueline"
    " Janice Jasmine Jill Jodie Joel Jonas Joshua Justin Katie Kathleen Kathryn Keira Kirsten Kofi Kristin Kwame Lawrence"
    " Leslie Liam Lorenzo Lucy Malcolm Marc Marcus Margot Marian Marianne Marion Martine Matteo Maureen Melanie Michele"
    " Mohamed Mohammed Monica Neil Niall Nick Nigel Norman Olivier Omar Owen Pascal Paul Pauline Phil Phillip Phyllis Rajesh"
    " Ravi Reza Rosemary Sally Salma Sandeep Shane Sheila Sheryl Shirley Silvia Stuart Sylvia Sylvie Tania Tariq Ted Theresa"
    " Tina Todd Tony Tracy Trevor Valerie Vincent Wayne Yasmin Yolanda Yusuf Drew"
    " Abigail Adrian Adrienne Alfred Alfredo Ali Alistair Allison Amelia Anastasia Andre Andrea Annabel Annette Antonia"
    " Ariana Ashley Barry Benedict Bernadette Beth Boris Brigitte Bryan Camilla Carina Carlo Casper Cassandra Celia Chantal"
    " Chioma Christian Christina Claudio Clive Connor Cynthia Daisy Deirdre Denise Desmond Dmitri Dominique Doris"
    " Edgar Edmund Elias Elise Eliza Ella Ellen Emil Emilia Emmanuel Enrique Erica Ernest Eva Evan Frances Francis"
    " Franco Frank Franz Freya Gareth Genevieve Gilbert Giorgio Gordon Grace Gregory Guy Hamid Harriet Hector Henrik Holly"
    " Ibrahim Iman Ines Isla Jacques Jamal Janet Jeanne Jeffrey Jeremiah Jerome Jerry Joan Jocelyn Josephine Jude Jules Juliet"
    " Kamal Kate Katrin Kay Khalid Kirsty Kurt Leah Leon Leonard Lewis Lily Lionel Lorraine Luca Luke Lydia Magnus Manuel Mark"
    " Marcel Mathieu Mats Maud Maurice Max Maya Meera Meg Mia Mika Mina Moira Molly Mona Morgan Muriel Myra Nadia Nadine Naomi"
    " Natasha Nelson Ngozi Nigel Nikhil Nikola Oleg Oliver Otto Paola Patrice Penelope Petra Petros Pia Piotr Quentin Rahul"
    " Ramon Regina Renata Rene Reuben Rhys Rita Rob Rodrigo Roland Rosa Rosie Ross Rupert Russell Sabine Sam Sergio Sergei"
    " Shaun Simone Siobhan Solomon Stella Sven Tamara Tara Tessa Theo Tobias Tomas Valentina Vera Veronica Victor"
    " Viola Vivian Willem Xavier Yann Yves Zachary Zara Zainab Johan Wei Ming Jun Hui Mei Ling Anders Bjorn Erika Greta Gunnar Hakan Joost Kaja Kirsten Maarten Marek Milan Nils Pavel"
    " Rasmus Sanne Sonja Ulrich Viktor Zofia Abdul Adebayo Ahmed Anwar Bilal Chidi Emeka Farah Habib Hamza Hana Idris Jamila Karim Layla"
    " Tomasz Andrzej Krzysztof Wojciech Agnieszka Katarzyna Jakub Petr Ondrej Zuzana Istvan Laszlo Gabor Ioana Mihai Bogdan Dragan Milos Jelena"
    " Anneliese Ingeborg Sigrid Torben Mikkel Freja Aoife Ciaran Niamh Eoin Hamish Catriona Fergus Morag Rosalind Thiago Joaquim Mateo Soledad"
    " Malik Nabil Noor Rashid Samir Tunde Yara Zahra Akiko Haruki Hyun Jin Mariko Min Soo Anil Deepa Lakshmi Manish Nisha Pooja Rohan Vijay"
)
GIVEN = frozenset(_GIVEN.split())
"""Usual first names."""
LARGE = "[A-ZÀ-ÖØ-ÞŁŚŞŠŻŽĐĆČİ]"
_NAMED = re.compile(
    rf"(?<![\w-])(?P<name>(?:{_GIVEN.replace(' ', '|')})(?:-[A-Z]\w+)?\s(?:[A-Z]\.\s)?(?:(?:van|von|de|der|da|di|du|la|le)\s)*"
    rf"(?:Mc|Mac|O['’])?{LARGE}[a-zÀ-ɏ]+(?:-{LARGE}[a-zÀ-ɏ]+)?)"
    r"(?!\w|['’]?\s(?:[IVX]+|the)\b)"
)
_WORDLIKE = re.compile(
    rf"(?<![\w-])(?P<name>(?:Will|Bill)\s(?:[A-Z]\.\s)?(?:Mc|Mac|O['’])?(?P<last>{LARGE}[a-zÀ-ɏ]+(?:-{LARGE}[a-zÀ-ɏ]+)?))(?!\w|\s[A-Z])"
)
"""First names that are words, too: `Will Parliament vote?`, `the Bill Committee`."""
_AMID = re.compile(r"(?<![\w’'-])(?!(?:the|an?|this|our|each|every)\s)[a-z’']+\s$")
_SURE_LAST = frozenset(
    ["Adams", "Allen", "Anderson", "Brown", "Campbell", "Clinton", "Davis", "Evans", "Gates", "Graham", "Harris", "Hughes", "Johnson", "Jones", "Kelly", "Lewis", "Martin", "Miller", "Mitchell", "Moore", "Murphy", "Murray", "Roberts", "Robinson", "Scott", "Smith", "Taylor", "Thomas", "Thompson", "Williams", "Wilson", "Wright"]
)  # fmt: skip
"""Usual surnames, which tell a first name where a sentence begins with it."""
FULL_NAME = (
    rf"(?P<name>(?:{LARGE}[a-zÀ-ɏ’']+(?:-{LARGE}[a-zÀ-ɏ]+)?|(?:[A-Z]\.\s?)+)(?:\s[A-Z]\.)?\s(?:(?:van|von|de|der|da|di|du|la|le|al)\s)*"
    rf"(?:Mc|Mac|O['’])?{LARGE}[a-zÀ-ɏ]+(?:-{LARGE}[a-zÀ-ɏ]+)?)(?!\w|\s[A-Z])"
)
_HOLDING = (
    "(?:Director|Head|Chair(?:man|woman|person)?|President|Minister|Secretary|Commissioner|Registrar|Professor|Examiner|Manager|Judge|"
    "Ambassador|Mayor|Senator|CEO|Founder|Partner|Rector|Dean|Officer|Economist)"
)
"""What a name is held to be by: `Anneliese Dufour, Director General of the Office`."""
_BESIDE = re.compile(
    r"(?:\b(?:[Cc]ontact(?:\sperson)?|[Ee]ditor|[Aa]uthor|[Pp]hoto(?:graph)?(?:s|er)?(?:\sby)?|[Ii]nterview\swith|[Ww]ritten\sby|"
    r"[Tt]ranslated\s(?:from\sthe\s\w+\s)?by|[Ss]igned(?:\sby)?|[Pp]ress\sofficer|[Ss]poke(?:sman|swoman|sperson)|Captain|Capt\.|"
    r"Rev\.|Reverend|Sir|Dame|Lady|Lord|Judge|Justice|(?:Deputy\s)?Mayor|Sergeant|harbour\smaster|curator|registrar|"
    r"[Dd]irector(?:[\s-][Gg]eneral)?|[Cc]hair(?:man|woman|person)?|[Cc]hief\s[Ee]xecutive(?:\s[Oo]fficer)?|CEO|[Aa]mbassador|"
    r"[Pp]rofessor|[Cc]ommissioner|[Gg]overnor|[Ss]enator|[Ee]ngineer|[Ss]triker|[Gg]oalkeeper|[Mm]idfielder|[Dd]efender|[Cc]oach|[Cc]aptain|[Ww]inger|[Mm]inister(?:\sof\s[A-Z]\w+)?)|^By"
    r"|\b(?:said|says|according\sto|led\sby|chaired\sby)):?\s"
    rf"{FULL_NAME}"
    rf"|^{FULL_NAME.replace('?P<name>', '?P<label>')}(?=:\s\S)"
    rf"|(?<![\w-]){FULL_NAME.replace('?P<name>', '?P<holder>')}(?=,\s(?:the\s|its\s|our\s|[A-Z][a-z]+\s){{0,3}}{_HOLDING}\b(?!\s(?!General\b)[A-Z]))"
    rf"|(?<![\w-]){FULL_NAME.replace('?P<name>', '?P<speaker>')}(?=,?\s(?:said|says|added|told|explained|warned|commented)\b|\s\((?:Chair|Secretary|Director|President)\b)"
)
"""A full name that its neighbours tell: `contact Siobhan Kelleher`, `Wen Oyelaran said`."""
_TELLING = (
    "contact editor author photo photos photoer photograph photographs photographer interview written translated signed press spokesman "
    "spokeswoman spokesperson captain capt rev reverend sir dame lady lord judge justice mayor sergeant harbour curator registrar director chair "
    "chairman chairwoman chairperson chief ceo ambassador professor commissioner governor senator engineer striker goalkeeper midfielder defender "
    "coach winger minister head examiner manager founder partner rector dean officer economist said says according led chaired added told explained warned commented secretary president"
)
_NEIGHBOURS = frozenset(_TELLING.split())
"""The words that those patterns have, in small letters."""
_NEXT = re.compile(rf"(?:,\s(?:and\s)?|\sand\s){FULL_NAME}")
_INITIALLED = re.compile(
    rf"(?<![\w.])(?P<name>(?!U\.\s?[SKN]\.|D\.\s?C\.)(?:[A-Z]\.\s?){{2,3}}{LARGE}[a-zÀ-ɏ]{{2,}})(?!\w)"
)
"""J. R. Hathaway."""
_ORGANISED = (
    "Dear Deputy Commissioner Task Force Special Envoy Left Bloc Channel Tunnel Islanders Islands Addis But And Navy Army Air Global Citizen Evil Die U.S. U.K. World Bank United Nations Prime Minister Health Foreign Secretary White House South North East West New Saint San Los Las Central "
    "National International Royal State Supreme High Court Federal European American British German French Chinese Russian "
    "Indian Japanese Scottish Welsh Irish Port Authority Office Department Ministry Commission Council Committee Board Bank Group "
    "Company Party Union University College School Institute Centre Center Agency Association Society Press Media Team Desk "
    "Customer Service Services Us Your Our The Head General Chief Director President Chair Human Rights Hong Kong City County "
    "Airlines Airways Street Road Police Fire Defence Home Trade Labour Green Liberal Conservative Democratic Republican Social "
    "Great Red Black Big Open First Second Old Silicon Wall Labor Middle Southern Northern Eastern Western Monday Tuesday Wednesday "
    "Thursday Friday Saturday Sunday January February March April May June July August September October November December"
)
_NO_NAME = frozenset(_ORGANISED.split())
"""Words of offices and places, which stand where a name might."""
_RULER = re.compile(
    r"(?:Saint|St\.?|San|Hurricane|Typhoon|King|Queen|Pope|Prince|Princess|Emperor|Empress|Tsar|Duke)\s$"
)
_SPELLED = re.compile(rf"(?<![\w-])(?=[\w’'-]*[À-ÖØ-öø-ɏ\u1e00-\u1eff]){LARGE}[\w’'-]*\w(?![\w-])")
_LOCAL = (
    "são zürich côte curaçao türkiye córdoba méxico perú panamá bogotá brasília münchen köln montréal québec réunion île "
    "åland kraków málaga cádiz genève méditerranée naïve café cafés résumé cliché façade élite "
    "fiancé fiancée décor protégé exposé entrée déjà él español français niño niña señor señora josé bogotá reykjavík asunción "
    "sebastián galápagos erdoğan maduro sánchez orbán hollande schröder mbappé beyoncé pokémon château église santé"
)
_OTHERWISE = frozenset(_LOCAL.split())
"""Places that languages write in their own way, and words of English."""
RUSSIAN = re.compile(
    r"(?!\w*stein)\w*(?:[oe]v[a]?|(?<![aeo])in|ina|sk[iy]y?|yev|chuk|off|ovich)", re.IGNORECASE
)
_STREET = re.compile(
    r"\s(?:Street|Avenue|Road|University|College|School|Prize|Award|Foundation|Institute|Hospital|Airport|Island|Islands|"
    r"Day|Park|Square|Museum|Hall|Bridge|Act|Palace|Theatre|Festival|Cup|Castle|Cathedral|Democrats?|Socialists?|Aid|Science)\b"
)


def people(text: str, locale: str, *, titled: bool = False) -> Sequence[Range]:
    """Where people's names stand, for a language that keeps their letters.

    Args:
        text: Plain text.
        locale: BCP 47 tag of the draft.
        titled: Whether all words have capitals, so that what follows a first name may be a verb.
    """
    language = locale.partition("-")[0]
    known = language in _KEEPING or language in JUDGED
    return _people(text, language, titled=titled) if known else ()


@lru_cache(maxsize=8192)
def _people(text: str, language: str, *, titled: bool) -> Sequence[Range]:
    """The same; several rules ask about one sentence, and looking is dear."""
    taken: list[Range] = []
    for pattern in _called(text):
        for match in _matches(pattern, text):
            start, end = match.span(match.lastgroup or "name")
            if not titled and pattern in {_TITLED, _NAMED}:
                end = _whole_name(text, end)
            last = text[start:end].rsplit(maxsplit=1)[-1]
            guessed = match.lastgroup in {"label", "holder"}
            if guessed and (any(map(_is_word, match[0].split())) or territories.match(text, start)):
                continue
            if pattern in {_BESIDE, _INITIALLED} and (
                any(word in _NO_NAME or common(word) for word in text[start:end].split())
                or not _clear((start, end), taken)
            ):
                continue
            other = _RULER.search(text, 0, start) or _STREET.match(text, end - len(last) - 1)
            other = other or _STREET.match(text, end)
            russian = language in _KEEPING and RUSSIAN.fullmatch(last)
            if not (other or russian or (titled and _is_word(last))):
                taken.append((start, end))
    taken += _listed(text, taken)
    for match in _SPELLED.finditer(text) if language in _KEEPING and not text.isascii() else ():
        start, end = match.span()
        known = match[0].lower().removesuffix("'s").removesuffix("’s") in _OTHERWISE
        if not known and _clear((start, end), taken):
            taken.append((start, end))
    return tuple((start, end - 2 * text[start:end].endswith(("'s", "’s"))) for start, end in taken)


def _called(text: str) -> list[re.Pattern[str]]:
    """Those of the patterns for names that can match: a look-up is cheaper."""
    said = word_set(text)
    called = [] if _STYLES.isdisjoint(said) else [_TITLED]
    if not GIVEN.isdisjoint(large_words(text)):
        called.append(_NAMED)
    if "Will " in text or "Bill " in text:
        called.append(_WORDLIKE)
    if not _NEIGHBOURS.isdisjoint(said) or text.startswith("By") or ": " in text[:_LABEL]:
        called.append(_BESIDE)
    return [*called, _INITIALLED] if text.count(".", 0, -1) > 1 else called


def _matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of one of the patterns for names, which is tried only where a word may begin one."""
    if pattern is _WORDLIKE:
        yield from (match for match in pattern.finditer(text) if _calls(match, text))
        return
    if pattern is _TITLED or pattern is _INITIALLED:
        yield from pattern.finditer(text)
        return
    end = 0
    for found in _WORD.finditer(text):
        word, start = found[0], found.start()
        told = word in GIVEN if pattern is _NAMED else word[0].isupper() or word in _NEIGHBOURS
        if told and start >= end and (match := pattern.match(text, start)):
            end = match.end()
            yield match


def _calls(match: re.Match[str], text: str) -> bool:
    """Whether Will or Bill is a first name: within a sentence, or before a usual surname that nothing is asked of."""
    if match["last"] in _SURE_LAST:
        return "?" not in text[match.end() :]
    if len(match["last"]) < len("Lee") or common(match["last"]) or _is_office(match["last"]):
        return False
    return _AMID.search(text, max(0, match.start() - 20), match.start()) is not None


def _whole_name(text: str, end: int) -> int:
    """Where a name ends that has more words than two: Nguyễn Thị Minh Khai, Chiara Lo Presti."""
    for _ in range(_MORE):
        match = _ANOTHER.match(text, end)
        if not match or _is_office(match["word"]) or _is_word(match["word"]):
            break
        end = match.end()
    return end


_STYLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "prof", "professor"})
_WORD = re.compile(r"[^\W\d_](?<!\w.)\w*")
_LABEL, _MORE = 60, 3
"""Letters that the label of a speaker has at most, and words of a name beside its first two."""
_ANOTHER = re.compile(
    rf" (?:(?:van|von|de|der|da|di|du|la|le|al|bin|ibn) )*(?P<word>{LARGE}[\w’-]*[a-zÀ-ɏ\u1e00-\u1eff])(?![\w’'-]|\.\w)"
)


def foreign(text: str, locale: str, *, titled: bool = False) -> Iterator[Range]:
    """Where names stand with letters that English has not, which models cut to pieces: Siobhán Ní Bhriain, Łódź.

    Where another script is written, a word alone may have a form of its own (Чавес), save with letters
    that are rare.

    Args:
        text: Plain English.
        locale: BCP 47 tag of the draft.
        titled: Whether all words have capitals, so that only those with such letters are known.
    """
    if text.isascii():
        return
    if is_name(text):
        yield 0, len(text)
        return
    for match in (_SPELLED if titled else _FOREIGN).finditer(text):
        start = match.start()
        words = match[0].removesuffix("'s").removesuffix("’s").split()
        first = next((at for at, word in enumerate(words) if _SPELLED.match(word)), 0)
        while any(_is_office(word) for word in words[:first]) or (
            first and _begins(text, start, words[0])
        ):
            start += len(words.pop(0)) + 1
            first -= 1
        odd = [word for word in words if _SPELLED.match(word)]
        if not odd or any(part.lower() in _OTHERWISE for word in words for part in word.split("-")):
            continue
        if (
            locale.partition("-")[0] not in _KEEPING
            and len(words) == 1
            and not _RARE.search(words[0])
        ):
            continue
        yield start, start + len(" ".join(words))


_PARTICLES = "van|von|den|der|de|del|da|dos|di|du|la|le|al|bin|ibn|ben|ten|ter|zu|y|e"
_WHOLE = re.compile(
    rf"{LARGE}[\w’'-]*\w(?: (?:(?:{_PARTICLES}) )*(?:{LARGE}[\w’'-]*\w|[A-Z]\.)){{1,4}}"
)


def is_name(text: str) -> bool:
    """Whether a text is a person's name and nothing else, as in a table: María José García-Núñez, Zoë van den Berg."""
    if not _WHOLE.fullmatch(text) or _STREET.search(text):
        return False
    words = [word for word in text.split() if word[0].isupper()]
    odd = [word for word in words if _SPELLED.match(word) and word.lower() not in _OTHERWISE]
    return bool(odd) and not any(_is_office(word) or common(word) for word in words)


_FOREIGN = re.compile(
    rf"(?<![\w-])(?:{LARGE}[\w’'-]*\w )*(?=[\w’'-]*[À-ÖØ-öø-ɏ\u1e00-\u1eff]){LARGE}[\w’'-]*\w(?![\w-])"
    rf"(?: (?:(?:van|von|de|der|da|di|du|la|le|al) )*{LARGE}[\w’'-]*\w)*"
)
_RARE = re.compile("[Ā-ɏ\u1e00-\u1effåæøðþ]")


def _is_office(word: str) -> bool:
    """Whether a word is what somebody is, or where: President, Secretary-General, EPO."""
    bare = word.rstrip(".")
    return (
        (bare.isupper() and len(bare) > 1)
        or bare in _TITLES
        or any(part in _NO_NAME or part in _TITLES for part in bare.split("-"))
    )


def _begins(text: str, start: int, word: str) -> bool:
    """Whether a word is no part of the name that follows: a sentence begins with it."""
    sentence = not text[:start].strip('"“«‘( ') or text[:start].rstrip()[-1:] in ".!?:"
    return sentence and word.isascii() and word not in GIVEN


_RANKS = (
    "Mr Mrs Ms Miss Dr Prof Sir Dame Professor Judge Minister Ambassador Chairman Saint Secretary Deputy Vice Chancellor "
    "Commissioner Governor Senator Mayor Captain Doctor"
)
_TITLES = frozenset(_RANKS.split())


def _listed(text: str, taken: list[Range]) -> Iterator[Range]:
    """Full names that follow others in a row: Martin Oakes, Julia Stern and Wei Zhang."""
    for _, end in list(taken):
        match = _NEXT.match(text, end)
        while match:
            words = match["name"].split()
            if any(word in _NO_NAME or common(word) for word in words):
                break
            if _clear(match.span("name"), taken):
                yield match.span("name")
            match = _NEXT.match(text, match.end())


def _clear(spot: Range, taken: list[Range]) -> bool:
    return all(spot[1] <= a or b <= spot[0] for a, b in taken)


def _is_word(name: str) -> bool:
    return (
        name.lower() in NOUNS or _VERB.fullmatch(name) is not None or bool(english_in(name.lower()))
    )


_VERB = re.compile(r"\w+[^s]s|\w{2,}(?:ed|ing)")
