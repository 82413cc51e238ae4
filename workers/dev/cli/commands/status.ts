/** `whence status`: says whether the instance answers, what waits for review, and which sources fail. */
import { baseUrl, call } from "../calls.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../failure.ts";
import { plain } from "../screen.ts";

interface Status {
  state: "ok" | "attention";
  version: string;
  waiting: number;
  dead: number;
  problems: string[];
}

export const status: Command = {
  name: "status",
  usage: "status",
  summary: "Says whether the instance answers, what waits, and what needs a person",
  examples: ["status", "status --json"],
  options: {},
  async run(screen) {
    const { body } = await call<Status>("GET /v1/status");
    if (screen.json) screen.out(JSON.stringify(body));
    else {
      screen.out(`${baseUrl()}: ${body.state}, version ${plain(body.version)}`);
      screen.out(`${body.waiting} documents wait, ${body.dead} could not be read`);
      for (const problem of body.problems) screen.out(screen.paint("yellow", plain(problem)));
    }
    return body.state === "ok" ? EXIT.done : EXIT.failed;
  },
};
