/* What a release says of itself, believed only when the signature over its very bytes holds.
 *
 * Public names: congkhai.loader.manifest(text, signature) -> Promise of facts {text, signature, commune, version,
 * builtAt, containers: Map of name -> digest, files: Map of path -> {container, start, length, inflated}};
 * congkhai.loader.Refused (an Error with a code of messages.js).
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});
  var FORMAT = "congkhai-display-2";
  var PATH = /^[A-Za-z0-9][A-Za-z0-9._-]*(\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/;
  var CONTAINER = /^[a-z][a-z0-9-]*\.js$/;
  var DIGEST = /^[0-9a-f]{64}$/;
  var MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/;
  var ALGORITHM = { name: "ECDSA", namedCurve: "P-256" };
  var MOST_CONTAINERS = 64;

  loader.Refused = function (code) {
    this.code = code;
    this.message = code;
  };
  loader.Refused.prototype = Object.create(Error.prototype);

  function refuse(code) {
    throw new loader.Refused(code);
  }

  loader.bytesOf = function (base64) {
    var text = atob(base64);
    var bytes = new Uint8Array(text.length);
    for (var i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
    return bytes;
  };

  async function signed(text, signature) {
    if (!loader.key.key) return;
    if (typeof signature !== "string" || !signature) refuse("khac-khoa");
    var subtle = root.crypto && root.crypto.subtle;
    if (!subtle) refuse("khong-kiem-duoc");
    var holds = false;
    try {
      var key = await subtle.importKey("spki", loader.bytesOf(loader.key.key), ALGORITHM, false, ["verify"]);
      var bytes = new TextEncoder().encode(text);
      holds = await subtle.verify({ name: "ECDSA", hash: "SHA-256" }, key, loader.bytesOf(signature), bytes);
    } catch (error) {
      holds = false;
    }
    if (!holds) refuse("chu-ky-sai");
  }

  function checked(listed, fine) {
    var found = new Map();
    if (!listed || typeof listed !== "object") refuse("khong-doc-duoc");
    Object.keys(listed).forEach(function (name) {
      if (!fine(name, listed[name])) refuse("khong-doc-duoc");
      found.set(name, listed[name]);
    });
    return found;
  }

  function containers(listed) {
    var found = checked(listed, function (name, digest) {
      return CONTAINER.test(name) && name !== "manifest.js" && DIGEST.test(digest);
    });
    return found.size <= MOST_CONTAINERS ? found : refuse("khong-doc-duoc");
  }

  function isWhole(number) {
    return Number.isSafeInteger(number) && number >= 0;
  }

  function files(listed, count) {
    var found = checked(listed, function (path, place) {
      var four = Array.isArray(place) && place.length === 4 && place.every(isWhole);
      return PATH.test(path) && four && place[0] < count;
    });
    found.forEach(function (place, path) {
      found.set(path, { container: place[0], start: place[1], length: place[2], inflated: place[3] });
    });
    return found;
  }

  function parsed(text) {
    try {
      var said = JSON.parse(text);
      return said && typeof said === "object" ? said : refuse("khong-doc-duoc");
    } catch (error) {
      return refuse("khong-doc-duoc");
    }
  }

  loader.manifest = async function (text, signature) {
    if (typeof text !== "string") refuse("khong-doc-duoc");
    await signed(text, signature); // nothing is read out of a text that nobody vouches for
    var said = parsed(text);
    if (said.format !== FORMAT || !Number.isSafeInteger(said.version) || said.version < 1) refuse("khong-doc-duoc");
    if (!MOMENT.test(said.built_at)) refuse("khong-doc-duoc");
    if (said.key !== loader.key.id) refuse("khac-khoa");
    if (said.commune !== loader.key.commune) refuse("khac-xa");
    var held = containers(said.containers);
    return {
      text: text,
      signature: signature,
      commune: said.commune,
      version: said.version,
      builtAt: said.built_at,
      containers: held,
      files: files(said.files, held.size)
    };
  };
})(self);
