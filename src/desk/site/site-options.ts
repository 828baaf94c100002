import stringWidth from 'string-width';
import type { Bilingual } from '../../newspaper/bilingual.ts';
import type { CommandLanguage } from '../../wording/command-language.ts';

export const siteCommands = ['start', 'dev', 'build', 'preview'] as const;
export type SiteCommand = (typeof siteCommands)[number];

interface SiteOption {
  readonly commands: readonly SiteCommand[];
  /** How its value is called, where it takes one. */
  readonly value?: Bilingual;
  /** Whether it may stand without its value, as `--host`. */
  readonly bare?: true;
  readonly example?: string;
  readonly help: Bilingual;
}

const serving = ['start', 'dev', 'preview'] as const;

/** The options of the commands that run Astro, under Astro's names, so that its docs hold for them. */
export const siteOptions = {
  port: {
    commands: serving,
    value: { zh: '端口', en: 'N' },
    example: '4322',
    help: { zh: '在哪个端口，默认 4321', en: 'port to serve on; default 4321' },
  },
  host: {
    commands: serving,
    value: { zh: '[地址]', en: '[ADDRESS]' },
    bare: true,
    help: {
      zh: '让同一网络里的别的设备（如手机）也能打开',
      en: 'let other devices of the network, such as a phone, open it',
    },
  },
  open: {
    commands: serving,
    value: { zh: '[路径]', en: '[PATH]' },
    bare: true,
    help: { zh: '顺便在浏览器里打开', en: 'open it in the browser' },
  },
  'allowed-hosts': {
    commands: serving,
    value: { zh: '[域名]', en: '[HOSTS]' },
    bare: true,
    help: {
      zh: '经别的域名（如隧道）打开时，准许哪些，用逗号隔开',
      en: 'host names to answer to, as behind a tunnel; parted by commas',
    },
  },
  outDir: {
    commands: ['start', 'build', 'preview'],
    value: { zh: '文件夹', en: 'DIR' },
    example: '../site',
    help: { zh: '站点的文件夹，默认 dist', en: 'folder of the site; default dist' },
  },
  force: {
    commands: ['start', 'dev', 'build'],
    help: { zh: '不用以前留下的，全部重读', en: 'read everything again, whatever was kept' },
  },
  verbose: {
    commands: siteCommands,
    help: {
      zh: '连 Astro 自己的消息和出错的来路一起打印',
      en: 'print Astro’s own messages too, and where an error came from',
    },
  },
  lang: {
    commands: siteCommands,
    value: { zh: 'zh|en', en: 'zh|en' },
    example: 'en',
    help: { zh: '说中文还是英文', en: 'the language of this command' },
  },
  help: { commands: siteCommands, help: { zh: '这份说明', en: 'this text' } },
} as const satisfies Readonly<Record<string, SiteOption>>;

export type SiteOptionName = keyof typeof siteOptions;

/** The options of one command, in the order of its help. */
export function optionsOf(
  command: SiteCommand,
): readonly (readonly [SiteOptionName, SiteOption])[] {
  return (Object.entries(siteOptions) as [SiteOptionName, SiteOption][]).filter(([, option]) =>
    option.commands.includes(command),
  );
}

const purposes: Readonly<Record<SiteCommand, Bilingual>> = {
  start: {
    zh: '构建整个站点，再在本机打开它。改了内容要再来一次；边写边看用 npm run dev。',
    en: 'Builds the whole site, and serves it on this machine. For writing, take npm run dev.',
  },
  dev: {
    zh: '边写边看：文章一存盘，页面就更新；写错了，页面上说错在哪一行。',
    en: 'Shows the paper while you write: what is saved is on the page, and mistakes have their line.',
  },
  build: {
    zh: '把 content/ 构建成静态站点，放进 dist/。只印有变化的页。',
    en: 'Builds content/ into a static site in dist/. Only what changed is printed.',
  },
  preview: {
    zh: '在本机打开已经构建好的 dist/，不重新构建。',
    en: 'Serves dist/ as it was built.',
  },
};

/** What `--help` prints. */
export function siteUsage(command: SiteCommand, language: CommandLanguage): string {
  const name = command === 'start' ? 'npm start' : `npm run ${command}`;
  const rows = optionsOf(command).map(([option, { value, help }]) => {
    const left = `  --${option}${value === undefined ? '' : ` ${value[language]}`}`;
    return `${left}${' '.repeat(Math.max(2, 26 - stringWidth(left)))}${help[language]}`;
  });
  const frame = {
    zh: [
      `用法：${name} [-- 选项]`,
      '环境变量 EPAPER_CONTENT 可以换一个内容文件夹。',
      '退出码：0 完成；1 不能做或没有做成；2 用法不对。',
    ],
    en: [
      `Usage: ${name} [-- options]`,
      'EPAPER_CONTENT names another content folder.',
      'Exit codes: 0 done; 1 refused or failed; 2 wrong use.',
    ],
  }[language];
  return `${[frame[0], '', purposes[command][language], '', ...rows, '', frame[1], frame[2]].join('\n')}\n`;
}
