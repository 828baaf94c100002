/** How large the book of an edition with many large photographs is, and what making it costs. */
import sharp from 'sharp';
import { XMLValidator } from 'fast-xml-parser';
import { unzipSync } from 'fflate';
import type { EpubEdition } from '../src/exports/epub/epub-edition.ts';
import { renderEpub } from '../src/exports/epub/render-epub.ts';
import { resizePictures } from '../src/exports/epub/resize-pictures.ts';
import { fixtureArticles } from '../src/exports/exported-fixture.ts';
import { parseIssueDate } from '../src/newspaper/issue-date.ts';
import { exportWordingFor } from '../src/wording/export-wording.ts';
import type { BenchOptions, BenchResult } from './bench.ts';

export const name = 'epub-size';
export const describe =
  '一期有四十张大照片（4000 × 3000，噪声越多越难压）：装成的 EPUB 有多大，要多少处理器秒。应小于 20 MB。';

const count = 40;
const limit = 20_000_000;
/** Standard deviation of the noise: a clean sky, a crowd, and what no camera makes. */
const noises = [4, 20, 60];

export async function run({ say }: BenchOptions): Promise<BenchResult> {
  const rows: (string | number)[][] = [];
  let met = true;
  for (const sigma of noises) {
    const photograph = await sharp({
      create: {
        width: 4000,
        height: 3000,
        channels: 3,
        background: '#888',
        noise: { type: 'gaussian', mean: 128, sigma },
      },
    })
      .jpeg({ quality: 92 })
      .toBuffer();
    const before = process.cpuUsage();
    const pictures = await resizePictures(Array.from({ length: count }, () => photograph));
    const book = renderEpub(editionOf(pictures), exportWordingFor('zh-Hans'));
    const { user, system } = process.cpuUsage(before);
    const pages = Object.entries(unzipSync(book)).filter(([path]) => path.endsWith('.xhtml'));
    const sound = pages.every(
      ([, bytes]) => XMLValidator.validate(new TextDecoder().decode(bytes)) === true,
    );
    met &&= sound && book.byteLength < limit;
    rows.push([
      sigma,
      ((photograph.byteLength * count) / 1e6).toFixed(1),
      `${pictures[0]!.width} × ${pictures[0]!.height}`,
      (book.byteLength / 1e6).toFixed(1),
      ((user + system) / 1e6).toFixed(1),
    ]);
    say(`  噪声 ${sigma}：${(book.byteLength / 1e6).toFixed(1)} MB`);
  }
  return {
    tables: [
      {
        title: `一期 ${count} 张照片的 EPUB（应小于 ${limit / 1e6} MB）`,
        head: ['噪声', '原片共 MB', '书里的尺寸', 'EPUB MB', '处理器秒'],
        rows,
      },
    ],
    details: { count, limit, rows },
    met,
  };
}

function editionOf(pictures: Awaited<ReturnType<typeof resizePictures>>): EpubEdition {
  const [sample] = fixtureArticles();
  return {
    paper: '某日报',
    language: 'zh-Hans',
    writing: 'horizontal',
    date: parseIssueDate('2024-03-07'),
    dateText: '2024年3月7日',
    description: '一份虚构的报纸',
    publisher: '某社',
    rights: { holder: '某社', notice: '测试用。' },
    address: 'https://paper.example.org/2024-03-07/',
    pages: [
      {
        number: 1,
        title: '第01版',
        credits: [],
        articles: pictures.map((picture, index) => ({
          article: { ...sample!, id: `2024-03-07/01/a-${index + 1}` },
          pictures: [{ ...picture, alt: '照片' }],
          bodyPictures: new Map(),
        })),
      },
    ],
  };
}
