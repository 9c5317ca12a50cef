"""Conditions on reviews that follow each other."""

from exact import number, text

RISING = {"rise": 1, "fall": -1}


def row_of(reviews, is_passed_over):
    """The reviews that directly follow each other up to the last, the latest first; skipped ones are not among them.

    `is_passed_over` says of a period without a review whether it breaks nothing.
    """
    row, follows = [], None
    for review in reversed(reviews):
        if follows is not None:
            between = range(review.period.ordinal + 1, follows.ordinal)
            if not all(is_passed_over(review.period._replace(ordinal=one)) for one in between):
                break
        follows = review.period
        if not review.skipped:
            row.append(review)
    return row


def looks_back(condition) -> int:
    """How many reviews before the present one a condition can look at."""
    window = condition.get("outOf", condition.get("periods", 1))
    if condition["kind"] in RISING:
        return window + condition.get("against", 1) - 1
    return window + condition.get("over", 1) - 2


def judge_row(condition, purpose, row):
    """What the reviews of a row say of a condition: met or not, by which of them, and how far this one is away."""
    needed = condition.get("periods", 1)
    window = condition.get("outOf", needed)
    found = [_finding(condition, purpose, row, back) for back in range(min(window, len(row)))]
    meeting = []
    for review, (value, meets) in zip(row, found):
        if meets:
            meeting.append({"period": str(review.period), **({} if value is None else {"value": text(value)})})
        elif window == needed:
            break
    meeting = meeting[:needed]
    result = {
        "periods": needed,
        "outOf": window,
        "count": len(meeting),
        "met": len(meeting) == needed,
        "now": bool(found) and found[0][1],
        "evidence": meeting[::-1],
    }
    if "axis" in condition:
        threshold = number(condition["score" if "score" in condition else "by"])
        result.update({"axis": condition["axis"], "threshold": text(threshold)})
        if found and found[0][0] is not None:
            result.update({"value": text(found[0][0]), "distance": text(abs(found[0][0] - threshold))})
    if condition["kind"] == "placed":
        result["at"] = condition["at"]
    return result


def _finding(condition, purpose, row, back):
    """The value of one review, None where there is none, and whether it meets the condition."""
    kind = condition["kind"]
    if kind == "cell":
        return None, row[back].proposal == ("down" if purpose == "down" else "up")
    if kind == "placed":
        at = row[back].at or {}
        return None, all(at.get(axis) == band for axis, band in condition["at"].items())
    value = _value(condition, row, back)
    if value is None:
        return None, False
    if kind in RISING:
        return value, value >= number(condition["by"])
    return value, (value < number(condition["score"])) == (kind == "below")


def _value(condition, row, back):
    """The score, the mean, or the rise or fall of a review; None where a score for it is not there."""
    sign = RISING.get(condition["kind"])
    span = condition.get("against", 1) + 1 if sign else condition.get("over", 1)
    scores = [review.scores.get(condition["axis"]) for review in row[back : back + span]]
    if len(scores) < span:
        return None
    if sign:
        return None if scores[0] is None or scores[-1] is None else sign * (scores[0] - scores[-1])
    return None if None in scores else sum(scores) / span
