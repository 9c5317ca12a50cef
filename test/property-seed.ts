import fc from "fast-check";

/** One commit tries the same examples every time; `PROPERTY_SEED=random`, or a number, tries others. */
const { PROPERTY_SEED = "20261128" } = process.env;

fc.configureGlobal({
  ...fc.readConfigureGlobal(),
  ...(PROPERTY_SEED === "random" ? {} : { seed: Number(PROPERTY_SEED) }),
});
