/** `whence login ADDRESS`: stores the address of an instance and a key for other commands. */
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { baseUrl, call, forgetLogin, keepLogin, loginFile } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, Failure, wrongUse } from "../failure.ts";

/** A line of the standard input. What is typed at a terminal is not shown. */
function typedKey(): Promise<string> {
  const isTerminal = process.stdin.isTTY === true;
  if (isTerminal) process.stderr.write("Key (it is not shown): ");
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const reader = createInterface({ input: process.stdin, output: silent, terminal: isTerminal });
  return new Promise((resolve) => {
    reader.once("line", (line) => {
      resolve(line.trim());
      reader.close();
    });
    reader.once("close", () => resolve(""));
  });
}

export const login: Command = {
  name: "login",
  usage: "login [ADDRESS] [--key KEY | --forget]",
  summary:
    "Stores the address of an instance and a key (typed, or from standard input) for other commands; without arguments it shows what is stored",
  examples: ["login https://whence.paper.example", "login https://whence.paper.example < key.txt", "login --forget"],
  options: { key: { type: "string" }, forget: { type: "boolean" } },
  async run(screen, { words: [address, ...more], options }) {
    if (more.length) throw wrongUse(`whence ${login.usage}`);
    if (options["forget"]) forgetLogin();
    if (address === undefined) {
      screen.out(
        screen.json
          ? JSON.stringify({ url: baseUrl(), file: loginFile() })
          : `Commands go to ${baseUrl()}. Logins are kept in ${loginFile()}.`,
      );
      return EXIT.done;
    }
    if (!/^https?:\/\/[^/]/.test(address)) throw wrongUse("An address begins with https:// (or http:// on this machine).");
    const key = text(options["key"]) ?? (await typedKey());
    if (!key) throw wrongUse("A key is needed: type it, or give it with --key.");
    Object.assign(process.env, { WHENCE_URL: address, WHENCE_KEY: key });
    // A key without the scope read is valid too.
    await call("GET /v1/subscriptions").catch((error: unknown) => {
      if (!(error instanceof Failure && error.title.startsWith("403"))) throw error;
    });
    keepLogin({ url: baseUrl(), key });
    screen.out(screen.json ? JSON.stringify({ url: baseUrl() }) : `Commands go to ${baseUrl()} from now on.`);
    return EXIT.done;
  },
};
