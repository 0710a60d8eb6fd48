/* Small pieces of page that search is shown with; every text goes in by textContent.
 *
 * Public name: congkhai.searchView
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});

  /** An element with a class and children (elements or texts). */
  function element(name, className, children) {
    var made = document.createElement(name);
    if (className) made.className = className;
    (children || []).forEach(function (child) {
      made.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
    });
    return made;
  }

  /** A text with its highlights as <mark>; highlights are [start, end] offsets in rising order. */
  function marked(text, highlights) {
    var piece = document.createDocumentFragment();
    var at = 0;
    (highlights || []).forEach(function (span) {
      piece.appendChild(document.createTextNode(text.slice(at, span[0])));
      piece.appendChild(element("mark", "suggest__mark", [text.slice(span[0], span[1])]));
      at = span[1];
    });
    piece.appendChild(document.createTextNode(text.slice(at)));
    return piece;
  }

  /** The address of a hit: `{code}`, or `{base}` for the code without agency suffixes, filled in. */
  function link(template, hit) {
    return (template || "").replace(/\{(code|base)\}/g, function (whole, name) {
      return encodeURIComponent(name === "base" ? hit.code.slice(0, 8) : hit.code);
    });
  }

  /** The address of a page of the board: `{path}` filled in, a path of the program's own. */
  function pageLink(template, page) {
    return (template || "").replace("{path}", page.path);
  }

  /** What people call a procedure, with its highlights. */
  function title(hit) {
    return hit.shortName ? marked(hit.shortName, hit.shortHighlights) : marked(hit.name, hit.highlights);
  }

  congkhai.searchView = { element: element, marked: marked, link: link, pageLink: pageLink, title: title };
})(self);
