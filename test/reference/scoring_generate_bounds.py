"""Scores that a measure can surely have: what is filled in for missing evidence lies within them."""

from scoring_evidence_measures import attainment_corners
from scoring_full import full_of
from scoring_terms import number, own_or


def bounds(schema, item):
    """The least and the greatest safe score of an indicator; None where there is none."""
    if item["measure"]["kind"] == "composite":
        return shared([bounds(schema, leaf) for leaf in leaves_of(item["measure"]["indicators"])])
    kinds = schema["raters"]["kinds"] if "raters" in item else []
    measures = [item["measure"], *(kind["measure"] for kind in kinds if "measure" in kind)]
    return shared([measure_bounds(measure) for measure in measures])


def shared(pairs):
    if None in pairs:
        return None
    least, most = max(pair[0] for pair in pairs), min(pair[1] for pair in pairs)
    return (least, most) if least <= most else None


def leaves_of(rows):
    for row in rows:
        if "measure" in row:
            yield row
        else:
            yield from leaves_of(row["indicators"])


def measure_bounds(measure):
    kind, most = measure["kind"], None
    if kind in ("points", "z-score"):
        least = number(own_or(measure, "from", 0))
    elif kind in ("rating", "percentile-rank", "min-max", "stanine"):
        least = number(own_or(measure, "points", {"from": 0})["from"])
    elif kind in ("lines", "growth"):
        least = _least(measure["points"])
    elif kind in ("steps", "choice", "rank"):
        least = _least(measure[{"steps": "steps", "choice": "options", "rank": "scores"}[kind]])
    elif kind == "ideal-range":
        least = number(own_or(measure, "points", {"outside": 0})["outside"])
    elif kind == "yes-no":
        least = min(number(own_or(measure, "yes", 100)), number(own_or(measure, "no", 0)))
    elif kind == "attainment":
        least = attainment_corners(measure)[0][2]
    elif kind == "events":
        least = number(own_or(measure, "start", 100))
    else:
        least = most = number(50)
    return least, most if most is not None else full_of(measure)


def _least(rows):
    return min(number(row[name]) for row in rows for name in ("score", "below") if name in row)
