"""An independent reference of the adjuster: rules and careers in, placements and decisions out.

    python3 careers_reference.py RULES.json CAREERS.json RESULTS.json

It needs the standard library alone and is written from the documented contract.
Numbers never pass through a float.
"""

import json
import sys

sys.dont_write_bytecode = True

from careers.decision import Decision  # noqa: E402
from careers.placing import Matrix  # noqa: E402
from careers.rules import Rules  # noqa: E402
from careers.standing import read_standing  # noqa: E402


def career(matrix, rules, given):
    """The reviews of one person, each with the standing and the bands that the one before left."""
    standing, bands, reviews = read_standing(given["standing"]), {}, []
    for review in given["reviews"]:
        placement = matrix.place(review, bands) if "scores" in review else None
        decision = Decision(rules, review, standing, placement)
        if placement and not decision.found.skipped:
            bands = placement.bands
        reviews.append({"placement": placement.report if placement else None, "decision": decision.report()})
        standing = decision.after()
    return reviews


def main(rules_path, careers_path, results_path):
    made = {one["id"]: (Matrix(one["matrix"]), Rules(one["rules"])) for one in _read(rules_path)}
    results = [career(*made[one["rules"]], one) for one in _read(careers_path)]
    with open(results_path, "w", encoding="utf-8") as file:
        file.write(json.dumps(results, ensure_ascii=False))


def _read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file, parse_float=str)


if __name__ == "__main__":
    main(*sys.argv[1:])
