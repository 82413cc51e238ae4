/** Estonian. */
import type { LanguagePack } from "../pack.ts";

export const et: LanguagePack = { tag: "et", stems: { letters: 6 } };
