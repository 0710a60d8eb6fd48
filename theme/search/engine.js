/* The one search of site, kiosk and command line.
 *
 * Public names: congkhai.searchEngine(data) -> {search, details}, and congkhai.search(query, {limit, filters}) over
 * congkhai.searchData, indexed at the first question.  Nothing here touches a page or the network.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});
  var ANSWERED = 0.93; // a unit covers the query: nothing needs to be read again
  var WORTH_SHOWING = 0.4; // of the best score
  var NOTHING = 0.2;
  var DEFAULT_LIMIT = 10;
  var MORE = 8; // ways to say the same, for the query as typed
  var LONG = 10;
  var ELSEWHERE = 0.95; // without the commune that was named beside the task
  var FEWER = 4; // and for another reading of it

  function searchEngine(data) {
    var catalogue = parts.catalogue(data);
    var index = parts.index(catalogue.documents);
    var phrases = parts.phrases(data.phrases || {}, function (text) {
      index.words.read(text);
    });
    var rank = parts.rank(index, catalogue.priors);
    var rewrite = parts.rewrite(index);
    var places = parts.places(data.places || []);
    var office = parts.office(data.office || [], phrases.fillerAt);
    var explain = parts.explain(catalogue, index);

    function collect(best, tokens, weight, typed, growing) {
      var read = typed ? tokens : null;
      phrases.variants(tokens, growing, read ? (tokens.length > LONG ? 1 : FEWER) : MORE).forEach(function (variant) {
        var weights = phrases.weights(variant.tokens, typed);
        rank(variant.tokens, weights, growing).forEach(function (hit) {
          hit.score *= weight * variant.weight;
          hit.tokens = variant.tokens;
          hit.read = read;
          var known = best.get(hit.doc);
          if (!known || hit.score > known.score) best.set(hit.doc, hit);
        });
      });
    }

    function answered(best) {
      var top = null;
      best.forEach(function (hit) {
        if (!top || hit.score > top.score) top = hit;
      });
      return Boolean(top) && top.coverage >= ANSWERED && top.order >= 0.5;
    }

    /** The best hits, the places that were named beside the task, and the pages where the office was asked. */
    function byWords(query, exact) {
      var tokens = parts.fold.tokens(query);
      var best = new Map();
      if (!tokens.length) return outcome(best);
      var growing = !/[\s.?!,]$/.test(String(query)) || tokens.length === 1;
      collect(best, tokens, 1, null, growing);
      var pages = office(tokens);
      if (pages) return outcome(covering(best), [], pages);
      if (exact || (answered(best) && !rewrite.torn(tokens))) return outcome(best);
      var located = places.within(tokens);
      if (located) return inPlace(best, tokens, located, growing);
      readAgain(best, tokens, 1, growing);
      return outcome(best);
    }

    /** Where a place is named, the words that are left say what is asked. */
    function inPlace(best, tokens, located, growing) {
      var rest = located.rest;
      if (!rest.length) return outcome(best, located.found);
      var pages = office(rest);
      if (pages) return outcome(covering(best), located.found, pages);
      var goesOn = growing && rest[rest.length - 1] === tokens[tokens.length - 1];
      collect(best, rest, ELSEWHERE, null, goesOn);
      if (!answered(best)) readAgain(best, rest, ELSEWHERE, goesOn);
      return outcome(best, located.found);
    }

    function outcome(best, found, pages) {
      return { best: best, places: found || [], pages: pages || null };
    }

    /** Only what holds every word: beside a question to the office, all else is chance. */
    function covering(best) {
      return new Map(
        Array.from(best).filter(function (entry) {
          return entry[1].coverage >= ANSWERED;
        })
      );
    }

    function readAgain(best, tokens, weight, growing) {
      var fillers = phrases.weights(tokens).map(function (each) {
        return each < 1;
      });
      rewrite.sequences(tokens, fillers).forEach(function (other) {
        var doubt = 0.55 + 0.45 * other.weight;
        var kept = other.tokens[other.tokens.length - 1] === tokens[tokens.length - 1];
        collect(best, other.tokens, weight * doubt, tokens, growing && (kept || other.kind === "split"));
      });
    }

    function sorted(best) {
      return Array.from(best.values()).sort(function (a, b) {
        return b.score - a.score || catalogue.priors[b.doc] - catalogue.priors[a.doc] || a.doc - b.doc;
      });
    }

    /** Every document that answers, best first; what is too far off for an answer may still be offered. */
    function hits(query, exact) {
      var found = byWords(query, exact);
      parts.codes.find(catalogue.codes, query).forEach(function (hit) {
        found.best.set(hit.doc, { doc: hit.doc, score: hit.score, coverage: 1, unit: null, tokens: [], read: null });
      });
      return { near: sorted(found.best), places: found.places, pages: found.pages };
    }

    function answers(all) {
      var floor = all.length ? Math.max(NOTHING, all[0].score * WORTH_SHOWING) : 0;
      return all.filter(function (hit) {
        return hit.score >= floor;
      });
    }

    /**
     * Everything a results page needs: {query, results, total, facets, readAs, places, pages, vague, suggestions};
     * `vague` is a question whose procedure is missing: "hết bao nhiêu tiền".
     */
    function details(query, options) {
      var wanted = options || {};
      var found = hits(query, wanted.exact);
      var all = answers(found.near);
      var named = places.find(query);
      var chosen = all.filter(function (hit) {
        return catalogue.matches(hit.doc, wanted.filters);
      });
      var limit = wanted.limit === undefined ? DEFAULT_LIMIT : wanted.limit;
      return {
        query: String(query),
        results: chosen.slice(0, limit).map(explain.result),
        total: chosen.length,
        facets: catalogue.facets(all, wanted.filters),
        readAs: explain.readAs(all),
        places: named.length ? named : found.places,
        pages: found.pages || [],
        vague: Boolean(found.pages) && !found.pages.length && !found.places.length && !chosen.length,
        suggestions: found.pages ? [] : explain.suggestions(found.near)
      };
    }

    return {
      details: details,
      search: function (query, options) {
        return details(query, options).results;
      }
    };
  }

  var engine = null;
  var engineData = null;

  function shared() {
    if (!root.congkhai.searchData) return null;
    if (!engine || engineData !== root.congkhai.searchData) {
      engineData = root.congkhai.searchData;
      engine = searchEngine(engineData);
    }
    return engine;
  }

  congkhai.searchEngine = searchEngine;
  congkhai.searchDetails = function (query, options) {
    var ready = shared();
    return ready ? ready.details(query, options) : null;
  };
  congkhai.search = function (query, options) {
    var ready = shared();
    return ready ? ready.search(query, options) : [];
  };
})(typeof self !== "undefined" ? self : this);
