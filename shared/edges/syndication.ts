import type { EdgeKind } from "./index.ts";

export const syndication = { type: "syndication", label: "syndication of", detect: () => [] } satisfies EdgeKind;
