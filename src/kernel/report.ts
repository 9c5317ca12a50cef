import type { IssueCode } from "./codes.js";
import { type Issue, MOST_ISSUES, type Path, TierwiseError } from "./errors.js";

/** Collects the problems of one config or input, so that all of them are reported at once. */
export interface Report {
  /** Notes one problem. */
  add(path: Path, code: IssueCode, message: string, params?: Readonly<Record<string, unknown>>): void;
  /** Runs `work` and notes the problems of any `TierwiseError` that it throws, with `path` before theirs. */
  within<T>(path: Path, work: () => T): T | undefined;
  /** Whether no problem so far lies at `path`, above it or below it. Past `MOST_ISSUES` problems nothing is. */
  clean(path: Path): boolean;
  /** Whether the shape at `path` and below it is right, whatever else is wrong: `endOfShape` says what belongs to the shape. */
  sound(path: Path): boolean;
  /** Whether the value at `path` can be read, though parts of it may have the wrong shape. */
  readable(path: Path): boolean;
  /** The items of a list that can be read, each with its position; none where the list itself cannot be. */
  items<T>(list: readonly T[] | undefined, path: Path): readonly (readonly [number, T])[];
  /** Ends the checks of shape: what is noted from here on is about what the values say. */
  endOfShape(): void;
  /** How many problems there are. */
  count(): number;
  /** The first `MOST_ISSUES` of them. */
  issues(): readonly Issue[];
  /** Throws them all, if there are any. */
  stop(): void;
}

export function createReport(code: TierwiseError["code"], subject: string): Report {
  return new CollectedReport(code, subject);
}

/** A class, since each calculator makes a report for each input: functions of its own would cost more than most checks. */
class CollectedReport implements Report {
  private total = 0;
  private shapes: number | undefined;
  private readonly noted: Issue[] = [];

  constructor(
    private readonly code: TierwiseError["code"],
    private readonly subject: string,
  ) {}

  add(path: Path, code: IssueCode, message: string, params: Readonly<Record<string, unknown>> = {}): void {
    this.total += 1;
    if (this.noted.length < MOST_ISSUES) this.noted.push({ path, code, message, params });
  }

  within<T>(path: Path, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof TierwiseError)) throw error;
      for (const issue of error.issues)
        this.add([...path, ...issue.path], issue.code, issue.message, issue.params);
      this.total += error.issueCount - error.issues.length;
      return undefined;
    }
  }

  clean(path: Path): boolean {
    return this.isFree(path, true);
  }

  sound(path: Path): boolean {
    return this.isFree(path, true, this.shapes);
  }

  readable(path: Path): boolean {
    return this.isFree(path, false, this.shapes);
  }

  items<T>(list: readonly T[] | undefined, path: Path): readonly (readonly [number, T])[] {
    return list === undefined || !this.readable(path)
      ? []
      : [...list.entries()].filter(([index]) => this.readable([...path, index]));
  }

  endOfShape(): void {
    this.shapes = this.noted.length;
  }

  count(): number {
    return this.total;
  }

  issues(): readonly Issue[] {
    return this.noted;
  }

  stop(): void {
    if (this.total > 0) throw new TierwiseError(this.code, this.subject, this.noted, this.total);
  }

  /** Whether none of the first issues lies at a path or above it; where it counts, below it neither. */
  private isFree(path: Path, below: boolean, first?: number): boolean {
    return (
      this.total <= MOST_ISSUES &&
      !this.noted
        .slice(0, first)
        .some((issue) => startsWith(path, issue.path) || (below && startsWith(issue.path, path)))
    );
  }
}

/** Whether `path` is `beginning` or lies below it. */
export function startsWith(path: Path, beginning: Path): boolean {
  return beginning.length <= path.length && beginning.every((key, index) => path[index] === key);
}
