import type { Party } from "../../shared/model/party.ts";

const ARTICLE = /^(?:[lL]['’]|(?:el|la|los|las|una?|une|les?|il|lo|gli|os?|as?|uma?|die|das|der|eine?) )/iu;
/** A party's name, else its description without the article that the text has before it. */
export const bareName = ({ name, description }: Party): string | null => name ?? description?.replace(ARTICLE, "") ?? null;
