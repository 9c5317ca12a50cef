"""From scores to bands, gates and the cell of the matrix."""

from itertools import product
from typing import NamedTuple

from exact import number, text


class Placement(NamedTuple):
    scores: dict
    bands: dict
    """The band on each axis, whatever a veto says."""
    cell: dict
    failed: tuple
    """The gates that failed and forbid a move up."""
    cap: str | None
    report: dict

    @property
    def at(self):
        return self.cell["at"]


class Matrix:
    def __init__(self, config):
        self.axes = config["axes"]
        self.gates = config.get("gates", [])
        self.tiers = [tier["id"] for tier in config["tiers"]]
        self.labels = {tier["id"]: tier["label"] for tier in config["tiers"] if "label" in tier}
        names = [axis["id"] for axis in self.axes]
        every = product(*([band["id"] for band in axis["bands"]] for axis in self.axes))
        cells = config.get("cells") or [{"at": dict(zip(names, bands))} for bands in every]
        self.cells = {tuple(cell["at"][name] for name in names): cell for cell in cells}

    def place(self, given, kept):
        """Where a person is; `kept` are the bands of the review before."""
        scores = {axis["id"]: number(given["scores"][axis["id"]]) for axis in self.axes}
        placed = [self._band(axis, scores[axis["id"]], kept.get(axis["id"])) for axis in self.axes]
        gates = [self._gate(gate, given, scores) for gate in self.gates]
        failed = [gate for gate in gates if not gate["passed"]]
        vetoed = any(gate["onFail"] == "veto" for gate in failed)
        bands = [axis["bands"][0]["id"] for axis in self.axes] if vetoed else [one["band"] for one in placed]
        cell = self.cells[tuple(bands)]
        blocking = [gate for gate in failed if gate["onFail"] != "cap-tier"]
        caps = [gate["tier"] for gate in failed if gate["onFail"] == "cap-tier"]
        cap = min(caps, key=self.tiers.index) if caps else None
        report = {
            "axes": placed,
            "cell": {
                **cell,
                "actions": [written_action(action) for action in cell.get("actions", [])],
                **self._label("tierLabel", cell.get("tier")),
            },
            "gates": gates,
            "promotionBlocked": bool(blocking),
            "vetoed": vetoed,
            **({"capTier": cap} if cap else {}),
        }
        return Placement(scores, {one["axis"]: one["band"] for one in placed}, cell, tuple(blocking), cap, report)

    def _label(self, name, tier):
        return {name: self.labels[tier]} if tier in self.labels else {}

    def _band(self, axis, score, kept):
        """The highest band that the score reaches, or that the margin keeps for who was in it or a better one at the review before."""
        starts = [number(band["from"]) if "from" in band else None for band in axis["bands"]]
        reached = max(place for place, start in enumerate(starts) if start is None or score >= start)
        before = [band["id"] for band in axis["bands"]].index(kept) if kept else 0
        margin = number(axis.get("margin", 0))
        place = max([reached, *(one for one in range(1, before + 1) if score >= starts[one] - margin)])
        report = {"axis": axis["id"], "score": text(score), "band": axis["bands"][place]["id"]}
        report.update({"label": axis["label"]} if "label" in axis else {})
        report.update({"bandLabel": axis["bands"][place]["label"]} if "label" in axis["bands"][place] else {})
        if starts[place] is not None:
            report["from"] = text(starts[place])
        if place > reached:
            report["keptFrom"] = text(starts[place] - margin)
        if place + 1 < len(starts):
            following = axis["bands"][place + 1]
            report["next"] = {
                "band": following["id"],
                **({"label": following["label"]} if "label" in following else {}),
                "from": text(starts[place + 1]),
                "distance": text(starts[place + 1] - score),
            }
        return report

    def _gate(self, gate, given, scores):
        kind = next(one for one in ("indicator", "group", "axis", "fact", "certificate") if one in gate)
        name = gate[kind]
        report = {"id": gate["id"], "of": {"kind": kind, "id": name}, "onFail": gate["onFail"]}
        for limit in ("label", "tier"):
            report.update({limit: gate[limit]} if limit in gate else {})
        report.update(self._label("tierLabel", gate.get("tier")))
        report.update({limit: text(number(gate[limit])) for limit in ("atLeast", "atMost") if limit in gate})
        if kind == "certificate":
            return {**report, "passed": name in given.get("certificates", [])}
        value = scores[name] if kind == "axis" else number(given[f"{kind}s"][name])
        return {**report, "value": text(value), "passed": within(gate, value)}


def within(limits, value):
    return not ("atLeast" in limits and value < number(limits["atLeast"])) and not (
        "atMost" in limits and value > number(limits["atMost"])
    )


def written_action(action):
    """An action is a label alone, or a record; a label by language has no property `label`."""
    return action if isinstance(action, dict) and "label" in action else {"label": action}
