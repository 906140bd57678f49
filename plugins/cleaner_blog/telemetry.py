"""Stage telemetry: what software wrote about itself."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import Rule
from cleaner_blog.words import any_of, phrases

_NUMBER = r"\d{1,7}(?:[.,]\d{1,9})?"
_SECONDS = (
    rf"{_NUMBER} ?(?:s|secs?|ms|msec|(?:milli)?seconds?|Sekunden?|Sek\.?|segundos?|secondes?|secondi"
    rf"|секунд[аы]?|сек\.?|мс|time|sekund[ay]?|saniye|seconden|sekunder|秒)\.?"
)
_QUERIES = (
    r"(?:(?:My)?(?:SQL|sql|DB|db|[Dd]atabase|Datenbank-?) ?)?(?:[Qq]ueries|QUERIES|query|q|Abfragen"
    r"|Datenbankabfragen|requêtes?|consultas|запрос(?:ов|а)?|number|zapyta(?:ń|nia)|sorgu)"
    r"(?: (?:SQL|executed|к базе(?: данных)?|a la base de datos))?"
)
_QUERY_COUNT = any_of(
    rf"(?:<!-- ?)?\d{{1,5}} {_QUERIES}[.,;]?(?: ?(?:in|took|en|за|за время|w|within|sur|/|\||-|–|,|and|und|и"
    rf"|generated in|время|on))*[ :.]*{_SECONDS}.{{0,60}}",
    rf"{_SECONDS} ?[|/,;–-]? ?\d{{1,5}} {_QUERIES}.{{0,40}}|\d{{1,5}} {_QUERIES}\.?",
    r"(?:(?:DB |Database |Total |MySQL )?[Qq]ueries|SQL(?:[- ]запросов)?|(?:Количество )?[Зз]апросов|Abfragen"
    r"|Consultas|Requêtes)(?: ?[:=–-])? ?\d{1,5}(?:[ ,;|/–-].{0,80})?",
)
_MADE = (
    r"(?:<!-- ?)?(?:(?:(?:This |Dynamic |The |Cached )?[Pp]age|(?:Diese )?Seite|La page|Página|Страница"
    r"|Strona|Pagina|Site|Сторінка|Request|Script|Total|Load(?:ing)?|Execution|Render(?:ing)?"
    r"|Process|Время|Генерация|Czas|Sayfa) ?)?(?:was |wurde |a été |fue |была |has been )?(?:[Gg]enerat(?:ed"
    r"|ion)|[Cc]reated|[Rr]endered|[Ll]oad(?:ed)?(?: time)?|[Ss]erved|[Pp]rocessed|[Ee]xecut(?:ed|ion)|time|built"
    r"|[Gg]eneriert|erstellt|geladen|erzeugt|générée?|generada|cargada|[Сс]генерирован[ао]?|создана|загружена"
    r"|загрузки|выполнения|генерации|wygenerowan[ao]|generacji|oluşturul(?:du|ma)|gegenereerd)"
    rf"(?: (?:in|en|за|w|time|by|within|took|страницы|strony|скрипта|süresi|de))*[ :~=]+{_SECONDS}.{{0,80}}"
)
_MEMORY = any_of(
    rf"(?:Memory (?:usage|used|peak|consumption)|Peak memory(?: usage)?|Mem\. usage|Speicherverbrauch"
    rf"|(?:Использовано|Потребление|Использование) памяти)[ :=]+{_NUMBER} ?(?:[KMG]i?[Bb]|[кКмМ][бБ]|bytes).{{0,60}}",
    rf"{_NUMBER} ?(?:[KMG]i?[Bb]|bytes) (?:of )?(?:memory|RAM) used.{{0,40}}",
)
_NOTES = any_of(
    r"(?:Warning|Notice|Deprecated|Fatal error|Parse error|Strict Standards|PHP (?:Warning|Notice|Deprecated"
    r"|Fatal error)) ?: .{5,300} in /\S+ on line \d.{0,40}",
    r"(?:Cached|Performance optimized|Optimized|Minified|Page supported|Page cached|(?:Object|Page"
    r"|Database) Caching|Served from|WP-Super-Cache|Super [Cc]ache|Dynamic page|This page (?:is"
    r"|was) (?:cached|optimized|generated))"
    r"\b.{0,160}(?:W3 Total Cache|WP Rocket|Super Cache|Fastest Cache|LiteSpeed|Autoptimize|Varnish"
    r"|Cloudflare|memcached|disk|@ \d{4}|\d{4}-\d{2}-\d{2} \d{2}:\d{2}|gzip|cache)\b.{0,80}",
    r"<!--.{1,380}-->",
    r"(?:(?:Proudly |Site )?[Pp]owered|Stolz präsentiert|Präsentiert|Betrieben|Bereitgestellt"
    r"|(?:Fièrement )?[Pp]ropulsé|Funciona|Con tecnología|Tecnologia|(?:Сайт р|Р)аботает|Dumnie wspierane"
    r"|Mogelijk gemaakt|Ondersteund|Drivs|Drevet)"
    r"(?: (?:fast|proudly|mit|von|by|with|par|con|na|на|gracias a|door|med|av|da|de|przez|en|on|stolz"
    r"|por))+ [\p{Lu}\d](?!.*, (?:the|an?|it|he|she|they|der|die|das|el|la|le|[Tt]hese)\b)[^.!?]{1,100}\.?",
    r"(?:(?:WordPress|Blog|Website|Site|Web|Custom) )*(?:[Tt]hem[ae]|THEME|[Tt]emplate|[Dd]esign(?:ed)?"
    r"|[Dd]eveloped|[Ww]ebsite|[Ww]eb ?[Dd]esign|[Hh]osted|[Mm]aintained|[Bb]uilt|Umsetzung|Realisierung"
    r"|Programmierung|Gestaltung|Diseño"
    r"|Réalisation|Разработка|Дизайн|Создание сайта|Thème|Tema|Realizzazione)(?: (?:and|&|und|design(?:ed)?"
    r"|develop(?:ed|ment)|built|hosted|maintained|images|сайта|site|web))* ?:? (?:by|von|par|por|door|from"
    r"|от) ?:?[\p{Lu}\d](?!.*, (?:the|an?|it|he|she|they|der|die|das|el|la|le)\b)[^.!?]{1,100}",
    r"(?:Theme|Thème|Tema|Template|Webdesign|Web design|CMS|Umsetzung): \S[^.!?]{1,80} (?:by|von|par|from|от"
    r"|bei) .{1,60}",
    r"(?:Made|Built|Crafted|Coded|Erstellt|Gemacht|Hecho|Fait|Сделано) (?:with|mit|con|avec|с) (?!.*, (?:the|der|die"
    r"|das)\b)(?:love|Liebe|amor|amour|любовью|♥|❤|WordPress|Elementor|Webflow|Wix|Ghost|Jimdo|Squarespace|Hugo"
    r"|Jekyll)[^.!?]{0,80}",
    r"(?:(?:Post |Page |Total )?[Vv]iews|Hits|Visits|Visitors|Beitragsaufrufe|Seitenaufrufe|Aufrufe|Besucher"
    r"|Zugriffe|Vues|Visitas|Lecturas|Просмотр(?:ов|ы)|Переглядів|Wyświetleń|Odsłon|Weergaven|Visningar"
    r"|Okunma|Görüntülenme|Letture|Visualizza(?:zioni|ções)"
    r"|Прочитано|閲覧数|阅读|浏览|조회수?)(?: ?[:：(-] ?| )\d[\d.,]{0,12}[KkMm]?\)?(?: (?:times"
    r"|mal|раз|razy))?(?: ?\(.{1,40}\))?",
)
_SCRIPT = (
    r"(?:Please |You need to |You must |To (?:use|view|see|get) |Bitte |Sie müssen |Um |We['’]re sorry"
    r"|JavaScript (?:is|must|needs|seems|ist|muss|wird)|This (?:page|site|website|app|content|feature|form)"
    r"|(?:Ihr|Dein) Browser|Your browser|Veuillez|Por favor|Activez|Activa|Включите|Пожалуйста|Ваш браузер"
    r"|У вас|Увімкніть|Włącz|Schakel|Aktivera|Abilita|Ative|Habilite|Looks like|It (?:looks|seems)|Es scheint"
    r"|Sie (?:nutzen|verwenden)|Du (?:nutzt|verwendest)|Sorry|Oops|Enable|Turn on|Aktivieren)"
    r"(?=.*(?:(?:[Ee]nable|activate|turn on|aktivier|einschalten|requires?|disabled|activ[ae]|habilit|abilita"
    r"|[Aa]tiv[ae]|[Вв]ключ|[Уу]вімкн|[Ww]łącz|[Ss]chakel|without|ohne|needs?|benötig)[^.!?]{0,60}[Jj]ava ?[Ss]cript"
    r"|[Jj]ava ?[Ss]cript[^.!?]{0,60}(?:enable|activate|turn|aktivier|requires?|disabled|deaktiviert|activ"
    r"|habilit|abilita|включ|увімкн|włącz|einschalten)"
    r"|(?:out(?:dated|-of-date)|unsupported|veralteten?|устаревш|obsolète) (?:version of )?(?:[Bb]rowser"
    r"|браузер|navigateur)|[Aa]d ?[Bb]lock|[Ww]erbeblocker|supported browser)).{5,220}"
)

_BROWSER = (
    r"(?:Stai (?:utilizzando|usando)|Il tuo browser|Est[áa]s? (?:usando|utilizando)|[TS]u navegador|Seu navegador"
    r"|O seu (?:navegador|browser)|Vous utilisez|Votre navigateur|Je gebruikt|Je browser|Uw browser|U gebruikt"
    r"|Du använder|Din webbläsare|Du bruker|Nettleseren din|Din browser|Selaimesi|Používáte|Váš prohlížeč|Używasz"
    r"|Twoja przeglądarka|Вы используете|Ви використовуєте|Az Ön böngészője|Browserul|Tarayıcınız|お使いの"
    r"|您的浏览器|您的瀏覽器|브라우저가|متصفحك|הדפדפן)[^?]{0,80}(?:[Bb]rowser|Explorer|navegador|navigateur|webbläsar"
    r"|nettleser|selai|prohlížeč|przeglądar|böngész|tarayıcı|браузер|Java[Ss]cript|ブラウザ|浏览器|瀏覽器"
    r"|브라우저)[^?]{0,200}"
)


def rules() -> Iterator[Rule]:
    """Give the rules for counters, notes of servers and themes, and words of interface code."""
    yield from _counters()
    yield from _notes()


def _counters() -> Iterator[Rule]:
    """Rules for what was counted and measured."""
    yield Rule(
        "query-count",
        "telemetry",
        line=_QUERY_COUNT,
        sample="31 number 0.370231 time",
        spares="31 queries about the bridge came in.",
        why="counters of the theme's footer",
    )
    yield Rule(
        "made-in-time",
        "telemetry",
        line=_MADE,
        sample="Page generated in 0.370 seconds.",
        spares="Generated in the bridge, the sound is low.",
        why="time the server took",
    )
    yield Rule(
        "memory",
        "telemetry",
        line=_MEMORY,
        sample="Memory usage: 12.5 MB",
        spares="Memory: 16 GB",
        why="counters of the theme's footer",
    )
    yield Rule("age-rating", "telemetry", line=r"(?:0|6|12|14|16|18) ?\+", sample="16+", spares="16", why="age rating")


def _notes() -> Iterator[Rule]:
    """Rules for notes of servers, themes and scripts."""
    yield Rule(
        "server-notes",
        "telemetry",
        line=_NOTES,
        sample="Proudly powered by WordPress",
        spares="Designed by Jonas Lie, the bridge opened in 1998.",
        why="what software says about itself",
    )
    yield Rule(
        "script-notes",
        "telemetry",
        line=any_of(_SCRIPT, _BROWSER),
        sample="Please enable JavaScript to view this page.",
        spares="Please sit down.",
        why="what software says about itself",
    )
    yield Rule(
        "machine-phrases",
        "telemetry",
        phrases=phrases("machine"),
        sample="Powered by WordPress",
        spares="Power to the people",
        why="what software says about itself",
    )
