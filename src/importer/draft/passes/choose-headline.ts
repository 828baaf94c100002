import { linesOfBlock } from '../../page/article-draft.ts';
import { makeFinding } from '../../page/findings.ts';
import { report, type DraftPass, type DraftSheet } from '../draft-sheet.ts';
import { joinHead } from '../head-text.ts';

export const chooseHeadline: DraftPass = {
  id: 'choose-headline',
  why: 'What is printed, else the label that stands for it, else the first words of the text.',
  run(sheet) {
    // A heading of nothing but a mark (■) gives no headline.
    if (joinHead(sheet.group.headlines) !== '') sheet.headline = printedHeadline(sheet);
    else if (sheet.promoted !== undefined) sheet.headline = sheet.promoted;
    else if (!sheet.isPhoto) sheet.headline = firstWords(sheet);
  },
};

function printedHeadline(sheet: DraftSheet): string {
  const { headlines } = sheet.group;
  const [{ block }] = headlines as [(typeof headlines)[0]];
  const found = joinHead(headlines);
  if (headlines.length > 1) report(sheet, 'headline-joined', block, { found });
  if (sheet.body.length === 0) report(sheet, 'headline-without-text', block, { found });
  return found;
}

function firstWords(sheet: DraftSheet): string {
  const { group, body, order, lines } = sheet;
  const first = body[0] ? (linesOfBlock(body[0])[0] ?? '') : '';
  const excerpt = /^.{1,40}?(?=[。！？!?；，,]|$)/u.exec(first)?.[0] ?? '';
  const spare = group.kickers[0] ?? group.decks[0];
  if (spare) report(sheet, 'headline-missing', spare.block);
  else {
    const id = order === 1 && lines.first <= 3 ? 'text-before-headline' : 'headline-missing';
    sheet.findings.push(makeFinding(id, { line: lines.first, excerpt }));
  }
  return excerpt === '' ? `第${order}篇` : excerpt;
}
