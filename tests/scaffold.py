"""What a script has to say where ``congkhai new`` would ask a person."""

BOARD = (
    *("--don-vi", "Ủy ban nhân dân xã Phú Thái", "--dia-chi-trang", "https://congkhai.example/"),
    *("--ma-tinh", "31", "--ten-tinh", "Thành phố Hải Phòng"),
)
COMMUNE = ("--ten", "Xã Phú Thái")
PROCEDURE = ("--ten", "Thủ tục đăng ký khai sinh")
