import type { Byline } from '../../../newspaper/byline.ts';
import type { Picture } from '../../group/group-articles.ts';
import { closeCredit } from '../../lexicon/wide-names.ts';
import { withoutPrintersMark } from '../../lexicon/printers-marks.ts';
import type { Block } from '../../page/block.ts';
import { roleOf } from '../../page/read-byline.ts';
import { findTrailingCredit } from '../../page/read-credit.ts';
import { makeFinding } from '../../page/findings.ts';
import {
  repairText,
  report,
  sign,
  type DraftPass,
  type DraftSheet,
  type ShownPicture,
} from '../draft-sheet.ts';

export const signPhoto: DraftPass = {
  id: 'sign-photo',
  why: 'The captions of a picture item are its text; the photographers sign it.',
  run(sheet) {
    if (!sheet.isPhoto) return;
    sheet.body = sheet.group.pictures.flatMap((picture) => {
      const { text, photographers } = readCaption(sheet, picture);
      for (const { byline, at } of photographers)
        sign(sheet, { ...byline, role: 'photographer' }, at);
      return text.map((block) => ({
        type: 'paragraph' as const,
        text: block.text,
        lines: block.lines,
      }));
    });
    const [picture] = sheet.group.pictures;
    const { headlines, labels, kickers } = sheet.group;
    const isNamed = headlines.length + labels.length + kickers.length > 0;
    if (picture?.image && sheet.body.length === 0 && !isNamed) {
      report(sheet, 'caption-missing', {
        lines: picture.lines,
        text: printedCredit(picture) ?? '',
      });
    }
  },
};

export const takePictures: DraftPass = {
  id: 'take-pictures',
  why: 'Pictures whose files are there stand in the article; of the others a finding keeps caption and credit.',
  run(sheet) {
    sheet.pictures = sheet.group.pictures.flatMap((picture) => takePicture(sheet, picture) ?? []);
  },
};

function takePicture(sheet: DraftSheet, picture: Picture): ShownPicture | undefined {
  const { text, credit } = sheet.isPhoto
    ? { text: picture.captions.map((one) => one.block), credit: printedCredit(picture) }
    : readCaption(sheet, picture);
  const caption = text.map((block) => block.text).join(' ') || undefined;
  const words = [caption, credit].filter(Boolean).join(' ');
  const place = { line: picture.lines.first, excerpt: words };
  const from = picture.image?.image?.path;
  const extension = from === undefined ? undefined : sheet.context.imageExtension(from);
  if (from !== undefined && extension !== undefined) {
    return { from, extension, caption: oneLine(caption), credit: oneLine(credit) };
  }
  if (from === undefined) sheet.findings.push(makeFinding('image-lost', place));
  else {
    const path = from.startsWith('data:') ? from.slice(0, 40) : from;
    sheet.findings.push(
      makeFinding('image-not-found', { ...place, excerpt: words || path }, { path }),
    );
  }
  if (!sheet.isPhoto) sheet.setAside.push(words);
  return undefined;
}

interface Caption {
  readonly text: readonly Block[];
  readonly photographers: readonly { readonly byline: Byline; readonly at: Block }[];
  readonly credit: string | undefined;
}

function readCaption(sheet: DraftSheet, picture: Picture): Caption {
  const photographers: { byline: Byline; at: Block }[] = [];
  const printed: string[] = [];
  const take = (text: string, bylines: readonly Byline[], at: Block): void => {
    sheet.setAside.push(text);
    printed.push(bareCredit(text));
    photographers.push(...bylines.map((byline) => ({ byline, at })));
  };
  const captions = picture.captions.map(({ block }): Block => {
    const credit = findPrintedCredit(block.text);
    if (credit) take(credit.text, credit.bylines, block);
    const text = credit ? block.text.slice(0, credit.start).trimEnd() : block.text;
    return { ...block, type: 'paragraph', text };
  });
  for (const { block, shape } of picture.credits) {
    const names = (shape.credit ?? shape.byline)?.bylines ?? [];
    take(
      block.text,
      names.map((byline) => ({ ...byline, role: roleOf('摄影') })),
      block,
    );
    if (!shape.credit && names.length === 0) report(sheet, 'byline-unread', block);
  }
  return {
    text: repairText(
      sheet,
      captions.filter((block) => block.text !== ''),
    ),
    photographers,
    credit: printed.length === 0 ? undefined : printed.join(' '),
  };
}

/** The credits of a picture item, whose captions have been read as its text. */
function printedCredit({ captions, credits }: Picture): string | undefined {
  const all = [
    ...captions.map(({ block }) => findPrintedCredit(block.text)?.text),
    ...credits.map(({ block }) => block.text),
  ].filter((text) => text !== undefined);
  return all.length === 0 ? undefined : all.map(bareCredit).join(' ');
}

/** The credit that ends a caption, though a printed line ends within it: `……。 沈` / `知秋 摄`. */
function findPrintedCredit(caption: string): ReturnType<typeof findTrailingCredit> {
  // Between Latin words a line's end was a blank.
  const spaced = caption.replaceAll(/(?<=[\p{Script=Latin}.,])\n(?=\p{Script=Latin})/gu, ' ');
  const credit = findTrailingCredit(spaced.replaceAll('\n', ''));
  if (!credit) return undefined;
  let start = credit.start;
  for (let at = spaced.indexOf('\n'); at >= 0 && at < start; at = spaced.indexOf('\n', at + 1)) {
    start += 1;
  }
  return { ...credit, start };
}

function bareCredit(text: string): string {
  const bare = withoutPrintersMark(text).replace(/^[（(【]\s*([^（()）]*)\s*[)）】]$/u, '$1');
  return closeCredit(bare.trim());
}

function oneLine(text: string | undefined): string | undefined {
  return text?.replaceAll(/\s*[\n\r\u2028\u2029]+\s*/g, ' ').trim() || undefined;
}
