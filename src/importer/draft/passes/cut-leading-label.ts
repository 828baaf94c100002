import { stripBrackets } from '../../page/read-byline.ts';
import type { DraftPass, DraftSheet } from '../draft-sheet.ts';

export const cutLeadingLabel: DraftPass = {
  id: 'cut-leading-label',
  why: 'A column may stand on the line of its headline: 短评　快递进村，卡在哪儿？, 【记者手记】一碗面的温度.',
  run,
};

function run(sheet: DraftSheet): void {
  const { labels, headlines } = sheet.group;
  const first = headlines[0];
  if (labels.length > 0 || !first) return;
  const { text } = first.block;
  const match = /^(?:(【[^】]{2,14}】)\s*|(\p{Script=Han}{2,8})[\s\u3000|｜丨]+)(?=\S{5})/u.exec(
    text,
  );
  if (!match) return;
  const name = stripBrackets(match[1] ?? match[2]!);
  if (match[2] !== undefined && !isGenre(name) && !sheet.context.names.hasColumn(name)) return;
  const label = { ...first.block, text: match[1] ?? match[2]! };
  const rest = { ...first.block, text: text.slice(match[0].length) };
  sheet.group = {
    ...sheet.group,
    labels: [{ ...first, block: label, role: 'column-label' }],
    headlines: [{ ...first, block: rest }, ...headlines.slice(1)],
  };
}

/** Columns that say what kind of piece stands under them, in any paper. */
function isGenre(name: string): boolean {
  return /^(?:[短快时微锐今热]评|今日谈|大家谈|记者手记|采访手记|编后|社论|社评|新闻特写|特写|特稿|图片新闻|简讯|快讯|通讯|侧记|人物|现场新闻|视觉新闻|记者观察|记者调查|新闻调查|新闻链接|来信|读者来信|来论|随笔|散文|诗歌|小小说)$/u.test(
    name,
  );
}
