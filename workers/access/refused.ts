/** The reason for a refusal, in words that follow the name of the field: "/email is somebody's already". */
export interface Refused {
  pointer: string;
  detail: string;
}
export const refused = (pointer: string, detail: string): Refused => ({ pointer, detail });
export const isRefused = (value: object): value is Refused => "pointer" in value;
