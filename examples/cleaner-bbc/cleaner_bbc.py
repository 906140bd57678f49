"""BBC News, www.bbc.com and www.bbc.co.uk."""

from cleaner import Extent, Fact, Profile, Rule, hookimpl

SIGNS = (
    "British Broadcasting Corporation",
    r"Copyright (?:© )?\d{4} BBC\. .+",
    "The BBC is in multiple languages",
    "Read the BBC In your own language",
)
END = r"Copyright (?:© )?\d{4} BBC\. .+"
MENU = frozenset("Home News Sport Business Innovation Culture Travel Earth Audio Video Live Weather".split())


@hookimpl
def profiles():
    return [Profile("bbc", plugins=("bbc", "blog"), hosts=("bbc.com", "bbc.co.uk"), fingerprints=SIGNS)]


@hookimpl
def rules():
    return [
        Rule("body", "navigation", outside="article", sample="<article>Text</article><p>Menu</p>"),
        Rule("byline", "credits", css="[data-component=byline-block]", sample="<p data-component=byline-block>A</p>"),
        Rule(
            "tags",
            "navigation",
            css="[data-component=tags], [data-component=tag-list-block]",
            sample="<div data-component=tags>Tides</div>",
        ),
        Rule("links", "navigation", css="[data-component=links-block]", sample="<p data-component=links-block>More"),
        Rule(
            "related",
            "navigation",
            phrases=frozenset({"More from the BBC"}),
            extent=Extent.AFTER,
            given=END,
            sample="More from the BBC",
            why="other articles, up to the copyright",
        ),
        Rule("menu", "navigation", phrases=MENU, sample="Innovation"),
        Rule("owner", "navigation", phrases=frozenset(SIGNS[:1]), sample=SIGNS[0], why="alt text of the logo"),
    ]


@hookimpl
def find_metadata(page):
    for above, line in zip(page.lines, page.lines[1:]):
        in_dump = page.tree is None and line.number not in page.claims and not line.marker
        if in_dump and page.claims.get(above.number) == "bbc/menu":
            yield Fact("title", line.body, line, "below the menu")
