/** `whence review`: goes through the suggestions that wait for a person, one at a time: a accept, r reject, s skip, q quit. */
import { createInterface } from "node:readline";
import { call } from "../calls.ts";
import type { Command } from "../command.ts";
import { EXIT } from "../failure.ts";
import { plain, wrap } from "../screen.ts";

interface Waiting {
  id: string;
  claim: string;
  document: string;
  stance: string;
  score: number | null;
  reasons: string[];
  excerpt: string | null;
  quote: string | null;
}

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
  return (await call<{ sightings: Waiting[]; next: string | null }>("GET /v1/sightings", { query: { limit: 100, cursor } })).body;
}

export const review: Command = {
  name: "review",
  usage: "review",
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
    const claims = new Map<string, string>();
    try {
      for (let page = pages; ; ) {
        for (const one of page.sightings) {
          if (!claims.has(one.claim))
            claims.set(one.claim, (await call<{ text: string }>("GET /v1/claims/{id}", { params: { id: one.claim } })).body.text);
          screen.out();
          for (const line of wrap(`Claim: ${claims.get(one.claim) ?? ""}`, screen.width)) screen.out(screen.paint("bold", line));
          for (const line of wrap(`Says:  "${one.quote ?? one.excerpt ?? ""}"`, screen.width, 6)) screen.out(line);
          const score = one.score === null ? "" : `, ${Math.min(99, Math.round(one.score * 100))} %`;
          for (const line of wrap(`${one.stance}${score}: ${one.reasons.map(plain).join("; ")}`, screen.width))
            screen.out(screen.paint("dim", line));
          screen.out("a accept, r reject, s skip, q quit");
          let key = await input.next();
          while (key !== null && !"arsq\u0003".includes(key)) key = await input.next();
          if (key === null || key === "q" || key === "\u0003") return EXIT.done;
          const body = { claim: one.claim, document: one.document, id: one.id };
          if (key === "a") await call("POST /v1/sightings/confirm", { body: { ...body, seen: true } });
          if (key === "r") await call("POST /v1/sightings/reject", { body });
          done[key === "a" ? "accepted" : key === "r" ? "rejected" : "skipped"]++;
        }
        if (page.next === null) return EXIT.done;
        page = await waitingOf(page.next);
      }
    } finally {
      input.close();
      const sum = done.accepted + done.rejected + done.skipped;
      screen.out(
        sum === 0 && pages.sightings.length === 0
          ? "Nothing is waiting."
          : `\n${done.accepted} accepted, ${done.rejected} rejected, ${done.skipped} skipped`,
      );
    }
  },
};
