import { Locale } from 'opencc-js/t2cn';

/** The writing a page is in: most repairs are made for one and must leave the others alone. */
export type Script = 'han-simplified' | 'han-traditional' | 'japanese' | 'korean' | 'latin';

interface HanForms {
  /** Traditional form -> simplified form, one character each. */
  readonly simplifiedOf: ReadonlyMap<string, string>;
  readonly simplifiedOnly: ReadonlySet<string>;
}

let forms: HanForms | undefined;

/**
 * Simplified forms that traditional text has too (皇后, 里程, 干涉, 面粉 …): they say nothing of a
 * text's script. Those of the General Standard Chinese Characters table with a note of their own.
 */
const shared = new Set(
  '后里干面台云出了只几于斗发复谷回伙家姜借尽据卷克困夸累历帘蔑蒙弥辟苹凭扑朴仆千签秋曲确舍沈胜术松苏坛体涂团托洼万系咸向效须旋叶余郁愿岳征症芝致制钟种周准别板表丑当冬范丰刮胡划伙获饥极价洁巨朱采厂虫淀吊恶'.split(
    '',
  ),
);

/**
 * The two forms of Han characters by OpenCC's t→cn dictionaries, character by character, made once.
 * Read as they are written (`乾 干|亂 乱|…`): its converter says the same of every character, and takes
 * twenty times as long to be made and asked for 21,000 of them.
 */
export function hanForms(): HanForms {
  if (forms !== undefined) return forms;
  const simplifiedOf = new Map<string, string>();
  for (const dictionary of Locale.to.cn ?? []) {
    for (const entry of String(dictionary).split('|')) {
      const [from, to] = entry.split(' ');
      if (from?.length !== 1 || to === undefined || to === from) continue;
      if (from >= '\u4e00' && from <= '\u9fff') simplifiedOf.set(from, to);
    }
  }
  const simplifiedOnly = new Set(
    [...simplifiedOf.values()].filter((form) => !shared.has(form) && !simplifiedOf.has(form)),
  );
  forms = { simplifiedOf, simplifiedOnly };
  return forms;
}

/** A text with its traditional glyphs put into simplified ones, so that one list of words will do for both; of the same length. */
export function inSimplified(text: string): string {
  const { simplifiedOf } = hanForms();
  let simplified = '';
  let from = 0;
  for (let index = 0; index < text.length; index += 1) {
    const glyph = simplifiedOf.get(text[index]!);
    if (glyph === undefined) continue;
    simplified += text.slice(from, index) + glyph;
    from = index + 1;
  }
  return from === 0 ? text : simplified + text.slice(from);
}

/**
 * Decides what a page is written in, from its text alone.
 *
 * Kana or hangul in more than one of twenty letters decide at once: Chinese pages hold a の here
 * and there in shop names, never more. Han text is traditional where more of its telling characters
 * have the traditional form than the simplified one. Empty text counts as latin, whose repairs do least.
 */
export function decideScript(text: string): Script {
  let hanCount = 0;
  let latin = 0;
  let kana = 0;
  let hangul = 0;
  let traditional = 0;
  let simplified = 0;
  const { simplifiedOf, simplifiedOnly } = hanForms();
  for (const character of text) {
    const code = character.codePointAt(0)!;
    if (code < 0x250) {
      if (/[A-Za-z\u00c0-\u024f]/.test(character)) latin += 1;
    } else if (code >= 0x3041 && code <= 0x30ff && code !== 0x30fb && code !== 0x30fc) kana += 1;
    else if ((code >= 0xac00 && code <= 0xd7a3) || (code >= 0x1100 && code <= 0x11ff)) hangul += 1;
    else if (/\p{Script=Han}/u.test(character)) {
      hanCount += 1;
      if (simplifiedOf.has(character)) traditional += 1;
      else if (simplifiedOnly.has(character)) simplified += 1;
    }
  }
  const cjk = hanCount + kana + hangul;
  // A Latin word is some five letters to the one or two characters of a Han word.
  if (cjk * 3 < latin || cjk === 0) return 'latin';
  if (hangul > cjk / 20 && hangul >= kana) return 'korean';
  if (kana > cjk / 20) return 'japanese';
  return traditional > simplified ? 'han-traditional' : 'han-simplified';
}
