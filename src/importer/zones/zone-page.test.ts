import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { parseIssueDate } from '../../newspaper/issue-date.ts';
import { partsOfPage, zonesSchema } from '../../newspaper/zones.ts';
import { unknownPaper } from '../page/known-paper.ts';
import { importPages } from '../read-page.ts';
import { isAsImported, renderZones } from './render-zones.ts';
import { zonePage } from './zone-page.ts';

const pageFiles = new URL('../../../tests/fixtures/pages/', import.meta.url);

/** What an import makes of a page's places. */
function zonesOf(text: string, layouts: readonly unknown[] = [], index = 0) {
  const [page] = importPages({
    text,
    file: 'page.md',
    date: parseIssueDate('2030-05-01'),
    page: 1,
    known: unknownPaper,
  });
  return zonePage(page!.source.text, page!.articles, {
    layouts: layouts.map((layout) => JSON.stringify(layout)),
    index,
  });
}

it('ALTO: two articles side by side, and none over the picture that reaches into one of them', () => {
  const zones = zonesOf(readFileSync(new URL('079-alto-two-columns.xml', pageFiles), 'utf8'))!;
  expect(zones.size).toEqual([3600, 5200]);
  expect(zones.zones.map(({ boxes }) => boxes)).toEqual([
    [[150, 150, 1310, 510]],
    [
      [1500, 150, 680, 200],
      [1500, 360, 600, 40],
    ],
  ]);
});

it.each(['016-alto-1987', '144-alto-small-town-worn', '168-alto-late-autumn-worn'])(
  'ALTO, %s: every article has its place, on the page',
  (name) => {
    const text = readFileSync(new URL(`${name}.xml`, pageFiles), 'utf8');
    const zones = zonesOf(text)!;
    const truth = parse(readFileSync(new URL(`${name}.truth.yaml`, pageFiles), 'utf8')) as {
      articles?: unknown[];
      items?: unknown[];
    };
    expect(zones.zones.length).toBe((truth.articles ?? truth.items)!.length);
    for (const part of Object.values(partsOfPage(zones))) {
      expect(part.right).toBeGreaterThan(part.left);
      expect(part.bottom).toBeGreaterThan(part.top);
    }
  },
);

const first = '河湾社区的夜校昨晚开课，来上课的人不少，有年轻人，也有老人，教室里坐得满满当当。';
const second = '渡口恢复通航，每日往返十六班，首班七时，末班十八时，枯水时节停航两个月。';
const third = '县里的粮站收了新麦，价钱比去年高两分，排队的车从站里一直排到了桥头。';
const page = `# 河湾社区办起了夜校

■ 本报记者 周文

${first}

# 水南渡口恢复通航

本报讯（记者 林舟）${second}

# 新麦上市

本报讯（记者 何田）${third}
`;
/** The same page: the first article across the head, the others below it, side by side. */
const places = [
  ['河湾社区办起了夜校', [50, 50, 950, 120]],
  ['■ 本报记者 周文', [50, 130, 950, 150]],
  [first, [50, 160, 950, 400]],
  ['水南渡口恢复通航', [50, 420, 480, 460]],
  [`本报讯（记者 林舟）${second}`, [50, 470, 480, 900]],
  ['新麦上市', [520, 420, 950, 460]],
  [`本报讯（记者 何田）${third}`, [520, 470, 950, 900]],
] as const;
const boxes = [[[50, 50, 900, 350]], [[50, 420, 430, 480]], [[520, 420, 430, 480]]];
const middle = (texts: typeof places) =>
  texts.map(([content, bbox]) => ({ type: 'text', bbox, lines: [{ bbox, spans: [{ content }] }] }));

it.each<[string, unknown]>([
  [
    'MinerU, content_list.json',
    places.map(([text, bbox]) => ({ type: 'text', text, bbox, page_idx: 0 })),
  ],
  [
    'MinerU, middle.json',
    { pdf_info: [{ page_idx: 0, page_size: [1000, 1000], para_blocks: middle(places) }] },
  ],
  [
    'PaddleOCR',
    {
      page_index: null,
      width: 1000,
      height: 1000,
      parsing_res_list: places.map(([text, bbox]) => ({
        block_label: 'text',
        block_content: text,
        block_bbox: bbox,
      })),
    },
  ],
  [
    'PaddleOCR, as a service wraps it',
    {
      res: {
        width: 1000,
        height: 1000,
        parsing_res_list: places.map(([text, bbox]) => ({ block_content: text, block_bbox: bbox })),
      },
    },
  ],
])('%s: places beside the Markdown', (_tool, layout) => {
  const zones = zonesOf(page, [{ unknown: true }, layout])!;
  expect(zones.size).toEqual([1000, 1000]);
  expect(zones.zones.map((zone) => zone.boxes)).toEqual(boxes);
});

it('places of another page, or of nobody knows what, are none', () => {
  expect(
    zonesOf(page, [places.map(([text, bbox]) => ({ text, bbox, page_idx: 1 }))]),
  ).toBeUndefined();
  expect(zonesOf(page, [[], {}, { pdf_info: [] }, 'x', null])).toBeUndefined();
  expect(zonesOf(page)).toBeUndefined();
});

it('two boxes stay two where one would cover what stands between', () => {
  const around = places.map(([text, bbox]): unknown =>
    text === first ? { text, bbox: [50, 500, 480, 900] } : { text, bbox },
  );
  const zones = zonesOf(page, [around])!;
  expect(zones.zones[0]!.boxes).toEqual([
    [50, 50, 900, 100],
    [50, 500, 430, 400],
  ]);
});

it('is written a box a line, and known again until a person has changed it', () => {
  const zones = zonesOf(page, [places.map(([text, bbox]) => ({ text, bbox }))])!;
  const text = renderZones(zones);
  expect(text).toContain('      - [50, 50, 900, 350]\n');
  expect(zonesSchema.parse(parse(text))).toEqual(zones);
  expect(isAsImported(text)).toBe(true);
  expect(isAsImported(text.replaceAll('\n', '\r\n'))).toBe(true);
  expect(isAsImported(text.replace('[50, 50', '[60, 50'))).toBe(false);
  expect(isAsImported('scan: 01.jpg\n')).toBe(false);
});
