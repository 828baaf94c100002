/**
 * What the glyph model looks at. Training (bench/ocr-train-confusables.ts) and the repair share
 * this, so that they cannot drift apart.
 */
import { hashFeature } from './hash-feature.ts';
import { partOf, tagWords, type TaggedWord } from './tag-words.ts';

/** Pairs of characters that OCR takes for one another, because they look alike in print. */
export const confusablePairs: readonly string[] = `
  人入 已己 未末 日曰 土士 大太 干千 干于 千于 候侯 治冶 今令 住往 折拆 析折 拔拨 遣遗 徽微 问间 币市 准淮 货贷 费货 园圆
  天夫 贫贪 辩辨 历厉 技枝 抗杭 侍待 持特 官宫 密蜜 刺剌 卷券 竞竟 幸辛 仓仑 孤弧 壮状 帐账 复夏 乌鸟 兔免 体休 代伐 弟第
  贝见 刀力 厂广 日目 白自 田由 王玉 王主 方万 几儿 又叉 毛手 牛午 开井 元无 去云 通迪 没设 清请 情清 晴睛 材村 板扳 扬杨
  扬场 丁了 于子 上止 古占 石右 育肓 明朋 阳阴 木本 本末 来米 束来 买卖 决快 坏环 怀坏 运远 活话 九丸 风凤 内肉 沟构 沟钩
  仿访 故放 例列 提捉 投役 没役 船般 报服 极报 竖坚 紧坚 互瓦 旬句 苦若 莱菜 蓝篮 薄簿 籍藉 管菅 合台 斤厅 无天 元天 贵责`
  .trim()
  .split(/\s+/);

/**
 * Directions in which the right word is too often a rare one: equipment that is 设有 somewhere is not
 * 没有, a suspect held 候审 is no 侯审. Found in the calibration quarter, left out by name.
 */
export const doubtfulDirections: ReadonlySet<string> = new Set(
  '设没 候侯 主王 今令 去云 复夏 田由 大太 来米 台合 目日 名各 司可'.split(' '),
);

/**
 * Pairs that OCR mixes up so often that moderate evidence will do. For all others the words must
 * speak loudly: of unseen words in other papers' news (供水报装, 紧固件) more are right than misread.
 */
export const commonPairs: ReadonlySet<string> = new Set(
  '人入 已己 未末 日曰 土士 大太 干千 干于 千于 候侯 账帐 治冶 今令 准淮 徽微 竟竞 历厉 没设 迪通'.split(
    ' ',
  ),
);

/**
 * Pairs whose readings are both common words: never changed, but pointed at where the words speak for
 * the other glyph.
 */
export const pointedPairs: ReadonlySet<string> = new Set('拨拔 折拆 买卖 未末'.split(' '));

/** Number of weights, a power of two; most places stay empty, as in boundary-features. */
export const glyphWeightCount = 1 << 22;

function hash(seed: number, text: string): number {
  return hashFeature(Math.imul(seed, 0x9e3779b1), text) & (glyphWeightCount - 1);
}

/** The word that covers a place, if the glyph there were `glyph`. */
function wordWith(text: string, at: number, glyph: string): TaggedWord {
  const from = Math.max(0, at - 4);
  const left = text.slice(from, at).replace(/^.*[ \n]/s, '');
  const right = text.slice(at + 1, at + 5).replace(/[ \n].*$/s, '');
  let start = 0;
  for (const tagged of tagWords(left + glyph + right)) {
    start += tagged.word.length;
    if (start > left.length) return tagged;
  }
  return { word: glyph, tag: 'x' };
}

function kindOf(character: string | undefined): string {
  if (character === undefined) return '^';
  if (character >= '0' && character <= '9') return '0';
  if (/[A-Za-z]/.test(character)) return 'a';
  const mark = ',:;?!()'.indexOf(character);
  if (mark >= 0) return '，：；？！（）'[mark]!;
  if ('"“”'.includes(character)) return '"';
  return character;
}

/** The characters around one place, blanks passed over, nearest first. */
function around(text: string, at: number, step: 1 | -1, count: number): string[] {
  const found: string[] = [];
  for (let place = at + step; found.length < count; place += step) {
    const character = text[place];
    if (character === ' ' || character === '\n') continue;
    found.push(kindOf(character));
    if (character === undefined) break;
  }
  while (found.length < count) found.push('^');
  return found;
}

/** Weights that speak for the second character of pair number `pair` at `at`, and against the first. */
export function glyphFeatures(pair: number, text: string, at: number): number[] {
  const [l1, l2, l3] = around(text, at, -1, 3) as [string, string, string];
  const [r1, r2, r3] = around(text, at, 1, 3) as [string, string, string];
  const first = wordWith(text, at, confusablePairs[pair]![0]!);
  const second = wordWith(text, at, confusablePairs[pair]![1]!);
  const seen = [
    l1,
    r1,
    l2 + l1,
    r1 + r2,
    l1 + r1,
    l2 + l1 + r1,
    l1 + r1 + r2,
    l3 + l2 + l1,
    r1 + r2 + r3,
    l2 + l1 + r1 + r2,
    first.word,
    second.word,
    `${first.word.length}${second.word.length}`,
    `${partOf(first)}|${partOf(second)}`,
  ];
  return seen.map((text, index) => hash(pair * 16 + 1 + index, text));
}
