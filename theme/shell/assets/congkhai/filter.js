// A list filter that folds Vietnamese marks: <input data-filter="id of list">, items carry data-text.
(function () {
  "use strict";
  function fold(text) {
    return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
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
      var words = fold(input.value).split(/\s+/).filter(Boolean);
      var shown = 0;
      items.forEach(function (item) {
        var match = words.every(function (word) { return item.text.indexOf(word) >= 0; });
        item.node.hidden = !match;
        if (match) shown += 1;
      });
      groups.forEach(function (group) {
        group.hidden = !group.querySelector("[data-text]:not([hidden])");
        if ("open" in group) group.open = words.length > 0; // a match inside a closed fold would not be seen
      });
      if (status) status.textContent = words.length ? shown + " mục phù hợp" : "";
    });
  });
})();
