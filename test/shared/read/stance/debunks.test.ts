/** Pages in other languages that call a claim made up, late and in their own voice, and pages that tell of others who do. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { stanceOf } from "../../../../shared/read/stance/stance.ts";

interface Story {
  claim: string;
  title: string;
  lead: string;
  between: string;
  debunks: string[];
  tells: string[];
}
const stories: Record<string, Story> = {
  fr: {
    claim: "La maire de Valmont s'est offert un yacht avec l'argent de la ville",
    title: "La maire de Valmont s'est-elle offert un yacht ?",
    lead: "Des messages affirment que la maire de Valmont a acheté un yacht avec l'argent de la ville.",
    between: "Le bateau est amarré au port. Il mesure trente mètres. Des badauds le photographient. L'été commence. Il fait chaud.",
    debunks: [
      "Il s'agit en réalité d'une infox.",
      "C'est une pure invention.",
      "Cette histoire s'avère être fausse.",
      "Tout est faux.",
      "Cette infox a été relayée par un site douteux.",
      "Il s'agit d'une rumeur totalement infondée.",
      "Ces fausses informations ont été vues mille fois.",
    ],
    tells: [
      "Le maire adjoint assure qu'il s'agit d'une infox.",
      "« Non. C'est une infox. Rien de plus », répond la maire.",
      "Il ne s'agit pas d'une infox.",
      "Est-ce une infox ?",
    ],
  },
  es: {
    claim: "La alcaldesa de Villamuestra compró un yate con dinero municipal",
    title: "¿Compró la alcaldesa de Villamuestra un yate?",
    lead: "Varios mensajes afirman que la alcaldesa de Villamuestra compró un yate con dinero municipal.",
    between: "El barco está en el puerto. Mide treinta metros. Los curiosos lo fotografían. Empieza el verano. Hace calor.",
    debunks: [
      "Se trata en realidad de un bulo.",
      "Todo es falso.",
      "La historia resultó ser una invención.",
      "Este bulo fue difundido por un sitio dudoso.",
      "Es una noticia falsa.",
      "Se trata de un rumor infundado.",
    ],
    tells: ["El concejal asegura que se trata de un bulo.", "No se trata de un bulo.", "¿Es un bulo?"],
  },
  pt: {
    claim: "A prefeita de Vila Amostra comprou um iate com dinheiro da cidade",
    title: "A prefeita de Vila Amostra comprou um iate?",
    lead: "Mensagens afirmam que a prefeita de Vila Amostra comprou um iate com dinheiro da cidade.",
    between: "O barco está no porto. Mede trinta metros. Os curiosos tiram fotos. O verão começa. Faz calor.",
    debunks: [
      "Trata-se na verdade de uma notícia falsa.",
      "Tudo é mentira.",
      "A história é uma invenção.",
      "Essa fake news foi divulgada por um site duvidoso.",
    ],
    tells: ["O vereador garante que se trata de uma farsa.", "Não se trata de uma farsa.", "Trata-se de uma farsa?"],
  },
  it: {
    claim: "La sindaca di Valcampione ha comprato uno yacht con i soldi del comune",
    title: "La sindaca di Valcampione ha comprato uno yacht?",
    lead: "Alcuni messaggi affermano che la sindaca di Valcampione ha comprato uno yacht con i soldi del comune.",
    between: "La barca è nel porto. Misura trenta metri. I curiosi la fotografano. Inizia l'estate. Fa caldo.",
    debunks: [
      "Si tratta in realtà di una bufala.",
      "È tutto falso.",
      "La storia è una pura invenzione.",
      "Questa bufala è stata diffusa da un sito dubbio.",
      "Si tratta di una voce infondata.",
    ],
    tells: ["L'assessore assicura che si tratta di una bufala.", "Non si tratta di una bufala.", "Si tratta di una bufala?"],
  },
  de: {
    claim: "Die Bürgermeisterin von Wiesenau hat sich mit Geld der Stadt eine Jacht gekauft",
    title: "Hat sich die Bürgermeisterin von Wiesenau eine Jacht gekauft?",
    lead: "In Beiträgen heißt es, die Bürgermeisterin von Wiesenau habe sich mit Geld der Stadt eine Jacht gekauft.",
    between: "Das Boot liegt im Hafen. Es ist dreißig Meter lang. Schaulustige machen Bilder. Der Sommer beginnt. Es ist heiß.",
    debunks: ["Tatsächlich handelt es sich um eine Falschmeldung.", "Diese Falschmeldung verbreitete eine dubiose Seite."],
    tells: ["Es handelt sich nicht um eine Falschmeldung.", "Handelt es sich um eine Falschmeldung?"],
  },
};

for (const [lang, { claim, title, lead, between, debunks, tells }] of Object.entries(stories)) {
  const label = (words: string) => stanceOf(`${lead}\n${between}\n${words} ${between}`, claim, { kind: "article", lang, title }).label;
  for (const words of debunks) test(`${lang}: ${words}`, () => assert.equal(label(words), "deny"));
  for (const words of tells) test(`${lang}: ${words}`, () => assert.notEqual(label(words), "deny"));
}
