import type { ProofStatus } from '../../newspaper/article.ts';
import type { CommandLanguage } from '../../wording/command-language.ts';
import type { GuardRefusal } from './guard-request.ts';
import type { Refusal } from './plan-edit.ts';

type RefusalWording = Readonly<Record<Refusal | 'nothing-to-undo', string>>;

/** What the desk's browser script says. */
export interface DeskClientWording {
  readonly save: string;
  readonly cancel: string;
  readonly splitHere: string;
  readonly editHint: string;
  readonly accept: string;
  readonly accepted: string;
  readonly noStops: string;
  readonly saving: string;
  readonly unreachable: string;
  readonly changedTitle: string;
  readonly changedText: string;
  readonly changedNow: string;
  readonly changedYours: string;
  readonly useMine: string;
  readonly seeNow: string;
  readonly changedOutside: string;
  readonly reload: string;
  readonly leave: string;
}

export interface DeskWording {
  readonly tag: string;
  readonly desk: string;
  readonly otherLanguage: string;
  readonly intro: string;
  readonly emptyPaper: string;
  readonly editions: string;
  readonly articlesOpen: (open: number, all: number) => string;
  readonly page: (page: number) => string;
  readonly untitled: string;
  readonly allRead: string;
  readonly showRead: (count: number) => string;
  readonly stopCount: (count: number) => string;
  readonly proof: Readonly<Record<ProofStatus, string>>;
  readonly mark: Readonly<Record<ProofStatus, string>>;
  readonly note: string;
  readonly noteHint: string;
  readonly onPage: string;
  readonly nextArticle: string;
  readonly fileLine: (path: string) => string;
  readonly waiting: (count: number) => string;
  readonly general: string;
  readonly source: string;
  readonly sourceLines: (first: number, last: number) => string;
  readonly standing: string;
  readonly paragraph: (number: number) => string;
  readonly block: string;
  readonly notInSource: string;
  readonly notInArticle: string;
  readonly noSource: string;
  readonly faulty: string;
  readonly faultLine: (line: number, column: number) => string;
  readonly scan: string;
  readonly zone: string;
  readonly field: Readonly<Record<string, string>>;
  readonly lineBreak: string;
  readonly was: string;
  readonly now: string;
  readonly gone: string;
  readonly letter: (was: string, now: string) => string;
  readonly letterAction: string;
  readonly leftOut: (text: string) => string;
  readonly leftOutAction: string;
  readonly previous: string;
  readonly next: string;
  readonly accept: string;
  readonly restore: string;
  readonly insert: string;
  readonly fix: string;
  readonly allow: string;
  readonly edit: string;
  readonly merge: string;
  readonly undo: string;
  readonly keys: string;
  readonly keyList: readonly (readonly [string, string])[];
  readonly keysNote: string;
  readonly legend: string;
  readonly refusal: RefusalWording;
  readonly guard: Readonly<Record<GuardRefusal, string>>;
  readonly notFound: string;
  readonly badRequest: string;
  readonly tooLong: string;
  readonly faultyEdit: string;
  readonly diskFault: (code: string) => string;
  readonly client: DeskClientWording;
}

const zh: DeskWording = {
  tag: 'zh-Hans',
  desk: '校对台',
  otherLanguage: 'English',
  intro: '识别稿在左，现文在右；改动直接写进文章文件，接受的记在识别页旁边。',
  emptyPaper: '内容文件夹里还没有文章。先导入一版：npm run import。',
  editions: '各期',
  articlesOpen: (open, all) =>
    open === 0 ? `共 ${all} 篇，都校过了` : `待校 ${open} 篇，共 ${all} 篇`,
  page: (page) => `第 ${page} 版`,
  untitled: '（无题）',
  allRead: '这一期都校过了。',
  showRead: (count) => `已校的 ${count} 篇`,
  stopCount: (count) => (count === 0 ? '没有待核之处' : `待核 ${count} 处`),
  proof: { unread: '未校', read: '已校', doubtful: '存疑' },
  mark: { unread: '标为未校', read: '标为已校', doubtful: '标为存疑' },
  note: '存疑之处',
  noteHint: '写给下一位校对；标为已校时随之删去',
  onPage: '在报上看',
  nextArticle: '下一篇',
  fileLine: (path) => `文件：${path}`,
  waiting: (count) => `待核 ${count} 处`,
  general: '全篇',
  source: '识别稿',
  sourceLines: (first, last) => (first === last ? `第 ${first} 行` : `第 ${first}–${last} 行`),
  standing: '现文',
  paragraph: (number) => `第 ${number} 段`,
  block: '小标题、图、表等',
  notInSource: '识别稿里没有与此相应的文字。',
  notInArticle: '文章里没有这几行。',
  noSource: '这篇没有留存识别稿，只能单独读。',
  faulty: '这篇有错，读不成文章。请先在编辑器里改好；存盘后本页自动重读。',
  faultLine: (line, column) => `第 ${line} 行第 ${column} 列`,
  scan: '原版图像',
  zone: '这一篇的原版',
  field: {
    column: '栏目',
    kicker: '引题',
    headline: '标题',
    deck: '副题',
    standfirst: '提要',
    byline: '署名',
  },
  lineBreak: '换行',
  was: '原作',
  now: '今作',
  gone: '此处删去了',
  letter: (was, now) =>
    was === '' ? `补了“${now}”` : now === '' ? `删了“${was}”` : `“${was}”改成了“${now}”`,
  letterAction: '对照原版：改得对就接受，不对就照识别稿改回，或另改。',
  leftOut: (text) => `“${text}”没有收进文章`,
  leftOutAction: '不是这一篇的就接受；漏收的补进来。',
  previous: '上一处',
  next: '下一处',
  accept: '接受',
  restore: '照识别稿',
  insert: '补进文章',
  fix: '改好',
  allow: '照留，不再提',
  edit: '改字',
  merge: '并入上段',
  undo: '撤销',
  keys: '快捷键',
  keyList: [
    ['n、j', '下一处'],
    ['p、k', '上一处'],
    ['a', '接受这一处'],
    ['o', '照识别稿改回，或按提示改好'],
    ['e', '改这一段（Ctrl+Enter 保存，Esc 放弃）'],
    ['m', '把这一段并入上一段'],
    ['u', '撤销上一次写入'],
    ['r', '标为已校'],
    ['d', '标为存疑'],
    ['.', '下一篇'],
  ],
  keysNote:
    '分段：改字时把光标放在分段处，按“在光标处分段”。接受的改字和导入提示记在识别页旁边的 .decisions.yaml 里，下一位不会再被问；整篇看完，标为已校。',
  legend: '删除线是识别稿的字，下划线是现文的字；虚线是标点、空格、换行等机械改动。',
  refusal: {
    'nothing-changed': '没有改动，文件没有写。',
    'no-such-stop': '这一处已经不在了；请重读本页。',
    'no-remedy': '这一处不能一键改好，请改字。',
    'first-paragraph': '这是第一段，前面没有可并的。',
    'not-paragraphs': '只有相邻的两个自然段可以合并，只有自然段可以拆开。',
    'split-at-edge': '光标应在段落中间：前后都要有字。',
    'headline-empty': '文章应有标题，不能删空。',
    'allow-unwritable': '这篇的 allow 写在一行里，请在编辑器里加。',
    'decisions-unreadable':
      '识别页旁边的决定文件（.decisions.yaml）读不出来，没有写；运行 npm run check 看错在哪里。',
    'note-missing': '存疑应写明哪里存疑，给下一位校对看。',
    'field-unwritable': '文章信息读不出来，请在编辑器里改。',
    'nothing-to-undo': '没有可撤销的：校对台还没有写过这个文件，或文件后来在别处改过。',
  },
  guard: {
    'not-this-machine': '校对台只回答本机。请在运行 npm run dev 的机器上打开 http://localhost。',
    'wrong-host': '校对台只以 localhost、127.0.0.1、[::1] 和它自己的端口应答。',
    'foreign-origin': '这个请求不是从校对台的页面发出的，没有照办。',
    'not-json': '校对台只收 JSON。',
  },
  notFound: '没有这一篇。它可能改了名、删去了，或是带程序的互动文章（请在编辑器里改）。',
  badRequest: '请求写得不对，没有照办。',
  tooLong: '请求太长，没有照办。',
  faultyEdit: '这样写，文章就不合规，没有写入：',
  diskFault: (code) => `文件写不进去（${code}）。原来的文件没有动；查看磁盘空间和权限后再试。`,
  client: {
    save: '保存',
    cancel: '放弃',
    splitHere: '在光标处分段',
    editHint: '照文件里的样子写；Ctrl+Enter 保存，Esc 放弃。',
    accept: '接受',
    accepted: '已接受',
    noStops: '没有待核之处了。通读一遍，就可以标为已校。',
    saving: '正在写入……',
    unreachable: '校对台没有应答：npm run dev 还开着吗？改动没有写入，仍在这一页上。',
    changedTitle: '文件在别处改过了',
    changedText: '打开本页以后，有人改了这个文件，你的改动没有写入。请比较：',
    changedNow: '文件现在是',
    changedYours: '你要写的是',
    useMine: '以我的为准，写入',
    seeNow: '以文件为准，重读本页',
    changedOutside: '文件刚在别处改过。保存时会让你比较。',
    reload: '重读本页',
    leave: '还有没保存的改动。',
  },
};

const en: DeskWording = {
  tag: 'en',
  desk: 'Proofreading desk',
  otherLanguage: '中文',
  intro:
    'The OCR text on the left, the article on the right. Changes go straight into the article’s file; what you accept is kept beside the source page.',
  emptyPaper: 'There are no articles in the content folder yet. Import a page: npm run import.',
  editions: 'Editions',
  articlesOpen: (open, all) =>
    open === 0 ? `${all} articles, all read` : `${open} of ${all} articles to read`,
  page: (page) => `Page ${page}`,
  untitled: '(untitled)',
  allRead: 'All of this edition has been read.',
  showRead: (count) => `Read already: ${count}`,
  stopCount: (count) => (count === 0 ? 'nothing open' : `${count} open`),
  proof: { unread: 'Unread', read: 'Read', doubtful: 'Doubtful' },
  mark: { unread: 'Mark as unread', read: 'Mark as read', doubtful: 'Mark as doubtful' },
  note: 'What is doubtful',
  noteHint: 'For the next proofreader; it goes when the article is marked as read',
  onPage: 'See it in the paper',
  nextArticle: 'Next article',
  fileLine: (path) => `File: ${path}`,
  waiting: (count) => `${count} open`,
  general: 'The whole article',
  source: 'OCR text',
  sourceLines: (first, last) => (first === last ? `line ${first}` : `lines ${first}–${last}`),
  standing: 'Article',
  paragraph: (number) => `paragraph ${number}`,
  block: 'crosshead, picture, table …',
  notInSource: 'Nothing in the OCR text answers to this.',
  notInArticle: 'These lines are not in the article.',
  noSource: 'No OCR text is kept for this article; it can only be read by itself.',
  faulty:
    'This article has mistakes and cannot be read. Mend them in an editor first; this page reads it again when the file is saved.',
  faultLine: (line, column) => `line ${line}, column ${column}`,
  scan: 'Picture of the printed page',
  zone: 'This article as printed',
  field: {
    column: 'Column',
    kicker: 'Kicker',
    headline: 'Headline',
    deck: 'Deck',
    standfirst: 'Standfirst',
    byline: 'Byline',
  },
  lineBreak: 'line break',
  was: 'was',
  now: 'now',
  gone: 'taken out here',
  letter: (was, now) =>
    was === ''
      ? `“${now}” was put in`
      : now === ''
        ? `“${was}” was taken out`
        : `“${was}” became “${now}”`,
  letterAction:
    'Compare with the printed page: accept it, put the OCR reading back, or write something else.',
  leftOut: (text) => `“${text}” is not in the article`,
  leftOutAction: 'Accept it if it belongs elsewhere; put it in if it was lost.',
  previous: 'Previous',
  next: 'Next',
  accept: 'Accept',
  restore: 'Use OCR reading',
  insert: 'Put in',
  fix: 'Mend',
  allow: 'Let it stand',
  edit: 'Edit',
  merge: 'Join to the one before',
  undo: 'Undo',
  keys: 'Keys',
  keyList: [
    ['n, j', 'next'],
    ['p, k', 'previous'],
    ['a', 'accept'],
    ['o', 'put the OCR reading back, or mend as proposed'],
    ['e', 'edit this paragraph (Ctrl+Enter saves, Esc gives up)'],
    ['m', 'join this paragraph to the one before'],
    ['u', 'undo what was written last'],
    ['r', 'mark as read'],
    ['d', 'mark as doubtful'],
    ['.', 'next article'],
  ],
  keysNote:
    'To split a paragraph, edit it, put the cursor there and press “Split at the cursor”. What you accept is kept in the .decisions.yaml beside the source page, and the next editor is not asked again; when the whole article has been read, mark it as read.',
  legend:
    'Struck out: what the OCR text has. Underlined: what the article has. Dotted: punctuation, blanks, line ends and other mechanical changes.',
  refusal: {
    'nothing-changed': 'Nothing was changed; the file was not written.',
    'no-such-stop': 'This place is gone; load the page again.',
    'no-remedy': 'This cannot be mended by one key; edit the paragraph.',
    'first-paragraph': 'This is the first paragraph; there is none before it.',
    'not-paragraphs':
      'Only two paragraphs that follow each other can be joined, and only a paragraph can be split.',
    'split-at-edge': 'Put the cursor inside the paragraph, with words on both sides.',
    'headline-empty': 'An article has a headline; it cannot be left empty.',
    'allow-unwritable': 'This article’s allow is written on one line; add to it in an editor.',
    'decisions-unreadable':
      'The decisions file beside the source page (.decisions.yaml) cannot be read, and was not written; npm run check says what is wrong with it.',
    'note-missing': 'Say what is doubtful, for the next proofreader.',
    'field-unwritable': 'The front matter cannot be read; mend it in an editor.',
    'nothing-to-undo':
      'Nothing to undo: the desk has not written this file, or it was changed elsewhere since.',
  },
  guard: {
    'not-this-machine':
      'The desk answers this machine only. Open http://localhost on the machine that runs npm run dev.',
    'wrong-host': 'The desk answers to localhost, 127.0.0.1 and [::1] with its own port only.',
    'foreign-origin': 'This request did not come from a page of the desk. Nothing was done.',
    'not-json': 'The desk takes JSON only.',
  },
  notFound:
    'There is no such article. It may have been renamed or removed, or it is an interactive one with programs in it (edit those in an editor).',
  badRequest: 'The request is not as it should be. Nothing was done.',
  tooLong: 'The request is too long. Nothing was done.',
  faultyEdit: 'Written so, the article could not be published. Nothing was written:',
  diskFault: (code) =>
    `The file could not be written (${code}). The old one is untouched; look at disk space and permissions, and try again.`,
  client: {
    save: 'Save',
    cancel: 'Give up',
    splitHere: 'Split at the cursor',
    editHint: 'Write as it stands in the file. Ctrl+Enter saves, Esc gives up.',
    accept: 'Accept',
    accepted: 'Accepted',
    noStops: 'Nothing open any more. Read it through once and mark it as read.',
    saving: 'Writing …',
    unreachable:
      'The desk does not answer: is npm run dev still running? Your change was not written and is still on this page.',
    changedTitle: 'The file was changed elsewhere',
    changedText:
      'Somebody changed this file after you opened the page. Your change was not written. Compare:',
    changedNow: 'The file now has',
    changedYours: 'You want to write',
    useMine: 'Write mine',
    seeNow: 'Keep the file’s, load again',
    changedOutside: 'The file was just changed elsewhere. You will be asked when you save.',
    reload: 'Load again',
    leave: 'There are changes that are not saved.',
  },
};

export const deskWording: Readonly<Record<CommandLanguage, DeskWording>> = { zh, en };
