"""When how much of a grant vests, and where its units are on a day: a fold over what happens to it."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction

from careers.standing import lossless
from exact import number, ratio, settle_remainders, text, units as round_units
from incentives.lines import refuse
from incentives.vesting_units import share_units, vesting_date
from periods import months_after, whole_months

ZERO, ONE = Fraction(0), Fraction(1)
read = date.fromisoformat


@dataclass(frozen=True)
class Row:
    tranche: int
    units: int
    share: Fraction
    start: date | None
    """From which day its months and days count; None while a milestone is awaited."""
    months: int
    days: int
    milestone: str | None = None
    accelerated: date | None = None
    forfeited: date | None = None


class Vesting:
    use = "vesting"

    def __init__(self, terms):
        self.terms = terms
        self.rounding = terms.get("unitRounding", "cumulative-down")
        self.decimals = terms.get("decimals", 10 if self.rounding == "fractional" else 0)
        self.day = terms.get("day", "start-day")
        self.held_until = terms.get("heldUntil", [])

    def result(self, given):
        life = Life(self, given.get("holding"))
        for event in given.get("events", []):
            life.apply(event)
        refuse(["grant-missing"] if life.grant is None else [])
        at = read(given["at"]) if "at" in given else life.through
        refuse(["events-unsorted"] if at < life.through else [])
        return life.report(at)

    def write(self, count):
        return text(Fraction(count, 10**self.decimals))

    def read_units(self, written):
        scaled = number(written) * 10**self.decimals
        refuse(["amount-too-fine"] if scaled.denominator != 1 else [])
        return scaled.numerator


class Life:
    """One holding, as it stands after the events so far."""

    def __init__(self, plan, holding):
        self.plan, self.terms = plan, plan.terms
        self.grant, self.rows, self.milestones, self.happened = None, [], {}, []
        self.exercised, self.through, self.leave_until, self.ended = 0, None, None, None
        if holding is not None:
            self._read(holding)

    def _read(self, holding):
        self.grant = holding["grant"]
        self.through = read(holding["through"])
        self.milestones = {name: read(day) for name, day in holding["milestones"].items()}
        self.exercised = self.plan.read_units(holding["exercised"])
        self.leave_until = read(holding["leaveUntil"]) if "leaveUntil" in holding else None
        self.ended, self.happened = holding.get("ended"), list(holding["happened"])
        days = ("from", "accelerated", "forfeited")
        for one in holding["tranches"]:
            start, accelerated, forfeited = (read(one[name]) if name in one else None for name in days)
            self.rows.append(
                Row(
                    one["tranche"],
                    self.plan.read_units(one["units"]),
                    number(one["share"]),
                    start,
                    one["months"],
                    one["days"],
                    one.get("milestone"),
                    accelerated,
                    forfeited,
                )
            )

    # Where its units are

    def due(self, row):
        if row.start is None:
            return None
        return vesting_date(row.start, row.months, row.days, self.plan.day)

    def vests(self, row):
        if row.accelerated is not None:
            return row.accelerated
        due = self.due(row)
        if due is None or any(name not in self.milestones for name in self.plan.held_until):
            return None
        return max([due, read(self.grant["on"]), *(self.milestones[name] for name in self.plan.held_until)])

    @property
    def expires(self):
        return read(self.grant["expires"]) if "expires" in self.grant else date.max

    def status(self, row, at):
        if row.forfeited is not None and row.forfeited <= at:
            return "forfeited"
        vests = self.vests(row)
        if vests is not None and vests <= min(at, self.expires):
            return "vested"
        return "forfeited" if at > self.expires else "unvested"

    def open(self, at):
        return [row for row in self.rows if self.status(row, at) == "unvested"]

    def sum(self, at, status):
        return sum(row.units for row in self.rows if self.status(row, at) == status)

    def options(self, at):
        """The options that can be exercised on a day, and those that have lapsed."""
        if self.grant.get("instrument") != "options":
            return 0, 0
        rest = self.sum(at, "vested") - self.exercised
        return (0, rest) if at > self.last_exercise() else (rest, 0)

    def last_exercise(self):
        until = (self.ended or {}).get("exercisableUntil")
        return min(self.expires, read(until) if until else date.max)

    # What happens

    def note(self, on, kind, **values):
        self.happened.append({"on": str(on), "kind": kind, "values": values})

    def apply(self, event):
        kind, on = event["kind"], read(event["on"])
        if self.grant is None:
            refuse([] if kind == "grant" else ["grant-missing"])
        else:
            refuse(["events-unsorted"] if on < self.through else [])
            ended = self.ended is not None and kind in ("leave", "terminate", "accelerate")
            refuse(["event-not-allowed"] if kind == "grant" or ended else [])
        getattr(self, f"on_{kind}")(event, on)
        self.through = on

    def on_grant(self, event, on):
        count = self.plan.read_units(event["units"])
        start = read(event.get("start", event["on"]))
        refuse(["range-empty"] if event.get("expires", event["on"]) < event["on"] else [])
        planned = self._planned(start)
        parts = share_units(count, [row.share for row in planned], self.plan.rounding)
        sized = [replace(row, units=part) for row, part in zip(planned, parts)]
        self.rows = [replace(row, tranche=place + 1) for place, row in enumerate(self._cliff(sized, start))]
        self.grant = {
            **({"id": event["id"]} if "id" in event else {}),
            "instrument": event.get("instrument", "restricted-units"),
            "on": event["on"],
            "start": str(start),
            "units": text(number(event["units"])),
            **({"exercisePrice": text(number(event["exercisePrice"]))} if "exercisePrice" in event else {}),
            **({"expires": event["expires"]} if "expires" in event else {}),
        }

    def _planned(self, start):
        rows, months, days = [], 0, 0
        for one in self.terms["schedule"]:
            times = one.get("times", 1)
            share = ratio(one.get("share", 1)) / times
            if "on" in one:
                rows.append(Row(0, 0, share, read(one["on"]), 0, 0))
            elif "milestone" in one:
                rows.append(Row(0, 0, share, None, 0, 0, one["milestone"]))
            else:
                for _ in range(times):
                    months, days = months + one.get("months", 0), days + one.get("days", 0)
                    rows.append(Row(0, 0, share, start, months, days))
        return rows

    def _cliff(self, rows, start):
        if "cliff" not in self.terms:
            return rows
        months, days = self.terms["cliff"].get("months", 0), self.terms["cliff"].get("days", 0)
        end = vesting_date(start, months, days, self.plan.day)
        held = [row for row in rows if row.start is not None and self.due(row) <= end]
        if not held:
            return rows
        units = sum(row.units for row in held)
        first = Row(0, units, sum((row.share for row in held), ZERO), start, months, days)
        return [first, *(row for row in rows if row not in held)]

    def on_leave(self, event, on):
        until, rule = read(event["to"]), self.terms.get("leave")
        refuse(
            [
                *(["range-empty"] if until < on else []),
                *(["leave-overlaps"] if self.leave_until is not None and on <= self.leave_until else []),
            ]
        )
        length = (until - on).days + 1
        self.leave_until = until
        grace = (rule or {}).get("graceDays", 0)
        if rule is None or length < rule.get("leastDays", 1) or length <= grace:
            self.note(on, "leave-without-effect", to=str(until))
            return
        counted = on + timedelta(days=grace)
        by_months = rule["shifts"] == "months"
        by = whole_months(counted, until + timedelta(days=1)) if by_months else length - grace
        moved = [
            row for row in self.open(on) if (due := self.due(row)) is not None and due > on and due >= counted
        ]
        self.rows = [
            replace(row, months=row.months + (by if by_months else 0), days=row.days + (0 if by_months else by))
            if row in moved
            else row
            for row in self.rows
        ]
        self.note(on, f"leave-{rule['shifts']}", to=str(until), by=str(by))

    def on_milestone(self, event, on):
        name = event["milestone"]
        rules = self.terms.get("acceleration", [])
        known = {one.get("milestone") for one in [*self.terms["schedule"], *rules]} | set(self.plan.held_until)
        refuse([] if name in known else ["unknown-milestone"])
        refuse(["event-not-allowed"] if name in self.milestones else [])
        self.milestones[name] = on
        self.rows = [replace(row, start=on) if row.milestone == name else row for row in self.rows]
        self.note(on, "milestone", milestone=name)
        if self.ended is None:
            for rule in rules:
                if rule["milestone"] == name and "reasons" not in rule:
                    self._accelerate(on, rule)

    def on_performance(self, event, on):
        rule, factor = self.terms.get("performance", {}), number(event["factor"])
        most = ratio(rule["most"]) if "most" in rule else factor
        known = {row.tranche for row in self.rows}
        named = event.get("tranches", known)
        refuse([] if ratio(rule.get("least", 0)) <= factor <= most and set(named) <= known else ["out-of-range"])
        places = [
            place
            for place, row in enumerate(self.rows)
            if row.tranche in named and self.status(row, on) == "unvested"
        ]
        before = sum(self.rows[place].units for place in places)
        after = round_units(before * factor, 0, rule.get("rounding", "down"))
        parts = share_units(after, [self.rows[place].share for place in places], self.plan.rounding)
        for place, part in zip(places, parts):
            self.rows[place] = replace(self.rows[place], units=part)
        write = self.plan.write
        self.note(on, "performance", factor=text(factor), before=write(before), after=write(after))

    def on_accelerate(self, event, on):
        refuse([] if sum(name in event for name in ("share", "months", "units")) == 1 else ["one-of"])
        if "units" not in event:
            self._accelerate(on, event)
            return
        count = self.plan.read_units(event["units"])
        refuse(["units-over"] if count > sum(row.units for row in self.open(on)) else [])
        self._vest(on, count, event.get("taking", "each"))

    def _accelerate(self, on, rule):
        if "months" not in rule:
            count = sum(row.units for row in self.open(on))
            early = round_units(count * ratio(rule["share"]), 0, rule.get("rounding", "down"))
            self._vest(on, early, rule.get("taking", "each"))
            return
        end, waiting, count = months_after(on, rule["months"]), self.open(on), 0
        rows = []
        for row in self.rows:
            due = self.due(row)
            if row in waiting and due is not None and on < due <= end:
                count += row.units
                row = replace(row, start=on, months=0, days=0)
            rows.append(row)
        if count:
            self.rows = rows
            self.note(on, "acceleration", units=self.plan.write(count))

    def _vest(self, on, count, taking):
        if not count:
            return
        places = [place for place, row in enumerate(self.rows) if self.status(row, on) == "unvested"]
        units = {place: self.rows[place].units for place in places}
        if taking == "each":
            whole = sum(units.values())
            taken = settle_remainders(count, {place: Fraction(one * count, whole) for place, one in units.items()})
        else:
            taken, left = {}, count
            for place in places if taking == "earliest" else reversed(places):
                taken[place] = min(left, units[place])
                left -= taken[place]
        rows = []
        for place, row in enumerate(self.rows):
            part = taken.get(place, 0)
            if part:
                share = row.share * part / row.units
                rows.append(replace(row, units=part, share=share, accelerated=on))
                row = replace(row, units=row.units - part, share=row.share - share)
            if row.units or not part:
                rows.append(row)
        self.rows = rows
        self.note(on, "acceleration", units=self.plan.write(count))

    def on_terminate(self, event, on):
        reason, rules = event.get("reason", "other"), self.terms.get("termination", [])
        rule = next((one for one in rules if reason in one.get("reasons", [reason])), None)
        refuse(["unknown-reason"] if rule is None and rules else [])
        rule = rule or {}
        if "accelerate" in rule:
            self._accelerate(on, rule["accelerate"])
        for one in self._second_triggers(on, reason):
            self._accelerate(on, one)
        lost = [
            place
            for place, row in enumerate(self.rows)
            if self.status(row, on) == "unvested"
            and not (rule.get("keepsServed") and (due := self.due(row)) is not None and due <= on)
        ]
        count = sum(self.rows[place].units for place in lost)
        for place in lost:
            self.rows[place] = replace(self.rows[place], forfeited=on)
        self.ended = {"on": str(on), "reason": reason}
        if "exercise" in rule:
            span = rule["exercise"]
            until = months_after(on, span.get("months", 0)) + timedelta(days=span.get("days", 0))
            self.ended["exercisableUntil"] = str(until)
        self.note(on, "termination", reason=reason, units=self.plan.write(count))

    def _second_triggers(self, on, reason):
        for rule in self.terms.get("acceleration", []):
            first = self.milestones.get(rule["milestone"])
            if first is None or reason not in rule.get("reasons", []):
                continue
            if "withinMonths" not in rule or on <= months_after(first, rule["withinMonths"]):
                yield rule

    def on_exercise(self, event, on):
        refuse([] if self.grant["instrument"] == "options" else ["event-not-allowed"])
        count = self.plan.read_units(event["units"])
        refuse(["units-over"] if count > self.options(on)[0] else [])
        self.exercised += count
        self.note(on, "exercise", units=self.plan.write(count))

    # What is said of it

    def report(self, at):
        write = self.plan.write
        exercisable, lapsed = self.options(at)
        options = self.grant["instrument"] == "options" and self.last_exercise() < date.max
        days = [day for row in self.open(at) if (day := self.vests(row)) is not None]
        soonest = min(days, default=None)
        after = {}
        if soonest is not None and soonest <= self.expires:
            due = sum(row.units for row in self.open(at) if self.vests(row) == soonest)
            after = {"next": {"on": str(soonest), "units": write(due)}}
        return {
            "kind": "vesting",
            "at": str(at),
            "units": {
                "granted": text(number(self.grant["units"])),
                "adjusted": write(sum(row.units for row in self.rows)),
                **{name: write(self.sum(at, name)) for name in ("vested", "unvested", "forfeited")},
                "exercised": write(self.exercised),
                "exercisable": write(exercisable),
                "lapsed": write(lapsed),
            },
            "tranches": [self._tranche(row, at) for row in self.rows],
            **after,
            **({"exercisableUntil": str(self.last_exercise())} if options else {}),
            "holding": self._holding(),
        }

    def _tranche(self, row, at):
        status = self.status(row, at)
        on = None if status == "forfeited" else self.vests(row)
        awaits = []
        if status == "unvested":
            own = [row.milestone] if row.milestone is not None and row.start is None else []
            held = [name for name in self.plan.held_until if name not in self.milestones]
            awaits = list(dict.fromkeys([*own, *held]))
        return {
            "tranche": row.tranche,
            "units": self.plan.write(row.units),
            **({} if on is None else {"on": str(on)}),
            "status": status,
            **({"awaits": awaits} if awaits else {}),
            **({} if row.accelerated is None else {"accelerated": True}),
        }

    def _holding(self):
        rows = []
        for row in self.rows:
            days = {"from": row.start, "accelerated": row.accelerated, "forfeited": row.forfeited}
            rows.append(
                {
                    "tranche": row.tranche,
                    "units": self.plan.write(row.units),
                    "share": lossless(row.share),
                    "months": row.months,
                    "days": row.days,
                    **({} if row.milestone is None else {"milestone": row.milestone}),
                    **{name: str(day) for name, day in days.items() if day is not None},
                }
            )
        return {
            "grant": self.grant,
            "through": str(self.through),
            "tranches": rows,
            "milestones": {name: str(day) for name, day in self.milestones.items()},
            "exercised": self.plan.write(self.exercised),
            **({} if self.leave_until is None else {"leaveUntil": str(self.leave_until)}),
            **({} if self.ended is None else {"ended": self.ended}),
            "happened": self.happened,
        }
