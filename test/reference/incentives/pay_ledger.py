"""A ledger of pay: a book of lines, each with the period whose statement it is in, or none while it waits."""

import json
from collections import Counter
from fractions import Fraction

from exact import number, text
from incentives.lines import MINOR_UNITS, Refused, note, refuse
from incentives.statement import Statement, plain_notes
from periods import read_period

OWN = ("correction", "adjustment")
ZERO = Fraction(0)


class PayLedger:
    use = "payLedger"

    def __init__(self, config):
        self.scale = 10 ** MINOR_UNITS[config["currency"]]
        self.currency, self.statement = config["currency"], Statement(config)

    def result(self, given):
        stored = given.get("ledger") or {}
        self.closed = [one["period"] for one in stored.get("closed", [])]
        self.refused = {one["period"]: _refused(one) for one in stored.get("closed", [])}
        self.book = [(one["period"], line) for one in stored.get("closed", []) for line in one["lines"]]
        self.book += [(None, line) for line in stored.get("waiting", [])]
        self.disputes = [dict(one) for one in stored.get("disputes", [])]
        refuse(code for pair in zip(self.closed, self.closed[1:]) for code in self._follows(*pair))
        self._check()
        self.book = [(home, self.statement.line(line)) for home, line in self.book]
        for event in given["events"]:
            getattr(self, "_" + event["kind"])(event)
        return {
            "kind": "pay-ledger",
            "ledger": {
                "closed": [{"period": one, "lines": self._at(one), **self._says(one)} for one in self.closed],
                "waiting": self._at(None),
                "disputes": [self._dispute_said(one) for one in self.disputes],
            },
            "statements": self._statements(),
        }

    def _at(self, home):
        return [line for place, line in self.book if place == home]

    def _says(self, period):
        return {"refused": self.refused[period]} if self.refused.get(period) else {}

    def _statements(self):
        made = []
        for period in self.closed:
            asked = {"period": period, "lines": self._at(period), **self._says(period)}
            made.append(self.statement.result({**asked, "previous": made[-1] if made else None}))
        return made

    def _dispute_said(self, dispute):
        if "settled" not in dispute:
            return dispute
        answer = dispute["settled"]
        return {**dispute, "settled": {**answer, "amount": text(number(answer["amount"]))}}

    # What is wrong

    def _too_fine(self, amount):
        return ["amount-too-fine"] if (number(amount) * self.scale).denominator != 1 else []

    def _line_codes(self, lines):
        try:
            self.statement.result({"period": "2000", "lines": lines})
        except Refused as refused:
            return refused.codes
        return ()

    def _follows(self, before, period):
        former, latter = read_period(before), read_period(period)
        if former.unit != latter.unit:
            return ["wrong-cycle"]
        return ["period-not-after"] if former.ordinal >= latter.ordinal else []

    def _is_closed(self, period):
        return [] if period in self.closed else ["period-not-closed"]

    def _doubted(self, dispute):
        codes = self._is_closed(dispute["period"])
        names = [line["id"] for line in self._at(dispute["period"])]
        return codes or ([] if dispute["line"] in names else ["unknown-line"])

    def _check(self):
        waiting, names = self._at(None), [one["id"] for one in self.disputes]
        codes = [*self._line_codes(waiting)]
        for period in self.closed:
            codes += self._line_codes(self._at(period))
        for line in waiting:
            codes += [] if line["use"] in OWN else ["not-a-choice"]
            codes += [] if "period" in line else ["missing"]
            codes += self._is_closed(line["period"]) if "corrects" in line and "period" in line else []
        codes += ["duplicate-id"] if len(set(names)) < len(names) else []
        for one in self.disputes:
            codes += self._doubted(one)
            if "settled" in one:
                codes += self._too_fine(one["settled"]["amount"])
                codes += ["dates-unsorted"] if one["settled"]["on"] < one["on"] else []
        refuse(codes)

    def _foreign(self, lines):
        return ["key-not-allowed" for line in lines if line["use"] in OWN]

    def _name_taken(self, name):
        made = [f"{line['corrects']}.{name}" for _, line in self.book if "corrects" in line]
        taken = name in (one["id"] for one in self.disputes) or any(line["id"] in made for _, line in self.book)
        return ["duplicate-id"] if taken else []

    def _line_taken(self, name):
        return ["duplicate-id"] if name in (line["id"] for _, line in self.book) else self._name_taken(name)

    # Events

    def _close(self, event):
        period, lines = event["period"], event["lines"]
        refuse([*self._line_codes(lines), *self._foreign(lines)])
        lines, refused = [self.statement.line(line) for line in lines], _refused(event)
        if period in self.closed:
            calculated = [line for line in self._at(period) if line["use"] not in OWN]
            same = _bag(calculated) == _bag(lines) and _bag(self.refused.get(period, [])) == _bag(refused)
            refuse([] if same else ["period-closed"])
            return
        refuse(self._follows(self.closed[-1], period) if self.closed else [])
        last = read_period(period).last_day
        due = [home is None and read_period(line["period"]).first_day <= last for home, line in self.book]
        arriving = {line["id"] for (_, line), comes in zip(self.book, due) if comes}
        refuse("duplicate-id" for line in lines if line["id"] in arriving)
        moved = [(period, line) for (_, line), comes in zip(self.book, due) if comes]
        stays = [one for one, comes in zip(self.book, due) if not comes]
        self.book = stays + [(period, line) for line in lines] + moved
        self.closed.append(period)
        self.refused[period] = refused

    def _recalculate(self, event):
        period, lines = event["period"], event["lines"]
        refuse(
            [
                *self._line_codes(lines),
                *self._foreign(lines),
                *self._is_closed(period),
                *self._line_taken(event["id"]),
            ]
        )
        own = {line["id"]: line for line in self._at(period) if line["use"] not in OWN}
        like, paid = dict(own), {name: number(line["amount"]) for name, line in own.items()}
        for _, line in self.book:
            if line.get("period") != period or "corrects" not in line:
                continue
            paid[line["corrects"]] = paid.get(line["corrects"], ZERO) + number(line["amount"])
            if line["use"] == "correction":
                like[line["corrects"]] = line
        due, gone = {line["id"]: number(line["amount"]) for line in lines}, event.get("without", [])
        refuse(
            [
                *("line-missing" for name in like if paid[name] and name not in due and name not in gone),
                *("one-of" if name in due else "unknown-line" for name in gone if name in due or name not in like),
            ]
        )
        for line in lines:
            like[line["id"]] = self.statement.line(line)
        for name, model in like.items():
            before, after = paid.get(name, ZERO), due.get(name, ZERO)
            if before != after:
                self.book.append((None, self._correction(event, name, model, before, after)))

    def _correction(self, event, name, model, before, after):
        said = {field: event[field] for field in ("reason", "on", "by")}
        sides = (("recalculated", after, 1), ("posted", before, -1))
        return self._made(
            "correction",
            {**model, "period": event["period"], "corrects": name},
            f"{name}.{event['id']}",
            after - before,
            note("recalculated", period=event["period"], **{"from": before}, to=after, **said),
            parts=[
                {"of": of, "basis": text(basis), "rate": text(Fraction(sign)), "amount": text(sign * basis)}
                for of, basis, sign in sides
            ],
        )

    def _made(self, use, model, name, amount, *why, **more):
        kept = ("category", "label", "rule", "period", "corrects")
        return {
            "id": name,
            "use": use,
            **{field: model[field] for field in kept if field in model},
            "currency": self.currency,
            "basis": text(amount),
            "rate": "1",
            "amount": text(amount),
            **more,
            "notes": [one for one in why if one],
        }

    def _adjustment(self, entry, model, name, doubt=None):
        why = note("adjusted", **{field: entry[field] for field in ("period", "reason", "on", "by")})
        model = {"category": "adjustment", **model, "period": entry["period"]}
        self.book.append((None, self._made("adjustment", model, name, number(entry["amount"]), doubt, why)))

    def _adjust(self, event):
        refuse([*self._too_fine(event["amount"]), *self._line_taken(event["id"])])
        self._adjustment(event, {name: event[name] for name in ("category", "label", "rule") if name in event}, event["id"])

    def _dispute(self, event):
        refuse([*self._doubted(event), *self._name_taken(event["id"])])
        self.disputes.append({name: value for name, value in event.items() if name != "kind"})

    def _settle(self, event):
        raised = {one["id"]: one for one in self.disputes}.get(event["dispute"])
        refuse([*self._too_fine(event["amount"]), *([] if raised else ["unknown-dispute"])])
        refuse(["dispute-settled"] if "settled" in raised else [])
        refuse(["dates-unsorted"] if event["on"] < raised["on"] else [])
        raised["settled"] = {name: event[name] for name in ("amount", "on", "by", "reason")}
        doubted = next(line for line in self._at(raised["period"]) if line["id"] == raised["line"])
        model = {name: doubted[name] for name in ("category", "label", "rule") if name in doubted}
        name = f"{raised['line']}.{raised['id']}"
        doubt = note("disputed", **{field: raised[field] for field in ("on", "by", "reason")})
        self._adjustment({**event, "period": raised["period"]}, {**model, "corrects": raised["line"]}, name, doubt)


def _refused(of):
    return [{**one, "reasons": plain_notes(one["reasons"])} for one in of.get("refused", [])]


def _bag(things):
    return Counter(json.dumps(one, sort_keys=True) for one in things)
