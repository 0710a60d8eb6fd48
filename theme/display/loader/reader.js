/* Runs inside the reading frame: loads the files of a release as scripts and hands on what they say.
 *
 * A page opened from file:// can read another file only by running it as a script.  What has not been verified
 * yet is therefore run here, in a frame that can reach neither the display nor anything else: it can only say
 * something, and the loader believes nothing without its digest.
 */
(function (root) {
  "use strict";
  var BASE64 = 1;
  var said = [];
  var absent = [];
  var buffers = [];
  var encoder = new TextEncoder();

  function hears(kind) {
    return function () {
      said.push([kind].concat(Array.prototype.slice.call(arguments)));
    };
  }
  root.congkhaiCurrent = hears("current");
  root.congkhaiManifest = hears("manifest");

  /** Files leave as bytes: they change hands without being copied, and a digest is one of bytes. */
  root.congkhaiFiles = function (kind, text) {
    var bytes = null;
    try {
      bytes = kind === BASE64 ? bytesOf(atob(text)) : encoder.encode(text);
      buffers.push(bytes.buffer);
    } catch (error) {
      bytes = null;
    }
    said.push(["files", bytes]);
  };

  function bytesOf(letters) {
    var bytes = new Uint8Array(letters.length);
    for (var i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
    return bytes;
  }

  function script(address) {
    return new Promise(function (done) {
      var element = document.createElement("script");
      element.onload = done;
      element.onerror = function () {
        absent.push(address);
        done();
      };
      element.charset = "utf-8";
      element.src = address;
      document.head.appendChild(element);
    });
  }

  // "?" and the moment of asking: a file that was replaced must not come out of a cache.
  function answer(moment, paths) {
    var all = paths.map(function (path) {
      return script("../" + path + "?" + moment);
    });
    Promise.all(all).then(function () {
      root.parent.postMessage({ moment: moment, said: said, absent: absent }, "*", buffers);
      said = [];
      absent = [];
      buffers = [];
    });
  }

  root.addEventListener("message", function (event) {
    if (event.source === root.parent) answer(event.data.moment, event.data.paths);
  });
  var first = decodeURIComponent(root.location.hash.slice(1)).split(" ");
  answer(first[0], first.slice(1));
})(self);
