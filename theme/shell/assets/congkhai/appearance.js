// Light or dark by the reader's choice.  Runs in <head>, before the first paint, so the page never flashes.
(function () {
  "use strict";
  var KEY = "congkhai-giao-dien";
  var root = document.documentElement;

  function read() {
    try { return localStorage.getItem(KEY); } catch (error) { return null; }
  }
  function isDark() {
    var choice = root.getAttribute("data-giao-dien");
    return choice ? choice === "toi" : matchMedia("(prefers-color-scheme: dark)").matches;
  }
  var saved = read();
  if (saved === "toi" || saved === "sang") root.setAttribute("data-giao-dien", saved);

  document.addEventListener("DOMContentLoaded", function () {
    var button = document.querySelector("[data-appearance]");
    if (!button) return;
    function label() { button.textContent = isDark() ? "Nền sáng" : "Nền tối"; }
    button.hidden = false;
    label();
    button.addEventListener("click", function () {
      var next = isDark() ? "sang" : "toi";
      root.setAttribute("data-giao-dien", next);
      try { localStorage.setItem(KEY, next); } catch (error) { /* the choice lasts for this page only */ }
      label();
    });
  });
})();
