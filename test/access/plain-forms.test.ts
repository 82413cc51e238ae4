/**
 * Every form of every page of the desk, sent as a browser without script sends it: with the values that the page gives, what is required filled in,
 * by each of its buttons. Each is taken, leads to a page, and does what it is there for: something is stored that was not there before.
 */
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type Element, isTag } from "domhandler";
import { getAttributeValue, getElementsByTagName, textContent } from "domutils";
import { parseDocument } from "htmlparser2";
import { Instance } from "../faults/support/instance.ts";

const skip = process.env["WHENCE_FULL"] ? false : "runs with --full";
const FORM = { "content-type": "application/x-www-form-urlencoded" };
let saved = "";
let cookie = "";
const paths: string[] = [];
const instance = () => {
  const one = new Instance(saved);
  one.key = null;
  return one;
};

/** What is required, or says most, and is empty on the page. */
const TYPED: Record<string, string> = {
  url: "https://www.whence-typed.org/page",
  text: "The bell tower of Simrishamn leans to the north, people claim.",
  name: "A name",
  label: "False",
  publisher: "Fact Desk",
  who: "Kivik council",
  quote: "The council looked into it.",
  author: "A. Writer",
  claim: "The cider of Kivik is made of pears",
  parent: "https://origin.example/first",
  document: "https://paper1.example/a",
  other: "The mill of Kivik grinds wood instead of rye",
  q: "bakery",
  email: "ana@paper.example",
  keyname: "Newsroom CMS",
  sure: "erase",
  to: "https://paper2.example/a",
  target: "desk@paper.example",
  headline: "Sawdust?",
  wording: "The bakery in Kivik is said to mix sawdust with its flour",
  why: "as it was put",
  title: "Another title",
  described: "master baker",
};

/** Boxes without which their form does nothing: what is decided on, and what becomes public. */
const TICKED = new Set(["pick", "seen"]);

interface Sent {
  page: string;
  action: string;
  button: string;
  body: [string, string][];
}
const attribute = (element: Element, name: string) => getAttributeValue(element, name);
/** The form that a control belongs to: the one that it names, else the one around it. */
function isOf(control: Element, form: Element): boolean {
  const named = attribute(control, "form");
  if (named !== undefined) return named === attribute(form, "id");
  for (let at: unknown = control.parent; at; at = (at as Element).parent) if (at === form) return true;
  return false;
}
/** What a control sends; null: nothing. */
function sentBy(control: Element): string | null {
  const name = attribute(control, "name") ?? "";
  if (control.name === "select") {
    const all = getElementsByTagName("option", control);
    // What does nothing until something is chosen has the first choice.
    const selected = all.find((option) => attribute(option, "selected") !== undefined);
    const chosen = name.startsWith("stance:") ? all[1] : (selected ?? all[name === "do" ? 1 : 0]);
    return chosen ? (attribute(chosen, "value") ?? textContent(chosen)) : null;
  }
  const type = attribute(control, "type") ?? "";
  const value = control.name === "textarea" ? textContent(control).replace(/^\n/, "") : (attribute(control, "value") ?? "");
  if (type === "checkbox") return attribute(control, "checked") !== undefined || TICKED.has(name) ? value || "on" : null;
  if (type === "radio") return attribute(control, "checked") !== undefined ? value : null;
  if (type === "file") return null;
  // A claim that is saved as it was changes nothing.
  if (name === "wording" && value) return `${value}, they say`;
  return value || (type === "hidden" ? "" : (TYPED[name] ?? ""));
}
/** All that can be sent from a page. */
function formsOf(page: string, html: string): Sent[] {
  const document = parseDocument(html);
  const of = (name: string) => getElementsByTagName(name, document.children.filter(isTag));
  const controls = [...of("input"), ...of("select"), ...of("textarea")].filter(
    (one) => attribute(one, "name") && attribute(one, "disabled") === undefined,
  );
  const buttons = of("button").filter((one) => (attribute(one, "type") ?? "submit") === "submit");
  return of("form")
    .filter((form) => (attribute(form, "method") ?? "get").toLowerCase() === "post")
    .flatMap((form) => {
      const own = controls.filter((one) => isOf(one, form));
      const body = own.flatMap((one): [string, string][] => {
        const value = sentBy(one);
        if (page === "/alerts" && attribute(one, "name") === "claim" && attribute(one, "type") !== "hidden") return [["claim", ""]];
        return value === null ? [] : [[attribute(one, "name") ?? "", value]];
      });
      const senders = buttons.filter((one) => isOf(one, form) && attribute(one, "formmethod") !== "get");
      assert.ok(senders.length > 0, `a form on ${page} has no button`);
      return senders.map((button): Sent => {
        const name = attribute(button, "name");
        const to = attribute(button, "formaction") ?? attribute(form, "action") ?? page;
        const more: [string, string][] = name ? [[name, attribute(button, "value") ?? ""]] : [];
        return {
          page,
          action: new URL(to, `http://127.0.0.1${page}`).pathname,
          button: textContent(button).trim(),
          body: [...body, ...more],
        };
      });
    });
}
/** All rows, so that it shows when one is written. */
const stored = (service: Instance) =>
  service
    .tables()
    .filter((table) => !/^(?:session|rate|idempotency)/.test(table) && !/_(?:data|idx|content|docsize|config)$/.test(table))
    .map((table) => `${table} ${JSON.stringify(service.sql(`SELECT * FROM ${table}`))}`)
    .join("\n");

before(async () => {
  if (skip) return;
  const service = new Instance();
  const call = async <T = { id: string }>(path: string, body: unknown, headers = {}) => {
    const answer = await service.call<T>("POST", path, body, headers);
    assert.ok(answer.status < 300, `${path}: ${answer.status} ${answer.text}`);
    return answer.body;
  };
  const add = async (n: number, text: string) =>
    (await call("/v1/documents", { url: `https://paper${n}.example/a`, kind: "article", title: "Bread", text }, { prefer: "wait" })).id;
  const text = "The bakery in Kivik mixes sawdust with its rye flour";
  const claim = (await call("/v1/claims", { text, visibility: "public" })).id;
  await call("/v1/claims", { text: "The bakery of Kivik burned down", visibility: "private" });
  const said = `"That is simply not true, there is no sawdust in our flour," said Nils Holm, the baker.`;
  const document = await add(1, `${text}, a neighbour claims. ${said} The council has not said anything about it so far.`);
  await add(2, `${text}, people say in the next town. ${said} Nobody there knew more about it.`);
  await add(1, `${text}, a neighbour claims. ${said} The council looked into it.`);
  for (const n of [3, 4, 5])
    await add(
      n,
      `An anonymous post claims that the harbour of Lund was sold twice. "That is simply not true," said Nils Holm, the mayor of Lund.\n\nNobody in town ${n} could say who wrote the post. ${"People on the quay mended their nets. ".repeat(5)}`,
    );
  await call(`/v1/claims/${claim}/notes`, { text: "Asked the baker." });
  await call("/v1/subscriptions", { kind: "feed", name: "Changes" });
  await call("/v1/sources", { kind: "feed", config: { url: "https://www.whence-feed.org/rss" } });
  service.sql("INSERT INTO dead_letter (document_id, at, reason, attempts) VALUES (?1, 1, 'too long', 5)", document);
  const { link } = await call<{ link: string }>("/v1/invitations", { name: "Ana Ruiz", role: "admin" });
  const joined = await service.call("POST", new URL(link).pathname, "name=Ana+Ruiz", FORM);
  cookie = (joined.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
  await call("/v1/invitations", { name: "Jonas Lind", role: "reviewer" });
  await call("/v1/keys", { name: "CMS", scopes: ["read"] });
  const second = await call<{ link: string }>("/v1/invitations", { name: "Aaron Berg", role: "reviewer" });
  await service.call("POST", new URL(second.link).pathname, "name=Aaron+Berg", FORM);
  service.key = null;
  await service.call("POST", "/watch", `claim=${claim}&do=watch`, { ...FORM, cookie });
  await service.call("POST", "/views", "path=%2F%3Fstate%3Dsettled&name=Settled&do=save", { ...FORM, cookie });
  const [waiting] = service.sql<{ id: string; since: number }>("SELECT id, since FROM suggestion WHERE kind = 'claim'");
  assert.ok(waiting, "something is proposed");
  service.sql("UPDATE followed_claim SET seen_at = 0");
  paths.push(
    "/",
    "/?state=settled",
    "/search?q=bakery",
    "/search?q=bakery&in=documents",
    "/claims/new",
    `/claims/new?document=${document}`,
    "/add",
    "/alerts",
    "/review",
    "/review?kind=response",
    `/review?kind=claim&item=${waiting.id}.${waiting.since}`,
    `/c/${claim}?as=editor`,
    `/c/${claim}/publish`,
    `/c/${claim}/stances`,
    `/c/${claim}/same?q=bakery`,
    `/c/${claim}/embed`,
    `/d/${document}`,
    "/people",
    "/people/audit",
    "/sources",
    "/system",
  );
  saved = service.save();
  service.close();
});

/** Forms that show something, end the session or visit a page and store nothing, by where they go and what their button says. */
const LOOKS = /^(?:\/add: Preview|\/claims\/new: Look|\/review\/bulk: Accept|\/signout|\/people\/me: Sign out|\/sources\/ID: Visit now)/;
/** Forms that change nothing where all is as the page says already. */
const SAME = /^(?:\/d\/ID\/edit: As the machine read it|\/people: Save)/;

test("every form of the desk is taken as a browser without script sends it", { skip }, async (t) => {
  const reader = instance();
  after(() => reader.close());
  let sent = 0;
  const faults: string[] = [];
  for (const path of paths) {
    const page = await reader.call("GET", path, undefined, { cookie });
    assert.equal(page.status, 200, `${path}: ${page.status}`);
    const seen = new Set<string>();
    for (const one of formsOf(path, page.text)) {
      // Of many lines with the same form one is enough.
      const name = `${one.action.replace(/[cdsnko][0-9a-z]{26}/g, "ID")}: ${one.button}`;
      if (seen.has(name)) continue;
      seen.add(name);
      const service = instance();
      const before = stored(service);
      const answer = await service.call("POST", one.action, String(new URLSearchParams(one.body)), { ...FORM, cookie });
      sent++;
      const to = answer.headers.get("location");
      const next = answer.status === 303 && to ? new URL(to, "http://127.0.0.1") : null;
      const said = next?.searchParams.get("said") ?? "";
      if (answer.status !== 303 && answer.status !== 200)
        faults.push(`${path} ${name}: ${answer.status} ${textContent(parseDocument(answer.text)).slice(0, 300)}`);
      else if (
        next &&
        (await service.call("GET", `${next.pathname}${next.search}`, undefined, { cookie })).status !== 200 &&
        !LOOKS.test(name)
      )
        faults.push(`${path} ${name}: leads to nothing, ${to}`);
      else if (stored(service) === before && !LOOKS.test(name) && !SAME.test(name)) faults.push(`${path} ${name}: stored nothing; ${said}`);
      service.close();
    }
  }
  t.diagnostic(`${sent} forms`);
  assert.deepEqual(faults, []);
});
