/* QR codes made in the page: what only the screen itself knows (uptime, ticked papers) can be taken along too.
 *
 * Public name: congkhai.display.qr = { encode(text, level), svg(text, label, level) }
 * ISO/IEC 18004 in byte mode, UTF-8, versions 1 to 10, levels L and M: up to 271 or 213 bytes.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});

  const QUIET = 4;
  /* By version, counted from 1: all codewords; error correction codewords of a block and blocks, by level. */
  const CODEWORDS = [0, 26, 44, 70, 100, 134, 172, 196, 242, 292, 346];
  const LEVELS = {
    L: { bits: 1, each: [0, 7, 10, 15, 20, 26, 18, 20, 24, 30, 18], blocks: [0, 1, 1, 1, 1, 1, 2, 2, 2, 2, 4] },
    M: { bits: 0, each: [0, 10, 16, 26, 18, 24, 16, 18, 22, 22, 26], blocks: [0, 1, 1, 1, 2, 2, 4, 4, 4, 5, 5] },
  };
  const ALIGNED = [[], [], [6, 18], [6, 22], [6, 26], [6, 30], [6, 34], [6, 22, 38], [6, 24, 42], [6, 26, 46], [6, 28, 50]];
  const MASKS = [
    (x, y) => (x + y) % 2 === 0,
    (x, y) => y % 2 === 0,
    (x) => x % 3 === 0,
    (x, y) => (x + y) % 3 === 0,
    (x, y) => (Math.floor(y / 2) + Math.floor(x / 3)) % 2 === 0,
    (x, y) => ((x * y) % 2) + ((x * y) % 3) === 0,
    (x, y) => (((x * y) % 2) + ((x * y) % 3)) % 2 === 0,
    (x, y) => (((x + y) % 2) + ((x * y) % 3)) % 2 === 0,
  ];

  /* Powers and logarithms in GF(256) over x^8 + x^4 + x^3 + x^2 + 1. */
  const EXP = new Uint8Array(512);
  const LOG = new Uint8Array(256);
  for (let power = 0, value = 1; power < 255; power++) {
    EXP[power] = EXP[power + 255] = value;
    LOG[value] = power;
    value = (value << 1) ^ (value & 128 ? 0x11d : 0);
  }

  function bytesOf(text) {
    return Array.from(unescape(encodeURIComponent(text)), (char) => char.charCodeAt(0));
  }

  function dataCodewords(version, level) {
    return CODEWORDS[version] - level.each[version] * level.blocks[version];
  }

  function smallestVersion(length, level) {
    for (let version = 1; version <= 10; version++) {
      const head = version < 10 ? 12 : 20;
      if (head + 8 * length <= 8 * dataCodewords(version, level)) return version;
    }
    throw new RangeError("too long for a QR code of version 10: " + length + " bytes");
  }

  /** Mode, length, the bytes, and padding up to the capacity. */
  function packed(bytes, version, level) {
    const capacity = 8 * dataCodewords(version, level);
    const bits = [];
    const push = (value, count) => {
      for (let at = count - 1; at >= 0; at--) bits.push((value >> at) & 1);
    };
    push(4, 4);
    push(bytes.length, version < 10 ? 8 : 16);
    bytes.forEach((byte) => push(byte, 8));
    push(0, Math.min(4, capacity - bits.length));
    push(0, (8 - (bits.length % 8)) % 8);
    for (let pad = 0xec; bits.length < capacity; pad ^= 0xec ^ 0x11) push(pad, 8);
    const words = [];
    for (let at = 0; at < bits.length; at += 8) {
      words.push(bits.slice(at, at + 8).reduce((word, bit) => (word << 1) | bit, 0));
    }
    return words;
  }

  /** Generator polynomial of Reed and Solomon, without its leading one. */
  function generator(degree) {
    let result = [1];
    for (let power = 0; power < degree; power++) {
      const next = result.concat([0]);
      result.forEach((value, at) => {
        if (value) next[at + 1] ^= EXP[LOG[value] + power];
      });
      result = next;
    }
    return result.slice(1);
  }

  function correction(block, divisor) {
    const rest = new Array(divisor.length).fill(0);
    block.forEach((word) => {
      const factor = word ^ rest.shift();
      rest.push(0);
      if (factor) divisor.forEach((value, at) => { if (value) rest[at] ^= EXP[LOG[value] + LOG[factor]]; });
    });
    return rest;
  }

  /** Data in blocks, the later ones a word longer, and their corrections; both woven together. */
  function woven(words, version, level) {
    const count = level.blocks[version];
    const short = Math.floor(words.length / count);
    const longer = words.length % count;
    const divisor = generator(level.each[version]);
    const blocks = [];
    for (let number = 0, start = 0; number < count; number++) {
      const length = short + (number >= count - longer ? 1 : 0);
      blocks.push(words.slice(start, start + length));
      start += length;
    }
    const result = [];
    for (let at = 0; at <= short; at++) blocks.forEach((block) => { if (at < block.length) result.push(block[at]); });
    const checks = blocks.map((block) => correction(block, divisor));
    for (let at = 0; at < divisor.length; at++) checks.forEach((check) => result.push(check[at]));
    return result;
  }

  /** A square of modules: `dark` is 0 or 1, `fixed` says which are no data. */
  function blank(version) {
    const size = 17 + 4 * version;
    const grid = { size: size, dark: new Uint8Array(size * size), fixed: new Uint8Array(size * size) };
    finder(grid, 0, 0);
    finder(grid, size - 7, 0);
    finder(grid, 0, size - 7);
    for (let at = 8; at < size - 8; at++) {
      set(grid, at, 6, at % 2 === 0);
      set(grid, 6, at, at % 2 === 0);
    }
    const last = ALIGNED[version].length - 1;
    ALIGNED[version].forEach((x, column) => ALIGNED[version].forEach((y, row) => {
      const corner = (!column && !row) || (!column && row === last) || (column === last && !row);
      if (!corner) square(grid, x, y, 2, (ring) => ring !== 1);
    }));
    formats(grid, 0);
    if (version >= 7) versionBits(grid, version);
    return grid;
  }

  function set(grid, x, y, dark) {
    grid.dark[y * grid.size + x] = dark ? 1 : 0;
    grid.fixed[y * grid.size + x] = 1;
  }

  function square(grid, middleX, middleY, reach, dark) {
    for (let y = -reach; y <= reach; y++) {
      for (let x = -reach; x <= reach; x++) {
        const inside = middleX + x >= 0 && middleX + x < grid.size && middleY + y >= 0 && middleY + y < grid.size;
        if (inside) set(grid, middleX + x, middleY + y, dark(Math.max(Math.abs(x), Math.abs(y))));
      }
    }
  }

  function finder(grid, left, top) {
    square(grid, left + 3, top + 3, 4, (ring) => ring !== 2 && ring !== 4);
  }

  /** 15 bits of level and mask, BCH coded, twice. */
  function formats(grid, data) {
    let rest = data;
    for (let step = 0; step < 10; step++) rest = (rest << 1) ^ (rest >> 9 ? 0x537 : 0);
    const bits = ((data << 10) | rest) ^ 0x5412;
    const bit = (at) => (bits >> at) & 1;
    const end = grid.size - 1;
    for (let at = 0; at < 8; at++) {
      set(grid, 8, at < 6 ? at : at + 1, bit(at));
      set(grid, end - at, 8, bit(at));
    }
    for (let at = 8; at < 15; at++) {
      set(grid, at === 8 ? 7 : 14 - at, 8, bit(at));
      set(grid, 8, end - 14 + at, bit(at));
    }
    set(grid, 8, grid.size - 8, 1);
  }

  function versionBits(grid, version) {
    let rest = version;
    for (let step = 0; step < 12; step++) rest = (rest << 1) ^ (rest >> 11 ? 0x1f25 : 0);
    const bits = (version << 12) | rest;
    for (let at = 0; at < 18; at++) {
      const near = Math.floor(at / 3);
      const far = grid.size - 11 + (at % 3);
      set(grid, near, far, (bits >> at) & 1);
      set(grid, far, near, (bits >> at) & 1);
    }
  }

  /** Data in pairs of columns, up and down, from the right. */
  function fill(grid, words) {
    const end = grid.size - 1;
    let bit = 0;
    for (let right = end; right >= 1; right -= 2) {
      if (right === 6) right = 5;
      const upwards = ((right + 1) & 2) === 0;
      for (let step = 0; step <= end; step++) {
        for (let side = 0; side < 2; side++) {
          const place = (upwards ? end - step : step) * grid.size + right - side;
          if (grid.fixed[place]) continue;
          grid.dark[place] = bit < 8 * words.length ? (words[bit >> 3] >> (7 - (bit & 7))) & 1 : 0;
          bit++;
        }
      }
    }
  }

  function masked(grid, mask, level) {
    const copy = { size: grid.size, dark: grid.dark.slice(), fixed: grid.fixed };
    for (let place = 0; place < copy.dark.length; place++) {
      if (!copy.fixed[place] && MASKS[mask](place % copy.size, Math.floor(place / copy.size))) copy.dark[place] ^= 1;
    }
    formats(copy, (level.bits << 3) | mask);
    return copy;
  }

  /** How hard the square is to read: long runs, blocks, what looks like a finder, too dark or too light. */
  function penalty(grid) {
    const size = grid.size;
    let points = 0;
    let dark = 0;
    for (let way = 0; way < 2; way++) {
      for (let line = 0; line < size; line++) {
        let run = 0;
        let before = -1;
        let window = 0;
        for (let at = 0; at < size; at++) {
          const value = way ? grid.dark[at * size + line] : grid.dark[line * size + at];
          run = value === before ? run + 1 : 1;
          before = value;
          if (run === 5) points += 3;
          else if (run > 5) points += 1;
          window = ((window << 1) | value) & 0x7ff;
          if (at >= 10 && (window === 0x05d || window === 0x5d0)) points += 40;
        }
      }
    }
    for (let y = 0; y < size; y++) {
      for (let x = 0; x < size; x++) {
        const value = grid.dark[y * size + x];
        dark += value;
        const block = x + 1 < size && y + 1 < size && value === grid.dark[y * size + x + 1] &&
          value === grid.dark[(y + 1) * size + x] && value === grid.dark[(y + 1) * size + x + 1];
        if (block) points += 3;
      }
    }
    return points + 10 * Math.floor(Math.abs((100 * dark) / (size * size) - 50) / 5);
  }

  /** The modules of `text`: {size, dark}, dark being rows one after the other, 1 for dark.  RangeError where it is too long. */
  function encode(text, name) {
    const level = LEVELS[name || "M"];
    const bytes = bytesOf(text);
    const version = smallestVersion(bytes.length, level);
    const grid = blank(version);
    fill(grid, woven(packed(bytes, version, level), version, level));
    let best = null;
    MASKS.forEach((_, mask) => {
      const square = masked(grid, mask, level);
      const points = penalty(square);
      if (!best || points < best.points) best = { points: points, square: square };
    });
    return { size: best.square.size, dark: best.square.dark };
  }

  /** The code as an SVG element, quiet zone included; CSS gives the size. */
  function svg(text, label, name) {
    const code = encode(text, name);
    const whole = code.size + 2 * QUIET;
    let path = "";
    for (let y = 0; y < code.size; y++) {
      for (let x = 0; x < code.size; x++) {
        let run = 0;
        while (x + run < code.size && code.dark[y * code.size + x + run]) run++;
        if (run) path += "M" + (x + QUIET) + " " + (y + QUIET) + "h" + run + "v1h-" + run + "z";
        x += run;
      }
    }
    const picture = node("svg", { viewBox: "0 0 " + whole + " " + whole, role: "img", width: whole, height: whole });
    picture.setAttribute("class", "qr");
    picture.setAttribute("shape-rendering", "crispEdges");
    picture.setAttribute("aria-label", label);
    picture.appendChild(node("path", { fill: "#fff", d: "M0 0h" + whole + "v" + whole + "H0z" }));
    picture.appendChild(node("path", { fill: "#000", d: path }));
    return picture;
  }

  function node(name, attributes) {
    const made = document.createElementNS("http://www.w3.org/2000/svg", name);
    Object.keys(attributes).forEach((key) => made.setAttribute(key, attributes[key]));
    return made;
  }

  display.qr = { encode: encode, svg: svg };
})(self);
