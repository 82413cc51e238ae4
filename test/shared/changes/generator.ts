/** Retold texts with known changes: facts built from parts, changed part by part, and told again with changes of form that change nothing. */
import type { TextChangeKind } from "../../../shared/model/text-change.ts";
import { random } from "../../support/random.ts";

/** What one language's facts are built from. */
export interface FactLanguage {
  lang: string;
  names: string[];
  places: string[];
  sources: string[];
  hedges: string[];
  /** A fact's core, affirmed and negated: the two forms of its verb phrase. {n} is its number with unit, {p} its place. */
  cores: { yes: string; no: string; again?: string; amounts: Amount[] }[];
  /** What a core may be followed by; each tells something of its own. */
  details: string[];
  /** Sentences without any of these parts. */
  plain: string[];
  render(parts: Fact, how: { core: string; number: string }): string;
  join(sentences: string[]): string;
  number(value: number, style: number): string;
}
/** A number's unit before and after it, and the unit that another could be taken for. */
export interface Amount {
  before: string;
  after: string;
  other: { before: string; after: string } | null;
  values: number[];
}
export interface Fact {
  name: string;
  place: string;
  source: string | null;
  hedge: string | null;
  core: FactLanguage["cores"][number];
  negated: boolean;
  amount: Amount;
  value: number;
  detail: string | null;
  /** Which of its forms the source, the hedge and the number take. */
  form: number;
}
export interface Gold {
  kind: TextChangeKind;
  /** A word of what was, and of what is now: the found spans must hold them. */
  was: string | null;
  now: string | null;
}
export interface Retold {
  parent: string;
  child: string;
  gold: Gold[];
}

/** Chances drawn from one seed. */
interface Draw {
  pick<T>(list: readonly T[]): T;
  other<T>(list: readonly T[], not: readonly T[]): T;
  chance(p: number): boolean;
}
/** The fact, in about two cases of three with one part changed; adds to `gold` what that is. */
function changedFact(
  fact: Fact,
  language: FactLanguage,
  used: { names: string[]; places: string[]; style: number },
  draw: Draw,
  gold: Gold[],
): Fact {
  const next = { ...fact };
  if (!draw.chance(0.65)) return next;
  const numbered = (one: Fact) => `${one.amount.before}${language.number(one.value, used.style)}${one.amount.after}`;
  switch (draw.pick(["hedge", "hedge", "number", "unit", "name", "place", "source", "negation", "detail"])) {
    case "hedge":
      if (fact.hedge) gold.push({ kind: "hedge_dropped", was: fact.hedge, now: null });
      next.hedge = fact.hedge ? null : draw.pick(language.hedges);
      if (next.hedge) gold.push({ kind: "hedge_added", was: null, now: next.hedge });
      break;
    case "number":
      next.value = draw.other(fact.amount.values, [fact.value]);
      gold.push({ kind: "number_changed", was: language.number(fact.value, used.style), now: language.number(next.value, used.style) });
      break;
    case "unit":
      if (!fact.amount.other) break;
      next.amount = { ...fact.amount, ...fact.amount.other };
      gold.push({ kind: "unit_changed", was: numbered(fact).trim(), now: numbered(next).trim() });
      break;
    case "name":
      next.name = draw.other(language.names, used.names);
      gold.push({ kind: "name_changed", was: fact.name, now: next.name });
      break;
    case "place":
      next.place = draw.other(language.places, used.places);
      gold.push({ kind: "name_changed", was: fact.place, now: next.place });
      break;
    case "source":
      if (fact.source) gold.push({ kind: "attribution_lost", was: fact.source, now: null });
      next.source = null;
      break;
    case "negation":
      next.negated = !fact.negated;
      gold.push({ kind: "negation_flipped", was: null, now: null });
      break;
    default:
      if (fact.detail) gold.push({ kind: "detail_lost", was: fact.detail, now: null });
      next.detail = null;
  }
  return next;
}

export function retold(language: FactLanguage, seed: number): Retold {
  const rnd = random(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(rnd() * list.length)] as T;
  const other = <T>(list: readonly T[], not: readonly T[]): T => pick(list.filter((one) => !not.includes(one)));
  const chance = (p: number) => rnd() < p;
  const cores = [...language.cores].sort(() => rnd() - 0.5).slice(0, 1 + Math.floor(rnd() * 3));
  const details = [...language.details].sort(() => rnd() - 0.5);
  const names: string[] = [];
  const places: string[] = [];
  const facts = cores.map((core, i): Fact => {
    const amount = pick(core.amounts);
    names.push(other(language.names, names));
    places.push(other(language.places, places));
    return {
      name: names[i] as string,
      place: places[i] as string,
      source: chance(0.5) ? pick(language.sources) : null,
      hedge: chance(0.5) ? pick(language.hedges) : null,
      core,
      negated: chance(0.2),
      amount,
      value: pick(amount.values),
      detail: chance(0.6) ? (details[i] as string) : null,
      form: Math.floor(rnd() * 4),
    };
  });
  const filler = chance(0.5) ? pick(language.plain) : null;
  const say = (fact: Fact, style: number, again: boolean) => {
    const core = fact.negated ? fact.core.no : again ? (fact.core.again ?? fact.core.yes) : fact.core.yes;
    return language.render(fact, { core, number: `${fact.amount.before}${language.number(fact.value, style)}${fact.amount.after}` });
  };
  const gold: Gold[] = [];
  const style = Math.floor(rnd() * 2);
  const parentFacts = facts.map((fact) => say(fact, style, false));
  const changed = facts.map((fact) => changedFact(fact, language, { names, places, style }, { pick, other, chance }, gold));
  // Told with another form of number, other wording, other order, capitals, marks, invisible characters and a link: nothing of it is a change.
  let told = changed.map((fact) =>
    say(fact, chance(0.3) && !gold.some((g) => /number|unit/.test(g.kind)) ? 1 - style : style, chance(0.3)),
  );
  if (filler) {
    parentFacts.push(filler);
    told.push(filler);
  }
  if (chance(0.25)) told = told.reverse();
  let child = language.join(told);
  if (chance(0.2)) child = `${child} https://example.org/${Math.floor(rnd() * 1e6)}`;
  if (chance(0.2)) child = child.replace(/([,，])/g, "$1\u200b");
  return { parent: language.join(parentFacts), child, gold };
}
