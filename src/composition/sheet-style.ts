import type { ComposedModule, Composition } from './compose-page.ts';
import { deckSize, verticalHeadline } from './module-shapes.ts';
import { gutter, track } from './sheet-grid.ts';

/** A composition, and where it is used. */
export interface SheetCut {
  readonly composition: Composition;
  /** Widths of the sheet's container, in rem: `[from, to)`. */
  readonly from: number;
  readonly to?: number | undefined;
}

/**
 * The style of one page: where its modules stand at each width of the window, and on paper. A page
 * has one DOM, in reading order; only this differs.
 *
 * Rows are as high as the engine made them and grow where a browser needs more: nothing can overflow.
 *
 * @param paper the composition for the printed sheet
 * @param head what stands above it: a nameplate takes more of the sheet
 * @returns CSS, of numbers alone
 */
export function sheetStyle(
  cuts: readonly SheetCut[],
  paper: Composition | undefined,
  head: keyof typeof paperHeads = 'page',
): string {
  const screen = cuts.map(
    ({ composition, from, to }) =>
      `@container page (min-width:${from}rem)${to === undefined ? '' : ` and (max-width:${to - 0.01}rem)`}{${gridRules(composition)}}`,
  );
  const print =
    paper === undefined
      ? ''
      : `@media print{${gridRules(paper)}${paperRules(paper, paperHeads[head])}}`;
  return `@media screen{${screen.join('')}}${print}`;
}

/** Lengths are written to a hundredth of an em: an eighth of a pixel. */
const round = (value: number): number => Math.round(value * 100) / 100;

function gridRules({ modules, tracks }: Composition): string {
  const edges = [
    ...new Set(modules.flatMap(({ top, height }) => [round(top), round(top + height)])),
  ].sort((left, right) => left - right);
  // Two edges a hair apart are one: the sums of heights differ in their last digits.
  const lines = edges.filter((edge, index) => index === 0 || edge - edges[index - 1]! > 0.05);
  const lineOf = (edge: number): number =>
    lines.reduce(
      (best, line, index) => (Math.abs(line - edge) < Math.abs(lines[best]! - edge) ? index : best),
      0,
    ) + 1;
  const rows = lines
    .slice(1)
    .map((line, index) => `minmax(${round(line - lines[index]!)}em,auto)`)
    .join(' ');
  const sheet = `.page-sheet{--w:${round(tracks * track - gutter)};grid-template-columns:repeat(${tracks},${track}em);grid-template-rows:${rows}}`;
  return sheet + modules.map((module) => moduleRules(module, modules, lineOf)).join('');
}

function moduleRules(
  module: ComposedModule,
  modules: readonly ComposedModule[],
  lineOf: (edge: number) => number,
): string {
  const { index, left, tracks, top, height, columns, isVertical, headlineSize, shape } = module;
  const selector = `.m${index + 1}`;
  const place = `${lineOf(top)}/${left + 1}/${lineOf(top + height)}/${left + tracks + 1}`;
  return (
    `${selector}{grid-area:${place};--h:${round(headlineSize)};--d:${deckSize(headlineSize)};--c:${columns}` +
    (hasRuleAbove(module, modules) ? ';--t:1px' : '') +
    (hasRuleBefore(module, modules) ? ';--l:1px' : '') +
    (shape.textWidth === undefined ? '' : `;--m:${round(shape.textWidth)}em`) +
    (isVertical ? upright : '') +
    '}'
  );
}

/** A headline beside its text: read by styles/page-sheet.css. */
const upright = `;--way:row;--spacer:none;--body:1 1 0;--writing:vertical-rl;--beside:${verticalHeadline.apart}em`;

/** A rule parts two modules unless a frame or a ground already does. */
function hasRuleAbove(module: ComposedModule, modules: readonly ComposedModule[]): boolean {
  if (module.enclosure !== 'none') return false;
  return modules.some(
    (other) =>
      other.enclosure === 'none' &&
      Math.abs(other.top + other.height - module.top) < 0.1 &&
      other.left < module.left + module.tracks &&
      module.left < other.left + other.tracks,
  );
}

function hasRuleBefore(module: ComposedModule, modules: readonly ComposedModule[]): boolean {
  if (module.enclosure !== 'none') return false;
  return modules.some(
    (other) =>
      other.enclosure === 'none' &&
      other.left + other.tracks === module.left &&
      other.top < module.top + module.height &&
      module.top < other.top + other.height,
  );
}

/** Sheets that a page may be printed on, and what its head and foot take of them; in millimetres. */
const sheets = [
  { name: 'A3', width: 297, height: 420 },
  { name: 'broadsheet', width: 375, height: 578 },
] as const;
const paperMargin = 10;
const paperHeads = { page: 22, front: 62 } as const;
const paperFoot = 10;
/** Below six points and a half, A3 is too small: 6.5 pt in millimetres. */
const smallestType = 2.29;

/** Height through width of what A3 leaves to the page: a composition of this proportion fills it. */
export const paperProportion =
  (0.97 * (sheets[0].height - 2 * paperMargin - paperHeads.page - paperFoot)) /
  (sheets[0].width - 2 * paperMargin);

/** Size of an em on a sheet, in millimetres, so that the whole page stands on it. */
export function paperEm(
  { width, height }: Composition,
  sheet: { readonly width: number; readonly height: number },
  head: number,
): number {
  return Math.min(
    (sheet.width - 2 * paperMargin) / (width - gutter),
    // Rows may grow by a line here and there.
    (0.97 * (sheet.height - 2 * paperMargin - head - paperFoot)) / height,
  );
}

function paperRules(composition: Composition, head: number): string {
  const sheet =
    sheets.find((candidate) => paperEm(composition, candidate, head) >= smallestType) ?? sheets[1];
  const em = Math.floor(paperEm(composition, sheet, head) * 1000) / 1000;
  return `@page{size:${sheet.width}mm ${sheet.height}mm!important;margin:${paperMargin}mm!important;@bottom-center{content:none!important}}.page-frame .page-sheet{--em:${em}mm}`;
}
