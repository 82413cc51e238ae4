/** English of the pages of people: signing in, joining, people, keys, what was done. */
import type { Role } from "../access/person.ts";
import type { Scope } from "../model/scope.ts";

/** What a role is called, and what it may do. */
const roles: Record<Role, { name: string; may: string }> = {
  reader: { name: "Reader", may: "sees private claims and exports" },
  reporter: { name: "Reporter", may: "also adds documents, proposes claims and writes notes" },
  reviewer: { name: "Reviewer", may: "also accepts, rejects, edits, merges, publishes and takes down" },
  admin: { name: "Admin", may: "also keeps sources, people and keys, and erases" },
};
/** What somebody without a scope is told. */
const lacks: Record<Scope, string> = {
  read: "This page is for people of the desk. Ask an admin to invite you.",
  ingest: "Reporters, reviewers and admins add documents. Ask an admin for that role.",
  review: "Reviewers and admins decide this. Ask an admin for that role.",
  admin: "Admins do this. Ask one of them.",
};

export const people = {
  roles,
  lacks,
  signIn: {
    title: "Sign in",
    lead: "This keeps you signed in with this browser for a week, or until you sign out.",
    email: "Your e-mail address",
    send: "Send me a link",
    sent: "If somebody here has this address, a link is on its way to it. It is good for 15 minutes.",
    code: "Code",
    codeHint: "Twelve letters and digits, from the mail or from an admin.",
    codeReady: "You came with a link. Press the button to sign in with this browser.",
    withCode: "Sign in",
    keyFold: "Sign in with an API key",
    key: "API key",
    noMail: "This instance sends no mail: an admin makes a code for you.",
    wrongCode: "This code is not known, was used, or is older than 15 minutes. Ask for another.",
    giveOne: "Give a code or an API key.",
    signOut: "Sign out",
  },
  join: {
    title: "Join",
    lead: (role: string, may: string) => `You are invited to work with Whence as ${role.toLowerCase()}: somebody who ${may}.`,
    name: "Your name, as history shows it",
    submit: "Join",
    over: "This invitation was used, taken back, or is over. Ask for another.",
    overTitle: "This link does not work any more",
  },
};
