import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentRoot } from '../../collections/content-root.ts';
import { bylineRoles, type BylineRole } from '../../newspaper/byline.ts';
import { genres } from '../../newspaper/article.ts';
import { isIssueDate } from '../../newspaper/issue-date.ts';
import { nearestName } from '../../newspaper/nearest-name.ts';
import { publicationSchema } from '../../newspaper/publication.ts';
import type { Bilingual } from '../../newspaper/bilingual.ts';
import {
  decideCommandLanguage,
  languageOption,
  wrongLanguage,
  type CommandLanguage,
} from '../../wording/command-language.ts';
import { parseOptions } from '../../wording/parse-options.ts';
import { placeNewFile } from '../put-file.ts';
import { diskFaultOf, diskSentence } from '../site/disk-sentence.ts';
import { readKnownContent, type KnownContent, type KnownEntry } from './known-content.ts';
import {
  isGenre,
  newArticle,
  newColumn,
  newColumnist,
  newEdition,
  newPaper,
  newSection,
  type ArticleAnswers,
  type BegunPaper,
  type NewFile,
} from './scaffold.ts';

export const newUsage: Bilingual = {
  zh: `用法：npm run new -- article|edition|columnist|section|column|paper [选项]

新建一篇文章、一期、一位作者、一个版块、一个栏目，或另一份报纸。
在终端里不给的会问；没有终端时必须给的标着 *。次序、文件名等能推知的不必给。

  article    --headline 标题*  --edition 日期  --page 版次  --genre 体裁  --section 版块
             --column 栏目  --byline 姓名  --role 职责
  edition    --date 日期*  --pages 要闻,民生  --number 期号
  columnist  --name 姓名*
  section    --name 名称*
  column     --name 名称*  --series（逐篇编号的系列）
  paper 文件夹*  --name 报名*  --address 网址  --language zh-Hans  --time-zone Asia/Shanghai
             --date 第一期的日期

  --content 文件夹   内容文件夹，默认 content（或环境变量 EPAPER_CONTENT）
  --lang zh|en       说中文还是英文
  --yes              不询问，缺省的用推知的值
  --help             这份说明

体裁：${genres.join('、')}
职责：${bylineRoles.join('、')}
退出码：0 完成；1 没有写成；2 用法不对。写法见 docs/writing.md。
`,
  en: `Usage: npm run new -- article|edition|columnist|section|column|paper [options]

Makes an article, an edition, a columnist, a section, a column, or another newspaper.
In a terminal it asks for what is not given; without one, what is marked * must be given.

  article    --headline TEXT*  --edition DATE  --page N  --genre GENRE  --section ID
             --column ID  --byline NAME  --role ROLE
  edition    --date DATE*  --pages News,Living  --number N
  columnist  --name NAME*
  section    --name NAME*
  column     --name NAME*  --series (numbered part by part)
  paper DIR* --name NAME*  --address URL  --language en  --time-zone Europe/London
             --date DATE of the first edition

  --content DIR      content folder; default content (or EPAPER_CONTENT)
  --lang zh|en       the language of this command
  --yes              do not ask; take what can be known
  --help             this text

Genres: ${genres.join(', ')}
Roles: ${bylineRoles.join(', ')}
Exit codes: 0 done; 1 nothing written; 2 wrong use. How to write: docs/writing.md.
`,
};

const optionShapes = {
  headline: { type: 'string' },
  edition: { type: 'string' },
  page: { type: 'string' },
  genre: { type: 'string' },
  section: { type: 'string' },
  column: { type: 'string' },
  byline: { type: 'string' },
  role: { type: 'string' },
  date: { type: 'string' },
  pages: { type: 'string' },
  number: { type: 'string' },
  name: { type: 'string' },
  series: { type: 'boolean', default: false },
  address: { type: 'string' },
  language: { type: 'string' },
  'time-zone': { type: 'string' },
  content: { type: 'string' },
  lang: { type: 'string' },
  yes: { type: 'boolean', short: 'y', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Values = NonNullable<ReturnType<typeof parseOptions<typeof optionShapes>>['values']>;

const kinds = ['article', 'edition', 'columnist', 'section', 'column', 'paper'] as const;
type Kind = (typeof kinds)[number];

/** Thrown where the command cannot be done as it was given; `code` is the exit code. */
class Refusal extends Error {
  readonly code: 1 | 2;
  constructor(message: string, code: 1 | 2 = 2) {
    super(message);
    this.code = code;
  }
}

/** Thrown when a person ends the questions with Ctrl-C. */
class Cancelled extends Error {}

interface Ask {
  readonly text: (question: Bilingual, initial?: string) => Promise<string>;
  readonly choose: (
    question: Bilingual,
    choices: readonly KnownEntry[],
    initial?: string,
  ) => Promise<string | undefined>;
}

/** Questions at a terminal, with completion for names that exist. */
async function terminalQuestions(language: CommandLanguage): Promise<Ask> {
  const { autocomplete, isCancel, text } = await import('@clack/prompts');
  const answered = (answer: string | symbol): string => {
    if (isCancel(answer)) throw new Cancelled();
    return String(answer);
  };
  const none = { zh: '（没有）', en: '(none)' }[language];
  return {
    text: async (question, initial) =>
      answered(
        await text({
          message: question[language],
          ...(initial === undefined ? {} : { initialValue: initial }),
        }),
      ).trim(),
    choose: async (question, choices, initial) => {
      const options = choices.map(({ id, name }) => ({
        value: id,
        label: name === id ? id : `${name}　${id}`,
      }));
      const answer = answered(
        await autocomplete<string>({
          message: question[language],
          options: [...options, { value: '', label: none }],
          initialValue: initial ?? '',
        }),
      );
      return answer === '' ? undefined : answer;
    },
  };
}

/**
 * Runs `npm run new`.
 *
 * @param args after `--`
 * @param environment usually process.env
 * @param terminal whether there is a person to ask
 * @returns the exit code
 */
export async function runNew(
  args: readonly string[],
  environment: Readonly<Record<string, string | undefined>>,
  terminal: boolean,
): Promise<number> {
  let language = decideCommandLanguage(languageOption(args), environment);
  const refuse = (message: string, code: number): number => {
    const hint = { zh: '用法见 npm run new -- --help', en: 'See npm run new -- --help' }[language];
    process.stderr.write(`${message}\n${code === 2 ? `${hint}\n` : ''}`);
    return code;
  };
  const parsed = parseOptions(args, optionShapes, language);
  if (parsed.wrong !== undefined) return refuse(parsed.wrong, 2);
  const { values, positionals } = parsed;
  const projectRoot = fileURLToPath(new URL('../../..', import.meta.url));
  const root =
    values.content === undefined ? contentRoot(projectRoot, environment) : resolve(values.content);
  const isDirectory = lstatSync(root, { throwIfNoEntry: false })?.isDirectory() === true;
  const known = isDirectory ? readKnownContent(root) : undefined;
  language = decideCommandLanguage(values.lang, environment, known?.language);
  if (values.help) {
    process.stdout.write(newUsage[language]);
    return 0;
  }
  const [kind, folder, ...rest] = positionals as [string?, string?, ...string[]];
  try {
    const wrong = wrongLanguage(values.lang);
    if (wrong !== undefined) throw new Refusal(wrong[language]);
    if (!kinds.includes(kind as Kind)) {
      const near = nearestName(kind ?? '', kinds);
      throw new Refusal(
        {
          zh: `应说明新建什么：${kinds.join('、')}${kind === undefined ? '' : `；现为 ${kind}`}${near ? `，是不是 ${near}？` : ''}`,
          en: `Say what to make: ${kinds.join(', ')}${kind === undefined ? '' : `; found ${kind}`}${near ? `; did you mean ${near}?` : ''}`,
        }[language],
      );
    }
    const stray = kind === 'paper' ? rest[0] : folder;
    if (stray !== undefined) {
      throw new Refusal(
        {
          zh: `不知道 ${stray} 是什么意思：值写在选项后面，有空格的加引号，如 --headline "两个 词"`,
          en: `${stray} means nothing here: values stand behind options, those with blanks in quotes, as in --headline "Two words"`,
        }[language],
      );
    }
    const ask = terminal && !values.yes ? await terminalQuestions(language) : undefined;
    const desk = new Desk(values, ask, language);
    const isPaper = kind === 'paper';
    if (!isPaper && known === undefined) {
      throw new Refusal(
        {
          zh: `没有 ${root} 这个内容文件夹；另办一份报纸：npm run new -- paper ${values.content ?? 'DIR'}`,
          en: `There is no content folder ${root}; to begin another paper: npm run new -- paper ${values.content ?? 'DIR'}`,
        }[language],
      );
    }
    const into = isPaper ? resolve(desk.folder(folder)) : root;
    const begun = isPaper ? desk.begunPaper(into) : undefined;
    const files = isPaper
      ? newPaper(await desk.paper(today()), begun)
      : [await desk.entry(kind as Exclude<Kind, 'paper'>, known!)];
    place(into, files, language);
    for (const { path } of files) process.stdout.write(`${relative('', join(into, path))}\n`);
    process.stdout.write(`${nextStep(kind as Kind, into, language)}\n`);
    return 0;
  } catch (error) {
    if (error instanceof Cancelled)
      return refuse({ zh: '没有新建。', en: 'Nothing made.' }[language], 1);
    if (error instanceof Refusal) return refuse(error.message, error.code);
    throw error;
  }
}

/** Takes answers from the options, then from the person, then from what can be known. */
class Desk {
  readonly #values: Values;
  readonly #ask: Ask | undefined;
  readonly #language: CommandLanguage;

  constructor(values: Values, ask: Ask | undefined, language: CommandLanguage) {
    this.#values = values;
    this.#ask = ask;
    this.#language = language;
  }

  folder(given: string | undefined): string {
    if (given === undefined) {
      throw this.#refusal(
        '应给出文件夹：npm run new -- paper ../another-paper',
        'Name a folder: npm run new -- paper ../another-paper',
      );
    }
    return given;
  }

  /**
   * What the folder of another paper holds: nothing, or what an import put there, which is how a paper
   * without publication.yaml comes about. Anything else is somebody's and is left alone.
   */
  begunPaper(folder: string): BegunPaper | undefined {
    if (!existsSync(folder)) return undefined;
    const isFolder = lstatSync(folder).isDirectory();
    const names = isFolder ? readdirSync(folder) : [];
    if (isFolder && names.length === 0) return undefined;
    if (names.includes('editions') && !names.includes('publication.yaml')) {
      const { sections, editions } = readKnownContent(folder);
      return { sections, editions, hasLedger: names.includes('addresses') };
    }
    throw new Refusal(
      {
        zh: `${folder} 已有内容，不在上面写；换一个空的或还没有的文件夹`,
        en: `${folder} is not empty and is left alone; name an empty or a new folder`,
      }[this.#language],
      1,
    );
  }

  async paper(date: string) {
    const name = await this.#required('name', { zh: '报名', en: 'Name of the paper' });
    const language = await this.#optional(
      'language',
      { zh: '正文语言', en: 'Language' },
      /\p{Script=Han}/u.test(name) ? 'zh-Hans' : 'en',
    );
    const timeZone = await this.#optional(
      'time-zone',
      { zh: '时区', en: 'Time zone' },
      language.startsWith('zh') ? 'Asia/Shanghai' : 'UTC',
    );
    const address = await this.#optional(
      'address',
      { zh: '网址', en: 'Address' },
      'https://paper.example.org/',
    );
    const issue = await this.#optional(
      'date',
      { zh: '第一期的日期', en: 'Date of the first edition' },
      date,
    );
    this.#checkDate('--date', issue);
    const checks = { language, timeZone, address } as const;
    for (const [field, value] of Object.entries(checks)) {
      const result = publicationSchema.shape[field as keyof typeof checks].safeParse(value);
      if (result.success) continue;
      const option = field === 'timeZone' ? 'time-zone' : field;
      const wanted = publicationSchema.shape[field as keyof typeof checks].description ?? '';
      throw this.#refusal(
        `--${option} 不对：${wanted}；现为 ${value}`,
        `--${option}: found ${value}; wanted ${wanted}`,
      );
    }
    return { name, language, timeZone, address, date: issue };
  }

  async entry(kind: Exclude<Kind, 'paper'>, known: KnownContent): Promise<NewFile> {
    const ids = (entries: readonly KnownEntry[]): Set<string> =>
      new Set(entries.map(({ id }) => id));
    switch (kind) {
      case 'article':
        return newArticle(await this.#article(known), known);
      case 'edition': {
        const date = await this.#required(
          'date',
          { zh: '出版日期（如 2022-12-19）', en: 'Date (as 2022-12-19)' },
          today(),
        );
        this.#checkDate('--date', date);
        if (known.editions.some((edition) => edition.date === date)) {
          throw this.#refusal(`已有 ${date} 这一期`, `There is an edition of ${date} already`, 1);
        }
        const previous = known.editions
          .at(-1)
          ?.pages.map(({ name }) => name ?? '')
          .join(',');
        const pages = await this.#optional(
          'pages',
          { zh: '各版的版名，用逗号隔开', en: 'Names of its pages, with commas between' },
          previous ?? '',
        );
        const number = this.#values.number;
        return newEdition({
          date,
          pages: pages.split(/[,，、]/).map((name) => name.trim()),
          number,
        });
      }
      case 'columnist': {
        const name = await this.#required('name', {
          zh: '姓名，照报纸所印',
          en: 'Name as printed',
        });
        this.#checkNew(name, known.columnists, 'columnists');
        return newColumnist(name, ids(known.columnists));
      }
      case 'column': {
        const name = await this.#required('name', {
          zh: '栏目名称，照报纸所印',
          en: 'Name as printed',
        });
        this.#checkNew(name, known.columns, 'columns');
        return newColumn(name, this.#values.series, ids(known.columns));
      }
      case 'section': {
        const name = await this.#required('name', {
          zh: '版块名称，如：要闻',
          en: 'Name, e.g. News',
        });
        this.#checkNew(name, known.sections, 'sections');
        return newSection(name, known.sections.length + 1, ids(known.sections));
      }
    }
  }

  async #article(known: KnownContent): Promise<ArticleAnswers> {
    const headline = await this.#required('headline', { zh: '标题', en: 'Headline' });
    const dates = known.editions.map(({ date }) => ({ id: date, name: date })).toReversed();
    if (dates.length === 0) {
      throw this.#refusal(
        '还没有一期报纸；先新建：npm run new -- edition --date 2022-12-19',
        'There is no edition yet; make one first: npm run new -- edition --date 2022-12-19',
      );
    }
    const edition = (await this.#choice(
      'edition',
      { zh: '哪一期', en: 'Edition' },
      dates,
      dates[0]!.id,
    ))!;
    const { pages } = known.editions.find(({ date }) => date === edition)!;
    const pageChoices = pages.map(({ number, name }) => ({
      id: String(number),
      name: name === undefined ? String(number) : `${number} ${name}`,
    }));
    const page =
      (await this.#choice('page', { zh: '第几版', en: 'Page' }, pageChoices, pageChoices[0]?.id)) ??
      '1';
    const genre =
      (await this.#choice(
        'genre',
        { zh: '体裁', en: 'Genre' },
        genres.map((id) => ({ id, name: id })),
        'news',
      )) ?? 'news';
    const fallback = known.defaultSection ?? known.sections[0]?.id;
    const section = await this.#choice(
      'section',
      { zh: '版块', en: 'Section' },
      known.sections,
      fallback,
    );
    const column = await this.#choice(
      'column',
      { zh: '栏目', en: 'Column' },
      known.columns,
      undefined,
    );
    const byline = await this.#optional(
      'byline',
      { zh: '署名（没有就留空）', en: 'Byline (leave empty for none)' },
      '',
    );
    const role =
      byline === ''
        ? 'reporter'
        : ((await this.#choice(
            'role',
            { zh: '职责', en: 'Role' },
            bylineRoles.map((id) => ({ id, name: id })),
            'reporter',
          )) ?? 'reporter');
    return {
      headline,
      edition,
      page: Number(page),
      genre: isGenre(genre) ? genre : 'news',
      section,
      column,
      ...(byline === '' ? {} : { byline: { name: byline, role: role as BylineRole } }),
    };
  }

  async #required(
    option: 'name' | 'headline' | 'date',
    question: Bilingual,
    initial?: string,
  ): Promise<string> {
    const value = (this.#values[option] ?? (await this.#ask?.text(question, initial)) ?? '').trim();
    if (value !== '' && !/[\n\r]/.test(value)) return value;
    throw this.#refusal(
      `应给出 --${option}（${question.zh}）`,
      `Give --${option} (${question.en})`,
    );
  }

  async #optional(
    option: 'language' | 'time-zone' | 'address' | 'date' | 'pages' | 'byline',
    question: Bilingual,
    initial: string,
  ): Promise<string> {
    return this.#values[option]?.trim() ?? (await this.#ask?.text(question, initial)) ?? initial;
  }

  async #choice(
    option: 'edition' | 'page' | 'genre' | 'section' | 'column' | 'role',
    question: Bilingual,
    choices: readonly KnownEntry[],
    initial: string | undefined,
  ): Promise<string | undefined> {
    const given = this.#values[option]?.trim();
    if (given === undefined) {
      if (choices.length === 0 || this.#ask === undefined) return initial;
      return this.#ask.choose(question, choices, initial);
    }
    const found = choices.find(({ id, name }) => id === given || name === given);
    if (found !== undefined) return found.id;
    const near = nearestName(
      given,
      choices.flatMap(({ id, name }) => [id, name]),
    );
    const list = choices.slice(0, 20).map(({ id }) => id);
    throw this.#refusal(
      `没有“${given}”（--${option}）；有：${list.join('、') || '无'}${near === undefined ? '' : `。是不是 ${near}？`}`,
      `There is no ${given} for --${option}; there are: ${list.join(', ') || 'none'}${near === undefined ? '' : `. Did you mean ${near}?`}`,
    );
  }

  #checkNew(name: string, entries: readonly KnownEntry[], folder: string): void {
    const same = entries.find((entry) => entry.name === name);
    if (same === undefined) return;
    throw this.#refusal(
      `“${name}”已有：${folder}/${same.id}.yaml`,
      `${name} exists: ${folder}/${same.id}.yaml`,
      1,
    );
  }

  #checkDate(option: string, date: string): void {
    if (isIssueDate(date)) return;
    throw this.#refusal(
      `${option} 应为实有的日期，写作 2022-12-19；现为 ${date}`,
      `${option} should be a day that exists, as 2022-12-19; found ${date}`,
    );
  }

  #refusal(zh: string, en: string, code: 1 | 2 = 2): Refusal {
    return new Refusal({ zh, en }[this.#language], code);
  }
}

/** The date on this machine's clock, as `YYYY-MM-DD`. */
function today(): string {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

function place(root: string, files: readonly NewFile[], language: CommandLanguage): void {
  for (const { path, text } of files) {
    try {
      placeNewFile(join(root, path), text);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EEXIST') {
        throw new Refusal(
          { zh: `已有 ${path}，没有动它`, en: `${path} exists and was left alone` }[language],
          1,
        );
      }
      const fault = diskFaultOf(error);
      if (fault === undefined) throw error;
      throw new Refusal(diskSentence(fault, join(root, path))[language], 1);
    }
  }
}

function nextStep(kind: Kind, root: string, language: CommandLanguage): string {
  const shown = relative('', root) || '.';
  if (kind === 'paper') {
    return {
      zh: `下一步：EPAPER_CONTENT=${shown} npm run dev；说明见 docs/another-newspaper.md`,
      en: `Next: EPAPER_CONTENT=${shown} npm run dev; see docs/another-newspaper.md`,
    }[language];
  }
  return {
    zh: '下一步：打开文件来写，npm run dev 预览；写好了 npm run check -- --fix（检查，记下新网址），一起提交',
    en: 'Next: write in the file, npm run dev to preview; then npm run check -- --fix (checks, and records new addresses), and commit all of it',
  }[language];
}
