import * as z from "zod/mini";
import { lineParts, noteParts } from "../../incentives/result-parts.js";
import { inWords, resultNumber } from "../../kernel/in-words.js";
import { labelText } from "../../kernel/label.js";
import { list } from "../../kernel/schema.js";
import { moneyText, noteTexts } from "../explain.js";
import { rateText } from "../percent.js";
import type { PaySentences } from "../sentences.js";
import { paySentencesEn } from "../sentences.js";
import { type TeamPoolSentences, teamPoolSentencesEn } from "./sentences.js";
import type { PoolMember, TeamPool } from "./team-pool.js";

/** The part of a locale that explains team pools. */
export interface TeamPoolLocale {
  readonly languageTag: string;
  readonly pay: Pick<PaySentences, "notes">;
  readonly teamPool: TeamPoolSentences;
}

const ENGLISH: TeamPoolLocale = { languageTag: "en", pay: paySentencesEn, teamPool: teamPoolSentencesEn };

/**
 * Says in sentences what a team pool is, what made it so, what each member gets of it and why, and who does not share. Every number in them is in the result.
 *
 * @example
 * ```ts
 * import { explainTeamPool, teamPool } from "tierwise";
 *
 * const tips = teamPool({
 *   id: "tips",
 *   currency: "USD",
 *   fund: [{ kind: "share", of: [{ figure: "tips" }], share: "100%" }],
 *   sharedBy: [{ by: "fact", fact: "hours" }],
 * });
 * const members = [{ id: "ann", facts: { hours: 8 } }, { id: "ben", facts: { hours: 4 } }];
 * const result = tips({ period: "2026-07", figures: { tips: 300 }, members });
 * explainTeamPool(result)[0]; // => "tips, 2026-07: 300.00 of 300.00 USD shared; members who share: 2."
 * explainTeamPool(result)[2]; // => "ann: 300.00 x 66.6667% = 200.00 USD."
 * explainTeamPool(result)[3]; // => "Counts 8 of 12 in all."
 * ```
 */
export function explainTeamPool(
  result: TeamPool,
  options: { readonly locale?: TeamPoolLocale } = {},
): readonly string[] {
  return sayTeamPool(result, options);
}

const sayTeamPool = /* @__PURE__ */ inWords({
  title: "explainTeamPool",
  result: () =>
    z.looseObject({
      kind: z.literal("team-pool"),
      id: z.string(),
      period: z.string(),
      currency: z.string(),
      funded: list(z.looseObject({})),
      pool: resultNumber(),
      amount: resultNumber(),
      undistributed: resultNumber(),
      notes: noteParts(),
      members: list(z.looseObject({ id: z.string(), line: lineParts() })),
      excluded: list(z.looseObject({ id: z.string(), reasons: noteParts() })),
    }),
  english: ENGLISH,
  say(result: TeamPool, { locale }): readonly string[] {
    const { teamPool: words, pay, languageTag } = locale;
    const { currency, members, undistributed } = result;
    return [
      words.pool({
        pool: labelText(result.label, languageTag, result.id),
        team: result.team ?? "",
        period: result.period,
        amount: moneyText(result.amount, currency),
        whole: moneyText(result.pool, currency),
        currency,
        members: String(members.length),
      }),
      ...result.funded.map(({ kind, amount, basis, rate }) =>
        words.funded({
          amount: moneyText(amount, currency),
          basis: String(basis),
          rate: rateText(rate, kind === "fixed" || kind === "per-member" ? undefined : "percent"),
        }),
      ),
      ...noteTexts(result.notes, pay.notes, currency),
      ...members.flatMap((member) => explainMember(member, locale)),
      ...(Number(undistributed) === 0
        ? []
        : [words.undistributed({ undistributed: moneyText(undistributed, currency), currency })]),
      ...result.excluded.flatMap(({ id, reasons }) => [
        words.excluded({ member: id }),
        ...noteTexts(reasons, pay.notes, currency),
      ]),
    ];
  },
});

function explainMember(
  { id, line }: PoolMember,
  { teamPool: words, pay }: TeamPoolLocale,
): readonly string[] {
  const { basis, rate, rateAs, amount, currency } = line;
  return [
    words.member({
      member: id,
      basis: moneyText(basis, currency),
      rate: rateText(rate, rateAs),
      amount: moneyText(amount, currency),
      currency,
    }),
    ...noteTexts(line.notes ?? [], pay.notes, currency),
  ];
}
