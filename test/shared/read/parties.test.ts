/**
 * Who acts in a sentence: titles, places, small words of names, and what only looks like a party. Each as a property over the words of the language.
 */
import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { cueGrammarOf, english } from "../../../shared/lang/index.ts";
import { analyseText } from "../../../shared/read/attribution/statements.ts";
import { namesIn } from "../../../shared/read/gates/names.ts";
import { partiesNear } from "../../../shared/read/gates/near-parties.ts";
import { actorOf } from "../../../shared/read/parties/actors.ts";
import { kindOfName } from "../../../shared/read/parties/name-kinds.ts";
import { partyOf } from "../../../shared/read/parties/party.ts";
import { responseCuesIn } from "../../../shared/read/responses/response-cues.ts";

const FIRST = ["Anna", "David", "Maria", "James"];
const LAST = ["Keller", "Morgan", "Santos", "al-Haddad", "Whitfield Jr."];
const person = fc.tuple(fc.constantFrom(...FIRST), fc.constantFrom(...LAST)).map((parts) => parts.join(" "));
/** Titles that are written with a full stop. */
const titles = english.grammar.titles.split("|").flatMap((title) => (title.endsWith("\\.?") ? [`${title.slice(0, -3)}.`] : []));
const title = fc.constantFrom(...titles, "Rear Adm.", "Lt. Gen.", "Army Col.");
/** The parties of the first sentence of a text, by name or description. */
const partiesOf = (text: string) => {
  const analysis = analyseText(text, "en", null);
  const [sentence] = analysis.sentences;
  assert.ok(sentence);
  const cues = responseCuesIn(sentence.text, "en");
  return partiesNear({ analysis, claim: "", sentence, index: 0, cues }).map(({ party }) => party);
};

test("a title is no part of a name, and its full stop does not cut the name", () => {
  fc.assert(
    fc.property(title, person, (before, name) => {
      assert.equal(partyOf(`${before} ${name}`).name, name);
      assert.equal(partyOf(`Acme spokesman ${before} ${name}`).name, name);
      const said = analyseText(`Pentagon spokesman ${before} ${name} denied the report on Monday.`, "en", null);
      assert.equal(said.sentences.length, 1);
      const names = partiesOf(`On Monday ${before} ${name} denied the report.`).map((party) => party.name);
      assert.ok(names.includes(name), `${before} ${name}: ${names}`);
    }),
  );
});

test("a name goes over its small words and ends with its sentence", () => {
  fc.assert(
    fc.property(person, fc.constantFrom("Reuters", "the Daily Mail", "Don"), (name, other) => {
      assert.deepEqual(
        namesIn(`He told ${other}. ${name} left.`).map((one) => one.name),
        [other.replace("the ", ""), name.replace(/\.$/, "")],
      );
    }),
  );
});

test("a station's number belongs to its name, a year before a name does not", () => {
  const number = fc.integer({ min: 2, max: 60 });
  fc.assert(
    fc.property(fc.constantFrom("WXYZ", "Fox", "Channel"), number, (station, n) => {
      assert.deepEqual(
        namesIn(`In July 2016 ${station} ${n} News told it.`).map((one) => one.name),
        [`${station} ${n} News`],
      );
    }),
  );
  assert.deepEqual(
    namesIn("He told Channel 4 that he had 4 cats.").map((one) => one.name),
    ["Channel 4"],
  );
});

test("who was asked a sentence ago is whom the next pronoun means, though others have names", () => {
  const asks = fc.constantFrom("contacted", "reached out to", "spoke to", "asked");
  const who = fc.constantFrom("a police officer in Salem", "the museum's director", "an Acme spokesperson");
  fc.assert(
    fc.property(asks, who, fc.constantFrom("he", "she"), (verb, asked, pronoun) => {
      const { statements } = analyseText(
        `Posts said that Ann Roe was dead. The Courier ${verb} ${asked}. “That is not true,” ${pronoun} said.`,
        "en",
        null,
      );
      const speaker = statements.at(-1)?.speaker?.party;
      assert.equal(speaker?.name, null);
      assert.match(speaker?.description ?? "", /officer|director|spokesperson/);
    }),
  );
  const named = analyseText("The Courier contacted a police officer. Later Ann Roe came. “That is not true,” she said.", "en", null);
  assert.equal(named.statements.at(-1)?.speaker?.party.name, "Ann Roe");
});

test("behind a dateline the first word of a sentence is no name by its capital, and what shares are traded under is no party", () => {
  const dateline = fc.constantFrom("", "TOLLAN, April 16 (Meridian News) - ", "TOLLAN (Meridian) — ");
  const noun = fc.constantFrom("Food producer", "Drugs maker", "Shipping company", "Software firm");
  const listed = fc.constantFrom("", " (VLM.X)", " (NYSE: VLM)", " (ACME.O)");
  fc.assert(
    fc.property(dateline, noun, listed, (place, what, ticker) => {
      const { statements } = analyseText(
        `${place}${what} Velmark Foods${ticker} was aware of it for weeks, The Ledger reported.\n\nThe company said it “did not sell any of it”.`,
        "en",
        null,
      );
      assert.equal(statements.at(-1)?.speaker?.party.name, "Velmark Foods");
    }),
  );
});

test('"it" is no person whom the text describes, and a supposed employee has no name', () => {
  const said = (text: string) => analyseText(text, "en", null).statements.at(-1)?.speaker?.party.name ?? null;
  assert.equal(said("Posts said that Jane Roe, a star of the show, had left. It denied the report."), null);
  for (const lead of ["A supposed", "A purported", "An anonymous"]) assert.equal(partyOf(`${lead} employee Ann Lee`).name, null);
});

test("words with a verb between them are no party: who is asked is one, who asks is another", () => {
  const verb = fc.constantFrom("reached out to", "contacted", "called", "said", "was told by", "spoke to");
  fc.assert(
    fc.property(verb, fc.constantFrom("the actor's reps", "the family", "his lawyer"), (asks, asked) => {
      const parties = partiesOf(`Vanity Fair ${asks} ${asked}, who denied the report.`);
      for (const { name, description } of parties)
        assert.doesNotMatch(name ?? description ?? "", /reached|contacted|called|said|told|spoke/);
      assert.ok(parties.some(({ name, description }) => (name ?? description) === asked.replace(/^(?:the|his) /, "")));
    }),
  );
});

test("a place where somebody is, or a paper before a speaker's office, is no party's name", () => {
  assert.equal(partyOf("forces in Kobane").name, null);
  assert.equal(partyOf("fighters near Aleppo").name, null);
  assert.equal(partyOf("the Detroit Free Press", "Detroit police spokesman Jane Roe").kind, "outlet");
  assert.equal(partyOf("The Hollywood Reporter").kind, "outlet");
  assert.equal(partyOf("a Hollywood reporter").kind, "person");
  assert.equal(partyOf("respected Italian newspaper Corriere Della Sera").name, "Corriere Della Sera");
  assert.equal(partyOf("Warner Bros.").kind, "organisation");
  assert.equal(partyOf("Islamic State").kind, "organisation");
});

test("who was told something is no part of it", () => {
  const pronoun = fc.constantFrom("us", "me", "them", "him", "her");
  const clause = fc.constantFrom("there's no truth to it", "it's a lie", "there is no plan", "they've never met", "nothing happened");
  fc.assert(
    fc.property(fc.constantFrom("told", "assured"), pronoun, clause, (cue, whom, said) => {
      const { statements } = analyseText(`The company ${cue} ${whom} ${said}.`, "en", null);
      assert.deepEqual(
        statements.map(({ content }) => content.text),
        [said],
      );
    }),
  );
});

test("a press centre or press office is no outlet that published the claim", () => {
  for (const name of ["Russian Press Center", "Anti-Terror Press Centre", "Anatolian Press Office"])
    assert.equal(kindOfName(name), "organisation");
  assert.equal(kindOfName("Detroit Free Press"), "outlet");
});

test("a rep speaks for whom the words name", () => {
  for (const [words, whom] of [
    ["an Acme rep", "Acme"],
    ["a rep for Acme", "Acme"],
    ["Jane Roe's rep", "Jane Roe"],
    ["a publicist for Jane Roe", "Jane Roe"],
  ] as const)
    assert.deepEqual([partyOf(words).kind, partyOf(words).name, partyOf(words).affiliation], ["person", null, whom], words);
  assert.equal(partyOf("Rep. Jane Roe").name, "Jane Roe");
});

/** Subjects with the name of their party, what may stand between commas behind them, and acts, by language. */
const SENTENCES: Record<string, { subjects: [string, string][]; asides: string[]; acts: string[] }> = {
  de: {
    subjects: [
      ["Das Ministerium", "Ministerium"],
      ["Bürgermeisterin Anna Keller", "Anna Keller"],
      ["Das Rote Haus (RH)", "Rote Haus"],
    ],
    asides: ["45", "das in dem Artikel genannt wird", "der größte Betrieb des Landes"],
    acts: ["dementierte den Bericht.", "wies die Vorwürfe zurück.", "sagte, der Bericht sei falsch."],
  },
  fr: {
    subjects: [
      ["Le ministère", "ministère"],
      ["La maire Anne Keller", "Anne Keller"],
    ],
    asides: ["45 ans", "de son côté", "qui dirige la clinique"],
    acts: ["a démenti l’information.", "a présenté ses excuses.", "a déclaré que l’information était fausse."],
  },
  it: {
    subjects: [
      ["Il ministero", "ministero"],
      ["La sindaca Anna Keller", "Anna Keller"],
    ],
    asides: ["45 anni", "dal canto suo", "che dirige la clinica"],
    acts: ["ha smentito la notizia.", "si è scusata per l’articolo.", "ha detto che la notizia è falsa."],
  },
  es: {
    subjects: [
      ["El ministerio", "ministerio"],
      ["La directora del puerto, Ana Keller", "Ana Keller"],
      ["Ana Keller, portavoz del puerto", "Ana Keller"],
    ],
    asides: ["por su parte", "sin embargo", "en cambio"],
    acts: ["negó la noticia.", "recurrió a Facebook para negar la noticia.", "dijo que la noticia es falsa."],
  },
  pt: {
    subjects: [["Ana Keller, porta-voz do porto", "Ana Keller"]],
    asides: ["por sua vez", "no entanto"],
    acts: ["negou a notícia.", "disse que a notícia é falsa."],
  },
};
/** The same behind an apposition. */
const APPOSED: typeof SENTENCES = {
  fr: { subjects: [["Anne Keller, porte-parole du port", "Anne Keller"]], asides: ["de son côté"], acts: SENTENCES["fr"]?.acts ?? [] },
  it: { subjects: [["Anna Keller, portavoce del porto", "Anna Keller"]], asides: ["dal canto suo"], acts: SENTENCES["it"]?.acts ?? [] },
};
test("who acts is found before an aside", () => {
  for (const [lang, { subjects, asides, acts }] of [SENTENCES, APPOSED].flatMap(Object.entries<(typeof SENTENCES)[string]>))
    for (const [subject, name] of subjects)
      for (const aside of asides)
        for (const act of acts) {
          const text = `${subject}, ${aside}, ${act}`;
          const analysis = analyseText(text, lang, null);
          const [sentence] = analysis.sentences;
          const [cue] = responseCuesIn(text, lang);
          assert.ok(sentence && cue, text);
          const party = actorOf(analysis, sentence, 0, cue)?.party;
          assert.ok(`${party?.name} ${party?.description}`.includes(name), `${text} ${party?.name ?? party?.description}`);
        }
});

test("who speaks for the police or the army of a place speaks for these, not for the place", () => {
  const place = fc.constantFrom("Salem", "New York City", "Nigerian", "Acme");
  const body = fc.constantFrom("police", "police department", "army", "hospital", "council", "school district", "fire department");
  const role = fc.constantFrom("spokesman", "spokeswoman", "chief");
  fc.assert(
    fc.property(place, body, role, (of, whose, office) => {
      const { name, role: said, affiliation } = partyOf(`${of} ${whose} ${office} Jane Roe`);
      assert.deepEqual([name, said, affiliation], ["Jane Roe", office, `${of} ${whose}`]);
      assert.equal(partyOf(`${of} ${whose} ${office}`).affiliation, `${of} ${whose}`);
    }),
  );
  assert.equal(partyOf("Acme government affairs director Jane Roe").affiliation, "Acme");
});

test("who reports a denial is not who denies", () => {
  const of = fc.constantFrom(
    "den Vorwurf, er habe den See verschmutzt,",
    "den Bericht, er habe es gewusst,",
    "den Bericht, wonach Tanks undicht seien,",
  );
  const party = fc.constantFrom("Die Firma Brandauer", "Bürgermeisterin Anna Keller", "Das Ministerium");
  const cue = fc.constantFrom("dementiert", "bestritten", "zurückgewiesen");
  const reports = fc.constantFrom("berichtet das Echo", "schreibt die Abendpost", "meldet der Bote", "so das Echo");
  fc.assert(
    fc.property(party, of, cue, reports, (who, what, denies, says) => {
      const text = `${who} hat ${what} ${denies}, ${says}.`;
      const analysis = analyseText(text, "de", null);
      const [sentence] = analysis.sentences;
      const found = responseCuesIn(text, "de").find((one) => one.text === denies);
      assert.ok(sentence && found, text);
      const named = actorOf(analysis, sentence, 0, found)?.party;
      assert.ok(who.includes(named?.name ?? named?.description ?? "?"), `${text} ${named?.name ?? named?.description}`);
    }),
  );
});

test("a month between an organisation and what it did is no party", () => {
  for (const month of ["May", "March", "August", "June"]) {
    const text = `Acme Foods sold bad eggs, logs show. The logs cover ${month} to December. The company did not respond to questions.`;
    assert.equal(analyseText(text, "en", null).partyAt("The company", "", text.indexOf("The company")).name, "Acme Foods");
  }
});

test("whoever speaks for a name that ends in s speaks for the whole name, and a chief of staff is a person", () => {
  for (const name of ["Halden Motors", "Acme Foods", "Argo"])
    for (const owner of [`${name}${name.endsWith("s") ? "'" : "'s"}`, `${name}'s`])
      for (const role of ["chief executive", "chief of staff", "spokeswoman"]) {
        const { kind, name: who, affiliation } = partyOf(`${owner} ${role}, Greta Moll`);
        assert.deepEqual([kind, who, affiliation], ["person", "Greta Moll", name], `${owner} ${role}`);
      }
});

test("what a caller adds to a party is not kept for the next mention of its phrase", () => {
  const phrase = "spokeswoman Mara Oke";
  const before = partyOf(phrase);
  partyOf(phrase).affiliation = "Harbour Works";
  assert.deepEqual(partyOf(phrase), before);
});

test("who holds an office is not whom it serves, whatever adjectives stand between", () => {
  const held = (lang: string, phrase: string, apposition: string) => {
    const { kind, name, role, affiliation } = partyOf(phrase, apposition, cueGrammarOf(lang));
    return [kind, name, role, affiliation];
  };
  assert.deepEqual(held("pt", "o diretor executivo do Banco Meridião", "Rui Paz"), ["person", "Rui Paz", "diretor", "Banco Meridião"]);
  assert.deepEqual(held("es", "la directora general de Nortia", "Ana Ruiz"), ["person", "Ana Ruiz", "directora", "Nortia"]);
  assert.deepEqual(held("it", "il direttore sanitario della Ferralta", "Piero Gatti"), ["person", "Piero Gatti", "direttore", "Ferralta"]);
  assert.deepEqual(held("es", "la consejera delegada para América", "Marta Ledo"), ["person", "Marta Ledo", "consejera", null]);
  assert.deepEqual(held("es", "el abogado del ciclista Jon Arce", "Pol Sanz"), ["person", "Pol Sanz", "abogado", "Jon Arce"]);
  assert.deepEqual(held("fr", "l'avocate de la chanteuse Lise Morel", "Anne Petit"), ["person", "Anne Petit", "avocate", "Lise Morel"]);
  assert.deepEqual(held("es", "la portavoz de la empresa Nortia Sur", "Ana Ruiz"), [
    "person",
    "Ana Ruiz",
    "portavoz",
    "empresa Nortia Sur",
  ]);
});
