/** The parts of Node's library that are used. workerd has them without a compatibility flag. */
declare module "node:zlib" {
  export function crc32(data: Uint8Array): number;
  export function deflateSync(data: Uint8Array, options: { level: number }): Uint8Array<ArrayBuffer>;
  export function inflateSync(data: Uint8Array, options: { maxOutputLength: number; finishFlush: number }): Uint8Array<ArrayBuffer>;
}
declare module "node:crypto" {
  interface Hash {
    update(data: string | Uint8Array): Hash;
    digest(): Uint8Array<ArrayBuffer>;
    digest(encoding: "base64" | "hex"): string;
  }
  export function createHash(algorithm: "sha256" | "sha1"): Hash;
  export function createHmac(algorithm: "sha256", key: Uint8Array): Hash;
}
declare module "node:buffer" {
  export const Buffer: {
    from(data: Uint8Array): { toString(encoding: "hex"): string };
    from(data: ArrayBufferLike, offset: number, length: number): { toString(encoding: "latin1"): string };
    from(data: string, encoding: "hex"): Uint8Array;
  };
}
declare module "node:url" {
  export function domainToUnicode(domain: string): string;
}
