"""The floor over whole NumPy columns: reads columns of float64 from a folder and prints the seconds of processor time of one pass."""

import sys
import time

import numpy as np

folder, rows = sys.argv[1], int(sys.argv[2])


def column(name, dtype=np.float64):
    return np.fromfile(f"{folder}/{name}", dtype=dtype, count=rows)


ratings = [column(f"evidence.{name}") for name in ("communication", "relationships", "market-development", "business-knowledge", "adaptability", "teamwork")]
attained = [(column(f"evidence.{name}.actual"), column(f"evidence.{name}.target"), least) for name, least in (("sales", 0.6), ("customers", 0.6), ("growth", 0.0))]
satisfaction, delivery = column("evidence.satisfaction"), column("evidence.delivery")
tiers = column("tier", np.uint8)
targets = np.array([4000.0, 6000.0, 9000.0, 10000.0, 14000.0])


def half_up(values, scale):
    return np.floor(values * scale + 0.5)


def to4(values):
    return half_up(values, 1e4) / 1e4


def attainment(actual, target, least):
    part = actual / target
    return np.where(part < least, 0.0, np.minimum(part, 1.2) * 100)


def band(scores):
    return (scores >= 60).astype(np.uint8) + (scores >= 80)


def work():
    capability = sum(weight * to4(25 * values - 25) for weight, values in zip((0.25, 0.2, 0.2, 0.15, 0.1, 0.1), ratings))
    scores = [attainment(*one) for one in attained] + [satisfaction, delivery]
    performance = sum(weight * to4(values) for weight, values in zip((0.3, 0.2, 0.15, 0.2, 0.15), scores))
    capability, performance = half_up(capability, 100), half_up(performance, 100)
    score = performance / 100
    service = to4(satisfaction)
    cell = np.where(service < 40, 0, 3 * band(capability / 100) + band(score))
    blocked = service < 60
    payout = np.where(score < 60, 0.0, np.minimum(0.5 + (score - 60) * 0.025, 1.5))
    return capability, performance, cell, blocked, half_up(targets[tiers] * payout, 100)


found = work()
if len(sys.argv) > 3:
    for name, values in zip(("capability", "performance", "cell", "blocked", "bonus"), found):
        values.astype(np.float64).tofile(f"{folder}/numpy.{name}")
start = time.process_time()
work()
print(time.process_time() - start)
