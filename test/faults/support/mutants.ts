/** Faults that tests should see: in one file each, a part of the sound code and what stands in its place. */

export interface Mutant {
  name: string;
  file: string;
  from: string;
  to: string;
  /** Files of tests, each with the names of those in it that are run. */
  tests: [file: string, names?: string][];
  /** Why nothing can tell it from the sound code. */
  equivalent?: string;
}
const held = (names: string): [string, string] => ["test/faults/held.test.ts", names];
const single = (names: string): [string, string] => ["test/faults/single.test.ts", names];
const atOnce = (names?: string): [string, string?] => (names ? ["test/faults/atonce.test.ts", names] : ["test/faults/atonce.test.ts"]);
const related = (names: string): [string, string] => ["test/faults/related.test.ts", names];
const RIGHTS: [string] = ["test/faults/rights.test.ts"];
const PEOPLE: [string] = ["test/access/people.test.ts"];
const LIMITS: [string] = ["test/access/limits.test.ts"];
const WHO_MAY: [string] = ["test/access/authorisation.test.ts"];
const CUT_OFF: [string] = ["test/faults/cutoff.test.ts"];
const CALLS: [string, string] = ["test/faults/calls.test.ts", "others of a bucket"];
const WAKE: [string] = ["test/store/wake.test.ts"];
const TOLD: [string] = ["test/service/graph/corroboration.test.ts"];
const ERASE: [string] = ["test/service/claims/erase.test.ts"];

const persist = (name: string, from: string, to: string, ...tests: Mutant["tests"]): Mutant => ({
  name,
  file: "workers/pipeline/persist.ts",
  from,
  to,
  tests,
});
const erase = (name: string, from: string, to: string, ...tests: Mutant["tests"]): Mutant => ({
  name,
  file: "workers/store/access/erase.ts",
  from,
  to,
  tests,
});
const inFile =
  (file: string) =>
  (name: string, from: string, to: string, ...tests: Mutant["tests"]): Mutant => ({ name, file, from, to, tests });
const jobs = inFile("workers/store/jobs/jobs.ts");
const claims = inFile("workers/editing/claims/edit.ts");
const caller = inFile("workers/access/caller.ts");
const access = inFile("workers/access/cloudflare-access.ts");
const people = inFile("workers/store/access/people.ts");
const merge = inFile("workers/editing/merge.ts");
const INSTANT: [string] = ["test/faults/instant.test.ts"];
const none = "forSome([] as never[], ";
/** A mutant that nothing can tell from the sound code, and why. */
const equivalent = (why: string, mutant: Mutant): Mutant => ({ ...mutant, equivalent: why });

/** The mutants, by the part of the code that each makes wrong. */
export const mutants: Mutant[] = [
  // The preconditions of the one write.
  persist("no look whether the job is still open", "...forSome(open, ", `...${none}`, atOnce("sweeper|message"), held("look again")),
  persist("no look where documents stand in share trees", "...forSome(standing, ", `...${none}`, atOnce("chain of quotes")),
  persist(
    "no look whether refs are unused",
    "...(refs.unused.length + refs.waiting.length ?",
    "...(refs.unused.length > 1e9 ?",
    atOnce("refs"),
  ),
  persist(
    "no look whether documents and texts are new",
    "...(newDocuments.length + newTexts.length ?",
    "...(newDocuments.length > 1e9 ?",
    atOnce("versions of a new document"),
  ),
  persist(
    "no look whether sightings are those that were read",
    "...forSome([...sightings.documentIds], ",
    `...${none}`,
    held("confirm|reject|sighting with a quote|split"),
  ),
  persist("no look whether sources' sightings hold", "...forSome(unchanged, ", `...${none}`, atOnce("derived from")),
  persist("no look whether claims of a merge are merged", "...forSome(conditions.unmerged, ", `...${none}`, held("watch")),
  persist(
    "no look at the versions of claims",
    "...forSome(versions, (rows) => requireClaimVersions",
    "...forSome([] as typeof versions, (rows) => requireClaimVersions",
    held("rename|make private|post the claim"),
    atOnce("different fields"),
  ),
  persist("no look whether texts are there", "...forSome(conditions.texts, ", `...${none}`, held("exact copy")),
  persist("no look at the actor of an account", "...conditions.actors.map(", "...[].map(", single("bind the account")),
  persist(
    "no look at what an erasure was derived from",
    "...(conditions.erasable ?",
    "...(conditions.erasable && Date.now() < 0 ?",
    held("erase"),
  ),
  persist("no look whether edges are those that were read", "...forSome([...edges.childIds], ", `...${none}`, atOnce("derived from")),
  persist(
    "no look whether documents are erased",
    "...forSome([...documentsWithWords(changes)], ",
    `...${none}`,
    held("revise|sighting with a quote|edge with a quote"),
  ),
  persist(
    "no look whether claims that get something are merged",
    "(ids) => requireUnmerged(db, ids),\n    ),\n    ...forSome([...added]",
    "() => [],\n    ),\n    ...forSome([...added]",
    held("post$|near copy|page that links|rating|add wordings"),
  ),
  persist(
    "no look whether new claims are new",
    "...forSome([...added], ",
    `...${none}`,
    atOnce("two posts that propose|same new claim"),
    related("proposed claim"),
  ),
  equivalent(
    "the sightings of what a document links to are among its conditions, too",
    persist("no look whether what is waited for has come", "(ids) => dependency.requireMissing(db, ids)", "() => []"),
  ),
  // Whose words the changes hold.
  persist("a new document may be erased", 'if (d.seen === "observed" || d.url) ids.add(d.id);', "", held("post what was only reported")),
  persist("a link may lead to what is erased", '"observed" || d.url)', '"observed")', atOnce("a link is read while")),
  persist(
    "a capture may be of an erased document",
    "for (const { documentId } of [...changes.captures, ...changes.readTexts]) ids.add(documentId);",
    "",
    atOnce("bare repost gets"),
  ),
  persist(
    "metadata may be of an erased document",
    "for (const { id } of changes.metadata) ids.add(id);",
    "",
    held("say what section|article"),
  ),
  persist(
    "a sighting may be of an erased document",
    "if (!isBlank(sighting)) ids.add(sighting.documentId).add(sighting.toldBy?.documentId ?? sighting.documentId);",
    "",
    held("sighting with a quote|confirm|merge|split"),
  ),
  persist(
    "the name of an erased author may stand with a child",
    "if (parent?.documentId && parent.label) ids.add(parent.documentId);",
    "",
    held("repost|quote|edge to it"),
  ),
  persist(
    "an edge may quote an erased document",
    "if (edge.evidence.quote || edge.textChanges.length || isNoted) ids.add(edge.childId);",
    "",
    held("edge with a quote"),
  ),
  persist(
    "blanked sightings are taken for words",
    "const isBlank = (s: SightingRow) =>",
    "const isBlank = (s: SightingRow) => s.at === 0.5 &&",
    held("^merge|split"),
  ),
  persist(
    "sightings may go to a merged claim",
    "[...sightings.add, ...phrasings, ...verdicts.add].map((one) => one.claimId)",
    "[...phrasings, ...verdicts.add].map((one) => one.claimId)",
    held("post$|near copy|page that links"),
  ),
  equivalent(
    "whoever adds a wording also asks for the claim's version, which a merge changes",
    persist(
      "wordings may go to a merged claim",
      "[...sightings.add, ...phrasings, ...verdicts.add].map",
      "[...sightings.add, ...verdicts.add].map",
    ),
  ),
  equivalent(
    "whoever adds a rating also asks for the claim's version, which a merge changes",
    persist(
      "ratings may go to a merged claim",
      "[...sightings.add, ...phrasings, ...verdicts.add].map",
      "[...sightings.add, ...phrasings].map",
    ),
  ),
  // The other side of the write: what people do.
  claims(
    "a claim's versions are not asked for",
    "return held ? [[id, held.version] as [string, string]] : [];",
    "return [];",
    held("rename|make private|post the claim"),
    atOnce("different fields"),
  ),
  claims("who may only ingest changes claims", "if (before && !mayReview)", "if (before && mayReview && !mayReview)", RIGHTS),
  claims(
    "what is not said falls back to public",
    'const wanted = visibility ?? before?.visibility ?? "public";',
    'const wanted = visibility ?? "public";',
    RIGHTS,
    held("post the claim"),
  ),
  claims(
    "a proposal stays one when its words are sent",
    'const kept = before?.status === "proposed" ? undefined : before;',
    "const kept = before;",
    RIGHTS,
  ),
  claims(
    "wordings of a merged claim are lost",
    "const row = before && stored?.mergedInto ? rowOf(before, this.#now) : this.#rowFor(id, input, before);",
    "const row = this.#rowFor(id, input, before);",
    held("post the claim"),
  ),
  merge(
    "the same merge again is refused",
    "return final?.id === target.id ? { id: target.id, moved: 0, left: false } : null;",
    "return null;",
    atOnce("merge"),
    single("^merge$"),
  ),
  merge(
    "a merge closes a claim that changed meanwhile",
    "claims: documents ? [] : [from, into].map((claim) => [claim.id, claim.version]),",
    "claims: [],",
    held("merge|rating|sighting with a quote"),
  ),
  merge(
    "a merge forgets the ratings",
    "close: from.verdicts.map((verdict) => ({ claimId: from.id, verdict })),",
    "close: [],",
    held("merge|rating"),
  ),
  inFile("workers/store/desk/decisions.ts")(
    "a line split off is back once it changes",
    'const isBack = did === "split"',
    'const isBack = did === "never"',
    INSTANT,
  ),
  inFile("workers/editing/documents.ts")(
    "who is near a text is not told of its corrected date",
    "placements: texts.placements,",
    "placements: [],",
    INSTANT,
  ),
  inFile("workers/editing/verdicts.ts")(
    "a rating stays with the merged claim",
    "if (claim?.mergedInto) return saveVerdict(db, claim.mergedInto, rating, begun, isDecided);",
    "",
    held("rating"),
  ),
  inFile("workers/editing/sightings.ts")(
    "an erased document takes a sighting",
    'if (documentId && stored.erased.has(documentId)) return erased("/document");',
    "",
    ERASE,
  ),
  inFile("workers/editing/edges.ts")(
    "an erased document takes an edge",
    'if (dead.has(ids.get(child) ?? "") || dead.has(from?.id ?? "")) return erased("/child");',
    "",
    ERASE,
  ),
  inFile("workers/editing/edges.ts")("a note is for everybody", "(input.publicNote && input.note) ||", "input.note ||", RIGHTS),
  inFile("workers/api/resources/edges.ts")(
    "the graph shows notes",
    "...(toEditors && note !== undefined && { note })",
    "...(note !== undefined && { note })",
    RIGHTS,
  ),
  inFile("workers/api/resources/import.ts")(
    "an import line decides",
    'const outcomes = context.may("review")',
    "const outcomes = context.env",
    RIGHTS,
  ),
  inFile("workers/api/resources/analyse.ts")(
    "a look-up tells of every document",
    'document: visible.length || context.may("read") ? document.id : null,',
    "document: document.id,",
    RIGHTS,
  ),
  inFile("workers/api/resources/graph.ts")(
    "a 304 of a private claim is public",
    "context.unlessModified(etag, caching(claim, query.asOf, all));",
    "context.unlessModified(etag);",
    RIGHTS,
  ),
  inFile("workers/api/idempotency.ts")("keys of several callers are one", 'context.caller?.by ?? ""', '""', RIGHTS),
  inFile("workers/api/idempotency.ts")(
    "the same key with another body is taken",
    "if (row.request_hash !== slot.requestHash)",
    "if (row.request_hash === null)",
    atOnce("many bodies"),
  ),
  inFile("workers/api/idempotency.ts")(
    "who comes second is not told the first answer",
    "const committed = error instanceof KeyUsedError ? await storedReply(context, slot) : null;",
    "const committed = null as Reply | null;",
    atOnce("one body|many bodies"),
  ),
  inFile("workers/store/access/idempotency.ts")(
    "a key is used twice",
    'const INSERT = "INSERT INTO',
    'const INSERT = "INSERT OR IGNORE INTO',
    atOnce("many bodies"),
  ),
  inFile("workers/store/d1.ts")(
    "a conflict is not tried again",
    "if (!(error instanceof ConflictError) || attempt === MAX_ATTEMPTS) throw error;",
    "throw error;",
    held("confirm|rename|revise"),
  ),
  inFile("workers/store/d1.ts")(
    "a batch that was lost on its way is not sent again",
    "if (!TRANSIENT.test(message) || attempt === 2) throw error;",
    "throw error;",
    single("^merge$"),
  ),
  inFile("workers/pages/desk/document.ts")("a reviewer erases by form", 'if (!viewer.may("admin"))', '"review"', RIGHTS),
  inFile("workers/pages/claim/routes.ts")(
    "editors and readers have one ETag",
    'cachedAs(c, claim, control, "claim", lang, viewer.by,',
    'cachedAs(c, claim, control, "claim", lang,',
    RIGHTS,
  ),
  // Keys, sessions and people.
  caller("a revoked key is taken", 'if (row.revoked_at !== null) return "The key is', 'if (!row) return "The key is', WHO_MAY),
  caller("an expired key is taken", "Number(row.key_expires_at) <= now", "Number(row.key_expires_at) > 8e15", PEOPLE),
  caller(
    "the key of who is switched off is taken",
    'if (row.switched_off_at !== null) return "The person',
    'if (!row) return "The person',
    PEOPLE,
  ),
  caller("a key may do more than its owner", "owners.filter((scope) => given", "given.filter((scope) => given", PEOPLE),
  caller("an expired session goes on", "if (!row || Number(row.session_expires_at) <= now) return null;", "if (!row) return null;", PEOPLE),
  caller(
    "Cloudflare Access signs in who is switched off",
    "if (!row || row.switched_off_at !== null) return null;",
    "if (!row) return null;",
    LIMITS,
  ),
  caller("a request of a neighbouring site is taken", 'site !== "same-origin"', 'site !== "same-site" && site !== "same-origin"', PEOPLE),
  inFile("workers/api/auth.ts")("the API takes sessions from other sites", "fromElsewhere(request))", "false)", PEOPLE, WHO_MAY),
  inFile("workers/api/auth.ts")(
    "keys may be guessed without end",
    "await isBeyond(policies.signIn, request, env)",
    "await Promise.resolve(false)",
    LIMITS,
  ),
  inFile("workers/access/guard.ts")(
    "a cookie that is none lifts the limit",
    "if (!caller && (await",
    'if (!caller && !request.headers.has("cookie") && (await',
    LIMITS,
  ),
  access("a token for another application signs in", "|| !audience.includes(env.ACCESS_AUDIENCE)", "", LIMITS),
  access("a token of another team signs in", 'claims["iss"] !== team || ', "", LIMITS),
  access("a token that is over signs in", 'Number(claims["exp"]) * 1000 > now - LEEWAY', "now > LEEWAY", LIMITS),
  access("an unsigned token signs in", "(await crypto.subtle.verify(RSA.name, key, bytes, signed))", "signed.length > 0", LIMITS),
  inFile("workers/pages/ui/session.ts")("scripts read the session", "httpOnly: true", "httpOnly: false", PEOPLE),
  inFile("workers/access/sign-in.ts")(
    "a code is good for ever",
    "if (!taken || Number(taken.expires_at) <= now) return null;",
    "if (!taken) return null;",
    PEOPLE,
  ),
  inFile("workers/access/sign-in.ts")(
    "a code signs in who is switched off",
    "if (!row || row.switched_off_at !== null) return null;",
    "if (!row) return null;",
    PEOPLE,
  ),
  people(
    "a code signs in twice",
    '"DELETE FROM sign_in_code WHERE hash = ?1 RETURNING person_id, expires_at"',
    '"SELECT person_id, expires_at FROM sign_in_code WHERE hash = ?1"',
    PEOPLE,
  ),
  people(
    "an invitation is used twice",
    "(SELECT 1 FROM invitation WHERE hash = ?1 AND used_at IS NULL AND",
    "(SELECT 1 FROM invitation WHERE hash = ?1 AND",
    PEOPLE,
  ),
  people(
    "an invitation that is over lets in",
    'WHERE hash = ?1 AND used_at IS NULL AND revoked_at IS NULL AND expires_at > ?2",',
    'WHERE hash = ?1 AND used_at IS NULL AND revoked_at IS NULL AND ?2 > 0",',
    PEOPLE,
  ),
  people(
    "two admins at once leave none",
    "(SELECT 1 FROM person WHERE role = 'admin' AND switched_off_at IS NULL)\"",
    "(SELECT 1 FROM person WHERE role = 'admin')\"",
    PEOPLE,
  ),
  inFile("workers/access/people.ts")("who is switched off stays signed in", "[endSessionsOf(db, id), disable", "[disable", PEOPLE),
  inFile("workers/store/access/keys.ts")(
    "a revoked key leaves its sessions",
    '"DELETE FROM session WHERE key_hash IN (SELECT hash FROM api_key WHERE id = ?1)"',
    '"SELECT ?1"',
    PEOPLE,
  ),
  inFile("workers/api/resources/access/sessions.ts")(
    "everybody sees the sessions of others",
    'if (!isOwn && !context.may("admin"))',
    "if (!isOwn && context.caller === null)",
    PEOPLE,
  ),
  // Erasing.
  erase("a tombstone is no reason to stop", '"FROM tombstone WHERE id = ?1"', '"WHERE ?1 IS NULL"', atOnce("same erasure")),
  erase("an erasure leaves a revision that came meanwhile", "AND (instr(?2, r.raw_id) = 0", "AND (false", held("erase the article")),
  erase(
    "an erasure takes a text that is shared by now",
    "ORDER BY at, id LIMIT 1) END IS NOT j.value ->> 1`,",
    "ORDER BY at, id LIMIT 1) END IS NOT j.value ->> 1 AND false`,",
    held("^erase$"),
  ),
  erase(
    "the addresses that only it linked to stay",
    "UPDATE document SET $" + "{NAMELESS} WHERE id IN ($",
    "UPDATE document SET depth = depth WHERE id IN ($",
    ERASE,
  ),
  erase(
    "the nodes of its other addresses keep them",
    "AND seen = 'reported'`, erasure.otherIds)",
    "AND seen = ''`, erasure.otherIds)",
    atOnce("another address"),
  ),
  erase(
    "its visits stay",
    'const PURPOSES = ["revisit", "follow", "thread", "archive", "page"];',
    "const PURPOSES: string[] = [];",
    atOnce("ends the visits"),
  ),
  erase(
    "the author's name stays with children",
    "SET parent_label = NULL, shown = json_remove(shown, '$.parent')",
    "SET shown = shown",
    held("^erase$"),
    ERASE,
  ),
  erase(
    "evidence stays",
    "json_object('quote', NULL, 'why',",
    "json_object('quote', evidence -> 'quote', 'why',",
    held("edge with a quote"),
    ERASE,
  ),
  erase(
    "notes on edges to it stay",
    "json_set(json_remove(evidence, '$.note'), '$.why', 'A person says so.')",
    "evidence",
    ERASE,
    held("^erase$"),
  ),
  erase("its other names stay", "db.statement(`DELETE $" + "{NAMES}`, erasure.id),", "", ERASE),
  inFile("shared/url.ts")("a web archive's address is another document", '.replace(ARCHIVED, "")', "", ERASE),
  inFile("shared/model/document.ts")(
    "a space makes another id",
    "platformId: text(256).trim().min(1)",
    "platformId: text(256).min(1)",
    ERASE,
  ),
  inFile("workers/pipeline/context/references.ts")(
    "a page's words about an erased post bring it back",
    "&& !context.erased.has(id) ? [] : [id];",
    "? [] : [id];",
    atOnce("tells of an erased post"),
    held("page that links"),
  ),
  // Jobs.
  jobs("an attempt is not counted before the work", "SET attempts = attempts + 1, due_at = ?2 +", "SET due_at = ?2 +", CUT_OFF),
  jobs("nothing is buried before the work", "  ...buryJobs(db, ids, now),\n", "", CUT_OFF),
  jobs("a busy database counts against documents", "attempts = max(0, attempts - 1)", "attempts = attempts", CUT_OFF),
  jobs(
    "what was attempted is taken with what is new",
    "AND attempts = 0 ORDER BY document_id LIMIT ?3",
    "ORDER BY document_id LIMIT ?3",
    CUT_OFF,
  ),
  inFile("workers/pipeline/queue.ts")(
    "a message for which D1 is too busy is acknowledged",
    "message.retry({",
    "message.ack({",
    atOnce("message"),
  ),
  inFile("workers/store/crawl/visits.ts")(
    "two runs have one host",
    "WHERE host = ?1 AND lease_until <= ?4 RETURNING *",
    "WHERE host = ?1 RETURNING *",
    atOnce("leases"),
  ),
  inFile("workers/store/crawl/visits.ts")(
    "who lost a lease writes the visit",
    "NOT EXISTS (SELECT 1 FROM visit WHERE id = ?3 AND lease = ?1)",
    "false",
    atOnce("leases"),
  ),
  // Who is related again, and how many at once.
  persist("what a late text came before is gone through for ever", "...forSome(ended, ", `...${none}`, CALLS),
  inFile("workers/pipeline/reconcile.ts")(
    "a night has no bound",
    "documents + LATE_AT_ONCE * PAGE <= MAX_AGAIN",
    "documents + LATE_AT_ONCE * PAGE >= MAX_AGAIN - MAX_AGAIN",
    CALLS,
  ),
  inFile("workers/store/relations/wake.ts")("who is beyond those woken at once is forgotten", "?1)) WHERE true", "?1)) WHERE false", WAKE),
  inFile("workers/store/relations/wake.ts")(
    "who waits is forgotten before it has a job",
    "AND NOT EXISTS (SELECT 1 FROM pending_wake p WHERE p.kind = 'arrived' AND p.key = json_array(dependency.key))",
    "AND true",
    WAKE,
  ),
  inFile("workers/store/relations/wake.ts")(
    "what hangs on a document that has come is not related again",
    "each([...arrived, ...reworded])",
    "each(reworded)",
    ["test/service/graph/dependencies.test.ts"],
  ),
  inFile("shared/text/fingerprint.ts")(
    "texts are compared that share one phrase",
    "const found = isNear ? similarity(a, b) : 0;",
    "const found = similarity(a, b);",
    ["test/shared/text/fingerprint.test.ts"],
  ),
  // The crawl.
  persist("what is told well of an answer wakes nobody", "reports: changedReportKeys(changes)", "reports: []", TOLD),
  persist("a run that lost its lease writes", "...conditions.leases.map(", "...[].map(", atOnce("leases")),
  persist("a document takes an address though it is erased", 'if (target.startsWith("d")) ids.add(target);', "", atOnce("another address")),
  persist(
    "no look whether revisions are those that were read",
    "...forSome(conditions.revisions, ",
    `...${none}`,
    atOnce("many revisions"),
  ),
  inFile("workers/store/jobs/jobs.ts")(
    "a job of another reason is taken for the one that was read",
    "WHERE (o.reason, o.due_at) IS NOT (j.value ->> 1, j.value ->> 2)",
    "WHERE o.reason IS NULL AND j.value ->> 1 IS NOT NULL",
    atOnce("derived from"),
  ),
  jobs(
    "work that began before a change ends the job that the change gave",
    "due_at = job.due_at + 1",
    "due_at = job.due_at",
    atOnce("derived from"),
  ),
  jobs("what stands in the job of another is always done with it", "...splitJobs(db, ids, 1, now),", "", CUT_OFF),
  erase("what stands in the job of an erased document is forgotten", "...splitJobs(db, [erasure.id], 0, now),", "", CUT_OFF),
  inFile("workers/store/crawl/visits.ts")(
    "an erased page is visited again",
    "WHERE NOT EXISTS (SELECT 1 FROM tombstone t WHERE t.id = value ->> 1) ON CONFLICT",
    "WHERE true ON CONFLICT",
    held("plan visits|visit a feed"),
  ),
  inFile("workers/crawl/plan.ts")(
    "a link of an erased document is followed",
    "notErased: [...new Set(followable.map(({ reporter }) => reporter))]",
    "notErased: []",
    atOnce("links to are planned"),
  ),
  inFile("workers/store/documents/availability.ts")(
    "a new version of a row takes back what was closed at that instant",
    "FROM sighting WHERE $" + "{live} AND recorded_at < ?2 ON CONFLICT",
    "FROM sighting WHERE document_id = ?1 AND recorded_at < ?2 ON CONFLICT",
    held("find a page"),
  ),
  jobs(
    "what is read just then is not read again for a change that it has not seen",
    "reason = iif(job.reason = 'new', 'new', 'again'), due_at = job.due_at + 1",
    "reason = 'again', due_at = job.due_at + 1 WHERE job.reason <> 'new'",
    related("exact copy"),
  ),
  jobs(
    "later documents that are read just then are not related again",
    "UPDATE job AS n SET due_at = due_at + 1",
    "UPDATE job AS n SET due_at = due_at",
    related("near copy"),
  ),
  jobs(
    "a text of a bucket that gets an earlier first document is not noticed",
    "isText ? TEXT_AND_TIME : \"text_id || ':'\"",
    "\"text_id || ':'\"",
    related("copy of a page"),
  ),
  inFile("workers/pipeline/changes.ts")(
    "a post of a named account that comes meanwhile is not noticed",
    '(work.reason === "new" && context.mentions.get(work.document.id)) || []',
    "[]",
    related("names an account"),
  ),
  inFile("workers/pipeline/changes.ts")(
    "words that a page quotes and that come meanwhile are not noticed",
    "(textId ? newTexts : newIds).has(documentId)",
    "(textId ? newTexts : new Set()).has(documentId)",
    related("quoted words"),
  ),
];
