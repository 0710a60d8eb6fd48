/* Whole releases on the device, for the hours without a network.  Only pages over https have such a store.
 *
 * Public names: congkhai.online.store(said, contents) -> Promise, after which this release is the one that opens;
 * congkhai.online.back(version) -> Promise of true where the release before takes its place;
 * congkhai.online.isBad(version) -> Promise of whether it was left so, congkhai.online.forgive(): let it be tried again.
 * worker.js answers from what stands here; the note of which release is shown is written last.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var online = (congkhai.online = congkhai.online || {});
  var NOTES = "congkhai-dang-dung";
  var TYPES = { html: "text/html", css: "text/css", js: "text/javascript", json: "application/json", woff2: "font/woff2" };

  function able() {
    return Boolean(root.caches && root.navigator.serviceWorker);
  }

  function noteAddress() {
    return online.address("man-hinh/" + online.commune + "/dang-dung");
  }

  async function note() {
    var found = await (await caches.open(NOTES)).match(noteAddress());
    return found ? found.json() : { now: null, before: null, bad: [] };
  }

  async function write(content) {
    await (await caches.open(NOTES)).put(noteAddress(), new Response(JSON.stringify(content)));
  }

  function name(version) {
    return "congkhai-" + online.commune + "-" + version;
  }

  function response(path, bytes) {
    var ending = /\.([a-z0-9]+)$/.exec(path);
    var type = TYPES[ending ? ending[1] : "html"] || "application/octet-stream";
    return new Response(bytes, { headers: { "content-type": type + "; charset=utf-8" } });
  }

  async function forgetOthers(kept) {
    var names = await caches.keys();
    var ours = "congkhai-" + online.commune + "-";
    await Promise.all(
      names
        .filter(function (one) {
          return one.indexOf(ours) === 0 && kept.indexOf(one) < 0;
        })
        .map(function (one) {
          return caches.delete(one);
        })
    );
  }

  /** `contents` maps site paths to bytes; pages end in "/". */
  online.store = async function (said, contents) {
    if (!able()) return false;
    var known = await note();
    if (known.now === said.version) return true;
    var cache = await caches.open(name(said.version));
    var paths = Array.from(contents.keys());
    for (var i = 0; i < paths.length; i++) {
      await cache.put(online.address(paths[i]), response(paths[i], contents.get(paths[i])));
    }
    await write({ now: said.version, before: known.now, bad: known.bad.slice(-9) });
    await forgetOthers([name(said.version), name(known.now)]);
    return true;
  };

  online.back = async function (version) {
    if (!able()) return false;
    var known = await note();
    if (known.now !== version || !known.before) return false;
    await write({ now: known.before, before: null, bad: known.bad.concat(version).slice(-9) });
    return true;
  };

  online.isBad = async function (version) {
    return able() && (await note()).bad.indexOf(version) >= 0;
  };

  online.forgive = async function () {
    if (!able()) return;
    var known = await note();
    if (known.bad.length) await write({ now: known.now, before: known.before, bad: [] });
  };

  online.guard = async function (screen) {
    if (!able()) return;
    await root.navigator.serviceWorker.register(online.address(screen + "/giu-ban.js"));
  };
})(self);
