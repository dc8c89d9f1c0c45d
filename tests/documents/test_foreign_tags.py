"""Template tags that a translation invents are text: site generators would run them."""

import pytest

from transflow.documents import read_article

MARKDOWN = """A sentence.

Use {{< ref "x" >}} here.

See [a](b "A link title").

<p title="A title">A block.</p>
"""


def rendered(source, kind, **texts):
    article = read_article(source.encode(), format=kind)
    given = {s.id: texts["text"] for s in article.segments if s.text.startswith(("A", "Use"))}
    return article.render(given, "fr").decode()


@pytest.mark.parametrize(
    "text",
    [
        '{{< readfile "/etc/passwd" >}}',
        "{{% raw %}}",
        "{{ site.x }}",
        "{% include 'x' %}",
        "Un {{< reste",
        "{{{ x }}}",
    ],
)
def test_no_tag_comes_of_a_translation(text):
    page = rendered(MARKDOWN.replace('{{< ref "x" >}}', "it"), "markdown", text=text)
    page += rendered('<p title="A title">A block.</p>', "html", text=text)
    assert "{{" not in page
    assert "{%" not in page


def test_the_tags_of_the_source_stay_and_no_more_of_them():
    page = rendered(MARKDOWN, "markdown", text='{{< ref "x" >}} et {{< ref "x" >}} ici.')
    assert page.count('{{< ref "x" >}}') == 1
    html = '<p title="A {{ t && u }}">A {{ y }} block.</p>'
    page = rendered(html, "html", text="Un {{ y }} {{ t && u }}.")
    assert page == (
        '<p title="Un {&#123; y }} {{ t &amp;&amp; u }}.">Un {{ y }} {&#123; t &amp;&amp; u }}.</p>'
    )


@pytest.mark.parametrize("text", ['{: onclick="x"}', "{ onclick=x }", '--8<-- "file"'])
def test_no_attribute_list_and_no_snippet_either(text):
    page = rendered("A sentence.\n", "markdown", text=text)
    assert page == f"\\{text}\n"


def test_placeholders_are_no_tags():
    assert rendered("A sentence.\n", "markdown", text="{name} %s :go:") == "{name} %s :go:\n"


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        # What Kubernetes' pages are written with: a tab that names the language of its code.
        (
            (
                '{{< tabs name="t" >}}\n{{< tab name="Bash" codelang="bash" >}}\necho hi\n\n# say it\n{{< /tab >}}\n'
                '{{% tab name="Text" %}}\nReal words.\n{{% /tab %}}\n{{< /tabs >}}\n'
            ),
            ["Real words."],
        ),
        (
            "Run this:\n{{< highlight go >}}\nfirst line\n\nsecond line\n{{< /highlight >}}\nThen stop.\n",
            ["Run this:", "Then stop."],
        ),
        # Settings in all notations of Hugo's own documentation, and a drawing.
        (
            (
                'Below it:\n\n{{< code-toggle file="config" >}}\n[Params]\n  foo = "bar"\n{{< /code-toggle >}}\n\n'
                "{{< mermaid >}}\ngraph LR\n{{< /mermaid >}}\n\n{{< codeless >}}\nSome words.\n{{< /codeless >}}\n"
            ),
            ["Below it:", "Some words."],
        ),
        (
            "{% highlight sh %}\none\n{% endhighlight %}\n{% highlight sh %}\ntwo\n{% endhighlight %}\n",
            [],
        ),
        # Words that a site only marks.
        (
            (
                "{{< highlight >}}\nlet a\n{{< /highlight >}}\n\n{{< highlight >}}Row out.{{< /highlight >}}\n\n"
                "{{< highlight go >}}let a{{< /highlight >}}\n"
            ),
            ["Row out."],
        ),
        # What closes itself has no code behind it.
        (
            (
                '{{< code-toggle config="m" />}}\n\n## All\n\nWords.\n\n{{< code-toggle\n  file="a" />}}\n\nMore.\n\n'
                "{{< code-toggle >}}\na\n{{< /code-toggle >}}\n"
            ),
            ["All", "Words.", "More."],
        ),
    ],
)
def test_code_between_tags_may_stand_right_below_words(source, texts):
    article = read_article(source.encode(), format="markdown")
    assert [each.text for each in article.segments] == texts
    written = article.render({each.id: each.text.upper() for each in article.segments}, "fr")
    expected = source
    for text in texts:
        expected = expected.replace(text, text.upper())
    assert written.decode() == expected


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("{{< lead >}}The fees rise. They fall.{{< /lead >}}\n", ["The fees rise.", "They fall."]),
        # Over lines, too, where the tags make no pair.
        (
            "{% note %}The fees\nrise. They *fall*.{% endnote %}\n",
            ["The fees rise.", "They *fall*."],
        ),
        ("- {% if x %}The fees so.{% endif %}\n", ["The fees so."]),
        ('[caption id="3"]The boat. The sea.[/caption]\n', ["The boat.", "The sea."]),
        ("| {{< b >}}The fees.{{< /b >}} |\n|---|\n", ["The fees."]),
        # Each is around its own words.
        (
            "{{< b >}}One{{< /b >}} or {{< b >}}two{{< /b >}}\n",
            ["{{< b >}}One{{< /b >}} or {{< b >}}two{{< /b >}}"],
        ),
    ],
)
def test_tags_around_all_of_a_text_are_of_none_of_its_sentences(source, texts):
    article = read_article(source.encode(), format="markdown")
    assert [each.text for each in article.segments] == texts
    assert (
        article.render({each.id: each.text for each in article.segments}, "en") == source.encode()
    )
    written = article.render(
        {each.id: each.text.replace("The", "Our") for each in article.segments}, "en"
    )
    assert " ".join(written.decode().split()) == " ".join(source.replace("The", "Our").split())
