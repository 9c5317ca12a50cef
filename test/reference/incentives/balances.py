"""What goes on from period to period: draws, holdbacks and advances. The balance goes in, and the next one comes out."""

from fractions import Fraction

from exact import number, ratio, text
from incentives.lines import Payer, note, refuse
from periods import read_period

ZERO, ONE = Fraction(0), Fraction(1)


def later_problems(now, before):
    """A balance is of an earlier period of the same unit."""
    now, before = read_period(now), read_period(before)
    if now.unit != before.unit:
        yield "wrong-cycle"
    elif before.ordinal >= now.ordinal:
        yield "period-not-after"


def periods_after(now, before):
    return read_period(now).ordinal - read_period(before).ordinal


def twice(ids):
    return ["duplicate-id"] if len(set(ids)) < len(ids) else []


class Reducer(Payer):
    def too_fine(self, *amounts):
        scaled = [number(amount) * 10**self.decimals for amount in amounts]
        return ["amount-too-fine"] if any(one.denominator != 1 for one in scaled) else []


class Draw(Reducer):
    use, category = "draw", "draw"

    def result(self, given):
        balance = given.get("balance", {"owed": []})
        stated = [given["earned"], *([given["amount"]] if "amount" in given else [])]
        refuse(
            [
                *self.too_fine(*stated, *(one["amount"] for one in balance["owed"])),
                *(later_problems(given["period"], balance["period"]) if "period" in balance else []),
            ]
        )
        earned = number(given["earned"])
        amount = number(given.get("amount", self.config["amount"]))
        owed = [(one["period"], number(one["amount"])) for one in balance["owed"]]
        advanced = recovered = forgiven = ZERO
        rounding = []
        if earned < amount:
            advanced, forgiven, owed = self._advance(given["period"], earned, amount, owed)
        else:
            most = ratio(self.config.get("recovery", 1)) * (earned - amount)
            recovered, owed = self._recover(self.money(most), owed)
            rounding = self.taken_notes(most) if recovered == self.money(most) else []
        gone = [one for one in owed if self._is_forgiven(given, one[0])]
        owed = [one for one in owed if one not in gone]
        forgiven += sum((one for _, one in gone), ZERO)
        outstanding = sum((one for _, one in owed), ZERO)
        change = advanced - recovered
        kind = "draw-advanced" if advanced else "draw-recovered"
        notes = [note(kind, amount=advanced or recovered, outstanding=outstanding), *rounding]
        return {
            "kind": "draw",
            "period": given["period"],
            "currency": self.currency,
            "earned": text(earned),
            "advanced": text(advanced),
            "recovered": text(recovered),
            "forgiven": text(forgiven),
            "outstanding": text(outstanding),
            "paid": text(earned + change),
            "lines": [self.line(change, ONE, change, notes=notes, period=given["period"])] if change else [],
            "balance": {
                "period": given["period"],
                "owed": [{"period": of, "amount": text(one)} for of, one in owed],
            },
        }

    def _advance(self, period, earned, amount, owed):
        recoverable = self.config.get("recoverable", True)
        wanted = amount - earned
        if recoverable and "mostOutstanding" in self.config:
            room = number(self.config["mostOutstanding"]) - sum((one for _, one in owed), ZERO)
            wanted = min(wanted, room)
        returned = max(ZERO, -earned)
        advanced = max(wanted, returned)
        own = advanced if recoverable else returned
        return advanced, advanced - own, owed + ([(period, own)] if own else [])

    def _recover(self, most, owed):
        left = min(sum((one for _, one in owed), ZERO), most)
        recovered, kept = left, []
        for of, one in owed:
            paid_back = min(left, one)
            left -= paid_back
            if one > paid_back:
                kept.append((of, one - paid_back))
        return recovered, kept

    def _is_forgiven(self, given, of):
        if given.get("ends") and self.config.get("atEnd") == "forgiven":
            return True
        after = self.config.get("forgivenAfter")
        return after is not None and periods_after(given["period"], of) >= after


class Holdback(Reducer):
    use, category = "holdback", "holdback"

    def result(self, given):
        now = given["period"]
        release, forfeit = given.get("release", []), given.get("forfeit", [])
        balance = given.get("balance", {"held": []})
        before = balance["held"]
        known = {one["id"] for one in before}
        refuse(
            [
                *self.too_fine(*(one["amount"] for one in [*given["earned"], *before])),
                *twice([one["id"] for one in given["earned"]]),
                *twice(release),
                *twice(forfeit),
                *(["nothing-held"] if set(release + forfeit) - known else []),
                *(["one-of"] if set(release) & set(forfeit) else []),
                *(later_problems(now, balance["period"]) if "period" in balance else []),
            ]
        )
        kept, released, lines, sums = [], [], [], {"released": ZERO, "forfeited": ZERO}
        for one in before:
            if one["id"] in forfeit:
                sums["forfeited"] += number(one["amount"])
            else:
                amount = number(one["amount"])
                due = amount if one["id"] in release else self._due(amount, now, one["period"], balance["period"])
                if due:
                    released.append((one, due, amount - due))
                    sums["released"] += due
                if amount != due:
                    kept.append({**one, "amount": text(amount - due)})
        share, held = ratio(self.config["share"]), ZERO
        for one in given["earned"]:
            own = self.money(number(one["amount"]) * share)
            if own:
                held += own
                kept.append({"id": one["id"], "period": now, "amount": text(own)})
                rounding = self.taken_notes(number(one["amount"]) * share)
                lines.append(self._line(now, one["id"], "held", number(one["amount"]), -share, -own, rounding))
        for one, due, left in released:
            more = [note("still-held", left=left)] if left else []
            lines.append(self._line(now, one["id"], f"released-{one['period']}", due, ONE, due, more))
        return {
            "kind": "holdback",
            "period": now,
            "currency": self.currency,
            "heldBack": text(held),
            **{name: text(total) for name, total in sums.items()},
            "outstanding": text(sum((number(one["amount"]) for one in kept), ZERO)),
            "lines": lines,
            "balance": {"period": now, "held": [{**one, "amount": text(number(one["amount"]))} for one in kept]},
        }

    def _due(self, amount, now, of, before):
        """What is released from after one period until another, one part after the other."""
        parts, share = self.config.get("instalments", 1), self.config.get("releasedShare")
        start = self.config.get("releasedAfter", 1 if parts > 1 or share is not None else None)
        if start is None:
            return ZERO
        left = amount
        for age in range(max(start, periods_after(before, of) + 1), periods_after(now, of) + 1):
            number_of_part = age - start + 1
            if share is not None:
                left -= self.money(left * ratio(share))
            elif number_of_part >= parts:
                left = ZERO
            else:
                left -= self.money(left / (parts - number_of_part + 1))
        return amount - left

    def _line(self, now, deal, what, basis, rate, amount, rounding=()):
        notes = [note("held-back" if what == "held" else "released", deal=deal), *rounding]
        rate_as = "percent" if what == "held" else None
        line = self.line(basis, rate, amount, f"{self.id}.{deal}.{what}", notes=notes, period=now, rateAs=rate_as)
        return {**line, "rate": text(rate)}


class Advance(Reducer):
    use, category = "advance", "commission"

    def result(self, given):
        now = given["period"]
        sold, earned, ended = (given.get(name, []) for name in ("sold", "earned", "ended"))
        balance = given.get("balance", {"deals": []})
        going = {one["id"] for one in balance["deals"]}
        new = [one["id"] for one in sold]
        refuse(
            [
                *self.too_fine(*(one["amount"] for one in earned)),
                *twice(new),
                *twice([one["id"] for one in earned]),
                *twice(ended),
                *(["duplicate-id"] if going & set(new) else []),
                *(["unknown-deal"] if set(ended) - going - set(new) else []),
                *(later_problems(now, balance["period"]) if "period" in balance else []),
            ]
        )
        deals = {one["id"]: [number(one["advanced"]), number(one["outstanding"])] for one in balance["deals"]}
        lines = []
        rate = ratio(self.config.get("share", 1)) * self.config["periods"]
        for one in sold:
            amount = self.money(number(one["amount"]) * rate)
            deals[one["id"]] = [amount, amount]
            share = ratio(self.config.get("share", 1))
            paid = note(
                "advance-paid",
                deal=one["id"],
                periods=str(self.config["periods"]),
                share=None if share == 1 else share,
            )
            rounding = self.rounded_notes(number(one["amount"]) * rate)
            lines.append(self._line(now, one["id"], "advanced", number(one["amount"]), rate, amount, paid, *rounding))
        for one in earned:
            amount, deal = number(one["amount"]), deals.get(one["id"])
            paid = amount if deal is None else max(ZERO, amount - deal[1])
            if deal is not None:
                deal[1] = max(ZERO, deal[1] - amount)
            if paid:
                lines.append(self._line(now, one["id"], "earned", paid, ONE, paid, note("advance-earned", deal=one["id"])))
        for deal in ended:
            advanced, outstanding = deals.pop(deal)
            if outstanding:
                back = note("advance-charged-back", deal=deal, earned=advanced - outstanding, advanced=advanced)
                lines.append(self._line(now, deal, "charged-back", outstanding, -ONE, -outstanding, back))
        return {
            "kind": "advance",
            "period": now,
            "currency": self.currency,
            "earned": text(sum((number(one["amount"]) for one in earned), ZERO)),
            "paid": text(sum((number(line["amount"]) for line in lines), ZERO)),
            "outstanding": text(sum((left for _, left in deals.values()), ZERO)),
            "lines": lines,
            "balance": {
                "period": now,
                "deals": [
                    {"id": name, "advanced": text(advanced), "outstanding": text(left)}
                    for name, (advanced, left) in deals.items()
                ],
            },
        }

    def _line(self, now, deal, what, basis, rate, amount, *says):
        line = self.line(basis, rate, amount, f"{self.id}.{deal}.{what}", notes=says, period=now)
        return {**line, "rate": text(rate)}


