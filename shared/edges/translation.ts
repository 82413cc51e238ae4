import type { EdgeKind } from "./index.ts";

export const translation = { type: "translation", label: "translation of", detect: () => [] } satisfies EdgeKind;
