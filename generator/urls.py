"""The one place that turns codes into addresses.

A path is site-relative and ends in ``/`` for a page (``thu-tuc/1.001193/``).  Pages link to each other
through ``root``, the way from a page up to the site's root (``../../``), so the site works under any
address.
"""

HOME = ""
CHANGES = "thay-doi/"
STATISTICS = "thong-ke/"
STATISTICS_CSV = "thong-ke/so-lieu.csv"
SEARCH = "tim-kiem/"
PROPOSALS = "kien-nghi/"
INSPECTIONS = "kiem-tra/"
OPEN_DATA = "du-lieu/"
OPEN_DATA_V1 = "du-lieu/v1/"
"""Everything that programs read.  What stands here keeps its form; another form gets another number."""
STATISTICS_FEED = "thong-ke/atom.xml"
CATALOGUE = "thu-tuc/"
FIELDS = "linh-vuc/"
LIFE_EVENTS = "su-kien/"
COMMUNES = "xa/"
FEED = "thay-doi/atom.xml"
COMPLAINTS = "phan-anh/"
SITEMAP = "sitemap.xml"
SEARCH_ENGINE = "assets/congkhai/search-engine.js"
SEARCH_DATA = "assets/congkhai/search-data.js"
DISPLAY_SHARED = "man-hinh/chung/"
DISPLAY_LIST = "man-hinh/chung/ke-khai.json"
DISPLAY_WORKERS = ("man-hinh/giu-ban.js", "ki-ot/giu-ban.js")
"""A service worker serves the pages below its own address only."""


def procedure(code: str) -> str:
    """The page of a procedure, by the base code that every agency's code begins with."""
    return f"thu-tuc/{code[:8]}/"


def field(key: str) -> str:
    """The page of a field."""
    return f"{FIELDS}{key}/"


def life_event(key: str) -> str:
    """The page of a life event."""
    return f"{LIFE_EVENTS}{key}/"


def commune(code: str) -> str:
    """The page of a commune."""
    return f"xa/{code}/"


def inspection(code: str) -> str:
    """What the team that inspects a commune's board asks, and the same facts as JSON beside it."""
    return f"kiem-tra/{code}/"


def display_detail(code: str) -> str:
    """The file of a procedure in a release of the displays."""
    return f"thu-tuc/{code[:8]}.json"


def procedure_data(code: str) -> str:
    """The record of a procedure as JSON."""
    return f"{OPEN_DATA_V1}thu-tuc/{code[:8]}.json"


def commune_card(code: str) -> str:
    """The card of a commune that other sites show in a frame."""
    return f"nhung/xa/{code}/"


def display(screen: str, code: str) -> str:
    """A commune's screen on the site: ``man-hinh/10750/`` or ``ki-ot/10750/``."""
    return f"{screen}/{code}/"


def display_version(code: str) -> str:
    """What an online display asks for again and again."""
    return f"man-hinh/{code}/phien-ban.json"


def display_file(path: str, code: str) -> str:
    """Where the site serves ``path`` of a commune's release: shared files once, search where it is anyway."""
    if path == "search/engine.js":
        return SEARCH_ENGINE
    if path == "search/data.js":
        return SEARCH_DATA
    folder, _, rest = path.partition("/")
    return f"{folder}/{code}/{rest}" if folder in ("man-hinh", "ki-ot") else f"{DISPLAY_SHARED}{path}"


def root(path: str) -> str:
    """The way from the page at ``path`` up to the site's root: ``../../`` for ``xa/10750/``."""
    return "../" * path.count("/")


def file_of(path: str) -> str:
    """The file that a server answers with for ``path``."""
    return f"{path}index.html" if path == "" or path.endswith("/") else path


def absolute(site: str, path: str) -> str:
    """The full address of ``path`` on the site at ``site``."""
    return f"{site.rstrip('/')}/{path}"
