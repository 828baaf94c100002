import { inLanguage } from '../../wording/in-language.ts';
import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h, s } from 'hastscript';
import type { Stretch } from '../../collation/collate.ts';
import { addressOf } from '../../newspaper/address.ts';
import { formatPageNumber } from '../../newspaper/format-page-number.ts';
import type { CommandLanguage } from '../../wording/command-language.ts';
import { deskFields, type DeskRow, type Stop } from './article-stops.ts';
import type { DeskArticle } from './desk-article.ts';
import type { ArticlePlace, ListedArticle, OpenArticle, ScanZone } from './desk-files.ts';
import { deskWording, type DeskWording } from './desk-wording.ts';

export interface DeskFrame {
  /** Of the site: `/` or `/paper/`. */
  readonly base: string;
  /** The language of the interface. */
  readonly words: CommandLanguage;
  /** Whether the person chose it; links keep it. */
  readonly isChosen: boolean;
  readonly paper: { readonly name: string; readonly language: string };
}

export interface ListedWithStops extends ListedArticle {
  /** Places where a person has to look; undefined where the article cannot be read. */
  readonly stops: number | undefined;
}

export interface EditionCount {
  readonly edition: string;
  readonly open: number;
  readonly all: number;
}

/** The desk's front: an edition's articles that wait, and all other editions. */
export function renderDeskFront(
  frame: DeskFrame,
  shown: { readonly edition: string; readonly articles: readonly ListedWithStops[] } | undefined,
  editions: readonly EditionCount[],
): string {
  const words = deskWording[frame.words];
  const open = shown?.articles.filter(({ proof }) => proof !== 'read') ?? [];
  const read = shown?.articles.filter(({ proof }) => proof === 'read') ?? [];
  const line = (article: ListedWithStops): Element =>
    h('li', { className: ['listed'] }, [
      h('a', { href: deskAddress(frame, `${article.id}/`), lang: frame.paper.language }, [
        article.headline || words.untitled,
      ]),
      ' ',
      h('span', { className: ['page'] }, words.page(article.page)),
      ' ',
      h('span', { className: ['proof'], dataProof: article.proof }, words.proof[article.proof]),
      ...(article.proof === 'read'
        ? []
        : [
            ' ',
            h('span', { className: ['count'] }, [
              article.stops === undefined ? words.faulty : words.stopCount(article.stops),
            ]),
          ]),
    ]);
  return renderDocument(frame, shown?.edition ?? words.desk, [
    h('header', { className: ['desk-head'] }, [
      renderTrail(frame, shown === undefined ? [] : [[shown.edition, undefined]]),
      h('h1', [words.desk]),
      h('p', { className: ['soft'] }, words.intro),
    ]),
    h('main', [
      ...(shown === undefined
        ? [h('p', words.emptyPaper)]
        : [
            h('h2', shown.edition),
            open.length === 0
              ? h('p', words.allRead)
              : h('ol', { className: ['list'] }, open.map(line)),
            ...(read.length === 0
              ? []
              : [
                  h('details', [
                    h('summary', words.showRead(read.length)),
                    h('ol', { className: ['list'] }, read.map(line)),
                  ]),
                ]),
          ]),
      ...(editions.length < 2
        ? []
        : [
            h('h2', words.editions),
            h(
              'ul',
              { className: ['list'] },
              editions.map((one) =>
                h('li', [
                  h('a', { href: deskAddress(frame, `${one.edition}/`) }, one.edition),
                  ' ',
                  h('span', { className: ['count'] }, words.articlesOpen(one.open, one.all)),
                ]),
              ),
            ),
          ]),
    ]),
  ]);
}

/** One article beside its source. */
export function renderDeskArticle(
  frame: DeskFrame,
  open: OpenArticle,
  options: {
    readonly hasScan: boolean;
    readonly zone: ScanZone | undefined;
    readonly next: ArticlePlace | undefined;
  },
): string {
  const words = deskWording[frame.words];
  const { desk, id, edition, page } = open;
  const title = 'article' in desk ? (desk.article.data.headline ?? words.untitled) : open.slug;
  const page2 = formatPageNumber(page);
  return renderDocument(
    frame,
    title,
    [
      h('header', { className: ['desk-head'] }, [
        renderTrail(frame, [
          [edition, `${edition}/`],
          [words.page(page), undefined],
        ]),
        h('h1', { lang: frame.paper.language }, title),
        h('p', { className: ['soft'] }, [
          h('code', open.path),
          ' ',
          h('a', { href: withBase(frame, addressOf.article(open)) }, words.onPage),
          ...(options.next === undefined
            ? []
            : [
                ' ',
                h(
                  'a',
                  { href: deskAddress(frame, `${options.next.id}/`), dataNext: '' },
                  words.nextArticle,
                ),
              ]),
        ]),
      ]),
      ...('article' in desk
        ? [renderArticle(frame, words, open, desk.article, options, `${edition}/${page2}`)]
        : [
            h('main', [
              h('p', words.faulty),
              h(
                'ul',
                { className: ['stops'] },
                desk.findings
                  .map((finding) => inLanguage(finding, frame.words))
                  .map(({ line, column, message, action }) =>
                    h('li', { className: ['stop'] }, [
                      h('p', `${words.faultLine(line, column)}${colon(frame)}${message}`),
                      h('p', { className: ['soft'] }, action),
                    ]),
                  ),
              ),
            ]),
          ]),
    ],
    {
      dataArticle: id,
      dataDigest: open.digest,
      dataEdit: deskAddress(frame, 'edit/', false),
      ...(open.decisions === undefined
        ? {}
        : { dataDecisions: open.decisions.path, dataSettled: open.decisions.digest }),
      dataEvents: deskAddress(frame, 'events/', false),
      dataWords: JSON.stringify(words.client),
    },
  );
}

/** A page that says one sentence. */
export function renderDeskMessage(frame: DeskFrame, message: string): string {
  return renderDocument(frame, deskWording[frame.words].desk, [
    h('header', { className: ['desk-head'] }, [renderTrail(frame, [])]),
    h('main', [h('p', message)]),
  ]);
}

function renderArticle(
  frame: DeskFrame,
  words: DeskWording,
  open: OpenArticle,
  article: DeskArticle,
  { hasScan, zone }: { readonly hasScan: boolean; readonly zone: ScanZone | undefined },
  scan: string,
): Element {
  const { general, rows, stops } = article;
  let paragraph = 0;
  const numbers = rows.map(({ block }) =>
    block !== undefined && article.blocks[block]!.isParagraph ? (paragraph += 1) : undefined,
  );
  return h('main', [
    renderProofForm(frame, words, article),
    renderKeys(words),
    ...(hasScan ? [renderScan(words, deskAddress(frame, `scan/${scan}/`, false), zone)] : []),
    h('div', { className: ['rows'], lang: frame.paper.language }, [
      ...(article.hasSource
        ? [
            h('div', { className: ['row', 'row-head'], ariaHidden: 'true', lang: words.tag }, [
              h('p', words.source),
              h('p', words.standing),
            ]),
          ]
        : [h('p', { className: ['soft'], lang: words.tag }, words.noSource)]),
      ...(general.length === 0
        ? []
        : [
            h('section', { className: ['row', 'whole'], lang: words.tag }, [
              h('h2', words.general),
              renderStops(words, general),
            ]),
          ]),
      ...rows.map((row, index) => renderRow(words, article, row, numbers[index])),
    ]),
    renderBar(words, stops.length, open.canUndo),
  ]);
}

/** Whether the article has been read, and what is doubtful in it. */
function renderProofForm(frame: DeskFrame, words: DeskWording, { data }: DeskArticle): Element {
  return h('form', { className: ['proof-form'], autocomplete: 'off' }, [
    h('p', { className: ['proof-now'] }, [
      h('span', { className: ['proof'], dataProof: data.proof }, words.proof[data.proof]),
      ...(['read', 'doubtful', 'unread'] as const)
        .filter((status) => status !== data.proof || status === 'doubtful')
        .map((status) =>
          h('button', { type: 'button', dataMark: status }, [
            words.mark[status],
            key({ read: 'r', doubtful: 'd', unread: '' }[status]),
          ]),
        ),
    ]),
    h('label', { for: 'note' }, [
      words.note,
      h('span', { className: ['soft'] }, `（${words.noteHint}）`),
    ]),
    h('textarea', { id: 'note', rows: 2, lang: frame.paper.language }, data.proofNote ?? ''),
  ]);
}

function renderKeys(words: DeskWording): Element {
  return h('details', { className: ['keys'] }, [
    h('summary', words.keys),
    h(
      'dl',
      words.keyList.flatMap(([keys, does]) => [h('dt', h('kbd', keys)), h('dd', does)]),
    ),
    h('p', words.keysNote),
    h('p', words.legend),
  ]);
}

/** The printed page: this article alone first, where it is known where that stands. */
function renderScan(words: DeskWording, address: string, zone: ScanZone | undefined): Element {
  const whole = h('details', { className: ['scan'], open: zone === undefined }, [
    h('summary', words.scan),
    h(
      'div',
      { className: ['scan-frame'], tabIndex: 0 },
      h('img', { src: address, alt: words.scan, loading: 'lazy' }),
    ),
  ]);
  if (zone === undefined) return whole;
  const { size, boxes } = zone;
  return h('div', [
    h('details', { className: ['scan'], open: true }, [
      h('summary', words.zone),
      h(
        'div',
        { className: ['scan-frame', 'scan-zone'], tabIndex: 0 },
        boxes.map(([left, top, width, height]) =>
          s(
            'svg',
            {
              viewBox: [left, top, width, height].join(' '),
              role: 'img',
              ariaLabel: words.zone,
            },
            s('image', {
              href: address,
              width: size[0],
              height: size[1],
              preserveAspectRatio: 'none',
            }),
          ),
        ),
      ),
    ]),
    whole,
  ]);
}

function renderBar(words: DeskWording, waiting: number, canUndo: boolean): Element {
  return h('div', { className: ['bar'], role: 'toolbar', ariaLabel: words.desk }, [
    h('output', { className: ['waiting'] }, words.waiting(waiting)),
    h('button', { type: 'button', dataDo: 'previous' }, [words.previous, key('p')]),
    h('button', { type: 'button', dataDo: 'next' }, [words.next, key('n')]),
    h('button', { type: 'button', dataDo: 'undo', disabled: !canUndo }, [words.undo, key('u')]),
    h('p', { className: ['said'], role: 'status' }, ''),
  ]);
}

function renderRow(
  words: DeskWording,
  article: DeskArticle,
  row: DeskRow,
  paragraph: number | undefined,
): Element {
  const { block, field, id, kind, stops } = row;
  const own = block === undefined ? undefined : article.blocks[block]!;
  const editable =
    own?.source ??
    (field !== undefined && isDeskField(field) ? (article.data[field] ?? '') : undefined);
  return h(
    'section',
    {
      className: ['row', `row-${kind}`],
      id,
      ...(editable === undefined ? {} : { dataSource: editable }),
      ...(block === undefined ? {} : { dataBlock: String(block) }),
      ...(field === undefined ? {} : { dataField: field }),
    },
    [
      ...(article.hasSource ? [renderSource(words, row)] : []),
      h('div', { className: ['standing'] }, [
        h('p', { className: ['label'], lang: words.tag }, [
          h('span', { className: ['side'] }, words.standing),
          ' ',
          labelOf(words, row, paragraph),
        ]),
        ...renderStanding(words, row, own?.source),
        ...(editable === undefined
          ? []
          : [
              h('p', { className: ['actions'], lang: words.tag }, [
                h('button', { type: 'button', dataDo: 'edit' }, words.edit),
                ...(canMerge(article, block)
                  ? [h('button', { type: 'button', dataDo: 'merge' }, words.merge)]
                  : []),
              ]),
            ]),
      ]),
      ...(stops.length === 0 ? [] : [renderStops(words, stops, kind, own?.start)]),
    ],
  );
}

function labelOf(
  words: DeskWording,
  { field, kind }: DeskRow,
  paragraph: number | undefined,
): string {
  switch (kind) {
    case 'field':
      return words.field[field!] ?? '';
    case 'left-out':
      return '';
    case 'block':
      return paragraph === undefined ? words.block : words.paragraph(paragraph);
  }
}

function canMerge({ blocks }: DeskArticle, block: number | undefined): boolean {
  return (
    block !== undefined && block > 0 && blocks[block]!.isParagraph && blocks[block - 1]!.isParagraph
  );
}

function renderSource(words: DeskWording, { lines, passages }: DeskRow): Element {
  return h('div', { className: ['source'] }, [
    h('p', { className: ['label'], lang: words.tag }, [
      h('span', { className: ['side'] }, words.source),
      ' ',
      lines === null ? '' : words.sourceLines(lines.first, lines.last),
    ]),
    ...(lines === null
      ? [h('p', { className: ['soft'], lang: words.tag }, words.notInSource)]
      : passages.map(({ stretches }) =>
          h(
            'p',
            stretches.flatMap((one) => sourceSide(words, one)),
          ),
        )),
  ]);
}

/** @param source of a block: shown as it is written where nothing of it is printed as text */
function renderStanding(
  words: DeskWording,
  { kind, passages }: DeskRow,
  source: string | undefined,
): Element[] {
  if (kind === 'left-out') {
    return [h('p', { className: ['soft'], lang: words.tag }, words.notInArticle)];
  }
  if (passages.length === 0 && source !== undefined) return [h('pre', source)];
  return passages.map(({ stretches }) =>
    h(
      'p',
      { className: ['text'] },
      stretches.flatMap((one) => standingSide(words, one)),
    ),
  );
}

function renderStops(
  words: DeskWording,
  stops: readonly Stop[],
  row?: DeskRow['kind'],
  start?: number,
): Element {
  return h(
    'ul',
    { className: ['stops'], lang: words.tag },
    stops.map((stop) => {
      const { was = '', now = '' } = stop;
      const isLeftOut = stop.kind === 'letter' && row === 'left-out';
      const message = stop.message ?? (isLeftOut ? words.leftOut(was) : words.letter(was, now));
      const action = stop.action ?? (isLeftOut ? words.leftOutAction : words.letterAction);
      const remedy = stop.kind === 'check' ? words.fix : isLeftOut ? words.insert : words.restore;
      return h(
        'li',
        {
          className: ['stop'],
          tabIndex: -1,
          dataKey: stop.key,
          dataKind: stop.kind,
          ...(start === undefined || stop.remedy === undefined || stop.remedy.start < start
            ? {}
            : { dataAt: String(stop.remedy.start - start) }),
        },
        [
          h('p', [
            ...(stop.rule === undefined ? [] : [h('code', stop.rule), ' ']),
            message,
            ...(stop.line === undefined
              ? []
              : [' ', h('span', { className: ['soft'] }, words.sourceLines(stop.line, stop.line))]),
          ]),
          h('p', { className: ['soft'] }, action),
          h('p', { className: ['actions'] }, [
            ...(stop.kind === 'check' && stop.canAllow !== true
              ? []
              : [
                  h(
                    'button',
                    { type: 'button', dataDo: stop.kind === 'check' ? 'allow' : 'accept' },
                    [stop.kind === 'check' ? words.allow : words.accept, key('a')],
                  ),
                ]),
            ...(stop.remedy === undefined
              ? []
              : [h('button', { type: 'button', dataDo: 'remedy' }, [remedy, key('o')])]),
          ]),
        ],
      );
    }),
  );
}

/** What the page of the OCR tool says. */
function sourceSide(words: DeskWording, stretch: Stretch): ElementContent[] {
  if (stretch.kind === 'same') return [text(stretch.text)];
  if (stretch.was === '') return [];
  if (stretch.kind === 'letter') {
    return [h('del', { className: ['letter'] }, stretch.was)];
  }
  if (stretch.reason === 'break') {
    return stretch.was.includes('¶')
      ? [h('span', { className: ['break'], title: words.lineBreak }, '⏎')]
      : [text(stretch.was)];
  }
  return [h('del', { className: ['mechanical'] }, stretch.was)];
}

/** What the article says. */
function standingSide(words: DeskWording, stretch: Stretch): ElementContent[] {
  if (stretch.kind === 'same') return [text(stretch.text)];
  if (stretch.kind === 'letter') {
    return stretch.now === ''
      ? [h('span', { className: ['gone'], title: `${words.gone} ${stretch.was}` }, '‸')]
      : [h('ins', { className: ['letter'], dataBy: stretch.by }, stretch.now)];
  }
  const now = stretch.now.replaceAll('¶', '');
  return now === '' ? [] : [h('ins', { className: ['mechanical'] }, now)];
}

function isDeskField(field: string): field is (typeof deskFields)[number] {
  return (deskFields as readonly string[]).includes(field);
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}

/** A hint of the key that does the same; screen readers have the list of keys. */
function key(name: string): ElementContent | string {
  return name === '' ? '' : h('kbd', { ariaHidden: 'true' }, name);
}

function colon({ words }: DeskFrame): string {
  return words === 'zh' ? '：' : ': ';
}

function renderTrail(
  frame: DeskFrame,
  steps: readonly (readonly [string, string | undefined])[],
): Element {
  const words = deskWording[frame.words];
  return h('nav', { className: ['trail'] }, [
    h('a', { href: deskAddress(frame, '') }, `${frame.paper.name} ${words.desk}`),
    ...steps.flatMap(([name, address]) => [
      ' › ',
      address === undefined ? h('span', name) : h('a', { href: deskAddress(frame, address) }, name),
    ]),
    ' ',
    h(
      'a',
      { className: ['other-language'], href: `?lang=${frame.words === 'zh' ? 'en' : 'zh'}` },
      words.otherLanguage,
    ),
  ]);
}

/**
 * An address of the desk; those of pages keep the chosen language. All end with a slash: under a base
 * path Astro answers others itself, with 404.
 */
export function deskAddress(frame: DeskFrame, path: string, isPage = true): string {
  const query = isPage && frame.isChosen ? `?lang=${frame.words}` : '';
  return `${withBase(frame, '/_desk/')}${path}${query}`;
}

function withBase({ base }: DeskFrame, address: string): string {
  return base.replace(/\/$/, '') + address;
}

function renderDocument(
  frame: DeskFrame,
  title: string,
  children: Element[],
  data: Readonly<Record<string, string>> = {},
): string {
  const words = deskWording[frame.words];
  return toHtml({
    type: 'root',
    children: [
      { type: 'doctype' },
      h('html', { lang: words.tag, ...data }, [
        h('head', [
          h('meta', { charSet: 'utf-8' }),
          h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
          h('meta', { name: 'robots', content: 'noindex' }),
          h('title', `${title} · ${words.desk}`),
          h('link', {
            rel: 'stylesheet',
            href: withBase(frame, '/src/desk/proofreading/desk.css'),
          }),
          h('script', {
            type: 'module',
            src: withBase(frame, '/src/desk/proofreading/browser/desk-page.ts'),
          }),
        ]),
        h('body', children),
      ]),
    ],
  });
}
