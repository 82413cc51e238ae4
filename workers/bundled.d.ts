/** True in every Worker, by wrangler.toml; Node, which runs the sources as they are, knows no such name. What stands behind it is in no bundle. */
declare const BUNDLED: true;

/** What is used of Node's library, which workerd has as well. */
declare module "node:zlib" {
  export function deflateSync(data: Uint8Array, options: { level: number }): Uint8Array<ArrayBuffer>;
}
