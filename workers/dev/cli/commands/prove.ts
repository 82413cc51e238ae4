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
/** A public key to verify with. Throws if the text given for it is none. */
async function imported(key: NonNullable<Key>): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey("jwk", key, { name: "Ed25519" }, false, ["verify"]);
  } catch {
    throw wrongUse("--key must be a public Ed25519 key of 43 characters: the x of the key in GET /v1/log/blocks");
  }
}
/**
 * The first signed block, and whether it and all after it are signed with a key. A block before it counts as signed with it, as each block contains
 * the hash of the one before. Null if no block is signed, and the caller knows of no key.
 */
async function signatures(blocks: readonly Sealed[], own: Sealed, { key, isKnown }: { key: Key; isKnown: boolean }) {
  const verifier = key && (await imported(key));
  const first = blocks.findIndex(({ signature }) => signature !== null);
  const number = blocks[first]?.number;
  if (number === undefined || verifier === null) return isKnown ? { holds: false, number: own.number } : null;
  const signed = await Promise.all(
    [...(own.number < number ? [] : [own]), ...blocks.slice(first)].map((block) => isSigned(block, verifier)),
  );
  return { holds: signed.every(Boolean), number };
}

export const prove: Command = {
  name: "prove",
  usage: "prove SEQ [--key X]",
  maxWords: 1,
  summary: "Checks that an event is in the sealed log, and that no block of the log was changed; --key is the public key as you noted it",
  examples: ["prove 1204"],
  options: { key: { type: "string" } },
  async run(screen, { words: [seq], options }) {
    if (!/^[1-9]\d{0,15}$/.test(seq ?? "")) throw wrongUse("prove needs the number of an event: whence prove 42");
    const { body } = await call<Proof>("GET /v1/events/{seq}/proof", { params: { seq: String(seq) } });
    const { event, block, proof, key } = body;
    const blocks = await blocksOf();
    const known = text(options.key);
    const noted: Key = known === undefined ? null : { kty: "OKP", crv: "Ed25519", x: known };
    const used = { key: noted ?? key, isKnown: noted !== null };
    const signed = await signatures(blocks, block, used);
    const checks: [boolean, string][] = [
      [
        event.seq === Number(seq) && provesEvent(event, block, block.hash, proof),
        `event ${event.seq} (${event.type}) is in block ${block.number}, sealed ${new Date(block.at).toISOString()}`,
      ],
      [
        brokenLink(blocks) === null && blocks.some((one) => one.hash === block.hash),
        blocks.length === 1 ? "it is the only block, and its hash is right" : `${blocks.length} blocks follow one another without a break`,
      ],
    ];
    if (signed)
      checks.push([
        signed.holds,
        `block ${signed.number} and all after it are signed with ${used.isKnown ? "your key" : "the key that the instance gives"}`,
      ]);
    const good = checks.every(([holds]) => holds);
    if (screen.json) screen.out(JSON.stringify({ good, signed: signed?.holds ?? null, ...body }));
    else {
      for (const [holds, told] of checks) screen.out(`${screen.paint(holds ? "green" : "red", holds ? "✔" : "✖ not true:")} ${told}`);
      if (signed === null) screen.out(key ? "No block is signed yet." : "No block is signed: the instance has no WHENCE_LOG_KEY.");
    }
    return good ? EXIT.done : EXIT.failed;
  },
};
