import { anyOf } from '../lexicon/any-of.ts';
import { isHan } from '../lexicon/characters.ts';
import { confusablePairs, glyphFeatures } from './confusable-features.ts';
import table from './confusable-table.json' with { type: 'json' };
import { readMisreadWord } from './misread-words.ts';
import { LinearModel } from './weight-table.ts';

interface Direction {
  readonly pair: number;
  readonly meant: string;
  /** Whether the glyph that was meant is the pair's second. */
  readonly second: boolean;
  readonly suspect: number;
  readonly flagged: number;
  readonly silent: number;
}

/** A glyph that is another, misread. */
export interface Confusion {
  /** UTF-16 offset. */
  readonly at: number;
  readonly meant: string;
  /** Mended without a word, mended with a finding, or only pointed at. */
  readonly certainty: 'sure' | 'likely' | 'possible';
}

/**
 * Words of 入 that local papers use more than broadcast news does: schools, business parks, the
 * market, the household. Before it and after it; 人 makes none of these by itself.
 */
const wordsOfEnter = {
  after: new Set('园驻学户职选库伍党团院狱市股编会托汛梅伏冬夏秋春座列籍群口境场戏网仓湖藏'),
  before: new Set(
    '纳进加投融引列步注收输植嵌涌迈陷介准导录写编并汇转调购买放装落跌驶走闯侵潜渗插卷吸混迁搬归计划拨存踏跨升考流深刻联',
  ),
};
/** 入住, 入睡, 入围, 入账: but people live, sleep and stand around, too, and their bills grow. */
const doneByPeople = /^人[住睡围账站]/;
/** Longer words of 入 that are not to be missed, with 人 in its place; (?<!) names what they are part of. */
const wordsMisread = new RegExp(
  anyOf(`
  切人点 (?<![输迁流派调])出人口(?![量统]) 喂人量 人轨 人海口 装人(?!员)
  (?<!运)输人(?!血) (?<!驾)驶人 踏人 纳人 列人 汇人 注人 编人 植人 嵌人
  涌人 步人(?!士) 迈人 陷人 渗人 录人 写人 导人 并人 购人 买人 放人(?!心)
  落人 跌人 流人 潜人 侵人(?!员) 卷人 吸人(?!眼) 混人 迁人 搬人 归人 划人
  拨人 存人 跨人 升人 考人 融人 投人(?!民) 介人 准人
  引人(?![注入瞩深发胜遐驻侧关思共热]) 收人(?!员) 深人(?!员)`),
  'g',
);

/** 人 with what follows it in words of its own. */
const personAfter =
  /^人(?:驻[足扎守留地防]|户(?:均|籍|分离|一致|合一)|口|群|选|会|仓[库促储皇]|藏[书品家在身]|湖[边畔水]|学(?:会|家|者|研|习)|市民|场|院士)/;
const personBefore = /(?:印|参|外|添|增)加$|[增促]进$/;
const personAlone = /^人(?:[才员民们群口生均心格力事物类数次士，。、])/;

/** 不能自已: 已 in its old meaning, to stop. */
const unableToStop = /(?:不能|难以|无法|不可|不|莫能)自$/;

/** 曰 in words of its own: 子曰, 名曰 and what is said after a colon; all others are 日. */
const said = /^[：“:"《‘]/;
const sayers = /[子名诗号题谥谣歌诏赞铭偈]$/;
const speakers = /[其之者人翁公氏王帝书或皆故又孔孟语论经礼典谓佛传答问对]$/;
/** Words of 日 that nobody is named by: 2名日本, 孔子日常. */
const wordOfDay =
  /^(?:本|常|期|前|益|夜|后|报|程|均|出|落|光|照|志|子(?!弟)|[起至]|[上下]午|[,，]?\d)/;

/** What a 曰 is, by the characters around it: `undefined` where it is 曰. */
function readYue(before: string, after: string): Confusion['certainty'] | undefined {
  if (/[\d一二三四五六七八九十○〇]$/.test(before)) return 'sure';
  if (said.test(after)) return undefined;
  if (sayers.test(before)) return wordOfDay.test(after) ? 'likely' : undefined;
  if (speakers.test(before)) return /^[，,]/.test(after) ? undefined : 'likely';
  return /^[，,]/.test(after) ? 'likely' : 'sure';
}

/**
 * What the words beside a glyph prove by themselves, read before the model: [before, after]. No word
 * begins 入民 save where a verb took its 入 (深入民心); 自已 is 自己 save after 来自 and 不能; 纳人 is 纳入
 * save after 吸纳 and its like.
 */
const proofs: readonly {
  readonly glyph: string;
  readonly meant: string;
  readonly at: RegExp;
  readonly certainty?: 'likely';
}[] = [
  {
    glyph: '入',
    meant: '人',
    at: /(?:^|[^纳进加投融引列步注收输植嵌涌迈陷介准导录写编并汇转调购买放装落跌驶走闯侵潜渗插卷混迁搬归划拨存踏跨升考流深联住带切送沉])\|民(?![心宿居企办舍房意风众])/u,
  },
  {
    glyph: '已',
    meant: '己',
    at: /(?:^|[^来出源发亲擅私独暗径竟犹兀顾])自\|(?!经|故|有|成|达|建)/u,
  },
  { glyph: '人', meant: '入', at: /(?:^|[^吸接容采缴笑海出收])纳\|(?![才员民们群口均体选])/u },
  {
    glyph: '人',
    meant: '入',
    at: /引\|民[间营企]|飞\|(?:寻常|太空)|大量[排涌流注汇]\||(?:相继|纷纷|正式|申请|先后|踊跃|自愿)加\|/u,
  },
  // 以色列人 is a people; 系列人物 goes on with 物.
  {
    glyph: '人',
    meant: '入',
    at: /(?:^|[^色])列\|(?:民生|名录|名单|计划|议程|预算|重点|黑名单|国家级|省级|市级)/u,
  },
  {
    glyph: '人',
    meant: '入',
    at: /跳\|[水河江海湖池坑井冰火车]|\|不敷出|(?:^|[^增参添附])加\|(?:的|了|到|中国|联盟|组织|企业|队伍)|不\|农?户|卖\|(?:旧货|市场|超市|商店)|\|场(?:参加|观看|仪式|券)|[先后再]\|站|\|选率|[场区园站门厅街路库馆院店]\|口处/u,
  },
  { glyph: '人', meant: '入', at: /接\|(?:北斗|电网|网络|平台|系统|互联网|端口)/u },
  { glyph: '兔', meant: '免', at: /\|[费税疫责除职罪]/u },
  // 床笫 is the only word that 笫 has left.
  { glyph: '笫', meant: '第', at: /(?:^|[^床衽箦枕])\|/u },
  // 三名工入: but 员工入职, 农民工入会.
  {
    glyph: '入',
    meant: '人',
    at: /[\d几多数两三十百]名工\||(?:环卫|产业|技术)工\|(?![伍围职股会户园驻住学场群])/u,
  },
  // 货款 is a word; it bears no interest.
  {
    glyph: '货',
    meant: '贷',
    at: /(?:人民币|信用|涉农|住房|助学|抵押)\|款|\|款(?:利率|率|贴息|增速|展期)/u,
  },
  {
    glyph: '货',
    meant: '贷',
    at: /(?:[各多]项|新增|小微|发放|企业)\|款|\|款(?:余额|额度|投放)/u,
    certainty: 'likely',
  },
];

/** Words that stand as they are, whatever another glyph would make of them: [before, after]. */
const standing: Readonly<Record<string, RegExp>> = {
  // 得益于部署, 属于部门: 于 after its verb. 干部 has none of these before it.
  于: /[益由对关属致位源基处介高低大小多少优至忠善等限终勇乐甘急易难便在利重归始鉴陷囿止长强弱先早晚迟]\||\|部[署属]/u,
  // 近千部, 三千部: a count.
  货: /(?:退还|返还|支付|收到|拖欠|预付|结算|付清|返?退)\|款/u,
  千: /[近约超达数几两一二三四五六七八九十百万上\d]\|部(?!队|门)/u,
  // 一起干！ 于 stands before its object and ends no sentence; behind a numeral it may be 千.
  干: /敢\|敢|敢\p{Script=Han}敢\||敢\p{Script=Han}[、，]敢\||(?:^|[^一二三四五六七八九十百几数两\d])\|[！？。!?…]/u,
  // 三百多人住进新房: a count of people.
  人: /[\d一二三四五六七八九十百千两几数][多余百千万]?\|(?![库账])|家\|住|宣誓\||舍不得放\||[没有无]\|[买学会用]|\|工费|走\|近|(?:驾驶|接纳|吸纳|容纳|缴纳)\|(?!库)|\|大代表|圆\||印加\||\|海(?:和谐|茫茫|战)|茫茫\|海|人山\|海/u,
  入: /[深融写住走](?=\|民)/u,
  // 红球 02 08 蓝球 11: a lottery's. 拔下插头, 拔草: pulled out.
  蓝: /\|球[\s\d、：]/u,
  拔: /\|(?:[下出掉除]|[草河牙苗])/u,
  料: /[骨原材燃饲肥资预衣布调颜饮]\|/u,
  己: /\|方|智\|/u,
  // 江淮备考, 黄淮确保: a river.
  淮: /[江黄两苏皖]\|/u,
  // 师生恋, 学生恋上: love, not 生态.
  恋: /[师学男女]生\||\|[爱情上着人家旧战歌曲]/u,
  已: /[来出源]自\|[经故有成达建]/u,
  士: /[巴博硕院战护骑]\|/u,
  // 侯 is a family name and stands in 诸侯; misread for 候 it has one of these beside it.
  侯: /^(?!.*(?:[时气等守征症物节问火测伺恭]\||\|[选车机鸟诊补])).*$/u,
};

const wordSegmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });

const model = new LinearModel(table);
let directions: ReadonlyMap<string, readonly Direction[]> | undefined;

function loadDirections(): ReadonlyMap<string, readonly Direction[]> {
  if (directions === undefined) {
    const limits = table.limits as unknown as Readonly<
      Record<string, readonly [number, number, number?]>
    >;
    const found = new Map<string, Direction[]>();
    for (const [pair, glyphs] of confusablePairs.entries()) {
      for (const second of [false, true]) {
        const glyph = glyphs[second ? 0 : 1]!;
        const meant = glyphs[second ? 1 : 0]!;
        const limit = limits[glyph + meant];
        if (limit === undefined) continue;
        const direction = {
          pair,
          meant,
          second,
          // Only of glyphs that are often mixed up: a person's time is dear.
          suspect: limit[2] ?? Infinity,
          flagged: limit[0],
          silent: limit[1],
        };
        const list = found.get(glyph);
        if (list === undefined) found.set(glyph, [direction]);
        else list.push(direction);
      }
    }
    directions = found;
  }
  return directions;
}

/** How many words a window has with `glyph` at a place, and whether the glyph is a word by itself. */
function wordsWith(text: string, at: number, glyph: string): { count: number; alone: boolean } {
  const from = Math.max(0, at - 4);
  const window = text.slice(from, at) + glyph + text.slice(at + 1, at + 5);
  let count = 0;
  let alone = false;
  for (const { segment, index } of wordSegmenter.segment(window)) {
    count += 1;
    if (index === at - from && segment.length === 1) alone = true;
  }
  return { count, alone };
}

/** How much it speaks for 人 that the text around is fewer words with it. */
const wordsOfPerson = 2;

/**
 * Log odds that the words beside a 人 add for 入; 0 where they make none. 机器人园区 is fewer words
 * with 人, 做好入户调查 fewer with 入.
 */
function wordEvidence(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 3), at);
  const makesPerson = personAfter.test(text.slice(at, at + 4));
  const opens = wordsOfEnter.after.has(text[at + 1] ?? '') && !makesPerson;
  const closes =
    !makesPerson &&
    wordsOfEnter.before.has(before.at(-1) ?? '') &&
    !personBefore.test(before) &&
    !personAlone.test(text.slice(at, at + 2));
  const near = text.slice(Math.max(0, at - 3), at + 4);
  for (const match of near.matchAll(wordsMisread)) {
    if (match.index + match[0].indexOf('人') === Math.min(at, 3)) return opens ? 7.5 : 4.5;
  }
  if (!opens && !closes) return 0;
  const person = wordsWith(text, at, '人');
  const enter = wordsWith(text, at, '入');
  if (enter.count > person.count || (enter.count === person.count && !person.alone)) {
    return -wordsOfPerson;
  }
  return opens ? 7.5 : 3;
}

/**
 * The glyphs of a simplified Chinese text that are misread ones, in order. Blanks and line ends between
 * two Han characters are passed over: a printed line may end inside a word.
 */
export function confusionsOf(text: string): Confusion[] {
  const places: number[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const isJoin =
      (text[at] === ' ' || text[at] === '\n') && isHan(text[at - 1]) && isHan(text[at + 1]);
    if (!isJoin) places.push(at);
  }
  const found = new Map<number, Confusion>();
  let current = places.map((at) => text[at]!).join('');
  // A glyph set right is another neighbour to those beside it: look again until nothing changes,
  // so that twice is once. A text without misread glyphs is looked at once.
  for (let pass = 0; pass < 6; pass += 1) {
    const mended = readOnce(current).filter(({ at }) => !found.has(at));
    const certain = mended.filter(({ certainty }) => certainty !== 'possible');
    if (certain.length === 0) {
      for (const confusion of mended) found.set(confusion.at, confusion);
      break;
    }
    const glyphs = current.split('');
    for (const confusion of certain) {
      found.set(confusion.at, confusion);
      glyphs[confusion.at] = confusion.meant;
    }
    current = glyphs.join('');
  }
  return [...found.values()]
    .map((confusion) => ({ ...confusion, at: places[confusion.at]! }))
    .sort((a, b) => a.at - b.at);
}

function readOnce(text: string): Confusion[] {
  const byGlyph = loadDirections();
  const found: Confusion[] = [];
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '曰') {
      const before = text.slice(Math.max(0, at - 1), at);
      const certainty = readYue(before, text.slice(at + 1, at + 4));
      const word = readMisreadWord(text, at);
      if (certainty)
        found.push({ at, meant: '日', certainty, ...(word?.meant === '目' ? word : {}) });
      continue;
    }
    const around = `${text.slice(Math.max(0, at - 4), at)}|${text.slice(at + 1, at + 5)}`;
    if (standing[text[at]!]?.test(around)) continue;
    if (text[at] === '已' && unableToStop.test(text.slice(Math.max(0, at - 4), at))) continue;
    const proof = proofs.find((one) => one.glyph === text[at] && one.at.test(around));
    if (proof) {
      found.push({ at, meant: proof.meant, certainty: proof.certainty ?? 'sure' });
      continue;
    }
    const word = readMisreadWord(text, at);
    if (word?.certainty === 'sure') {
      found.push({ at, ...word });
      continue;
    }
    const candidates = byGlyph.get(text[at]!) ?? [];
    let best: (Omit<Confusion, 'at'> & { margin: number }) | undefined;
    for (const { pair, meant, second, suspect, flagged, silent } of candidates) {
      let score = model.sum(glyphFeatures(pair, text, at)) * (second ? 1 : -1);
      if (score < -4) continue;
      if (meant === '入') score += wordEvidence(text, at);
      if (
        score <= Math.min(suspect, flagged) ||
        (best !== undefined && score - flagged <= best.margin)
      )
        continue;
      const open =
        meant === '入' &&
        doneByPeople.test(text.slice(at, at + 2)) &&
        !/[，。；：！？、]/u.test(text[at - 1] ?? '，');
      best = {
        meant,
        certainty: open ? 'possible' : certaintyOf(score, flagged, silent),
        margin: score - flagged,
      };
    }
    const read = best && best.certainty !== 'possible' ? best : (word ?? best);
    if (read) found.push({ at, meant: read.meant, certainty: read.certainty });
  }
  return found;
}

function certaintyOf(score: number, flagged: number, silent: number): Confusion['certainty'] {
  if (score > silent) return 'sure';
  return score > flagged ? 'likely' : 'possible';
}
