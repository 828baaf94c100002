import { describe, expect, test } from 'vitest';
import { parseIssueDate } from '../../newspaper/issue-date.ts';
import { importPages } from '../import-pages.ts';
import { unknownPaper } from '../page/known-paper.ts';

/** Places of the finding, `first–last`. */
function told(text: string): readonly string[] {
  const [page] = importPages({
    text,
    file: 'p.md',
    date: parseIssueDate('2024-01-01'),
    page: 1,
    known: unknownPaper,
    imageExtension: () => undefined,
  });
  return page!.findings
    .filter(({ id }) => id === 'lines-by-shape')
    .map(({ line, lastLine }) => `${line}–${lastLine}`);
}

const news = `## 河堤路本周通车

本报讯（记者 石磊）河堤路改造工程10日完工，12日起恢复通车，沿线三个公交站同时启用。

施工方介绍，路面由双向两车道加宽为四车道，两侧新植了行道树。
`;

describe('reportLinesByShape', () => {
  test('an item of lines is told from its first to its last', () => {
    expect(
      told(`${news}\n## 班车时刻\n\n城关 6:30 8:00\n\n石桥 7:10 9:20\n\n后坡 7:40 9:50\n`),
    ).toEqual(['7–13']);
  });

  test('a head that no mark of the tool tells is in doubt with its lines', () => {
    const text =
      '读者之声\n\n编辑同志：\n\n北环路上的路灯坏了十几盏，至今没有修。\n\n市政处答复：\n\n电缆已查清断点，本周内恢复照明。\n';
    expect(told(text)).toEqual(['1–7']);
  });

  test('news is not, nor what stands under an announcement', () => {
    expect(told(news)).toEqual([]);
    expect(told(`${news}\n石桥县交通运输局\n\n2024年1月1日\n`)).toEqual([]);
  });
});
