import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ContentImporter } from '../src/importer/content-importer.ts';
import { loadKnownPaper } from '../src/importer/place/load-known-paper.ts';
import { nodeDisk } from '../src/importer/place/node-disk.ts';
import { openContent } from '../src/importer/place/open-content.ts';
import { detachReport, type PageReport } from '../src/importer/report.ts';
import { parseIssueDate, type IssueDate } from '../src/newspaper/issue-date.ts';

/** Pages after which the heap is looked at. */
const steps = [100, 300, 500, 700, 1000];

export interface Look {
  readonly pages: number;
  readonly heapMb: number;
  readonly peakMb: number;
}

/** Imports a folder of `<date>/<page2>.md` as the command does, and looks at the heap after a collection. */
async function look(input: string, root: string, count: number): Promise<readonly Look[]> {
  const content = openContent(nodeDisk, root);
  if (!('root' in content)) throw new Error(`${root} cannot be opened`);
  const at = (page: number): { readonly date: IssueDate; readonly number: number } => ({
    date: parseIssueDate(
      new Date(Date.UTC(2020, 0, 1) + Math.floor(page / 8) * 86_400_000).toISOString().slice(0, 10),
    ),
    number: (page % 8) + 1,
  });
  const dates = [...new Set(Array.from({ length: count }, (_, page) => at(page).date))];
  const { paper } = loadKnownPaper(nodeDisk, content.root, dates);
  const importer = new ContentImporter(nodeDisk, content.root, content, paper);
  const reports: PageReport[] = [];
  const looks: Look[] = [];
  for (let page = 0; page < count; page += 1) {
    const { date, number } = at(page);
    const path = join(input, date, `${String(number).padStart(2, '0')}.md`);
    const pages = await importer.importFile({
      path,
      file: path,
      bytes: readFileSync(path),
      date,
      page: number,
      pageGiven: false,
    });
    reports.push(...pages.map(detachReport));
    if (!steps.includes(page + 1)) continue;
    globalThis.gc!();
    globalThis.gc!();
    looks.push({
      pages: page + 1,
      heapMb: process.memoryUsage().heapUsed / 1e6,
      peakMb: Math.round(process.resourceUsage().maxRSS / 1024),
    });
  }
  content.close();
  return looks;
}

if (import.meta.main) {
  const [input, content, count] = process.argv.slice(2);
  console.log(JSON.stringify(await look(input!, content!, Number(count))));
}
