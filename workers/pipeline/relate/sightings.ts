/** Builds the sightings and responses of one document from its reading and the candidates of its statements. */

import { numbersChange } from "../../../shared/changes/text-changes.ts";
import { type Cluster, proposalOf } from "../../../shared/cluster/page-cluster.ts";
import type { Wording } from "../../../shared/cluster/wording.ts";
import { sourceNamesOf } from "../../../shared/edges/attribution.ts";
import { reportedIn } from "../../../shared/edges/evidence/reported.ts";
import { assertedIn, best } from "../../../shared/match/assertions.ts";
import { negatesTerm } from "../../../shared/match/compare/polarity.ts";
import { MATCHER, MATCHER_BY_STORY, MATCHER_BY_WORDS, type ScoredCandidate } from "../../../shared/match/index.ts";
import { TOO_SHORT } from "../../../shared/match/score.ts";
import { suggestedByStory } from "../../../shared/match/story.ts";
import { baseLang } from "../../../shared/match/terms/tokens.ts";
import { isPost } from "../../../shared/model/document.ts";
import { claimIdOf, idOf } from "../../../shared/model/id.ts";
import type { Quote } from "../../../shared/model/quote.ts";
import type { ReadClaim, Reading, ReadReported } from "../../../shared/model/reading.ts";
import { CLUSTERER, READER, REPLY, roleOf, type Stance, type StanceRead } from "../../../shared/model/sighting.ts";
import { isSiteOfNamed } from "../../../shared/read/attribution/issuer.ts";
import { certaintyOf, hedgesIn } from "../../../shared/read/claims/certainty.ts";
import { referredTo } from "../../../shared/read/claims/same-reason.ts";
import { denyingQuote, mayCarryDenial, withDenial } from "../../../shared/read/claims/with-denial.ts";
import { isWorthFiling, REVIEW_RULE, statesSame } from "../../../shared/read/claims/worth-filing.ts";
import { isCorroborated, keysOf } from "../../../shared/read/gates/corroboration.ts";
import { mayCount } from "../../../shared/read/gates/own-source.ts";
import { isBarePlace } from "../../../shared/read/mentions/publication-places.ts";
import { type ReportedResponse, responsesToClaims, rounded } from "../../../shared/read/responses/to-claims.ts";
import { asksOrSupposes, isHearsay, makesFunOf } from "../../../shared/read/stance/own-assertion.ts";
import { claimsOfHeadline, stanceOfPage, stanceOfPassage, stanceOfSentence, stanceTowards } from "../../../shared/read/stance/towards.ts";
import { mentionsIn } from "../../../shared/text/posts/account-mentions.ts";
import { commentsBefore } from "../../../shared/text/posts/words.ts";
import { quoteOf, sentenceQuoteOf, sentenceStart } from "../../../shared/text/quote-selector.ts";
import { asSentence, excerpt, withoutStop } from "../../../shared/text/segment.ts";
import { overlap } from "../../../shared/text/span.ts";
import { nearestSentence, shared, stemsOf } from "../../../shared/text/stem-overlap.ts";
import type { Acting } from "../../../shared/timeline/acts.ts";
import { reportedTimes, sortKey } from "../../../shared/timeline/order.ts";
import type { ClaimRow } from "../../store/claims/claims.ts";
import { MAX_WAITING } from "../../store/claims/stories.ts";
import { publishPolicy } from "../../store/publishing.ts";
import { newSighting, reporting, shownOf, withLastNames } from "../../store/relations/sighting-rows.ts";
import type { SightingRow } from "../../store/relations/stored-sighting.ts";
import type { Context } from "../context/context.ts";
import { reportedDocument } from "../context/references.ts";
import { decidedOf } from "../match.ts";
import type { Work } from "../read.ts";
import { responseSighting } from "./responses.ts";

export interface Findings {
  claims: ClaimRow[];
  sightings: SightingRow[];
  /** Ids of documents that it reports only for claims that are not filed. */
  unfiled: string[];
  /** Keys of the responses that it reports too faintly to count alone (shared/read/gates/corroboration.ts), with their claims. */
  faint: { claimId: string; key: string }[];
}

/** Sightings and responses of a document and of what it reports, before their parents are known. */
export function sightingsOf(work: Work, context: Context, now: number): Findings {
  if (!work.reading) return { claims: [], unfiled: [], faint: [], sightings: inherited(work, context, now) };
  const Builder = isPost(work.document) ? PostSightings : PageSightings;
  const findings = new Builder(work, work.reading, context, now).find();
  return { ...findings, sightings: withLastNames(findings.sightings, work.reading.document.text) };
}

/** A bare repost repeats the reposted document, and is linked to the same claims. */
function inherited({ document }: Work, context: Context, now: number): SightingRow[] {
  const source = context.sightings.filter(
    (s) => s.documentId === document.parentId && s.listed && s.role !== "respond" && s.method !== REPLY,
  );
  return source.map((sighting) => ({
    ...sighting,
    ...shownOf(document, sighting.lang, null),
    id: idOf("s", sighting.claimId, document.id),
    at: sortKey(document),
    toldBy: null,
    attributedTo: null,
    quote: null,
    excerpt: null,
    parent: null,
    method: "rule: repost",
    reasons: [],
    state: "suggested",
    recordedAt: now,
  }));
}

type Candidate = Pick<ScoredCandidate, "claimId" | "text" | "decision" | "score" | "reasons" | "story">;
/** What a sighting says about its claim, as far as it is known. */
type Said = StanceRead & Pick<SightingRow, "method" | "listed"> & Partial<SightingRow>;

/** What the builders for posts and for pages have in common. */
class SightingBuilder {
  protected readonly findings: Findings = { claims: [], sightings: [], unfiled: [], faint: [] };
  readonly work: Work;
  readonly reading: Reading;
  readonly context: Context;
  readonly now: number;
  /** People's decisions on the document, by claim. */
  protected readonly decided: ReadonlyMap<string, boolean>;
  /** Fields that all sightings of the document have. */
  readonly base;
  /** The input for reading its stances. */
  protected readonly page;
  /** The texts of the claims that it may make, by id. */
  protected readonly texts = new Map<string, string>();

  constructor(work: Work, reading: Reading, context: Context, now: number) {
    this.work = work;
    this.reading = reading;
    this.context = context;
    this.now = now;
    this.decided = decidedOf(work.document.id, context.sightings);
    const words = context.answerWords.get(baseLang(reading.document.lang)) ?? null;
    this.base = {
      ...newSighting(work.document, reading.document.lang, work.textId, now),
      title: work.document.title ?? reading.document.title,
      sources: (sourceNamesOf(reading, work.document.url, words) ?? []).filter(mayCount),
    };
    this.page = {
      reading,
      title: this.base.title,
      kind: work.document.kind,
      words,
      networks: context.networks,
    };
  }

  protected saidIn({ quote, certainty, hedges, attributedTo }: ReadClaim) {
    const { text, lang } = this.reading.document;
    const refersTo = referredTo(text, quote.start, quote.end, lang);
    const words = { ...sentenceQuoteOf(text, quote.start, quote.end), ...(refersTo !== null && { refersTo }) };
    // "Residents fear that …": the page says it in nobody's name, and not in its own. "Police say …": so does a post.
    const isReport =
      attributedTo !== null ||
      (isPost(this.work.document) ? isOthersWords(quote, this.reading.statements) : sentenceStart(text, quote.start) < quote.start);
    return { quote: words, certainty, hedges, attributedTo, ...(isReport && { role: "report" as const }) };
  }

  /** Adds the document's sighting of a claim that the matcher found. */
  protected addCandidate({ claimId, text, decision, score, reasons, story }: Candidate, said: StanceRead & Partial<SightingRow>): void {
    this.texts.set(claimId, text);
    const isLinked = decision === "linked";
    const why = isLinked ? reasons.filter((reason) => reason !== TOO_SHORT) : reasons;
    const method = story === undefined ? MATCHER : MATCHER_BY_STORY;
    this.add(claimId, { ...said, listed: isLinked, score, method, reasons: why });
  }

  /** Adds the document's own sighting of a claim, at most one a claim: a listed one replaces one that waits for review. */
  protected add(claimId: string, said: Said): void {
    const { findings } = this;
    const id = idOf("s", claimId, this.work.document.id);
    const before = findings.sightings.find((s) => s.id === id);
    if (before && (before.listed || !said.listed)) return;
    findings.sightings = findings.sightings.filter((s) => s !== before);
    const { text, lang } = this.reading.document;
    const about = this.texts.get(claimId) ?? "";
    // Whoever asks, doubts or passes hearsay on does not say it, and the party that a claim names would not say it of itself.
    const { document } = this.work;
    const quoted = said.quote?.exact ?? "";
    const whole = said.quote && withDenial(said.quote, text, lang);
    const quote = whole && said.stance === "deny" && !said.stanceUnsure ? denyingQuote(whole, this.base.title, lang) : (whole ?? null);
    const isDoubted =
      asksOrSupposes(quoted, lang) ||
      isSiteOfNamed(document.url, about) ||
      (isPost(document) && (isHearsay(quoted, lang) || commentsBefore(text) || makesFunOf(text, about, lang)));
    const hasDenial = said.stance !== "deny" ? mayCarryDenial(this.reading, about) : isPost(document) && negatesTerm(text, about, lang);
    findings.sightings.push({
      ...this.base,
      ...said,
      // A stance is only sure where the link is: of 13 sure ones of pages that waited 8 were right (train and dev), none of the 4 that "support".
      ...((!said.listed || (isDoubted && (said.stance === "support" || said.stance === "observe"))) && { stanceUnsure: true }),
      ...(hasDenial && { wordsDenial: true }),
      quote,
      claimId,
      id,
      role: said.stance === "support" ? (said.role ?? roleOf(said.stance)) : roleOf(said.stance),
      excerpt: quote ? null : excerpt(text, 200) || null,
    });
  }

  /** The id of the claim with these words, in the language of whoever wrote them. Proposes it if nobody has it. */
  protected propose(words: string, lang: string | null): string {
    const id = claimIdOf(words);
    const known = this.context.claims.get(id);
    if (!known && !this.findings.claims.some((c) => c.id === id))
      this.findings.claims.push({
        id,
        ref: null,
        text: asSentence(withoutStop(words)),
        lang,
        status: "proposed",
        visibility: "private",
        subject: null,
        createdAt: this.now,
        recordedAt: this.now,
        mergedInto: null,
      });
    return known?.mergedInto ?? id;
  }
}

/** A sentence of which more than this share is what others say is not the post's own. */
const MAX_OTHERS_SHARE = 1 / 2;
/** Whether most of a post's sentence is what somebody with a name or a description says. */
const isOthersWords = ({ start, end }: ReadClaim["quote"], statements: Reading["statements"]): boolean =>
  statements.some(
    ({ kind, speaker, content }) =>
      kind === "indirect" &&
      (speaker?.party.name ?? speaker?.party.description ?? null) !== null &&
      Math.min(content.end, end) - Math.max(content.start, start) > MAX_OTHERS_SHARE * (end - start),
  );

/** The sightings of a post, which is matched as a whole. */
class PostSightings extends SightingBuilder {
  find(): Findings {
    const { document } = this.work;
    const said = (claim: string) => ({ ...this.#saidOf(claim), ...stanceTowards(claim, { ...this.page, title: null }) });
    const own = this.context.candidates.get(document.id)?.[0] ?? [];
    const group = this.context.groups.get(document.id);
    for (const c of best(own, this.decided)) this.addCandidate(c, said(c.text));
    if (!group && own.every(({ decision }) => decision === "none"))
      for (const { claimId, text, score, reasons } of best(this.#inWordsOfPages(), this.decided))
        this.add(claimId, { ...said(text), listed: false, score, method: MATCHER_BY_WORDS, reasons });
    const joined = this.findings.sightings.some(({ listed }) => listed) ? null : this.#joined();
    const claim = joined && this.context.claims.get(joined.claimId);
    if (claim) {
      const { score, reasons } = joined;
      this.add(claim.id, { ...said(claim.text), listed: true, score, method: CLUSTERER, reasons });
    } else if (group) {
      const { text, lang, why } = group;
      this.add(this.propose(text, lang), { ...said(text), listed: true, method: READER, reasons: [why] });
    }
    return this.findings;
  }

  /** The sighting of what the closest page that a post is like proposes. A post stays with that when a person accepts it. */
  #joined(): SightingRow | null {
    const { sightings, sourceSightings, joins } = this.context;
    const { id } = this.work.document;
    const had = new Set(sightings.flatMap((s) => (s.documentId === id && s.method === CLUSTERER ? s.claimId : [])));
    const proposedBy = (page: string) =>
      sourceSightings.find(
        (s) => s.documentId === page && s.listed && s.role !== "respond" && (s.method === CLUSTERER || had.has(s.claimId)),
      );
    return (joins.pages.get(id) ?? []).flatMap((page) => proposedBy(page) ?? [])[0] ?? null;
  }

  /** The claim whose pages share words with the post. If the maximum number of documents wait for it already, only if this post is one of them. */
  #inWordsOfPages(): ScoredCandidate[] {
    const { id } = this.work.document;
    const isSeen = (claimId: string) => this.context.sightings.some((s) => s.documentId === id && s.claimId === claimId);
    const stories = this.context.stories.get(id) ?? [];
    const found = suggestedByStory(this.reading.document.text, stories);
    const waiting = stories.find(({ claim }) => claim.claimId === found?.claimId)?.waiting ?? 0;
    return found && (waiting < MAX_WAITING || isSeen(found.claimId)) ? [found] : [];
  }

  /**
   * How a post states a claim: in its main sentence if that has most of the words shared with the claim, else in the whole post. If the post repeats
   * words of others, the whole post counts, with what it says about them.
   */
  #saidOf(claim: string) {
    const { document, claims } = this.reading;
    const [main] = claims;
    const common = (words: string) => shared(stemsOf(words), stemsOf(claim));
    const isRepeated = mentionsIn(document.text).some(({ words }) => words !== null);
    if (main && !isRepeated && 2 * common(main.quote.text) >= common(document.text)) return this.saidIn(main);
    return { quote: null, certainty: certaintyOf(document.text), hedges: hedgesIn(document.text), attributedTo: null };
  }
}

/** Whether readers see a reported document unchecked. Not for named persons and bare places ("the blog"): wrong too often. */
const isPublicUnread = ({ actor, platform, place }: ReadReported, lang: string): boolean =>
  publishPolicy() === "all" ||
  (publishPolicy() === "sure" &&
    !(actor.kind === "person" && actor.name !== null) &&
    !(platform === null && place !== null && isBarePlace(place, lang)));

/** The sightings of a page, which is matched by its statements, and proposes claims that nobody follows. */
class PageSightings extends SightingBuilder {
  find(): Findings {
    const { document } = this.work;
    const asserted = assertedIn(this.context.asserted.get(document.id) ?? [], this.decided);
    const claimIds = this.#addClaims(asserted);
    for (const { said, candidate } of asserted) {
      const { quote, certainty, hedges, by: attributedTo } = said;
      const stance = stanceOfPassage(said, candidate.text, this.page);
      const role = attributedTo ? ("report" as const) : roleOf(stance.stance);
      this.addCandidate(candidate, { ...this.#saidNearest({ quote, certainty, hedges, attributedTo, role }, candidate.text), ...stance });
    }
    const times = reportedTimes(this.reading, this.base.at);
    const isCopy = (this.context.near.get(document.id) ?? []).some((n) => n.textId === this.work.textId);
    const stated = new Map(asserted.flatMap(({ linked, candidate, said }) => (linked ? [[candidate.claimId, said.quote.exact]] : [])));
    const takenUp = this.#takenUp().map((one) => ({ ...one, passage: stated.get(one.claimId) ?? null }));
    const isCorroborated = (claimId: string, act: Acting) => this.#isCorroborated(claimId, act);
    const asked = { ...this.page, claimIds, takenUp, times: times.responses, at: this.base.at, isCopy, isCorroborated };
    const answers = responsesToClaims(asked);
    reportedIn(document.id, this.reading).forEach(({ id, reported }, i) => {
      const claimId = claimIds[reported.claim];
      if (claimId) this.#addReported(reported, id, { claimId, at: times.reported[i] ?? this.base.at }, answers);
      else this.findings.unfiled.push(id);
    });
    for (const one of answers) this.#addResponse(one);
    this.#markUnshownResponses();
    this.#markBesideHeadline();
    return this.findings;
  }

  /**
   * Adds sightings of the claims that the reading found. Gives the claim of each, in order; "" for one that is not worth filing. A page that makes no
   * followed claim proposes what its cluster states, or, without a cluster, the clauses of its headline or lead. Beside a followed claim only what
   * the page rates is worth filing: on dev all 23 other proposals were fragments of the followed one.
   */
  #addClaims(asserted: ReturnType<typeof assertedIn>): string[] {
    const { claims } = this.reading;
    const linked = claims.map((claim, i) => this.#addMatched(claim, i));
    const assertedClaims = asserted.flatMap((one) => (one.linked ? one.candidate : []));
    const followed = [...linked, ...assertedClaims.map(({ claimId }) => claimId)].find((id) => id !== null);
    const cluster = followed ? null : (this.context.clusters.get(this.work.document.id) ?? null);
    const wording = cluster && proposalOf(cluster);
    const main = followed ?? (wording ? this.#proposeCluster(cluster, wording) : null);
    const mayPropose = (claim: ReadClaim) =>
      (followed ? claim.rule === REVIEW_RULE : (cluster?.size ?? 1) === 1) && isWorthFiling(claim, this.reading, this.base.title);
    const stated = [
      ...claims.map((claim, i) => (linked[i] === main ? claim.text : "")),
      ...assertedClaims.map(({ claimId, text }) => (claimId === main ? text : "")),
      wording?.text ?? "",
    ];
    return claims.map((claim, i) => {
      const known = linked[i];
      if (known) return known;
      if (main && stated.some((text) => text !== "" && statesSame(text, claim.text))) return main;
      if (!mayPropose(claim)) return "";
      const id = this.propose(claim.text, this.reading.document.lang);
      this.add(id, { ...this.saidIn(claim), ...stanceOfSentence(claim, claim.text, this.page), listed: true, method: READER });
      return id;
    });
  }

  /** Adds sightings of the followed claims that a claim of the reading may be. Gives the one that it is; null if none. */
  #addMatched(claim: ReadClaim, i: number): string | null {
    const said = this.saidIn(claim);
    const same = this.context.claims.get(claimIdOf(claim.text));
    if (same && same.status !== "proposed") {
      const candidate = { claimId: same.mergedInto ?? same.id, text: same.text, score: 1, reasons: ["says the same words"] };
      this.addCandidate({ ...candidate, decision: "linked" }, { ...said, ...stanceOfSentence(claim, same.text, this.page) });
      return candidate.claimId;
    }
    const found = best(this.context.candidates.get(this.work.document.id)?.[i] ?? [], this.decided);
    for (const candidate of found)
      this.addCandidate(candidate, { ...this.#saidNearest(said, candidate.text), ...stanceOfPage(claim, candidate.text, this.page) });
    return found.find((c) => c.decision === "linked")?.claimId ?? null;
  }

  /**
   * The claims to which an answer in the page may belong: the followed claims that it makes; else those that wait for a person's decision, as on most
   * pages that debunk a rumour; else the one that its cluster proposes.
   */
  #takenUp(): { claimId: string; text: string }[] {
    const own = this.findings.sightings.filter(({ documentId, role }) => documentId === this.work.document.id && role !== "respond");
    const followed = own.filter(({ method }) => method === MATCHER || method === MATCHER_BY_STORY);
    const linked = followed.filter(({ listed }) => listed);
    const proposed = own.filter(({ method }) => method === CLUSTERER);
    const [taken = []] = [linked, followed, proposed].filter(({ length }) => length);
    return taken.map(({ claimId }) => ({ claimId, text: this.texts.get(claimId) ?? "" }));
  }

  /** Whether another document reports clearly a response that this one reports faintly. The page depends on such reports from now on. */
  #isCorroborated(claimId: string, act: Acting): boolean {
    this.findings.faint.push(...keysOf(act).map((key) => ({ claimId, key })));
    return isCorroborated(act, this.work.document.id, this.context.responseReports.get(claimId)?.clear ?? []);
  }

  /**
   * If a page makes several claims, its stance towards those that its headline does not name is unsure, as the headline counts for stance. If it
   * names another one, it is the headline of a denial of that: what the page's own sentence says of the claim decides.
   */
  #markBesideHeadline(): void {
    const taken = this.#takenUp();
    const inTitle = claimsOfHeadline(
      this.base.title,
      taken.map(({ text }) => text),
    );
    for (const { claimId } of taken.filter((_, i) => !inTitle.has(i))) {
      const isOwn = (s: SightingRow) => s.role !== "respond" && s.claimId === claimId;
      const own = this.findings.sightings.find((s) => isOwn(s) && s.documentId === this.work.document.id);
      const said = own?.stance === "deny" && inTitle.size ? this.#stancesIn(own.quote) : [];
      const [stance] = said.includes("deny") ? [] : said;
      this.#change(isOwn, { stanceUnsure: true, ...(stance && { stance, role: "report" }) });
    }
  }

  /** The stances of the claims that the reading found in a quote. */
  #stancesIn(quote: SightingRow["quote"]): Stance[] {
    return this.reading.claims.flatMap((claim) => (quote?.exact.includes(claim.quote.text) ? [claim.stance] : []));
  }

  /** If a response to a claim waits for review, the document's own sighting says that the text reports one; not if a person rejected it. */
  #markUnshownResponses(): void {
    const rejected = new Set(this.context.sightings.filter(({ state }) => state === "rejected").map(({ id }) => id));
    const waiting = this.findings.sightings.filter(({ id, role, listed }) => role === "respond" && !listed && !rejected.has(id));
    const answered = new Set(waiting.map(({ claimId }) => claimId));
    this.#change(({ role, claimId }) => role !== "respond" && answered.has(claimId), { tellsResponse: true });
    // Once a person said that what it denies is not the claim, that it "reports a denial" is a guess.
    const dropped = this.findings.sightings.filter(({ id, stance }) => stance === "deny" && rejected.has(id));
    const others = this.findings.sightings.filter(({ id, role, stance }) => role === "respond" && stance === "deny" && !rejected.has(id));
    const isDropped = (claimId: string) => dropped.some((s) => s.claimId === claimId) && !others.some((s) => s.claimId === claimId);
    this.#change(({ role, stance, claimId }) => role !== "respond" && stance === "deny" && isDropped(claimId), { stanceUnsure: true });
  }

  #addReported(reported: ReadReported, id: string, of: { claimId: string; at: number }, answers: readonly ReportedResponse[]): void {
    const { document, claims } = this.reading;
    const { text, lang } = document;
    const { quote, passage, rule, actor, place } = reported;
    // "In a blog post, the works denied it": a post that begins nothing, without an author or a place of a name, where no claim is told.
    const mayAnswer = rule === "began" && actor.kind === "unknown" && !/\p{Lu}/u.test(place ?? "");
    const isAnswer =
      mayAnswer &&
      !claims.some((claim) => overlap(claim.quote, passage)) &&
      answers.some(({ response }) => overlap(response.passage, passage));
    this.findings.sightings.push({
      ...newSighting(reportedDocument(reported, id, this.work.document.id), reported.lang, null, this.now),
      ...of,
      id: idOf("s", of.claimId, id),
      listed: !isAnswer && isPublicUnread(reported, lang),
      role: reported.role,
      stance: reported.stance,
      quote: quote ? quoteOf(text, quote.start, quote.end) : null,
      method: READER,
      title: null,
      excerpt: quote ? null : excerpt(passage.text, 240),
      toldBy: reporting(this.work.document),
    });
  }

  /**
   * How it says a claim: in the passage that was matched, or in the sentence that has more than twice as many of the claim's words. A passage without
   * a word of the claim gives way to any sentence that has one.
   */
  #saidNearest<T extends { quote: Quote }>(said: T, about: string) {
    const { text } = this.reading.document;
    const own = shared(stemsOf(said.quote.exact), stemsOf(about));
    const nearest = nearestSentence(text, about, 2 * own, own === 0 ? 0 : undefined);
    return nearest
      ? {
          quote: quoteOf(text, nearest.start, nearest.end),
          certainty: "unstated" as const,
          hedges: [],
          attributedTo: null,
          role: "report" as const,
        }
      : said;
  }

  /** Proposes the claim that the page's cluster states, with the page's own words as the quote. */
  #proposeCluster({ quote }: Cluster, wording: Wording): string {
    const id = this.propose(wording.text, wording.lang);
    const { claims, document } = this.reading;
    const own = claims.find((claim) => statesSame(claim.text, wording.text));
    this.texts.set(id, wording.text);
    this.add(id, {
      listed: true,
      role: own ? this.saidIn(own).role : "report",
      ...stanceTowards(wording.text, this.page),
      // Texts that state the same but for a number are one cluster.
      ...(quote &&
        numbersChange({ text: wording.text, lang: wording.lang }, { text: quote.exact, lang: document.lang }) && { stanceUnsure: true }),
      quote,
      score: rounded(wording.probability),
      method: CLUSTERER,
      // The number of texts is left out: it changes with each arrival, and would make a new version of every sighting.
      reasons: ["several texts tell of it"],
    });
    return id;
  }

  #addResponse(found: ReportedResponse): void {
    const sighting = responseSighting(this, found);
    if (this.findings.sightings.some((s) => s.id === sighting.id)) return;
    this.findings.sightings.push(sighting);
  }

  /** Changes some of the document's own sightings. */
  #change(isMeant: (s: SightingRow) => boolean, change: Partial<SightingRow>): void {
    const { findings } = this;
    const { id } = this.work.document;
    findings.sightings = findings.sightings.map((s) => (s.documentId === id && isMeant(s) ? { ...s, ...change } : s));
  }
}
