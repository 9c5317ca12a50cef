"""Improvement plans: opened, extended, and judged."""

from careers.conditions import judge_all
from periods import read_period


class Plans:
    def __init__(self, terms):
        self.terms = terms or {}

    @property
    def before(self) -> bool:
        return self.terms.get("timing") == "before-demotion"

    def open(self, period):
        """A plan that a demotion of this period opens, or that takes its place."""
        return {
            "opened": str(period),
            "deadline": str(period.later(self.terms["periods"]).last_day),
            "actions": self.terms["actions"],
        }

    def judge(self, review):
        """What an open plan comes to at a review, if nothing moves the person."""
        plan, asked = review.standing.plan, sum(event["kind"] == "plan-extended" for event in review.events)
        if plan is None:
            return None
        if asked:
            plan = {**plan, "deadline": self._put_off(plan["deadline"], asked, review.period), "extensions": plan.get("extensions", 0) + asked}
        waits = review.skipped or review.is_safe()
        if waits or str(review.period.last_day) < plan["deadline"]:
            return {**plan, "status": "extended" if asked else "open"}
        if "targets" in self.terms:
            targets = judge_all(self.terms["targets"], "requirement", review.situation)
            passed = all(one["met"] for one in targets)
            return {**plan, "status": "passed" if passed else "failed", "targets": targets}
        missed = any(one["now"] for one in review.down)
        return {**plan, "status": "failed" if missed else "passed"}

    def _put_off(self, deadline, asked, period):
        """A deadline is the last day of a period."""
        terms = self.terms["extensions"]
        while str(period.last_day) > deadline:
            period = period.later(-1)
        while str(period.last_day) < deadline:
            period = period.later(1)
        return str(period.later(asked * terms["periods"]).last_day)

    @property
    def on_fail(self):
        return self.terms.get("onFail", "demote" if self.before else None)
