import { report, type DraftPass } from '../draft-sheet.ts';
import { isSignature } from '../is-signature.ts';

export const reportUnfinished: DraftPass = {
  id: 'report-unfinished',
  why: 'Where no repair judges whether a paragraph is whole, one without an end is reported.',
  run(sheet) {
    if (sheet.isPhoto || sheet.context.repair.script === 'han-simplified') return;
    for (const block of sheet.body) {
      if (block.type !== 'paragraph' || block.text.length < 24) continue;
      const text = block.text.trimEnd();
      if (/[\p{L}\p{N}，、,-]$/u.test(text) && !isSignature(text)) {
        report(sheet, 'paragraph-unfinished', block, {}, text.slice(-40));
      }
    }
  },
};
