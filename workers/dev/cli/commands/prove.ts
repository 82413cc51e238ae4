/** `whence prove SEQ`: checks on this machine that an event is in the sealed log. Only the public key has to be trusted. */
import { type Block, brokenLink, type LoggedEvent, provesEvent } from "../../../../shared/log/block.ts";
import { call } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";

interface Sealed extends Block {
  hash: string;
  signature: string | null;
}
type Key = { kty: "OKP"; crv: "Ed25519"; x: string } | null;
interface Proof {
  event: LoggedEvent;
  block: Sealed;
  proof: string[];
  key: Key;
}

/** All blocks of the log, in order. */
async function blocksOf(): Promise<Sealed[]> {
  const blocks: Sealed[] = [];
  for (let after: number | null = 0; after !== null; ) {
    const page: { blocks: Sealed[]; next: string | null } = (
      await call<{ blocks: Sealed[]; next: string | null }>("GET /v1/log/blocks", { query: { after, limit: 1000 } })
    ).body;
    blocks.push(...page.blocks);
    after = page.next === null ? null : Number(page.next);
  }
  return blocks;
}

/** Whether a block's hash was signed with a key. */
async function isSigned({ hash, signature }: Sealed, key: CryptoKey): Promise<boolean> {
  return signature !== null && crypto.subtle.verify("Ed25519", key, Buffer.from(signature, "base64"), new TextEncoder().encode(hash));
}
/** Whether all blocks from the first signed one on are signed with a key, and the block of the event is; null if that one was not signed at all. */
async function areSigned(blocks: readonly Sealed[], own: Sealed, key: Key): Promise<boolean | null> {
  if (own.signature === null || key === null) return null;
  const imported = await crypto.subtle.importKey("jwk", key, { name: "Ed25519" }, false, ["verify"]);
  const since = blocks.slice(blocks.findIndex(({ signature }) => signature !== null));
  const signed = await Promise.all([own, ...since].map((block) => isSigned(block, imported)));
  return signed.every(Boolean);
}

export const prove: Command = {
  name: "prove",
  usage: "prove SEQ [--key X]",
  summary: "Checks that an event is in the sealed log, and that no block of the log was changed; --key is the public key as you noted it",
  examples: ["prove 1204"],
  options: { key: { type: "string" } },
  async run(screen, { words: [seq], options }) {
    if (!/^[1-9]\d{0,15}$/.test(seq ?? "")) throw wrongUse("prove needs the number of an event: whence prove 42");
    const { body } = await call<Proof>("GET /v1/events/{seq}/proof", { params: { seq: String(seq) } });
    const { event, block, proof, key } = body;
    const blocks = await blocksOf();
    const known = text(options.key);
    const signed = await areSigned(blocks, block, known === undefined ? key : { kty: "OKP", crv: "Ed25519", x: known });
    const checks: [boolean, string][] = [
      [
        event.seq === Number(seq) && provesEvent(event, block, block.hash, proof),
        `event ${event.seq} (${event.type}) is in block ${block.number}, sealed ${new Date(block.at).toISOString()}`,
      ],
      [
        brokenLink(blocks) === null && blocks.some((one) => one.hash === block.hash),
        `${blocks.length} blocks follow one another without a break`,
      ],
      ...(signed === null
        ? []
        : [
            [
              signed,
              `the block, and each since the first signed one, is signed with ${known === undefined ? "the key that the instance gives" : "your key"}`,
            ] as [boolean, string],
          ]),
    ];
    const good = checks.every(([holds]) => holds);
    if (screen.json) screen.out(JSON.stringify({ good, signed, ...body }));
    else {
      for (const [holds, told] of checks) screen.out(`${screen.paint(holds ? "green" : "red", holds ? "✔" : "✖ not true:")} ${told}`);
      if (signed === null) screen.out("The block is not signed: the instance has no WHENCE_LOG_KEY.");
    }
    return good ? EXIT.done : EXIT.failed;
  },
};
