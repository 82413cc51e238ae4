/** The version that is running; a test holds it equal to package.json. */
export const VERSION = "0.1.0";
