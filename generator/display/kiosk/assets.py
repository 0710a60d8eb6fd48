"""Which scripts and styles a kiosk loads, as paths of a release, in loading order: the only list of them."""

from generator.display.screens import SEARCH, SLIDE_STYLES, SLIDES

SCRIPTS = (
    *SLIDES,
    *SEARCH,
    "kiosk/make.js",
    "kiosk/catalogue.js",
    "kiosk/visit.js",
    "kiosk/guard.js",
    "kiosk/idle.js",
    "kiosk/hands.js",
    "kiosk/dialog.js",
    "kiosk/cleaning.js",
    "kiosk/pager.js",
    "kiosk/keyboard.js",
    "kiosk/lists.js",
    "kiosk/start.js",
    "kiosk/search.js",
    "kiosk/papers.js",
    "kiosk/banners.js",
    "kiosk/facts.js",
    "kiosk/procedure.js",
    "kiosk/take_home.js",
    "kiosk/attract.js",
    "kiosk/frame.js",
    "kiosk/kiosk.js",
)
STYLES = (
    *SLIDE_STYLES,
    "kiosk/frame.css",
    "kiosk/lists.css",
    "kiosk/search.css",
    "kiosk/procedure.css",
    "kiosk/attract.css",
)
