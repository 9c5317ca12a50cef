"""An independent reference of tierwise: policies and people in, scores, placements, decisions and pay out.

    python3 reference.py POLICIES.json PEOPLE.json RESULTS.json

It needs the standard library alone and is written from the documented contract.
Numbers never pass through a float.
"""

import json
import sys
from typing import NamedTuple

sys.dont_write_bytecode = True

from exact import number  # noqa: E402
from grading import Axis, Placement  # noqa: E402
from moving import Rules, read_standing  # noqa: E402
from paying import Commission, read_incentives, statement  # noqa: E402
from periods import Period, read_period  # noqa: E402


class Paid(NamedTuple):
    """What a person is paid for."""

    tier: str
    period: Period
    experience: object
    scores: dict
    amounts: dict
    to_date: dict


class Policy:
    def __init__(self, config):
        self.axes = [Axis(axis) for axis in config["axes"]]
        self.matrix = config["matrix"]
        self.rules = Rules(config["tiers"], config["adjustment"])
        self.incentives = read_incentives(config)

    def career(self, person):
        standing, bands, reviews = read_standing(person["standing"]), {}, []
        for given in person["reviews"]:
            report, standing, bands = self._review(given, standing, bands)
            reviews.append(report)
        return {"id": person["id"], "reviews": reviews, "deals": self._deals(person.get("deals", []))}

    def _review(self, given, standing, bands):
        evidence, period = given["evidence"], read_period(given["period"])
        scores, indicator_scores, reports = {}, {}, {}
        for axis in self.axes:
            scores[axis.id], of_indicators, reports[axis.id] = axis.score(evidence)
            indicator_scores.update(of_indicators)
        placement = Placement(self.axes, self.matrix, scores, indicator_scores, bands)
        decision, after = self.rules.decide(standing, placement, period)
        report = {"scores": reports, "placement": placement.report, "decision": decision, "bands": placement.kept}
        if self.incentives:
            raw = {name: one["actual"] if isinstance(one, dict) else one for name, one in evidence.items()}
            paid = Paid(
                standing.tier,
                period,
                number(given.get("experienceYears", 0)),
                scores,
                _numbers({**raw, **given.get("amounts", {})}),
                _numbers(given.get("toDate", {})),
            )
            lines = [line for one in self.incentives for line in one.lines(paid)]
            report["statement"] = statement([{**line, "period": str(period)} for line in lines])
        return report, after, placement.kept

    def _deals(self, deals):
        """Commissions on lists of credits, each on its own."""
        plans = {one.id: one for one in self.incentives if isinstance(one, Commission)}
        return [
            statement(
                plans[deal["plan"]].pay(
                    [(credit["id"], number(credit["amount"])) for credit in deal["credits"]],
                    number(deal.get("toDate", 0)),
                )
            )
            for deal in deals
        ]


def _numbers(written):
    return {name: number(value) for name, value in written.items()}


def _read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file, parse_float=str, parse_int=str)


def main(policies_path, people_path, results_path):
    policies = {policy["id"]: Policy(policy) for policy in _read(policies_path)}
    results = [policies[person["policy"]].career(person) for person in _read(people_path)]
    with open(results_path, "w", encoding="utf-8") as file:
        file.write(json.dumps(results))


if __name__ == "__main__":
    main(*sys.argv[1:])
