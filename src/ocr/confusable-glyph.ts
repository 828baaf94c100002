import { confusablePairs, glyphFeatures } from './confusable-features.ts';
import table from './confusable-table.json' with { type: 'json' };

interface Direction {
  readonly pair: number;
  readonly meant: string;
  /** Whether the glyph that was meant is the pair's second. */
  readonly second: boolean;
  readonly flagged: number;
  readonly silent: number;
}

/** A glyph that is another, misread. */
export interface Confusion {
  /** UTF-16 offset. */
  readonly at: number;
  readonly meant: string;
  /** Sure enough to be mended without a word. */
  readonly sure: boolean;
}

/**
 * Words of 入 that local papers use more than broadcast news does: schools, business parks, the
 * market, the household. Before it and after it; 人 makes none of these by itself.
 */
const wordsOfEnter = {
  after: new Set('园驻学户职围选库伍党团住院狱市股账编会托汛梅伏冬夏秋春睡座列籍群口境场戏网'),
  before: new Set(
    '纳进加投融引列步注收输植嵌涌迈陷介准导录写编并汇转调购买放装落跌驶走闯侵潜渗插卷吸混迁搬归计划拨存踏跨升考流深',
  ),
};
/** 人 closes or opens a word with what stands beside it (机器人园区, 引人注目): then it is meant. */
const personWords =
  /(?:[工老病客商军男女本个他众家主别行路游诗证法猎名亲爱新成中外好坏熟盲残强富穷华洋唐敌友夫仆仙圣哲伟超巨黑白当后前古今有无用助养带引动感惊迷诱喜吓害][\s]?|机器|负责|主持|候选|年轻|老年|成年|青年|证|合伙|经纪|继承|监护|受益|当事|代理|发言|领导|带头|媒|举报|保护|申请|被告|嫌疑|投资|法定|联系)$/;

let weights: Int8Array | undefined;
let directions: ReadonlyMap<string, readonly Direction[]> | undefined;

function load(): { weights: Int8Array; directions: ReadonlyMap<string, readonly Direction[]> } {
  weights ??= Int8Array.from(atob(table.weights), (unit) => unit.charCodeAt(0));
  if (directions === undefined) {
    const limits = table.limits as unknown as Readonly<Record<string, readonly [number, number]>>;
    const found = new Map<string, Direction[]>();
    for (const [pair, glyphs] of confusablePairs.entries()) {
      for (const second of [false, true]) {
        const glyph = glyphs[second ? 0 : 1]!;
        const meant = glyphs[second ? 1 : 0]!;
        const limit = limits[glyph + meant];
        if (limit === undefined) continue;
        const direction = { pair, meant, second, flagged: limit[0], silent: limit[1] };
        const list = found.get(glyph);
        if (list === undefined) found.set(glyph, [direction]);
        else list.push(direction);
      }
    }
    directions = found;
  }
  return { weights, directions };
}

/** Log odds that the word beside a 人 adds for 入; 0 where it makes none. */
function wordEvidence(text: string, at: number): number {
  const before = text.slice(Math.max(0, at - 3), at);
  if (/(?:印|参|外|添|增)加$/.test(before)) return 0;
  const after = text[at + 1] ?? '';
  if (personWords.test(before)) return 0;
  if (
    wordsOfEnter.after.has(after) &&
    !/^人(?:驻[足扎守留地防]|户(?:均|籍)|口|群|选|会|学(?:会|家|者|研)|市民|场|院士|职)/.test(
      text.slice(at, at + 4),
    )
  )
    return 7.5;
  if (
    wordsOfEnter.before.has(before.at(-1) ?? '') &&
    !/^人(?:[才员民们群口生均心格力事物类数次士，。、])/.test(text.slice(at, at + 2))
  )
    return 3;
  return 0;
}

/** The glyphs of a simplified Chinese text that are misread ones, in order. */
export function confusionsOf(text: string): Confusion[] {
  const model = load();
  const found: Confusion[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const candidates = model.directions.get(text[at]!);
    if (candidates === undefined) continue;
    let best: (Confusion & { margin: number }) | undefined;
    for (const { pair, meant, second, flagged, silent } of candidates) {
      let score = 0;
      for (const feature of glyphFeatures(pair, text, at)) score += model.weights[feature]!;
      score *= second ? table.scale : -table.scale;
      if (meant === '入') score += wordEvidence(text, at);
      if (score > flagged && (best === undefined || score - flagged > best.margin)) {
        best = { at, meant, sure: score > silent, margin: score - flagged };
      }
    }
    if (best !== undefined) found.push({ at, meant: best.meant, sure: best.sure });
  }
  return found;
}
