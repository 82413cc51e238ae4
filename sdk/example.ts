/** The whole way of a claim with the typed client: node sdk/example.ts ADDRESS KEY */
import { dataOf, rowsOf, whence } from "./client.ts";

const [address = "http://127.0.0.1:8787", key] = process.argv.slice(2);
const api = whence(address, key);

const text = "The lighthouse of Exampleton was sold to a bank";
const claim = dataOf(await api.POST("/v1/claims", { body: { ref: "lighthouse", text } }));

// A post that makes the claim, read and matched before the answer.
const post = dataOf(
  await api.POST("/v1/documents", {
    headers: { Prefer: "wait" },
    body: { url: "https://mastodon.example/@eve/114289563174092342", text: "So the lighthouse of Exampleton has been sold to a bank" },
  }),
);
console.log("post:", post.status, post.state);

// Another one, which a person says makes it.
const other = dataOf(
  await api.POST("/v1/documents", { headers: { Prefer: "wait" }, body: { ref: "rumour", text: "They sold it. To a bank!" } }),
);
const sighting = dataOf(await api.POST("/v1/sightings", { body: { claim: "lighthouse", document: other.id, stance: "support" } }));
dataOf(await api.POST("/v1/sightings/confirm", { body: { claim: "lighthouse", document: "rumour" } }));
console.log("decided:", sighting.status);

const found: (string | undefined)[] = [];
for await (const one of rowsOf((cursor) => api.GET("/v1/claims", { params: { query: { q: "lighthouse", cursor } } }))) found.push(one.text);
console.log("claims:", found.join("; "));

const timeline = dataOf(await api.GET("/v1/claims/{id}/timeline", { params: { path: { id: "lighthouse" } } }));
console.log("timeline:", timeline.claim.id === claim.id, timeline.events.map((event) => `${event.lane}/${event.stance}`).join(", "));
