"""The files that a board, a procedure and a commune begin with, and what their comments tell the editor.

Every example in a comment ends with the sign of a placeholder, so that the check refuses it where somebody
only takes the ``#`` away.
"""

BOARD = """\
{modeline}
# Bảng công khai: một thư mục là một bảng của một đơn vị.
ten: {name}
don_vi: {publisher}
dia_chi_trang: {url}
tinh:
  # Mã tỉnh gồm 2 chữ số, đặt trong ngoặc kép.
  - ma: "{province}"
    ten: {province_name}
# Đường dây nóng và trang phản ánh: chỉ ghi khi đã được công bố.
# phan_anh:
#   dien_thoai: "…"
"""
FIELDS = """\
{modeline}
# Các lĩnh vực, theo thứ tự hiện trên trang. «ma» là khóa, dùng làm tên thư mục trong procedures/.
linh_vuc:
  - ma: ho-tich
    ten: Hộ tịch
    mo_ta: Khai sinh, kết hôn, khai tử, trích lục, cải chính
"""
MKDOCS = """\
# Tên và địa chỉ của trang lấy từ content/board.yml; tệp này chỉ cho biết trang dùng phần mềm nào.
site_name: congkhai
docs_dir: content/pages
site_dir: site
theme:
  name: material
  language: vi
  font: false
markdown_extensions:
  - attr_list
  - tables
plugins:
  - congkhai
"""
PROCEDURE = """\
{modeline}
# Thủ tục {code}. Dòng bắt đầu bằng dấu # là chú thích, máy không đọc.
# Muốn dùng một dòng mẫu: bỏ dấu # ở đầu, rồi viết nội dung thật thay cho chữ mẫu có «(sửa lại)».
# Bắt đầu với mức «danh_muc»; khi điền đủ các phần bên dưới thì đổi thành «day_du».
ma: "{code}"
ten: {name}
# ten_ngan: cách người dân thường gọi (sửa lại)
# tom_tat: một câu cho biết thủ tục này để làm gì (sửa lại)
muc_do: danh_muc
linh_vuc: {field}
# doi_tuong_thuc_hien:
#   - Công dân Việt Nam (sửa lại)
# trinh_tu_thuc_hien:
#   - buoc: Nộp hồ sơ tại Trung tâm Phục vụ hành chính công. (sửa lại)
#     ai_lam: Bạn
# cach_thuc_thuc_hien:
#   # Phí và thời hạn: chép đúng từng chữ của quyết định công bố, đặt trong ngoặc kép.
#   - hinh_thuc: truc_tiep
#     thoi_han: "03 ngày làm việc (sửa lại)"
#     phi_le_phi: "8.000 đồng/bản (sửa lại)"
# thanh_phan_ho_so:
#   - giay_to:
#       - ten: Tờ khai theo mẫu (sửa lại)
#         ban_chinh: "1"
# ket_qua:
#   - ten: Giấy xác nhận (sửa lại)
# co_quan_thuc_hien: Ủy ban nhân dân cấp xã (sửa lại)
# so_quyet_dinh: "…"
# nguon:
#   - ten: Quyết định công bố của Ủy ban nhân dân tỉnh (sửa lại)
# ngay_ra_soat: ngày bạn đối chiếu với nguồn, ví dụ 16/07/2025
"""
COMMUNE = """\
{modeline}
# Trung tâm Phục vụ hành chính công. Điều gì chưa công bố thì để nguyên dấu #, trang sẽ ghi «Chưa công bố».
# Muốn dùng một dòng mẫu: bỏ dấu # ở đầu, rồi viết nội dung thật thay cho chữ mẫu có «(sửa lại)».
ma: "{code}"
ten: {name}
tinh: "{province}"
# dia_chi: số nhà, đường, thôn (sửa lại)
# gio_lam_viec:
#   # 2 là thứ Hai, 7 là thứ Bảy, CN là Chủ nhật
#   - thu: [2, 3, 4, 5, 6]
#     tu: "giờ mở cửa, ví dụ 07:30"
#     den: "giờ đóng cửa, ví dụ 11:30"
# dien_thoai: "…"
# thu_dien_tu: "…"
# ten_cu: [Xã cũ thứ nhất (sửa lại), Xã cũ thứ hai (sửa lại)]
"""
