/* Open a display: choose a release, start it, fall back to the other one, or say plainly why nothing opens.
 *
 * A release that did not start is named in the address (?bo=a-20261122000000) and the page begins anew: nothing of a
 * half-started release is left.  Without that mark, after the machine is switched off and on, it gets another try.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});
  var PAUSE = 60000;

  function failed() {
    var match = /[?&]bo=([ab0-9.-]+)/.exec(root.location.search);
    return match ? match[1].split(".") : [];
  }

  function open(query) {
    root.location.replace(root.location.pathname + query + root.location.hash);
  }

  function element(name, text) {
    var made = document.createElement(name);
    made.textContent = text;
    return made;
  }

  function sayNothingOpens(main, choice) {
    main.textContent = "";
    main.className = "loader-nothing";
    main.appendChild(element("h1", "Màn hình chưa mở được"));
    ["a", "b"].forEach(function (side) {
      var code = choice.reasons[side];
      if (code) main.appendChild(element("p", "Bản " + side.toUpperCase() + ": " + loader.messages[code]));
    });
    main.appendChild(element("p", "Hãy chép lại bản mới nhất theo trang hướng dẫn (huong-dan.html)."));
    main.appendChild(element("p", "Máy tự thử lại sau 1 phút."));
    setTimeout(open, PAUSE, "");
  }

  async function begin() {
    var main = document.getElementById("man");
    var before = failed();
    var choice = await loader.choose(before);
    if (!choice.side) {
      choice.close();
      return sayNothingOpens(main, choice);
    }
    try {
      await loader.run(document.documentElement.getAttribute("data-screen"), choice, main);
    } catch (error) {
      return open("?bo=" + before.concat(choice.side + "-" + choice.facts.version).join("."));
    }
    choice.close(); // only now: taking a frame away is work, and nobody should wait for it
    loader.keep(choice.facts);
    loader.watch(choice.current);
    return null;
  }

  begin(); // this script stands behind the element that it fills
})(self);
