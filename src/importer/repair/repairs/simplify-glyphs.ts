/**
 * Traditional characters here and there in a simplified text are misreadings of the same character
 * and are set in their simplified form. A text that is traditional on the whole stays. Names may be
 * written so on purpose: there the change is flagged.
 *
 * OpenCC's t→cn table, character by character, changes 6 of 3.1 million characters of clean
 * simplified news (乾, 昇, 徹: all in names); its phrase tables and twp are not used: they put other
 * words for words (智慧 → 智能).
 *
 * Examples:
 *   城市發展的日報 -> 城市发展的日报
 *   ■ 本报记者 马騰飞 -> ■ 本报记者 马腾飞 ! traditional-in-name
 *   # 我与城市日報的故事 -> # 我与城市日报的故事
 *   市民郑和鑑常带着孙子玩 -> 市民郑和鉴常带着孙子玩 ! traditional-in-name
 *   收割进度略快於常年，於师傅说 -> 收割进度略快于常年，於师傅说
 *   乾隆年间的著作，菜薹上市，鮀岛 -> ==
 *   這裡的發展與變化，讓農業經濟飛躍。 -> ==
 */
import type { Repair } from '../repair.ts';
import { hanForms } from '../../lexicon/script.ts';
import { isPersonName } from '../../lexicon/surnames.ts';
import { findingAt, proposeEach, replaceEach } from '../prose.ts';

/** In the table, but right in simplified text: 乾隆 and 乾坤, 藉 of 狼藉, 著 of 著作, and forms in names. */
const rightAsTheyStand = new Set('乾藉著覆瞭徵麽锺鍾昇陞甦喆祐淼堃喦崑崙於薹寀徹樑');

/** 於 is a surname, too: the preposition stands after words that take one. */
const preposition =
  /(?<=[位处由对关基属用至大小高低快慢多少等利始源终善乐勇敢在限早晚长短优源出终归致便难易忙限鉴])於(?!期)|於(?=是)/gu;

export const simplifyGlyphs: Repair = {
  id: 'simplify-glyphs',
  stage: 'page',
  after: ['compose-characters'],
  scripts: ['han-simplified'],
  why: 'Compatibility ideographs must be the characters they stand for.',
  propose: (blocks) =>
    proposeEach(blocks, function* (block, _index, notes) {
      const { simplifiedOf, simplifiedOnly } = hanForms();
      const { text } = block;
      let traditional = 0;
      let simplified = 0;
      yield* replaceEach(text, preposition, () => '于');
      for (const character of text) {
        if (simplifiedOnly.has(character)) simplified += 1;
        else if (simplifiedOf.has(character) && !rightAsTheyStand.has(character)) traditional += 1;
      }
      if (traditional === 0) return;
      // A quoted poem, a calligrapher's couplet, a Hong Kong headline: written so, not misread.
      if (traditional >= 4 && traditional > simplified) return;
      for (let at = 0; at < text.length; at += 1) {
        const character = text[at]!;
        const form = simplifiedOf.get(character);
        // Forms outside the basic plane (鮀, 璗) are by rule only: no newspaper prints them.
        if (form === undefined || form.length > 1 || rightAsTheyStand.has(character)) continue;
        yield { start: at, end: at + 1, text: form };
        if (!inName(text, at)) continue;
        const place = { start: at, end: at + 1 };
        notes.push(findingAt('traditional-in-name', block, place, { character, form }, 8));
      }
    }),
};

/** Whether the character is one of a run of two to four that reads as a name, set apart by blanks or marks. */
function inName(text: string, at: number): boolean {
  const before = /\p{Script=Han}{0,3}$/u.exec(text.slice(Math.max(0, at - 3), at))![0];
  const after = /^\p{Script=Han}{0,3}/u.exec(text.slice(at + 1, at + 4))![0];
  const { simplifiedOf } = hanForms();
  const run = [...(before + text[at]! + after)].map((c) => simplifiedOf.get(c) ?? c).join('');
  if (isPersonName(run)) return true;
  // In running text a name has no edges: a surname one or two characters before is all there is.
  return (
    /^\p{Script=Han}$/u.test(text[at - 1] ?? '') &&
    isPersonName(run.slice(before.length - 2, before.length + 1))
  );
}
