"""What only a site generator runs is on no page, and the author is told."""

import pytest

from transflow.publishing.generators import untagged, without_tags

from .newsroom import Newsroom


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>{{&lt; figure src=&quot;a.jpg&quot; &gt;}}</p>", ""),
        ("<p>Before {{ page.title }} after</p>", "<p>Before  after</p>"),
        ("<p>{% if x %}Seen.{% endif %}</p>", "<p>Seen.</p>"),
        ("<p>A note.\n{: .note }</p>", "<p>A note.\n</p>"),
        ('<p><img src="a.png">{ width=&quot;30&quot; }</p>', '<p><img src="a.png"></p>'),
        ("<p>{/* not for readers */}</p><p>x</p>", "<p>x</p>"),
        ("<p>{% comment %}</p>\n<p>secret</p>\n<p>{% endcomment %}</p>\n<p>x</p>", "<p>x</p>"),
        ("<p>a {{/* secret */}}b</p>", "<p>a b</p>"),
        ("<p>{{&lt; comment &gt;}} secret {{&lt; /comment &gt;}}x</p>", "<p>x</p>"),
        ("<p>{::comment} secret {:/comment}x</p>", "<p>x</p>"),
        ("<p>import Tabs from '@theme/Tabs';\nimport T from '@theme/T';</p>", ""),
        ('<p>{{ <a href="https://x.org">https://x.org</a> }} y</p>', "<p> y</p>"),
        ("<p>--8&lt;-- &quot;includes/abbr.md&quot;</p>\n<p>x</p>", "<p>x</p>"),
        ("<p>--8&lt;--\na.md\nb.md\n--8&lt;--</p>", ""),
        ("<p>A --8&lt;-- in a text</p>", "<p>A --8&lt;-- in a text</p>"),
        # Code is shown as it is, and so is what no generator would run.
        ("<p><code>{{ page.title }}</code></p>", "<p><code>{{ page.title }}</code></p>"),
        ("<pre><code>{% if x %}</code></pre>", "<pre><code>{% if x %}</code></pre>"),
        (
            "<p>{{ never closed</p><p>}} nor opened</p>",
            "<p>{{ never closed</p><p>}} nor opened</p>",
        ),
        ("<p>Dear {name}, {0} of {b}.</p>", "<p>Dear {name}, {0} of {b}.</p>"),
        ("<p>{{ <em>x }}</p><p>y</em></p>", "<p>{{ <em>x }}</p><p>y</em></p>"),
        ("<h2>Fees {#fees}</h2>", "<h2>Fees {#fees}</h2>"),
        ("<p>import duties from 'Norland' rise</p>", "<p>import duties from 'Norland' rise</p>"),
    ],
)
def test_what_is_shown(html, shown):
    assert without_tags(html)[0] == shown


def test_comments_are_nothing_to_tell():
    assert without_tags("<p>{{/* a */}}{% comment %} b {% endcomment %}</p>")[1] == ()


def test_a_snippet_that_is_not_there_is_told():
    html = "<p>--8&lt;-- &quot;a.md&quot;</p>"
    assert without_tags(html)[1] == ('--8<-- "a.md"',)


def test_a_description_has_none_either():
    assert untagged("See {{< ref x >}} and  {% if y %}this{% endif %}.") == "See and this."


ARTICLE = """# Fees

{{< figure src="fees.jpg" >}}

The fee is {{ site.fee }} euros, in all {{< currency >}} zones of the union and beyond it.
{: .lead }

```
{{ kept }}
```
"""


def told(report):
    return {
        (one.line, one.message.split(" is for")[0])
        for one in report.findings
        if one.rule == "template-tag"
    }


def test_a_page_shows_no_tags_and_a_finding_names_them(tmp_path):
    room = Newsroom.make(tmp_path, {"fees.md": ARTICLE})
    report = room.publish()
    page = (room.root / "public/en/fees/index.html").read_text()
    assert "site.fee" not in page
    assert "figure src" not in page
    assert "{{ kept }}" in page
    assert told(report) == {
        (3, '{{< figure src="fees.jpg" >}}'),
        (5, "{{ site.fee }}"),
        (5, "{{< currency >}}"),
    }


def test_a_tag_is_told_once_whatever_its_translation_and_marks_are(tmp_path):
    text = '# Fees\n\nAll of them.\n\n{{< figure src="a.jpg" caption="By *resident* firms" >}}\n'
    room = Newsroom.make(tmp_path, {"fees.md": text}, source={"tag_arguments": ["caption"]})
    room.translate("fr", "fees")
    report = room.publish()
    (finding,) = [one for one in report.findings if one.rule == "template-tag"]
    assert finding.line == 5


def test_who_uses_a_generator_alone_is_not_told(tmp_path):
    site = {"title": "Harbour News", "outputs": ["hugo"]}
    room = Newsroom.make(tmp_path, {"fees.md": ARTICLE}, site=site)
    assert told(room.publish()) == set()


def test_a_page_that_lacks_something_is_told_of_beside_a_generators_output(tmp_path):
    site = {"title": "Harbour News", "outputs": ["html", "hugo"]}
    room = Newsroom.make(tmp_path, {"fees.md": ARTICLE}, site=site)
    assert (5, "{{ site.fee }}") in told(room.publish())


LINKS = """# Start

See the [install *guide*]({% link docs/install.md %}), [last year]({% post_url 2025-01-07-hello %}),
[fees]({{< relref "fees.md#all" >}} "Tip"), [rules][r], [gone]({{ site.url }}/gone) and `[x]({% link y %})`.

[r]: {{% ref "/rules.md" %}} "The rules"
"""


def test_links_that_generators_fill_in_lead_to_articles(tmp_path):
    """Words whose tag names no article are words alone, and the author is told."""
    room = Newsroom.make(
        tmp_path,
        {
            "docs/start.md": LINKS,
            "docs/install.md": "# Install\n",
            "_posts/2025-01-07-hello.md": "# Hello\n",
            "docs/fees.md": "# Fees\n\n## All\n",
            "rules.md": "# Rules\n",
        },
    )
    room.translate("fr", "docs/start", "docs/fees")
    report = room.publish()
    english, french = (room.page(f"{tag}/docs/start") for tag in ("en", "fr"))
    assert '<a href="../install/">install <em>guide</em></a>' in english
    assert '<a href="../../_posts/2025-01-07-hello/">last year</a>' in english
    assert '<a href="../fees/#all">fees</a>' in english
    assert '<a href="../../rules/">rules</a>' in english
    assert "gone and <code>[x]({% link y %})</code>" in english
    assert 'href="../fees/#all"' in french
    assert 'href="../../../en/docs/install/" hreflang="en"' in french
    dead = [one.message for one in report.findings if one.rule == "link-dead"]
    assert dead == ["the link '{{ site.url }}/gone' leads nowhere on pages"]
