"""Weights from judgements and data, by the standard library's decimals: reads tasks as JSON, writes the numbers of each."""

import json
import sys
from decimal import ROUND_HALF_UP, Decimal, getcontext
from fractions import Fraction

getcontext().prec = 110
ONE = Decimal(1)


def number(written) -> Decimal:
    exact = Fraction(str(written))
    return Decimal(exact.numerator) / Decimal(exact.denominator)


def rounded(value: Decimal, digits: int) -> str:
    """Half up; what is within 10^-(digits + 25) of a tie is the tie."""
    close = value.quantize(ONE.scaleb(-(digits + 25)), ROUND_HALF_UP)
    return format(close.quantize(ONE.scaleb(-digits), ROUND_HALF_UP) + 0, "f")


def shares(values):
    total = sum(values)
    return [value / total for value in values]


def mean(values):
    return sum(values) / len(values)


# Judgements


def whole(triangle, size):
    matrix = [[ONE] * size for _ in range(size)]
    for row, judgements in enumerate(triangle):
        for offset, judgement in enumerate(judgements):
            column = row + 1 + offset
            matrix[row][column] = number(judgement)
            matrix[column][row] = number(Fraction(1) / Fraction(str(judgement)))
    return matrix


def principal(matrix):
    """The power method, until nothing moves at 85 digits."""
    vector = [ONE / len(matrix)] * len(matrix)
    while True:
        times = [sum(a * x for a, x in zip(row, vector)) for row in matrix]
        eigenvalue = sum(times)
        after = [value / eigenvalue for value in times]
        if max(abs(a - b) for a, b in zip(after, vector)) < ONE.scaleb(-85):
            return after, eigenvalue
        vector = after


def row_means(matrix):
    return shares([(sum(value.ln() for value in row) / len(row)).exp() for row in matrix])


def implied(matrix, row, column):
    """The ratio of the weights without one judgement: it is replaced by what the weights say, over and over."""
    ratio = matrix[row][column]
    while True:
        trial = [list(values) for values in matrix]
        trial[row][column], trial[column][row] = ratio, ONE / ratio
        vector, _ = principal(trial)
        after = vector[row] / vector[column]
        if abs(after - ratio) < ONE.scaleb(-50) * ratio:
            return after
        ratio = after


SAATY = {3: "0.58", 4: "0.9", 5: "1.12", 6: "1.24", 7: "1.32"}


def ahp(config, criteria, judgements):
    size = len(criteria)
    matrix = whole(judgements, size)
    vector, eigenvalue = principal(matrix)
    weights = vector if config["method"] == "eigenvector" else row_means(matrix)
    numbers = weights + [eigenvalue]
    if size > 2:
        index = (eigenvalue - size) / (size - 1)
        numbers += [index, index / Decimal(SAATY[size])]
        worst, most = None, ONE + ONE.scaleb(-40)
        for row in range(size):
            for column in range(row + 1, size):
                fit = matrix[row][column] * vector[column] / vector[row]
                off = max(fit, ONE / fit)
                if off > most + ONE.scaleb(-40):
                    worst, most = (row, column), off
        if worst is not None:
            numbers += [matrix[worst[0]][worst[1]], implied(matrix, *worst)]
    return numbers


# Data


def scale(column, scaling):
    values, cost = [number(value) for value in column["values"]], column.get("kind") == "cost"
    low, high = min(values), max(values)
    if scaling == "min-max":
        span = high - low or ONE
        return [((high - value) if cost else (value - low)) / span for value in values]
    if scaling == "max":
        return [low / value if cost else value / high for value in values]
    if scaling == "sum":
        return shares([ONE / value if cost else value for value in values])
    if scaling == "vector":
        length = sum(value * value for value in values).sqrt()
        return [ONE - value / length if cost else value / length for value in values]
    return values


def deviation(values):
    middle = mean(values)
    return mean([(value - middle) ** 2 for value in values]).sqrt()


def ranks(values):
    return [
        sum(other < value for other in values) + Decimal(sum(other == value for other in values) + 1) / 2
        for value in values
    ]


def correlation(a, b):
    both = mean([x * y for x, y in zip(a, b)]) - mean(a) * mean(b)
    return both / (deviation(a) * deviation(b))


def critic(config, columns):
    scaled = [scale(column, config["scaling"]) for column in columns]
    compared = [ranks(column) for column in scaled] if config["correlation"] == "spearman" else scaled
    return shares(
        [
            deviation(column) * sum(ONE - correlation(compared[j], other) for k, other in enumerate(compared) if k != j)
            for j, column in enumerate(scaled)
        ]
    )


def entropy(config, columns):
    def divergence(column):
        parts = shares(scale(column, config["scaling"]))
        return ONE + sum(part * part.ln() for part in parts if part > 0) / Decimal(len(parts)).ln()

    return shares([divergence(column) for column in columns])


def standard_deviation(config, columns):
    return shares([deviation(scale(column, config["scaling"])) for column in columns])


def variation(config, columns):
    scaled = [scale(column, config["scaling"]) for column in columns]
    return shares([deviation(column) / mean(column) for column in scaled])


def merec(_, columns):
    logs = []
    for column in columns:
        values = [number(value) for value in column["values"]]
        low, high = min(values), max(values)
        logs.append([abs((value / high if column.get("kind") == "cost" else low / value).ln()) for value in values])
    count = len(logs)

    def performance(row, without=None):
        return (ONE + sum(column[row] for k, column in enumerate(logs) if k != without) / count).ln()

    return shares(
        [sum(abs(performance(row, j) - performance(row)) for row in range(len(logs[0]))) for j in range(count)]
    )


METHODS = {
    "criticWeights": critic,
    "entropyWeights": entropy,
    "standardDeviationWeights": standard_deviation,
    "variationWeights": variation,
    "merecWeights": merec,
}


def answer(task):
    config, criteria = task["config"], task["input"]["criteria"]
    if task["use"] == "ahp":
        numbers = ahp(config, criteria, task["input"]["judgements"])
    else:
        numbers = METHODS[task["use"]](config, criteria)
    return [rounded(value, config["decimals"]) for value in numbers]


json.dump([answer(task) for task in json.load(sys.stdin)], sys.stdout)
