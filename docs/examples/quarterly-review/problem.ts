/** Something that whoever runs the example can mend: it is shown without a stack, and the exit code is 1. */
export class Problem extends Error {
  override readonly name = "Problem";
}
