/* Elements, made by name and never out of markup: no text of the data can become an element.
 *
 * Public names: congkhai.display.kiosk.make(name, properties, children), .button(label, action, properties),
 * .pressed(action, properties, children), .title(text, long), .icon(drawing), .drawings
 * Properties are attributes; `class`, `text` and `onclick` do what they say.  Children are elements, texts, or nothing.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const SVG = "http://www.w3.org/2000/svg";

  /* On a grid of 32 x 32, like those of the life events. */
  const drawings = {
    back: "M14 6L4 16l10 10M4 16h24",
    home: "M3 16L16 5l13 11M7 14v13h18V14M13 27v-8h6v8",
    search: "M21 21l8 8M14 24a10 10 0 1 1 0-20 10 10 0 0 1 0 20z",
    phone: "M9 2h14v28H9zM14 25h4",
    letters: "M3 26L10 6l7 20M5.5 19h9M19 26l4.5-12L28 26M20.5 22h6",
    contrast: "M16 4a12 12 0 1 1 0 24 12 12 0 0 1 0-24zM16 4v24M19 7v18M22 8.5v15M25 11.5v9",
    lower: "M16 3v18M9 14l7 7 7-7M5 28h22",
    clean: "M5 6h22v6H5zM16 12v8M12 20h8v8h-8z",
    finish: "M19 5H6v22h13M13 16h15M23 11l5 5-5 5",
    up: "M5 21l11-11 11 11",
    down: "M5 11l11 11 11-11",
    fields: "M4 5h10v10H4zM18 5h10v10H18zM4 19h10v9H4zM18 19h10v9H18z",
    speak: "M4 6h24v16H16l-7 6v-6H4zM10 12h12M10 16h8",
    erase: "M11 6h18v20H11L2 16zM16 12l8 8M24 12l-8 8",
    touch: "M13 18V6a2.5 2.5 0 0 1 5 0v8l7 2c2 .6 2.5 2 2.200 4l-1.200 9H13l-7-9c1.5-2 4-2 5-.5z",
  };

  function make(name, properties, children) {
    const made = document.createElement(name);
    const given = properties || {};
    Object.keys(given).forEach((key) => {
      const value = given[key];
      if (value === null || value === undefined || value === false) return;
      if (key === "class") made.className = value;
      else if (key === "text") made.textContent = value;
      else if (key === "onclick") made.addEventListener("click", value);
      else made.setAttribute(key, value === true ? "" : String(value));
    });
    add(made, children);
    return made;
  }

  function add(parent, children) {
    [].concat(children === undefined ? [] : children).forEach((child) => {
      if (Array.isArray(child)) add(parent, child);
      else if (child !== null && child !== undefined && child !== false && child !== "") {
        parent.appendChild(typeof child === "string" ? document.createTextNode(child) : child);
      }
    });
  }

  function icon(drawing) {
    const picture = document.createElementNS(SVG, "svg");
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", drawing);
    const attributes = { class: "icon", viewBox: "0 0 32 32", width: 32, height: 32, "aria-hidden": "true" };
    Object.keys(attributes).forEach((key) => picture.setAttribute(key, attributes[key]));
    picture.appendChild(path);
    return picture;
  }

  /** A button around anything.  Its contents lie in a span: before Chromium 83 a button could be no flex box. */
  function pressed(action, properties, children) {
    const given = Object.assign({ type: "button", onclick: action }, properties);
    return make("button", given, [make("span", { class: "in" }, children)]);
  }

  /** A button with an optional drawing (`icon: name`) before its label. */
  function button(label, action, properties) {
    const given = Object.assign({}, properties);
    const picture = given.icon ? icon(drawings[given.icon]) : null;
    delete given.icon;
    return pressed(action, given, [picture, make("span", { class: "says", text: label })]);
  }

  /** The heading of a screen: what is read out when it comes. */
  function title(text, long) {
    return make("h1", { class: "title" + (long ? " title--long" : ""), tabindex: -1, text: text });
  }

  kiosk.make = make;
  kiosk.title = title;
  kiosk.button = button;
  kiosk.pressed = pressed;
  kiosk.icon = icon;
  kiosk.drawings = drawings;
})(self);
