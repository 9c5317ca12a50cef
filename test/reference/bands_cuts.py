"""Where bands begin for a group, from the definitions: who is in each band comes first, its beginning follows from them."""

from fractions import Fraction
from math import floor, isqrt

from exact import ratio, number, rounded, settle_remainders, units

_FAR = 10**200


class Person:
    """One of a group."""

    def __init__(self, written, axis, keys):
        self.id = written["id"]
        self.score = number(written["scores"][axis])
        given = [(number(written["keys"][key["key"]]), key["order"]) for key in keys]
        signed = [value if order == "ascending" else -value for value, order in given]
        self.rank = (-self.score, signed, [ord(letter) for letter in self.id])


def tie_keys(relative):
    ties = relative.get("ties")
    return ties["keys"] if isinstance(ties, dict) else []


class Cuts:
    """The beginnings of all bands but the lowest, and whom a tie lets in."""

    def __init__(self, axis, people):
        self.relative = axis["relative"]
        self.names = [band["id"] for band in axis["bands"]]
        self.people = [Person(one, axis["id"], tie_keys(self.relative)) for one in people]
        self.scores = sorted(person.score for person in self.people)
        self.fixed = len(people) < self.relative.get("minimumGroup", 0)
        self.begins = {}
        self.tied = {}
        for band in axis["bands"][1:]:
            self.begins[band["id"]] = number(band["from"]) if self.fixed else self._begin(band["id"])

    def _begin(self, band):
        kind = self.relative["kind"]
        if kind == "quantile":
            cut = quantile(self.scores, ratio(self._cut(band)["at"]), self.relative["definition"])
            return rounded(cut, self.relative.get("decimals", 4))
        if kind == "mean-deviation":
            return self._deviation(band)
        inside = self._inside(self._places(band))
        if not inside:
            return None
        least = min(person.score for person in inside)
        at_least = [person for person in self.people if person.score >= least]
        if len(at_least) > len(inside):
            self.tied[band] = [
                person.id
                for person in sorted(inside, key=lambda one: [ord(letter) for letter in one.id])
                if person.score == least
            ]
        return least

    def _cut(self, band):
        return next(cut for cut in self.relative.get("cuts", self.relative.get("shares")) if cut["band"] == band)

    def _places(self, band):
        """How many people are to be in the band or a better one."""
        size = len(self.people)
        kind = self.relative["kind"]
        if kind == "top-count":
            return self._cut(band)["count"]
        if kind == "top-share":
            return units(ratio(self._cut(band)["share"]) * size, 0, self.relative.get("rounding", "half-up"))
        best_first = self.names[::-1]
        exact = {place: ratio(self._cut(name)["share"]) * size for place, name in enumerate(best_first)}
        counts = settle_remainders(size, exact)
        return sum(counts[place] for place in range(best_first.index(band) + 1))

    def _inside(self, places):
        """Who is among the best so many, as the rule for ties says."""
        ties = self.relative["ties"]
        better = lambda one: sum(other.score > one.score for other in self.people)
        as_good = lambda one: sum(other.score >= one.score for other in self.people)
        if ties == "all-in":
            return [one for one in self.people if better(one) < places]
        if ties == "all-out":
            return [one for one in self.people if as_good(one) <= places]
        return sorted(self.people, key=lambda one: one.rank)[:places]

    def _deviation(self, band):
        size = len(self.scores)
        mean = sum(self.scores, Fraction(0)) / size
        squares = sum((score - mean) ** 2 for score in self.scores)
        if squares == 0:
            known = self.names.index(self.relative["whenEqual"])
            return mean if self.names.index(band) <= known else None
        variance = squares / (size - 1 if self.relative["deviation"] == "sample" else size)
        return rounded(mean + number(self._cut(band)["deviations"]) * root(variance), self.relative.get("decimals", 4))

    def index(self, person_id, score):
        """The band of a person by the score alone, as a place from 0."""
        reached = [0]
        for place, band in enumerate(self.names[1:], 1):
            begin = self.begins[band]
            if begin is None or score < begin:
                continue
            if score == begin and band in self.tied and person_id not in self.tied[band]:
                continue
            reached.append(place)
        return max(reached)

    def context(self, write):
        bands = []
        for band in self.names[1:]:
            begin = self.begins[band]
            entry = {"band": band}
            if begin is not None:
                entry["from"] = write(begin)
            if band in self.tied:
                entry["tied"] = self.tied[band]
            bands.append(entry)
        return {"count": len(self.people), "bands": bands}


def root(value: Fraction) -> Fraction:
    """The square root: exact where there is an exact one, else to two hundred decimals."""
    top, bottom = isqrt(value.numerator), isqrt(value.denominator)
    if top * top == value.numerator and bottom * bottom == value.denominator:
        return Fraction(top, bottom)
    return Fraction(isqrt(value.numerator * _FAR * _FAR // value.denominator), _FAR)


# Plotting positions (k - a) / (n + b) of the k-th of n values, between which the continuous definitions run in straight lines.
_POSITIONS = {
    "interpolated-inverse-cdf": (Fraction(0), Fraction(0)),
    "hazen": (Fraction(1, 2), Fraction(0)),
    "weibull": (Fraction(0), Fraction(1)),
    "linear": (Fraction(1), Fraction(-1)),
    "median-unbiased": (Fraction(1, 3), Fraction(1, 3)),
    "normal-unbiased": (Fraction(3, 8), Fraction(1, 4)),
}


def quantile(values, at, definition):
    """A quantile of values in rising order."""
    size = len(values)
    if definition in _POSITIONS:
        if size == 1:
            return values[0]
        a, b = _POSITIONS[definition]
        positions = [(k - a) / (size + b) for k in range(1, size + 1)]
        return _along(positions, values, at)
    if definition == "closest-observation":
        nearest = round(at * size)  # of two equally near the even one
        return values[min(max(nearest, 1), size) - 1]
    reached = [value for k, value in enumerate(values, 1) if Fraction(k, size) >= at]
    first = reached[0]
    if definition == "averaged-inverse-cdf" and (at * size).denominator == 1 and at > 0:
        after = values[min(floor(at * size), size - 1)]
        return (first + after) / 2
    return first


def _along(positions, values, at):
    if at <= positions[0]:
        return values[0]
    for k in range(1, len(values)):
        if at <= positions[k]:
            part = (at - positions[k - 1]) / (positions[k] - positions[k - 1])
            return values[k - 1] + part * (values[k] - values[k - 1])
    return values[-1]
