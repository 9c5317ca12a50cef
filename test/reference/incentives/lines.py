"""What all calculators of pay share: what the config says of lines, money, refusals, and parts that sum to their line."""

from fractions import Fraction

from exact import number, rounded, settle_remainders, shown, text, units

MIRRORED = {"floor": "ceiling", "ceiling": "floor", "half-floor": "half-ceiling", "half-ceiling": "half-floor"}
"""What a mode does to a positive amount, another does to the negative one."""

MINOR_UNITS = {"JPY": 0, "USD": 2, "EUR": 2, "CNY": 2, "KWD": 3}


class Refused(Exception):
    """An input that has no result: the codes of what is wrong with it."""

    def __init__(self, *codes):
        super().__init__(*codes)
        self.codes = codes


def refuse(codes):
    """Refuses an input with which something is wrong."""
    found = sorted(set(codes))
    if found:
        raise Refused(*found)


class Payer:
    """A calculator of pay: its name and category, and the fields that every one has."""

    use = ""
    category = ""

    def __init__(self, config):
        self.config = config
        self.id = config.get("id", self.use)
        self.currency = config["currency"]
        self.decimals = MINOR_UNITS[self.currency]
        self.mode = config.get("rounding", "half-up")

    def units(self, amount):
        return units(amount, self.decimals, self.mode)

    def money(self, amount):
        return rounded(amount, self.decimals, self.mode)

    def rounded_notes(self, amount):
        """How the amount of a line was rounded, if it was."""
        return [] if self.money(amount) == amount else [note("rounded", exact=shown(amount), mode=self.mode)]

    def taken_notes(self, amount):
        """The same where the rounded amount is taken away."""
        if self.money(amount) == amount:
            return []
        return [note("rounded", exact=shown(-amount), mode=MIRRORED.get(self.mode, self.mode))]

    def whole_notes(self, kind, amount, of=None, decimals=None):
        """How something was rounded that the line is only made from."""
        made = self.money(amount) if decimals is None else rounded(amount, decimals, self.mode)
        return [] if made == amount else [note(kind, of=of, exact=shown(amount), rounded=made, mode=self.mode)]

    def to_sum_notes(self, exact, amount):
        """That a line's amount was rounded together with others."""
        return [] if exact == amount else [note("rounded-to-sum", exact=shown(exact))]

    def parts_notes(self, exact, parts, taken=False):
        """That parts sum to what they are of, where one of several is not what it would be alone."""
        sign = -1 if taken else 1
        alone = [sign * self.money(sign * one) for one in exact]
        moved = alone != [number(part["amount"]) for part in parts]
        return [note("parts-rounded-to-sum")] if len(parts) > 1 and moved else []

    def of_units(self, count):
        return Fraction(count, 10**self.decimals)

    def exact_units(self, amount):
        """The units of an amount that is on the currency's grid."""
        scaled = amount * 10**self.decimals
        if scaled.denominator != 1:
            raise Refused("amount-too-fine")
        return scaled.numerator

    def line(self, basis, rate, amount, line_id=None, parts=None, notes=(), **more):
        named = {name: self.config[name] for name in ("rule",) if name in self.config}
        return {
            "id": line_id or self.id,
            "use": self.use,
            "category": self.config.get("category", self.category),
            **named,
            **{name: value for name, value in more.items() if value is not None},
            "currency": self.currency,
            "basis": text(basis),
            "rate": shown(rate),
            "amount": text(amount),
            **({} if parts is None else {"parts": parts}),
            **({"notes": list(notes)} if notes else {}),
        }

    def share(self, total, exact):
        """Exact amounts as money that sums to so many units: rounded down, the largest remainders up; a negative total mirrors the positive one."""
        sign = -1 if total < 0 else 1
        scaled = {place: sign * one * 10**self.decimals for place, one in enumerate(exact)}
        return [self.of_units(sign * one) for one in settle_remainders(abs(total), scaled).values()]

    def paid(self, lines):
        total = sum((number(line["amount"]) for line in lines), Fraction(0))
        return {"kind": self.use, "currency": self.currency, "amount": text(total), "lines": lines}


def part(of, basis, rate, amount):
    return {
        **({} if of is None else {"of": of}),
        "basis": text(basis),
        "rate": shown(rate),
        "amount": text(amount),
    }


def note(kind, **values):
    written = {
        name: text(value) if isinstance(value, Fraction) else value
        for name, value in values.items()
        if value is not None
    }
    return {"kind": kind, "values": written}


def over(part_of, whole):
    """A part of a whole; 0 where there is none."""
    return part_of / whole if whole else Fraction(0)
