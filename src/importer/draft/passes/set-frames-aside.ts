import type { DraftPass } from '../draft-sheet.ts';
import { isFramedHead } from '../head-text.ts';

export const setFramesAside: DraftPass = {
  id: 'set-frames-aside',
  why: 'A head stands without its 【】; the law of conservation counts the two marks.',
  run(sheet) {
    const { kickers, labels, headlines, decks, standfirsts } = sheet.group;
    for (const { block } of [kickers, labels, headlines, decks, standfirsts].flat()) {
      if (isFramedHead(block.text)) sheet.setAside.push('【】');
    }
  },
};
