"""How large a grant of equity is, and what units pay in cash."""

from datetime import timedelta
from fractions import Fraction

from exact import number, ratio, rounded, shown, text, units
from incentives.eligibility import judge
from incentives.lines import Payer, note, refuse
from incentives.proration import read_day
from periods import months_after

ZERO = Fraction(0)


class EquityGrant:
    use = "equityGrant"

    def __init__(self, config):
        self.config = config
        self.options = config.get("instrument") == "options"
        self.mode = config.get("rounding", "down")
        self.multiple = number(config.get("multipleOf", 1))

    def result(self, given):
        failed = judge(self.config.get("eligibility"), given, given.get("period"), given["on"])
        size = self._none() if failed else self._size(given)
        event = {}
        if not failed and self.options:
            refuse([] if "price" in given else ["fact-missing"])
        if number(size["units"]):
            event = {"event": self._event(given, size["units"])}
        return {
            "kind": "equity-grant",
            **({"rule": self.config["rule"]} if "rule" in self.config else {}),
            "currency": self.config["currency"],
            "eligible": not failed,
            "failed": [{"condition": place, **found} for place, found in failed],
            "size": size,
            **event,
        }

    def _none(self):
        return {
            "by": self.config["size"]["by"],
            "units": "0",
            "exact": "0",
            "rounding": self.mode,
            "multipleOf": text(self.multiple),
        }

    def _size(self, given):
        rows = {row.get("tier"): row for row in self.config["size"]["rows"]}
        refuse(["fact-missing"] if "tier" not in given and set(rows) - {None} else [])
        row = rows.get(given.get("tier"), rows.get(None))
        refuse(["unknown-tier"] if row is None else [])
        if "units" in row:
            return self._rounded(number(row["units"]), {})
        worth = given.get("unitValue", given.get("price"))
        refuse(["fact-missing"] if worth is None else [])
        refuse([] if number(worth) > 0 else ["out-of-range"])
        of = {"value": number(row["value"])} if "value" in row else self._of_salary(row, given)
        figures = {**of, "unitValue": number(worth)}
        return self._rounded(figures["value"] / figures["unitValue"], figures)

    def _of_salary(self, row, given):
        refuse([] if "salary" in given else ["fact-missing"])
        share, salary = ratio(row["share"]), number(given["salary"])
        return {"value": share * salary, "salary": salary, "share": share}

    def _rounded(self, exact, figures):
        count = units(exact / self.multiple, 0, self.mode) * self.multiple
        if figures:
            granted = count * figures["unitValue"]
            figures = {**figures, "granted": granted, "remainder": figures["value"] - granted}
        return {
            **self._none(),
            "units": text(count),
            "exact": shown(exact),
            **{name: text(value) for name, value in figures.items()},
        }

    def _event(self, given, count):
        terms = {"share": 1, "decimals": 4, "rounding": "up", **self.config.get("exercisePrice", {})}
        event = {
            "kind": "grant",
            "instrument": "options" if self.options else "restricted-units",
            "on": given["on"],
            "start": given.get("start", given["on"]),
            "units": count,
        }
        if "id" in given:
            event["id"] = given["id"]
        if self.options:
            price = number(given["price"]) * ratio(terms["share"])
            event["exercisePrice"] = text(rounded(price, terms["decimals"], terms["rounding"]))
        if "termMonths" in self.config:
            event["expires"] = str(months_after(read_day(given["on"]), self.config["termMonths"]) - timedelta(days=1))
        return event


class EquityPayout(Payer):
    use, category = "equityPayout", "equity"

    def result(self, given):
        rises = self.config.get("pays") == "appreciation"
        if rises != ("basePrice" in given):
            refuse(["fact-missing" if rises else "unknown-property"])
        count, price, base = (number(given.get(name, 0)) for name in ("units", "price", "basePrice"))
        each, notes = max(ZERO, price - base), []
        if rises and price <= base:
            notes = [note("no-appreciation", price=price, basePrice=base)]
        elif "mostPerUnit" in self.config and each > number(self.config["mostPerUnit"]):
            each = number(self.config["mostPerUnit"])
            notes = [note("most-per-unit", most=each, price=price)]
        notes = [*notes, *self.rounded_notes(count * each)]
        line = self.line(count, each, self.money(count * each), notes=notes, period=given.get("period"))
        return {**line, "rate": text(each)}
