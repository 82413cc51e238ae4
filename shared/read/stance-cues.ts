/**
 * Words that show a stance, English and Chinese. A phrase matches whole words; Chinese phrases match anywhere.
 * Each class is one feature of the fitted models, so a new phrase needs `node test/eval/fit-stance.ts` to be weighed anew.
 */

const list = (text: string) => text.trim().split(/\s*[,\n]\s*/);

/** Says that a claim is false, in the writer's own voice. */
export const REFUTE = list(`
  fake, faked, fakes, hoax, hoaxes, false, falsely, untrue, not true, isn't true, wasn't true, not real, isn't real, never happened, didn't happen,
  did not happen, debunk, debunks, debunked, debunking, bogus, fabricated, fabrication, made up, made it up, making it up, lie, lies, lied, liar, liars, lying,
  bullshit, bs, nonsense, rubbish, crap, myth, misinformation, disinformation, inaccurate, incorrect, wrong, misleading, mistaken,
  photoshopped, shopped, satire, satirical, parody, prank, discredited, disproven, disproved, disprove, baseless, unfounded, no truth, no evidence,
  no proof, not the case, fiction, fictional, fictitious, pure fiction, propaganda, fearmongering, sensationalist, never said, didn't say, did not say, urban legend,
  not correct, not accurate, refuted, refutes, fake news, far from true, too good to be true, doesn't exist, does not exist, pseudoscience`);
/** The strongest of them: enough to turn a bare assertion into its denial. */
export const CONTRADICT = list(`
  not true, isn't true, wasn't true, is false, are false, was false, is fake, are fake, was fake, it's fake, its fake, that's fake, is a hoax, was a hoax, a hoax, hoax alert, is untrue,
  simply not true, never happened, did not happen, didn't happen, fake news, debunked, is a lie, are lies, is bogus, is fabricated, was fabricated, is made up, was made up,
  no truth to, no truth in, completely false, totally false, entirely false, not the case, isn't real, is not real, not real, is misinformation, rumor is false, rumour is false, is wrong, baseless, is unfounded`);
/** Tells that somebody else denies. */
export const DENIES = list(`
  deny, denies, denied, denying, denial, dispute, disputes, disputed, reject, rejects, rejected, dismiss, dismisses, dismissed, refute, contradicts, contradict,
  contradicted, doubts, doubt, doubted, skeptical, sceptical, skeptics, questions, questioned, retracted, retracts, retraction, denounced, insists, insisted, backtracked, debunked`);
/** Keeps a distance from what it tells. */
export const HEDGE = list(`
  reportedly, allegedly, alleged, alleges, allege, apparently, supposedly, purported, purportedly, unconfirmed, unverified, rumor, rumors, rumour, rumours, rumored, rumoured,
  claims, claim, claimed, claiming, may have, might have, may be, might be, could be, could have, appears to, appeared to, appear to, seems, seemed, suggests, suggested, suggest,
  believed to, thought to, said to be, suspected, speculation, speculate, speculated, possibly, possible, potentially, if true, not confirmed, yet to confirm, cannot be verified,
  could not be verified, couldn't verify, not been verified, independently verify, independently verified, yet to be confirmed, has not confirmed, have not confirmed, unclear, remains unclear, unknown, likely, probably, perhaps, maybe, sources, source, anonymous, unnamed`);
/** Puts the words in another's mouth. */
export const REPORT = list(`
  said, says, say, told, tells, according, report, reports, reported, reporting, announced, announces, stated, states, added, wrote, writes, tweeted, posted, confirmed, confirms, revealed, reveals,
  spokesman, spokeswoman, spokesperson, official, officials, statement, witnesses, asked, quoted, cited, citing, interview, media, newspaper, website, the post, agency, police`);
/** Agrees, or adds that it is so. */
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

/** The classes in Chinese, simplified and traditional; matched on the folded text. */
export const CHINESE: Record<"refute" | "deny" | "hedge" | "report" | "affirm" | "ask", string[]> = {
  refute: list(
    "不实, 不實, 谣言, 謠言, 辟谣, 闢謠, 假的, 假消息, 假新闻, 假新聞, 虚假, 虛假, 造谣, 造謠, 并非事实, 並非事實, 不是真的, 纯属虚构, 純屬虛構, 子虚乌有, 子虛烏有, 没有的事, 沒有的事, 捏造, 编造, 編造, 骗人, 騙人, 胡说, 胡說, 误传, 誤傳, 恶搞, 惡搞, 讹传, 訛傳, 从未发生, 從未發生, 与事实不符, 與事實不符, 错误信息, 錯誤訊息",
  ),
  deny: list("否认, 否認, 驳斥, 駁斥, 反驳, 反駁, 澄清, 质疑, 質疑, 不认同, 不認同, 回应称, 回應稱"),
  hedge: list(
    "据称, 據稱, 据传, 據傳, 据说, 據說, 疑似, 疑为, 疑為, 可能, 或许, 或許, 传闻, 傳聞, 网传, 網傳, 爆料, 未经证实, 未經證實, 尚未证实, 尚未證實, 涉嫌, 似乎, 据报道, 據報導, 据悉, 據悉, 有消息称, 有消息稱, 匿名",
  ),
  report: list(
    "表示, 报道, 報道, 報導, 声称, 聲稱, 宣称, 宣稱, 指出, 称, 稱, 透露, 消息人士, 发言人, 發言人, 援引, 引述, 转载, 轉載, 介绍说, 介紹說",
  ),
  affirm: list("属实, 屬實, 确实, 確實, 真的是, 没错, 沒錯, 证实, 證實, 同意, 支持, 是真的, 确认, 確認, 实锤, 實錘"),
  ask: list(
    "真的吗, 真的嗎, 是真的吗, 是真的嗎, 真的假的, 求证, 求證, 有证据吗, 有證據嗎, 消息来源, 来源呢, 吗, 嗎, 是否, 为什么, 為什麼, 怎么回事, 怎麼回事, 谁说的, 誰說的",
  ),
};
