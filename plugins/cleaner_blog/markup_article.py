"""Markup in and under the article: captions, bylines, post meta, comments."""

from __future__ import annotations

from cleaner import Rule
from cleaner_blog.words import listed

CAPTIONS = (
    Rule(
        "figcaption",
        "captions",
        css="figcaption, caption",
        sample="<figure><figcaption>The bakery at dawn</figcaption></figure>",
        spares="<figure><blockquote>Bread is patience made visible.</blockquote></figure>",
        why="caption",
    ),
    Rule(
        "caption-words",
        "captions",
        words=listed(
            """caption | captions | legend | image widget | image description | img description | picture description
            | figcaption | imagecaption | photocaption | wp caption | tr caption | bildunterschrift | bildtext
            | legende | didascalia | onderschrift | pie foto | photo credit | photo credits | image credit
            | image credits | img credit | media credit | fotocredit | bildnachweis | bildquelle | image source
            | image copyright"""
        ),
        sample='<p class="wp-caption-text">The bakery at dawn</p>',
        why="caption or its credit",
    ),
    Rule(
        "player",
        "captions",
        words=listed("player | audioplayer | videoplayer | playlist | vjs | jwplayer | mejs | plyr"),
        sample='<div class="mejs-container">00:00 00:00</div>',
        why="player",
    ),
)
"""Pictures and players."""

CREDITS = (
    Rule(
        "byline",
        "credits",
        css="address, [rel=author], [rel=tag], [itemprop=author], [itemprop=datePublished], [itemprop=dateModified],"
        " [itemprop=publisher], [itemprop=keywords], .date, .date-header, .submitted",
        sample='<a rel="author" href="/mia">Mia Kettle</a>',
        spares='<div class="date-outer">The body of a post.</div>',
        why="byline",
    ),
    Rule(
        "byline-words",
        "credits",
        words=listed(
            """byline | bylines | author | authors | authorname | authorbox | aboutauthor | bio | biography
            | saboxplugin | contributor | vcard | gravatar | createdby | posted on | posted by | posted in
            | written by | postedon | postdate | pubdate | publishdate | timestamp | datetime | post date
            | entry date | article date | publish date | date published | updated date | readtime | readingtime
            | reading time | read time | time to read | lesezeit"""
        ),
        sample='<div class="author-box">About the author</div>',
        why="byline or author box",
    ),
    Rule(
        "post-meta",
        "credits",
        words=listed(
            """postmeta | metadata | postmetadata | postinfo | articleinfo | post meta | entry meta | article meta
            | byline meta | meta data | meta info | post info | post details | post data | article info | entry info
            | entry utility | node meta | node submitted | node links | tags | taglist | taglinks | posttags
            | tag links | tag list | cat links | categories | post category | category list | post labels | taxonomy
            | taxonomies | keywords | schlagworte | etiquetas | postviews | post views | view count | views count"""
        ),
        sample='<div class="entry-meta">Posted on May 3, 2021 by Mia</div>',
        spares='<div class="post tag-baking category-bread">The body of a post.</div>',
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
"""Who wrote it, when, under which terms."""

COMMENTS = (
    Rule(
        "comment",
        "comments",
        css="li.comment, div.comment, article.comment, section.comment, p.comment, .comment-respond",
        sample='<li class="comment">Lovely crust.</li>',
        spares='<pre><span class="token comment"># knead the dough</span></pre>',
        why="comment",
    ),
    Rule(
        "comment-words",
        "comments",
        words=listed(
            """comments | commentlist | commentform | comment list | comment form | comment respond | comment reply
            | comment body | comment content | comment author | comment meta | comment item | comment thread
            | comment section | comment wrap | comment wrapper | comment container | comment count | comment box
            | comment text | respond | reply | discussion | feedback | pingback | trackback | trackbacks
            | webmention | webmentions | disqus | dsq | livefyre | akismet | wpdiscuz | hypercomments | cackle
            | giscus | utterances | rating | ratings | kksr | votes | kommentar | kommentare | leserkommentare
            | komentarze | comentario | comentarios | commentaire | commentaires | commenti | reacties"""
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
"""What readers wrote, and what asks them to write."""

TELEMETRY = (
    Rule(
        "admin-bar",
        "telemetry",
        words=listed("wpadminbar | query monitor | debug bar | debugbar"),
        sample='<div id="wpadminbar">Howdy, Mia</div>',
        why="administration bar",
    ),
)
"""What the software shows to its owner."""
