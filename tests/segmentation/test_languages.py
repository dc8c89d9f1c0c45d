"""Sentences in the languages that have rules of their own, and outside scores where at hand."""

import json
import re
from pathlib import Path

import pytest

from transflow.segmentation import split

OUTSIDE = Path(__file__).parents[3] / "shared/eval/segmentation"


def pieces(text, locale):
    return [text[start:end] for start, end in split(text, locale)]


@pytest.mark.parametrize(
    ("locale", "wanted"),
    [
        ("de", ["Am 3. Juli kam Dr. Lenz, z. B. mit Fr. Kern usw.", "Dann war Ruhe.", "Sie wohnt ca. 4 km weit."]),
        ("de", ["„Gehst du?“, rief Uwe.", "»Nein!«, sagte Eva.", "Sie blieb da."]),
        ("fr", ["M. Roux et Mme. Noël sont là.", "Cf. p. 7.", "Fin."]),
        ("fr", ["« Tu pars ? » demanda-t-il.", "« Non. »", "Elle resta."]),
        ("fr", ["«\u00a0Tu pars\u202f?\u00a0» demanda-t-il.", "«\u00a0Non.\u00a0»", "Elle resta."]),
        ("es", ["La Dra. Ruiz llegó a las 5 p. m. con el Sr. Díaz.", "Véase el art. 5.", "¿Y hoy?", "¡Sí!"]),
        ("es", ["La lista: 1.Pan, 2.Sal, 3.Agua.", "¿Algo más?"]),
        ("ru", ["Г-н Орлов приехал в 2021 г. в Казань.", "Он сказал: «Да!» — и ушел.", "См. ст. 5 и т. д."]),
        ("ar", ["وصل الوفد أمس.", "هل وقّع الاتفاق؟", "نعم."]),
        ("zh", ["“来吧。”他说道。", "大家走了！", "好吗？", "好。"]),
        ("ja", ["「帰ろう。」と母は言った。", "雪だ。"]),
        ("en", ["Ito et al. [2019] agree.", "It runs on AIX.", "NASA helped."]),
        ("en", ["Is it dear?", "(It was not.)", "It is now.", "It runs on Node.js and .NET today."]),
        ("fr", ["Il naquit en 40 av. J.-C. à Lyon.", "Voir l’art. 5, let. a de la loi.", "Du sel, du blé, etc.", "La suite."]),
        ("es", ["Sal, trigo, etc.", "Gracias."]),
        ("ru", ["Соль, хлеб и т. д.", "Далее о море.", "Ок. 5 млн человек."]),
        ("ar", ["«لا.» قال الرجل.", "ثم ذهب."]),
        ("zh", ["（见附件。）", "第二条。", "例如，No. 5 是对的。"]),
        ("en", ["1. The cup", "2. The lid", "3. The box"]),
        ("zh", ["船来了。", "2020年又走了。", "“很好。”", "3人参加。", "1. 引言。", "2. 背景。", "Mr. Smith来了。"]),
        ("zh", ["**重要。**", "这是**什么**？", "好。"]),
        ("en", ["It rose.^[Ask Ann] Then it fell.", "It ended."]),
        ("en", ["He left…", "Nobody saw it.", "Wait… I know.", "“Well…”", "He sat…"]),
        ("fr", ["Ils rient…", "Puis rien.", "Il hésite… puis part."]),
        ("es", ["Se fue…", "¿Y qué?", "Dijo… que sí.", "Acme Ltda. y Cía. vende."]),
        ("ru", ["Он уехал в 2020 г.", "Потом вернулся.", "В 2020 г. Москва росла.", "Он живёт в г. Москве."]),
        ("ru", ["Так было в XIX в.", "Теперь нет.", "Цена 5 тыс. руб.", "Дом на ул. Ленина.", "Ок. 10 чел. пришло."]),
        ("en", ["“Will it hold?” Minister Anna Hale asked.", '"It will!" Otto Berg replied.', "“Who knows?”", "Anna Hale left."]),
        ("en", ["He said no.", '"Why?" she asked.', "They told us no.", "“We stay.”", 'It is in room no. "B" or No. 5.']),
        ("en", ["He sang — at last! — and left.", "Ft. Worth slept.", "It takes 9 min. by boat."]),
        ("en", ["At 3.40 a.m. Mira, 29, was awake.", "She slept at 5 a.m.", "By 6 p.m. Oslo was dark."]),
        ("fr", ["Il faut 9 min. à pied.", "Puis rien."]),
        ("de", ["Mein 1. Auftritt war kurz.", "Ihr 2. Buch auch."]),
        ("ja", ["値は２．５です。", "次だ。"]),
        ("en", ["The office opened at 9 a.m. on Jan. 5 in Washington, D.C.", "It was full."]),
        ("pl", ["W 2020 r. rząd zmienił art. 5 ust. 2.", "Kupił chleb, mleko itd.", "Potem poszedł na ul. Długą.", "Koniec w 2021 r.", "Nowy port stoi."]),
        ("pl", ["Od 2019 r. Polska buduje statki.", "Prof. Nowak i dr hab. Kowal byli m.in. w Gdyni.", "Kosztuje ok. 5 tys. zł.", "W XIX w. Polska nie istniała."]),
        ("el", ["Τι κάνεις;", "Καλά είμαι."]),
        ("el", ["Ο κ. Παππάς ήρθε.", "Δηλαδή;", "Βλ. άρθρ. 5, σελ. 3.", "Ψωμί, γάλα κ.λπ.", "Μετά έφυγε."]),
        ("el", ["Πού πας\u037e", "Σπίτι."]),
        ("it", ["La dott.ssa Bruni cita l’art. 3.", "Pane, sale ecc.", "Poi tornò.", "La Rete S.p.A. firmò nel sec. XX a Roma."]),
        ("pt", ["O Dr. Lopes mora na Av. Central.", "Ver pág. 5.", "Pão, sal, etc.", "Depois saiu.", "A Mar Ltda. assinou."]),
        ("nl", ["Mevr. de Boer leest o.a. blz. 5.", "Brood, zout enz.", "Toen ging zij.", "Dat kost ca. 5 euro."]),
        ("cs", ["Ing. Dvořák četl např. čl. 5 odst. 2.", "Chléb, sůl atd.", "Potom šel.", "Přijde 1. května."]),
        ("uk", ["Див. ст. 5.", "Хліб, сіль і т. д.", "Потім пішов на вул. Садову.", "У 2020 р. Київ ріс."]),
        ("sv", ["Dvs. att hon läser t.ex. s. 5.", "Bröd, salt osv.", "Sedan gick hon."]),
        ("da", ["Jf. § 5, stk. 2, dvs. at hun læser f.eks. s. 5.", "Brød, salt osv.", "Så gik hun."]),
        ("nb", ["Jf. § 5, dvs. at hun leser f.eks. s. 5.", "Brød, salt osv.", "Så gikk hun.", "Møtet er kl. 14 i Oslo."]),
        ("no", ["Hun møtte bl.a. Dr. Berg.", "Det kostet ca. 5 mill. kroner.", "Alt gikk bra."]),
        ("nn", ["Ho las t.d. Ibsen og m.a. Fosse.", "Sjå kap. 3.", "Brød, salt o.l.", "Så gjekk ho."]),
        ("sk", ["Ing. Novák čítal napr. čl. 5 ods. 2.", "Chlieb, soľ atď.", "Potom išiel na ul. Mieru.", "Príde 1. mája."]),
        ("sk", ["Firma Lodiar, s. r. o., je pri tzv. Prístave.", "Žil v 5. stor. pred Kr.", "Zákon č. 5/2004 Z. z. platí."]),
        ("nb", ["Boken hjelper deg å forstå det.", "Og den er gratis.", "Vi går ut.", "Ann blir med.", "Se fig. 3."]),
        ("sv", ["Hon vet det.", "Han följde med.", "Sedan gick de ut.", "Sen kom natten."]),
        ("da", ["Han tog hende med.", "Så faldt han ned.", "Nu er det for sent."]),
        ("it", ["E così via.", "Se serve, apri il file.", "Lui disse di no.", "Vive in via Roma."]),
        ("it", ["Fa parte dell’UE.", "Poi venne la FAO.", "Ha firmato la DOTT. Rossi."]),
        ("nb", ["Han stoler på en CA.", "Prisene stiger.", "Se NR. Fem."]),
        ("es", ["Dijo que no.", "Debido a eso, todo va bien.", "Mire el mar.", "Vea el no. 5."]),
        ("fr", ["Elle aime l’art.", "Puis elle prit un vol.", "Le puits est à sec.", "Voir l’art. L. 12 et le vol. IV."]),
        ("de", ["Es gibt keine zweite dieser Art.", "Dann kam Art. 5 dran."]),
        ("nl", ["Dat weten we al.", "Nu de rest."]),
        ("cs", ["Nevím co.", "Pak odešel."]),
        ("hu", ["Azt mondta, hogy nem.", "Aztán elment."]),
        ("sk", ["Bol tu.", "Potom odišiel."]),
        ("tr", ["Kimsin sen.", "Bunu al.", "Sonra git."]),
        ("tr", ["Dr. Kaya geldi.", "Bkz. s. 5.", "Ekmek, tuz vb. şeyler aldı.", "Ne oldu?"]),
        ("hu", ["Dr. Kiss a XIX. században élt.", "Ld. 5. oldal.", "Kb. 5 km.", "Kenyér, só stb.", "Aztán ment."]),
        ("ro", ["Dl. Pop stă pe Str. Mare.", "Vezi art. 3 alin. (2).", "Pâine, sare etc.", "Apoi plecă."]),
        ("fi", ["Esim. tri Laine luki mm. s. 5.", "Leipää, suolaa jne.", "Sitten hän meni.", "Lauta on 5 mm.", "Se riittää."]),
        ("hr", ["Npr. dr. Kos čita čl. 5. st. 2.", "Kruh, sol itd.", "Onda ode na Ul. Mira."]),
        ("sr", ["Нпр. др Кос чита чл. 5.", "Хлеб, со итд.", "Онда оде."]),
        ("bg", ["Вж. чл. 5, ал. 2.", "Напр. проф. Илиев живее на ул. Морска.", "През 2020 г. София растеше."]),
        ("id", ["Dr. Sari tinggal di Jl. Laut No. 5.", "Lihat hlm. 5.", "Roti, garam, dll.", "Lalu pergi."]),
        ("vi", ["TS. Lan đến TP. Huế.", "Bánh, muối v.v.", "Sau đó về."]),
        ("hi", ["डॉ. शर्मा आए।", "क्या?", "हाँ।"]),
        ("hy", ["Մութ է:", "Նա գնաց։"]),
        ("km", ["គាត់មក។", "ល្អ។"]),
        ("ja", ["Ver. 1.0です。", "次だ。"]),
        ("fr", ["C.-à-d. que tout va.", "Fin."]),
        ("ru", ["Директор А.Б. Иванов и М.Ю. Орлов пришли.", "Его зовут Э. Е. Яшин.", "Пришёл Иванов А.Б.", "Он сел.", "Это витамин Б.", "Он полезен."]),
        ("ru", ["Член-корр. РАН приехал.", "С ним чл.-корр. Орлов."]),
        ("uk", ["Її бачив Є. Ю. Орлик.", "Він пішов.", "Член-кор. НАН України й чл.-кор. Бас приїхали."]),
        ("zh", ["《怎么办？》是一本书。", "他看了《谁之罪？》和〈走！〉。", "公司“Yahoo!”上市。", "他说“Go!”，走了。", "他说：“走！”", "然后走了。"]),
        ("zh", ["据U. S. News报道，他在A. T. Kearney工作。", "由Dr. Smith来，见Fig. 3。", "我们和Mr. Lee来。"]),
        ("ja", ["「Go!」と叫ぶ。", "《何？》は本です。", "Mr. Smithが来た。", "St. Gallenへ。", "私はMr. Leeです。", "U. S. Newsだ。", "これはU. S. Newsだ。"]),
        ("he", ['ד"ר כהן בא.', "הוא הלך.", 'צה"ל נסוג.']),
        ("uk", ["Вартість 5 млн грн.", "Завод працює.", "Він народився 1950 р.", "Потім переїхав.", "У 2020 р. Київ ріс.", "Так було в XIX ст.", "Тепер ні.", "У XIX ст. Київ ріс."]),
        ("fi", ["Kokous päättyi.", "3. maaliskuuta 2026 se alkoi.", "Se on n. 3. maaliskuuta."]),
        ("en", ["It is roughly 0.75 mm.", "Making it exactly 1 mm would help.", "It is 5 mm. wide."]),
        ("cs", ["Jana Nováková, Ph.D., přišla.", "Jan Malý, Ph. D., odešel."]),
        ("fr", ["Jana Nováková, Ph. D., est là.", "Elle part."]),
        ("ro", ["Conform art. 5 alin. (2) lit. a) din lege.", "Apoi plecă."]),
        ("it", ["Vive a San Polo, di S. Pietro.", "Il d.lgs. n. 196 è noto.", "Poi torna."]),
        ("pt", ["A Cia. Ltda. fechou.", "V. Exa. sabe.", "Ele é da Cia. Mar.", "É de Mar & Cia.", "Depois fechou."]),
        ("hu", ["A XX. században élt.", "Meghalt IV. Béla király.", "A II. világháború volt."]),
        ("hr", ["Živio je u XX. stoljeću.", "Umro je."]),
        ("tr", ["II. Dünya Savaşı bitti.", "XX. yüzyılda yaşadı."]),
        ("el", ["Τον 5ο αι. π.Χ. ζούσε.", "Μετά έφυγε."]),
        ("pl", ["Firma Port Sp. z o.o. ruszyła.", "Tzw. eksperci są.", "Woj. śląskie jest w XX. wieku.", "Potem nie."]),
        ("vi", ["GS.TS. Nguyễn Văn A đến.", "PGS.TS. Lan về."]),
        ("th", ["ดร. สมชาย มา 3 มี.ค. 2569 ที่ กทม. ปี พ.ศ. 2566 ดี"]),
        ("bn", ["মো. করিম এসেছেন।", "ড. রহিম গেছেন।"]),
        ("en", ["It runs on ASP.NET Core.", "Use VB.NET.", "See par. (2) and No. (3)."]),
        ("ko", ['그는 "예산을 늘렸다." 라고 말했다.', '그는 "좋습니까?" 라고 물었다.', "“정말입니까?” 라는 질문이다.", "“간다.”", "라면을 먹었다."]),
        ("ko", ["회의는 2026. 3. 5. 서울에서 열렸다.", "기간은 2026. 3. 5. ~ 2026. 4. 1.이다.", "2026년에 줄었다.", "그는Mr. Lee다.", "J. K. 롤링이다."]),
        ("bg", ["А. Б. Петров дойде.", "Той седна.", "Дойде и чл.-кор. Илиев."]),
    ],
)  # fmt: skip
def test_cuts(locale, wanted):
    joint = "" if locale in {"zh", "ja"} else " "
    assert pieces(joint.join(wanted), locale) == wanted


GOLDEN = {
    "english": ("en", 46), "french": ("fr", 5), "spanish": ("es", 33), "russian": ("ru", 42),
    "chinese": ("zh", 2), "japanese": ("ja", 4), "deutsch": ("de", 28), "italian": ("it", 36), "armenian": ("hy", 24), "dutch": ("nl", 3), "danish": ("da", 42), "greek": ("el", 1), "polish": ("pl", 1),
}  # fmt: skip


@pytest.mark.parametrize(("name", "locale", "least"), [(n, *v) for n, v in GOLDEN.items()])
def test_golden_rules(name, locale, least):
    """The golden rules of pySBD; some of the others want text changed, which we never do."""
    path = OUTSIDE / "pysbd-golden" / f"{name}.json"
    if not path.exists():
        pytest.skip("the golden rules are not here")
    cases = json.loads(path.read_text("utf-8"))
    right = sum(
        pieces(case["text"], locale) == [text.strip() for text in case["sentences"]]
        for case in cases
    )
    assert right >= least


@pytest.mark.parametrize("locale", ["en", "fr", "es", "ru", "ar", "zh", "de", "ja"])
def test_at_least_as_good_as_sentencex_on_its_own_tests(locale):
    from sentencex import segment

    path = OUTSIDE / "sentencex-tests/tests" / f"{locale}.txt"
    if not path.exists():
        pytest.skip("the tests of sentencex are not here")
    ours = theirs = 0
    for case in re.split(r"^===$", path.read_text("utf-8"), flags=re.MULTILINE):
        text, _, rest = case.partition("\n---\n")
        wanted = [line.strip() for line in rest.strip().splitlines() if line.strip()]
        if wanted:
            ours += pieces(text.strip(), locale) == wanted
            found = [part.strip() for part in segment(locale, text.strip()) if part.strip()]
            theirs += found == wanted
    assert ours >= theirs > 0
