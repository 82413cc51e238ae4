/** `whence review`: goes through the suggestions that wait for a person, one at a time: a accept, r reject, s skip, q quit. */

import { createInterface } from "node:readline";
import type * as z from "zod";
import type { SuggestionOut } from "../../../api/resources/desk/review.ts";
import { call } from "../calls.ts";
import type { Command } from "../command.ts";
import { EXIT, Failure } from "../failure.ts";
import { type Screen, wrap } from "../screen.ts";

type Waiting = z.output<typeof SuggestionOut>;

/** Keys one at a time: as they are pressed in a terminal, otherwise the characters of standard input; null at its end. */
function keys(): { next(): Promise<string | null>; close(): void } {
  const { stdin } = process;
  if (stdin.isTTY) stdin.setRawMode(true);
  const waiting: string[] = [];
  let wake: (() => void) | null = null;
  let ended = false;
  const push = (text: string) => {
    waiting.push(...text.replace(/\s/g, "").toLowerCase());
    wake?.();
  };
  const end = () => {
    ended = true;
    wake?.();
  };
  const lines = stdin.isTTY ? null : createInterface({ input: stdin }).on("line", push).on("close", end);
  const onData = (data: Buffer) => push(data.toString("utf8"));
  if (!lines) stdin.on("data", onData);
  return {
    async next() {
      while (waiting.length === 0 && !ended) await new Promise<void>((resolve) => (wake = resolve));
      return waiting.shift() ?? null;
    },
    close() {
      lines?.close();
      stdin.off("data", onData);
      if (stdin.isTTY) stdin.setRawMode(false);
      stdin.pause();
    },
  };
}

async function waitingOf(cursor?: string) {
  return (await call<{ suggestions: Waiting[]; next: string | null }>("GET /v1/review", { query: { limit: 100, cursor } })).body;
}

/** Prints all words that readers would see once it is accepted, and the reasons. */
function show(screen: Screen, { claim, effect, evidence, reasons, reports, sure }: Waiting): void {
  const say = (words: string, paint = (line: string) => line) => {
    for (const line of wrap(words, screen.width, Number.MAX_SAFE_INTEGER)) screen.out(paint(line));
  };
  screen.out();
  say(`Claim: ${claim.text}`, (line) => screen.paint("bold", line));
  say(effect.line);
  if (evidence) say(`Says: "${evidence.sentence}" (${evidence.label}${evidence.title ? `: "${evidence.title}"` : ""})`);
  for (const { label, sentence } of reports.slice(1)) say(`And: "${sentence}" (${label})`);
  say([sure, ...reasons.for, ...reasons.against.map((reason) => `against it: ${reason}`)].join("; "), (line) => screen.paint("dim", line));
  screen.out("a accept, r reject, s skip, q quit");
}

/** Accepts or rejects what was shown. False, with the reason printed, if it was decided or changed in the meantime. */
async function decide(screen: Screen, { id, version, reports }: Waiting, verb: "accept" | "reject"): Promise<boolean> {
  const seen = [id, ...reports.map((report) => report.id)];
  try {
    await call("POST /v1/decisions", { body: { items: [{ id, version, do: verb }], seen } });
    return true;
  } catch (error) {
    if (!(error instanceof Failure && error.title.startsWith("409"))) throw error;
    screen.out(error.message);
    return false;
  }
}

/** What a key decides; another one skips. */
const VERBS: Record<string, "accept" | "reject"> = { a: "accept", r: "reject" };

export const review: Command = {
  name: "review",
  usage: "review",
  maxWords: 0,
  summary: "Goes through the suggestions that wait for a person: a accept, r reject, s skip, q quit; --json lists them",
  examples: ["review"],
  options: {},
  async run(screen) {
    const done = { accepted: 0, rejected: 0, skipped: 0 };
    const pages = await waitingOf();
    if (screen.json) {
      screen.out(JSON.stringify(pages));
      return EXIT.done;
    }
    const input = keys();
    try {
      for (let page = pages; ; ) {
        for (const one of page.suggestions) {
          show(screen, one);
          let key = await input.next();
          while (key !== null && !"arsq\u0003".includes(key)) key = await input.next();
          if (key === null || key === "q" || key === "\u0003") return EXIT.done;
          const verb = VERBS[key];
          if (verb === undefined) done.skipped++;
          else if (await decide(screen, one, verb)) done[`${verb}ed`]++;
        }
        if (page.next === null) return EXIT.done;
        page = await waitingOf(page.next);
      }
    } finally {
      input.close();
      const sum = done.accepted + done.rejected + done.skipped;
      screen.out(
        sum === 0 && pages.suggestions.length === 0
          ? "Nothing is waiting."
          : `\n${done.accepted} accepted, ${done.rejected} rejected, ${done.skipped} skipped`,
      );
    }
  },
};
