"""Stage telemetry: what software wrote about itself."""

from __future__ import annotations

from cleaner import Rule
from cleaner_blog.words import listed

_NUMBER = r"\d{1,7}(?:[.,]\d{1,9})?"
_SECONDS = rf"{_NUMBER} ?(?:s|sec|secs|ms|msec|seconds?|Sekunden?|Sek\.?|segundos?|secondes?|secondi|секунд[аы]?|сек\.?|мс|time|sekund[ay]?|saniye|seconden|sekunder|秒|milliseconds?)\.?"
_QUERIES = r"(?:(?:SQL|DB|MySQL|mysql|sql|db|database|Datenbank-?) ?)?(?:queries|Queries|QUERIES|query|q|Abfragen|Datenbankabfragen|requêtes?|consultas|запрос(?:ов|а)?|number|zapyta(?:ń|nia)|sorgu|queries executed|calls)(?: (?:SQL|SQL-?запросов|к базе(?: данных)?|a la base de datos))?"

RULES: tuple[Rule, ...] = (
    Rule(
        "query-count",
        "telemetry",
        line=rf"(?:<!-- ?)?\d{{1,5}} {_QUERIES}[.,;]?(?: ?(?:in|took|en|за|за время|w|within|sur|/|\||-|–|,|and|und|и|tardó|durée|generated in|executed in|время|on))*[ :.]*{_SECONDS}[^\n]{{0,60}}|{_SECONDS} ?[|/,;–-]? ?\d{{1,5}} {_QUERIES}.{{0,40}}|\d{{1,5}} number \d+\.\d+ time.{{0,20}}|(?:Queries|SQL|DB [Qq]ueries|Database queries|Запросов|SQL[- ]запросов|Количество запросов|Abfragen|Consultas|MySQL|Requêtes|Total queries|Zapytań)(?: ?[:=–-])? ?\d{{1,5}}.{{0,80}}|\d{{1,5}} {_QUERIES}\.?",
        sample="31 number 0.370231 time",
        spares="31 queries about the bridge came in.",
        why="counters of the theme's footer",
    ),
    Rule(
        "made-in-time",
        "telemetry",
        line=rf"(?:<!-- ?)?(?:(?:Page|This page|Dynamic page|Seite|Diese Seite|La page|Page web|Página|Страница|Strona|Pagina|The page|Site|Website|Сторінка|Content|Cached page|Request|Response|Output|Script|Total|Load|Loading|Execution|Render(?:ing)?|Время|Process|Генерация|Czas|Sayfa|Served) ?)?(?:was |wurde |a été |fue |была |has been |time|page|generated|time:|Zeit)? ?(?:generated|created|rendered|loaded|served|processed|executed|built|generiert|erstellt|geladen|erzeugt|générée?|generada|cargada|сгенерирован[ао]?|создана|загружена|загрузки|выполнения|генерации(?: страницы)?|generacji|wygenerowana|wygenerowano|oluşturuldu|oluşturulma|gegenereerd|[Gg]enerated|Served|Rendered|Created|Loaded|Executed|Generiert|Generated|Сгенерировано|Generato|Generado|Wygenerowano|load|generation|execution|rendering|Load time|time)(?: (?:in|en|за|w|time|by|within|took|страницы|strony|скрипта|süresi|de))*[ :~=]*{_SECONDS}[^\n]{{0,80}}",
        sample="Page generated in 0.370 seconds.",
        spares="Generated in the bridge, the sound is low.",
        why="time the server took",
    ),
    Rule(
        "memory",
        "telemetry",
        line=rf"(?:Memory|Memory usage|Peak memory|Peak memory usage|Memory peak|Mem|Speicher|Память|Использовано памяти|Потребление памяти|Mémoire|Memoria)(?: (?:usage|used|peak))?[ :=]+{_NUMBER} ?(?:[KMG]i?[Bb]|[кКмМ][бБ]|bytes|MB|Mb).{{0,60}}|{_NUMBER} ?(?:[KMG]i?[Bb]|bytes) (?:of )?(?:memory|RAM|used|памяти).{{0,40}}",
        sample="Memory usage: 12.5 MB",
        spares="Memory: a short history.",
        why="counters of the theme's footer",
    ),
    Rule(
        "server-notes",
        "telemetry",
        line=r"(?:Warning|Notice|Deprecated|Fatal error|Parse error|Strict Standards|PHP (?:Warning|Notice|Deprecated|Fatal error))\b ?: .{5,300}(?: in | on line )\S*.{0,120}|(?:Cached|Performance optimized|Optimized|Minified|Page supported|Page cached|Object Caching|Page Caching|Lazy Loading|Database Caching|Content Delivery Network|Served from|Cache served|WP-Super-Cache|Compression|Super Cache|Dynamic page|Super cache|This page (?:is|was) (?:cached|optimized|generated))\b.{0,160}(?:W3 Total Cache|WP Rocket|WP Super Cache|WP Fastest Cache|LiteSpeed|LiteSpeed Cache|Autoptimize|Varnish|Cloudflare|memcached|disk|@ \d{4}|\d{4}-\d{2}-\d{2} \d{2}:\d{2}|debug|gzip|Hummingbird|cache)\b.{0,80}|<!--.{1,380}-->|(?:Powered|Proudly powered|Site powered|Stolz präsentiert|Präsentiert|Betrieben|Bereitgestellt|Fièrement propulsé|Propulsé|Funciona|Orgullosamente|Con tecnología|Creado|Tecnologia|Работает|Сайт работает|Dumnie wspierane|Mogelijk gemaakt|Ondersteund|Drivs|Drevet|Créé|Orgogliosamente|Offerto|Desarrollado)(?: (?:fast|proudly|mit|von|by|with|par|con|na|на|gracias a|door|med|av|da|funciona con|funcionando con|de|przez|en|on|stolz|auf|por|desde|orgullosamente|cu))+ [\p{Lu}\d][^.!?]{1,100}[.]?|(?:WordPress |Blog |Website |Site |Web |Webdesign |Web design |Design |Blogger |Custom )*(?:[Tt]hema?|[Tt]heme|THEME|[Tt]emplate|[Dd]esign(?:ed)?|[Dd]eveloped|[Ww]ebsite|[Ww]eb [Dd]esign|[Ww]ebdesign|[Hh]osted|[Mm]aintained|[Bb]uilt|[Cc]rafted|[Cc]oded|[Mm]anaged|Umsetzung|Realisierung|Programmierung|Gestaltung|Realizado|Diseño|Réalisation|Conception|Разработка|Дизайн|Создание сайта|Thème|Tema|Realizzazione|Webontwerp|Blog design|Site design)(?: (?:and|&|by|von|with|by:|door|par|de|and maintained|&amp;|und|developed|built|hosted|design|development|managed|images|сайта|wordpress|site|web))* ?:? (?:by|von|par|por|door|from|от) ?:?[\p{Lu}\d][^.!?]{1,100}|(?:Theme|Thème|Tema|Template|Webdesign|Web design|CMS|Umsetzung|Разработка сайта): \S[^.!?]{1,80}(?: (?:by|von|par|de|from|от|bei) .{1,60})?|(?:Made|Built|Crafted|Coded|Erstellt|Gemacht|Hecho|Fait|Сделано) (?:with|mit|con|avec|с) (?:love|Liebe|amor|amour|любовью|♥|❤|💙|🧡|💚|WordPress|Elementor|Webflow|Wix|Ghost|Jimdo|Squarespace|Hugo|Jekyll)[^.!?]{0,80}|(?:Views|Post [Vv]iews|Page [Vv]iews|Hits|Total [Vv]iews|Visits|Visitors|Post Views|Beitragsaufrufe|Seitenaufrufe|Aufrufe|Besucher|Zugriffe|Vues|Visitas|Lecturas|Просмотров|Просмотры|Переглядів|Wyświetleń|Odsłon|Weergaven|Visningar|Okunma|Görüntülenme|Letture|Visualizzazioni|Visualizações|Пост прочитан|Прочитано|閲覧数|阅读|浏览|조회수?)(?: ?[:：(-]? ?)\d[\d.,  ]{0,12}[KkMm]?\)?(?: (?:times|mal|раз|razy))?(?: ?\(.{1,40}\))?",
        sample="Proudly powered by WordPress",
        spares="Powered by hope, they rowed on.",
        why="what software says about itself",
    ),
    Rule(
        "script-notes",
        "telemetry",
        line=r"(?:Please |You need to |You must |To (?:use|view|see|get)[^.!?]{0,60}|Bitte |Sie müssen |Für |Um |In order |For |We['’]re sorry|JavaScript|Javascript|Java Script|This (?:page|site|website|app|content|feature|form)|Ihr Browser|Dein Browser|Your browser|Veuillez|Por favor|Necesitas|Activez|Activa|Включите|Пожалуйста|Для|Ваш браузер|У вас|Вы используете|Увімкніть|Włącz|Twoja|Aby|Schakel|Zet|Aktivera|Du |Se |Abilita|Ative|Habilite|Looks like|It looks|It seems|Es scheint|Sie (?:nutzen|verwenden)|Du (?:nutzt|verwendest)|Internet Explorer|IE|Sorry|Oops|Enable|Turn on|Aktivieren)(?=.*(?:[Jj]ava ?[Ss]cript|JS|(?:out(?:dated|-of-date)|unsupported|veralteten?|устаревш|obsolète|old|older) (?:version of )?(?:[Bb]rowser|браузер|navigateur)|[Aa]d ?[Bb]lock|[Aa]dblocker|[Ww]erbeblocker|supported browser|[Bb]rowser(?:version)? (?:is |ist )?(?:out|not supported|veraltet|nicht))).{5,300}",
        sample="Please enable JavaScript to view this page.",
        spares="Please sit down.",
        why="what software says about itself",
    ),
    Rule(
        "machine-phrases",
        "telemetry",
        phrases=listed("""
        [email protected] | {title} {title} {title} | lorem ipsum | lorem ipsum dolor sit amet | undefined | null | nan | none | object object | [object object] | undefined undefined | error | 404 | 404 not found | page load link | this is some text inside of a div block | this is some text inside of a div block. | no items found | no items found. | no results found | no results found. | no results | no posts | no posts found | nothing found | untitled | heading | placeholder | text link | button text | your browser is out of date | javascript is disabled | javascript is disabled in your browser | javascript is not available | javascript must be enabled | enable javascript | please enable javascript | please enable js and disable any ad blocker | sorry, something went wrong | something went wrong | something went wrong. please try again | something went wrong. please try again later | an error occurred | an error has occurred | try again | please try again | please try again later | retry | refresh | you can't perform that action at this time | you can't perform that action at this time. | reload to refresh your session. | xs | sm | md | lg | xl | xxl | xs sm md lg | desktop | sent from my iphone | submitting form | open in app | view in app | open app | install app | skip ad | pardon our interruption | just a moment... | checking your browser | checking your browser before accessing | verify you are human | verifying you are human. this may take a few seconds | wordpress.com | wordpress.org | wordpress | powered by wordpress | powered by wordpress.com | powered by wordpress.com vip | proudly powered by wordpress | powered by blogger | powered by ghost | published with ghost | powered by substack | powered by medium | powered by typepad | powered by squarespace | powered by drupal | powered by joomla | powered by discourse | powered by google | powered by translate | powered by beehiiv | powered by hubspot | powered by shopify | awesome inc. theme. powered by blogger | blogger | theme images by | rss - posts | rss - comments | entries feed | entries rss | comments feed | entries (rss) | comments (rss) | feed der einträge | kommentare-feed | beitrags-feed (rss) | site admin | log in entries feed comments feed wordpress.org | shortcode | widget | write css or less and hit save. ctrl + space for auto-complete | dmca.com protection status | use tab to navigate through the menu items | use tab to navigate through the menu items. | javascript deaktiviert | bitte aktivieren sie javascript | bitte javascript aktivieren | keine ergebnisse | keine ergebnisse gefunden | keine treffer | es ist ein fehler aufgetreten | ein fehler ist aufgetreten | veuillez activer javascript | aucun résultat | no se encontraron resultados | sin resultados | nessun risultato | nenhum resultado encontrado | ничего не найдено | результатов не найдено | пнвтсрчтптсбвс | пн вт ср чт пт сб вс | mo di mi do fr sa so | m d m d f s s | m t w t f s s | s m t w t f s | mon tue wed thu fri sat sun | sun mon tue wed thu fri sat | l m x j v s d | l m m j v s d | d s t q q s s | 12+ | 16+ | 18+ | 6+ | 0+ | translate | translate this page | translate » | google translate | select language | screen reader | screen readers | read more about | opens in a new tab | opens in a new window | opens in new tab | external link | (external link) | external | new window | close | close × | close this | close this dialog | close modal | close dialog | close popup | close window | close this module | dismiss | dismiss this | modal | popup | tooltip | dropdown | submenu | sub menu | accordion | carousel | slider | slide | spinner | current page | breadcrumb | breadcrumbs | breadcrumb navigation | breadcrumb trail links | you are on page | main content | main content starts here | page content | content | article content | start of main content | end of main content | end of article | begin slideshow | top of form | bottom of form | hide | show | expand | collapse | expand all | collapse all | open | hamburger | hamburger menu | burger menu | search icon | menu icon | close icon | arrow | arrow left | arrow right | arrow-left | arrow-right | chevron | chevron down | chevron right | chevron-down | caret | plus icon | minus icon | left arrow | right arrow | down arrow | scroll left | scroll right | scroll down | swipe left | swipe right | drag | icon | svg | image icon | calendar icon | clock icon | user icon | home icon | globe icon | location icon | phone icon
        """),
        sample="Powered by WordPress",
        spares="Power to the people",
        why="what software says about itself",
    ),
)
