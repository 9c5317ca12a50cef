import type { Manager } from "./managers.js";
import type { Random } from "./random.js";

export const EVENT_COLUMNS: readonly string[] = [
  "person",
  "id",
  "date",
  "kind",
  "severity",
  "of",
  "reason",
  "from",
  "to",
];

type Cells = Readonly<Record<string, string>>;

/** What happens to the made-up managers beside their work: violations and an appeal, leave, wishes to change the track. */
export function makeEvents(managers: readonly Manager[], random: Random): readonly Cells[] {
  const left = [...managers];
  const take = (fits: (manager: Manager) => boolean = () => true): string => {
    const found = left.filter(fits);
    const one = random.pick(found.length > 0 ? found : left);
    left.splice(left.indexOf(one), 1);
    return one.person;
  };
  const appealed = take();
  const [guilty, leader, traveller] = [take(({ tier }) => tier !== "junior"), take(isLeader), take(isLeader)];
  return [
    { person: take(), id: "v1", date: "2026-09-10", kind: "violation", severity: "minor" },
    { person: take(), id: "v2", date: "2026-11-20", kind: "violation", severity: "serious" },
    { person: guilty, id: "v3", date: "2027-02-03", kind: "violation", severity: "grave" },
    { person: appealed, id: "v4", date: "2027-05-18", kind: "violation", severity: "serious" },
    { person: appealed, id: "a4", date: "2027-08-02", kind: "reversal", of: "v4" },
    {
      person: take(),
      id: "l1",
      date: "2026-12-15",
      kind: "protection",
      reason: "parental-leave",
      from: "2027-01-04",
      to: "2027-06-30",
    },
    { person: leader, id: "c1", date: "2027-01-15", kind: "crossing", to: "management" },
    { person: traveller, id: "c2", date: "2026-08-20", kind: "crossing", to: "management" },
  ];
}

/** Who is ready for a team: a senior manager who does well, and has the certificate. */
export function isLeader({ tier, rating, attainment }: Manager): boolean {
  return tier === "senior" && rating >= 4.2 && attainment >= 0.95;
}
