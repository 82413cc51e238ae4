/** `npm run describe`: writes workers/public/openapi.json and docs.html from the route table. A test holds them to it. */
import { writeFileSync } from "node:fs";

// By its address, for it is typed with what Workers have, and this with what Node has.
const { described } = (await import(new URL("../described.ts", import.meta.url).href)) as { described(): Record<string, string> };
for (const [name, text] of Object.entries(described())) writeFileSync(new URL(`../public/${name}`, import.meta.url), text);
