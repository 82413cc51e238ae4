/** The contract of a command. */
import type { ParseArgsConfig } from "node:util";
import type { Exit } from "./failure.ts";
import type { Screen } from "./screen.ts";

interface Arguments {
  words: string[];
  options: Record<string, string | boolean | undefined>;
}
export interface Command {
  name: string;
  usage: string;
  summary: string;
  /** Examples, without the leading `whence`. */
  examples?: readonly string[];
  /** The most words that it takes; without it the command takes any number, or says itself what it cannot take. */
  maxWords?: number;
  options: NonNullable<ParseArgsConfig["options"]>;
  run(screen: Screen, args: Arguments): Promise<Exit>;
}
/** An option's value, if it was given as text. */
export const text = (value: string | boolean | undefined): string | undefined => (typeof value === "string" ? value : undefined);
