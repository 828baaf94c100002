import type { Byline } from '../../newspaper/byline.ts';
import { readByline } from './read-byline.ts';

export interface LeadIn {
  /** As printed, from the first character of the paragraph. */
  readonly text: string;
  readonly bylines: readonly Byline[];
  /** True where a bracket with role words was there but no name could be read from it. */
  readonly namesUnread: boolean;
  /**
   * Only a place in capitals and a dash opens it: under a headline that is a dateline, and further down as
   * likely the head of one of several notes (DÉCÈS. – …, WANTED — …).
   */
  readonly bare: boolean;
}

const bracketed = '[（(]\\s*([^（）()]{1,80}?)\\s*[)）]';

/**
 * Ways a news item opens, in the order they are tried. Group 1 or 2, where there is one, holds the roles
 * and names.
 */
const openings: readonly RegExp[] = [
  // 【本报讯】 【本报讯】记者时迁安报道： 【本報訊】（記者梁寶欣）
  /^[【〔［[]\s*本[报報刊台網网](?:[讯訊电電]|消息)\s*[】〕］\]]\s*(?:((?:记者|記者|通讯员|通訊員)[^，。：:（()）]{2,30}?)(?:报道|報導|報道)[：:]\s*|[（(]\s*((?:记者|記者|通讯员|通訊員)[^（）()]{1,60}?)\s*[)）]\s*)?/u,
  // 【新华社北京12月1日电】 〔記者王小明／台北報導〕 （中央社記者王小明台北1日電） [서울=연합뉴스]
  /^[【〔［[「]\s*([^【】〔〕［］[\]「」]{2,40}?(?:电|電|讯|訊|报道|報導|報道|消息))\s*[】〕］\]」]\s*/u,
  /^[（(]\s*((?:中央社|新华社|新華社|中新社|本報|本报)[^（）()]{2,30}?(?:电|電|讯|訊))\s*[)）]\s*/u,
  /^[【［]\s*[^【】［］＝=]{1,16}\s*[＝=]\s*([^【】［］]{2,20})\s*[】］]\s*/u,
  /^[【［][^【】［］\s\d]{1,12}(?:[\s　]*[\d０-９]{1,2}日)?[\s　]*(?:ロイター|時事|共同|AFP時事|AP)[^【】［］]{0,8}[】］]\s*/u,
  /^\[[^\]=\n]{1,20}=[^\]\n]{1,20}\]\s*(?:\p{Script=Hangul}{2,4}\s*(?:기자|특파원)\s*=\s*)?/u,
  // 本报讯（记者 …） 本报5月20日讯 本报北京12月1日电（记者…） 新华社北京12月1日电 据新华社电
  new RegExp(
    `^(?:据|據|综合|綜合)?(?:本报|本報|本刊|本台|本网|本網|本社|\\p{Script=Han}{1,4}(?:社|网|網)|\\p{Script=Han}{2,6}(?:日报|晚报|早报|晨报|时报|商报|都市报))[^\\s，、。：:（(“"]{0,16}?(?:\\s*\\d{1,2}月\\s?\\d{1,2}日)?\\s?(?:专电|專電|综合消息|消息|(?<![发發供用停充送输輸并])[电電]|讯|訊)(?![视話话台力影子网商器脑息号问飞])(?:\\s*${bracketed})?[\\s:：]*`,
    'u',
  ),
  // 本报讯 记者张三、通讯员李四报道：
  /^本[报報]讯?\s+((?:记者|記者|通讯员|通訊員)[^，。：:]{2,30}?)(?:报道|報導|報道)[：:]\s*/u,
  // LONDON, Dec. 1 (AP) — text; SPRINGFIELD, Ill. — text
  /^(?:[A-Z][A-Z.'’ -]{2,30}[A-Z.])(?:,\s[A-Z][\w. ]{1,18})?(?:,\s[A-Z][a-z]{2,8}\.?\s\d{1,2})?(?:,\s\d{4})?(?:\s?\((?=[^()]*\p{L})[^()]{2,24}\))?\s*(?:—|–|--|-{1,2}\s)\s*/u,
];

/** Reads the opening of a news item's first paragraph; undefined where it has none of its own. */
export function readLeadIn(paragraph: string): LeadIn | undefined {
  const text = paragraph.trimStart();
  for (const opening of openings) {
    const match = opening.exec(text);
    if (!match || match[0].length > 90) continue;
    const inside = match[1] ?? match[2];
    const names = inside === undefined ? undefined : readLeadInNames(inside);
    const hasRole = inside !== undefined && /记者|記者|通讯员|通訊員/.test(inside);
    return {
      text: match[0].trimEnd(),
      bylines: names ?? [],
      namesUnread: hasRole && names === undefined,
      bare: /^[\p{Lu}][\p{Lu}.'’ -]*\s*(?:—|–|--|-)\s*$/u.test(match[0]),
    };
  }
  return undefined;
}

/** `记者 林知远 何敏`, `记者王小明台北`, `中央社記者王小明台北1日電`, `山田太郎`. */
function readLeadInNames(inside: string): readonly Byline[] | undefined {
  const dated = inside
    .replace(/\s*\d{1,2}(?:月\d{1,2})?日(?:[电電讯訊])?$/u, '')
    .replace(/[电電讯訊]$/u, '');
  const direct = [inside, dated]
    .map((text) => readByline(text))
    .find((read) => read?.strength === 'strong');
  if (direct) return direct.bylines;
  const named =
    /(?:(特派|本報|本报)?(记者|記者))\s*(\p{Script=Han}{2,4}?)\s*[／/]?\s*(?:\p{Script=Han}{2,4})?\s*(?:报道|報導|報道|电|電|\d|$)/u.exec(
      inside,
    );
  if (named) {
    const name =
      named[3]!.length === 4 || named[3]!.length === 2
        ? inside.slice(inside.indexOf(named[3]!), inside.indexOf(named[3]!) + 3)
        : named[3]!;
    return [
      {
        name: /^\p{Script=Han}{2,3}$/u.test(name) ? name : named[3]!,
        role: 'reporter',
        label: `${named[1] ?? ''}${named[2]!}`,
      },
    ];
  }
  return undefined;
}
