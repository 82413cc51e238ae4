/** `npx whence COMMAND`: works with an instance from the terminal. WHENCE_URL is its address, WHENCE_KEY an API key. */
import { parseArgs } from "node:util";
import type { Command } from "./command.ts";
import { commands } from "./commands/index.ts";
import { EXIT, type Exit, Failure, wrongUse } from "./failure.ts";
import { plain, screenOf, wrap } from "./screen.ts";

const COMMON = { json: { type: "boolean" }, "no-color": { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;

function examplesOf({ examples = [] }: Command): string[] {
  return examples.length ? ["For example:", ...examples.map((example) => `  whence ${example}`), ""] : [];
}
async function help(width: number, one?: Command): Promise<string> {
  const summaries = async () =>
    (await Promise.all(Object.values(commands).map((load) => load()))).map(({ name, summary }) => `  ${name.padEnd(8)} ${summary}`);
  const lines = one
    ? [...wrap(`whence ${one.usage}`, width, 12), "", ...wrap(one.summary, width), "", ...examplesOf(one)]
    : ["whence COMMAND, with --json for machines and --no-color", "", ...(await summaries()), ""];
  const codes = "Exit codes: 0 done, 1 failed, 2 wrong use, 3 not found, 4 rate limited or unavailable.";
  return [...lines, ...wrap(`WHENCE_URL is the instance (http://127.0.0.1:8787), WHENCE_KEY an API key. ${codes}`, width)].join("\n");
}

const commandOf = async (name: string | undefined): Promise<Command | undefined> =>
  name !== undefined && Object.hasOwn(commands, name) ? commands[name]?.() : undefined;

/** "--key -Ab…" as "--key=-Ab…": a key may begin with a hyphen. What follows an option that takes a value is its value, unless it is an option, too. */
function withValues(words: readonly string[], options: Command["options"] & typeof COMMON): string[] {
  const isOption = (word: string) => Object.hasOwn(options, word.replace(/^--|=.*$/gs, ""));
  return words.flatMap((word, i) => {
    const takesValue = (at: number) => options[words[at]?.slice(2) ?? ""]?.type === "string" && words[at]?.startsWith("--");
    const isValue = (at: number) => /^-./s.test(words[at] ?? "") && !isOption(words[at] ?? "") && takesValue(at - 1);
    if (isValue(i)) return [];
    return isValue(i + 1) ? `${word}=${words[i + 1]}` : word;
  });
}

async function main(argv: string[]): Promise<Exit> {
  const [name, ...rest] = argv;
  const command = await commandOf(name);
  const wantsHelp = name === undefined || name === "help" || name === "--help" || name === "-h";
  const screen = screenOf({ json: rest.includes("--json"), colour: !rest.includes("--no-color") });
  if (!command) {
    if (!wantsHelp) throw wrongUse(`There is no command ${plain(name)}.`);
    const topic = rest.find((word) => !word.startsWith("-"));
    const explained = await commandOf(topic);
    if (topic !== undefined && !explained) throw wrongUse(`There is no command ${plain(topic)}.`);
    screen.out(await help(screen.width, explained));
    return name === undefined ? EXIT.usage : EXIT.done;
  }
  let parsed: { positionals: string[]; values: Record<string, string | boolean | undefined> };
  try {
    const options = { ...command.options, ...COMMON };
    parsed = parseArgs({ args: withValues(rest, options), options, allowPositionals: true }) as typeof parsed;
  } catch (error) {
    // Without the advice of Node on words that begin with "-", which fits no command.
    const fault = String((error as Error).message ?? error).replace(/\. To specify a positional.*$/s, "");
    throw new Failure(EXIT.usage, "Wrong use", `${fault}.`, [], `whence ${command.usage}`);
  }
  if (parsed.values["help"]) {
    screen.out(await help(screen.width, command));
    return EXIT.done;
  }
  const wantsClaim = command.usage.startsWith(`${command.name} CLAIM`);
  if (wantsClaim && parsed.positionals.length === 0) throw wrongUse(`whence ${command.usage}`);
  const [surplus] = parsed.positionals.slice(command.maxWords ?? parsed.positionals.length);
  if (surplus !== undefined) throw wrongUse(`whence ${command.usage}: it takes no ${plain(surplus)}.`);
  return command.run(screen, { words: parsed.positionals, options: parsed.values });
}

/** The failure for an error, in words; if a file cannot be opened, it names the file. */
function failureOf(error: unknown): Failure {
  if (error instanceof Failure) return error;
  const { message = String(error), path } = error as NodeJS.ErrnoException;
  if (path === undefined) return new Failure(EXIT.failed, "Something went wrong", message);
  return wrongUse(`The file ${path} cannot be opened: ${message.replace(/^[A-Z]+: |, \w+ '.*'$/g, "")}.`);
}

// The reader of a pipe may close it early: whence trace … | head.
process.stdout.on("error", () => process.exit(EXIT.done));
try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const { title, message, where, advice, exit } = failureOf(error);
  if (process.argv.includes("--json")) console.error(JSON.stringify({ title, detail: message, errors: where, advice, exit }));
  else console.error([`${title}: ${plain(message)}`, ...where.map((w) => `  ${plain(w)}`), advice].filter(Boolean).join("\n"));
  process.exitCode = exit;
}
