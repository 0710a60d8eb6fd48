/* In a preview: shows what is wrong beside the page, and loads the page anew when it was built anew. */
(function () {
  "use strict";

  var script = document.currentScript;
  var site = Number(script.getAttribute("data-site"));
  var KEPT = "congkhai-preview-folded";
  var WORDS = { error: "Lỗi", warning: "Cảnh báo", hint: "Gợi ý" };
  var MOST = 200;

  function element(name, className, text) {
    var made = document.createElement(name);
    made.className = "ck-preview__" + className;
    if (text !== undefined) made.textContent = text;
    return made;
  }

  var panel = document.createElement("aside");
  panel.className = "ck-preview";
  panel.setAttribute("aria-label", "Khung xem thử");
  var head = element("div", "head");
  var said = element("p", "said", "Đang dựng trang…");
  said.setAttribute("role", "status");
  var toggle = element("button", "toggle");
  toggle.type = "button";
  var body = element("div", "body");
  body.id = "ck-preview-body";
  body.tabIndex = 0;
  body.setAttribute("role", "group");
  body.setAttribute("aria-label", "Các lỗi và cảnh báo");
  toggle.setAttribute("aria-controls", body.id);
  head.appendChild(said);
  head.appendChild(toggle);
  panel.appendChild(head);
  panel.appendChild(body);
  if (!script.hasAttribute("data-quiet")) document.body.appendChild(panel); // else only the page comes anew

  function folded() {
    try {
      return sessionStorage.getItem(KEPT) === "1";
    } catch (refused) {
      return body.hidden;
    }
  }

  function fold(now) {
    try {
      sessionStorage.setItem(KEPT, now ? "1" : "0");
    } catch (refused) { /* no storage: the panel opens again with the next page */ }
    body.hidden = now;
    toggle.textContent = now ? "Mở" : "Thu gọn";
    toggle.setAttribute("aria-expanded", String(!now));
  }

  toggle.addEventListener("click", function () { fold(!body.hidden); });
  fold(folded());

  function count(problems, severity) {
    return problems.filter(function (one) { return one.severity === severity; }).length;
  }

  function sentence(state, errors) {
    if (state.failure) return "Chưa dựng lại được trang";
    if (errors && state.site) return "Còn " + errors + " lỗi; trang này là bản còn đúng gần nhất";
    if (errors) return "Còn " + errors + " lỗi";
    if (state.busy) return "Đang dựng lại…";
    var warnings = count(state.problems, "warning");
    return warnings ? "Không có lỗi, " + warnings + " cảnh báo" : "Không có lỗi";
  }

  function item(problem) {
    var one = element("li", "one");
    one.className += " ck-preview__one--" + problem.severity;
    var place = problem.file + ", dòng " + problem.line + ", cột " + problem.column;
    one.appendChild(element("p", "place", WORDS[problem.severity] + " · " + place));
    one.appendChild(element("p", "message", problem.message));
    if (problem.excerpt.length) one.appendChild(element("pre", "excerpt", problem.excerpt.join("\n")));
    if (problem.suggestion) one.appendChild(element("p", "message", "→ " + problem.suggestion));
    return one;
  }

  function group(title, problems) {
    if (!problems.length) return;
    var list = element("ul", "list");
    problems.slice(0, MOST).forEach(function (problem) { list.appendChild(item(problem)); });
    body.appendChild(element("h2", "group", title + " (" + problems.length + ")"));
    body.appendChild(list);
  }

  function show(state) {
    var errors = count(state.problems, "error");
    panel.classList.toggle("ck-preview--error", errors > 0 || Boolean(state.failure));
    said.textContent = sentence(state, errors);
    while (body.firstChild) body.removeChild(body.firstChild);
    if (state.failure) body.appendChild(element("p", "message", state.failure));
    var shown = state.problems.filter(function (one) { return one.severity !== "hint" || one.here; });
    group("Của trang này", shown.filter(function (one) { return one.here; }));
    group("Của các trang khác", shown.filter(function (one) { return !one.here; }));
    if (!body.firstChild) body.appendChild(element("p", "message", "Không có gì phải sửa."));
  }

  function ask(after) {
    var address = "/_congkhai/state?after=" + after + "&page=" + encodeURIComponent(location.pathname);
    fetch(address).then(function (answer) {
      return answer.json();
    }).then(function (state) {
      if (state.site !== site) {
        location.reload();
        return;
      }
      if (state.version !== after) show(state);
      ask(state.version);
    }).catch(function () {
      said.textContent = "Chương trình xem thử đã dừng";
      setTimeout(function () { ask(-1); }, 2000);
    });
  }

  ask(-1);
})();
