/** The article with which a name begins, of an outlet begins its name, which its address may lack: "Le Monde" and lemonde.fr, "Der Spiegel" and spiegel.de. */
import { english, sourcesOf } from "../lang/index.ts";

const { spaced } = sourcesOf(({ sources }) => sources?.nameArticles);
const BEFORE_NAME = new RegExp(`^(?:(?:${spaced}) |l['’])`, "iu");
const WHOLE = new RegExp(`^(?:${spaced})$`, "iu");
const BEFORE_LABEL = new RegExp(`^(?:${spaced})`, "iu");

/** A name without the article that it begins with: "Guardian" for "the Guardian". */
export const withoutOutletArticle = (name: string): string => name.replace(BEFORE_NAME, "");
const THE = new RegExp(`^${english.grammar.naming.the}\\s`, "iu");
/** A name without the English article: "Gazette" for "the Gazette". */
export const withoutThe = (name: string): string => name.replace(THE, "");
/** A part of a host name without an article that it may begin with. */
export const labelWithoutArticle = (label: string): string => label.replace(BEFORE_LABEL, "");
/** Whether these letters are an article of an outlet's name. */
export const isOutletArticle = (letters: string): boolean => WHOLE.test(letters);
