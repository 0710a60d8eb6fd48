/* One person's visit: where they are, what they typed and ticked, how large they want the letters.
 *
 * Public name: congkhai.display.kiosk.visit() -> visit
 * It lives in this object and in the elements on the screen, and nowhere else: no storage, no history, no address.
 * A new visit begins with a new object.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});

  function visit() {
    const ticks = new Map();
    const open = new Map();

    function set(of, code) {
      if (!of.has(code)) of.set(code, new Set());
      return of.get(code);
    }

    function toggle(of, code, value, on) {
      if (on) set(of, code).add(value);
      else set(of, code).delete(value);
    }

    return {
      query: "",
      exact: false,
      trail: [],
      isTicked: (code, number, paper) => set(ticks, code).has(number + "." + paper),
      tick: (code, number, paper, on) => toggle(ticks, code, number + "." + paper, on),
      ticked: (code) => set(ticks, code).size,
      isOpen: (code, number) => set(open, code).has(number),
      open: (code, number, on) => toggle(open, code, number, on),

      /** "#giay-to=3f9a1c02.0-5.2" for the public page (theme/shell/assets/congkhai/carried.js), "" for nothing done. */
      fragment(code, dossier) {
        const parts = dossier.cases.map((papers, number) => {
          const digits = hexadecimal(papers[1].map((_, paper) => this.isTicked(code, number, paper)));
          if (digits) return number + "-" + digits;
          return this.isOpen(code, number) ? String(number) : "";
        }).filter(Boolean);
        return parts.length ? "#giay-to=" + [dossier.mark].concat(parts).join(".") : "";
      },
    };
  }

  /** Bits, the first one lowest, as a hexadecimal number of any length; "" where none is set. */
  function hexadecimal(bits) {
    let digits = "";
    for (let at = 0; at < bits.length; at += 4) {
      const digit = [0, 1, 2, 3].reduce((sum, bit) => sum + (bits[at + bit] ? 1 << bit : 0), 0);
      digits = digit.toString(16) + digits;
    }
    return digits.replace(/^0+/, "");
  }

  kiosk.visit = visit;
})(self);
