import { expect, test } from 'vitest';
import type { IssueDate } from '../newspaper/issue-date.ts';
import { repairs } from './repair/repairs.ts';
import { importPages } from './import-pages.ts';
import { unknownPaper } from './page/known-paper.ts';
import { detachReport, jsonReport, renderReadableReport, repairNames } from './report.ts';

test('every repair has a name that a person can read', () => {
  expect(repairs.map(({ id }) => id).filter((id) => repairNames[id] === undefined)).toEqual([]);
});

test('a report keeps nothing of its page but what it tells', () => {
  const source = '清河镇新修三条通村公路，村民不再为卖菜发愁。'.repeat(200);
  const pages = importPages({
    text: `# 三条公路修到家门口\n\n本报讯（记者 方小满）${source}`,
    file: '01.md',
    date: '2024-01-08' as IssueDate,
    page: 1,
    known: unknownPaper,
  });
  const page = pages[0]!;
  const report = detachReport({ page, file: '01.md', articles: [], findings: page.findings });
  expect(report.findings).toEqual(page.findings);
  expect(report.page).toEqual({
    date: page.date,
    page: page.page,
    mended: page.mended,
    refused: false,
  });
});

test('the report is told in English from the first to the last word of its own', () => {
  const source = `# 渡口修好了\n\n${'清河镇新修三条通村公路，村民不再为卖菜发愁。'.repeat(9)}\n\n本报讯 渡口�口`;
  const pages = importPages({
    text: source,
    file: '01.md',
    date: '2024-01-08' as IssueDate,
    page: 1,
    known: unknownPaper,
  });
  const page = pages[0]!;
  expect(page.findings.length).toBeGreaterThan(0);
  const report = detachReport({ page, file: '01.md', articles: [], findings: page.findings });
  const told = renderReadableReport([report], [], { dryRun: true, language: 'en' });
  const own = told.split('\n').filter((line) => !line.startsWith('    ') || line.includes('→'));
  expect(own.join('\n').replaceAll(/“[^”]*”/g, '')).not.toMatch(/\p{Script=Han}/u);
  expect(told).toContain('This was a dry run: nothing was written.');
  const printed = [...jsonReport([report], [], 'en')].join('');
  expect(printed).toBe(`${JSON.stringify(JSON.parse(printed), null, 2)}\n`);
  const json = JSON.parse(printed) as {
    findings: Record<string, unknown>[];
  };
  expect(Object.keys(json.findings[0]!)).toEqual(Object.keys(page.findings[0]!).slice(0, 8));
});

test('a finding about several lines says which they are, in words and in JSON', () => {
  const list = (name: string): string => `## ${name}\n\n城关 6:30 8:00\n\n石桥 7:10 9:20\n`;
  const pages = importPages({
    text: `${list('城乡班车时刻')}\n${list('渡轮时刻')}`,
    file: '01.md',
    date: '2024-01-08' as IssueDate,
    page: 1,
    known: unknownPaper,
  });
  const findings = pages[0]!.findings.filter(({ id }) => id === 'lines-by-shape');
  const report = detachReport({ page: pages[0]!, file: '01.md', articles: [], findings });
  const told = renderReadableReport([report], [], { dryRun: false, language: 'zh' });
  expect(told).toContain('（第 1–5 行）');
  expect(told).toContain('同样的还有 1 处：第 7–11 行');
  const { findings: printed } = JSON.parse([...jsonReport([report], [], 'zh')].join('')) as {
    findings: unknown[];
  };
  expect(printed).toMatchObject([{ id: 'lines-by-shape', line: 1, lastLine: 5, alsoAt: [7] }]);
});
