import type { EdgeKind } from "./index.ts";

export const paraphrase = { type: "paraphrase", label: "paraphrase of", detect: () => [] } satisfies EdgeKind;
