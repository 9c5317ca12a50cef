import type { Calculator } from "../kernel/calculator.js";
import type { Program } from "./program.js";

/** A calculator whose arithmetic can be read, as the program that it runs. */
export interface ProgramCalculator<Input, Result> extends Calculator<Input, Result> {
  readonly program: Program;
}

/** Shows the program that a calculator runs. */
export function withProgram<Input, Result>(
  calculator: Calculator<Input, Result>,
  program: Program,
): ProgramCalculator<Input, Result> {
  return Object.assign(calculator, { program });
}
