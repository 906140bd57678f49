"""朝日新聞, www.asahi.com."""

from cleaner import Extent, Fact, Profile, Rule, hookimpl

OFFER = "有料会員になると会員限定の有料記事もお読みいただけます。"
JUMP = "メニューをとばして、記事の本文エリアへ"
WRITER = "この記事を書いた人"


@hookimpl
def profiles():
    signs = (JUMP, OFFER, WRITER)
    return [Profile("asahi", plugins=("asahi", "blog"), hosts=("asahi.com",), fingerprints=signs)]


@hookimpl
def rules():
    return [
        Rule("main", "navigation", outside="main", sample="<main>本文</main><p>メニュー</p>"),
        Rule("note", "comments", css=".ArticleNoteBox", sample="<div class='ArticleNoteBox'>有料記事</div>"),
        Rule("jump", "navigation", phrases=frozenset({JUMP, "朝日新聞デジタル"}), sample=JUMP),
        Rule(
            "end",
            "navigation",
            phrases=frozenset({OFFER, WRITER}),
            extent=Extent.AFTER,
            given=r"Copyright © The Asahi Shimbun Company\. .+|フォロー",
            sample=OFFER,
            why="the end of the article",
        ),
        Rule(
            "byline",
            "credits",
            line=r"[\p{Han}\p{Hiragana}]{2,8}\d{4}年\d{1,2}月\d{1,2}日 \d{1,2}時\d{1,2}分",
            sample="見本太郎2024年5月14日 21時37分",
        ),
        Rule(
            "share",
            "navigation",
            line=r"(?:メール|Facebook|X|はてなブックマーク)でシェアする(?:list)?",
            sample="Xでシェアするlist",
        ),
    ]


@hookimpl
def find_metadata(page):
    for above, line in zip(page.lines, page.lines[1:]):
        if page.claims.get(line.number) == "asahi/byline":
            yield Fact("title", above.body, above, "above the byline")
