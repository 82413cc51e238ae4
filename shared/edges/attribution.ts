import type { EdgeKind } from "./index.ts";

export const attribution = { type: "attribution", label: "attribution of", detect: () => [] } satisfies EdgeKind;
