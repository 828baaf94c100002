/** The commonest Chinese surnames; 400 cover more than 99 % of people. Compound ones first. */
const compound =
  '欧阳 司马 上官 诸葛 东方 皇甫 尉迟 公孙 慕容 司徒 令狐 夏侯 端木 南宫 澹台 呼延 万俟 闻人 宇文 长孙 轩辕 独孤 拓跋 西门 东郭 司空 鲜于 闾丘 太史 申屠 公羊 赫连 钟离 百里 淳于 单于';
const single =
  '王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文庞樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐沿梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲成游阳裴席卫查屈鲍位覃霍翁隋植甘景薄单包司柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘古米池滕晋苑邬臧畅宫来嵺苟全褚廉简娄盖符奚木穆党燕郎邸冀谈姬屠连郜晏栾郁商蒙计喻揭窦迟宇敖糜鄢冷卓花仇艾蓝都巩稽井练仲乐虞卞封竺冼原官衣楚佟栗匡宗应台巫鞠僧桑荆谌银扬明沙薄伏岑习胥保和蔺云扈厉相晁初闫肖尚战逄代仝付邰肇逯綦丰师修杭勾占亢禹由鹿麦佘茅芮邝亓寇粟桓雍钮茹雒昝庹蔚郏璩满';

/** Family names of one character. */
export const familyNames: ReadonlySet<string> = new Set(single);

const compoundSet = new Set(compound.split(' '));

/** Whether two to four Han characters can be a Chinese person's name, by the surname alone. */
export function isPersonName(text: string): boolean {
  if (!/^\p{Script=Han}{2,4}$/u.test(text)) return false;
  if (compoundSet.has(text.slice(0, 2))) return text.length >= 3;
  return text.length <= 3 && familyNames.has(text[0]!);
}

const role = '(?:记者|通讯员|通信员|特派员|评论员|实习生|撰稿人?|作者|编译|翻译|供稿|摄影|整理)';
/** A line of names and nothing else, a role or a printer's mark before them: `■ 本报记者 侯文`. */
const nameLine = new RegExp(
  `^(?:[■□◆◇●○▲△]\\s*)?(?:\\p{Script=Han}{0,8}${role}[ \\u3000:：／/]+|(?<=[■□◆◇●○▲△]\\s*))`,
  'u',
);
/** Brackets with a role in them: a lead-in's, a signature's, a picture's. */
const bracketed = new RegExp(`[（(][^（()）。]{0,24}${role}[^（()）。]{1,60}[)）]`, 'gu');
/** `侯文斌摄`, `侯文斌/摄`, `侯文斌 摄影报道` at the end of a caption. */
const credited =
  /(?<=^|[。 \u3000（(■□])(\p{Script=Han}{2,4})[ /／]?(?:摄影报道|摄影|摄|供图)[)）]?$/u;
const roleAlone = new RegExp(`^\\p{Script=Han}{0,8}${role}$`, 'u');

/**
 * UTF-16 ranges [start, end) of a text that hold persons' names as a newspaper signs with them: after a
 * role or a printer's mark on a line of their own, in the brackets of a lead-in, before 摄. What is
 * printed in prose is not found.
 */
export function findSignedNames(text: string): readonly (readonly [start: number, end: number])[] {
  const found: [number, number][] = [];
  const addNames = (from: number, to: number): void => {
    for (const token of text.slice(from, to).matchAll(/\p{Script=Han}+/gu)) {
      let start = from + token.index;
      let name = token[0];
      const glued = new RegExp(`^\\p{Script=Han}{0,8}?${role}`, 'u').exec(name)?.[0].length ?? 0;
      if (roleAlone.test(name)) continue;
      start += glued;
      name = name.slice(glued);
      if (name.length <= 3 || isPersonName(name)) found.push([start, start + name.length]);
    }
  };
  if (text.length <= 40 && !/[。！？，；]/u.test(text)) {
    const match = nameLine.exec(text);
    if (match) addNames(match[0].length, text.length);
  }
  for (const match of text.matchAll(bracketed)) {
    const inner = match[0].search(new RegExp(role, 'u'));
    addNames(match.index + inner, match.index + match[0].length);
  }
  const credit = credited.exec(text);
  if (credit && isPersonName(credit[1]!)) {
    found.push([credit.index, credit.index + credit[1]!.length]);
  }
  return found;
}

/** What names of Mongols, Tibetans, Uighurs and Kazakhs are made of, which have no family name to go by. */
const givenNames =
  /巴特尔|巴图|额尔|其其格|其木格|高娃|图雅|卓玛|扎西|次仁|多吉|央金|拉姆|尼玛|达娃|格桑|旦增|边巴|措姆|才让|才旦|仁青|桑吉|古丽|阿依|买买提|艾山|吐尔|库尔班|努尔|热合|木沙|别克|拜克|哈斯|娜仁|牧仁|萨仁|乌云|斯琴|乌力吉|布和|那仁|那日苏|宝音|苏和|孟和|朝鲁|呼和|图门/u;

/** 呼和巴特尔, 米热古丽: one name of three to six characters, however many family names it seems to hold. */
export function isGivenNameAlone(text: string): boolean {
  return /^\p{Script=Han}{3,6}$/u.test(text) && givenNames.test(text);
}

/** Who is honoured, by kind or by place (`见义勇为：雷震 冉冉`), or one after another. */
export function isNameList(text: string): boolean {
  if (/^\p{Script=Han}{2,6}(?:[ \u3000]+\p{Script=Han}{2,6}){3,}$/u.test(text.trim())) return true;
  return /^\p{Script=Han}{2,8}[：:]\s?\p{Script=Han}{2,4}(?:[ \u3000]\p{Script=Han}{2,4})*$/u.test(
    text.trim(),
  );
}
