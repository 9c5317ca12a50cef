import type { Cells } from "./evidence.js";
import type { Random } from "./random.js";

/** Spoils some rows as real files do, each in one way, and adds rows that should not be there. */
export function addDirt(rows: readonly Cells[], random: Random): readonly Cells[] {
  const dirty = rows.map((row) => ({ ...row }));
  const clean = dirty.map((_, index) => index);
  const take = (): number => clean.splice(random.whole(0, clean.length - 1), 1)[0] as number;
  const spoil = (column: string, cell: string | ((before: string) => string)) => {
    const row = dirty[take()] as Cells;
    row[column] = typeof cell === "string" ? cell : cell(row[column] ?? "");
  };

  spoil("teamwork", "");
  spoil("sales.target", "");
  spoil("satisfaction", "n/a");
  spoil("customers.actual", "四十");
  spoil("delivery", "=SUM(N2:N7)");
  spoil("communication", "6");
  spoil("adaptability", "0.5");
  spoil("sales.target", "0");
  spoil("period", "2027-Q5");
  spoil("sales.actual", grouped);
  spoil("sales.actual", grouped);
  spoil("sales.target", grouped);

  const copied = take();
  const contradicted = dirty[take()] as Cells;
  const stranger = dirty[take()] as Cells;
  const extra: readonly Cells[] = [
    { ...(dirty[copied] as Cells) },
    { ...contradicted, satisfaction: "12.5" },
    { ...stranger, person: "k99" },
    { ...stranger, person: "@admin" },
  ];
  return [...dirty, ...extra];
}

/** `1080000.5` as a spreadsheet may show it: `1,080,000.5`. */
function grouped(number: string): string {
  const [whole = "", decimals] = number.split(".");
  const groups = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  return decimals === undefined ? groups : `${groups}.${decimals}`;
}
