"""What citizens ask of the office itself, and the page of every board that answers.

These are no procedures: "trễ hẹn thì kêu ai" has no code.  The pages are the program's own, the same on all
boards; so the words stand here and not among the editors'.
"""

from msgspec import Struct

from generator import urls


class OfficePage(Struct, frozen=True):
    """A page of the board, its title as a link, and the questions that it answers, lower case, marked."""

    path: str
    title: str
    questions: tuple[str, ...]


def _said(text: str) -> tuple[str, ...]:
    return tuple(text.split(", "))


OFFICE_PAGES = (
    OfficePage(
        urls.COMMUNES,
        "Nơi nộp hồ sơ: địa chỉ, giờ làm việc, điện thoại của từng xã, phường",
        _said(
            "ở đâu, nộp ở đâu, ở đâu nộp, nộp hồ sơ ở đâu, làm ở đâu, nộp chỗ nào, chỗ nào, nơi nộp, "
            "chỗ nộp, nộp cho ai, đến đâu, tới đâu, đi đâu, quầy, quầy nào, quầy số mấy, quầy tiếp nhận, "
            "một cửa, bộ phận một cửa, trung tâm hành chính công, trung tâm phục vụ hành chính công, "
            "ủy ban ở đâu, ubnd ở đâu, địa chỉ, giờ làm việc, giờ mở cửa, giờ hành chính, lịch làm việc, "
            "mấy giờ, mấy giờ đóng cửa, mấy giờ làm việc, làm việc mấy giờ, làm việc không, "
            "làm việc ngày nào, mở cửa không, mở cửa, thứ bảy, thứ 7, chủ nhật, nghỉ trưa, giờ nghỉ, "
            "ngày nghỉ, ngày lễ, số điện thoại, điện thoại, gọi điện, gọi số nào, gọi cho ai, liên hệ, "
            "liên hệ ai, liên lạc, hỏi ai, hỏi ở đâu, gặp ai, nhận kết quả ở đâu, lấy kết quả ở đâu, "
            "lấy kết quả, nhận kết quả, tra cứu hồ sơ, theo dõi hồ sơ, tiến độ hồ sơ, hồ sơ đến đâu, "
            "hồ sơ tới đâu, hồ sơ xong chưa, xong chưa"
        ),
    ),
    OfficePage(
        urls.COMPLAINTS,
        "Phản ánh, góp ý: quyền của bạn, cách làm và nơi gửi",
        _said(
            "trễ hẹn, trễ hạn, quá hẹn, sai hẹn, hẹn trễ, trả trễ, trả chậm, hồ sơ quá hạn, "
            "chậm trả kết quả, trễ kết quả, chưa có kết quả, lâu quá, kêu ai, kêu ở đâu, khiếu nại, "
            "khiếu nại ai, khiếu nại ở đâu, kiện ai, tố cáo, tố cáo ở đâu, phản ánh, phản ánh ai, "
            "phản ảnh, kiến nghị, góp ý, than phiền, báo ai, đường dây nóng, cán bộ, thái độ, "
            "nhũng nhiễu, vòi vĩnh, vòi tiền, đòi tiền, bị đòi tiền, đòi thêm tiền, bị đòi thêm tiền, "
            "thu sai phí, thu thêm tiền, đòi thêm giấy, đòi thêm giấy tờ, bị đòi thêm giấy tờ, "
            "bắt bổ sung, bắt đi lại, bắt chờ, bị làm khó, làm khó, làm khó dễ, không nhận hồ sơ, "
            "không nhận, từ chối hồ sơ, bị từ chối, trả hồ sơ"
        ),
    ),
    OfficePage(
        urls.STATISTICS,
        "Số liệu giải quyết hồ sơ của từng xã, phường",
        _said("số liệu, thống kê, tỷ lệ đúng hạn, đúng hạn, giải quyết đúng hạn"),
    ),
    OfficePage(
        urls.CHANGES,
        "Những thay đổi gần đây của các thủ tục",
        _said("có gì mới, thay đổi gần đây, mới thay đổi"),
    ),
)
