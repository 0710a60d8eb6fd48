/* A row of typed words as numbers: which terms it asks for, how much each weighs, what the last may grow into.
 *
 * Public name: congkhai.searchParts.plan
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});
  var GROWING_TERMS = 60;
  var MAY_GROW = 0.9; // a known word that may yet become a longer one
  var GROWING = 0.97;
  var GROWING_WEIGHT = 0.5;
  var UNIT_FLOOR = 0.25;

  function plan(index) {
    var words = index.words;
    var slots = new Int16Array(words.terms.length + 1).fill(-1);
    var asked = [];

    function claim(term, slot) {
      if (slots[term] < 0) asked.push(term);
      slots[term] = slot;
    }

    function grow(row) {
      row.longer = new Map();
      var value = row.term >= 0 ? MAY_GROW : GROWING;
      words.beginning(row.face.fold, GROWING_TERMS).forEach(function (term) {
        if (term !== row.term) row.longer.set(term, value);
      });
      return row.longer.size > 0;
    }

    function rowOf(face, weight) {
      var term = words.find(face.fold);
      return { face: face, term: term, weight: weight * floored(term), longer: null };
    }

    function floored(term) {
      return Math.max(index.idf(term), UNIT_FLOOR * index.rare);
    }

    function mayGrow(face, count) {
      return (face.fold.length > 1 || count > 1) && !/^\d+$/.test(face.fold);
    }

    /** Give every term its slot: the longer forms of the last word first, so that a whole word wins. */
    function claimAll(rows) {
      var last = rows[rows.length - 1];
      if (last && last.longer) {
        last.longer.forEach(function (value, term) {
          claim(term, rows.length - 1);
        });
      }
      rows.forEach(function (row, i) {
        if (row.term < 0) return;
        var other = slots[row.term] >= 0 ? rows[slots[row.term]] : null;
        if (!other || other.term !== row.term) claim(row.term, i);
        else row.weight = 0; // "nuôi con nuôi": the second one is the same question
      });
    }

    /** Plan a query; `slots` maps a term to its row until the next plan is made. */
    function make(tokens, weights, growing) {
      asked.forEach(function (term) {
        slots[term] = -1;
      });
      asked = [];
      if (slots.length < words.terms.length) slots = new Int16Array(words.terms.length + 64).fill(-1);
      var rows = tokens.map(function (face, i) {
        return rowOf(face, weights[i]);
      });
      var last = rows[rows.length - 1];
      if (growing && last && mayGrow(last.face, rows.length) && grow(last) && last.term < 0) {
        last.weight = weights[rows.length - 1] * index.rare * GROWING_WEIGHT;
      }
      claimAll(rows);
      var total = 0;
      rows.forEach(function (row) {
        total += row.weight;
      });
      return { rows: rows, slots: slots, total: total || 1 };
    }

    return { make: make, floored: floored };
  }

  parts.plan = plan;
})(typeof self !== "undefined" ? self : this);
