/* Words whose spaces went wrong: "dangkykhaisinh", "kh ai sinh", and initials such as "xntthn".
 *
 * Public name: congkhai.searchParts.split
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});
  var LONGEST_SYLLABLE = 7;
  var LONGEST_JOINED = 60;
  var LONGEST_INITIALS = 10;
  var MOST_GROWING = 60;

  /** Score of taking `term` after `last`: long known syllables that are neighbours somewhere are cheap. */
  function price(words, last, term, length) {
    var known = words.together(last, term) > 0;
    return (known ? 0.2 : 1.2) + (length === 1 ? 2 : 0);
  }

  /** The word that a last piece may be growing into: one that stands beside the last, else the shortest. */
  function growingInto(words, last, piece) {
    var longer = words.beginning(piece, MOST_GROWING);
    for (var i = 0; i < longer.length; i++) if (words.together(last, longer[i])) return longer[i];
    return piece.length > 1 && longer.length ? longer[0] : -1;
  }

  /**
   * Cut a folded word into known syllables, the cheapest way; the last one may still be growing.
   * Returns [terms, price] or null.
   */
  function syllables(words, text, growing) {
    if (text.length > LONGEST_JOINED || text.length < 4) return null;
    var best = [{ cost: 0, row: [] }];
    for (var end = 1; end <= text.length; end++) {
      best[end] = null;
      for (var start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
        var before = best[start];
        if (!before) continue;
        var piece = text.slice(start, end);
        var term = words.find(parts.fold.word(piece).fold);
        var last = before.row.length ? before.row[before.row.length - 1] : -1;
        var cost = -1;
        if (term >= 0) cost = before.cost + price(words, last, term, piece.length);
        else if (growing && end === text.length && start) {
          term = growingInto(words, last, piece);
          if (term >= 0) cost = before.cost + 2 + price(words, last, term, piece.length);
        }
        if (cost >= 0 && (!best[end] || cost < best[end].cost)) {
          best[end] = { cost: cost, row: before.row.concat(term) };
        }
      }
    }
    var whole = best[text.length];
    return whole && whole.row.length > 1 ? whole : null;
  }

  /** For every unit the first letters of its words, to find "xntthn" in "xác nhận tình trạng hôn nhân". */
  function initials(index) {
    var rows = null;

    function prepare() {
      rows = index.units.map(function (unit) {
        return unit.row
          .map(function (word) {
            return index.words.words[word].fold[0];
          })
          .join("");
      });
    }

    /** The words behind the initials, as written in the first and shortest unit that has them; [] if none has. */
    return function (text) {
      if (text.length < 3 || text.length > LONGEST_INITIALS || !/^[a-z]+$/.test(text)) return [];
      if (!rows) prepare();
      var best = null;
      for (var i = 0; i < rows.length; i++) {
        var at = rows[i].indexOf(text);
        if (at < 0) continue;
        var cost = at * 3 + rows[i].length;
        if (!best || cost < best.cost) best = { cost: cost, unit: index.units[i], at: at };
      }
      if (!best) return [];
      return best.unit.row.slice(best.at, best.at + text.length).map(function (word) {
        return index.words.words[word];
      });
    };
  }

  parts.split = { syllables: syllables, initials: initials };
})(typeof self !== "undefined" ? self : this);
