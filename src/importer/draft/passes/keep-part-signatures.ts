import type { ClassifiedBlock } from '../../classify/classified-block.ts';
import { readLeadIn } from '../../page/lead-in.ts';
import type { DraftPass } from '../draft-sheet.ts';

export const keepPartSignatures: DraftPass = {
  id: 'keep-part-signatures',
  why: 'A name under a part of an item (a letter of several, a reader’s words in a report) signs that part, and stays a line of the text.',
  run(sheet) {
    const { bylines, body } = sheet.group;
    const [first] = body;
    if (first === undefined) return;
    const below = bylines.filter(
      (one) => one.block.lines.first > first.block.lines.last && isContributor(one),
    );
    const isSignedAbove = bylines.length > below.length || opensSigned(first);
    // One name under a text that nobody else has signed is its writer's.
    if (below.length === 0 || (below.length === 1 && !isSignedAbove)) return;
    sheet.group = {
      ...sheet.group,
      bylines: bylines.filter((one) => !below.includes(one)),
      body: [...body, ...below.map(asLine)].sort(
        (left, right) => left.block.lines.first - right.block.lines.first,
      ),
    };
  },
};

/** 读者 王芳, 骑手 顾小飞: no reporter, photographer or translator, who work on the whole. */
function isContributor({ shape, decided }: ClassifiedBlock): boolean {
  return !decided && shape.byline?.bylines.every(({ role }) => role === 'contributor') === true;
}

function opensSigned({ block }: ClassifiedBlock): boolean {
  return (readLeadIn(block.text)?.bylines.length ?? 0) > 0;
}

/** The block as a line of the text: no repair joins it to what stands beside it. */
function asLine(one: ClassifiedBlock): ClassifiedBlock {
  return { ...one, role: 'paragraph', block: { ...one.block, type: 'paragraph', list: 'item' } };
}
