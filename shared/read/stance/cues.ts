/**
 * Words that show a stance, English and Chinese. A phrase matches whole words; Chinese phrases match anywhere.
 * Each class is one feature of the fitted models, so a new phrase needs `node test/eval/fit-stance.ts` to be weighed anew.
 */
import { chinese } from "../../lang/index.ts";

/** The phrases of a list. */
export const list = (text: string) => text.trim().split(/(?<!\s)\s*[,\n]\s*/);

/** Calls a claim false in the writer's own voice. */
export const REFUTE = list(`
  fake, faked, fakes, hoax, hoaxes, false, falsely, untrue, not true, isn't true, wasn't true, not real, isn't real, never happened, didn't happen,
  did not happen, debunk, debunks, debunked, debunking, bogus, fabricated, fabrication, made up, made it up, making it up, lie, lies, lied, liar, liars, lying,
  bullshit, bs, nonsense, rubbish, crap, myth, misinformation, disinformation, inaccurate, incorrect, wrong, misleading, mistaken,
  photoshopped, shopped, satire, satirical, parody, prank, discredited, disproven, disproved, disprove, busted, myths, inauthentic, staged, doctored, exaggerated, greatly exaggerated, spun out of control, never was, far-fetched, hogwash, poppycock, fantasy, fairy tale, groundless, erroneous, erroneously, mistakenly, concocted, invented, baseless, unfounded, no truth, no evidence,
  no proof, not the case, fiction, fictional, fictitious, pure fiction, propaganda, fearmongering, sensationalist, never said, didn't say, did not say, urban legend,
  not correct, not accurate, refuted, refutes, fake news, far from true, too good to be true, doesn't exist, does not exist, pseudoscience`);
/** The strongest of these cues: one is enough to turn a bare assertion into its denial. */
export const CONTRADICT = list(`
  not true, isn't true, wasn't true, is false, are false, was false, is fake, are fake, was fake, it's fake, its fake, that's fake, is a hoax, was a hoax, a hoax, hoax alert, is untrue,
  simply not true, never happened, did not happen, didn't happen, fake news, debunked, is a lie, are lies, is bogus, is fabricated, was fabricated, is made up, was made up,
  no truth to, no truth in, completely false, totally false, entirely false, not the case, isn't real, is not real, not real, is misinformation, rumor is false, rumour is false, is wrong, baseless, is unfounded`);
/** Reports somebody else's denial. */
export const DENIES = list(`
  deny, denies, denied, denying, denial, dispute, disputes, disputed, reject, rejects, rejected, dismiss, dismisses, dismissed, refute, contradicts, contradict,
  contradicted, doubts, doubt, doubted, skeptical, sceptical, skeptics, questions, questioned, retracted, retracts, retraction, denounced, insists, insisted, backtracked, debunked, rebuff, rebuffs, rebuffed, laughed off, laughs off, shoots down, shot down, shoot down, quash, quashes, quashed, dispel, dispels, dispelled, rubbishes, rubbished, pours cold water, poured cold water, throws cold water, hits back, slams, slammed, scoffs, scoffed, disavows, disavowed, repudiated, refuses to confirm, walks back, walked back, retract, withdrawn, withdraws`);
/** Hedges: the writer keeps a distance from the content. */
export const HEDGE = list(`
  reportedly, allegedly, alleged, alleges, allege, apparently, supposedly, purported, purportedly, unconfirmed, unverified, rumor, rumors, rumour, rumours, rumored, rumoured,
  claims, claim, claimed, claiming, may have, might have, may be, might be, could be, could have, appears to, appeared to, appear to, seems, seemed, suggests, suggested, suggest,
  believed to, thought to, said to be, suspected, speculation, speculate, speculated, possibly, possible, potentially, if true, not confirmed, yet to confirm, cannot be verified,
  could not be verified, couldn't verify, not been verified, independently verify, independently verified, yet to be confirmed, has not confirmed, have not confirmed, unclear, remains unclear, unknown, likely, probably, perhaps, maybe, sources, source, anonymous, unnamed`);
/** Attributes the words to another speaker. */
export const REPORT = list(`
  said, says, say, told, tells, according, report, reports, reported, reporting, announced, announces, stated, states, added, wrote, writes, tweeted, posted, confirmed, confirms, revealed, reveals,
  spokesman, spokeswoman, spokesperson, official, officials, statement, witnesses, asked, quoted, cited, citing, interview, media, newspaper, website, the post, agency, police`);
/** Agrees, or adds confirmation. */
export const AFFIRM = list(`
  true, so true, agree, agreed, exactly, yes, yep, yeah, yup, right, correct, confirmed, confirms, indeed, absolutely, definitely, of course, this is true, it's true, it is true, it's real, is real,
  i saw, i heard, i was there, can confirm, proof, evidence, fact, facts, of course, good point, well said, spot on, me too, same here, totally, precisely, verified, as expected, makes sense, breaking, rip, so sad, condolences, heartbreaking, tragic, terrible, horrible, awful`);
/** Asks, or asks for proof. */
export const ASK = list(`
  source, any source, link, proof, any proof, is it true, is this true, is that true, are you sure, really, is this real, is it real, confirm, can you confirm, confirmed, any evidence, evidence, says who,
  where is, where did, who said, how do you know, how do we know, any news, any update, any word, have you, has anyone, does anyone, do we know, what's the, what is, what are, why is, why are, why would, why did, how is, how can, how did, is there, are there, was it, is it, is this, was there, do you, did you, are they, did they, do they, did he, was he, is he, or is, wonder, wondering, curious, anyone know, does this, could this, so what`);
export const NEGATION = list(`
  not, no, never, none, nobody, nothing, neither, nor, cannot, can't, cant, don't, dont, doesn't, doesnt, didn't, didnt, isn't, isnt, aren't, arent, wasn't, wasnt, weren't, won't, wont, wouldn't, shouldn't, couldn't, hasn't, haven't, hadn't, ain't, without, hardly`);
export const SWEAR = list(`
  fuck, fucking, fucked, shit, bullshit, stupid, idiot, idiots, moron, morons, dumb, asshole, ass, bitch, damn, hell, crap, scum, disgusting, pathetic, shame, shameful, joke, disgrace, wtf, stfu, ridiculous`);
export const QUESTION_WORDS = list(`
  who, what, when, where, why, how, which, whose, is, are, was, were, do, does, did, can, could, will, would, should, has, have, isn't, aren't, wasn't, don't, doesn't, didn't, any, anyone`);

/** Words that carry no topic: skipped when claim and text are compared. */
export const STOP = new Set(
  list(`a, an, the, of, to, in, on, at, by, for, from, with, and, or, but, as, is, are, was, were, be, been, being, it, its, it's, this, that, these, those, he, she, they, them, his, her, their, him, i, you,
  we, us, our, my, your, me, not, no, so, if, than, then, there, here, has, have, had, do, does, did, will, would, can, could, may, might, should, about, into, over, after, before, up, down, out, off, just, also,
  who, what, when, where, why, how, which, all, any, more, most, some, such, own, same, too, very, s, t, u, amp, says, say, said, report, reports, reported, reportedly, claim, claims, claimed, new, video, via, rt, breaking, news, watch`),
);

/** The classes in Chinese, matched on the folded text. */
const chineseCues = Object.fromEntries(Object.entries(chinese.stance.cues).map(([kind, words]) => [kind, words.split(" ")]));
export const CHINESE = chineseCues as Record<"refute" | "deny" | "hedge" | "report" | "affirm" | "ask", string[]>;

/** Finer classes, for posts only; each is a feature of its own. */
export const POST_CUES: Record<string, string[]> = {
  agree: list(
    "agree, agreed, i agree, exactly, true, so true, very true, yes, yep, yup, yeah, indeed, absolutely, definitely, totally, correct, right, that's right, good point, well said, this, amen, precisely, spot on, 100, preach, same, +1, facts, confirmed, can confirm",
  ),
  knew: list(
    "knew it, i knew, told you, of course, obviously, obvious, clearly, no surprise, not surprised, not surprising, not shocked, as expected, figures, we all know, everyone knows, no doubt, without a doubt, must be, makes sense, i believe, i saw, i heard, i can tell, you can tell",
  ),
  grief: list(
    "pray, prayers, praying, thoughts, rip, sad, so sad, tragic, tragedy, horrible, terrible, awful, omg, oh my god, god bless, heartbreaking, condolences, sorry, hope, stay safe, safe, bless, scary, shocking, wow, damn",
  ),
  laugh: list("lol, lmao, haha, hahaha, lmfao, rofl, hilarious, funny, joke, joking, kidding"),
  correct: list(
    "actually, in fact, correction, rather, however, but, instead, technically, not exactly, the fact is, truth is, the truth, according to, it was, it wasn't, there was no, there is no, there's no, there were no, no such, different, another, other than, just, only, merely, not necessarily, nothing to do with, nope, no",
  ),
  doubt: list(
    "doubt, doubtful, i doubt, don't believe, dont believe, do not believe, can't believe, hard to believe, unbelievable, not buying, don't buy, don't think, dont think, do not think, skeptical, sceptical, suspicious, unlikely, highly unlikely, no way, impossible, yeah right, sure, not sure, questionable, conspiracy, speculation, rumor, rumors, rumour, rumours",
  ),
  order: list(
    "stop, please stop, delete, take down, retract, apologize, apologise, shut up, stfu, shut, get your facts, check your facts, fact check, facts straight, get a life, be quiet, grow up, go away, shame on, should be ashamed, quit, don't, do your research, read the",
  ),
  hostile: list(
    "you're lying, liar, liars, troll, trolls, idiot, moron, stupid, dumb, ignorant, racist, biased, bias, clickbait, tabloid, propaganda, sensationalism, irresponsible, pathetic, disgusting, ridiculous, nonsense, bullshit, bs, delusional, crazy, insane, tin foil, conspiracy theory, conspiracy theories, agenda, trash, garbage, joke",
  ),
  thanks: list("thanks, thank you, thx, ty, great, good, nice, love, awesome, congrats, well done, good job, great job"),
  request: list(
    "source, any source, sources, link, proof, evidence, evidence of, any evidence, citation, what source, where did you, where are you getting, says who, according to who, who says, who said, how do you know, confirmed, verified, is it true, is this true, is that true, true or false, any truth, really, seriously, for real, is this real, is it real, legit, can anyone confirm, can you confirm, please confirm, can someone, could someone, debunk this, help me debunk, debunk, any info, any news, any update, update, updates, more info, do you have, does anyone, anyone know, anybody know, what do you think, thoughts, please explain, explain, elaborate",
  ),
  why: list(
    "why, how, why would, why did, why is, why are, how is, how did, how can, how come, what about, what if, so what, who cares, what kind, what does, what do",
  ),
  where: list(
    "what, where, when, who, which, how many, what happened, what's, where is, who is, who are, when did, what is, is there, are there, was it, is it, did he, did they, was he, is he, are they, have they, has he",
  ),
  hear: list(
    "breaking, update, just in, reports, report, reporting, confirm, confirms, police, via, live, latest, developing, watch, video, photo",
  ),
};

for (const [kind, cues] of Object.entries(POST_CUES)) cues.push(...(chineseCues[kind] ?? []));

/** Finer classes, for articles only. */
export const ARTICLE_CUES: Record<string, string[]> = {
  "report:": list(
    "report, reports, report says, according to, reportedly, sources, source says, sources say, claims, claim, rumor, rumour, allegedly, alleged, apparently, may have, might",
  ),
  unverified: list(
    "unverified, unconfirmed, not been confirmed, not confirmed, could not be verified, cannot be verified, not independently, independently verify, independently confirm, yet to be, remains unclear, not clear, unclear, no official, has not commented, have not commented, did not respond, didn't respond, declined to comment, no comment, investigating, investigate, looking into, verify, verified, authenticity, authentic",
  ),
  social: list(
    "twitter, tweet, tweeted, tweets, facebook, instagram, reddit, youtube, viral, went viral, internet, social media, online, website, blog, post",
  ),
  official: list(
    "police, official, officials, spokesman, spokeswoman, ministry, government, minister, pentagon, department, authorities, president, military, army, white house, state department, court",
  ),
  confirmed: list(
    "confirmed, confirms, has confirmed, announced, officially, official, confirm, verified, identified, revealed, admits, admitted, acknowledged",
  ),
  hoax: list(
    "hoax, hoaxes, fake, satire, satirical, satirical website, debunked, debunks, prank, photoshopped, fooled, duped, false, not real, made up, fabricated, snopes, urban legend, publicity stunt, viral marketing",
  ),
  disbelief: list(
    "however, but, although, despite, contrary, nevertheless, actually, in fact, turns out, turned out, it turns out, not so fast, sadly, unfortunately, skeptical, skeptics, doubt, doubts, experts, questions, suspicious, conspiracy",
  ),
  doubt: list(
    "doubt, doubts, doubted, doubtful, dubious, cast doubt, casts doubt, questionable, skeptical, sceptical, skepticism, scepticism, skeptics, might not be, may not be, may not have, might not have, not all it, unclear, not clear, unlikely, implausible, authenticity, is it real, is it true, real or fake, true or false, if true, if real, if confirmed, whether, or not, remains to be seen, yet to be verified, yet to be confirmed, not yet confirmed, no confirmation, hard to believe, hard to know, difficult to verify, impossible to confirm, impossible to verify, cannot confirm, could not confirm, not officially, debate, debated, mystery, suspicion, suspicious, fishy, red flags, who knows, do not know, don't know, jury is out, grain of salt",
  ),
  cancelled: list(
    "won't, will not, wouldn't, would not, no longer, no plans, not planning, quit, quits, dropped out, drops out, pulled out, pulls out, backs out, backed out, scrapped, called off, cancelled, canceled, postponed, delayed, abandoned, isn't, wasn't, aren't, didn't, did not, hasn't, has not, have not, haven't, never, nope, turns out, turned out, not so fast, sorry, actually",
  ),
  refusal: list(
    "denied, denies, deny, denying, dismissed, rejected, refuted, disputed, insisted, insists, no truth, untrue, not true, unfounded, baseless, nonsense, denial",
  ),
  told: list("told, said in, in an interview, speaking to, told reporters, told the, wrote, explained, recalled, recounted, added"),
  hearsay: list(
    "daily mail, mirror, the sun, tmz, new york post, tabloid, local media, local reports, media reports, media outlets, state media, blog, anonymous, unnamed, insider, people familiar, familiar with the matter, who asked not to be",
  ),
};

/** Opposites of a claim's words, counted in a document about the claim. */
export const OPPOSITES: Record<string, string[]> = {
  dead: list("alive, well, unharmed"),
  died: list("alive, well"),
  dies: list("alive"),
  death: list("alive"),
  killed: list("alive, survived, safe, unharmed"),
  captured: list("safe, free, escaped"),
  kidnapped: list("safe, free"),
  abducted: list("safe, free"),
  hostage: list("safe, free"),
  stolen: list("safe, recovered, found, returned"),
  missing: list("found, safe"),
  lost: list("found"),
  arrested: list("free, released"),
  detained: list("free, released"),
  sick: list("healthy"),
  infected: list("negative, healthy"),
  positive: list("negative"),
  contracted: list("negative"),
  tested: list("negative"),
  real: list("fake, hoax"),
  fake: list("real, genuine, authentic"),
  staged: list("real, genuine"),
  true: list("false"),
  false: list("true"),
  open: list("close, closed"),
  close: list("open, stay"),
  closing: list("open"),
  ban: list("allow, allows"),
  banned: list("allowed"),
  banning: list("allow"),
  buy: list("sell"),
  hired: list("fired"),
  fired: list("hired, resigned"),
  quit: list("stay, stays, staying"),
  leave: list("stay, stays, staying"),
  leaving: list("staying"),
  join: list("leave, quit"),
  guilty: list("innocent"),
  male: list("female"),
  launch: list("delay, delayed"),
  release: list("delay, delayed"),
  cancel: list("renew, renewed"),
  canceled: list("renewed"),
  divorce: list("together"),
  split: list("together"),
};
