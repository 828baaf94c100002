import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { askAxe } from './axe.ts';
import { openBrowser } from './browser.ts';
import { parseArticle } from '../../src/manuscript/parse-article.ts';
import { renderArticle } from '../../src/manuscript/render-article.ts';
import { asReader } from './reader.ts';
import { addressesOf } from './site-files.ts';

const papers = inject('papers');
const browser = await openBrowser();

/** Phone, tablet, the widths at which columns appear, a wide screen. */
const widths = [390, 820, 1000, 1200, 1440] as const;

/** The article of each language that holds every construct and component, and the page it stands on. */
const kitchenSinks = [
  { ...papers.chenbao, page: '/2024-05-06/01/', slug: 'duhe-jie-kai-mu' },
  { ...papers.ribao, page: '/2024-05-06/01/', slug: 'deng-ta-chong-liang' },
  { ...papers.gazette, page: '/2024-03-14/01/', slug: 'the-lamp-is-lit-again' },
] as const;

/** What must be seen of such an article, wherever its whole text stands. */
const constructs = {
  'picture of the front matter': '.photo img[srcset]',
  'its caption and credit': '.photo figcaption .credit',
  standfirst: '.standfirst',
  'lead-in': '.lead-in',
  emphasis: 'em',
  weight: 'strong',
  'struck out': 'del',
  unclear: '.unclear',
  code: 'code',
  'link in the text': '.body-text > p a[href^="http"]',
  'number of a footnote': 'sup a',
  'numbered list': '.body-text > ol > li',
  'bulleted list': '.body-text > ul > li',
  'list within a list': 'li li',
  'third level': 'li li li',
  crosshead: '.body-text > :is(h2, h3, h4, h5)',
  'figures aligned': 'td.end',
  'centred cell': 'td.middle',
  'caption of a table': 'caption',
  'table without a head': 'table:not(:has(thead)) td',
  'break of the text': 'hr',
  'pull quote': '.pull-quote figcaption',
  quotation: 'blockquote',
  'picture written in Markdown': '.body-text > .photo > img:only-child',
  'picture with its caption': '.body-text > .photo > figcaption',
  'question and answer': '.speaker',
  verse: 'p:has(> br)',
  box: '.aside .aside-title',
  correction: '.correction time',
  'fields of a line': '.field, .gap',
  jump: 'a.jump[href]',
  footnote: '.footnotes li',
} as const;

async function open(page: Page, origin: string, base: string, address: string): Promise<void> {
  await page.goto(origin + base.slice(0, -1) + address);
}

/**
 * What of the constructs is not there, not seen, or runs out of the article's measure.
 *
 * @param within selector of the article
 * @param lines how they run: vertical ones end below
 */
function misset(
  page: Page,
  within: string,
  lines: 'horizontal' | 'vertical' = 'horizontal',
): Promise<string[]> {
  return page.evaluate(
    ([within, constructs, lines]) => {
      const article = document.querySelector(within)!;
      const room = article.getBoundingClientRect();
      return Object.entries(constructs).flatMap(([name, selector]) => {
        const element = article.querySelector(selector);
        if (element === null) return [`${name}: not there`];
        if (!element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
          return [`${name}: not seen`];
        const frame = element.closest('.table') ?? element;
        const { left, right, top, bottom, width, height } = frame.getBoundingClientRect();
        if (width < 1 || height < 1) return [`${name}: no width`];
        const out =
          lines === 'vertical'
            ? top < room.top - 1 || bottom > room.bottom + 1
            : left < room.left - 1 || right > room.right + 1;
        return out ? [`${name}: out of the measure`] : [];
      });
    },
    [within, constructs, lines] as const,
  );
}

describe.each(kitchenSinks)('$slug', ({ origin, base, page: newspaperPage, slug }) => {
  const article = `${newspaperPage}${slug}/`;

  test('every construct is seen within the measure, on its page, the newspaper page and the booklet', async () => {
    await asReader(browser, {}, async ({ page, problems }) => {
      const places = [
        [article, 'main .article'],
        [newspaperPage, `#${slug}`],
        [newspaperPage.replace('01/', 'booklet/'), `#p1-${slug}`],
      ] as const;
      for (const [address, within] of places) {
        await open(page, origin, base, address);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          expect(await misset(page, within), `${address} ${width} px`).toEqual([]);
          const overflow = await page.evaluate(
            () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
          );
          expect(overflow, `${address} ${width} px: the page is not widened`).toBeLessThanOrEqual(
            0,
          );
        }
        await page.emulateMedia({ media: 'print' });
        await page.setViewportSize({ width: 794, height: 1123 });
        expect(await misset(page, within), `${address} on paper`).toEqual([]);
        await page.emulateMedia({ media: 'screen' });
      }
      expect(problems).toEqual([]);
    });
  });

  test('every construct is seen in vertical lines, and none runs out of its line', async () => {
    // An English paper offers none.
    if (slug === 'the-lamp-is-lit-again') return;
    await asReader(browser, { settings: { writing: 'vertical' } }, async ({ page, problems }) => {
      await open(page, origin, base, article);
      for (const width of [390, 1440]) {
        await page.setViewportSize({ width, height: 900 });
        await page.waitForFunction(() =>
          [...document.querySelectorAll<HTMLImageElement>('main .article img')].every(
            ({ complete, naturalWidth }) => complete && naturalWidth > 0,
          ),
        );
        expect(await misset(page, 'main .article', 'vertical'), `${width} px`).toEqual([]);
      }
      expect(problems).toEqual([]);
    });
  });

  test('pictures come in widths, the first at once and the others when they are near', async () => {
    await asReader(browser, {}, async ({ page }) => {
      await open(page, origin, base, article);
      const pictures = await page.evaluate(() =>
        [...document.querySelectorAll<HTMLImageElement>('main .article img')].map((image) => ({
          loading: image.loading,
          sized: image.width > 0 && image.height > 0 && image.hasAttribute('height'),
          chosen: image.srcset.includes(' 390w') && image.sizes !== '',
          alt: image.alt !== '',
        })),
      );
      expect(pictures.map(({ loading }) => loading)).toEqual(['eager', 'lazy', 'lazy']);
      for (const picture of pictures)
        expect(picture).toMatchObject({ sized: true, chosen: true, alt: true });
    });
  });

  test('a wide table scrolls in its frame on a phone, and is whole on a wide screen', async () => {
    await asReader(browser, { viewport: { width: 390, height: 844 } }, async ({ page }) => {
      await open(page, origin, base, article);
      const scrolls = (): Promise<number[]> =>
        page.evaluate(() =>
          [...document.querySelectorAll('.table')].map((frame) =>
            Math.max(0, frame.scrollWidth - frame.clientWidth),
          ),
        );
      const [races, feast, hours] = await scrolls();
      expect([races, hours]).toEqual([0, 0]);
      expect(feast).toBeGreaterThan(50);
      await page.setViewportSize({ width: 1440, height: 900 });
      expect(await scrolls()).toEqual([0, 0, 0]);
    });
  });

  test.each(['light', 'dark', 'sepia'] as const)('%s: axe finds nothing', async (theme) => {
    await asReader(browser, { settings: { theme } }, async ({ page }) => {
      await page.setViewportSize({ width: 820, height: 1180 });
      await open(page, origin, base, article);
      expect(await askAxe(page)).toEqual([]);
    });
  });
});

/** Every fixture paper; the one page of the collation of a sample is one of many. */
const every = Object.entries(papers).map(([name, paper]) => ({
  name,
  ...paper,
  addresses: oneOfEachKind(addressesOf(paper.directory)),
}));

/** Of articles the kitchen sink, of other kinds the first: what differs within one is its words. */
function oneOfEachKind(addresses: readonly string[]): string[] {
  const kinds = new Map<string, string>();
  for (const address of addresses) {
    const kind = address
      .replace(/^(\/\d{4}-\d\d-\d\d\/\d\d\/)(?!collation)[^/]+/, '$1article')
      .replaceAll(/\d+/g, '0')
      .replace(/^\/(sections|columns|columnists)\/[^/]+/, '/$1/one');
    const isSink = kitchenSinks.some(({ slug }) => address.endsWith(`/${slug}/`));
    if (isSink || !kinds.has(kind)) kinds.set(kind, address);
  }
  return [...kinds.values()];
}

describe.each(every)('$name: every kind of page', ({ origin, base, addresses }) => {
  const poor: string[] = [];
  // By what is glued: the same two texts stand on every page.
  const glued = new Map<string, string>();
  beforeAll(() =>
    asReader(browser, {}, async ({ page }) => {
      // Each page is opened once; the widest comes last, and texts are compared there.
      for (const address of addresses) {
        await open(page, origin, base, address);
        for (const width of widths) {
          await page.setViewportSize({ width, height: 900 });
          const narrow = await page.evaluate(narrowTexts);
          // On a phone a wide table scrolls in its frame.
          const cut = width === 390 ? [] : await page.evaluate(cutTexts);
          poor.push(...[...narrow, ...cut].map((text) => `${address} ${width} px: ${text}`));
        }
        const found = await page.evaluate(gluedTexts);
        for (const pair of found) if (!glued.has(pair)) glued.set(pair, address);
      }
    }),
  );

  test('no text is narrower than three characters; off the phone no table is cut, and no word broken', () => {
    expect(poor).toEqual([]);
  });

  test('what stands apart on the page stands apart in its text', () => {
    expect([...glued]).toEqual([]);
  });
});

/** Runs in the page: texts of four letters and more that are broken in a box of less than three characters. */
function narrowTexts(): string[] {
  const found: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node.textContent!.trim();
    const parent = node.parentElement!;
    if (Array.from(text).length < 4 || !parent.checkVisibility()) continue;
    if (parent.closest('.visually-hidden, .skip, [hidden], script, style') !== null) continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const rects = [...range.getClientRects()];
    const lines = new Set(rects.map(({ top }) => Math.round(top))).size;
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    const widest = Math.max(...rects.map(({ width }) => width));
    if (lines > 2 && widest < size * 3 && text.length / lines < 3)
      found.push(`${parent.className || parent.tagName} “${text.slice(0, 20)}” ${lines} lines`);
  }
  return found;
}

/** Runs in the page: tables wider than their frame, and Latin words that stand on two lines unhyphenated. */
function cutTexts(): string[] {
  const found: string[] = [];
  for (const frame of document.querySelectorAll('.table')) {
    if (frame.checkVisibility() && frame.scrollWidth > frame.clientWidth + 1)
      found.push(`table ${frame.scrollWidth} in ${frame.clientWidth}`);
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const parent = node.parentElement!;
    if (!parent.checkVisibility() || parent.closest('.visually-hidden, .skip, code') !== null)
      continue;
    if (getComputedStyle(parent).hyphens === 'auto') continue;
    for (const { 0: word, index } of node.textContent!.matchAll(/[A-Za-z]{4,}/g)) {
      range.setStart(node, index);
      range.setEnd(node, index + word.length);
      const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)));
      if (lines.size > 1) found.push(`${word} in ${parent.className || parent.tagName}`);
    }
  }
  return found;
}

/**
 * Runs in the page: neighbouring texts with nothing between them, neither a blank nor an element
 * that begins a line wherever it is read, though the page sets them apart by its styles.
 */
function gluedTexts(): string[] {
  const linesApart =
    'address,article,aside,blockquote,body,br,button,caption,dd,details,dialog,div,dl,dt,fieldset,figcaption,figure,footer,form,h1,h2,h3,h4,h5,h6,header,hgroup,hr,img,legend,li,main,nav,ol,option,p,pre,section,select,summary,table,tbody,td,tfoot,th,thead,tr,ul';
  const found: string[] = [];
  const walker = document.createTreeWalker(
    document.body,
    NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT,
  );
  let before: Text | undefined;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.matches(linesApart)) before = undefined;
      continue;
    }
    const text = node as Text;
    const parent = text.parentElement!;
    if (text.data === '' || parent.matches('script, style')) continue;
    // Of a collation the two readings of one letter stand side by side.
    if (parent.closest('.collation-text') !== null) continue;
    if (before !== undefined && /\S$/.test(before.data) && /^\S/.test(text.data)) {
      const left = before.parentElement!;
      const common = parentOfBoth(left, parent);
      const leavesLine = closestLine(left) !== closestLine(parent);
      if (!leavesLine && isSetApart(left, common, parent))
        found.push(`${before.data.slice(-12)}|${text.data.slice(0, 12)}`);
    }
    before = text;
  }
  return found;

  function closestLine(element: Element): Element | null {
    return element.closest(linesApart);
  }
  function parentOfBoth(left: Element, right: Element): Element {
    let common: Element = left;
    while (!common.contains(right)) common = common.parentElement!;
    return common;
  }
  /** A box of its own, or a gap, between the two. */
  function isSetApart(left: Element, common: Element, right: Element): boolean {
    for (const side of [left, right]) {
      for (let box: Element = side; box !== common; box = box.parentElement!) {
        const style = getComputedStyle(box);
        if (box.matches('.visually-hidden') || style.position === 'absolute') return true;
        if (!/^(?:inline|contents|ruby.*)$/.test(style.display)) return true;
        const gap = side === left ? style.marginRight : style.marginLeft;
        if (Number.parseFloat(gap) > Number.parseFloat(style.fontSize) * 0.2) return true;
      }
    }
    return false;
  }
}

describe('set pieces', () => {
  const verse = '摆渡的人把烟灰弹进水里，像弹掉一个旧的、没有人记得的黄昏\\\n船还没有来';
  const lines = [
    '一等奖（3名）',
    '段若溪 苗 青 欧阳立夏',
    '二等奖（3名）',
    '邢子墨 高唐谷 车 前',
    '节目如下：',
    '18:30 老城故事',
    '9:05 连续剧：渡口人家，一个摆渡人和他的三个儿子，在河边住了一辈子（12、13）',
    verse,
    '特此通告。',
    '沿河县渡口管理所',
    '2024年5月6日',
  ];
  const { html } = renderArticle(parseArticle(lines.join('\n\n')).tree!, {
    base: '/',
    edition: '2024-05-06',
    language: 'zh-Hans',
  });

  test.each([390, 1440])(
    'stand under one another, hang, and end where they should: %d px',
    async (width) => {
      await asReader(browser, { viewport: { width, height: 900 } }, async ({ page }) => {
        const { origin, base, page: newspaperPage, slug } = kitchenSinks[0];
        await open(page, origin, base, `${newspaperPage}${slug}/`);
        const seen = await page.evaluate((html) => {
          const text = document.querySelector<HTMLElement>('main .article-text')!;
          text.innerHTML = html;
          text.style.columns = 'auto';
          const left = (element: Element): number => element.getClientRects()[0]!.left;
          const fields = (row: string, index: number): number =>
            left(document.querySelectorAll(`${row} > :is(.field, .field-rest)`)[index]!);
          /** How far the last line begins behind the first. */
          const hangOf = (selector: string): number => {
            const range = document.createRange();
            range.selectNodeContents(document.querySelector(selector)!);
            const rects = [...range.getClientRects()].filter((rect) => rect.width > 1);
            return rects.at(-1)!.left - rects[0]!.left;
          };
          const { right } = text.getBoundingClientRect();
          const range = document.createRange();
          range.selectNodeContents(document.querySelector('#p10')!);
          return {
            em: Number.parseFloat(getComputedStyle(text).fontSize),
            names: [fields('#p2', 2) - fields('#p4', 2), fields('#p2', 1) - fields('#p4', 1)],
            times: fields('#p6', 1) - fields('#p7', 1),
            hangs: [hangOf('#p7'), hangOf('#p8 .text-line')],
            signed: right - range.getBoundingClientRect().right,
          };
        }, html);
        for (const difference of [...seen.names, seen.times])
          expect(Math.abs(difference)).toBeLessThan(1);
        expect(seen.signed / seen.em).toBeCloseTo(1, 0);
        if (width > 390) return;
        for (const hang of seen.hangs) expect(hang / seen.em).toBeCloseTo(1, 0);
      });
    },
  );
});
