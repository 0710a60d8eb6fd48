/* What a keyboard leaves behind when the Vietnamese input method is off: Telex and VNI keys, undone.
 *
 * Public name: congkhai.searchParts.typing
 * No Vietnamese syllable ends in s f r x j z w and none holds a digit, so after the first vowel these are keys.
 * The result is only a reading; whoever asks checks it against the vocabulary and keeps the typed word as well.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var parts = (congkhai.searchParts = congkhai.searchParts || {});

  var TELEX_TONE = { f: "\u0300", s: "\u0301", x: "\u0303", r: "\u0309", j: "\u0323", z: "" };
  var VNI_TONE = { 1: "\u0301", 2: "\u0300", 3: "\u0309", 4: "\u0303", 5: "\u0323", 0: "" };
  var CIRCUMFLEX = "\u0302";
  var BREVE = "\u0306";
  var HORN = "\u031B";

  /** Put a mark behind the last letter of `out` that is one of `bases`; false where there is none. */
  function mark(out, bases, sign) {
    for (var i = out.length - 1; i >= 0; i--) {
      if (bases.indexOf(out[i]) >= 0) {
        out[i] += sign;
        return true;
      }
    }
    return false;
  }

  function hornOrBreve(out) {
    var text = out.join("");
    var uo = text.lastIndexOf("uo");
    if (uo >= 0 && out[uo] === "u" && out[uo + 1] === "o") {
      out[uo] += HORN;
      out[uo + 1] += HORN;
      return true;
    }
    if (mark(out, ["a"], BREVE) || mark(out, ["o"], HORN) || mark(out, ["u"], HORN)) return true;
    out.push("u" + HORN);
    return true;
  }

  function finish(out, tone) {
    return out.join("") + tone;
  }

  /** "ddawng" -> "đăng", "kys" -> "ký", "hooj" -> "hộ"; "" when the word holds no Telex key. */
  function telex(word) {
    var out = [];
    var tone = "";
    var keys = 0;
    var vowel = false;
    for (var i = 0; i < word.length; i++) {
      var c = word[i];
      if (c === "d" && out[0] === "d") {
        out[0] = "đ";
        keys++;
      } else if (c === "w") {
        hornOrBreve(out);
        vowel = true;
        keys++;
      } else if (vowel && TELEX_TONE[c] !== undefined) {
        tone = TELEX_TONE[c];
        keys++;
      } else if (vowel && "aeo".indexOf(c) >= 0 && out.indexOf(c) >= 0) {
        mark(out, [c], CIRCUMFLEX);
        keys++;
      } else {
        out.push(c);
        vowel = vowel || "aeiouy".indexOf(c) >= 0;
      }
    }
    return keys && out.length < 8 ? finish(out, tone) : "";
  }

  /** "d9a8ng" -> "đăng", "ky1" -> "ký", "dang9" -> "đang"; "" when the word holds no VNI key. */
  function vni(word) {
    if (!/^[a-z]+[0-9]/.test(word)) return "";
    var out = [];
    var tone = "";
    for (var i = 0; i < word.length; i++) {
      var c = word[i];
      if (c >= "a" && c <= "z") out.push(c);
      else if (c === "9") {
        if (out[0] !== "d") return "";
        out[0] = "đ";
      } else if (c === "6") mark(out, ["a", "e", "o"], CIRCUMFLEX);
      else if (c === "7") hornOrBreve(out);
      else if (c === "8") mark(out, ["a"], BREVE);
      else tone = VNI_TONE[c];
    }
    return out.length < 8 ? finish(out, tone) : "";
  }

  /** All readings of a word typed with keys left in, as written words. */
  function readings(word) {
    return [telex(word), vni(word)].filter(Boolean);
  }

  parts.typing = { readings: readings };
})(typeof self !== "undefined" ? self : this);
