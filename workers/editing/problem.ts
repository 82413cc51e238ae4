/** Why something that a person asks for cannot be done, in words. */

export interface EditProblem {
  /** JSON pointer to the field, "" for the thing itself. */
  pointer: string;
  detail: string;
  /** The document is erased: nothing is added to it any more. */
  gone?: true;
}

const ERASED = "was erased here and is not taken again";
/** An erased document takes no words. */
export const erased = (pointer: string): EditProblem => ({ pointer, detail: ERASED, gone: true });
