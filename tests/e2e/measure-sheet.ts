import type { Page } from 'playwright-core';

/** What a composed page is like once a browser has set it. */
export interface SheetMeasure {
  readonly modules: number;
  /** Basic columns, as the page's style says; 0 where the page is not composed at this width. */
  readonly tracks: number;
  /** Modules whose content is wider or higher than they are, by their slugs. */
  readonly overflowing: readonly string[];
  /** Characters outside of their module. */
  readonly clippedCharacters: number;
  /** Pairs of modules that lie over one another. */
  readonly overlapping: readonly string[];
  /** Pairs of which the later stands neither below nor to the right of the earlier. */
  readonly outOfOrder: readonly string[];
  /** Of the headlines, in reading order, in pixels; 0 where there is none. */
  readonly headlineSizes: readonly number[];
  readonly headlineLines: readonly number[];
  /**
   * White through the area of the sheet. Counted is, of every module, what is left between its top
   * and its head, between head and text, and below the last line of each column of text; not what
   * belongs to type: leading, gutters, the paddings that every module has, and the white of a
   * headline's own lines.
   */
  readonly white: number;
  /** Height of the sheet through its width. */
  readonly proportion: number;
}

/** Measures the composed page in a window. */
export function measureSheet(page: Page): Promise<SheetMeasure> {
  return page.evaluate(() => {
    const sheet = document.querySelector<HTMLElement>('.page-sheet')!;
    const outer = sheet.getBoundingClientRect();
    const modules = [...sheet.querySelectorAll<HTMLElement>('article[data-order]')];
    const boxes = modules.map((module) => module.getBoundingClientRect());
    const name = (index: number): string => modules[index]!.id;
    const hair = 1.5;
    const overflowing: string[] = [];
    let clippedCharacters = 0;
    let white = 0;
    modules.forEach((module, index) => {
      const box = boxes[index]!;
      if (
        module.scrollWidth > module.clientWidth + 1 ||
        module.scrollHeight > module.clientHeight + 1
      ) {
        overflowing.push(name(index));
      }
      const walker = document.createTreeWalker(module, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if (node.textContent!.trim() === '') continue;
        // A wide table scrolls in its own frame: nothing of it is lost.
        const frame = node.parentElement!.closest<HTMLElement>('.table');
        if (frame !== null && getComputedStyle(frame).overflowX === 'auto') continue;
        range.selectNodeContents(node);
        for (const line of range.getClientRects()) {
          if (line.width < 2) continue;
          if (
            line.left < box.left - hair ||
            line.right > box.right + hair ||
            line.bottom > box.bottom + hair ||
            line.top < box.top - hair
          ) {
            clippedCharacters += Math.max(1, Math.round(line.width / line.height));
          }
        }
      }
      const style = getComputedStyle(module);
      const inner = {
        top: box.top + parseFloat(style.paddingTop) + parseFloat(style.borderTopWidth),
        bottom: box.bottom - parseFloat(style.paddingBottom) - parseFloat(style.borderBottomWidth),
      };
      const head = module.querySelector('.module-head')!.getBoundingClientRect();
      const body = module.querySelector('.module-body')!.getBoundingClientRect();
      const text = module.querySelector<HTMLElement>('.module-text')!;
      const around = text.getBoundingClientRect();
      if (head.right > body.left + 1 && head.left < body.right - 1) {
        white += Math.max(0, head.top - inner.top) * box.width;
        white += Math.max(0, body.top - head.bottom) * box.width;
      }
      white += Math.max(0, inner.bottom - body.bottom) * box.width;
      const textStyle = getComputedStyle(text);
      const columns = Math.max(1, Number(textStyle.columnCount) || 1);
      const pitch = around.width / columns;
      const ends = Array.from({ length: columns }, () => around.top);
      for (const block of text.children) {
        range.selectNodeContents(block);
        for (const line of range.getClientRects()) {
          const column = Math.min(
            columns - 1,
            Math.max(0, Math.floor((line.left - around.left + 2) / pitch)),
          );
          ends[column] = Math.max(ends[column]!, line.bottom);
        }
      }
      for (const end of ends) {
        // A line's box is lower than the line: half its leading is type.
        white += Math.max(0, around.bottom - end - parseFloat(textStyle.lineHeight) / 2) * pitch;
      }
    });
    const overlapping: string[] = [];
    const outOfOrder: string[] = [];
    boxes.forEach((one, index) => {
      for (let later = index + 1; later < boxes.length; later += 1) {
        const other = boxes[later]!;
        const pair = `${name(index)} / ${name(later)}`;
        const overlaps =
          Math.min(one.right, other.right) - Math.max(one.left, other.left) > hair &&
          Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top) > hair;
        if (overlaps) overlapping.push(pair);
        const comesAfter = other.top >= one.bottom - hair || other.left >= one.right - hair;
        if (!comesAfter) outOfOrder.push(pair);
      }
    });
    const headlines = modules.map((module) => module.querySelector<HTMLElement>('hgroup h2'));
    const grid = getComputedStyle(sheet);
    return {
      modules: modules.length,
      tracks: grid.display === 'grid' ? grid.gridTemplateColumns.split(' ').length : 0,
      overflowing,
      clippedCharacters,
      overlapping,
      outOfOrder,
      headlineSizes: headlines.map((headline) =>
        headline === null ? 0 : parseFloat(getComputedStyle(headline).fontSize),
      ),
      headlineLines: headlines.map((headline) => {
        if (headline === null) return 0;
        const { fontSize, writingMode } = getComputedStyle(headline);
        const box = headline.getBoundingClientRect();
        const across = writingMode === 'horizontal-tb' ? box.height : box.width;
        return Math.round(across / (parseFloat(fontSize) * 1.2));
      }),
      white: white / (outer.width * outer.height),
      proportion: outer.height / outer.width,
    };
  });
}
