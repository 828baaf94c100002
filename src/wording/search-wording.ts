type Texts<Name extends string> = Readonly<Record<Name, string>>;

/** Every text of the search page. `{n}` and the like stand for what is put in. */
export interface SearchWording {
  readonly title: string;
  readonly description: string;
  readonly label: string;
  readonly button: string;
  readonly hint: string;
  readonly withoutScripts: string;
  readonly indexes: string;
  /** What the status line says; it is spoken too. */
  readonly status: Texts<
    | 'searching'
    | 'none'
    | 'one'
    | 'many'
    | 'tooLong'
    | 'noWords'
    | 'onlyExcluded'
    | 'missing'
    | 'withoutNames'
    | 'offline'
    | 'loneCharacter'
  >;
  readonly more: string;
  readonly inPage: string;
  /** Before parts of a query that found nothing. */
  readonly others: string;
  readonly narrow: string;
  readonly all: string;
  readonly clear: string;
  readonly facets: Texts<'section' | 'column' | 'columnist' | 'genre' | 'page' | 'year'>;
  readonly sort: string;
  readonly sorts: Texts<'relevance' | 'newest' | 'oldest'>;
}

const hans: SearchWording = {
  title: '检索',
  description: '检索本报已收录的全部文章：标题、署名和正文，任意两个字以上的词句都查得到。',
  label: '要找的词句',
  button: '检索',
  hint: '空格隔开的词要同时出现；引号里的照原样查；前面加减号（-）的不要。繁体、简体通查；单个汉字只查标题和署名。',
  withoutScripts: '检索要用脚本，这里的脚本没有运行。可以从下面的目录里找：',
  indexes: '目录',
  status: {
    searching: '正在检索……',
    none: '没有找到“{query}”。',
    one: '找到 1 篇。',
    many: '找到 {n} 篇。',
    tooLong: '检索词太长：至多 100 个字、8 个词。请截取其中一句。',
    noWords: '请输入汉字、字母或数字：只有标点、符号，查不了。',
    onlyExcluded: '减号说明不要什么，还要写上想找什么。',
    missing: '检索数据没有取到，或已损坏，因此不知道有没有。请刷新本页再试；仍不行，请从目录里找。',
    withoutNames: '栏目和作者的名称没有取到，“缩小范围”里暂列代号；再检索一次就会重取。',
    offline: '没有网络：只在本机留存的各期里查。',
    loneCharacter: '单个汉字只查标题和署名。',
  },
  more: '再看 {n} 篇',
  inPage: '见第 {n} 段',
  others: '分开来查：',
  narrow: '缩小范围',
  all: '全部',
  clear: '取消范围',
  facets: {
    section: '版块',
    column: '栏目',
    columnist: '作者',
    genre: '体裁',
    page: '版次',
    year: '年份',
  },
  sort: '次序',
  sorts: { relevance: '标题在前', newest: '从新到旧', oldest: '从旧到新' },
};

const hant: SearchWording = {
  title: '檢索',
  description: '檢索本報已收錄的全部文章：標題、署名和正文，任意兩個字以上的詞句都查得到。',
  label: '要找的詞句',
  button: '檢索',
  hint: '空格隔開的詞要同時出現；引號裏的照原樣查；前面加減號（-）的不要。繁體、簡體通查；單個漢字只查標題和署名。',
  withoutScripts: '檢索要用腳本，這裏的腳本沒有運行。可以從下面的目錄裏找：',
  indexes: '目錄',
  status: {
    searching: '正在檢索……',
    none: '沒有找到「{query}」。',
    one: '找到 1 篇。',
    many: '找到 {n} 篇。',
    tooLong: '檢索詞太長：至多 100 個字、8 個詞。請截取其中一句。',
    noWords: '請輸入漢字、字母或數字：只有標點、符號，查不了。',
    onlyExcluded: '減號說明不要甚麼，還要寫上想找甚麼。',
    missing:
      '檢索資料沒有取到，或已損壞，因此不知道有沒有。請重新整理本頁再試；仍不行，請從目錄裏找。',
    withoutNames: '欄目和作者的名稱沒有取到，「縮小範圍」裏暫列代號；再檢索一次就會重取。',
    offline: '沒有網絡：只在本機留存的各期裏查。',
    loneCharacter: '單個漢字只查標題和署名。',
  },
  more: '再看 {n} 篇',
  inPage: '見第 {n} 段',
  others: '分開來查：',
  narrow: '縮小範圍',
  all: '全部',
  clear: '取消範圍',
  facets: {
    section: '版塊',
    column: '欄目',
    columnist: '作者',
    genre: '體裁',
    page: '版次',
    year: '年份',
  },
  sort: '次序',
  sorts: { relevance: '標題在前', newest: '從新到舊', oldest: '從舊到新' },
};

const en: SearchWording = {
  title: 'Search',
  description: 'Search headlines, bylines and texts of every article in the collection.',
  label: 'Words to look for',
  button: 'Search',
  hint: 'All words must be there. Put a phrase in quotation marks, and a minus (-) before what you do not want. Whole words are found, capitals or not.',
  withoutScripts: 'Searching needs scripts, and they do not run here. These indexes need none:',
  indexes: 'Indexes',
  status: {
    searching: 'Searching…',
    none: 'Nothing found for “{query}”.',
    one: 'Found 1 article.',
    many: 'Found {n} articles.',
    tooLong: 'That is too long: 100 characters and 8 words at most. Try one sentence of it.',
    noWords:
      'Type letters, digits or Chinese characters: marks and symbols alone cannot be searched.',
    onlyExcluded: 'A minus says what you do not want; say what you want, too.',
    missing:
      'The search data did not arrive, or is damaged, so there is no telling. Reload the page and try again; if that does not help, use the indexes.',
    withoutNames:
      'The names of columns and authors did not arrive, so their ids stand in “Narrow the results”. Search again to fetch them.',
    offline: 'No network: only the editions kept on this device are searched.',
    loneCharacter: 'A single Chinese character is looked up in headlines and bylines only.',
  },
  more: 'Show {n} more',
  inPage: 'In paragraph {n}',
  others: 'Try its parts:',
  narrow: 'Narrow the results',
  all: 'All',
  clear: 'Show all again',
  facets: {
    section: 'Section',
    column: 'Column',
    columnist: 'Writer',
    genre: 'Kind',
    page: 'Page',
    year: 'Year',
  },
  sort: 'Order',
  sorts: { relevance: 'Headlines first', newest: 'Newest first', oldest: 'Oldest first' },
};

/** Picks the texts as `wordingFor` does. */
export function searchWordingFor(language: string): SearchWording {
  const locale = new Intl.Locale(language).maximize();
  if (locale.language !== 'zh') return en;
  return locale.script === 'Hant' ? hant : hans;
}
