/** The models of attribution as the Worker has them. */
import { readFileSync } from "node:fs";
import { attributionModelsOf } from "../../shared/read/attribution/fitted/choice.ts";
import { once } from "../../shared/text/once-per.ts";

const FILE = new URL("../../workers/public/models/attribution.json", import.meta.url);
export const attributionModels = once(() => attributionModelsOf(JSON.parse(readFileSync(FILE, "utf8"))));
