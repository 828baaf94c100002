import type { FindingWords } from '../../newspaper/finding.ts';
import type { Bilingual } from '../../newspaper/bilingual.ts';

/**
 * What becomes of a page if nobody looks at a finding, the most harmful first: text that is not there,
 * then text under a wrong head, then text that is parted or spelt wrongly, then names and pictures. The
 * order of the rows is the order in which a report tells.
 */
const rows: readonly (readonly [id: string, zh: string, en: string])[] = [
  ['page-missing', '这一段在网上就没有', 'the paper online goes without it'],
  [
    'repetition-loop',
    '循环之后没有识别到的文字就没有了',
    'what the tool did not read behind the loop stays missing',
  ],
  ['text-unplaced', '这段文字不在任何文章里', 'this text is in no article'],
  ['ghost-line', '删去的若是正文，读者就看不到', 'if the line was text, readers do not get it'],
  ['machine-note', '若是报上的话，读者就看不到', 'if the paper printed it, readers do not get it'],
  [
    'running-head',
    '确是标题或栏目名的话，读者就看不到',
    'if it was a headline or a label, readers do not get it',
  ],
  ['clutter-cut', '若是报上的文字，读者就看不到', 'if the paper printed it, readers do not get it'],
  [
    'image-description',
    '若是报上的文字，读者就看不到',
    'if the paper printed it, readers do not get it',
  ],
  ['hand-edit-conflict', '这次识别到的改动不进文章', 'what this import read goes into no article'],
  [
    'page-conflict',
    '整版登在命令给的版次',
    'the whole page stands under the number of the command',
  ],
  ['date-conflict', '整版登在命令给的日期', 'the whole page stands under the date of the command'],
  ['character-unreadable', '读者看到的是 �', 'readers see �'],
  ['words-unread', '读者看到识别模型的话', 'readers see the model’s words'],
  ['headline-missing', '文章拿首句当题目登出', 'the article is published under its first sentence'],
  [
    'text-before-headline',
    '这段文字没有题目，单独登出',
    'this text is published by itself, without a headline',
  ],
  [
    'headline-without-text',
    '登出一篇只有题目的文章',
    'an article of a headline alone is published',
  ],
  ['headline-joined', '两行合成一个题目登出', 'both lines are published as one headline'],
  ['role-unsure', '照现在的读法登出', 'it is published as it is read now'],
  [
    'lines-by-shape',
    '照现在的分行、分篇登出，文字不缺',
    'it is published with the lines and articles of now; no text is missing',
  ],
  ['sentence-elsewhere', '半句话留在另一篇里', 'half of a sentence stays in another article'],
  ['paragraph-breaks-off', '读者读到半句话', 'readers get half of a sentence'],
  ['paragraph-unfinished', '读者读到半句话', 'readers get half of a sentence'],
  ['sentence-join-unsure', '照一段登出', 'it is published as one paragraph'],
  ['sentence-break-unsure', '照两段登出', 'it is published as two paragraphs'],
  ['paragraph-split-unsure', '照现在的分段登出', 'it is published with the paragraphs of now'],
  [
    'paragraph-end-unsure',
    '照上面说的分段登出，文字不缺',
    'it is published with the paragraphs told above; no text is missing',
  ],
  ['confusable-glyph', '照现在的字登出', 'it is published with the character of now'],
  ['low-confidence', '照识别的字登出', 'it is published as the tool read it'],
  ['missing-full-stop', '照补上的句号登出', 'it is published with the stop that was put in'],
  ['formula-left', '读者看到公式的记号', 'readers see the marks of a formula'],
  ['stroke-read-as-dash', '照改成的“一”登出', 'it is published with 一'],
  ['deck-dash', '照改成的破折号登出', 'it is published with the dash'],
  ['quote-unpaired', '引号少了一半', 'one half of the quotation marks is missing'],
  ['title-blank', '照现在的空格登出', 'it is published with the blank as it is'],
  ['word-rejoined', '照接成的词登出', 'it is published as the joined word'],
  ['html-removed', '只登文字，没有那里的版式', 'the text is published without that layout'],
  ['table-uneven', '表格照补了空格的样子登出', 'the table is published with the cells put in'],
  ['traditional-in-name', '姓名照简体登出', 'the name is published in its simplified form'],
  ['names-parted', '姓名照现在的分法登出', 'the names are published as they were parted'],
  ['byline-unread', '文章没有署名', 'the article names no writer'],
  ['byline-bare', '这几个字当作署名登出', 'these characters are published as who wrote it'],
  ['byline-parted', '署名照现在的分法登出', 'the names are published as they were parted'],
  ['columnist-similar', '同一个人有两个作者页', 'one writer has two pages'],
  ['column-unknown', '网上多出这样一个栏目', 'the site gets a column of that name'],
  ['column-misread-unsure', '同一个栏目分成两个', 'one column becomes two'],
  ['paper-name-misread', '栏目名照认错的样子登出', 'the column keeps the misread name'],
  ['part-unreadable', '栏目名带着认错的序号', 'the column’s name keeps the misread number'],
  ['part-unsure', '这个数字当作序号', 'the figure counts as the part’s number'],
  ['label-orphan', '这个标签不登', 'the label is not published'],
  ['page-credits-unsure', '责编名单照读得出的登', 'the editors are named as far as they were read'],
  ['jump-unread', '没有通往另一版的链接', 'there is no link to the other page'],
  ['jump-from', '前后两半各是一篇', 'the two halves are two articles'],
  ['image-lost', '登出来没有这张图', 'the picture is not published'],
  ['image-not-found', '登出来没有这张图', 'the picture is not published'],
  ['caption-missing', '登出一张没有说明的图', 'a picture is published without a word'],
  ['image-unplaced', '这张图不登', 'the picture is not published'],
  ['decision-stale', '这条决定不起作用', 'the decision counts for nothing'],
  ['article-withdrawn', '旧网址打不开', 'the old address leads nowhere'],
  ['article-orphaned', '旧文章照旧登着', 'the old article stays published'],
  ['hand-edit-kept', '照人改过的样子登出', 'it is published as it was edited'],
  ['hand-edit-merged', '照合并的样子登出', 'it is published as it was merged'],
  ['file-changed-meanwhile', '照人改过的样子登出', 'it is published as it was edited'],
  ['import-record-damaged', '已有的文章都照旧登出', 'the articles stay published as they are'],
];

const ranks = new Map(rows.map(([id], index) => [id, index]));
const consequences = new Map(rows.map(([id, zh, en]): [string, Bilingual] => [id, { zh, en }]));

/** How harmful a finding is if nobody looks: 0 is the worst; what no row names comes last. */
export function harmRank(id: string): number {
  return ranks.get(id) ?? rows.length;
}

/** What becomes of it, as the end of a sentence in either language; undefined where nobody need look. */
export function consequenceOf(id: string): Bilingual | undefined {
  return consequences.get(id);
}

/** A finding's words with what becomes of it: `对照原报补上缺的文字。不处理的话，读者读到半句话。` */
export function withConsequence<Words extends FindingWords & { readonly english: FindingWords }>(
  id: string,
  words: Words,
): Words {
  const consequence = consequenceOf(id);
  if (consequence === undefined) return words;
  const { action, english } = words;
  return {
    ...words,
    action: `${ended(action, '。')}不处理的话，${consequence.zh}。`,
    english: {
      ...english,
      action: `${ended(english.action, '.')} If nothing is done, ${consequence.en}.`,
    },
  };
}

function ended(text: string, stop: string): string {
  return /[。.！!？?]$/u.test(text) ? text : `${text}${stop}`;
}
