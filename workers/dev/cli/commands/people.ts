/** `whence people`: lists people, invites somebody, sets a role, makes a sign-in code, switches somebody off and on. */
import type * as z from "zod";
import { Role } from "../../../../shared/access/person.ts";
import type { PersonOut } from "../../../api/resources/access/people.ts";
import { call } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, Failure, wrongUse } from "../failure.ts";
import { plain, type Screen } from "../screen.ts";

type Person = z.output<typeof PersonOut>;
const all = async () => (await call<{ people: Person[] }>("GET /v1/people")).body.people;

/** The one person with an id, an e-mail address or a name. Throws a Failure for none or several. */
async function personNamed(given: string): Promise<Person> {
  const wanted = given.toLowerCase();
  const found = (await all()).filter((p) => [p.id, p.email, p.name.toLowerCase()].includes(wanted));
  const [one] = found;
  if (!one)
    throw new Failure(
      EXIT.missing,
      "There is no such person",
      `Nobody is called "${given}".`,
      [],
      "whence people lists them. Who was invited is among them after joining.",
    );
  if (found.length > 1)
    throw new Failure(
      EXIT.usage,
      "Several people fit",
      "Give the id of one.",
      found.map((p) => `${p.id}  ${p.name}`),
    );
  return one;
}
function list(screen: Screen, people: Person[]): void {
  if (screen.json) screen.out(JSON.stringify({ people }));
  else if (!people.length) screen.out('Nobody has joined yet: whence admin "Your Name"');
  for (const p of screen.json ? [] : people) {
    const state = p.switchedOffAt ? screen.paint("red", "switched off") : `last here ${p.seenAt?.slice(0, 10) ?? "never"}`;
    screen.out(`${p.id}  ${screen.paint("bold", plain(p.name))}  ${p.role}  ${plain(p.email ?? "no address")}  ${state}`);
  }
}

/** The role that an option names. Throws a Failure for any other word. */
function roleOf(given: string | undefined): Role {
  const role = Role.safeParse(given);
  if (!role.success) throw wrongUse(`--role is one of ${Role.options.join(", ")}.`);
  return role.data;
}

type Act = (screen: Screen, given: string, options: Record<string, string | boolean | undefined>) => Promise<void>;
/** Prints what was done, in words or as JSON. */
const say = (screen: Screen, words: string, body: unknown) => screen.out(screen.json ? JSON.stringify(body) : words);
const patch =
  (body: object, words: string): Act =>
  async (screen, given) => {
    const { id, name } = await personNamed(given);
    say(screen, `${plain(name)} ${words}`, (await call("PATCH /v1/people/{id}", { params: { id }, body })).body);
  };

const acts: Record<string, Act> = {
  async invite(screen, name, options) {
    const email = text(options["email"]);
    const body = { name, role: roleOf(text(options["role"]) ?? "reporter"), ...(email && { email }) };
    const { link, mailed } = (await call<{ link: string; mailed: boolean }>("POST /v1/invitations", { body })).body;
    say(screen, `${plain(name)} ${mailed ? "was sent this link" : "opens this link to join"}. It works once, within a week:\n${link}`, {
      link,
      mailed,
    });
  },
  async code(screen, given) {
    const { id, name } = await personNamed(given);
    const made = (await call<{ code: string; link: string }>("POST /v1/people/{id}/sign-in-codes", { params: { id } })).body;
    say(screen, `${made.code}\n\n${plain(name)} signs in with this code within 15 minutes, or by ${made.link}`, made);
  },
  async role(screen, given, options) {
    const role = roleOf(text(options["role"]));
    await patch({ role }, `is ${role} now.`)(screen, given, options);
  },
  off: patch({ switchedOff: true }, "is switched off."),
  on: patch({ switchedOff: false }, "is switched on."),
};

export const people: Command = {
  name: "people",
  usage: "people [invite NAME --role ROLE --email ADDRESS | code PERSON | role PERSON --role ROLE | off PERSON | on PERSON]",
  summary: "Lists the people; invites one, makes a sign-in code, sets a role (reader, reporter, reviewer, admin), switches off or on",
  examples: ['people invite "Tom Okafor" --role reviewer', 'people off "Tom Okafor"'],
  options: { role: { type: "string" }, email: { type: "string" } },
  async run(screen, { words, options }) {
    const [act, ...rest] = words;
    if (act === undefined || act === "list") list(screen, await all());
    else {
      const chosen = Object.hasOwn(acts, act) ? acts[act] : undefined;
      if (!chosen || !rest.length) throw wrongUse(`whence ${people.usage}`);
      await chosen(screen, rest.join(" "), options);
    }
    return EXIT.done;
  },
};
