"""How Vietnamese says dates: ``sáng 8/9``, ``đầu tháng 8``, ``thứ Hai tuần trước``, ``năm tới``."""

from reader.entities.dates.vietnamese import days, periods

RULES = days.RULES + periods.RULES
