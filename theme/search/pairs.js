/* How often two numbered words stand side by side: a hash table of plain numbers, because a Map of such keys takes
 * half the time of indexing a catalogue.
 *
 * Public name: congkhai.searchParts.pairs
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});
  var SPREAD = 2654435761; // Knuth's multiplicative hash

  function pairs() {
    var size = 8192;
    var keys = new Uint32Array(size);
    var counts = new Uint16Array(size);
    var used = 0;

    function slotOf(key) {
      var slot = (Math.imul(key, SPREAD) >>> 8) & (size - 1);
      while (counts[slot] && keys[slot] !== key) slot = (slot + 1) & (size - 1);
      return slot;
    }

    function grow() {
      var oldKeys = keys;
      var oldCounts = counts;
      size *= 2;
      keys = new Uint32Array(size);
      counts = new Uint16Array(size);
      for (var i = 0; i < oldKeys.length; i++) {
        if (!oldCounts[i]) continue;
        var slot = slotOf(oldKeys[i]);
        keys[slot] = oldKeys[i];
        counts[slot] = oldCounts[i];
      }
    }

    function keyOf(left, right) {
      return ((left << 16) | right) >>> 0;
    }

    return {
      add: function (left, right) {
        var key = keyOf(left, right);
        var slot = slotOf(key);
        if (!counts[slot]) {
          keys[slot] = key;
          if (++used > size * 0.6) {
            counts[slot] = 1;
            return grow();
          }
        }
        if (counts[slot] < 65535) counts[slot]++;
      },
      count: function (left, right) {
        return counts[slotOf(keyOf(left, right))];
      }
    };
  }

  parts.pairs = pairs;
})(typeof self !== "undefined" ? self : this);
