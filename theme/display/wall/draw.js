/* One drawing for each kind of slide.  Texts become text nodes, never markup.
 *
 * Public name: congkhai.display.wall.draw(slide) -> Element; throws where a slide is not what it says it is.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const wall = (display.wall = display.wall || {});

  /** An element of a class with texts and elements inside; what is null is left out. */
  function make(name, className, inside) {
    const element = document.createElement(name);
    if (className) element.className = className;
    [].concat(inside === undefined ? [] : inside).forEach((part) => {
      if (part !== null && part !== undefined) element.append(part);
    });
    return element;
  }

  const KINDS = {
    welcome: welcome,
    tiles: tiles,
    rows: rows,
    changes: changes,
    figures: figures,
    prose: (slide) => make("div", "prose", slide.blocks.map(block)),
  };

  function welcome(slide) {
    const hours = slide.hours.length
      ? slide.hours.map((line) => make("li", "", unbroken(line)))
      : make("li", "soft", slide.not_published);
    return make("div", "welcome", [
      make("p", "welcome__name", slide.office),
      make("p", "welcome__place", slide.province),
      make("div", "welcome__both", [
        make("div", "welcome__now", [clock("welcome__clock", "time"), clock("welcome__date", "date")]),
        make("div", "welcome__facts", [
          make("h2", "label", "Giờ làm việc"),
          make("ul", "welcome__hours", hours),
          make("p", "welcome__count", slide.received),
        ]),
      ]),
    ]);
  }

  /** A line that breaks at its spaces only, not inside "07:30–11:30". */
  function unbroken(line) {
    const parts = [];
    line.split(" ").forEach((word) => parts.push(make("span", "whole", word), " "));
    return parts;
  }

  function clock(className, what) {
    const element = make("p", className);
    element.setAttribute("data-clock", what);
    return element;
  }

  function tiles(slide) {
    return make("ul", "tiles", slide.tiles.map((tile) =>
      make("li", "tile", [make("strong", "tile__figure", tile.figure), make("span", "tile__label", tile.label)])));
  }

  /* Roles instead of a table: its rows are grids, and a grid is no table to a screen reader. */
  function part(name, className, role, inside) {
    const element = make(name, className, inside);
    element.setAttribute("role", role);
    return element;
  }

  function rows(slide) {
    const heads = slide.columns.map((name) => part("span", "", "columnheader", name));
    const body = slide.rows.map((row) => part("div", "rows__row", "row", [
      part("strong", "rows__name", "rowheader", row.name), cell(row.fee), cell(row.time),
    ]));
    return part("div", "rows", "table", (heads.length ? [part("div", "rows__head", "row", heads)] : []).concat(body));
  }

  function cell(given) {
    const told = !given.place && given.text && given.text.startsWith(given.label); // "Phí : 0 đồng" names itself
    return part("span", "rows__cell", "cell", [
      given.label && !told ? make("span", "label", given.label + ": ") : null,
      given.place ? make("span", "place", given.place + ": ") : null,
      given.text || null,
      given.text && given.remark ? " " : null,
      given.remark ? make("span", "soft", given.remark) : null,
    ]);
  }

  function changes(slide) {
    return make("ul", "changes", slide.items.map((item) => make("li", "change", [
      make("p", "change__day", item.day),
      make("div", "change__what", [make("p", "change__name", item.name), make("p", "", item.text)]),
    ])));
  }

  function figures(slide) {
    const row = make("ul", slide.across === 4 ? "figures" : "figures figures--two", slide.tiles.map((tile) => make("li", "figure", [
      make("span", "label", tile.label),
      tile.soft ? make("span", "soft figure__none", tile.soft) : make("strong", "figure__number", tile.figure),
      tile.remark ? make("span", "soft", tile.remark) : null,
    ])));
    return make("div", "prose", [row].concat(slide.blocks.map(block)));
  }

  function block(given) {
    if (given.label) {
      const value = given.soft ? make("span", "soft", given.soft) : make("strong", "", given.text);
      const remark = given.remark ? make("span", "prose__remark", given.remark) : null;
      return make("p", "prose__pair", [make("span", "label", given.label), value, remark]);
    }
    const kind = ["large", "lead", "text", "small"].find((name) => given[name]);
    return make("p", "prose__" + kind, given[kind]);
  }

  /** "congkhai.example/xa/10750", to be broken only where nobody reads a hyphen into it. */
  function address(url) {
    const parts = url.replace(/^https:\/\//, "").replace(/\/$/, "").split(/(?=[/.])/);
    const element = make("p", "take__address");
    parts.forEach((part) => element.append(make("span", "whole", part), document.createElement("wbr")));
    return element;
  }

  function take(slide) {
    return make("aside", "take", [
      display.qr.svg(slide.address, "Mã QR dẫn tới " + slide.address),
      make("div", "take__words", [make("p", "take__label", "Quét hoặc gõ:"), address(slide.address)]),
    ]);
  }

  wall.draw = function (slide) {
    const content = KINDS[slide.kind](slide);
    if (!content.textContent.trim()) throw new Error("a slide without a word: " + slide.name);
    const head = make("header", "slide__head", [
      make("h1", "slide__title", slide.title),
      slide.kind === "welcome" ? null : clock("slide__clock", "time"),
    ]);
    const main = make("div", "slide__main", [make("div", "slide__content", content), take(slide)]);
    return make("section", "slide slide--" + slide.kind + (slide.urgent ? " slide--urgent" : ""), [head, main]);
  };
  wall.make = make;
})(self);
