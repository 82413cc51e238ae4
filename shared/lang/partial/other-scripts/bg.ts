/** Bulgarian. */
import type { LanguagePack } from "../../pack.ts";

export const bg: LanguagePack = { tag: "bg", markers: "се|със|във|че|са" };
