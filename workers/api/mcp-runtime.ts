/**
 * What the MCP library asks of its runtime, in place of its own module for Workers (`alias` in wrangler.toml). That module builds all
 * schemas of the protocol at every start, and brings a validator of JSON Schema, which only questions to the client's user need: this
 * server asks none.
 */

/** Refuses: no tool asks the client's user for input. */
export class DefaultJsonSchemaValidator {
  getValidator(): never {
    throw new Error("this server asks the client's user for no input");
  }
}
