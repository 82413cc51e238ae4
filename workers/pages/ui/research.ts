/** The note of an instance that shows everything: DESIGN asks that each of its pages says so. */
import { messagesOf } from "../../../shared/i18n/index.ts";
import { publishPolicy } from "../../store/publishing.ts";
import { html, type Markup, nothing } from "./html.ts";

/** Whether readers see what nobody has checked. */
export const isForResearch = (): boolean => publishPolicy() === "all";
/** What every page says of it, in the page's language; nothing on other instances. */
export const researchNote = (lang: string): Markup =>
  isForResearch() ? html`<p class=research>${messagesOf(lang).shell.research}</p>` : nothing;
