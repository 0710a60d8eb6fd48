/* DEFLATE (RFC 1951) read back: most of a release is asked for one piece at a time, or never, and stays small until then.
 *
 * Public name: congkhai.loader.inflate(bytes, size) -> Uint8Array of exactly `size` bytes, or an Error
 * Browsers older than Chromium 80 have nothing of the kind, and a few kilobytes need no stream.
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});
  var END = 256;
  var ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]; // 3.2.7: whose lengths come first
  var LENGTHS = ladder(3, 28, 4);
  var DISTANCES = ladder(1, 30, 2);
  var fixed = null;
  LENGTHS[28] = { base: 258, bits: 0 };

  /** 3.2.5: `each` codes share a number of further bits, the first group has none, twice as many follow with none. */
  function ladder(base, count, each) {
    var steps = [];
    for (var i = 0; i < count; i++) {
      var bits = Math.max(0, Math.floor(i / each) - 1);
      steps.push({ base: base, bits: bits });
      base += 1 << bits;
    }
    return steps;
  }

  function wrong() {
    throw new Error("not deflated as it should be");
  }

  /** 3.2.2: what the next `bits` bits begin with, as 16 times the symbol plus the length of its code. */
  function table(lengths) {
    var longest = Math.max.apply(null, lengths);
    var codes = new Uint16Array(1 << longest);
    var code = 0;
    for (var length = 1; length <= longest; length++) {
      for (var symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] !== length) continue;
        if (code >> length) wrong();
        for (var at = turned(code++, length); at < codes.length; at += 1 << length) codes[at] = (symbol << 4) | length;
      }
      code <<= 1;
    }
    return { codes: codes, bits: longest };
  }

  /** Codes stand in the stream with their first bit first, numbers with their last. */
  function turned(code, length) {
    var back = 0;
    for (; length; length--, code >>= 1) back = (back << 1) | (code & 1);
    return back;
  }

  /** Bits of the input, the lowest first; behind the end there are only zeros, and not many of them. */
  function stream(bytes) {
    var at = 0;
    var held = 0;
    var count = 0;

    function fill(bits) {
      for (; count < bits; count += 8) {
        if (at > bytes.length + 4) wrong();
        held |= (at < bytes.length ? bytes[at] : 0) << count;
        at++;
      }
    }

    function drop(bits) {
      held >>>= bits;
      count -= bits;
    }

    return {
      number: function (bits) {
        fill(bits);
        var value = held & ((1 << bits) - 1);
        drop(bits);
        return value;
      },
      symbol: function (among) {
        fill(among.bits);
        var found = among.codes[held & ((1 << among.bits) - 1)];
        if (!found) wrong();
        drop(found & 15);
        return found >> 4;
      },
      piece: function () {
        drop(count & 7);
        at -= count >> 3;
        held = count = 0;
        var size = bytes[at] | (bytes[at + 1] << 8);
        if ((size ^ 0xffff) !== (bytes[at + 2] | (bytes[at + 3] << 8)) || at + 4 + size > bytes.length) wrong();
        at += 4 + size;
        return bytes.subarray(at - size, at);
      }
    };
  }

  function repeated(count, length) {
    return new Array(count).fill(length);
  }

  function fixedTables() {
    var lengths = [].concat(repeated(144, 8), repeated(112, 9), repeated(24, 7), repeated(8, 8));
    fixed = fixed || { lengths: table(lengths), distances: table(repeated(30, 5)) };
    return fixed;
  }

  function dynamicTables(input) {
    var literals = input.number(5) + 257;
    var distances = input.number(5) + 1;
    var some = input.number(4) + 4;
    var first = repeated(19, 0);
    for (var i = 0; i < some; i++) first[ORDER[i]] = input.number(3);
    var among = table(first);
    var all = [];
    while (all.length < literals + distances) {
      var symbol = input.symbol(among);
      if (symbol < 16) all.push(symbol);
      else if (symbol === 16) again(all, all.length ? all[all.length - 1] : wrong(), input.number(2) + 3);
      else again(all, 0, symbol === 17 ? input.number(3) + 3 : input.number(7) + 11);
    }
    if (all.length > literals + distances) wrong();
    return { lengths: table(all.slice(0, literals)), distances: table(all.slice(literals, literals + distances)) };
  }

  function again(all, length, count) {
    for (; count; count--) all.push(length);
  }

  loader.inflate = function (bytes, size) {
    var input = stream(bytes);
    var output = new Uint8Array(size);
    var at = 0;

    function write(piece) {
      if (at + piece.length > size) wrong();
      output.set(piece, at);
      at += piece.length;
    }

    function copy(step, tables) {
      var length = step.base + input.number(step.bits);
      var back = DISTANCES[input.symbol(tables.distances)];
      var from = at - (back ? back.base + input.number(back.bits) : at + 1);
      if (from < 0 || at + length > size) wrong();
      for (; length; length--) output[at++] = output[from++]; // one by one: the copy may reach into itself
    }

    function unpack(tables) {
      for (;;) {
        var symbol = input.symbol(tables.lengths);
        if (symbol === END) return;
        if (symbol > END) copy(LENGTHS[symbol - END - 1] || wrong(), tables);
        else if (at < size) output[at++] = symbol;
        else wrong();
      }
    }

    do {
      var last = input.number(1);
      var kind = input.number(2);
      if (kind === 0) write(input.piece());
      else if (kind < 3) unpack(kind === 1 ? fixedTables() : dynamicTables(input));
      else wrong();
    } while (!last);
    return at === size ? output : wrong();
  };
})(self);
