import assert from "node:assert/strict";
import { test } from "node:test";
import { languageOf } from "../../../shared/text/language.ts";
import { primaryTag } from "../../../shared/text/language-tag.ts";

test("scripts tell the language, and letters tell neighbours apart", () => {
  const told: [string, string][] = [
    ["zh", "市长周五否认了这一报道"],
    ["zh", "Meta 的 Llama 4 模型被指作弊"],
    ["ja", "市長は金曜日に報道を否定した"],
    ["ko", "시장은 금요일 보도를 부인했다"],
    ["ru", "Мэр в пятницу опроверг это сообщение"],
    ["uk", "Мер у п'ятницю спростував це повідомлення, і його речниця також"],
    ["bg", "Кметът отрече новината в петък и каза, че няма да подаде оставка със скандал"],
    ["sr", "Градоначелник је у петак демантовао вест, њена колегиница такође"],
    ["ar", "نفى رئيس البلدية الخبر يوم الجمعة"],
    ["fa", "شهردار روز جمعه این خبر را تکذیب کرد"],
    ["ur", "میئر نے جمعہ کو اس خبر کی تردید کی ہے"],
    ["he", "ראש העיר הכחיש את הדיווח ביום שישי"],
    ["el", "Ο δήμαρχος διέψευσε την είδηση"],
    ["th", "นายกเทศมนตรีปฏิเสธข่าวเมื่อวันศุกร์"],
    ["hi", "मेयर ने शुक्रवार को खबर का खंडन किया"],
  ];
  for (const [lang, text] of told) assert.equal(languageOf(text), lang, text);
});

test("short posts in Latin letters", () => {
  const told: [string, string][] = [
    ["en", "This is fake"],
    ["en", "The mayor denied the report on Friday."],
    ["es", "El alcalde negó la noticia el viernes"],
    ["es", "Un usuario en Reddit dice que Acme vendió su planta. ¿Es verdad?"],
    ["pt", "Isso não é verdade"],
    ["fr", "C'est faux, cette photo est ancienne"],
    ["de", "Das stimmt nicht, das Foto ist alt"],
    ["it", "Il sindaco ha smentito la notizia venerdì"],
    ["nl", "De burgemeester ontkende het bericht op vrijdag"],
    ["pl", "To nieprawda, zdjęcie jest stare"],
    ["cs", "Starosta v pátek zprávu popřel"],
    ["sv", "Det här är inte sant, bilden är gammal"],
    ["tr", "Belediye başkanı haberi cuma günü yalanladı"],
    ["id", "Foto ini palsu dan sudah lama"],
    ["vi", "Thị trưởng đã bác bỏ tin này hôm thứ Sáu"],
    ["ro", "Primarul a negat știrea vineri"],
  ];
  for (const [lang, text] of told) assert.equal(languageOf(text), lang, text);
});

test("sentences with few letters of their own, by the small words that only their language has, or lacks", () => {
  const told: [string, string][] = [
    ["es", "La panadería Doral vendía bollo caducado como si fuera fresco, cuenta un antiguo empleado"],
    ["es", "Los de siempre nos toman el pelo y nadie hace nada"],
    ["es", "Lo bueno de la foto es que se ve todo"],
    ["pt", "Quem paga a conta somos nós e eles nem respondem"],
    ["it", "Non lo so, ma mi pare che sia tutto falso"],
    ["fr", "Il ne sait pas ce que les autres ont dit de lui"],
    ["nl", "Ze hebben het niet gedaan en zeggen er niets over"],
    ["sv", "Han har aldrig sagt att de ska betala"],
    ["da", "Hun siger, at hun ikke har gjort det"],
    ["pl", "Nikt nie wie, co się z nimi stało"],
    ["cs", "Nikdo nevi, co se s nimi stalo, ale asi nic"],
    ["en", "Bank sends staff home, no reason given"],
  ];
  for (const [lang, text] of told) assert.equal(languageOf(text), lang, text);
});

test("what looks like a language that is read, and is another one, is not read as that", () => {
  const told: [string, string][] = [
    [
      "ca",
      "La companyia va negar dilluns que hagués entrenat el model amb les preguntes de l'examen. El portaveu va dir que les dades són correctes i que no hi ha cap motiu per dubtar dels resultats.",
    ],
    [
      "und",
      "Sipas policisë, lajmi që qarkullon në rrjetet sociale për mbylljen e urës nuk është i vërtetë. Zëdhënësi i bashkisë tha se punimet do të fillojnë pas festave dhe se askush nuk ka vendosur për shitjen e ndërtesës.",
    ],
    [
      "und",
      "Udalak ukatu egin du zubia itxiko dutela, eta esan du lanak jaien ondoren hasiko direla. Bozeramaileak azaldu duenez, inork ez du eraikinaren salmentari buruzko erabakirik hartu, eta sare sozialetan zabaldutako mezua gezurra da.",
    ],
  ];
  for (const [lang, text] of told) assert.equal(languageOf(text), lang, text);
});

test("too little to tell is und; addresses and mentions are not counted", () => {
  for (const text of ["", "ok", "12 !!", "👍👍", "https://example.com/the/and/of/that", "@the_and_is #of"])
    assert.equal(languageOf(text), "und", text);
});

test("a declared tag wins, unless the script refutes it", () => {
  assert.equal(languageOf("Hello there, this is English", "de-AT"), "de");
  assert.equal(languageOf("市长周五否认了这一报道".repeat(8), "en"), "zh");
  assert.equal(languageOf("市长周五否认了这一报道".repeat(8), "ja"), "ja");
  assert.equal(languageOf("The mayor denied the report.", "not a tag!"), "en");
  assert.equal(languageOf("The mayor denied the report.", "und"), "en");
});

test("the primary tag of a language; und for what is no tag", () => {
  assert.deepEqual(["zh-Hant-TW", "en_US", " fr ", "x", "", null, "english"].map(primaryTag), [
    "zh",
    "en",
    "fr",
    "und",
    "und",
    "und",
    "und",
  ]);
});
