/* Start a screen on the site, hold its whole release for times without a network, and change to a newer one.
 *
 * The version is asked for every five minutes.  A new release is fetched and verified whole while the old one goes on;
 * then, when nobody is touching, the page begins anew.  Where the device may keep nothing (http), a page that is open
 * goes on without a network, and is not left for a page that cannot be had.  A release that did not start gets another
 * try after six hours, and when the device is switched on.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var online = congkhai.online;
  var display = (congkhai.display = congkhai.display || {});
  var page = document.documentElement;
  var SCREEN = page.getAttribute("data-screen");
  var PAUSE = 300000;
  var AGAIN = 30;
  var BUSY_PAUSE = 5000;
  var PATIENCE = 15;
  var ANOTHER_TRY = 6 * 3600;
  var SWITCHED_ON = "congkhai.dang-chay";
  var AT_ONCE = 4;
  var reloading = false;
  var stands = false;

  function say(code) {
    if (display.notice) display.notice(code ? { code: code, text: congkhai.loader.messages[code] } : null);
  }

  async function reload() {
    if (reloading) return;
    reloading = true;
    try {
      var controlled = root.navigator.serviceWorker && root.navigator.serviceWorker.controller;
      if (!controlled) await online.version(true);
      root.location.reload();
    } catch (error) {
      reloading = false;
      say("mat-mang");
    }
  }

  function whenFree(task) {
    if (display.busy && display.busy()) {
      setTimeout(whenFree, BUSY_PAUSE, task);
    } else {
      task();
    }
  }

  /** Every file of a release as site path -> bytes, a few at a time: a weak network has other users too. */
  async function all(said, fresh) {
    var files = await online.files(said, fresh);
    var waiting = Object.keys(files).map(function (path) {
      return files[path];
    });
    var contents = new Map();
    async function some() {
      while (waiting.length) {
        var one = waiting.shift();
        contents.set(one[0], await online.bytes(one[0], one[1], fresh));
      }
    }
    var crew = [];
    for (var i = 0; i < AT_ONCE; i++) crew.push(some());
    await Promise.all(crew);
    contents.set(said.shared[0], await online.bytes(said.shared[0], said.shared[1], fresh));
    return contents;
  }

  async function hold(said, fresh) {
    var contents = await all(said, fresh);
    if (!root.caches) return;
    for (var i = 0; i < said.pages.length; i++) {
      var response = await fetch(online.address(said.pages[i][0]) + "?" + said.version);
      var bytes = new Uint8Array(await response.arrayBuffer()); // floor: asked of a Response, not of a Blob
      if ((await congkhai.loader.sha256(bytes)) !== said.pages[i][1]) throw new Error("damaged page");
      contents.set(said.pages[i][0], bytes);
    }
    var own = "man-hinh/" + online.commune + "/phien-ban.json";
    contents.set(own, new TextEncoder().encode(JSON.stringify(said)));
    await online.store(said, contents);
  }

  async function look(shown) {
    var said;
    try {
      said = await online.version(true);
    } catch (error) {
      return say("mat-mang");
    }
    if (said.version === shown.version || said.built_at < shown.built_at || (await online.isBad(said.version))) {
      return say(null);
    }
    try {
      await hold(said, true);
    } catch (error) {
      return say("tai-loi");
    }
    return whenFree(reload);
  }

  function watch(shown) {
    setTimeout(function () {
      look(shown).then(function () {
        if (!reloading) watch(shown);
      });
    }, PAUSE);
  }

  function source(said) {
    var files = online.files(said, false);
    async function bytes(path) {
      var found = (await files)[path];
      if (!found) throw new Error("no file: " + path);
      return online.bytes(found[0], found[1], false);
    }
    return {
      commune: said.commune,
      version: said.version,
      builtAt: said.built_at,
      online: true,
      notice: null,
      bytes: bytes,
      text: async function (path) {
        return new TextDecoder().decode(await bytes(path));
      }
    };
  }

  async function doesNotOpen(said) {
    if (await online.back(said.version)) {
      root.location.reload();
    } else {
      congkhai.loader.patience(AGAIN, function () {
        if (!stands) reload();
      });
    }
  }

  /** What failed before the device was switched off may have failed for reasons that are gone. */
  async function forgive() {
    if (root.sessionStorage.getItem(SWITCHED_ON)) return;
    root.sessionStorage.setItem(SWITCHED_ON, "1");
    await online.forgive();
  }

  function stand(said) {
    online.guard(SCREEN).catch(function () {});
    hold(said, false).catch(function () {
      say("tai-loi");
    });
    watch(said);
    congkhai.loader.patience(ANOTHER_TRY, online.forgive);
  }

  async function begin() {
    var said;
    forgive().catch(function () {}); // a device that keeps nothing has nothing to forgive
    try {
      said = await online.version(false);
    } catch (error) {
      return congkhai.loader.patience(AGAIN, begin);
    }
    var ended = congkhai.loader.patience(PATIENCE, doesNotOpen.bind(null, said));
    display.reload = reload;
    display.ready = function () {
      ended();
      stands = true;
      page.setAttribute("data-ready", String(Math.round(root.performance.now()))); // for whoever measures
      stand(said);
    };
    display.source = source(said);
    try {
      await display[page.getAttribute("data-start")].start(display.source, document.getElementById("man"));
    } catch (error) {
      ended();
      doesNotOpen(said);
    }
    return null;
  }

  root.addEventListener("DOMContentLoaded", begin);
})(self);
