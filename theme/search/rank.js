/* Which documents answer a row of words best.
 *
 * Public name: congkhai.searchParts.rank
 * BM25 over everything picks the candidates; then each candidate is judged by its best unit (the name or one
 * phrase): how much of the query it covers (squared), in which order, how much of the unit was asked for.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});
  var CANDIDATES = 80;
  var GROWING_TERMS = 60;
  var STILL_GROWING = 0.9; // a known word that may yet become a longer one
  var UNIT_FLOOR = 0.25;
  var IN_TAIL = 0.8;
  var WEIGHTS = { base: 0.33, order: 0.25, share: 0.42, exact: 0.2, start: 0.03, unit: 0.72, whole: 0.28, prior: 0.12 };

  function newScores(size) {
    return { sums: new Float64Array(size), slot: new Float64Array(size), touched: [] };
  }

  function rank(index, priors) {
    var words = index.words;
    var scores = newScores(index.size);

    /** A query as numbers: for every token its term, weight, and the terms it may still grow into. */
    function plan(tokens, weights, growing) {
      var rows = tokens.map(function (face, i) {
        var term = words.find(face.fold);
        var last = growing && i === tokens.length - 1;
        var weight = weights[i] * Math.max(index.idf(term), UNIT_FLOOR * index.rare);
        var row = { face: face, term: term, weight: weight, longer: null, ownWeight: 1 };
        if (last && (face.fold.length > 1 || tokens.length > 1) && !/^\d+$/.test(face.fold)) {
          row.longer = new Map();
          var prior = term >= 0 ? STILL_GROWING : 0.97;
          words.beginning(face.fold, GROWING_TERMS).forEach(function (other) {
            row.longer.set(other, other === term ? 1 : prior);
          });
          if (term < 0 && row.longer.size) row.weight = weights[i] * index.rare * 0.5;
        }
        return row;
      });
      var at = new Map();
      rows.forEach(function (row, i) {
        if (row.longer) {
          row.longer.forEach(function (value, term) {
            if (!at.has(term)) at.set(term, i);
          });
        }
      });
      rows.forEach(function (row, i) {
        if (row.term < 0) return;
        var other = at.has(row.term) ? rows[at.get(row.term)] : null;
        if (!other || other.term !== row.term) at.set(row.term, i);
        else if (other !== row) row.weight = 0; // "nuôi con nuôi": the second one is the same question
      });
      var total = 0;
      rows.forEach(function (row) {
        total += row.weight;
      });
      return { rows: rows, at: at, total: total || 1 };
    }

    function addSlot(term, factor, slot) {
      var list = index.table[term];
      if (!list) return;
      for (var i = 0; i < list.docs.length; i++) {
        var doc = list.docs[i];
        var value = list.weights[i] * factor;
        if (value > scores.slot[doc]) {
          if (!scores.slot[doc]) slot.push(doc);
          scores.slot[doc] = value;
        }
      }
    }

    function retrieve(query) {
      query.rows.forEach(function (row) {
        var slot = [];
        var idf = Math.max(index.idf(row.term), 0.01);
        var factor = row.term >= 0 ? row.weight / idf : 1;
        if (row.longer) {
          row.longer.forEach(function (value, term) {
            addSlot(term, term === row.term ? factor : value * 0.6, slot);
          });
        } else if (row.term >= 0) addSlot(row.term, factor, slot);
        slot.forEach(function (doc) {
          if (!scores.sums[doc]) scores.touched.push(doc);
          scores.sums[doc] += scores.slot[doc];
          scores.slot[doc] = 0;
        });
      });
      var found = scores.touched.map(function (doc) {
        return { doc: doc, sum: scores.sums[doc] * (1 + 0.15 * priors[doc]) };
      });
      scores.touched.forEach(function (doc) {
        scores.sums[doc] = 0;
      });
      scores.touched = [];
      found.sort(function (a, b) {
        return b.sum - a.sum || a.doc - b.doc;
      });
      return found.slice(0, CANDIDATES);
    }

    function fit(row, word) {
      var term = words.termOfWord[word];
      var face = words.words[word];
      if (term === row.term) return parts.fold.agreement(row.face, face);
      var value = row.longer ? row.longer.get(term) || 0 : 0;
      if (!value || !row.face.marked) return value;
      var typed = row.face.letters;
      return face.letters.slice(0, typed.length) === typed ? value : value * 0.8;
    }

    function weightAt(unit, position) {
      var own = Math.max(index.idf(words.termOfWord[unit.row[position]]), UNIT_FLOOR * index.rare);
      return position < unit.head ? own : own * index.tail;
    }

    function unitWeight(unit) {
      if (!unit.weight) {
        for (var i = 0; i < unit.row.length; i++) unit.weight += weightAt(unit, i);
      }
      return unit.weight;
    }

    function judge(query, unit, best) {
      var covered = new Float64Array(query.rows.length);
      var asked = 0;
      var beside = 0;
      var before = -1;
      var first = false;
      for (var p = 0; p < unit.row.length; p++) {
        var at = query.at.get(words.termOfWord[unit.row[p]]);
        if (at === undefined) {
          before = -1;
          continue;
        }
        var value = fit(query.rows[at], unit.row[p]);
        asked += weightAt(unit, p) * value;
        if (p >= unit.head) value *= IN_TAIL;
        if (value > covered[at]) covered[at] = value;
        if (p === 0) first = true;
        if (before >= 0 && isPair(query, before, unit.row[p], at)) {
          beside++;
          before++;
        } else before = at;
      }
      var sum = 0;
      for (var i = 0; i < covered.length; i++) {
        sum += covered[i] * query.rows[i].weight;
        if (covered[i] > best[i]) best[i] = covered[i];
      }
      var coverage = sum / query.total;
      var pairs = Math.max(1, query.rows.length - 1);
      var order = query.rows.length > 1 ? Math.min(1, beside / pairs) : coverage;
      var share = asked / unitWeight(unit);
      var exact = share > 0.97 && coverage > 0.97 ? 1 : 0;
      var score = coverage * coverage * (WEIGHTS.base + WEIGHTS.order * order + WEIGHTS.share * Math.min(1, share));
      score += exact * (order > 0.99 ? WEIGHTS.exact : WEIGHTS.exact / 2) + (first ? WEIGHTS.start * coverage : 0);
      return { score: score, coverage: coverage, order: order };
    }

    function isPair(query, before, word, at) {
      if (at === before + 1) return true;
      var next = query.rows[before + 1];
      return Boolean(next) && fit(next, word) > 0.5;
    }

    function judgeDocument(query, candidate, top) {
      var best = new Float64Array(query.rows.length);
      var winner = null;
      index.unitsOf[candidate.doc].forEach(function (id) {
        var verdict = judge(query, index.units[id], best);
        if (!winner || verdict.score > winner.score) winner = Object.assign(verdict, { unit: index.units[id] });
      });
      if (!winner) return null;
      var whole = 0;
      for (var i = 0; i < best.length; i++) whole += best[i] * query.rows[i].weight;
      whole /= query.total;
      var relative = top ? candidate.sum / top : 0;
      var score = WEIGHTS.unit * winner.score + WEIGHTS.whole * whole * whole * (0.5 + 0.5 * relative);
      score += WEIGHTS.prior * priors[candidate.doc] * whole * whole;
      return { doc: candidate.doc, score: score, coverage: winner.coverage, order: winner.order, unit: winner.unit };
    }

    /** The best documents for one row of words: [{doc, score, coverage, order, unit}], unsorted. */
    return function (tokens, weights, growing) {
      var query = plan(tokens, weights, growing);
      var candidates = retrieve(query);
      var top = candidates.length ? candidates[0].sum : 0;
      return candidates
        .map(function (candidate) {
          return judgeDocument(query, candidate, top);
        })
        .filter(Boolean);
    };
  }

  parts.rank = rank;
})(typeof self !== "undefined" ? self : this);
