"""The work in DuckDB with DECIMAL: reads a folder's people.csv and prints the seconds of one query, of the processor and of the clock; `check` writes what it finds too."""

import sys
import time

import duckdb

folder, threads, job = sys.argv[1], sys.argv[2], sys.argv[3]
RATINGS = ("communication", "relationships", "market-development", "business-knowledge", "adaptability", "teamwork")
ATTAINED = (("sales", 6), ("customers", 6), ("growth", 0))


def attainment(name, least):
    """Rounded to four decimals in whole numbers, as DECIMAL has no division."""
    actual, target = (f'CAST("evidence.{name}.{part}" * 100 AS BIGINT)' for part in ("actual", "target"))
    rounded = f"(2000000 * {actual} + {target}) // (2 * {target})"
    units = f"CASE WHEN 10 * {actual} < {least} * {target} THEN 0 WHEN 10 * {actual} > 12 * {target} THEN 1200000 ELSE {rounded} END"
    return f"CAST({units} AS DECIMAL(9, 0)) * CAST('0.0001' AS DECIMAL(5, 4))"


def weighted(weights, terms):
    return "round(" + " + ".join(f"{weight} * {term}" for weight, term in zip(weights, terms)) + ", 2)"


def band(column):
    return f"CASE WHEN {column} >= 80 THEN 2 WHEN {column} >= 60 THEN 1 ELSE 0 END"


CAPABILITY = weighted((0.25, 0.2, 0.2, 0.15, 0.1, 0.1), [f'(25 * "evidence.{name}" - 25)' for name in RATINGS])
PERFORMANCE = weighted(
    (0.3, 0.2, 0.15, 0.2, 0.15),
    [*(attainment(*one) for one in ATTAINED), '"evidence.satisfaction"', '"evidence.delivery"'],
)
QUERY = f"""
WITH scored AS (
  SELECT row, {CAPABILITY} AS capability, {PERFORMANCE} AS performance, "evidence.satisfaction" AS service,
    CAST(list_extract([4000, 6000, 9000, 10000, 14000], tier + 1) AS DECIMAL(7, 0)) AS target
  FROM people
)
SELECT row, capability, performance,
  CASE WHEN service < 40 THEN 0 ELSE 3 * ({band("capability")}) + {band("performance")} END AS cell,
  CASE WHEN service < 60 THEN 1 ELSE 0 END AS blocked,
  round(target * CASE WHEN performance < 60 THEN 0 WHEN performance < 100 THEN 0.5 + (performance - 60) * 0.025 ELSE 1.5 END, 2) AS bonus
FROM scored
"""

con = duckdb.connect()
con.execute(f"SET threads = {threads}")
numbers = con.execute(f"SELECT * FROM read_csv('{folder}/people.csv') LIMIT 0").description
types = ", ".join(f"'{name}': '{'DECIMAL(9, 2)' if name.startswith('evidence') else 'INTEGER'}'" for name, *_ in numbers)
con.execute(f"CREATE TABLE people AS SELECT * FROM read_csv('{folder}/people.csv', types = {{{types}}})")
if job == "check":
    hundredths = "CAST(capability * 100 AS BIGINT), CAST(performance * 100 AS BIGINT), cell, blocked, CAST(bonus * 100 AS BIGINT)"
    con.execute(f"COPY (SELECT {hundredths} FROM ({QUERY}) ORDER BY row) TO '{folder}/duckdb.csv' (HEADER false)")
for _ in range(2):
    processor, clock = time.process_time(), time.perf_counter()
    con.execute(f"CREATE OR REPLACE TABLE found AS {QUERY}")
    processor, clock = time.process_time() - processor, time.perf_counter() - clock
print(processor, clock)
