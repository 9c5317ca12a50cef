"""Commission by rate tables: credits in, lines of pay out."""

from fractions import Fraction
from typing import NamedTuple

from exact import number, ratio, shown, text

from incentives.credits import ZERO, count_of, place_credits, read_credit, stated, sums
from incentives.lines import Payer, note, over
from incentives.rate_table import RateTable


class Part(NamedTuple):
    of: str | None
    place: tuple
    """Its table and its bracket."""
    basis: Fraction
    exact: Fraction

    def less(self, other):
        return self._replace(basis=self.basis - other.basis, exact=self.exact - other.exact)

    def negative(self):
        return self._replace(basis=-self.basis, exact=-self.exact)


class Stage(NamedTuple):
    """A commission before rounding, on its way through threshold, cap and floor."""

    parts: list
    earned: Fraction
    capped: Fraction
    floored: Fraction
    refused: bool
    """Whether a threshold keeps all of it back."""


class Commission(Payer):
    use, category = "commission", "commission"

    def __init__(self, config):
        super().__init__(config)
        self.per = config.get("per", "period")
        self.counts = config.get("counts", "amount")
        self.counted = self._quantity(self.counts)
        self.paid_on = config.get("paidOn", self.counted)
        self.method = config.get("method", "marginal")
        written = config.get("tables", [config])
        self.names = [table["id"] for table in config.get("tables", [])] or [None]
        self.threshold = config.get("threshold")
        self.only_above = self.threshold is not None and self.threshold.get("pays") == "above"
        above = ratio(self.threshold["from"]) if self.only_above else ZERO
        self.tables = [RateTable(table["brackets"], config, above) for table in written]
        self.shared = len(written) > 1 and config.get("totals") == "shared"
        amounts = all("pays" in one for table in written for one in table["brackets"])
        own = self.paid_on == self.counted or amounts
        self.by_count = (
            self.method != "each" and not self.shared and self.counts != "margin-percent" and own
        )
        """Whether the count alone says what is earned."""
        shares = self.paid_on != "units" and not (self.by_count and self.counted == "units")
        self.rate_as = "percent" if shares else None

    def _quantity(self, counts):
        if counts == "attainment":
            return self.config.get("quotaIn", "amount")
        return "amount" if counts == "margin-percent" else counts

    def result(self, given):
        quota = number(given["quota"]) if "quota" in given else Fraction(1)
        now = [read_credit(one, self.per) for one in given["credits"]]
        if self.per != "to-date":
            return self.paid(self._lines(now, quota))
        before = [read_credit(one, self.per) for one in given.get("earlier", [])]
        if number(given.get("toDate", 0)):
            before = [stated(number(given["toDate"]), self.counted), *before]
        stated_as_paid = number(given["paid"]) if "paid" in given else None
        if stated_as_paid is not None:
            self.exact_units(stated_as_paid)
        return self.paid([self._to_date(now, before, quota, stated_as_paid)])

    # What stands in one line

    def _lines(self, now, quota):
        placed, limited = place_credits(self.config, now)
        every = sums(placed)
        alone = self.per in ("credit", "order")
        limits = self.config.get("perDeal", {}) if alone else self.config
        lines = []
        for line_id, credits in self._groups(placed):
            stage = self._stage(credits, every, quota, limits, "deal" if alone else "all")
            basis = sums(credits)[self.paid_on]
            units = self.units(stage.floored)
            deals = {credit.deal for credit in credits}
            notes = [
                *self._deal_notes(limited, deals),
                *self._count_notes(credits, quota),
                *self._threshold_notes(stage, every, quota),
                *self._limit_notes(stage, limits, "-deal" if alone else ""),
            ]
            parts = self._rounded(stage.parts, units)
            notes += self.rounded_notes(stage.floored) + self._parts_notes(stage.parts, parts)
            lines.append(self._line(line_id, basis, stage.floored, units, parts, notes))
        return lines + (self._on_the_sum(lines) if alone else [])

    def _groups(self, credits):
        if self.per == "period":
            return [(self.id, credits)]
        groups = {}
        for credit in credits:
            key = credit.id if self.per == "credit" else credit.deal.removeprefix("order ")
            groups.setdefault(key, []).append(credit)
        return [(f"{self.id}.{key}", own) for key, own in groups.items()]

    def _on_the_sum(self, lines):
        """The line of cap and floor on the sum of lines that each stand alone."""
        earned = sum((number(line["amount"]) for line in lines), ZERO)
        stage = self._limited([], earned, False, self.config, "all")
        units = self.units(stage.floored) - self.units(earned)
        if not units:
            return []
        basis = sum((one.basis for one in stage.parts), ZERO)
        exact = stage.floored - earned
        parts = self._rounded(stage.parts, units)
        notes = [
            *self._limit_notes(stage, self.config, ""),
            *self.whole_notes("rounded-together", stage.floored),
            *self._parts_notes(stage.parts, parts),
        ]
        return [self._line(f"{self.id}.limits", basis, exact, units, parts, notes)]

    def _to_date(self, now, before, quota, paid):
        """What all to date earns, rounded, less what the earlier earned, rounded, or less what was paid."""
        placed, limited = place_credits(self.config, before + now)
        earlier, _ = place_credits(self.config, before)
        every = sums(placed)
        stage = self._stage(placed, every, quota, self.config, "all")
        past = self._stage(earlier, sums(earlier), quota, self.config, "all")
        units, less = self.units(stage.floored), self.units(past.floored) if before else 0
        exact_less = past.floored if before else ZERO
        if paid is not None:
            less, exact_less = self.exact_units(paid), paid
        basis = every[self.paid_on] - sums(earlier)[self.paid_on]
        if paid is not None:
            parts = self._rounded(stage.parts, units)
            moved = self._parts_notes(stage.parts, parts)
            if paid:
                parts.append({"of": "paid", "basis": text(-paid), "rate": "1", "amount": text(-paid)})
        elif self.method == "whole":
            back = [one.negative() for one in past.parts] if before else []
            ahead, behind = self._rounded(stage.parts, units), self._rounded(back, -less)
            parts = ahead + behind
            moved = self._parts_notes(stage.parts, ahead) or self._parts_notes(back, behind, taken=True)
        else:
            new = _difference(stage.parts, past.parts if before else [])
            parts = self._rounded(new, units - less)
            moved = self._parts_notes(new, parts)
        notes = [
            *self._deal_notes(limited, {credit.deal for credit in now}),
            *self._count_notes(placed, quota),
            *self._threshold_notes(stage, every, quota),
            *self._limit_notes(stage, self.config, ""),
        ]
        if before or paid is not None:
            notes.append(note("commission-to-date", earned=self.of_units(units), paid=self.of_units(less)))
            notes += self.whole_notes("rounded-to-date", stage.floored)
            notes += self.whole_notes("rounded-before", past.floored) if paid is None else []
        else:
            notes += self.rounded_notes(stage.floored)
        return self._line(self.id, basis, stage.floored - exact_less, units - less, parts, notes + moved)

    def _line(self, line_id, basis, exact, units, parts, notes):
        return self.line(basis, over(exact, basis), self.of_units(units), line_id, parts, notes, rateAs=self.rate_as)

    def _parts_notes(self, exact, parts, taken=False):
        return self.parts_notes([part.exact for part in exact], parts, taken)

    def _rounded(self, parts, units):
        amounts = self.share(units, [part.exact for part in parts])
        return [
            {
                **({} if part.of is None else {"of": part.of}),
                "basis": text(part.basis),
                "rate": text(over(part.exact, part.basis)),
                "amount": text(amount),
            }
            for part, amount in zip(parts, amounts)
        ]

    # What is earned

    def _stage(self, credits, every, quota, limits, of):
        parts = [part for place in self._used(credits) for part in self._earned(place, credits, quota)]
        refused = self.threshold is not None and not self.only_above and not self._reaches(every, quota)
        earned = ZERO if refused else sum((part.exact for part in parts), ZERO)
        return self._limited([] if refused else parts, earned, refused, limits, of)

    def _limited(self, parts, earned, refused, limits, of):
        sign = -1 if earned < 0 else 1
        capped, parts = earned, list(parts)
        if "cap" in limits:
            above, share = number(limits["cap"]["above"]), ratio(limits["cap"].get("share", 0))
            excess = abs(earned) - above
            if excess > 0:
                capped = sign * (above + share * excess)
                if capped != earned:
                    parts.append(Part("cap", (10**9, 0), -sign * excess, capped - earned))
        floored = capped
        if "floor" in limits:
            floor = number(limits["floor"])
            if of == "all":
                floored = max(capped, floor)
            elif capped:
                floored = (-1 if capped < 0 else 1) * max(abs(capped), floor)
            if floored != capped:
                parts.append(Part("floor", (10**9, 1), floored - capped, floored - capped))
        return Stage(parts, earned, capped, floored, refused)

    def _reaches(self, every, quota):
        counts = self.threshold.get("counts", self.counts)
        count = count_of(counts, self._quantity(counts), every, quota)
        return (count if counts == "margin-percent" else abs(count)) >= ratio(self.threshold["from"])

    def _used(self, credits):
        """The tables that have credits; the only one counts nothing where there are none."""
        if len(self.tables) == 1:
            return [0]
        return sorted({credit.table for credit in credits})

    def _turned(self, credits):
        """Where more comes back than is sold, the same as if it had been sold, and the sign to turn it back with."""
        total = sums(credits)
        back = total[self.counted] < 0 and (self.by_count or total[self.paid_on] <= 0)
        return (-1, [credit.times(-1) for credit in credits]) if back else (1, credits)

    def _earned(self, place, credits, quota):
        """The parts of one table."""
        table, name = self.tables[place], self.names[place]
        counted = credits if self.shared else [credit for credit in credits if credit.table == place]
        sign, counted = self._turned(counted)
        own = [credit for credit in counted if credit.table == place]
        count = count_of(self.counts, self.counted, sums(counted), quota)
        table.check(count)
        if self.by_count:
            parts = self._by_count(table, place, name, count, quota)
        elif self.method == "whole":
            paid_on = sums(own)[self.paid_on]
            parts = [Part(name, (place, 0), paid_on, table.rate(count) * paid_on)]
        else:
            parts = self._in_turn(table, place, name, counted, quota)
        return [part._replace(basis=sign * part.basis, exact=sign * part.exact) for part in parts]

    def _by_count(self, table, place, name, count, quota):
        scale = quota if self.counts == "attainment" else 1
        if self.method == "marginal":
            return [
                Part(name, (place, bracket), scale * width, scale * by_rate + by_amount)
                for bracket, width, by_rate, by_amount in table.slices(ZERO, count)
            ]
        excess = max(ZERO, count - table.above)
        by_amount = table.amount(count) if excess else ZERO
        return [Part(name, (place, 0), scale * excess, scale * excess * table.rate(count) + by_amount)]

    def _in_turn(self, table, place, name, credits, quota):
        """Each credit in turn: its slices of the running count, or all of it at the rate that the count reaches with it."""
        running, found = ZERO, {}

        def add(bracket, basis, exact):
            before = found.get(bracket, Part(name, (place, bracket), ZERO, ZERO))
            found[bracket] = before._replace(basis=before.basis + basis, exact=before.exact + exact)

        for credit in credits:
            start, running = running, running + count_of(self.counts, self.counted, credit.of, quota)
            low, high = min(start, running), max(start, running)
            table.check(high)
            if credit.table != place:
                continue
            paid_on = credit.of[self.paid_on]
            if low == high or self.method == "each":
                bracket = table.place(high)
                if bracket is not None:
                    add(bracket, paid_on, paid_on * table.rate(high))
                continue
            for bracket, width, by_rate, _ in table.slices(low, high):
                add(bracket, paid_on * width / (high - low), paid_on * by_rate / (high - low))
        return [part for part in found.values() if part.basis or part.exact]

    # What the line says of it

    def _deal_notes(self, limited, deals):
        quantity = self.config.get("perDeal", {}).get("credited", {}).get("quantity", "amount")
        return [
            note(
                "commission-deal-limit",
                deal=deal.partition(" ")[2],
                quantity=quantity,
                credited=whole,
                counted=whole * share,
            )
            for deal, (whole, share) in limited.items()
            if deal in deals
        ]

    def _count_notes(self, credits, quota):
        if self.by_count and self.counts != "attainment":
            return []
        notes = []
        for place in self._used(credits)[: 1 if self.shared else None]:
            own = [credit for credit in credits if self.shared or credit.table == place]
            total = sums(own)
            count = self._written(self.counts, count_of(self.counts, self.counted, total, quota))
            named = {} if self.shared or self.names[place] is None or len(self.tables) == 1 else {"table": self.names[place]}
            if self.counts == "attainment":
                values = {"quantity": self.counted, "attained": total[self.counted], "quota": quota}
                notes.append(note("commission-attainment", **named, **values, attainment=count))
            else:
                notes.append(note("commission-counted", **named, counts=self.counts, counted=count))
        return notes

    def _threshold_notes(self, stage, every, quota):
        if self.threshold is None or not (stage.refused or self.only_above):
            return []
        counts = self.threshold.get("counts", self.counts)
        least = self._written(counts, ratio(self.threshold["from"]))
        if self.only_above:
            return [note("commission-threshold-above", counts=counts, threshold=least)]
        count = self._written(counts, count_of(counts, self._quantity(counts), every, quota))
        return [note("commission-threshold", counts=counts, threshold=least, counted=count)]

    def _limit_notes(self, stage, limits, of):
        notes = []
        if stage.capped != stage.earned:
            cap = limits["cap"]
            share = ratio(cap.get("share", 0))
            notes.append(note(f"commission{of}-cap", earned=stage.earned, above=number(cap["above"]), share=share))
        if stage.floored != stage.capped:
            notes.append(note(f"commission{of}-floor", earned=stage.capped, floor=number(limits["floor"])))
        return notes

    def _written(self, counts, count):
        """A count as it is written: ratios in percent."""
        return f"{shown(count * 100)}%" if counts in ("attainment", "margin-percent") else text(count)


def _difference(later, earlier):
    """The later parts less the earlier ones, bracket by bracket, in the order of tables and brackets."""
    left = {part.place: part for part in earlier}
    changed = [part.less(left.pop(part.place)) if part.place in left else part for part in later]
    changed += [part.negative() for part in left.values()]
    return sorted((part for part in changed if part.basis or part.exact), key=lambda part: part.place)


