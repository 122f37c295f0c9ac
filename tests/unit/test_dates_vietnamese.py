"""Vietnamese dates, as a table: the text, when it was written, what is a date and which."""

import pytest

from reader.entities.dates import find_dates

Said = list[tuple[str, str | None]]

SEPTEMBER = "2025-09-09"  # a Tuesday
MAY = "2023-05-08"  # a Monday


def said(text: str, anchor: str | None, lang: str = "vi") -> Said:
    return [(text[m.start : m.end], m.value) for m in find_dates(text, lang, anchor)]


DAYS: list[tuple[str, str | None, Said]] = [
    ("Ngày 18/11, ông tới Seoul.", "2025-11-18", [("Ngày 18/11", "2025-11-18")]),
    ("NGÀY 8/9, HAI BÊN HỘI ĐÀM", SEPTEMBER, [("NGÀY 8/9", "2025-09-08")]),
    ("diễn ra ở Tokyo hôm 2-11.", None, [("hôm 2-11", "XXXX-11-02")]),
    ("diễn ra ở Tokyo hôm 2-11.", SEPTEMBER, [("hôm 2-11", "2024-11-02")]),
    ("Sáng 8/9, ông rời Hà Nội.", SEPTEMBER, [("Sáng 8/9", "2025-09-08")]),
    ("Trưa 8.9, mưa lớn.", SEPTEMBER, [("Trưa 8.9", "2025-09-08")]),
    ("vào rạng sáng ngày 8/9", SEPTEMBER, [("rạng sáng ngày 8/9", "2025-09-08")]),
    ("Đầu giờ chiều 8/9, lúc 14h30", SEPTEMBER, [("Đầu giờ chiều 8/9", "2025-09-08")]),
    ("sinh ngày 8 tháng 5 năm 2023", SEPTEMBER, [("ngày 8 tháng 5 năm 2023", "2023-05-08")]),
    ("ngày 8 tháng Năm, 2023", SEPTEMBER, [("ngày 8 tháng Năm, 2023", "2023-05-08")]),
    ("hôm 8 tháng Tư", MAY, [("hôm 8 tháng Tư", "2023-04-08")]),
    ("ngày 20 tháng Giêng năm 2021", MAY, [("ngày 20 tháng Giêng năm 2021", "2021-01-20")]),
    ("Ngày 2/9/1945, Bác đọc", MAY, [("Ngày 2/9/1945", "1945-09-02")]),
    ("Bác đọc 2/9/1945 ở Ba Đình", MAY, [("2/9/1945", "1945-09-02")]),
    ("ngày 02-09-1945", MAY, [("ngày 02-09-1945", "1945-09-02")]),
    ("2.9.1945", MAY, [("2.9.1945", "1945-09-02")]),
    ("ngày 8/5/23", MAY, [("ngày 8/5/23", "2023-05-08")]),
    ("Thứ hai, 08/05/2023 - 10:30 (GMT+7)", MAY, [("Thứ hai, 08/05/2023", "2023-05-08")]),
    ("08/05/2023 | 10:30", MAY, [("08/05/2023", "2023-05-08")]),
    ("2023-05-08T10:00:00+07:00", MAY, [("2023-05-08", "2023-05-08")]),
    ("ngày 8/9 năm ngoái", SEPTEMBER, [("ngày 8/9 năm ngoái", "2024-09-08")]),
    ("vào ngày 15/10 tới.", SEPTEMBER, [("ngày 15/10 tới", "2025-10-15")]),
    ("Ngày 8/9 tới Seoul, ông phát biểu", SEPTEMBER, [("Ngày 8/9", "2025-09-08")]),
    ("hôm 1/9 vừa qua", SEPTEMBER, [("hôm 1/9 vừa qua", "2025-09-01")]),
    ("Trước ngày 15/9, hồ sơ phải nộp", SEPTEMBER, [("ngày 15/9", "2025-09-15")]),
    ("hồi ngày 20/12, ông đã", "2026-01-05", [("ngày 20/12", "2025-12-20")]),
    ("sẽ khai mạc ngày 5/1", "2025-12-20", [("ngày 5/1", "2026-01-05")]),
    ("ngày 29/2, ngày 5/1", "2023", [("ngày 29/2", "2024-02-29"), ("ngày 5/1", "2023-01-05")]),
    ("ông nhậm chức ngày 20/1", "2025-11-18", [("ngày 20/1", "2025-01-20")]),
    ("từ đêm 19 mưa giảm dần", "2025-11-18", [("đêm 19", "2025-11-19")]),
    ("Từ 1/7, lương cơ sở tăng", MAY, [("1/7", "2023-07-01")]),
    ("Quốc khánh 2/9, dịp lễ 30/4", SEPTEMBER, [("2/9", "2025-09-02"), ("30/4", "2025-04-30")]),
    ("dịp nghỉ lễ 30/4 - 1/5", MAY, [("30/4 - 1/5", "2023-04-30/2023-05-01")]),
    ("chiều qua (8/9), trời mưa", SEPTEMBER, [("chiều qua", "2025-09-08"), ("8/9", "2025-09-08")]),
    ("ngày 20 tháng trước", SEPTEMBER, [("ngày 20 tháng trước", "2025-08-20")]),
    ("từ ngày 15 tháng này", SEPTEMBER, [("ngày 15 tháng này", "2025-09-15")]),
    ("đến hết ngày 15.", SEPTEMBER, [("ngày 15", "2025-09-15")]),
    ("Đến 15h 8/9, mưa lớn", SEPTEMBER, [("8/9", "2025-09-08")]),
    ("phiên 8/9, giá vàng tăng", SEPTEMBER, [("8/9", "2025-09-08")]),
    ("lấy ý kiến đến 20-3. Ông", MAY, [("20-3", "2023-03-20")]),
    ("lúc 14h ngày 29/2/2024", MAY, [("ngày 29/2/2024", "2024-02-29")]),
]

DAYS_BY_DISTANCE: list[tuple[str, str | None, Said]] = [
    ("Hôm nay, hôm qua và hôm kia", SEPTEMBER,
     [("Hôm nay", "2025-09-09"), ("hôm qua", "2025-09-08"), ("hôm kia", "2025-09-07")]),
    ("ngày mai và sáng mai", SEPTEMBER, [("ngày mai", "2025-09-10"), ("sáng mai", "2025-09-10")]),
    ("Rạng sáng nay, tại Hà Nội", SEPTEMBER, [("Rạng sáng nay", "2025-09-09")]),
    ("vụ cháy tối qua", SEPTEMBER, [("tối qua", "2025-09-08")]),
    ("vào tối hôm qua", SEPTEMBER, [("tối hôm qua", "2025-09-08")]),
    ("chiều ngày hôm nay", SEPTEMBER, [("chiều ngày hôm nay", "2025-09-09")]),
    ("sáng sớm nay, đêm nay", SEPTEMBER,
     [("sáng sớm nay", "2025-09-09"), ("đêm nay", "2025-09-09")]),
    ("Hôm qua mưa.", None, [("Hôm qua", None)]),
    ("Hôm qua (8/5/2023) mưa.", None, [("Hôm qua", "2023-05-08"), ("8/5/2023", "2023-05-08")]),
    ("Ngày 5/9 họp. Tối cùng ngày, ông về.", SEPTEMBER,
     [("Ngày 5/9", "2025-09-05"), ("Tối cùng ngày", "2025-09-05")]),
    ("Cùng ngày, ông về.", SEPTEMBER, [("Cùng ngày", "2025-09-09")]),
    ("Ngày 5/9 đi, ngày hôm sau về", SEPTEMBER,
     [("Ngày 5/9", "2025-09-05"), ("ngày hôm sau", "2025-09-06")]),
    ("mùng 2 Tết, rằm tháng Giêng", MAY, [("mùng 2 Tết", None), ("rằm tháng Giêng", None)]),
    ("ngày 10/3 âm lịch", MAY, [("ngày 10/3 âm lịch", None)]),
    ("cúng ông Táo ngày 23 tháng Chạp", MAY, [("ngày 23 tháng Chạp", None)]),
    ("đêm 30 Tết", MAY, [("đêm 30 Tết", None)]),
    ("sáng mùng 6 tháng Giêng", MAY, [("sáng mùng 6 tháng Giêng", None)]),
    ("mùng 2/9, mồng 8 tháng 3", MAY,
     [("mùng 2/9", "2023-09-02"), ("mồng 8 tháng 3", "2023-03-08")]),
    ("mùng 4 tháng 2 năm Giáp Thìn", MAY, [("mùng 4 tháng 2 năm Giáp Thìn", None)]),
    ("hôm mùng 1 Tết", MAY, [("hôm mùng 1 Tết", None)]),
    ("Sáng hôm sau, cô đi", SEPTEMBER, [("Sáng hôm sau", "2025-09-10")]),
    ("cách đây 3 ngày", SEPTEMBER, [("cách đây 3 ngày", "2025-09-06")]),
]  # fmt: skip

WEEKDAYS: list[tuple[str, str | None, Said]] = [
    ("thứ Hai tuần trước", SEPTEMBER, [("thứ Hai tuần trước", "2025-09-01")]),
    ("thứ Sáu tuần này", SEPTEMBER, [("thứ Sáu tuần này", "2025-09-12")]),
    ("thứ sáu tuần này", SEPTEMBER, [("thứ sáu tuần này", "2025-09-12")]),
    ("thứ Ba tuần tới", SEPTEMBER, [("thứ Ba tuần tới", "2025-09-16")]),
    ("phát biểu hôm thứ Hai", SEPTEMBER, [("hôm thứ Hai", "2025-09-08")]),
    ("phát biểu hôm thứ hai", SEPTEMBER, [("hôm thứ hai", "2025-09-08")]),
    ("Thứ Bảy, ông nói", SEPTEMBER, [("Thứ Bảy", "2025-09-06")]),
    ("chiều thứ bảy, mưa", SEPTEMBER, [("chiều thứ bảy", "2025-09-06")]),
    ("sẽ gặp nhau vào thứ Năm", SEPTEMBER, [("thứ Năm", "2025-09-11")]),
    ("diễn ra vào thứ Sáu tới.", SEPTEMBER, [("thứ Sáu tới", "2025-09-12")]),
    ("Chủ nhật này", SEPTEMBER, [("Chủ nhật này", "2025-09-14")]),
    ("vào Chủ Nhật", SEPTEMBER, [("Chủ Nhật", "2025-09-07")]),
    ("tối Chủ nhật vừa qua", SEPTEMBER, [("tối Chủ nhật vừa qua", "2025-09-07")]),
    ("hôm thứ Hai (8/9)", SEPTEMBER, [("hôm thứ Hai", "2025-09-08"), ("8/9", "2025-09-08")]),
    ("Thứ Ba ngày 2/9", SEPTEMBER, [("Thứ Ba ngày 2/9", "2025-09-02")]),
    ("thứ 6 (5/9)", SEPTEMBER, [("thứ 6", "2025-09-05"), ("5/9", "2025-09-05")]),
]

PERIODS: list[tuple[str, str | None, Said]] = [
    ("tổ chức tại Tokyo tuần trước.", "2025-11-18", [("tuần trước", "2025-W46")]),
    ("tuần này, tuần tới", "2025-11-18", [("tuần này", "2025-W47"), ("tuần tới", "2025-W48")]),
    ("tại Nam Phi cuối tuần này.", "2025-11-18", [("cuối tuần này", "2025-11-22/2025-11-23")]),
    ("đầu tuần này", "2025-11-18", [("đầu tuần này", "2025-W47")]),
    ("cuối tuần qua", "2025-11-18", [("cuối tuần qua", "2025-11-15/2025-11-16")]),
    ("tuần trước", "2025-11", [("tuần trước", None)]),
    ("hồi tháng 7.", SEPTEMBER, [("tháng 7", "2025-07")]),
    ("nhậm chức tháng 7 vừa qua", SEPTEMBER, [("tháng 7 vừa qua", "2025-07")]),
    ("hồi đầu tháng 8", SEPTEMBER, [("đầu tháng 8", "2025-08")]),
    ("hồi tháng 10", SEPTEMBER, [("tháng 10", "2024-10")]),
    ("vào tháng 10", SEPTEMBER, [("tháng 10", "2025-10")]),
    ("hồi tháng 12", "2025-01-20", [("tháng 12", "2024-12")]),
    ("cuối tháng này", "2025-11-18", [("cuối tháng này", "2025-11")]),
    ("tháng trước và tháng sau", "2025-12-18",
     [("tháng trước", "2025-11"), ("tháng sau", "2026-01")]),
    ("tháng 5/2023", SEPTEMBER, [("tháng 5/2023", "2023-05")]),
    ("tháng 5 năm ngoái", SEPTEMBER, [("tháng 5 năm ngoái", "2024-05")]),
    ("tháng Năm, tháng mười một", SEPTEMBER,
     [("tháng Năm", "2025-05"), ("tháng mười một", "2025-11")]),
    ("hồi tháng tám", SEPTEMBER, [("tháng tám", "2025-08")]),
    ("vào tháng 10 tới", SEPTEMBER, [("tháng 10 tới", "2025-10")]),
    ("tháng 7", None, [("tháng 7", "XXXX-07")]),
    ("tháng Chạp", SEPTEMBER, [("tháng Chạp", None)]),
    ("tháng 7 âm lịch", SEPTEMBER, [("tháng 7", None)]),
    ("tháng 7 và 8", SEPTEMBER, [("tháng 7", "2025-07"), ("8", "2025-08")]),
    ("quý III/2024", SEPTEMBER, [("quý III/2024", "2024-07-01/2024-09-30")]),
    ("trong quý 2", SEPTEMBER, [("quý 2", "2025-04-01/2025-06-30")]),
    ("quý IV năm ngoái", SEPTEMBER, [("quý IV năm ngoái", "2024-10-01/2024-12-31")]),
    ("6 tháng đầu năm 2024", SEPTEMBER, [("6 tháng đầu năm 2024", "2024-01-01/2024-06-30")]),
    ("9 tháng đầu năm", SEPTEMBER, [("9 tháng đầu năm", "2025-01-01/2025-09-30")]),
    ("nửa cuối năm nay", SEPTEMBER, [("nửa cuối năm nay", "2025-07-01/2025-12-31")]),
    ("mùa hè năm 2023", SEPTEMBER, [("mùa hè năm 2023", "2023-06-01/2023-08-31")]),
    ("Từ đầu năm 2023 tới nay", SEPTEMBER, [("đầu năm 2023", "2023")]),
    ("Từ đầu năm tới nay", SEPTEMBER, [("đầu năm", "2025")]),
    ("vào cuối năm.", SEPTEMBER, [("cuối năm", "2025")]),
    ("năm ngoái, năm nay, năm sau", SEPTEMBER,
     [("năm ngoái", "2024"), ("năm nay", "2025"), ("năm sau", "2026")]),
    ("đến Moscow vào năm tới.", None, [("năm tới", "XXXX")]),
    ("kể từ đầu 2027, cuối 2024", None, [("đầu 2027", "2027"), ("cuối 2024", "2024")]),
    ("so với 2008. Năm", None, [("2008", "2008")]),
    ("Theo WMO, 2024 là năm nóng nhất", None, [("2024", "2024")]),
    ("chín tháng đầu năm", SEPTEMBER, [("chín tháng đầu năm", "2025-01-01/2025-09-30")]),
    ("9 tháng năm 2023", SEPTEMBER, [("năm 2023", "2023")]),
    ("bà Lan (SN 1987)", None, [("1987", "1987")]),
    ("Tháng Chạp này", SEPTEMBER, [("Tháng Chạp này", None)]),
    ("năm 2023", None, [("năm 2023", "2023")]),
    ("giữa năm 1998", None, [("giữa năm 1998", "1998")]),
    ("năm 938, năm 179 TCN", None, [("năm 938", "0938"), ("năm 179 TCN", "-0178")]),
    ("thập niên 1990", None, [("thập niên 1990", "1990/1999")]),
    ("những năm 90", None, [("những năm 90", "1990/1999")]),
    ("cuối những năm 1980", None, [("cuối những năm 1980", "1980/1989")]),
    ("thế kỷ 20, thế kỷ XIX", None, [("thế kỷ 20", "1901/2000"), ("thế kỷ XIX", "1801/1900")]),
    ("cách đây hai năm", SEPTEMBER, [("cách đây hai năm", "2023")]),
    ("Năm 2021 bùng dịch, tháng 8 cùng năm", SEPTEMBER,
     [("Năm 2021", "2021"), ("tháng 8 cùng năm", "2021-08")]),
]  # fmt: skip

INTERVALS: list[tuple[str, str | None, Said]] = [
    ("quan hệ Nhật-Hàn (1965-2025).", SEPTEMBER, [("1965-2025", "1965/2025")]),
    ("giai đoạn 2021-2025", SEPTEMBER, [("2021-2025", "2021/2025")]),
    ("nhiệm kỳ 2020 – 2025", SEPTEMBER, [("2020 – 2025", "2020/2025")]),
    ("kế hoạch 5 năm 2021-2025", SEPTEMBER, [("2021-2025", "2021/2025")]),
    ("năm học 2023-2024", SEPTEMBER, [("2023-2024", "2023/2024")]),
    ("từ 1910 đến 1945", SEPTEMBER, [("1910", "1910"), ("1945", "1945")]),
    ("ngày 8-12/9", SEPTEMBER, [("ngày 8-12/9", "2025-09-08/2025-09-12")]),
    ("trong hai ngày 8-9/9", SEPTEMBER, [("ngày 8-9/9", "2025-09-08/2025-09-09")]),
    ("từ 28/12 - 3/1", "2026-01-05", [("28/12 - 3/1", "2025-12-28/2026-01-03")]),
    ("từ ngày 8 đến 12/9", SEPTEMBER, [("ngày 8", "2025-09-08"), ("12/9", "2025-09-12")]),
    ("từ ngày 8 đến ngày 12/9/2024", SEPTEMBER,
     [("ngày 8", "2024-09-08"), ("ngày 12/9/2024", "2024-09-12")]),
    ("từ 8 đến 12/9", SEPTEMBER, [("8", "2025-09-08"), ("12/9", "2025-09-12")]),
    ("từ 28/12/2024 đến 3/1/2025", SEPTEMBER,
     [("28/12/2024", "2024-12-28"), ("3/1/2025", "2025-01-03")]),
    ("từ ngày 28/12 đến 3/1/2025", SEPTEMBER,
     [("ngày 28/12", "2024-12-28"), ("3/1/2025", "2025-01-03")]),
    ("các ngày 8, 9 và 10/9", SEPTEMBER,
     [("ngày 8", "2025-09-08"), ("9", "2025-09-09"), ("10/9", "2025-09-10")]),
    ("Đêm 8, rạng sáng 9/9", SEPTEMBER,
     [("Đêm 8", "2025-09-08"), ("rạng sáng 9/9", "2025-09-09")]),
    ("Trong đêm 9 rạng 10/2, trời rét", SEPTEMBER,
     [("đêm 9", "2025-02-09"), ("rạng 10/2", "2025-02-10")]),
    ("bảo trì từ 10 đến 15-6.", SEPTEMBER, [("10", "2025-06-10"), ("15-6", "2025-06-15")]),
    ("dự kiến từ 14/2 đến hết 22/2", SEPTEMBER, [("14/2", "2026-02-14"), ("22/2", "2026-02-22")]),
    ("từ tháng 1/2021 - 8/2022", SEPTEMBER, [("tháng 1/2021 - 8/2022", "2021-01/2022-08")]),
    ("(7/5/1954 - 7/5/2024)", None, [("7/5/1954 - 7/5/2024", "1954-05-07/2024-05-07")]),
    ("từ tháng 3 đến tháng 5/2023", SEPTEMBER,
     [("tháng 3", "2023-03"), ("tháng 5/2023", "2023-05")]),
    ("từ tháng 11 đến tháng 2/2024", SEPTEMBER,
     [("tháng 11", "2023-11"), ("tháng 2/2024", "2024-02")]),
    ("tháng 9-10/2023", SEPTEMBER, [("tháng 9-10/2023", "2023-09/2023-10")]),
    ("các năm 2020, 2021 và 2022", None,
     [("năm 2020", "2020"), ("2021", "2021"), ("2022", "2022")]),
]  # fmt: skip

NO_DATES = [
    "sau 12 năm, kỷ niệm 60 năm, trong 3 tháng, suốt 2 tuần, 5 ngày qua",
    "gần đây, vài tuần sau, mấy năm trước, nhiều năm qua, những tháng tới",
    "một ngày sau khi ông từ chức, hai tuần trước đó, ba tháng tới",
    "thắng 2-1, tỉ số 3-5, cơ chế “2+2”, phục vụ 24/7, sơ đồ 3-5-2",
    "1/3 dân số, 2/3 số phiếu, đến 3/4 diện tích, vòng 1/8",
    "đứng thứ hai thế giới, lần thứ hai, người thứ ba, vị trí thứ 2, ngày thứ hai liên tiếp",
    "Chiến tranh thế giới thứ Hai, thế chiến thứ hai, ngôi thứ ba",
    "năm người chết, năm 2 đại học, sinh viên năm 3, năm thứ 3, trong năm ngày",
    "Thứ trưởng Nguyễn Minh Vũ, nước chủ nhà, ông chủ Nhật Bản, Nhật Bản",
    "giá 2.000 đồng, 2000 người, hơn 1945 ca, đến 2000 tỷ đồng, từ 1900 đến 2000 USD",
    "Nghị quyết 36/2021, số 12/2020/NĐ-CP, Luật số 45/2019/QH14, Quyết định 1719/QĐ-TTg",
    "https://bao.vn/2023/05/08/tin-2023-05-08.html và hotline 1900-2028",
    "lúc 14h30, 14:30, kéo dài 2 giờ, chuyến bay VN2023, phiên bản 2.9.1, số 0912.2023",
    "tăng 8,9%, 8.9%, 50%, 3-4 năm, 2-3 ngày, 5-7 tháng tuổi",
    "mỗi tháng 2 lần, lương tháng 10 triệu đồng, mỗi ngày 3 bữa, ngày 2 lần",
    "ngày tháng năm sinh, ngày đêm, ngày càng, hằng ngày, hàng năm, ngày nay, cuối cùng",
    "lần đầu tiên, giữa hai nước, cuối cùng, đầu tư, sáng kiến, sáng tạo, tối đa, chiều dài",
    "ánh sáng qua cửa sổ, Tổng công ty May 10, cô Mai, ca sĩ Ngày Mai",
    "mỗi thứ Hai và thứ Năm, các sáng thứ Bảy, thứ Hai hằng tuần, ba hôm sau, mỗi rằm",
    "hẻm 18/4, ngõ 15/3, từ 2-3 năm, đến 3-4 triệu, từ 5-7, giữa 2000 người",
    "ngày 31/2, ngày 32/1, ngày 29/2/2023, tháng 13",
]


@pytest.mark.parametrize(
    ("text", "anchor", "dates"),
    DAYS + DAYS_BY_DISTANCE + WEEKDAYS + PERIODS + INTERVALS,
)
def test_dates_are_found_with_their_values(text: str, anchor: str | None, dates: Said) -> None:
    assert said(text, anchor) == dates


@pytest.mark.parametrize("text", [part for line in NO_DATES for part in line.split(", ")])
def test_what_only_looks_like_a_date_is_left_alone(text: str) -> None:
    assert said(text, SEPTEMBER) == []
    assert said(text, None) == []


def test_an_early_or_late_part_keeps_the_grain_and_is_told_apart() -> None:
    mentions = find_dates("đầu năm 2023, giữa tháng 8, cuối tháng này", "vi", SEPTEMBER)
    assert [(m.grain, m.mod) for m in mentions] == [
        ("year", "START"),
        ("month", "MID"),
        ("month", "END"),
    ]


def test_words_that_measure_from_the_day_of_writing_are_marked_relative() -> None:
    mentions = find_dates("hôm qua, tuần trước, năm 2023, ngày 8/9", "vi", SEPTEMBER)
    assert [m.relative for m in mentions] == [True, True, False, False]
