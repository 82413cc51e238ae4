/** Languages to build retold texts in: made-up facts from `fixtures/changes/facts.jsonl`, and how each language puts them into a sentence. */
import { fixtures } from "../../support/fixtures.ts";
import type { Fact, FactLanguage } from "./generator.ts";

type Part = "names" | "places" | "sources" | "hedges" | "details" | "plain";
type Record = { lang: string; kind: Part; values: string[] } | ({ lang: string; kind: "core" } & FactLanguage["cores"][number]);
const records = fixtures<Record>("changes/facts");

function factsIn(lang: string): Pick<FactLanguage, "lang" | "cores" | Part> {
  const values = (part: Part) => records.flatMap((one) => (one.lang === lang && one.kind === part ? one.values : []));
  return {
    lang,
    names: values("names"),
    places: values("places"),
    sources: values("sources"),
    hedges: values("hedges"),
    details: values("details"),
    plain: values("plain"),
    cores: records.flatMap((one) => (one.lang === lang && one.kind === "core" ? [one] : [])),
  };
}
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

export const english: FactLanguage = {
  ...factsIn("en"),
  render(fact: Fact, { core, number }) {
    const filled = core.replace("{n}", number).replace("{p}", fact.place);
    // Adverbs stand before the verb, or open the sentence.
    const opening = fact.hedge !== null && fact.form === 3 && fact.source === null;
    const hedged = fact.hedge && !opening ? `${fact.hedge} ${filled}` : filled;
    const body = `${fact.name} ${hedged}${fact.detail ? ` ${fact.detail}` : ""}`;
    if (opening) return `${capital(fact.hedge ?? "")}, ${body}.`;
    if (fact.source === null) return `${body}.`;
    if (fact.form === 0) return `According to ${fact.source}, ${body}.`;
    if (fact.form === 1) return `${body}, ${fact.source} said.`;
    if (fact.form === 2) return `${capital(fact.source)} said that ${body}.`;
    return `${body}, according to ${fact.source}.`;
  },
  join: (sentences) => sentences.join(" "),
  number: (value, style) => (style === 0 && value >= 1000 ? value.toLocaleString("en-US") : String(value)),
};

export const chinese: FactLanguage = {
  ...factsIn("zh"),
  render(fact: Fact, { core, number }) {
    const filled = core.replace("{n}", number).replace("{p}", fact.place);
    const body = `${fact.name}${fact.hedge ?? ""}${filled}${fact.detail ? `，${fact.detail}` : ""}`;
    if (fact.source === null) return `${body}。`;
    return fact.form < 2 ? `据${fact.source}称，${body}。` : `${fact.source}表示，${body}。`;
  },
  join: (sentences) => sentences.join(""),
  number: (value, style) => (style === 0 && value >= 10_000 && value % 1_000 === 0 ? `${value / 10_000}万` : String(value)),
};
