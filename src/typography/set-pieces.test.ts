import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import type { Element, ElementContent, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { epubStyle } from '../exports/epub/epub-style.ts';
import { setPieces } from './set-pieces.ts';

/** A line feed in a text is a hard break. */
function paragraph(text: string): Element {
  const children = text.split('\n').flatMap((value, index): ElementContent[] => [
    ...(index > 0
      ? [
          { type: 'element' as const, tagName: 'br', properties: {}, children: [] },
          { type: 'text' as const, value: '\n' },
        ]
      : []),
    { type: 'text', value },
  ]);
  return { type: 'element', tagName: 'p', properties: {}, children };
}

const textOf = (node: Element | ElementContent): string =>
  node.type === 'text'
    ? node.value
    : node.type === 'element'
      ? node.children.map(textOf).join('')
      : '';

function set(language: string, texts: readonly string[]): Element[] {
  const tree: Root = { type: 'root', children: texts.map(paragraph) };
  setPieces(tree, language);
  return tree.children as Element[];
}

const classesOf = ({ properties }: Element): string =>
  ((properties['className'] as string[] | undefined) ?? []).join(' ');

const rolesOf = (language: string, ...texts: string[]): string[] =>
  set(language, texts).map(classesOf);

/** `07:30|海燕2号`, with the room of each: `5:南关`. */
const fieldsOf = (language: string, ...texts: string[]): string[] =>
  set(language, texts).map(({ children }) =>
    children
      .filter((child): child is Element => child.type === 'element')
      .map((field) => {
        const room = /room-(\d+)/.exec(classesOf(field))?.[1];
        return `${room === undefined ? '' : `${room}:`}${textOf(field)}`;
      })
      .join('|'),
  );

describe('what a line is', () => {
  test('names of winners stand under their prize, in a grid', () => {
    const lines = [
      '征文评选结束，获奖名单如下：',
      '一等奖（2名）',
      '段若溪 高唐谷',
      '二等奖（3名，奖书一套）',
      '邢子墨 苗 青 欧阳立夏',
      '请获奖者与本报联系。',
    ];
    expect(rolesOf('zh', ...lines)).toEqual([
      '',
      'entry-head',
      'entry names',
      'entry-head',
      'entry names',
      '',
    ]);
    expect(fieldsOf('zh', ...lines)[4]).toBe('4:邢子墨|4:苗 青|4:欧阳立夏');
  });

  test('prose stays prose, whatever stands in it', () => {
    expect(
      rolesOf(
        'zh',
        '昨日雨停，渡口复航。',
        '“早知道就好了。”他说，“一等就是三天……”',
        '他说：今天 明天都去',
        '一、不酒后驾车；',
        '市民在公园赏花 张三 摄',
      ),
    ).toEqual(['', '', '', '', '']);
    expect(rolesOf('en', 'Rain fell.', 'Mr. Holt said so', '"We slept," he said.')).toEqual([
      '',
      '',
      '',
    ]);
  });

  test.each([
    [['各位家长：', '暑假将至，请看好孩子。', '此致', '敬礼', '市教育局', '2023年6月28日']],
    [['编辑同志：', '路灯坏了。', '此致', '敬礼！', '读者 王芳', '十月三日']],
  ])('a letter has its ends: %j', (lines) => {
    expect(rolesOf('zh', ...lines)).toEqual([
      'salutation',
      '',
      '',
      'salutation',
      'sign-off',
      'sign-off',
    ]);
  });

  test('a date behind who signs ends the letter, whatever an editor adds', () => {
    expect(rolesOf('zh', '路灯坏了。', '读者 王芳', '2024年5月6日', '编者：已经修好。')).toEqual([
      '',
      'sign-off',
      'sign-off',
      '',
    ]);
  });

  test('of two notices each has its own ends', () => {
    const notice = ['吴春生：', '本院受理一案，现向你公告送达。', '云溪县人民法院'];
    const roles = ['salutation', '', 'sign-off'];
    expect(rolesOf('zh', ...notice, ...notice)).toEqual([...roles, ...roles]);
  });

  test('behind a list an office signs, and the last of the list does not', () => {
    expect(
      rolesOf(
        'zh',
        '名单如下：',
        '马 兰 邱志国 佟雷',
        '安 宁 郝 佳',
        '镇教育办公室',
        '2023年9月8日',
      ),
    ).toEqual(['', 'entry names', 'entry names', 'sign-off', 'sign-off']);
    expect(rolesOf('zh', '获奖单位：', '市财政局', '市审计局')).toEqual(['', 'entry', 'entry']);
    expect(rolesOf('zh', '路口如下：', '解放路', '建设路')).toEqual(['', 'entry', 'entry']);
  });

  test('a line that leads to a list speaks to nobody', () => {
    expect(rolesOf('zh', '招聘岗位：', '待遇面议。')[0]).toBe('');
    expect(rolesOf('zh', '供电公司提醒：', '一、不私拉乱接电线；')[0]).toBe('');
  });

  test('English has letters, logs, prices and results', () => {
    expect(
      rolesOf('en', 'To the Editor:', 'The lamp is dark.', 'Yours truly,', 'A. B. Penrose'),
    ).toEqual(['salutation', '', 'sign-off', 'sign-off']);
    expect(
      rolesOf('en', 'It is closed.', 'Yours truly,', 'Ruth Ames', 'Elm Street, May 6').slice(1),
    ).toEqual(['sign-off', 'sign-off', 'sign-off']);
    expect(
      rolesOf(
        'en',
        'Monday, 8:14 a.m. — A goat was found. It was returned.',
        'Tuesday, 2:30 p.m. — Two bicycles were stolen.',
      ),
    ).toEqual(['entry', 'entry']);
    expect(rolesOf('en', 'Corn $4.82 per bu.', 'Port Ellis 21, Granger 14')).toEqual([
      'entry',
      'entry',
    ]);
    expect(rolesOf('fr', 'Orval - Charenton : 0-0', 'Saint-Amand - Vierzon : 2-1')).toEqual([
      'entry',
      'entry',
    ]);
  });

  test('English in a Chinese paper is not parted at its blanks', () => {
    expect(fieldsOf('zh', 'To Mr. Tolland, a son, on May 2', 'To Mr. Ferris, a daughter')).toEqual([
      '',
      '',
    ]);
  });
});

describe('what stands side by side', () => {
  test('lines of as many fields are a table: times, programmes, prices', () => {
    expect(fieldsOf('zh', '18:30 老城故事', '9:05 连续剧：渡口人家（12、13）')).toEqual([
      '3:18:30|老城故事',
      '3:9:05|连续剧：渡口人家（12、13）',
    ]);
    expect(fieldsOf('zh', '一等奖 6注 每注7658321元', '二等奖 112注 每注186054元')).toEqual([
      '3:一等奖|3:6注|每注7658321元',
      '3:二等奖|3:112注|每注186054元',
    ]);
  });

  test('what belongs together is not parted', () => {
    expect(
      fieldsOf(
        'zh',
        '红球：03 09 14 22',
        '青屿码头 → 大鱼岛',
        '（11：8 9：11）',
        '冠军：8号 金钻（骑师 何健邦）',
        '复合肥 3150元/吨 — 钾肥',
        '1. 更新供水管网',
      ),
    ).toEqual(['', '', '', '冠军：8号|金钻（骑师 何健邦）', '复合肥|3150元/吨 —|钾肥', '']);
  });

  test('a blank within a name parts nothing where an ideographic one parts the fields', () => {
    expect(fieldsOf('ja', '水の音　東京　山田 太郎', '法隆寺　松山　正岡 子規')).toEqual([
      '3:水の音|2:東京|山田 太郎',
      '3:法隆寺|2:松山|正岡 子規',
    ]);
  });

  test('names in full stand in a grid, whatever they stand behind', () => {
    const lines = ['18:30 川の歌　第三回', '入賞者', '田中 花子　美空 ひばり　佐藤 健'];
    expect(rolesOf('ja', ...lines)[2]).toBe('entry names');
    expect(fieldsOf('ja', ...lines)[2]).toBe('6:田中 花子|6:美空 ひばり|6:佐藤 健');
  });

  test('words of a script with blanks between its words are not parted', () => {
    expect(fieldsOf('zh', 'שלום עולם 你好', 'Élan économique 你好', 'Война и мир 你好')).toEqual([
      '9:שלום עולם|你好',
      '9:Élan économique|你好',
      '9:Война и мир|你好',
    ]);
  });

  test('a field too wide for a column turns over as its line does', () => {
    const [line] = set('zh', ['东关街道办事处环境卫生管理服务中心 8胜1负', '青禾队 7胜2负']);
    expect(line!.children.filter((child) => child.type === 'element').map(classesOf)).toEqual([
      'field-rest',
      'field',
    ]);
  });

  test('items of a list stand under one another as well, and keep no class of their own', () => {
    const item = (value: string): Element => ({
      type: 'element',
      tagName: 'li',
      properties: {},
      children: [{ type: 'text', value }],
    });
    const list: Element = {
      type: 'element',
      tagName: 'ul',
      properties: {},
      children: [item('数控车工 5人'), item('焊工 3人')],
    };
    setPieces({ type: 'root', children: [list] }, 'zh');
    expect(
      list.children.map((child) => classesOf((child as Element).children[0] as Element)),
    ).toEqual(['field room-4', 'field room-4']);
    expect(list.children.map((child) => classesOf(child as Element))).toEqual(['', '']);
  });
});

test('the lines of a poem are wrapped, each; its breaks stay', () => {
  const [poem] = set('zh', ['船还没有来\n芦苇先白了头\n像弹掉一个旧的黄昏']);
  expect(poem!.children.map((child) => (child.type === 'element' ? child.tagName : ''))).toEqual([
    ...['span', 'br', '', 'span', 'br', '', 'span'],
  ]);
  expect(poem!.children.filter((child) => child.type === 'element').map(classesOf)).toEqual([
    ...['text-line', '', 'text-line', '', 'text-line'],
  ]);
});

test('a list of names within one paragraph is a grid too', () => {
  const [names] = set('zh', ['石桥中学\n马 兰 邱志国 佟 雷\n赵一鸣 欧阳文静 何 苗']);
  expect(
    names!.children
      .filter((child): child is Element => child.type === 'element' && child.tagName === 'span')
      .map(classesOf),
  ).toEqual(['text-line entry-head', 'text-line entry names', 'text-line entry names']);
});

test('a short notice with a long number is not justified', () => {
  expect(rolesOf('zh', '本人遗失毕业证，编号10447120190500，声明作废。')).toEqual(['ragged']);
  expect(rolesOf('zh', '昨日5人到会。', 'They came.')).toEqual(['ragged', 'ragged']);
  expect(rolesOf('zh', '本人遗失毕业证，声明作废。')).toEqual(['']);
  const long = '渡口今日复航，请旅客留意。'.repeat(12);
  expect(rolesOf('zh', long, `${long}详见www.example.org/ferry/times?day=6。`)).toEqual([
    '',
    'ragged',
  ]);
});

test('every room that a field can keep has its rule, on the site and in books', () => {
  const names = Array.from({ length: 16 }, (_, index) => '字'.repeat(index + 1));
  const rooms = names.flatMap((name) =>
    [...fieldsOf('zh', `${name} 8胜 1负`, `${name} 7胜 2负`)[0]!.matchAll(/(\d+):字/g)].map(
      ([, room]) => Number(room),
    ),
  );
  expect(rooms).toEqual(Array.from({ length: 12 }, (_, index) => index + 1));
  const body = readFileSync(new URL('../styles/body.css', import.meta.url), 'utf8');
  for (const style of [body, epubStyle('horizontal', true)]) {
    const rules = [...style.matchAll(/^\.room-(\d+) \{\s*min-inline-size: (\d+)em;/gm)];
    expect(rules.map(([, room]) => Number(room))).toEqual(rooms);
    expect(rules.map(([, , ems]) => Number(ems))).toEqual(rooms);
  }
});

describe('laws', () => {
  const word = fc.constantFrom(
    ...['一等奖', '李', '明', '王建国', '18:30', '03', '9', '：', '。', '（', '）', '—', '→', 'To'],
    ...['\n', ' ', '　', '公司', '2023年9月8日', '此致', '敬礼', '各位家长：', '电话：', '\\', ''],
  );
  const line = fc.array(word, { maxLength: 12 }).map((words) => words.join(''));

  test('no character is added, lost or moved, in any language', () => {
    fc.assert(
      fc.property(fc.constantFrom('zh', 'ja', 'en', 'fi'), fc.array(line), (language, lines) => {
        expect(set(language, lines).map(textOf)).toEqual(lines);
      }),
    );
  });

  test('a list of 60,000 items is set, one a paragraph or all in one', () => {
    const lines = Array.from({ length: 60_000 }, (_, index) => `${index}号 李明 王 军`);
    expect(set('zh', lines).map(classesOf)).toContain('entry');
    expect(set('zh', [lines.join('\n')])[0]!.children).toHaveLength(3 * 60_000 - 2);
  });

  test('a language without these habits is left alone', () => {
    fc.assert(
      fc.property(fc.array(line), (lines) => {
        expect(set('fi', lines)).toEqual(lines.map(paragraph));
      }),
    );
  });
});
