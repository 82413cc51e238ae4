/** Our own spellings of places that a crawler must not reach: loopback for all, so that a canary can tell. */

/** Hosts that are 127.0.0.1, or reach what listens there, or only look so. */
const HOSTS = [
  // One address, as inet_aton and WHATWG read it: one to four parts, decimal, octal, hexadecimal, padded.
  ..."127.0.0.1 127.1 127.0.1 2130706433 017700000001 0x7f000001 0X7F000001 0x7F.1 0x7f.0.1 0x7f.0x0.0x0.0x1 0177.0.0.1 0177.0.1".split(
    " ",
  ),
  ..."0177.1 00177.0000.000.0001 0x007f.0.0.1 127.0x0.0.01 127.0.0x1 0x7f.1. 127.0.0.1. 2130706433. 0000000000000000000177.0.0.1".split(
    " ",
  ),
  // All of 127/8, and "this host".
  ..."127.0.0.2 127.127.127.127 127.255.255.254 127.0.1.3 2130706434 0x7fffff01 0 0.0.0.0 0x0 00 0.0 0x00000000 000000000000 0.".split(" "),
  // Digits and full stops that IDNA maps to ASCII, and what is percent-encoded.
  ..."①②⑦.⓪.⓪.① 127。0。0。1 127．0．0．1 127｡0｡0｡1 １２７.0.0.1 ２１３０７０６４３３ 𝟏𝟐𝟕.𝟎.𝟎.𝟏 0ｘ7f.1 ⓪ⓧ⑦ⓕ.①".split(" "),
  ..."%31%32%37.0.0.1 127%2e0%2e0%2e1 %30x7f.1 127.0.0.%31 127.0.0.1%2e %6cocalhost loc%61lhost".split(" "),
  // IPv6: loopback, unspecified, mapped, compatible, NAT64, 6to4, with zone.
  ..."[::1] [0:0:0:0:0:0:0:1] [0000::0001] [::0:1] [::] [0::0] [::ffff:127.0.0.1] [::FFFF:7f00:1] [0:0:0:0:0:ffff:127.0.0.1]".split(" "),
  ..."[::ffff:0:0] [::ffff:0.0.0.0] [::127.0.0.1] [64:ff9b::127.0.0.1] [2002:7f00:1::] [::1%25lo] [fe80::1%25lo]".split(" "),
  // Names of the inside.
  ..."localhost LOCALHOST localhost. localhost.. LocalHost.localdomain a.localhost ip6-localhost ip6-loopback ｌｏｃａｌｈｏｓｔ ⓛⓞⓒⓐⓛⓗⓞⓢⓣ lo\u00adcalhost".split(
    " ",
  ),
];
/** Whole URLs: confusions about where the host is. `:P` stands for the port. */
const URLS = [
  ..."http:127.0.0.1:P/ http:/127.0.0.1:P/ http:///127.0.0.1:P/ http:\\\\127.0.0.1:P\\ hTTp://127.0.0.1:P/ http://127.0.0.1:P\\@paper.com/".split(
    " ",
  ),
  ..."http://paper.com@127.0.0.1:P/ http://paper.com:80@127.0.0.1:P/ http://a:b@localhost:P/ http://127.0.0.1:P#@paper.com/".split(" "),
  ..."http://127.0.0.1:P?@paper.com/ http://@127.0.0.1:P/ http://:@127.0.0.1:P/ http://paper.com%40127.0.0.1:P/".split(" "),
  " http://127.0.0.1:P/",
  "\u0001http://127.0.0.1:P/",
  "http://127.0.\t0.1:P/",
  "ht\ntp://127.0.0.1:P/",
  "http://127.0.0.1\r\n:P/",
];

export const spellings: string[] = [...HOSTS.map((host) => `http://${host}:P/`), ...URLS];

/** A URL of others with `:P` for its port, by text alone: its spelling is what is tried. What has no authority stays as it is. */
export function withPort(url: string): string {
  return url.replace(/^(\s*http)s?(:[\\/]*)([^\\/?#]*?)(?::\d*)?(?=[\\/?#]|$)/i, "$1$2$3:P");
}
/** At a port, or at the scheme's own. */
export function at(spelling: string, port: number | null): string {
  return spelling.replace(":P", port === null ? "" : `:${port}`);
}
