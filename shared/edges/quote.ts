import type { EdgeKind } from "./index.ts";

export const quote = { type: "quote", label: "quote of", detect: () => [] } satisfies EdgeKind;
