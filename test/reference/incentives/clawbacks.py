"""Taking back what was paid on cancelled deals: by reversing their lines, or by working the period out without them."""

from fractions import Fraction

from exact import number, ratio, text
from incentives.commission import Commission
from incentives.lines import Payer, note, refuse
from incentives.proration import read_day
from periods import months_after

ZERO, ONE = Fraction(0), Fraction(1)
LABEL = {"en": "Clawback, recomputed", "zh-CN": "追回（重算）", "zh-TW": "追回（重算）"}


def problems(cancelled, before, known):
    for deal in cancelled:
        if deal in before:
            yield "deal-clawed-back"
        elif deal not in known:
            yield "deal-not-paid"
    if len(set(cancelled)) < len(cancelled):
        yield "deal-twice"


class Clawback(Payer):
    use, category = "clawback", "clawback"

    def result(self, given):
        before = given.get("before", [])
        cancelled = [one["deal"] for one in given["cancelled"]]
        paid = given["paid"]
        refuse(
            [
                *problems(cancelled, before, {one["deal"] for one in paid}),
                *(
                    "cancelled-before"
                    for one in given["cancelled"]
                    for own in paid
                    if own["deal"] == one["deal"] and own["on"] > one["on"]
                ),
                *("wrong-currency" for one in paid if one["line"]["currency"] != self.currency),
            ]
        )
        lines = []
        for one in given["cancelled"]:
            for own in paid:
                if own["deal"] != one["deal"]:
                    continue
                share = self._share(read_day(own["on"]), read_day(one["on"]))
                line, amount = own["line"], number(own["line"]["amount"])
                back = self.money(-amount * share)
                if back:
                    says = note("clawed-back", deal=one["deal"], on=one["on"], share=share)
                    made = self.line(
                        amount,
                        -share,
                        back,
                        f"{self.id}.{line['id']}",
                        notes=[says, *self.rounded_notes(-amount * share)],
                        corrects=line["id"],
                        period=line.get("period"),
                        rateAs="percent",
                    )
                    lines.append({**made, "rate": text(-share)})
        return {**self.paid(lines), "before": before + cancelled}

    def _share(self, sold, cancelled):
        if "unserved" in self.config:
            return self._unserved(self.config["unserved"], sold, cancelled)
        if "schedule" not in self.config:
            return ONE
        for row in self.config["schedule"]:
            if cancelled <= months_after(sold, row["withinMonths"]):
                return ratio(row["share"])
        return ZERO


    def _unserved(self, rule, sold, cancelled):
        end = months_after(sold, rule["months"])
        if cancelled >= end:
            return ZERO
        if rule.get("by", "days") == "days":
            part = Fraction((end - cancelled).days, (end - sold).days)
        else:
            over = [month for month in range(1, rule["months"] + 1) if months_after(sold, month) <= cancelled]
            served = len(over)
            if rule.get("counts") == "begun" and months_after(sold, served) < cancelled:
                served += 1
            part = Fraction(rule["months"] - served, rule["months"])
        return ratio(rule.get("share", 1)) * part


class RecomputedClawback(Payer):
    use, category = "recomputedClawback", "clawback"

    def __init__(self, config):
        super().__init__(config)
        self.commission = Commission(config)

    def result(self, given):
        before, cancelled = given.get("before", []), given["cancelled"]
        whole, gone = given["paid"], before + cancelled
        earlier = whole.get("earlier", [])
        refuse(problems(cancelled, before, {one["id"] for one in whole["credits"] + earlier}))
        if any(one["id"] in gone for one in earlier):
            self.commission.result(whole)
            names = [name for name in whole if name not in ("earlier", "paid")]
            whole = {name: whole[name] for name in names} | {"credits": earlier + whole["credits"]}
        paid, left = self._lines(whole, before), self._lines(whole, gone)
        lines = []
        for name in {**paid, **left}:
            was, now = paid.get(name, ZERO), left.get(name, ZERO)
            if was == now:
                continue
            says = note("recomputed", deals=", ".join(cancelled), **{"from": was}, to=now)
            line = self.line(now - was, ONE, now - was, f"clawback.{name}", notes=[says], corrects=name)
            lines.append({**line, "label": LABEL})
        return {**self.paid(lines), "kind": "clawback", "before": before + cancelled}

    def _lines(self, given, without):
        credits = [one for one in given["credits"] if one["id"] not in without]
        lines = self.commission.result({**given, "credits": credits})["lines"]
        return {line["id"]: number(line["amount"]) for line in lines}
