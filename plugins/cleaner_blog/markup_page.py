"""Markup around the article: the site's head and foot, menus, controls, and what promotes something else."""

from __future__ import annotations

from cleaner import Rule
from cleaner_blog.words import listed

CHROME = (
    Rule(
        "site-header",
        "navigation",
        css="header:not(main header, article header), [role=banner], .elementor-location-header, .et-l--header,"
        " #top-menu",
        sample='<div><header><a href="/">The Kettle Diary</a></header></div>',
        spares="<article><header><p>Tea for two, in one sentence.</p></header></article>",
        why="head of the site",
    ),
    Rule(
        "site-footer",
        "navigation",
        css="footer, [role=contentinfo], .elementor-location-footer, .et-l--footer",
        sample="<footer>Proudly powered by WordPress</footer>",
        why="foot of the site",
    ),
    Rule(
        "menu",
        "navigation",
        css="nav, menu, search, [role=navigation], [role=menu], [role=menubar], [role=search], [role=toolbar]",
        sample='<nav><a href="/">Home</a><a href="/about">About</a></nav>',
        why="menu",
    ),
    Rule(
        "control",
        "navigation",
        # A button in a heading is the question of a list of answers that fold out.
        css="button:not(h2 button, h3 button, h4 button, dt button), dialog, form, fieldset, [role=dialog],"
        " [role=alertdialog], [role=button], [role=tooltip], [role=status], [aria-modal=true]",
        sample="<button>Show more</button>",
        spares="<h3><button>How long does the dough rest?</button></h3>",
        why="control",
    ),
    Rule(
        "unseen",
        "navigation",
        css=".hide, .invisible, .print-only, .no-print, .noprint, .hidden-print, .d-print-none, .hide-print, .badge-ie,"
        " .browsehappy, .browserupgrade, .outdated-browser, .browser-warning, .chromeframe, .ie-warning",
        sample='<div class="no-print">Change the size of the text</div>',
        unseen=True,
        why="not part of the page in print, or on screen",
    ),
    Rule(
        "line-numbers",
        "navigation",
        css=".linenodiv, pre.lineno, .line-numbers-rows, .crayon-nums, .hljs-ln-numbers",
        sample='<div class="linenodiv"><pre>1\n2</pre></div>',
        unseen=True,
        why="numbers of lines of code",
    ),
    Rule(
        "site-header-words",
        "navigation",
        words=listed(
            """masthead | topbar | top bar | navbar | site header | main header | global header | top header
            | header top | header bar | header menu | header nav | header widget | header wrapper | header container
            | header main | header inner | region header | gh head | site branding | site title | site description
            | site logo"""
        ),
        sample='<div class="site-header"><a href="/">The Kettle Diary</a></div>',
        spares='<div class="entry-header"><p>Tea for two, in one sentence.</p></div>',
        why="head of the site",
    ),
    Rule(
        "site-footer-words",
        "navigation",
        words=listed(
            """footer | colophon | subfooter | prefooter | gh foot | sitemap | site map | powered by | back to top
            | backtotop | totop | scrolltop | backlink"""
        ),
        sample='<div id="footer-widgets">Recent posts</div>',
        why="foot of the site, or of the post",
    ),
    Rule(
        "menu-words",
        "navigation",
        words=listed(
            """menu | menus | menubar | mainmenu | submenu | megamenu | navigation | hauptnavigation | metanavigation
            | subnavigation | navlink | navlinks | navmenu | mainnav | subnav | topnav | sidenav | footernav
            | mobilenav | pagenav | main nav | primary nav | secondary nav | mobile nav | top nav | site nav
            | side nav | sub nav | nav menu | nav links | nav link | nav item | nav bar | post nav | posts nav
            | nav previous | nav next | offcanvas | hamburger | burger | flyout | flyouts | pagination
            | pagenavigation | pager | page numbers | page links | blog pager | prev next | next prev | load more
            | infinite handle | linklist | linkbox | quicklinks | quick links | language switcher
            | language selector | language chooser | lang switcher | searchform | searchbox | search form
            | search box | search bar"""
        ),
        sample='<div class="main-menu-container"><a href="/">Home</a></div>',
        why="menu",
    ),
    Rule(
        "breadcrumb",
        "navigation",
        words=listed("breadcrumb | breadcrumbs | crumbs | brotkrumen | brotkrume | you are here"),
        sample='<div class="breadcrumbs">Home &gt; Baking &gt; Rye bread</div>',
        why="breadcrumb",
    ),
    Rule(
        "skip-link",
        "navigation",
        words=listed(
            """skiplink | skiplinks | skipnav | skip link | skip links | skip to | skip nav | skip navigation
            | skip content"""
        ),
        sample='<a class="skip-link" href="#content">Skip to content</a>',
        why="skip link",
    ),
    Rule(
        "screen-reader",
        "navigation",
        words=listed(
            """sr only | screen reader | screenreader | visually hidden | visuallyhidden | assistive text | offscreen
            | print:hidden"""
        ),
        sample='<span class="screen-reader-text">Opens in a new window</span>',
        unseen=True,
        why="for screen readers only",
    ),
    Rule(
        "control-words",
        "navigation",
        words=listed(
            """btn | button | buttons | cta | modal | popup | popover | lightbox | tooltip | toolbar | dropdown | login
            | signin | cart"""
        ),
        sample='<div class="wp-block-buttons"><a href="/shop">Shop now</a></div>',
        why="control",
    ),
    Rule(
        "contents-table",
        "navigation",
        words=listed(
            """eztoc | ez toc | lwptoc | tableofcontents | table of contents | toc container | toc list | toc wrapper
            | toc title | post toc"""
        ),
        sample='<div id="ez-toc-container"><a href="#dough">The dough</a></div>',
        why="table of contents",
    ),
)
"""The site around the article."""

PROMOTION = (
    Rule(
        "aside",
        "navigation",
        css="aside, [role=complementary]",
        sample="<aside>Popular this week</aside>",
        why="beside the article",
    ),
    Rule(
        "sidebar",
        "navigation",
        css=".sidebar, #sidebar, #secondary, #tertiary, #aside, .sidebar-primary, .primary-sidebar, .sidebar-right,"
        " .sidebar-left, .right-sidebar, .left-sidebar, #right-sidebar, #left-sidebar, #sidebar-right, #sidebar-left,"
        " .region-sidebar-first, .region-sidebar-second",
        sample='<div id="secondary">Archives</div>',
        spares='<div class="content has-sidebar">The body of an article.</div>',
        why="sidebar",
    ),
    Rule(
        "blogger-widget",
        "navigation",
        # `.widget.Blog` is the one that holds the post.
        css=".widget.PopularPosts, .widget.BlogArchive, .widget.Label, .widget.Profile, .widget.HTML, .widget.Image,"
        " .widget.Followers, .widget.LinkList, .widget.Text, .widget.BlogSearch, .widget.Attribution, .widget.PageList,"
        " .widget.Header, .widget.FeaturedPost, .widget.Stats, .widget.Translate, .widget.Feed, .widget.ContactForm",
        sample='<div class="widget PopularPosts">Popular posts</div>',
        spares='<div class="widget Blog">The body of a post.</div>',
        why="widget",
    ),
    Rule(
        "wordpress-widget",
        "navigation",
        css="section.widget, li.widget, .widget_block, .widget_custom_html, .widget_media_image",
        sample='<section class="widget widget_text">Hello, I am Mia.</section>',
        spares='<div class="elementor-widget elementor-widget-text-editor">The body of a page.</div>',
        why="widget",
    ),
    Rule(
        "social-embed",
        "navigation",
        css=".twitter-tweet, .twitter-video, .instagram-media, .fb-post, .fb-page, .tiktok-embed, .bluesky-embed,"
        " .mastodon-embed, .wp-embedded-content, .reddit-embed-bq",
        sample='<blockquote class="twitter-tweet">A baker (@baker) May 3, 2021</blockquote>',
        spares="<blockquote>Bread is patience made visible.</blockquote>",
        why="embedded post",
    ),
    Rule(
        "paywall",
        "navigation",
        css=".gh-post-upgrade-cta, .gh-cta, .subscription-widget-wrap, .subscription-widget-wrap-editor, .regwall,"
        " .paywall-overlay, .paywall-prompt, .paywall-cta, .paywall-message",
        sample='<div class="gh-post-upgrade-cta">This post is for paying subscribers only</div>',
        spares='<div class="paywall">The body of a metered article.</div>',
        why="paywall",
    ),
    Rule(
        "teaser",
        "navigation",
        css=".teaser, .elementor-post, .elementor-widget-posts, .wp-block-latest-posts,"
        " .wp-block-post-excerpt, .pcilrp-body",
        sample='<div class="teaser">An oven for two loaves</div>',
        spares='<p class="article-teaser-text">The summary of an article.</p>',
        why="teaser of another article",
    ),
    Rule(
        "linked-block",
        "navigation",
        css="a p, a div, a ul, a h2, a h3, a h4, a h5",
        sample='<a href="/oven"><h3>An oven for two loaves</h3></a>',
        spares='<h3><a href="/oven">An oven for two loaves</a></h3>',
        why="teaser of another article",
    ),
    Rule(
        "widget-words",
        "navigation",
        words=listed(
            """widget area | widgets area | widgettitle | widget title | widget block | widget recent
            | widget categories | widget archive | widget search | widget tag | widget meta | widget links
            | widget pages | widget calendar | widget rss | widget nav | widget newsletter | widget subscribe
            | sidebar widget | sidebar container | sidebar wrapper | sidebar inner | main sidebar | moduletable
            | blogroll | tagcloud | tag cloud | wp calendar"""
        ),
        sample='<section class="widget widget_recent_entries">Recent posts</section>',
        spares='<div class="elementor-widget-theme-post-content">The body of a post.</div>',
        why="widget",
    ),
    Rule(
        "share",
        "navigation",
        words=listed(
            """share | shares | sharing | share2 | sharethis | sharedaddy | shariff | shareaholic | addtoany | a2a
            | addthis | heateor | essb | ssba | mashsb | dpsp | swp | sociable | social | socials | socialmedia
            | facebook | twitter | linkedin | pinterest | whatsapp | telegram | reddit | follow us | copy link
            | teilen | compartir | partager | condividi | compartilhar | print link | bookmark | jp likes | likes
            | like box | likebox | post ufi"""
        ),
        sample='<div class="share-bar">Share this</div>',
        spares='<h2 id="what-share-of-loaves-fails">What share of loaves fails?</h2>',
        why="share bar",
    ),
    Rule(
        "related",
        "navigation",
        words=listed(
            """related | relatedposts | yarpp | crp | rpwe | recommended | recommendations | recirc | recirculation
            | readnext | read next | up next | more posts | more stories | more from | more link
            | see also | also read | you may | may like | further reading | similar posts | latest
            | latest posts | latest news | recent posts | popular | trending | mostread | most read | most viewed
            | meistgelesen | post list | posts list | posts grid | wp block query | block post template
            | elementor posts | outbrain | taboola | plista | mgid | revcontent | zergnet | linkwithin
            | empfehlungen | weiterlesen | relacionadas | relacionados | lire aussi | leggi anche | lees ook | feed
            | promo | promos | promobox | swiper | owl | slick | carousel | splide | glide | teasers | teasergroup
            | teaser list | teaser item | teaser grid | teaser box | teaser link | teaser wrapper | teaser container
            | teaser group | teaser card | teaser image | teaser headline | node teaser | mode teaser | link teaser
            | kicker | eyebrow | overline | avatar"""
        ),
        sample='<div class="jp-relatedposts">Related</div>',
        spares='<h3 id="related-problems-of-wet-dough">Related problems of wet dough</h3>',
        why="other articles",
    ),
    Rule(
        "newsletter",
        "navigation",
        words=listed(
            """newsletter | newsletters | subscribe | subscribebox | subscription | signup | sign up | optin | opt in
            | mailchimp | mc embed | mc4wp | convertkit | klaviyo | mailpoet | tnp | abonnieren | suscripcion
            | follow blog | call to action | captioned button | donate | donation"""
        ),
        sample='<div class="newsletter-box">Never miss a recipe</div>',
        why="newsletter box",
    ),
    Rule(
        "consent",
        "navigation",
        words=listed(
            """cookie | cookies | cookiebanner | cookiebar | cookienotice | cookieconsent | cookiebot | cookielaw
            | consent | gdpr | dsgvo | onetrust | usercentrics | didomi | iubenda | tarteaucitron | axeptio
            | borlabs | cmplz | cky | eupopup | cc window | cc banner | cn notice | privacy notice | privacy banner"""
        ),
        sample='<div id="cookie-notice">We use cookies</div>',
        why="consent banner",
    ),
    Rule(
        "advert",
        "navigation",
        words=listed(
            """ad | ads | adv | advert | adverts | advertisement | advertising | adsbygoogle | adsense | adslot | adbox
            | adunit | adfox | dfp | gpt | yandex rtb | wpcnt | wordads | sponsor | sponsors | sponsored
            | sponsoring | affiliate | banner | banners | announcement | werbung | anzeige | publicidad | publicite
            | pubblicita | advertentie | reklama | reklam"""
        ),
        sample='<div class="ad-slot">Advertisement</div>',
        spares='<div class="wp-block-advice">Let it rest.</div>',
        why="advertisement",
    ),
)
"""What promotes something else than the article."""
