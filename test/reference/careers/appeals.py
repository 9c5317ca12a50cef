"""What demotions that an appeal undoes give back: in their own track alone, to a tier that is held beside where that is not the present one."""


def counts_here(demotion, ladders, tier):
    """Whether it was in the track of a tier; one of a track that nobody knows counts as one."""
    track = demotion.get("track")
    known = {one["id"] for one in ladders.tracks or []}
    return track not in known or track == ladders.track(tier)


def given_back(rules, standing, undone):
    """By track: the tier held there before and after; without tiers where none is held."""
    ladders, back = rules.ladders, []
    for track in ladders.tracks or []:
        steps = [
            one["steps"]
            for one in undone
            if one.get("track") == track["id"] and not counts_here(one, ladders, standing.tier)
        ]
        if not steps:
            continue
        told = {"track": track["id"], **({"trackLabel": track["label"]} if "label" in track else {})}
        for held in standing.also:
            if held["tier"] in track["tiers"]:
                told["held"] = _named(rules, held["tier"], ladders.step(held["tier"], sum(steps)))
        back.append(told)
    return back


def held_after(also, back, day):
    """The tiers beside, with what was given back from a day on."""
    raised = {one["held"]["from"]: one["held"]["to"] for one in back if "held" in one}
    return tuple(
        {"tier": raised[one["tier"]], "since": str(day)} if raised.get(one["tier"], one["tier"]) != one["tier"] else one
        for one in also
    )


def _named(rules, start, end):
    labels = rules.tier_labels
    ends = {"from": start, "to": end}
    return {
        **ends,
        **{f"{name}Label": labels[tier] for name, tier in ends.items() if tier in labels},
    }
