/* Answers for the displays of this site from the whole release that the device holds (see store.js).
 *
 * What is asked with a question mark is new and goes to the network; so does everything until a release is held.
 */
(function (worker) {
  "use strict";
  var NOTES = "congkhai-dang-dung";
  var DISPLAY = /^(.*\/)(?:man-hinh|ki-ot)\/(\d{5})\//;

  worker.addEventListener("install", function () {
    worker.skipWaiting();
  });
  worker.addEventListener("activate", function (event) {
    event.waitUntil(worker.clients.claim());
  });

  async function held(display, address) {
    var note = await (await caches.open(NOTES)).match(display[1] + "man-hinh/" + display[2] + "/dang-dung");
    if (!note) return null;
    var version = (await note.json()).now;
    return version ? (await caches.open("congkhai-" + display[2] + "-" + version)).match(address) : null;
  }

  worker.addEventListener("fetch", function (event) {
    var request = event.request;
    var from = DISPLAY.exec(request.mode === "navigate" ? request.url : request.referrer);
    if (request.method !== "GET" || !from || request.url.indexOf("?") >= 0) return;
    var address = request.url.split("#")[0];
    event.respondWith(
      held(from, address)
        .catch(function () {
          return null;
        })
        .then(function (found) {
          return found || fetch(request);
        })
    );
  });
})(self);
