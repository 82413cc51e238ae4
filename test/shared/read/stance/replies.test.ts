/** Short posts and answers in Chinese, Spanish, German, French and Portuguese, in our own words, towards a claim that they do not repeat in full. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { stanceOf } from "../../../../shared/read/stance/stance.ts";

const CLAIMS: Record<string, string> = {
  zh: "网传海湾市水族馆的鲨鱼在暴雨中游上了街道",
  es: "Un tiburón del acuario de Puerto Claro nada por las calles inundadas",
  de: "Ein Hai aus dem Aquarium von Nordhafen schwimmt durch die überfluteten Straßen",
  fr: "Un requin de l'aquarium de Port-Clair nage dans les rues inondées",
  pt: "Um tubarão do aquário de Porto Claro nada pelas ruas alagadas",
};
type Row = [lang: string, stance: string, text: string];
/** Answers in a thread that starts with the claim. */
const replies: Row[] = [
  ["zh", "deny", "假的,别传了"],
  ["zh", "deny", "这是P图,鲨鱼哪来的"],
  ["zh", "deny", "已经辟谣了,水族馆没有鲨鱼跑出来"],
  ["zh", "deny", "这张照片是好几年前的,跟这次暴雨无关"],
  ["zh", "deny", "胡说八道,我就住在附近,根本没有"],
  ["zh", "query", "真的吗?"],
  ["zh", "query", "有视频吗?消息来源是哪里?"],
  ["zh", "query", "求证,有没有人在现场"],
  ["zh", "support", "是真的,我亲眼看到了"],
  ["zh", "support", "确实如此,水族馆刚刚证实了"],
  ["zh", "comment", "今天下班又要堵车了"],
  ["zh", "comment", "哈哈哈哈笑死我了"],
  ["es", "deny", "Eso es mentira"],
  ["es", "deny", "No es cierto, la foto es un montaje"],
  ["es", "deny", "Falso, esa foto es de hace años"],
  ["es", "deny", "Ya lo desmintió el acuario, no se ha escapado ningún tiburón"],
  ["es", "deny", "Eso no ha pasado nunca"],
  ["es", "query", "¿En serio? ¿Hay alguna fuente?"],
  ["es", "query", "¿Esto es verdad?"],
  ["es", "query", "¿De dónde ha salido esa foto?"],
  ["es", "support", "Es verdad, lo acabo de ver desde mi ventana"],
  ["es", "support", "Confirmado por la policía local"],
  ["es", "comment", "Qué miedo, con lo tranquilo que estaba todo"],
  ["es", "comment", "Mañana no hay clase en el colegio de mi hija"],
  ["de", "deny", "Das ist Quatsch"],
  ["de", "deny", "Stimmt nicht, das Bild ist bearbeitet"],
  ["de", "deny", "Fake. Das Foto ist Jahre alt"],
  ["de", "deny", "Blödsinn, ich wohne da, da schwimmt nichts"],
  ["de", "query", "Echt jetzt? Gibt es dafür eine Quelle?"],
  ["de", "query", "Ist das wahr?"],
  ["de", "query", "Woher stammt das Foto?"],
  ["de", "support", "Ja, stimmt, habe ihn selbst gesehen"],
  ["de", "support", "Die Polizei hat es gerade bestätigt"],
  ["de", "comment", "Hoffentlich kommen alle gut nach Hause"],
  ["de", "comment", "Bei uns regnet es auch seit Tagen"],
  ["fr", "deny", "C'est n'importe quoi"],
  ["fr", "deny", "Non, c'est un montage"],
  ["fr", "deny", "Faux, la photo date de plusieurs années"],
  ["fr", "deny", "L'aquarium a démenti, aucun requin ne s'est échappé"],
  ["fr", "deny", "Ça n'est jamais arrivé"],
  ["fr", "query", "C'est vrai ? Une source ?"],
  ["fr", "query", "D'où vient cette photo ?"],
  ["fr", "query", "Sérieusement ? Quelqu'un peut confirmer ?"],
  ["fr", "support", "C'est vrai, je l'ai vu de mes propres yeux"],
  ["fr", "support", "La police vient de le confirmer"],
  ["fr", "comment", "Bon courage à tous les habitants"],
  ["fr", "comment", "Il pleut depuis trois jours chez nous aussi"],
  ["pt", "deny", "Isso é mentira"],
  ["pt", "deny", "Não é verdade, a foto é montagem"],
  ["pt", "deny", "Falso, essa foto tem anos"],
  ["pt", "deny", "O aquário já desmentiu, nenhum tubarão fugiu"],
  ["pt", "deny", "Isso nunca aconteceu"],
  ["pt", "query", "Sério? Tem alguma fonte?"],
  ["pt", "query", "Isso é verdade?"],
  ["pt", "query", "De onde saiu essa foto?"],
  ["pt", "support", "É verdade, acabei de ver da minha janela"],
  ["pt", "support", "A polícia acaba de confirmar"],
  ["pt", "comment", "Que medo, fiquem em casa"],
  ["pt", "comment", "Amanhã não há aulas na escola da minha filha"],
];
/** Posts that answer no other. */
const posts: Row[] = [
  ["zh", "support", "海湾市水族馆的鲨鱼被暴雨冲到街上了,太可怕了"],
  ["zh", "deny", "海湾市街头没有鲨鱼,那是合成的图片"],
  ["zh", "query", "有人知道海湾市水族馆的鲨鱼真的跑到街上了吗"],
  ["zh", "comment", "海湾市水族馆否认有鲨鱼游上街道"],
  ["es", "support", "Vídeo: el tiburón del acuario de Puerto Claro nadando por las calles inundadas"],
  ["es", "deny", "Ningún tiburón nada por las calles de Puerto Claro: la foto es un montaje"],
  ["es", "query", "¿Alguien puede confirmar lo del tiburón del acuario de Puerto Claro?"],
  ["es", "comment", "El acuario de Puerto Claro desmiente que un tiburón nade por las calles"],
  ["de", "support", "Video: Der Hai aus dem Aquarium von Nordhafen schwimmt durch die Straßen"],
  ["de", "deny", "Kein Hai schwimmt durch die Straßen von Nordhafen, das Bild ist eine Montage"],
  ["de", "query", "Kann jemand das mit dem Hai aus dem Aquarium von Nordhafen bestätigen?"],
  ["de", "comment", "Das Aquarium von Nordhafen dementiert, dass ein Hai durch die Straßen schwimmt"],
  ["fr", "support", "Vidéo : le requin de l'aquarium de Port-Clair nage dans les rues inondées"],
  ["fr", "deny", "Aucun requin ne nage dans les rues de Port-Clair, la photo est un montage"],
  ["fr", "query", "Quelqu'un peut confirmer pour le requin de l'aquarium de Port-Clair ?"],
  ["fr", "comment", "L'aquarium de Port-Clair dément qu'un requin nage dans les rues"],
  ["pt", "support", "Vídeo: o tubarão do aquário de Porto Claro nada pelas ruas alagadas"],
  ["pt", "deny", "Nenhum tubarão nada pelas ruas de Porto Claro, a foto é uma montagem"],
  ["pt", "query", "Alguém pode confirmar a história do tubarão do aquário de Porto Claro?"],
  ["pt", "comment", "O aquário de Porto Claro desmente que um tubarão nade pelas ruas"],
];

for (const [kind, rows] of [
  ["comment", replies],
  ["post", posts],
] as const)
  test(`short ${kind}s in five languages`, () => {
    const wrong = rows.flatMap(([lang, stance, text]) => {
      const about = CLAIMS[lang] ?? "";
      const { label } = stanceOf(text, about, { kind, lang, root: kind === "comment" ? about : null, parent: null });
      return label === stance ? [] : [`${lang} ${stance}, not ${label}: ${text}`];
    });
    assert.deepEqual(wrong, []);
  });
