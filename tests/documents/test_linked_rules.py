"""ITS rules in a file beside an article hold in a project's runs, also after they change."""

import polib

from tests.project import make, replace, write

WORKFLOW = """\
locales:
  fr: {engine: none}
site: {title: News, base_url: "https://news.example.org/"}
"""
RULES = """\
<its:rules xmlns:its="http://www.w3.org/2005/11/its" xmlns:h="http://www.w3.org/1999/xhtml" version="2.0">
<its:translateRule selector="//h:p[@class='legal']" translate="no"/>
</its:rules>
"""
PAGE = """\
<html lang="en"><head><title>Opening</title><link rel="its-rules" href="rules.xml"></head>
<body><p>The doors open.</p><p class="legal">All rights reserved.</p></body></html>
"""


def test_rules_beside_an_article(tmp_path):
    write(tmp_path / "articles" / "opening.html", PAGE)
    rules = write(tmp_path / "articles" / "rules.xml", RULES)
    project = make(tmp_path, WORKFLOW, other="Another article.\n")
    catalog = tmp_path / "locales/fr/LC_MESSAGES/opening.po"

    def msgids():
        project.translate()
        return [entry.msgid for entry in polib.pofile(str(catalog)) if not entry.obsolete]

    assert msgids() == ["Opening", "The doors open."]
    replace(rules, 'translate="no"', 'translate="yes"')
    assert msgids() == ["Opening", "The doors open.", "All rights reserved."]
