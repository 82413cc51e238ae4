/** Only the class, because the package's index also loads a function that guesses whether a page is readable. */
declare module "@mozilla/readability/Readability.js" {
  export { Readability as default } from "@mozilla/readability";
}
