/* A beat a minute into the browser's profile: what a start script sees of a page that lives, and of one that hangs.
 *
 * Nothing else can be told from file:// to the machine.  Where the browser keeps nothing, there is no beat, and
 * loader/mo.sh ends no browser of which it never saw one.
 */
(function (root) {
  "use strict";
  var PAUSE = 60000;
  var FIRST = 10000; // not while the screen is being opened
  var NAME = "congkhai.nhip";

  function beat(database) {
    try {
      database.transaction(NAME, "readwrite").objectStore(NAME).put(Date.now(), 0);
    } catch (error) {
      return; // closed by the browser, or full: a page that cannot write must not look as if it hung at every start
    }
    setTimeout(beat, PAUSE, database);
  }

  function start() {
    try {
      var opening = root.indexedDB.open(NAME, 1);
      opening.onupgradeneeded = function () {
        opening.result.createObjectStore(NAME);
      };
      opening.onsuccess = function () {
        beat(opening.result);
      };
    } catch (error) {
      return; // a browser that forbids it
    }
  }

  setTimeout(start, FIRST);
})(self);
