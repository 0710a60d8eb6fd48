/* SHA-256, by the browser where it can, else in plain JavaScript (pages over http have no crypto.subtle).
 *
 * Public names: congkhai.loader.sha256(bytes) -> Promise of hexadecimal text; congkhai.loader.plainSha256(bytes)
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});
  var primes = [];

  function roots(power) {
    // FIPS 180-4, 4.2.2 and 5.3.3: the first 32 bits of the fractional parts of roots of the first primes.
    return primes.map(function (prime) {
      var value = Math.pow(prime, power);
      return ((value - Math.floor(value)) * 4294967296) | 0;
    });
  }
  for (var n = 2; primes.length < 64; n++) {
    var factor = primes.some(function (prime) {
      return n % prime === 0;
    });
    if (!factor) primes.push(n);
  }
  var K = roots(1 / 3);
  var H = roots(1 / 2).slice(0, 8);

  function turned(x, by) {
    return (x >>> by) | (x << (32 - by));
  }

  function block(hash, view, at, w) {
    var i;
    for (i = 0; i < 16; i++) w[i] = view.getInt32(at + 4 * i);
    for (; i < 64; i++) {
      var s0 = turned(w[i - 15], 7) ^ turned(w[i - 15], 18) ^ (w[i - 15] >>> 3);
      var s1 = turned(w[i - 2], 17) ^ turned(w[i - 2], 19) ^ (w[i - 2] >>> 10);
      w[i] = (w[i - 16] + s0 + w[i - 7] + s1) | 0;
    }
    var a = hash[0];
    var b = hash[1];
    var c = hash[2];
    var d = hash[3];
    var e = hash[4];
    var f = hash[5];
    var g = hash[6];
    var h = hash[7];
    for (i = 0; i < 64; i++) {
      var t1 = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0;
      var t2 = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0;
      h = g;
      g = f;
      f = e;
      e = (d + t1) | 0;
      d = c;
      c = b;
      b = a;
      a = (t1 + t2) | 0;
    }
    [a, b, c, d, e, f, g, h].forEach(function (value, index) {
      hash[index] = (hash[index] + value) | 0;
    });
  }

  function hex(bytes) {
    return Array.from(bytes, function (byte) {
      return (byte + 256).toString(16).slice(1);
    }).join("");
  }

  loader.plainSha256 = function (bytes) {
    var padded = new Uint8Array((((bytes.length + 8) >> 6) + 1) << 6);
    padded.set(bytes);
    padded[bytes.length] = 128;
    var view = new DataView(padded.buffer);
    view.setUint32(padded.length - 8, Math.floor(bytes.length / 536870912));
    view.setUint32(padded.length - 4, (bytes.length * 8) >>> 0);
    var hash = new Int32Array(H);
    var w = new Int32Array(64);
    for (var at = 0; at < padded.length; at += 64) block(hash, view, at, w);
    var result = new DataView(new ArrayBuffer(32));
    hash.forEach(function (word, index) {
      result.setInt32(4 * index, word);
    });
    return hex(new Uint8Array(result.buffer));
  };

  loader.sha256 = function (bytes) {
    var subtle = root.crypto && root.crypto.subtle;
    if (!subtle) return Promise.resolve(loader.plainSha256(bytes));
    return subtle.digest("SHA-256", bytes).then(function (digest) {
      return hex(new Uint8Array(digest));
    });
  };
})(self);
