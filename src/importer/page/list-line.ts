import { anyOf } from '../lexicon/any-of.ts';
import { hasLatinWord } from '../lexicon/characters.ts';
import { isKinLine } from '../lexicon/kin-line.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import { isSalutation } from '../lexicon/letter.ts';
import { isPersonName } from '../lexicon/surnames.ts';
import { isWebWords } from '../lexicon/web-words.ts';
import { readEnclosedNumber, readNumber } from '../lexicon/printed-number.ts';
import type { Block } from './block.ts';
import { readByline } from './read-byline.ts';
import { readCredit } from './read-credit.ts';
import { readFolio, type Folio } from './folio.ts';
import { isGuideLine } from './jump.ts';
import { readLeadIn } from './lead-in.ts';
import { readPageCredits } from './page-credits.ts';
import { isCouplet } from './verse.ts';

/**
 * Lines that are lines in print, not pieces of wrapped prose: numbers of a draw, winners, timetables,
 * results, prices, fields of a form, by-laws, numbered items. Their ends and their gaps are print: they
 * are joined to nothing, get no stop, and are text, never a headline and never people.
 */
interface ListShape {
  readonly id: string;
  readonly example: string;
  /** How many such lines must stand together before one of them tells: 1 tells alone. */
  readonly least: 1 | 2 | 3;
  readonly is: (pieces: readonly string[], text: string) => boolean;
}

/** Who met whom: with the points between them, behind them, or behind each. */
const hanScore =
  /^(?:[A-Z]{2,5} )?[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]{2,8} ?\d{1,3} ?[：:比―–—-] ?\d{1,3} ?[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]{2,8}(?:（[^（）]{2,10}）)?$/u;
const latinScores: readonly RegExp[] = [
  /^\p{Lu}[\p{L}\p{M}.’' -]{1,24} \d{1,3}, \p{Lu}[\p{L}\p{M}.’' -]{1,24} \d{1,3}(?: \([^()]{1,12}\))?$/u,
  /^\p{Lu}[\p{L}\p{M}.’' -]{1,24} [–-] \p{Lu}[\p{L}\p{M}.’' -]{1,24} ?[ :] ?\d{1,3} ?[-–] ?\d{1,3}$/u,
];

/** Prices and scores in Latin letters begin with a capital, and are dear to look for. */
const beginsInHan = /^[\p{Script=Han}\d]/u;

/** 5月4日, 周六（4月11日）9:00, 10月3日—7日 上午: when, before a gap. */
const day =
  /^(?:(?:周|星期)[一二三四五六日天] ?(?:[（(]\d{1,2}月\d{1,2}日[)）])?|\d{1,2}月\d{1,2}日(?:[—–～~至-]{1,2}(?:\d{1,2}月)?\d{1,2}日)?(?: ?[（(](?:周|星期)[一二三四五六日天][)）])?) ?(?:\d{1,2}[：:]\d{2}(?:[—–～~-]{1,2}\d{1,2}[：:]\d{2})?|全天|[上下]午|晚上?)? /u;

const number = String.raw`[+-]?\d+(?:[.:：/／]\d+)*(?:[—–～~-]{1,2}\d+(?:[.:：/／]\d+)*)*`;
/** 2.6—3.0元/斤, 12%: a figure and its unit. */
const amount = new RegExp(
  String.raw`^${number}(?:[\p{Script=Han}℃%％‰°]{1,3}(?:/\p{Script=Han})?)?$`,
  'u',
);

/** Who mourns, in a French notice: son épouse ; ses enfants, */
const mourner = new RegExp(
  String.raw`(?:^|[\s,])(?:son|sa|ses|leurs?|tous ses)\s(?:\p{L}+\s)?` +
    anyOf(`
      épou[sx]e? mari femme compagne? fils filles? enfants? petits?-enfants arrière-petits-enfants frères? sœurs?
      parents? père mère neveux? nièces? ami[es]* famille`) +
    String.raw`\b[^.]{0,40}[;,]$`,
  'iu',
);

/** A few characters, Han or figures: prose in Latin letters has such pieces, too. */
const isBriefHan = (piece: string): boolean =>
  [...piece].length <= 10 && !/\p{Script=Latin}{2}/u.test(piece);

export const listShapes: readonly ListShape[] = [
  {
    id: 'day',
    example: '10月12日 晴 有风',
    least: 1,
    is: (_, text) => isDiaryDay(text),
  },
  {
    id: 'poet',
    example: '〔清〕佚名',
    least: 1,
    is: (_, text) => isPoetOfOld(text),
  },
  {
    id: 'fields',
    example: '联系人：宋志刚 电话：13561234567 地址：建设路18号',
    least: 1,
    is: (pieces) =>
      pieces.length >= 2 && pieces.every((piece) => /^\p{L}{1,8}[：:]\S/u.test(piece)),
  },
  {
    id: 'reach',
    example: '服务热线 0531—88881234',
    least: 1,
    is: (pieces) =>
      pieces.length === 2 &&
      /^\p{Script=Han}{0,4}(?:电话|热线|传真|手机|邮编)$/u.test(pieces[0]!) &&
      /^[\d—–-]{5,}(?:[、/][\d—–-]{5,})*$/.test(pieces[1]!),
  },
  {
    id: 'numbers',
    example: '双色球第2022131期：红球 02 08 14 19 27 30 蓝球 11',
    least: 1,
    is: (_, text) => /(?<![\d.])\d{1,8}(?: \d{1,8}){2,}(?![\d.%])/.test(text),
  },
  {
    id: 'timetable',
    example: '2路 汽车站—大学城 首班6：20 末班21：00',
    least: 1,
    is: (pieces, text) =>
      pieces.length >= 2 && (text.match(/\d{1,2}[：:]\d{2}/g)?.length ?? 0) >= 2,
  },
  {
    id: 'names',
    example: '丁玉兰（女） 王大川 刘素云（女） 张 强',
    least: 1,
    is: (pieces) =>
      pieces.length >= 4 &&
      pieces.every((piece) => /^\p{Script=Han}{1,6}(?:（\p{Script=Han}{1,6}）)?$/u.test(piece)) &&
      pieces.filter((piece) => [...piece].length <= 4 || piece.endsWith('）')).length >=
        pieces.length - 1,
  },
  {
    id: 'long-row',
    example: '今天夜间 多云 北风2级 最低气温 -3℃',
    least: 1,
    is: (pieces) =>
      pieces.length >= 4 &&
      pieces.every(isBriefHan) &&
      pieces.filter((piece) => /\d/.test(piece)).length >= 2,
  },
  {
    id: 'row',
    example: '本科一批 文科 502分',
    least: 2,
    is: (pieces, text) => pieces.length >= 3 && /[\d第名]/.test(text) && pieces.every(isBriefHan),
  },
  {
    id: 'told-row',
    example: '后天 晴 3℃—15℃ 早晨有轻霜，果农注意防冻',
    least: 2,
    is: (pieces) =>
      pieces.length >= 4 &&
      pieces.slice(0, -1).every((piece) => isBriefHan(piece) && !/[，,]|[：:]$/u.test(piece)) &&
      pieces.slice(0, -1).some((piece) => /\d/.test(piece)) &&
      [...pieces.at(-1)!].length <= 24,
  },
  {
    id: 'post',
    example: '验布工 6人 女，四十五岁以下 月薪4200元',
    least: 2,
    // Printed lines that a tool joined by blanks are of one width; fields are not.
    is: (pieces, text) =>
      pieces.length >= 3 &&
      /\d/.test(text) &&
      pieces.every((piece) => [...piece].length <= 18 && !/\p{Script=Latin}{4}/u.test(piece)) &&
      [...pieces[0]!].length <= 8 &&
      pieces.slice(0, 2).every((piece) => !/[，,；;]/u.test(piece)),
  },
  {
    id: 'figure',
    example: '6.4亿元：前三季度完成的技改投资',
    least: 2,
    is: (_, text) =>
      /^(?:[+-]?\d[\d.,/]*(?:[%％‰℃万亿]{0,2}\p{Script=Han}{0,2})|A{1,5}级)[：:]\s?\p{Script=Han}/u.test(
        text,
      ),
  },
  {
    id: 'score',
    example: '浙江105：99北京',
    least: 2,
    is: (_, text) =>
      hanScore.test(text) ||
      (!beginsInHan.test(text) && latinScores.some((score) => score.test(text))),
  },
  {
    id: 'results-head',
    example: '▽準決勝（県営）',
    least: 1,
    is: (_, text) => /^[▽▼][^。！？]{2,40}$/u.test(text),
  },
  {
    id: 'line-up',
    example: '（北）村井、大西−野口',
    least: 1,
    is: (_, text) =>
      /^[（(][\p{Script=Han}\p{Script=Katakana}]{1,4}[)）][^。]{2,30}[−–-][^。、]{1,16}$/u.test(
        text,
      ) ||
      /^[（(](?:延長|再試合|コールド|日没|規定|[一二三四五六七八九十]{1,3}回|PK)[^（）()。]{0,14}[)）]$/u.test(
        text,
      ),
  },
  {
    id: 'pairing',
    example: '城南−桜ケ丘（10時）',
    least: 2,
    is: (_, text) =>
      /^(?=.*[\u3040-\u30ff時])[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,10}[−–-][\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{1,10}(?:[（(][^（）()]{1,12}[)）])?$/u.test(
        text,
      ),
  },
  {
    id: 'mourners',
    example: 'Mme Yvonne Le Dantec, son épouse ;',
    least: 2,
    is: (_, text) => hasLatinWord(text) && mourner.test(text),
  },
  {
    id: 'beaten',
    example: '孟老根胜史小川',
    least: 2,
    is: (_, text) =>
      /^\p{Script=Han}{2,4}(?:[险大完]?胜|负|不敌|战平)\p{Script=Han}{2,4}$/u.test(text),
  },
  {
    id: 'drawn',
    example: '牛建平和尚文',
    least: 3,
    is: (_, text) => /^\p{Script=Han}{2,4}[和平]\p{Script=Han}{2,4}$/u.test(text),
  },
  {
    id: 'kin',
    example: '子 谢勇 谢军',
    least: 2,
    is: (_, text) => isKinLine(text),
  },
  {
    id: 'games',
    example: '（11：8 9：11 11：6 11：7）',
    least: 1,
    is: (_, text) => /^[（(]?(?:\d{1,2}[：:-]\d{1,2}[ 、]?){3,}[)）]?$/.test(text),
  },
  {
    id: 'label',
    example: '女子团体决赛：',
    least: 2,
    is: (_, text) => /^\p{Script=Han}{2,12}[：:]$/u.test(text) && !isSalutation(text),
  },
  {
    id: 'departed',
    example: '石渡 トメさん（93）佐原市本町 20日死去',
    least: 2,
    is: (_, text) => /^\S{1,6} ?\S{0,8}さん[（(]\d{1,3}[)）]/u.test(text),
  },
  {
    id: 'haiku',
    example: '母の日の母の背中を流しけり 山辺 戸村 春江',
    least: 2,
    is: (_, text) =>
      /^(?=.{0,20}\p{Script=Hiragana})[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー]{9,24}(?: \p{Script=Han}{1,5}){2,3}$/u.test(
        text,
      ),
  },
  {
    id: 'ranked',
    example: '1 马小雨（一中）5米21',
    least: 2,
    is: (_, text) => /^\d{1,2} \p{Script=Han}[^。：]{1,24}\d[^。：]{0,4}$/u.test(text),
  },
  {
    id: 'hour',
    example: '19:35 本市新闻',
    least: 2,
    is: (pieces, text) =>
      pieces.length >= 2 && /^\d{1,2}[：:]\d{2}(?:[—–～~-]{1,2}\d{1,2}[：:]\d{2})? /.test(text),
  },
  {
    id: 'amount',
    example: '西红柿 2.6—3.0元/斤',
    least: 2,
    is: (pieces) => pieces.length === 2 && [...pieces[0]!].length <= 10 && amount.test(pieces[1]!),
  },
  {
    id: 'price',
    example: 'Soybeans $12.60 per bu.',
    least: 2,
    is: (_, text) =>
      !beginsInHan.test(text) &&
      (/^\p{Lu}[\p{L}\p{M}’' -]{1,30} [$£€]?\d[\d.,]*(?: ?[€%]|(?: per)? [\p{Ll}/]{1,6}\.?)?$/u.test(
        text,
      ) ||
        // Adults, $5.00; Children under 12, $2.50; Take-outs, add 25 cents
        /^\p{Lu}[\p{L}\p{M}\d’'. -]{1,34}[,:] (?:add )?(?:[$£€]\d[\d.,]*|\d[\d.,]* ?(?:€|cents?|¢|Euro))$/u.test(
          text,
        )),
  },
  {
    id: 'clock',
    example: 'Saturday, 1:40 a.m. - Two-car crash, no injuries.',
    least: 2,
    is: (_, text) =>
      /^(?:\p{Lu}\p{Ll}+,? )?\d{1,2}(?::\d{2})? ?[ap]\.?m\.? ?(?:[-–—:]|\p{Lu})/u.test(text),
  },
  {
    id: 'dated',
    example: '5月4日 闭馆',
    least: 2,
    is: (pieces, text) => pieces.length >= 2 && day.test(text),
  },
  {
    id: 'field',
    example: '停电范围：南关社区、棉纺厂宿舍',
    least: 2,
    is: (_, text) =>
      /^(?!记者|記者|问|答|[上下左右题題]?[图圖])(?:\p{Script=Han}{1,8}(?:、\p{Script=Han}{1,8}){0,3}(?:（[^（）]{1,8}）)?|\p{Script=Latin}[\p{Script=Latin}\p{M} ]{1,24})[：:]\s?[^\s：:][^：:。]*$/u.test(
        text.replaceAll(/(?<=\d)[：:](?=\d)/g, '.'),
      ),
  },
  {
    id: 'award',
    example: '一等奖（2名）',
    least: 2,
    is: (_, text) => award.test(text),
  },
  {
    id: 'winner',
    example: '二等奖：陆路（二中，指导教师：孔方） 安然（一中）',
    least: 2,
    is: (_, text) =>
      /^(?:[特一二三四五六]等[奖獎]|[金银铜]奖|优[秀胜]奖|[冠亚季]军|第[一二三四五六]名)(?:[（(]\d{1,3}[名篇件个人幅][)）])?[：:]\S/u.test(
        text,
      ),
  },
  {
    id: 'work',
    example: '《渡口》 孙 萍',
    least: 2,
    is: (_, text) => isWorks(text),
  },
  {
    id: 'gapped',
    example: '第二名 二年五班 黃雅婷',
    least: 3,
    is: (pieces) => pieces.length >= 3 && pieces.every(isBriefHan),
  },
  {
    id: 'measured',
    example: '92号汽油每升7.58元',
    least: 3,
    is: (_, text) => /^[^。]{0,6}\d/u.test(text) && [...text].length <= 20,
  },
];

/** What the number of an item is written as; a run of them counts up. */
const enumerations: readonly RegExp[] = [
  /^(\d{1,2})[.．、](?!\d)/,
  /^[（(](\d{1,2})[)）]/,
  /^([一二三四五六七八九十]{1,3})、/,
  /^[（(]([一二三四五六七八九十]{1,3})[)）]/u,
  /^([①-⑳])/u,
  /^\$?\\textcircled\{(\d{1,2})\}/,
];
const clause = /^第[〇零一二三四五六七八九十百\d]{1,5}[条款項项][ \u3000]/u;
const chapter = /^第[〇零一二三四五六七八九十百\d]{1,4}[章编節节][ \u3000]?\S[^。；：]{0,20}$/u;
/** 一等奖（2名）, 佳作: over the names of those who won it. */
const award =
  /^(?:[特一二三四]等[奖獎]|优[秀胜]奖|優[選勝]獎?|佳作獎?|入围奖|组织奖|第[一二三四五六]名)(?:[（(]\d{1,3}[名篇件个人幅副](?:[，,、；：:][^()（）]{1,16})?[)）])?[：:]?$/u;

/** 一等奖（2名）, 优秀奖: what was won, over who won it. */
export function isAward(text: string): boolean {
  return award.test(text.trim().replaceAll(' ', ''));
}

/** A work with whoever made it, or several in a line: 《灯》 周慧敏 《老井》 何 军. */
const work = /《[^《》]{1,24}》 ?(\p{Script=Han}(?: ?\p{Script=Han}){1,3})(?: |$)/gu;

function isWorks(text: string): boolean {
  const rest = text.replaceAll(work, (whole, name: string) =>
    isPersonName(name.replaceAll(' ', '')) ? '' : whole,
  );
  return text !== '' && rest === '';
}

const weather =
  '(?:[晴阴雨雪雾霾]|多云|有[风雨雪雾]|无风|[小中大暴阵]雨|[小中大]雪|雷阵雨|雨夹雪|晴朗|微风|大风|沙尘|霜冻)';
/** 10月12日 晴 有风, 二月十四日，星期五，小雨转阴: the day and the weather of an entry. */
const diaryDay = new RegExp(
  `^(?:\\d{4}年)?[\\d一二三四五六七八九十]{1,2}月[\\d一二三四五六七八九十]{1,3}日?(?:[ ，]?[（(]?(?:星期|周)[一二三四五六日天][)）]?)?(?:[ ，]{1,2}${weather}(?:[转间到有]${weather})?)+$`,
  'u',
);

/** Whether a line gives the day and the weather of an entry in a diary, and nothing else. */
export function isDiaryDay(text: string): boolean {
  return diaryDay.test(text.trim());
}

const dynasty =
  /^[〔［\[【（(](?:先秦|[东西]?[汉晋]|魏|南北朝|隋|唐|五代|南唐|[北南]?宋|[辽金元明清]|近代|现代|民国)(?:代|朝)?[〕］\]】)）] ?\p{Script=Han}(?: ?\p{Script=Han}){1,3}$/u;

/** Whether a line names the poet of an old poem: 〔清〕佚名, （唐）杜 甫. */
export function isPoetOfOld(text: string): boolean {
  return dynasty.test(text.trim());
}

/** Whoever wrote a couplet, under it: （作者 田广成）, （吴素琴）. */
const poet =
  /^(?:作者|撰联)[：: \u3000]\p{Script=Han}(?: ?\p{Script=Han}){1,3}$|^[（(](?:(?:作者|撰联|撰)?[：: \u3000]?|\p{Script=Han}{2,12}[ \u3000])\p{Script=Han}{2,4}[)）]$/u;

const longestLine = 80;
/** What is longer may hold blanks that a line's end has left. */
export const longestVerbatim = 44;

function piecesOf(line: string): { bare: string; pieces: readonly string[] } {
  const bare = line.replace(/。$/u, '');
  return { bare, pieces: bare.split(' ') };
}

/**
 * Names the shape of a line of a list, a table or a form; undefined for prose and all else.
 *
 * @param text one printed line or one block, without marks of Markdown
 */
function listShape(text: string): ListShape | undefined {
  // 城乡公交 7 月 1 日起调整: a tool has set blanks around its figures.
  const spaced = text
    .trim()
    .replaceAll(/[ \u3000]+/g, ' ')
    .replaceAll(/ ?(\d{1,4}) (?=[年月] ?\d)/g, '$1')
    .replaceAll(/(?<=[年月]) ?(\d{1,2}) ?(?=[月日])/g, '$1');
  // 一等奖 : 夏雨荷 (一中): a tool that sets a blank before a mark sets one before each.
  const even = /\p{Script=Han} [：:]/u.test(spaced)
    ? spaced.replaceAll(/(?<=\p{Script=Han}) (?=[：:（(])|(?<=\p{Script=Han} ?[：:（(]) /gu, '')
    : spaced;
  // 公孙晓燕(女): marks are as wide as their script sets them.
  const line = even.replaceAll(/\((?=[^()]*\p{Script=Han})([^()]*)\)/gu, '（$1）');
  if (line.length > longestLine && hours(line) >= 3) return timetable;
  if (line.length > longestLine || /[！？；!?“"\n]|(?<! );|。(?=.)/u.test(line)) return undefined;
  const isProse = /，|,(?!\d{3})/u.test(line);
  const { bare, pieces } = piecesOf(line);
  return listShapes.find(
    (shape) => (!isProse || mayHoldCommas.has(shape.id)) && shape.is(pieces, bare),
  );
}

const mayHoldCommas = new Set([
  'field',
  'score',
  'clock',
  'told-row',
  'post',
  'price',
  'figure',
  'dated',
  'hour',
  'winner',
  'day',
  'mourners',
  'line-up',
  'results-head',
]);

const hours = (text: string): number => text.match(/\d{1,2}[：:]\d{2}(?!\d)/g)?.length ?? 0;
/** However long: the whole evening of a channel may be one line. */
const timetable = listShapes.find(({ id }) => id === 'timetable');

/** What a line is in its list: a chapter's name over its clauses, a line of verse, or an item. */
export type ListPart = NonNullable<Block['list']>;

/** A list's first lines may lead to it: `中奖号码：`, `积分榜前三名：`. */
const leadsOn = /[：:]$/u;

/** 第四条 白事三日内办结，不放鞭炮。: an item that is a sentence is prose, behind its number. */
export function isSentence(text: string): boolean {
  // 后天 晴 3℃～15℃ 早晨有轻霜，果农注意防冻。 ends as one, and is a row.
  if (/^(?:[^\s，：]{1,8} ){3}/u.test(text)) return false;
  return (
    /[，、；].*[。；！？]$/u.test(text) || /^第\S{1,5}[条款項项][ \u3000].*[。；]$/u.test(text)
  );
}

/** Lines that say what they are, and are no list however like they look. */
function isSpoken(text: string): boolean {
  return (
    isGuideLine(text) ||
    isWebWords(text) ||
    readLeadIn(text) !== undefined ||
    readByline(text)?.strength === 'strong' ||
    readCredit(text) !== undefined ||
    readPageCredits(text)?.rest.trim() === ''
  );
}

function readItemNumber(text: string): { form: number; value: number } | undefined {
  for (const [form, shape] of enumerations.entries()) {
    const mark = shape.exec(text)?.[1];
    if (mark === undefined) continue;
    const value = readEnclosedNumber(mark) ?? readNumber(mark);
    if (value !== undefined) return { form, value };
  }
  return undefined;
}

/**
 * Finds the lines of lists among lines that follow each other: by their own shape, as neighbours of one
 * manner, as items that count up, behind a line that leads to them, and between such lines.
 *
 * @param lines undefined where something stands that is no plain line (a heading, a picture, a rule)
 * @param known false where wrapped prose may stand between the lines: then only neighbours' shapes tell
 * @param adjoins whether a line stands right under the one before, where a blank line parts others
 * @returns what each line is in its list; undefined for all others
 */
export function findListLines(
  lines: readonly (string | undefined)[],
  known = true,
  adjoins: readonly boolean[] = [],
): readonly (ListPart | undefined)[] {
  const sheet = new ListSheet(lines, known);
  sheet.markByShape();
  sheet.markRuns();
  if (known) {
    sheet.markVerses();
    sheet.markCouplets();
    sheet.markLed();
    sheet.markBetween();
    sheet.markAdjoining(adjoins);
  }
  return sheet.parts;
}

const listClosed = /^[（(][^（()）]{2,20}(?:供稿|提供|整理|摘编|综合)[)）]$/u;

function isTitleOfList(text: string): boolean {
  return [...text].length <= 16 && !/[\d \u3000。]|[：:]$/u.test(text);
}

/** Lines that follow each other, with what has been found of each. */
class ListSheet {
  readonly parts: (ListPart | undefined)[];
  readonly #texts: readonly (string | undefined)[];
  readonly #folios: readonly (Folio | undefined)[];
  readonly #shapes: readonly (ListShape | undefined)[];
  readonly #isAmongListed: readonly boolean[];
  readonly #spoken = new Map<number, boolean>();

  constructor(lines: readonly (string | undefined)[], known: boolean) {
    const texts = lines.map((line) => line?.trim());
    const folios = texts.map((text) => (text === undefined ? undefined : readFolio(text)));
    this.#texts = texts;
    const own = texts.map((text, index) => {
      if (text === undefined) return undefined;
      const shape = !known && isOnePiece(text) ? shapeInColumn(text) : listShape(text);
      return shape && this.#isSpoken(index) ? undefined : shape;
    });
    // 城关站 6：40 7：10 looks like a page's name and number, and so do the lines beside it.
    const isListed = (index: number): boolean =>
      own[index] !== undefined &&
      (!folios[index]?.date || own[index].id === 'field') &&
      !folios[index]?.contactsOnly;
    // 蓝球：07 looks like a page's name and number, and stands among the numbers of a draw.
    this.#isAmongListed = texts.map(
      (_, index) => isListed(index) && (isListed(index - 1) || isListed(index + 1)),
    );
    this.parts = texts.map(() => undefined);
    this.#folios = folios;
    this.#shapes = own.map((shape, index) =>
      shape === undefined ||
      (folios[index] && !folios[index].contactsOnly && !this.#isAmongListed[index]) ||
      // 最高分746分 一中统招线631分 over 本报讯 is a deck.
      (index > 0 && !own[index - 1] && readLeadIn(texts[index + 1] ?? '') !== undefined)
        ? undefined
        : shape,
    );
  }

  /** Asked only of lines that look like a list's: it asks six readers. */
  #isSpoken(index: number): boolean {
    const known = this.#spoken.get(index);
    if (known !== undefined) return known;
    const text = this.#texts[index];
    const is = text !== undefined && isSpoken(text);
    this.#spoken.set(index, is);
    return is;
  }

  #mark(index: number, part: ListPart = 'item'): void {
    const text = this.#texts[index];
    if (text === undefined || this.#isSpoken(index) || isNoticeTitle(text)) return;
    // 家常菜：萝卜炖羊肉 over its 主料： and 配料：, when the list above has been signed.
    if (listClosed.test(this.#texts[index - 1] ?? '') && isTitleOfList(text)) return;
    this.parts[index] ??= part;
  }

  /** Clauses and their chapters, lines whose shape alone says that they are of a list, and items that count up. */
  markByShape(): void {
    const numbers = this.#texts.map((text) =>
      text === undefined ? undefined : readItemNumber(text),
    );
    const hasClauses = this.#texts.some((text) => text !== undefined && clause.test(text));
    for (const [index, text] of this.#texts.entries()) {
      if (text === undefined) continue;
      if (clause.test(text)) this.#mark(index);
      else if (hasClauses && chapter.test(text)) this.#mark(index, 'chapter');
      const isPages = this.#folios[index] !== undefined && !this.#isAmongListed[index];
      if (this.#shapes[index]?.least === 1 && !isPages) this.#mark(index);
      const [own, next] = [numbers[index], numbers[index + 1]];
      if (own && own.form === next?.form && own.value + 1 === next.value) {
        this.#mark(index);
        this.#mark(index + 1);
      }
    }
  }

  /** Neighbours of one manner, as many as each asks for: a line that tells little counts for no line that tells more. */
  markRuns(): void {
    for (let start = 0; start < this.#texts.length; start += 1) {
      let end = start;
      while (this.#shapes[end] !== undefined) end += 1;
      // Where to reach the paper stands at the foot of a page, with nothing but its like.
      const isPapers = this.#folios.slice(start, end).every((folio) => folio !== undefined);
      const run = isPapers ? [] : this.#shapes.slice(start, end).map((shape) => shape!.least);
      const upTo = [0, 1, 2, 3].map((least) => run.filter((other) => other <= least).length);
      for (const [at, least] of run.entries()) {
        if (upTo[least]! >= least) this.#mark(start + at);
      }
      start = end;
    }
  }

  /** 今日看点 between results and hours: what stands over it is of another manner than what stands under it. */
  #partsLists(index: number): boolean {
    const [above, below] = [this.#shapes[index - 1], this.#shapes[index + 1]];
    const begins = (at: number): boolean => /^\d/.test(this.#texts[at] ?? '');
    return (
      above !== undefined &&
      below !== undefined &&
      (above.id !== below.id || begins(index - 1) !== begins(index + 1))
    );
  }

  /** Lines of a poem under its head. */
  markVerses(): void {
    const texts = this.#texts;
    for (let start = 0; start < texts.length; start += 1) {
      let end = start;
      while (texts[end] !== undefined && isVerseLine(texts[end]!)) end += 1;
      const lines = texts.slice(start, end).join('\n').split('\n').length;
      if (
        start > 0 &&
        end > start &&
        this.#standsUnderHead(start) &&
        lines >= (texts[end] === undefined ? 3 : 5)
      ) {
        for (let index = start; index < end; index += 1) this.#mark(index, 'verse');
      }
      start = Math.max(start, end);
    }
  }

  /** Under a heading, or the poet's name under one: 四年二班 張語彤. */
  #standsUnderHead(start: number): boolean {
    const over = this.#texts[start - 1];
    if (over === undefined) return true;
    const strength = readByline(over)?.strength;
    const isNamed = strength === 'weak' && /\s/u.test(over);
    return strength === 'strong' || (isNamed && start > 1 && this.#texts[start - 2] === undefined);
  }

  /** Couplets with their poets: 千顷金波翻稻浪 / 一村笑语入云天 / （作者 田广成）, whose line tells two of them apart. */
  markCouplets(): void {
    for (const [index, text] of this.#texts.entries()) {
      const [left, right] = [this.#texts[index - 2], this.#texts[index - 1]];
      if (text === undefined || left === undefined || right === undefined) continue;
      if (!poet.test(text) || !isCouplet([left, right])) continue;
      this.parts.splice(index - 2, 3, 'verse', 'verse', 'item');
    }
  }

  /** Names under a prize, and short lines behind a line that leads to them. */
  markLed(): void {
    for (const [index, text] of this.#texts.entries()) {
      if (text === undefined) continue;
      // 9:00 花会闭幕 alone under its day.
      if (this.#shapes[index]?.id === 'hour' && this.#texts[index - 1] === undefined) {
        this.#mark(index);
      }
      if (award.test(text) && isCouplet(firstTwoLines(this.#texts[index + 1]))) this.#mark(index);
      if (award.test(text) && isWinner(this.#texts[index + 1])) {
        this.#mark(index);
        let at = index + 1;
        for (; isWinner(this.#texts[at]) && !award.test(this.#texts[at]!); at += 1) {
          this.#mark(at);
        }
      }
      if (leadsOn.test(text) && !isSalutation(text)) this.#markLedBy(index);
    }
  }

  /** Two short lines and more without a stop, behind a line that leads to them. */
  #markLedBy(index: number): void {
    let end = index + 1;
    while (
      this.#texts[end] !== undefined &&
      isBriefLine(this.#texts[end]!, 30) &&
      (this.#shapes[end] || !opensList.test(this.#texts[end + 1] ?? ''))
    )
      end += 1;
    // 昨日赛果 under rows of names, over results: the next list's title.
    if (!this.#shapes[end - 1] && this.#shapes[end - 2] && this.#shapes[end]) end -= 1;
    if (end - index < 3) return;
    for (let at = index + 1; at < end; at += 1) this.#mark(at);
  }

  /** 职教中心 不设分数线 right under rows with figures is the last of them. */
  markAdjoining(adjoins: readonly boolean[]): void {
    for (const [index, text] of this.#texts.entries()) {
      const isRow = adjoins[index] === true && this.parts[index - 1] === 'item';
      if (!isRow || text === undefined || this.parts[index]) continue;
      if (/\p{Script=Han}[ \u3000]+\S/u.test(text) && isBriefLine(text, 24)) this.#mark(index);
    }
  }

  /** From the foot up: lines over a list that lead to it, and short ones within it. */
  markBetween(): void {
    const { parts } = this;
    for (let index = this.#texts.length - 1; index >= 0; index -= 1) {
      const text = this.#texts[index];
      if (text === undefined || parts[index] || parts[index + 1] === undefined) continue;
      const opens = index > 0 && this.#texts[index - 1] === undefined;
      const isWithin = parts[index - 1] !== undefined || opens;
      if (
        (this.#shapes[index] && !this.#folios[index]) ||
        (leadsOn.test(text) && !isSalutation(text)) ||
        award.test(text) ||
        (isWithin &&
          isBriefLine(text, 18) &&
          !couldSign(text) &&
          !this.#partsLists(index) &&
          !opensList.test(this.#texts[index + 1]!))
      )
        this.#mark(index);
    }
  }
}

/** A line or a stanza of a poem whose lines stand apart: words alone, no more than a comma behind them. */
function isVerseLine(text: string): boolean {
  return text
    .split('\n')
    .every((line) => /^\p{Script=Han}{2,14}[，、]?$/u.test(line) && !isNoticeTitle(line));
}

/** A printed line of prose has a figure and no gap as often as a line of a list. */
function isOnePiece(text: string): boolean {
  return (
    !/\S[ \u3000]+\S/u.test(text) &&
    !award.test(text) &&
    !/^\p{Script=Han}{2,8}(?:\d{1,3}[：:]\d{1,3}\p{Script=Han}{2,8}|[：:]\d{1,4})$/u.test(text)
  );
}

/** ▽準々決勝, （北）村井、大西−野口: lines that no prose has. 女子团体决赛：: a label is asked for two. */
const ofNoProse = new Set(['results-head', 'line-up', 'pairing', 'mourners', 'label']);

/** 明天：阴有小雨，北风4级: of such lines three together are no prose, of figures (湿度：75%) two. */
function shapeInColumn(text: string): ListShape | undefined {
  const shape = listShape(text);
  if (shape === undefined || ofNoProse.has(shape.id)) return shape;
  if (shape.id !== 'field') return undefined;
  // 简历投递：hr@example.com: an address is what its label says.
  const isBrief =
    ([...text].length <= 14 && /\d/.test(text)) || /[：:]\s?[\w.-]+@[\w.-]+$/u.test(text);
  return { ...shape, least: isBrief ? 2 : 3 };
}

/** （截至11月27日）, 12月3日: right under the title of a list. */
const opensList = /^（[^（）]*\d[^（）]*）$|^\d{1,2}月\d{1,2}日$/u;

/** Names as a byline has them; 石桥一套 over its hours has a family name's character by chance. */
function couldSign(text: string): boolean {
  const byline = readByline(text);
  if (byline === undefined || byline.strength === 'strong') return byline !== undefined;
  return byline.bylines.some(({ name }) => [...name].length < 4);
}

function isBriefLine(text: string, longest: number): boolean {
  return [...text].length <= longest && !/[，。！？；：,;!?:\n]/u.test(text);
}

/** Names, or a name with its number: 王桂芝 尾号3307. */
function isWinner(text: string | undefined): boolean {
  return (
    text !== undefined &&
    /^\p{Script=Han}{1,4}(?:[ \u3000、]+\p{Script=Han}{1,4})*(?:[ \u3000]\p{Script=Han}{0,4}[\d*]{3,})?$/u.test(
      text,
    )
  );
}

/** A couplet and its poet may be one block. */
function firstTwoLines(text: string | undefined): readonly string[] {
  return (text ?? '').split('\n').slice(0, 2);
}

/** `### 一、不私拉乱接电线；`: a tool has made a heading of an item, which ends as items do. */
function isItemAsHeading({ type, text }: Block): boolean {
  return type === 'heading' && /[；。;]$/u.test(text.trim()) && readItemNumber(text) !== undefined;
}

/** `# 第二章 婚丧事宜`: it stands over its clauses, whatever the rank. */
function isChapterAsHeading({ type, text }: Block): boolean {
  return type === 'heading' && chapter.test(text.trim());
}

/** **渡口** over a block of several lines is its title, and no line among them. */
function isBoldOverStanza(block: Block, next: Block | undefined): boolean {
  return (
    block.text.length <= 16 &&
    next?.type === 'paragraph' &&
    next.text.includes('\n') &&
    isBold(block)
  );
}

function isBold({ text, emphasis }: Block): boolean {
  return (
    emphasis?.some(
      ({ kind, start, end }) => kind === 'strong' && start === 0 && end === text.length,
    ) === true
  );
}

/** 灯照新村，村村灯火亮 under 本期出句: half a couplet, or a riddle, that readers are to answer. */
function isSetForOthers(block: Block, over: Block | undefined): boolean {
  return (
    block.type === 'paragraph' &&
    /(?:出句|[上下出征]联|谜面|谜题)[：:]?$/u.test(over?.text ?? '') &&
    /^\p{Script=Han}{3,10}(?:，\p{Script=Han}{3,10}){0,2}$/u.test(block.text)
  );
}

/** 作者 江小渡 right under a couplet: one of several who sent theirs in. */
function isPoetUnder(block: Block, over: Block | undefined): boolean {
  return (
    block.adjoins === true && poet.test(block.text) && isCouplet((over?.text ?? '').split('\n'))
  );
}

/** Says of each block what it is in a list. */
export function markListBlocks(blocks: readonly Block[]): readonly Block[] {
  const parts = findListLines(
    blocks.map((block, index) =>
      (block.type === 'paragraph' &&
        !isBoldOverStanza(block, blocks[index + 1]) &&
        !(isAward(block.text) && isBold(block))) ||
      isItemAsHeading(block) ||
      isChapterAsHeading(block)
        ? block.text
        : undefined,
    ),
    true,
    blocks.map(({ adjoins }) => adjoins === true),
  );
  return blocks.map((block, index) => {
    const over = blocks[index - 1];
    const isItem = isSetForOthers(block, over) || isPoetUnder(block, over);
    const list = parts[index] ?? (isItem ? 'item' : undefined);
    return list === undefined ? block : { ...block, list };
  });
}
