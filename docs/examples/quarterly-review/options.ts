import { parseArgs } from "node:util";
import { NUMBER_FORMATS, type NumberFormat } from "./numbers.js";
import { Problem } from "./problem.js";
import { LANGUAGES, type Language } from "./words/index.js";

export const HELP = `Reviews people by a tierwise policy, from CSV files.

  npm start                                  48 made-up account managers, six quarters
  npm start -- --seed 7                      other made-up data
  npm start -- --policy P.json --evidence E.csv --standings S.csv [--events V.csv] [--out DIR] [--locale zh-TW]

  --policy P.json        the policy; several are versions of one policy; without it, the preset keyAccountManagers
  --evidence E.csv       one row for each person and period: person, period, and a column for each indicator;
                         for an attainment x.actual and x.target (or x alone where the policy states the target);
                         x.amount and x.toDate for a commission that is not paid on the raw value, or counts a running total
  --standings S.csv      one row for each person: person, tier, since, and if you like name, experienceYears and
                         certificates (split by |); every other column is an attribute, such as a unit
  --events V.csv         what happened: person, id, date, kind, and what the kind needs (severity, reason, from, to, of)
  --out DIR              where the results go (out)
  --locale TAG           ${LANGUAGES.join(" | ")} (en)
  --number-format FORM   how the CSV files write numbers: ${NUMBER_FORMATS.join(" | ")} (1234.56)
  --seed N               the seed of the made-up data (1)
  --help                 this text
`;

export interface Options {
  readonly help: boolean;
  /** The versions of the policy. */
  readonly policies: readonly string[];
  /** The files to review; without them, data is made up. */
  readonly files?: { readonly evidence: string; readonly standings: string; readonly events?: string };
  readonly out: string;
  readonly locale: Language;
  readonly numberFormat: NumberFormat;
  readonly seed: number;
}

export function readOptions(args: readonly string[]): Options {
  const values = parse(args);
  const { policy = [], evidence, standings, events, seed } = values;
  for (const [name, value] of Object.entries(values)) {
    if (value === "" || (Array.isArray(value) && value.includes(""))) throw new Problem(`--${name} is empty`);
  }
  if ((evidence === undefined) !== (standings === undefined)) {
    const [given, wanted] = evidence === undefined ? ["standings", "evidence"] : ["evidence", "standings"];
    throw new Problem(`--${given} needs --${wanted} beside it`);
  }
  if (events !== undefined && evidence === undefined)
    throw new Problem("--events needs --evidence and --standings beside it");
  if (policy.length > 0 && evidence === undefined)
    throw new Problem(
      "--policy needs --evidence and --standings beside it: data is made up for the preset alone",
    );
  if (seed !== undefined && evidence !== undefined)
    throw new Problem("--seed is for made-up data, and --evidence names a file");
  return {
    help: values.help === true,
    policies: policy,
    ...(evidence === undefined || standings === undefined
      ? {}
      : { files: { evidence, standings, ...(events === undefined ? {} : { events }) } }),
    out: values.out ?? "out",
    locale: choice("locale", values.locale ?? "en", LANGUAGES),
    numberFormat: choice("number-format", values["number-format"] ?? "1234.56", NUMBER_FORMATS),
    seed: readSeed(seed ?? "1"),
  };
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        policy: { ...text, multiple: true },
        evidence: text,
        events: text,
        standings: text,
        out: text,
        locale: text,
        "number-format": text,
        seed: text,
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (error) {
    const { message } = error as Error;
    throw new Problem(
      `${message.split("\n")[0]?.replace(/\. To specify.*$/, "")} (--help lists the options)`,
    );
  }
}

function choice<Choice extends string>(option: string, value: string, choices: readonly Choice[]): Choice {
  const found = choices.find((one) => one === value);
  if (found === undefined) throw new Problem(`--${option} is one of ${choices.join(" | ")}, not "${value}"`);
  return found;
}

function readSeed(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new Problem(`--seed is a whole number of at most 9 digits, not "${text}"`);
}
