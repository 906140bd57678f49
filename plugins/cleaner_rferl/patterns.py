"""Rules by wording: lines that go wherever they stand, in dumps and in pages."""

from __future__ import annotations

from cleaner import Extent, Rule
from cleaner_rferl import vocabulary
from cleaner_rferl.signoffs import RULES as SIGN_OFFS
from cleaner_rferl.structure import RULES as STRUCTURE

_ALSO_LABELS = "|".join(vocabulary.ALSO_READ)

_NAVIGATION = (
    Rule(
        "accessibility",
        "navigation",
        phrases=vocabulary.ACCESSIBILITY,
        sample="Accessibility links",
        spares="Accessibility",
        why="hidden heading at the top of the page",
    ),
    Rule(
        "skip-links", "navigation", phrases=vocabulary.SKIP_LINKS, sample="• Skip to main Navigation", why="skip link"
    ),
    Rule("breaking-news", "navigation", phrases=vocabulary.BREAKING, sample="Breaking News", why="empty news bar"),
    Rule(
        "tools",
        "navigation",
        phrases=vocabulary.TOOLS,
        sample="Copy link",
        spares="Share the burden",
        why="share, print, menu buttons",
    ),
    Rule(
        "also-read",
        "navigation",
        line=rf"(?:{_ALSO_LABELS}) ?:? ?",
        sample="SEE ALSO:",
        spares="See also the village below the dam, where nobody is left.",
        why="label of a box that links to another article",
    ),
    Rule(
        "also-read-title",
        "navigation",
        line=rf"(?:{_ALSO_LABELS}) ?: .{{3,250}}(?<!\.)"
        r"|(?:SEE ALSO|READ MORE|СМОТРИ ТАКЖЕ|Смотри также|ДИВІТЬСЯ ТАКОЖ|ЧИТАЙТЕ ТАКОЖ) .{3,250}",
        sample="SEE ALSO: The Village Below The Dam",
        spares="See also: the letters were burned. No copies are left.",
        why="link to another article",
    ),
    Rule(
        "promotion",
        "navigation",
        line=r"(?:Read|Follow|See) (?:all (?:of )?)?(?:our|RFE/RL's|VOA's)"
        r" (?:full |latest |ongoing |special )*coverage (?:as|of|on|from|about) .+"
        r"|Updated constantly with .+"
        r"|RFE/RL(?:'s [\w ]{3,60})? (?:gives|brings) you (?:all (?:of )?)?the latest .+"
        r"|(?:For all of|To read more of|See all of) (?:RFE/RL|VOA)'s coverage .+"
        r"|Features and analysis, videos, and infographics explore .+"
        r"|To subscribe,? click here\.?",
        sample="Read our coverage as the river keeps rising after the dam broke in August.",
        spares="Read our minds, the sign said.",
        why="promotion inside the article",
    ),
    Rule(
        "live-map",
        "navigation",
        line=r"(?:Live Map|LIVE MAP|Live Briefing|LIVE BRIEFING|Interactive Map|Live Blog|LIVE BLOG): .{3,150}",
        sample="Live Map: Where The River Rises",
        spares="Live maps were no help on the ground.",
        why="promotion inside the article",
    ),
    Rule(
        "latest-news",
        "navigation",
        phrases=vocabulary.LATEST,
        sample="All Of The Latest News",
        spares="The latest news from the dam is good.",
        why="ends the article in the news feed",
    ),
    Rule(
        "more-stories",
        "navigation",
        line=r"More (?:\p{Lu}[\p{L}/-]* ){1,4}Stories|More Stories",
        sample="More Central Asia Stories",
        spares="More stories like this are told at night.",
        why="ends the article in the news feed",
    ),
    Rule(
        "tail",
        "navigation",
        phrases=vocabulary.TAIL,
        sample="Most popular",
        spares="Most popular was the bridge.",
        why="heading of a list of other articles",
    ),
)

_CAPTIONS = (
    Rule(
        "player",
        "captions",
        phrases=vocabulary.PLAYER,
        sample="No media source currently available",
        spares="No media source was available for comment.",
        why="what a media player leaves",
    ),
    Rule(
        "player-time",
        "captions",
        line=r"\d{1,2}:\d\d(?: (?:\d{1,2}:)?\d{1,2}:\d\d){1,3}|\d{1,2}:\d\d:\d\d|0:00",
        sample="0:00 0:02:59 0:00",
        spares="10:30",
        why="clock of a media player",
    ),
    Rule(
        "player-quality",
        "captions",
        line=r"(?:Auto ?)?\d{2,4} ?(?:kbps|kb/s|p) ?\| ?(?:MP3|\d+(?:[.,]\d+)? ?[KMG]B)(?: .{0,80})?"
        r"|(?:240|270|360|404|480|720|1080)p",
        sample="64 kbps | MP3",
        spares="64 kilometers | 40 miles",
        why="download of a media player",
    ),
    Rule(
        "player-byline",
        "captions",
        line=r"by (?:RFE/RL|VOA|Voice of America|Current Time|Радио Свобода|Голос Америки"
        r"|Настоящее Время|Радіо Свобода|Радыё Свабода)",
        sample="by RFE/RL",
        spares="by RFE/RL and others",
        why="what a media player leaves",
    ),
    Rule(
        "watch-label",
        "captions",
        line=r"(?:WATCH|LISTEN|СМОТРЕТЬ|СЛУШАТЬ|ВИДЕО|ВІДЕО|ВІДЭА|VIDEO)(?: [Rr]elated [Vv]ideo)?: .{3,200}",
        sample="WATCH: The River From Above",
        spares="Watch the river, she said.",
        why="title of a video",
    ),
    Rule(
        "author-picture",
        "captions",
        line=r"(?:16x9|1x1|4x3) Image",
        sample="16x9 Image",
        spares="16x9 Images",
        why="alt text of the author's picture",
    ),
)

_CREDITS = (
    Rule(
        "undesirable",
        "credits",
        line=r"(?:RFE/RL|RFE|Radio|Current Time|VOA|Voice of America|The [\p{Lu}])[^.!?]{0,80}? ?(?:has|have)"
        r" been declared (?:an )?[\"“«]?undesirable organi[sz]ations?[\"”»]? (?:by|in) .{3,80}"
        r"|(?:Радио|РСЕ|Настоящее|Русская служба|Сибирь|Север|Кавказ|Крым|Идель)[^!?]{0,120}"
        r" (?:объявлен[аоы]?|признан[аоы]?)[^!?]{0,80} [\"“«]?нежелательн(?:ой|ыми)"
        r" организаци(?:ей|ями)[\"”»]?[^!?]{0,80}"
        r"|(?:Радіо|Радыё)[^!?]{0,120} [\"“«]?(?:небажаною організацією|непажаданай арганізацыяй)[\"”»]?[^!?]{0,80}",
        sample='RFE/RL has been declared an "undesirable organization" by the Russian government.',
        spares="The museum was declared an undesirable neighbor by the council.",
        why="legal notice",
    ),
    Rule(
        "undesirable-advice",
        "credits",
        line=r"If you are in Russia.{0,250}\b(?:fines or imprisonment|prosecution|criminal).{0,200}"
        r"|Если вы находитесь в России.{0,300}(?:штраф|лишение свободы|лишением свободы|уголовн).{0,200}"
        r"|Якщо ви перебуваєте в Росії.{0,300}(?:штраф|ув['’]язнення|позбавлення волі).{0,200}",
        sample="If you are in Russia and hold a Russian passport, you could face fines or imprisonment.",
        spares="If you are in Russia in winter, take the train.",
        why="legal notice",
    ),
    Rule(
        "undesirable-more",
        "credits",
        phrases=frozenset(
            (
                "To find out more, click here",
                "To find out more click here",
                "Подробнее - здесь",
                "Подробнее здесь",
                "Чтобы узнать больше, нажмите здесь",
                "Чтобы узнать больше, нажмите сюда",
                "Щоб дізнатися більше, натисніть тут",
            )
        ),
        sample="To find out more, click here.",
        why="legal notice",
    ),
    Rule(
        "foreign-agent",
        "credits",
        line=r"(?i:данное сообщение \(материал\) создано и \(или\) распространено).{10,350}",
        sample="ДАННОЕ СООБЩЕНИЕ (МАТЕРИАЛ) СОЗДАНО И (ИЛИ) РАСПРОСТРАНЕНО ИНОСТРАННЫМ СМИ",
        spares="Данное сообщение (материал) создано и (или) распространено.",
        why="legal notice",
    ),
    Rule(
        "service-blurb",
        "credits",
        line=r"RFE/RL journalists report the news in .{10,350}"
        r"|(?:Voice of America|VOA)(?: \(VOA\))? (?:reaches|provides|delivers|broadcasts) .{0,120}"
        r"\b(?:weekly audience|in (?:more than |nearly )?\d+ languages|million people)\b.{0,200}"
        r"|RFE/RL's [\w -]{3,40} Service is (?:a trusted|one of the (?:few|most|last|only|leading)) .{10,350}",
        sample="RFE/RL journalists report the news in 27 languages in 23 countries.",
        spares="RFE/RL journalists were held for two hours.",
        why="what the broadcaster says about itself",
    ),
    Rule(
        "service-name",
        "credits",
        line=r"(?:By )?(?:RFE/RL(?:['’]s [\p{L} /-]{3,40} Service)?|VOA(?: News| Learning English| Persian| Russian)?)",
        sample="RFE/RL's Belarus Service",
        spares="RFE/RL's Belarus Service reopened its bureau.",
        why="byline",
    ),
    Rule(
        "staff-bio",
        "credits",
        line=r"\p{Lu}[\p{L}\p{M}.'’-]+(?: \p{Lu}[\p{L}\p{M}.'’-]*){1,3} is (?:an?|the)(?: [^\s.]+){0,12}?"
        r" (?:correspondent|journalist|reporter|editor|producer|director|writer|broadcaster|analyst)s?\b.{0,80}"
        r"\b(?:RFE/RL|Radio Free Europe|VOA|Voice of America|Current Time)\b.{0,200}",
        sample="Jana Example is a senior correspondent for RFE/RL in Prague who covers rivers.",
        spares="Jana Example is a senior correspondent for a local paper.",
        why="author's biography",
    ),
    Rule(
        "follow-author",
        "credits",
        phrases=vocabulary.FOLLOW,
        sample="Subscribe",
        spares="Follow the river",
        why="buttons of an author box",
    ),
    Rule(
        "copyright",
        "credits",
        line=r"(?:© ?|Copyright \(c\) ?)\d{4}(?:[–-]\d{4})?[ .,].{2,200}"
        r"|(?:RFE/RL|VOA|Радио|РСЕ|Радіо|Радыё|Radio|Голос|Настоящее)[^!?]{0,80} © ?\d{4}.{0,120}",
        sample="© 2019 POLYGRAPH.info All Rights Reserved.",
        why="copyright",
    ),
)

_OTHERS = (
    Rule(
        "viewport-names",
        "telemetry",
        line=r"XS|SM|MD|LG|XS SM MD LG",
        sample="XS",
        spares="XL",
        why="names of screen sizes",
    ),
    Rule(
        "closed-forum",
        "comments",
        phrases=frozenset(("This forum has been closed.", "Comment Sorting")),
        extent=Extent.AFTER,
        given=r"by: .{1,80}",
        sample="This forum has been closed.",
        spares="This forum has been closed since May.",
        why="comment thread",
    ),
    Rule("empty-bullet", "leftovers", line=r"[○□◦▪*]", sample="□", why="list marker without text"),
)

RULES = (*STRUCTURE, *_NAVIGATION, *_CAPTIONS, *SIGN_OFFS, *_CREDITS, *_OTHERS)
"""Every rule, in the order in which they are tried."""
