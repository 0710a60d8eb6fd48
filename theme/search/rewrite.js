/* A whole query read again: the most likely sequences of known words behind what was typed.
 *
 * Public name: congkhai.searchParts.rewrite
 * A beam over the words: every reading is weighed by how likely it is and by whether the catalogue ever puts it
 * beside its neighbour ("tạm chú" -> "tạm trú", because "tạm trú" exists and "tạm chu" does not).
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});
  var BEAM = 10;
  var SEQUENCES = 3;
  var UNKNOWN = 0.3;
  var ODD = 0.75; // known, but with other marks
  var SAME_MARKS = 0.9;
  var GROWING = 0.93;
  var SELDOM = 0.94;
  var STRANGERS = 0.72; // two words that never stand together
  var OPEN = 0.86; // beside a filler or an unknown word there is no evidence
  var KNOWN_REREAD = 0.9;
  var JOINED = 0.94;
  var SHIFTED = 0.88;
  var SHIFTED_COST = 2; // the syllables are neighbours somewhere
  var MAX_UNKNOWN = 8;
  var MOST_READINGS = 16;
  var VOWEL = /[aeiouy]/;

  function rewrite(index) {
    var words = index.words;
    var readings = parts.readings(index);

    function termOf(face) {
      return words.find(face.fold);
    }

    function closeness(left, right) {
      if (left === null) return 1;
      if (left.filler || right.filler) return OPEN;
      if (termOf(left.face) < 0 || termOf(right.face) < 0) return OPEN;
      var times = words.beside(left.face, right.face);
      return times > 2 ? 1 : times ? SELDOM : STRANGERS;
    }

    /** Is the word known, but never with the marks that were typed?  "trứng" where only "trùng" is written. */
    function hasOtherMarks(token) {
      return (
        token.marked &&
        !words.formsOf(termOf(token)).some(function (form) {
          return parts.fold.agreement(token, form) >= SAME_MARKS;
        })
      );
    }

    /** Does the word stand beside no neighbour that the catalogue ever puts there? */
    function isStranger(tokens, fillers, i) {
      var before = i > 0 && !fillers[i - 1];
      var after = i + 1 < tokens.length && !fillers[i + 1];
      if (before && words.beside(tokens[i - 1], tokens[i])) return false;
      if (after && words.beside(tokens[i], tokens[i + 1])) return false;
      return before || after;
    }

    /** Do these tokens look like one syllable in pieces: strangers to each other, at home as one? */
    function isTorn(tokens, i, size, face) {
      var pieces = tokens.slice(i, i + size);
      var odd = pieces.some(function (piece) {
        return termOf(piece) < 0 || !VOWEL.test(piece.fold) || piece.fold.length < 2;
      });
      for (var j = 1; j < size; j++) if (words.beside(pieces[j - 1], pieces[j])) return false;
      var before = i > 0 && words.beside(tokens[i - 1], face) > 0;
      var after = i + size < tokens.length && words.beside(face, tokens[i + size]) > 0;
      return odd || before || after;
    }

    /** A space that slipped: "h ộkhẩu" for "hộ khẩu". */
    function shifted(tokens, i, text) {
      if (termOf(tokens[i]) >= 0 && termOf(tokens[i + 1]) >= 0) return [];
      var cut = parts.split.syllables(words, parts.fold.word(text).fold, false);
      if (!cut || cut.cost > SHIFTED_COST) return [];
      var faces = cut.row.map(function (term) {
        return parts.fold.word(words.terms[term]);
      });
      return [{ faces: faces, weight: SHIFTED, kind: "joined", length: 2 }];
    }

    function joined(tokens, i) {
      var found = [];
      for (var size = 2; size <= 3 && i + size <= tokens.length; size++) {
        var text = tokens
          .slice(i, i + size)
          .map(function (piece) {
            return piece.letters;
          })
          .join("");
        var face = parts.fold.word(text);
        if (text.length < 8 && termOf(face) >= 0 && isTorn(tokens, i, size, face)) {
          found.push({ faces: [face], weight: JOINED, kind: "joined", length: size });
        } else if (size === 2) found = found.concat(shifted(tokens, i, text));
      }
      return found;
    }

    /** The readings worth following: those with a neighbour first, then the likeliest. */
    function likely(found, tokens, i) {
      if (found.length <= MOST_READINGS) return found;
      return found
        .map(function (read) {
          var first = read.faces[0];
          var last = read.faces[read.faces.length - 1];
          var before = i > 0 && words.beside(tokens[i - 1], first) > 0;
          var after = i + 1 < tokens.length && words.beside(last, tokens[i + 1]) > 0;
          return { read: read, worth: read.weight + (before ? 1 : 0) + (after ? 1 : 0) };
        })
        .sort((a, b) => b.worth - a.worth)
        .slice(0, MOST_READINGS)
        .map((entry) => entry.read);
    }

    function choices(tokens, fillers, i, budget) {
      var token = tokens[i];
      var last = i === tokens.length - 1;
      var isKnown = termOf(token) >= 0;
      var growing = last && !isKnown && words.beginning(token.fold, 1).length > 0;
      var odd = isKnown && hasOtherMarks(token);
      var itself = { faces: [token], weight: odd ? ODD : isKnown ? 1 : growing ? GROWING : UNKNOWN, kind: "" };
      var found = [itself].concat(joined(tokens, i));
      if (fillers[i]) return found;
      if (!isKnown && budget.left > 0 && !/^\d+$/.test(token.fold)) {
        budget.left--;
        return found.concat(likely(readings.unknown(token, last), tokens, i));
      }
      if (isKnown && budget.left > 0 && (odd || isStranger(tokens, fillers, i))) {
        budget.left--;
        likely(readings.known(token), tokens, i).forEach(function (read) {
          found.push({ faces: read.faces, weight: read.weight * KNOWN_REREAD, kind: read.kind });
        });
      }
      return found;
    }

    function grow(state, choice, filler) {
      var weight = state.weight * choice.weight;
      var left = state.last;
      choice.faces.forEach(function (face) {
        var right = { face: face, filler: filler };
        weight *= closeness(left, right);
        left = right;
      });
      return {
        at: state.at + (choice.length || 1),
        tokens: state.tokens.concat(choice.faces),
        doubt: state.doubt * choice.weight,
        weight: weight,
        last: left,
        changed: state.changed || choice.kind !== "",
        kind: choice.kind || state.kind
      };
    }

    function torn(tokens) {
      return tokens.some(function (token, i) {
        return joined(tokens, i).length > 0;
      });
    }

    /** Up to three other readings of the tokens: [{tokens, weight, kind}], the likeliest first. */
    function sequences(tokens, fillers) {
      var budget = { left: MAX_UNKNOWN };
      var beams = tokens.map(function () {
        return [];
      });
      beams.push([]);
      beams[0] = [{ at: 0, tokens: [], weight: 1, doubt: 1, last: null, changed: false, kind: "" }];
      for (var i = 0; i < tokens.length; i++) {
        beams[i].sort(byWeight);
        var options = beams[i].length ? choices(tokens, fillers, i, budget) : [];
        beams[i].slice(0, BEAM).forEach(function (state) {
          options.forEach(function (choice) {
            var next = grow(state, choice, fillers[i]);
            beams[next.at].push(next);
          });
        });
      }
      return beams[tokens.length]
        .filter(function (state) {
          return state.changed;
        })
        .sort(byWeight)
        .slice(0, SEQUENCES);
    }

    return { sequences: sequences, torn: torn };
  }

  function byWeight(a, b) {
    return b.weight - a.weight;
  }

  parts.rewrite = rewrite;
})(typeof self !== "undefined" ? self : this);
