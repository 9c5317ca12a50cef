"""Periods of the calendar: years, half-years, quarters and months."""

from calendar import monthrange
from datetime import date, timedelta
from typing import NamedTuple

_MONTHS = {"": 12, "H": 6, "Q": 3, "M": 1}


class Period(NamedTuple):
    unit: str
    ordinal: int
    """How many periods of the unit have passed since the year 0."""

    @property
    def months(self) -> int:
        return _MONTHS[self.unit]

    @property
    def first_day(self) -> date:
        year, month = divmod(self.ordinal * self.months, 12)
        return date(year, month + 1, 1)

    @property
    def day_after(self) -> date:
        return self.later(1).first_day

    @property
    def last_day(self) -> date:
        return self.day_after - timedelta(days=1)

    def later(self, count: int) -> "Period":
        return Period(self.unit, self.ordinal + count)

    def __str__(self) -> str:
        in_year = 12 // self.months
        year, position = divmod(self.ordinal, in_year)
        written = {"": "", "H": f"-H{position + 1}", "Q": f"-Q{position + 1}", "M": f"-{position + 1:02d}"}
        return f"{year}{written[self.unit]}"


def read_period(written: str) -> Period:
    year, _, part = written.partition("-")
    if not part:
        return Period("", int(year))
    unit = part[0] if part[0] in "HQ" else "M"
    return Period(unit, int(year) * (12 // _MONTHS[unit]) + int(part.lstrip("HQ")) - 1)


def whole_months(since: date, until: date) -> int:
    """A month is over on the same day of the month, or on the last day of a month that has no such day."""
    count = max(0, (until.year - since.year) * 12 + until.month - since.month - 1)
    while months_after(since, count + 1) <= until:
        count += 1
    return count


def months_after(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))
