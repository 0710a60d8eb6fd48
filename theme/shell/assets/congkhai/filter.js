// A list filter that folds Vietnamese marks: <input data-filter="id of list">, items carry data-text.
(function () {
  "use strict";
  /** Words without marks, each behind a space: a search for " so" finds no "hso". */
  function fold(text) {
    var plain = text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
    return " " + plain.replace(/[^a-z0-9.]+/g, " ").trim();
  }
  /** What to look for: the words as they stand; where nobody has them so, each of them anywhere. */
  function wanted(typed, items) {
    var together = items.some(function (item) { return item.text.indexOf(typed) >= 0; });
    return together ? [typed] : typed.split(/(?= )/);
  }
  document.querySelectorAll("[data-filter]").forEach(function (input) {
    var list = document.getElementById(input.getAttribute("data-filter"));
    if (!list) return;
    var items = Array.prototype.map.call(list.querySelectorAll("[data-text]"), function (item) {
      return { node: item, text: fold(item.getAttribute("data-text")) };
    });
    var groups = list.querySelectorAll("[data-group]");
    var status = document.getElementById(input.getAttribute("aria-describedby"));
    var box = input.closest("[hidden]");
    if (box) box.hidden = false;
    input.addEventListener("input", function () {
      var typed = fold(input.value);
      var asked = typed.length > 1;
      var words = wanted(typed, items);
      var shown = 0;
      items.forEach(function (item) {
        var match = !asked || words.every(function (word) { return item.text.indexOf(word) >= 0; });
        item.node.hidden = !match;
        if (match) shown += 1;
      });
      groups.forEach(function (group) {
        group.hidden = !group.querySelector("[data-text]:not([hidden])");
        if ("open" in group) group.open = asked; // a match inside a closed fold would not be seen
      });
      if (!status) return;
      var found = shown ? shown + " mục phù hợp" : "Không có mục nào phù hợp. Hãy thử ít chữ hơn.";
      status.textContent = asked ? found : "";
    });
  });
})();
