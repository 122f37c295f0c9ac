"""How English says dates: ``May 8, 2023``, ``last Monday``, ``the late 1990s``, ``early 2023``."""

from reader.entities.dates.english import days, periods

RULES = days.RULES + periods.RULES
