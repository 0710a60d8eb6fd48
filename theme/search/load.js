/* Load the engine and the catalogue when somebody is about to search, and only then.
 *
 * Public name: congkhai.searchLoad(element) -> Promise
 * `data-search-scripts` on the element lists the classic scripts, in order, separated by spaces.  Script elements
 * work from file://, where fetch and modules do not.  Nothing is sent: the query stays on the device.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var waiting = new Map();

  function script(url) {
    return new Promise(function (done, failed) {
      var element = document.createElement("script");
      element.src = url;
      element.async = false;
      element.onload = done;
      element.onerror = function () {
        element.remove();
        failed(new Error(url));
      };
      document.head.appendChild(element);
    });
  }

  congkhai.searchLoad = function (element) {
    var list = element.getAttribute("data-search-scripts") || "";
    if (!waiting.has(list)) {
      var ready = Promise.all(list.split(/\s+/).filter(Boolean).map(script));
      ready.catch(function () {
        waiting.delete(list); // a lost signal comes back: the next focus tries again
      });
      waiting.set(list, ready);
    }
    return waiting.get(list);
  };
})(self);
