import * as z from "zod/mini";
import type { Label } from "../kernel/label.js";
import { described } from "../kernel/schema.js";
import type { Sanction } from "./standing.js";

/** What may move a tier. */
const SOURCES = [
  "sanction",
  "appeal",
  "appointment",
  "crossing",
  "plan",
  "condition",
] as const satisfies readonly Source[];

/** What moves a tier: a sanction, an appeal, an appointment, a crossing, a failed improvement plan, or conditions. */
export type Source = "sanction" | "appeal" | "appointment" | "crossing" | "plan" | "condition";

/** What decided on a tier: the source, and the condition, consequence or crossing that it was, or who appointed and why. */
export interface Because {
  readonly source: Source;
  readonly id?: string;
  readonly label?: Label;
  readonly by?: Label;
  readonly note?: Label;
}

/** A move that a source proposes. */
export interface Proposal {
  readonly because: Because;
  readonly to: string;
  /** The demotion for violations that is in it, as an appeal would undo it. */
  readonly demotion?: Sanction;
}

/** What a source names itself by. */
export function because(
  source: Source,
  named: {
    readonly id?: string | undefined;
    readonly label?: Label | undefined;
    readonly by?: Label | undefined;
    readonly note?: Label | undefined;
  } = {},
): Because {
  const { id, label, by, note } = named;
  return {
    source,
    ...(id === undefined ? {} : { id }),
    ...(label === undefined ? {} : { label }),
    ...(by === undefined ? {} : { by }),
    ...(note === undefined ? {} : { note }),
  };
}

/** The schema of the order of the sources. */
export function orderSchema() {
  return described(
    z.array(z.enum(SOURCES)),
    "Which source counts first where several would move the tier; those left out follow in the order sanction, appeal, appointment, crossing, plan, condition.",
  );
}

/** The proposals in the order of the rules. */
export function inOrder(proposals: readonly Proposal[], order: readonly Source[] = []): readonly Proposal[] {
  const rank = (source: Source) => {
    const stated = order.indexOf(source);
    return stated < 0 ? order.length + SOURCES.indexOf(source) : stated;
  };
  return [...proposals].sort((a, b) => rank(a.because.source) - rank(b.because.source));
}
