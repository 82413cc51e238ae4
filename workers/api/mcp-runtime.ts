/**
 * Replaces the MCP library's own module for Workers (`alias` in wrangler.toml). That module builds all schemas of the protocol at every start, and
 * contains a validator of JSON Schema. Only questions to the client's user need it, and this server asks none.
 */

/** Refuses: no tool asks the client's user for input. */
export class DefaultJsonSchemaValidator {
  getValidator(): never {
    throw new Error("this server asks the client's user for no input");
  }
}
