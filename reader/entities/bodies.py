"""Ministries, forces and governments: one id for a body and its country, in either language.

Bộ Ngoại giao Nhật Bản · Japanese Foreign Ministry · Ministry of Foreign Affairs of Japan
-> org:ministry-of-foreign-affairs-japan, "Ministry of Foreign Affairs (Japan)"
"""

import re
from collections.abc import Container
from functools import cache

from reader.entities.gazetteer import gazetteer
from reader.entities.tokens import words

_MINISTRIES = {
    "Foreign Affairs": "Ngoại giao|Foreign Affairs|Foreign|Foreign and Commonwealth",
    "Defense": "Quốc phòng|Defense|Defence|National Defense|National Defence",
    "Finance": "Tài chính|Finance",
    "the Interior": "Nội vụ|Interior|Internal Affairs|Home Affairs|the Interior",
    "Justice": "Tư pháp|Justice",
    "Health": "Y tế|Health|Public Health",
    "Education": "Giáo dục|Education",
    "Education and Training": "Giáo dục và Đào tạo|GD-ĐT|GD&ĐT|Education and Training",
    "Planning and Investment": "Kế hoạch và Đầu tư|KH&ĐT|Planning and Investment",
    "Industry and Trade": "Công Thương|Công thương|Industry and Trade",
    "Commerce": "Thương mại|Commerce|Trade",
    "Agriculture": "Nông nghiệp|Agriculture",
    "Agriculture and Rural Development":
        "Nông nghiệp và Phát triển nông thôn|Nông nghiệp và Phát triển Nông thôn|NN&PTNT|NN-PTNT"
        "|Agriculture and Rural Development",
    "Agriculture and Environment": "Nông nghiệp và Môi trường|Agriculture and Environment",
    "Natural Resources and Environment":
        "Tài nguyên và Môi trường|TN&MT|TN-MT|Natural Resources and Environment",
    "Transport": "Giao thông vận tải|Giao thông Vận tải|GTVT|Giao thông|Transport|Transportation",
    "Construction": "Xây dựng|Construction",
    "Information and Communications": "Thông tin và Truyền thông|TT&TT|TT-TT"
        "|Information and Communications",
    "Science and Technology": "Khoa học và Công nghệ|KH&CN|KH-CN|Science and Technology",
    "Culture, Sports and Tourism": "Văn hóa, Thể thao và Du lịch|Văn hóa Thể thao và Du lịch"
        "|VH-TT&DL|VHTT&DL|VHTTDL|Culture, Sports and Tourism",
    "Labour": "Lao động|Labor|Labour",
    "Labour, War Invalids and Social Affairs": "Lao động - Thương binh và Xã hội|LĐ-TB&XH|LĐTB&XH"
        "|Lao động, Thương binh và Xã hội|Labour, Invalids and Social Affairs",
    "Public Security": "Công an|Public Security",
    "Home Affairs": "Home Affairs",
    "Energy": "Năng lượng|Energy",
    "Environment": "Môi trường|Environment",
    "Economy": "Kinh tế|Economy",
    "Economy, Trade and Industry":
        "Kinh tế, Thương mại và Công nghiệp|Economy, Trade and Industry",
    "Unification": "Thống nhất|Unification",
    "State Security": "An ninh Quốc gia|An ninh quốc gia|State Security",
    "Homeland Security": "An ninh Nội địa|An ninh nội địa|Homeland Security",
    "Culture": "Văn hóa|Culture",
    "Tourism": "Du lịch|Tourism",
}  # fmt: skip

_FORCES = {
    "Armed Forces": "Lực lượng vũ trang|Lực lượng Vũ trang|Armed Forces",
    "Army": "Lục quân|Army", "Navy": "Hải quân|Navy", "Air Force": "Không quân|Air Force",
    "Coast Guard": "Cảnh sát biển|Cảnh sát Biển|Lực lượng Cảnh sát biển|Tuần duyên"
        "|Lực lượng Tuần duyên|Lực lượng Bảo vệ bờ biển|Coast Guard",
    "Parliament": "Quốc hội|Nghị viện|Parliament|National Assembly",
    "Upper House": "Thượng viện|Senate|Upper House", "Lower House": "Hạ viện|Lower House",
    "Embassy": "Đại sứ quán|Embassy",
    "Central Bank": "Ngân hàng Trung ương|Ngân hàng trung ương|Central Bank",
    "Supreme Court": "Tòa án Tối cao|Tòa án tối cao|Tòa Tối cao|Supreme Court",
    "Communist Party": "Đảng Cộng sản|Communist Party",
    "Government": "Chính phủ|Government",
    "Joint Chiefs of Staff": "Hội đồng Tham mưu trưởng Liên quân|Hội đồng Tham mưu trưởng liên quân"
        "|Joint Chiefs of Staff",
    "Cabinet": "Nội các|Cabinet", "Police": "Cảnh sát|Police", "Military": "Quân đội|Military",
}  # fmt: skip


_MINISTRY_FORMS = ("Bộ {}", "{} Ministry", "Ministry of {}", "Ministry for {}", "{} Department",
                   "Department of {}")  # fmt: skip


@cache
def _by_name() -> dict[str, tuple[str, str]]:
    """Return, for each way to write a body without its country, its id and label."""
    table: dict[str, tuple[str, str]] = {}
    for field, names in _MINISTRIES.items():
        label = f"Ministry of {field}"
        key = re.sub(r"[^a-z]+", "-", label.lower().replace(" the ", " "))
        for name in names.split("|"):
            for form in _MINISTRY_FORMS:
                table.setdefault(form.format(name), (key, label))
    for label, names in _FORCES.items():
        key = label.lower().replace(" ", "-")
        for name in names.split("|"):
            table[name] = (key, label)
            table[f"Lực lượng {name}"] = (key, label)
    return table


_ALSO = {
    ("ministry-of-foreign-affairs", "country:US"): "org:us-department-of-state",
    ("ministry-of-defense", "country:US"): "org:us-department-of-defense",
    ("ministry-of-justice", "country:US"): "org:us-department-of-justice",
    ("ministry-of-finance", "country:US"): "org:us-department-of-the-treasury",
    ("ministry-of-homeland-security", "country:US"): "org:us-department-of-homeland-security",
    ("parliament", "country:US"): "org:us-congress",
    ("upper-house", "country:US"): "org:us-senate",
    ("lower-house", "country:US"): "org:us-house",
    ("army", "country:US"): "org:us-army",
    ("navy", "country:US"): "org:us-navy",
    ("air-force", "country:US"): "org:us-air-force",
    ("supreme-court", "country:US"): "org:us-supreme-court",
    ("air-force", "country:KR"): "org:republic-of-korea-air-force",
    ("upper-house", "country:JP"): "org:house-of-councillors-japan",
    ("lower-house", "country:JP"): "org:house-of-representatives-japan",
    ("upper-house", "country:GB"): "org:house-of-lords-uk",
    ("lower-house", "country:GB"): "org:house-of-commons-uk",
    ("parliament", "country:VN"): "org:national-assembly-vietnam",
    ("joint-chiefs-of-staff", "country:KR"): "org:joint-chiefs-of-staff-korea",
    ("central-bank", "country:VN"): "org:state-bank-of-vietnam",
    ("central-bank", "country:JP"): "org:bank-of-japan",
    ("central-bank", "country:CN"): "org:peoples-bank-of-china",
    ("central-bank", "country:GB"): "org:bank-of-england",
    ("communist-party", "country:CN"): "org:communist-party-of-china",
    ("communist-party", "country:VN"): "org:communist-party-of-vietnam",
}
"""Bodies that the gazetteer has under a name of their own."""


_OWN = {
    "org:democratic-party-us": "country:US", "org:republican-party": "country:US",
    "org:us-congress": "country:US", "org:us-senate": "country:US", "org:us-house": "country:US",
    "org:us-department-of-state": "country:US", "org:us-department-of-defense": "country:US",
    "org:us-department-of-justice": "country:US", "org:us-department-of-the-treasury": "country:US",
    "org:labour-party-uk": "country:GB", "org:conservative-party-uk": "country:GB",
    "org:ldp-japan": "country:JP", "org:japan-self-defense-forces": "country:JP",
    "org:politburo-vietnam": "country:VN", "org:secretariat-vietnam": "country:VN",
    "org:central-committee-vietnam": "country:VN", "org:house-of-commons-uk": "country:GB",
    "org:supreme-peoples-court-vietnam": "country:VN", "org:state-bank-of-vietnam": "country:VN",
}  # fmt: skip
"""Bodies called by a name that other countries' have too, and their country."""


def is_elsewhere(entity: str, countries: Container[str]) -> bool:
    """Tell whether a text that names ``countries`` can't mean a body by its common name."""
    own = _OWN.get(entity)
    return own is not None and own not in countries


def known(key: str, country: str) -> str | None:
    """Return the gazetteer's id of a body named by its field and country, if it has one."""
    return _ALSO.get((key, country))


def identify(name: str) -> tuple[str, str, str] | None:
    """Return (key, label, country id or "") of a body named by what it does, or None."""
    tokens = words(name.replace("the ", ""))
    for first, behind, country in _countries(tokens):
        rest = " ".join(tokens[:first] + tokens[behind:])
        rest = re.sub(r"^'s |^’s | of$| (?=[,])|(?<=[&]) | (?=&)", "", rest)
        found = _by_name().get(rest) or _by_name().get(rest.replace(" - ", "-"))
        if found:
            return (*found, country)
    found = _by_name().get(" ".join(tokens).replace(" ,", ",").replace(" & ", "&"))
    return (*found, "") if found else None


def _countries(tokens: list[str]) -> list[tuple[int, int, str]]:
    names, found = gazetteer(), []
    for index in range(len(tokens)):
        for lang in ("vi", "en"):
            match = names.at(tokens, index, lang)
            if match and match.known.kind == "C":
                found.append((index, index + match.length, match.known.entity))
                break
    return found
