/** Hindi. */
import type { LanguagePack } from "../../pack.ts";

export const hi: LanguagePack = {
  tag: "hi",
  stopWords: "के में है की को से का और पर ने कि यह हैं था थी थे एक इस भी तो हो कर",

  stems: { remove: "(?<=..)[ािीुूेैोौंँ]{1,3}$|(?<=..)ियों$|(?<=..)ियाँ$" },
  time: {
    months: "जनवरी;फरवरी;मार्च;अप्रैल;मई;जून;जुलाई;अगस्त;सितंबर सितम्बर;अक्टूबर;नवंबर नवम्बर;दिसंबर दिसम्बर",
  },
  sources: {
    screenshot: "स्क्रीनशॉट",
  },
};
