"""Stage navigation, first part: skip links, menus, breadcrumbs, paging, and what leads around the site."""

from __future__ import annotations

from collections.abc import Iterator

from cleaner import Rule
from cleaner_blog.words import ENGLISH_MONTH, any_of, either, one_of, phrases

_SKIP = any_of(
    r"(?:[Ss]kip|SKIP|[Jj]ump) (?:to|TO) [^.!?,;]{1,40}",
    r"[Zz]u[mr] [^.!?,;]{1,40} (?:springen|wechseln)",
    r"(?:[Dd]irekt|Springe) (?:zu[mr]?) [^.!?,;]{1,40}",
    r"(?:Aller|Accéder|Passer)(?: directement)? (?:au|à la|à) (?:contenu|menu|navigation|recherche)[^.!?]{0,25}",
    r"(?:Saltar|Ir|Pasar)(?: directamente)? (?:al?|a la) (?:contenido|navegación|menú)[^.!?]{0,25}",
    r"(?:Vai|Passa|Salta) al (?:contenuto|menu)[^.!?]{0,25}",
    r"(?:Ir|Pular|Saltar) para [oa] (?:conteúdo|menu|navegação)[^.!?]{0,25}",
    r"(?:Ga|Naar|Doorgaan|Spring) (?:direct )?(?:naar )?(?:de |het )?(?:hoofd)?(?:inhoud|navigatie|artikel|content)",
    r"Przejdź do (?:treści|menu|głównej treści|stopki|wyszukiwarki|nawigacji)",
    r"(?:Hoppa|Gå) till? (?:huvud|hoved)?(?:innehåll|innhold|indhold|meny|navigation)[^.!?]{0,20}",
    r"Перейти (?:сразу )?(?:к|до) (?:основному |основного )?(?:содержани|содержимо|контент|материал|вміст"
    r"|зміст)\p{L}{1,4}",
    r"(?:Ana içeriğe|İçeriğe) (?:atla|geç)",
    r"Siirry (?:suoraan )?sisältöön|Přejít k (?:hlavnímu )?obsahu|Ugrás a tartalomhoz|Salt la conținut",
    r"Chuyển đến nội dung(?: chính)?|Langsung ke konten(?: utama)?",
    r"(?:コンテンツ|本文|メインコンテンツ)[へに](?:スキップ|移動)(?:する)?",
    r"跳[至到转轉過过].{1,12}|(?:본문|주메뉴) 바로가기",
)

_PAGING = any_of(
    r"(?:Previous|Next|Prev)(?: (?:[Pp]ost|[Aa]rticle|[Ss]tory|[Pp]age|[Ee]ntry) ?(?:[:»«←→]|:? \|)| ?(?:[»«←→]"
    r"|:? \|)) ?.{1,120}|(?:Previous|Next|Prev) ?: ?[^\p{Ll}].{0,119}(?<!\p{Ll}{2}\.)",
    r"(?:Previous|Next) (?:[Pp]ost|[Aa]rticle) ?[\p{Lu}\"“‘'].{1,120}",
    r"(?:Vorheriger|Nächster) (?:Beitrag|Artikel|Post):? .{1,120}",
    r"Article (?:précédent|suivant):? .{1,120}|Artículo (?:anterior|siguiente):? .{1,120}",
    r"Artigo (?:anterior|seguinte):? .{1,120}|Articolo (?:precedente|successivo):? .{1,120}",
    r"(?:Предыдущая|Следующая) (?:запись|статья|новость):? .{1,120}",
    r"(?:Page|Seite|Страница|Página|Pagina|Strona) \d{1,3} (?:of|von|из|de|di|z) \d{1,3}",
    r"← ?\p{L}.{1,120}",
)

_MONTH = either(
    ENGLISH_MONTH,
    one_of(
        "Januar Jänner Februar März Mai Juni Juli Oktober Dezember"
        " [Jj]anvier [Ff]évrier [Mm]ars [Aa]vril [Mm]ai [Jj]uin [Jj]uillet [Aa]oût [Ss]eptembre [Oo]ctobre [Nn]ovembre"
        " [Dd]écembre [Ee]nero [Ff]ebrero [Mm]arzo [Aa]bril [Mm]ayo [Jj]unio [Jj]ulio [Aa]gosto [Ss]ep?tiembre"
        " [Oo]ctubre [Nn]oviembre [Dd]iciembre [Gg]ennaio [Ff]ebbraio [Aa]prile [Mm]aggio [Gg]iugno [Ll]uglio"
        " [Ss]ettembre [Oo]ttobre [Dd]icembre [Jj]aneiro [Ff]evereiro [Mm]arço [Mm]aio [Jj]unho [Jj]ulho [Ss]etembro"
        " [Oo]utubro [Nn]ovembro [Dd]ezembro [Jj]anuari [Ff]ebruari [Mm]aart [Mm]ei [Aa]ugustus [Aa]ugusti [Mm]aj"
        " januar februar juni juli august september oktober november december [Dd]esember"
        " [Ss]tyczeń [Ll]uty [Mm]arzec [Kk]wiecień [Cc]zerwiec [Ll]ipiec [Ss]ierpień [Ww]rzesień [Pp]aździernik"
        " [Ll]istopad [Gg]rudzień [Ll]eden [Úú]nor [Bb]řezen [Dd]uben [Kk]věten [Čč]erven(?:ec)? [Ss]rpen [Zz]áří"
        " [Řř]íjen [Pp]rosinec Ocak Şubat Mart Nisan Mayıs Haziran Temmuz Ağustos Eylül Ekim Kasım Aralık"
        " [Яя]нварь [Фф]евраль [Мм]арт [Аа]прель [Мм]ай [Ии]юнь [Ии]юль [Аа]вгуст [Сс]ентябрь [Оо]ктябрь [Нн]оябрь"
        " [Дд]екабрь"
    ),
)

_POSTS = r" ?\(\d{1,5}\)"
"""How many of them there are."""

_ARCHIVE = any_of(
    rf"{_MONTH}\.? (?:19|20)\d\d{_POSTS}",
    rf"(?:19|20)\d\d(?: ?年 ?\d{{1,2}} ?月)?{_POSTS}",
    rf"[►▼▸▾] *(?:{_MONTH}\.? )?(?:19|20)\d\d{_POSTS}",
)
"""With the number of posts, as blogs list them at their side."""

_HOME = either(
    r"Home|HOME|Homepage|Startseite|Accueil|Inicio|Início|Portada|Главная|Головна|Strona główna|Anasayfa|Ana Sayfa",
    r"Hem|Hjem|Forside|Etusivu|Domů|Úvod|ホーム|TOP|トップ|首[页頁]|홈",
    r"You [Aa]re [Hh]ere|Sie sind hier|Vous êtes ici|Estás aquí|Вы здесь",
)

_ROW = (
    r"(?:Home|HOME|Impressum|IMPRESSUM|Datenschutz|AGB|Kontakt|Privacy(?: Policy)?|Terms(?: of (?:Use|Service))?"
    r"|Contact(?: [Uu]s)?|About(?: [Uu]s)?|Sitemap|Mentions légales|Aviso legal|Política de privacidad"
    r"|Polityka prywatności)(?: ?[|·•] ?[^.!?|·•]{2,40}){1,12}"
)
"""The foot of a site in one line."""

_BUTTON = any_of(
    r"(?:Open|Close|Toggle|Expand|Collapse|Show|Hide|open|close|toggle|expand|show) (?:the |main |mobile "
    r"|primary |sub)?(?:menu|navigation|search|sidebar|submenu|dropdown|sub-menu)(?: .{1,40})?",
    r"(?:Menü|Navigation|Suche|Untermenü) (?:öffnen|schließen|anzeigen|ausblenden|einblenden|umschalten"
    r"|ein-/ausklappen)",
    r"(?:Ouvrir|Fermer|Afficher) (?:le |la )?(?:menu|recherche|sous-menu|navigation)",
    r"(?:Abrir|Cerrar|Fechar|Mostrar) (?:el |o )?(?:menú|menu|buscador)|(?:Apri|Chiudi) (?:il )?menu",
    r"(?:Открыть|Закрыть|Відкрити|Закрити) (?:меню|поиск|пошук)",
)

_ACCOUNT = any_of(
    r"(?:Log in|Login|Sign in|Sign In|Log In) ?(?:/|or|\||&|to) ?"
    r"(?:[Rr]egister|[Ss]ign [Uu]p|[Ss]ubscribe|[Cc]reate (?:an )?[Aa]ccount|[Jj]oin|your account"
    r"|continue)(?: .{1,30})?",
    r"(?:Already|Not) (?:have an account|a member|a subscriber|registered|subscribed|an existing user)\?.{0,60}",
    r"(?:Don['’]t|Do not) have an account\?.{0,60}|(?:Forgot|Lost) (?:your |my )?(?:password|username)\??.{0,30}",
    r"(?:Haben Sie|Hast du|Sie haben|Du hast|Noch) (?:bereits |schon |noch )?(?:k?einen? )?"
    r"(?:Konto|Account|Abo|Zugang|Benutzerkonto)\?.{0,60}",
    r"(?:Melden|Loggen) Sie sich [^.!?]{5,120}\bAbo(?:nnement)?\b[^!?]{0,120}",
    r"Sie sind (?:nicht )?angemeldet(?: als)?:?.{0,40}|(?:Уже|Ещё нет|Нет) (?:есть )?(?:аккаунта?"
    r"|зарегистрированы)\?.{0,50}",
    r"(?:Déjà|Pas encore) (?:abonné|inscrit|membre|un compte)\(?e?\)? ?\?.{0,50}",
    r"¿(?:Ya eres|Ya tienes|No tienes|Aún no|Eres) .{3,40}\?.{0,40}",
)


def rules() -> Iterator[Rule]:
    """Give the rules for menus and what belongs to them."""
    yield from _menus()
    yield from _ways()
    yield from _rest()


def _menus() -> Iterator[Rule]:
    """Rules for what menus hold."""
    yield Rule(
        "skip-links",
        "navigation",
        line=_SKIP,
        why="skip link",
        sample="Skip to content",
        spares="Skip to the end if you must, he wrote.",
    )
    yield Rule(
        "menu-phrases",
        "navigation",
        phrases=phrases("menu"),
        why="a word of the site's menu",
        sample="Privacy Policy",
        spares="Conclusion",
    )
    yield Rule(
        "menu-button",
        "navigation",
        line=_BUTTON,
        why="a button of the menu",
        sample="Toggle navigation",
        spares="Close the window and open the door.",
    )
    yield Rule(
        "languages",
        "navigation",
        phrases=phrases("languages"),
        why="language menu",
        sample="Русский",
        spares="Russian",
    )


def _ways() -> Iterator[Rule]:
    """Rules for what leads around the page and the site."""
    yield Rule(
        "return",
        "navigation",
        phrases=phrases("return"),
        why="leads around the page",
        sample="Back to top ↑",
        spares="Summary",
    )
    yield Rule(
        "paging",
        "navigation",
        phrases=phrases("paging"),
        why="leads to other pages",
        sample="« Older posts",
        spares="The next article of the treaty",
    )
    yield Rule(
        "paging-title",
        "navigation",
        line=_PAGING,
        why="leads to other pages",
        sample="Previous article: The bridge that was never built",
        spares="Next, they crossed the river.",
    )
    yield Rule(
        "breadcrumb-line",
        "navigation",
        why="breadcrumb",
        line=rf"{_ROW}|{_HOME} 9 [^.!?]{{2,60}} 9 .{{2,200}}"  # the theme Divi has an arrow where its font is known
        rf"|{_HOME}:?(?: ?(?:>>?|›|»|→|/|\\|\||::) ?[^>›»|/→\\]{{1,90}}){{1,6}}(?: ?[>›»/])?",
        sample="Home » News » Local",
        spares="Home is where the heart is.",
    )


def _rest() -> Iterator[Rule]:
    """Rules for accounts and signs."""
    yield Rule(
        "archive",
        "navigation",
        line=_ARCHIVE,
        why="posts of a month or year",
        sample="December 2021 (31)",
        spares="Jane Roe et al., 2021 (31)",
    )
    yield Rule(
        "account-links",
        "navigation",
        line=_ACCOUNT,
        why="account",
        sample="Already have an account? Log in",
        spares="Not a member of the club, he watched from outside.",
    )
    yield Rule(
        "signs",
        "navigation",
        why="signs without words",
        line=r"[|/·•×✕✖›»«‹→←↑↓▲▼►▶◄+✓✔♥❤★☆⋮≡☰ \u200b\u00a0]{1,12}|[…,&–—-]|\{\{[^{}]{1,60}\}\}",
        sample="|",
        spares="* * *",
    )
