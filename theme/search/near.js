/* How far two words are apart for the ear and for the finger.
 *
 * Public name: congkhai.searchParts.near
 * `sound` gives one key to spellings that some region says alike: tr/ch, s/x, d/gi/r/v, l/n at the start;
 * n/ng, t/c, nh/n at the end; g/gh, ng/ngh, c/k/q by spelling rule; i/y inside.
 * `edits` counts typing slips (insert, drop, replace, swap) up to two.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});
  var ONSETS = [
    [/^ngh/, "ng"],
    [/^gh/, "g"],
    [/^tr/, "ch"],
    [/^(gi(?=[aeouy])|g(?=i)|[drv])/, "z"],
    [/^[kq]/, "c"],
    [/^x/, "s"],
    [/^l/, "n"],
    [/^f/, "ph"]
  ];
  var FINALS = [
    [/(ng|nh)$/, "n"],
    [/(ch|c)$/, "t"]
  ];

  function swap(text, table) {
    for (var i = 0; i < table.length; i++) {
      if (table[i][0].test(text)) return text.replace(table[i][0], table[i][1]);
    }
    return text;
  }

  /** One key for words that sound alike somewhere in the country; takes a folded word. */
  function sound(fold) {
    var onset = swap(fold, ONSETS);
    return (onset.length > 2 ? swap(onset, FINALS) : onset).replace(/y/g, "i");
  }

  /** Typing slips between two folded words: 0, 1, 2, or 3 for "more than two". */
  function edits(a, b) {
    if (a === b) return 0;
    if (Math.abs(a.length - b.length) > 2) return 3;
    var before = [];
    var last = [];
    for (var j = 0; j <= b.length; j++) last[j] = j;
    for (var i = 1; i <= a.length; i++) {
      var row = [i];
      var best = i;
      for (j = 1; j <= b.length; j++) {
        var same = a[i - 1] === b[j - 1];
        var cost = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
          cost = Math.min(cost, before[j - 2] + 1);
        }
        row[j] = cost;
        if (cost < best) best = cost;
      }
      if (best > 2) return 3;
      before = last;
      last = row;
    }
    return Math.min(last[b.length], 3);
  }

  /** The set of letters of a word as bits, to turn most words away before counting slips. */
  function letters(fold) {
    var bits = 0;
    for (var i = 0; i < fold.length; i++) bits |= 1 << fold.charCodeAt(i) % 32;
    return bits;
  }

  /** How many letters two sets do not share: each slip changes at most two. */
  function apart(a, b) {
    var bits = a ^ b;
    var count = 0;
    while (bits) {
      bits &= bits - 1;
      count++;
    }
    return count;
  }

  parts.near = { sound: sound, edits: edits, letters: letters, apart: apart };
})(typeof self !== "undefined" ? self : this);
