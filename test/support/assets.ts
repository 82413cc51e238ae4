/** The static files of the Worker, for an instance that runs in this process. */
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const FOLDER = fileURLToPath(new URL("../../workers/public", import.meta.url));
/** What the binding ASSETS answers: the file of an address's path, of a page also without its ending, else 404. */
export const ASSETS = {
  fetch: async (url: string) => {
    const path = FOLDER + new URL(url).pathname;
    const file = [path, `${path}.html`].find((one) => existsSync(one));
    return file ? new Response(readFileSync(file)) : new Response(null, { status: 404 });
  },
};
