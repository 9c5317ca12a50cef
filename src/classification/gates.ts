import * as z from "zod/mini";
import { configNumber, id } from "../kernel/fields.js";
import { label } from "../kernel/label.js";
import { described } from "../kernel/schema.js";

/** The schema of a gate: a minimum that other scores cannot make up for (M6). */
export function gatesSchema() {
  return z.array(
    z.strictObject({
      id: id(),
      label: z.optional(label()),
      indicator: described(id(), "The indicator whose score must reach the minimum."),
      atLeast: described(configNumber(), "The least score that passes."),
      onFail: described(
        z.enum(["block-promotion", "veto"]),
        "block-promotion: no move up. veto: no move up, and the person is placed in the cell of the lowest bands.",
      ),
    }),
  );
}
