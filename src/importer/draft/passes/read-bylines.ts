import { report, sign, type DraftPass } from '../draft-sheet.ts';

export const readBylines: DraftPass = {
  id: 'read-bylines',
  why: 'Who signs over the text stands before who signs in it.',
  run(sheet) {
    for (const { block, shape } of sheet.group.bylines) {
      const read = shape.byline;
      sheet.setAside.push(block.text);
      if (!read) {
        report(sheet, 'byline-unread', block);
        continue;
      }
      if (!read.certain)
        report(sheet, 'byline-parted', block, {
          found: read.bylines.map((by) => by.name).join('、'),
        });
      for (const byline of read.bylines) sign(sheet, byline, block);
    }
  },
};
