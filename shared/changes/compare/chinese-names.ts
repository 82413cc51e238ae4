/** Chinese names: recognised by their surname, by a list of places and companies, or by the words that follow. */

/** The commonest surnames, which begin about 85 % of Chinese names. */
const SURNAME =
  /^(?:[王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤]|欧阳|上官|司马|诸葛)\p{Script=Han}{1,2}$/u;
const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
/** Words that a name stands before: city, university, company, title, verb of saying. */
const FOLLOWS_NAME =
  /^(?:市|省|县|区|州|国|镇|村|大学|学院|中学|小学|公司|集团|医院|法院|银行|机场|车站|地铁|港|路|桥|队|俱乐部|教授|先生|女士|主任|市长|部长|局长|总统|总理|医生|律师|记者|表示|称|说|回应|否认|指出|宣布)/u;
const PLACES = new Set(
  (
    "北京 上海 天津 重庆 河北 山西 辽宁 吉林 黑龙江 江苏 浙江 安徽 福建 江西 山东 河南 湖北 湖南 广东 海南 四川 贵州 云南 陕西 甘肃 青海 台湾 内蒙古 广西 西藏 宁夏 新疆 香港 澳门 " +
    "广州 深圳 杭州 南京 武汉 成都 西安 苏州 郑州 长沙 沈阳 青岛 大连 厦门 宁波 无锡 合肥 昆明 福州 济南 哈尔滨 长春 石家庄 太原 南宁 贵阳 兰州 海口 三亚 珠海 东莞 佛山 " +
    "中国 美国 英国 法国 德国 日本 韩国 俄罗斯 印度 加拿大 澳大利亚 意大利 西班牙 巴西 乌克兰 以色列 伊朗 泰国 越南 新加坡 马来西亚 印尼 菲律宾 墨西哥 土耳其 埃及 南非 欧盟 " +
    "纽约 伦敦 巴黎 东京 首尔 莫斯科 华盛顿 洛杉矶 旧金山 柏林 罗马 悉尼 " +
    "谷歌 苹果 微软 华为 小米 腾讯 阿里巴巴 阿里 百度 字节跳动 京东 美团 特斯拉 英伟达 亚马逊 三星 索尼 丰田 本田 比亚迪 联想 中兴 英特尔 脸书 推特 微博 抖音 微信 新华社 央视 路透社 法新社 美联社 彭博社"
  ).split(" "),
);

/** Longest Chinese name, in characters. */
export const MAX_CHINESE_NAME = 6;

/** The Chinese word around [start, end) of a text, as the segmenter cuts it. */
export function chineseWordAt(text: string, start: number, end: number): { start: number; end: number } {
  const from = Math.max(0, start - MAX_CHINESE_NAME);
  let [first, last] = [start, end];
  for (const { segment, index } of segmenter.segment(text.slice(from, end + MAX_CHINESE_NAME))) {
    const [a, b] = [from + index, from + index + segment.length];
    if (!/^\p{Script=Han}/u.test(segment)) continue;
    if (a < start && start < b) first = a;
    if (a < end && end < b) last = b;
  }
  return { start: first, end: last };
}

/** Whether a Chinese word is a name by its form, or by the words that follow it. */
export function isNameByForm(word: string, after: string): boolean {
  if (PLACES.has(word) || PLACES.has(word.replace(/[市省县区国]$/u, ""))) return true;
  if (/^\p{Script=Han}{2,8}(?:公司|集团|大学|医院|法院|银行|协会|研究院|社|报|局)$/u.test(word)) return true;
  return /^\p{Script=Han}{2,8}$/u.test(word) && (SURNAME.test(word) || (word.length <= MAX_CHINESE_NAME && FOLLOWS_NAME.test(after)));
}
