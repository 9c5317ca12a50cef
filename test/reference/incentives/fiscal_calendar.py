"""Fiscal periods, laid out day by day: months from their first days, or weeks counted from the ends of years."""

from datetime import date, timedelta

from incentives.lines import Refused, refuse
from incentives.proration import WEEK
from periods import read_period

UNITS = {"month": "M", "quarter": "Q", "half-year": "H", "year": ""}
NAMES = {letter: name for name, letter in UNITS.items()}
FIRST, LAST = date(1000, 1, 1), date(8999, 12, 31)
DAY = timedelta(days=1)


class FiscalCalendar:
    use = "fiscalCalendar"

    def __init__(self, config):
        self.month, self.day = config.get("startMonth", 1), config.get("startDay", 1)
        self.weeks = config.get("weeks")
        self.early = config.get("named", "end") == "end" and self.month > 1

    def result(self, given):
        written, day, unit = given.get("period"), given.get("date"), given.get("unit")
        if (written is None) == (day is None) or (written is not None and unit is not None):
            raise Refused("one-of")
        period = read_period(written) if written else self._found(date.fromisoformat(day), UNITS[unit or "month"])
        refuse([] if period and self._is_whole(period) else ["period-invalid"])
        return {
            "kind": "fiscal-period",
            "unit": NAMES[period.unit],
            **self._said(period),
            "months": [self._said(one) for one in self._months(period)],
        }

    def _months(self, period):
        return [read_period(f"{period.first_day.year}-{period.first_day.month:02d}").later(one) for one in range(period.months)]

    def _said(self, period):
        first, after = self._span(period)
        days = (after - first).days
        said = {"period": str(period), "from": first.isoformat(), "to": (after - DAY).isoformat(), "days": days}
        return {**said, "weeks": days // 7} if self.weeks else said

    def _is_whole(self, period):
        first, after = self._span(period)
        return FIRST <= first and after - DAY <= LAST

    def _span(self, period):
        """The first day of a period, and the first day after it."""
        starts = self._starts(period.first_day.year)
        begin = period.first_day.month - 1
        return starts[begin], starts[begin + period.months]

    def _starts(self, year):
        """The first days of the twelve months of a fiscal year, and that of the next year."""
        if self.weeks is None:
            ordinal = (year - 1 if self.early else year) * 12 + self.month - 1
            return [date((ordinal + one) // 12, (ordinal + one) % 12 + 1, self.day) for one in range(13)]
        begin, end = self._year_end(year - 1) + DAY, self._year_end(year)
        lengths = [int(one) for one in self.weeks["pattern"].split("-")] * 4
        lengths[self.weeks.get("extraWeek", 12) - 1] += (end - begin).days // 7 - 51
        return [begin + timedelta(weeks=sum(lengths[:one])) for one in range(13)]

    def _year_end(self, year):
        """The last day of a fiscal year of weeks: the weekday in the last week of its month, or the one at most three days from the month's last day."""
        later = year if self.early else year + 1
        month_end = date(later, self.month, 1) - DAY
        around = range(-6, 1) if self.weeks["yearEnds"] == "last" else range(-3, 4)
        days = [month_end + timedelta(days=one) for one in around]
        return next(day for day in days if WEEK[day.weekday()] == self.weeks["endsOn"])

    def _found(self, day, unit):
        for year in range(day.year + 1, day.year - 3, -1):
            starts = self._starts(year)
            if starts[0] <= day < starts[12]:
                month = max(one for one in range(12) if starts[one] <= day)
                if not 1000 <= year <= 8999:
                    return None
                found = read_period(f"{year}-{month + 1:02d}")
                size = {"M": 1, "Q": 3, "H": 6, "": 12}[unit]
                return type(found)(unit, found.ordinal // size)
        return None
