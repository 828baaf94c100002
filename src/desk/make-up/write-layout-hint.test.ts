import { expect, it } from 'vitest';
import { writeLayoutHint } from './write-layout-hint.ts';

const edition = `# 校过 checked
date: 2024-05-06
dateSource: printed # 报头
pages:
  - number: 1
    name: 要闻
    credits:
      - role: 责任编辑
        names: [周河, "马小河"] # 两人
  - number: 2
    layout:
      tianqi: { span: 2 } # 窄一点
`;

it('puts a hint under its page and leaves the rest as it is', () => {
  expect(writeLayoutHint(edition, 1, 'dukou', { span: 3 })).toBe(
    edition.replace('# 两人\n', '# 两人\n    layout:\n      dukou: { span: 3 }\n'),
  );
});

it('changes a hint, and takes it away', () => {
  const changed = writeLayoutHint(edition, 2, 'tianqi', { span: 1, frame: true })!;
  expect(changed).toContain('tianqi: { span: 1, frame: true }');
  expect(changed).toContain('# 窄一点');
  const two = writeLayoutHint(changed, 2, 'yu', { ground: false })!;
  expect(two).toContain('\n      yu: { ground: false }\n');
  expect(writeLayoutHint(two, 2, 'yu', undefined)).toBe(changed);
  const without = writeLayoutHint(changed, 2, 'tianqi', undefined)!;
  expect(without).not.toContain('layout');
  expect(without).toContain('# 校过 checked');
});

it.each([
  ['no such page', edition, 3],
  ['no pages', 'date: 2024-05-06\n', 1],
  ['the page in one line', 'pages: [{ number: 1 }]\n', 1],
  ['no YAML', 'pages: [', 1],
])('refuses a file with %s', (_what, text, page) => {
  expect(writeLayoutHint(text, page, 'dukou', { span: 1 })).toBeUndefined();
});
