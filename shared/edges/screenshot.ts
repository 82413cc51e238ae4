import type { EdgeKind } from "./index.ts";

export const screenshot = { type: "screenshot", label: "screenshot of", detect: () => [] } satisfies EdgeKind;
