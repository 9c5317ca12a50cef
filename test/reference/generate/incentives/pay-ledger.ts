import { type PayLedgerInput, payLedger, type StatementConfig, shiftPeriod } from "../../../../src/index.js";
import { countLedger, LEDGER } from "../../coverage/incentives/pay-ledger.js";
import { names, type Random } from "../random.js";
import { damagedLedger } from "./stored-ledger.js";
import { askedInTurn, type Stored, type Subject } from "./subject.js";

type Event = PayLedgerInput["events"][number];

const TURNS = 8;

export const payLedgerSubject: Subject = {
  use: "payLedger",
  share: 1200,
  kinds: LEDGER,
  plan: (random, count) =>
    askedInTurn(
      "payLedger",
      payLedger,
      (): StatementConfig => ({
        currency: random.pick(["USD", "JPY", "KWD"]),
        ...(random.chance(70) ? { yearStarts: random.pick([1, 3, 4, 10]) } : {}),
      }),
      (config, last, turn): PayLedgerInput => {
        const ledger = last?.ledger;
        const events = planEvents(random, config, ledger, turn);
        if (ledger === undefined) return { events };
        return { ledger: random.chance(12) ? damagedLedger(random, ledger) : ledger, events };
      },
      { turns: TURNS, each: (config, input, outcome) => countLedger(config, input, outcome, count) },
    ),
};

/** What happens after some periods are closed: entries of all kinds, and mostly the next period is closed. */
function planEvents(
  random: Random,
  { currency }: StatementConfig,
  ledger: Stored,
  turn: number,
): readonly Event[] {
  const closed: readonly Stored[] = ledger?.closed ?? [];
  const next = shiftPeriod("2026-01", closed.length);
  const close: Event = {
    kind: "close",
    period: random.chance(4) ? random.pick(["2026-Q1", "2027", "2025-11"]) : next,
    lines: planLines(random, currency),
    ...(random.chance(15) ? { refused: planRefused(random) } : {}),
  };
  const entries = closed.length === 0 ? 0 : random.int(0, 3);
  return [
    ...Array.from({ length: entries }, (_, place) =>
      planEntry(random, currency, ledger, `${random.chance(96) ? "e" : "same"}${turn}-${place}`),
    ),
    ...(closed.length === 0 || random.chance(80) ? [close] : []),
  ];
}

function planEntry(random: Random, currency: string, ledger: Stored, fresh: string): Event {
  const { closed, disputes } = ledger;
  const one = random.pick<Stored>(closed);
  const period = random.chance(97) ? one.period : "2025-12";
  const id = random.chance(97) ? fresh : "e1-0";
  const entry = {
    on: random.pick(["2026-02-28", "2026-05-05", "2026-08-05"]),
    by: random.pick(["payroll", "k17"]),
    reason: "late deal",
  };
  const own = one.lines.filter(({ use }: { use: string }) => use === "commission");
  const open = disputes.filter(({ settled }: Stored) => settled === undefined);
  const picks: readonly (() => Event)[] = [
    () => planAgain(random, ledger, { id, period, ...entry }, planLines(random, currency)),
    () => planAgain(random, ledger, { id, period, ...entry }, random.chance(60) ? own : own.slice(1)),
    () => ({
      kind: "close",
      period: one.period,
      lines: random.chance(85) ? [...own].reverse() : planLines(random, currency),
      ...(one.refused === undefined || random.chance(5) ? {} : { refused: one.refused }),
    }),
    () => ({
      kind: "adjust",
      id,
      period: random.pick([
        period,
        period,
        shiftPeriod("2026-01", closed.length + random.int(0, 2)),
        "2026-Q2",
        "2027",
      ]),
      amount: planAmount(random, currency),
      ...(random.chance(30) ? { category: "gifts", rule: "Section 9" } : {}),
      ...entry,
    }),
    () => ({
      kind: "dispute",
      id,
      period,
      line: random.chance(92) ? (random.pick<Stored>([...one.lines, { id: "line1" }]).id as string) : "line9",
      ...entry,
    }),
    () => ({
      kind: "settle",
      dispute: random.pick<Stored>(
        random.chance(85) && open.length > 0 ? open : [...disputes, { id: "none" }],
      ).id,
      amount: random.chance(30) ? 0 : planAmount(random, currency),
      ...entry,
    }),
  ];
  return random.pick(disputes.length > 0 || random.chance(8) ? picks : picks.slice(0, -1))();
}

/** A recalculation that names what it leaves out; now and then not, or something else. */
function planAgain(
  random: Random,
  { closed, waiting }: Stored,
  entry: Omit<Extract<Event, { kind: "adjust" }>, "kind" | "amount">,
  lines: Extract<Event, { kind: "recalculate" }>["lines"],
): Event {
  const { period } = entry;
  const made = (line: Stored) => line.use !== "correction" && line.use !== "adjustment";
  const posted: readonly Stored[] = [...closed.flatMap((one: Stored) => one.lines), ...waiting];
  const known = [
    ...(closed.find((one: Stored) => one.period === period)?.lines ?? [])
      .filter(made)
      .map(({ id }: Stored) => id),
    ...posted.flatMap((line) => (line.use === "correction" && line.period === period ? [line.corrects] : [])),
  ];
  const gone = [...new Set(known)].filter((id) => lines.every((line) => line.id !== id));
  const without = random.chance(3) ? ["line9"] : random.chance(3) ? ["line1"] : random.chance(96) ? gone : [];
  return { kind: "recalculate", ...entry, lines, ...(without.length === 0 ? {} : { without }) };
}

function planLines(random: Random, currency: string) {
  const ids = random.chance(2) ? ["line1", "line1"] : random.some(names("line", 4), 0, 4);
  const made = ids.map((id) => {
    const amount = planAmount(random, currency);
    const parts = [
      { of: "table", basis: "10", rate: "0.5", amount },
      { basis: 1, rate: 1, amount: random.chance(4) ? 5 : 0 },
    ];
    return {
      id,
      use: random.chance(99) ? "commission" : random.pick(["correction", "adjustment"]),
      ...(random.chance(90) ? { category: random.pick(["base-pay", "commission"]) } : {}),
      ...(random.chance(20) ? { label: random.pick(["Deals", "Deals above quota"]), rule: "Section 3" } : {}),
      currency: random.chance(99) ? currency : "GBP",
      basis: random.pick(["1000", "1e3", 12.5]),
      rate: "0.05",
      ...(random.chance(20) ? { rateAs: "percent" as const } : {}),
      amount,
      ...(random.chance(20) ? { parts } : {}),
      ...(random.chance(20)
        ? { notes: [{ kind: "prorated", values: { part: random.pick(["0.5", 0.5, 15]) } }] }
        : {}),
    };
  });
  return [...made, ...planTakenBack(random, currency)];
}

/** Now and then a line of a calculator that corrects one of an earlier period, as clawbacks do. */
function planTakenBack(random: Random, currency: string) {
  if (!random.chance(15)) return [];
  const line = { use: "clawback", category: "clawback", currency, basis: 20, rate: -1, amount: -20 };
  return [{ ...line, id: "clawback.line1", period: "2026-01", corrects: "line1" }];
}

function planAmount(random: Random, currency: string): number | string {
  const cents = { USD: ".05", JPY: "", KWD: ".125" }[currency] ?? "";
  return random.pick([0, -20, 7, `${random.int(0, 9000)}${cents}`, random.chance(8) ? "0.0001" : "1e15"]);
}

function planRefused(random: Random) {
  const reasons = [{ kind: "ineligible-fact", values: { fact: "months", atLeast: 6, got: "2" } }];
  return random.some(["meals", "car"], 1, 2).map((id) => ({ id, reasons }));
}
