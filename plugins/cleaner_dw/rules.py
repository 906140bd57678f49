"""What Deutsche Welle's boilerplate looks like, line by line and element by element."""

from __future__ import annotations

from collections.abc import Iterable

from cleaner import Rule
from cleaner_dw import words


def _any(entries: Iterable[str]) -> str:
    return "(?:" + "|".join(entries) + ")"


_CREDIT = _any((*words.CREDIT_LABELS, r"Image\s", r"Photo\s")) + "[:：፦]"
_TO_A_CREDIT = f"(?:[^:：፦]++[:：፦])+?(?<={_CREDIT})"
"""Quick on purpose: a line without a colon fails after one look, and only at colons is anything tried."""
_PICTURE_AGENCY = "(?:dpa|AFP|AP|DW|EPA|Reuters|REUTERS|imago|Getty|AA|picture|privat|Privat|private)"
_GLUED = rf"(?<=[^\s:(\[/–-]{_CREDIT})\s?\S.{{1,170}}"
_NAMES = r"(?:\p{Lu}[\p{L}.'’-]*[ ,]?){1,6}"
_SPACED = rf"(?<=(?:^|\s){_CREDIT})\s?(?:[^/]{{0,60}}?(?:/|\b{_PICTURE_AGENCY}\b)[^.!?]{{0,110}}|{_NAMES})"
_BRACKETED = rf"(?<=[^\s.!?…] ?\({_CREDIT})\s?[^()]{{2,80}}\)"
_AGENCIES = _any(words.AGENCIES)
_SHORT_INITIALS = r"[\p{L}\p{M}.]{1,5}"

MARKUP = (
    Rule(
        "article-only",
        "navigation",
        outside="article, #bodyContent",
        sample="<article><p>The ferry left at noon.</p></article><div id='footer'>Reception</div>",
        why="outside the article",
    ),
    Rule("kicker", "navigation", css=".kicker, h4.artikel", sample="<div class='kicker'>Conflicts</div>"),
    Rule(
        "skip-section",
        "navigation",
        css=".quick-item, #quickjump, .focus-menu-shown",
        sample="<a class='quick-item'>Skip next section</a>",
    ),
    Rule(
        "related-boxes",
        "navigation",
        css=".linkList, .relatedContent, .link-wrapper, .teaser-wrap, #related-topics, #more-on-topic",
        sample="<div class='linkList'><h2>A harbor in Emden</h2></div>",
        why="teasers of other articles",
    ),
    Rule(
        "old-related-headings",
        "navigation",
        css="#bodyContent .col3 > h4",
        sample="<div id='bodyContent'><div class='col3'><h4>DW recommends</h4></div></div>",
        why="headings over teasers",
    ),
    Rule(
        "old-sidebar",
        "navigation",
        css=".dim, .rssFeedTeaser, .pictureTeaser",
        sample="<div class='col1 dim'>Germany</div>",
    ),
    Rule("old-sharing", "navigation", css="#sharing-bar, .shareInfo", sample="<div id='sharing-bar'>Facebook</div>"),
    Rule("pictures", "captions", css="figure, .picBox", sample="<div class='picBox'><p>A street sign</p></div>"),
    Rule(
        "embedded-gallery",
        "captions",
        css=".longText .gallery",
        sample="<div class='longText'><div class='gallery'>A slide</div></div>",
    ),
    Rule(
        "players",
        "captions",
        css=".vjs-wrapper, .standaloneWrap, .mediaItem",
        sample="<div class='vjs-wrapper'><h2>How tides work</h2></div>",
    ),
    Rule(
        "header-byline",
        "credits",
        css=".author-details, .time-area",
        sample="<div class='time-area'>May 4, 2019</div>",
    ),
    Rule("old-facts", "credits", css=".smallList", sample="<ul class='smallList'><li>Date 06.06.2021</li></ul>"),
)

NAVIGATION = (
    Rule("skip-links", "navigation", phrases=words.SKIP_LINKS, sample="Skip to more DW sites", why="skip link"),
    Rule("old-skip-links", "navigation", phrases=words.OLD_SKIP_LINKS, sample="Metanavigation", why="skip link"),
    Rule(
        "old-languages",
        "navigation",
        line=r"Choose from \d+ Languages|DW\.COM in \d+ languages|Wrong language\? Change it here.{0,120}"
        r"|DW\.COM has chosen .{1,60} as your language setting\.",
        sample="Choose from 30 Languages",
        spares="Choose from our list of languages.",
        why="language menu",
    ),
    Rule(
        "section-skip",
        "navigation",
        line=words.SECTION_SKIP,
        sample="Skip next section Explore more",
        spares="Skip next section",
        why="skip link over a section",
    ),
    Rule("advertisement", "navigation", phrases=words.ADVERTISEMENT, sample="Anzeige", spares="Anzeige erstattet"),
    Rule(
        "related-heading",
        "navigation",
        phrases=words.RELATED,
        sample="DW recommends",
        why="heading over other articles",
    ),
    Rule("controls", "navigation", phrases=words.OTHER_CONTROLS, sample="Zur Startseite"),
    Rule(
        "read-more",
        "navigation",
        line=_any(words.READ_MORE) + r"\s?:\s.{5,220}",
        sample="Read more: A harbor town votes",
        spares="Read more about it in the book.",
        why="link to another article",
    ),
    Rule(
        "newsletter",
        "navigation",
        line=r"Every day, DW's editors send out .{10,250}|While you're here: Every .{10,250}",
        sample="While you're here: Every Tuesday, DW editors round up what is happening. You can sign up here.",
        spares="Every day, DW's editors meet.",
        why="newsletter promotion",
    ),
)

CAPTIONS = (
    Rule(
        "caption-credit",
        "captions",
        line=rf"{_TO_A_CREDIT}(?:{_GLUED}|{_SPACED}|{_BRACKETED})",
        sample="A ferry leaves the portImage: M. Example/picture alliance",
        spares="She posted her answer next to the photo: a single heart.",
        why="caption with its credit",
    ),
    Rule(
        "credit-label",
        "captions",
        line=_CREDIT,
        sample="Bild:",
        spares="Bild",
        why="label of a credit on the next line",
    ),
    Rule(
        "html5-notice",
        "captions",
        line=r"To view this video please enable JavaScript, and consider upgrading to a web browser that.{0,40}",
        sample="To view this video please enable JavaScript, and consider upgrading to a web browser that",
        why="player without JavaScript",
    ),
    Rule(
        "html5-video",
        "captions",
        phrases=frozenset({"supports HTML5 video", "supports HTML5 audio"}),
        sample="supports HTML5 video",
    ),
)

CREDITS = (
    Rule(
        "sign-off",
        "credits",
        line=rf"(?:{_SHORT_INITIALS}(?: ?/ ?{_SHORT_INITIALS}){{0,3}}\s?)?"
        rf"\((?:[\p{{L}}\p{{M}}. ]{{2,30}}[,/،、] ?){{0,6}}(?:(?:mit|with|und|and|con|avec|com) )?(?i:{_AGENCIES})"
        r"(?: ?[,/،、] ?[\p{L}\p{M}. ]{2,30}){0,6}\)",
        sample="kb/mo (dpa)",
        spares="The head of the agency (dpa) said so.",
        why="initials of the editors, agencies used",
    ),
    Rule(
        "sign-off-slash",
        "credits",
        line=r"DW ?(?:[,/] ?\p{L}{2,10} ?){0,5}/ ?\p{Lu}{2,3}(?: ?, ?\p{Lu}{2,3}){0,3}",
        sample="DW,dpa,AFP / ET,BK",
        spares="DW, dpa and AFP",
        why="agencies used, initials of the editors",
    ),
    Rule(
        "initials",
        "credits",
        line=r"[a-zäöüß]{2,4}(?:/[a-zäöüß]{2,4}){1,3}",
        sample="kbd/wmr",
        spares="km/h",
        why="initials of the editors",
    ),
    Rule(
        "author-line",
        "credits",
        line=_any(words.AUTHOR_LABELS) + r"\s?:\s\S.{2,80}",
        sample="Auteur : A. Exemple",
        spares="Author and critic: a life",
        why="byline",
    ),
    Rule(
        "editor-line",
        "credits",
        line=_any(words.EDITOR_LABELS) + r"\s?:\s\S.{2,80}",
        sample="Edited by: A. Example",
        spares="Edited by hand, every page differs.",
        why="editor's name",
    ),
    Rule(
        "translated",
        "credits",
        line=r"This article (?:was|has been) (?:originally (?:written|published)|translated|adapted) (?:in|from)"
        r" (?:the )?(?:original )?\p{Lu}\p{L}+\.?"
        r"|Adaptación del? .{3,60} al español\.?|Este artículo (?:fue|se) .{3,40} en (?:inglés|alemán)\.?",
        sample="This article was originally written in German.",
        spares="This article was originally written in haste.",
        why="note on the original's language",
    ),
)

OTHERS = (
    Rule("feedback", "comments", phrases=words.FEEDBACK, sample="Ihr Feedback", why="feedback form"),
    Rule(
        "short-link",
        "telemetry",
        line=r"https?://p\.dw\.com/p/\w+",
        sample="https://p.dw.com/p/4abcd",
        spares="https://www.dw.com/en/a-4",
        why="short link to this page",
    ),
    Rule(
        "permalink",
        "telemetry",
        line=r"\p{L}[\p{L}\p{M} ]{3,30}:? https?://p\.dw\.com/p/\w+",
        sample="Permalink https://p.dw.com/p/4abcd",
        spares="See https://www.example.org/p/4abcd",
        why="short link",
    ),
)

COPYRIGHT = Rule(
    "copyright",
    "credits",
    line=r"© ?\d{4} Deutsche Welle.{0,200}",
    sample="© 2021 Deutsche Welle | Privacy Policy",
    spares="© Deutsche Welle wins",
)
"""Not among the rules, since the generic plugin takes such lines: it is a sign of whose they are."""

RULES = (*MARKUP, *NAVIGATION, *CAPTIONS, *CREDITS, *OTHERS)
