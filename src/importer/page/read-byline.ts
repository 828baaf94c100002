import { anyOf } from '../lexicon/any-of.ts';
import { printersMarks } from '../lexicon/printers-marks.ts';
import type { Byline, BylineRole } from '../../newspaper/byline.ts';
import { inSimplified, type Script } from '../lexicon/script.ts';
import { isClosingFormula } from '../lexicon/letter.ts';
import { labelCost } from '../lexicon/column-label.ts';
import { isHanDay } from '../lexicon/printed-date.ts';
import { readLatinByline } from './read-latin-byline.ts';
import {
  beginsAsName,
  couldBeName,
  looksLikeNames,
  readNames,
  type ReadByline,
} from './read-names.ts';

/** Marks that newspapers set before a byline. */
export const bylineMark = new RegExp(`^[${printersMarks}*]\\s*`, 'u');

const office = `${anyOf(`
  本报 本報 本刊 本台 本网 本網 本社 新华社 新華社 中新社 中央社 人民日报 特约 特約
  特派 特派员 见习 見習 实习 實習 首席 资深 資深 全媒体 全媒體 融媒体 融媒 视觉
  視覺 驻\\p{Script=Han}{1,5} 駐\\p{Script=Han}{1,5}
  记者站 记者部 政文 新闻`)}*?`;
const calling = anyOf(`
  摄影记者 攝影記者 文字记者 学生记者 小记者 记者 記者 通讯员 通訊員 通信员 评论员
  評論員 撰稿人 撰稿 撰文 作者 编译 編譯 翻译 翻譯 摄影报道 摄影(?!报道)
  攝影(?!報導) 实习生 實習生 供图 供稿 整理 执笔 口述 特约作者 读者 讀者 市民
  网友 論説委員 论说委员 編集委員 文/图 文／图 文/圖 文／圖 图/文 图文 文图`);
/** 文 and 图 begin words too (文化…): alone they are a role only before a stroke or a colon. */
const roleWord = new RegExp(`${office}(?:${calling}|[文图圖](?=[/／:：]))`, 'u');

/** A role word before its names, wherever it stands in the line. */
const roleInLine = new RegExp(
  `(?<=^|[\\s\\u3000、，,／/）)])(?:${roleWord.source})(?:[:：/／\\s\\u3000]|(?=\\p{Script=Han}))`,
  'gu',
);

/** Two or three characters, set wide or not. */
const hanName = '\\p{Script=Han}{2,3}|\\p{Script=Han} \\p{Script=Han}(?: \\p{Script=Han})?';

/** 湘源县公安局 祁安, 骑手 顾小飞: who signs, and as what. */
const places = anyOf(`
  局 站 院 校 学 村 镇 乡 社区 街道 公司 集团 书记 主任 支队 大队 中心 馆 所
  处 科 委 办 会 厂 店 班 市 县 区 年级 国小 国中 高中`);
const trades = anyOf(`
  (?:副)?[会會][长長] 理事[长長] [总總]?[干幹]事 (?:主任)?委[员員] 主任委[员員] 主席 [负負][责責]人 [联聯][络絡]人 住户 用户 失主 车主 机主 房主 (?:患者)?家属 患者 [村镇乡县区市局院校所站]长 [村鎮鄉縣區市局院校所站]長 骑手 司机 教师 医生 护士 学生 家长 业主 居民 村民 退休(?:教师|干部|工人|职工)`);
const officeAndName = new RegExp(
  `^([\\p{Script=Han}\\d（）()]{2,20}${places}|${trades})[\\s\\u3000]+(${hanName})$`,
  'u',
);

/** 坪洲街坊 駱錦萍, 水鄉國小五年級 溫小蘭, 讀者 林: where or what who signs is, in a paper of Hong Kong, Macau or Taiwan. */
const neighbourAndName = new RegExp(
  `^(\\p{Script=Han}{0,16}${anyOf(`
    街坊 居民 市民 住客 租客 村民 鄉民 讀者 家長 學生 教師 商戶 業主 司機 義工 志工 里民 鎮民 縣民 農民 漁民 退休人士 退休教師
    年級 [一二三四五六七八九十][年月日班級]`)})[\\s\\u3000]+(${hanName})$`,
  'u',
);

/** 市中医院主治医师樊清和, 一名学生家长许朝霞: what a person is stands before the name without a blank. */
const professions = anyOf(`
  医师 教授 研究员 主任 院长 住户 律师 法官 检察官 教师 讲师 农艺师 工程师 营养师 药师 护士长 站长 校长
  馆长 家长 业主 居民 村民 学生 [农渔牧]民 [菜果棉粮]农 工人 职工 干部 员工 店主 摊主 商户 个体户 老板 乘客 游客 旅客
  战士 军属 学员 志愿者 环卫工 快递员 司机 民警 会计 村支书`);
const callingAndName = new RegExp(
  `^((?:\\p{Script=Han}{2,14}[\\s\\u3000]+)?\\p{Script=Han}{0,18}${professions})[\\s\\u3000]*(${hanName})$`,
  'u',
);

/** “夜话”主持人 江 渡: who runs a column. */
const hostAndName = new RegExp(
  `^([“"《【]\\p{Script=Han}{2,10}[”"》】](?:\\p{Script=Han}{0,4})(?:主持人?|主播|主笔|编辑|坐诊|嘉宾|专家|律师|医生))[\\s\\u3000：:]+(${hanName})$`,
  'u',
);

/** 作者：连素梅，单位：县职业中专; 作者 林溪 系县一中教师. */
const authorAndPost =
  /^(?:本文)?作者[:：\s]\s*(?<name>\p{Script=Han}{2,3}|\p{Script=Han} \p{Script=Han})\s*(?:[，,；;、\s]\s*(?:作者)?(?:(?:工作)?单位|学校|地址|通联|现?居)[:：]?\s*|[，,]?\s*[系为]\s*)(?<post>\p{Script=Han}{2,20})$/u;
/** 作者单位：县林业局 作者：冷杉. */
const postAndAuthor =
  /^(?:作者)?单位[:：]\s*(?<post>\p{Script=Han}{2,20}?)[，,；;、\s]*作者[:：]\s*(?<name>\p{Script=Han}{2,3}|\p{Script=Han} \p{Script=Han})$/u;

const anonymous = new RegExp(`^(?:${office}(?:评论员|評論員|观察员|社论员)|本报编辑部)$`, 'u');

interface Part {
  label: string | undefined;
  names: string;
}

/**
 * Reads a whole block as a byline: `■ 本报记者 马腾飞`, `文/张三 图/李四`, `作者：王五（市委党校）`,
 * `記者王小明／台北報導`, `By JANE DOE and JOHN ROE, Staff Writers`. Gives undefined for anything that
 * has a word in it that is neither a role nor a name.
 */
export function readByline(
  source: string,
  script: Script = 'han-simplified',
): ReadByline | undefined {
  // 【夜校开班】 is a headline or a column, however like a name.
  if (/^【[^】]*】$/u.test(source.trim()) && !roleWord.test(source)) return undefined;
  // 十月三日 under an office signs with it, and is nobody.
  if (isHanDay(source.trim())) return undefined;
  if (script === 'japanese') {
    // ▽準決勝 is an item of a list.
    if (/^[▽▼△▲◇◆▷▶○●]/u.test(source.trim())) return undefined;
    const japanese = readJapaneseByline(source.trim());
    if (japanese) return japanese;
  }
  const text = stripBrackets(source.trim());
  const hosted = hostAndName.exec(text);
  const host = hosted && readContributor(hosted[2]!, hosted[1]!);
  if (host) return host;
  if (isClosingFormula(text) || text.length > 120 || /[。！？!?；“”"「」]/.test(text))
    return undefined;
  const latin = readLatinByline(text);
  if (latin) return latin;
  // ▽準々決勝 begins a line of results.
  if (/^[▽▼]/u.test(text) && !roleWord.test(text)) return undefined;
  const mark = bylineMark.exec(text);
  const body = text
    .slice(mark?.[0].length ?? 0)
    // 记者王小明／台北報導: where and how it was sent is no name.
    .replace(
      /\s*[／/|｜]?\s*\p{Script=Han}{2,4}[/／]?(?:综合|綜合|连线|專訪|专访)?(?:报道|報導|報道|电|電)\s*$/u,
      (tail) => (/摄影报道|攝影報導/.test(tail) ? tail : ''),
    )
    .trim();
  if (body === '') return undefined;
  // 下转六版 in brackets has four characters, as a name may.
  if (/^(?:下转|下轉|上接|紧接|緊接|转|轉)\S{0,4}[版页頁]$/u.test(body)) return undefined;
  if (anonymous.test(body)) {
    return { bylines: [{ name: body, role: 'contributor' }], strength: 'strong', certain: true };
  }
  if (isGluedWord(body)) return undefined;
  const called = readCalled(body, mark !== null);
  if (called) return called;
  const posted = (authorAndPost.exec(body) ?? postAndAuthor.exec(body))?.groups;
  const author = posted && readContributor(posted['name']!, posted['post']!);
  return author ?? readParts(body, mark !== null);
}

/** One person who signs, and what the line says that one is. */
function readContributor(text: string, label: string): ReadByline | undefined {
  const read = readNames(text);
  if (read?.names.length !== 1) return undefined;
  const byline: Byline = { name: read.names[0]!, role: 'contributor', label };
  return { bylines: [byline], strength: 'strong', certain: read.certain };
}

/** 记者手记, 记者连线: columns, and no one's name. */
function isGluedWord(body: string): boolean {
  const glued = /^(?:记者|記者|作者|评论员|評論員)(\p{Script=Han}{2,4})$/u.exec(body)?.[1];
  if (glued === undefined) return false;
  const isWord =
    !beginsAsName(glued) && (glued.length === 2 || /[你我他她们问帮看说听走跑访谈]/u.test(glued));
  // 记者于记 was 记者手记.
  return isWord || /^.记$/u.test(glued) || labelCost(body, false) < 0.3;
}

/** An office, a place or a calling with one name. */
function readCalled(body: string, isMarked: boolean): ReadByline | undefined {
  const simplified = inSimplified(body);
  const found =
    officeAndName.exec(simplified) ??
    callingAndName.exec(simplified) ??
    neighbourAndName.exec(body);
  if (!found) return undefined;
  // Glyphs are simplified one for one: what was found stands at the same place of the line as printed.
  const label = body.slice(0, found[1]!.length);
  const name = body.slice(-found[2]!.length);
  const read = roleWord.test(label) ? undefined : readContributor(name, label);
  // 农艺师 那英子: behind a gap it is a name, whatever its family.
  const isApart =
    (isMarked || label.endsWith('班')) && /\s/u.test(body.slice(label.length, -name.length));
  if (!read || !(isApart || beginsAsName(read.bylines[0]!.name) || neighbourAndName.test(body))) {
    return undefined;
  }
  const isPupil = /[一二三四五六七八九十\d（()）]\s*[)）]?(?:班|年[级級])$/u.test(label);
  return { ...read, strength: isMarked || isPupil ? 'strong' : 'weak' };
}

/** Names behind and before their role words, or names alone. */
function readParts(body: string, isMarked: boolean): ReadByline | undefined {
  const parts = splitParts(body);
  if (!parts) return undefined;
  const bylines: Byline[] = [];
  let certain = true;
  for (const part of parts) {
    // （县司法局 符 节 整理）: whose office stands before the name.
    const posted = part.label === undefined ? null : officeAndName.exec(part.names);
    const read = readNames(posted?.[2] ?? part.names);
    if (!read) return undefined;
    certain &&= read.certain;
    for (const name of read.names) {
      bylines.push({
        name,
        role: roleOf(part.label),
        label: part.label,
      });
    }
  }
  // A comma parts names seldom, clauses always: `在名单中，记者发现，有三家`. 读者 and 市民 begin other
  // words than names: 读者来信, 市民 热线.
  if (
    (/[，,]/u.test(body) || parts.some(({ label }) => /读者|讀者|市民|网友/u.test(label ?? ''))) &&
    bylines.some(({ name }) => !/[·・\p{Script=Latin}]/u.test(name) && !beginsAsName(name))
  ) {
    return undefined;
  }
  const labelled = parts.some((part) => part.label !== undefined);
  if (labelled || isMarked) return { bylines, strength: 'strong', certain };
  if (looksLikeNames(body)) return { bylines, strength: 'weak', certain };
  return bylines.length === 1 && couldBeName(bylines[0]!.name)
    ? { bylines, strength: 'faint', certain }
    : undefined;
}

/** What a role word says a person did. ■ and a name alone sign a contribution. */
export function roleOf(label: string | undefined): BylineRole {
  if (label === undefined) return 'contributor';
  if (/摄影|攝影|^图$|^圖$|供图|供圖|^摄$|^攝$|photo/i.test(label)) return 'photographer';
  if (/编译|編譯|翻译|翻譯|translat/i.test(label)) return 'translator';
  if (/通讯员|通訊員|通信员|correspondent/i.test(label)) return 'correspondent';
  if (
    /记者|記者|实习生|實習生|文\s*[/／]?\s*图|图\s*[/／]?\s*文|文\s*[/／]?\s*圖|staff|reporter|by$/i.test(
      label,
    )
  ) {
    return 'reporter';
  }
  return 'contributor';
}

/** Takes one pair of brackets off that holds the whole text. */
export function stripBrackets(text: string): string {
  const match = /^[（(【〔[](.*)[)）】〕\]]$/su.exec(text);
  return match && !/[（(【〔[\])）】〕]/.test(match[1]!) ? match[1]!.trim() : text;
}

/**
 * Parts `本报记者 张三 李四 通讯员 王五 文/图` at its role words. A role may also follow its names
 * (`张三/文 李四/图`, `张三 摄`).
 */
function splitParts(body: string): Part[] | undefined {
  const trailing =
    /^(.+?)\s*[/／]?\s*(摄影报道|攝影報導|文\s*[/／]?\s*图|图\s*[/／]?\s*文|文\s*[/／]\s*圖|摄影|攝影|摄|攝|文|图|圖|撰文|整理|编译|編譯|翻译|翻譯|供稿|辑|选编)$/u;
  // 仓颉 文 鲁班 图: as 仓颉/文 鲁班/图.
  const stroked = body.replaceAll(
    /(?<=\p{Script=Han}{2,4})\s+(文|图|圖|摄|攝)(?=\s+\p{Script=Han}{2,4}\s+[文图圖摄攝]|$)/gu,
    '/$1',
  );
  if (/[/].*[/]/u.test(stroked) && stroked !== body && !/[/／]/u.test(body)) {
    return splitParts(stroked);
  }
  const pieces = body.split(/\s+(?=\S*[/／](?:文|图|圖|摄|攝)\b)/u);
  if (pieces.length > 1 || /[/／](?:文|图|圖|摄|攝)$/.test(body)) {
    const parts: Part[] = [];
    for (const piece of body.split(/(?<=[/／](?:文|图|圖|摄|攝))\s*/u).filter(Boolean)) {
      const match = trailing.exec(piece.trim());
      if (!match) return undefined;
      const inner = splitParts(match[1]!);
      if (!inner) return undefined;
      for (const part of inner) parts.push({ label: part.label ?? match[2]!, names: part.names });
    }
    return parts;
  }
  const marks: { start: number; end: number; label: string }[] = [];
  for (const match of body.matchAll(roleInLine)) {
    marks.push({
      start: match.index,
      end: match.index + match[0].length,
      label: match[0].replace(/[:：/／\s\u3000]+$/u, ''),
    });
  }
  if (marks.length === 0) {
    const match = trailing.exec(body);
    if (match && match[1]!.length >= 2 && /[摄攝文图圖整撰编編翻供辑选]/.test(match[2]!)) {
      const separated = /[\s/／\u3000]/.test(body.slice(match[1]!.length, match[1]!.length + 1));
      if (separated || /^[摄攝]/.test(match[2]!)) return [{ label: match[2]!, names: match[1]! }];
    }
    return [{ label: undefined, names: body }];
  }
  const parts: Part[] = [];
  const before = body.slice(0, marks[0]!.start).trim();
  if (before !== '') parts.push({ label: undefined, names: before });
  for (const [index, mark] of marks.entries()) {
    let names = body.slice(mark.end, marks[index + 1]?.start ?? body.length).trim();
    const tail = trailing.exec(names);
    let label = mark.label;
    // 邹 文: one name set as wide as three.
    const isName = /^\p{Script=Han}$/u.test(tail?.[1] ?? '');
    if (tail && !isName && /[\s/／\u3000]/.test(names[tail[1]!.length] ?? '')) {
      names = tail[1]!;
      if (/[摄攝]/.test(tail[2]!)) label = `${label} ${tail[2]!}`;
    }
    // 文/图 记者 张三: the first role has no names of its own.
    if (names === '') continue;
    parts.push({ label, names });
  }
  return parts.length === 0 ? undefined : parts;
}

const japaneseOffice = anyOf('本紙 論説 編集 科学 政治 経済 社会');
const han = '[\\p{Script=Han}々]{1,4}[\\s　]?';
const japaneseName = `${han}[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}々ー]{1,5}`;
const furtherName = `[、，・][\\s　]*${han}[\\p{Script=Han}\\p{Script=Hiragana}々]{1,4}`;
const japaneseByline = new RegExp(
  `^(?:[（(【［[]\\s*)?(${japaneseOffice}?${anyOf('記者 委員 特派員')}[・\\s　]*)?` +
    `(${japaneseName}(?:${furtherName}){0,3})(?:[\\s　]*(記者|特派員))?(?:\\s*[)）】］\\]])?$`,
  'u',
);

/** （高梨　奈緒） 【高梨奈緒】 記者・高梨奈緒: family and given name are one name, blank or none. */
function readJapaneseByline(text: string): ReadByline | undefined {
  const match = japaneseByline.exec(text);
  if (!match) return readReader(text);
  const bracketed = /^[（(【［[].*[)）】］\]]$/u.test(text);
  if (!bracketed && match[1] === undefined && match[3] === undefined) return readReader(text);
  const label = match[1]?.replace(/[・\s　]+$/u, '') ?? match[3];
  return {
    bylines: match[2]!.split(/[、，・]/u).map((name) => ({
      name: name.trim(),
      role: 'reporter',
      label,
    })),
    strength: 'strong',
    certain: true,
  };
}

const age = '(?:\\d{1,3}|[０-９]{1,3})(?:歳|才)?';
const reader = new RegExp(
  `^(?:[（(【［[]\\s*)?(?<calling>[\\p{Script=Han}\\p{Script=Katakana}ー・（）()]{2,14}?)[\\s　・、]+` +
    `(?<name>[\\p{Script=Han}々ヶ]{1,4}[\\s　]?[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}々ー]{1,5})` +
    `[\\s　]*(?:[（(]?${age}[）)]?(?:[＝=].{2,20})?|[＝=].{2,20})(?:\\s*[)）】］\\]])?$`,
  'u',
);

/** 無職 須藤トシ 79, 会社員・高林 颯太（45）, （主婦 井桁美咲＝小瀬町）: a reader with a calling and an age, under the title or at the end of a letter. */
function readReader(text: string): ReadByline | undefined {
  const { calling, name } = reader.exec(text)?.groups ?? {};
  if (name === undefined) return undefined;
  return {
    bylines: [{ name: name.trim(), role: 'contributor', label: calling! }],
    strength: 'strong',
    certain: true,
  };
}
