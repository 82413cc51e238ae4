/**
 * The export formats as programs of others read them: W3C PROV by `prov`, linked data by `rdflib`, graphs by NetworkX, feeds by feedparser, BibTeX
 * by bibtexparser (all Debian packages, for /usr/bin/python3). Only in the full mode (`npm run test:full`), and where they are installed.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { formats } from "../../workers/api/formats/index.ts";
import { timelineView } from "../../workers/api/views/stored.ts";
import { longTimeline, sampleTimeline } from "../browser/support/sample.ts";

const PYTHON = "/usr/bin/python3";
const about = { baseUrl: "https://whence.example", self: "https://whence.example/v1/claims/c/timeline?format=x" };
const rated = sampleTimeline();
const published = rated.events[8]?.published;
assert.ok(published);
rated.verdicts = [{ id: "v", publisher: "Checkers", label: "Unproven", url: "https://checkers.example/1", published, explanation: null }];
const timelines = [rated, longTimeline(200)];

/** What a script of Python makes of an export on its standard input; it prints JSON. */
function read<T>(format: string, script: string, of: (typeof timelines)[number]): T {
  const input = formats[format]?.write(timelineView(of, null), about) ?? "";
  const { status, stdout, stderr } = spawnSync(PYTHON, ["-W", "ignore", "-c", `import sys, json\n${script}`], { input, encoding: "utf8" });
  assert.equal(status, 0, stderr.slice(-1500));
  return JSON.parse(stdout) as T;
}
const unless = (module: string) => {
  if (!process.env["WHENCE_FULL"]) return "npm run test:full runs it";
  return spawnSync(PYTHON, ["-c", `import ${module}`]).status !== 0 && `Python has no ${module}`;
};

test("PROV-JSON is read by prov, every relation between things of the kinds that PROV-DM allows", { skip: unless("prov") }, () => {
  const script = `
from prov.model import ProvDocument
document = ProvDocument.deserialize(content=sys.stdin.read(), format="json")
kinds = {record.identifier: record.get_type().localpart for record in document.get_records() if record.is_element()}
ends = []
for record in document.get_records():
    if record.is_relation():
        ends += [(record.get_type().localpart, name.localpart, kinds.get(value)) for name, value in record.formal_attributes if value is not None and name.localpart in ("entity", "agent", "activity", "generatedEntity", "usedEntity")]
again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
print(json.dumps({"ends": ends, "same": again == document, "provn": len(document.get_provn()), "unified": len(list(document.unified().get_records()))}))`;
  const KINDS: Record<string, string> = {
    entity: "Entity",
    generatedEntity: "Entity",
    usedEntity: "Entity",
    agent: "Agent",
    activity: "Activity",
  };
  for (const timeline of timelines) {
    const { ends, same, provn } = read<{ ends: [string, string, string | null][]; same: boolean; provn: number }>("prov", script, timeline);
    assert.ok(ends.length > 20 && provn > 1000 && same);
    for (const [relation, end, kind] of ends) assert.equal(kind, KINDS[end], `${relation} ${end}`);
  }
});

test("PROV-O and schema.org are linked data: rdflib reads triples whose PROV terms are in the ontology", { skip: unless("rdflib") }, () => {
  const script = `
from rdflib import Graph
from rdflib.namespace import PROV, RDF
graph = Graph().parse(data=sys.stdin.read().replace('"https://schema.org"', '{"@vocab": "https://schema.org/"}'), format="json-ld")
used = {term for triple in graph for term in triple[1:] if str(term).startswith(str(PROV))}
print(json.dumps({
  "triples": len(graph),
  "unknown": [str(term) for term in used if term not in PROV],
  "types": sorted({str(kind).split("#")[-1].split("/")[-1] for kind in graph.objects(None, RDF.type)}),
  "turtle": len(Graph().parse(data=graph.serialize(format="turtle"), format="turtle")),
}))`;
  type Read = { triples: number; unknown: string[]; types: string[]; turtle: number };
  for (const timeline of timelines) {
    const prov = read<Read>("provo", script, timeline);
    assert.ok(prov.triples > 100 && prov.turtle === prov.triples, JSON.stringify(prov));
    assert.deepEqual(prov.unknown, []);
    assert.ok(
      ["Activity", "Agent", "Entity"].every((kind) => prov.types.includes(kind)),
      prov.types.join(),
    );
  }
  const schema = read<Read>("jsonld", script, rated);
  assert.ok(
    ["Claim", "ClaimReview", "Rating", "Organization"].every((kind) => schema.types.includes(kind)),
    schema.types.join(),
  );
});

test("GEXF and GraphML: NetworkX reads one graph from both, with typed attributes", { skip: unless("networkx") }, () => {
  const script = (reader: string) => `
import io, networkx
graph = networkx.${reader}(io.BytesIO(sys.stdin.buffer.read()))
print(json.dumps({"nodes": sorted(graph.nodes), "edges": sorted([a, b] for a, b in graph.edges()), "directed": graph.is_directed(),
  "types": sorted({type(value).__name__ for _, data in graph.nodes(data=True) for value in data.values()})}))`;
  type Graph = { nodes: string[]; edges: [string, string][]; directed: boolean; types: string[] };
  for (const timeline of timelines) {
    const gexf = read<Graph>("gexf", script("read_gexf"), timeline);
    const graphml = read<Graph>("graphml", script("read_graphml"), timeline);
    assert.deepEqual([gexf.nodes, gexf.edges], [graphml.nodes, graphml.edges]);
    assert.ok(gexf.directed && gexf.nodes.length > 8 && gexf.types.includes("int"), JSON.stringify(gexf.types));
  }
});

test("Atom: feedparser finds no fault, and every entry with id, link, title and time", { skip: unless("feedparser") }, () => {
  const script = `
import feedparser
feed = feedparser.parse(sys.stdin.buffer.read())
print(json.dumps({"fault": str(feed.get("bozo_exception", "")), "version": feed.version, "title": feed.feed.title, "entries": [[entry.id, entry.link, entry.title, bool(entry.updated_parsed)] for entry in feed.entries]}))`;
  for (const timeline of timelines) {
    const feed = read<{ fault: string; version: string; title: string; entries: [string, string, string, boolean][] }>(
      "atom",
      script,
      timeline,
    );
    assert.deepEqual([feed.fault, feed.version], ["", "atom10"]);
    assert.ok(feed.title.includes(timeline.claim.text));
    assert.equal(feed.entries.length, Math.min(timeline.events.length, feed.entries.length));
    assert.ok(feed.entries.length > 8 && feed.entries.every((entry) => entry.every(Boolean)));
  }
});

test("BibTeX: bibtexparser reads every entry", { skip: unless("bibtexparser") }, () => {
  const script = `
import bibtexparser
entries = bibtexparser.loads(sys.stdin.read()).entries
print(json.dumps([[entry["ID"], entry["ENTRYTYPE"], entry.get("title", "")] for entry in entries]))`;
  for (const timeline of timelines) {
    const entries = read<[string, string, string][]>("bibtex", script, timeline);
    assert.equal(new Set(entries.map(([id]) => id)).size, new Set(timeline.events.map((e) => e.documentId)).size);
    assert.ok(entries.every(([, type, title]) => type === "misc" && title));
  }
});

test("STIX: the ids are UUIDs of version 5 as Python makes them, of observables by the rule of the specification", {
  skip: unless("uuid"),
}, () => {
  const script = `
import uuid
objects = json.loads(sys.stdin.read())["objects"]
space = uuid.UUID("00abedb4-aa42-466c-9c01-fed23315a9b7")
wrong = [one["id"] for one in objects if one["type"] == "url" and one["id"] != "url--" + str(uuid.uuid5(space, json.dumps({"value": one["value"]}, separators=(",", ":"), ensure_ascii=False)))]
print(json.dumps({"wrong": wrong, "versions": sorted({uuid.UUID(one["id"].split("--")[1]).version for one in objects}), "urls": len([1 for one in objects if one["type"] == "url"])}))`;
  for (const timeline of timelines) {
    const found = read<{ wrong: string[]; versions: number[]; urls: number }>("stix", script, timeline);
    assert.deepEqual([found.wrong, found.versions], [[], [5]]);
    assert.ok(found.urls > 3);
  }
});
