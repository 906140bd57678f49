"""Pages of an invented outlet as somebody saves them, for what is made from saved pages."""

from pathlib import Path
from typing import NamedTuple


class Story(NamedTuple):
    """An article of the Harbour Gazette."""

    slug: str
    title: str
    author: str
    paragraphs: tuple[str, ...]


FERRY = Story(
    "ferry",
    "The Ferry Returns",
    "Jana Example",
    (
        "After two years in the yard, the old ferry crossed the sound again on Tuesday.",
        "Nobody on the pier had slept, and the band played until the tide turned.",
        "The next crossing is on Thursday, if the new bell holds.",
    ),
)
BELL = Story(
    "bell",
    "A Bell for the Pier",
    "Marek Muster",
    (
        "The pier has a new bell, and the gulls have not forgiven it.",
        "It was cast from eleven church doorknobs and rings a little flat.",
        "On Sundays it will be wrapped in a blanket, the council decided.",
    ),
)
CRABS = Story(
    "crabs",
    "Who Counts the Crabs",
    "Jana Example",
    (
        "The keeper counts the crabs each morning, and writes the number on the door.",
        "There are more of them every year, she says, and fewer doors.",
        "The university has promised to send somebody with a second door.",
    ),
)
STORIES = (FERRY, BELL, CRABS)


def page(number: int, story: Story) -> str:
    """A page of the Gazette."""
    paragraphs = "\n".join(f"<p>{paragraph}</p>" for paragraph in story.paragraphs)
    return f"""\
<!DOCTYPE html>
<html lang="en"><head><title>{story.title} | Harbour Gazette</title>
<link rel="canonical" href="https://www.gazette.example/{story.slug}">
<meta property="og:title" content="{story.title}"><meta name="author" content="{story.author}">
<script type="application/ld+json">
{{"@type": "NewsArticle", "headline": "{story.title}", "datePublished": "2024-05-1{number}"}}
</script>
<script>track("{story.paragraphs[0]}")</script></head>
<body><nav><a href="/">Home</a></nav>
<div class="tides"><p>High water</p><p>0{number}:12, 3.{number} m</p></div>
<main class="page"><h1>{story.title}</h1><p>Told to the Gazette by {story.author}</p>
<div class="story">
{paragraphs}
<p class="pic">Sketch: {story.author}</p>
</div></main>
<div class="elsewhere"><p>In other harbours</p><p><a href="/x">The pilots of Westhaven bought a bicycle</a></p></div>
<p>Printed below the high-water mark</p></body></html>
"""


def dump(number: int, story: Story) -> str:
    """The same page, as a scraper left it."""
    body = "\n\n".join(story.paragraphs)
    return f"""\
Home

High water
0{number}:12, 3.{number} m

{story.title}

Told to the Gazette by {story.author}

{body}

Sketch: {story.author}

In other harbours
The pilots of Westhaven bought a bicycle

Printed below the high-water mark
"""


def save(folder: Path, made=page, suffix: str = ".html") -> Path:
    """A folder with the pages, or the dumps of them."""
    folder.mkdir(exist_ok=True)
    for number, story in enumerate(STORIES):
        (folder / f"{story.slug}{suffix}").write_text(made(number, story), encoding="utf-8")
    return folder
