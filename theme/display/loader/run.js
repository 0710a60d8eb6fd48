/* Start a verified release: its own bytes become blob: addresses, nothing of it is read from the disk again.
 *
 * Public name: congkhai.loader.run(screen, choice, main, patience) -> Promise that is settled when the screen says
 * congkhai.display.ready(), and rejected where it throws or says nothing for so many seconds (see patience.js).
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});
  var TYPES = { woff2: "font/woff2", svg: "image/svg+xml", png: "image/png" };

  function address(parts, type) {
    return URL.createObjectURL(new Blob(parts, { type: type }));
  }

  function bytes(files, path) {
    var found = files.get(path);
    if (!found) throw new Error("no file: " + path);
    return found;
  }

  function text(files, path) {
    return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes(files, path));
  }

  function source(choice) {
    return {
      commune: choice.facts.commune,
      version: String(choice.facts.version),
      builtAt: choice.facts.builtAt,
      online: false,
      notice: loader.noticeOf(choice),
      text: async function (path) {
        return text(choice.files, path);
      },
      bytes: async function (path) {
        return bytes(choice.files, path);
      }
    };
  }

  /** The style with every url(…) that names a file of the release turned into that file's address. */
  function linked(files, path) {
    var folder = path.slice(0, path.lastIndexOf("/") + 1);
    return text(files, path).replace(/url\(\s*["']?([^"')]+?)["']?\s*\)/g, function (whole, target) {
      var file = files.get(folder + target);
      if (!file) return whole;
      var type = TYPES[target.slice(target.lastIndexOf(".") + 1)] || "";
      return 'url("' + address([file], type) + '")';
    });
  }

  function loaded(element, place) {
    return new Promise(function (done, failed) {
      element.onload = done;
      element.onerror = failed;
      place.appendChild(element);
    });
  }

  /** One sheet and one script: each address costs a slow machine as much as the rules in it. */
  function styles(files, paths) {
    var link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = address(paths.map(linked.bind(null, files)), "text/css");
    return loaded(link, document.head);
  }

  function scripts(files, paths) {
    var element = document.createElement("script");
    var parts = [];
    paths.forEach(function (path) {
      parts.push(bytes(files, path), "\n;\n"); // a last line that is a comment ends here, an expression too
    });
    element.src = address(parts, "text/javascript");
    return loaded(element, document.head);
  }

  loader.run = function (name, choice, main, patience) {
    return new Promise(function (done, failed) {
      var files = choice.files;
      var screen = JSON.parse(text(files, "screens.json"))[name];
      var stands = loader.patience(patience, failed);
      congkhai.display = Object.assign(congkhai.display || {}, {
        source: source(choice),
        ready: function () {
          stands();
          document.documentElement.setAttribute("data-ready", String(Math.round(root.performance.now())));
          root.removeEventListener("error", failed);
          done();
        },
        reload: loader.anew
      });
      root.addEventListener("error", failed); // a script that throws while it is loaded
      Promise.all([styles(files, screen.styles), scripts(files, screen.scripts)])
        .then(function () {
          return congkhai.display[screen.start].start(congkhai.display.source, main);
        })
        .catch(failed);
    });
  };
})(self);
