/* Fonts from bytes: a page on file:// has no addresses to load them from.
 *
 * Public name: congkhai.display.fonts(source) -> Promise, never rejected and never longer than two seconds: without
 * its fonts a screen still speaks.  Worth waiting for: text laid out in another font first is laid out twice.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const WEIGHTS = ["400", "700"];
  const PATIENCE = 2000; // a network that stands still

  function load(source, weight) {
    return Promise.resolve(source.bytes("common/fonts/noto-sans-" + weight + ".woff2"))
      .then((bytes) => new FontFace("Congkhai Sans", bytes, { weight: weight }).load())
      .then((face) => document.fonts.add(face));
  }

  display.fonts = function (source) {
    if (!source.bytes) return Promise.resolve();
    const loaded = Promise.all(WEIGHTS.map((weight) => load(source, weight).catch(() => {})));
    return Promise.race([loaded, new Promise((done) => setTimeout(done, PATIENCE))]).then(() => {});
  };
})(self);
