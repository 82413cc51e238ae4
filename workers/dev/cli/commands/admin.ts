/** `whence admin NAME`: makes a link with which the first admin joins. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Email, PersonName } from "../../../../shared/access/person.ts";
import { DAY } from "../../../../shared/durations.ts";
import { invitationHash, newId, newToken } from "../../../access/tokens.ts";
import { invitationSql } from "../../../store/access/first-admin.ts";
import { baseUrl, call } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, Failure, wrongUse } from "../failure.ts";
import { plain } from "../screen.ts";

const WEEK_MS = 7 * DAY;

interface Asked {
  name: string;
  email: string | null;
}
/** Writes the invitation into the deployed database, by the login of `wrangler`: no key is needed. */
function inviteRemotely({ name, email }: Asked): string {
  if (!process.env.WHENCE_URL) throw wrongUse("Set WHENCE_URL to the address of the instance: the link begins with it.");
  const token = newToken();
  const now = Date.now();
  const sql = invitationSql({ hash: invitationHash(token), id: newId(), name, email, createdAt: now, expiresAt: now + WEEK_MS });
  const root = fileURLToPath(new URL("../../../../", import.meta.url));
  const wrangler = fileURLToPath(new URL("../../../../node_modules/wrangler/bin/wrangler.js", import.meta.url));
  const ran = spawnSync(process.execPath, [wrangler, "d1", "execute", "DB", "--remote", "--yes", "--command", sql], {
    cwd: root,
    encoding: "utf8",
  });
  if (ran.status !== 0) throw new Failure(EXIT.failed, "The database did not take it", `${ran.stdout}${ran.stderr}`.slice(-2000));
  return `${baseUrl()}/join/${token}`;
}

export const admin: Command = {
  name: "admin",
  usage: "admin NAME [--email ADDRESS] [--remote]",
  summary: "Makes a link by which an admin joins, once, within a week; --remote writes it to the deployed database, without a key",
  examples: ['admin "Ada Moss"', 'admin "Ada Moss" --remote'],
  options: { email: { type: "string" }, remote: { type: "boolean" } },
  async run(screen, { words, options }) {
    const name = PersonName.safeParse(words.join(" "));
    const given = text(options["email"]);
    const email = given === undefined ? null : Email.safeParse(given);
    if (!name.success) throw wrongUse(`whence ${admin.usage}`);
    if (email && !email.success) throw wrongUse(`--email ${email.error.issues[0]?.message ?? ""}.`);
    const asked = { name: name.data, email: email?.data ?? null };
    const link = options["remote"] ? inviteRemotely(asked) : await inviteByKey(asked);
    screen.out(
      screen.json
        ? JSON.stringify({ link })
        : `${plain(asked.name)} opens this link to join as an admin. It works once, within a week:\n${link}`,
    );
    return EXIT.done;
  },
};

async function inviteByKey({ name, email }: Asked): Promise<string> {
  const body = { name, role: "admin", ...(email === null ? {} : { email }) };
  return (await call<{ link: string }>("POST /v1/invitations", { body })).body.link;
}
