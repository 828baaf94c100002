import type { Element, ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { memoizeWeakly } from '../../archive/memoize.ts';
import { absoluteBody } from '../absolute-html.ts';
import type { ExportedArticle, ExportedPicture } from '../export-article.ts';

/** The article as a feed reader shows it: what stands around the body on the page, then the body. */
export const feedContent = memoizeWeakly((article: ExportedArticle): string => {
  const { kicker, deck, standfirst, signature, pictures, corrections } = article;
  const head: Element[] = [
    ...(kicker ? [paragraph(kicker)] : []),
    ...(deck ? [paragraph(deck)] : []),
    ...(standfirst ? [element('p', [element('strong', [text(standfirst)])])] : []),
    ...(signature.length > 0 ? [paragraph(joinSigned(signature))] : []),
    ...pictures.map(figure),
  ];
  const foot: Element[] = [
    ...corrections.map((correction) =>
      element('aside', [paragraph(`${correction.date} ${correction.text}`)]),
    ),
    element('p', [
      element('small', [
        text(`${article.dateText} `),
        { ...element('a', [text(article.page.title)]), properties: { href: article.page.address } },
      ]),
    ]),
  ];
  return [write(head), absoluteBody(article), write(foot)].join('\n');
});

/** Groups of names in one line, as a paper of that script parts them. */
export function joinSigned(signature: readonly string[]): string {
  return signature.join(signature.some((text) => /\p{Script=Han}/u.test(text)) ? '　' : '; ');
}

/** Both in one line, parted as a paper of that script does. */
export function captionWithCredit({
  caption,
  credit,
}: Pick<ExportedPicture, 'caption' | 'credit'>): string {
  const parts = [caption, credit].filter((part) => part !== undefined && part !== '');
  return parts.join(parts.some((part) => /\p{Script=Han}/u.test(part!)) ? '　' : ' ');
}

/** A picture with its caption and credit. */
export function figure({ caption, credit, ...image }: ExportedPicture): Element {
  const { src, alt, width, height } = image;
  return element('figure', [
    { ...element('img', []), properties: { src, alt, width, height } },
    ...(caption || credit
      ? [element('figcaption', [text(captionWithCredit({ caption, credit }))])]
      : []),
  ]);
}

function write(children: Element[]): string {
  return toHtml({ type: 'root', children }, { closeSelfClosing: true });
}

function paragraph(value: string): Element {
  return element('p', [text(value)]);
}

function element(tagName: string, children: readonly ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children: [...children] };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
