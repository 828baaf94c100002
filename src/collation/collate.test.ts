import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { collateArticle, standingText, type Collation, type Stretch } from './collate.ts';
import { foldCharacter, isBlank } from './fold.ts';
import { simplifiedForm } from './variants.ts';

/** 同 as it is; {was|now} mechanical; [was|now] letters. */
function written(stretches: readonly Stretch[]): string {
  return stretches
    .map((stretch) => {
      if (stretch.kind === 'same') return stretch.text;
      return stretch.kind === 'letter'
        ? `[${stretch.was}|${stretch.now}]`
        : `{${stretch.was}|${stretch.now}}`;
    })
    .join('');
}

function collate(
  page: string,
  paragraphs: readonly string[],
  fields: Readonly<Record<string, string>> = {},
): Collation {
  return collateArticle({
    lines: page.split('\n'),
    firstLine: 10,
    fields: Object.entries(fields).map(([id, text]) => ({ id, text })),
    paragraphs: paragraphs.map((text, index) => ({ id: `p${index + 1}`, text })),
    foldVariant: simplifiedForm,
  });
}

const body = (page: string, paragraphs: readonly string[]): string[] =>
  collate(page, paragraphs).body.map(({ id, stretches }) => `${id ?? '×'} ${written(stretches)}`);

describe('a paragraph of the page against the article', () => {
  test.each<[string, string, string[], string[]]>([
    ['nothing changed', '春雨润禾苗。', ['春雨润禾苗。'], ['p1 春雨润禾苗。']],
    ['a misread letter', '累计人驻企业', ['累计入驻企业'], ['p1 累计[人|入]驻企业']],
    ['full-width signs', '车间里,机器', ['车间里，机器'], ['p1 车间里{,|，}机器']],
    ['quotation marks', '"先锋"力量', ['“先锋”力量'], ['p1 {"|“}先锋{"|”}力量']],
    ['a blank of the column', '国家的 主要阵地', ['国家的主要阵地'], ['p1 国家的{ |}主要阵地']],
    ['a blank put in', '(记者梁某)', ['（记者 梁某）'], ['p1 {(|（}记者{| }梁某{)|）}']],
    ['a blank that stays', '(记者 曹某)', ['（记者 曹某）'], ['p1 {(|（}记者 曹某{)|）}']],
    [
      'a line rejoined',
      '于园区企\n\n业,健全',
      ['于园区企业，健全'],
      ['p1 于园区企{¶|}业{,|，}健全'],
    ],
    [
      'a paragraph parted',
      '的需求。 供水、用水',
      ['的需求。', '供水、用水'],
      ['p1 的需求。', 'p2 { |¶}供水、用水'],
    ],
    ['a letter put in at the end', '及时雨', ['及时雨。'], ['p1 及时雨[|。]']],
    ['a traditional form', '日報社', ['日报社'], ['p1 日{報|报}社']],
    ['emphasis of the tool', '**日报**社', ['日报社'], ['p1 日报社']],
    [
      'a ghost line, cut where it begins',
      '好环境。\n\n况,以供昌阁人环境。 为了及时',
      ['好环境。', '为了及时'],
      ['p1 好环境。', 'p2 [况,以供昌阁人环境。|]{ |}为了及时'],
    ],
    [
      'a line in no paragraph',
      '前一段。\n\n## 通栏标签\n\n后一段。',
      ['前一段。', '后一段。'],
      ['p1 前一段。', '× [通栏标签|]', 'p2 后一段。'],
    ],
    ['letters near each other are one change', '与野城了', ['与聊城呢'], ['p1 与[野城了|聊城呢]']],
    ['a number is changed as a whole', '共1582家', ['共1532家'], ['p1 共[1582|1532]家']],
    [
      'a word is changed as a whole',
      'the old 1ighthouse stands',
      ['the old lighthouse stands'],
      ['p1 the old [1ighthouse|lighthouse] stands'],
    ],
    ['nothing on the page', '', ['补写的一段。'], ['p1 [|补写的一段。]']],
    ['nothing in the article', '没有收的一段。', [], ['× [没有收的一段。|]']],
  ])('%s', (_name, page, paragraphs, expected) => {
    expect(body(page, paragraphs)).toEqual(expected);
  });

  test('a credit at the end of a caption has moved to the bylines', () => {
    const { body: passages, fields } = collate('供不应求。 ■ 本报记者 朱某某', ['供不应求。'], {
      byline: '本报记者 朱某某',
    });
    expect(fields).toEqual([]);
    expect(passages[0]!.stretches.at(-1)).toMatchObject({ kind: 'mechanical', reason: 'moved' });
  });
});

describe('the fields of an article', () => {
  const page =
    '## **净油,决战四季度**全年度\n\n# 燃动小微"先锋"力量\n\n### 一探访我市基地\n\n#### ■ 本报记者 尹騰淑\n\n车间里,机器';
  const collation = collate(page, ['车间里，机器'], {
    headline: '燃动小微“先锋”力量',
    deck: '——探访我市基地',
    column: '加油，决战四季度 全年度',
    byline: '本报记者 尹腾淑',
  });

  test('are found among the lines by what they share', () => {
    expect(
      collation.fields.map(
        ({ id, lines, stretches }) => `${id} ${lines!.first} ${written(stretches)}`,
      ),
    ).toEqual([
      'headline 12 燃动小微{"|“}先锋{"|”}力量',
      'deck 14 [一|——]探访我市基地',
      'column 10 [净|加]油{,|，}决战四季度{| }全年度',
      'byline 16 本报记者 尹{騰|腾}淑',
    ]);
  });

  test('and do not stand in the body again', () => {
    expect(collation.body.map(({ id, lines }) => `${id} ${lines!.first}`)).toEqual(['p1 18']);
  });

  test('changes are counted by kind', () => {
    expect(collation.letters).toBe(2);
    expect(collation.mechanical).toEqual({
      blank: 1,
      break: 0,
      width: 2,
      sign: 2,
      variant: 1,
      moved: 0,
    });
  });

  test('a headline set on two lines of the page is one field', () => {
    const { fields } = collate('# 接地气的新闻\n\n# 最打动人心\n\n正文。', ['正文。'], {
      headline: '接地气的新闻最打动人心',
    });
    expect(fields.map(({ stretches, lines }) => [written(stretches), lines])).toEqual([
      ['接地气的新闻{¶|}最打动人心', { first: 10, last: 12 }],
    ]);
  });
});

describe('with the import on record', () => {
  const { body: passages } = collateArticle({
    lines: ['人园之初', '', '又一段人驻企业', '', '没有收的一行'],
    firstLine: 1,
    fields: [],
    paragraphs: [
      { id: 'p1', text: '入园之初' },
      { id: 'p2', text: '又一段入驻企业。' },
    ],
    isAsImported: (text) => text === '入园之初',
  });

  test('its repairs are told from the paragraphs that a person has edited', () => {
    expect(
      passages.flatMap(({ stretches }) =>
        stretches.flatMap((stretch) =>
          stretch.kind === 'letter' ? [`${stretch.was}|${stretch.now} ${stretch.by}`] : [],
        ),
      ),
    ).toEqual(['人|入 importer', '人|入 person', '|。 person', '没有收的一行| unknown']);
  });
});

// A small alphabet makes letters meet again and again, which is where an alignment may go wrong.
const paragraph = fc
  .array(fc.constantFrom('甲', '乙', '丙', '丁', '，', ',', '“', '"', ' ', '報', '报', 'a', '1'), {
    minLength: 1,
    maxLength: 30,
  })
  .map((letters) => letters.join('').trim())
  .filter((text) => text !== '');
const texts = fc.array(paragraph, { maxLength: 5 });

/** What Markdown would take for a mark of the tool is no letter of the page. */
const plain = (text: string): boolean => !/^\s*[-#>*+]/.test(text);

describe('laws', () => {
  test('the article’s text is what stands, to the letter', () => {
    fc.assert(
      fc.property(texts, texts, (page, article) => {
        const { body: passages } = collate(page.join('\n\n'), article);
        const standing = passages.filter(({ id }) => id !== null);
        // Blanks at the end of a paragraph have no letter after them to be shown before.
        expect(standing.map(({ stretches }) => standingText(stretches))).toEqual(article);
      }),
    );
  });

  test('no letter of the page is lost', () => {
    fc.assert(
      fc.property(texts, texts, (page, article) => {
        fc.pre(page.every(plain) && article.length > 0);
        const { body: passages } = collate(page.join('\n\n'), article);
        const shown = passages
          .flatMap(({ stretches }) => stretches)
          .map((stretch) => (stretch.kind === 'same' ? stretch.text : stretch.was))
          .join('');
        const letters = (text: string): string =>
          [...text]
            .filter((letter) => !isBlank(letter) && letter !== '¶')
            .map(foldCharacter)
            .sort()
            .join('');
        expect(letters(shown)).toBe(letters(page.join('')));
      }),
    );
  });

  test('an article against itself has no change', () => {
    fc.assert(
      fc.property(texts, (article) => {
        fc.pre(article.every(plain));
        const { letters, mechanical } = collate(article.join('\n\n'), article);
        expect([letters, ...Object.values(mechanical)]).toEqual([0, 0, 0, 0, 0, 0, 0]);
      }),
    );
  });

  test('what only folding tells apart changes no letter', () => {
    fc.assert(
      fc.property(texts, (article) => {
        fc.pre(article.every(plain));
        const damaged = article.map((text) =>
          text.replaceAll('，', ',').replaceAll('“', '"').replaceAll('报', '報'),
        );
        expect(collate(damaged.join('\n\n'), article).letters).toBe(0);
      }),
    );
  });
});
