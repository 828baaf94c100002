import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { expect, it } from 'vitest';
import { parseIssueDate } from '../../newspaper/issue-date.ts';
import { partsOfPage, zonesSchema } from '../../newspaper/zones.ts';
import { unknownPaper } from '../page/known-paper.ts';
import { importPages } from '../import-pages.ts';
import { readAltoBoxes } from './read-alto-boxes.ts';
import { readLayoutJson } from './read-layout-json.ts';
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

const alto = (lines: string, size = 'WIDTH="1000" HEIGHT="1400"'): string =>
  `<?xml version="1.0"?>\n<alto>\n<Layout><Page ${size}>\n${lines}\n</Page></Layout>\n</alto>\n`;
const altoLine = (text: string, place: string): string =>
  `<TextLine ${place}>\n<String CONTENT="${text}" ${place}/>\n</TextLine>`;

it.each<[what: string, lines: string, size?: string]>([
  [
    'a million wide and more',
    altoLine(first, 'HPOS="0" VPOS="0" WIDTH="9e9" HEIGHT="40"'),
    'WIDTH="9e9" HEIGHT="9e9"',
  ],
  [
    'beyond all numbers',
    altoLine(first, 'HPOS="1e308" VPOS="-1e308" WIDTH="1e308" HEIGHT="1e308"'),
  ],
  ['no numbers', altoLine(first, 'HPOS="a" VPOS="" WIDTH="NaN" HEIGHT="Infinity"')],
])('ALTO: places %s are none', (_what, lines, size) => {
  expect(zonesOf(alto(lines, size))).toBeUndefined();
});

it('ALTO: what is less than one wide in its unit has a place that the check takes', () => {
  const zones = zonesOf(
    alto(altoLine(first, 'HPOS="0.1" VPOS="0.1" WIDTH="0.3" HEIGHT="0.2"'), 'WIDTH="1" HEIGHT="1"'),
  )!;
  expect(zonesSchema.parse(zones).zones[0]!.boxes).toEqual([[0, 0, 1, 1]]);
});

it('ALTO: a line of 200,000 words is as wide as its words', () => {
  const words = '<String CONTENT="" HPOS="10" VPOS="20" WIDTH="30" HEIGHT="40"/>\n'.repeat(200_000);
  expect(readAltoBoxes(alto(`<TextLine>\n${words}</TextLine>`))!.blocks).toMatchObject([
    { box: [10, 20, 30, 40] },
  ]);
});

it('MinerU: blocks in blocks, however deep, are read in their order', () => {
  const block = (content: string): object => ({
    bbox: [0, 0, 9, 9],
    lines: [{ spans: [{ content }] }],
  });
  const depth = 20_000;
  const text = `{"pdf_info":[{"page_size":[10,10],"para_blocks":[${JSON.stringify(block('甲'))},${'{"blocks":['.repeat(depth)}${JSON.stringify(block('乙'))}${']}'.repeat(depth)},${JSON.stringify(block('丙'))}]}]}`;
  expect(readLayoutJson(text, 0)!.blocks.map((one) => one.text)).toEqual(['甲', '乙', '丙']);
});

it('an article that is strewn over the page among another has no place, and takes no time', () => {
  const [paragraph, other] = [first, second].map((text) => text.repeat(60));
  const [left, right] = [paragraph!, other!].map((text) => text.match(/.{1,4}/gu)!);
  // Two texts whose lines lie on the page by turns.
  const lines = [left!, right!].flatMap((parts, which) =>
    parts.map((part, at) =>
      altoLine(part, `HPOS="10" VPOS="${20 * (2 * at + which)}" WIDTH="900" HEIGHT="18"`),
    ),
  );
  const from = process.cpuUsage();
  const zones = zonesOf(alto(lines.join('\n'), 'WIDTH="1000" HEIGHT="900000"'));
  const { user } = process.cpuUsage(from);
  expect(user / 1e6).toBeLessThan(20);
  for (const { boxes } of zones?.zones ?? []) expect(boxes.length).toBeLessThanOrEqual(200);
});
