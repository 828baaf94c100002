import { describe, expect, test } from 'vitest';
import { readAlto } from './read-alto.ts';

interface Row {
  readonly text: string;
  readonly left?: number;
  readonly height?: number;
}

const textLine = ({ text, left = 100, height = 40 }: Row): string =>
  `<TextLine HPOS="${left}" HEIGHT="${height}"><String CONTENT="${text}" HPOS="${left}" HEIGHT="${height}" WC="0.95"/></TextLine>`;

function alto(blocks: readonly (readonly Row[])[], about = ''): string {
  const set = blocks.map((rows) => `<TextBlock>${rows.map(textLine).join('\n')}</TextBlock>`);
  return `<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">${about}<Layout><Page ID="P1"><PrintSpace>\n${set.join('\n')}\n</PrintSpace></Page></Layout></alto>`;
}

const paragraph: readonly Row[] = [
  { text: '本报讯　入夏以来，云湖县农机', left: 180 },
  { text: '站在六个公社旧址办起农机修理短训' },
  { text: '班，先后有二百一十四名青年农民参' },
  { text: '加学习。老师傅佟铁柱白天教他们拆' },
  { text: '机器、认零件，晚上在灯下讲油路和' },
  { text: '电路，常常讲到深夜。' },
];
const headline: Row = { text: '县里办起农机修理短训班', height: 96 };

describe('readAlto', () => {
  test('what the file says of itself is no text of the page', () => {
    const about =
      '<Description><MeasurementUnit>pixel</MeasurementUnit><sourceImageInformation><fileName>云湖-0603.tif</fileName></sourceImageInformation><OCRProcessing ID="O1"><ocrProcessingStep><processingSoftware><softwareName>Transkribus</softwareName></processingSoftware></ocrProcessingStep></OCRProcessing></Description><Styles><TextStyle ID="T1" FONTSIZE="9"/></Styles><Tags><LayoutTag ID="L1" LABEL="正文"/></Tags>';
    const page = readAlto(alto([[headline], paragraph], about), 'han-simplified');
    expect(page.findings).toEqual([]);
    expect(page.blocks).toHaveLength(2);
  });

  test('a prefix of its namespace, and glyphs within a word', () => {
    const glyphs = '<Glyph CONTENT="佳" HPOS="100"><Variant CONTENT="住"/></Glyph>';
    const plain = alto([[headline, ...paragraph]]).replace(
      /(<String[^>]*)\/>/,
      `$1>${glyphs}</String>`,
    );
    const prefixed = plain.replaceAll(/<(\/?)(?=[A-Za-z])/g, '<$1alto:');
    const read = readAlto(prefixed, 'han-simplified');
    expect(read.blocks.map(({ text }) => text.replaceAll('\n', ''))).toEqual([
      headline.text,
      paragraph.map(({ text }) => text).join(''),
    ]);
    expect(read.findings).toEqual([]);
  });

  test('words between the elements of the page are told of', () => {
    const damaged = alto([[headline], paragraph]).replace('</TextBlock>\n', '</TextBlock>云湖县\n');
    const page = readAlto(damaged, 'han-simplified');
    expect(page.findings.map(({ id, excerpt }) => `${id} ${excerpt}`)).toEqual([
      'text-unplaced 云湖县',
    ]);
  });

  test('a line at the edge of its block begins no paragraph, one that is set in does', () => {
    const rows: readonly Row[] = [
      { text: '截至今年六月，全县已建成冷库二十六座。', left: 180 },
      { text: '过去三年，农机站为各村培训的机手超过百人。' },
      { text: '下半年，农机站还要把短训班办到各个乡镇去。', left: 180 },
      { text: '报名的青年已有三百多名。' },
    ];
    const { blocks } = readAlto(alto([[headline], paragraph, rows]), 'han-simplified');
    expect(blocks.slice(2).map((block) => block.text.replaceAll('\n', ''))).toEqual([
      '截至今年六月，全县已建成冷库二十六座。过去三年，农机站为各村培训的机手超过百人。',
      '下半年，农机站还要把短训班办到各个乡镇去。报名的青年已有三百多名。',
    ]);
  });

  test('files that give every line the edge of its block tell nothing by it', () => {
    const rows: readonly Row[] = [
      { text: '本报讯　入夏以来，云湖县农机' },
      { text: '站在六个公社旧址办起农机修理短训' },
      { text: '班，二百余名青年参加。' },
      { text: '学员自带干粮，白天修机器，晚' },
      { text: '上听课。东坝村青年佟铁柱学会了修' },
      { text: '小四轮。' },
    ];
    const { blocks } = readAlto(alto([[headline], rows]), 'han-simplified');
    expect(blocks.slice(1).map((block) => block.text.slice(0, 4))).toEqual([
      '本报讯　',
      '学员自带',
    ]);
  });

  test('a line a little larger than its text is set out as a crosshead is, below the headlines', () => {
    const rows: readonly (readonly Row[])[] = [
      [headline],
      paragraph,
      [{ text: '修好一台是一台', height: 50 }],
      [{ text: '学员自带干粮，白天修机器，晚', left: 180 }, { text: '上听课。' }],
      [{ text: '护城河清淤工程动工', height: 96 }],
      paragraph,
    ];
    const { blocks } = readAlto(alto(rows), 'han-simplified');
    expect(blocks.map(({ type, emphasis }) => (emphasis ? `${type}, bold` : type))).toEqual([
      'heading',
      'paragraph',
      'paragraph, bold',
      'paragraph',
      'heading',
      'paragraph',
    ]);
  });
});
