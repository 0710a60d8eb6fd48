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
  var CANDIDATES = 60;
  var BINS = 100;
  var HOPELESS = 0.3; // of the best sum: cannot come first any more
  var IN_TAIL = 0.8;
  var LONGER_IMPACT = 0.6;
  var MOST_ROWS = 64;
  var WEIGHTS = { base: 0.33, order: 0.25, share: 0.42, exact: 0.2, start: 0.03, unit: 0.72, whole: 0.28, prior: 0.12 };

  function rank(index, priors) {
    var words = index.words;
    var plans = parts.plan(index);
    var sums = new Float64Array(index.size);
    var slotSums = new Float64Array(index.size);
    var bins = new Int32Array(BINS);
    var covered = new Float64Array(MOST_ROWS);
    var best = new Float64Array(MOST_ROWS);

    function addTerm(term, factor, touched) {
      var list = index.table[term];
      if (!list) return;
      for (var i = 0; i < list.docs.length; i++) {
        var doc = list.docs[i];
        var value = list.weights[i] * factor;
        if (value > slotSums[doc]) {
          if (!slotSums[doc]) touched.push(doc);
          slotSums[doc] = value;
        }
      }
    }

    function addRow(row, found) {
      var touched = [];
      var factor = row.term >= 0 ? row.weight / Math.max(index.idf(row.term), 0.01) : 1;
      if (row.term >= 0) addTerm(row.term, factor, touched);
      if (row.longer) {
        row.longer.forEach(function (value, term) {
          addTerm(term, value * LONGER_IMPACT, touched);
        });
      }
      touched.forEach(function (doc) {
        if (!sums[doc]) found.push(doc);
        sums[doc] += slotSums[doc];
        slotSums[doc] = 0;
      });
    }

    /** The sum below which nothing can be a candidate: counted in bins, because sorting thousands is slow. */
    function floorOf(found, top) {
      bins.fill(0);
      for (var i = 0; i < found.length; i++) bins[Math.min(BINS - 1, Math.floor((sums[found[i]] / top) * BINS))]++;
      var bin = BINS;
      var above = 0;
      while (bin > HOPELESS * BINS && above < CANDIDATES) above += bins[--bin];
      return (bin / BINS) * top;
    }

    /** The documents that hold most of the query by BM25: [{doc, sum}], best first. */
    function retrieve(query) {
      var found = [];
      query.rows.forEach(function (row) {
        if (row.weight) addRow(row, found);
      });
      var top = 0;
      found.forEach(function (doc) {
        if (sums[doc] > top) top = sums[doc];
      });
      var floor = floorOf(found, top);
      var candidates = [];
      found.forEach(function (doc) {
        if (sums[doc] >= floor) candidates.push({ doc: doc, sum: sums[doc] * (1 + 0.15 * priors[doc]) });
        sums[doc] = 0;
      });
      candidates.sort(function (a, b) {
        return b.sum - a.sum || a.doc - b.doc;
      });
      return candidates.slice(0, CANDIDATES);
    }

    /** How well a written word answers a row: 1 the same word with the same marks. */
    function fit(row, word) {
      var term = words.termOfWord[word];
      var face = words.words[word];
      if (term === row.term) return parts.fold.agreement(row.face, face);
      var value = row.longer ? row.longer.get(term) || 0 : 0;
      if (!value || !row.face.marked) return value;
      var typed = row.face.letters;
      return face.letters.slice(0, typed.length) === typed ? value : value * 0.8;
    }

    /** What each word of a unit weighs, made at the first visit: what follows the head names little. */
    function measure(unit) {
      unit.terms = new Uint16Array(unit.row.length);
      unit.weights = new Float64Array(unit.row.length);
      for (var p = 0; p < unit.row.length; p++) {
        unit.terms[p] = words.termOfWord[unit.row[p]];
        unit.weights[p] = plans.floored(unit.terms[p]) * (p < unit.head ? 1 : index.tail);
        unit.weight += unit.weights[p];
      }
    }

    function isNext(query, before, word, at) {
      if (at === before + 1) return true;
      var next = query.rows[before + 1];
      return Boolean(next) && !next.weight && fit(next, word) > 0.5;
    }

    /** One unit against the query; also raises `best`, what the whole document covers. */
    function judge(query, unit) {
      if (!unit.terms) measure(unit);
      var rows = query.rows.length;
      covered.fill(0, 0, rows);
      var asked = 0;
      var beside = 0;
      var before = -1;
      var first = false;
      for (var p = 0; p < unit.terms.length; p++) {
        var at = query.slots[unit.terms[p]];
        if (at < 0) {
          before = -1;
          continue;
        }
        var value = fit(query.rows[at], unit.row[p]);
        asked += unit.weights[p] * value;
        if (p >= unit.head) value *= IN_TAIL;
        if (value > covered[at]) covered[at] = value;
        if (p === 0) first = true;
        if (before >= 0 && isNext(query, before, unit.row[p], at)) {
          beside++;
          before++;
        } else before = at;
      }
      if (!asked) return null;
      var sum = 0;
      for (var i = 0; i < rows; i++) {
        sum += covered[i] * query.rows[i].weight;
        if (covered[i] > best[i]) best[i] = covered[i];
      }
      return verdict(sum / query.total, rows, beside, asked / unit.weight, first);
    }

    function verdict(coverage, rows, beside, share, first) {
      var order = rows > 1 ? Math.min(1, beside / (rows - 1)) : coverage;
      var score = WEIGHTS.base + WEIGHTS.order * order + WEIGHTS.share * Math.min(1, share);
      score *= coverage * coverage;
      if (share > 0.97 && coverage > 0.97) score += order > 0.99 ? WEIGHTS.exact : WEIGHTS.exact / 2;
      if (first) score += WEIGHTS.start * coverage;
      return { score: score, coverage: coverage, order: order };
    }

    function judgeDocument(query, candidate, top) {
      var winner = null;
      var unit = null;
      best.fill(0, 0, query.rows.length);
      index.unitsOf[candidate.doc].forEach(function (id) {
        var found = judge(query, index.units[id]);
        if (!found || (winner && found.score <= winner.score)) return;
        winner = found;
        unit = index.units[id];
      });
      if (!winner) return null;
      var whole = 0;
      for (var i = 0; i < query.rows.length; i++) whole += best[i] * query.rows[i].weight;
      whole /= query.total;
      var score = WEIGHTS.unit * winner.score;
      score += WEIGHTS.whole * whole * whole * (0.5 + (0.5 * candidate.sum) / top);
      score += WEIGHTS.prior * priors[candidate.doc] * whole * whole;
      return { doc: candidate.doc, score: score, coverage: winner.coverage, order: winner.order, unit: unit };
    }

    /** The best documents for one row of words: [{doc, score, coverage, order, unit}], unsorted. */
    return function (tokens, weights, growing) {
      var query = plans.make(tokens.slice(0, MOST_ROWS), weights, growing);
      var candidates = retrieve(query);
      var top = candidates.length ? candidates[0].sum : 1;
      return candidates
        .map(function (candidate) {
          return judgeDocument(query, candidate, top);
        })
        .filter(Boolean);
    };
  }

  parts.rank = rank;
})(typeof self !== "undefined" ? self : this);
