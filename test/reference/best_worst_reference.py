"""The linear best-worst method as the linear program that it is, solved by an exact simplex method with Bland's rule.

Reads a list of {"best", "worst", "bestOver": [...], "overWorst": [...]} (positions and fraction texts) from standard input and writes
for each {"weights": [...], "xi": ...} as fraction texts.
"""

import json
import sys
from fractions import Fraction


def main():
    json.dump([solve(problem) for problem in json.load(sys.stdin)], sys.stdout)


def solve(problem):
    best, worst = problem["best"], problem["worst"]
    over = [Fraction(text) for text in problem["bestOver"]]
    under = [Fraction(text) for text in problem["overWorst"]]
    count = len(over)
    rows = []  # each is a list of coefficients of the weights and xi, at most 0
    for other in range(count):
        pairs = [(best, other, over[other]), (other, worst, under[other])]
        for upper, lower, times in pairs:
            if upper == lower:
                continue
            difference = [Fraction(0)] * count
            difference[upper] += 1
            difference[lower] -= times
            rows.append(difference + [Fraction(-1)])
            rows.append([-value for value in difference] + [Fraction(-1)])
    values = minimise_last(rows, count + 1)
    assert sum(values[:count]) == 1 and all(value >= 0 for value in values)
    return {"weights": [str(value) for value in values[:count]], "xi": str(values[count])}


def minimise_last(rows, width):
    """The least last variable, where each row times the variables is at most 0, and all variables but the last sum to 1."""
    slacks = len(rows)
    table = []
    for index, row in enumerate(rows):
        unit = [Fraction(int(index == slack)) for slack in range(slacks)]
        table.append(row + unit + [Fraction(0), Fraction(0)])
    table.append([Fraction(1)] * (width - 1) + [Fraction(0)] * (slacks + 1) + [Fraction(1), Fraction(1)])
    basis = [width + index for index in range(slacks)] + [width + slacks]
    columns = width + slacks + 1
    artificial = [Fraction(int(column == columns - 1)) for column in range(columns)]
    run(table, basis, artificial, columns)
    if columns - 1 in basis:
        row = basis.index(columns - 1)
        assert table[row][-1] == 0, "no weights sum to 1"
        pivot(table, basis, row, next(column for column in range(columns - 1) if table[row][column] != 0))
    cost = [Fraction(int(column == width - 1)) for column in range(columns)]
    run(table, basis, cost, columns - 1)
    found = dict(zip(basis, (row[-1] for row in table)))
    return [found.get(column, Fraction(0)) for column in range(width)]


def run(table, basis, cost, columns):
    while True:
        reduced = (
            column
            for column in range(columns)
            if column not in basis
            and cost[column] - sum(cost[basis[index]] * row[column] for index, row in enumerate(table)) < 0
        )
        entering = next(reduced, None)
        if entering is None:
            return
        ratios = [
            (row[-1] / row[entering], basis[index], index) for index, row in enumerate(table) if row[entering] > 0
        ]
        assert ratios, "unbounded"
        pivot(table, basis, min(ratios)[2], entering)


def pivot(table, basis, row, column):
    divisor = table[row][column]
    table[row] = [value / divisor for value in table[row]]
    for index, other in enumerate(table):
        factor = other[column]
        if index != row and factor != 0:
            table[index] = [value - factor * own for value, own in zip(other, table[row])]
    basis[row] = column


main()
