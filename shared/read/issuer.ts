/** Who issues a statement: in a press release, "we" and what nobody is said to say are the words of whoever sends it. */

/** How such a text calls itself, at its head. */
const RELEASE =
  /communiqué de presse|nota de (?:prensa|imprensa|esclarecimento|aclaraci[oó]n)|comunicado|pressemitteilung|aclarar lo siguiente|for immediate release|(?:严正)?声明\s*$|情况说明/imu;
const HEAD = 300;
/** "We", "our": who speaks is who writes. */
export const WE = /(?<!\p{L})(?:nous|notre|nos|nuestr[oa]s?|nosotr[oa]s|noss[oa]s?|unser\p{L}{0,2}|wir)(?!\p{L})|我司|本公司|我校|我院/iu;

/** Whether a text is a statement that its sender issues. */
export const isRelease = (text: string) => RELEASE.test(text.slice(0, HEAD));
