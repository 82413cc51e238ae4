/** How one who answers stands to a claim. */
import type { Party } from "../../model/party.ts";
import type { ReadClaim, ReadReported } from "../../model/reading.ts";
import type { Standing } from "../../model/response.ts";
import { shared, stemsOf } from "../../text/stem-overlap.ts";
import { placesIn } from "../mentions/publication-places.ts";
import { kindOfName } from "./party.ts";

/** "autor del hilo", "auteur du message", "Urheber des Videos". */
const AUTHOR =
  /(?<!\p{L})(?:autor\p{L}*|auteur|author|urheber\p{L}*|verfasser\p{L}*) (?:of the|del?|d[oaeu]|de la|des?|de l['’]) ?(?:hilo|mensa|vídeo|vidéo|video|public|post|message|fil|tuit|tweet|beitrag|thread|audio|áudio)/iu;
/** Whose claim it is, by the whole name or its last part. */
export const sameAs = (author: Party | null, party: Party) =>
  author !== null &&
  author.kind !== "organisation" &&
  (author.name !== null
    ? party.name !== null && (author.name === party.name || author.name.endsWith(` ${party.name}`))
    : author.description === party.description || Boolean(party.name && author.description?.endsWith(party.name)));

const REGULATOR =
  /\b(?:police|ministry|minister|regulators?|commission|authority|authorities|agency|court|prosecutors?|attorney general|FTC|SEC|FDA|CDC|WHO|EPA|FAA|watchdog|ombudsman|government|council|department|public health|inspectorate|inspectors?|sheriff|pol[ií]c[ií]a|polizei|minist[eéè]rio?|ministerium|agenc[ei]a?|agência|préfecture|gendarmerie|parquet|guardia civil|\p{L}*amt|staatsanwaltschaft|ayuntamiento|mairie|prefeitura|tribunal|fiscalía)\b|beh[oö]rde|警方|公安|监管|委员会|法院|政府|总局|部门|卫健委/iu;

/** "Ann Roe, who runs Acme,": what somebody is the head of by the words after the name. */
const RUNS =
  /^,? who (?:now )?(?:runs|heads|leads|owns|founded|co-founded|manages|chairs|edits|directs) ((?:the )?\p{L}[\p{L}\p{N}&’'-]*(?: \p{Lu}[\p{L}\p{N}&’'-]*){0,4})/u;
const runBy = (name: string, passage: string): string | null =>
  passage.includes(name) ? (RUNS.exec(passage.slice(passage.indexOf(name) + name.length))?.[1] ?? null) : null;

/** How the actor stands to the claim. */
export function standingOf(party: Party, claim: ReadClaim, reported: ReadReported[], title: string | null, passage = ""): Standing {
  const words = [party.name, party.affiliation, party.description, party.role].filter(Boolean).join(" ");
  const claimStems = stemsOf(claim.text);
  const own = (name: string | null, stems = claimStems) => name !== null && (claim.text.includes(name) || shared(stemsOf(name), stems) > 0);
  if (
    party.kind === "anonymous" ||
    sameAs(claim.attributedTo, party) ||
    AUTHOR.test(party.description ?? "") ||
    reported.some(
      (r) =>
        r.role === "assert" && r.actor.kind !== "unknown" && (r.actor.name ?? r.actor.description) === (party.name ?? party.description),
    )
  )
    return "originator";
  if (
    /\bfact[- ]?check|snopes|politifact|full fact|factcheck|lead stories|maldita|correctiv\b|newtral|aos fatos|polígrafo|\blupa\b|核查|辟谣平台/i.test(
      words,
    )
  )
    return "fact_checker";
  if (
    own(party.affiliation) ||
    (REGULATOR.test(words) ? party.name !== null && claim.text.includes(party.name) : own(party.name)) ||
    (party.kind === "organisation" && shared(stemsOf(party.description ?? ""), claimStems) > 1) ||
    (party.name !== null && own(runBy(party.name, passage))) ||
    (party.name === null && party.description !== null && claim.text.toLowerCase().startsWith(`the ${party.description.toLowerCase()} `))
  )
    return "subject";
  if (party.kind === "outlet") return "publisher";
  if (
    /\bwho (?:had |has |have )?(?:earlier |first |also |previously )?(?:shared|reposted|repeated|retweeted|amplified|spread|tweeted|posted)\b|\b(?:qu[ei]|die|der) [^,.]{1,60}?(?:compart|partilh|partag|relay|geteilt|verbreit|difund)\p{L}*[^,.]{0,40},|转发\p{Script=Han}{1,8}的/iu.test(
      passage,
    )
  )
    return "amplifier";
  if (party.name && placesIn(`on ${party.name}`).some((place) => place.platform !== null)) return "platform";
  if (
    /\b(?:X|Twitter|Reddit|Facebook|Meta|Instagram|TikTok|YouTube|Telegram|WhatsApp|Weibo|Threads|Bluesky|Mastodon|LinkedIn|Discord|moderators?)\b|微博|抖音|知乎|微信|平台/u.test(
      words,
    )
  )
    return "platform";
  if (REGULATOR.test(words)) return "regulator";
  if (party.affiliation !== null && kindOfName(party.affiliation) === "outlet") return "publisher";
  if (title && own(party.affiliation ?? party.name ?? party.description, stemsOf(title))) return "subject";
  return "third_party";
}
