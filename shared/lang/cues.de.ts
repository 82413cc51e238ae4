/** German cues: plain data. */
import type { CueGrammar } from "./index.ts";

const carriers =
  "Berichte?n?|Gerücht(en?)?|\\p{L}*vorw[uü]rfe?n?|Behauptung(en)?|\\p{L}*nachricht(en)?|\\p{L}*meldung(en)?|Videos?|Beitr[aä]ge?n?|Posts?|Screenshots?|Fotos?|Kettenbriefe?|Texte?|Aufnahmen?|Angaben";

export const de: CueGrammar = {
  say: '(sag|erklär|beton|mein|bestätig|dementier|berichte|versicher|behaupte|schrieb|bestritt|bestreite|poste|vermute)(t|te|ten|en|n)?|schreibt|wies(en)?|weis(t|en)|bestritten|behauptet|(?<=[“»«‘’"], )so(?= \\p{L})|(kündig(t|te|ten)|stell(t|te|ten))(?= [^.]{0,80}\\b(an|klar)\\b)|(räum(t|te|ten)|gab(en)?|teil(t|te|ten)|warf(en)?)(?= [^.]{0,80}\\b(ein|an|zu|bekannt|mit|vor)\\b)',
  according: "laut|nach Informationen( aus| von| der| des)?|nach Angaben( von| der| des)?|zufolge|gemäß|nach Aussage( von| der| des)?",
  that: "dass|ob",
  adjunct:
    "am|in|im|auf|an|zu|zum|zur|bei|beim|vor|nach|gegenüber|gestern|heute|und|aber|während|der (dpa|Zeitung|Presse|Nachrichtenagentur)|dem|den|diese[rnms]?|nicht|auch|hat|haben|sich|mit|wie|es|daraufhin|später|zunächst|über|vom",
  as: "wie",
  nobody: "man|es|mir|uns|ihnen|ihm",
  capitalNouns: true,
  article: "der|die|das|dem|den|des|ein|eine|einer|eines|einem|einen|ihre?|seine?",
  of: "(vo[nm]|der|des|beim?)",
  by: "vo[nm]( der| dem| den)?|durch",
  he: "er|sie|dieser|diese",
  it: "(das|dem|des) (Unternehmen|Unternehmens|Krankenhaus|Amt|Haus)|(die|der) (Firma|Gesellschaft|Bank|Universität|Behörde|Stadt|Hersteller|Konzern|Verein|Betreiber)",
  theCompany: "das Unternehmen",
  roles:
    "(\\p{L}+)?([Ss]precher|[Mm]inister|[Pp]räsident|[Ll]eiter|[Cc]hef|[Mm]eister|[Ff]ührer|[Dd]ezernent|[Rr]edakteur|[Rr]ektor)(in)?|(\\p{L}+)?(wart|kämmer(er|in)|räte?|rätin)|Direktor(in)?|Anwalt|Anwältin|Richter(in)?|Professor(in)?|Vorsitzende[rn]?|Arzt|Ärztin|Journalist(in)?",
  people: "\\p{L}{2,}(er|in|ist|or|ent|eur|mann|frau|star)|Angeklagte[rn]?|Beschuldigte[rn]?|Betroffene[rn]?|Koch|Chef|Star",
  anonymous:
    "Umfeld|anonyme[rnms]?|Nutzer(in)?|User(in)?|Unbekannte[rn]?|Quellen?|Insider(in)?|(angebliche[rn]?|mutmaßliche[rn]?|vermeintliche[rn]?) \\p{L}+|ehemalige[rn]? (Mitarbeiter|Angestellte)\\p{L}*|jemand|Augenzeug\\p{L}+|Konto|Whistleblower(in)?|(Urheber|Verfasser)(in)? de[rs] \\p{L}+",
  organisations:
    "GmbH|AG|\\p{L}*(werke|betriebe|kasse)|Verlag|Stiftung|Gewerkschaft|Feuerwehr|Rathaus|\\p{L}*firma|Firma|Unternehmen|Universität|\\p{L}*[Mm]inisterium|Stadt(verwaltung|rat)?|Polizei\\p{L}*|Regierung|\\p{L}*[Bb]ank|Klinik(um)?|Krankenhaus|\\p{L}*[Vv]erband|Verein|\\p{L}*[Bb]ehörde|\\p{L}*[Aa]mt|Gericht|Partei|Hersteller|Konzern|Staatsanwaltschaft|Betreiber",
  outlets: "\\p{L}*([Zz]eitung|bote|anzeiger|kurier|nachrichten|blatt|rundschau)|dpa|Spiegel|Bild|ARD|ZDF|Magazin|Sender|Correctiv",
  hedges:
    "angeblich(e[rnms]?)?|mutmaßlich(e[rnms]?)?|vermeintlich(e[rnms]?)?|Gerüchte?n?|unbestätigt(e[rnms]?)?|nicht bestätigt|(nicht|bislang nicht|noch nicht)( \\p{L}+)? (überprüf(en|t)|bestätigen|verifizier(en|t))|soll(en)?(?= ([^.]|\\.(?=\\d)){2,160} (haben|sein|werden|worden)\\b)|wohl|Hörensagen|anonyme Quellen",
  weakHedges: "könnten?|dürften?|möglicherweise|vielleicht|wahrscheinlich|offenbar|anscheinend|womöglich",
  rumour: `Gerüchte?[^.,;:]{0,60}: |(${carriers})( [^.,;:]{1,60}?)?,? (dass|wonach|in (dem|der|denen) (es heißt|behauptet wird|steht),?( dass)?|(wo|nach) (dem|der|denen))|(${carriers})[^.,;:]{0,60}, (?=\\p{Ll}[^.;,]{5,160}(?<!\\p{L})(sei|seien|habe|hätten?|werde|würden?)(?!\\p{L}))|behauptet worden,? (dass )?|w(ird|urde) behauptet,? (dass )?|(es heißt|heißt es|man munkelt|es wird behauptet),? (dass )?|(man (sagt|hört|erzählt)|(mir|uns) w(ird|urde) (gesagt|erzählt|berichtet))( (mir|uns|sich))?,? dass|(wirft|warf|werfen|warfen) [^.,;]{2,60} vor,?`,
  carriers,
  alleging: "behaupt|beschuldig",
  moods: [
    [/^(.{3,200}?) (\p{L}+) zu haben$/u, "hat $1 $2"],
    [/^(.{3,200}?) (\p{L}+) zu sein$/u, "ist $1 $2"],
    [/^(?=.{3,200} (?:zu \p{Ll}+|\p{L}{2,10}zu\p{L}+en)$)/u, ""],
  ],
  raised:
    "w(ird|urde|erden|urden) (vorgeworfen|beschuldigt|verdächtigt),|(hat|haben) (eingeräumt|zugegeben|gestanden),|räum(t|te|ten) ein,|g(ab|aben|ibt|eben) zu,|w(ies|iesen|eist|eisen) (den|die|alle) (Vorw[uü]rf\\p{L}*|Anschuldigung(en)?|Verdacht) (zurück|von sich),|entschuldig(t|te|ten) sich dafür,|b(at|aten) um Entschuldigung dafür,",
  hearsay: "angeblich|soll(en)?(?= ([^.]|\\.(?=\\d)){2,160} (haben|sein|werden|worden)\\b)",
  began:
    "veröffentlicht(e|en)?|tauchten? |erschien(en)?|begann(en)?|stammt|postete|hochgeladen|schrieb|Ursprung|kursierte zuerst|gepostet|in die Welt gesetzt",
  spread: "geteilt|verbreite\\p{L}*|kursier\\p{L}*|weitergeleitet|viral|machte die Runde|schwappte|landete|übernommen",
  first: "zuerst|ursprünglich|erstmals|zunächst",
  whence: "woher|wo kommt",
  translated: "übersetz\\p{L}*|Übersetzung",
  untrue:
    "(ist|sei) nichts (dran|wahr)|(ist|sind|war|waren|sei|seien) ((?!nicht |kein)\\p{L}+ ){0,2}(falsch|unwahr|erfunden|erlogen|gelogen|Unsinn|Fälschung|gefälscht|haltlos|Lüge|Falschmeldung|Fake(news)?)|(ist|sei|war) nicht wahr|(stimmt|stimme|stimmen) ((so|doch|gar|überhaupt|einfach) )?nicht|(?<!nicht )(falsch|unwahr|erfunden|gefälscht|haltlos|gelogen) (ist|sind|war|waren|sei|seien)|entbehr(t|en) jeder Grundlage|kann keine Rede sein|(falsch|gelogen|Lüge|nicht wahr), dass",
  not: "nicht|nie|niemals|kein\\p{L}*|ohne",
  asks: "weiß (jemand|wer)|wisst ihr|kann (das )?jemand",
  negated: "(nicht|kein\\p{L}*|ohne|weder|nie|niemals|wollten? (\\p{L}+ ){0,3}(nicht|weder))( \\p{L}+){0,2} ?",
  labels: [
    "frage|moderator(in)?|interviewer(in)?|reporter(in)?",
    "antwort",
    "(die |das )?(behauptung|gerücht)",
    "(die |das |unsere? )?(bewertung|urteil|einordnung|fakten?|tatsache|fazit|wahrheit|ergebnis)",
    "falsch|unwahr|irreführend|größtenteils falsch|fälschung|erfunden",
  ],
  answers: {
    denial: [
      "dementier(t|te|ten|en)",
      "Dementi",
      "widerspr(ach|achen|icht|echen)",
      "bestr(itt|itten|eitet|eiten)",
      "w(ies|iesen|eist|eisen) ([^.;]{2,80} )?zurück",
      "zurück(gewiesen|weisen)",
      "bestätig\\p{L}+,? dass [^.;]{2,60} (falsch|gefälscht|eine Fälschung|erfunden|unecht) (ist|sei|war|sind|seien)",
      "(haben?|hat|habe) (\\p{L}+ ){0,2}nie(mals)? [^.;]{2,60}",
    ],
    confirmation: [
      "bestätig(t|te|ten|en)",
      "(räumten?|räumt) ([^.;]{2,80}? )?ein",
      "eingeräumt",
      "gab(en)? [^.;]{0,80}?\\bzu",
      "zugegeben",
    ],
    no_comment: [
      "(äußerten?|äußert|wollten?) (\\p{L}+ ){0,6}(nicht|keine)( (äußern|kommentieren|Stellung nehmen|dazu äußern))?",
      "ließ(en)? [^.;]{2,80} unbeantwortet",
      "(war|waren) (\\p{L}+ ){0,4}nicht (zu erreichen|erreichbar)",
      "(keine?n?|ohne) (Stellungnahme|Kommentar|Antwort)",
      "(antwortet?en?|reagiert?en?) (\\p{L}+ ){0,5}nicht",
      "lehn(t|te|ten) (\\p{L}+ ){0,3}(Stellungnahme|Kommentar|Interview) (\\p{L}+ ){0,2}ab",
      "weder bestätig\\p{L}+ noch dementier\\p{L}+",
      "wollten? ([^.;]{2,60} )?nicht bestätigen",
    ],
    correction: [
      "korrigier(t|te|ten)(?! werden)",
      "berichtig(t|te|ten)",
      "((veröffentlich|druck)\\p{L}+ (eine )?)?(Richtigstellung|Korrektur)",
    ],
    retraction: [
      "(zog|zogen|zieht) ([^.;]{2,60} )?zurück",
      "widerr(ief|iefen|uft|ufen)",
      "zurückgezogen",
      "(nahm|nahmen|nimmt) ([^.;]{2,60} )?zurück",
    ],
    apology: [
      "entschuldig(t|te|ten)( sich)?",
      "bat(en)? um (Entschuldigung|Verzeihung)",
      "bedauer(t|te|ten) (den|das|die) (Fehler|Irrtum|Versehen)",
    ],
    investigation: [
      "(ermittel(t|te|ten|n))",
      "(zu )?prüf(t|te|ten|en)(?! die Quelle)",
      "Ermittlungen (\\p{L}+ ){0,3}(aufgenommen|eingeleitet)",
      "untersuch(t|te|ten)",
      "wird (derzeit )?geprüft",
    ],
    label: ["(mit (einem|dem)|einen) (Warnh|H)inweis", "als (falsch|irreführend) (markiert|gekennzeichnet)"],
    takedown: [
      "(Video|Beitrag|Beiträge|Post|Konto|Account|Kanal|Nachricht|Tweet) (\\p{L}+ ){0,3}(gelöscht|entfernt|gesperrt)",
      "(löscht?e?n?|entfernt?en?|sperrt?e?n?) (\\p{L}+ ){0,3}(Video|Beitrag|Beiträge|Post|Konto|Account|Kanal|Nachricht|Tweet)",
      "(wurde|wurden) (\\p{L}+ ){0,2}(gelöscht|entfernt|gesperrt)",
    ],
  },
};
