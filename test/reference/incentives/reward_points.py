"""A person's balance of points: earned, spent, expired, day by day."""

from datetime import timedelta
from fractions import Fraction

from careers.standing import lossless
from exact import number, rounded, text
from incentives.balances import twice
from incentives.lines import Payer, refuse
from incentives.proration import read_day
from periods import months_after

ZERO = Fraction(0)


class RewardPoints(Payer):
    use, category = "rewardPoints", "honours"

    def __init__(self, config):
        super().__init__({"currency": config.get("money", {}).get("currency", "USD"), **config})

    def result(self, given):
        self._check(given)
        on, earned, spent = given["on"], given.get("earned", []), given.get("spent", [])
        lots = [{**one, "points": number(one["points"])} for one in given.get("balance", {"lots": []})["lots"]]
        expired, uses, lines = ZERO, [], []
        happened = sorted(
            [(one["on"], 0, one["id"], one) for one in earned] + [(one["on"], 1, one["id"], one) for one in spent],
            key=lambda event: event[:3],
        )
        for day, is_spent, _, event in happened:
            gone = [lot for lot in lots if lot.get("lasts", "9") < day]
            expired += sum((lot["points"] for lot in gone), ZERO)
            lots = [lot for lot in lots if lot not in gone]
            if is_spent:
                uses.append(self._spend(lots, event))
                lots = [lot for lot in lots if lot["points"]]
                if event.get("forMoney"):
                    lines.append(self._line(event))
            else:
                lots.append(self._lot(event))
                lots.sort(key=lambda lot: (lot.get("lasts", "9"), lot["on"], lot["id"]))
        gone = [lot for lot in lots if lot.get("lasts", "9") <= on]
        expired += sum((lot["points"] for lot in gone), ZERO)
        lots = [lot for lot in lots if lot not in gone]
        return {
            "kind": "reward-points",
            "on": on,
            "points": text(sum((lot["points"] for lot in lots), ZERO)),
            "earned": text(sum((number(one["points"]) for one in earned), ZERO)),
            "spent": text(sum((number(one["points"]) for one in spent), ZERO)),
            "expired": text(expired),
            "uses": uses,
            "lines": lines,
            "balance": {"on": on, "lots": [{**lot, "points": lossless(lot["points"])} for lot in lots]},
        }

    def _check(self, given):
        on, balance = given["on"], given.get("balance")
        earned, spent = given.get("earned", []), given.get("spent", [])
        settled = balance["on"] if balance else ""
        known = {lot["id"] for lot in balance["lots"]} if balance else set()
        refuse(
            [
                *twice([one["id"] for one in earned]),
                *twice([one["id"] for one in spent]),
                *("duplicate-id" for one in earned if one["id"] in known),
                *(["range-empty"] if on <= settled else []),
                *("event-in-future" for one in earned + spent if one["on"] > on),
                *("event-settled" for one in earned + spent if one["on"] <= settled and one["on"] <= on),
                *("unknown-property" for one in spent if one.get("forMoney") and "money" not in self.config),
            ]
        )

    def _lot(self, event):
        lot = {"id": event["id"], "on": event["on"], "points": number(event["points"])}
        expiry, day = self.config.get("expiry"), read_day(event["on"])
        if expiry is None:
            return lot
        if "days" in expiry:
            last = day + timedelta(days=expiry["days"] - 1)
        elif "months" in expiry:
            last = months_after(day, expiry["months"])
        else:
            last = day.replace(year=day.year + expiry["yearEnds"], month=12, day=31)
        return {**lot, "lasts": str(last)}

    def _spend(self, lots, event):
        left, taken = number(event["points"]), []
        refuse(["points-short"] if left > sum((lot["points"] for lot in lots), ZERO) else [])
        for lot in lots:
            part = min(left, lot["points"])
            if part:
                taken.append({"lot": lot["id"], "points": text(part)})
                lot["points"] -= part
                left -= part
        return {"id": event["id"], "points": text(number(event["points"])), "from": taken}

    def _line(self, event):
        points, each = number(event["points"]), number(self.config["money"]["each"])
        amount = rounded(points * each, self.decimals, self.mode)
        return {**self.line(points, each, amount, f"{self.id}.{event['id']}"), "rate": text(each)}
