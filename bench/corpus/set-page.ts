import { pick, type Random } from '../../tests/seeded-random.ts';
import type { PageTruth } from '../../tests/page-truth.ts';
import {
  damageBody,
  joinLines,
  printedLines,
  type DamagedBlock,
  type DamagedParagraph,
  type DamageRates,
} from './damage.ts';
import type { PrintedItem } from './set-items.ts';

export const dialects = [
  'marker',
  'mineru',
  'paddle',
  'olmocr',
  'mistral',
  'docling',
  'got',
  'nougat',
  'dots',
  'deepseek',
  'gpt',
  'azure',
  'pdf-dump',
  'alto',
] as const;
export type Dialect = (typeof dialects)[number];

export interface SetPage {
  readonly dialect: Dialect;
  readonly text: string;
  readonly truth: PageTruth;
  /** By item, by paragraph. */
  readonly damage: readonly (readonly DamagedParagraph[])[];
}

const unharmed: DamageRates = {
  lineBlanks: 0,
  columnBreak: 0,
  lostBreak: 0,
  ghostLine: 0,
  enterAsMan: 0,
  otherConfusable: 0,
  traditionalGlyph: 0,
  lostStop: 0,
  lostLastLine: 0,
  halfWidth: false,
  straightQuotes: false,
};

const gentle: DamageRates = {
  lineBlanks: 0,
  columnBreak: 0.12,
  lostBreak: 0.01,
  ghostLine: 0.003,
  enterAsMan: 0.05,
  otherConfusable: 0.003,
  traditionalGlyph: 0.003,
  lostStop: 0.006,
  lostLastLine: 0.002,
  halfWidth: false,
  straightQuotes: false,
};

/**
 * Guessed from the tools' own outputs: marker's counted on the one real page at hand (of 43 paragraphs
 * 8 cut by a column, 2 without their stop, 1 without its last line, 3 ghosts), the others gentler.
 */
const ratesOf: Readonly<Record<Dialect, DamageRates>> = {
  marker: {
    lineBlanks: 0.5,
    columnBreak: 0.2,
    lostBreak: 0.05,
    ghostLine: 0.03,
    enterAsMan: 0.35,
    otherConfusable: 0.008,
    traditionalGlyph: 0.012,
    lostStop: 0.04,
    lostLastLine: 0.015,
    halfWidth: true,
    straightQuotes: true,
  },
  mineru: gentle,
  paddle: { ...gentle, columnBreak: 0.18, ghostLine: 0.006 },
  olmocr: { ...gentle, columnBreak: 0.04 },
  mistral: { ...gentle, straightQuotes: true },
  docling: { ...gentle, lineBlanks: 0.25, lostBreak: 0.03, columnBreak: 0.2, halfWidth: true },
  got: { ...gentle, columnBreak: 0, lostBreak: 0, ghostLine: 0, halfWidth: true },
  nougat: { ...gentle, halfWidth: true, straightQuotes: true },
  dots: gentle,
  deepseek: { ...gentle, columnBreak: 0.08 },
  gpt: { ...gentle, columnBreak: 0.02, enterAsMan: 0, ghostLine: 0 },
  azure: { ...gentle, columnBreak: 0.25, lineBlanks: 0.2, lostBreak: 0.02 },
  'pdf-dump': { ...gentle, columnBreak: 0, lostBreak: 0, ghostLine: 0 },
  alto: { ...gentle, columnBreak: 0.3, lostBreak: 0, ghostLine: 0 },
};

type Piece =
  | { readonly piece: 'head'; readonly part: string; readonly text: string }
  | { readonly piece: 'text'; readonly block: DamagedBlock }
  | { readonly piece: 'caption'; readonly block: DamagedBlock }
  | { readonly piece: 'credit'; readonly text: string }
  | { readonly piece: 'image'; readonly path: string };

const hex = (random: Random, length: number): string =>
  Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('');

/** The path by which a tool names its n-th picture, or undefined where it keeps none. */
function imagePath(dialect: Dialect, index: number, random: Random): string | undefined {
  switch (dialect) {
    case 'marker':
      return `_page_0_Picture_${index}.jpeg`;
    case 'mineru':
      return `images/${hex(random, 64)}.jpg`;
    case 'paddle':
      return `imgs/img_in_image_box_${index}_88_655_630.jpg`;
    case 'olmocr':
      return `page_${40 + index}_88_655_630.png`;
    case 'mistral':
      return `img-${index}.jpeg`;
    case 'azure':
      return `figures/${index}`;
    case 'dots':
      return `data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==`;
    default:
      return undefined;
  }
}

/** Tools that leave no trace of a picture cannot show a headless picture item for what it is. */
const marksPictures = (dialect: Dialect): boolean =>
  !['got', 'nougat', 'pdf-dump', 'olmocr', 'alto'].includes(dialect);

/**
 * Sets items as the text that a tool would give for the page, damaged as it damages.
 *
 * @param items picture items without a headline are left out where the tool marks no pictures
 * @param isClean every character and every line end as the tool should have given them
 */
export function setPage(
  dialect: Dialect,
  items: readonly PrintedItem[],
  random: Random,
  isClean = false,
): SetPage {
  const rates = isClean ? unharmed : ratesOf[dialect];
  const pieces: Piece[] = [];
  const truths: PageTruth['items'] = [];
  const damage: DamagedParagraph[][] = [];
  let images = 0;
  items.forEach((item, index) => {
    const picture = item.truth.kind === 'photo-news';
    if (picture && item.truth.headline === undefined && (!marksPictures(dialect) || index === 0))
      return;
    const width = 13 + Math.floor(random() * 5);
    const head: Piece[] = item.head.map(({ part, text }) => ({ piece: 'head', part, text }));
    const truth = { ...item.truth, body: [...item.truth.body], images: [...item.truth.images] };
    const imagePieces: Piece[] = [];
    if (picture && marksPictures(dialect)) {
      const path = imagePath(dialect, images, random);
      images += 1;
      const lost = !isClean && dialect === 'marker' && random() < 0.5;
      if (!lost) {
        imagePieces.push({ piece: 'image', path: path ?? '' });
        if (path !== undefined) truth.images = [{ path }];
      } else imagePieces.push({ piece: 'image', path: '\u0000' });
    }
    pieces.push(...(random() < 0.5 ? [...head, ...imagePieces] : [...imagePieces, ...head]));
    const printed = truth.body.map((block) => (typeof block === 'string' ? block : ''));
    const body = damageBody(
      printed,
      picture ? { ...rates, lostLastLine: 0, columnBreak: 0 } : rates,
      width,
      random,
    );
    body.paragraphs.forEach((paragraph, place) => {
      if (paragraph.unknowable) truth.body[place] = { p: printed[place]!, flagged: true };
    });
    const credit = item.credit;
    body.blocks.forEach((block, place) => {
      if (credit !== undefined && !credit.ownLine && place === body.blocks.length - 1) {
        const lines = [...block.lines];
        lines.push(`\u0000${narrowLike(rates, credit.text)}`);
        pieces.push({ piece: 'caption', block: { lines, blanks: block.blanks } });
      } else pieces.push({ piece: picture ? 'caption' : 'text', block });
    });
    if (credit?.ownLine === true) pieces.push({ piece: 'credit', text: credit.text });
    truths.push(truth);
    damage.push([...body.paragraphs]);
  });
  const text = renderDialect(dialect, pieces, rates, random);
  return {
    dialect,
    text,
    damage,
    truth: { tool: dialect, items: truths, expectedFindings: [] },
  };
}

function narrowLike(rates: DamageRates, text: string): string {
  let result = text;
  if (rates.halfWidth) {
    result = result.replaceAll(
      /[，；：？！（）]/gu,
      (mark) => ',;:?!()'['，；：？！（）'.indexOf(mark)]!,
    );
  }
  if (rates.straightQuotes) result = result.replaceAll(/[“”]/gu, '"').replaceAll(/[‘’]/gu, "'");
  return result;
}

function renderDialect(
  dialect: Dialect,
  pieces: readonly Piece[],
  rates: DamageRates,
  random: Random,
): string {
  const head = (text: string): string =>
    narrowLike(rates, text.replaceAll('　', dialect === 'alto' ? '　' : ' '));
  const between = (separator: string, render: (piece: Piece) => string): string =>
    `${pieces
      .map(render)
      .filter((text) => text !== '')
      .join(separator)}\n`;
  const flat = (piece: Extract<Piece, { block: DamagedBlock }>): string => joinLines(piece.block);
  switch (dialect) {
    case 'marker': {
      const half = (text: string): string => {
        const at = 2 + Math.floor(random() * 5);
        if (random() < 0.6 || text.length < 8) return text;
        return random() < 0.3 ? `**${text}**` : `**${text.slice(0, at)}**${text.slice(at)}`;
      };
      return between('\n\n', (piece) => {
        switch (piece.piece) {
          case 'image':
            return piece.path === '\u0000' ? '\n' : `![](${piece.path})`;
          case 'head': {
            const text = head(piece.text).replace(/^——/u, pick(random, ['——', '一', '——', '— ']));
            const level = '#'.repeat(1 + Math.floor(random() * 4));
            if (piece.part === 'byline') {
              return random() < 0.75 ? `#### ${text}` : text;
            }
            if (piece.part === 'headline') return `${level} ${half(text)}`;
            return random() < 0.8 ? `${level}# ${half(text)}` : text;
          }
          case 'credit':
            return random() < 0.2 ? `#### ${head(piece.text)}` : head(piece.text);
          default:
            return flat(piece);
        }
      });
    }
    case 'mineru':
      return between('\n\n', (piece) => {
        if (piece.piece === 'image') return `![](${piece.path})  `;
        if (piece.piece === 'head') {
          return piece.part === 'byline' ? `${head(piece.text)}  ` : `# ${head(piece.text)}  `;
        }
        if (piece.piece === 'credit') return `${piece.text}  `;
        return `${flat(piece).replaceAll(/(\d+(?:\.\d+)?)%/gu, (match, number: string) =>
          random() < 0.5 ? ` $${number}\\%$ ` : match,
        )}  `;
      });
    case 'paddle':
      return between('\n\n', (piece) => {
        if (piece.piece === 'image') {
          return `<div style="text-align: center;"><img src="${piece.path}" alt="Image" width="63%" /></div>`;
        }
        if (piece.piece === 'head') {
          return piece.part === 'byline'
            ? head(piece.text)
            : `${random() < 0.5 ? '##' : '#'} ${head(piece.text)}`;
        }
        if (piece.piece === 'caption' || piece.piece === 'credit') {
          const text = piece.piece === 'credit' ? piece.text : flat(piece);
          return random() < 0.6 ? `<div style="text-align: center;">${text}</div>` : text;
        }
        return flat(piece);
      });
    case 'olmocr':
      return `---\nprimary_language: zh\nis_rotation_valid: True\nrotation_correction: 0\nis_table: False\nis_diagram: False\n---\n${between(
        '\n\n',
        (piece) => {
          if (piece.piece === 'image') return `![](${piece.path})`;
          return piece.piece === 'head' || piece.piece === 'credit'
            ? head(piece.text)
            : flat(piece);
        },
      )}`;
    case 'mistral':
      return between('\n\n', (piece) => {
        if (piece.piece === 'image') return `![${piece.path}](${piece.path})`;
        if (piece.piece === 'head') {
          if (piece.part === 'byline') return head(piece.text);
          return `${'#'.repeat(piece.part === 'headline' ? pick(random, [1, 2, 3]) : pick(random, [2, 3, 4]))} ${head(piece.text)}`;
        }
        if (piece.piece === 'credit') return narrowLike(rates, piece.text);
        return flat(piece).replaceAll(/(?<![\d.])(\d+\.\d+)%/gu, (match, number: string) =>
          random() < 0.3 ? ` $${number} \\%$ ` : match,
        );
      });
    case 'docling':
      return between('\n\n', (piece) => {
        if (piece.piece === 'image') return '<!-- image -->';
        if (piece.piece === 'head')
          return piece.part === 'byline' ? head(piece.text) : `## ${head(piece.text)}`;
        if (piece.piece === 'credit') return head(piece.text);
        return flat(piece).replaceAll('&', '&amp;').replaceAll('_', '\\_');
      });
    case 'got': {
      const separator = random() < 0.5 ? '\n' : '\n\n';
      return between(separator, (piece) => {
        if (piece.piece === 'image') return '';
        if (piece.piece === 'head' || piece.piece === 'credit') return head(piece.text);
        return printedLines(piece.block).join('\n');
      });
    }
    case 'nougat':
      return between('\n\n', (piece) => {
        if (piece.piece === 'image') return '';
        if (piece.piece === 'head')
          return piece.part === 'byline' ? head(piece.text) : `# ${head(piece.text)}`;
        if (piece.piece === 'credit') return head(piece.text);
        return flat(piece).replaceAll(/(?<![\d.])(\d+\.\d+)(?![\d.])/gu, (match) =>
          random() < 0.2 ? `\\(${match}\\)` : match,
        );
      });
    case 'dots':
      return between('\n\n', (piece) => {
        if (piece.piece === 'image') return `![](${piece.path})`;
        if (piece.piece === 'head')
          return piece.part === 'byline'
            ? head(piece.text)
            : `${pick(random, ['#', '##'])} ${head(piece.text)}`;
        return piece.piece === 'credit' ? piece.text : flat(piece);
      });
    case 'deepseek': {
      const box = (): string =>
        `<|det|>[[${Array.from({ length: 4 }, () => Math.floor(random() * 999)).join(', ')}]]<|/det|>`;
      return `${between('\n\n', (piece) => {
        if (piece.piece === 'image') return `<|ref|>image<|/ref|>${box()}`;
        if (piece.piece === 'head' && piece.part !== 'byline') {
          return `<|ref|>title<|/ref|>${box()}\n# ${head(piece.text)}`;
        }
        const text =
          piece.piece === 'head' || piece.piece === 'credit' ? head(piece.text) : flat(piece);
        return `<|ref|>text<|/ref|>${box()}\n${text}`;
      }).trimEnd()}<｜end▁of▁sentence｜>\n`;
    }
    case 'gpt':
      return `\`\`\`markdown\n${between('\n\n', (piece) => {
        if (piece.piece === 'image') return '[Image: 新闻照片]';
        if (piece.piece === 'head') {
          if (piece.part === 'byline' || piece.part === 'deck') return head(piece.text);
          return piece.part === 'headline' && random() < 0.5
            ? `## ${head(piece.text)}`
            : `**${head(piece.text)}**`;
        }
        return piece.piece === 'credit' ? piece.text : flat(piece);
      })}\`\`\`\n`;
    case 'azure':
      return `${between('\n\n', (piece) => {
        if (piece.piece === 'image')
          return `<figure>\n\n![](${piece.path})\n\n<!-- FigureContent="" -->\n\n</figure>`;
        if (piece.piece === 'head')
          return piece.part === 'byline' ? head(piece.text) : `# ${head(piece.text)}`;
        return piece.piece === 'credit' ? piece.text : flat(piece);
      })}<!-- PageBreak -->\n`;
    case 'pdf-dump':
      return between('\n\n', (piece) => {
        if (piece.piece === 'image') return '';
        const lines =
          piece.piece === 'head' || piece.piece === 'credit'
            ? [head(piece.text)]
            : printedLines(piece.block);
        return lines.map((line) => `#### ${line}`).join('\n\n');
      });
    case 'alto':
      return renderAlto(pieces, head);
  }
}

function renderAlto(pieces: readonly Piece[], head: (text: string) => string): string {
  const escape = (text: string): string =>
    text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
  let top = 100;
  const blocks = pieces.flatMap((piece, index) => {
    if (piece.piece === 'image') return [];
    const heading = piece.piece === 'head' && piece.part !== 'byline';
    const height = heading ? (piece.part === 'headline' ? 96 : 64) : 40;
    const lines =
      piece.piece === 'head' || piece.piece === 'credit'
        ? [head(piece.text)]
        : printedLines(piece.block);
    const start = top;
    const set = lines.map((line) => {
      const text = line.trim();
      const row = `        <TextLine HPOS="150" VPOS="${top}" WIDTH="${text.length * height}" HEIGHT="${height}"><String CONTENT="${escape(text)}" HPOS="150" VPOS="${top}" WIDTH="${text.length * height}" HEIGHT="${height}" WC="0.96"/></TextLine>`;
      top += height + 10;
      return row;
    });
    top += 30;
    return [
      `      <TextBlock ID="TB${index + 1}" HPOS="150" VPOS="${start}" WIDTH="640" HEIGHT="${top - start - 30}">\n${set.join('\n')}\n      </TextBlock>`,
    ];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="http://www.loc.gov/standards/alto/ns-v4#">
  <Layout>
    <Page ID="P1" PHYSICAL_IMG_NR="1" HEIGHT="${top + 200}" WIDTH="3600">
     <PrintSpace>
${blocks.join('\n')}
     </PrintSpace>
    </Page>
  </Layout>
</alto>
`;
}
