"""A table of rates or amounts over a count."""

from fractions import Fraction

from exact import number, ratio

from incentives.lines import Refused

ZERO = Fraction(0)


class RateTable:
    """Brackets over a count. Below the lowest nothing is earned."""

    def __init__(self, brackets, terms, above=ZERO):
        self.starts = [ratio(one.get("from", 0)) for one in brackets]
        self.end = ratio(brackets[-1]["to"]) if "to" in brackets[-1] else None
        self.rates = [ratio(one.get("rate", one.get("perUnit", 0))) for one in brackets]
        self.amounts = [number(one.get("pays", 0)) for one in brackets]
        self.in_lines = terms.get("curve") == "lines"
        self.corner_is_above = terms.get("boundary", "upper") == "upper"
        self.above = above
        """Of counts to here nothing is paid."""

    def check(self, count):
        if self.end is not None and count > self.end:
            raise Refused("above-brackets")

    def place(self, count):
        """The bracket that a count belongs to."""
        reached = [
            place
            for place, start in enumerate(self.starts)
            if self._reaches(count, max(start, self.above))
        ]
        return reached[-1] if reached else None

    def _reaches(self, count, corner):
        return count > corner or (count == corner and self.corner_is_above)

    def rate(self, count):
        return self._at(self.rates, count)

    def amount(self, count):
        """The amount that is paid for all."""
        return self._at(self.amounts, count)

    def _at(self, values, count):
        place = self.place(count)
        if place is None:
            return ZERO
        return self._along(values, place, count) if self.in_lines else values[place]

    def _along(self, values, place, count):
        """In a straight line from corner to corner; after the last it stays."""
        if place == len(values) - 1:
            return values[place]
        start, end = self.starts[place], self.starts[place + 1]
        return values[place] + (values[place + 1] - values[place]) * (count - start) / (end - start)

    def slices(self, low, high):
        """What lies between two counts in each bracket: how wide it is, and what it earns by rate and by amount."""
        low = max(low, self.above)
        ends = [*self.starts[1:], self.end]
        for place, (start, end) in enumerate(zip(self.starts, ends)):
            left, right = max(low, start), high if end is None else min(high, end)
            if right <= left:
                continue
            width = right - left
            yield place, width, width * self._mean(place, left, right), self._share(place, width, start, end)

    def _mean(self, place, left, right):
        if not self.in_lines:
            return self.rates[place]
        return (self._along(self.rates, place, left) + self._along(self.rates, place, right)) / 2

    def _share(self, place, width, start, end):
        """An amount is paid in proportion to how much of its bracket is passed."""
        return self.amounts[place] * width / (end - start) if self.amounts[place] else ZERO
