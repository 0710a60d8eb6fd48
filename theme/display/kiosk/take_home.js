/* The page to take home: a QR code of the public address, the case and the ticked papers in its fragment.
 *
 * Public name, in congkhai.display.kiosk.screens: `takeHome`
 * The state stays between this screen and the phone: a fragment is never sent to a server.
 */
(function (root) {
  "use strict";
  const congkhai = (root.congkhai = root.congkhai || {});
  const display = (congkhai.display = congkhai.display || {});
  const kiosk = (display.kiosk = display.kiosk || {});
  const screens = (kiosk.screens = kiosk.screens || {});

  /** The code for the address with its state; without it where both would make a code too dense to read. */
  function picture(page, fragment) {
    const label = "Mã QR mở trang này trên điện thoại";
    try {
      return { code: display.qr.svg(page + fragment, label, "M"), whole: true };
    } catch (tooLong) {
      return { code: display.qr.svg(page, label, "M"), whole: false };
    }
  }

  screens.takeHome = (context, asked) => context.detail(asked.code).then((detail) => {
    const make = kiosk.make;
    const page = context.catalogue.board.address.replace("{code}", asked.code);
    const drawn = picture(page, context.visit.fragment(asked.code, detail.dossier));
    const ticked = drawn.whole ? context.visit.ticked(asked.code) : 0;
    const carried = ticked
      ? "Trang mở ra có sẵn " + ticked + " giấy tờ bạn đã đánh dấu."
      : "Trang mở ra có đủ giấy tờ, phí, thời hạn và các bước.";
    const title = detail.shortName || detail.name;
    const pager = kiosk.pager("Mang về điện thoại", [
      kiosk.title("Mang về điện thoại"),
      make("p", { class: "carry__name" + (title.length > 120 ? " row__name--long" : ""), text: title }),
      make("ol", { class: "steps" }, [
        make("li", {}, [make("p", { text: "Mở máy ảnh hoặc Zalo trên điện thoại của bạn." })]),
        make("li", {}, [make("p", { text: "Đưa điện thoại trước mã này." })]),
        make("li", {}, [make("p", { text: "Chạm vào liên kết hiện ra. " + carried })]),
      ]),
      make("p", { class: "carry__address" }, ["Hoặc gõ địa chỉ: ", make("strong", { text: page.replace(/^https?:\/\//, "") })]),
      make("p", { class: "carry__note", text: "Trong mã không có tên hay thông tin của bạn. Máy này không giữ lại gì." }),
    ]);
    return {
      element: make("div", { class: "carry" }, [make("div", { class: "carry__code" }, [drawn.code]), pager.element]),
      pager: pager,
    };
  });
})(self);
