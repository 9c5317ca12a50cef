"""The part of a period that is paid, counted day by day."""

from calendar import monthrange
from datetime import date, timedelta
from fractions import Fraction

from exact import number
from incentives.lines import Refused

WEEK = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
ZERO, ONE = Fraction(0), Fraction(1)


def days(first, last):
    return [first + timedelta(days=count) for count in range((last - first).days + 1)]


def read_day(written):
    return date.fromisoformat(written)


class Proration:
    """A rule of proration. Every rule says how much each day counts; some then look at the whole."""

    def __init__(self, rule=None):
        self.rule = rule or {"by": "calendar-days"}
        self.by = self.rule["by"]
        self.week = self.rule.get("week", WEEK[:5])
        self.holidays = {read_day(day) for day in self.rule.get("holidays", [])}
        self.workdays = {read_day(day) for day in self.rule.get("workdays", [])}

    def weight(self, day):
        length = monthrange(day.year, day.month)[1]
        if self.by == "days-of-30":
            return 31 - day.day if day.day == length and length < 31 else int(day.day < 31)
        if self.by == "months":
            return Fraction(1, length)
        if self.by in ("working-days", "fixed-days"):
            worked = WEEK[day.weekday()] in self.week and day not in self.holidays
            return int(worked or day in self.workdays)
        return 1

    def count(self, span):
        return sum((self.weight(day) for day in span), ZERO)

    def paid_for(self, whole):
        """How many days or months a whole is paid for, and what they are."""
        months = len({(day.year, day.month) for day in whole})
        if self.by == "fixed-days":
            return self._a_month() * months, "working-days"
        if self.by == "months" and "fromDays" in self.rule:
            return Fraction(months), "months"
        named = {"working-days": "working-days", "days-of-30": "days-of-30", "months": "months"}
        return self.count(whole), named.get(self.by, "days")

    def _a_month(self):
        return number(self.rule["days"]) / (12 if self.rule.get("of") == "year" else 1)

    def parts(self, whole, groups):
        """The part of the whole of each group of days; a group says of each of its days which part of the pay goes on."""
        every = self.count(whole)
        if every == 0:
            raise Refused("no-working-days")
        counted = [sum((pays * self.weight(day) for day, pays in group.items()), ZERO) for group in groups]
        worked = sum(counted, ZERO)
        if worked == 0:
            return counted
        present = [day for group in groups for day in group]
        share, over = self._share(whole, present, every, worked)
        return [share * one / over for one in counted]

    def _share(self, whole, present, every, worked):
        """What all days together are of the whole, and what of them it is shared by."""
        if self.by == "none":
            return ONE, self.count(present)
        if self.by == "months" and "fromDays" in self.rule:
            return self._whole_months(whole, present), self.count(present)
        if self.by == "fixed-days":
            return self._fixed(whole, every, worked), worked
        return worked / every, worked

    def _whole_months(self, whole, present):
        months = {}
        for day in whole:
            months.setdefault((day.year, day.month), set()).add(day)
        there = set(present)
        least = int(self.rule["fromDays"])
        enough = [own for own in months.values() if len(own & there) >= min(least, len(own))]
        return Fraction(len(enough), len(months))

    def _fixed(self, whole, every, worked):
        absent = every - worked
        if absent == 0:
            return ONE
        months = len({(day.year, day.month) for day in whole})
        paid_for = self._a_month() * months
        counts = self.rule.get("counts", "worked")
        by_worked = counts == "worked" or (counts == "fewer" and worked <= absent)
        return min(ONE, max(ZERO, worked / paid_for if by_worked else 1 - absent / paid_for))
