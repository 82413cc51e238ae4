/** Who did what a machine did, as events tell it. */

/** The reader with its version, which is raised when documents are read or linked in another way. */
export const READER = "reader:1";
