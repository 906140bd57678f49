"""Rules by structure: what the elements of the templates are."""

from __future__ import annotations

from cleaner import Rule

RULES = (
    Rule(
        "viewport-markers",
        "telemetry",
        css=".responsive-indicator",
        sample='<div class="responsive-indicator"><div>XS</div></div>',
        why="names of screen sizes",
    ),
    Rule(
        "teaser-blocks",
        "navigation",
        css=".media-block-wrap, .media-block, .region, .c-hlights, .btn--load-more, .link-more"
        ", .c-promo, .infographic-promo, .news__item ~ .news__item",
        sample='<div class="media-block-wrap"><h2 class="section-head">Related</h2></div>',
        why="headlines of other articles",
    ),
    Rule(
        "page-head",
        "navigation",
        css=".hdr, .hdr-20, .nav-hdr-outer-container, .js-category, div.category, .pg-title--sticky-share, div.sr-only"
        ", .print-dialogue, .c-lightbox, .ctc-message, .sticky-share-container",
        sample='<div class="category js-category"><a href="/z/1">News</a></div>',
        why="menus, section label and what is hidden above the article",
    ),
    Rule(
        "share-and-print",
        "navigation",
        css=".share--box, aside.share, .share__list, .content-sharing, .link-content-sharing"
        ", .link-print, .ctc, .article-share",
        sample='<div class="share--box"><button>Share</button></div>',
        why="share bar",
    ),
    Rule(
        "page-foot",
        "navigation",
        css="#ymla-section, .ymla-section, .back-to-top-nav, .back-to-top-link, .foot, .foot-nav",
        sample='<div id="ymla-section"><h2>You may also like</h2></div>',
        why="what follows the article",
    ),
    Rule(
        "media",
        "captions",
        css=".cover-media, .wsw__embed, .media-image, .media-pholder, .media-download, .media-expand"
        ", .c-mmp, .c-mmp__player, .c-mmp__poster, .c-sticky-container, .mediaReplacer, .external-content-placeholder"
        ", [data-sp_api=pangea-video]",
        sample='<div class="wsw__embed"><figure><figcaption>A bridge.</figcaption></figure></div>',
        why="picture, player or embed with its caption",
    ),
    Rule(
        "author-box",
        "credits",
        css=".c-author, .c-author--hlight, .c-author__btns, .author-box",
        sample='<div class="c-author"><h4>Jana Example</h4></div>',
        why="author box",
    ),
    Rule(
        "publishing-details",
        "credits",
        css=".publishing-details, .links__list",
        sample='<div class="publishing-details"><time>May 1, 2021</time></div>',
        why="date and byline",
    ),
    Rule(
        "claim-card",
        "navigation",
        css=".fc__body, .statement, .verdict",
        sample='<div class="fc__body"><div class="statement">The claim</div></div>',
        why="card of the checked claim",
    ),
    Rule(
        "outside-the-article",
        "navigation",
        outside="#article-content:not(.news__item ~ .news__item *)"
        ", .wsw:not(.c-author *, .statement *, .comments *, .media-block-wrap *, #ymla-section *"
        ", .news__item ~ .news__item *), .intro:not(.verdict *, #ymla-section *, .news__item ~ .news__item *)",
        sample='<p>Menu</p><div id="article-content"><p>Body</p></div>',
        why="stands outside the article",
    ),
)
"""Elements of the templates, old and new; they hold whatever the language is."""
