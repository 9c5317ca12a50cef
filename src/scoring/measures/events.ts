import * as z from "zod/mini";
import type { Path } from "../../kernel/errors.js";
import { configNumber, id } from "../../kernel/fields.js";
import { checkIds } from "../../kernel/ids.js";
import { label } from "../../kernel/label.js";
import { readNumber } from "../../kernel/number.js";
import type { Piece, Piecewise } from "../../kernel/piecewise.js";
import {
  absolute,
  add,
  compare,
  divide,
  lesser,
  negate,
  type Rational,
  subtract,
  sum,
  ZERO,
} from "../../kernel/rational.js";
import type { Report } from "../../kernel/report.js";
import { described, list, type Plain } from "../../kernel/schema.js";
import { notAmong, show } from "../../kernel/show.js";
import { writePiecewise } from "../../program/interpreter.js";
import { isAbsent, isObject, readOne } from "../evidence.js";
import { labelsOf, type Measure, numberColumn } from "./measure.js";
import { checkRange } from "./points.js";

/** The fields of the measure. */
export function eventsFields() {
  return {
    /** Points with additions and deductions for each event; the evidence counts the events by id, and one that is not named did not happen. */
    kind: z.literal("events"),
    /** The points of a person without any event. Default: `100`. */
    start: described(z._default(configNumber(), 100), "The points of a person without any event."),
    /** The kinds of events. */
    events: list(
      z.strictObject({
        id: id(),
        label: z.optional(label()),
        points: described(configNumber(), "What each event adds; a deduction is negative."),
        most: z.optional(
          described(configNumber({ above: 0 }), "The most points that events of this kind add or take away."),
        ),
      }),
      1,
    ),
    /** No deduction goes below this. Default: `0`. */
    from: described(z._default(configNumber(), 0), "No deduction goes below this."),
    /** No addition goes above this. Default: `100`. */
    to: described(z._default(configNumber(), 100), "No addition goes above this."),
  };
}

/** Points that each event adds or takes away, such as praise and complaints (M4, M15). */
export function eventsSchema() {
  return described(
    z.strictObject(eventsFields()),
    "Points with additions and deductions for each event; the evidence counts the events by id, and one that is not named did not happen.",
  );
}

export type EventsMeasure = Plain<z.output<ReturnType<typeof eventsSchema>>>;

export function checkEvents(measure: EventsMeasure, path: Path, report: Report): void {
  const { start = 100, from = 0, to = 100, events } = measure;
  checkRange(measure, path, report);
  checkIds(events, [...path, "events"], report);
  if (!report.clean([...path, "to"])) return;
  const [low, high, begin] = [from, to, start].map(readNumber) as [Rational, Rational, Rational];
  if (compare(begin, low) >= 0 && compare(begin, high) <= 0) return;
  const message = `expected ${show(from)} to ${show(to)}, got ${show(start)}`;
  report.add([...path, "start"], "out-of-range", message);
}

export function compileEvents({ start, events, from, to }: EventsMeasure): Measure {
  const [low, high, begin] = [from, to, start].map(readNumber) as [Rational, Rational, Rational];
  const column = (event: string) => `events.${event}`;
  const known = events.map((event) => event.id);
  const gains = events
    .map((event) => ({ points: readNumber(event.points), most: event.most }))
    .filter(({ points }) => points.n > 0n);
  const best = gains.some(({ most }) => most === undefined)
    ? high
    : lesser(high, add(begin, sum(gains.map(({ most }) => readNumber(most)))));
  return {
    inputs: known.map((event) => numberColumn(column(event))),
    shown: known.map((event) => ({ name: event, column: column(event) })),
    read: (evidence, path, report) => readEvents(evidence, known, column, path, report),
    plain: known.map((event) => ({
      column: column(event),
      part: event,
      sign: "not-negative",
      otherwise: { target: 0 },
    })),
    steps: (name) => [
      ...events.map((event) => ({
        step: "piecewise" as const,
        to: name(`points.${event.id}`),
        of: name(column(event.id)),
        function: writePiecewise(eventPoints(event)),
      })),
      {
        step: "weighted-sum",
        to: name("change"),
        of: events.map((event) => ({ column: name(`points.${event.id}`), weight: "1" })),
      },
      {
        step: "piecewise",
        to: name("exact"),
        of: name("change"),
        function: writePiecewise(shiftedWithin(begin, low, high)),
      },
    ],
    lowest: low,
    highest: high,
    fullMarks: best,
    ...labelsOf(events),
  };
}

/** Points for a count of events, of which the most has been said. */
function eventPoints({ points, most }: EventsMeasure["events"][number]): Piecewise {
  const each = readNumber(points);
  const line: Piece = { includesFrom: false, coefficients: [ZERO, each] };
  if (most === undefined || each.n === 0n) return { pieces: [line] };
  const limit = readNumber(most);
  const end = each.n < 0n ? negate(limit) : limit;
  return {
    pieces: [line, { from: divide(limit, absolute(each)), includesFrom: true, coefficients: [end] }],
  };
}

/** A change added to a start, kept within a range. */
export function shiftedWithin(start: Rational, low: Rational, high: Rational): Piecewise {
  return {
    pieces: [
      { includesFrom: false, coefficients: [low] },
      { from: subtract(low, start), includesFrom: true, coefficients: [start, { n: 1n, d: 1n }] },
      { from: subtract(high, start), includesFrom: true, coefficients: [high] },
    ],
  };
}

function readEvents(
  evidence: unknown,
  known: readonly string[],
  column: (event: string) => string,
  path: Path,
  report: Report,
) {
  if (!isObject(evidence)) {
    report.add(
      path,
      "wrong-type",
      `expected the count of each event, such as { ${known[0]}: 1 }, got ${show(evidence)}`,
    );
    return undefined;
  }
  for (const name of Object.keys(evidence).filter((one) => !known.includes(one))) {
    report.add([...path, name], "unknown-event", notAmong(known, "an event here", name));
  }
  const counts = known.map((event): readonly [string, Rational] => {
    const given = Object.hasOwn(evidence, event) ? evidence[event] : undefined;
    const at = [...path, event];
    const count = isAbsent(given) ? ZERO : readOne(given, at, report);
    if (count !== undefined && count.n < 0n)
      report.add(at, "out-of-range", `expected at least 0, got ${show(given)}`);
    return [column(event), count ?? ZERO];
  });
  return Object.fromEntries(counts);
}
