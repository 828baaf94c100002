import type { ClassifiedBlock } from '../../classify/classified-block.ts';
import type { Block } from '../../page/block.ts';
import { readJump, readLeadingJump, type Jump } from '../../page/jump.ts';
import { report, type DraftPass, type DraftSheet } from '../draft-sheet.ts';

export const cutLeadingJumps: DraftPass = {
  id: 'cut-leading-jumps',
  why: "Another page's text may go on under a headline that says so: （上接第1版）四代人的同一个码头.",
  run(sheet) {
    const headlines = sheet.group.headlines.map((one): ClassifiedBlock => {
      const jump = readLeadingJump(one.block.text);
      if (!jump) return one;
      readJumpLine(sheet, { ...one.block, text: jump.text });
      return { ...one, block: { ...one.block, text: jump.rest } };
    });
    sheet.group = { ...sheet.group, headlines };
  },
};

export const readJumpLines: DraftPass = {
  id: 'read-jump-lines',
  why: 'A jump line (下转第三版) is a field, and no paragraph.',
  run(sheet) {
    for (const { block, shape } of sheet.group.jumps) readJumpLine(sheet, block, shape.jump);
  },
};

/** A paragraph may begin or end with its jump line: `（上接第1版）……`, `……（下转第三版）`. */
export function cutJump(sheet: DraftSheet, block: Block): Block {
  const leading = readLeadingJump(block.text);
  if (leading) {
    readJumpLine(sheet, { ...block, text: leading.text });
    return cutJump(sheet, { ...block, text: leading.rest.trimStart() });
  }
  const jump = readJump(block.text);
  if (!jump || jump.start === 0 || (jump.to === undefined && jump.from === undefined)) return block;
  readJumpLine(sheet, { ...block, text: jump.text });
  return { ...block, text: block.text.slice(0, jump.start).trimEnd() };
}

function readJumpLine(
  sheet: DraftSheet,
  block: Block,
  jump: Jump | undefined = readJump(block.text),
): void {
  sheet.setAside.push(block.text);
  if (!jump || jump.unread) {
    report(sheet, 'jump-unread', block);
    return;
  }
  if (jump.to !== undefined) {
    sheet.jump.to = jump.to;
    report(sheet, 'jump-to', block, { page: jump.to });
  }
  if (jump.from !== undefined) {
    sheet.jump.from = jump.from;
    report(sheet, 'jump-from', block, { page: jump.from });
  }
}
