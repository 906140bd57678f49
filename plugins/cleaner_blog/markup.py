"""Rules for the markup of generic blogs and news pages: what its own names say an element is.

Class names are facts about themes and plugins: WordPress and its page builders, Jetpack, Disqus, Blogger,
Ghost, Substack, Drupal, Joomla, and the words that theme authors choose on their own.
A word is listed alone only where it names the container of boilerplate and hardly ever a body's.
"""

from __future__ import annotations

from cleaner import Rule
from cleaner_blog.words import listed

_CHROME = (
    Rule(
        "site-header",
        "navigation",
        css="header:not(main header, article header), [role=banner], .elementor-location-header, .et-l--header, #top-menu",
        sample='<div><header><a href="/">The Kettle Diary</a></header></div>',
        spares="<article><header><h1>Tea for two</h1><p>A summary.</p></header></article>",
        why="head of the site",
    ),
    Rule(
        "site-header-words",
        "navigation",
        words=listed(
            "masthead | site header | page header wrapper | global header | main header | top header | header top | header bar"
            " | site branding | site title | site description | site logo | topbar | top bar | navbar"
            " | header menu | header nav | header widget | header wrapper | header container | header main | header inner"
        ),
        sample='<div class="site-header"><a href="/">The Kettle Diary</a></div>',
        why="head of the site",
    ),
    Rule(
        "site-footer",
        "navigation",
        css="footer, [role=contentinfo], .elementor-location-footer, .et-l--footer",
        words=frozenset(),
        sample="<footer>Proudly powered by WordPress</footer>",
        why="foot of the site",
    ),
    Rule(
        "site-footer-words",
        "navigation",
        words=listed("footer | colophon | subfooter | prefooter | sitemap | site map | powered by | back to top | backtotop | totop | scrolltop"),
        sample='<div id="footer-widgets">Recent posts</div>',
        why="foot of the site",
    ),
    Rule(
        "menu",
        "navigation",
        css="nav, menu, search, [role=navigation], [role=menu], [role=menubar], [role=search], [role=tablist], [role=toolbar]",
        sample='<nav><a href="/">Home</a><a href="/about">About</a></nav>',
        why="menu",
    ),
    Rule(
        "menu-words",
        "navigation",
        words=listed(
            "menu | menus | mainmenu | submenu | megamenu | offcanvas | hamburger | burger | navigation | navlink | navlinks | subnav | topnav"
            " | mainnav | sidenav | navmenu | mobilenav | main nav | primary nav | secondary nav | mobile nav | top nav | site nav | side nav | sub nav | nav menu | nav links | nav link | nav item | nav bar"
            " | post nav | posts nav | pagination | pager | page numbers | page links | prev next | next prev | nav previous | nav next | load more | infinite handle"
            " | language switcher | lang switcher | language selector | language chooser | search form | searchform | search box | searchbox | search bar | blog pager"
        ),
        sample='<div class="main-menu-container"><a href="/">Home</a></div>',
        why="menu",
    ),
    Rule(
        "breadcrumb",
        "navigation",
        words=listed("breadcrumb | breadcrumbs | crumbs | brotkrumen | brotkrume | you are here | rank math breadcrumb | yoast breadcrumb"),
        sample='<div class="breadcrumbs">Home &gt; Baking &gt; Rye bread</div>',
        why="breadcrumb",
    ),
    Rule(
        "skip-link",
        "navigation",
        words=listed("skip link | skiplink | skip links | skiplinks | skip to | skip nav | skipnav | skip navigation | skip content"),
        sample='<a class="skip-link" href="#content">Skip to content</a>',
        why="skip link",
    ),
    Rule(
        "unseen",
        "navigation",
        css=".hide, .invisible, .print-only, .no-print, .noprint, .hidden-print, .d-print-none, .hide-print, .dont-print, [aria-modal=true]",
        words=frozenset(),
        sample='<span class="sr-only">Opens in a new window</span>',
        why="not shown on the page",
    ),
    Rule(
        "unseen-words",
        "navigation",
        words=listed("sr only | screen reader | screenreader | visually hidden | visuallyhidden | assistive text | offscreen | print only | print:hidden"),
        sample='<span class="screen-reader-text">Opens in a new window</span>',
        why="for screen readers only",
    ),
    Rule(
        "control",
        "navigation",
        css="button:not(h2 button, h3 button, h4 button, dt button), dialog, form, label, fieldset, [role=dialog], [role=alertdialog], [role=button], [role=tooltip], [role=status]",
        sample="<button>Show more</button>",
        why="control",
    ),
    Rule(
        "control-words",
        "navigation",
        words=listed("btn | button | buttons | cta | modal | popup | popover | lightbox | tooltip | toolbar | login | signin | dropdown | cart | searchform"),
        sample='<div class="wp-block-buttons"><a href="/shop">Shop now</a></div>',
        why="control",
    ),
    Rule(
        "table-of-contents",
        "navigation",
        words=listed("eztoc | ez toc | toc container | table of contents | tableofcontents | toc list | toc wrapper | lwptoc | toc title | post toc"),
        sample='<div id="ez-toc-container"><a href="#dough">The dough</a></div>',
        why="table of contents",
    ),
)

_PROMOTION = (
    Rule(
        "aside",
        "navigation",
        css="aside, [role=complementary]",
        sample="<div><aside>Popular this week</aside></div>",
        why="beside the article",
    ),
    Rule(
        "sidebar",
        "navigation",
        css=".sidebar, #sidebar, #secondary, #tertiary, #right-sidebar, #left-sidebar, .sidebar-primary, .primary-sidebar,"
        " .sidebar-right, .sidebar-left, .right-sidebar, #sidebar-right, #sidebar-left, #sidebar-wrapper, .sidebar-container, .sidebar-wrapper, .sidebar-inner, #aside",
        sample='<div id="secondary">Archives</div>',
        why="sidebar",
    ),
    Rule(
        "widget",
        "navigation",
        css=".widget.PopularPosts, .widget.BlogArchive, .widget.Label, .widget.Profile, .widget.HTML, .widget.Image, .widget.Followers, .widget.LinkList,"
        " .widget.Text, .widget.BlogSearch, .widget.Attribution, .widget.PageList, .widget.Header, .widget.FeaturedPost, .widget.Stats, .widget.Translate",
        sample='<div class="widget PopularPosts">Popular posts</div>',
        why="widget",
    ),
    Rule(
        "widget-words",
        "navigation",
        words=listed(
            "widget area | widgets area | widgettitle | widget title | widget recent | widget categories | widget archive | widget search | widget tag"
            " | widget meta | widget links | widget pages | widget calendar | widget rss | widget nav | widget newsletter | widget subscribe | widget block"
            " | blogroll | tagcloud | tag cloud | sidebar widget | wp calendar"
        ),
        sample='<section class="widget widget_recent_entries">Recent posts</section>',
        why="widget",
    ),
    Rule(
        "share",
        "navigation",
        words=listed(
            "share | shares | sharing | sharedaddy | shariff | social | socials | socialmedia | addtoany | a2a | addthis | addthis_toolbox | sharethis | heateor | essb | shareaholic | sociable"
            " | teilen | compartir | partager | condividi | follow us | facebook | twitter | linkedin | pinterest | whatsapp | telegram | reddit | likebox"
            " | print link | jp likes | likes | like box | copy link | post share | bookmark"
        ),
        sample='<div class="share-bar">Share this</div>',
        why="share bar",
    ),
    Rule(
        "social-embed",
        "navigation",
        css=".twitter-tweet, .instagram-media, .fb-post, .tiktok-embed, .twitter-video, .wp-embedded-content, .bluesky-embed, .fb-page",
        sample='<blockquote class="twitter-tweet">A baker (@baker) May 3, 2021</blockquote>',
        why="embedded post",
    ),
    Rule(
        "related",
        "navigation",
        words=listed(
            "related | relatedposts | jp relatedposts | yarpp | crp | recommended | recommendations | read next | readnext | up next | more posts | more stories"
            " | latest posts | latest news | recent posts | popular posts | popular | trending | most read | mostread | most popular | most viewed | meistgelesen | see also | also read | read also | readmore"
            " | read more | more link | more from | you may | may like | outbrain | taboola | plista | recirc | recirculation | zergnet | linkwithin | similar posts"
            " | relacionadas | relacionados | empfehlungen | weiterlesen | lire aussi | post list | posts list | posts grid | wp block latest | wp block query | block post template | latest comments | latest | elementor posts | swiper | owl | slick | carousel | splide | glide | teasers | teaser list | teaser item | teaser grid | teaser box | teaser link | teaser wrapper | teaser container | teaser group | teaser card | teasergroup | node teaser | mode teaser | linklist | link list | linkbox | quick links | quicklinks | link teaser | teaser image | teaser headline | teaser title | kicker | eyebrow | overline | feed | avatar"
            " | further reading | promo | promos | promobox"
        ),
        sample='<div class="jp-relatedposts">Related</div>',
        why="other articles",
    ),
    Rule(
        "linked-heading",
        "navigation",
        css="a h2, a h3, a h4",
        sample='<a href="/oven"><h3>An oven for two loaves</h3></a>',
        spares='<h3><a href="/oven">An oven for two loaves</a></h3>',
        why="heading of another article",
    ),
    Rule(
        "newsletter",
        "navigation",
        words=listed(
            "newsletter | newsletters | subscribe | subscribebox | subscription | signup | sign up | optin | opt in | mailchimp | mc embed | mc4wp | convertkit | donate | donation"
            " | mailpoet | tnp | abonnieren | suscripcion | follow blog | call to action"
        ),
        sample='<div class="newsletter-box">Never miss a recipe</div>',
        why="newsletter box",
    ),
    Rule(
        "consent",
        "navigation",
        words=listed("cookie | cookies | cookiebanner | gdpr | consent | onetrust | cookiebot | borlabs | cmplz | cky | cc banner | cc window | eupopup | datenschutz hinweis | privacy notice | privacy banner"),
        sample='<div id="cookie-notice">We use cookies</div>',
        why="consent banner",
    ),
    Rule(
        "advert",
        "navigation",
        words=listed(
            "ad | ads | advert | adverts | advertisement | advertising | adsbygoogle | adsense | adslot | adbox | adunit | dfp | gpt | sponsor | sponsors | sponsored | sponsoring"
            " | werbung | anzeige | publicidad | publicite | reklama | banner | banners | affiliate | announcement | wpcnt | wordads"
        ),
        sample='<div class="ad-slot">Advertisement</div>',
        why="advertisement",
    ),
    Rule(
        "paywall",
        "navigation",
        css=".paywall-overlay, .paywall-prompt, .gh-post-upgrade-cta, .gh-cta, .subscription-widget-wrap, .subscription-widget-wrap-editor, .paywall-cta, .paywall-message, .regwall",
        sample='<aside class="gh-post-upgrade-cta">This post is for paying subscribers only</aside>',
        spares='<div class="paywall">The body of a metered article.</div>',
        why="paywall",
    ),
)

_CAPTIONS = (
    Rule(
        "figcaption",
        "captions",
        css="figcaption, caption",
        sample="<figure><figcaption>The bakery at dawn</figcaption></figure>",
        why="caption",
    ),
    Rule(
        "caption-words",
        "captions",
        words=listed(
            "caption text | wp caption | figcaption | image caption | img caption | photo caption | picture caption | video caption | media caption | tr caption | bildunterschrift | legende | captions | caption"
            " | photo credit | image credit | img credit | photo credits | image credits | media credit | bildnachweis | bildquelle | image source | image copyright"
        ),
        sample='<p class="wp-caption-text">The bakery at dawn</p>',
        why="caption",
    ),
    Rule(
        "player",
        "captions",
        words=listed("player | audioplayer | videoplayer | playlist | vjs | jwplayer | mejs | plyr"),
        sample='<div class="mejs-container">00:00 00:00</div>',
        why="player",
    ),
)

_CREDITS = (
    Rule(
        "byline-markup",
        "credits",
        css="address, [rel=author], [rel=tag], [itemprop=author], [itemprop=datePublished], [itemprop=dateModified], [itemprop=publisher], [itemprop=keywords]",
        sample='<a rel="author" href="/mia">Mia Kettle</a>',
        why="byline",
    ),
    Rule(
        "byline-words",
        "credits",
        words=listed(
            "byline | bylines | authorname | author box | authorbox | author bio | author info | author name | author meta | author card | author image | author avatar | author description | author details | about author | post author | entry author | article author | author link | author"
            " | bio | biography | vcard | contributor | gravatar | posted on | posted by | posted in | written by | dateline | timestamp | datetime | publish date | post date | entry date | date published | article date | updated date | reading time | read time | readtime | time to read | article info | date"
        ),
        sample='<div class="author-box">About the author</div>',
        why="byline",
    ),
    Rule(
        "post-meta",
        "credits",
        words=listed(
            "post meta | entry meta | article meta | postmeta | meta data | metadata | byline meta | meta info | post info | post details | post footer | entry footer | article footer | article footer | post data | entry utility | entry info"
            " | post categories | post category | cat links | tag links | tags | taglist | tag list | taglinks | entry tags | post tags | entry categories | categories | category list | post labels | taxonomy | taxonomies | article tags | keywords | post views | postviews | view count | views count | schlagworte"
        ),
        sample='<div class="entry-meta">Posted on May 3, 2021 by Mia</div>',
        why="post meta",
    ),
    Rule(
        "copyright",
        "credits",
        words=listed("copyright | disclaimer | creative commons | legal notice | impressum"),
        sample='<div class="copyright-notice">All rights reserved</div>',
        why="copyright",
    ),
)

_COMMENTS = (
    Rule(
        "comment",
        "comments",
        css="li.comment, div.comment, article.comment, section.comment, p.comment, ol.comment-list, .comment-respond",
        sample='<li class="comment">Lovely crust.</li>',
        spares='<pre><span class="comment"># knead the dough</span></pre>',
        why="comment",
    ),
    Rule(
        "comments",
        "comments",
        words=listed(
            "comments | commentlist | commentform | comment list | comment body | comment content | comment author | comment meta | comment item | comment thread | comment reply | comment section | comment wrap | comment wrapper | comment container | comment count | comment box | comment text | comment form | comment respond | respond | comments area | disqus | dsq | livefyre | akismet | reply | wpdiscuz | fb comments"
            " | kommentar | kommentare | comentarios | comentario | commentaires | commentaire | commenti | reacties | discussion | feedback | pingback | trackback | trackbacks | webmention | webmentions | rating | ratings | kksr | votes"
        ),
        sample='<div id="comments">3 thoughts on rye bread</div>',
        why="comments",
    ),
    Rule(
        "spelling-report",
        "comments",
        words=listed("mistape | mixtape dialog | mistake report | orphus"),
        sample='<div class="mistape_caption">Press Ctrl+Enter</div>',
        why="spelling report",
    ),
)

RULES: tuple[Rule, ...] = (*_CHROME, *_PROMOTION, *_CAPTIONS, *_CREDITS, *_COMMENTS)
"""Every markup rule, in the order of the stages."""
