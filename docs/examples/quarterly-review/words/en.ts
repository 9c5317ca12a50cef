import { en } from "tierwise/locales";
import type { Words } from "./words.js";

export const english: Words = {
  locale: en,

  cycles: {
    month: "Monthly review",
    quarter: "Quarterly review",
    "half-year": "Half-yearly review",
    year: "Yearly review",
  },
  madeUp: (seed) => `All people and figures are made up, by a generator with the seed ${seed}.`,
  inForce: (date) => `policy in force from ${date}`,
  fromOn: (date) => `from ${date} on`,
  span: (first, last) => (first === last ? first : `${first} to ${last}`),
  unusedColumns: (columns) => `Columns that the policy has no use for: ${columns}`,

  reading: "Reading",
  reviewing: "Reviewing",
  drawing: "Drawing",
  writing: "Writing",
  accounts: ({ rows, reviewed, rejected }) =>
    `Evidence: rows in ${rows} = rows reviewed ${reviewed} + rows rejected ${rejected}`,
  standingAccounts: ({ rows, people, rejected }) =>
    `Standings: rows in ${rows} = people ${people} + rows rejected ${rejected}`,
  morePeople: (count) => `... and ${count} more people`,
  legend: "^ promoted   = stays   v demoted   > crossed   . not reviewed",

  name: "Name",
  person: "Person",
  period: "Period",
  periods: "Periods",
  allPeriods: "All",
  tier: "Tier",
  cell: "Cell",
  pay: "Pay",
  payInAll: "Pay in all",
  outcome: "Decision",
  outcomes: { promoted: "Promoted", retained: "Stays", demoted: "Demoted", crossed: "Crossed" },
  notReviewed: "Not reviewed",
  noRow: (period) => `The evidence has no row for ${period}.`,

  summary: "Summary",
  people: "People",
  reviews: "Reviews",
  rowsRejected: "Rows rejected",
  tiersOverTime: "How people moved between the tiers, period by period",
  before: "Before",
  matrixOf: (period) => `The matrix, ${period}`,
  scoresOverTime: "Scores over the periods, and the tier after each",
  decisions: "Decisions",
  filter: "Find a name",
  onePerson: "One person",
  decision: "Decision",
  placement: "Place in the matrix",
  why: "How it came about",
  pointsOf: (axis) => `${axis}: points of each indicator, and the most that it can give`,
  toNext: (distance, band) => `${distance} more to ${band}`,
  statement: "Pay statement",
  line: "Line",
  amount: "Amount",
  total: "Total",
  ofWhich: (basis, rate) => `of which ${basis} at ${rate}`,
  rejectedRows: "Rejected rows",
  rejectedHint:
    "A rejected row leaves a gap: that period is not reviewed, and the later ones go on. issues.csv has the rows as they were.",
  moreRejected: (count) => `${count} more are in issues.csv.`,
  file: "File",
  files: { evidence: "evidence", standings: "standings" },
  lineNumber: "Line",
  reason: "Reason",
  needsScript:
    "Choosing a person needs JavaScript; decisions.csv and statements.csv hold the same without it.",
  cutShort:
    "To keep this page small, it holds the latest periods only; decisions.csv and statements.csv hold all.",
  madeWith: "Made with tierwise.",

  reasons: {
    empty: ({ column }) => `${column} is empty`,
    "not-a-number": ({ column, cell, format, other }) =>
      `${column}: "${cell}" is not a number written as ${format}${other === "" ? "" : `; it would be one with --number-format ${other}`}`,
    negative: ({ column, cell }) => `${column}: ${cell} is below 0`,
    "too-many-cells": ({ cells, columns }) => `the row has ${cells} cells, and the header has ${columns}`,
    copy: ({ lines }) => `the row repeats line ${lines}`,
    contradiction: ({ lines }) => `the row contradicts line ${lines}, and none of them is used`,
    "unknown-person": ({ cell }) => `person: the standings have no "${cell}"`,
    "standing-rejected": ({ cell, lines }) =>
      `person: the standing of "${cell}" was rejected (line ${lines})`,
    "unknown-tier": ({ cell, tiers }) => `tier: "${cell}" is none of ${tiers}`,
    "date-invalid": ({ column, cell }) =>
      `${column}: "${cell}" is not a date of the calendar such as 2026-07-01`,
    "period-invalid": ({ cell }) =>
      `period: "${cell}" is not a period such as 2026-Q3, 2026-H2, 2026-07 or 2026`,
    "wrong-cycle": ({ cell }) => `period: "${cell}" is not of the length by which the policy reviews`,
    "since-after-period": () => "the person's tier begins (since) after this period",
    "evidence-missing": ({ column }) => `${column} is empty`,
    "number-missing": ({ column }) => `${column} is empty`,
    "target-missing": ({ column }) => `${column} is empty`,
    "target-not-positive": ({ column, cell }) => `${column}: a target is above 0, and this is ${cell}`,
    "out-of-range": ({ column, cell, from, to }) => `${column}: ${cell} is not from ${from} to ${to}`,
  },
  separator: "; ",
};
