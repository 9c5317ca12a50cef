"""Crossing to another track."""

from careers.conditions import judge_all, present
from careers.sources import latest


def judge_crossing(review):
    """What comes of the last wish to cross; None without one."""
    wish, ladders = latest(review.events, "crossing"), review.rules.ladders
    tier, track = review.standing.tier, ladders.track(review.standing.tier)
    if wish is None:
        return None
    ways = review.rules.config.get("crossings", [])
    way = next((one for one in ways if one["from"] == track and one["to"] == wish["to"]), None)
    report = {"from": track, "to": wish["to"]}
    if way is None:
        return {**report, "mode": "exclusive", "requirements": [], "possible": False}
    held = [one["tier"] for one in review.standing.also if ladders.track(one["tier"]) == wish["to"]]
    leads = held or [step["to"] for step in way["map"] if step["from"] == tier]
    requires = present(way.get("requires", []), tier)
    requirements = [] if review.skipped else judge_all(requires, "requirement", review.situation)
    return {
        **{name: way[name] for name in ("id", "label") if name in way},
        **report,
        "mode": way.get("mode", "exclusive"),
        **({"tier": leads[0]} if leads else {}),
        "requirements": requirements,
        "possible": bool(leads) and not (review.skipped and requires) and all(one["met"] for one in requirements),
    }


def held_beside(review, to, because):
    """The tiers of other tracks after a move: a concurrent crossing keeps the one that is left, and takes up that of the track entered."""
    ladders, standing = review.rules.ladders, review.standing
    entered = ladders.track(to)
    kept = [one for one in standing.also if ladders.track(one["tier"]) != entered]
    if because["source"] == "crossing" and review.crossing["mode"] == "concurrent":
        kept.append({"tier": standing.tier, "since": str(standing.since)})
    return tuple(kept)
