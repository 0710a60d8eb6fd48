/* Open a display: choose a release, start it, fall back to the other one, or say plainly why nothing opens.
 *
 * Public name: congkhai.loader.anew(): begin from nothing, as if the machine had just been switched on.
 * A release that did not start is named in the address (?bo=a-20261122000000) and the page begins anew: nothing of a
 * half-started release is left.  Without that mark, after the machine is switched off and on, or after six hours on
 * the other release, it gets another try.  Where nothing opened, everything is tried again after a minute, with more patience each time (?lan=2).
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});
  var PAUSE = 60000;
  var PATIENCE = 15;
  var MOST = 8;
  var ANOTHER_TRY = 6 * 3600;

  function said(name) {
    var match = new RegExp("[?&]" + name + "=([ab0-9.-]+)").exec(root.location.search);
    return match ? match[1] : "";
  }

  function tries() {
    return Math.max(1, Math.min(MOST, Number(said("lan")) || 1));
  }

  /** The same page with other marks; also where only a fragment would tell it from the one that is open. */
  function open(failed, lan) {
    var marks = [];
    if (failed.length) marks.push("bo=" + failed.join("."));
    if (lan > 1) marks.push("lan=" + lan);
    var query = marks.length ? "?" + marks.join("&") : "";
    if (query === root.location.search) root.location.reload();
    else root.location.replace(root.location.pathname + query + root.location.hash);
  }

  loader.anew = function () {
    open([], tries());
  };

  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function sayNothingOpens(main, reasons) {
    main.textContent = "";
    main.className = "loader-nothing";
    main.appendChild(element("h1", "Màn hình chưa mở được"));
    ["a", "b"].forEach(function (side) {
      var code = reasons[side];
      if (code) main.appendChild(element("p", "Bản " + side.toUpperCase() + ": " + loader.messages[code]));
    });
    main.appendChild(element("p", "Hãy chép lại bản mới nhất theo trang hướng dẫn (huong-dan.html)."));
    main.appendChild(element("p", "Máy tự thử lại sau 1 phút."));
    var slow = reasons.a === "khong-mo-duoc" || reasons.b === "khong-mo-duoc";
    setTimeout(open, PAUSE, [], slow ? tries() + 1 : tries());
  }

  async function begin(main) {
    var before = said("bo").split(".").filter(Boolean);
    var choice = await loader.choose(before);
    if (!choice.side) {
      choice.close();
      return sayNothingOpens(main, choice.reasons);
    }
    try {
      await loader.run(document.documentElement.getAttribute("data-screen"), choice, main, PATIENCE * tries());
    } catch (error) {
      return open(before.concat(choice.side + "-" + choice.facts.version), tries());
    }
    choice.close(); // only now: taking a frame away is work, and nobody should wait for it
    loader.keep(choice.facts, choice.beside);
    loader.watch(choice.current);
    if (before.length) loader.patience(ANOTHER_TRY, loader.whenFree);
    return null;
  }

  var main = document.getElementById("man"); // this script stands behind the element that it fills
  begin(main).catch(function () {
    sayNothingOpens(main, {});
  });
})(self);
