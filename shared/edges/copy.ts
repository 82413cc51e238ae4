import type { EdgeKind } from "./index.ts";

export const copy = { type: "copy", label: "copy of", detect: () => [] } satisfies EdgeKind;
