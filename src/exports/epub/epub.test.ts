import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EpubCheck } from '@likecoin/epubcheck-ts';
import { XMLValidator } from 'fast-xml-parser';
import { unzipSync } from 'fflate';
import { HtmlValidate } from 'html-validate';
import sharp from 'sharp';
import { beforeAll, describe, expect, it, test } from 'vitest';
import { parseIssueDate } from '../../newspaper/issue-date.ts';
import { exportWordingFor } from '../../wording/export-wording.ts';
import { attackTexts } from '../attack-texts.ts';
import type { ExportedArticle } from '../export-article.ts';
import { fixtureArticles } from '../exported-fixture.ts';
import type { EpubEdition, EpubPicture } from './epub-edition.ts';
import { renderEpub } from './render-epub.ts';
import { resizePictures } from './resize-pictures.ts';

/** Every construct that a body may hold, as the site writes it. */
const kitchenSink = [
  '<p id="p1"><b class="lead-in">本报讯（记者 甲）</b>12月15日，3千人<strong>到场</strong>&nbsp;AB&amp;C。</p>',
  '<h2 id="crosshead-1">小标题</h2>',
  '<p id="p2">见<a href="../er-tiao/#p2">另文</a>、<a href="#fn-1" id="fnref-1" data-footnote-ref aria-describedby="footnote-label">1</a>、<a class="jump" href="/2024-03-07/02/" data-page="2">下转</a>。<br>另一行</p>',
  '<p class="picture"><img src="liu.jpg" alt="柳"/></p>',
  '<figure class="photo"><img src="liu.jpg" alt="柳" loading="lazy"><figcaption>柳<span class="credit">丙 摄</span></figcaption></figure>',
  '<ul class="contains-task-list"><li class="task-list-item"><input type="checkbox" disabled checked> 办了</li><li>未办</li></ul>',
  '<ol start="3"><li><p>三</p></li></ol><hr>',
  '<div class="table"><table><caption>产量</caption><thead><tr><th>县</th><th align="right">吨</th></tr></thead><tbody><tr><td>甲</td><td align="right">12</td></tr></tbody></table></div>',
  '<aside class="aside" aria-label="链接"><p class="aside-title">链接</p><p>此前。</p></aside>',
  '<aside class="correction"><time datetime="2024-03-08">2024-03-08</time><p>三应为四。</p></aside>',
  '<p id="p3">原字<span class="unclear" title="约两字">□□</span>，<del>删</del>。</p>',
  '<section data-footnotes class="footnotes"><h2 id="footnote-label" class="sr-only">注</h2><ol><li id="fn-1"><p>注文 <a href="#fnref-1" data-footnote-backref aria-label="返回">↩</a></p></li></ol></section>',
].join('\n');

let picture: EpubPicture;
beforeAll(async () => {
  const bytes = await sharp({
    create: { width: 300, height: 420, channels: 3, background: '#caa' },
  })
    .jpeg()
    .toBuffer();
  picture = { bytes: new Uint8Array(bytes), width: 300, height: 420 };
});

function editionOf(
  articles: readonly ExportedArticle[],
  change: Partial<EpubEdition> = {},
): EpubEdition {
  return {
    paper: '某日报',
    language: 'zh-Hans',
    writing: 'horizontal',
    date: parseIssueDate('2024-03-07'),
    dateText: '2024年3月7日',
    description: '一份虚构的报纸',
    publisher: '某社',
    rights: { holder: '某社', notice: '测试用。' },
    address: 'https://paper.example.org/2024-03-07/',
    cover: picture,
    pages: [
      {
        number: 1,
        title: '第01版 要闻',
        credits: [{ role: '责任编辑', names: ['丁'] }],
        articles: articles.map((article) => ({
          article,
          pictures: [{ ...picture, alt: '桥', caption: '合龙', credit: '丙 摄' }],
          bodyPictures: new Map([['liu.jpg', picture]]),
        })),
      },
      { number: 2, title: '第02版', credits: [], articles: [] },
    ],
    ...change,
  };
}

const wording = exportWordingFor('zh-Hans');
const books: readonly (readonly [name: string, () => EpubEdition])[] = [
  ['a plain edition', () => editionOf(fixtureArticles())],
  ['every construct', () => editionOf(fixtureArticles({ html: kitchenSink }))],
  [
    'set vertically',
    () => editionOf(fixtureArticles({ html: kitchenSink }), { writing: 'vertical' }),
  ],
  ['without a cover picture', () => editionOf(fixtureArticles(), { cover: undefined })],
];

/** html-validate reads each document; these rules are for pages of the web, not for XHTML in a book. */
const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:standard'],
  rules: {
    'void-style': ['error', { style: 'selfclosing' }],
    'doctype-html': 'off',
    'missing-doctype': 'off',
    'long-title': 'off',
    // EPUB's own attributes and roles.
    'no-unknown-attributes': 'off',
    'prefer-native-element': 'off',
  },
});

function documentsOf(book: Uint8Array): [name: string, text: string][] {
  return Object.entries(unzipSync(book))
    .filter(([name]) => /\.(?:xhtml|opf|ncx|xml)$/.test(name))
    .map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]);
}

describe.each(books)('renderEpub: %s', (_name, make) => {
  it('has nothing for epubcheck-ts to say', async () => {
    const { messages } = await EpubCheck.validate(renderEpub(make(), wording));
    expect(messages.filter(({ severity }) => severity !== 'usage' && severity !== 'info')).toEqual(
      [],
    );
  });

  it('is valid XHTML, document by document', async () => {
    for (const [name, text] of documentsOf(renderEpub(make(), wording))) {
      expect(XMLValidator.validate(text), name).toBe(true);
      if (!name.endsWith('.xhtml')) continue;
      const { results } = await validator.validateString(text);
      expect(
        results.flatMap(({ messages }) =>
          messages.map(
            ({ ruleId, message, line, column }) => `${name}:${line}:${column} ${ruleId} ${message}`,
          ),
        ),
      ).toEqual([]);
    }
  });

  it('has its mimetype first and stored, ASCII names, no comment, and equal bytes again', () => {
    const book = renderEpub(make(), wording);
    const head = new TextDecoder('latin1').decode(book.subarray(0, 58));
    expect(head.slice(30)).toBe('mimetypeapplication/epub+zip');
    for (const name of Object.keys(unzipSync(book))) expect(name).toMatch(/^[\w./-]+$/);
    for (const [, text] of documentsOf(book)) expect(text).not.toContain('<!--');
    expect(renderEpub(make(), wording)).toEqual(book);
  });
});

/** Debian's package; or wherever EPUBCHECK_JAR says. */
const jar = [process.env['EPUBCHECK_JAR'], '/usr/share/java/epubcheck.jar'].find(
  (path) => path !== undefined && existsSync(path),
);

/** For a program that ends at once: no compiler that pays off later, one thread for the heap. */
const shortLived = ['-XX:TieredStopAtLevel=1', '-XX:+UseSerialGC', '-Xshare:auto'];

// One book, with everything in it: the virtual machine takes seconds for each.
test.runIf(jar !== undefined)('Java epubcheck finds no error', () => {
  const folder = mkdtempSync(join(tmpdir(), 'epaper-epub-'));
  try {
    const file = join(folder, 'edition.epub');
    const articles = fixtureArticles({ html: kitchenSink });
    writeFileSync(file, renderEpub(editionOf(articles, { writing: 'vertical' }), wording));
    // Exits with 1 where there is an error or a warning, and says it.
    execFileSync('java', [...shortLived, '-jar', jar!, '--failonwarnings', file], {
      stdio: 'pipe',
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test('keeps its navigation by page, with the newspaper’s numbers', () => {
  const documents = new Map(documentsOf(renderEpub(editionOf(fixtureArticles()), wording)));
  const nav = documents.get('EPUB/nav.xhtml')!;
  expect(nav).toContain('<a href="page-01.xhtml#pagebreak">1</a>');
  expect(nav).not.toContain('page-02');
  expect(documents.get('EPUB/package.opf')).toContain(
    'group-position" refines="#series">2024.3.7<',
  );
});

test('in vertical setting short numbers stand upright and the book turns from right to left', () => {
  const articles = fixtureArticles({ html: '<p id="p1">12月15日，2024年，3.5米，A4纸。</p>' });
  const book = new Map(
    documentsOf(renderEpub(editionOf(articles, { writing: 'vertical' }), wording)),
  );
  expect(book.get('EPUB/p01-tou-tiao.xhtml')).toContain(
    '<p id="p1"><span class="tcy">12</span>月<span class="tcy">15</span>日，2024年，3.5米，A4纸。</p>',
  );
  expect(book.get('EPUB/package.opf')).toContain('page-progression-direction="rtl"');
});

test('ten thousand titles that nobody would print leave every document well-formed', () => {
  const [sample] = fixtureArticles();
  const titles = [...attackTexts(10_000, 2)];
  for (let at = 0; at < titles.length; at += 1000) {
    const articles = titles.slice(at, at + 1000).map((title, index) => ({
      ...sample!,
      id: `2024-03-07/01/a-${index}`,
      title,
      kicker: title,
      signature: [title],
    }));
    for (const [name, text] of documentsOf(
      renderEpub(editionOf(articles, { dateText: titles[at]!, description: titles[at]! }), wording),
    )) {
      if (XMLValidator.validate(text) !== true)
        expect(XMLValidator.validate(text), name).toBe(true);
    }
  }
});

test('large photographs are made to fit', async () => {
  // Noise is the worst there is to compress. Four of them stand for forty in a tenth of the room.
  const noise = await sharp({
    create: {
      width: 1800,
      height: 1200,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer();
  const pictures = await resizePictures(
    Array.from({ length: 4 }, () => noise),
    1_800_000,
  );
  const total = pictures.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  expect(total).toBeLessThanOrEqual(1_800_000);
  expect(pictures[0]!.width).toBeGreaterThanOrEqual(480);
});
