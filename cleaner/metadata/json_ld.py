"""What a page says of itself in JSON-LD: the article's own node, never a claim, a comment or a teaser inside it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, NamedTuple

from cleaner.metadata.dates import iso_date, written_day
from cleaner.metadata.letters import joined
from cleaner.metadata.names import people
from cleaner.metadata.words import tidy
from cleaner.model import Fact, Image
from cleaner.segment.json_ld import DEEPEST, MOST_NODES, nodes

Node = Mapping[str, Any]

_ARTICLES = frozenset(("Report", "Review", "Recipe", "HowTo", "Blog"))
_KINDS_OF_ARTICLE = ("Article", "BlogPosting", "MediaPosting", "ForumPosting")
_PAGE = frozenset({"WebPage", "ItemPage", "FAQPage", "MedicalWebPage", "CollectionPage", "AboutPage"})
_TEXTS = (
    ("title", "headline"),
    ("summary", "description"),
    ("section", "articleSection"),
    ("language", "inLanguage"),
)
_DAYS = (("published", "datePublished"), ("modified", "dateModified"))
_MOST_SITES = 20
SOURCE = "json-ld"
PAGE_SOURCE = "json-ld page"
"""The node of the web page says when the page was made; the article's own node is asked first."""


class Stated(NamedTuple):
    """What the blocks of a page say, the article's own node apart from what the page's own face knows better."""

    article: tuple[Fact, ...] = ()
    page: tuple[Fact, ...] = ()
    sites: tuple[str, ...] = ()
    """Names of the publisher and of the web site."""


def from_json_ld(values: Iterable[Any], title: str = "") -> Stated:
    """Read what the blocks hold. Among several articles the one with the title of the page is its own."""
    known = [(node, _types(node)) for node in islice((node for value in values for node in nodes(value)), MOST_NODES)]
    if not known:
        return Stated()
    by_id = {node["@id"]: node for node, _ in reversed(known) if isinstance(node.get("@id"), str) and len(node) > 1}
    article = _article([node for node, types in known if any(map(_is_article, types))], title)
    page = next((node for node, types in known if not _PAGE.isdisjoint(types)), None)
    own = tuple(_facts(article, by_id, SOURCE)) if article is not None else ()
    return Stated(
        own,
        (
            *(_facts(page, by_id, PAGE_SOURCE) if page is not None else ()),
            *(_written(article, {fact.field for fact in own}) if article is not None else ()),
        ),
        tuple(islice(_sites([node for node, types in known if "WebSite" in types], article, by_id), _MOST_SITES)),
    )


def _types(node: Node) -> Sequence[str]:
    types = node.get("@type")
    if isinstance(types, str):
        return (types,)
    return [name for name in types if isinstance(name, str)] if isinstance(types, list) else ()


def _is_article(name: str) -> bool:
    return name in _ARTICLES or name.endswith(_KINDS_OF_ARTICLE)


def _article(articles: Sequence[Node], title: str) -> Node | None:
    """The first article; among several one that has the page's title, and tells something."""
    if len(articles) < 2:
        return articles[0] if articles else None
    wanted = joined(title)
    named = [(joined(_text(node.get("headline"))), node) for node in articles]
    titled = [node for own, node in named if own and (own in wanted or wanted in own)]
    telling = (node for node in titled or articles if "datePublished" in node or "headline" in node)
    return next(telling, articles[0])


def _text(value: Any) -> str:
    """A string, or the first of a list, or the `@value` of an object."""
    for _ in range(3):
        if isinstance(value, str):
            return tidy(value)
        if isinstance(value, list) and value:
            value = value[0]
        elif isinstance(value, dict):
            value = value.get("@value")
        else:
            break
    return ""


def _facts(node: Node, by_id: Mapping[str, Node], source: str) -> Iterator[Fact]:
    for field, key in _TEXTS:
        if key in node and (text := _text(node[key])):
            yield Fact(field, text, None, source)
    for field, key in _DAYS:
        if key in node and (moment := _date(node[key])):
            yield Fact(field, moment, None, source)
    if source == SOURCE:
        yield from _own_facts(node, by_id)


def _own_facts(node: Node, by_id: Mapping[str, Node]) -> Iterator[Fact]:
    """What only the article's node is asked."""
    found = people(_names(node.get("author") or node.get("creator"), by_id))
    if found.authors:
        yield Fact("authors", found.authors, source=SOURCE)
    if found.agencies:
        yield Fact("agencies", found.agencies, source=SOURCE)
    if "keywords" in node and (tags := _tags(node["keywords"])):
        yield Fact("tags", tags, source=SOURCE)
    if "image" in node and (image := _image(node["image"], by_id)):
        yield Fact("image", image, source=SOURCE)
    if "license" in node and (text := _text(node["license"])):
        yield Fact("license", text, source=SOURCE)
    if isinstance(free := node.get("isAccessibleForFree"), bool | str):
        lowered = str(free).strip().lower().rpartition("/")[2]
        if lowered in ("true", "false"):
            yield Fact("free_access", lowered == "true", source=SOURCE)


def _written(node: Node, given: Collection[str]) -> Iterator[Fact]:
    """Days that stand there as for people, `Dec 3, 2025`: site builders fill in when the page was last put out."""
    for field, key in _DAYS:
        if key in node and field not in given and (day := written_day(_text(node[key]))):
            yield Fact(field, day, source=SOURCE)


def _date(value: Any) -> str | None:
    if isinstance(value, int) and not isinstance(value, bool):
        return iso_date(str(value))
    return iso_date(text) if (text := _text(value)) else None


def _names(value: Any, by_id: Mapping[str, Node], depth: int = 0) -> Iterator[str]:
    """Names out of a string, an object with a name, a list of either; a reference is followed."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, list) and depth < DEEPEST:
        for item in value[:100]:
            yield from _names(item, by_id, depth + 1)
    elif isinstance(value, dict):
        name = value.get("name")
        if name is None and isinstance(ident := value.get("@id"), str):
            name = by_id.get(ident, {}).get("name")
        if isinstance(name, list):
            yield from (item for item in name[:100] if isinstance(item, str))
        elif isinstance(name, str):
            yield name


def _tags(value: Any) -> tuple[str, ...]:
    items = value if isinstance(value, list) else [value]
    texts = (tidy(part) for item in items[:200] if isinstance(item, str) for part in item.split(","))
    return tuple(dict.fromkeys(text for text in texts if text and "://" not in text))


def _image(value: Any, by_id: Mapping[str, Node]) -> Image | None:
    """The first image: its address, and caption and credit as the page gives them."""
    value = value[0] if isinstance(value, list) and value else value
    if isinstance(value, str):
        return Image(tidy(value)) if value.strip() else None
    if not isinstance(value, dict):
        return None
    node = value if len(value) > 1 or not isinstance(value.get("@id"), str) else by_id.get(value["@id"], value)
    address = _text(node.get("url")) or _text(node.get("contentUrl")) or _text(node.get("@id"))
    credit = next(iter(_names(node.get("creditText") or node.get("creator") or node.get("copyrightHolder"), by_id)), "")
    return Image(address, _text(node.get("caption")) or None, tidy(credit) or None) if address else None


def _sites(web_sites: Iterable[Node], article: Node | None, by_id: Mapping[str, Node]) -> Iterator[str]:
    publishers = [article.get("publisher")] if article is not None else []
    for name in _names(publishers, by_id):
        yield tidy(name)
    yield from filter(None, (_text(node.get("name")) for node in web_sites))
