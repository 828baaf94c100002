/** What a key does; the letter itself is the same in every language. */
export const shortcutKeys = {
  next: 'j',
  previous: 'k',
  nextArticle: 'n',
  previousArticle: 'p',
  listen: 'l',
  theme: 't',
  larger: '+',
  smaller: '-',
  pageSize: '0',
  turnPage: '← →',
  writing: 'v',
  settings: 's',
  front: 'h',
  search: '/',
  help: '?',
} as const;
export type Shortcut = keyof typeof shortcutKeys;

type Texts<Name extends string> = Readonly<Record<Name, string>>;

/** Every text of the reading tools, the collation and the pages for readers without a network. */
export interface ReadingWording {
  readonly settings: {
    readonly label: string;
    readonly size: string;
    readonly sizes: Texts<'small' | 'normal' | 'large' | 'larger' | 'largest'>;
    readonly leading: string;
    readonly leadings: Texts<'tight' | 'normal' | 'loose'>;
    readonly theme: string;
    readonly themes: Texts<'auto' | 'light' | 'sepia' | 'dark'>;
    readonly senior: string;
    readonly vertical: string;
    readonly keys: string;
    readonly reset: string;
  };
  readonly listen: {
    readonly label: string;
    readonly article: string;
    readonly page: string;
    readonly edition: string;
    readonly pause: string;
    readonly resume: string;
    readonly stop: string;
    readonly previous: string;
    readonly next: string;
    readonly rate: string;
    /** `{n}`, `{count}` and `{title}` stand for the article being read. */
    readonly place: string;
    readonly noVoice: string;
  };
  readonly shortcuts: Texts<Shortcut> & {
    readonly title: string;
    readonly close: string;
  };
  readonly place: {
    /** `{n}` stands for the number of the paragraph. */
    readonly text: string;
    readonly resume: string;
    readonly dismiss: string;
  };
  readonly offline: {
    readonly title: string;
    readonly text: string;
    readonly kept: string;
    readonly none: string;
  };
  readonly collation: {
    readonly title: string;
    /** Of the proofreading desk, which `astro dev` has. */
    readonly desk: string;
    readonly titleOf: (name: string) => string;
    readonly introduction: string;
    readonly editionIntroduction: string;
    readonly letters: (count: number) => string;
    readonly mechanical: (count: number, reasons: string) => string;
    readonly none: string;
    readonly showMechanical: string;
    readonly showInline: string;
    readonly hideInline: string;
    readonly reasons: Texts<'blank' | 'break' | 'width' | 'sign' | 'variant' | 'moved'>;
    readonly by: Texts<'importer' | 'person' | 'unknown'>;
    readonly was: string;
    readonly now: string;
    readonly line: (line: number) => string;
    readonly leftOut: string;
    readonly fields: Texts<'kicker' | 'headline' | 'deck' | 'column' | 'byline'>;
    readonly paragraph: (number: string) => string;
    readonly whole: string;
    readonly sourceMissing: string;
    readonly columns: {
      readonly article: string;
      readonly proof: string;
      readonly letters: string;
      readonly mechanical: string;
      readonly source: string;
    };
    readonly summary: (articles: number, read: number) => string;
  };
}

const zhHans: ReadingWording = {
  settings: {
    label: '阅读设置',
    size: '字号',
    sizes: { small: '小', normal: '中', large: '大', larger: '特大', largest: '最大' },
    leading: '行距',
    leadings: { tight: '紧', normal: '适中', loose: '松' },
    theme: '底色',
    themes: { auto: '随系统', light: '白纸', sepia: '旧纸', dark: '灯下' },
    senior: '长辈版：大字、浓墨、大按钮',
    vertical: '竖排正文',
    keys: '用单个字母键操作',
    reset: '恢复原样',
  },
  listen: {
    label: '朗读',
    article: '朗读',
    page: '朗读本版',
    edition: '朗读本期',
    pause: '暂停',
    resume: '继续',
    stop: '停止',
    previous: '上一句',
    next: '下一句',
    rate: '语速',
    place: '第{n}篇，共{count}篇：{title}',
    noVoice: '这台设备上没有能读中文的语音。可在系统的“文字转语音”设置里添加。',
  },
  shortcuts: {
    title: '键盘操作',
    close: '关闭',
    next: '下一段，列表中为下一条',
    previous: '上一段，列表中为上一条',
    nextArticle: '下一篇、下一版或下一期',
    previousArticle: '上一篇、上一版或上一期',
    listen: '朗读，再按停下',
    theme: '换底色',
    larger: '放大字号；版面上放大版面',
    smaller: '缩小字号；版面上缩小版面',
    pageSize: '版面：满窗宽、看全版互换',
    turnPage: '版面：上一版、下一版',
    writing: '横排、竖排互换',
    settings: '阅读设置',
    front: '回到最新一期',
    search: '检索',
    help: '这张表',
  },
  place: { text: '上次读到第{n}段。', resume: '接着读', dismiss: '不用' },
  offline: {
    title: '现在没有网络',
    text: '这一页没有存在本机，要等有网络时再看。为免把旧报当新报，最新一期不从本机取。',
    kept: '这几期读过，已整期存在本机，现在就能看：',
    none: '还没有哪一期存在本机。有网络时打开过的一期会自动存下。',
  },
  collation: {
    title: '校勘',
    desk: '校对台',
    titleOf: (name) => `${name}校勘`,
    introduction:
      '划去的是识别所得，加线的是今本：每次建站时把识别原文与现在的文章逐字比对得来，没有一条是手记的。',
    editionIntroduction:
      '识别原文与现在的文章逐字比对，每次建站时重算，没有一条是手记的。改字是字有不同；整理是空格、断行、全角半角、引号之类，照通例改动，字没有变。',
    letters: (count) => `改字${count}处`,
    mechanical: (count, reasons) => `整理${count}处：${reasons}`,
    none: '与识别原文一字不差',
    showMechanical: '也显示整理之处（空格、断行、全角半角、引号、繁简）',
    showInline: '在文中显示校勘',
    hideInline: '收起校勘',
    reasons: {
      blank: '空格',
      break: '断行',
      width: '全角半角',
      sign: '引号与破折号',
      variant: '繁简异体',
      moved: '移到署名或标题',
    },
    by: { importer: '导入时修复', person: '人工校正', unknown: '改字' },
    was: '识别作',
    now: '今作',
    line: (line) => `原文第${line}行`,
    leftOut: '未入正文',
    fields: { kicker: '引题', headline: '标题', deck: '副题', column: '栏目', byline: '署名' },
    paragraph: (number) => `第${number}段`,
    whole: '全文对照',
    sourceMissing: '没有这一版的识别原文，无从比对。',
    columns: {
      article: '文章',
      proof: '校对',
      letters: '改字',
      mechanical: '整理',
      source: '识别原文',
    },
    summary: (articles, read) => `本期${articles}篇，已校${read}篇。`,
  },
};

const zhHant: ReadingWording = {
  settings: {
    label: '閱讀設定',
    size: '字號',
    sizes: { small: '小', normal: '中', large: '大', larger: '特大', largest: '最大' },
    leading: '行距',
    leadings: { tight: '緊', normal: '適中', loose: '鬆' },
    theme: '底色',
    themes: { auto: '隨系統', light: '白紙', sepia: '舊紙', dark: '燈下' },
    senior: '長輩版：大字、濃墨、大按鈕',
    vertical: '直排正文',
    keys: '用單個字母鍵操作',
    reset: '恢復原樣',
  },
  listen: {
    label: '朗讀',
    article: '朗讀',
    page: '朗讀本版',
    edition: '朗讀本期',
    pause: '暫停',
    resume: '繼續',
    stop: '停止',
    previous: '上一句',
    next: '下一句',
    rate: '語速',
    place: '第{n}篇，共{count}篇：{title}',
    noVoice: '這台裝置上沒有能讀中文的語音。可在系統的「文字轉語音」設定裡新增。',
  },
  shortcuts: {
    title: '鍵盤操作',
    close: '關閉',
    next: '下一段，列表中為下一條',
    previous: '上一段，列表中為上一條',
    nextArticle: '下一篇、下一版或下一期',
    previousArticle: '上一篇、上一版或上一期',
    listen: '朗讀，再按停下',
    theme: '換底色',
    larger: '放大字號；版面上放大版面',
    smaller: '縮小字號；版面上縮小版面',
    pageSize: '版面：滿窗寬、看全版互換',
    turnPage: '版面：上一版、下一版',
    writing: '橫排、直排互換',
    settings: '閱讀設定',
    front: '回到最新一期',
    search: '檢索',
    help: '這張表',
  },
  place: { text: '上次讀到第{n}段。', resume: '接著讀', dismiss: '不用' },
  offline: {
    title: '現在沒有網路',
    text: '這一頁沒有存在本機，要等有網路時再看。為免把舊報當新報，最新一期不從本機取。',
    kept: '這幾期讀過，已整期存在本機，現在就能看：',
    none: '還沒有哪一期存在本機。有網路時打開過的一期會自動存下。',
  },
  collation: {
    title: '校勘',
    desk: '校對檯',
    titleOf: (name) => `${name}校勘`,
    introduction:
      '劃去的是辨識所得，加線的是今本：每次建站時把辨識原文與現在的文章逐字比對得來，沒有一條是手記的。',
    editionIntroduction:
      '辨識原文與現在的文章逐字比對，每次建站時重算，沒有一條是手記的。改字是字有不同；整理是空格、斷行、全形半形、引號之類，照通例改動，字沒有變。',
    letters: (count) => `改字${count}處`,
    mechanical: (count, reasons) => `整理${count}處：${reasons}`,
    none: '與辨識原文一字不差',
    showMechanical: '也顯示整理之處（空格、斷行、全形半形、引號、異體）',
    showInline: '在文中顯示校勘',
    hideInline: '收起校勘',
    reasons: {
      blank: '空格',
      break: '斷行',
      width: '全形半形',
      sign: '引號與破折號',
      variant: '繁簡異體',
      moved: '移到署名或標題',
    },
    by: { importer: '匯入時修復', person: '人工校正', unknown: '改字' },
    was: '辨識作',
    now: '今作',
    line: (line) => `原文第${line}行`,
    leftOut: '未入正文',
    fields: { kicker: '引題', headline: '標題', deck: '副題', column: '專欄', byline: '署名' },
    paragraph: (number) => `第${number}段`,
    whole: '全文對照',
    sourceMissing: '沒有這一版的辨識原文，無從比對。',
    columns: {
      article: '文章',
      proof: '校對',
      letters: '改字',
      mechanical: '整理',
      source: '辨識原文',
    },
    summary: (articles, read) => `本期${articles}篇，已校${read}篇。`,
  },
};

const en: ReadingWording = {
  settings: {
    label: 'Reading',
    size: 'Type size',
    sizes: {
      small: 'Small',
      normal: 'Medium',
      large: 'Large',
      larger: 'Larger',
      largest: 'Largest',
    },
    leading: 'Line spacing',
    leadings: { tight: 'Close', normal: 'Regular', loose: 'Open' },
    theme: 'Paper',
    themes: { auto: 'As the system', light: 'White', sepia: 'Old', dark: 'Lamplight' },
    senior: 'Easy reading: large type, full contrast, big buttons',
    vertical: 'Set the text in vertical lines',
    keys: 'Single-letter keys',
    reset: 'As it was',
  },
  listen: {
    label: 'Listen',
    article: 'Listen',
    page: 'Listen to the page',
    edition: 'Listen to the edition',
    pause: 'Pause',
    resume: 'Go on',
    stop: 'Stop',
    previous: 'Sentence before',
    next: 'Next sentence',
    rate: 'Speed',
    place: '{n} of {count}: {title}',
    noVoice: 'This device has no voice for the language of this paper.',
  },
  shortcuts: {
    title: 'Keys',
    close: 'Close',
    next: 'Next paragraph, or next item of a list',
    previous: 'Paragraph or item before',
    nextArticle: 'Next article, page or edition',
    previousArticle: 'Article, page or edition before',
    listen: 'Listen; again to stop',
    theme: 'Another paper',
    larger: 'Larger type; on a newspaper page: a larger page',
    smaller: 'Smaller type; on a newspaper page: a smaller page',
    pageSize: 'Newspaper page: as wide as the window, or all of it',
    turnPage: 'Newspaper page: the one before, the next',
    writing: 'Horizontal or vertical lines',
    settings: 'Reading settings',
    front: 'The latest edition',
    search: 'Search',
    help: 'This list',
  },
  place: { text: 'You had come to paragraph {n}.', resume: 'Read on', dismiss: 'No' },
  offline: {
    title: 'No network',
    text: 'This page is not on your device. The latest edition is never taken from the device, so that an old paper is not read as a new one.',
    kept: 'These editions you have read are kept whole, and open now:',
    none: 'No edition is kept yet. An edition that you open is kept by itself.',
  },
  collation: {
    title: 'Collation',
    desk: 'Proofreading desk',
    titleOf: (name) => `Collation of ${name}`,
    introduction:
      'Struck out is what the scan was read as, underlined what now stands: compared letter by letter whenever the site is built, nothing of it recorded by hand.',
    editionIntroduction:
      'What the scan was read as against what now stands, compared whenever the site is built. “Changed” counts letters; “tidied” counts blanks, breaks, widths and quotation marks, which follow general rules.',
    letters: (count) => (count === 1 ? '1 reading changed' : `${count} readings changed`),
    mechanical: (count, reasons) => `${count} tidied: ${reasons}`,
    none: 'as the scan was read, to the letter',
    showMechanical: 'Show what was tidied too (blanks, breaks, widths, quotation marks)',
    showInline: 'Show the collation in the text',
    hideInline: 'Put the collation away',
    reasons: {
      blank: 'blank',
      break: 'break',
      width: 'width',
      sign: 'quotation mark or dash',
      variant: 'variant letter',
      moved: 'moved to the byline or headline',
    },
    by: { importer: 'mended at import', person: 'corrected by hand', unknown: 'changed' },
    was: 'read as',
    now: 'now',
    line: (line) => `line ${line} of the source`,
    leftOut: 'not in the text',
    fields: {
      kicker: 'Kicker',
      headline: 'Headline',
      deck: 'Deck',
      column: 'Column',
      byline: 'Byline',
    },
    paragraph: (number) => `Paragraph ${number}`,
    whole: 'The whole text compared',
    sourceMissing: 'The source of this page is not kept, so there is nothing to compare.',
    columns: {
      article: 'Article',
      proof: 'Proof',
      letters: 'Changed',
      mechanical: 'Tidied',
      source: 'Source',
    },
    summary: (articles, read) => `${articles} articles, ${read} of them proofread.`,
  },
};

/**
 * The texts in the language of the paper; Chinese where there is none in that language and it is
 * written in Han characters, English for any other.
 *
 * @param language BCP 47 tag of the publication
 */
export function readingWordingFor(language: string): ReadingWording {
  if (/^zh-(?:Hant|TW|HK|MO)\b/.test(language)) return zhHant;
  return /^zh\b/.test(language) ? zhHans : en;
}
