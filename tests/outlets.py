"""Invented outlets: for each a template, and sentences to fill it with, so that any number of its pages can be made.

In a template `{title}` and `{body}` are the article, `{number}` and `{month}` change from page to page, and
every other line is the outlet's.
"""

from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

MONTHS = ("January", "February", "March", "May", "June", "October")
MONATE = ("Januar", "Februar", "März", "Mai", "Juni", "Oktober")
MESYATSY = ("января", "февраля", "марта", "мая", "июня", "октября")


class Outlet(NamedTuple):
    """An outlet."""

    name: str
    template: str
    sentence: str
    """With holes for a word of each of `words`."""
    words: tuple[tuple[str, ...], ...]
    title: str
    asides: tuple[str, ...]
    """Lines that many of its articles share, and that are theirs."""
    months: tuple[str, ...] = MONTHS

    def pages(self, count: int) -> Iterator[tuple[str, list[str], list[str]]]:
        """Dumps; for each the lines that are the outlet's, and those that are the article's."""
        sentences = (self.sentence.format(*words) for words in product(*self.words))
        for number in range(count):
            body = [next(sentences) for _ in range(3 + number * 7 % 5)]
            article = [self.title.format(number_word(self, number)), *with_asides(body, self.asides, number)]
            holes = {"number": number + 2, "month": self.months[number % len(self.months)]}
            shown = self.template.format(title=article[0], body="\n".join(article[1:]), **holes).split("\n")
            yield "\n".join(shown), [line for line in shown if line and line not in article], article


def number_word(outlet: Outlet, number: int) -> str:
    """A word for the title of a page."""
    first, second = outlet.words[0], outlet.words[1]
    return f"{second[number % len(second)]} – {first[number // len(second) % len(first)]}"


def with_asides(body: list[str], asides: tuple[str, ...], number: int) -> list[str]:
    """The body with every second aside, each between two sentences, at a place that changes."""
    told = list(body)
    for order, aside in enumerate(asides):
        if (number + order) % 2:
            place = 1 + (number // 2 + order) % (len(body) - 1)
            told.insert(told.index(body[place]), aside)
    return told


HARBOUR = Outlet(
    "harbour-post",
    """\
Harbour Post
All the news below high water
Log in to your locker
Tides
Moorings
Fish prices
{title}
Put on paper by the night desk
{number} oars raised
{body}
Was this story seaworthy?
{number} replies from the quay
More from the pilot's chair
Printed on the upper deck since the great fog of 1911, and never once on time.
""",
    "The {} of {} told the council on {} that the {} would have to wait.",
    (
        ("keeper", "pilot", "baker", "ferryman", "teacher"),
        ("Westhaven", "Tarnmouth", "Oldsound", "Pellwick", "Reedbridge"),
        ("Monday", "Tuesday", "Thursday", "Friday"),
        ("lighthouse", "market", "new pier", "school roof", "dredger"),
    ),
    "{} Counts the Cost",
    ("Conclusion", "Mira Halloway", "And the tide came in.", "What the harbour says"),
)

ALPEN = Outlet(
    "alpen-bote",
    """\
Der Alpenbote
Talwetter und Passlage
{title}
Aus der Redaktion Hochjoch
{number}. {month} 2023, {number} Uhr
Lesedauer etwa {number} Minuten
{body}
Teilen Sie diesen Beitrag mit Ihrem Bergführer
Aus anderen Tälern
Zum Seitenanfang hinauf
Der Alpenbote erscheint, sobald der Pass offen ist.
""",
    "Nach Angaben der {} in {} wird die {} erst im {} wieder öffnen.",
    (
        ("Wirtin", "Gemeinde", "Bergwacht", "Lehrerin"),
        ("Oberjoch", "Talfelden", "Hinterbach", "Steinau", "Moosalm"),
        ("Brücke", "Hütte", "Seilbahn", "Mühle", "Schule"),
        ("Frühjahr", "Sommer", "Herbst"),
    ),
    "{}: Warten auf den Schnee",
    ("Fazit", "Was bisher geschah", "Josefa Kernbichler"),
    MONATE,
)

STEPNOY = Outlet(
    "stepnoy-listok",
    """\
Степной листок
Вести с переправы
Погода в степи
{title}
{number} {month} 2022
Прочли {number} степняков
{body}
Подписывайтесь на голубиную почту
Ещё о переправах
Листок печатается на старой мельнице и развозится по чётным дням.
""",
    "По словам {}, в {} уже {} не работает {}.",
    (
        ("паромщика", "мельника", "учительницы", "пастуха"),
        ("Заречье", "Ковыльном", "Сухой Балке", "Подгорном", "Ивановке"),
        ("неделю", "месяц", "полгода"),
        ("переправа", "мельница", "школа", "почта", "пекарня"),
    ),
    "{}: что будет с мостом",
    ("Выводы", "Как это было", "Аксинья Полевая"),
    MESYATSY,
)

KODATE = Outlet(
    "minato-dayori",
    """\
みなと便り
潮見表
船着き場案内
{title}
港の編集部より
読了まで約{number}分
{body}
この記事を回覧板に載せる
港のほかの話
みなと便りは満潮の日だけ発行しています。
""",
    "{}の{}によると、{}の{}はまだ始まっていないという。",
    (
        ("北浜", "南浜", "小島", "岬町", "入江"),
        ("漁師", "先生", "船長", "パン屋"),
        ("春", "夏", "秋", "冬"),
        ("工事", "祭り", "市場", "授業"),
    ),
    "{}の一日",
    ("まとめ", "港のこれから"),
)

UPLAND = Outlet(
    "upland-letters",
    """\
Subscribe
Upland Letters
Essays from above the tree line
{title}
An essay in {number} parts
{month} {number}, 2024
{body}
Thanks for climbing with us! Leave your email at the hut.
A letter costs nothing, {number} people carry the post
Previous letter
Next letter
No goats were harmed
""",
    "I asked the {} at {} why the {} had gone, and {}.",
    (
        ("shepherd", "postman", "glazier", "widow"),
        ("Cairn End", "Highfold", "Brackenhall", "Starling Gap"),
        ("bell", "path", "wall", "snow"),
        ("she laughed", "he shrugged", "nobody knew", "the kettle sang", "it rained"),
    ),
    "On {}, or the Weather",
    ("Sources", "So it goes on the hill.", "An answer of sorts"),
)

OUTLETS = (HARBOUR, ALPEN, STEPNOY, KODATE, UPLAND)
