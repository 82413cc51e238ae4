/**
 * Whether a party's own page or post is suggested as its answer, and nobody else's: invented statements, each put on kinds of pages and posts that
 * show in several ways whose they are, and near misses, each with its claim in an instance of its own on node:sqlite:
 *   node test/eval/posts/own-answers.ts fit|measured [--show]
 * Found: a suggestion has the party and its act, or leaves the act open. Only "fit" shows its errors.
 */
import { Instance } from "../../faults/support/instance.ts";
import { linesOf } from "../../support/fixtures.ts";

interface Story {
  form: string;
  name: string;
  host: string;
  site: string;
  account: string;
  handle: string;
  claim: string;
  /** The party as a sentence names it. */
  s: string;
  question: string;
  said: string;
  admits: string;
  texts: Record<string, string>;
}
interface Language {
  lang: string;
  half: string;
  about: string[];
  misses: Record<string, string>;
  stories: Story[];
}
interface Case {
  lang: string;
  kind: string;
  act: string | null;
  form: string;
  claim: string;
  /** The words of the party that answers; none in a near miss. */
  party: string[];
  document: object;
}

const [half = "fit"] = process.argv.slice(2);
const SHOW = half === "fit" && process.argv.includes("--show");
const languages = linesOf<Language>(new URL("../data/own-answers.jsonl", import.meta.url)).filter((one) => one.half === half);

const TITLES: Record<string, [release: string, statement: string, faq: string, rumour: string]> = {
  en: ["Press release", "On current reports", "Questions and answers", "A post says: “C.”"],
  de: ["Pressemitteilung", "Zu aktuellen Meldungen", "Fragen und Antworten", "In einem Beitrag heißt es: „C.“"],
  es: ["Comunicado", "Sobre informaciones recientes", "Preguntas y respuestas", "Una publicación dice: «C»."],
  fr: ["Communiqué", "À propos d'informations récentes", "Questions et réponses", "Un message affirme : « C. »"],
  pt: ["Comunicado", "Sobre notícias recentes", "Perguntas e respostas", "Uma publicação diz: “C.”"],
  it: ["Comunicato stampa", "Su notizie recenti", "Domande e risposte", "Un post dice: «C»."],
  zh: ["情况说明", "关于近期传闻", "问答", "有网帖称：“C。”"],
};
const PLATFORMS = ["x", "mastodon", "bluesky", "telegram", "facebook", "weibo", "thread"];
const ACTS: Record<string, string[]> = {
  confirmation: ["confirmation", "partial_confirmation"],
  explanation: ["explanation", "clarification"],
  no_comment: ["no_comment"],
};
const AT = "2026-11-06T09:00:00Z";

function page(site: { host: string; name: string | null; author?: string }, lang: string, title: string, blocks: string[], kind?: string) {
  const metas = [
    `<meta property="article:published_time" content="${AT}">`,
    site.name ? `<meta property="og:site_name" content="${site.name}">` : "",
    site.author ? `<meta name="author" content="${site.author}">` : "",
  ].join("");
  const body = blocks.map((one) => (one.startsWith("#") ? `<h2>${one.slice(1)}</h2>` : `<p>${one}</p>`)).join("\n");
  const html = `<!doctype html><html lang="${lang}"><head><title>${title}</title>${metas}</head><body><article><h1>${title}</h1>${body}</article></body></html>`;
  return { url: `https://www.${site.host}/news/2026/statement-41`, html, ...(kind && { kind }) };
}
function post(platform: string, author: { handle: string; name?: string }, text: string) {
  const on = platform === "thread" ? "x" : platform;
  return { kind: "post", platform: on, author, text: platform === "thread" ? `${text} 1/3` : text, publishedAt: AT };
}

/** Each statement of a story on a page and in a post, and both kinds of articles that report one. */
function answers({ lang, about }: Language, story: Story, n: number): Case[] {
  const [release, statement, faq, rumour] = TITLES[lang] as [string, string, string, string];
  const { claim, form, name, host, site, account, handle } = story;
  const sites = [
    { host, name: site },
    { host, name: null },
    { host: "page-41.example", name: site },
  ];
  const base = { lang, claim, form, party: [name] };
  const passage = rumour.replace("C", () => claim);
  const own = Object.entries(story.texts).flatMap(([act, text], i): Case[] => {
    const at = sites[(i + n) % 3] as (typeof sites)[number];
    const kinds: [string, object][] = [
      ["release", page(at, lang, release, [text, ...about], i % 2 ? "press_release" : undefined)],
      ["statement", page(at, lang, statement, [passage, text, ...about])],
      ["faq", page(at, lang, faq, [about[0] ?? "", `#${story.question}`, text])],
    ];
    const [kind, document] = kinds[(i + 2 * n) % 3] as [string, object];
    const platform = PLATFORMS[(i + 4 * n) % PLATFORMS.length] as string;
    const author = i % 2 ? { handle } : { handle, name: account };
    return [
      { ...base, kind, act, document },
      {
        ...base,
        kind: platform === "thread" ? platform : i % 2 ? "post, handle" : "post, name",
        act,
        document: post(platform, author, text),
      },
    ];
  });
  const courier = { host: "brenncourier.example", name: "Brenn Courier", author: "Jon Aske" };
  const article = (sentence: string) => page(courier, lang, claim, [passage, sentence, ...about.slice(0, 1)]);
  return [
    ...own,
    { ...base, kind: "said", act: "denial", party: [], document: article(story.said) },
    { ...base, kind: "admits", act: "confirmation", party: [], document: article(story.admits) },
  ];
}

/** Near misses: none is an answer of anybody. */
function misses({ lang, about, misses: frames }: Language, story: Story): Case[] {
  const { claim, form, name, handle, host, site, s } = story;
  const filled = (frame: string) => (frames[frame] ?? "").replace("{claim}", () => claim).replace("{s}", () => s);
  const courier = { host: "brenncourier.example", name: "Brenn Courier", author: "Jon Aske" };
  const union = { host: "workersunion.example", name: "Union of Port Workers" };
  const watch = { host: `${host.replace(".example", "")}-watch.example`, name: `${name} Watch` };
  const release = TITLES[lang]?.[0] ?? "";
  const documents: Record<string, object> = {
    outlet: page(courier, lang, claim, [filled("outlet"), ...about]),
    fan: post("x", { handle: `${handle}_fans`, name: `${name} Fans` }, filled("fan")),
    parody: post("x", { handle: `not${handle}`, name: `Not ${name}` }, story.texts["denial"] ?? ""),
    union: page(union, lang, release, [filled("union"), ...about], "press_release"),
    watch: page(watch, lang, claim, [filled("union"), ...about]),
    else: page({ host, name: site }, lang, release, [filled("else"), ...about]),
    retract: post("x", { handle: "annroe", name: "Ann Roe" }, filled("retract")),
    thing: page(courier, lang, claim, [filled("thing"), ...about]),
  };
  return Object.entries(documents).map(([kind, document]) => ({ lang, kind, act: null, form, claim, party: [], document }));
}

interface Answer {
  response: { type: string; actor: { name: string | null; description: string | null; role: string | null; affiliation: string | null } };
}
async function suggested({ claim, document }: Case): Promise<{ answers: Answer["response"][]; isHeld: boolean }> {
  const instance = new Instance();
  const { body } = await instance.call<{ id: string }>("POST", "/v1/claims", { text: claim, visibility: "public" });
  const added = await instance.call("POST", "/v1/documents", document);
  if (added.status >= 300) throw new Error(added.text);
  await instance.settle();
  const path = `/v1/claims/${body.id}/responses?state=suggested&limit=100`;
  const { responses } = (await instance.call<{ responses: Answer[] }>("GET", path)).body;
  const isHeld = instance.sql("SELECT 1 FROM sighting WHERE claim_id = ?", body.id).length > 0;
  return { answers: responses.map(({ response }) => response), isHeld };
}

const plain = (words: string) => words.toLowerCase();
function isRight({ act, party, kind }: Case, { type, actor }: Answer["response"]): boolean {
  const called = plain(
    Object.values(actor)
      .filter((one) => typeof one === "string")
      .join(" "),
  );
  const isParty =
    kind === "said" || kind === "admits" || party.some((name) => called.includes(plain(name)) || plain(name).includes(called));
  return act !== null && isParty && (type === "right_of_reply" || (ACTS[act] ?? [act]).includes(type));
}

interface Sum {
  documents: number;
  held: number;
  found: number;
  open: number;
  shown: number;
  right: number;
}
const sums = new Map<string, Sum>();
for (const language of languages)
  for (const [n, story] of language.stories.entries())
    for (const one of [...answers(language, story, n), ...misses(language, story)]) {
      const { answers: shown, isHeld } = await suggested(one);
      const right = shown.filter((answer) => isRight(one, answer));
      const isMiss = one.act === null ? "near miss" : "answer";
      for (const key of [
        isMiss,
        `${isMiss}: ${one.kind}`,
        `${isMiss}: ${one.lang}`,
        ...(one.act ? [`act: ${one.act}`, `form: ${one.form}`] : []),
      ]) {
        const sum = sums.get(key) ?? { documents: 0, held: 0, found: 0, open: 0, shown: 0, right: 0 };
        sums.set(key, sum);
        sum.documents++;
        sum.held += Number(isHeld);
        sum.found += Number(right.length > 0);
        sum.open += Number(right.length > 0 && right.every(({ type }) => type === "right_of_reply"));
        sum.shown += shown.length;
        sum.right += right.length;
      }
      if (SHOW && (one.act === null ? shown.length : !right.length || right.length < shown.length))
        console.log(
          [
            one.lang,
            one.kind,
            one.act,
            JSON.stringify(one.document).slice(0, 900),
            isHeld,
            shown.map(({ type, actor }) => `${type} ${actor.name} ${actor.description}`),
          ].join(" | "),
        );
    }
for (const [key, { documents, held, found, open, shown, right }] of [...sums].sort(([a], [b]) => (a < b ? -1 : 1)))
  console.log(`${key}: ${documents} documents, ${held} linked or waiting, ${found} found (${open} open), ${right} of ${shown} right`);
