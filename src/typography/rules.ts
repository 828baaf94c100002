import type { Element, ElementContent } from 'hast';

/**
 * How Chinese is set, as far as CSS cannot: at every build, never written back into content/.
 *
 * Class names that these rules put into the text, for src/styles:
 *
 * | class | on | what it marks |
 * | --- | --- | --- |
 * | `lead-in` | `<b>` | 本报讯（记者 …）, 【…电】 at the head of the first paragraph |
 * | `end-credit` | `<span>` | （记者 …） that closes the last paragraph |
 * | `dash` | `<span>` | —— as one unit two cells wide |
 * | `ellipsis` | `<span>` | …… as one unit two cells wide |
 */
export interface TypographyRule {
  /** Its heading in the docs and its name in tests. */
  readonly id: string;
  /** Ids of the rules that must have run before this one. */
  readonly after: readonly string[];
  /** Primary language subtags that it is made for. */
  readonly languages: readonly string[];
  readonly why: string;
  /** Pairs of text and HTML that the rule's test reads; equal where it must not change. */
  readonly examples: readonly (readonly [before: string, after: string])[];
  /** `first` and `last`: the article's first and last paragraph; `every`: each run of text in it. */
  readonly scope: 'first' | 'last' | 'every';
  /** Which stretch of a text it marks, and with what. Global, so that `every` finds all. */
  readonly shape: RegExp;
  readonly mark: { readonly tagName: 'b' | 'span'; readonly className: string };
}

const agency = '(?:本报|本刊|本台|本网|[\\p{Script=Han}]{2,6}社)';

export const typographyRules: readonly TypographyRule[] = [
  {
    id: 'lead-in',
    after: [],
    languages: ['zh'],
    why: '电头与“本报讯（记者 …）”不是正文的话，报纸用黑体把它与正文分开。只认段首；CSS 没有“到右括号为止”的选择器。',
    examples: [
      ['本报讯（记者 张三）昨日雨。', '<b class="lead-in">本报讯（记者 张三）</b>昨日雨。'],
      ['本报讯 （通讯员 李四）昨日雨。', '<b class="lead-in">本报讯 （通讯员 李四）</b>昨日雨。'],
      ['本报5月20日讯（记者 张三）雨。', '<b class="lead-in">本报5月20日讯（记者 张三）</b>雨。'],
      [
        '新华社北京12月18日电（记者张三）雨。',
        '<b class="lead-in">新华社北京12月18日电（记者张三）</b>雨。',
      ],
      ['【本报讯】昨日雨。', '<b class="lead-in">【本报讯】</b>昨日雨。'],
      ['本报讯 昨日雨。', '<b class="lead-in">本报讯</b> 昨日雨。'],
      ['本报是一张小报（创刊于去年）。', '本报是一张小报（创刊于去年）。'],
      ['他说：“本报讯（记者 张三）写错了。”', '他说：“本报讯（记者 张三）写错了。”'],
    ],
    scope: 'first',
    shape: new RegExp(
      `^(?:【[^】\\n]{2,30}】|${agency}[^，。！？；：“”（）\\n]{0,20}[讯电](?:\\s?（[^（）\\n]{2,60}）|(?=\\s)))`,
      'gu',
    ),
    mark: { tagName: 'b', className: 'lead-in' },
  },
  {
    id: 'end-credit',
    after: ['lead-in'],
    languages: ['zh'],
    why: '末段括号里的作者是署名，不是正文：报纸用楷体或小一号字排在段尾。',
    examples: [
      ['雨停了。（记者 张三）', '雨停了。<span class="end-credit">（记者 张三）</span>'],
      ['雨停了。（本报评论员）', '雨停了。<span class="end-credit">（本报评论员）</span>'],
      ['雨停了（昨日）。', '雨停了（昨日）。'],
      ['雨停了。（下转第3版）', '雨停了。（下转第3版）'],
    ],
    scope: 'last',
    shape:
      /(?<=[。！？”…])（(?:本报|本刊|本台|特约)?(?:记者|通讯员|评论员|作者|供稿|综合)[^（）\n]{0,40}）$/gu,
    mark: { tagName: 'span', className: 'end-credit' },
  },
  {
    id: 'dash',
    after: ['lead-in', 'end-credit'],
    languages: ['zh', 'ja'],
    why: '破折号占两格，中间不断开（CLREQ 3.1.2、3.1.10）；许多字体的两个 — 之间有缝，要单独给字体和字距。',
    examples: [
      [
        '他——那个人——来了。',
        '他<span class="dash">——</span>那个人<span class="dash">——</span>来了。',
      ],
      ['1937—1945年', '1937—1945年'],
    ],
    scope: 'every',
    shape: /——|⸺/gu,
    mark: { tagName: 'span', className: 'dash' },
  },
  {
    id: 'ellipsis',
    after: ['lead-in', 'end-credit'],
    languages: ['zh', 'ja'],
    why: '省略号占两格，居中（CLREQ 3.1.2）；西文字体把 … 放在基线上，要单独给字体。',
    examples: [['等等……就这样。', '等等<span class="ellipsis">……</span>就这样。']],
    scope: 'every',
    shape: /……/gu,
    mark: { tagName: 'span', className: 'ellipsis' },
  },
];

/** A stretch of text with what its rule makes of it. */
export function markStretch(rule: TypographyRule, text: string): Element {
  const children: ElementContent[] = [{ type: 'text', value: text }];
  return {
    type: 'element',
    tagName: rule.mark.tagName,
    properties: { className: [rule.mark.className] },
    children,
  };
}
