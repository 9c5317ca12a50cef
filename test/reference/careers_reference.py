"""An independent reference of the adjuster: rules and careers in, placements and decisions out.

    python3 careers_reference.py < ASKED > ANSWERED

Each line of what is asked holds a matrix, rules and the careers by them, and is answered by a line with the reviews of each career.
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
        standing = decision.after
    return reviews


def main():
    for line in sys.stdin:
        asked = json.loads(line, parse_float=str)
        matrix, rules = Matrix(asked["matrix"]), Rules(asked["rules"])
        print(json.dumps([career(matrix, rules, given) for given in asked["careers"]]), flush=True)


if __name__ == "__main__":
    main()
