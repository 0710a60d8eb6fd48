"""The headers of every answer: one policy for the site, and one exception for the card that others embed.

The policy is strict because the site is built for it: no page holds a script, a style or a handler of its
own (``congkhai audit`` refuses one), and nothing is fetched from another host.  So no hash, no nonce and no
``unsafe-*`` is needed, and the policy stays the same from release to release.  It is not repeated in the
pages as ``<meta>``: that cannot say who may frame a page, and it would break pages opened from a folder,
where ``'self'`` is nobody.

Sources: CSP Level 3 (W3C), Permissions Policy (W3C), Referrer Policy (W3C), RFC 7034 (X-Frame-Options).
"""

from collections.abc import Mapping

EMBEDDED = "nhung/"
"""Pages that other sites may frame; their addresses begin so."""

_SOURCES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self' data:",
    "media-src": "'self'",
    "connect-src": "'self'",
    "manifest-src": "'self'",
    "frame-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
}
"""``data:`` only where a browser cannot run it: icons of the base style sheet, fonts of the displays."""

_REFUSED = (
    "accelerometer", "bluetooth", "camera", "display-capture", "encrypted-media", "geolocation",
    "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment", "publickey-credentials-get",
    "serial", "usb", "xr-spatial-tracking",
)  # fmt: skip
"""No page asks for any of these, so no script that gets in by accident can."""

_OWN = ("fullscreen", "screen-wake-lock")
"""The wall display fills its screen and keeps it awake."""


def headers(path: str) -> Mapping[str, str]:
    """The headers for the page at ``path``, relative to the site's root and without a leading slash."""
    return framed() if path.startswith(EMBEDDED) else unframed()


def unframed() -> Mapping[str, str]:
    """The headers of every page but the embedded ones: nobody may put them into a frame, not even we."""
    return {"Content-Security-Policy": _policy("'none'"), "X-Frame-Options": "DENY", **_common()}


def framed() -> Mapping[str, str]:
    """The headers of the pages that any site may put into a frame."""
    return {"Content-Security-Policy": _policy("*"), **_common()}


def _policy(ancestors: str) -> str:
    rules = {**_SOURCES, "frame-ancestors": ancestors}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def _common() -> dict[str, str]:
    permissions = [*(f"{name}=()" for name in _REFUSED), *(f"{name}=(self)" for name in _OWN)]
    return {
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "same-origin",  # where people come from may tell what they looked for
        "Permissions-Policy": ", ".join(permissions),
        "Cross-Origin-Opener-Policy": "same-origin",
    }
