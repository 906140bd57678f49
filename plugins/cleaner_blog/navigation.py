"""Stage navigation, first part: skip links, menus, breadcrumbs, paging, and what leads around the site."""

from __future__ import annotations

from cleaner import Rule
from cleaner_blog.words import listed

_SKIP = (
    r"(?:[Ss]kip|SKIP|Jump|jump) (?:to|TO) [^.!?,;]{1,40}"
    r"|(?:Zum|Zur|zum|zur) [^.!?,;]{1,40} (?:springen|wechseln)"
    r"|(?:Direkt|direkt|Springe) (?:zum|zur|zu) [^.!?,;]{1,40}"
    r"|(?:Aller|Accéder|Passer)(?: directement)? (?:au|à la|à) (?:contenu|menu|navigation|recherche)[^.!?]{0,25}"
    r"|(?:Saltar|Ir|Pasar)(?: directamente)? (?:al?|a la) (?:contenido|navegación|menú)[^.!?]{0,25}"
    r"|(?:Vai|Passa|Salta) al (?:contenuto|menu)[^.!?]{0,25}"
    r"|(?:Ir|Pular|Saltar) para (?:o|a) (?:conteúdo|menu|navegação)[^.!?]{0,25}"
    r"|(?:Ga|Naar|Doorgaan|Spring) (?:direct )?(?:naar )?(?:de |het )?(?:hoofd)?(?:inhoud|navigatie|artikel|content)"
    r"|Przejdź do (?:treści|menu|głównej treści|stopki|wyszukiwarki|nawigacji)"
    r"|(?:Hoppa|Gå) (?:till|til) (?:huvud|hoved)?(?:innehåll|innhold|indhold|meny|navigation)[^.!?]{0,20}"
    r"|(?:Перейти|Перейти сразу) (?:к|до) (?:основному )?(?:содержанию|содержимому|контенту|материалам|вмісту|змісту)"
    r"|(?:Ana içeriğe|İçeriğe) (?:atla|geç)"
    r"|Siirry (?:suoraan )?sisältöön|Přejít k (?:hlavnímu )?obsahu|Ugrás a tartalomhoz|Salt la conținut"
    r"|Chuyển đến nội dung(?: chính)?|Langsung ke konten(?: utama)?"
    r"|(?:コンテンツ|本文|メインコンテンツ)(?:へ|に)(?:スキップ|移動)(?:する)?|跳[至到转過过].{1,12}|본문 바로가기|주메뉴 바로가기"
)

_MENU = listed("""
accessibility help | accessibility links | accessibility statement | ad choices | about us | about me | about this site
| about this blog | about the site | account settings | advertise | advertise with us | advertising with us | affiliate disclosure
| affiliate program | all rights reserved. privacy policy | annual reports | brand guidelines | browse all categories | california notice at collection | career opportunities | careers
| change password | close menu | close search | code of ethics | community guidelines | connect with us | contact form | contact me
| contact us | contact support | contact sales | content on this page | corrections | corrections policy | create account | create an account
| customer service | customer support | customer login | digital edition | do not sell my info | do not sell my personal information | dmca
| do not sell or share my personal information | e-paper | epaper | e-edition | editorial code | editorial guidelines | editorial policy
| editorial policies | email us | enter search term | expand menu | explore more | faq | faqs | footer | footer menu | footer navigation
| forgot password? | forgot your password? | forgot your password? get help | get in touch | go to homepage | help center | help centre
| help & support | home | homepage | hide menu | imprint | interest-based ads | join now | join our team | jump to | jump to navigation | legal notice
| legal notices | legal information | letters to the editor | licensing | log in | log out | login | login / register | log in / register | logout | lost your password?
| main menu | main navigation | manage account | manage subscription | masthead | media kit | meet the team | meet our team | menu | menu close
| mobile app | mobile apps | modern slavery statement | more from this author | my account | my profile | navigation menu | nav social menu | newsroom | notice at collection
| open menu | open search | open navigation | page not found | partner with us | password recovery | post navigation | posts navigation | press center | press kit | press releases | press room | primary menu
| primary navigation | primary sidebar | privacy | privacy & cookies policy | privacy & cookies | privacy and cookies | privacy & terms | privacy notice
| privacy policy | privacy policy terms of use | privacy statement | quick links | recover your password | refund policy | register | register now | register / login
| reader interactions | reprints | reprints & permissions | return policy | rss | rss feed | rss feeds | search | search for | search for: search | search results
| search site | search the site | search this blog | search this site | search this website | searchsearch | secondary menu | secondary navigation | secondary sidebar | sections | select page
| select a page | select language | shipping policy | show menu | sidebar | sign in | sign in / register | sign in or create an account | sign in sign up | sign out | sign up | site index | site map | site navigation | sitemap | site search
| social links | social menu | staff directory | start free trial | submit a tip | submit search | support us | terms | terms & conditions | terms and conditions | terms of sale | terms of service | terms of use
| terms & privacy | toggle | toggle menu | toggle mobile menu | toggle navigation | toggle search | toggle sidebar | toggle child menu | top menu | toggle theme | toggle dark mode | trending now | user agreement | view all | view all articles | view all posts | view cart | view full site | view mobile site
| website terms of use | who we are | work for us | work with us | work with me | write for us | you are here | your account | your california privacy rights
| your cart is currently empty | your cart is empty | your privacy choices | shopping cart | browse topics | all topics | all categories | all posts | all articles
| about contact | about us contact us | privacy policy contact us | back to home | back to homepage | return to homepage | back to blog | back to all posts | back to news | next page | previous page
""") | listed("""
abmelden | agb | aktuelle ausgabe | alle themen | allgemeine geschäftsbedingungen | allgemeine nutzungsbedingungen | anmelden | anmelden mein konto | anmelden registrieren | archiv | barriere melden | barrierefreiheit
| beitrags-navigation | beitragsnavigation | benutzerkonto | blogroll | cookie-richtlinie | datenschutz | datenschutz & impressum | datenschutzerklärung | datenschutzhinweise | e-paper
| einloggen | erklärung zur barrierefreiheit | erweiterte suche | folgeseite | hauptmenü | hauptnavigation | haupt-navigation | hilfe & kontakt | impressum | impressum & datenschutz | impressum & kontakt
| impressum und datenschutz | inserieren | jetzt registrieren | jugendschutz | karriere | kontakt | kontaktformular | kundenservice | leichte sprache | leserservice | login/registrieren | logout | mediadaten | mein konto | menü
| menü öffnen | menü schliessen | mitglied werden | navigation | navigation überspringen | navigation umschalten | netiquette | nutzungsbasierte online-werbung | nutzungsbedingungen | passwort vergessen? | passwort vergessen | profil bearbeiten
| registrieren | rss-feed | rss-feeds | seitenübersicht | seite durchsuchen | sie befinden sich hier | sie sind hier | springe zum inhalt | startseite | stellenangebote | suche | suche nach | suche öffnen | suche schliessen | suchen | suchen nach | suchbegriff eingeben | suchfunktion
| transparenzhinweis | über mich | über uns | urheberrecht | utiq verwalten | vertrag kündigen | verträge hier kündigen | abo kündigen | weiter zum inhalt | widerrufsbelehrung | widerruf tracking | wir über uns | zum inhalt | zum hauptinhalt | zum menü | zur hauptnavigation | zur navigation | zur suche
| zur startseite | zurück zur startseite | zurück zur übersicht | zurück zum blog | zurück zum artikel | zur übersicht | kategorien & schlagwörter
""") | listed("""
accueil | à propos de nous | aide et contact | aller au contenu | connexion | se connecter | contactez-nous | crédits et mentions légales | charte de confidentialité | conditions d'utilisation | conditions générales | conditions générales d'utilisation | conditions générales de vente
| créer un compte | déconnexion | flux rss | fermer le menu | foire aux questions | gérer les cookies | mentions légales | menu principal | mon compte | mot de passe oublié ? | mot de passe oublié | nous contacter | ouvrir le menu | page d'accueil
| plan du site | politique de confidentialité | données personnelles | données personnelles et cookies | qui sommes-nous ? | qui sommes-nous | rechercher | recherche | recherche pour | retour à l'accueil | s'identifier | s'inscrire | se déconnecter | vous êtes ici | navigation de l'article | navigation des articles | fil d'ariane
| acceso | acerca de | acerca de nosotros | aviso legal | aviso de privacidad | buscador | buscar | cerrar menú | cerrar sesión | condiciones de uso | contáctanos | contacta con nosotros | contacto | crear cuenta | hemeroteca | iniciar sesión | inicia sesión | ingresar | inicio | ir al contenido | mapa del sitio | mapa web | menú
| menú principal | mi cuenta | mostrar menú | navegación de entradas | nosotros | nota legal | olvidé mi contraseña | ¿olvidaste tu contraseña? | política de privacidad | preguntas frecuentes | quiénes somos | quienes somos | regístrate | registrarse | secciones | sobre nosotros | términos de uso | términos y condiciones | usted está aquí | estás aquí
| accedi | chi siamo | cerca | condizioni d'uso | condizioni di utilizzo | contatti | informativa privacy | informativa sulla privacy | mappa del sito | note legali | privacy e cookie policy | registrati | ricerca | termini e condizioni | vai al contenuto | navigazione articoli
| cadastre-se | contato | contacto | entrar | fale conosco | início | mapa do site | minha conta | página inicial | pesquisar | política de privacidade | pular para o conteúdo | quem somos | sobre nós | termos de uso | navegação de posts
""") | listed("""
главная | главная страница | на главную | о нас | о проекте | о сайте | о компании | о редакции | обратная связь | контакты | контактная информация | карта сайта | войти | вход | вход на сайт | вход и регистрация | выйти | выход | регистрация | зарегистрироваться | личный кабинет | забыли пароль? | забыли пароль | поиск | поиск по сайту | найти
| искать | меню | навигация | навигация по записям | основное меню | перейти к содержимому | политика конфиденциальности | политика обработки персональных данных | пользовательское соглашение | правила пользования | правила использования материалов | правовая информация | реклама на сайте | рекламодателям | размещение рекламы | редакция | рубрики | все рубрики | все новости | лента новостей | вы здесь
| вакансии | версия для слабовидящих | мобильная версия | полная версия сайта | архив новостей | rss-лента | головна | про нас | про проєкт | пошук | контакти | увійти | реєстрація | політика конфіденційності | мапа сайту | карта сайту | меню сайту | галоўная | пошук па сайце
| strona główna | o nas | kontakt | kontakty | regulamin | polityka prywatności | polityka cookies | szukaj | wyszukaj | zaloguj się | zaloguj | zarejestruj się | wyloguj | mapa strony | mapa serwisu | reklama w serwisie | redakcja | nawigacja wpisu | menu główne | moje konto
| inloggen | over ons | zoeken | privacybeleid | privacyverklaring | algemene voorwaarden | gebruiksvoorwaarden | contact opnemen | veelgestelde vragen | mijn account | hoofdmenu | bericht navigatie | berichtnavigatie | aanmelden | uitloggen | colofon | adverteren
| anasayfa | ana sayfa | hakkımızda | iletişim | giriş yap | üye ol | kayıt ol | gizlilik politikası | kullanım koşulları | künye | arama | ara | menü | site haritası | çerez politikası
| logga in | om oss | kontakta oss | sök | integritetspolicy | användarvillkor | hem | mina sidor | kundservice | logg inn | kontakt oss | søk | personvern | personvernerklæring | hjem | annonser hos oss | personvernpolicy | log ind | om os | kontakt os | søg | privatlivspolitik | forside | cookiepolitik | annoncér | etusivu | yhteystiedot | tietosuojaseloste | kirjaudu sisään | kirjaudu | hae
| přihlásit se | přihlásit | hledat | úvod | kontaktujte nás | ochrana osobních údajů | domů | bejelentkezés | kezdőlap | keresés | kapcsolat | adatvédelem | impresszum | acasă | despre noi | căutare | politica de confidențialitate | αρχική | επικοινωνία | αναζήτηση | όροι χρήσης | σύνδεση | начало | за нас | търсене | početna | o nama | pretraga | prijava
| ホーム | トップ | トップページ | ログイン | ログアウト | 会員登録 | 新規会員登録 | お問い合わせ | 会社概要 | 運営会社 | 利用規約 | プライバシーポリシー | 個人情報保護方針 | サイトマップ | メニュー | 検索 | 閉じる | ヘルプ | よくある質問 | 特定商取引法に基づく表記 | 広告掲載 | 広告掲載について | このサイトについて | 著作権 | 首页 | 登录 | 注册 | 联系我们 | 关于我们 | 网站地图 | 隐私政策 | 搜索 | 首頁 | 登入 | 註冊 | 聯絡我們 | 關於我們 | 隱私權政策 | 搜尋 | 會員登入 | 服務條款 | 로그인 | 회원가입 | 이용약관 | 개인정보처리방침 | 개인정보 처리방침 | 청소년보호정책 | 회사소개 | 고객센터 | 사이트맵 | 검색 | 전체메뉴 | 메뉴 | 홈
| الرئيسية | اتصل بنا | من نحن | سياسة الخصوصية | تسجيل الدخول | بحث | البحث | شروط الاستخدام | צור קשר | אודות | תנאי שימוש | מדיניות פרטיות | דף הבית | حریم خصوصی | درباره ما | تماس با ما | جستجو | صفحه اصلی | trang chủ | liên hệ | đăng nhập | giới thiệu | beranda | tentang kami | hubungi kami | kebijakan privasi | pedoman media siber
""")

_RETURN = listed("""
back to top | go to top | go back to top | return to top | scroll to top | scroll back to top | scroll up | top of page | to top | to the top | bottom of page | page load link | loading | loading... please wait | please wait | load more | load more posts | load more stories | load more articles | show more | show less | see more | see all | view more | view all stories | read less
| nach oben | nach oben scrollen | zum seitenanfang | zurück nach oben | zurück zum seitenanfang | seitenanfang | wird geladen | wird geladen... | lade | mehr laden | mehr anzeigen | weniger anzeigen | weitere artikel laden | alle anzeigen | mehr beiträge laden | weitere anzeigen
| haut de page | retour en haut | retour en haut de page | chargement | chargement en cours | voir plus | voir tout | afficher plus | charger plus | volver arriba | subir | cargando | ver más | ver todo | ver todas | ver todos | cargar más | mostrar más | torna su | torna all'inizio | caricamento | caricamento in corso | carica altri | mostra altro | vedi tutti | carregando | carregar mais | ver tudo | voltar ao topo | veja mais | veja todos
| наверх | вверх | в начало | вернуться наверх | вернуться к статье | загрузка | загрузка... | загружается | показать ещё | показать еще | загрузить ещё | загрузить еще | ещё новости | еще новости | смотреть все | смотреть всё | показать все | вгору | нагору | завантаження | показати більше | завантажити ще | do góry | wróć na górę | ładowanie | wczytywanie | pokaż więcej | załaduj więcej | zobacz więcej | zobacz wszystkie
| naar boven | terug naar boven | laden | laadt | meer laden | toon meer | meer weergeven | bekijk alles | bekijk meer | yukarı çık | başa dön | yükleniyor | daha fazla | daha fazla göster | tümünü gör | tümü | visa fler | visa mer | ladda fler | till toppen | tilbake til toppen | vis mer | vis flere | last inn flere | til toppen | näytä lisää | lataa lisää | zpět nahoru | načítá se | další články | ページの先頭へ | ページトップへ | ページ上部へ | トップへ戻る | 読み込み中 | もっと見る | もっとみる | 一覧へ | 一覧を見る | すべて見る | 返回顶部 | 回到頂部 | 加载中 | 查看更多 | 載入更多 | 看更多 | 더보기 | 맨 위로 | 목록으로 | 전체보기
""")

_PAGING = listed("""
previous post | next post | previous article | next article | previous next | prev next | previous story | next story | previous post next post | previous article next article | newer post | older post | newer posts | older posts | newer post older post home | older post home | newer post home | older entries | newer entries | next post → | prev article | up next | next up | previous image | next image | previous slide | next slide
| vorheriger beitrag | nächster beitrag | vorheriger artikel | nächster artikel | nächster artikel vorheriger artikel | vorheriger artikel nächster artikel | ältere beiträge | neuere beiträge | ältere posts | neuere posts | neuerer post | älterer post | vorherige seite | nächste seite | vorheriges bild | nächstes bild | zur vorherigen seite | zur nächsten seite
| article précédent | article suivant | page suivante | page précédente | articles plus anciens | articles plus récents | articolo precedente | articolo successivo | artículo anterior | artículo siguiente | entrada anterior | siguiente entrada | entrada siguiente | entradas anteriores | entradas más recientes | entradas antiguas | anterior siguiente | post anterior | próximo post | próximo artigo | artigo anterior | matéria anterior | próxima página | página siguiente | página anterior
| предыдущая запись | следующая запись | предыдущая статья | следующая статья | предыдущая новость | следующая новость | предыдущая страница | следующая страница | предыдущие записи | следующие записи | назад вперед | попередня стаття | наступна стаття | попередній запис | наступний запис | poprzedni artykuł | następny artykuł | poprzedni wpis | następny wpis | starsze wpisy | nowsze wpisy | poprzednia strona | następna strona | vorig artikel | volgend artikel | volgend bericht | vorig bericht | vorige pagina | volgende pagina | önceki yazı | sonraki yazı | önceki haber | sonraki haber | föregående inlägg | nästa inlägg | äldre inlägg | nyare inlägg | forrige innlegg | neste innlegg | forrige artikel | næste artikel | 前の記事 | 次の記事 | 前へ | 次へ | 前のページ | 次のページ | 上一篇 | 下一篇 | 上一页 | 下一页 | 上一頁 | 下一頁 | 이전글 | 다음글 | 이전기사 | 다음기사
""")

_HOMES = (
    r"(?:Home|HOME|Homepage|Start|Startseite|Accueil|Inicio|Início|Portada|Главная|Головна|Strona główna|Anasayfa"
    r"|Ana Sayfa|Hem|Hjem|Forside|Etusivu|Domů|Úvod|ホーム|HOME|TOP|トップ|首页|首頁|홈|You are here|You Are Here|Sie sind hier|Vous êtes ici|Estás aquí|Вы здесь)"
)

RULES: tuple[Rule, ...] = (
    Rule("skip-links", "navigation", line=_SKIP, sample="Skip to content", spares="Skip to the end if you must, he wrote."),
    Rule(
        "menu-phrases",
        "navigation",
        phrases=_MENU,
        sample="Privacy Policy",
        spares="Conclusion",
        why="a word of the site's menu",
    ),
    Rule("return", "navigation", phrases=_RETURN, sample="Back to top ↑", spares="Summary", why="leads around the page"),
    Rule("paging", "navigation", phrases=_PAGING, sample="« Older posts", spares="The next article of the treaty", why="leads to other pages"),
    Rule(
        "paging-title",
        "navigation",
        line=r"(?:Previous|Next|Prev)(?: (?:[Pp]ost|[Aa]rticle|[Ss]tory|[Pp]age|[Ee]ntry))? ?(?:[:»«←→]|:? \|) ?.{1,120}"
        r"|(?:Vorheriger|Nächster) (?:Beitrag|Artikel|Post):? .{1,120}"
        r"|(?:Previous|Next) (?:[Pp]ost|[Aa]rticle) ?[\p{Lu}\"“‘'].{1,120}"
        r"|(?:Page|Seite|Страница|Página|Pagina|Strona) \d{1,3} (?:of|von|из|de|di|z) \d{1,3}|(?:←|«|‹|<<?) ?\p{L}.{1,120}|(?:Article|Artículo|Artigo|Articolo) (?:précédent|suivant|anterior|siguiente|seguinte|precedente|successivo):? .{1,120}"
        r"|(?:Предыдущая|Следующая) (?:запись|статья|новость):? .{1,120}",
        sample="Previous article: The bridge that was never built",
        spares="Next, they crossed the river.",
    ),
    Rule(
        "breadcrumb-line",
        "navigation",
        line=rf"{_HOMES}:?(?: ?(?:>>?|›|»|→|/|\\|\||•|·|::|—|–|\u203a|\uf105|&gt;) ?[^>›»|/]{{1,90}}){{1,6}}(?: ?[>›»/])?",
        sample="Home » News » Local",
        spares="Home is where the heart is.",
        why="breadcrumb-line",
    ),
    Rule(
        "breadcrumb-chain",
        "navigation",
        line=r"(?![^>›»→]*[.!?:])[^>›»→]{2,40}(?: ?[>›»] [^>›»→.!?]{2,60}){2,6}",
        sample="Sport > Football > Transfers",
        spares="Sport > Football",
        why="breadcrumb-line",
    ),
    Rule(
        "menu-button",
        "navigation",
        line=r"(?:[Oo]pen|[Cc]lose|[Tt]oggle|[Ee]xpand|[Cc]ollapse|[Ss]how|[Hh]ide) (?:the |main |mobile |primary |sub)?(?:menu|navigation|search|sidebar|submenu|dropdown|sub-menu|mobile menu|navigation menu)(?: .{1,40})?"
        r"|(?:Menü|Navigation|Suche|Untermenü) (?:öffnen|schließen|anzeigen|ausblenden|einblenden|umschalten|ein-/ausklappen)"
        r"|(?:Ouvrir|Fermer|Afficher) (?:le |la )?(?:menu|recherche|sous-menu|navigation)|(?:Abrir|Cerrar|Fechar|Mostrar) (?:el |o )?(?:menú|menu|buscador)|(?:Apri|Chiudi) (?:il )?menu|(?:Открыть|Закрыть) (?:меню|поиск)",
        sample="Toggle navigation",
        spares="Close the window and open the door.",
    ),
    Rule(
        "account-links",
        "navigation",
        line=r"(?:Log in|Login|Sign in|Sign In|Log In)(?: ?(?:/|or|\||&|to) ?(?:[Rr]egister|[Ss]ign [Uu]p|[Ss]ubscribe|[Cc]reate (?:an )?[Aa]ccount|[Jj]oin|your account|continue|comment))(?: .{1,30})?"
        r"|(?:Already|Not) (?:have an account|a member|a subscriber|registered|subscribed|an existing user)\?.{0,60}|(?:Don['’]t|Do not) have an account\?.{0,60}"
        r"|(?:Forgot|Lost) (?:your |my )?(?:password|username)\??.{0,30}|(?:New|Already) (?:here|user|customer)\?.{0,50}|(?:Haben Sie|Hast du|Sie haben|Du hast|Noch) (?:bereits |schon |noch )?(?:ein |kein |keinen |einen )?(?:Konto|Account|Abo|Zugang|Benutzerkonto|Abonnent|Kunde)\?.{0,60}"
        r"|Sie sind (?:nicht )?angemeldet(?: als)?:?.{0,40}|(?:Уже|Ещё нет|Нет) (?:есть )?(?:аккаунт|аккаунта|зарегистрированы)\?.{0,50}|(?:Déjà|Pas encore) (?:abonné|inscrit|membre|un compte)\(?e?\)? ?\?.{0,50}|¿(?:Ya eres|Ya tienes|No tienes|Aún no|Eres) .{3,40}\?.{0,40}",
        sample="Already have an account? Log in",
        spares="Not a member of the club, he watched from outside.",
    ),
    Rule(
        "emblem",
        "navigation",
        line=r"(?:[Ll]ogo|LOGO)(?: [Ll]ogo)?|(?:[\p{Lu}\d][^ .,;:]* ){1,4}[Ll]ogo",
        sample="Example Times logo",
        spares="Designing a logo",
        why="alternative text of a logo or icon",
    ),
    Rule(
        "opens-elsewhere",
        "navigation",
        line=r".{2,80}[ (](?:[Oo]pens? in (?:a )?new (?:tab|window)|öffnet in (?:neuem|einem neuen) (?:Tab|Fenster)|[Ww]ird in (?:neuem|einem neuen) Fenster geöffnet|[Ss]'ouvre dans une nouvelle fenêtre|[Ss]e abre en una (?:ventana nueva|nueva ventana)|opens new tab|Öffnet in neuem (?:Fenster|Tab)|[Oo]uvre dans un nouvel onglet|[Oo]tevře se v novém okně|[Оо]ткрывается в новом окне)\)?.{0,40}",
        sample="Careers (opens in new window)",
        spares="The door opens in a new direction.",
    ),
    Rule(
        "signs",
        "navigation",
        line=r"[|/·•×✕✖›»«‹→←↑↓▲▼►▶◄…+,;:>–—\-.()\[\]{}<>=&✓✔♥❤★☆⋮≡☰ \u200b\u00a0]{1,12}|\{\{.{1,60}\}\}",
        sample="|",
        spares="* * *",
        why="signs without words",
    ),
    Rule(
        "languages",
        "navigation",
        phrases=listed("""
        english | deutsch | français | español | italiano | português | português (brasil) | русский | українська | polski | nederlands | türkçe | svenska | norsk | dansk | suomi | čeština | magyar | română | ελληνικά | български | hrvatski | srpski | العربية | עברית | فارسی | हिन्दी | বাংলা | 日本語 | 中文 | 简体中文 | 繁體中文 | 한국어 | bahasa indonesia | tiếng việt | ไทย | en español | select your language | choose language | sprache wählen | sprache auswählen | change language | leichte sprache | gebärdensprache
        """),
        sample="Русский",
        spares="Russian",
        why="language menu",
    ),
)
