"""Credits, the deals that they are of, and what is counted and paid on."""

from fractions import Fraction
from typing import NamedTuple

from exact import number, ratio

from incentives.lines import over

QUANTITIES = ("amount", "units", "margin")
ZERO = Fraction(0)


class Credit(NamedTuple):
    id: str
    deal: str
    of: dict
    """Its quantities."""
    attributes: dict
    table: int = 0

    def times(self, factor):
        return self._replace(of={name: value * factor for name, value in self.of.items()})


def read_credit(given, per):
    alone = per == "credit" or "order" not in given
    return Credit(
        given["id"],
        f"credit {given['id']}" if alone else f"order {given['order']}",
        {name: number(given.get(name, 0)) for name in QUANTITIES},
        given.get("attributes", {}),
    )


def stated(total, quantity):
    """A total to date as one credit."""
    return Credit("", "", {**dict.fromkeys(QUANTITIES, ZERO), quantity: total}, {})


def sums(credits):
    return {name: sum((credit.of[name] for credit in credits), ZERO) for name in QUANTITIES}


def count_of(counts, quantity, of, quota):
    """What quantities come to as a count. A margin of no amount is 0 %."""
    if counts == "attainment":
        return of[quantity] / quota
    if counts == "margin-percent":
        return over(of["margin"], of["amount"])
    return of[quantity]


def place_credits(config, credits):
    """Each credit with its table and with as much as is credited of its deal; and the deals that are credited in part."""
    deals = {}
    for credit in credits:
        deals.setdefault(credit.deal, []).append(credit)
    sizes = {deal: sums(own) for deal, own in deals.items()}
    limited = {}
    if "credited" in config.get("perDeal", {}):
        limit = config["perDeal"]["credited"]
        above, share = number(limit["above"]), ratio(limit.get("share", 0))
        for deal, size in sizes.items():
            whole = size[limit.get("quantity", "amount")]
            if abs(whole) > above:
                limited[deal] = (whole, (above + share * (abs(whole) - above)) / abs(whole))
    tables = config.get("tables", [{}])
    placed = [
        credit.times(limited[credit.deal][1] if credit.deal in limited else 1)._replace(
            table=next(
                place
                for place, table in enumerate(tables)
                if all(_holds(one, credit, sizes[credit.deal]) for one in table.get("when", []))
            )
        )
        for credit in credits
    ]
    return placed, limited


def _holds(condition, credit, size):
    if "attribute" in condition:
        return credit.attributes.get(condition["attribute"]) in condition["is"]
    of = condition["deal"]
    # A return is as large as what is returned; of a ratio the sign says something else.
    value = count_of(of, "amount", size, ZERO) if of == "margin-percent" else abs(size[of])
    return ("atLeast" not in condition or value >= ratio(condition["atLeast"])) and (
        "atMost" not in condition or value <= ratio(condition["atMost"])
    )
