import { expect, test } from 'vitest';
import { applyFixes } from './prose/apply-fixes.ts';
import { readYaml } from './read-yaml.ts';

test.each([
  ['headline：渡口修好了', 'yaml-full-width-colon', 1, 9, 'headline: 渡口修好了'],
  [
    'order: 1\npage：2\nkind: article',
    'yaml-full-width-colon',
    2,
    5,
    'order: 1\npage: 2\nkind: article',
  ],
  ['order:2\npage: 1', 'yaml-colon-blank', 1, 6, 'order: 2\npage: 1'],
  ['page: 1\norder:2', 'yaml-colon-blank', 2, 6, 'page: 1\norder: 2'],
  ['source:\n\tfile: a', 'yaml-tab', 2, 1, 'source:\n  file: a'],
  ['source:\n \tfile: a', 'yaml-tab', 2, 1, 'source:\n   file: a'],
  ['source:\n\t \t file: a', 'yaml-tab', 2, 1, 'source:\n      file: a'],
  [
    'bylines:\n  -name: 张三\n   role: reporter',
    'yaml-dash-blank',
    2,
    3,
    'bylines:\n  - name: 张三\n   role: reporter',
  ],
  [
    'headline: "渡口修好了\npage: 1\ndeck: 通船',
    'yaml-quote-open',
    1,
    11,
    'headline: "渡口修好了"\npage: 1\ndeck: 通船',
  ],
  ["deck: '通船\norder: 1", 'yaml-quote-open', 1, 7, "deck: '通船'\norder: 1"],
  ['images: [a.jpg, b.jpg\npage: 1', 'yaml-bracket-open', 1, 9, 'images: [a.jpg, b.jpg]\npage: 1'],
  [
    'page: 1\nsource: { file: a, lines: 1',
    'yaml-bracket-open',
    2,
    9,
    'page: 1\nsource: { file: a, lines: 1}',
  ],
  ['source: { file: a, lines: [1, 2 }\npage: 1', 'yaml-bracket-open', 1, 27, undefined],
  [
    'bylines:\n  - { name: 张三, role: reporter\n  - { name: 李四 }\npage: 1',
    'yaml-bracket-open',
    2,
    5,
    'bylines:\n  - { name: 张三, role: reporter}\n  - { name: 李四 }\npage: 1',
  ],
  ['pages: [\n  a,\n  b\nname: 海港', 'yaml-bracket-open', 1, 8, undefined],
  ['images: ["a.jpg, b.jpg]\npage: 1', 'yaml-quote-open', 1, 10, undefined],
  ['headline: "渡口"修好了\npage: 1', 'yaml-quote-early', 1, 11, undefined],
  ["headline: '渡口'修好了\npage: 1", 'yaml-quote-early', 1, 11, undefined],
  [
    'headline: "渡口" # 注" \ndeck: "通船',
    'yaml-quote-open',
    2,
    7,
    'headline: "渡口" # 注" \ndeck: "通船"',
  ],
  // A comment closes nothing; a sign within a word or in quotes neither opens nor ends one.
  ['images: [a.jpg # b.jpg]\npage: 1', 'yaml-bracket-open', 1, 9, undefined],
  ['images: [a#b.jpg\npage: 1', 'yaml-bracket-open', 1, 9, 'images: [a#b.jpg]\npage: 1'],
  ['images: ["]", b.jpg\npage: 1', 'yaml-bracket-open', 1, 9, 'images: ["]", b.jpg]\npage: 1'],
  ["images: [ 'a]', b's\npage: 1", 'yaml-bracket-open', 1, 9, "images: [ 'a]', b's]\npage: 1"],
  ['images: [a.jpg,\npage: 1', 'yaml-bracket-open', 1, 9, undefined],
  ['source: {\npage: 1', 'yaml-bracket-open', 1, 9, 'source: {}\npage: 1'],
  ['- [a, b\n- [c]', 'yaml-bracket-open', 1, 3, '- [a, b]\n- [c]'],
  ['order:  2\nimages:   [a', 'yaml-bracket-open', 2, 11, 'order:  2\nimages:   [a]'],
  ['images: [\n  "a",\n  "b]\npage: 1', 'yaml-quote-open', 3, 3, undefined],
  ['order: 2\nimages: [a  ', 'yaml-bracket-open', 2, 9, 'order: 2\nimages: [a]  '],
  ['  - page：2\n    order: 1', 'yaml-full-width-colon', 1, 9, '  - page: 2\n    order: 1'],
  ['page ： 2', 'yaml-full-width-colon', 1, 5, 'page: 2'],
  ['- page:2\n  order: 1', 'yaml-colon-blank', 1, 7, '- page: 2\n  order: 1'],
  [
    'bylines:\n  － name: 张三\n    role: a',
    'yaml-dash-blank',
    2,
    3,
    'bylines:\n  - name: 张三\n    role: a',
  ],
  [
    'bylines:\n  — name: 张三\n    role: a',
    'yaml-dash-blank',
    2,
    3,
    'bylines:\n  - name: 张三\n    role: a',
  ],
])('%j is a %s at %i:%i', (text, id, line, column, mended) => {
  const { findings } = readYaml(text, 1);
  expect(findings.map((finding) => [finding.id, finding.line, finding.column])).toEqual([
    [id, line, column],
  ]);
  const fixes = findings.flatMap(({ fix }) => fix ?? []);
  expect(applyFixes(text, fixes)).toBe(mended ?? text);
  if (mended !== undefined && id !== 'yaml-dash-blank') {
    expect(readYaml(mended).findings).toEqual([]);
  }
});

test('places and offsets are those of the file', () => {
  const [finding] = readYaml('page: 1\norder:2', 2, 4).findings;
  expect(finding).toMatchObject({ line: 3, column: 6, fix: { start: 17, end: 18, text: ': ' } });
});

test.each([
  // A tab parts a value from its colon as a blank does (YAML 1.2, 6.2): the fault is another.
  ['headline:\t渡口\ndeck: @通船', 'yaml-syntax', 2],
  ['headline: \t渡口\ndeck: @通船', 'yaml-syntax', 2],
  ['address: https://example.org/\ndeck: @通船', 'yaml-syntax', 2],
  ['address:https://example.org/', 'yaml-colon-blank', 1],
  ['source:\n  file: a\ndeck: @通船', 'yaml-syntax', 3],
  ["headline: '他说''好'''\ndeck: @通船", 'yaml-syntax', 2],
  ['headline: "他说\\"好" \ndeck: @通船', 'yaml-syntax', 2],
  ['images: [a, [b], {c: 1}] # ]\ndeck: @通船', 'yaml-syntax', 2],
  ['images: [\n  a,\n  b\n]\ndeck: @通船', 'yaml-syntax', 5],
  ['images: [\n  "a",\n  \'b]\', "c"]\ndeck: @通船', 'yaml-syntax', 4],
  ['images: [\n  "a]",\n  b # ]\n  ]\ndeck: @通船', 'yaml-syntax', 5],
])('a sound line is not told of: %j', (text, id, line) => {
  expect(readYaml(text).findings.map((finding) => [finding.id, finding.line])).toEqual([
    [id, line],
  ]);
});

test.each([
  'headline: 时间：八点',
  'address: https://example.org/',
  'headline: \'他说："好"\'',
  'description: |\n  甲：乙\n  丙:丁\n',
])('a sound text is left alone: %j', (text) => expect(readYaml(text).findings).toEqual([]));
