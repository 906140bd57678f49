"""Who wrote it, and under which headline, on pages whose scripts have neither capitals nor blanks."""

import pytest

from cleaner import Cleaner
from cleaner.metadata.east_asian import named

ENGINE = Cleaner()
HEADLINE = "老渡口的最后一班船周日开出"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("作者：王小船", ("王小船",)),
        ("2021-06-06 10:00 来源：渡口网 作者：王小船、李大江", ("王小船", "李大江")),
        ("2021-06-06 10:00 作者：王小船 来源：渡口网", ("王小船",)),
        ("渡口晚报记者 王小船 李大江", ("王小船", "李大江")),
        ("文/王小船", ("王小船",)),
        ("記者王小船／渡口報導", ("王小船",)),
        ("取材・文＝渡辺花子", ("渡辺花子",)),
        ("왕선주 선임기자 ferry@example.com", ("왕선주",)),
        ("文/渡口网专栏作者 王小船", ("王小船",)),
        ("渡口社记者 王小船 摄", ()),
        ("作者：佚名", ()),
        ("作者：网络整理", ()),
        ("记者说桥已经塌了", ()),
        ("这篇文章的作者说他不知道", ()),
        ("왕선주가 기자를 만났다", ()),
        ("By Ada Gull", ()),
    ],
)
def test_bylines(text, names):
    assert named(text) == names


def test_a_byline_under_the_headline():
    prose = "渡船在周日开出了最后一班。" * 9
    page = f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><p>2021-06-06 作者：王小船</p><p>{prose}</p>"
    metadata = ENGINE.clean(page).metadata
    assert (metadata.authors, metadata.found_by["authors"]) == (("王小船",), "blog/byline")


def test_each_author_on_a_line_of_their_own():
    lines = "".join(f"<p>{name} 기자</p><p>ferry@example.com</p>" for name in ("왕선주", "이대강"))
    page = f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1>{lines}<p>x</p><p>박세관 기자</p>"
    assert ENGINE.clean(page).metadata.authors == ("왕선주", "이대강")


@pytest.mark.parametrize("behind", ["_渡口网", "-渡口新闻", "__渡口频道_渡口网", " 渡口镇人民政府"])
def test_a_title_ends_where_the_headline_does(behind):
    assert ENGINE.clean(f"<title>{HEADLINE}{behind}</title><h2>{HEADLINE}</h2><p>x").metadata.title == HEADLINE


@pytest.mark.parametrize("begins", [HEADLINE[:4], f"{HEADLINE}了", HEADLINE[:-2]])
def test_what_only_begins_like_a_title_is_no_headline(begins):
    title = f"{HEADLINE}_渡口网"
    assert ENGINE.clean(f"<title>{title}</title><h2>{begins}</h2><p>x").metadata.title == title


def test_a_placeholder_is_nobody():
    assert ENGINE.clean("<meta name='author' content='name, name@example.com'><p>x").metadata.authors == ()


@pytest.mark.parametrize("label", ["发布时间：", "发布于", "發布日期: ", "公開日：", "기사입력 "])
def test_a_day_with_a_label_anywhere(label):
    assert ENGINE.clean(f"<title>x</title><p>y</p><p>{label}2021-06-06</p>").metadata.published == "2021-06-06"
