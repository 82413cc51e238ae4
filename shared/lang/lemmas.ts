/** English forms that no stemmer brings together: irregular verbs and plurals, and the few everyday names of one thing. Base form first in each group. */
const GROUPS = `take took taken;wear wore worn;shoot shot;say said;tell told;give gave given;go went gone;get got gotten;make made;buy bought;sell sold
steal stole stolen;find found;leave left;lose lost;win won;meet met;lead led;flee fled;fight fought;catch caught;teach taught;think thought
bring brought;build built;send sent;spend spent;keep kept;sleep slept;hold held;stand stood;run ran;begin began begun;drink drank drunk
sing sang sung;sink sank sunk;swim swam swum;swear swore sworn;tear tore torn;break broke broken;speak spoke spoken;choose chose chosen
freeze froze frozen;write wrote written;ride rode ridden;drive drove driven;rise rose risen;fall fell fallen;eat ate eaten;see saw seen
know knew known;grow grew grown;throw threw thrown;fly flew flown flies;draw drew drawn;blow blew blown;show shown;pay paid;hear heard;lay laid
feed fed;bleed bled;breed bred;strike struck;hang hung;dig dug;stick stuck;bite bit bitten;hide hid hidden;forbid forbade forbidden
forget forgot forgotten;feel felt;deal dealt;mean meant;burn burnt;learn learnt;seek sought;shake shook shaken;wake woke woken;bear bore born borne
become became;come came;overthrow overthrew overthrown;withdraw withdrew withdrawn;die died dies dying dead death deaths;ban banned bans
child children kid kids;man men;woman women;foot feet;tooth teeth;mouse mice;goose geese;wife wives;knife knives;wolf wolves;leaf leaves;thief thieves
photo photos photograph photographs picture pictures pic pics image images;video videos footage clip vid;tv television;president potus pres
government govt;senator sen senators;representative rep reps congressman congresswoman;doctor dr doctors;percent pct;uk britain;eu`;

const lemmas = new Map<string, string>();
for (const group of GROUPS.split(/[;\n]/)) {
  const [base = "", ...forms] = group.trim().split(" ");
  for (const form of forms) lemmas.set(form, base);
}

/** The base form of a folded English word, or the word. */
export function lemma(word: string): string {
  return lemmas.get(word) ?? word;
}
