/** The exit codes of a command. `missing`: not found. `later`: rate limited or unavailable. */
export const EXIT = { done: 0, failed: 1, usage: 2, missing: 3, later: 4 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** Thrown to end a command: what went wrong, where, and what to do. */
export class Failure extends Error {
  readonly exit: Exit;
  readonly title: string;
  /** JSON pointers into the request, each with what is wrong there. */
  readonly where: string[];
  readonly advice: string;
  constructor(exit: Exit, title: string, detail: string, where: string[] = [], advice = "") {
    super(detail);
    this.exit = exit;
    this.title = title;
    this.where = where;
    this.advice = advice;
  }
}
/** The failure of a command that was called in a wrong way. */
export const wrongUse = (detail: string): Failure => new Failure(EXIT.usage, "Wrong use", detail, [], "whence help explains each command.");
