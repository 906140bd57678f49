"""Reuters, www.reuters.com."""

import re

from cleaner import Extent, Fact, Profile, Rule, hookimpl

STANDARDS = r"Our Standards: The Thomson Reuters Trust Principles\..*"
SIGNS = (STANDARDS, "Advertisement · Scroll to continue", "Thomson Reuters Products", "Information you can trust")
MENU = frozenset(
    {
        "Breakingviews",
        "Business",
        "Exclusive news, data and analytics for financial market professionals",
        "Legal",
        "Markets",
        "Sustainability",
        "World",
    }
)
NAME = r"\p{Lu}[\p{L}.'’-]+(?: \p{Lu}[\p{L}.'’-]+)+"


@hookimpl
def profiles():
    return [Profile("reuters", plugins=("reuters", "blog"), hosts=("reuters.com",), fingerprints=SIGNS)]


@hookimpl
def rules():
    return [
        Rule(
            "standards",
            "navigation",
            line=STANDARDS,
            extent=Extent.AFTER,
            given="Thomson Reuters Products|Purchase Licensing Rights.*|Read Next.*",
            sample="Our Standards: The Thomson Reuters Trust Principles.",
            why="the end of the article",
        ),
        Rule("byline", "credits", line=rf"By {NAME}(?:(?:,| and) {NAME})*", sample="By Ada Pier and Bo Quay"),
        Rule("menu", "navigation", phrases=MENU, sample="Breakingviews"),
    ]


@hookimpl
def find_metadata(page):
    for above, line in zip(page.lines, page.lines[1:]):
        if page.claims.get(line.number) == "reuters/byline":
            yield Fact("authors", tuple(re.split(", | and ", line.body.removeprefix("By "))), line, "byline")
            yield Fact("title", above.body, above, "above the byline")
