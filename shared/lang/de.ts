/** German. */

import { sourceCues } from "../text/source-cues.ts";
import type { LanguagePack } from "./pack.ts";

/** Nouns for media, alone or as the end of a compound. */
const media =
  "[Ss]ender|[Dd]ienst|[Pp]ortal|[Mm]agazin|[Zz]eitung|[Aa]gentur|[Bb]latt|[Ww]eb(?:site|seite)|[Ss]eite|[Mm]edium|[Pp]lattform|[Kk]anal|[Zz]eitschrift|[Bb]log|[Pp]odcast";
const carriers =
  "Berichte?n?|Gerücht(en?)?|\\p{Alpha}*vorw[uü]rfe?n?|Behauptung(en)?|\\p{Alpha}*nachricht(en)?|\\p{Alpha}*meldung(en)?|Videos?|Beitr[aä]ge?n?|Posts?|Screenshots?|Fotos?|Kettenbriefe?|Texte?|Aufnahmen?|Angaben";
export const de: LanguagePack = {
  tag: "de",
  leadsIn: "dass ",
  abbreviations: "Dr|Prof|Hr|Fr|Abg|Gen|Oberstlt|Hptm|Dipl|Ing|Jan|Febr|Aug|Sept|Okt|Nov|Dez|Mio|Mrd|Tsd|Fa|Hl|bzw|ca|evtl|sog|inkl|geb",
  beforeNumber: "Nr|Abs|Art|Bd",
  beforeDay: "am|vom|zum|bis|seit|der|die|das|den|dem|ab",
  letters: "[ßü]",
  commonWords:
    "der die das den dem des ein eine einen einem einer eines und oder aber ist sind war waren wird werden wurde hat haben hatte bin nicht kein keine weil mit von zu zum zur für auf im in an am bei nach aus um vor über unter durch gegen ohne auch sich laut ich du er sie es wir ihr man mich mir dich ihm ihn ihre ihrer sein seine seiner mein dass daß wenn wie was wer wo als so nur noch schon mehr sehr immer nie alle alles kann können muss soll sollen dann denn doch da hier",
  negations: "nicht kein keine nie",
  reportingWords:
    "nicht wahr falsch Lüge sagt sagen behauptet berichtet meldet dementiert bestreitet Gerücht angeblich soll laut bestätigt",
  stems: {
    endings:
      "ischen ischem ischer isches enden endes ender endem ungen ische ende eren ener enen enes igem iger iges igen eres erer erem isch este est ung ern end ens ere ers ene ige en er es em ig e s",
  },
  time: {
    months: "januar janner jenner;februar febr;marz maerz mrz;;mai;juni;juli;;;oktober okt;;dezember dez",
    weekdays: "montag;dienstag;mittwoch;donnerstag;freitag;samstag sonnabend;sonntag",
    days: { "-2": "vorgestern", "-1": "gestern|gestern abend", 0: "heute", 2: "übermorgen" },
    units: {
      hour: "stunde|stunden",
      day: "tag|tagen|tage",
      week: "woche|wochen",
      month: "monat|monaten|monate|monats",
      year: "jahr|jahren|jahre|jahres",
    },
    numbers: { einem: 1, einer: 1 },
    ago: "vor (\\d{1,3}|\\p{Alpha}{2,8}) (stunden?|tag(?:en)?|wochen?|monat(?:en)?|jahr(?:en)?)",
    last: "(?:letzte[nr]?|vergangene[nr]?|vorige[nr]?) (woche|monat|jahr)",
    before: "bis|vor|spätestens",
    after: "seit|nach",
    future: "wird|werden",
    habit: "jeden",
    on: "am|bis|seit",
    next: "nächsten|kommenden",
    previous: "letzten|vergangenen",
    dayPart: "abend|morgen|nacht",
    gluedDayPart: "(?:vor|nach)?mittag|abend|morgen|nacht",
    inMonth: "im|seit|bis|vor|[Aa]nfang|[Mm]itte|[Ee]nde",
    inYear: "im jahr|seit|bis|vor|nach|anfang|mitte|ende",
    partOf: "[Ee]nde|[Aa]nfang|[Mm]itte",
    weekend: "(?:am|dieses) wochenende",
    thisPeriod: "diese[rmns]?|(?:anfang|mitte|ende) (?:des|dieses)",
    inMonthYear: "im",
    boundArticles: "dem|den|am",
    noBound: "vor\\s(?!dem\\s|\\d{1,2}\\.|\\d{4})",
  },
  numbers: {
    counts: "- zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
    tens: "- zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig",
    hundreds: "hundert zweihundert dreihundert vierhundert fünfhundert",
    scales: { 1e3: "tausend|tsd", 1e6: "million|millionen|mio", 1e9: "milliarde|milliarden|mrd", 1e12: "billion|billionen" },
    half: "halbe",
    clock: "uhr",
    units: {
      "%": "prozent",
      points: "punkte",
      "m²": "quadratmeter",
      "m³": "kubikmeter",
      "km²": "quadratkilometer",
      hour: "stunden",
      day: "tage",
      week: "wochen",
      month: "monate",
      year: "jahre",
    },
    approximately: "etwa|rund|fast|über|mehr als",
  },
  hedging: {
    hedges:
      "angeblich(e[rnms]?)?|mutmaßlich(e[rnms]?)?|vermeintlich(e[rnms]?)?|Gerüchte?n?|unbestätigt(e[rnms]?)?|nicht bestätigt|(nicht|bislang nicht|noch nicht)( \\p{Alpha}+)? (überprüf(en|t)|bestätigen|verifizier(en|t))|soll(en)?(?= ([^.]|\\.(?=\\d)){2,160} (haben|sein|werden|worden)\\b)|wohl|Hörensagen|anonyme Quellen",
    weakHedges: "könnten?|dürften?|möglicherweise|vielleicht|wahrscheinlich|offenbar|anscheinend|womöglich",
    scoffs: "ja,? (?:ne,? is )?klar|wer['’]?s glaubt|und ich bin (?:der|die) (?:papst|kaiser|königin)\\p{Alpha}*|was kommt als nächstes",
    laughs: "haha(?:ha)*|lol|klar",
    supposes:
      "wenn|falls|selbst wenn|auch wenn|sofern|angenommen|gesetzt den fall|nehmen wir( einmal| mal)? an|stell(en)? (sie sich|dir|wir uns)|man stelle sich|sollten?|wären?|hätten?|ich (be)?zweifle|ich frage mich,? ob|(ich )?bin (mir )?nicht sicher,? ob|ich weiß nicht,? ob|weiß jemand,? ob|hat (noch )?jemand|schwer zu glauben",
    peopleSay:
      "man (?:sagt|hört|munkelt|erzählt)|(?:habe|hab) gehört|es heißt|(?:jemand|ein (?:freund|kollege|bekannter|nachbar)|eine (?:freundin|kollegin|bekannte|nachbarin)|mein(?:e)? (?:\\p{Alpha}+ )?(?:schwester|bruder|freund(?:in)?|cousin(?:e)?|nachbar(?:in)?|kolleg(?:e|in)|chef(?:in)?|mutter|vater|mann|frau|onkel|tante)) (?:sagt|meint|behauptet|erzählt|hat (?:mir )?(?:gesagt|erzählt))|soll angeblich|laut (?:einem|einer) (?:freund(?:in)?|kolleg(?:en|in)|bekannten|nachbar(?:n|in))",
  },
  parties: {
    roles:
      "(\\p{Alpha}+)?([Ss]precher|[Mm]inister|[Pp]räsident|[Ll]eiter|[Cc]hef|[Mm]eister|[Ff]ührer|[Dd]ezernent|[Rr]edakteur|[Rr]ektor)(in)?|(\\p{Alpha}+)?(wart|kämmer(er|in)|räte?|rätin)|Anwalt|Anwältin|Richter(in)?|Professor(in)?|Vorsitzende[rn]?|Arzt|Ärztin|Journalist(in)?",
    surnames: "Richter|Arzt|Baumeister|Burmeister|Hofmeister|Werkmeister",
    people: "\\p{Alpha}{2,}(er|in|ist|or|ent|eur|mann|frau|star)|Angeklagte[rn]?|Beschuldigte[rn]?|Betroffene[rn]?|Koch|Chef|Star",
    anonymous:
      "Umfeld|anonyme[rnms]?|Nutzer(in)?|User(in)?|Unbekannte[rn]?|Quellen?|Insider(in)?|(angebliche[rn]?|mutmaßliche[rn]?|vermeintliche[rn]?) \\p{Alpha}+|ehemalige[rn]? (Mitarbeiter|Angestellte)\\p{Alpha}*|jemand|Augenzeug\\p{Alpha}+|Konto|Whistleblower(in)?|(Urheber|Verfasser)(in)?( de[rs] \\p{Alpha}+)?",
    alias: "namens",
    honorifics: "(?:Prof\\. )?Dr\\.|Prof\\.|Herrn?|Frau",
    nameParticles: "von der|von|van",
    organisations:
      "GmbH|AG|\\p{Alpha}*(werke|betriebe|kasse)|Verlag|Stiftung|Gewerkschaft|Feuerwehr|Rathaus|Initiative|Organisation|Bündnis|\\p{Alpha}*[Vv]erwaltung|\\p{Alpha}*firma|Firma|Unternehmen|Universität|\\p{Alpha}*[Mm]inisterium|Stadt(rat)?|Polizei\\p{Alpha}*|Regierung|\\p{Alpha}*[Bb]ank|Klinik(um)?|Krankenhaus|\\p{Alpha}*[Vv]erband|Verein|\\p{Alpha}*[Bb]ehörden?|\\p{Alpha}*[Aa]mt|Gericht|Partei|Hersteller|Konzern|Staatsanwaltschaft|Betreiber|\\p{Alpha}*([Ss]chule|[Ii]nstitut|[Kk]ommission|[Gg]esellschaft|[Zz]entrum)|Kirche|(Sport|Gewerkschafts|Bauern)bund|Senat|Agentur",
    outlets: "\\p{Alpha}*([Zz]eitung|bote|anzeiger|kurier|nachrichten|blatt|rundschau)|dpa|Spiegel|Bild|ARD|ZDF|Magazin|Sender|Correctiv",
    speaker: "(?:\\p{Alpha}*sprecher(?:in)?)",
    ofOther: "de[rs]|von|vom|für",
    authorOf: "(?:urheber|verfasser)\\p{Alpha}* des (?:video|beitrag|post|tweet|thread|audio)\\p{Alpha}*",
    companySpeaker: "(?:Konzern|Unternehmens|Firmen|Vereins|Klub|Werks)sprecher(?:in)?",
    asked: "angefragt|gefragt|kontaktiert|befragt|darauf|angesprochen",
    beside:
      "ehemalige[rnms]?|frühere[rnms]?|Ex-\\p{Alpha}+|Mitarbeiter(in)?|Angestellte[rn]?|Beschäftigte[rn]?|Azubi|Fahrer(in)?|Praktikant(in)?",
    subjectArticle: "[Dd]ie|[Dd]as|[Ee]ine?|Der",
    examined: {
      before: "gegen",
      apologisedTo: "bei|gegenüber",
      behind:
        "(?:wird|wurde|werde|sei|ist) (?:\\p{Alpha}+ ){0,3}(?:vernommen|beschuldigt|angeklagt|verdächtigt|untersucht|geprüft|überprüft|begutachtet)",
    },
    namesake: "Namensvetter(in)?s?|(?:nicht|weder) verwandt mit|Namensschwester|namensgleich\\p{Alpha}*",
    noCompany: "Gewerkschaft(en)?|Betriebsrat",
    regulator: "polizei|ministerium|\\p{Alpha}*amt|staatsanwaltschaft|\\p{Alpha}*beh[oö]rde\\p{Alpha}*|tribunal",
    factChecker: "correctiv",
    amplifier: "(?:die|der) [^,.]{1,60}?(?:geteilt|verbreit)\\p{Alpha}*[^,.]{0,40},",
  },
  mentions: {
    began:
      "veröffentlicht(e|en)?|tauchten? |erschien(en)?|begann(en)?|stammt|postete|hochgeladen|schrieb|Ursprung|kursierte zuerst|gepostet|in die Welt gesetzt",
    spread: "geteilt|verbreite\\p{Alpha}*|kursier\\p{Alpha}*|weitergeleitet|viral|machte die Runde|schwappte|landete|übernommen",
    places: "Forum|Blog|Portal|Kanal|Gruppe|Chat|[Ii]mageboards?",
    placeArticles: "ein(?:e[mnr]?)?|d(?:as|em|ie|er)",
    definiteDeterminers: "d(?:as|em|ie|er)",
    placeOf: "für|von|des",
    beginning: "zuerst|ursprünglich|erstmals|zunächst",
    translated: "übersetz\\p{Alpha}*|Übersetzung",
    carriers,
    join: "auf |bei |im? ",
    platforms: [["(?<=(?<!\\p{Alpha})(?:und|oder|[Aa]uf|[Bb]ei|via|über) )X(?![\\p{Alpha}\\p{N}-])", "x"]],
  },
  labels: {
    claim: "(die |das )?(behauptung|gerücht)",
    rating: "(die |das |unsere? )?(bewertung|urteil|einordnung|fakten?|tatsache|fazit|wahrheit|ergebnis)",
    untrue:
      "((größtenteils|überwiegend|komplett|völlig|frei) )?(falsch|unwahr|irreführend|erfunden)|fälschung|falschmeldung|falschbehauptung|fake",
    rated:
      "((größtenteils|überwiegend|teilweise|halb)[- ])?(wahr|richtig|zutreffend|korrekt)|teilweise (falsch|irreführend)|halbwahr(heit)?|unbelegt|unbewiesen|unklar|(fehlender|ohne) kontext|aus dem zusammenhang gerissen|veraltet|satire|manipuliert|stimmt nicht|stimmt",
    rates: "wir (bewerten|stufen|beurteilen) (die|diese|das|dies|es)( \\p{Alpha}+){0,5}? als",
    check: "fakten-?check\\p{Alpha}*|faktenfinder|faktenfuchs",
  },
  ownCorrections: {
    retraction:
      "ich lag (?:\\p{Alpha}+ ){0,2}falsch|(?:habe? ich|ich habe?) mich (?:\\p{Alpha}+ ){0,2}(?:geirrt|getäuscht|vertan)|(?:habe? ich|ich habe?) (?:de[nr]|das|die|meinen?|mein) (?:\\p{Alpha}+ ){1,3}(?:gelöscht|entfernt|zurückgezogen)|mein[e]? (?:\\p{Alpha}+ )?(?:post|beitrag|tweet|video|posting|foto) (?:\\p{Alpha}+ ){0,3}war (?:falsch|ein fake|ein fehler|nicht richtig|unwahr)|ich (?:ziehe|nehme) (?:das|es|meine \\p{Alpha}+) zurück|ich bin (?:\\p{Alpha}+ ){0,5}(?:he)?reingefallen",
    correction:
      "(?:habe? ich|ich habe?) (?:\\p{Alpha}+ ){0,4}(?:verwechselt|falsch (?:verstanden|gelesen|gehört))|ich (?:muss|möchte) (?:mich|das|meinen \\p{Alpha}+) (?:korrigieren|berichtigen|richtigstellen)|mein fehler",
    label: "korrektur|berichtigung|richtigstellung|edit",
    unless: "wenn|falls|ob|sagt|sagte|behauptet|hoffe|glaube",
  },
  responses: {
    denial: [
      "dementier(t|te|ten|en|e)",
      "Dementi",
      "widerspr(ach|achen|icht|echen)",
      "bestr(itt|itten|eitet|eiten|eite)",
      "w(ies|iesen|eist|eisen|eise) ([^.;]{2,160} )?(zurück|von sich)",
      "zurück(gewiesen|weisen|wies|weist|zuweisen)",
      "(ver)?w(ies|iesen|eist|eisen) ([^.;]{2,100} )?(ins|in das) (Reich|Land) der \\p{Upper}\\p{Alpha}+",
      "(tat|tut|taten|tun) ([^.;]{2,100} )?als [^.;]{2,40} ab|als [^.;]{2,40} abgetan",
      "(lebe|lebt|leben) (ja |doch |also )?noch(?! (in|bei|mit|auf|von))|(ist|sei|bin|sind|seien) (\\p{Alpha}+ ){0,2}(am Leben|wohlauf|quicklebendig|putzmunter|quietschfidel)",
      '(sprach|sprachen|spricht|sprechen|gesprochen) ([^.;,]{1,40} )?von ([^.;,]{0,30} )?["“„»«]?\\s?(\\p{Alpha}+ ){0,2}(Falsch|falsch|Lüge|Unsinn|Quatsch|Fake|Ente|Verleumdung|Kampagne|Märchen|Erfindung|haltlos|absurd)\\p{Alpha}*',
      "zerstreut(e|en)? [^.;]{0,60}(Gerücht|Sorge|Befürchtung|Zweifel)\\p{Alpha}*",
      "bestätig\\p{Alpha}+,? dass [^.;]{2,60} (falsch|gefälscht|eine Fälschung|erfunden|unecht) (ist|sei|war|sind|seien)",
      "(haben?|hat) (\\p{Alpha}+ ){0,2}nie(mals)? [^.;]{2,60}",
      '(nann|bezeichne)\\p{Alpha}* ([^.;]{2,60}? )?(als )?["“„]?\\s?(\\p{Alpha}+ ){0,3}(Falsch|falsch|Lüge|Unsinn|Quatsch|Fake|Ente|Gerücht|haltlos|unbegründet|unzutreffend|erfunden|unwahr|Fiktion|Märchen|Verleumdung|grotesk|absurd|abwegig|Spekulation)\\p{Alpha}*',
      "keine(rlei)? (Hinweise|Belege|Beweise|Anhaltspunkte|Anzeichen)",
      "(einen )?solche[nr]? (\\p{Alpha}+ )?(hat|habe|gab|gibt|gebe) es nicht( gegeben)?",
      "(tritt|treten|trat|traten) [^.;]{2,140} entgegen|entgegengetreten",
      "(wehr|verwahr)(t|te|ten|en) sich ([^.;]{2,40} )?gegen [^.;]{2,60}",
      "verneint(e|en)?",
      "abgestritten|str(itten?|eitet|eiten?) [^.;]{2,60} ab",
      "(gab|gaben|gibt|geben) (\\p{Alpha}+ ){0,2}Entwarnung",
      "handel(t|te|e) es sich ([^.;,]{1,60} )?\\p{Alpha}*([Ff]alsch|Fake|Hoax|Gerücht|Lüge|Fälschung|Satire)\\p{Alpha}*",
      "bestätig\\p{Alpha}+( [^.;,]{1,40})?, dass (\\p{Alpha}+ ){0,4}(kein|nicht|nie)\\p{Alpha}*",
      "(Quatsch|Blödsinn|Humbug|Unfug|Ammenmärchen|Zeitungsente)",
      "(kann|können|könne|konnte|konnten) (\\p{Alpha}+ ){0,4}(ausschließen|ausgeschlossen werden)|schl(ießt|ießen|oss|ossen) ([^.;]{2,80} )?(kategorisch |definitiv )?aus(?!\\p{Alpha})",
      "(hält|halten|hielt|hielten) [^.;]{2,80} für (\\p{Alpha}+ )?(falsch|unwahr|erfunden|unbegründet|haltlos|abwegig|Unsinn|ausgeschlossen)",
      "stimm(t|te|ten|en) (\\p{Alpha}+ )?(keine[rs]?|nichts|nicht)(?!\\p{Alpha})",
      "(stell|rück)(t|te|ten|en) [^.;]{2,60} (richtig|gerade)(?!\\p{Alpha})",
      "beteuer(t|te|ten|n) [^.;]{0,40}(Unschuld|unschuldig)|w(ies|iesen|eist|eisen) [^.;]{2,40} jede Schuld",
    ],
    confirmation: [
      "bestätig(t|te|ten|en)",
      "(räumten?|räumt) ([^.;]{2,80}? )?ein",
      "eingeräumt",
      "gab(en)? [^.;]{0,80}?\\bzu",
      "zugegeben",
      "gest(and|anden|eht|ehen)|zugestanden",
    ],
    partial_confirmation: [
      "(bestätig|räum)\\p{Alpha}+ (\\p{Alpha}+ ){0,3}(teilweise|zum Teil)",
      "(räum|gab|gibt|gest)\\p{Alpha}*[^.;]{1,120} (aber|jedoch|doch) (\\p{Alpha}+ )?(nicht|bestr\\p{Alpha}+|wies|weist|dement\\p{Alpha}+|kein\\p{Alpha}*)",
      "(zutreffend|richtig|wahr|korrekt) (ist|sei|war) ((lediglich|nur|allein|vielmehr|aber|hingegen) ?)?,? ?dass",
    ],
    explanation: [
      "erklär(t|te|ten) [^.;,]{2,60} mit",
      "(führ(t|te|ten)|begründ\\p{Alpha}+) [^.;]{2,80} (auf|mit) [^.;]{2,60}",
      "handel(t|te|e) es sich",
      "(Missverständnis|Verwechslung)",
    ],
    clarification: [
      "klargestellt",
      "stell(t|te|ten) (\\p{Alpha}+ ){0,7}klar(?!\\p{Alpha})",
      "klar(zu)?stell(en|ung)",
      "stell(t|te|ten) ([^.;,]{1,60} )?richtig",
    ],
    correction: [
      "korrigier(t|te|ten)(?! werden)",
      "berichtig(t|te|ten)",
      "((veröffentlich|druck)\\p{Alpha}+ (eine )?)?(Richtigstellung|Korrektur)",
      "(hat|haben|habe|wurden?|man) ([^.;,]{2,80} )?„?(korrigiert|berichtigt|angepasst|richtiggestellt|geändert|überarbeitet)",
      "(änder|pass)(t|te|ten) (\\p{Alpha}+ ){0,3}(Überschrift|Text|Artikel|Meldung|Bericht)\\p{Alpha}*",
    ],
    retraction: [
      "(zog|zogen|zieht) ([^.;]{2,60} )?zurück",
      "widerr(ief|iefen|uft|ufen)",
      "zurückgezogen",
      "(nahm|nahmen|nimmt) ([^.;]{2,60} )?zurück",
      "lösch\\p{Alpha}+( [^.;]{1,60}?)? und (entschuldig|bat)\\p{Alpha}*",
      "sich geirrt",
      "(wurde|ist) depubliziert|depublizier(t|te|ten)",
      "ruder(t|te|ten) (\\p{Alpha}+ )?zurück",
    ],
    apology: [
      "entschuldig(t|te|ten)( sich)?",
      "(bitt|bat)(en|et)? (\\p{Alpha}+ ){0,6}um (Entschuldigung|Verzeihung|Nachsicht)",
      "(tut|tue|täte) (\\p{Alpha}+ ){0,4}leid",
      "bedauer(n|t|te|ten) (\\p{Alpha}+ ){0,4}(Fehler|Irrtum|Versehen|Irritation\\p{Alpha}*)",
    ],
    no_comment: [
      "ließ(en)? [^.;]{2,80} unbeantwortet",
      "(keine?n?|ohne) (Stellungnahme|Kommentar|Antwort)",
      "(antwortet?en?|reagiert?en?) (\\p{Alpha}+ ){0,5}nicht",
      "lehn(t|te|ten) (\\p{Alpha}+ ){0,3}(Stellungnahme|Kommentar|Interview) (\\p{Alpha}+ ){0,2}ab",
      "weder bestätig\\p{Alpha}+ noch dementier\\p{Alpha}+",
      "(woll|mocht|möcht|könn|konn|kann|will|werd)\\p{Alpha}* ([^.;,]{1,120} )?(nicht|keine?n?) ([^.;,]{1,40} )?(äußern|kommentieren|Stellung nehmen|sagen|bestätigen|machen|geben)",
      "(gab|gaben|gibt|geben|macht|machte|machten|erteil\\p{Alpha}+) (\\p{Alpha}+ ){0,6}keine (Auskunft|Auskünfte|Angaben|Stellungnahme|Informationen|Interviews)",
      "(hielt|halten|hält|hielten) sich (\\p{Alpha}+ ){0,3}bedeckt",
      "(schwieg|schwiegen|schweigt|schweigen)( (dazu|zu [^.;]{2,40}))?",
      "(äußer)(t|te|ten|n) sich ([^.;,]{1,50} )?(nicht|weder)",
      "(ließ|lässt|ließen|lassen) ([^.;,]{1,60} )?offen|offen (gelassen|lassen)",
      "lehn(t|te|ten) ([^.;]{1,60} )?ab, [^.;]{2,60} zu (kommentieren|äußern|bestätigen)",
      "(kommentier|äußer)\\p{Alpha}+ ([^.;,]{1,60} )?(nicht|keine)(?!\\p{Alpha})",
      "(woll|mocht|möcht|könn|konn)\\p{Alpha}* ([^.;,]{1,60} )?nichts ([^.;,]{1,30} )?sagen",
    ],
    label: [
      "(mit (einem|dem)|einen) (Warnh|H)inweis",
      "(kennzeichn|markier)\\p{Alpha}* ([^.;]{2,50} )?als (\\p{Alpha}+ ){0,2}(Falsch|falsch|irreführ|manip)\\p{Alpha}*",
    ],
    takedown: [
      "(Video|Beitrag|Beiträge|Post|Konto|Account|Kanal|Nachricht|Tweet) (\\p{Alpha}+ ){0,3}(gelöscht|entfernt|gesperrt)",
      "(hat|haben|habe|hatten?|wurden?|ist|sind|sei) ([^.;]{1,120} )?(gelöscht|entfernt|(vom|aus dem) Netz genommen|offline genommen)",
      "(lösch|entfern|sperr)(t|te|ten|en) (\\p{Alpha}+ ){0,4}[\\p{Alpha}-]*(Video|Beitrag|Beiträge|Post|Posting|Konto|Account|Kanal|Nachricht|Tweet|Eintrag|Artikel|Story|Bericht)",
      "nicht mehr (abrufbar|aufrufbar|online|verfügbar)",
    ],
    investigation: [
      "(zu )?prüf(t|te|ten|en|e)(?! die Quelle)",
      "Ermittlungen (\\p{Alpha}+ ){0,3}(aufgenommen|eingeleitet)",
      "untersuch(t|te|ten)",
      "wird (derzeit )?geprüft",
      "(nahm|nimmt|nahmen|leitet\\p{Alpha}*) (\\p{Alpha}+ ){0,2}(Ermittlungen|Untersuchung) (auf|ein)",
      "(geht|gehen|ging|gingen) ([^.;,]{1,60} )?nach(?=[.,;“\\s])(?! [\\p{Upper}\\d])",
      "überprüf(t|te|ten|en|e)",
      "ermittel(t|te|ten|n)(?! werden)",
    ],
    not_reached: ["(war|waren|ist|sind) (\\p{Alpha}+ ){0,5}(nicht (zu erreichen|erreichbar)|unerreichbar)"],
    right_of_reply: ["nahm(en)? [^.;]{0,60}?Stellung"],
  },
  cueGrammar: {
    say: 'meldet(e|en)? sich(?= [^.:]{0,60}\\bzu Wort\\s*[,.:;„“"»«])|(sag|erklär|beton|bestätig|dementier|versicher|beteuer|erläuter|ergänz|schilder|kritisier|kommentier)(t|te|ten|en)|versichern|mein(t|te|ten)|(berichte|behaupte|poste|vermute|antworte)(t|te|ten|n)|schr(ieb|ieben|eibt|eiben)|dementiere|bestr(itt|itten|eitet|eiten|eite)|(?<=[“»«‘’"], )so(?= \\p{Alpha})|(?<=, )so(?= ((d(er|ie|as)|eine?) )?\\p{Upper})(?! d(er|ie|as) (Hoffnung|Fazit|Ergebnis|Vorwurf|Begründung|Idee|Plan|The|Titel|Motto|Urteil|Kritik|Argument|Vermutung|Annahme|Tenor))|(kündig(t|te|ten)|gab(en)?|gibt)(?= [^.]{0,80}\\ban\\s*[,.:;„“"»])|(räum(t|te|ten))(?= [^.]{0,80}\\bein\\b)|stell(t|te|ten)(?= [^.]{0,80}\\bklar\\b)|teil(t|te|ten)(?= [^.]{0,80}\\bmit\\s*[,.:;„“"»])|(gab(en)?|gibt|geben)(?= [^.]{0,80}\\b(bekannt|zu)\\s*[,.:;„“"»])|(warf(en)?|wirft|werfen)(?= [^.]{0,80}\\bvor\\s*[,.:;„“"»])|füg(t|te|ten)(?= [^.]{0,40}\\bhinzu\\b)|w(ies|iesen|eist|eisen|eise)(?= [^.]{0,100}\\b(zurück|darauf hin)\\b)|mitteil(t|te|ten)|mitgeteilt|bekanntg(ab|aben|ibt)|einräum(t|te|ten)|ankündig(t|te|ten)|klarstell(t|te|ten)',
    according: "laut|nach Informationen( aus| von| der| des)?|nach Angaben( von| der| des)?|zufolge|gemäß|nach Aussage( von| der| des)?",
    that: "dass|ob",
    as: "wie",
    when: "am \\p{Alpha}+tag",
    subject: "es",
    accordingBehind: "zufolge",
    relatives: "welche[rnms]?",
    plural: "(?:t|[^aeiou])en|haben|hatten",
    verbParticles: "mit|ein|an|zu|bekannt|vor|klar|hinzu",
    agentEndings: "in|er|ent|or|eur|ist|mann|frau",
    councillor: "rat",
    she: "sie|diese",
    woman: "in|frau",
    copula: "ist|sind|seien?|waren?|hat|habe|haben",
    cut: "aber|hat sich|laut",
    spreading: "(wurden?|kursier\\p{Alpha}+) +(geteilt|veröff|auf |im )",
    auxiliary: "hat|haben|hatten?|habe|ist|sind|war|waren|wurden?|wird|werden|ließ|lässt|wollten?|will|konnten?|kann",
    nobody: "man|es|mir|uns|ihnen|ihm",
    capitalNouns: true,
    determiners:
      "d(?:er|ie|as|em|en|es)selben?|(?:k?ein|mein|dein|sein|ihr|unser|eue?r)(?:e[mnrs]?)?|(?:dies|jen|jed|welch|manch|solch|all|viel|wenig|ander)e[mnrs]?|beiden?|einigen?|mehreren?|im|am|zum|zur|beim|vom|ins|ans|aufs|fürs|übers|ums|durchs",
    prepositions:
      "in|an|auf|aus|bei|mit|nach|von|zu|für|über|unter|vor|hinter|neben|zwischen|gegen|gegenüber|ohne|um|durch|seit|bis|wegen|trotz|während|samt|laut|gemäß|im|am|zum|zur|beim|vom|ins|ans|aufs|fürs|übers|ums|durchs",
    by: "von|vom|durch",
    passive: "wurden?|wird|werden|worden|ist|sind|seien?|waren?",
    modals:
      "kann|können|könnten?|konnten?|muss|müssen|müssten?|mussten?|soll|sollen|sollten?|will|wollen|wollten?|darf|dürfen|durften?|dürften?|möchten?|mag|würden?|werde[nt]?|wird|wurden?|lassen|lässt|ließ(?:en)?|zu",
    infinitiveForm: "(?:[^t]en|rn)$",
    adjectiveEndings: "e[mnrs]?",
    adverbs:
      "bitte|das|dies|dieses|auch|nicht|nie|niemals|noch|nur|schon|bereits|sogar|selbst|eben|gar|ganz|sehr|so|ja|doch|mal|wohl|etwa|rund|mehr|immer|wieder|erneut|oft|gern|gerne|kurz|zuvor|zuerst|zuletzt|zunächst|zudem|außerdem|jedoch|dagegen|hingegen|dennoch|trotzdem|deshalb|daher|deswegen|darum|also|nun|jetzt|heute|gestern|vorgestern|morgen|später|früher|dann|danach|daraufhin|damals|seither|inzwischen|unterdessen|derweil|währenddessen|zwischenzeitlich|mittlerweile|derzeit|weiter|weiterhin|ferner|ebenso|zugleich|gleichzeitig|entsprechend|hier|dort|da|dabei|dafür|dadurch|damit|daran|darauf|daraus|darin|darüber|davon|davor|dazu|hierzu|wozu|öffentlich|offiziell|schriftlich|mündlich|telefonisch|ausdrücklich|schließlich|lediglich|zumindest|immerhin|offenbar|angeblich|vielleicht|sich|es|man|was|wo|wer|woher|warum|welche[rnms]?|und|zu|hinzu|klar|bekannt|\\p{Lower}+(?:weise|falls|dings|maßen)|im übrigen",
    and: "und|oder|aber|sowie|denn|sondern|bzw",
    subordinators:
      "als|nachdem|bevor|ehe|weil|da|obwohl|während|wenn|falls|sobald|solange|indem|damit|sodass|dass|daß|ob|wie|wobei|worauf|womit|wodurch|weshalb|ohne|um|statt|anstatt|sondern|denn|doch|aber|und|oder",
    oblique:
      "de[mns]|(?:k?ein|mein|dein|sein|ihr|unser|eue?r)e[mns]|(?:dies|jen|jed|welch|all|viel|wenig|ander)e[mn]|ihnen|ihm|ihn|uns|mir|mich|dir|dich",
    anaphora: "das|dies|so",
    of: "der|des|von|vom|für|aus|bei",
    timeWords:
      "jahr(?:e[ns]?|s)?|tag(?:e[ns]?|s)?|wochen?|wochenende|monat(?:e[ns]?|s)?|stunden?|minuten?|sekunden?|uhr|(?:vor|nach)?mittag|abend|morgen|nacht|zeit|mal|(?:mon|diens|donners|frei|sams|sonn)tag(?:abend|morgen|nacht|(?:vor|nach)?mittag)?s?|mittwoch(?:abend|morgen|nacht|(?:vor|nach)?mittag)?s?",
    article: "der|die|das|dem|den|des|ein|eine|einer|eines|einem|einen|ihre?|seine?",
    alleging: "behaupt|beschuldig",
    moods: [
      ["^(.{3,200}?) (\\p{Alpha}+) zu haben$", "hat $1 $2"],
      ["^(.{3,200}?) (\\p{Alpha}+) zu sein$", "ist $1 $2"],
      ["^(?=.{3,200} (?:zu \\p{Lower}+|\\p{Alpha}{2,10}zu\\p{Alpha}+en)$)", ""],
    ],
    hearsay: "angeblich|soll(en)?(?= ([^.]|\\.(?=\\d)){2,160} (haben|sein|werden|worden)\\b)",
    untrue:
      "(ist|sei) ((?!nicht )\\p{Alpha}+ ){0,2}nichts (dran|wahr)|(ist|sind|sei|seien|war|waren) ((?!nicht |kein)\\p{Alpha}+ ){0,3}(Ente|Zeitungsente|Märchen|Blödsinn|Quatsch|unbegründet|gegenstandslos|unzutreffend|grundlos|absurd|abwegig|Gerüchte?)(?!\\p{Alpha})|(unbegründet|gegenstandslos|grundlos|absurd|abwegig|Unsinn|Quatsch) (ist|sind|war|waren|sei|seien)|(jeder|jeglicher|jedweder) (\\p{Alpha}+ )?Grundlage entbehr\\p{Alpha}*|entbehr(t|e|en|te|ten) (\\p{Alpha}+ ){0,2}(jeglicher|jedweder) (\\p{Alpha}+ )?Grundlage|(ist|sei|war|sind|seien) es nicht gekommen|nicht gekommen (ist|sei|war|sind|seien)|(keinesfalls|keineswegs|mitnichten)|(ist|sind|war|waren|sei|seien) ((?!nicht |kein)\\p{Alpha}+ ){0,2}(falsch|unwahr|erfunden|erlogen|gelogen|Unsinn|Fälschung|gefälscht|haltlos|Lüge|Falschmeldung|Fake(news)?)|(ist|sei|war) nicht wahr|(stimmt|stimme|stimmen) ((so|doch|gar|überhaupt|einfach) )?nicht|(?<!nicht )(falsch|unwahr|erfunden|gefälscht|haltlos|gelogen) (ist|sind|war|waren|sei|seien)|entbehr(t|en|te|ten) (\\p{Alpha}+ )?jeder Grundlage|kann (\\p{Alpha}+ )?keine Rede sein|nichts davon (stimmt|ist wahr|trifft zu)|(trifft|treffen|treffe) (\\p{Alpha}+ ){0,3}nicht zu|(unzutreffend|frei erfunden|aus der Luft gegriffen)|(erfunden|ausgedacht) (hat|habe|haben|hätten?|worden|wurde)|(hat|habe|haben|hatten?|hätten?) ([^.;,]{1,80} )?(erfunden|ausgedacht)|erfand(en)?|entspr(icht|echen|ach|äche) nicht (der Wahrheit|den Tatsachen)|(hat|habe|haben) es ([^.;,]{1,60} )?(nicht|nie) gegeben|(gab|gibt|gebe) es (\\p{Alpha}+ ){0,5}(nicht|keine?n?)(?!\\p{Alpha})|es (gab|gibt|gebe) (\\p{Alpha}+ ){0,3}keine?n?(?!\\p{Alpha})|(steht|stehe|stehen|stand) (\\p{Alpha}+ ){0,3}nicht (zur Debatte|zur Diskussion|an|bevor)|(ist|sind|sei|seien|war) (\\p{Alpha}+ ){0,2}nicht (geplant|vorgesehen|beabsichtigt)|(plan|beabsichtig)(t|e|en|te|ten) (\\p{Alpha}+ ){0,4}(nicht|keine?n?)(?!\\p{Alpha})|(falsch|gelogen|Lüge|nicht wahr), dass",
  },
  headline: {
    turned: "(nicht|kein\\p{Alpha}*) (\\p{Alpha}+ )?",
    denies:
      "(frei |nur |komplett )?erfunden(e[nrms]?)?|ausgedacht|desinformation|falsche[rnms]? (\\p{Alpha}*(gerüchte?|meldung|nachricht|behauptung|berichte?))n?(en)?|falschmeldung(en)?|fake[- ]?news|satire|erlogen|gefälscht|gefakt|falsch|unwahr|haltlos|fakes?|(kettenbrief|hoax)|falsch(?:behauptung|information|nachricht)(?:en)?|fälschung|deep ?fake|zeitungsente|dementi(s|ert|erte|erten|eren)?|bestr(eitet|eiten|itt|itten)|zurückweisen|kein(e|en)? (kontakt|gespräch|verhandlung|angebot|pläne|plan|einigung|absicht|interesse|anfrage|treffen)(e|en|s)?|entwarnung|übertrieben|(stimmt|stimmen|stimme) nicht|nicht (stimmt|wahr)|widerleg(t|te|en)|widerspr(icht|echen|ach|achen)|(weis(t|en)|wies(en)?) .{3,80}(zurück|von sich)|räum(t|te|en) (mit .{3,80}|.{3,80} )auf|kein(e|en)? (\\p{Alpha}+ )?(hinweis|anhaltspunkt|beleg|beweis)(e|en)?|nichts dran|unsinn|quatsch|(alles )?nur (ein )?gerüchte?|kein wort wahr|aus der luft gegriffen|zerstreu(t|en)|jeder grundlage|(stell(t|en)) (klar|richtig)|räum(t|en) auf mit",
    passes:
      "berichte?|medienbericht(en?)?|zeitungsbericht(en?)?|berichte(t|n|ten)|laut|zufolge|zweifeln?|fragezeichen|was wir wissen|was (man|bisher|bislang) .{0,20}(weiß|bekannt)|schweigt|schweigen|prüf(t|en)|ermittel(t|n)|untersuch(t|en)|offenbar|anscheinend|wohl|spekulation(en)?|wirbel um|rätsel(n|raten)?|heißt es|kann .{3,80}nicht bestätigen|soll(en)?|könnten?|dürften?|(äußer(t|n) sich nicht|kein(en)? kommentar|hält sich .{0,40}bedeckt)|(bislang|bisher) bekannt|gerüchte?|insidern?|behaupt(et|en|ung)|angst vor|sorge um|verdacht|möglich(e|er|es|erweise)?|unklar|ungewiss|diskussion(en)? (um|über)|streit um",
    confirms: "bestätigt|bestätigen|bestätigte|offiziell|räum(t|te|en) .{3,80} ein|gib(t) .{3,80} zu|gesteht",
  },
  page: {
    desk: "(?:die )?(?:online-|nachrichten)?redaktion",
    menu: "startseite politik wirtschaft kultur wissen gesundheit reise panorama",
    by: "(?:(?:veröffentlicht|geschrieben) )?von",
    bylineStart: "von ",
    dateLine: "uhr|um|veröffentlicht|aktualisiert|stand",
    published: "veröffentlicht|erstellt|stand|datum",
    joined: "registriert|mitglied seit|beigetreten|angemeldet|aktuelle zeit",
    updated: "aktualisiert|geändert",
    retraction:
      "widerruf|wir (?:widerrufen|ziehen) (?:diesen?|den|die|unseren?) (?:artikel|bericht|meldung|beitrag|darstellung)|(?:dieser|diese) (?:artikel|bericht|meldung|beitrag|text) wurde (?:zurückgezogen|gelöscht|entfernt|depubliziert)|rücknahme",
    correction:
      "korrektur(?:en|hinweis)?|korrigiert|korrigierte fassung|berichtigung(?:en)?|richtigstellung|richtig gestellt|gegendarstellung|erratum|in eigener sache|in einer (?:früheren|vorherigen|älteren|ersten|vorigen) (?:version|fassung)|eine (?:frühere|vorherige|ältere|erste|vorige) (?:version|fassung) (?:dieses|des|dieser|der)|in (?:diesem|dem) (?:artikel|bericht|text|beitrag) (?:hieß|stand|war) (?:es )?(?:zunächst|zuvor|ursprünglich|irrtümlich|fälschlich)|(?:dieser|diese|der|die) (?:artikel|bericht|meldung|beitrag|text|überschrift) wurde (?:nachträglich )?(?:korrigiert|berichtigt|geändert|angepasst)|wir haben (?:den|die|das|diesen|diese|dies) (?:\\p{Alpha}+ )?(?:korrigiert|berichtigt|geändert)|anders als (?:zunächst|zuvor|ursprünglich|hier|von uns) (?:\\p{Alpha}+ )?(?:berichtet|gemeldet|geschrieben|dargestellt)|(?:fälschlich(?:erweise)?|irrtümlich(?:erweise)?) (?:hieß|haben wir|stand|war|wurde)|wir (?:hatten|haben) (?:zunächst|ursprünglich|irrtümlich|fälschlich(?:erweise)?) (?:geschrieben|berichtet|gemeldet|behauptet)|(?:aufgrund|wegen) eines (?:redaktions|übersetzungs|übertragungs|schreib)?fehlers|wir (?:bedauern|bitten) (?:den|diesen|das|um entschuldigung)|zunächst (?:stand|hieß es) (?:hier|an dieser stelle)|uns ist ein fehler unterlaufen|richtig muss es heißen|der fehler wurde",
    ownVoice:
      "(?:wir|uns|unser\\p{Alpha}*)|(?:dies\\p{Alpha}*|de[rmn]|das|die) (?:Artikel|Text|Beitrag|Bericht|Meldung)(?! (?:de[rs]|von|über)) |d(?:ie|er) Redaktion",
    admission:
      "irrtümlich|fälschlich|versehentlich|(?:wir|die redaktion) (?:\\p{Alpha}+ ){0,4}?(?:bedauer|entschuldig|korrigier|berichtig)\\p{Alpha}+|(?:wurde|haben|ist|sind) (?:\\p{Alpha}+ ){0,5}?(?:korrigiert|berichtigt|zurückgezogen|zurückgenommen|entfernt|gelöscht)|nicht (?:länger|mehr) (?:aufrecht|zu (?:diese|unsere)\\p{Alpha}+)",
    update:
      "aktualisierung(?:en)?|aktualisiert|update|anmerkung der redaktion|anm\\. d\\. red\\.|hinweis der redaktion|klarstellung|(?:dieser|der) (?:artikel|text|beitrag) wurde (?:aktualisiert|ergänzt)",
    notFound: "(?:seite|artikel|file) (?:nicht gefunden|not found)",
  },
  wall: {
    challenge: "sind sie ein (?:mensch|roboter)|bestätigen sie, dass sie (?:ein mensch|kein roboter)",
    script: "java ?script (?:aktivieren|einschalten|ist deaktiviert)|aktivieren sie (?:bitte )?java ?script",
    consent: "bevor sie (?:zu .{1,40} )?(?:weitergehen|fortfahren)|(?:mit werbung|werbefrei) (?:weiter)?lesen.{0,600}zustimm",
  },
  boilerplate: {
    affiliate: { inside: "\\bwenn sie .{0,60}affiliate" },
    credit: { start: "(?:bild|fotos?)\\s?[:：©/]" },
    report: { start: "fehler (?:gefunden|melden)" },
    neighbour: { line: "nächster (?:artikel|beitrag)|vorheriger (?:artikel|beitrag)" },
    comments: { line: "kommentare?(?: ?\\(?\\d{1,6}\\)?)?|kommentar schreiben|\\d{1,6} kommentare" },
    login: { whole: "(?:anmelden|einloggen|registrieren)(?:$| .{0,40})" },
    share: { label: "teilen|drucken|merken" },
    newsletter: { start: "(?:jetzt )?newsletter (?:abonnieren|bestellen)" },
    cookies: { whole: "datenschutz|impressum", inside: "diese (?:web)?seite verwendet cookies" },
    advert: { label: "anzeige|werbung" },
    related: { line: "mehr zum thema|lesen sie auch|das könnte sie auch interessieren|weitere (?:artikel|themen|meldungen)" },
    "inline-teaser": { label: "lesen sie auch" },
    rights: { inside: "alle rechte vorbehalten" },
    navigation: { whole: "zum inhalt springen|startseite", label: "startseite" },
    tags: { label: "schlagwörter|themen" },
    follow: { whole: "folgen sie uns.{0,80}" },
    "reading-time": { whole: "\\d{1,3}[\\s-]?(?:min|minuten)\\.? lesezeit|lesezeit\\b.{0,20}" },
    byline: { whole: "[Aa]utors?\\s?[:：]\\s?\\S.{0,80}|[Vv]on \\p{Upper}\\p{Alpha}{1,20} \\p{Upper}\\p{Alpha}{1,25}" },
  },
  sourceCues: sourceCues({
    voiceMessage: "(?:Sprach|Ton|Audio-?)(?:[Nn]achricht|[Dd]atei|[Bb]otschaft|[Aa]ufnahme|[Mm]emo|[Mm]itteilung)(?:en|s)?",
    passedOn:
      "WhatsApp|Telegram|kursier\\p{Alpha}*|Umlauf|Runde|verbreite\\p{Alpha}*|weitergeleitet\\p{Alpha}*|geteilt\\p{Alpha}*|sozialen? (?:Netzwerken?|Medien)",
    own: "(?:sagten?|bestätigten?|erklärten?|erzählten?|verrieten?|berichteten?)(?: [^.,;]{0,40})? (?:uns|dieser (?:Zeitung|Redaktion)|(?:gegenüber )?(?:der |dem |den )?§)|nach Informationen (?:dieser (?:Zeitung|Redaktion)|(?:der |des |von )?§)|(?:gegenüber|(?:Gespräch|Interview) mit) (?:der |dem |den )?§|erfuhr (?:unsere? \\p{Alpha}+|(?:die |der |das )?§)|(?:§|unsere Zeitung)[^.,;]{0,60} (?:erfuhr|vorliegt)|unseren Informationen|wir erfuhren|lieg(?:t|en) (?:uns|der Redaktion|(?:der |dem )?§) vor",
    according:
      "laut|gemäß|glaubt man|will man|nach (?:Angaben|Informationen|Darstellung|Auskunft|Aussagen?|Berichten|Recherchen|einem Bericht|Meinung|Worten)(?: (?:von|vom|des|der|aus))?|wie aus",
    via: "via|unter Berufung auf|unter Verweis auf|mit Verweis auf|mit Bezug auf|unter Bezugnahme auf|(?:beruft|berufen|berief|beriefen|bezieht|beziehen|bezog|stützt|stützen) sich(?: dabei)? auf|zitiert|zitieren|Quelle|über|verweis(?:t|en) auf|verwies(?:en)? auf|bezugnehmend auf|gestützt auf|in Anlehnung an",
    credit: "via|Quellen?|Fotos?|Bild|Video|Dank an",
    reports:
      "(?:wirft|werfen|warf|warfen) (?:\\p{Alpha}+ ){1,4}vor|(?:referier|thematisier|dokumentier|porträtier|skizzier|unterstell|beschuldig|vermut|präsentier|druck|zeig)(?:t|te|ten)|erh[eo]b(?:t|en)?|(?:legt|legte|machte) (?:offen|öffentlich|publik)|(?:bericht|meld|veröffentlich|verbreit|post|vermeld|behaupt)et(?:e|en)?|(?:berichten|melden|veröffentlichen|verbreiten|posten|vermelden|behaupten)|(?:enthüll|twitter|teil|zitier|publizier|deck|mach|veröffentlich)(?:t|te|ten|en)|zufolge|(?:schrieb|griff|erfuhr|brachte?|gab|trug|nahm)(?:en)?|(?:schreib|erfahr|bring|greif)(?:t|en)|titel(?:t|te|ten|n)|nannten?|(?:will|wollen)(?: \\p{Alpha}+){0,3} (?:erfahren|herausgefunden|in Erfahrung gebracht) haben|(?:will|wollen)(?: \\p{Alpha}+){0,3} wissen|(?:kolportier|lancier|streu|mutmaß)(?:t|te|ten|en)|spekulier(?:t|te|ten|en)|sprich(?:t)|sprach(?:en)?|sprechen",
    denies: "(?:dementier|bestr|widerspr|wies|weist|stritt|entgegn)",
    says: '(?<=[,“”"«»–-] )so|(?:sag|erklär|beton|bestätig|meint|äußer|ergänz|erzähl|erläuter|versicher|schilder|verkünde|bekräftig|entgegn|antworte|bemerk|warn|kündig|räum|teil)(?:t|te|ten|en|n)|meinten?|fügten?|heißt|hieß|schreibt|schrieb|berichtet|berichtete|behauptet|behauptete|verriet|gestand|stellte|gab|wies',
    bracket: "hat|hatte|hatten|haben|habe|hätte",
    published:
      "berichtet|geschrieben|geteilt|gepostet|gezeigt|aufgegriffen|weitergeleitet|weiterverbreitet|erfahren|vermeldet|entdeckt|übernommen|gebracht|publik gemacht|bekannt gemacht|bekanntgemacht|gestreut|verschickt|erwähnt|ausgestrahlt|gesendet|abgedruckt|gehört|gelesen|in Umlauf gebracht|in die Welt gesetzt|losgetreten|(?:gemeldet|enthüllt|veröffentlicht|behauptet|verbreitet|kolportiert|erhoben|zitiert|genannt|aufgestellt|lanciert|publiziert|aufgedeckt)(?:e[nrs]?)?|(?:geäußert|vorgebracht)e[nrs]?|spekuliert|herausgefunden|vorgeworfen|ans Licht gebracht|an die Öffentlichkeit gebracht",
    auxiliaries: "hat|haben|hatte|hatten|habe|hätte|wurde|wurden|worden|war|waren|ist|sind|sei|seien|werden|wird",
    told: "gegenüber(?: der| dem| den)?|(?:sag|erklär|bestätig|erzähl|verrie|antworte|schilder|berichte|teil)(?:t|te|ten|en)(?: [^.,;]{0,30})? (?:gegenüber|der|dem|den)|im Gespräch mit|im Interview mit|im Interview (?:der|des)|sprach(?:en)? mit|auf Anfrage (?:von|der|des)|auf Nachfrage (?:von|der|des)",
    nouns:
      "(?:(?:Medien|Zeitungs|Presse|Exklusiv|Vorab|Agentur|Fernseh|TV-|Online-?|Magazin|Insider|Recherche)-?)?[Bb]ericht(?:e[ns]?|s)?|Berichterstattung|Meldung(?:en)?|Artikeln?|Artikels|Informationen|Beitrag(?:e?s)?|Beiträgen?|Posts?|Postings?|Nachrichten?|Tweets?|Videos?|Interviews?|Kolumne|Angaben|Version|Konto|Seite|Profil|Kanal|Gruppen?|Sprachnachrichten?|Recherchen?|Enthüllung(?:en)?|Ausgabe|Titelgeschichte|Schlagzeilen?|Story|Behauptung(?:en)?|(?:[\\p{Alpha}-]{2,14})?Vorw[uü]rfen?|Vorwurf|Geschichte|Titel|Aufmacher|Ente|Spekulation(?:en)?|Reportage|Dokumentation|Sendung|Podcast|Leitartikel|Kommentar|Aussagen?",
    media: `Medien|Account|Konto|Nutzer(?:in)?|Journalist(?:in)?|Reporter(?:in)?|Korrespondent(?:in)?|Illustrierten?|[\\p{Alpha}-]{0,20}(?:${media})(?:e?s|en)?`,
    speakers:
      "(?:Sprecher|Polizeisprecher|Unternehmenssprecher|Direktor|Minister|Präsident|Bürgermeister|Chef|Leiter|Schulleiter|Geschäftsführer)(?:in)?|Anwältin|Anwalt",
    articles: "der|die|das|den|dem|des|ein|eine|einen|einem|einer|eines|sein|seine|ihr|ihre|dieser|diese|dieses|vom|zum|zur|beim|im",
    by: "von|vom|durch",
    of: "des|der",
    on: "auf|bei|beim|über|in|im",
    from: "von|vom|aus",
    in: "in|im",
    to: "an|zu|zum|zur",
    and: "und|oder|sowie",
    relative: "der|die|das|welcher|welche",
    anonymous: "Quellen?|Insidern?|anonym\\p{Alpha}*|Zeugen?|unbekannt\\p{Alpha}*|Kreisen?",
    hoax: "falsch\\p{Alpha}*|Fake|Falschmeldung\\p{Alpha}*|Lügen?|erfunden\\p{Alpha}*|Gerüchte?n?|dementier\\p{Alpha}*|Satire|satirisch\\p{Alpha}*|stimmt nicht|unwahr",
    first:
      "zuerst|erst\\p{Alpha}*|ursprünglich\\p{Alpha}*|zunächst|erschien\\p{Alpha}*|begann|begonnen|kursier\\p{Alpha}*|stammt|stammen|Ursprung|seit|Runde",
    separately: "unabhängig davon",
    rumour: "Gerüchte?n?|Meldung(?:en)?|Nachricht(?:en)?|Berichte?n?|Behauptung(?:en)?|Geschichte|Version",
    particles: "von|der|für|und",
    noName:
      "gegenüber|unter|trotz|schließlich|nachdem|zuvor|daraufhin|danach|demnach|inzwischen|zudem|darüberhinaus|allerdings|jedoch|zunächst|zuletzt|diese[rnms]?|kein(?:e[rnms]?)?|einige|mehrere|viele|als|denn|doch|nun|\\p{Alpha}{3,}kreisen?|vorwürfen?|vorwurf|darstellung|journalisten|spekulationen?|dementi|pressemitteilung(?:en)?|laut|aber|und|oder|in|von|zu|bei|für|mit|ohne|über|seit|bis|zwischen|wenn|während|obwohl|weil|wie|ob|nein|ja|schon|heute|gestern|morgen|auch|außerdem|jetzt|so|alle|alles|nichts|niemand|mehr|sehr|was|wer|wo|wann|warum|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|quellen?|video|er|sie|es|wir|ich|man|nach|vor|dann|hier|dort|herr|frau|polizei|mann|kind(?:er)?|mädchen|eltern|(?:grund)?schule|unternehmen|konzern|werk|firma|stadt|behörden?|staatsanwaltschaft|berichte?|angaben|beitrag|beiträge|uhr|euro|millionen|milliarden|prozent|jahre?|tage?|wochen?|menschen|leute|anfrage|auskunft|vorfall|fall|ende|anfang|grund|fotos?|bild(?:er)?|monat|deutschland|berlin|internet|netz|(?:tages|wirtschafts)?zeitung|(?:nachrichten)?magazin|(?:nachrichten|boulevard)?portal|seite|website|medium|medien|(?:nachrichten)?agentur|sender|blog|account|konto|(?:nutzer|journalist)(?:in)?|blatt|berufung|verweis|medienberichte?|netzwerk(?:e?s|en)?|bündnis(?:ses)?|(?:bürger)?initiative|organisation|vereins?|verband(?:e?s)?|vereinigung|stiftung|jährige|auto|nachmittag|mittag|abend|kreis|chat|gruppen?|nachrichten?|meldung(?:en)?|behauptung(?:en)?|gerüchte?n?|artikeln?|mitteilung(?:en)?|stellungnahme|informationen|interviews?|nachfrage|redaktion|bewertung|fazit|entwarnung|damals|stelle|tat|falsch|richtig|produktion|hinweise?|bitte",
    groupBefore:
      "mein|meine|meiner|mehrere|mehreren|mehrerer|verschiedene|verschiedenen|einige|einigen|andere|anderen|viele|vielen|zahlreiche|zahlreichen|eine|ein|einer|einem|eines|einen",
    groups:
      "(?:\\p{Upper}\\p{Alpha}*-?)?(?:[Mm]edien|[Mm]edienberichten?|[Zz]eitung(?:en)?|[Zz]eitungsberichten?|[Pp]ortal(?:e|en|s)?|[Pp]resse|[Mm]agazine?|[Ss]endern?|[Aa]genturen|[Ww]ebsites?|[Ff]oren|[Ff]orum|[Bb]logs?|[Nn]utzern?|[Nn]utzerin(?:nen)?|[Zz]eugen|[Bb]ehörden|[Aa]nwohnern?|[Nn]achbarn|[Kk]reisen|[Nn]etzwerken?|[Dd]iensten?|[Gg]ruppen?|[Kk]an[aä]len?|[Kk]anal|[Ss]eiten?|[Kk]onto|[Aa]ccounts?|[Cc]hats?|[Kk]olleg(?:en?|in)|[Ff]reund(?:in)?|[Nn]achbarin|[Mm]itbewohner(?:in)?|[Ss]prachnachrichten?|[Kk]ettenbriefe?n?|[Bb]eiträgen?|[Bb]eitrag|[Pp]osts?|[Pp]ostings?|[Vv]ideos?|[Nn]achrichten|(?<=-)[Nn]achricht|[Aa]ufnahmen?|[Tt]weets?|[Ss]creenshots?|[Ff]otos?)",
    finds:
      "entdeckt(?:e|en)?|fand(?:en)?|findet|bestätigt(?:e|en)?|verbreitet(?:e|en)?|übernahm(?:en)?|übernimmt|griff(?:en)?|bekam(?:en)?|erhielt(?:en)?|vermutet(?:e)?|glaubt|hört(?:e|en)?|sah(?:en)?",
    attributed:
      "(?:[Aa]uslöser|[Uu]rsprung|[Qq]uelle|[Gg]rundlage|[Aa]nlass)[^.,;:]{0,40} (?:ist|war|sei|sind|waren)(?: \\p{Alpha}+)? (?:ein|eine|der|die|das) (?:\\p{Alpha}+ )?(?:\\p{Upper}\\p{Lower}*)?(?:[Bb]ericht|[Mm]eldung|[Aa]rtikel|[Bb]eitrag|[Ii]nterview|[Tt]weet|[Pp]ost|[Rr]echerchen) (?:von|vom|des|der|in|im|aus|auf)(?: der| dem)?|(?:ausgelöst|angestoßen|angeheizt|befeuert|entfacht|losgetreten)[^.,;:]{0,40} (?:durch|von|vom) (?:ein(?:en|er|em|e)? |den |die |dem )?(?:\\p{Lower}+ )?(?:\\p{Upper}\\p{Lower}*)?(?:[Bb]ericht|[Mm]eldung|[Aa]rtikel|[Bb]eitrag|[Ii]nterview|[Tt]weet|[Pp]ost|[Rr]echerchen) (?:von|vom|des|der|in|im|aus|auf)(?: der| dem)?|(?:zugeschrieben|zugeschriebene|zugeschriebenen|zu verdanken)|wird (?:dem|der) |(?:Nachricht|Meldung|Informatione?n?|Gerücht|Geschichte|Behauptung) (?:stamm|komm)(?:t|en|te|ten)(?: \\p{Alpha}+){0,2} (?:von|vom|aus)|(?:in die Welt gesetzt|in Umlauf gebracht|gestreut|enthüllt|aufgedeckt) (?:hat|hatte|haben)(?: (?:das|die|den) \\p{Alpha}+)?",
    nounAfter:
      "-(?:Berichte?s?n?|Meldung|Artikels?|Recherchen?|Informationen|Beitrag|Beiträge|Videos?|Interviews?|Reporterin|Reporter|Kolumne|Angaben|Posts?|Nutzer|Nutzerin)",
    groupAdjectives: "(?:eines|einer|der|des|von) (?:\\p{Lower}+ )?\\p{Upper}\\p{Alpha}+",
    capitalArticles: "Der|Die|Das",
    noSource: `(?:(?:(?:[\\p{Alpha}.]{1,30}-)?(?:\\p{Upper}\\p{Lower}*)?)(?:ceo|berichte?n?|meldung(?:en)?|artikeln?|informationen|beitrag|angaben|bestätigung|stellungnahme|aussagen?|recherchen|quellen|(?:sprecher|chef|sekretär|minister|direktor|präsident|meister|leiter|nutzer|reporter|journalist|korrespondent|insider)(?:in)?|anwältin|anwalt|rätin|rat|pressestelle|redaktion|experte|expertin)|(?:\\p{Upper}{2,3}-)?(?:(?:Nachrichten|Presse|Wirtschafts|Boulevard|Klatsch|Promi|Sport|Fach|Branchen|Online|Internet|Fernseh|TV-|Radio|Rundfunk|Satire|Staats|Tages|Wochen|Technik|Finanz|Recherche)-?)?(?:${media})|dr\\.?|prof\\.?)(?: (?:von|vom|der|des|aus|zu|zum|zur))?`,
    adverbs:
      "am \\p{Alpha}+tag(?:abend|morgen|mittag)?|heute|gestern|bereits|schon|auch|zuerst|zunächst|zuvor|später|exklusiv|ursprünglich|kürzlich|als erste[rs]?|inzwischen|in (?:seiner|ihrer) Ausgabe",
    including: "darunter|wie|namens|etwa|unter anderem|unter ihnen|beispielsweise|so auch|voran|allen voran",
  }),
  sources: {
    nameArticles: "der|die|das",
    ownArticles: "Der|Die|Das",
    siteEndings: "de|at|ch",
    credit: "quelle|laut|zuerst|berichtet",
    creditBefore: "quelle|laut|gefunden bei|zuerst bei|dank an",
    republished: "dieser (?:artikel|beitrag|text) (?:ist|erschien) zuerst|zuerst erschienen (?:in|bei|auf)",
    screenshot: "screen(?:shot|grab| ?cap(?:ture)?)s? (?:de[rs]|eine[rs]|vo[nm]|aus|unten)|bildschirmfotos?",
    translation: "übersetzung|übersetzt",
    translationOf: "übersetzt aus|übersetzung (?:von|aus|eines)",
    named: [
      "\\b[Ww]ie\\s+(?:zuerst\\s+)?NAME\\s+(?:zuerst\\s+)?(?:berichtet|meldet|berichtete|meldete)\\w*",
      "\\b(?:[Ll]aut|[Nn]ach)\\s+(?:einem\\s+)?(?:Bericht|Informationen|Angaben|Recherchen)\\s+(?:des|der|von|im|in\\s+der)\\s+NAME",
      "\\b(?:[Zz]uerst|[Zz]unächst)\\s+(?:berichtete|hatte|meldete)\\s+NAME",
    ],
    reports: "\\bNAME\\s+(?:meldete?|berichtete?)\\b",
    outlet: "dpa|AFP|Spiegel|Zeit|Echo|Merkur|Presse|Anzeiger|Bote|Tagblatt|Rundfunk|Radio|Fernsehen|Magazin|Morgenpost|Abendblatt",
    outletEnding:
      "(?:[Zz]eitung|[Bb]latt|[Kk]urier|[Nn]achrichten|[Bb]oten?|[Aa]nzeiger|[Rr]undschau|[Ff]unk|[Pp]ost|[Pp]resse|[Bb]ild|[Ww]elt|[Ee]cho)",
    articles: "der|die|das|dem|den",
    particles: "für",
  },
  beforeNames: "[Ii]n|[Vv]on|[Aa]us|[Bb]ei|[Nn]ach|[Gg]egen|[Mm]it|[Aa]n|und|[Ff]ür",
  comparison: {
    hedges:
      "angeblich|mutmaßlich(?:e[rnms]?)?|anscheinend|offenbar|Gerüchte?n?|soll|sollen|könnte|könnten|vielleicht|vermutlich|wohl|unbestätigt(?:e[rnms]?)?",
    countries: { US: "amerika", GB: "großbritannien" },
    noCue: "nicht nur|nicht vor",
    negations: "nicht|nie|niemals|kein(?:e[rnms]?)?|niemand|nichts|bestreitet|bestreiten|bestritt|dementiert",
    credits: "laut|zufolge|nach Angaben",
  },
  wording: {
    untrue:
      "falsch\\w*|fake|erfunden\\w*|gerüchte?|lüge|satire|unwahr\\w*|dementier\\w*|bestreite\\w*|bestritt\\w*|faktencheck|hoax|ente|falschmeldung\\w*|richtigstell\\w*|korrektur|korrigier\\w*|widerr[iu]f\\w*|widerspr\\w*|gerüchten|klarstell\\w*|stellt klar|nein,|entwarnung|haltlos\\w*|unbegründet\\w*|fiktion|weist zurück|wies zurück|(?:ist|sind|noch) am Leben|lebt noch|ist (?:quick)?lebendig",
    sameReason: "aus (?:demselben|dem gleichen|diesem|denselben|den gleichen|diesen) Gr(?:und|ünden)",
    dependent:
      "danach|daraufhin|trotzdem|allerdings|dennoch|zudem|außerdem|denn|es|er|sie|ihr\\w*|sein\\w*|das (?:ist|sei|sind|war|wäre|hat|habe|wird|würde|soll\\w*|kann|könn\\w*|muss|müss\\w*|gilt|gelte|geht|gehe|heißt|bedeutet)|dies\\w*|jene\\w*|wir|ich|du|da|dort|hier|aber|und|oder|also|wenn|weil|obwohl|während|wer|was|warum|wie|wann|wo|ob|ja|nein|nun|dann|doch|auch|jedoch|stellungnahme|(?:presse)?mitteilung|erklärung|information(?:en)? (?:zu|über)|richtigstellung|hinweis",
    labels: "bericht|eilmeldung|exklusiv|update|video|aktuell|medienbericht",
    introduction: "dass",
  },
  pronouns: {
    opening: "er|sie|es|ihr",
    he: "er|sie|dieser|diese",
    it: "(das|dem|des) (Unternehmen|Unternehmens|Krankenhaus|Amt|Haus)|(die|der) (Firma|Gesellschaft|Bank|Universität|Behörde|Stadt|Hersteller|Konzern|Verein|Betreiber)",
    theCompany: "das Unternehmen",
    self: "ich|wir",
    we: "unser\\p{Alpha}{0,2}|wir|ich",
    indefinite: "eine?[mnr]?",
  },
  statements: {
    release: "pressemitteilung|presseinformation|gegendarstellung",
    releaseTitle: "stellungnahme|erklärung|richtigstellung|offener brief",
  },
  negation: {
    denied: {
      clause: "(?:bestr(?:itt|itten|eitet|eiten)|dementier(?:t|te|ten)|w(?:ies|eist) (?:\\p{Alpha}+ ){1,4}zurück|zurückgewiesen)(?=, )",
      confirming: "bestätigt?(?:e|en)?(?=, (?:dass|wonach))",
      admitting: "(?:eingeräumt|räumte?n? (?:\\p{Alpha}+ ){0,4}ein|zugegeben)(?=, (?:dass|wonach))",
      telling: "(?:urheber|verfasser|autor|quelle|verraten|durchgestochen|weitergegeben|informiert|geschrieben|verbreitet)\\p{Alpha}*",
      undone:
        "dementi [^.;]{0,40}(?:zurückgezogen|zurückgenommen|zurück)|zieh\\p{Alpha}+ [^.;]{0,20}dementi|nicht(?:s)? (?:mehr )?(?:auszuschließen|ausschließen|auszuschliessen|ausschliessen|ausgeschlossen|bestreiten|dementieren)|schließ[et]n? [^.;]{1,60} nicht (?:mehr )?aus",
      undecided: "noch nicht entschieden|(?:noch )?keine entscheidung|zu früh",
      suit: "klage|(?:straf)?anzeige",
      sues: "verklag\\p{Alpha}*|klagt|klage (?:eingereicht|erhoben)|anzeige erstattet",
    },
    noSubject: "keine?[rs]? (?:der|des|von)|niemand|weder",
    ifSo: "wenn|falls|ob|sollten?",
    besides: "und|aber|sowie|während|doch",
    ofResponse: "(nicht|kein\\p{Alpha}*|ohne|weder|nie|niemals|wollten? (\\p{Alpha}+ ){0,3}(nicht|weder))( \\p{Alpha}+){0,2} ?",
    words: "nicht|nie|niemals|keine?[nmrs]?|keinesfalls|keineswegs|mitnichten",
    ownNegative: "stimm|entbehr|hat|haben?|keine\\w*|solche\\w*",
    requested:
      "(?:forder|verlang|bat(?:en)?|bitt)\\p{Alpha}*\\s[^.;]{1,60}(?:(?<!\\p{Alpha})zu|,)\\s(?:sich )?(?:[^.;,]{1,40} zu )?|(?:fordert|verlangt|erwartet|drängt|drängen)\\p{Alpha}*\\s(?:auf\\s)?(?:eine|die)\\s(?:\\p{Alpha}+e\\s)?|(?:bat|baten|bittet|bitten)\\sum\\s(?:eine\\s)?(?:\\p{Alpha}+e\\s)?",
    after: "[^.;,]{0,60}\\snicht(?=\\s*[.;,!]|$)",
    turnedAfter: "bestr|dement|bestät|ermittel|untersuch|prüf",
  },
  claims: {
    further: "(?:und|oder|aber|sowie) dass",
    introductions: [
      [
        "rumour",
        `Gerüchte?[^.,;:]{0,60}: |(${carriers})( [^.,;:]{1,60}?)?,? (dass|wonach|in (dem|der|denen) (es heißt|behauptet wird|steht),?( dass)?|(wo|nach) (dem|der|denen))|(${carriers})[^.,;:]{0,60}, (?=\\p{Lower}[^.;,]{5,160}(?<!\\p{Alpha})(sei|seien|habe|hätten?|werde|würden?)(?!\\p{Alpha}))|behauptet worden,? (dass )?|w(ird|urde) behauptet,? (dass )?|(es heißt|heißt es|man munkelt|es wird behauptet),? (dass )?|(man (sagt|hört|erzählt)|(mir|uns) w(ird|urde) (gesagt|erzählt|berichtet))( (mir|uns|sich))?,? dass|(wirft|warf|werfen|warfen) [^.,;]{2,60} vor,?`,
      ],
    ],
    tail: "(\\p{Alpha}+ ){0,2}nach(dem)? (eine[mnrs]?|de[nmr]|die|das)( [^,;]{0,40}?)? ?(Beitr[aä]g|Post|Gerücht|Vorw[uü]rf|Video|Tweet)|(hat )?(sagte|erklärte|teilte)\\s|laut |wie (eine?|zuvor)|eine (Behauptung|Anschuldigung),",
    verdict: "(sind|ist|waren?|seien?) (\\p{Alpha}+ ){0,2}(falsch|unwahr|erfunden|erlogen|haltlos)",
    anaphor:
      "nichts davon|solche[nrsm]?|falschmeldung\\p{Alpha}*|falschnachricht\\p{Alpha}*|vorw[uü]rf\\p{Alpha}*|gerücht\\p{Alpha}*|behauptung\\p{Alpha}*|\\p{Alpha}*meldung(?:en)?|beiträge?|beitrag|foto|\\p{Alpha}*berichte?n?|berichts|berichterstattung|spekulation\\p{Alpha}*|darstellung\\p{Alpha}*|unterstellung\\p{Alpha}*|\\p{Alpha}*nachricht(?:en)?|anschuldigung\\p{Alpha}*|schlagzeilen?|das gerede|d(?:ie|er|iese) geschichte|(?:den|dem|diesen) (?:\\p{Alpha}+ )?(?:vor|todes)?fall|\\p{Lower}+ (?:das|dies)(?= (?:ab|nicht|zurück)|[.,;])|(?:ist|sind) (?:\\p{Alpha}+ )?(?:falsch|unwahr|erfunden)",
    postNouns: "konto|beitrag|video",
    breaking: "EIL(?:MELDUNG)?",
  },
};
