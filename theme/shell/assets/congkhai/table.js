// Sorting and filtering of a table that is complete without script: <div data-table-tools="id of table">.
// Cells carry data-value where their text is not what they are ordered by; empty values always come last.
(function () {
  "use strict";
  function fold(text) {
    return text.toLowerCase().replace(/đ/g, "d").normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  }
  function valueOf(row, column) {
    var cell = row.cells[column];
    if (!cell) return "";  // a commune without figures has one wide cell
    var value = cell.getAttribute("data-value");
    if (value === null) value = cell.textContent.trim();
    return value !== "" && !isNaN(value) ? Number(value) : value;
  }
  function compare(one, other) {
    if (typeof one === "number" && typeof other === "number") return one - other;
    return String(one).localeCompare(String(other), "vi");
  }
  document.querySelectorAll("[data-table-tools]").forEach(function (tools) {
    var table = document.getElementById(tools.getAttribute("data-table-tools"));
    var body = table && table.tBodies[0];
    if (!body) return;
    var rows = Array.prototype.slice.call(body.rows);
    var heads = Array.prototype.slice.call(table.tHead.rows[0].cells);
    var status = tools.querySelector("[role=status]");

    function sort(column, ascending) {
      var empty = [], filled = [];
      rows.forEach(function (row) { (valueOf(row, column) === "" ? empty : filled).push(row); });
      filled.sort(function (a, b) {
        return compare(valueOf(a, column), valueOf(b, column)) * (ascending ? 1 : -1);
      });
      filled.concat(empty).forEach(function (row) { body.appendChild(row); });
      heads.forEach(function (head, index) {
        if (index === column) head.setAttribute("aria-sort", ascending ? "ascending" : "descending");
        else head.removeAttribute("aria-sort");
      });
    }
    heads.forEach(function (head, column) {
      var button = document.createElement("button");
      button.type = "button";
      button.textContent = head.textContent;
      button.addEventListener("click", function () {
        sort(column, head.getAttribute("aria-sort") !== "ascending");
      });
      head.textContent = "";
      head.appendChild(button);
    });
    var input = tools.querySelector("input");
    input.addEventListener("input", function () {
      var words = fold(input.value).split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row) {
        var text = fold(row.cells[0].textContent);
        row.hidden = !words.every(function (word) { return text.indexOf(word) >= 0; });
        if (!row.hidden) shown += 1;
      });
      status.textContent = words.length ? shown + " xã, phường phù hợp" : "";
    });
    tools.hidden = false;
  });
})();
