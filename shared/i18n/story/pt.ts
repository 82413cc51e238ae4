/** O que uma história diz, em português. */
import { counter } from "../plural.ts";
import type { StoryMessages, Turn } from "./en.ts";

const of = counter("pt");
const documents = (n: number, mix: "posts" | "articles" | "both") =>
  mix === "posts"
    ? of(n, "publicação", "publicações")
    : mix === "articles"
      ? of(n, "artigo", "artigos")
      : of(n, "publicação ou artigo", "publicações e artigos");
const carriers = (n: number, all: number, { it }: Turn) =>
  n === all
    ? all === 1
      ? `O único artigo de imprensa desde então refere ${it}`
      : `Todos os ${all} artigos de imprensa desde então referem ${it}`
    : `Pelo menos ${n} dos ${all} artigos de imprensa desde então ${n === 1 ? "refere" : "referem"} ${it}`;

export const pt: StoryMessages = {
  kicker: "De onde veio uma afirmação",
  title: (claim) => `${claim}: de onde veio`,
  places: (list, onPlatforms) => (onPlatforms ? `em ${list}` : list),
  inTheNews: "na imprensa",
  theClaim: (claim) => `A afirmação ${claim}`,
  lanes: { first: "Primeiro registo", spread: "Difusão", response: "Resposta", responses: "Respostas" },
  aKind: {
    post: "uma publicação",
    comment: "um comentário",
    article: "um artigo",
    press_release: "um comunicado",
    fact_check: "uma verificação",
    transcript: "uma transcrição",
    other: "um documento",
  },
  aNamedSource: "uma fonte que outros citam",
  anAnonymous: { post: "uma publicação anónima", comment: "um comentário anónimo", other: "um documento anónimo" },
  turns: {
    denial: { after: "depois do desmentido", without: "sem o desmentido", it: "o desmentido" },
    correction: { after: "depois da correção", without: "sem a correção", it: "a correção" },
    denials: { after: "depois do desmentido", without: "sem o desmentido", it: "um desmentido" },
  },
  range: (from, to) => `${from} a ${to}`,
  upTo: (span) => `até ${span}`,
  atLeast: (span) => `pelo menos ${span}`,
  onDay: (day) => `a ${day}`,
  around: (day) => `por volta de ${day}`,
  inMonth: (month) => `em ${month}`,
  partsOfDay: [
    (day) => `a madrugada de ${day}`,
    (day) => `a manhã de ${day}`,
    (day) => `a tarde de ${day}`,
    (day) => `a noite de ${day}`,
    (day) => day,
  ],

  sentence: {
    unknown: "Até agora não se sabe onde apareceu.",
    first: (what, when) => `Primeira aparição conhecida n${what}${when && ` ${when}`}.`,
    told: (when) => `Primeira aparição conhecida ${when}`,
    whichFirst: (n) => `não se sabe qual dos ${n} documentos foi o primeiro`,
    firstThen: (what, when, where, span) => `Primeira aparição conhecida n${what}${when && ` ${when}`}; ${span} depois estava ${where}.`,
    since: (since, where, span) => `Conhecido desde ${since}; em ${span} estava ${where}.`,
    acted: {
      denial: (party, when) => `${party} desmentiu ${when}.`,
      confirmation: (party, when) => `${party} confirmou ${when}.`,
      partial_confirmation: (party, when) => `${party} confirmou em parte ${when}.`,
      explanation: (party, when) => `${party} deu uma explicação ${when}.`,
      clarification: (party, when) => `${party} esclareceu ${when}.`,
      correction: (party, when) => `${party} publicou uma correção ${when}.`,
      retraction: (party, when) => `${party} retratou-se ${when}.`,
      apology: (party, when) => `${party} pediu desculpa ${when}.`,
      no_comment: (party, when) => `${party} não comentou ${when}.`,
      label: (party, when) => `${party} assinalou o conteúdo ${when}.`,
      takedown: (party, when) => `${party} retirou o conteúdo ${when}.`,
      investigation: (party, when) => `${party} abriu uma investigação ${when}.`,
      not_reached: (party, when) => `Não foi possível contactar ${party} ${when}.`,
      right_of_reply: (party, when) => `${party} respondeu ${when}.`,
    },
    rated: (party, rating, when) => `${party} classificou-o como ${rating} ${when}.`,
    carried: (n, all, turn) => `${carriers(n, all, turn)}.`,
    carriedAndRepeated: (n, all, repeats, turn) =>
      `${carriers(n, all, turn)}; ${documents(repeats, "both")} ${repeats === 1 ? "repete" : "repetem"} a afirmação ${turn.without}.`,
    repeated: (repeats, turn) =>
      `Desde então, ${documents(repeats, "both")} ${repeats === 1 ? "repete" : "repetem"} a afirmação ${turn.without}.`,
    notConfirmed: "Até agora não foi encontrada nenhuma confirmação independente.",
    notAnswered: "Até agora não foi encontrada nenhuma resposta.",
    answersUnchecked: "Ainda não foi verificado se alguém respondeu.",
  },

  answers: {
    notFound: "Não encontrado até agora",
    earlierThanShown: "Anterior ao que aqui se mostra",
    hourUnknown: (day) => `${day}, hora desconhecida`,
    removed: "As suas palavras foram removidas aqui.",
    unseen: (who) => `Não o vimos nós próprios; ${who} fala dele.`,
    earlier: (n, time, place) =>
      `${of(n, "publicação indica uma hora anterior", "publicações indicam horas anteriores")}, ${n === 1 ? "" : "a partir de "}${time}${place && ` em ${place}`}, o que não se pode verificar.`,
    rivals: (n) => (n === 1 ? "Outra pode ser igualmente antiga." : `Outras ${n} podem ser igualmente antigas.`),
    nobody: "Até agora não foi encontrado mais ninguém",
    nothing: "Ainda nada",
    documents,
    inSpan: (what, span) => `${what} em ${span}`,
    platforms: (n) => of(n, "plataforma", "plataformas"),
    inOutlets: (n) => `em ${of(n, "órgão de imprensa", "órgãos de imprensa")}`,
    sources: (min, max, others, likely) =>
      max === 1
        ? `${others ? "Os restantes" : "Todos"} ${likely ? "parecem remontar" : "remontam"}${others ? " todos" : ""} a uma só fonte.`
        : min === max || max === min + 1
          ? `${others ? "Os restantes" : "Estes"} ${likely || min < max ? "parecem remontar" : "remontam"} a ${min === max ? max : `${min} ou ${max}`} fontes${min === max ? "" : "; em alguns não é claro"}.`
          : `${others ? "Os restantes parecem remontar" : "Parecem remontar"} a pelo menos ${min} e no máximo ${max} fontes; em alguns não é claro.`,
    withAnswers: (n) => (n === 1 ? "Incluindo a própria resposta." : `Incluindo as próprias ${n} respostas.`),
    sourcesUnknown: "Não se pode dizer a quantas fontes remontam.",
    unseenMore: (n) => `${of(n, "outro só é conhecido", "outros só são conhecidos")} por terceiros.`,
    noneFound: "Nenhuma encontrada até agora",
    notChecked: "Ainda por verificar",
    mayReport: (n) =>
      `${of(n, "publicação ou artigo talvez relate", "publicações e artigos talvez relatem")} uma resposta; a redação ainda não o verificou.`,
    asOf: (when) => `Situação em ${when}.`,
    by: (speaker) => `por ${speaker}`,
    rates: (party, rating) => `${party} classifica-o como ${rating}`,
    next: (acts) => `Além disso: ${acts}.`,
    leaveOut: (n, { it }) => `${of(n, "publicação ou artigo posterior omite", "publicações e artigos posteriores omitem")} ${it}.`,
    nothingLater: "Não se conhece nada posterior.",
    timeUnknown: "data desconhecida",
    perhaps: (n) => `${of(n, "outra é talvez uma resposta", "outras são talvez respostas")}: ainda por verificar pela redação.`,
  },

  picture: {
    label: "Quem o recebeu de quem, em imagem",
    lines: "Cada linha leva ao sítio de onde foi tirado.",
    likely: "Tracejado: provável.",
    dotted: "Pontilhado: quando pode ter sido.",
    shaded: {
      denial: "Fundo: depois do desmentido.",
      correction: "Fundo: depois da correção.",
      answer: "Fundo: depois da resposta.",
      rating: "Fundo: depois da classificação.",
    },
    zone: (zone) => `Horas em ${zone}.`,
    undated: (n) => `${n} sem data.`,
    reposts: (n) => `+${of(n, "partilha", "partilhas")}`,
    unnamed: (n) => (n === 1 ? "Publicação sem nome" : `${n} publicações sem nome`),
    noSourceFound: "nenhuma fonte encontrada",
    hourUnknown: "hora desconhecida",
    factCheck: (rating) => `Verificação: ${rating}`,
    moreAnswers: (n) => `+${of(n, "outra resposta", "outras respostas")}`,
    peak: (n, span) => `${n} em ${span}`,
    quiet: (days) => of(days, "dia calmo", "dias calmos"),
    after: {
      title: (n, { after }) => `D${after.slice(1)}: mais ${n}`,
      repeat: (n, { without }) => `${of(n, "repete-o", "repetem-no")} ${without}`,
      carry: (n, { it }) => `${of(n, "refere", "referem")} ${it}`,
      dispute: (n) => `${of(n, "contesta a afirmação ou refere", "contestam a afirmação ou referem")} um desmentido`,
      ask: (n) => `${of(n, "só pergunta ou menciona", "só perguntam ou mencionam")}`,
      shortTitle: (n) => `mais ${n} depois`,
      shortRepeat: (n) => `${n} sem`,
      shortCarry: (n) => `${n} com, ou contestam`,
    },
    brick: "Cada tijolo é uma publicação ou um artigo:",
    says: "diz isso",
    asks: "só pergunta ou menciona",
    below: "e abaixo da linha",
    carries: "refere uma resposta ou contesta",
    steps: (span, zone) => `Passos de ${span}, ${zone}.`,
  },

  list: {
    answerTitle: "A afirmação e a resposta",
    answersTitle: "As respostas, e o que veio depois",
    openTitle: "O que se sabe",
    factCheck: "Verificação",
    perhaps: "Talvez uma resposta",
    verbs: {
      says: "diz isso",
      asks: "pergunta se é verdade",
      doubts: "passa-o adiante com cautela",
      passes: "passa-o adiante",
      translates: "traduz isso",
      translatesDoubt: "traduz isso com cautela",
      reports: "relata isso",
      both: ({ it }) => `relata a afirmação e ${it}`,
      carries: ({ it }) => `refere ${it}`,
      without: ({ without }) => `repete isso ${without}`,
      reposts: "partilha isso",
      mentions: "menciona isso",
      comments: "comenta isso",
    },
    lagAfter: { first: (span) => `${span} depois do primeiro registo`, turn: (span, { after }) => `${span} ${after}` },
    checked: "✓ Verificado pela redação",
    replies: {
      all: (n, parts) => `${of(n, "comentário em resposta", "comentários em resposta")}${parts && `: ${parts}`}`,
      deny: (n) => of(n, "desmente-o", "desmentem-no"),
      ask: (n) => of(n, "pergunta se é verdade", "perguntam se é verdade"),
      support: (n) => of(n, "concorda", "concordam"),
      mayDeny: (n) => `${n} talvez o ${n === 1 ? "desminta" : "desmintam"}, ainda por verificar pela redação`,
    },
    toldIn: (n) => `relatado em ${of(n, "artigo ou publicação", "artigos e publicações")}`,
    standings: {
      subject: "a parte visada",
      originator: "quem fez a afirmação",
      amplifier: "quem a difundiu",
      publisher: "quem a publicou",
      third_party: "um terceiro",
      fact_checker: "um verificador",
      regulator: "uma autoridade",
      platform: "a plataforma",
    },
    ownRating: "uma classificação sua, não nossa",
    repeatMany: (n) => documents(n, "both"),
    repeatWithout: ({ without }) => `repetem isso ${without}`,
    last: "A última até agora:",
    moreAnswers: (n) => of(n, "outra resposta", "outras respostas"),
    notCounted: "Ainda por verificar pela redação. Não contado acima.",
    deleted: "uma publicação apagada",
    removed: "Documento removido",
    fold: (n, from, to) => [`Mais ${n},`, `de ${from} a ${to}`],
    foldOne: (who) => ["Mais uma,", who],
    began: (n) => `Como começou e cresceu: ${of(n, "momento", "momentos")}`,
    byDay: (n) => `Todos os ${n}, dia a dia`,
    ofDay: (n) => `de ${n}`,
    undatedDay: "Sem data",
    drops: (words) => `deixa cair ${words}`,
    hidden: (n) => `${of(n, "não mostrado", "não mostrados")} aqui por escolha da redação.`,
  },

  footer: {
    full: "A história completa e todas as fontes",
    how: "Como ler isto",
    disclaimer: "O Whence mostra de onde veio uma afirmação. Não diz se é verdadeira.",
    machine: "Associado por máquina, salvo onde há ✓.",
    updated: (day) => `Atualizado em ${day}.`,
    asKnown: (when) => `Como se sabia em ${when}.`,
    live: "Como se sabe hoje",
    partly: (shown, all) => `Contado a partir dos primeiros ${shown} de ${all} documentos.`,
  },
};
