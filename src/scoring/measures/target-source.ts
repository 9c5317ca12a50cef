/** Targets as a table. */
export interface TargetTable {
  readonly by: string;
  readonly rows: readonly { readonly is: string; readonly target: number | string }[];
}

/** Where a measure's target comes from when the evidence names none. */
export interface TargetSource {
  readonly target?: number | string | undefined;
  readonly targets?: TargetTable | undefined;
}
