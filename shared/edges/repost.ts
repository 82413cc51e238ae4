import type { EdgeKind } from "./index.ts";

export const repost = { type: "repost", label: "repost of", detect: () => [] } satisfies EdgeKind;
