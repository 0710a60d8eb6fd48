/* Runs inside the reading frame: loads the files of a release as scripts and hands on the texts that they say.
 *
 * A page opened from file:// can read another file only by running it as a script.  What has not been verified
 * yet is therefore run here, in a frame that can reach neither the display nor anything else: it can only say
 * texts, and the loader believes none of them without its digest.
 */
(function (root) {
  "use strict";
  var said = [];
  var absent = [];

  function hears(kind) {
    return function () {
      said.push([kind].concat(Array.prototype.slice.call(arguments)));
    };
  }
  root.congkhaiCurrent = hears("current");
  root.congkhaiManifest = hears("manifest");
  root.congkhaiFile = hears("file");

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
  var parts = decodeURIComponent(root.location.hash.slice(1)).split(" ");
  var moment = parts.shift();
  var all = parts.map(function (path) {
    return script("../" + path + "?" + moment);
  });
  Promise.all(all).then(function () {
    root.parent.postMessage({ moment: moment, said: said, absent: absent }, "*");
  });
})(self);
