import { describe, expect, test } from 'vitest';
import { parseIssueDate } from '../../newspaper/issue-date.ts';
import { classifyBlocks } from '../classify/classify-blocks.ts';
import { groupArticles } from '../group/group-articles.ts';
import { unknownPaper } from '../page/known-paper.ts';
import { scriptOfPage } from '../segment/script-of-page.ts';
import { segmentPage } from '../segment/segment-page.ts';
import { draftPasses } from './draft-passes.ts';
import { newSheet, type DraftPass } from './draft-sheet.ts';
import { PageSlugs } from './page-slugs.ts';
import { PaperNames } from './paper-names.ts';

const text =
  '码头边的早班船六点开出，船老大陶望舒把缆绳解开，慢慢退出泊位。这条航线他跑了二十三年，每天四个来回。';
const english =
  'The council met on Monday evening to hear from residents about the plan for the harbour, and they';

/** For each pass a page whose article is another one without it. */
const examples: Readonly<Record<string, string>> = {
  'cut-leading-label': `## 【记者手记】一碗面的温度\n\n${text}`,
  'set-frames-aside': `## 【夜校开班】\n\n本报讯 ${text}`,
  'read-labels': `# 乡村振兴\n\n## 一碗面的温度里有二十年\n\n■ 本报记者 陶望舒\n\n${text}`,
  'cut-leading-jumps': `## （上接第1版）四代人的同一个码头\n\n${text}`,
  'keep-part-signatures': `## 街坊来信\n\n${text}\n\n读者 陶望舒\n\n${text}\n\n读者 王芳`,
  'read-bylines': `## 四代人的同一个码头\n\n■ 本报记者 陶望舒\n\n${text}`,
  'read-jump-lines': `## 四代人的同一个码头\n\n${text}\n\n（下转第三版）`,
  'write-body': `## 四代人的同一个码头\n\n${text}`,
  'sign-photo': `![](a.jpg)\n\n11月28日，游客在码头等船。 陶望舒 摄`,
  'report-unfinished': `## Harbour plan goes to the council\n\n${english}`,
  'read-opening': `## 四代人的同一个码头\n\n本报讯（记者 陶望舒）${text}`,
  'read-end': `## 四代人的同一个码头\n\n${text}（作者：陶望舒）`,
  'take-pictures': `![](a.jpg)\n\n11月28日，游客在码头等船。 陶望舒 摄`,
  'choose-headline': `## 四代人的同一个码头\n\n${text}`,
  'choose-slug': `## 四代人的同一个码头\n\n${text}`,
  'choose-genre': `## 招标公告\n\n${text}`,
};

function draft(page: string, passes: readonly DraftPass[]): object {
  const script = scriptOfPage(page);
  const blocks = classifyBlocks(segmentPage(page, script, new Set()).blocks, {
    script,
    columns: [],
  });
  const [group] = groupArticles(blocks).groups;
  const sheet = newSheet(group!, 1, {
    date: parseIssueDate('2024-01-01')!,
    page: 1,
    repair: { script },
    names: new PaperNames(unknownPaper, page),
    section: undefined,
    slugs: new PageSlugs([]),
    imageExtension: () => 'jpg',
  });
  for (const { run } of passes) run(sheet);
  // Slugs and names are the page's, not the article's.
  return { ...sheet, context: undefined };
}

describe('the passes that draft an article', () => {
  test('have one name each, and say why', () => {
    expect(new Set(draftPasses.map(({ id }) => id)).size).toBe(draftPasses.length);
    for (const { why } of draftPasses) expect(why).toMatch(/\.$/);
  });

  for (const { id } of draftPasses) {
    test(`${id} changes the article of its example`, () => {
      const page = examples[id]!;
      const whole = draft(page, draftPasses);
      const without = draft(
        page,
        draftPasses.filter((one) => one.id !== id),
      );
      expect(without).not.toEqual(whole);
    });
  }
});

test('an office before a bare name that signs stays with the name', () => {
  const page = `## 四代人的同一个码头\n\n${text}（宣传科 丁香）`;
  expect(draft(page, draftPasses)).toMatchObject({
    bylines: [{ name: '丁香', label: '宣传科' }],
  });
});
