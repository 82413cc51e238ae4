/** Portuguese. */

import { sourceCues } from "../text/source-cues.ts";
import type { LanguagePack } from "./pack.ts";

const carriers =
  "rumor(es)?|boatos?|acusaç(ão|ões)|informaç(ão|ões)|notícias?|mensage(m|ns)|vídeos?|publicaç(ão|ões)|posts?|capturas?|áudios?|gravaç(ão|ões)|correntes?|textos?|fotos?";
/** Verbs of saying in -ar, without their endings. */
const saidStems =
  "afirm|declar|explic|indic|rejeit|acrescent|neg|confirm|anunci|denunci|coment|inform|aleg|assegur|public|sublinh|ressalt|destac|salient|fris|lament|revel|adiant|argument|enfatiz|relat|reiter|observ|justific|sustent|critic|lembr|reforç|confess|pontu|apont";
/** Of regular verbs of publishing. */
const publishingStems =
  "inform|public|revel|adiant|avanç|divulg|notici|apur|assegur|afirm|report|anunci|tuit|post|destac|crav|relat|mencion|cit|veicul|registr?|detalh|lanç|antecip|indic|compartilh|partilh|replic|comunic|cont|apont|denunci|acus|especul|ventil|insinu|document|quantific|situ|vincul|salient|avent";
/** What follows in the names of authorities that are called agencies: "Agência Nacional de Águas". */
const authority =
  "(?! (?:[Nn]acional|[Rr]egional|[Ee]stadual|[Ee]uropeia|[Pp]ortuguesa|[Ff]ederal|[Ee]spacial|para|d[aeo]s?(?! (?:[Nn]otícias|[Ii]mprensa)))(?!\\p{Alpha}))";

export const pt: LanguagePack = {
  tag: "pt",
  leadsIn: "que ",
  abbreviations: "Sra?s?|Dra?s?|Av|Profa?|Gal|Cel|Maj|Sgt|Alm|Dep|Exm[oa]|Eng",
  letters: "[ãõçâêô]",
  commonWords:
    "o os a as um uma uns umas do da dos das no na nos nas num numa de em ao aos à pelo pela por para com sem sobre segundo entre até desde está estão como quando onde mas mais este esta isto isso esse essa aquele disse diz foi era ser é são sou somos há têm tem tinha seu sua seus suas meu minha eu ele ela eles você se te me lhe nem não sim muito também já tudo todos toda nada nunca sempre porque cada outro outra dois bem fazer faz pode podem quem só assim ainda tão anos que e ou foram",
  negations: "não nao nunca",
  reportingWords: "não verdade falso mentira diz dizem afirma denuncia nega desmente boato suposto confirma",
  stems: {
    endings:
      "amento imento mente idade acao acoe aram eram iram arao ariam ando endo indo ismo ista avel ador ada ado ava avam ico ica ida ido iva ivo ara era ira osa oso ei ia eu iu ou am em ar er ir ao oe a o e i",
    plural: "[sxz]",
  },
  time: {
    months: "janeiro;fevereiro;março;abril;maio;junho;julho;agosto;setembro set;outubro out;novembro;dezembro",
    weekdays: "segunda-feira;terça-feira;quarta-feira;quinta-feira;sexta-feira;;",
    days: { "-2": "anteontem", "-1": "ontem", 0: "hoje", 1: "amanhã" },
    units: { hour: "hora|horas", day: "dia|dias", week: "semana|semanas", month: "mês|meses", year: "ano|anos" },
    numbers: { um: 1, uma: 1, duas: 2 },
    ago: "há (\\d{1,3}|\\p{Alpha}{2,8}) (horas?|dias?|semanas?|m[êe]s(?:es)?|anos?)",
    last: "(?:na |no )?(semana|mês|ano) passad[oa]",
    before: "até|mais tardar",
    after: "depois|após",
    on: "em",
    next: "próxim[oa]",
    previous: "última",
    of: "de|del",
    inMonth: "em|desde|até|antes de|(?:início|meados|final|fins) de",
    inYear: "em|desde|antes de|depois de|até|(?:início|meados|final) de",
    partOf: "(?:início|meados|final) de",
    thisPeriod: "n?est[ea]|(?:início|meados|final|fim) d(?:o|este)",
    inMonthYear: "em",
    boundArticles: "[oa]|n[ao]|d[ao]",
    ordinal: "º",
  },
  numbers: {
    counts:
      "- dois/duas três quatro cinco seis sete oito nove dez onze doze treze catorze/quatorze quinze dezesseis/dezasseis dezessete/dezassete dezoito dezenove/dezanove",
    tens: "- vinte trinta quarenta cinquenta sessenta setenta oitenta noventa cem",
    hundreds: "cento duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos",
    scales: { 1e3: "mil", 1e6: "mi|milhão|milhões", 1e9: "bi|bilhão|bilhões", 1e12: "bilião|biliões|trilhão|trilhões" },
    joins: "e",
    half: "meio|meia",
    units: { "%": "por cento", R$: "reais", "m²": "metros quadrados", year: "anos" },
    approximately: "circa|quase",
  },
  hedging: {
    hedges:
      "supost[oa]s?|supostamente|alegad[oa]s?|alegadamente|boatos?|rumor(es)?|não confirmad[oa]s?|sem confirmação|não verificad[oa]s?|(não (conseguiu|conseguiram|conseguimos|foi possível|pôde|puderam)|sem conseguir) (verificar|confirmar|comprovar)|ao que tudo indica|ao que parece|teriam?|fontes anónimas|fontes anônimas",
    weakHedges: "poderiam?|poderá|talvez|possivelmente|provavelmente|parece que|aparentemente",
    scoffs: "me engana que eu gosto|e eu sou (?:o|a) (?:papa|rainha|rei)|sim,? claro|aham,? sei",
    laughs: "k{3,20}|(?:rs){2,6}|haha(?:ha)*|lol|claro",
    supposes:
      "se|mesmo se|mesmo que|caso|suponhamos|suponha|imaginemos|imaginem?|digamos que|duvido|não (sei|tenho (a )?certeza|acredito) (se|(de )?que)|(eu )?me pergunto se|pergunto-me se|(alguém|quem) (sabe|mais|pode)|será (que|verdade)|custa-me a crer",
    peopleSay:
      "(?:me )?(?:dizem|contam|contaram|disseram)(?:-me)? que|diz-se que|ouvi (?:dizer )?que|(?:alguém|um (?:amigo|colega|vizinho)|uma (?:amiga|colega|vizinha)|(?:a |o )?(?:meu|minha) (?:\\p{Alpha}+ )?(?:irmã|irmão|amig[oa]|prim[oa]|vizinh[oa]|colega|chefe|mãe|pai|marido|mulher|ti[oa])) (?:me )?(?:diz|disse|contou|conta|garante)(?:-me)?|segundo um(?:a)? (?:amig[oa]|colega|vizinh[oa])",
  },
  parties: {
    roles:
      "(vice-|ex-)?(administrador[a]?|porta-voz|vereador[a]?|reitor[a]?|tesoureir[oa]|editor[a]?|deputad[oa]|delegad[oa]|ministr[oa]|president[ea]|diretor[a]?|prefeit[oa]|autarca|advogad[oa]|procurador[a]?|juiz[a]?|professor[a]?|jornalista|secretári[oa]( de Estado)?|chefe d[eoa] \\p{Lower}+|médic[oa]|governador[a]?)",
    people:
      "\\p{Alpha}{2,}((d|t|s)or[a]?|ista|ante|triz|eir[oa]|ic[oa])|intérprete|estrela|chef|dirigente|executiv[oa]|mandatári[oa]|titular|arguid[oa]|acusad[oa]|réu|homem|mulher|jovem",
    anonymous:
      "anónim[oa]s?|anônim[oa]s?|utilizador(a|es)?|usuári[oa]s?|internautas?|fontes?|supost[oa] (funcionári[oa]|trabalhador[a]?|testemunha)|ex-funcionári[oa]|alguém|uma pessoa|testemunhas?|perfil|autora?( d[aoe]s? \\p{Alpha}+)?",
    alias: "que se apresenta como|conhecid[oa] como",
    portfolio: "(?:vice-?|ex-?)?(?:ministr|consel|secret[aá]ri|vereador)",
    honorifics: "Dra?\\.?|Sra?\\.?|Dom|Dona",
    nameParticles: "de|da|do|dos|das",
    organisations:
      "autoridade|consulado|padaria|proteção civil|empresa|companhia|construtora|entidade|grupo|secretaria|Ministério Público|Cruz Vermelha|fundação|sindicato|federação|instituto|editora|colégio|clínica|GNR|PSP|universidade|ministério|prefeitura|câmara|polícia|governo|banco|hospital|associação|agência|tribunal|clube|partido|autoridades",
    outlets: "jornal|Lusa|Público|Folha|O Globo|televisão|revista|Aos Fatos|Polígrafo|Lupa",
    speaker: "porta-voz|assessoria",
    ofOther: "d[eoa]s?|por",
    authorOf: "autora? d[oa] (?:mensa\\p{Alpha}*|v[ií]deo|tweet|post|[áa]udio|public\\p{Alpha}*|fi[lo])",
    asked: "procurad[oa]s?|contactad[oa]s?|contatad[oa]s?|questionad[oa]s?|ouvid[oa]s?|quanto",
    beside: "ex|ex-\\p{Alpha}+|antig[oa]|funcionári[oa]|empregad[oa]|trabalhador(a)?|motorista|dublê|estagiári[oa]",
    subjectArticle: "[OoAa]s?|[Uu]ma?|[Uu]ns|[Uu]mas",
    examined: {
      before: "aos?|às?|contra|sobre",
      apologisedTo: "aos?|às?|com|junto d?[ao]s?",
      behind:
        "(?:é|está a ser|está sendo|foi|será) (?:investigad|alvo|ouvid|examinad|analisad|inspecionad)\\p{Alpha}*|está sob investigação",
    },
    namesake: "hom[óô]nim[oa]s?|sem (?:qualquer |nenhum )?parentesco|não (?:é|são) parentes?|partilha(m)? (apenas |só )?o nome|xará",
    noCompany: "sindicatos?|vigil[âa]ncia|câmara|procon",
    regulator: "polícia|ministério|agência|prefeitura|tribunal",
    factChecker: "aos fatos|polígrafo|lupa",
    amplifier: "que [^,.]{1,60}?(?:compart|partilh|difund)\\p{Alpha}*[^,.]{0,40},",
  },
  mentions: {
    began: "public(ou|ado|ada|aram)|surgi(u|ram)|começ(ou|aram)|apareceu|postou|partilhou|nasceu|escreveu",
    spread:
      "compartilh\\p{Alpha}*|partilh\\p{Alpha}*|circul\\p{Alpha}*|vira(l|is)|viraliz\\p{Alpha}*|espalh\\p{Alpha}*|difundi\\p{Alpha}*|reencaminh\\p{Alpha}*|chegou|chegaram",
    places: "forums?|fóru(?:m|ns)|blogs?|site|portal|imageboards?|canal|grupo|chat",
    placeArticles: "uma?|[oa]",
    definiteDeterminers: "[oa]",
    placeOf: "d[aeo]s?",
    beginning: "primeiro|pela primeira vez|inicialmente|originalmente",
    translated: "traduzi\\p{Alpha}*|tradução",
    carriers,
    join: "no |na |em ",
    platforms: [["(?<=(?<!\\p{Alpha})(?:[Nn]o|do|de|e|ou|via) )X(?![\\p{Alpha}\\p{N}-])", "x"]],
  },
  labels: {
    claim: "(a |o )?(alegação|afirmação|boato|rumor|o que (se )?di(z|zem))",
    rating: "(o |a |os |noss[oa] )?(veredicto|classificação|verdade|realidade|conclusão|factos|fatos|avaliação)",
    untrue:
      "((majoritariamente|maioritariamente|totalmente|completamente|inteiramente) )?(fals[oa]|enganos[oa]|errad[oa]|incorret[oa])|boato|mentira|é falso|fake",
    rated:
      "((parcialmente|em parte) )?(verdadeir[oa]|corret[oa])|verdade|parcialmente fals[oa]|meia[- ]verdade|sem provas|não (comprovad|verificad)[oa]|(falta|fora de|sem) contexto|descontextualizad[oa]|distorcid[oa]|exagerad[oa]|desatualizad[oa]|sátira|imprecis[oa]",
    rates: "(classificamos|avaliamos|consideramos|julgamos)( [\\p{Alpha}’'-]+){0,6}? como",
    check: "fact[- ]?check\\p{Alpha}*|checagem|verificação|checamos|verificamos",
  },
  ownCorrections: {
    retraction:
      "(?:enganei|equivoquei|retrato)-me|me (?:enganei|equivoquei|retrato)|eu (?:errei|estava (?:errad[oa]|enganad[oa]))|apaguei (?:o|a|meu|minha|esse|este|essa|esta) (?:\\p{Alpha}+ ){0,2}(?:posts?|tweets?|tuítes?|publicação|postagem|mensagem|vídeo|fio|foto|história)|retiro o que (?:disse|escrevi|publiquei)|(?:meu|minha) (?:\\p{Alpha}+ )?(?:post|tweet|publicação|postagem|vídeo) era (?:fals[oa]|mentira|um erro)|caí (?:na|no|em|num|numa) (?:\\p{Alpha}+ ){0,2}(?:fake|boato|mentira|golpe|esparrela)|inventei (?:tudo|isto|isso|a história)",
    correction:
      "confundi (?:o|a|os|as)|(?:li|percebi|entendi|ouvi) (?:mal|errado)|(?:tenho de|tenho que|preciso|quero) (?:me )?(?:corrigir|retificar)|corrijo|retifico|erro meu",
    label: "corre[cç]{1,2}ão|errata|re[c]?tificação|edit(?:ado)?",
    unless: "se|diz|dizem|disse|quando|porque|acho",
  },
  responses: {
    denial: [
      "neg(ou|aram|am?|ado|ando)(?! ([aà]o? [^,.;]{2,40} )?(a entrada|o acesso|(o|um) pedido|a fiança|(a|uma) licença))",
      "desm(ent|int)\\p{Alpha}+",
      "contest(ou|aram|a|am)(?! (a|uma) multa)",
      "não (há|havia|tem) nada de (verdade|verdadeiro|certo)",
      "rejeit(ou|aram|a|am) (\\p{Alpha}+ ){0,3}(acusaç(ão|ões)|rumor(es)?|alegaç(ão|ões)|boatos?)",
      "confirm\\p{Alpha}+ que [^.;]{2,60} (é|era|são|eram) (\\p{Alpha}+ )?(fals[oa]s?|uma montagem|um boato)",
      "nunca (foi|foram|houve|fizemos|fez|tivemos)",
      '(tach|qualifi|classific)\\p{Alpha}* ([^.;]{2,60}? )?(de |como )?["“«]?\\s?(\\p{Alpha}+ ){0,2}(fals|mentir|boato|absurd|disparat|rid[ií]cul|infund|delir|fantas|invent|ficç|pura invenç|pura fantas|invenç)\\p{Alpha}*',
      "não h(á|avia)( \\p{Alpha}+)? (provas?|evidências?|indícios?|registr?os?)",
      "rejeit(a|ou) que",
      "(negamos|rejeitamos)",
      "(refut|descart|repudi|rechaç)(ou|aram|a|am|ado|ando)",
      "rebat(eu|eram|e|em)",
      "afast(ou|aram) (a|o|os|as|qualquer) (hipótese|rumor|possibilidade|boato)\\p{Alpha}*",
      "(confirm|assegur|garant|afirm|esclarec|inform|reiter|reforç|ressalt|fris|sustent|insist|declar|explic|comunic|sublinh|salient)\\p{Alpha}* ((em|na|no|por|nest[ea]|hoje) [^.;,]{0,40} ?)?que (,? ?[^.;,]{0,30}, )?não (?!coment|se |fala|ir|va|vai|quer)\\p{Alpha}+",
      '(cham|trat|tax|tach|classific|qualific|denunci)\\p{Alpha}* ([^.;]{2,60} )?(de |como )(um |uma )?["“«]?\\s?(\\p{Alpha}+ ){0,2}(fake|inverdade|mentira|mentiros|fals|invenç|boato|absurd|levian|irrespons|calúni|infund|fantas|ficç|difama)\\p{Alpha}*',
      "(rebat|desment)endo|(refut|contest|rejeit|repudi)ando",
      "(neg|desment|refut)[aei]r(?! (o|a) (acesso|entrada))",
      "(diz|dizem|disse|disseram|alegou|alega|garantiu|garante|afirma|afirmou) ([^.;,]{1,30} )?(ser inocente|desconhecer|que desconhece|não ter (?!informaç)|nunca ter|jamais ter)",
      "(nunca|jamais) (teve|tiveram|recebeu|receberam|participou|fez|fizeram|autorizou|disse|encetou|apresentou|negociou|esteve|existiu|aconteceu)",
      "(inform|esclarec|garant|diz|afirm|declar|reafirm)\\p{Alpha}* ([^.;,]{1,30} )?(que )?(é|são|era|seria) (\\p{Alpha}+ )?(fals|mentir|infund|boat)\\p{Alpha}*",
    ],
    confirmation: [
      "confirm(ou|aram|a|am|ad[oa]s?|ando)",
      "admit(iu|iram|e|em)",
      "reconhec(eu|eram|em?)",
      "é verdade",
      "assum(iu|iram|e)(?= que)",
    ],
    partial_confirmation: [
      "(admi|reconhe)\\p{Alpha}+[^.;]{1,120} mas (\\p{Alpha}+ )?(não|neg\\p{Alpha}+)",
      "(confirm|admi|reconhe)\\p{Alpha}+ (\\p{Alpha}+ ){0,3}(parcialmente|em parte|((um)?a )?parte d\\p{Alpha}+)",
      "(confirm|admi|reconhe)\\p{Alpha}+ (só|apenas|somente)|(só|apenas|somente) (confirm|admi|reconhe)\\p{Alpha}+",
    ],
    explanation: [
      "explic(ou|aram)",
      "atribu(iu|íram|i) [^.;]{2,60} (a|ao|à|aos|às)(?!\\p{Alpha})",
      "justific(ou|aram)",
      "(deve|deveu|devem)-se (a|ao|à)(?!\\p{Alpha})",
      "(tratou|trata|tratava)-se de|se (trata|tratava|tratou) de (um|uma) (\\p{Alpha}+ )?(erro|engano|mal-entendido|confusão|simulação|brincadeira|sátira|paródia|falha|manutenção)\\p{Alpha}*",
    ],
    clarification: ["esclarec(eu|eram|em?)", "esclarec(er|eu|em|eram)|esclarecimento"],
    correction: [
      "errata",
      "corrig(iu|iram|e|em|imos)|retific(a|am|amos)",
      "(alter|mud|atualiz)(ou|aram) (o|a|seu|sua) (título|manchete|texto|matéria|reportagem)",
    ],
    retraction: [
      "retrat(ou|aram)-se|se retrat(ou|aram)",
      "([oa]s? )?(apag|retir)\\p{Alpha}+(-[oa]s?)?( [^.;]{1,60}?)? e (se )?(disculp|pedi)\\p{Alpha}*",
      "retirou a reportagem",
      "[sm]e engan\\p{Alpha}+|engan(ou-se|ei-me)",
      "volt(ou|aram) atrás|recu(ou|aram)(?! (no|para))",
    ],
    apology: [
      "(ped|apresent)(iu|iram|e|em|imos|ir|ou|aram|amos|indo) (\\p{Alpha}+ ){0,2}(desculpas?|perdão)",
      "desculp(ou|aram)-se|se desculp\\p{Alpha}+",
      "lament(a|am|ou|aram|amos) (\\p{Alpha}+ ){0,2}(erro|equívoco|engano|confusão)",
    ],
    no_comment: [
      "não (quis|quiseram|respond\\p{Alpha}+|se pronunci\\p{Alpha}+|coment\\p{Alpha}+)( (comentar|responder|falar))?",
      "(recus(ou|aram)(-se)?( a)?|declin(ou|aram)) (comentar|responder|falar|prestar declarações)",
      "(sem|evitou|evitaram) confirmar",
      "não confirm\\p{Alpha}+ nem (desm|neg)\\p{Alpha}+",
      "pref[ei]r\\p{Alpha}+ não \\p{Alpha}+",
      "recusa(m|ndo)? (comentar|responder)",
      "não (vai|vão|quer|querem|iria|irá) (se )?(comentar|responder|falar|pronunciar|manifestar)",
      "não (se )?(manifest|retorn)\\p{Alpha}+",
      "não (deu|deram|prest\\p{Alpha}+|fez|fizeram) (\\p{Alpha}+ )?(declarações|entrevistas?|detalhes|retorno|comentários?)",
      "(recus|declin|evit)\\p{Alpha}+ (a |se a )?(comentar|responder|falar|prestar|dar|se pronunciar|pronunciar-se)( \\p{Alpha}+)?",
      "(mant|guard)\\p{Alpha}+ (o )?silêncio",
      "(limit(ou|aram)-se|se limit(ou|aram)) a",
      "nem confirm\\p{Alpha}+ nem (desm|neg)\\p{Alpha}+",
      "não atend(eu|eram)",
      "(evit|recus|declin)\\p{Alpha}+(-se)?( a)? (comentar|responder|falar|se manifestar|dar detalhes)",
    ],
    label: [
      "(adicion|coloc|acrescent)\\p{Alpha}+ (\\p{Alpha}+ ){0,3}(rótulo|etiqueta|aviso)",
      "(etiquet|marc|assinal|sinaliz|classific)\\p{Alpha}* ([^.;]{2,50} )?como (\\p{Alpha}+ ){0,2}(fals|engan|desinf|manip)\\p{Alpha}*",
      "(coloc|exib|inclu|pôs|puser|aplic)\\p{Alpha}* ([^.;,]{1,40} )?(rótulo|etiqueta|aviso|alerta|selo)",
    ],
    takedown: [
      "[oa] (retir|elimin|remov|apag)\\p{Alpha}+",
      "(remov|apag|elimin|exclu|retir|delet|suspend|derrub|despublic)(eu|eram|ou|aram|iu|íram|ido|ado|ida|ada) (\\p{Alpha}+ ){0,3}(vídeo|publicação|post|postagem|mensagem|conta|perfil|texto|matéria|reportagem|nota|conteúdo|tuíte|áudio)s?",
      "(foi|foram) (removid|apagad|suspens|eliminad|excluíd|retirad|deletad|despublicad|derrubad)[oa]s?( do ar)?",
      "tir(ou|aram) do ar|saiu do ar",
    ],
    investigation: [
      "(encaminh|remet|envi)(ou|eu|aram|eram|ado|ido|a|e) [^.;]{0,60}?(ao ministério público|à (procuradoria|justiça|polícia))",
      "investiga(m|ndo|rá|r)?(?! ?ção)",
      "(abri(u|ram)|aberto|inici(ou|aram)) (uma? )?(investigação|inquérito)",
      "em (análise|revisão)",
      "(está|estão|estava) a ser (analis|investig|avali|averigu)\\p{Alpha}+",
      "(abr|instaur|inici)(iu|iram|ou|aram|e|ado) (uma? )?(\\p{Alpha}+ )?(investigação|inquérito|sindicância|apuração|averiguação)",
      "apur(a|am|ando|ará)(?!\\p{Alpha})",
      "est(á|ão|ava|avam) (investigando|apurando|analisando|verificando)",
    ],
    not_reached: ["não (foi|foram|pôde ser|puderam ser) (contactad|contatad|localizad|encontrad)[ao]s?"],
    right_of_reply: ["respond(eu|eram) (a|à|ao) \\p{Alpha}+"],
  },
  cueGrammar: {
    say: `vem a público (esclarecer|informar|desmentir)|(tinham?|haviam?) ((${saidStems})ado|dito|escrito)|disse|disseram|diz|dizem|(${saidStems})(ou|aram|am?|avam?)|(garant|desment|admit|insist|conclu|refer|repet|prossegu)(iu|iram|e|em)|(reconhec|escrev|respond|esclarec|rebat|defend)(eu|eram|em?)|(?<=["”»’],? |[–—-] )(resumiu|contou|finalizou|completou|brincou|continuou|tuitou)`,
    reflexive: "se",
    according: "segundo|de acordo com|conforme",
    that: "que|se",
    relatives: "que|quem|onde|(?:[ao]s? )?(?:qual|quais)",
    infinitiveForm: "[aei]r$",
    finiteForm:
      "(?<=\\p{Lower}{2})(?:[oi]u|[aei]ram)$|^(?:foi|têm?|tinham?|havia|teriam?|veio|vieram|disse|disseram|fez|fizeram|deu|pôs|quis|teve|esteve|soube|nega|negam|desmente|desmentem|respondeu|rebateu|escreveu|recebeu|reconheceu|esclareceu)$",
    determiners:
      "meus?|minhas?|nosso?s?|nossas?|est[ea]s?|ess[ea]s?|aquel[ea]s?|outr[oa]s?|algum|alguns|algumas?|nenhuma?|vári[oa]s|muit[oa]s|ambos|ambas|cada|tod[oa]s?|dois|duas|três",
    prepositions:
      "a|ao|aos|à|às|ante|após|até|com|contra|desde|durante|em|nos?|nas?|num|numa|nest[ea]s?|ness[ea]s?|entre|para|por|pel[oa]s?|perante|segundo|conforme|sem|sob|sobre|mediante",
    who: "que|quem",
    dropsSubject: true,
    participleForm: "[aií]d[oa]s?$",
    anaphora: "(?:é|foi) o que|isso|isto|assim",
    of: "d[eoa]s?|d['’]|deste|desta|desse|dessa|dum|duma",
    adverbs:
      "não|nem|nunca|jamais|também|ainda|já|sempre|assim|então|depois|antes|ontem|hoje|amanhã|agora|aqui|ali|lá|aí|mais|menos|muito|tão|só|apenas|se|me|te|lhes?|nos|onde|quando|quem|qual|quais|como|porque|pois|embora|enquanto|porém|contudo|todavia|entretanto|além|até|inclusive|\\p{Lower}+mente",
    and: "e|ou|mas|nem",
    subordinators: "que|se|como|quando|enquanto|porque|embora|onde|pois|para|após|sem|e|mas|ao",
    oblique: "ao|aos|à|às|lhes?",
    timeWords: "anos?|mês|meses|semanas?|dias?|horas?|minutos?|segundos?|manhã|tarde|noite|madrugada|vez|vezes|momento|\\p{Alpha}+-feira",
    as: "como|conforme|segundo|ao contrário do que",
    when: "((este|esta|na|no) )?(segunda|terça|quarta|quinta|sexta)(-feira)?( à (noite|tarde))?|((este|no) )?(sábado|domingo)|hoje|ontem",
    infinitive: "ter|tenha|terem",
    subject: "el[ea]s",
    speaksFrom: "desde",
    plural: "(?<!^t)[ae]m|êm",
    copula: "são|é|eram?",
    auxiliary: "se|tinham?|t[eê]m",
    cut: "como|conforme|mas|segundo|citando",
    spreading: "(foi|foram|circul\\p{Alpha}+) +(publi|difund|compart|partilh|vist|visualiz|no |na |em )",
    nobody: "me|nos|lhes?|te",
    article: "os?|as?|uma?|uns|umas|seus?|suas?",
    by: "pel[oa]s?|por",
    passive: "foi|foram",
    alleging: "denunci|acus|aleg",
    moods: [
      ["^(?:ter|tenha|tivesse) ", "teria "],
      ["^(?!haja|houve|exist|uma )(?=\\p{Lower}{3,}[ae]m? )", ""],
      ["^(?:terem|tenham|tivessem) ", "teriam "],
      ["^(?:ser|seja) ", "é "],
      ["^(?=\\p{Lower}{2,}(?:ar|er|ir)(?:-se)? )", ""],
    ],
    hearsay: "supostamente|alegadamente|teriam?",
    untrue:
      '(está|segue|continua) (\\p{Alpha}+ ){0,2}viv[oa](?!\\p{Alpha})|(é|são|era|eram|seja) ((?!não )\\p{Alpha}+ ){0,2}(fals[oa]s?|mentiras?|boatos?|montage(m|ns)|fake)|não (é|era|são) (verdade|verdadeir[oa]s?|assim|real)|(sem|não t[eê]m) (\\p{Alpha}+ )?fundamento|não proced(e|em|ia|iam)|não (corresponde|condiz)\\p{Alpha}* (à|com a) (verdade|realidade)|não pass(a|am|ou|aram|e|em|ava|avam) de (um |uma )?(\\p{Alpha}+ )?(boato|mentira|fake|invenção|especulação|fals)\\p{Alpha}*|(é|são|seja|sejam) ((?!não )\\p{Alpha}+ )?(inverídic|improcedent|infundad|mentiros)[oae]s?|não (é|são|foi|foram|seria|seriam) (verídic|procedent|verdadeir)[oae]s?|não (há|houve|existe|existiu) (nenhum|nenhuma|qualquer|negociaç)\\p{Alpha}*|não está (previst|planejad|nos planos)\\p{Alpha}*|(falso|mentira)[”"»]? que',
  },
  headline: {
    turned: "(não|nem) (\\p{Alpha}+ )?",
    denies:
      "forjad[oa]s?|desinformação|fals[oa]s? (rumor|boato|alarme|alerta|notícia|informação|mensagem|história)(es|s)?|(notícias?|informação|informações|mensagem|alarme) fals[oa]s?|fake ?news|#?fake|sátira|montagem|fals[oa]s?|mentira|infundad[oa]s?|sem fundamento|embuste|farsa|deep ?fake|invenção|não (disse|disseram|anunciou|anunciaram|publicou|declarou)|boatos?|desment(e|em|iu|iram|ir|id[oa]s?)|(negar|descartar|rebater|rebat(e|em|eu))|(nenhuma?|não há) (contac?tos?|acordos?|negociaç(ão|ões)|propostas?|ofertas?|conversas?|planos|intenção)|neg(a|am|ou|aram)|invent(ad[oa]s?|aram|ou)|descart(a|am|ou|aram)|rejeit(a|am|ou|aram)|refut(a|am|ou|aram)|exagerad[oa]s?|não (há|existem?) (provas?|evidências?|indícios?)|não é (verdade|verdadeir[oa])|esclarec(e|em|eu)|desmonta(m)?|nunca (existiu|ocorreu|aconteceu)|garante que não|não tem fundamento|não passa de|não (ocorreu|aconteceu)",
    passes:
      "segundo|de acordo com|fontes|dizem?|avança(m)?|garantem?|denuncia(m)?|dúvidas?|o que se sabe|mantém (o )?silêncio|investiga(m)?|apura(m)?|polémica|polêmica|não confirma(m)?|(terá|terão|teria|teriam) \\p{Alpha}+[aist][do][oa]?s?|(?:ser|poder|dever|estar|ir|haver|fechar|vender|comprar)iam?|evita(m)?|sem comentários|suspeitas?|fala(m|-se) (de|em)|redes sociais|jorn(al|ais)|noticia(m)?|receios?|medo|possível|possíveis|preocupação|circula(m)?|viral|incerteza|não comenta",
    confirms: "confirma(m|d[oa]s?)?|confirmou|confirmaram|oficial|admit(e|em|iu|iram)|reconhec(e|em|eu)",
  },
  page: {
    desk: "(?:da |a )?reda[cç][aã]o",
    by: "(?:(?:publicado|postado|escrito) )?por",
    published: "publicado|publicada",
    joined: "registrad[oa]|membro desde|hora atual",
    updated: "atualizado",
    retraction:
      "retratação|retratamo-nos|nos retratamos|retiramos (?:est[ae]|[oa]) (?:notícia|artigo|reportagem|texto|publicação)|est[ae] (?:notícia|artigo|reportagem|texto|publicação) foi (?:retirad[oa]|removid[oa]|despublicad[oa])",
    correction:
      "correç(?:ão|ões)|correcç(?:ão|ões)|corrigimos|errata|erramos|retificaç(?:ão|ões)|rectificaç(?:ão|ões)|retificamos|uma versão (?:anterior|prévia|inicial) d?(?:est[ae]) (?:artigo|notícia|reportagem|texto|matéria|peça)|(?:em|numa) (?:uma )?versão anterior|est[ae] (?:artigo|notícia|reportagem|texto|matéria|peça) foi (?:corrigid[oa]|retificad[oa]|alterad[oa]|modificad[oa])|est[ae] (?:artigo|notícia|reportagem|texto|matéria|peça) (?:dizia|afirmava|informava|indicava) (?:inicialmente|originalmente|por erro|erradamente|incorretamente)|diferentemente do que (?:foi )?(?:publicado|informado|publicou|informou|afirmado)|ao contrário do que (?:foi )?(?:publicado|informado|publicou|informou|noticiado)|por (?:um )?(?:erro|lapso)(?: de (?:edição|redação|tradução))?,? (?:publicamos|foi|escrevemos|noticiámos|informamos|dissemos)|onde se lê|o correto é|lamentamos o erro|pedimos desculpas? pel[oa] (?:erro|lapso|engano)|o texto foi corrigido|a informação correta|na primeira versão",
    ownVoice:
      "noss[oa]s?|(?:pedimos|lamentamos|corrigimos|retificamos|retiramos|publicamos|erramos)|est[ea] (?:artigo|notícia|reportagem|texto|matéria|nota)|(?:o texto|a (?:nota|notícia|reportagem|matéria)) (?:foi|havia sido)|a redação",
    admission:
      "por (?:erro|engano|equívoco)|erroneamente|incorretamente|pedimos desculpas?|(?:foi|foram) (?:corrigid|retirad|removid|retificad)[oa]s?|(?:lamentamos|retificamos|corrigimos|retiramos|removemos|erramos)",
    update:
      "atualizaç(?:ão|ões)|atualizado|nota (?:do editor|da redação|da direção)|esclarecimento|est[ae] (?:artigo|notícia|reportagem|texto|matéria) foi atualizad[oa]",
    agency: "Agência",
    notFound: "página não encontrada",
  },
  wall: {
    challenge: "não (?:é|sou) um robô|(?:verifique|confirme) que (?:não )?é (?:um |humano)",
    script: "(?:habilit[ea]|ative|active) (?:o )?java ?script",
    consent: "antes de (?:ir|continuar) para",
  },
  boilerplate: {
    share: { label: "compartilhar" },
    advert: { label: "publicidade" },
    related: { line: "leia também" },
    "inline-teaser": { label: "leia também" },
  },
  sourceCues: sourceCues({
    voiceMessage: "(?:mensage(?:m|ns)|notas?|gravaç(?:ão|ões)) de (?:voz|áudio)|áudios?(?: (?:de|do|no) (?:WhatsApp|Telegram))?",
    passedOn:
      "WhatsApp|Telegram|circul\\p{Alpha}*|viraliz\\p{Alpha}*|compartilhad[oa]s?|partilhad[oa]s?|espalh\\p{Alpha}*|dissemin\\p{Alpha}*|difund\\p{Alpha}*|redes sociais|correntes?",
    own: "(?:disse|disseram|declarou|contou|contaram|explicou|confirmou|confirmaram|revelou) (?:a |ao |à )(?:o |a )?§|(?:ouvi|consulta|procura)d[oa]s? (?:por|pel[oa]) (?:o |a )?§|apurou o §|§ (?:apurou|teve acesso)|(?:conversou|conversaram|falou|falaram) com (?:o |a )?§|entrevista (?:a |ao |à )§|(?:a coluna|a reportagem) apurou|apuramos|(?:à|pela) (?:coluna|reportagem)",
    according: "segundo|de acordo com|conforme|consoante|no dizer de|na versão de|a fazer fé em|a crer em|na ótica de",
    via: "via|citando|citam?|que citam?|com base em|baseando-se em|fonte|cortesia de|graças a|nas palavras de|(?:remetendo|remete) para|reproduzindo|repercutindo|crédito (?:a|ao|à)|a partir de",
    credit: "via|fontes?|fotos?|imagem|vídeo|crédito|créditos",
    reports: `(?:${publishingStems})(?:ou|a|am|aram|ava|avam|ar|arem)|(?:escrev|receb)(?:e|em|eu|eram|ia)|(?:reproduz|transmit|difund|exib)(?:iu|iram|e|em|ia)?|garant(?:e|em|iu|iram)|(?:foi|foram) [oa]s? primeir[oa]s? a|(?:dá|dava|deu|deram|dão|davam) (?:a (?:conhecer|notícia)|o furo|conta|(?:como|por) (?:cert|fechad|garantid)[oa])|suger(?:e|em|iu|iram|ia)|refer(?:e|em|iu|iram|ia)|dizer(?:em)?|(?:faz|fez|fizeram) eco|mostr(?:a|ou)|sustent(?:a|ou)|obteve|soube`,
    denies: "(?:neg|desm|rejeit|refut|rebat|contest)",
    says: `diss(?:e|eram)|diz(?:em|ia)?|(?:${saidStems}|cont|alert|reafirm|detalh|record|not)(?:ou|a|am|aram)|(?:garant|admit|insist|conclu)(?:e|iu|iram|em)|(?:respond|reconhec|esclarec)(?:e|eu|eram|em)`,
    published: `(?:${publishingStems})ad[oa]s?|ditas?|expost[oa]s?|saíd[oa]s?|(?:reproduz|emit|transmit|difund|receb|exib|obt)id[oa]s?|escrit[oa]s?|descobert[oa]s?|dad[oa]s? a conhecer|ouvid[oa]s?`,
    auxiliaries: "tem|têm|tinha|tinham|havia|haviam|foi|foram|é|são|era|sido|já|teria|teriam",
    told: `(?:diss(?:e|eram)|dito|(?:${saidStems}|cont)(?:ou|aram|ado)|garant(?:iu|iram)|respond(?:eu|eram)) (?:a|ao|à|aos|às)|declarações (?:a|ao|à)|entrevista (?:a|ao|à|com|concedida)|fal(?:ou|aram) (?:com|a|ao|à)|em conversa com|ouvid[oa]s? pel[oa]|procurad[oa]s? pel[oa]|contactad[oa]s? pel[oa]`,
    nouns:
      "relatórios?|informação|informações|notícias?|artigos?|matérias?|apuraç(?:ão|ões)|furo|edição|colunas|manchetes?|reportage(?:m|ns)|notas?|publicação|publicações|posts?|postage(?:m|ns)|mensage(?:m|ns)|tuítes?|vídeos?|áudios?|entrevistas?|exclusivo|coluna|relatos?|testemunhos?|versão|denúncias?|acusaç(?:ão|ões)|afirmaç(?:ão|ões)|revelaç(?:ão|ões)|especulaç(?:ão|ões)|capa|números?|dados|conta|página|perfil|canal|grupos?|legenda",
    media: `jornal|jornais|diário|revistas?|semanário|portal|portais|site|sites|página|agência${authority}|cadeia(?: de (?:rádio|televisão))|canal|emissora|rádio|blog|conta|usuári[oa]|utilizador|jornalista|colunista|tabloide|perfil|coluna|programa|telejornal|veículo|TV|repórter|correspondente`,
    speakers: "porta-voz|diretora?|ministr[oa]|presidente|prefeit[oa]|secretári[oa]|chefe|advogad[oa]|responsável|assessora?|empresári[oa]",
    articles: "o|a|os|as|um|uma|ao|à|do|da|no|na|seu|sua|este|esta|esse|essa|pelo|pela",
    by: "por|pelo|pela|pelos|pelas|de|do|da",
    on: "em|no|na|nos|nas|através de|através do|através da",
    from: "de|do|da|dos|das|desde",
    in: "em|no|na|nos|nas",
    to: "a|ao|à|aos|às|para",
    and: "e|ou",
    relative: "que|quem|o qual|a qual",
    anonymous: "fontes?|anônim[oa]s?|anónim[oa]s?|testemunhas?|não identificad[oa]s?",
    hoax: "fals[oa]s?|falsidade|mentiras?|montagem|boatos?|rumor|rumores|desment\\p{Alpha}*|sátira|satíric[oa]|fake news|enganos[oa]",
    first:
      "primeir[oa]s?|original\\p{Alpha}*|inicialmente|apareceu|surgiu|nasceu|começou|circulou|circula|circulava|viralizou|origem|saiu|partiu",
    separately: "separadamente",
    rumour: "rumor|rumores|boatos?|notícia|informação|versão|história|alegação|mensagem",
    particles: "da|do|das|dos|de",
    noName:
      "segundo|citando|mas|e|ou|em|de|por|para|com|sem|sobre|desde|até|entre|quando|enquanto|embora|porque|como|se|não|sim|já|hoje|ontem|amanhã|também|além|agora|assim|tudo|todos|todas|nada|ninguém|nem|mais|muito|que|quem|onde|segunda|terça|quarta|quinta|sexta|sábado|domingo|janeiro|fevereiro|março|abril|maio|junho|julho|agosto|setembro|outubro|novembro|dezembro|fontes?|foto|vídeo|urgente|há|é|são|está|foi|após|ante|isto|isso|aqui|ali|depois|antes|então|senhor|senhora|legenda|informação",
    groupBefore: "minha|meu|diversos|diversas|vários|várias|alguns|algumas|outros|outras|inúmeros|um|uma",
    groups:
      "meios(?: de comunicação)?|órgãos de (?:comunicação|imprensa)(?: social)?|imprensa|mídia|veículos(?: de imprensa)?|jorna(?:l|is)|portal|portais|sites?|páginas?|rádios?|emissoras?|canal|canais|agências?|blogs?|fóruns|redes sociais|contas?|perf(?:il|is)|grupos?|usuári[oa]s?|utilizadores|internautas|fãs|moradores|vizinh[oa]s?|testemunhas?|autoridades|fontes?|familiares|prim[oa]s?|cunhad[oa]|irmã|irmão|amig[oa]s?|colegas?|funcionári[oa]s?|áudios?|vídeos?|mensage(?:m|ns)|correntes?|tuítes?|capturas?|publicaç(?:ão|ões)|postage(?:m|ns)|posts?|gravaç(?:ão|ões)|fotos?",
    finds:
      "ouv(?:e|iu)|teve acesso a|detect(?:a|ou)|detet(?:a|ou)|encontr(?:a|ou)|descobr(?:e|iu)|confirm(?:a|ou|aram)|obteve|emit(?:e|iu)|transmit(?:e|iu)|replic(?:a|ou)|repercut(?:e|iu)|identific(?:a|ou)|especul(?:a|ou)|acredita|suspeita",
    attributed:
      "(?:publicação|divulgação|veiculação|revelação)(?:,| hoje| ontem| nesta \\p{Alpha}+(?:-feira)?| neste \\p{Alpha}+)? (?:pelo|pela|no|na)|(?:atribuíd|creditad|imputad|dirigid)[oa]s? (?:a|ao|à|aos|às)|atribu(?:i|iu|em) (?:a|ao|à)|graças (?:a|ao|à)|com informaç(?:ão|ões) d[eoa]|(?:informaç(?:ão|ões)|notícia|apuração|boato) (?:é|são|vem|veio|partiu|surgiu|nasceu|começou) (?:d[eoa]|em|n[oa])|primeir[oa] a \\p{Alpha}{3,14} (?:foi|é)",
    groupAdjectives:
      "(?:de um|de uma|de|do|da|dos|das) \\p{Alpha}+|\\p{Lower}{2,}(?:al|ais|ano|ana|anos|anas|ês|esa|eses|esas|eiro|eira|eiros|eiras|ino|ina|inos|inas|ico|ica|icos|icas|imo|ima|imos|imas|ado|ada|ados|adas|ável)",
    capitalArticles: "O|A|Os|As",
    adverbs:
      "n[ea]st[ea] (?:manhã|tarde|noite)|mais cedo|horas (?:antes|depois)|na semana passada|por sua vez|(?:est[ea] |n[ao] )?(?:segunda|terça|quarta|quinta|sexta)(?:-feira)?|(?:este |no )?(?:sábado|domingo)|hoje|ontem|já|também|primeiro|depois|antes|em primeira mão|com exclusividade|originalmente|inicialmente|recentemente|anteriormente|agora",
    including: "como|entre el[ea]s|incluindo|tais como|chamad[oa]|denominad[oa]|nomeadamente|por exemplo",
  }),
  sources: {
    nameArticles: "o|a|os|as",
    siteEndings: "pt|br",
    screenshot: "screen(?:shot|grab| ?cap(?:ture)?)s? d[aeo]|capturas? de tela|prints? (?:d[eoa]s?|abaixo)",
    translation: "tradução",
    outlet: `Jornal|Diário|Folha|Gazeta|Correio|Notícias|Globo|Estadão|Público|Expresso|Agência${authority}|Rádio|Portal|Tribuna|Revista|Lusa|Observador|TV|Coluna|Semanário`,
  },
  comparison: {
    hedges:
      "supostamente|supost[oa]s?|alegadamente|aparentemente|rumor(?:es)?|boatos?|poderiam?|teriam?(?= \\p{Alpha}+[dts]o(?!\\p{Alpha}))|talvez|possivelmente|provavelmente|não confirmad[oa]s?",
    countries: { GB: "grã-bretanha" },
    concord: true,
    noCue: "não (?:só|obstante)|não (?:\\p{Alpha}+ ){1,3}antes d\\p{Alpha}+",
    negations: "não|nunca|jamais|nenhuma?|ninguém|nada|nega|negam|negou|negaram|desmente|desmentiu",
    credits: "segundo|de acordo com|conforme",
  },
  wording: {
    untrue:
      "fals[oa]s?|boatos?|mentiras?|rumor(?:es)?|nega\\w*|negou|desment\\w*|inventad[oa]s?|sátira|erramos|hoax|fake|corrig\\w*|correç\\w*|esclarec\\w*|descart\\w*|rejeit\\w*|refut\\w*|desminti\\w*|enganos[oa]|ficção|circula|(?:está|continua|estão) viv[oa]s?|passa bem",
    sameReason: "pel[oa] mesm[oa] (?:motivo|razão)|pelos mesmos motivos|pelas mesmas razões|por (?:esse|este|essa|esta) (?:motivo|razão)",
    dependent:
      "porém|contudo|depois|além disso|ele|ela|eles|elas|seus?|suas?|isto|isso|esta|este|estes|estas|esse|essa|nós|eu|você|lá|aqui|mas|e|ou|se|porque|embora|enquanto|quem|o que|por que|como|quando|onde|qual|sim|não|agora|então|também|nota (?:oficial|de|à|ao)|comunicado|boletim|esclarecimento|informaç(?:ão|ões) sobre|errata|erramos|desmentido",
    labels: "exclusivo|urgente|atualização|vídeo|alerta|última hora|nota oficial",
    introduction: "(?:(?:(?:o|os|a|as|um) )?(?:boatos?|rumor(?:es)?|not[íi]cias?) (?:de )?)?que",
  },
  pronouns: {
    opening: "ele|ela",
    he: "el[ea]",
    it: "a (empresa|companhia|firma|entidade|instituição|universidade|fabricante|organização|marca)|o (clube|banco|hospital|grupo|fabricante)",
    theCompany: "a empresa",
    self: "eu|nós",
    we: "noss[oa]s?|nós|\\p{Alpha}{1,12}[aei]mos",
    indefinite: "uma?",
  },
  statements: {
    release: "nota de (?:imprensa|esclarecimento|repúdio)|comunicado",
    releaseTitle: "direito de resposta|carta aberta",
  },
  negation: {
    denied: {
      clause:
        "(?:neg(?:a|ou|aram|am)|desment(?:e|iu|iram|em)|descart(?:a|ou|aram))(?= (?:\\p{Alpha}+mente )?(?:que|(?!qualquer|quaisquer)\\p{Alpha}+[aei]r(?:-se)?)(?!\\p{Alpha}))",
      confirming: "confirm\\p{Alpha}*(?= (?:\\p{Alpha}+mente )?(?:que|ter)(?!\\p{Alpha}))",
      admitting: "(?:reconhec|admit)\\p{Alpha}*(?= (?:\\p{Alpha}+mente )?(?:que|ter)(?!\\p{Alpha}))",
      telling: "(?:ser|seja|sou) (?:o|a) autora?|(?:escrev|redigi|divulg|public|vaz)\\p{Alpha}*",
      undone:
        "(?:retir|recu)\\p{Alpha}* (?:o |do |no )?desmentido|(?<!\\p{Alpha})não (?:o |a |se )?(?:descart|nega|negou|desment)\\p{Alpha}*",
      undecided: "(?:não há|nenhuma|sem) decisão|ainda não (?:há|foi|está) (?:decisão|decidid)\\p{Alpha}*|cedo demais",
      suit: "queixa|processo|ação",
      sues: "process(?:ou|a)|apresentou queixa",
    },
    noSubject: "nenhuma?|ninguém",
    ifSo: "se|caso",
    besides: "e|mas|enquanto|após|depois",
    ofResponse: "(não|nem|sem|nunca|evit\\p{Alpha}+|recus\\p{Alpha}+|longe de)( \\p{Alpha}+){0,2} ?",
    words: "não|nenhum\\p{Alpha}*|nunca|jamais",
    ownNegative: "nunca|não|sem|n[ãa]?o h\\w*|nem",
    requested:
      "(?:ped|exig|reclam|inst[aóo]|solicit)\\p{Alpha}*\\s[^.;]{1,60}(?:(?<!\\p{Alpha})(?:que|de|a|à)|,)\\s(?:se )?|(?:ped(?:e|em|iu|iram)|exig(?:e|em|iu|iram)|reclam(?:a|am|ou|aram)|solicit(?:a|am|ou|aram))\\s(?:que\\s(?:(?!e\\s)\\p{Alpha}+\\s){1,4}|(?:uma?|a)\\s(?:\\p{Alpha}+\\s)?)",
  },
  claims: {
    further: "(?:e|nem|ou|mas) que",
    introductions: [
      [
        "rumour",
        `(rumor(es)?|boatos?)[^.,;:]{0,60}: |a (garantir|afirmar|dizer) que |(${carriers})( [^.,;:]{1,60}?)?,? (de que|que (afirma|diz|alega|garante)(m|va|vam)? que|(afirma|diz|alega|garante)(m|va|vam|ndo)? que|segundo (o|a|os|as) qua(l|is),?)|(diz-se|comenta-se|circula(m|va|vam)?( (no|na|em|pel[oa]) [^.,;:]{1,30}?)?) que|(?<!\\p{Alpha} )((me|nos|lhes?) )?(dizem|contam|disseram|contaram)(-(me|nos|lhes?))? que|acus(ou|aram|am?|ava|ando) ([^.,;]{2,40}? )?de`,
      ],
    ],
    tail: "(\\p{Alpha}+ ){0,2}(depois (que|d[eoa])|após)( [^,;]{0,40}?)? ?(mensage|publica|vídeo|rumor|boato|acusa|tweet)|(disse|afirmou)\\s|segundo |conforme|uma acusação ",
    verdict: "(são|é|eram|era) (\\p{Alpha}+ ){0,2}(fals[oa]s?|mentira|inventad|sem fundamento)",
    anaphor:
      "(?<!\\p{Alpha})(?:(?:est|ess)[ae]s? (?:fac?tos?|história|versão|tese)|os fac?tos)(?!\\p{Alpha})|acusa[cç]\\p{Alpha}+|rumor(?:es)?|boatos?|alega[cç]\\p{Alpha}+|informa[cç](?:[aã]o|[oõ]es)|notícias?|especulaç\\p{Alpha}+|reportage\\p{Alpha}+|matérias?|denúncias?|áudios?|a respeito|o assunto|nada disso|um desmentido|(?:é|são) (?:\\p{Alpha}+ )?(?:fals[oa]s?|mentira|verdade)",
    postNouns: "publica\\w+|mensa\\w+|conta|vídeo",
    breaking: "ÚLTIMA HORA|URGENTE",
  },
};
