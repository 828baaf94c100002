import type { ProseBlock } from './prose-block.ts';
import type { ProseFault, ProseRule } from './prose-rule.ts';
import { makeTraditionalForms } from './traditional-forms.ts';
import { misreadRen } from './misread-ren.ts';

const han = '\\p{Script=Han}';
/** Half-width mark -> the one of GB/T 15834 in a Chinese sentence. */
const fullWidth: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '?': '？',
  '!': '！',
};

/**
 * The faults of prose that a machine can see, in the order in which they are told. Where two would
 * mend the same place, the earlier row does.
 */
export const proseRules: readonly ProseRule[] = [
  {
    id: 'placeholder-text',
    language: 'any',
    message: { zh: '这里还是新建文章时的占位文字', en: 'This is still the text of a new article' },
    action: { zh: '写上正文', en: 'Write the article' },
    why: '`npm run new` leaves it; published, it would be the first thing a reader sees.',
    examples: [{ wrong: '（在这里写正文：一段一个自然段，段与段之间空一行。）' }],
    clean: [
      '（在这里写信的人，多半不留姓名。）',
      '新建的文章有一句“（在这里写正文：一段。）”，发布前要换掉。',
      '题下有（在这里写正文：一段。）',
    ],
    find: ({ text }) => matches(text, /^（在这里写正文：.*）$/gu),
  },
  {
    id: 'indent-blanks',
    language: 'any',
    message: {
      zh: '段首不应有空白，现有 {count} 个',
      en: '{count} blanks at the head of a paragraph',
    },
    action: { zh: '删去：首行缩进由版式来做', en: 'Remove them: the layout indents paragraphs' },
    why: 'Pasted from word processors. CLREQ 3.1.5 sets the indent in layout; both would indent by four.',
    examples: [
      { wrong: '　　昨天，渡口修好了。', right: '昨天，渡口修好了。' },
      { wrong: '\u00a0　昨天，渡口修好了。', right: '昨天，渡口修好了。' },
    ],
    clean: ['昨天，渡口修好了。', '昨天，　渡口修好了。　'],
    find: ({ text, kind }) =>
      kind === 'title'
        ? []
        : matches(text, /^[\u3000\u00a0 ]+(?=\S)/gu).map((fault) => ({
            ...fault,
            instead: '',
            values: { count: fault.end - fault.start },
          })),
  },
  {
    id: 'full-width-digit',
    language: 'zh',
    message: {
      zh: '数字应为半角，现为“{found}”',
      en: 'Digits should be half-width, found {found}',
    },
    action: { zh: '写作 {instead}', en: 'Write {instead}' },
    why: 'GB/T 15835 sets Arabic numerals half-width; readers and search type them so. The two forms are one number (NFKC).',
    examples: [
      { wrong: '全长２０２２米。', right: '全长2022米。' },
      { wrong: '３．１４和０.９９，还有１.', right: '3.14和0.99，还有1.' },
      { wrong: '４．５．６', right: '4.5.6' },
    ],
    clean: ['全长2022米，一百二十人参加。', 'Ａ．Ｂ．和／：两旁'],
    find: ({ text }) =>
      matches(text, /[\uff10-\uff19]+(?:[.．][\uff10-\uff19]+)*/gu).map((fault) =>
        replacing(text, fault, (found) => found.normalize('NFKC')),
      ),
  },
  {
    id: 'half-width-punctuation',
    language: 'zh',
    message: {
      zh: '中文句子里应为全角“{instead}”，现为半角“{found}”',
      en: 'Expected {instead} in a Chinese sentence, found {found}',
    },
    action: { zh: '改为“{instead}”', en: 'Write {instead}' },
    why: 'GB/T 15834. Mended only between Han, where no number, time, address or Latin word can want the half-width mark.',
    examples: [
      { wrong: '昨天,渡口修好了。', right: '昨天，渡口修好了。' },
      { wrong: '他说:路通了!货就出得去。', right: '他说：路通了！货就出得去。' },
      { wrong: '修好了吗?', right: '修好了吗？' },
      { wrong: '修好了;通船了:能走了;', right: '修好了；通船了：能走了；' },
      { wrong: '“路通了”,（船来了）!《渡口》:“好”', right: '“路通了”，（船来了）！《渡口》：“好”' },
      { wrong: '路通了,“好”;（完）', right: '路通了，“好”；（完）' },
    ],
    clean: [
      '早上8:30开船，比分3:2。',
      'AT&T, Inc.在中国。',
      '电话0635-1234567，增长3,200户。',
      'Who?',
      '修好了 ,',
    ],
    find: ({ text }) =>
      [
        ...matches(text, new RegExp(`(?<=[${han}”）》])[,;:?!](?=[${han}“（《])`, 'gu')),
        ...matches(text, new RegExp(`(?<=${han})[?!;,:](?=\\n|$)`, 'gu')),
      ].map((fault) => replacing(text, fault, (found) => fullWidth[found]!)),
  },
  {
    id: 'half-width-stop',
    language: 'zh',
    message: {
      zh: '句末应为“。”，现为半角“.”',
      en: 'Expected 。 at the end, found a half-width stop',
    },
    action: { zh: '改为“。”', en: 'Write 。' },
    why: 'Only at the end of a paragraph behind Han: elsewhere it may be an abbreviation or a decimal point.',
    examples: [{ wrong: '渡口修好了.', right: '渡口修好了。' }],
    clean: ['圆周率约为3.14', 'Mr. Li', '他说……', '第3.', '修好了.再来', '图一.jpg'],
    find: ({ text }) =>
      matches(text, new RegExp(`(?<=${han})\\.(?=$)`, 'gu')).map((fault) => ({
        ...fault,
        instead: '。',
      })),
  },
  {
    id: 'half-width-bracket',
    language: 'zh',
    message: {
      zh: '中文里应为全角括号（ ），现为“{found}”',
      en: 'Expected full-width brackets, found {found}',
    },
    action: { zh: '写作 {instead}', en: 'Write {instead}' },
    why: 'GB/T 15834. Mended only as a pair around text with Han in it: `(1)`, `f(x)` and formulas stay.',
    examples: [
      {
        wrong: '本报讯(记者 马小河)昨天，渡口修好了。',
        right: '本报讯（记者 马小河）昨天，渡口修好了。',
      },
      { wrong: '(渡)口(abc渡)和(口123)', right: '（渡）口（abc渡）和（口123）' },
      { wrong: '((渡口))', right: '(（渡口）)' },
    ],
    clean: [
      '图(1)所示。',
      '本报讯（记者 马小河）昨天。',
      'BBC (London)报道。',
      '渡口()修好了',
      '渡口(修好了',
      '渡口)修好了(',
      '(London)渡口(1)',
    ],
    find: ({ text }) =>
      matches(text, new RegExp(`\\([^()（）\\n]*${han}[^()（）\\n]*\\)`, 'gu')).map((fault) =>
        replacing(text, fault, (found) => `（${found.slice(1, -1)}）`),
      ),
  },
  {
    id: 'straight-quote',
    language: 'zh',
    message: { zh: '引号应为“ ”，现为直引号', en: 'Expected “ ”, found straight quotes' },
    action: { zh: '前引号写作“，后引号写作”', en: 'Write “ and ”' },
    why: 'GB/T 15834. Mended only where a paragraph has an even number of them, so that each has one meaning.',
    examples: [
      { wrong: '他说"路通了"，又说"好"。', right: '他说“路通了”，又说“好”。' },
      { wrong: '他说"路通了。' },
      { wrong: '"路"通"了' },
    ],
    clean: ['他说“路通了”。', '5" 屏幕', 'He said "yes".'],
    find: ({ text, kind }) => {
      if (kind === 'title' || !new RegExp(han, 'u').test(text)) return [];
      const found = matches(text, /(?<![\d])"/gu);
      const even = found.length % 2 === 0;
      return found.map((fault, index) =>
        even ? { ...fault, instead: index % 2 === 0 ? '“' : '”' } : fault,
      );
    },
  },
  {
    id: 'quotes-unpaired',
    language: 'zh',
    message: { zh: '“{found}”没有与之配对的“{pair}”', en: '{found} has no {pair} to pair with' },
    action: {
      zh: '补上，或删去多出的一个；照印如此的，写进 allow',
      en: 'Add it, or remove the odd one',
    },
    why: 'A speech over several paragraphs opens each and closes the last only (Chicago 13.32, and Chinese usage): such openings are fine.',
    examples: [
      { wrong: '他说：“路通了。' },
      { wrong: '他说路通了。”' },
      { wrong: '读了《渡口一书。' },
      ...[
        ...['〈渡口', '渡口〉', '（渡口', '渡口）', '【渡口', '渡口】', '「渡口', '渡口」'],
        ...['『渡口', '渡口』', '‘渡口', '渡口’', '《渡口〉》', '“一段”。“二段', '十二三四）修路'],
      ].map((wrong) => ({ wrong })),
      // Only a speech goes on in the next paragraph, and only where that opens with it again.
      { wrong: '‘一、修路。\n‘二、造桥。’' },
      { wrong: '“一、修路。\n二、造桥。”' },
      { wrong: '修路。一）造桥。二）' },
    ],
    clean: [
      '他说：“路通了，‘货’就出得去。”',
      '“一、修路。\n“二、造桥。”',
      '（一）修路',
      '1）修路',
      '十二）造桥',
      'iii）通船',
      '《〈渡口〉序》【「『通』船」】',
      'Li’s boat, the boatmen’s',
    ],
    find: findUnpaired,
  },
  {
    id: 'blank-in-word',
    language: 'zh',
    message: { zh: '“{word}”中间有空格', en: 'A blank within the word {word}' },
    action: { zh: '删去空格', en: 'Remove the blank' },
    why: 'Left from the end of a printed line. Told only where a word of the dictionary (ICU) stands across the blank and running text on both sides: lists of names keep their gaps.',
    examples: [
      {
        wrong: '县城乡供水服务中心的工作效 率真高，大家都满意。',
        right: '县城乡供水服务中心的工作效率真高，大家都满意。',
      },
      { wrong: '两岸的人民群 众又能坐船往来了。', right: '两岸的人民群众又能坐船往来了。' },
      ...['。', '！', '？', '……'].map((stop) => ({
        wrong: `县里的工作效　 率真高${stop}`,
        right: `县里的工作效率真高${stop}`,
      })),
      // Six Han, three of them before the blank, are the fewest; quotes that are closed are over.
      { wrong: '都说，工作效 率真高，好。', right: '都说，工作效率真高，好。' },
      { wrong: '他说“好”，工作效 率真高。', right: '他说“好”，工作效率真高。' },
      { wrong: '读《渡口》，工作效 率真高。', right: '读《渡口》，工作效率真高。' },
      { wrong: '他说‘好’，工作效 率真高。', right: '他说‘好’，工作效率真高。' },
    ],
    clean: [
      '本报讯（记者 马小河 通讯员 李明）昨天，渡口修好了。',
      '张明 李强 王国',
      '渡口夜话 第三讲',
      '启动“壮族三月三 八桂嘉年华”活动，为期一个月。',
      '县里的工作效 率真高',
      '县里的工作效 率真高，',
      '都说，工作效 率高，好。',
      '都说，作效 率真高的，好。',
      '启动“工作效 率真高”活动。',
      '启动《工作效 率真高》活动。',
      '启动‘工作效 率真高’活动。',
      '渡口的船来了 大家都高兴。',
      '本报记者 者也之乎都来了。',
    ],
    find: findBlanksInWords,
  },
  {
    id: 'bare-address',
    language: 'zh',
    message: { zh: '网址之后紧接中文', en: 'Chinese follows an address at once' },
    action: { zh: '写作 {instead}', en: 'Write {instead}' },
    why: 'GFM 6.9 ends an address at a blank, which Chinese does not have: other readers of the file link the sentence too.',
    examples: [
      {
        wrong: '详见https://example.org/a了解。',
        right: '详见[https://example.org/a](https://example.org/a)了解。',
      },
      ...['，', '。', '；', '：', '！', '？', '）'].map((mark) => ({
        wrong: `详见http://a.example/b${mark}`,
        right: `详见[http://a.example/b](http://a.example/b)${mark}`,
      })),
    ],
    clean: [
      '详见 https://example.org/a 。',
      '详见[网站](https://example.org/a)了解。',
      '详见https://example.org/a',
      '详见www.example.org了解。',
      '以https://开头。',
    ],
    find: ({ text }) =>
      matches(text, new RegExp(`https?://[!-~]+(?=[${han}，。；：！？）])`, 'gu')).map((fault) =>
        replacing(text, fault, (found) => `[${found}](${found})`),
      ),
  },
  {
    id: 'half-width-tilde',
    language: 'zh',
    message: { zh: '表示范围应为“～”，现为半角“~”', en: 'Expected ～ for a range, found ~' },
    action: { zh: '改为“～”', en: 'Write ～' },
    why: 'GB/T 15835 4.3. Two half-width ones in a paragraph are a deletion to many readers of Markdown.',
    examples: [
      { wrong: '气温3~5℃，风力7~8级。', right: '气温3～5℃，风力7～8级。' },
      { wrong: '增长5%~10%，气温3℃~5℃', right: '增长5%～10%，气温3℃～5℃' },
      { wrong: '北纬3°~5°，气温2~-3℃，周一~周五', right: '北纬3°～5°，气温2～-3℃，周一～周五' },
    ],
    clean: ['气温3～5℃。', '详见 https://example.org/~zhang 。', '~100人', 'a~b', '第3~'],
    find: ({ text }) =>
      matches(text, new RegExp(`(?<=[\\d%℃°${han}])~(?=[-\\d${han}])`, 'gu')).map((fault) => ({
        ...fault,
        instead: '～',
      })),
  },
  {
    id: 'repeated-paragraph',
    language: 'any',
    message: {
      zh: '这一段与本篇第 {number} 段相同',
      en: 'The same as block {number} of this article',
    },
    action: { zh: '多半印重或导入了两次：删去一段', en: 'Probably doubled: remove one' },
    why: 'Verses and refrains are short: from 12 characters on a paragraph is not said twice.',
    examples: [
      { wrong: '昨天，渡口修好了，两岸通船。\n大家都来看。\n昨天，渡口修好了，两岸通船。' },
      { wrong: '昨天渡口修好，两岸通船。\n昨天渡口修好，两岸通船。' },
    ],
    clean: [
      '啊，渡口！\n两岸的灯火。\n啊，渡口！',
      '渡口修好了，两岸通船。\n渡口修好了，两岸通船。',
      '昨天，渡口修好了，两岸通船。\n今天，渡口修好了，两岸通船。',
    ],
    find: ({ text, kind }, { blocks, index }) => {
      if (kind !== 'paragraph' || text.length < 12) return [];
      const first = blocks.findIndex((other) => other.kind === kind && other.text === text);
      const number = blocks.slice(0, first + 1).filter((other) => other.kind === kind).length;
      return first < index ? [{ start: 0, end: text.length, values: { number } }] : [];
    },
  },
  {
    id: 'ghost-line',
    language: 'zh',
    message: {
      zh: '这一段像是上一段末行的重影（同一行被识别了两次）',
      en: 'This looks like the last line of the paragraph above, read twice',
    },
    action: { zh: '对照原版；若是重影，删去', en: 'Compare with the page; remove it if it is' },
    why: 'Four in five of its characters, in order, end the paragraph above. Never removed without a person.',
    examples: [
      {
        wrong:
          '优化营商环境，全面提升服务水平，以供水微服务优化营商大环境。\n况，以供水微服务优化营商大环。',
      },
      // Of eight characters, the fewest; of sixty, the most; of ten, eight are four in five.
      { wrong: '渡口全面提升服务水平\n全面提升服务水乎' },
      {
        wrong: `昨天，${'老船工和新渡口的人'.repeat(7).slice(0, 60)}\n${'老船工和新渡口的人'.repeat(7).slice(0, 60)}`,
      },
      { wrong: '以供水微服务优化营商环境\n微服务忧化营商环境。' },
      { wrong: '微服务优化营商环境都好了一些\n微服务优化营商环境' },
    ],
    clean: [
      '渡口修好了，两岸的人又能坐船往来。\n昨天一早，船工老马升起了帆。',
      '渡口全面提升服务水平\n面提升服务水平',
      `昨天，${'老船工和新渡口的人'.repeat(7).slice(0, 61)}\n${'老船工和新渡口的人'.repeat(7).slice(0, 61)}`,
      '以供水微服务优化营商环境\n微服务忧化营商坏境。',
      // As long as the one above: a sentence built like it. And what began the one above.
      '一等奖归渡口的船工老马\n二等奖归渡口的船工老马',
      '微服务优化营商环境，两岸的人都来了，都说好\n微服务优化营商环境',
    ],
    find: ({ text, kind }, { blocks, index }) => {
      const before = blocks[index - 1];
      if (kind !== 'paragraph' || before?.kind !== kind) return [];
      if (text.length < 8 || text.length > 60 || before.text.length <= text.length) return [];
      const share = commonLength(text, before.text.slice(-text.length - 6)) / text.length;
      return share >= 0.8 ? [{ start: 0, end: text.length }] : [];
    },
  },
  {
    id: 'misread-ren',
    language: 'zh-Hans',
    message: {
      zh: '“{found}”多半是“{likely}”：人、入形近',
      en: '{found} is probably {likely}: 人 and 入 look alike',
    },
    action: { zh: '对照原版；确是“{likely}”就改', en: 'Compare with the page and mend' },
    why: 'The commonest confusion of recognised pages. Told, not mended: names and quotations may hold either.',
    examples: [{ wrong: '深人开展调查。' }, { wrong: '工作入员到场。' }],
    clean: ['有人口，有人气，步人后尘。', '深入开展调查，工作人员到场，收人钱财。'],
    find: ({ text }) =>
      misreadRen.flatMap(({ wrong, likely }) =>
        matches(text, wrong).map((fault) => ({
          ...fault,
          values: { found: text.slice(fault.start, fault.end), likely },
        })),
      ),
  },
  {
    id: 'mixed-traditional',
    language: 'zh-Hans',
    message: {
      zh: '简体文中有繁体字“{found}”',
      en: 'A traditional character {found} in simplified text',
    },
    action: {
      zh: '若非人名、书法等照印的字，写作“{likely}”',
      en: 'Write {likely}, unless it is a name or printed so',
    },
    why: 'Only characters that GB 2312 does not have, and that stand for one simplified character alone (OpenCC); not where a tenth of the text is traditional, which is a quotation. Told, not mended: of ten in 15,732 clean articles ten were names (麦宗樑, 日昇昌).',
    examples: [
      {
        wrong: '渡口修好了，兩岸的人都来了，大家说这下方便了许多。',
      },
      // A tenth of the Han is the most that is no quotation.
      { wrong: '渡口修好了，兩岸都通船。' },
    ],
    clean: ['渡口修好，兩岸都通船。', '蓦然回首，著作等身，乾隆年间。', '書法作品：兩岸猿聲啼不住'],
    find: ({ text }) => {
      const forms = traditionalForms();
      const found = [...text.matchAll(/\p{Script=Han}/gu)].filter(({ 0: character }) =>
        forms.has(character),
      );
      if (found.length === 0 || found.length * 10 > [...text.matchAll(/\p{Script=Han}/gu)].length)
        return [];
      return found.map(({ index, 0: character }) => ({
        start: index,
        end: index + character.length,
        values: { found: character, likely: forms.get(character)! },
      }));
    },
  },
];

let forms: ReadonlyMap<string, string> | undefined;
function traditionalForms(): ReadonlyMap<string, string> {
  return (forms ??= makeTraditionalForms());
}

function matches(text: string, shape: RegExp): ProseFault[] {
  return Array.from(text.matchAll(shape), ({ 0: found, index }) => ({
    start: index,
    end: index + found.length,
  }));
}

function replacing(
  text: string,
  fault: ProseFault,
  replace: (found: string) => string,
): ProseFault {
  const found = text.slice(fault.start, fault.end);
  const instead = replace(found);
  return { ...fault, instead, values: { found, instead } };
}

const pairs: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '《': '》',
  '〈': '〉',
  '（': '）',
  '【': '】',
  '「': '」',
  '『': '』',
};
const openingOf = new Map(Object.entries(pairs).map(([open, close]) => [close, open]));

function findUnpaired(
  { text, kind }: ProseBlock,
  { blocks, index }: { readonly blocks: readonly ProseBlock[]; readonly index: number },
): ProseFault[] {
  const open: { mark: string; at: number }[] = [];
  const faults: ProseFault[] = [];
  const report = (at: number, mark: string, pair: string): void => {
    faults.push({ start: at, end: at + 1, values: { found: mark, pair } });
  };
  for (let at = 0; at < text.length; at += 1) {
    const mark = text[at]!;
    if (mark in pairs) open.push({ mark, at });
    const wanted = openingOf.get(mark);
    if (wanted === undefined) continue;
    if (mark === '’' && /[A-Za-z]/.test(text[at - 1] ?? '')) continue;
    // `1）` and `一）` number a point.
    if (
      mark === '）' &&
      /^[\d一二三四五六七八九十a-zA-Z]{1,3}$/.test(
        text.slice(Math.max(0, text.lastIndexOf('\n', at) + 1), at),
      )
    )
      continue;
    const last = open.findLastIndex((other) => other.mark === wanted);
    if (last === -1) report(at, mark, wanted);
    else open.splice(last, 1);
  }
  const next = blocks[index + 1];
  for (const { mark, at } of open) {
    const goesOn = kind === 'paragraph' && mark === '“' && next?.text.startsWith('“') === true;
    if (!goesOn) report(at, mark, pairs[mark]!);
  }
  return faults.sort((left, right) => left.start - right.start);
}

const words = new Intl.Segmenter('zh', { granularity: 'word' });
/** What stands before a name: `记者 马小河`. */
const roles = /(?:记者|通讯员|作者|摄影|摄|编辑|编译|校对|文|图|撰稿|整理|主任|同志|先生|女士)$/u;

function findBlanksInWords({ text, kind }: ProseBlock): ProseFault[] {
  if (kind !== 'paragraph' || !/[。！？”…]$/u.test(text)) return [];
  const faults: ProseFault[] = [];
  for (const { 0: blanks, index } of text.matchAll(
    /(?<=\p{Script=Han})[ \u3000\u00a0]+(?=\p{Script=Han})/gu,
  )) {
    const before = /\p{Script=Han}+$/u.exec(text.slice(Math.max(0, index - 12), index))![0];
    const after = /^\p{Script=Han}+/u.exec(
      text.slice(index + blanks.length, index + blanks.length + 12),
    )![0];
    // Three or four Han between blanks or marks is how a name stands in a list.
    if (before.length + after.length < 6 || before.length < 3 || roles.test(before)) continue;
    const word = [...words.segment(before + after)].find(
      ({ segment, index: at }) => at < before.length && at + segment.length > before.length,
    )?.segment;
    if (word === undefined || word.length < 2 || isQuoted(text, index)) continue;
    faults.push({ start: index, end: index + blanks.length, instead: '', values: { word } });
  }
  return faults;
}

/** Slogans and titles in quotes keep their blanks: “奋斗有我 国聘行动”. */
function isQuoted(text: string, at: number): boolean {
  const open = Math.max(
    text.lastIndexOf('“', at),
    text.lastIndexOf('《', at),
    text.lastIndexOf('‘', at),
  );
  const close = Math.max(
    text.lastIndexOf('”', at),
    text.lastIndexOf('》', at),
    text.lastIndexOf('’', at),
  );
  return open > close && at - open < 30;
}

/** Length of the longest common subsequence; lines only, since it is quadratic. */
function commonLength(left: string, right: string): number {
  let row = new Uint16Array(right.length + 1);
  for (const character of left) {
    const next = new Uint16Array(right.length + 1);
    for (let at = 1; at <= right.length; at += 1) {
      next[at] = character === right[at - 1] ? row[at - 1]! + 1 : Math.max(row[at]!, next[at - 1]!);
    }
    row = next;
  }
  return row[right.length]!;
}
