/**
 * Visits once a page that a source points to: an item of which the feed has only a teaser, or a link of a list. The page of a teaser is the
 * document that we hold, also where it states another address of its site (without the feed's parameters, or not the one for phones).
 */
import { identify } from "../../../shared/model/identity.ts";
import { sameSite } from "../../../shared/registrable-domain.ts";
import type { Found } from "../../sources/adapter.ts";
import type { Visit } from "../../store/crawl/visits.ts";
import type { Db } from "../../store/d1.ts";
import { documentOf, selectDocuments } from "../../store/documents/documents.ts";
import { once } from "./once.ts";
import type { Purpose } from "./purpose.ts";
import { configurationOf } from "./visited.ts";

async function weigh(db: Db, visit: Visit, found: Found): Promise<Found> {
  const made = configurationOf(visit);
  const [document, ...others] = found.documents;
  if (typeof made === "string" || !document?.url || others.length > 0 || !sameSite(made.told.url, document.url)) return found;
  const { id, nativeId } = identify(document);
  if (nativeId !== null) return found;
  const [rows = []] = await db.batch([selectDocuments(db, [visit.subject, id])]);
  const held = rows.map(documentOf).filter(({ seen }) => seen === "observed");
  const isTeaserAlone = held.length === 1 && held[0]?.id === visit.subject;
  return isTeaserAlone ? { ...found, documents: [{ ...document, is: visit.subject }] } : found;
}

export const page: Purpose = { ...once("page"), weigh };
