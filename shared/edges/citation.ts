import type { EdgeKind } from "./index.ts";

export const citation = { type: "citation", label: "citation of", detect: () => [] } satisfies EdgeKind;
