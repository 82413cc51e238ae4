/** `whence keys`: lists, makes, renews and revokes the keys of an instance. */
import type * as z from "zod";
import type { KeyOut, KeyShown } from "../../../api/resources/access/keys.ts";
import { call } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";
import { plain, type Screen } from "../screen.ts";

type Key = z.output<typeof KeyOut>;
type Shown = z.output<typeof KeyShown>;
const day = (instant: string | null, none: string) => instant?.slice(0, 10) ?? none;

/** The expiry in the form of the API, from "never" or a date; undefined: the API's default. */
function until(given: string | undefined): string | null | undefined {
  if (given === undefined) return undefined;
  if (given === "never") return null;
  if (!/^\d{4}-\d\d-\d\d$/.test(given)) return given;
  // JavaScript takes 30 February for 2 March.
  const date = new Date(`${given}T23:59:59Z`);
  if (Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== given) throw wrongUse(`--until: there is no day ${given}.`);
  return `${given}T23:59:59Z`;
}
function show(screen: Screen, key: Shown): void {
  if (screen.json) screen.out(JSON.stringify(key));
  else
    screen.out(
      `${key.key}\n\nThis is the key "${plain(key.name)}" (${key.id}), good until ${day(key.expiresAt, "it is revoked")}. It is shown this once.`,
    );
}
function list(screen: Screen, keys: Key[]): void {
  if (screen.json) screen.out(JSON.stringify({ keys }));
  else if (!keys.length) screen.out("There are no keys. To make one: whence keys make NAME --scopes read");
  for (const k of screen.json ? [] : keys) {
    const state = k.revokedAt ? screen.paint("red", "revoked") : `until ${day(k.expiresAt, "revoked")}`;
    const owner = k.owner ? `of ${plain(k.owner.name)}` : "of nobody";
    screen.out(
      `${k.id}  ${screen.paint("bold", plain(k.name))}  ${k.scopes.join(",")}  ${owner}  ${state}  last used ${day(k.usedAt, "never")}`,
    );
  }
}

export const keys: Command = {
  name: "keys",
  usage: "keys [make NAME --scopes read,ingest | renew ID | revoke ID] [--owner PERSON] [--until DATE|never]",
  summary: "Lists the keys; makes one, gives one a new secret (the old one stays valid for a day), or revokes one",
  examples: ["keys", "keys make 'the wire' --scopes ingest --until never", "keys renew 0123456789abcdef"],
  options: { scopes: { type: "string" }, owner: { type: "string" }, until: { type: "string" } },
  async run(screen, { words, options }) {
    const [act = "list", ...rest] = words;
    const expiresAt = until(text(options["until"]));
    const name = rest.join(" ");
    if (act !== "list" && !name) throw wrongUse(`whence ${keys.usage}`);
    if (act === "list") list(screen, (await call<{ keys: Key[] }>("GET /v1/keys")).body.keys);
    else if (act === "make") {
      const owner = text(options["owner"]);
      const body = {
        name,
        scopes: (text(options["scopes"]) ?? "read").split(","),
        ...(owner && { owner }),
        ...(expiresAt !== undefined && { expiresAt }),
      };
      show(screen, (await call<Shown>("POST /v1/keys", { body })).body);
    } else if (act === "renew")
      show(
        screen,
        (await call<Shown>("POST /v1/keys/{id}/renew", { params: { id: name }, body: expiresAt === undefined ? {} : { expiresAt } })).body,
      );
    else if (act === "revoke") {
      await call("DELETE /v1/keys/{id}", { params: { id: name } });
      screen.out(screen.json ? JSON.stringify({ revoked: name }) : "Revoked.");
    } else throw wrongUse(`whence ${keys.usage}`);
    return EXIT.done;
  },
};
