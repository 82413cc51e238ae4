/** Cookies of our own: one that a request brings, and the header that sets one. */

/** The value of a cookie in a request's header; undefined where there is none, or none that was written here. */
export function cookieIn(header: string, name: string): string | undefined {
  const pairs = header.split(";").map((pair) => pair.trim());
  const value = pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1);
  try {
    return value && decodeURIComponent(value);
  } catch {
    return undefined;
  }
}

/** A Set-Cookie header for so many seconds, 0 to take it away: for all of this site, and neither for scripts nor for other sites. */
export function cookieFor(name: string, value: string, seconds: number, secure: boolean): string {
  return `${name}=${encodeURIComponent(value)}; Max-Age=${seconds}; Path=/; HttpOnly${secure ? "; Secure" : ""}; SameSite=Strict`;
}
