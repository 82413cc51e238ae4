/** Stance in Spanish, German, French and Portuguese, in our own words: who denies, asks, asserts, or tells that another denies. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { stanceOf } from "../../../../shared/read/stance/stance.ts";

const CLAIMS: Record<string, string> = {
  es: "El ayuntamiento de Villamuestra ocultó que el agua del grifo tiene plomo",
  de: "Die Stadt Wiesenau hat verschwiegen, dass das Leitungswasser Blei enthält",
  fr: "La mairie de Valmont a caché que l'eau du robinet contient du plomb",
  pt: "A câmara de Vila Amostra escondeu que a água da torneira tem chumbo",
};
const posts: [lang: string, stance: string, text: string][] = [
  ["es", "deny", "No es verdad que el ayuntamiento de Villamuestra ocultara que el agua del grifo tiene plomo, ya lo han desmentido"],
  ["es", "deny", "Es falso que el ayuntamiento de Villamuestra ocultara plomo en el agua del grifo"],
  ["es", "deny", "Es mentira que el agua del grifo de Villamuestra tenga plomo"],
  ["es", "deny", "Es un bulo que el agua de Villamuestra tenga plomo y que el ayuntamiento lo ocultara"],
  ["es", "deny", "BULO 🚫 El ayuntamiento de Villamuestra ocultó que el agua tiene plomo"],
  ["es", "deny", "FALSO: el ayuntamiento de Villamuestra ocultó que el agua del grifo tiene plomo"],
  ["es", "deny", "❌ FAKE | Circula que el agua de Villamuestra tiene plomo"],
  ["es", "deny", "El agua del grifo de Villamuestra no tiene plomo y el ayuntamiento no ocultó nada"],
  ["es", "deny", "Lo del plomo en el agua de Villamuestra es un bulo como una casa"],
  ["es", "query", "¿Es verdad que el ayuntamiento de Villamuestra ocultó que el agua del grifo tiene plomo?"],
  ["es", "query", "Alguien sabe si el agua de Villamuestra tiene plomo como dicen"],
  ["es", "support", "El ayuntamiento de Villamuestra ha ocultado que el agua del grifo tiene plomo. Vergüenza"],
  ["es", "support", "No es falso: el ayuntamiento de Villamuestra ocultó que el agua del grifo tiene plomo"],
  ["es", "support", "Al parecer el ayuntamiento de Villamuestra ocultó que el agua del grifo tiene plomo"],
  ["es", "support", "Es verdad que el ayuntamiento de Villamuestra ocultó que el agua del grifo tiene plomo"],
  ["es", "support", "No solo ocultó el ayuntamiento de Villamuestra que el agua del grifo tiene plomo: nos la cobró más cara"],
  ["es", "comment", "El ayuntamiento de Villamuestra niega que ocultara el plomo del agua del grifo"],
  ["de", "deny", "Stimmt nicht, dass die Stadt Wiesenau Blei im Leitungswasser verschwiegen hat"],
  ["de", "deny", "Es ist falsch, dass die Stadt Wiesenau verschwiegen hat, dass das Leitungswasser Blei enthält."],
  ["de", "deny", "Das ist gelogen, dass in Wiesenau Blei im Leitungswasser ist"],
  ["de", "deny", "FAKE! Die Stadt Wiesenau hat kein Blei im Leitungswasser verschwiegen"],
  ["de", "deny", "Falsch: Das Leitungswasser in Wiesenau enthält Blei"],
  ["de", "deny", "Das Leitungswasser in Wiesenau enthält kein Blei, und die Stadt hat nichts verschwiegen"],
  ["de", "deny", "Die Stadt Wiesenau hat nicht verschwiegen, dass das Leitungswasser Blei enthält"],
  ["de", "query", "Stimmt es, dass die Stadt Wiesenau Blei im Leitungswasser verschwiegen hat?"],
  ["de", "query", "Weiß jemand, ob das Leitungswasser in Wiesenau wirklich Blei enthält"],
  ["de", "support", "Die Stadt Wiesenau hat uns allen verschwiegen, dass das Leitungswasser Blei enthält!"],
  ["de", "support", "Angeblich hat die Stadt Wiesenau verschwiegen, dass das Leitungswasser Blei enthält."],
  ["de", "support", "Es ist nicht falsch, dass die Stadt Wiesenau Blei im Leitungswasser verschwiegen hat."],
  ["de", "comment", "Die Stadt Wiesenau bestreitet, Blei im Leitungswasser verschwiegen zu haben."],
  ["fr", "deny", "C'est faux, la mairie de Valmont n'a jamais caché que l'eau du robinet contient du plomb"],
  ["fr", "deny", "Il est faux que la mairie de Valmont ait caché du plomb dans l'eau du robinet"],
  ["fr", "deny", "Ce n'est pas vrai que l'eau du robinet de Valmont contient du plomb"],
  ["fr", "deny", "FAUX : la mairie de Valmont a caché que l'eau du robinet contient du plomb"],
  ["fr", "deny", "L'eau du robinet de Valmont ne contient pas de plomb et la mairie n'a pas caché quoi que ce soit"],
  ["fr", "query", "Est-ce vrai que la mairie de Valmont a caché le plomb dans l'eau du robinet ?"],
  ["fr", "query", "Quelqu'un sait si l'eau du robinet de Valmont contient du plomb"],
  ["fr", "support", "La mairie de Valmont a caché que l'eau du robinet contient du plomb !!"],
  ["fr", "support", "Ce n'est pas faux : la mairie de Valmont a caché que l'eau du robinet contient du plomb"],
  ["fr", "support", "La mairie de Valmont aurait caché que l'eau du robinet contient du plomb"],
  ["fr", "comment", "La mairie de Valmont nie avoir caché le plomb dans l'eau du robinet"],
  ["pt", "deny", "Não é verdade que a câmara de Vila Amostra tenha escondido que a água da torneira tem chumbo"],
  ["pt", "deny", "É mentira que a água da torneira de Vila Amostra tem chumbo"],
  ["pt", "deny", "É FAKE que a câmara de Vila Amostra escondeu chumbo na água"],
  ["pt", "deny", "FALSO! a câmara de Vila Amostra escondeu que a água da torneira tem chumbo"],
  ["pt", "deny", "A câmara de Vila Amostra não escondeu nada e a água da torneira não tem chumbo"],
  ["pt", "query", "É verdade que a câmara de Vila Amostra escondeu que a água da torneira tem chumbo?"],
  ["pt", "query", "Alguém sabe se a água da torneira de Vila Amostra tem mesmo chumbo"],
  ["pt", "support", "A câmara de Vila Amostra escondeu que a água da torneira tem chumbo, que vergonha"],
  ["pt", "support", "Não é mentira: a câmara de Vila Amostra escondeu que a água da torneira tem chumbo"],
  ["pt", "support", "Ao que parece a câmara de Vila Amostra escondeu que a água da torneira tem chumbo"],
  ["pt", "comment", "A câmara de Vila Amostra nega que tenha escondido chumbo na água da torneira"],
  ["es", "deny", "Dicen por ahí que el agua del grifo de Villamuestra tiene plomo, es totalmente falso"],
  ["es", "comment", "La concejala dice que es falso lo del plomo en el agua del grifo de Villamuestra"],
  ["es", "deny", "¿Que el agua de Villamuestra tiene plomo? No."],
  ["es", "deny", "Otro bulo sobre el agua de Villamuestra. Ni plomo ni nada."],
  ["es", "deny", "Dejad de compartir lo del plomo de Villamuestra, que es mentira"],
  ["es", "support", "El ayuntamiento de Villamuestra mintió: el agua del grifo tiene plomo"],
  ["es", "support", "Nos mienten, no dicen que el agua del grifo de Villamuestra tiene plomo"],
  ["de", "comment", "Die Stadt Wiesenau sagt, das mit dem Blei im Leitungswasser sei falsch"],
  ["de", "deny", "Bitte nicht teilen! Das mit dem Blei im Leitungswasser von Wiesenau ist eine Falschmeldung."],
  ["de", "deny", "Im Leitungswasser von Wiesenau war nie Blei."],
  ["de", "support", "Die Stadt Wiesenau sagt uns nicht die Wahrheit: Das Leitungswasser enthält Blei"],
  ["fr", "deny", "Arrêtez de partager : du plomb dans l'eau de Valmont, c'est une intox"],
  ["fr", "deny", "Non, la mairie de Valmont n'a pas caché de plomb dans l'eau du robinet."],
  ["fr", "support", "La mairie de Valmont ne dit pas la vérité : l'eau du robinet contient du plomb"],
  ["pt", "deny", "Parem de partilhar: essa história do chumbo na água de Vila Amostra é mentira"],
  ["pt", "deny", "Boato: água da torneira de Vila Amostra com chumbo"],
  ["pt", "support", "A câmara de Vila Amostra não diz a verdade: a água da torneira tem chumbo"],
];
const articles: [lang: string, stance: string, text: string][] = [
  [
    "es",
    "observe",
    "El ayuntamiento de Villamuestra negó este domingo que haya ocultado la presencia de plomo en el agua del grifo, como aseguran mensajes difundidos en Telegram.\n\n«Es rotundamente falso», afirmó la concejala de Salud, Marta Ejemplar.",
  ],
  [
    "es",
    "deny",
    "No, el ayuntamiento de Villamuestra no ocultó plomo en el agua del grifo\n\nCircula un mensaje que asegura que el agua del grifo de Villamuestra tiene plomo. Es falso. Los análisis de abril son normales.",
  ],
  [
    "de",
    "observe",
    "Stadt Wiesenau bestreitet, Blei im Leitungswasser verschwiegen zu haben\n\nDie Stadt Wiesenau hat am Sonntag bestritten, Blei im Leitungswasser verschwiegen zu haben. „Das ist schlicht falsch“, sagte ein Sprecher.",
  ],
  [
    "de",
    "deny",
    "Faktencheck: Nein, die Stadt Wiesenau hat kein Blei im Leitungswasser verschwiegen\n\nAuf Telegram heißt es, das Leitungswasser enthalte Blei. Das stimmt nicht.",
  ],
  [
    "fr",
    "observe",
    "La mairie de Valmont a nié dimanche avoir caché la présence de plomb dans l'eau du robinet. « C'est totalement faux », a déclaré la maire.",
  ],
  [
    "fr",
    "deny",
    "Non, la mairie de Valmont n'a pas caché de plomb dans l'eau du robinet\n\nUn message affirme que l'eau du robinet contient du plomb. C'est faux.",
  ],
  [
    "pt",
    "observe",
    'A câmara de Vila Amostra negou este domingo ter escondido a presença de chumbo na água da torneira. "É totalmente falso", disse a vereadora.',
  ],
  [
    "pt",
    "deny",
    "É falso que a câmara de Vila Amostra tenha escondido chumbo na água da torneira\n\nAs análises de abril deram valores normais.",
  ],
];

for (const [kind, list] of [
  ["post", posts],
  ["article", articles],
] as const)
  test(`${kind}s in four languages`, () => {
    for (const [lang, stance, text] of list) assert.equal(stanceOf(text, CLAIMS[lang] ?? "", { kind, lang }).label, stance, text);
  });

test("a denial of a claim that is itself a denial agrees with it", () => {
  const about = "Es falso que el agua del grifo de Villamuestra tenga plomo";
  assert.notEqual(
    stanceOf("Es mentira que el agua del grifo de Villamuestra tenga plomo", about, { kind: "post", lang: "es" }).label,
    "deny",
  );
});
