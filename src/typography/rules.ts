import type { Element, ElementContent } from 'hast';

/**
 * How text is set, as far as CSS cannot: at every build, never written back into content/.
 *
 * Class names that these rules put into the text, for src/styles:
 *
 * | class | on | what it marks |
 * | --- | --- | --- |
 * | `lead-in` | `<b>` | 本报讯（记者 …）, 【…电】 at the head of the first paragraph |
 * | `end-credit` | `<span>` | （记者 …） that closes the last paragraph |
 * | `dash` | `<span>` | —— as one unit two cells wide |
 * | `ellipsis` | `<span>` | …… as one unit two cells wide |
 * | `speaker` | `<b>` | 问：, 答：, Q:, A: at the head of a paragraph |
 * | `number` | `<span>` | a number of several parts, which stays on one line: 0635-8240000 |
 * | `gap` | `<span>` | the blanks before the next field of a line: 联系人：周河 电话：8240000 |
 * | | `<wbr>` | where a line may end and browsers think it may not: 说“GDP”增 |
 *
 * Of set pieces (set-pieces.ts), before the rules:
 *
 * | class | on | what it marks |
 * | --- | --- | --- |
 * | `entry` | `<p>`, `text-line` | an item of a list; `names`: of names; `wide`: wider than a column of a page; `unbound`: words may part |
 * | `entry-head` | `<p>`, `text-line` | what the items behind it are under |
 * | `salutation`, `sign-off` | `<p>`, `text-line` | 称呼, 落款 |
 * | `ragged` | `<p>` | what is not to be justified in a narrow column |
 * | `text-line` | `<span>` | a line of a paragraph that has several |
 * | `field` | `<span>` | one of what a line gives side by side; `room-3`: its least width in ems; `figure`: flush at its end |
 * | `field-rest` | `<span>` | one that turns over within its line: the last, or one wider than a column has room for |
 * | `pad` | `<span>` | the blank within 李 明 |
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
  /**
   * `first` and `last`: the article's first and last paragraph; `heads`: the head of each paragraph;
   * `every`: each run of text in it.
   */
  readonly scope: 'first' | 'last' | 'heads' | 'every';
  /** Which stretch of a text it marks, and with what. Global, so that `every` finds all. */
  readonly shape: RegExp;
  readonly mark: { readonly tagName: 'b' | 'span'; readonly className: string } | LineEnd;
}

interface LineEnd {
  readonly tagName: 'wbr';
}

const agency = '(?:本[报刊台网報臺網]|[\\p{Script=Han}]{2,6}社)';

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
      ['本報訊（記者 張三）雨。', '<b class="lead-in">本報訊（記者 張三）</b>雨。'],
      ['【本报讯】昨日雨。', '<b class="lead-in">【本报讯】</b>昨日雨。'],
      ['本报讯 昨日雨。', '<b class="lead-in">本报讯</b> 昨日雨。'],
      ['本报是一张小报（创刊于去年）。', '本报是一张小报（创刊于去年）。'],
      ['他说：“本报讯（记者 张三）写错了。”', '他说：“本报讯（记者 张三）写错了。”'],
    ],
    scope: 'first',
    shape: new RegExp(
      `^(?:【[^】\\n]{2,30}】|${agency}[^，。！？；：“”（）\\n]{0,20}[讯电訊電](?:\\s?（[^（）\\n]{2,60}）|(?=\\s)))`,
      'gu',
    ),
    mark: { tagName: 'b', className: 'lead-in' },
  },
  {
    id: 'dateline',
    after: [],
    languages: ['en'],
    why: '英文报的电头是大写的地名和一个破折号，与正文分开。',
    examples: [
      ['SALTMOUTH — The light stands.', '<b class="lead-in">SALTMOUTH —</b> The light stands.'],
      ["ST. MARY'S, Thursday — Rain.", '<b class="lead-in">ST. MARY’S, Thursday —</b> Rain.'],
      ['A — the first letter.', 'A — the first letter.'],
      ['Rain — and more of it.', 'Rain — and more of it.'],
    ],
    scope: 'first',
    shape: /^[A-Z][A-Z .’'-]{2,30}(?:, [A-Z][A-Za-z]+\.?(?: \d{1,2})?)? ?[—–](?=\s)/gu,
    mark: { tagName: 'b', className: 'lead-in' },
  },
  {
    id: 'speaker',
    after: [],
    languages: ['zh', 'en'],
    why: '访谈里“问”“答”是栏头，不是话：报纸用黑体，读者好一眼找到下一问。只认段首、只认问答二字；人名由编辑自己加粗。',
    examples: [
      ['问：停了多少年？', '<b class="speaker">问：</b>停了多少年？'],
      ['答：14年。', '<b class="speaker">答：</b>14年。'],
      ['记者问：停了多少年？', '记者问：停了多少年？'],
      ['他答：14年。', '他答：14年。'],
    ],
    scope: 'heads',
    shape: /^(?:[问問答]：|[QA]: )/gu,
    mark: { tagName: 'b', className: 'speaker' },
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
      /(?<=[。！？”…])（(?:本[报刊台報臺]|特约|特約)?(?:记者|記者|通讯员|通訊員|评论员|評論員|作者|供稿|综合|綜合)[^（）\n]{0,40}）$/gu,
    mark: { tagName: 'span', className: 'end-credit' },
  },
  {
    id: 'gap',
    after: [],
    languages: ['zh', 'en'],
    why: '“联系人：周河 电话：8240000”是几项排在一行，项与项之间空一字以上；网页把连写的空格并成一个，要单独空开。',
    examples: [
      ['联系人：周河 电话：8240000', '联系人：周河<span class="gap"> </span>电话：8240000'],
      ['时间：上午　地点：渡口', '时间：上午<span class="gap">　</span>地点：渡口'],
      ['May 7, 11:40 — Lost: a glove', 'May 7, 11:40 — Lost: a glove'],
      ['他说：今天 明天都去。', '他说：今天 明天都去。'],
      ['他说：“好。” 又问：“去吗？”', '他说：“好。” 又问：“去吗？”'],
    ],
    scope: 'every',
    shape:
      /(?<=^[^。！？“”]{0,80}[：:][^：:。！？“”]{1,40}(?<![—–]))[ \u3000]+(?=[\p{Script=Han}A-Z][\p{Script=Han}A-Za-z]{1,11}[：:])/gu,
    mark: { tagName: 'span', className: 'gap' },
  },
  {
    id: 'number',
    after: [],
    languages: ['zh', 'en'],
    why: '电话、日期这样带连字符的号码是一个整体，不在当中换行（CLREQ 3.1.10）；浏览器却在数字间的连字符后面断开。',
    examples: [
      ['电话0635-8240000。', '电话<span class="number">0635-8240000</span>。'],
      ['Ring 400-123-4567.', 'Ring <span class="number">400-123-4567</span>.'],
      ['气温零下3-5度，比分3-2。', '气温零下3-5度，比分3-2。'],
    ],
    scope: 'every',
    shape: /(?<![\d-])\d{2,8}(?:-\d{2,8}){1,3}(?![\d-])/gu,
    mark: { tagName: 'span', className: 'number' },
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
  {
    id: 'line-end',
    after: ['lead-in', 'end-credit', 'dash', 'ellipsis'],
    languages: ['zh'],
    why: '引号外面可以换行。UAX #14 的 LB19a 只在引号两边都是汉字时才许：引号挨着西文、数字，“说“GDP”增长”就粘成一串，窄栏里前一行空出一大块。',
    examples: [
      ['他说“GDP”增长', '他说<wbr>“GDP”<wbr>增长'],
      ['“十四五”2025年收官', '“十四五”<wbr>2025年收官'],
      ['采用GB“国标”', '采用GB<wbr>“国标”'],
      ['说：“GDP”。', '说：“GDP”。'],
      ['他说“好”就走', '他说“好”就走'],
    ],
    scope: 'every',
    shape:
      /(?<=\p{Script=Han})(?=[“‘][A-Za-z0-9])|(?<=[A-Za-z0-9])(?=[“‘]\p{Script=Han})|(?<=[A-Za-z0-9%][”’])(?=\p{Script=Han})|(?<=\p{Script=Han}[”’])(?=[A-Za-z0-9])/gu,
    mark: { tagName: 'wbr' },
  },
];

/** A stretch of text with what its rule makes of it. */
export function markStretch(rule: TypographyRule, text: string): Element {
  if (rule.mark.tagName === 'wbr') {
    return { type: 'element', tagName: 'wbr', properties: {}, children: [] };
  }
  const children: ElementContent[] = [{ type: 'text', value: text }];
  return {
    type: 'element',
    tagName: rule.mark.tagName,
    properties: { className: [rule.mark.className] },
    children,
  };
}
