import { makeFinding, type PageFinding } from '../page/findings.ts';
import type { LineRun } from './split-printed-lines.ts';

/**
 * Says at which lines of a run it is not sure whether a paragraph ends.
 *
 * @param lineAt 1-based line of the page of each of `lines`, by its 0-based place
 */
export function makeLineDoubts(
  lines: readonly string[],
  run: LineRun,
  lineAt: (offset: number) => number,
): readonly PageFinding[] {
  return (run.unsure ?? []).map((at) =>
    makeFinding(
      'paragraph-end-unsure',
      {
        line: lineAt(at),
        excerpt: `…${lines[at]!.trim().slice(-12)} ¶ ${lines[at + 1]!.trim().slice(0, 12)}…`,
      },
      at === run.end - 1
        ? {
            read: { zh: '已在这里分段', en: 'they were split' },
            other: { zh: '接成一段', en: 'joined' },
          }
        : {
            read: { zh: '已接成一段', en: 'they were joined' },
            other: { zh: '在这里分段', en: 'split' },
          },
    ),
  );
}
