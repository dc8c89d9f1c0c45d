"""Small words that turn a sentence round in a health newsroom's articles: rarely, even if, only for, all but, until, not."""

import pytest

RARELY = "The incubation period is usually 10 to 14 days and rarely exceeds 21 days."
VISIT = "See your doctor six to eight weeks before departure, and no later than four weeks before."
SIX = "None of them led to court proceedings, and all but six were settled within 30 days."
SPREAD = "The disease does not spread from person to person."
TOWER = "The tower may not be restarted until three samples in a row are clean."
GUIDED = "Admission is free; registration is required only for the guided tours."
DEATHS = "Excess mortality was lower than in 2023 but higher than before the pandemic."
LIMB = "Never give more than two injections into the same limb."
EVEN = "Wash the wound and seek treatment, even if vaccinated."
FINE = [
    ("fr", RARELY, "L'incubation dure généralement de 10 à 14 jours et dépasse rarement 21 jours."),
    ("ar", RARELY, "تتراوح فترة الحضانة غالبا بين 10 أيام و14 يوما، ونادرا ما تتجاوز 21 يوما."),
    ("es", VISIT, "Acuda al médico de seis a ocho semanas antes de la salida, como muy tarde cuatro semanas antes."),
    ("zh-Hans", VISIT, "出发前六至八周就医，最迟不晚于出发前四周。"),
    ("es", SIX, "Ninguna acabó en los tribunales y todas menos seis se resolvieron en 30 días."),
    ("es", SIX, "Ninguna llegó a los tribunales y solo seis tardaron más de 30 días en resolverse."),
    ("ru", "The tunnel came up two metres short of the wall.", "Туннель вышел на поверхность в двух метрах от стены."),
    ("ru", "The party lost all but three of its seats.", "Партия сохранила лишь три места."),
    ("zh-Hans", "The opposition won all but two of the seats.", "反对党只丢掉了两个席位。"),
    ("fr", SPREAD, "La maladie ne se transmet pas de personne à personne."),
    ("zh-Hans", SPREAD, "该病不会人传人。"),
    ("zh-Hans", "The right to privacy does not end at the border.", "隐私权并不止于国境。"),
    ("ru", "The mechanism is not exclusive to this service.", "Этот механизм используется не только в этой службе."),
    ("fr", "I don't want my songs to be free.", "Je ne veux pas que mes chansons soient gratuites."),
    ("ru", TOWER, "Градирню нельзя запускать, пока три пробы подряд не окажутся чистыми."),
    ("ar", TOWER, "لا يجوز إعادة تشغيل البرج قبل أن تكون ثلاث عينات متتالية نظيفة."),
    ("ar", GUIDED, "الدخول مجاني، ولا يلزم التسجيل إلا للجولات المصحوبة بمرشد."),
    ("ru", GUIDED, "Вход свободный; регистрация требуется только на экскурсии."),
    ("ru", EVEN, "Промойте рану и обратитесь за помощью, даже если вы привиты."),
    ("zh-Hans", "Coverage is well below the 95% needed.", "接种率远不及所需的95%。"),
    ("zh-Hans", "Travel costs are reimbursed up to £150.", "旅费最多可报销150英镑。"),
    ("fr", DEATHS, "La surmortalité a été plus faible qu'en 2023 mais plus élevée qu'avant la pandémie."),
    ("es", DEATHS, "El exceso de mortalidad fue menor que en 2023, pero mayor que antes de la pandemia."),
    ("fr", LIMB, "N'administrez jamais plus de deux injections dans le même membre."),
    ("ar", LIMB, "لا تعط أكثر من حقنتين في الطرف نفسه."),
    ("zh-Hans", LIMB, "切勿在同一肢体注射两针以上。"),
]  # fmt: skip
FALSE = [
    # rule, locale, source, translation
    ("opposites", "fr", RARELY, "L'incubation dure généralement de 10 à 14 jours et dépasse souvent 21 jours."),
    ("opposites", "zh-Hans", RARELY, "潜伏期通常为10至14天，往往超过21天。"),
    ("lost-words", "ru", RARELY, "Инкубационный период обычно составляет 10–14 дней и превышает 21 день."),
    ("opposites", "fr", VISIT, "Consultez votre médecin six à huit semaines avant le départ, au plus tôt quatre semaines avant."),
    ("opposites", "ru", VISIT, "Обратитесь к врачу за шесть–восемь недель до отъезда, но не раньше чем за четыре недели."),
    ("opposites", "es", SIX, "Ninguna acabó en los tribunales y solo seis se resolvieron en 30 días."),
    ("opposites", "ar", SIX, "لم يصل أي منها إلى القضاء، وسُويت ست منها فقط في غضون 30 يومًا."),
    ("opposites", "fr", SPREAD, "La maladie ne se transmet que de personne à personne."),
    ("opposites", "es", SPREAD, "La enfermedad no solo se transmite de persona a persona."),
    ("opposites", "ru", SPREAD, "Болезнь передаётся не только от человека к человеку."),
    ("opposites", "ar", SPREAD, "لا ينتقل المرض إلا من شخص إلى آخر."),
    ("opposites", "zh-Hans", SPREAD, "该病不仅会人传人。"),
    ("opposites", "ru", TOWER, "Градирню нельзя запускать, если три пробы подряд чистые."),
    ("opposites", "zh-Hans", TOWER, "连续三个样本干净时，不得重启冷却塔。"),
    ("opposites", "ar", GUIDED, "الدخول مجاني؛ والتسجيل مطلوب إلا للجولات المصحوبة بمرشد."),
    ("opposites", "ru", GUIDED, "Вход свободный; регистрация не требуется только на экскурсии."),
    ("opposites", "ru", EVEN, "Промойте рану и обратитесь за помощью, если вы не привиты."),
    ("opposites", "fr", DEATHS, "La surmortalité a été plus élevée qu'en 2023 mais plus faible qu'avant la pandémie."),
    ("opposites", "ru", DEATHS, "Избыточная смертность была выше, чем в 2023 году, но ниже, чем до пандемии."),
    ("opposites", "zh-Hans", DEATHS, "超额死亡率高于2023年，但低于疫情前。"),
    ("opposites", "ar", DEATHS, "كانت الوفيات الزائدة أعلى من عام 2023 لكنها أقل مما كانت عليه قبل الجائحة."),
    ("limits", "fr", LIMB, "N'administrez jamais moins de deux injections dans le même membre."),
    ("limits", "ar", LIMB, "لا تعط أقل من حقنتين في الطرف نفسه."),
    ("limits", "es", LIMB, "Nunca ponga menos de dos inyecciones en el mismo miembro."),
    ("limits", "ru", LIMB, "Не делайте меньше двух инъекций в одну и ту же конечность."),
    ("limits", "zh-Hans", LIMB, "切勿在同一肢体注射少于两针。"),
    ("opposites", "es", "Coverage is nine points short of the goal.", "La cobertura está nueve puntos por encima del objetivo."),
    ("opposites", "es", "Cover of the over-65s is nine points short of the goal.", "La cobertura de los mayores de 65 años está nueve puntos por encima del objetivo."),
    ("opposites", "ar", "It lasts more than 48 hours or exceeds 39.5 °C.", "تستمر أكثر من 48 ساعة ولم تتجاوز 39.5 °C."),
    ("lost-words", "zh-Hans", "Coverage is well below the 95% needed.", "接种率接近所需的95%。"),
    ("lost-words", "ar", "If you were born after 1970, see your doctor.", "إذا ولدت في عام 1970 فراجع طبيبك."),
    ("lost-words", "fr", "Travel costs are reimbursed up to £150.", "Les frais de voyage sont remboursés à 150 £."),
]  # fmt: skip


@pytest.mark.parametrize("pair", FINE)
def test_what_is_right_is_let_be(rules, pair):
    locale, source, right = pair
    assert not rules(source, right, locale)


@pytest.mark.parametrize("pair", FALSE)
def test_what_is_turned_round_or_lost_is_told(rules, pair):
    rule, locale, source, wrong = pair
    assert rule in rules(source, wrong, locale)
