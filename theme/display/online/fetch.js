/* Files of a release over the network: each is what its digest says, or it is not there.
 *
 * Public names: congkhai.online.version(fresh) -> Promise of phien-ban.json, congkhai.online.files(said) -> Promise of
 * {path: [address, digest]}, congkhai.online.bytes(address, digest) -> Promise of Uint8Array (fetched once).
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var online = (congkhai.online = congkhai.online || {});
  var page = document.documentElement;
  var held = new Map();

  online.commune = page.getAttribute("data-commune");

  /** The full address of a path on the site. */
  online.address = function (path) {
    return new URL(page.getAttribute("data-root") + path, root.location.href).href;
  };

  async function answer(address, options) {
    var response = await fetch(address, options);
    if (!response.ok) throw new Error(response.status + " " + address);
    return response;
  }

  /** What is shown (`fresh` false: the worker may answer), or what the site has now. */
  online.version = async function (fresh) {
    var address = online.address("man-hinh/" + online.commune + "/phien-ban.json");
    var response = fresh ? await answer(address + "?" + Date.now(), { cache: "no-store" }) : await answer(address);
    var said = await response.json();
    if (said.commune !== online.commune || !said.version) throw new Error("not ours: " + address);
    return said;
  };

  async function fetched(path, digest, fresh) {
    var address = online.address(path);
    // With a question mark the worker stays out of it, and no cache on the way knows the answer.
    var response = await answer(fresh ? address + "?" + digest : address);
    var bytes = new Uint8Array(await response.arrayBuffer()); // floor: asked of a Response, not of a Blob
    if ((await congkhai.loader.sha256(bytes)) !== digest) throw new Error("damaged: " + path);
    return bytes;
  }

  online.bytes = function (path, digest, fresh) {
    if (!held.has(digest)) {
      var coming = fetched(path, digest, fresh);
      coming.catch(function () {
        held.delete(digest);
      });
      held.set(digest, coming);
    }
    return held.get(digest);
  };

  online.files = async function (said, fresh) {
    var list = await online.bytes(said.shared[0], said.shared[1], fresh);
    return Object.assign({}, JSON.parse(new TextDecoder().decode(list)).files, said.files);
  };
})(self);
