/* Read files of the folder without letting them near the display: each reading is a frame of its own.
 *
 * Public name: congkhai.loader.read(paths) -> Promise of {said: [[kind, …], …], absent: [address, …]}
 * What comes back is not verified.  A frame that does not answer within 30 seconds counts as absent files.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});
  var PATIENCE = 30000;
  var count = 0;

  loader.read = function (paths) {
    return new Promise(function (done) {
      var frame = document.createElement("iframe");
      var moment = Date.now() + "." + ++count;
      var timer = setTimeout(function () {
        finish({ said: [], absent: paths.slice() });
      }, PATIENCE);

      function finish(answer) {
        clearTimeout(timer);
        root.removeEventListener("message", hear);
        frame.remove();
        done(answer);
      }

      function hear(event) {
        var data = event.data;
        if (event.source !== frame.contentWindow || !data || data.moment !== moment) return;
        if (Array.isArray(data.said) && Array.isArray(data.absent)) {
          finish({ said: data.said.filter(Array.isArray), absent: data.absent });
        }
      }

      root.addEventListener("message", hear);
      frame.hidden = true;
      frame.title = "Đọc tệp";
      // Without allow-same-origin no browser lets the frame load from file://; files are strangers to each other anyway.
      frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
      frame.src = "loader/reader.html#" + encodeURIComponent([moment].concat(paths).join(" "));
      document.body.appendChild(frame);
    });
  };
})(self);
