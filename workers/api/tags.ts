/** The groups of the API, in the order of the docs page. A test checks that every route is in one. */
export const tags: readonly { name: string; description: string }[] = [
  { name: "documents", description: "Anything published once: posts, articles, press releases. Sent one at a time or as files." },
  { name: "claims", description: "Propositions, their timelines, graphs and responses, and what people decide about them." },
  { name: "analyse", description: "Ask what is known of a URL or a text, without storing it." },
  { name: "sightings", description: "That a document makes, reports or answers a claim." },
  { name: "edges", description: "That one document came from another." },
  { name: "accounts", description: "Who publishes, and to whom an account belongs." },
  { name: "sources", description: "What the crawl visits, and how that goes." },
  { name: "review", description: "What waits for a person, and what people decided." },
  { name: "people", description: "Who works here: people and their roles, invitations, sessions, and keys for programs." },
  { name: "subscriptions", description: "Webhooks, mail and feeds that tell of what changed." },
  { name: "system", description: "Health, the log of events, jobs and checks of the database." },
];
