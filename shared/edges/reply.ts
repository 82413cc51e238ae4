import type { EdgeKind } from "./index.ts";

export const reply = { type: "reply", label: "reply of", detect: () => [] } satisfies EdgeKind;
