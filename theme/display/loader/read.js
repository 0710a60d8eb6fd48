/* Read files of the folder without letting them near the display: whoever says something does so in a frame.
 *
 * Public names: congkhai.loader.reader() -> {read(paths), close()}: one frame, for files that may know of each other;
 * read() -> Promise of {said: [[kind, …], …], absent: [address, …]}; congkhai.loader.read(paths) -> the same, once.
 * What comes back is not verified.  A frame that does not answer within 30 waking seconds counts as absent files.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});
  var PATIENCE = 30;
  var count = 0;

  function framed(question) {
    var frame = document.createElement("iframe");
    frame.hidden = true;
    frame.title = "Đọc tệp";
    // Without allow-same-origin no browser lets the frame load from file://; files are strangers to each other anyway.
    frame.setAttribute("sandbox", "allow-scripts allow-same-origin");
    frame.src = "loader/reader.html#" + encodeURIComponent([question.moment].concat(question.paths).join(" "));
    document.body.appendChild(frame);
    return frame;
  }

  loader.reader = function () {
    var frame = null;

    function ask(question) {
      if (frame) frame.contentWindow.postMessage(question, "*");
      else frame = framed(question);
    }

    function read(paths) {
      return new Promise(function (done) {
        var moment = Date.now() + "." + ++count;
        var answered = loader.patience(PATIENCE, function () {
          finish({ said: [], absent: paths.slice() });
        });

        function finish(answer) {
          answered();
          root.removeEventListener("message", hear);
          done(answer);
        }

        function hear(event) {
          if (!frame || event.source !== frame.contentWindow) return;
          var data = event.data;
          if (!data || data.moment !== moment || !Array.isArray(data.said) || !Array.isArray(data.absent)) return;
          finish({ said: data.said.filter(Array.isArray), absent: data.absent });
        }

        root.addEventListener("message", hear);
        ask({ moment: moment, paths: paths });
      });
    }

    function close() {
      if (frame) frame.remove();
    }

    return { read: read, close: close };
  };

  loader.read = async function (paths) {
    var reader = loader.reader();
    var answer = await reader.read(paths);
    reader.close();
    return answer;
  };
})(self);
