/** Every sentence that a check of content/ can say has its English: the sources are read for them. */
import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { englishOf } from '../src/wording/english-of-findings.ts';

const src = fileURLToPath(new URL('../src/', import.meta.url));
const han = /\p{Script=Han}/u;

/** Files of these rooms that say nothing to an editor in Chinese alone. */
const others = new Set([
  'manuscript/newspaper-components.ts',
  'manuscript/article-terms.ts',
  'manuscript/rehype-apparatus-words.ts',
  'collections/astro-data-store.ts',
  'collections/bodies.ts',
]);

/** What a sentence's values are replaced by: something that no template holds. */
const value = 'X9';

/** The Chinese texts of a source: templates with a value in the place of each expression. */
function textsOf(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(src + file, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
  );
  const texts: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /\.(?:describe|test|exec)$/.test(node.expression.getText())) {
      ts.forEachChild(node.expression, visit);
      return;
    }
    // What has both languages already.
    if (
      ts.isObjectLiteralExpression(node) &&
      node.properties.some(({ name }) => name?.getText() === 'en')
    ) {
      return;
    }
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) texts.push(node.text);
    if (ts.isTemplateExpression(node)) {
      texts.push(
        node.head.text + node.templateSpans.map(({ literal }) => value + literal.text).join(''),
      );
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  // The head of a ledger of addresses has both languages in it.
  return texts.filter((text) => han.test(text) && !text.startsWith('# '));
}

const files = ['manuscript', 'collections', 'newspaper'].flatMap((room) =>
  readdirSync(src + room)
    .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
    .map((name) => `${room}/${name}`)
    .filter((file) => !others.has(file)),
);

describe('the findings of content/', () => {
  test.each(files)('%s says all of it in English, too', (file) => {
    const untold = textsOf(file).filter((text) => han.test(englishOf(text)));
    expect(untold).toEqual([]);
  });
});

test.each([
  [
    '“timeZone”应为 IANA 时区，如 Asia/Shanghai，现为 “北京”',
    '“timeZone” must be an IANA time zone, such as Asia/Shanghai; found “北京”',
  ],
  [
    '没有“headlin”这个字段；可用的字段：headline、deck',
    'There is no field “headlin”; there are: headline, deck',
  ],
  ['sections/ 里没有“要闻”这个版块', 'sections/ has no section “要闻”'],
  [
    '是不是 yaowen？或新建 sections/yaowne.yaml',
    'Did you mean yaowen? Or make sections/yaowne.yaml',
  ],
  ['“order”应为整数，现为文字 “二”', '“order” must be a whole number; found text “二”'],
  ['渡口修好了', '渡口修好了'],
])('%s: %s', (zh, en) => {
  expect(englishOf(zh)).toBe(en);
});
