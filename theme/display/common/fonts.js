/* Fonts from bytes: a page on file:// has no addresses to load them from.
 *
 * Public name: congkhai.display.fonts(source) -> Promise, never rejected: without its fonts a screen still speaks.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const WEIGHTS = ["400", "700"];

  function load(source, weight) {
    return Promise.resolve(source.bytes("common/fonts/noto-sans-" + weight + ".woff2"))
      .then((bytes) => new FontFace("Congkhai Sans", bytes, { weight: weight }).load())
      .then((face) => document.fonts.add(face));
  }

  display.fonts = function (source) {
    if (!source.bytes) return Promise.resolve();
    return Promise.all(WEIGHTS.map((weight) => load(source, weight).catch(() => {}))).then(() => {});
  };
})(self);
