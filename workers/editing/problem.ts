/** Why a person's request cannot be done, in words. */

export interface EditProblem {
  /** JSON pointer to the field, "" for the thing itself. */
  pointer: string;
  detail: string;
  /** Whether the document is erased, so that nothing can be added to it. */
  gone?: true;
  /** Whether somebody changed it after the caller saw it. */
  late?: true;
}

const ERASED = "was erased here and is not taken again";
/** The problem of a change to something that no longer is as its form showed. */
export const LATE: EditProblem = { pointer: "", detail: "has changed meanwhile", late: true };
/** The problem of adding words to an erased document. */
export const erased = (pointer: string): EditProblem => ({ pointer, detail: ERASED, gone: true });
