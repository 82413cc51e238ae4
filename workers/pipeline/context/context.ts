/** What the later stages of the pipeline know of the documents of a step. */
import type { Wording } from "../../../shared/changes/kind.ts";
import type { ExactCopy, Group } from "../../../shared/cluster/group.ts";
import type { Cluster } from "../../../shared/cluster/page-cluster.ts";
import type { LinkedPage } from "../../../shared/edges/evidence/links.ts";
import type { ScoredAssertion } from "../../../shared/match/assertions.ts";
import type { ScoredCandidate } from "../../../shared/match/index.ts";
import type { AnswerWords } from "../../../shared/read/gates/answer-words.ts";
import type { StanceNetworks } from "../../../shared/read/stance/network.ts";
import type { ClaimSummary } from "../../store/claims/claims.ts";
import type { StoryWaiting } from "../../store/claims/stories.ts";
import type { ActorRow } from "../../store/documents/accounts.ts";
import type { StoredDocument } from "../../store/documents/documents.ts";
import type { NearText } from "../../store/documents/text-lookup.ts";
import type { Placement } from "../../store/documents/texts.ts";
import type { EdgeRow } from "../../store/relations/edges.ts";
import type { ResponseReports } from "../../store/relations/response-reports.ts";
import type { ResponseRow } from "../../store/relations/responses.ts";
import type { SightingRow } from "../../store/relations/stored-sighting.ts";
import type { Joins } from "./clusters.ts";
import type { AccountMention, OutletSearch } from "./references.ts";

/** The context of the documents in hand; keys are ids of these documents unless stated otherwise. */
export interface Context {
  /** Live sightings of the documents in hand, of the documents that they report, and of reposted documents. */
  sightings: SightingRow[];
  responses: ResponseRow[];
  edges: EdgeRow[];
  /** Claims by id that exist, among those that the readings would propose. */
  claims: Map<string, ClaimSummary>;
  /** Stored documents by id: parents, linked and reported documents, posts with quoted words. */
  documents: Map<string, StoredDocument>;
  /** The candidates of each statement that may be a claim. */
  candidates: Map<string, ScoredCandidate[][]>;
  /** The other statements of a page, and their candidates. */
  asserted: Map<string, ScoredAssertion[]>;
  near: Map<string, NearText[]>;
  /** Another account's document with the very same text. */
  copies: Map<string, ExactCopy>;
  /** For a post that makes no followed claim: the claim that it proposes together with others. */
  groups: Map<string, Group>;
  /** For a post in English: the claims whose pages share words with it. */
  stories: Map<string, StoryWaiting[]>;
  /** For a page: the texts on the same topic, and the claim that they state. */
  clusters: Map<string, Cluster>;
  /** The posts that join what pages propose. */
  joins: Joins;
  /** The buckets of texts, of the statements of such posts and of pages, and of the texts that a document quotes. */
  placements: Placement[];
  linked: Map<string, LinkedPage[]>;
  /** Live sightings of `sources`: what these say about the same claim. */
  sourceSightings: SightingRow[];
  /** The documents that those in hand link to, quote or resemble. */
  sources: Set<string>;
  /** Texts of parents and of similar documents, by document. And by child: the texts that its parents had when it was published. */
  sourceTexts: Map<string, Wording>;
  parentTexts: Map<string, Map<string, Wording>>;
  /** The accounts that a post mentions, and their earlier posts. */
  mentions: Map<string, AccountMention[]>;
  /** By account: the actor that a person said it belongs to. */
  actors: Map<string, ActorRow>;
  /** By reported document: the posts that contain the words quoted from it, earliest first. */
  quotationHolders: Map<string, string[]>;
  /**
   * `quoted`: keys of the buckets into which a text that it quotes would come. `dependencies`: keys of its own buckets on which documents depend.
   * `overflow`: ids of later texts in its buckets with which it is not compared.
   */
  buckets: Map<string, { quoted: string[]; dependencies: string[]; overflow: string[] }>;
  /** For a document that names an outlet: the claims whose pages were searched for that outlet's report, and their earliest sightings. */
  outletReports: { search: OutletSearch; found: SightingRow[] }[];
  /** By claim that an article in hand may make: the responses that documents report. */
  responseReports: Map<string, ResponseReports>;
  /** By language: the words of answers. */
  answerWords: ReadonlyMap<string, AnswerWords>;
  networks: StanceNetworks;
  /** Linked and reported documents that are erased: nothing is stored about them. */
  erased: Set<string>;
  /** Documents not in hand that have not been read yet: findings about them are not final. */
  unread: Set<string>;
  /** When versions of these sightings and edges ended, if after the step's start. That happens where another machine's clock is ahead. */
  ended: number[];
  /** The number of the last event before the context was read. */
  lastEvent: number;
}
