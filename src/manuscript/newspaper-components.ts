import type { Element, ElementContent, Properties } from 'hast';
import type { Bilingual } from '../newspaper/bilingual.ts';
import { isIssueDate } from '../newspaper/issue-date.ts';
import { checkPictureFile } from './check-link.ts';

/** One attribute of a component: always a literal, `name="value"`. */
export interface ComponentAttribute {
  readonly purpose: string;
  readonly required?: boolean;
  /** Says what is wrong with a value; undefined for a good one. */
  readonly check?: (value: string) => Bilingual | undefined;
}

/** A piece of newspaper that Markdown has no mark for. A contributor may use these and no others. */
export interface NewspaperComponent {
  readonly purpose: string;
  readonly example: string;
  /** A block stands in a paragraph's place, an inline component within one. */
  readonly placement: 'block' | 'inline';
  readonly children: 'none' | 'text' | 'blocks' | 'table';
  readonly attributes: Readonly<Record<string, ComponentAttribute>>;
  readonly render: (
    attributes: Readonly<Record<string, string>>,
    children: readonly ElementContent[],
  ) => Element;
}

const isPage = (value: string): Bilingual | undefined =>
  /^[1-9]\d{0,2}$/.test(value)
    ? undefined
    : { zh: '应为版次，如 3', en: 'must be the number of a page, such as 3' };

/**
 * The closed set. Class names are for src/styles; nothing else of the site depends on them.
 * The order is that of docs and of messages: from the most used.
 */
export const newspaperComponents: Readonly<Record<string, NewspaperComponent>> = {
  Photo: {
    purpose: '图片，附图说和摄影者',
    example:
      '<Photo src="bridge.jpg" alt="大桥合龙" caption="昨日，大桥合龙。" credit="张三 摄" />',
    placement: 'block',
    children: 'none',
    attributes: {
      src: { purpose: '图片文件，与文章放在同一文件夹', required: true, check: checkPictureFile },
      alt: { purpose: '替代文字：说给看不见图片的读者', required: true },
      caption: { purpose: '图说' },
      credit: { purpose: '摄影者或来源，照报纸所印' },
    },
    render: ({ src = '', alt = '', caption, credit }) =>
      element('figure', { className: ['photo'] }, [
        element('img', { src: src.replace(/^\.\//, ''), alt }),
        ...(caption === undefined && credit === undefined
          ? []
          : [
              element('figcaption', {}, [
                ...(caption === undefined ? [] : [text(caption)]),
                ...(credit === undefined
                  ? []
                  : [text(' '), element('span', { className: ['credit'] }, [text(credit)])]),
              ]),
            ]),
      ]),
  },
  PullQuote: {
    purpose: '摘出的要语',
    example: '<PullQuote by="王五">路修好了，货就出得去。</PullQuote>',
    placement: 'block',
    children: 'blocks',
    attributes: { by: { purpose: '说话的人' } },
    render: ({ by }, children) =>
      element('figure', { className: ['pull-quote'] }, [
        element('blockquote', {}, children),
        ...(by === undefined ? [] : [element('figcaption', {}, [text(by)])]),
      ]),
  },
  Aside: {
    purpose: '文中的小方框：相关链接、名词解释、编后',
    example: '<Aside title="相关链接">\n\n此前的报道……\n\n</Aside>',
    placement: 'block',
    children: 'blocks',
    attributes: { title: { purpose: '方框的标题' } },
    render: ({ title }, children) =>
      element('aside', { className: ['aside'], ...(title && { ariaLabel: title }) }, [
        ...(title === undefined
          ? []
          : [element('p', { className: ['aside-title'] }, [text(title)])]),
        ...children,
      ]),
  },
  Crosshead: {
    purpose: '小标题，与“## 小标题”相同',
    example: '<Crosshead>一条水管</Crosshead>',
    placement: 'block',
    children: 'text',
    attributes: {},
    render: (_attributes, children) => element('h2', {}, children),
  },
  Table: {
    purpose: '有标题的表格',
    example: '<Table caption="各县产量">\n\n| 县 | 吨 |\n| --- | --- |\n| 甲 | 12 |\n\n</Table>',
    placement: 'block',
    children: 'table',
    attributes: { caption: { purpose: '表格的标题', required: true } },
    render: ({ caption = '' }, children) =>
      element(
        'div',
        { className: ['table'] },
        children.map((child) =>
          child.type === 'element' && child.tagName === 'table'
            ? { ...child, children: [element('caption', {}, [text(caption)]), ...child.children] }
            : child,
        ),
      ),
  },
  Unclear: {
    purpose: '原件模糊、未能确定的字句',
    example: '他说<Unclear note="原件折痕处，约两字">□□</Unclear>就回来。',
    placement: 'inline',
    children: 'text',
    attributes: { note: { purpose: '说明' } },
    render: ({ note }, children) =>
      element('span', { className: ['unclear'], ...(note && { title: note }) }, children),
  },
  Correction: {
    purpose: '更正：报纸印错了（识别之误直接改正文）',
    example: '<Correction date="2022-12-20">“三成”应为“四成”。</Correction>',
    placement: 'block',
    children: 'blocks',
    attributes: {
      date: {
        purpose: '更正日期',
        required: true,
        check: (value) =>
          isIssueDate(value)
            ? undefined
            : {
                zh: '应为实有的日期，如 2022-12-20',
                en: 'must be a day that is, such as 2022-12-20',
              },
      },
    },
    render: ({ date = '' }, children) =>
      element('aside', { className: ['correction'] }, [
        element('time', { dateTime: date }, [text(date)]),
        ...children,
      ]),
  },
  Jump: {
    purpose: '转版：下转、上接',
    example: '<Jump to="3">（下转第三版）</Jump>',
    placement: 'inline',
    children: 'text',
    attributes: {
      to: { purpose: '下转第几版', check: isPage },
      from: { purpose: '上接第几版', check: isPage },
    },
    render: ({ to, from }, children) =>
      element('a', { className: ['jump'], dataPage: to ?? from ?? '' }, children),
  },
};

/** The component of that name. The name is a contributor's: `<constructor>` is none. */
export function componentNamed(name: string | null): NewspaperComponent | undefined {
  return Object.hasOwn(newspaperComponents, name ?? '')
    ? newspaperComponents[name ?? '']
    : undefined;
}

function element(
  tagName: string,
  properties: Properties,
  children: readonly ElementContent[] = [],
): Element {
  return { type: 'element', tagName, properties, children: [...children] };
}

function text(value: string): ElementContent {
  return { type: 'text', value };
}
