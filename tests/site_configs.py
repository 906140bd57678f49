"""Invented site configurations of many kinds, as people write them, and what must come of each, found by reading."""

from typing import NamedTuple


class Config(NamedTuple):
    """A site configuration."""

    host: str
    text: str
    article: str = ""
    """The selector of the article."""
    strips: tuple[str, ...] = ()
    """The selectors of what goes, in order."""
    left: tuple[str, ...] = ()
    """What could not be turned: its line, and a part of the reason."""


METADATA, FETCHED, CHANGED = "metadata is read", "nothing is fetched", "text is never changed"

CONFIGS = [
    Config("empty.example", ""),
    Config("comments.example", "# nothing\n\n   # here either\n#strip: //div\n"),
    Config(
        "plain.example",
        "title: //h1\nbody: //div[@id='content']\nstrip: //div[@class='ads']\ntest_url: http://plain.example/1\n",
        "div#content",
        ('div[class="ads"]',),
        (f"1: {METADATA}",),
    ),
    Config(
        "metadata.example",
        "title: //meta[@property='og:title']/@content\nauthor: //a[@rel='author']\ndate: //time/@datetime\n",
        left=(f"1: {METADATA}", f"2: {METADATA}", f"3: {METADATA}"),
    ),
    Config(
        "housekeeping.example",
        "tidy: no\nprune: no\nautodetect_on_failure: no\nparser: html5php\nconvert_double_br_tags: yes\n"
        "insert_detected_image: no\nsrc_lazy_load_attr: data-src\nstrip_attr: @style\nskip_json_ld: yes\n"
        "strip_image_src: /pixel.gif\ndissolve: //noscript\ntest_contains: The ferry\n",
    ),
    Config(
        "several-bodies.example",
        "body: //article\nbody: //div[@itemprop='articleBody']\nbody: //div[contains(@class, 'post')]\n",
        'article, div[itemprop="articleBody"], div[class*="post"]',
    ),
    Config(
        "union-body.example",
        "body: //div[@class='lead'] | //div[@class='text']\n",
        'div[class="lead"], div[class="text"]',
    ),
    Config(
        "parts-of-body.example",
        "body: //header/p[@class='intro'] | //section[@id='story']//p\n",
        'header > p[class="intro"], section#story p',
    ),
    Config(
        "lost-body.example",
        "body: //div[string-length(.) > 200]\nbody: //p[@class='intro']\nstrip: //aside\n",
        strips=("aside",),
        left=("1: string-length(.) > 200", "2: a body before it"),
    ),
    Config(
        "lost-later.example",
        "body: //article\nbody: //div[count(p) > 3]\nbody: //main\n",
        "article",
        left=("2: count(p) > 3", "3: a body before it"),
    ),
    Config(
        "classes.example",
        "body: //div[contains(concat(' ', normalize-space(@class), ' '), ' story ')]\n"
        "strip: //div[contains(concat(' ',normalize-space(@class),' '),' share-bar ')]\n"
        'strip: //ul[contains(concat(" ", @class, " "), " tags ")]\n',
        "div.story",
        ("div.share-bar", "ul.tags"),
    ),
    Config(
        "parts-of-names.example",
        "strip: //div[contains(@class, 'advert')]\nstrip: //*[starts-with(@id, 'google_ads')]\n"
        "strip: //iframe[contains(@src, 'tracker')]\n",
        strips=('div[class*="advert"]', '[id^="google_ads"]'),
    ),
    Config(
        "id-or-class.example",
        "strip_id_or_class: newsletter\nstrip_id_or_class: 'related'\nstrip_id_or_class: \"c-box\"\n"
        "strip_id_or_class: two words\nstrip_id_or_class: module__ad:top\nstrip_id_or_class:\n"
        "strip_id_or_class: a, b(\n",
        strips=(
            '[class*="newsletter"], [id*="newsletter"]',
            '[class*="related"], [id*="related"]',
            '[class*="c-box"], [id*="c-box"]',
            '[class*="two words"], [id*="two words"]',
            '[class*="module__ad:top"], [id*="module__ad:top"]',
            '[class*="a, b("], [id*="a, b("]',
        ),
        left=("6: there is no name",),
    ),
    Config(
        "odd-case.example",
        "Title: //H1\nBODY: //DIV[@ID='content']\nStrip: //Div[@CLASS='Ads']\nSTRIP_ID_OR_CLASS: Share\n",
        "div#content",
        ('div[class="Ads"]', '[class*="Share"], [id*="Share"]'),
        (f"1: {METADATA}",),
    ),
    Config(
        "odd-space.example",
        "  body :   //div[ @id = 'content' ]  \n\tstrip:\t// div / p [ @class = 'x' ]\nstrip://aside\n",
        "div#content",
        ('div > p[class="x"]', "aside"),
    ),
    Config(
        "windows.example",
        "\ufeffbody: //article\r\n\r\nstrip: //aside\r\nfoo: bar\r\n",
        "article",
        ("aside",),
        ("4: an unknown directive",),
    ),
    Config("old-mac.example", "body: //article\rstrip: //aside\rbar", "article", ("aside",), ("3: an unknown",)),
    Config(
        "separators.example",
        "strip: //p[@title='a\u2028b']\nfoo\x0cbar\nbaz\n",
        strips=('p[title="a\u2028b"]',),
        left=("2: an unknown", "3: an unknown"),
    ),
    Config(
        "one-page.example",
        "single_page_link: //a[@class='print']\nsingle_page_link_in_feed: //a\nnext_page_link: //a[@rel='next']\n"
        "if_page_contains: //div[@class='pager']\nhttp_header(User-Agent): M/5.0\nhttp_header(Cookie): a=b; c=d\n",
        left=(f"1: {FETCHED}", f"2: {FETCHED}", f"3: {FETCHED}", "4: a condition", f"5: {FETCHED}", f"6: {FETCHED}"),
    ),
    Config(
        "login.example",
        "requires_login: yes\nlogin_uri: https://login.example/\nlogin_username_field: u\nlogin_password_field: p\n"
        "login_extra_fields: a=b\nnot_logged_in_xpath: //body[@class='guest']\n",
        left=tuple(f"{line}: {FETCHED}" for line in range(1, 7)),
    ),
    Config(
        "replacing.example",
        'find_string: <br><br>\nreplace_string: </p><p>\nreplace_string(<a name=")x">): <a>\n'
        "wrap_in(h2): //p[@class='head']\nmove_into(//article): //h1\nfootnotes: //ol\n",
        left=tuple(f"{line}: {CHANGED}" for line in range(1, 7)),
    ),
    Config("adverts.example", "native_ad_clue: //span[.='Sponsored']\n", left=("1: no page is judged",)),
    Config(
        "unknown.example",
        "stripp: //div\nbody //div\nhttp://unknown.example/\n: //x\n",
        left=("1: an unknown", "2: an unknown", "3: an unknown", "4: an unknown"),
    ),
    Config(
        "no-text.example",
        "strip: //img[@class='pixel']\nstrip: //script | //style | //noscript\nstrip: //iframe\nstrip: //br | //hr\n"
        "strip: //img | //div[@class='ad']\n",
        strips=('div[class="ad"]',),
    ),
    Config(
        "twice.example",
        "strip: //aside\nstrip: //aside\nstrip: //ASIDE\nstrip_id_or_class: ad\nstrip_id_or_class: 'ad'\n",
        strips=("aside", '[class*="ad"], [id*="ad"]'),
    ),
    Config(
        "half-a-union.example",
        "strip: //div[@id='a'] | //p[.='More'] | //ul[@id='b']\n",
        strips=("div#a, ul#b",),
        left=("1: .='More'",),
    ),
    Config(
        "text.example",
        "strip: //p[contains(text(), 'Read more')]\nstrip: //a[contains(., \"What's new\")]\n"
        "strip: //p[contains(text(), 'Follow') and not(@class)]\nstrip: //p[starts-with(text(), 'By')]\n"
        "strip: //p[text()='Advertisement']\n",
        strips=(
            'p:lexbor-contains("Read more")',
            'a:lexbor-contains("What\'s new"), a:has(*:lexbor-contains("What\'s new"))',
            'p:lexbor-contains("Follow"):not([class])',
        ),
        left=("4: starts-with(text(), 'By')", "5: text()='Advertisement'"),
    ),
    Config(
        "with-a-heading.example",
        "strip: //h3[contains(text(), 'Related')]/following-sibling::ul\nstrip: //h2[@id='more']/following-sibling::*\n"
        "strip: //h4/following-sibling::*[1]\nstrip: //h4/following-sibling::ul[1]\n",
        strips=('h3:lexbor-contains("Related") ~ ul', "h2#more ~ *", "h4 + *"),
        left=("4: [1] behind",),
    ),
    Config(
        "parents.example",
        "strip: //a[@class='share']/..\nstrip: //a[@class='share']/../..\nstrip: //img[@alt='logo']/parent::div\n"
        "strip: //h3[@id='more']/ancestor::section\nstrip: //div//h3/..\n",
        strips=(
            ':has(> a[class="share"])',
            ':has(> *:has(> a[class="share"]))',
            'div:has(> img[alt="logo"])',
            "section:has(h3#more)",
        ),
        left=("5: behind more than one step",),
    ),
    Config(
        "holding.example",
        "strip: //div[.//form]\nstrip: //li[a[contains(@href, 'twitter')]]\nstrip: //p[a and not(em)]\n"
        "strip: //div[.//td/a]\n",
        strips=(
            "div:has(form)",
            'li:has(> a[href*="twitter"])',
            "p:has(> a):not(:has(> em))",
            "div:has(td > a)",
        ),
    ),
    Config(
        "places.example",
        "strip: //div[@id='story']/p[1]\nstrip: //ul/li[last()]\nstrip: //section[position()>2]\n"
        "strip: //p[@class='x'][1]\nstrip: (//p)[1]\n",
        strips=("div#story > p:nth-of-type(1)", "ul > li:last-of-type", "section:nth-of-type(n+3)"),
        left=("4: [1] behind another", "5: (//p)[1]"),
    ),
    Config(
        "from-the-top.example",
        "body: /html/body/div[2]/article\nstrip: /html/body//nav\nstrip: /div\nstrip: //body\nstrip: //*\n",
        "html > body > div:nth-of-type(2) > article",
        ("html > body nav",),
        ("3: no selector for '/div'", "4: the whole page", "5: the whole page"),
    ),
    Config(
        "conditions.example",
        "strip: //div[@id='a' or @id='b' or @class='c']\nstrip: //p[(@id='a' or @id='b') and @class]\n"
        "strip: //div[not(@id) and not(@class)]\nstrip: //div[@class='a and b or c | d']\n",
        strips=(
            'div#a, div#b, div[class="c"]',
            "p#a[class], p#b[class]",
            "div:not([id]):not([class])",
            'div[class="a and b or c | d"]',
        ),
    ),
    Config(
        "siblings-asked-for.example",
        "strip: //ul[preceding-sibling::h3]\nstrip: //ul[preceding-sibling::*[1][self::h3]]\n"
        "strip: //p[following-sibling::footer]\nstrip: //p[ancestor::blockquote]\nstrip: //p[parent::aside]\n",
        strips=(
            "ul:is(h3 ~ *)",
            "ul:is(h3 + *)",
            "p:has(~ footer)",
            "p:is(blockquote *)",
            "p:is(aside > *)",
        ),
    ),
    Config(
        "nodes.example",
        "strip: //text()\nstrip: //comment()\nstrip: //div/text()[1]\nstrip: //a/@onclick\n"
        "strip: //processing-instruction()\n",
        left=("1: //text()", "2: //comment()", "3: /text()", "4: /@onclick", "5: //processing-instruction()"),
    ),
    Config(
        "broken.example",
        "strip: //div[@id='a'\nstrip: //div[@id=a']\nstrip: div.share\nstrip: #ads\n"
        "strip: //div[@id='a']]\nstrip: //\nstrip: (//div\n",
        left=(
            "1: not closed",
            "2: not closed",
            "3: 'div.share'",
            "4: '#ads'",
            "5: ']'",
            "6: '//'",
            "7: not closed",
        ),
    ),
    Config(
        "by-id.example",
        "body: id('story')\nstrip: id(\"ads\")/div\nstrip: //div[@id='1st']\n",
        "#story",
        ("#ads > div", 'div[id="1st"]'),
    ),
    Config(
        "tables.example",
        "body: //td[@class='story']\nstrip: //tr[@class='ads']\nstrip: //table[@class='ads']//a\nstrip: //table\n",
        'td[class="story"]',
        ('table[class="ads"] a',),
        ("2: no rule may take", "4: no rule may take"),  # parts of tables are not looked at
    ),
    Config(
        "everything.example",
        "# All, tested in May\nbody: //div[contains(@class,'entry-content')]\ntitle: //h1[@class='entry-title']\n"
        "author: substring-after(//p[@class='by'], 'By ')\nstrip: //div[@id='comments']\n"
        "strip: //p[@class='wp-caption-text']\nstrip: //div[@class='author-bio']\nstrip_id_or_class: sharedaddy\n"
        "prune: no\n\ntest_url: https://everything.example/?p=1\n",
        'div[class*="entry-content"]',
        (
            "div#comments",
            'p[class="wp-caption-text"]',
            'div[class="author-bio"]',
            '[class*="sharedaddy"], [id*="sharedaddy"]',
        ),
        (f"3: {METADATA}", f"4: {METADATA}"),
    ),
    Config("WWW.Capital.Example", "strip: //aside\n", strips=("aside",)),
    Config(".below.example", "strip: //aside\n", strips=("aside",)),
    Config(
        "headline.example",
        "strip: //h1\nstrip: //header | //footer | //nav\n",
        strips=("header, footer, nav",),
        left=("1: no rule may take",),
    ),
    Config(
        "many.example",
        "strip: //a" + "[@b='1' or @b='2']" * 7 + "\n",
        left=("1: more than 60 selectors",),
    ),
]
