/* Load the engine and the catalogue when somebody is about to search, and only then.
 *
 * Public name: congkhai.searchLoad(element) -> Promise
 * `data-search-parts` on the element lists classic scripts and style sheets, in order, separated by spaces.  Their
 * elements work from file://, where fetch and modules do not.  Nothing is sent: the query stays on the device.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var waiting = new Map();

  function element(url) {
    var made = document.createElement(/\.css$/.test(url) ? "link" : "script");
    if (made.tagName === "LINK") {
      made.rel = "stylesheet";
      made.href = url;
    } else {
      made.src = url;
      made.async = false;
    }
    return made;
  }

  function part(url) {
    return new Promise(function (done, failed) {
      var made = element(url);
      made.onload = done;
      made.onerror = function () {
        made.remove();
        failed(new Error(url));
      };
      document.head.appendChild(made);
    });
  }

  congkhai.searchLoad = function (place) {
    var list = place.getAttribute("data-search-parts") || "";
    if (!waiting.has(list)) {
      var ready = Promise.all(list.split(/\s+/).filter(Boolean).map(part));
      ready.catch(function () {
        waiting.delete(list); // a lost signal comes back: the next focus tries again
      });
      waiting.set(list, ready);
    }
    return waiting.get(list);
  };
})(self);
