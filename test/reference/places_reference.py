"""An independent reference of limited places: quotas and people in, who gets a place out.

    python3 places_reference.py < ASKED > ANSWERED

Each line of what is asked holds a config and an input, and is answered by a line with the allocation.
It needs the standard library alone and is written from the documented contract.
"""

import json
import sys

sys.dont_write_bytecode = True

from exact import number, ratio, units  # noqa: E402


class Places:
    def __init__(self, config):
        self.config = config
        self.tiers = [tier["id"] for tier in config["tiers"]]
        self.labels = {tier["id"]: tier["label"] for tier in config["tiers"] if "label" in tier}
        self.competing = config.get("incumbents", "protected") == "compete"

    def allocate(self, people):
        groups = sorted({person.get("group") for person in people}, key=lambda group: (group is not None, group or ""))
        tiers, contexts = [], {}
        for group in groups:
            members = [person for person in people if person.get("group") == group]
            tiers += self._in_group(group, members, contexts)
        told = [{"id": one["id"], "places": contexts[one["id"]]} for one in people if one["id"] in contexts]
        return {"kind": "places", "tiers": tiers, **self._empty(groups), "people": told}

    def _empty(self, groups):
        """Groups with a quota of their own that nobody is in; those of the test are not spelt alike."""
        named = dict.fromkeys(quota["group"] for quota in self.config["quotas"] if "group" in quota)
        empty = [{"group": group} for group in named if group not in groups]
        return {"emptyGroups": empty} if empty else {}

    def _in_group(self, group, members, contexts):
        """From the highest tier down; who is granted a place leaves the own tier."""
        left = set()
        for tier in reversed(self.tiers):
            quota = self._quota(tier, group)
            if quota is None:
                left |= {one["id"] for one in members if one.get("candidateFor") == tier}
                continue
            result, granted = self._in_tier(quota, group, members, left, contexts)
            left |= granted
            yield result

    def _quota(self, tier, group):
        """The quota of the group itself, or the one for every group."""
        here = [one for one in self.config["quotas"] if one["tier"] == tier]
        own = [one for one in here if "group" in one and one["group"] == group]
        return next(iter([*own, *(one for one in here if "group" not in one)]), None)

    def _in_tier(self, quota, group, members, left, contexts):
        tier = quota["tier"]
        there = [one for one in members if one.get("tier") == tier and one["id"] not in left]
        keeping = [one for one in there if not self.competing or one.get("keepsPlace")]
        candidates = [one for one in members if one.get("candidateFor") == tier]
        competing = sorted(
            [*(one for one in there if one not in keeping), *candidates],
            key=lambda one: (self._place(one), one["id"]),
        )
        most = _heads(quota["most"], len(members), "floor")
        places = max(0, most - len(keeping))
        given = self._served(competing, places)
        ranks = {one["id"]: 1 + sum(self._place(other) < self._place(one) for other in competing) for one in competing}
        incumbents = {one["id"] for one in there}
        ranked = [
            {"id": one["id"], "rank": ranks[one["id"]], "incumbent": one["id"] in incumbents} for one in competing
        ]
        behind = ranked[given:]
        waiting = [{**one, "waiting": 1 + sum(other["rank"] < one["rank"] for other in behind)} for one in behind]
        for one in (*ranked[:given], *waiting):
            context = {name: one[name] for name in ("rank", "waiting") if name in one}
            contexts.setdefault(one["id"], {})[tier] = {"granted": "waiting" not in one, **context}
        least = {"least": _heads(quota["least"], len(members), "ceiling")} if "least" in quota else {}
        taken = len(keeping) + given
        result = {
            "tier": tier,
            **({"label": self.labels[tier]} if tier in self.labels else {}),
            **({} if group is None else {"group": group}),
            "people": len(members),
            "most": most,
            **least,
            "incumbents": len(keeping),
            "given": ranked[:given],
            "waiting": waiting,
            "vacant": max(0, most - taken),
            "shortfall": max(0, least.get("least", 0) - taken),
        }
        return result, {one["id"] for one in ranked[:given] if not one["incumbent"]}

    def _place(self, person):
        """What a person is ordered by, the best first."""
        keys = self.config["keys"]
        return tuple(number(person["keys"][one["key"]]) * (1 if one["order"] == "ascending" else -1) for one in keys)

    def _served(self, competing, places):
        """How many get a place; only equals on both sides of the last one make it another number."""
        if places >= len(competing) or places == 0:
            return min(places, len(competing))
        last = self._place(competing[places - 1])
        if last != self._place(competing[places]):
            return places
        before = sum(self._place(one) < last for one in competing)
        equals = sum(self._place(one) == last for one in competing)
        return {"id": places, "all-in": before + equals, "all-out": before}[self.config.get("ties", "id")]


def _heads(bound, people, mode):
    if "count" in bound:
        return bound["count"]
    return units(ratio(bound["share"]) * people, 0, bound.get("rounding", mode))


def main():
    for line in sys.stdin:
        asked = json.loads(line, parse_float=str)
        print(json.dumps(Places(asked["config"]).allocate(asked["input"]["people"])), flush=True)


if __name__ == "__main__":
    main()
