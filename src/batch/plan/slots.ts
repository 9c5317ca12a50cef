import type { Source } from "../forms/forms.js";
import type { FloatReading } from "../forms/read-floats.js";
import type { LabelSource } from "../sources/label-sources.js";
import type { InputForm } from "./plan.js";

/** What stands for the caller's columns in a plan, so that it serves again for other columns of which the same is known. */
export interface Slots {
  readonly forms: ReadonlyMap<string, InputForm>;
  /** In which each block begins with its first row. */
  readonly sources: readonly { from: number }[];
  /** What is known of the columns, as text. */
  readonly known: string;
  put(forms: ReadonlyMap<string, InputForm>): void;
  /** Lets go of the caller's columns. */
  clear(): void;
}

/** Slots for columns of whole numbers and labels; a plan in balls depends on more than is known here. */
export function slotsFor(given: ReadonlyMap<string, InputForm>): Slots {
  const slots = new Map<string, NumberSlot | LabelSlot>();
  const forms = new Map<string, InputForm>();
  for (const [column, form] of given) {
    if (form.type === "ball")
      throw new Error(`column ${column} of the program is no column of whole numbers`);
    const slot = form.type === "number" ? numberSlot(form.source) : labelSlot();
    slots.set(column, slot);
    forms.set(column, { ...form, source: slot } as InputForm);
  }
  const put = (column: string, source: unknown) => {
    (slots.get(column) as { source: unknown }).source = source;
  };
  return {
    forms,
    sources: [...slots.values()],
    known: knownOf(given),
    put(others) {
      for (const [column, { source }] of others) put(column, source);
    },
    clear() {
      for (const column of slots.keys()) put(column, undefined);
    },
  };
}

/** All that a plan depends on of its columns. */
export function knownOf(forms: ReadonlyMap<string, InputForm>): string {
  return [...forms]
    .map(([column, form]) => {
      if (form.type !== "number") return `${column} ${form.type} ${form.type === "label" && form.isNone}`;
      const { least, most, known, floats } = form.source;
      return `${column} ${form.den} ${form.mayMiss} ${least} ${most} ${known} ${floats !== undefined}`;
    })
    .join("\n");
}

interface NumberSlot extends Source {
  source: Source | undefined;
}

function numberSlot({ least, most, known, floats }: Source): NumberSlot {
  return {
    source: undefined,
    from: 0,
    least,
    most,
    ...(known === undefined ? {} : { known }),
    ...(floats === undefined ? {} : { floats: floatsInSlot }),
    read: readSlot,
  };
}

function floatsInSlot(this: NumberSlot): FloatReading {
  const reading = boundedSource(this).floats?.();
  if (reading === undefined) throw new Error("the column of a slot has no floating-point numbers");
  return reading;
}

function readSlot(this: NumberSlot, n: Float64Array, aside: Uint8Array, count: number): void {
  boundedSource(this).read(n, aside, count);
}

/** The source in a slot, at the slot's block and within its bounds, which planning may have made narrower. */
function boundedSource({ source, from, least, most }: NumberSlot): Source {
  const own = source as Source;
  own.from = from;
  own.least = least;
  own.most = most;
  return own;
}

interface LabelSlot extends LabelSource {
  source: LabelSource | undefined;
}

function labelSlot(): LabelSlot {
  return { source: undefined, from: 0, read: readLabelSlot };
}

function readLabelSlot(this: LabelSlot, codes: Int32Array, aside: Uint8Array, count: number): void {
  const source = this.source as LabelSource;
  source.from = this.from;
  source.read(codes, aside, count);
}
