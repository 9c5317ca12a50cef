"""The trial period on entry."""

from datetime import date

from careers.conditions import judge_all
from periods import months_after


def judge_trial(terms, review):
    """What comes of a trial at a review; None without one."""
    trial = review.standing.trial
    if trial is None:
        return None
    if review.skipped or str(review.period.last_day) < trial["until"]:
        return {**trial, "status": "open"}
    judged = {}
    if "pass" in terms:
        judged["conditions"] = judge_all(terms["pass"], "requirement", review.situation)
        passed = all(one["met"] for one in judged["conditions"])
    else:
        passed = not any(one["now"] for one in review.down)
    if passed:
        return {**trial, "status": "passed", **judged}
    used, extensions = trial.get("extensions", 0), terms.get("extensions", {"most": 0})
    if used >= extensions["most"]:
        return {**trial, "status": "failed", **judged}
    until = months_after(date.fromisoformat(trial["until"]), extensions["months"])
    return {"until": str(until), "extensions": used + 1, "status": "extended", **judged}
