/** The commands, one file each. To add one: write the file, add it here. Only the one that is used is loaded: a start takes a third of the time. */
import type { Command } from "../command.ts";

/** By the name that is typed. */
export const commands: Readonly<Record<string, () => Promise<Command>>> = {
  add: async () => (await import("./add.ts")).add,
  list: async () => (await import("./list.ts")).list,
  search: async () => (await import("./list.ts")).search,
  import: async () => (await import("./import.ts")).importCommand,
  trace: async () => (await import("./trace.ts")).trace,
  review: async () => (await import("./review.ts")).review,
  merge: async () => (await import("./decide.ts")).merge,
  verdict: async () => (await import("./decide.ts")).verdict,
  export: async () => (await import("./export.ts")).exportCommand,
  watch: async () => (await import("./trace.ts")).watch,
  webhooks: async () => (await import("./webhooks.ts")).webhooks,
  sources: async () => (await import("./sources.ts")).sources,
  crawl: async () => (await import("./sources.ts")).crawl,
  embed: async () => (await import("./embed.ts")).embed,
  prove: async () => (await import("./prove.ts")).prove,
  login: async () => (await import("./login.ts")).login,
  people: async () => (await import("./people.ts")).people,
  keys: async () => (await import("./keys.ts")).keys,
  admin: async () => (await import("./admin.ts")).admin,
  status: async () => (await import("./doctor.ts")).status,
  doctor: async () => (await import("./doctor.ts")).doctor,
  verify: async () => (await import("./verify.ts")).verify,
  rebuild: async () => (await import("./verify.ts")).rebuild,
  replay: async () => (await import("./replay.ts")).replay,
  backup: async () => (await import("./transfer.ts")).backup,
  restore: async () => (await import("./transfer.ts")).restore,
};
