/** Marathi. */
import type { LanguagePack } from "../../pack.ts";

export const mr: LanguagePack = { tag: "mr", markers: "आहे|आणि|नाही" };
