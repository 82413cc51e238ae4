/** The reason for a refusal, in words that follow the name of the field: "/email is somebody's already". */
export interface Refused {
  pointer: string;
  detail: string;
}
/** A refusal: a JSON pointer to the field that is wrong, and what is wrong with it. */
export const refused = (pointer: string, detail: string): Refused => ({ pointer, detail });
/** Whether a result is a refusal. */
export const isRefused = (value: object): value is Refused => "pointer" in value;
