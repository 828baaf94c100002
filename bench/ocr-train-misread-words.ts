/**
 * Makes the table of misread words that src/importer/models/misread-words.ts ships:
 *
 *   EPAPER_CORPUS=… node bench/ocr-train-misread-words.ts [--write] && npx prettier --write src/importer/models/misread-words.json
 *
 * Of every word of two characters that the news of 2022 and 2023 uses often, each character is put in the
 * place of one that looks like it. What comes out is a misreading where the news never has it, where no
 * dictionary has it, and where chance would hardly ever put the two side by side: 生恋, not 货款 or 日目.
 * Tried on 2024.
 */
import { writeFileSync } from 'node:fs';
import { loadNews } from './ocr-news.ts';

/** Characters of each group look alike in print; written by hand. */
const lookAlikes =
  '态恋 浸漫侵 土士 末未 己已巳 兔免 电甩 拔拨 析折拆 竞竟 历厉 贸留 岛鸟乌 兵乒乓 压庄 失矢 活话 住往佳 夭天夫 大太 王玉主 干千于 洒酒 很狠 准淮 侍待 第笫 要耍 晴睛 喝渴 幕墓慕暮 力刀 微徽 货贷 入人八 日曰目 今令 治冶 遗遣 问间 币市 圆园 贫贪 技枝 抗杭 持特 密蜜 刺剌 券卷 幸辛 仓仑 孤弧 壮状 帐账 体休 代伐 贝见 广厂 白自 儿几 又叉 开井 无元 去云 通迪 设没 清请情 材村 板扳 扬杨场 上止 占古 石右 育肓 明朋 阴阳 决快 环坏怀 远运 九丸 风凤 内肉 构沟钩 仿访 放故 例列 提捉 投役 般船 服报极 坚竖紧 互瓦 旬句 若苦 菜莱 蓝篮 薄簿 籍藉 管菅 贵责 厅斤 摇遥 撤撒 辆辅 输轮 抢枪 渔鱼 推堆 隐稳 博搏傅 裁载栽 揭竭 抬拾 洽恰治 凉谅 谈淡 挽换 鸣呜 检捡 验险 料科 种神 组租祖 详祥 线钱 努怒 茶荼 柬束 营莹 功切 动劫 销消 悟晤 试诚 城域 感惑 戒戎 延廷 庆厌 抵低 民氏 普晋 汇汪 汗汁 平乎 届屈 惨渗 受爱 名各 客容 官宫 买卖 读续 绩债 署暑 考孝 改攻 项顶 矿旷 编骗 网冈 岗冈 纲网钢 侧测 缓援暖 绕浇烧 郎朗 朝潮 湖潮 摸模漠 募慕 健建键 辨辩 操燥澡 哀衰 歇竭 慢漫 赔陪 培倍 驱躯 根跟 恨限 桥娇骄 昌冒 肝杆 缸扛杠 复夏 履覆 沉沈 坑炕 炉沪 妨防 纺访 钧均 购构 桨浆奖 寒塞赛 胀涨 措错 惜借 腊蜡 跌铁 送迭 秧映 拘抱 跑炮 饱抱 茅芽 予矛 仰抑 盗盆 舰航'.split(
    ' ',
  );
const groups = lookAlikes.map((group) => [...group]);

/** Names of persons are no words: a surname stands before anything. */
const surnames = new Set('侯何王于厉毛方石古白田万元牛木太玉汪沈庄冯贺晋杨杭沟');
/** What everyday news says more than the broadcast does, by itself: to throw, to play, a bird, tea. */
const everyday = new Set(
  '甩耍抢抬撒挽烧浇抱扛泡跑喝捡捉洒裁栽鸟鱼兔蜡茶菜炉炮狠慢凉桥杆缸钩肉风凤儿几刀钱酒狼睛枪塞撤留汗汁井恨蜜丸劫乓乒仿纺郎娇浸漫秧惑折拆拔竖暮慕墓旷扳绕映倍桨铁祖租输寒域躯贵贪贝渔跌编骗骄卷券淡惜藉竭傅朝潮漠堆迭役',
);
/** Below this many times a character is found beside another by chance, a misreading is mended silently. */
const sureChance = 0.01;
const likelyChance = 0.1;

const paragraphsOf = (years: readonly string[]): string[] => [
  ...new Set(loadNews(years).flatMap(({ headline, paragraphs }) => [headline, ...paragraphs])),
];
const segmenter = new Intl.Segmenter('zh-Hans', { granularity: 'word' });
const counts = {
  words: new Map<string, number>(),
  pairs: new Map<string, number>(),
  characters: new Map<string, number>(),
  /** Characters that are a word by themselves. */
  alone: new Map<string, number>(),
};
const add = (map: Map<string, number>, key: string): void => {
  map.set(key, (map.get(key) ?? 0) + 1);
};
let total = 0;
for (const text of paragraphsOf(['2022', '2023'])) {
  for (const { segment } of segmenter.segment(text)) {
    if (segment.length === 1) add(counts.alone, segment);
    if (/^\p{Script=Han}{2}$/u.test(segment)) add(counts.words, segment);
  }
  for (let at = 0; at < text.length; at += 1) {
    add(counts.characters, text[at]!);
    add(counts.pairs, text.slice(at, at + 2));
  }
  total += text.length;
}

const likeOf = new Map<string, Set<string>>();
for (const group of groups) {
  for (const meant of group) {
    const others = likeOf.get(meant) ?? new Set();
    for (const glyph of group) if (glyph !== meant) others.add(glyph);
    likeOf.set(meant, others);
  }
}

interface Misreading {
  readonly word: string;
  readonly times: number;
  readonly place: 0 | 1;
  readonly chance: number;
}
const readings = new Map<string, Misreading[]>();
for (const [word, times] of counts.words) {
  if (times < 8) continue;
  for (const place of [0, 1] as const) {
    for (const glyph of likeOf.get(word[place]!) ?? []) {
      const misread = place === 0 ? glyph + word[1]! : word[0]! + glyph;
      if (surnames.has(glyph) || counts.pairs.has(misread)) continue;
      if ([...segmenter.segment(misread)].length !== 2) continue;
      const chance =
        ((counts.alone.get(glyph) ?? 0) * (counts.characters.get(word[1 - place]!) ?? 0)) / total;
      const list = readings.get(misread) ?? [];
      list.push({ word, times, place, chance });
      readings.set(misread, list);
    }
  }
}

const table: Record<'sure' | 'likely', Record<string, string[]>> = { sure: {}, likely: {} };
const kept = new Map<string, { certainty: 'sure' | 'likely'; word: string; place: 0 | 1 }>();
for (const [misread, words] of [...readings].sort()) {
  const [best, next] = words.sort((a, b) => b.times - a.times);
  // 生恋 can be one word only; where two are as likely, it is for a person.
  if (next !== undefined && next.times * 5 > best!.times) continue;
  const { word, place, chance } = best!;
  if (chance >= likelyChance) continue;
  const glyph = misread[place]!;
  const certainty = chance < sureChance && !everyday.has(glyph) ? 'sure' : 'likely';
  (table[certainty][glyph + word[place]!] ??= []).push(
    place === 0 ? `_${word[1]!}` : `${word[0]!}_`,
  );
  kept.set(misread, { certainty, word, place });
}

/** What the table would do to news that it has not seen and that is right. */
const wrong = { sure: 0, likely: 0 };
const trial = paragraphsOf(['2024']);
for (const text of trial) {
  for (let at = 0; at + 1 < text.length; at += 1) {
    const found = kept.get(text.slice(at, at + 2));
    if (found) wrong[found.certainty] += 1;
  }
}
console.log(
  `misread words: ${kept.size}; before the words around are asked, in ${trial.length} clean texts of 2024: sure ${wrong.sure}, likely ${wrong.likely}`,
);
if (process.argv.includes('--write')) {
  const join = (part: Record<string, string[]>): Record<string, string> =>
    Object.fromEntries(Object.entries(part).map(([pair, words]) => [pair, words.join(' ')]));
  writeFileSync(
    new URL('../src/importer/models/misread-words.json', import.meta.url),
    `${JSON.stringify({ sure: join(table.sure), likely: join(table.likely) }, undefined, 2)}\n`,
  );
}
