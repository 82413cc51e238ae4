/** The same grid in five languages more: every wording with every party. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { readDocument } from "../../../shared/read/index.ts";
import { type Newsroom, newsrooms } from "./ledes-fixtures.ts";

const read = ({ lang, lead, tail }: Newsroom, sentence: string) =>
  readDocument({
    kind: "article",
    text: `${lead}\n\n${sentence}\n\n${tail}`,
    title: null,
    url: "https://news.example/a",
    publishedAt: null,
    lang,
    html: null,
    author: null,
  });
/** What stands before a name. */
const BEFORE =
  /^(?:该|市长|演员|la empresa |la alcaldesa |el actor |la laiterie |la Banque de |la maire |l’acteur |la mairie de |a empresa |o Banco de |a prefeita |o ator |a Câmara de |el Banco de |el Ayuntamiento de |Die Molkerei |Die Bank von |Bürgermeisterin |Der Schauspieler |Die Stadt |la |el |le |o |a |Die |Der )/;
const COMPANY: Record<string, string> = { zh: "海棠乳业", es: "de Lácteos Olmo", de: "", fr: "de Norvia", pt: "da Norvia" };
const SPOKESPERSON = /portavoz|Sprecher|监管局|porte-parole|porta-voz/;

/** "General manager Ana Ruiz", or "Ana Ruiz, general manager of Norvia,". */
function named({ lang }: Newsroom, role: string, name: string, apposed: boolean): string {
  if (lang === "zh") return `${apposed ? COMPANY.zh : ""}${role}${name}`;
  if (lang === "de" || !apposed) return `${role} ${name}`;
  return `${name}, ${role.replace(/^(?:el|la|le|o|a) |^l’/, "")} ${COMPANY[lang]},`;
}

/** As a newsroom prints it: a capital at the start, articles drawn together. */
const printed = (text: string) =>
  text
    .replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())
    .replace(/(?<=\. )(?:el|la|le|o|a|l’)(?= |\p{L})/gu, (article) => article.replace(/^./, (letter) => letter.toUpperCase()))
    .replace(/,(?=[.,:])/, "")
    .replace(/ a el /, " al ")
    .replace(/ de el /, " del ");

for (const room of newsrooms) {
  test(`${room.lang}: who speaks, by role and name, in each place of a sentence`, () => {
    const wrong: string[] = [];
    room.roles.forEach((role, r) => {
      room.saying.forEach((saying, s) => {
        const name = room.names[(r + s) % room.names.length] as string;
        const text = printed(saying(named(room, role, name, (r + s) % 2 === 0)));
        const said = read(room, text).statements.filter((one) => /流出|salió|verlassen|quitté|saiu/.test(one.content.text));
        if (!said.length || said.some((one) => one.speaker?.party.name !== name)) wrong.push(text);
      });
    });
    assert.deepEqual(wrong, []);
  });

  test(`${room.lang}: one claim with its subject, and who answers it, in each lede`, () => {
    const wrong: string[] = [];
    room.orgs.forEach((who, o) => {
      room.ledes.forEach(([type, lede], l) => {
        const [deed, bare] = room.deeds[(o + l) % room.deeds.length] as [string, string];
        const text = printed(lede(who, deed, bare));
        const name = who.replace(BEFORE, "");
        const { claims, responses } = read(room, text);
        const [claim] = claims;
        const right =
          claims.length === 1 &&
          claim?.text.includes(name) &&
          room.marks.test(claim.text) &&
          !room.frame.test(claim.text) &&
          responses.length <= 1 &&
          responses.every(({ actor }) => SPOKESPERSON.test(text) || (actor.name ?? actor.description)?.includes(name)) &&
          (responses[0]?.type ?? "") === type;
        if (!right) wrong.push(`${text} => ${claims.map((c) => c.text).join(" | ")}; ${responses.map((r) => r.type)}`);
      });
    });
    assert.deepEqual(wrong, []);
  });
}
