import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { parsePlainYaml } from './plain-yaml.ts';
import { readYamlInFull } from './read-yaml.ts';

test.each([
  'kind: article\nedition: 2022-12-19\npage: 1\nkicker: null\nseries: true\n',
  'bylines:\n  - name: 马小河\n    role: reporter\n  - name: 张三\nsource:\n  file: sources/2022-12-19/01.md\n  lines:\n    - 36\n    - 41\nproof: read',
  'bylines: []\nheadline: 一条“老船”',
  'pages:\n- number: 1\n- number: 2\n',
  'headline: \'1: 0\'\ndeck: "——记者 # 手记"',
])('%j is read as the full parser reads it', (text) => {
  const plain = parsePlainYaml(text);
  expect(plain).toBeDefined();
  expect(plain).toEqual(readYamlInFull(text).value);
});

test.each([
  '',
  'a: 1\na: 2',
  'a: &x 1',
  'a: *x',
  'a: !t 1',
  '<<: 1',
  '__proto__: 1',
  'constructor: 1',
  'a: b: c',
  'a: @x',
  'a: 01',
  'a: 1.5',
  'a: 0x10',
  'a: ~',
  'a: .inf',
  'a: True',
  'a: |\n  x',
  'a: >\n  x',
  'a:',
  'a: 1\n b: 2',
  'a: x\n  y',
  '- a',
  'a: [1]',
  'a: {b: 1}',
  'a: "\\n"',
  "a: 'it''s'",
  'a: x # y',
  '# x\na: 1',
  'a: 1\n\nb: 2',
  '---\na: 1',
  '"a": 1',
])('%j is left to the full parser', (text) => {
  expect(parsePlainYaml(text)).toBeUndefined();
});

test('whatever it reads, the full parser reads the same', () => {
  const scalar = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 6 }),
    fc.constantFrom(
      '一条老船',
      '2022',
      '2022-12-19',
      'null',
      'true',
      '1: 0',
      '- x',
      '“甲”',
      'x #',
      "it's",
      '"',
      'a:',
      ':a',
      '=',
      '<',
      '0',
      '00',
      '1e3',
      'y',
      'no',
      '甲：乙',
    ),
    fc.integer(),
    fc.boolean(),
    fc.constant(null),
  );
  const value = fc.letrec((tie) => ({
    map: fc.dictionary(fc.constantFrom('name', 'role', 'file', 'lines', 'a', 'b2'), tie('value'), {
      minKeys: 1,
      maxKeys: 3,
      noNullPrototype: true,
    }),
    value: fc.oneof(
      { depthSize: 'small' },
      { weight: 4, arbitrary: scalar },
      { weight: 1, arbitrary: tie('map') },
      { weight: 1, arbitrary: fc.array(tie('value'), { maxLength: 3 }) },
    ),
  })).map;
  const written = value.map((data) => stringify(data, { lineWidth: 0 }));
  const mangled = fc
    .tuple(
      written,
      fc.nat(),
      fc.constantFrom('', ' ', '  ', '\n', '- ', ':', ': ', '#', '"', "'", '['),
    )
    .map(
      ([text, at, insert]) =>
        text.slice(0, at % (text.length + 1)) + insert + text.slice(at % (text.length + 1)),
    );
  let taken = 0;
  fc.assert(
    fc.property(fc.oneof(written, mangled), (text) => {
      // Half a character is refused before YAML is read.
      fc.pre(text.isWellFormed());
      const plain = parsePlainYaml(text);
      if (plain === undefined) return;
      taken += 1;
      const full = readYamlInFull(text);
      expect(full.findings).toEqual([]);
      expect(plain).toEqual(full.value);
    }),
    { numRuns: 4000 },
  );
  expect(taken).toBeGreaterThan(400);
});
