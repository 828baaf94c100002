import { findingWords } from '../newspaper/finding-words.ts';
import type { Bilingual } from '../newspaper/bilingual.ts';
import type { LocalFinding, Place } from '../newspaper/local-finding.ts';
import { nearestName } from '../newspaper/nearest-name.ts';
import type { PageZones } from '../newspaper/zones.ts';
import type { Scan } from './scan-register.ts';

/** A scan of another proportion than its zones by more than this shows them in the wrong places. */
const mostSkewed = 0.02;
/** OCR gives boxes a hair beyond the edge. */
const mostBeyond = 0.01;

/**
 * Holds a page's zones against its scan and its articles.
 *
 * @param path of the file of zones
 * @param scan what its scan is; undefined where it is not there, or none is named
 * @param sizes bytes by path, of all files of the folder
 * @param locate where a field of the file stands
 */
export function checkZones(
  path: string,
  { scan: name, size, zones }: PageZones,
  scan: Scan | undefined,
  sizes: ReadonlyMap<string, number>,
  locate: (field: readonly PropertyKey[]) => Place,
): LocalFinding[] {
  const findings: LocalFinding[] = [];
  const report: Report = (field, id, severity, excerpt, message, action) => {
    findings.push({ id, severity, ...locate(field), excerpt, ...findingWords(message, action) });
  };
  // Places without a scan are for the make-up of the page alone.
  if (name !== undefined) {
    if (scan?.wrong !== undefined) findings.push({ ...scan.wrong, ...locate(['scan']) });
    else checkScan(path, name, size, scan, report);
  }
  const [, edition = '', page = ''] = /^sources\/([^/]+)\/(\d+)\./.exec(path) ?? [];
  const folder = `articles/${edition}/${page}/`;
  let slugs: string[] | undefined;
  zones.forEach(({ article, boxes }, index) => {
    if (!sizes.has(`${folder}${article}.mdx`)) {
      slugs ??= Array.from(sizes.keys()).flatMap((name) =>
        name.startsWith(folder) && name.endsWith('.mdx') ? [name.slice(folder.length, -4)] : [],
      );
      const meant = nearestName(article, slugs);
      report(
        ['zones', index, 'article'],
        'zone-unknown',
        'review',
        article,
        {
          zh: `${folder} 里没有 ${article}.mdx，这一块无处可通`,
          en: `${folder} has no ${article}.mdx, so this zone leads nowhere`,
        },
        meant === undefined
          ? { zh: '改正文件名，或删去这一块', en: 'Mend the name, or remove the zone' }
          : { zh: `是不是 ${meant}？`, en: `Did you mean ${meant}?` },
      );
    }
    checkBoxes(article, boxes, size, index, report);
  });
  return findings;
}

/** Tells a fault of the file at the place of one of its fields. */
type Report = (
  field: readonly PropertyKey[],
  id: string,
  severity: LocalFinding['severity'],
  excerpt: string,
  message: Bilingual,
  action: Bilingual,
) => void;

/** The scan is there, and of the proportion that the zones are drawn for. */
function checkScan(
  path: string,
  name: string,
  size: PageZones['size'],
  scan: Scan | undefined,
  report: Report,
): void {
  if (scan === undefined) {
    const file = path.slice(0, path.lastIndexOf('/') + 1) + name;
    report(
      ['scan'],
      'scan-missing',
      'error',
      name,
      { zh: `没有 ${file} 这张扫描图`, en: `There is no scan ${file}` },
      {
        zh: '把扫描图放到这个文件旁边，或改正文件名；没有扫描图就删去这个文件',
        en: 'Put the scan beside this file, or mend its name; where there is none, remove this file',
      },
    );
  } else {
    const [width, height] = size;
    const skew = Math.abs((scan.width * height) / (scan.height * width) - 1);
    if (skew > mostSkewed) {
      report(
        ['size'],
        'zones-size',
        'review',
        `${width}, ${height}`,
        {
          zh: `size 的宽高比应与扫描图（${scan.width} × ${scan.height}）相同，现相差 ${Math.round(skew * 100)} %，各篇的位置会错开`,
          en: `size must have the proportion of the scan (${scan.width} × ${scan.height}); it is ${Math.round(skew * 100)} % off, and zones would be shown elsewhere`,
        },
        {
          zh: '改 size，或换上这些坐标所指的那张扫描图',
          en: 'Change size, or put the scan there that these coordinates are of',
        },
      );
    }
  }
}

/** The boxes of one article lie on the page. */
function checkBoxes(
  article: string,
  boxes: PageZones['zones'][number]['boxes'],
  size: PageZones['size'],
  index: number,
  report: Report,
): void {
  boxes.forEach(([x, y, width, height], at) => {
    const [fullWidth, fullHeight] = size;
    const isInside =
      x >= -mostBeyond * fullWidth &&
      y >= -mostBeyond * fullHeight &&
      x + width <= (1 + mostBeyond) * fullWidth &&
      y + height <= (1 + mostBeyond) * fullHeight;
    if (isInside) return;
    report(
      ['zones', index, 'boxes', at],
      'zone-outside',
      'review',
      [x, y, width, height].join(', '),
      {
        zh: `${article} 的这一块超出版面（${fullWidth} × ${fullHeight}）`,
        en: `This box of ${article} goes beyond the page (${fullWidth} × ${fullHeight})`,
      },
      {
        zh: '依次写左、上、宽、高；单位与 size 相同',
        en: 'Write left, top, width, height, in the unit of size',
      },
    );
  });
}
