import pytest

from transflow.translation.titles import mended


@pytest.mark.parametrize(
    ("source", "draft", "locale", "expected"),
    [
        ("Mrs. Karen Whitfield spoke.", "M. Karen Whitfield a parlé.", "fr", "Mme Karen Whitfield a parlé."),
        ("Ms. Holt spoke.", "El Sr. Holt habló.", "es", "La Sra. Holt habló."),
        ("Mrs. Holt spoke.", "Г-н Холт выступил.", "ru", "Г-жа Холт выступил."),
        ("Mrs. Whitfield spoke.", "惠特菲尔德先生说。", "zh-Hans", "惠特菲尔德女士说。"),
        ("Mrs. Holt spoke.", "تحدث السيد هولت.", "ar", "تحدث السيدة هولت."),
        ("Mr. Holt spoke.", "Mme Holt a parlé.", "fr", "M. Holt a parlé."),
        ("Mr. Gareth Pugh and Mrs. Susan Pugh came.", "M. Gareth Pugh et M. Susan Pugh sont venus.", "fr",
         "M. Gareth Pugh et Mme Susan Pugh sont venus."),
        ("We thank Dr. Nguyễn Thị Minh Khai.", "我们感谢Dr. Nguyễn Thị Minh Khai。", "zh-Hans", "我们感谢Nguyễn Thị Minh Khai博士。"),
        ("Mr. and Mrs. Pugh came.", "M. et Mme Pugh sont venus.", "fr", "M. et Mme Pugh sont venus."),
        ("Ladies and gentlemen, Mrs. Holt.", "Mesdames et messieurs, Mme Holt.", "fr", "Mesdames et messieurs, Mme Holt."),
        ("Dr. Fatima Haddad spoke.", "M. Fatima Haddad a parlé.", "fr", "Dr Fatima Haddad a parlé."),
        ("Dr. Fatima Haddad spoke.", "La Dra. Fatima Haddad habló.", "es", "La Dra. Fatima Haddad habló."),
        ("Dr Fatima Haddad spoke.", "La Dra Fatima Haddad habló.", "es", "La Dra. Fatima Haddad habló."),
        ("Dr. Fatima Haddad spoke.", "El Fatima Haddad habló.", "es", "El Dr. Fatima Haddad habló."),
        ("Prof. Elena Rossi spoke.", "Elena Rossi a parlé.", "fr", "Pr Elena Rossi a parlé."),
        ("Dr. Fatima Haddad spoke.", "La médica Fatima Haddad y la doctora Ana.", "es", "La médica Fatima Haddad y la doctora Ana."),
        ("Prof. Elena Rossi spoke.", "Prof. Elena Rossi讲话。", "zh-Hans", "Elena Rossi教授讲话。"),
        ("Prof. Elena Rossi spoke.", "Prof. Elena Rossi выступила.", "ru", "проф. Elena Rossi выступила."),
        ("Mrs. Ana Souza spoke.", "El Sr.a. Ana Souza habló.", "es", "La Sra. Ana Souza habló."),
        ("Mr. Li Wei spoke.", "« Oui », a dit Mr. Li Wei.", "fr", "« Oui », a dit M. Li Wei."),
        ("The M. Night film.", "Le film de M. Night.", "fr", "Le film de M. Night."),
    ],
)  # fmt: skip
def test_titles_keep_their_sex(source, draft, locale, expected):
    assert mended(source, draft, locale) == expected
