/** O que diz a página de uma afirmação, em português. */
import { counter } from "../plural.ts";
import { documents } from "../story/pt.ts";
import type { ClaimWords } from "./en.ts";

const of = counter("pt");

/** "remonta", "parecem remontar": what a number of documents does, surely or not. */
function goesBack(n: number, sure: boolean): string {
  if (sure) return n === 1 ? "remonta" : "remontam";
  return n === 1 ? "parece remontar" : "parecem remontar";
}

export const pt: ClaimWords = {
  frame: {
    claims: "Afirmações",
    how: "Como funciona",
    follow: "Seguir",
    embed: "Incorporar",
    data: "Dados",
    site: "Sítio",
    story: "Esta história",
  },
  contents: {
    title: "Nesta página",
    answer: "A resposta",
    answers: "As respostas",
    who: "Quem o tirou de quem",
    where: "Onde se difundiu",
    changes: "O que mudou",
    sources: "Quantas fontes",
    all: (n) => `Tudo (${n})`,
  },
  places: { news: "Imprensa", web: "Web" },
  documents,

  answers: {
    denied: (party, lag) => `${party} desmentiu-a${lag && ` ${lag}`}`,
    deniedAndAfter: (party, lag, without, later) =>
      `${party} desmentiu-a${lag ? ` ao fim de ${lag}` : ""}; ${without === later ? `todas as ${later}` : `${without} das ${later}`} posteriores ${without === 1 ? "omite-o" : "omitem-no"}`,
    sub: "Um cartão é uma resposta, por muitos que a contem. Cada folha é um relato.",
    notSeen: "Não visto até agora",
    noOther: "Não foi encontrada e verificada confirmação nem refutação independente",
    noFactCheck: "Não conhecemos verificações nem decisões de terceiros.",
    ratingType: "Classificação",
    rates: (rating) => `Classifica-a como ${rating}: é a sua classificação, não a nossa`,
    types: {
      denial: "Desmentido",
      confirmation: "Confirmação",
      partial_confirmation: "Confirmação parcial",
      explanation: "Explicação",
      clarification: "Esclarecimento",
      correction: "Correção",
      retraction: "Retratação",
      apology: "Pedido de desculpas",
      no_comment: "Sem comentários",
      label: "Aviso",
      takedown: "Remoção",
      investigation: "Investigação",
      not_reached: "Não contactado",
      right_of_reply: "Direito de resposta",
    },
    own: { statement: "A sua própria declaração", post: "A sua própria publicação", page: "A sua própria página" },
    toldIn: (n, mix) => `Contado em ${documents(n, mix)}`,
    alsoTold: (n) => `contado também em ${of(n, "outro", "outros")}`,
    checked: "✓ Verificado pela redação.",
    unchecked: "Ainda não verificado.",
    users: (n, first) =>
      n === 1
        ? `Um utilizador contestou-a numa publicação: ${first}.`
        : `${n} utilizadores contestaram-na em publicações suas, a primeira delas: ${first}.`,
    articles: (n, first) =>
      n === 1
        ? `Um artigo contestou-a ou referiu um desmentido: ${first}.`
        : `${n} artigos contestaram-na ou referiram um desmentido, o primeiro deles: ${first}.`,
  },

  who: {
    title: (n, all, root, sure) => `${n} de ${all} ${goesBack(n, sure)} a ${root}`,
    sub: "Quem o tirou de quem, do maior para o menor. Recuado: tirado da linha de cima; tracejado: provável. Os traços são publicações e artigos no tempo.",
    subDenial: (turn) => `A linha que atravessa é ${turn.it}.`,
    columns: { who: "Quem, onde, quando", had: "tiraram-no daqui" },
    likelyFrom: (who) => `provavelmente de ${who}`,
    possiblyFrom: (who) => `possivelmente de ${who}`,
    from: (who) => `de ${who}`,
    rest: (n) => of(n, "outro", "outros"),
    restSub: "em grupos menores, ou de fonte desconhecida",
  },

  where: {
    title: (platforms, lag) =>
      lag ? `Em ${of(platforms, "plataforma", "plataformas")} em ${lag}` : `Em ${of(platforms, "plataforma", "plataformas")}`,
    titleNews: (platforms, lag, newsLag) =>
      lag && newsLag
        ? `Em ${of(platforms, "plataforma", "plataformas")} em ${lag}, na imprensa em ${newsLag}`
        : `Em ${of(platforms, "plataforma", "plataformas")} e na imprensa`,
    sub: "Por ordem de chegada. A mesma escala em cada linha; por baixo: o que refere uma resposta ou contesta a afirmação.",
    first: (t) => `primeira vez: ${t}`,
  },

  changes: {
    dropped: (words, n) => `Pelo caminho ${n === 1 ? "perdeu-se" : "perderam-se"} ${words}`,
    added: (words, n) => `Pelo caminho ${n === 1 ? "acrescentou-se" : "acrescentaram-se"} ${words}`,
    title: "As palavras mudaram pelo caminho",
    sub: "O que distingue um texto daquele de onde foi tirado. Riscado: desapareceu. Realçado: novo.",
    sums: {
      hedge_dropped: (n) => `em ${of(n, "ponto", "pontos")} perdeu-se uma palavra de dúvida`,
      hedge_added: (n) => `em ${of(n, "ponto", "pontos")} acrescentou-se uma`,
      number_changed: (n) => `${of(n, "número alterado", "números alterados")}`,
      unit_changed: (n) => `${of(n, "unidade alterada", "unidades alteradas")}`,
      name_changed: (n) => `${of(n, "nome alterado", "nomes alterados")}`,
      attribution_lost: (n) => `${of(n, "já não diz", "já não dizem")} quem o disse`,
      negation_flipped: (n) => `${of(n, "fez disso", "fizeram disso")} o contrário`,
      detail_lost: (n) => `${of(n, "perdeu", "perderam")} um pormenor`,
      translated: (n) => `${of(n, "é uma tradução", "são traduções")}`,
    },
    became: "tornou-se",
    takers: (n) => `${of(n, "outro tirou-o", "outros tiraram-no")} daí.`,
    readByMachine: "Lido por máquina, ainda não verificado.",
    kinds: {
      hedge_dropped: "Desapareceu uma palavra de dúvida.",
      hedge_added: "Há uma palavra de dúvida nova.",
      number_changed: "Um número mudou.",
      unit_changed: "Uma unidade mudou.",
      name_changed: "Um nome mudou.",
      attribution_lost: "Já não diz quem o disse.",
      negation_flipped: "Diz o contrário.",
      detail_lost: "Desapareceu um pormenor.",
      translated: "Uma tradução.",
    },
    all: (n) => `As ${n} alterações`,
  },

  sources: {
    title: (what, min, max, likely) =>
      `${what}, ${likely ? "ao que parece " : ""}de ${min === max ? of(max, "fonte", "fontes") : `${min} a ${max} fontes`}`,
    unknown: (what) => `${what}; não se pode dizer quantas fontes`,
    sub: "Uma fonte conta uma vez, por muitos que a repitam. Cada quadrado é uma publicação ou um artigo ao lado daquilo a que remonta (o ponto): escuro onde uma plataforma, uma ligação ou o texto o diz, claro onde é apenas provável.",
    none: "De nenhum se sabe de onde vem. Os que não mostram a sua fonte podem partilhá-la com outros.",
    each: (n) => `Cada quadrado vale ${n}.`,
    from: "de",
    others: (n) => `${of(n, "outro está", "outros estão")} em grupos menores ou à parte; na maioria não se sabe de onde vem.`,
    fewer:
      "Há mais nomes do que fontes: quem só uma publicação ou um artigo nomeia não conta por si, e os que um texto nomeia em conjunto contam como uma.",
    why: "Porque contam como uma",
  },

  all: {
    title: (what) => `Tudo: ${what}`,
    titleQuotes: (n) => (n === 1 ? "A única publicação ou artigo, com a sua citação" : `Tudo (${n}), com citações`),
    sub: (zone) => `Do mais antigo para o mais recente. Horas em ${zone}.`,
    filters: "Filtrar",
    everything: "Tudo",
    stands: { says: "Di-lo", asks: "Pergunta ou menciona", answers: "Responde ou contesta" },
    place: "Onde",
    everywhere: "Em todo o lado",
    language: "Língua",
    anyLanguage: "Todas as línguas",
    words: "Palavras ou nomes",
    clear: "Mostrar tudo",
    found: (n) => (n === 0 ? "Nada encontrado." : `Resultado: ${documents(n)}.`),
    more: (n) => `Seguintes: ${n}`,
    earlier: "Voltar ao início",
    says: (n) => `${of(n, "di-lo", "dizem-no")}`,
    asks: (n) => `${of(n, "pergunta ou menciona", "perguntam ou mencionam")}`,
    answers: (n) => `${of(n, "responde ou contesta", "respondem ou contestam")}`,
    unread: (n) => `${n === 1 ? "Falta aqui 1 posterior" : `Faltam aqui ${n} posteriores`}: os dados têm todos.`,
    refersTo: "Logo antes, no mesmo texto:",
    asksTag: "Pergunta.",
    mentionsTag: "Menciona-o.",
    answersTag: "Refere uma resposta.",
    isAnswerTag: "Resposta.",
    disputesTag: "Contesta-o.",
    mayDisputeTag: "Contesta-o ou refere um desmentido.",
    firstTag: "Primeiro registo.",
    moreOfDay: (n) => `+${n} deste dia`,
  },

  foot: {
    unseen: "O que não pudemos ver",
    undated: (n) => `${of(n, "documento não tem data: não se vê", "documentos não têm data: não se veem")} nas imagens.`,
    watched: (list) => `Sob vigilância: ${list}.`,
    readText:
      "O Whence mostra de onde veio uma afirmação e quem respondeu. Não diz se é verdadeira. “Primeiro registo” é o aparecimento mais antigo que encontrámos, não onde começou. O que é provável foi ligado por uma máquina; o que a redação verificou leva um ✓.",
    take: "Para levar",
    embed: "Incorporar isto",
    picture: "Como imagem",
    graph: "Ligações em JSON",
    earlier: "Todas as versões anteriores",
    updated: (t, version) => `Atualizado em ${t}, versão ${version}.`,
    asKnown: (t) => `Tal como se sabia em ${t}.`,
    sealed: (block) => `Selado no bloco ${block} do registo:`,
    now: "O que se sabe agora",
  },
  steps: {
    title: "A imagem em palavras",
    at: (when, counts) => `${when}: ${counts}`,
    until: (n, all) => `${n} de ${all} até então`,
    move: "Percorrer o tempo",
    play: "Reproduzir a difusão",
    stop: "Parar",
  },
};
