"""From tier, scores and amounts to the lines of a statement."""

from fractions import Fraction

from exact import number, ratio, rounded, settle_remainders, shown, text, units
from grading import along

_MINOR_UNITS = {"JPY": 0, "KRW": 0, "CLP": 0, "KWD": 3, "BHD": 3, "TND": 3, "CNY": 2, "USD": 2, "EUR": 2}


_CATEGORIES = {"basePay": "base-pay", "performanceBonus": "bonus", "commission": "commission"}


class Incentive:
    """What every incentive has: an id, a currency and a mode of rounding."""

    def __init__(self, config, currency):
        self.config = config
        self.id = config.get("id", config["use"])
        self.currency = currency
        self.decimals = _MINOR_UNITS[currency]
        self.mode = config.get("rounding", "half-up")

    def money(self, amount):
        return rounded(amount, self.decimals, self.mode)

    def rounded_notes(self, amount):
        if self.money(amount) == amount:
            return []
        return [{"kind": "rounded", "values": {"exact": shown(amount), "mode": self.mode}}]

    def line(self, basis, rate, amount, line_id=None, **more):
        line = {
            "id": line_id or self.id,
            "use": self.config["use"],
            "category": self.config.get("category", _CATEGORIES[self.config["use"]]),
            "currency": self.currency,
            "basis": text(basis),
            "rate": rate,
            "amount": amount,
        }
        return {**line, **{name: value for name, value in more.items() if value is not None}}


class BasePay(Incentive):
    def lines(self, review):
        rows = {
            number(row.get("fromYears", 0)): number(row["amount"])
            for row in self.config["table"]
            if row["tier"] == review.tier
        }
        amount = rows[max(years for years in rows if years <= review.experience)]
        times = Fraction(review.period.months, 12 if self.config.get("per") == "year" else 1)
        notes = self.rounded_notes(amount * times)
        if times.denominator != 1:
            said = {"months": str(review.period.months), "ofMonths": "12"}
            notes = [{"kind": "pay-period", "values": said}, *notes]
        period = str(review.period)
        return [self.line(amount, text(times), self.money(amount * times), notes=notes or None, period=period)]


class PerformanceBonus(Incentive):
    def lines(self, review):
        target = next(number(row["amount"]) for row in self.config["target"] if row["tier"] == review.tier)
        score = review.scores[self.config["axis"]]
        payout = self._payout(score)
        notes = self._notes(score, payout) + self.rounded_notes(target * payout)
        amount = self.money(target * payout)
        return [self.line(target, shown(payout), amount, notes=notes, rateAs="percent")]

    def _notes(self, score, payout):
        """What the curve pays for the score; below its first point nothing is paid, and the line says so."""
        first = min(number(point["score"]) for point in self.config["payout"])
        if score >= first:
            return [{"kind": "payout-score", "values": {"score": text(score), "payout": shown(payout)}}]
        return [{"kind": "payout-threshold", "values": {"score": text(score), "threshold": text(first)}}]

    def _payout(self, score):
        points = {number(point["score"]): ratio(point["pays"]) for point in self.config["payout"]}
        if score < min(points):
            return Fraction(0)
        if self.config.get("curve") == "steps":
            return points[max(reached for reached in points if reached <= score)]
        return along(points, score)


class Commission(Incentive):
    def __init__(self, config, currency):
        super().__init__(config, currency)
        self.whole = config.get("method") == "whole"
        self.corner_is_above = config.get("boundary", "upper") == "upper"
        self.per = config.get("per", "period")
        self.brackets = []
        written = config["brackets"]
        for bracket, following in zip(written, [*written[1:], None]):
            start = number(bracket.get("from", 0))
            end = following["from"] if following else bracket.get("to")
            end = None if end is None else number(end)
            rate = number(bracket["pays"]) / (end - start) if "pays" in bracket else ratio(bracket["rate"])
            self.brackets.append((start, end, rate))

    def lines(self, review):
        indicator = self.config["on"]
        before = review.to_date.get(indicator, Fraction(0)) if self.per == "to-date" else Fraction(0)
        return self.pay([(indicator, review.amounts[indicator])], before)

    def pay(self, credits, before):
        """One line for the running total, or one for each credit that stands alone."""
        if self.per == "credit":
            return [self._line(Fraction(0), amount, f"{self.id}.{key}") for key, amount in credits]
        return [self._line(before, sum(amount for _, amount in credits), self.id)]

    def _line(self, before, credited, line_id):
        after = before + credited
        earned = self._earns(after) - self._earns(before)
        amount = self.money(self._earns(after)) - self.money(self._earns(before))
        rate = earned / credited if credited else Fraction(0)
        parts = self._totals(before, after) if self.whole else self._slices(before, after, amount)
        notes = self._notes(before, after) + ([] if self.whole else self._parts_notes(before, after, parts))
        return self.line(credited, shown(rate), amount, line_id, parts=parts, notes=notes or None, rateAs="percent")

    def _notes(self, before, after):
        """What all to date earns, and what was paid of it; and how the money was rounded."""
        if self.per != "to-date" or not before:
            return self.rounded_notes(self._earns(after))
        earned, paid = (text(self.money(self._earns(total))) for total in (after, before))
        return [
            {"kind": "commission-to-date", "values": {"earned": earned, "paid": paid}},
            *self._whole_notes("rounded-to-date", self._earns(after)),
            *self._whole_notes("rounded-before", self._earns(before)),
        ]

    def _whole_notes(self, kind, exact):
        made = self.money(exact)
        if made == exact:
            return []
        return [{"kind": kind, "values": {"exact": shown(exact), "rounded": text(made), "mode": self.mode}}]

    def _parts_notes(self, before, after, parts):
        """That slices sum to their line, where one of several is not what it would be alone."""
        now, earlier = self._in_brackets(after), self._in_brackets(before)
        new = [(basis - less) * rate for (basis, rate), (less, _) in zip(now, earlier) if basis != less]
        moved = [text(self.money(one)) for one in new] != [part["amount"] for part in parts]
        return [{"kind": "parts-rounded-to-sum", "values": {}}] if len(parts) > 1 and moved else []

    def _rate(self, total):
        """The rate of the bracket that a total reaches; what comes back reaches what the same sale does."""
        total = abs(total)
        rates = [
            rate
            for start, _, rate in self.brackets
            if total and (total > start or (total == start and self.corner_is_above))
        ]
        return rates[-1] if rates else Fraction(0)

    def _earns(self, total):
        if self.whole:
            return total * self._rate(total)
        return sum((amount * rate for amount, rate in self._in_brackets(total)), Fraction(0))

    def _in_brackets(self, total):
        """How much of a total lies in each bracket, with its sign."""
        sign = -1 if total < 0 else 1
        for start, end, rate in self.brackets:
            reached = abs(total) if end is None else min(abs(total), end)
            yield sign * max(Fraction(0), reached - start), rate

    def _totals(self, before, after):
        """What the new total earns, and what had been earned before."""
        return [
            {
                "basis": text(sign * total),
                "rate": text(self._rate(total)),
                "amount": text(sign * self.money(self._earns(total))),
            }
            for sign, total in ((1, after), (-1, before))
            if sign == 1 or total != 0
        ]

    def _slices(self, before, after, amount):
        sign = -1 if amount < 0 else 1
        now, earlier = self._in_brackets(after), self._in_brackets(before)
        slices = [
            (sign * (basis - less), rate) for (basis, rate), (less, _) in zip(now, earlier) if basis != less
        ]
        earned = {place: basis * rate * 10**self.decimals for place, (basis, rate) in enumerate(slices)}
        parts = settle_remainders(sign * units(amount, self.decimals), earned)
        return [
            {
                "basis": text(sign * basis),
                "rate": text(rate),
                "amount": text(Fraction(sign * parts[place], 10**self.decimals)),
            }
            for place, (basis, rate) in enumerate(slices)
        ]


_CALCULATORS = {"basePay": BasePay, "performanceBonus": PerformanceBonus, "commission": Commission}


def read_incentives(policy):
    return [_CALCULATORS[one["use"]](one, policy["currency"]) for one in policy.get("incentives", [])]


def statement(lines):
    """The lines, with their amounts written out, and the exact sum."""
    return {
        "lines": [{**line, "amount": text(line["amount"])} for line in lines],
        "total": text(sum((line["amount"] for line in lines), Fraction(0))),
    }
