/** The networks of stances as the Worker has them. */
import { readFileSync } from "node:fs";
import type { StanceNetworks } from "../../shared/read/stance/network.ts";

const FILE = new URL("../../workers/public/models/stance.json", import.meta.url);
export const networks = JSON.parse(readFileSync(FILE, "utf8")) as StanceNetworks;
