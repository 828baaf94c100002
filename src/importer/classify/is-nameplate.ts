import { hasLatinWord } from '../lexicon/characters.ts';
import { latinNewspaper, namedAsNewspaper } from '../lexicon/newspaper-name.ts';
import { isWeatherEar } from '../lexicon/weather-ear.ts';
import type { BlockShape, ShapeContext } from '../page/block-shape.ts';

const latinPaper = new RegExp(`^(?:The )?(?:[\\p{L}.'-]+ ){1,4}${latinNewspaper}$`, 'iu');
const namesPaper = new RegExp(`\\b${latinNewspaper}\\b`, 'iu');
const hanPaper = new RegExp(`^\\p{Script=Han}{2,6}${namedAsNewspaper}$`, 'u');
/** NINGCHUAN RIBAO under the Chinese name. */
const romanised = /^(?=[A-Z][A-Z .]{4,30}$).*(?:RIBAO|WANBAO|DAILY|NEWS|TIMES|POST|BAO)$/u;
const weather = /^(?:今日|今天|今明)?天气[：: ].*\d/u;
const publisher = /机关报$|主管主办$|^(?:主办|主管|出版)[:：]/u;

/** Who publishes the paper and where, as the law asks; two of these say so: `本报地址：… 邮编：…`. */
const imprint =
  /(?:日报|晚报|早报|时报|晨报|报业?)(?:社|集团)(?:主办|出版)|本[报社](?:社址|地址)|社址[:：]|地址[:：]|邮政?编码?[:：]|国内统一(?:连续出版物|刊)号|邮发代号|广告(?:经营)?许可证|印刷[:：]|每?月?零?售?价[:：]?\d|定价[:：]|(?:总编室|编辑部|广告部|发行|订阅|热线)(?:电话)?[:：]\d/gu;

/** Whether the paper names itself in a block: its name, who publishes it, the day's weather beside it. */
export function isNameplate(
  shapes: readonly BlockShape[],
  index: number,
  { script, paperName }: ShapeContext,
): boolean {
  const { text, measure } = shapes[index]!;
  const bare = text.replaceAll(/\s/g, '');
  const fromEdge = Math.min(index, shapes.length - 1 - index);
  return (
    (fromEdge <= 4 && measure <= 80 && (text.match(imprint)?.length ?? 0) >= 2) ||
    (index < 3 &&
      ((hasLatinWord(text) && latinPaper.test(text)) ||
        hanPaper.test(bare) ||
        (script === 'latin' && isPaperOverDate(shapes, index)))) ||
    (index < 6 &&
      ((measure <= 40 && weather.test(text)) ||
        publisher.test(text) ||
        (script !== 'latin' && romanised.test(text)))) ||
    (index < 9 && isWeatherEar(text) && shapes.slice(0, index).some(isDated)) ||
    (paperName !== undefined && bare === paperName)
  );
}

const isDated = (shape: BlockShape | undefined): boolean => shape?.folio?.date !== undefined;

/** L'ÉCHO DU CANAL in capitals beside the date, with a headline and no text of its own under it. */
function isPaperOverDate(shapes: readonly BlockShape[], index: number): boolean {
  const { text } = shapes[index]!;
  if (text.length > 40 || text !== text.toUpperCase() || !/\p{L}{3}/u.test(text)) return false;
  const [before, after] = [shapes[index - 1], shapes[index + 1]];
  const next = isDated(after) ? shapes[index + 2] : after;
  // A folio with the page's number, or with the paper's name, stands over an inside page, which does not name the paper again.
  const isUnderDate =
    isDated(before) && before!.folio!.page === undefined && !namesPaper.test(before!.text);
  return (isUnderDate || isDated(after)) && next !== undefined && next.block.text.length <= 60;
}
