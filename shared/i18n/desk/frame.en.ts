/** What stands around every page of the desk, in English: navigation, account, keys, and what a form is answered. */
export const frameWords = {
  pages: { desk: "Desk", review: "Review", add: "Add", search: "Search", sources: "Sources", people: "People" },
  main: "Main",
  waiting: " waiting",
  skip: "Skip to content",
  find: "Search claims, documents, accounts and sites, or paste an address",
  findShort: "Search, or paste an address",
  research: "For research: readers see what a machine has read, before anybody has checked it.",
  onThisMachine: "Local access",
  aKey: "API key",
  accountOf: (name: string) => `${name}: account and more`,
  mine: "My account and keys",
  alerts: "Alerts",
  system: "System",
  api: "API",
  signOut: "Sign out",
  itsPage: "Open the claim",
  embedIt: "Get the embed code",
  keysTitle: "Keys",
  allKeys: "all keys",
};

/** What keys do. Those of every page are in `workers/public/about/keys.html`. */
export const keyWords = {
  next: "next",
  nextLine: "next line",
  previous: "previous",
  open: "open",
  accept: "accept",
  reject: "reject",
  because: "reject with a reason",
  edit: "edit",
  later: "later",
  tick: "tick",
  undo: "undo",
  document: "document",
  pin: "always in the embed",
  same: "same as…",
  headline: "headline",
  visibility: "who sees it",
  save: "save it",
  lookOver: "preview",
  importIt: "import",
  lookThenMake: "check for similar claims, then create it",
  makeIt: "create the claim",
};

/** "The source is the child itself." But "No document has this id.", which is a sentence of its own. */
const about = (subject: string, detail: string) => `${detail.startsWith("no ") ? `N${detail.slice(1)}` : `${subject} ${detail}`}.`;

/** What is said of a form that changed nothing, and of a decision that was held or came too late. */
export const answered = {
  unchanged: "Nothing was changed",
  written: "What you wrote, to copy",
  asItIs: "The page as it is now",
  saysNothing: "The form does not say what to do.",
  fromElsewhere: "The form came from another site.",
  notAForm: "Send the form as application/x-www-form-urlencoded.",
  tooLong: "The form is too long.",
  unreadable: "The form cannot be read.",
  noDecision: "The form names no decision.",
  noVisibility: "The form does not say who sees it.",
  noHow: "Choose how the document took it over from its source.",
  theForm: "The form",
  notValid: "is not valid",
  goBack: (fault: string) => `${fault.replace(/\.$/, "")}. Go back in your browser to correct it.`,
  time: "write a date that is not in the future, such as 2025-04-08, or with a time in UTC: 2025-04-08 10:30",
  theSource: (detail: string) => about("The source", detail),
  theOwner: (detail: string) => about("The owner", detail),
  it: (detail: string) => about("It", detail),
  noClaim: "There is no claim at this address.",
  already: "Nothing changed: it was like this already.",
  nothingTicked: "Nothing is ticked.",
  tickOrAll: "Nothing is ticked. Tick some, or choose the whole list.",
  visible: {
    public: "Published: readers see this claim now.",
    unlisted: "People with the link see this claim now.",
    private: "Taken down: only you and your colleagues see this claim. Embeds say that it is not available.",
  } as Record<string, string>,
  shown: (lines: number) => (lines === 1 ? "Readers see it now." : `Readers see ${lines} lines of them now.`),
  held: (lines: number) =>
    lines === 1
      ? "1 line is held back: somebody must read its words before readers see them."
      : `${lines} lines are held back: somebody must read their words before readers see them.`,
  second: "It is not public yet: it names a person, and two people must look at such a claim. Open it and ask for a second look.",
  noChange: (why: string) => `Nothing changed. ${why}`,
  counted: (n: number) => `Nothing changed, as the list has changed meanwhile: it has ${n} now. Look again.`,
  /** Beside a decision on a page that was opened before its undo. */
  undoneSince: "It was undone since.",
  notUndone: "It was undone already, or cannot be undone.",
};
