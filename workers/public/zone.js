/** Inside an embed, for `tz=local`: the same page in the zone of the reader, which goes into the address in place of “local”. */
(() => {
  const u = new URL(location.href);
  const z = Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (z && u.searchParams.get("tz") === "local") {
    u.searchParams.set("tz", z);
    location.replace(u);
  }
})();
