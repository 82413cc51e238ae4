/**
 * The page on which editors settle the stance of public lines that a machine is not sure of. Until then readers only see
 * that these mention the claim.
 */
import { claimWords } from "../../../shared/i18n/desk/claim.en.ts";
import { desk } from "../../../shared/i18n/desk.ts";
import { ENGLISH, plain, timeInWords } from "../../../shared/i18n/index.ts";
import { isId } from "../../../shared/model/id.ts";
import { isToSettle, Stance } from "../../../shared/model/sighting.ts";
import type { DecisionItem } from "../../../shared/review/decision.ts";
import { lineMark } from "../../../shared/review/shown.ts";
import { alikeBy, lineStatement, sentenceOf, whoseLine } from "../../../shared/review/suggestion.ts";
import type { Workspace } from "../../store/desk/workspace.ts";
import type { SightingRow } from "../../store/relations/stored-sighting.ts";
import { html, type Markup, type Page, source, statement } from "../ui/html.ts";
import type { Viewer } from "../ui/viewer.ts";
import { frame, hidden, options, type Strip, seenFields } from "./frame.ts";
import { titleBeside } from "./review-view.ts";

const w = claimWords.stances;
/** Maximum number of lines on one page. */
const MAX_SETTLED = 100;

/** Lines of the same text are one question. */
function question(same: SightingRow[], at: number, baseUrl: string): Markup {
  const [sighting] = same;
  if (!sighting) return html``;
  const id = `stance-${at}`;
  const named = same.map(
    (one, i) =>
      html`${i > 0 && " · "}<a href="${baseUrl}/d/${one.documentId}">${plain(whoseLine(one), 60)}</a> <span class=soft>${timeInWords(one.published, ENGLISH)}</span>`,
  );
  const of = same.map((one) => `${one.id}.${one.documentId}.${lineMark(one)}`).join(",");
  return html`<li><label for="${id}"><b>${statement(lineStatement(sighting), 200)}</b></label><p class=s>${named}</p>${titleBeside(sighting)}<blockquote class=s dir=auto>${
    // The words around a quotation are so many characters: the word that these cut is left out.
    sighting.quote?.prefix && html`<span class=ctx>…${sighting.quote.prefix.replace(/^\S+(?=\s)/, "")}</span>`
  }${source(sentenceOf(sighting), 2000)}${
    sighting.quote?.suffix && html`<span class=ctx>${sighting.quote.suffix.replace(/\s\S+$/, " ")}…</span>`
  }</blockquote><select id="${id}" name="stance:${at}">${options({ "": w.leave, ...desk.stances }, "")}</select>${hidden({ [`of:${at}`]: of })}${seenFields(
    same.map((one) => one.id),
  )}</li>`;
}
/** The page with a question for each text. */
export function stancesPage(
  data: Pick<Workspace, "claim" | "lines" | "more"> & { baseUrl: string; viewer: Viewer; strip: Strip | null },
): Page {
  const { baseUrl, viewer, claim, strip } = data;
  const lines = data.lines
    .filter(isToSettle)
    .sort((a, b) => a.at - b.at)
    .slice(0, MAX_SETTLED);
  const questions = [...Map.groupBy(lines, (s) => alikeBy(s) ?? s.id).values()];
  const { more } = data;
  const back = html`${
    more && html`<a class=btn href="${baseUrl}/c/${claim.id}/stances?from=${[more.listed, more.at, more.id].join(".")}">${w.further}</a>`
  }<a class="btn quiet" href="${baseUrl}/c/${claim.id}?as=editor">${w.back}</a>`;
  const main = questions.length
    ? html`<form class="wrap narrow" method=post action="${baseUrl}/c/${claim.id}/stances"><h1 tabindex=-1>${
        w.title
      }</h1><p class=claim-line><b>${source(claim.text, 600)}</b></p><p class=soft>${
        w.lead
      }</p><ul class="plain told-lines" role=list>${questions.map((same, i) => question(same, i, baseUrl))}</ul><p class=row><button class="btn primary" name=do value=save>${
        w.save
      }</button>${back}</p></form>`
    : html`<div class=wrap><h1 tabindex=-1>${w.title}</h1><p class=soft>${more ? w.noneHere : w.none}</p><p class=row>${back}</p></div>`;
  return frame({
    baseUrl,
    viewer,
    strip,
    page: "claim",
    title: w.title,
    waiting: null,
    main,
    keys: questions.length ? [["Ctrl Enter", w.save.toLowerCase()]] : [],
  });
}

/** The decisions in the form of that page, and the marks of what it showed. */
export function settledIn(fields: Record<string, string>): { items: DecisionItem[]; shown: Record<string, string> } {
  const shown: Record<string, string> = {};
  const items = Object.entries(fields).flatMap(([name, value]): DecisionItem[] => {
    const at = /^stance:(\d{1,3})$/.exec(name)?.[1];
    const stance = Stance.safeParse(value);
    if (at === undefined || !stance.success) return [];
    return (fields[`of:${at}`] ?? "").split(",").flatMap((line): DecisionItem[] => {
      const [id = "", document = "", mark] = line.split(".");
      if (!isId("s", id) || !isId("d", document)) return [];
      if (mark) shown[id] = mark;
      return [{ id, document, do: "accept", edit: { stance: stance.data } }];
    });
  });
  return { items, shown };
}
