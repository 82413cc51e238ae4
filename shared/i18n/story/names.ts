/** Who and where, as the story names them: plain text, without hidden direction marks. */
import { ownProperty } from "../../own-property.ts";
import { isCompany } from "../../read/parties/standing.ts";
import { withoutThe } from "../../text/outlet-article.ts";
import { isRemoved } from "../../timeline/availability.ts";
import type { StoryAct } from "../../timeline/story/acts.ts";
import { NEWS_PLACE } from "../../timeline/story/story.ts";
import type { TimelineEvent } from "../../timeline/views.ts";
import { whoOf } from "../event.ts";
import { messagesOf } from "../general/messages.ts";
import {
  capital,
  isNameAlone,
  isNameless,
  kindAtPlace,
  kindOf,
  listed,
  named,
  outletTold,
  partyName,
  placeName,
  platformName,
} from "../name.ts";
import { quote } from "../quote.ts";
import type { LocaleOptions } from "../time.ts";
import { storyMessages } from "./messages.ts";

/** `short`: names of parties that an editor shortened. */
export type StoryOptions = LocaleOptions & { short?: Readonly<Record<string, string>> | undefined };

const isAnonymous = (event: TimelineEvent): boolean =>
  event.author ? isNameless(event.author) : event.seen === "reported" && event.attributedTo?.kind === "anonymous";

/** The party of an act as it is named in short, and who spoke for it, if that is somebody else: "Meta", by "Ahmad Al-Dahle, VP of generative AI". */
export function partyShown(act: StoryAct, options: StoryOptions): { name: string; speaker: string } {
  const m = messagesOf(options.lang);
  const { party, standing, forSelf } = act;
  const full = partyName(party, m) ?? m.unnamedParty;
  const shortOf = (name: string) => ownProperty(options.short ?? {}, name);
  const affiliation = party.affiliation?.trim() ?? "";
  // "A spokesman for the group": a common noun is no name of whom he speaks for.
  const isName = /\p{Lu}|\p{Script=Han}/u.test(affiliation) || withoutThe(affiliation) !== affiliation;
  const speaksFor =
    isName && !forSelf && !isCompany(affiliation) && standing === "subject" && affiliation.toLowerCase() !== full.toLowerCase();
  const shortened = shortOf(party.name ?? "") ?? (affiliation && !forSelf ? shortOf(affiliation) : undefined);
  const name = shortened ?? (speaksFor ? affiliation : full);
  // A party known only as "Spokesman": the word is shown once, not as name and role.
  const role = full.toLowerCase().includes(party.role?.trim().toLowerCase() ?? "") ? "" : (party.role?.trim() ?? "");
  const by = party.name?.trim() || !party.description ? full : party.description.trim();
  if (speaksFor) return { name: named(name, 60), speaker: [named(by, 60), named(role, 60)].filter(Boolean).join(m.comma) };
  return { name: named(name, 60), speaker: "" };
}

/** "Meta denied it", "FactCheck North rates it “false”". */
export function actInWords(act: StoryAct, options: StoryOptions): string {
  const m = messagesOf(options.lang);
  const { name } = partyShown(act, options);
  if (act.type === "rating") return storyMessages(options.lang).answers.rates(name, quote(named(act.rating ?? "", 60), m));
  return m.does(name, m.responses[act.type]);
}

/** "an anonymous post on a Chinese website": a document inside a sentence, without its author. */
export function documentInSentence(event: TimelineEvent, options: StoryOptions): string {
  const m = messagesOf(options.lang);
  const s = storyMessages(options.lang);
  if (isNameAlone(event)) return named(event.author?.trim() || outletTold(event) || s.aNamedSource, 60);
  const kinds: Partial<Record<string, string>> = s.aKind;
  const kind = (isAnonymous(event) && ownProperty(s.anAnonymous, event.kind)) || (ownProperty(kinds, event.kind) ?? s.aKind.other);
  const place = placeName(event);
  return place ? kindAtPlace(kind, event, named(place, 60), m) : kind;
}

/** The name of a document for labels and links: its author, else "Anonymous post", else its site or the place where it is said to be. */
export function documentName(event: TimelineEvent, options: StoryOptions, max = 40): string {
  const m = messagesOf(options.lang);
  if (isRemoved(event)) return storyMessages(options.lang).list.removed;
  if (isAnonymous(event)) return capital(m.anonymousKind(m.kinds[event.kind as keyof typeof m.kinds]?.[0] ?? event.kind));
  const who = whoOf({ ...event, response: null }, m);
  if (who !== m.unnamedAuthor) return named(who, max);
  const outlet = outletTold(event);
  if (outlet) return capital(named(outlet, max));
  // "Post on a militant website"
  const place = event.platform ? "" : (event.place?.trim() ?? "");
  return place ? capital(kindAtPlace(kindOf(event, m), event, named(place, 60), m)) : storyMessages(options.lang).picture.unnamed(1);
}

/** "on X, Reddit and in the news": platforms by name, in the order given; "" for none. */
export function placesInWords(platforms: readonly string[], options: StoryOptions): string {
  const m = messagesOf(options.lang);
  const s = storyMessages(options.lang);
  const names = platforms.filter((p) => p !== NEWS_PLACE).map((p) => named(platformName(p, m), 40));
  const news = platforms.includes(NEWS_PLACE) ? [s.inTheNews] : [];
  return s.places(listed([...names, ...news], m), names.length > 0);
}
/** "on 7 platforms and in the news"; `outlets` counts them: "on 7 platforms and in 6 news outlets". */
export function placesCounted(platforms: number, news: string, options: StoryOptions): string {
  const s = storyMessages(options.lang);
  const parts = [platforms > 0 ? s.answers.platforms(platforms) : "", news].filter(Boolean);
  return s.places(listed(parts, messagesOf(options.lang)), platforms > 0);
}
