/** Portuguese cues, of Portugal and Brazil: plain data. */
import type { CueGrammar } from "./index.ts";

const carriers =
  "rumor(es)?|boatos?|acusaç(ão|ões)|informaç(ão|ões)|notícias?|mensage(m|ns)|vídeos?|publicaç(ão|ões)|posts?|capturas?|áudios?|gravaç(ão|ões)|correntes?|textos?|fotos?";

export const pt: CueGrammar = {
  say: "vem a público (esclarecer|informar|desmentir)|(tinham?|haviam?) ((afirm|neg|confirm|anunci|denunci|public|inform)ado|dito|escrito)|disse|disseram|diz|dizem|(afirm|declar|explic|indic|rejeit|acrescent|neg|confirm|anunci|denunci|coment|inform|aleg|assegur|public|sublinh|ressalt|destac|salient|fris|lament)(ou|aram|am?|avam?)|cont(ou|aram)|(garant|desment|admit)(iu|iram|e)|(reconhec|escrev|respond|esclarec)(eu|eram|em?)",
  according: "segundo|de acordo com|conforme",
  that: "que|se",
  adjunct:
    "em|no|na|nos|nas|nesta|neste|esta|este|ontem|hoje|após|durante|ao|à|aos|às|a jornalistas|por|que|e|mas|enquanto|quando|não|nem|se|também|ainda|com|à agência|me|lhes?|desde|para|sobre|contra|até|já",
  as: "como|conforme|segundo|ao contrário do que",
  nobody: "me|nos|lhes?|te",
  article: "os?|as?|ums?|umas?|seus?|suas?",
  of: "d[eoa]s?",
  by: "pel[oa]s?|por",
  he: "el[ea]",
  it: "a (empresa|companhia|firma|entidade|instituição|universidade|fabricante|organização|marca)|o (clube|banco|hospital|grupo|fabricante)",
  theCompany: "a empresa",
  roles:
    "(vice-|ex-)?(administrador[a]?|porta-voz|vereador[a]?|reitor[a]?|tesoureir[oa]|editor[a]?|deputad[oa]|delegad[oa]|ministr[oa]|president[ea]|diretor[a]?|prefeit[oa]|autarca|advogad[oa]|procurador[a]?|juiz[a]?|professor[a]?|jornalista|secretári[oa]( de Estado)?|chefe d[eoa] \\p{Ll}+|médic[oa]|governador[a]?)",
  people: "\\p{L}{2,}((d|t|s)or[a]?|ista|ante|triz|eir[oa]|ic[oa])|chef|arguid[oa]|acusad[oa]|réu|homem|mulher|jovem",
  anonymous:
    "anónim[oa]s?|anônim[oa]s?|utilizador(a|es)?|usuári[oa]s?|internautas?|fontes?|supost[oa] (funcionári[oa]|trabalhador[a]?|testemunha)|ex-funcionári[oa]|alguém|uma pessoa|testemunhas?|perfil|autora? d[aoe]s? \\p{L}+",
  organisations:
    "autoridade|consulado|padaria|proteção civil|empresa|companhia|construtora|entidade|grupo|secretaria|Ministério Público|Cruz Vermelha|fundação|sindicato|federação|instituto|editora|colégio|clínica|GNR|PSP|universidade|ministério|prefeitura|câmara|polícia|governo|banco|hospital|associação|agência|tribunal|clube|partido|autoridades",
  outlets: "jornal|Lusa|Público|Folha|O Globo|televisão|revista|Aos Fatos|Polígrafo|Lupa",
  hedges:
    "supost[oa]s?|supostamente|alegad[oa]s?|alegadamente|boatos?|rumor(es)?|não confirmad[oa]s?|sem confirmação|não verificad[oa]s?|(não (conseguiu|conseguiram|conseguimos|foi possível|pôde|puderam)|sem conseguir) (verificar|confirmar|comprovar)|ao que tudo indica|ao que parece|teriam?|fontes anónimas|fontes anônimas",
  weakHedges: "poderiam?|poderá|talvez|possivelmente|provavelmente|parece que|aparentemente",
  rumour: `(rumor(es)?|boatos?)[^.,;:]{0,60}: |a (garantir|afirmar|dizer) que |(${carriers})( [^.,;:]{1,60}?)?,? (de que|que (afirma|diz|alega|garante)(m|va|vam)? que|(afirma|diz|alega|garante)(m|va|vam|ndo)? que|segundo (o|a|os|as) qua(l|is),?)|(diz-se|comenta-se|circula(m|va|vam)?( (no|na|em|pel[oa]) [^.,;:]{1,30}?)?) que|(?<!\\p{L} )((me|nos|lhes?) )?(dizem|contam|disseram|contaram)(-(me|nos|lhes?))? que|acus(ou|aram|am?|ava|ando) ([^.,;]{2,40}? )?de`,
  carriers,
  alleging: "denunci|acus|aleg",
  moods: [
    [/^(?:ter|tenha|tivesse) /u, "teria "],
    [/^(?!haja|houve|exist|uma )(?=\p{Ll}{3,}[ae]m? )/u, ""],
    [/^(?:terem|tenham|tivessem) /u, "teriam "],
    [/^(?:ser|seja) /u, "é "],
    [/^(?=\p{Ll}{2,}(?:ar|er|ir)(?:-se)? )/u, ""],
  ],
  raised:
    "(foi|foram|é|são|está|estão) (acusad|suspeit)[oa]s? de|(admit|reconhec)(iu|eu|iram|eram|e|em)|confess(ou|aram|a)|ped(iu|iram) (desculpas?|perdão) por|desculp(ou|aram)-se por|(neg|rejeit)(ou|aram|a|am) (as acusações|os boatos|os rumores|a acusação) de",
  hearsay: "supostamente|alegadamente|teriam?",
  began: "public(ou|ado|ada|aram)|surgi(u|ram)|começ(ou|aram)|apareceu|postou|partilhou|nasceu|escreveu",
  spread:
    "compartilh\\p{L}*|partilh\\p{L}*|circul\\p{L}*|vira(l|is)|viraliz\\p{L}*|espalh\\p{L}*|difundi\\p{L}*|reencaminh\\p{L}*|chegou|chegaram",
  first: "primeiro|pela primeira vez|inicialmente|originalmente",
  whence: "de onde",
  translated: "traduzi\\p{L}*|tradução",
  untrue:
    "(é|são|era|eram|seja) ((?!não )\\p{L}+ ){0,2}(fals[oa]s?|mentiras?|boatos?|montage(m|ns)|fake)|não (é|era|são) (verdade|verdadeir[oa]s?|assim|real)|sem (\\p{L}+ )?fundamento|falso que|mentira que",
  not: "não|nunca|jamais|ninguém|nenhum\\p{L}*|sem",
  asks: "alguém (sabe|pode|confirma)|sabem se|será verdade",
  negated: "(não|nem|sem|nunca|evit\\p{L}+|recus\\p{L}+|longe de)( \\p{L}+){0,2} ?",
  labels: [
    "p|pergunta|jornalista|(entrevist|moder|apresent)adora?",
    "r|resposta",
    "(a |o )?(alegação|afirmação|boato|rumor|o que (se )?di(z|zem))",
    "(o |a |os |noss[oa] )?(veredicto|classificação|verdade|realidade|conclusão|factos|fatos)",
    "fals[oa]|enganos[oa]|boato|mentira|errad[oa]",
  ],
  answers: {
    denial: [
      "neg(ou|aram|am?|ado|ando)(?! ([aà]o? [^,.;]{2,40} )?(a entrada|o acesso|(o|um) pedido|a fiança|(a|uma) licença))",
      "desm(ent|int)\\p{L}+",
      "desmentid[oa]",
      "rejeit(ou|aram|a|am) (\\p{L}+ ){0,3}(acusaç(ão|ões)|rumor(es)?|alegaç(ão|ões)|boatos?)",
      "confirm\\p{L}+ que [^.;]{2,60} (é|era|são|eram) (\\p{L}+ )?(fals[oa]s?|uma montagem|um boato)",
      "nunca (foi|foram|houve|fizemos|fez|tivemos)",
    ],
    confirmation: ["confirm(ou|aram|a|am|ado|ando)", "admit(iu|iram|e|em|ido)", "reconhec(eu|eram|em?|ido)", "é verdade"],
    no_comment: [
      "não (quis|quiseram|respond\\p{L}+|se pronunci\\p{L}+|coment\\p{L}+)( (comentar|responder|falar))?",
      "(recus(ou|aram)(-se)?( a)?|declin(ou|aram)) (comentar|responder|falar|prestar declarações)",
      "(sem|evitou|evitaram) confirmar",
    ],
    correction: ["corrigi(u|ram)", "retific(ou|aram)", "errata"],
    retraction: ["retrat(ou|aram)-se|se retrat(ou|aram)", "retir(ou|aram) (a|o|as) (acusação|artigo|notícia|publicação|queixa)"],
    apology: ["pedi(u|ram) desculpas?", "desculp(ou|aram)-se|se desculp(ou|aram)", "lament(ou|aram) o erro"],
    investigation: [
      "investiga(m|ndo|rá|r)?(?! ?ção)",
      "(abri(u|ram)|aberto|inici(ou|aram)) (uma? )?(investigação|inquérito)",
      "em (análise|revisão)",
    ],
    label: ["(adicion|coloc|acrescent)\\p{L}+ (\\p{L}+ ){0,3}(rótulo|etiqueta|aviso)"],
    takedown: [
      "(remov|apag|elimin|exclu)(eu|eram|ou|aram|iu|íram) (\\p{L}+ ){0,2}(vídeo|publicação|post|mensagem|conta)",
      "suspend(eu|eram) (a|as|o|os|sua) (contas?|perfil)",
      "foi (removid|apagad|suspens|eliminad)[oa]",
    ],
  },
};
