/* What the corner of a display says of its release.  docs/huong-dan-ki-ot.md explains every one of these.
 *
 * Public name: congkhai.loader.messages (code -> sentence)
 */
(function (root) {
  "use strict";
  var congkhai = (root.congkhai = root.congkhai || {});
  var loader = (congkhai.loader = congkhai.loader || {});

  loader.messages = {
    "chua-ky": "Bản này chưa ký.",
    "khong-doc-duoc": "Bản mới thiếu tệp kê khai hoặc tệp kê khai không đọc được.",
    "chu-ky-sai": "Bản mới có chữ ký không đúng.",
    "khac-khoa": "Bản mới ký bằng khóa khác, hoặc chưa ký.",
    "khac-xa": "Bản mới là của xã, phường khác.",
    "cu-hon": "Bản vừa chép cũ hơn bản đang có.",
    "thieu-tep": "Bản mới chép thiếu tệp.",
    "thua-tep": "Bản mới có tệp lạ.",
    "tep-hong": "Bản mới có tệp bị hỏng.",
    "khong-mo-duoc": "Bản mới không mở được trong 15 giây.",
    "mat-con-tro": "Tệp current.js bị mất hoặc hỏng.",
    "khong-kiem-duoc": "Trình duyệt này không kiểm được chữ ký.",
    "mat-mang": "Mất mạng.",
    "tai-loi": "Tải bản mới chưa trọn vẹn, máy sẽ tự thử lại."
  };
})(self);
