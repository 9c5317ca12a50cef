import { compareIds } from "../kernel/apportion.js";
import { resultValue } from "../kernel/decimal.js";
import { type Label, labelText } from "../kernel/label.js";
import { compare } from "../kernel/rational.js";
import type {
  AppliedLimit,
  ExtraScore,
  IndicatorResult,
  IndicatorScore,
  RaterScore,
  RawName,
  Score,
} from "./score.js";
import type { LimitWords, NamedScore, ScoreLocale } from "./sentences.js";

type Found = Pick<
  IndicatorResult,
  | "id"
  | "label"
  | "measure"
  | "raw"
  | "rawLabels"
  | "rawDescription"
  | "targetRow"
  | "raters"
  | "missing"
  | "parts"
  | "limitedBy"
> & {
  readonly score?: unknown;
};

/** The name of an indicator, group or extra in a language. */
export function nameOf(
  { id, label }: Pick<IndicatorResult, "id" | "label">,
  { languageTag }: ScoreLocale,
): string {
  return labelText(label, languageTag, id);
}

/** How an indicator came to its score, as a clause. */
export function measuredClause(found: Found, locale: ScoreLocale): string {
  const words = locale.score;
  const score = String(found.score);
  if (found.missing !== undefined) {
    const { rule, period = "" } = found.missing;
    return rule === "reweight" ? words.reweighted() : words.missing({ rule, period, score });
  }
  if (found.raters !== undefined) {
    const kinds = found.raters.map((one) => ({
      kind: raterName(one, locale),
      ratings: ratingsText(one, locale),
      weight: String(one.weight),
      score: one.score === undefined ? undefined : String(one.score),
      into: one.outcome === "merged" ? kindName(found, one.into ?? "", locale) : undefined,
    }));
    return words.raters({ kinds, score });
  }
  if (found.parts !== undefined) {
    const limit = found.limitedBy && limitWords(found.limitedBy, locale);
    return words.composite({ parts: namedParts(found.parts, locale), limit, score });
  }
  return rawClause(found, score, locale);
}

/** The name of a kind of rater in a language. */
export function raterName({ kind, label }: RaterScore, { languageTag }: ScoreLocale): string {
  return labelText(label, languageTag, kind);
}

/** How many ratings of a kind there were, and how many it takes where they did not count alone. */
export function ratingsText(
  { ratings, notObserved, minimum, outcome }: RaterScore,
  { score: words }: ScoreLocale,
): string {
  return words.ratings({
    ratings: String(ratings),
    notObserved: notObserved === 0 ? undefined : String(notObserved),
    minimum: outcome === "counted" ? undefined : String(minimum),
  });
}

/** A limit that applied, in words. */
export function limitWords(limit: AppliedLimit, locale: ScoreLocale): LimitWords {
  return {
    indicator: nameOf(limit, locale),
    score: String(limit.score),
    below: String(limit.below),
    most: String(limit.most),
  };
}

/** The parts of a composite, those inside others too. */
function namedParts(parts: readonly IndicatorResult[], locale: ScoreLocale): readonly NamedScore[] {
  return parts.map(({ score, weight, missing, parts: inner = [], ...part }) => ({
    name: nameOf(part, locale),
    score: score === undefined ? undefined : String(score),
    weight: String(weight),
    missing:
      missing === undefined || missing.rule === "reweight"
        ? undefined
        : { rule: missing.rule, period: missing.period ?? "" },
    parts: missing === undefined ? namedParts(inner, locale) : [],
  }));
}

function kindName({ raters = [] }: Found, id: string, { languageTag }: ScoreLocale): string {
  return labelText(raters.find(({ kind }) => kind === id)?.label, languageTag, id);
}

/** A label by its name, which may be that of something that every object has. */
function ownLabel(labels: Readonly<Record<string, Label>>, name: string): Label | undefined {
  return Object.hasOwn(labels, name) ? labels[name] : undefined;
}

function rawClause(
  { measure, raw, rawLabels = {}, rawDescription, targetRow }: Found,
  score: string,
  locale: ScoreLocale,
): string {
  const words = locale.score;
  const text = (name: string) => String(raw[name]);
  const named = (name: string) => labelText(ownLabel(rawLabels, name), locale.languageTag, name);
  switch (measure) {
    case "attainment": {
      const proRated = raw.presence !== undefined && text("presence") !== "1";
      return words.attainment({
        raw: text("actual"),
        target: text(proRated ? "pro-rated-target" : "target"),
        whole: proRated ? { target: text("target"), presence: text("presence") } : undefined,
        row: targetRow,
        attainment: text("attainment"),
        score,
      });
    }
    case "growth": {
      const [actual, base] = [text("actual"), text("base")];
      return raw.growth === undefined
        ? words.growthStated({ actual, base, score })
        : words.growth({ actual, base, growth: text("growth"), score });
    }
    case "choice":
      return words.value({
        raw: named(text("value")),
        says: rawDescription && labelText(rawDescription, locale.languageTag, ""),
        score,
      });
    case "yes-no":
      return words.yesNo({ yes: raw.value === "yes", score });
    case "events": {
      const events = Object.entries(raw)
        .filter(([, count]) => String(count) !== "0")
        .map(([event, count]) => ({ event: named(event), count: String(count) }));
      return words.events({ events, score });
    }
    case "goal-attainment":
      return words.goals({ score });
    case "rank":
      return words.rank({ raw: text("value"), rank: text("rank"), count: text("count"), score });
    case "percentile-rank":
      return words.percent({ raw: text("value"), percent: text("percent"), count: text("count"), score });
    case "stanine":
      return words.stanine({ raw: text("value"), stanine: text("stanine"), count: text("count"), score });
    case "min-max":
      return words.minMax({ raw: text("value"), lowest: text("lowest"), highest: text("highest"), score });
    case "z-score":
      return words.zScore({ raw: text("value"), z: text("z"), mean: text("mean"), score });
    default:
      return words.value({ raw: text("value"), says: undefined, score });
  }
}

/** The raw values in a cell of a table. */
export function rawText(found: IndicatorResult | ExtraScore, { languageTag, score }: ScoreLocale): string {
  const { raw, rawLabels = {}, measure } = found;
  if (measure === "yes-no" && raw.value !== undefined)
    return score.answers[raw.value === "yes" ? "yes" : "no"];
  const named = (name: string) => labelText(ownLabel(rawLabels, name), languageTag, name);
  const entries = Object.entries(raw);
  if (measure !== "events" && entries.length === 1)
    return entries.map(([, value]) => named(String(value))).join();
  const nameFor = (name: string) => (measure === "events" ? named(name) : score.raw[name as RawName]);
  return entries.map(([name, value]) => `${nameFor(name)} ${value}`).join(score.separator);
}

/** The differences between the parts and the whole that are not zero. */
export function differencesOf({ aggregationDifference, limitDifference, roundingDifference }: Score) {
  const all = [
    { why: "aggregation" as const, difference: String(aggregationDifference ?? 0) },
    { why: "limits" as const, difference: String(limitDifference ?? 0) },
    { why: "rounding" as const, difference: String(roundingDifference) },
  ];
  return all.filter(({ difference }) => difference !== "0");
}

/** The three indicators with the most to win, if there is anything. */
export function mostToWin(indicators: readonly IndicatorScore[]): readonly IndicatorScore[] {
  return indicators
    .filter(({ toFullMarks }) => resultValue(toFullMarks).n > 0n)
    .sort((a, b) => compare(resultValue(b.toFullMarks), resultValue(a.toFullMarks)) || compareIds(a.id, b.id))
    .slice(0, 3);
}
