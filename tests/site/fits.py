"""Questions to a page in the browser: does everything fit, can fingers hit it?  They answer what does not."""

TARGETS = """() => {
  const block = node => getComputedStyle(node).display === "inline" ? block(node.parentElement) : node;
  const inSentence = node => {
    const copy = block(node.parentElement).cloneNode(true);
    copy.querySelectorAll("a, button, label").forEach(each => each.remove());
    return /\\p{L}/u.test(copy.textContent);
  };
  return [...document.querySelectorAll("a, button, input, summary")]
    .filter(node => node.checkVisibility())
    .filter(node => !node.closest("p, dd, td, .laws, .sources, figcaption") || !inSentence(node))
    .map(node => [(node.closest("label") || node).getBoundingClientRect(), node.outerHTML.slice(0, 90)])
    .filter(([box]) => box.right > 0 && (box.width < 24 || box.height < 24)).map(([, html]) => html);
}"""
"""Less than 24 px either way.  A link in a sentence is let off (WCAG 2.5.8), not one in a list."""

CONTROLS = """() => [...document.querySelectorAll(
    "button, .tool, .site-nav a, .card, .communes a, summary, input[type=search], .papers label")]
  .filter(node => node.checkVisibility() && node.getBoundingClientRect().height < 44)
  .map(node => node.outerHTML.slice(0, 90))"""

TOO_WIDE = """() => [...document.querySelectorAll("main *")]
  .filter(node => node.getBoundingClientRect().right > innerWidth + 1 && !node.closest(".table-scroll"))
  .map(node => node.outerHTML.slice(0, 90))"""

SPILLS = """() => {
  const style = node => getComputedStyle(node), inline = node => style(node).display === "inline";
  const block = node => inline(node.parentElement) ? block(node.parentElement) : node.parentElement;
  const scrolls = node => {
    const table = node.closest(".table-scroll table");
    return table && style(table).display === "table";
  };
  const hidden = "script, style, noscript, svg, thead, .visually-hidden, .skip-link";
  const range = document.createRange(), faults = [];
  const nodes = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
  while (nodes.nextNode()) {
    const node = nodes.currentNode, text = node.nodeType === Node.TEXT_NODE;
    const element = text ? node.parentElement : node;
    if (element.closest(hidden) || !element.checkVisibility() || scrolls(element)) continue;
    if (text ? !node.data.trim() : inline(node) || style(node).position === "absolute") continue;
    range.selectNode(node);
    const rights = [...(text ? range : node).getClientRects()].map(box => box.right);
    if (Math.max(...rights) > block(node).getBoundingClientRect().right + 1) {
      faults.push((text ? node.data.trim() : node.outerHTML).slice(0, 90));
    }
  }
  return faults;
}"""
"""What comes out of the box that it stands in, over a neighbour or the edge.  Tables that scroll may."""

CUT_DRAWINGS = """() => [...document.querySelectorAll("svg text")]
  .filter(node => node.checkVisibility())
  .filter(node => node.getBoundingClientRect().right > node.closest("svg").getBoundingClientRect().right + 1)
  .map(node => node.textContent)"""
"""Words that a drawing cuts off: text in it does not wrap."""
