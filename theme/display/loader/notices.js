/* What the corner says of the choice that was made.
 *
 * Public name: congkhai.loader.noticeOf(choice) -> {code, text} or null
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});

  /** The day of a moment in Vietnam, "22/11/2026". */
  loader.day = function (moment) {
    var there = new Date(Date.parse(moment) + 7 * 3600000).toISOString();
    return there.slice(8, 10) + "/" + there.slice(5, 7) + "/" + there.slice(0, 4);
  };

  loader.noticeOf = function (choice) {
    var code = choice.current ? choice.reasons[choice.current.side] : "mat-con-tro";
    if (choice.current && choice.current.side === choice.side) code = null;
    var words = [];
    if (code) words.push(loader.messages[code] + " Đang dùng bản ngày " + loader.day(choice.facts.builtAt) + ".");
    if (!loader.key.key) words.push(loader.messages["chua-ky"]);
    return words.length ? { code: code || "chua-ky", text: words.join(" ") } : null;
  };
})(self);
