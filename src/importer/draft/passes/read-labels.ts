import { nameRoles } from '../role-names.ts';
import { readBarePartNumber, readPartNumber } from '../../lexicon/printed-number.ts';
import { stripBrackets } from '../../page/read-byline.ts';
import type { ClassifiedBlock } from '../../classify/classified-block.ts';
import { report, type DraftPass, type DraftSheet } from '../draft-sheet.ts';
import { headText } from '../head-text.ts';

export const readLabels: DraftPass = {
  id: 'read-labels',
  why: 'The label nearest the headline, or one over items before it, too, names the column; others are reported.',
  run(sheet) {
    const labels = [...sheet.group.labels];
    const { sharedLabel } = sheet.group;
    if (sharedLabel) readColumn(sharedLabel, sheet);
    if (labels.length === 0) return;
    if (standsForHeadline(labels.at(-1)!, sheet)) {
      sheet.promoted = headText(labels.pop()!.block.text);
    }
    const column = labels.pop();
    for (const { block } of labels.reverse()) {
      report(sheet, 'label-orphan', block, {
        found: block.text,
        alternatives: { zh: '本篇', en: 'this article' },
      });
      sheet.setAside.push(block.text);
    }
    if (column) readColumn(column, sheet);
  },
};

/** What a column of pictures is called. */
const picturesLabel = /图片|圖片|影像|镜头|鏡頭|光影|图说|圖說|画刊|掠影|一图/u;

/**
 * A label over a text that has no other headline is that text's headline; over a picture 图片新闻 and
 * its like stay what they are.
 */
function standsForHeadline({ block }: ClassifiedBlock, { group }: DraftSheet): boolean {
  const { headlines, body, pictures } = group;
  return (
    headlines.length === 0 &&
    body.length + pictures.length > 0 &&
    !(body.length === 0 && picturesLabel.test(block.text))
  );
}

function readColumn({ block, alternatives }: ClassifiedBlock, sheet: DraftSheet): void {
  const { names } = sheet.context;
  const { text } = block;
  const bare = names.hasColumn(text) ? undefined : readBarePartNumber(text);
  const numbered = readPartNumber(text) ?? bare;
  if (numbered && numbered === bare) report(sheet, 'part-unsure', block, { found: bare.part });
  sheet.columnName = stripBrackets(headText(numbered?.rest ?? text));
  const place = { line: block.lines.first, excerpt: text };
  sheet.column = names.column(
    sheet.columnName,
    numbered !== undefined,
    place,
    alternatives.length === 0 ? undefined : nameRoles(alternatives),
  );
  if (block === sheet.group.sharedLabel?.block) return;
  sheet.part = numbered?.part;
  sheet.setAside.push(text);
}
