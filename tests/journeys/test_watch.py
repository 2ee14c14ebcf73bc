"""The watch itself: pages that break each rule on purpose are found out, so that a clean run means something."""

import pytest

from tests.journeys import axe, probes

pytestmark = pytest.mark.looks

BREAKS_THE_POLICY = """<!doctype html><html lang="en-GB"><title>Control</title>
<style>p { color: red }</style><p style="color: red">Styled in the text.</p><script>document.title = "ran"</script>
<img src="http://192.0.2.1/elsewhere.png" alt="From elsewhere">"""

BREAKS_AXE = """<!doctype html><html lang="en-GB"><title>Control</title><h1>Control</h1>
<img src="/static/img/logo.svg"><button></button><select><option>One</select><p style="color: #bbb">Faint words.</p>
<a href="/1/" style="font: 9px/1 Arial">i</a><a href="/2/" style="font: 9px/1 Arial">l</a>"""

BREAKS_PROBES = """<!doctype html><html lang="fr"><title>Control</title><main>
<h1>One</h1><h1>Two</h1><h4>Four</h4><p id="same" style="font-size: 9px">Tiny</p><p id="same">Again</p>
<table><tr><th>No scope<td></td></tr><tr><td>1<td>2<td>3</tr></table>
<svg></svg><img src="/static/img/logo.svg" alt="logo.svg"><span class="tag">Red</span><nav></nav>
<form method="post"><input name="first" placeholder="Name" aria-describedby="nothing"><button>Go</button></form>
<a href="/one/">here</a> <a href="/two/" target="_blank">here</a>
<p style="width: 3000px">Wide</p></main>"""


def serve(page, html, *, policy=""):
    """Shows the page as though the site had sent it, under its policy when one is given."""
    headers = {"Content-Security-Policy": policy} if policy else {}
    page.route(
        "**/control/", lambda route: route.fulfill(body=html, content_type="text/html", headers=headers)
    )
    page.goto("/control/")
    page.wait_for_load_state()


@pytest.mark.shows("S5")
def test_a_breach_of_the_policy_is_caught_each_time(page, faults):
    policy = page.goto("/").headers["content-security-policy"]
    serve(page, BREAKS_THE_POLICY, policy=policy)
    page.evaluate("0")

    told = sorted(each for each in faults if each.startswith("policy: "))
    faults.clear()
    assert told == [
        "policy: img-src refused http://192.0.2.1/elsewhere.png on /control/",
        "policy: script-src-elem refused inline on /control/",
        "policy: style-src-attr refused inline on /control/",
        "policy: style-src-elem refused inline on /control/",
    ]
    assert page.title() == "Control"


def test_a_call_to_another_machine_is_stopped_and_told(page, faults):
    serve(page, '<!doctype html><title>Control</title><img src="http://192.0.2.1/elsewhere.png" alt="">')
    page.evaluate("0")

    told = [each for each in faults if each.startswith("asked for ")]
    faults.clear()
    assert told == ["asked for http://192.0.2.1/elsewhere.png"]


def test_an_error_of_a_script_is_told(page, faults):
    serve(
        page, "<!doctype html><title>Control</title><script>console.error('alas'); nothing.at.all()</script>"
    )
    page.evaluate("0")

    told = list(faults)
    faults.clear()
    assert told[0] == "console: alas"
    assert told[1].startswith("script: nothing is not defined")


@pytest.mark.shows("A1")
def test_axe_objects_to_what_it_should(page):
    serve(page, BREAKS_AXE)

    rules = {each.split(" on ")[0] for each in axe.problems(page)}
    assert rules >= {"image-alt", "button-name", "select-name", "color-contrast", "target-size", "region"}


@pytest.mark.shows("A3")
def test_every_probe_objects_to_a_page_that_breaks_it(page):
    serve(page, BREAKS_PROBES)

    told = {each.split(" ", 1)[1] for each in probes.problems(page)}
    assert told >= {
        "fits the width: the page is 3008 pixels wide on a screen of 1280",
        "structure: 2 headings of the first level",
        "structure: <h4> “Four” follows a heading of level 1",
        "structure: <nav> “” has no label",
        "structure: the first link does not skip to the content",
        "structure: the language is not en-GB",
        "structure: two elements have the id same",
        "tables: a table has no caption",
        "tables: : rows of 2 and 3 cells",
        "tables: : a cell without a word",
        "drawings: a drawing without role=img",
        "drawings: a drawing without a name",
        "ratings: tag lacks word or shape",
        "forms: first has no label",
        "forms: first has a placeholder for a label",
        "forms: first is described by nothing, which is not there",
        "forms: a form without its token",
        "forms: a form that lets the browser refuse",
        "forms: <button> “Go” has no type",
        "links: “here” leads to two places",
        "links: <a> “here” opens another window",
        "looks: <p> “Tiny” has a style of its own",
        "looks: <p> “Tiny” has words of 9 pixels",
    }
