/** `whence webhooks`: manages subscriptions: webhooks, channels, mail and feeds. */
import type * as z from "zod";
import type { CreatedOut, SubscriptionOut } from "../../../api/resources/subscriptions.ts";
import { call, claimNamed } from "../calls.ts";
import { type Command, text } from "../command.ts";
import { EXIT, wrongUse } from "../failure.ts";
import { plain, type Screen } from "../screen.ts";

type Subscription = z.output<typeof SubscriptionOut>;

/** The kind of subscription that an address is for. */
function kindOf(target: string | undefined): string {
  if (target === undefined) return "feed";
  if (!/^https?:/.test(target)) return "mail";
  if (!URL.canParse(target)) throw wrongUse(`${target} is no address.`);
  const host = new URL(target).hostname;
  if (host === "hooks.slack.com") return "slack";
  return /(?:^|\.)discord(?:app)?\.com$/.test(host) ? "discord" : "webhook";
}

async function add(screen: Screen, target: string | undefined, options: Record<string, string | boolean | undefined>): Promise<void> {
  const claim = text(options["claim"]);
  const kind = text(options["kind"]) ?? kindOf(target);
  const body = {
    kind,
    name: text(options["name"]) ?? `${kind} of the terminal`,
    ...(target === undefined ? {} : { target }),
    filter: {
      ...(claim === undefined ? {} : { claims: [(await claimNamed(claim)).id] }),
      ...(options["sure"] ? { sure: true } : {}),
      ...(options["waiting"] ? { waiting: true } : {}),
    },
  };
  const made = (await call<z.output<typeof CreatedOut>>("POST /v1/subscriptions", { body })).body;
  const lines = [`${made.id} ${made.kind}`, ...(made.secret ? [`Its secret, shown this once: ${made.secret}`] : []), ...made.feeds];
  screen.out(screen.json ? JSON.stringify(made) : lines.join("\n"));
}

function list(screen: Screen, subscriptions: Subscription[]): void {
  if (screen.json) screen.out(JSON.stringify({ subscriptions }));
  else if (!subscriptions.length) screen.out("Nobody is told. To begin: whence webhooks add ADDRESS");
  for (const { id, kind, name, target, enabled, why, delivered } of screen.json ? [] : subscriptions) {
    const state = enabled ? `${delivered} taken` : screen.paint("red", "off");
    screen.out(`${id}  ${kind}  ${screen.paint("bold", plain(name))}  ${plain(target ?? "")}  ${state}${why ? `  ${plain(why)}` : ""}`);
  }
}

/** Actions on a subscription: the route, and the message afterwards. */
const ACTS: Record<string, { route: string; done: string; body?: object }> = {
  test: { route: "POST /v1/subscriptions/{id}/test", done: "A test was sent." },
  rotate: { route: "POST /v1/subscriptions/{id}/rotate", done: "It has a new secret; the former is good for a day." },
  replay: { route: "POST /v1/subscriptions/{id}/replay", done: "What was given up is sent again.", body: {} },
  remove: { route: "DELETE /v1/subscriptions/{id}", done: "Removed." },
};

export const webhooks: Command = {
  name: "webhooks",
  usage:
    "webhooks [add [ADDRESS] [--claim CLAIM] [--name NAME] [--kind KIND] [--sure | --waiting] | test ID | rotate ID | replay ID | remove ID]",
  summary: "Lists subscriptions; adds a webhook, a Slack or Discord channel, a mail address or (without an address) a feed",
  examples: [
    "webhooks add https://paper.example/hook --claim bridge",
    "webhooks add desk@paper.example",
    "webhooks add --waiting",
    "webhooks replay n0123…",
  ],
  options: {
    claim: { type: "string" },
    name: { type: "string" },
    kind: { type: "string" },
    sure: { type: "boolean" },
    waiting: { type: "boolean" },
  },
  async run(screen, { words: [act = "list", target, ...more], options }) {
    if (more.length) throw wrongUse(`whence ${webhooks.usage}`);
    if (act === "list") list(screen, (await call<{ subscriptions: Subscription[] }>("GET /v1/subscriptions")).body.subscriptions);
    else if (act === "add") await add(screen, target, options);
    else {
      const known = Object.hasOwn(ACTS, act) ? ACTS[act] : undefined;
      if (!known || target === undefined) throw wrongUse(`whence ${webhooks.usage}`);
      const { body } = await call(known.route, { params: { id: target }, ...(known.body ? { body: known.body } : {}) });
      screen.out(screen.json ? JSON.stringify(body ?? {}) : known.done);
      if (!screen.json && body?.["secret"]) screen.out(String(body["secret"]));
    }
    return EXIT.done;
  },
};
