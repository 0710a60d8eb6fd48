"""The policy in the words of nginx, Apache and Caddy: a file to include, complete and the same every time."""

import re
from collections.abc import Callable, Mapping
from urllib.parse import urlsplit

from generator.headers.policy import EMBEDDED, framed, unframed
from generator.release.manifest import STAMP

_NOTE = "# Made by: congkhai headers --server {server}.  Make it again after an update; do not edit."


def nginx(prefix: str) -> str:
    """For inside ``server { }``.  ``prefix`` is the path of the site's root: ``/`` or ``/board/``."""
    # nginx forgets the headers of a block as soon as an inner block adds one: so each block names them all.
    return f"""\
{_NOTE.format(server="nginx")}
{_lines(unframed(), 'add_header {name} "{value}" always;')}
error_page 404 {prefix}404.html;
location ^~ {prefix}{EMBEDDED} {{
{_lines(framed(), '    add_header {name} "{value}" always;')}
}}
location = {prefix}{STAMP} {{
    return 404;
}}
"""


def apache(prefix: str) -> str:
    """For inside ``<VirtualHost>`` or as ``.htaccess``; needs mod_headers."""
    only_unframed = unframed().keys() - framed().keys()
    unset = "".join(f"    Header always unset {name}\n" for name in sorted(only_unframed))
    return f"""\
{_NOTE.format(server="apache")}
{_lines(unframed(), 'Header always set {name} "{value}"')}
ErrorDocument 404 {prefix}404.html
<If "%{{REQUEST_URI}} =~ m#^{re.escape(prefix + EMBEDDED)}#">
{_lines(framed(), '    Header always set {name} "{value}"')}
{unset}</If>
<Files "{STAMP}">
    Require all denied
</Files>
"""


def caddy(prefix: str) -> str:
    """For inside a site's block, by ``import``."""
    # Both matchers, since Caddy runs the narrower one first and the wider one would have the last word.
    return f"""\
{_NOTE.format(server="caddy")}
@congkhai_page not path {prefix}{EMBEDDED}*
header @congkhai_page {{
{_lines(unframed(), '    {name} "{value}"')}
}}
@congkhai_embedded path {prefix}{EMBEDDED}*
header @congkhai_embedded {{
{_lines(framed(), '    {name} "{value}"')}
}}
respond {prefix}{STAMP} 404
handle_errors {{
    @congkhai_missing expression `{{err.status_code}} == 404`
    header {{
{_lines(unframed(), '        {name} "{value}"')}
    }}
    rewrite @congkhai_missing {prefix}404.html
    file_server
}}
"""


SERVERS: Mapping[str, Callable[[str], str]] = {"nginx": nginx, "apache": apache, "caddy": caddy}


def configuration(server: str, site: str) -> str:
    """The file for ``server``; ``site`` is the address of the site's root."""
    path = urlsplit(site).path
    return SERVERS[server](f"/{path.strip('/')}/" if path.strip("/") else "/")


def _lines(headers: Mapping[str, str], form: str) -> str:
    return "\n".join(form.format(name=name, value=value) for name, value in headers.items())
