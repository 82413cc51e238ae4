/** The class by itself: the package's index also brings a guess of whether a page is readable. */
declare module "@mozilla/readability/Readability.js" {
  export { Readability as default } from "@mozilla/readability";
}
