/* Vietnamese words made comparable: what is written, what is said, what is typed without marks.
 *
 * Public name: congkhai.searchParts.fold
 * A word has three faces: `fold` (no marks at all, đ -> d), `letters` (with â ă ơ đ … but no tone) and `tone`
 * (0 none, 1 huyền, 2 sắc, 3 ngã, 4 hỏi, 5 nặng).  Because the tone is taken off, "hoà" and "hòa" are the same
 * word; because the letters keep their hats, "hoà giải" is not "hoa giai" when the citizen typed the marks.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});

  // Latin letters, digits and combining marks; written as ranges because \p{L} is younger than ES2017.
  var WORD = /[0-9A-Za-z\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u0300-\u036F\u1E00-\u1EFF]+/g;
  var TONES = { "\u0300": 1, "\u0301": 2, "\u0303": 3, "\u0309": 4, "\u0323": 5 };
  var HATS = { "\u0302": 1, "\u0306": 1, "\u031B": 1 };
  // i and y are one sound after a consonant: lý = lí, sỹ = sĩ, quý = quí.
  var FINAL_Y = /^(qu|[bcdđghklmnprstvx]{1,3})y$/;
  var MAX_WORDS = 24;
  var MAX_LENGTH = 400;
  var MAX_CACHED = 20000;
  var cache = new Map();

  function face(raw) {
    var text = raw.toLowerCase().normalize("NFD");
    var letters = "";
    var fold = "";
    var tone = 0;
    for (var i = 0; i < text.length; i++) {
      var c = text[i];
      if (TONES[c]) {
        tone = TONES[c];
      } else if (HATS[c]) {
        letters += c;
      } else if (c === "đ" || c === "ð" || c === "ɖ") {
        letters += "đ";
        fold += "d";
      } else if ((c >= "a" && c <= "z") || (c >= "0" && c <= "9")) {
        letters += c;
        fold += c;
      }
    }
    if (FINAL_Y.test(fold)) {
      fold = fold.slice(0, -1) + "i";
      letters = letters.slice(0, -1) + "i";
    }
    letters = letters.normalize("NFC");
    return { fold: fold, letters: letters, tone: tone, marked: tone > 0 || letters !== fold };
  }

  /** The faces of one written word; the same object for the same text, so treat it as read-only. */
  function word(raw) {
    var known = cache.get(raw);
    if (known) return known;
    if (cache.size > MAX_CACHED) cache.clear();
    known = face(raw);
    cache.set(raw, known);
    return known;
  }

  /** Where the words of a text stand: [[start, end], …] in UTF-16 units of the text as it is. */
  function spans(text) {
    var found = [];
    var match;
    WORD.lastIndex = 0;
    while ((match = WORD.exec(text))) {
      if (word(match[0]).fold) found.push([match.index, match.index + match[0].length]);
    }
    return found;
  }

  /** The written words of a text; some may fold to nothing (a lone combining mark). */
  function split(text) {
    return text.match(WORD) || [];
  }

  /** The words of what a citizen typed, at most 24 of the first 400 characters. */
  function tokens(query) {
    var text = String(query).slice(0, MAX_LENGTH);
    return spans(text)
      .slice(0, MAX_WORDS)
      .map(function (span) {
        return word(text.slice(span[0], Math.min(span[1], span[0] + 60)));
      });
  }

  /** How well a typed word agrees with a written one of the same fold: 1 the same, below 0.8 another word. */
  function agreement(typed, written) {
    if (!typed.marked) return 1;
    var sameLetters = typed.letters === written.letters;
    if (sameLetters && typed.tone === written.tone) return 1;
    if (sameLetters && typed.tone === 0) return 0.97;
    if (typed.letters === typed.fold && typed.tone === written.tone) return 0.95;
    if (sameLetters && typed.tone + written.tone === 7 && typed.tone > 2 && typed.tone < 5) return 0.93;
    if (sameLetters) return 0.72;
    return typed.tone === written.tone || typed.tone === 0 ? 0.66 : 0.5;
  }

  var SIGNS = ["", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323"];
  var CORE = /(?:^gi|^qu|^[^aăâeêioôơuưy]+)?([aăâeêioôơuưy]+)/;

  /** A word written again from its letters and tone, the mark on the vowel where schools put it. */
  function spell(face) {
    var match = CORE.exec(face.letters);
    if (!face.tone || !match) return face.letters;
    var vowels = match[1];
    var from = match.index + match[0].length - vowels.length;
    var closed = from + vowels.length < face.letters.length;
    var hat = vowels.search(/[ăâêôơư](?!.*[ăâêôơ])/);
    var at = hat >= 0 ? hat : vowels.length === 1 ? 0 : closed || vowels.length === 3 ? 1 : 0;
    var i = from + at + 1;
    return (face.letters.slice(0, i) + SIGNS[face.tone] + face.letters.slice(i)).normalize("NFC");
  }

  parts.fold = { word: word, spans: spans, split: split, tokens: tokens, agreement: agreement, spell: spell };
})(typeof self !== "undefined" ? self : this);
