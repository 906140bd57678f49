"""Lines that words within them give away, and phrases in capitals."""

from collections.abc import Sequence

import pytest

from cleaner import Columns, Line
from cleaner_blog.signs import Groups, Signs
from cleaner_blog.within import CAPTIONS, CREDITS, Kind, marks, signs
from cleaner_blog.words import phrases

WRITERS = [
    "Jane Doe is a senior reporter at the Lower Village Times, covering ropes.",
    "Jane Doe, of the lower village, is our correspondent in the tower.",
    "Erika Musterfrau ist freie Journalistin und schreibt über Fähren.",
    "Jeanne Dupont est journaliste au service des bacs.",
    "Juana Pérez es periodista y escribe sobre barcas.",
    "Jane Doe and John Roe contributed to this report.",
]
NOTES = [
    "Die Redaktion des Flussboten hat den Text nicht bearbeitet. Er kam automatisch aus dem Kanal der Fährleute.",
    "Diese Meldung wurde automatisch aus dem Basisdienst der dpa übernommen.",
    "Rösten från färjan är AI-genererad. Felaktigheter smyger sig in.",
    "abc, de; Foto: Kai Fährmann",
    "Ada Gull\u00a0| 13.11.2023 - Güncelleme : 14.11.2023",
    "渡口晚报记者 王小船 李大江",
    "記者王小船／渡口報導",
    "왕선주 기자 ferry@example.com",
    "更多内容请联系本报，如有侵权，请联系删除。",
    "渡口日报原创，转载请注明出处。",
    "市场有风险，上述内容不构成投资建议。",
    "扫一扫，在手机上打开当前页面",
    "长按识别下方二维码",
]
REPORTED = [
    "Die Kasse der Fähre wird automatisch von einem Automaten bedient.",
    "der Kai; Foto und Text von Ada Gull hängen dort.",
    "Der Antrag wurde nicht bearbeitet. Sie wartet seit drei Wochen.",
    "渡口晚报记者说桥已经塌了。",
    "记者 王小船在码头上看到，船已经开走了。",
    "警方说，他侵权的事情还在调查。",
    "他们在码头上扫描行李。每个箱子上都有一个二维码，船长不认识。",
    "기자가 배를 탔다.",
]
STAY = [
    "Jane Doe was a reporter when the rope broke, and stayed one.",
    "Jane Doe is a reporter who was arrested on the ferry in May.",
    "A reporter at the landing is nothing new, the ferryman thinks.",
    "Jane Doe wrote songs, and was never a reporter.",
    "The village contributed to this report of losses with a goat.",
]


def held(lines: Sequence[Line], groups: Groups) -> dict[int, list[Line]]:
    found = Signs(groups).held(Columns.of(lines))
    return {group: [lines[number] for number in numbers] for group, numbers in found.items()}


def marked(kinds: Sequence[Kind], *texts: str) -> list[str]:
    lines = [Line(number, text) for number, text in enumerate(texts)]
    return [mark.line.text for mark in marks(kinds, held(lines, signs(kinds)))]


@pytest.mark.parametrize("text", WRITERS)
def test_who_wrote_goes(text: str) -> None:
    assert marked(CREDITS, "The rope held.", text) == [text]


@pytest.mark.parametrize("text", NOTES)
def test_notes_go(text: str) -> None:
    assert marked(CREDITS, "渡船在周日开出。", text) == [text]


def test_who_posted_it_goes_without_a_date_too() -> None:
    assert marked(CAPTIONS, "The rope held.", "— Jane Doe (@jane_doe)", "Jane Doe (@jane_doe) posted it.") == [
        "— Jane Doe (@jane_doe)"
    ]


@pytest.mark.parametrize("text", REPORTED)
def test_what_is_told_stays(text: str) -> None:
    assert marked(CREDITS, text) == []


@pytest.mark.parametrize("text", STAY)
def test_who_is_written_about_stays(text: str) -> None:
    assert marked(CREDITS, text) == []


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("The rope held all day #ferry pic.twitter.com/AbCdEf1234", True),
        ("— Ferry Watch (@ferrywatch) May 3, 2021", True),
        ("Write to the ferryman (@ferryman) before you come.", False),
        ("The parish sold the licensing rights to the bell.", False),
    ],
)
def test_embedded_posts_and_captions(text: str, goes: bool) -> None:
    assert marked(CAPTIONS, text) == [text] * goes


@pytest.mark.parametrize("text", ["", "a", "ab", "abc", "x＝abc", "𝒜＝", "ab\nabc"])
def test_every_sign_is_found_wherever_it_stands(text: str) -> None:
    groups = (("＝", "abc"), ("bca", "𝒜bc"), ("zzz",))
    lines = [Line(number, given) for number, given in enumerate(["no", text, f"{text}abca", text])]
    expected = [[line for line in lines if any(sign in line.text for sign in group)] for group in groups]
    assert held(lines, groups) == {place: found for place, found in enumerate(expected) if found}


@pytest.mark.parametrize(
    ("groups", "message"),
    [
        ((("ab",),) * 65, "65 groups"),
        ((("ab", "c"),), "'c' is too short"),
        ((tuple(f"sign {number:05}" for number in range(6_000)),), "72000 bytes"),
    ],
)
def test_signs_that_c_has_no_room_for(groups: tuple[tuple[str, ...], ...], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Signs(groups)


@pytest.mark.parametrize("capitals", ["DEVAMINI OKU", "SON DAKİKA HABERLERİ", "ΔΙΑΒΑΣΤΕ ΕΠΙΣΗΣ"])
def test_turkish_and_greek_phrases_are_known_in_capitals(capitals: str) -> None:
    assert capitals in phrases("related")


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("Erika Musterfrau (l.) und ihre Fähre am Sonntag im Hafen", True),
        ("Jane Doe (right) shows the rope that held.", True),
        ("Die Fähre lag am Sonntag noch im Hafen. (Archivbild)", True),
        ("Die Fähre am Kai.Vergrößern des Bildes", True),
        ("214824_ferry_cover.jpg", True),
        ("토요일 항구에 들어온 배. [사진 출처 = 항구일보]", True),
        ("土曜に港に入った船（Ｃ）港通信社", True),
        ("Press the knob (left) until it clicks.", False),
        ("He sent a file called ferry.jpg to the harbour office.", False),
    ],
)
def test_captions_that_say_what_they_are(text: str, goes: bool) -> None:
    assert marked(CAPTIONS, "The rope held.", text) == [text] * goes


@pytest.mark.parametrize(
    ("text", "goes"),
    [
        ("Jane Doe | June 6, 2021", True),
        ("Jane Doe and John Roe · 06.06.2021 · 3 min", True),
        ("Erika Musterfrau schreibt seit 2019 für Fährpost und fährt selten mit.", True),
        ("Harbour News | Tides", False),
        ("Jane Doe | The ferry", False),
    ],
)
def test_who_wrote_and_when(text: str, goes: bool) -> None:
    assert marked(CREDITS, "The rope held.", text) == [text] * goes
