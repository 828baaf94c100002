import { describe, expect, it } from 'vitest';
import { readRuleWords } from './rule-words.ts';
import { publicationSchema } from './publication.ts';

const publication = {
  name: '河口晨报',
  language: 'zh-Hans',
  timeZone: 'Asia/Shanghai',
  address: 'https://paper.example.org/',
  description: '一份虚构的报纸',
  rights: { holder: '河口晨报社', notice: '版权所有' },
};

/** Paths of what is refused, with the words. */
function refused(more: Record<string, unknown>): string[] {
  const { error } = publicationSchema.safeParse({ ...publication, ...more });
  return (error?.issues ?? []).map(
    ({ path, message }) => `${path.join('.')}: ${readRuleWords(message).zh}`,
  );
}

describe('a publication', () => {
  it('has no ears where none are written', () => {
    expect(publicationSchema.parse(publication)).toEqual({ ...publication, ears: [] });
  });

  it.each([
    ...['en', 'zh-Hant-HK', 'gsw', 'de-1996', 'sl-rozaj-biske'].map((language) => ({ language })),
    ...['UTC', 'America/Argentina/Buenos_Aires'].map((timeZone) => ({ timeZone })),
    ...[
      'http://paper.example.org',
      'HTTPS://paper.example.org/',
      'https://paper.example.org:8443/a-b/~c/d.e_f/',
      'https://报.example.org/',
      'https://[2001:db8::1]/',
    ].map((address) => ({ address })),
    { repository: 'https://git.example.org/paper' },
    { repository: 'http://git.example.org/paper', admin: false },
    { repository: 'https://github.com/a/paper', admin: true },
    { repository: 'https://gitlab.com/a/paper', admin: true },
    { repository: 'https://codeberg.org/a/paper', admin: true },
    { identifiers: { issn: '1234-5679' } },
    { identifiers: { issn: '1234-567X', cn: 'CN 37-0033' } },
    { interactive: [] },
    { interactive: ['2022-12-19/01/shuiguan', '2022-12-19/112/a-1', 'pages/about'] },
    { ears: ['零售 一元', '今日四版'] },
    { lead: 'top-left' },
    { lead: 'top-right' },
    { rights: { holder: '甲', notice: '乙', license: 'CC BY 4.0' } },
    { nameplate: { file: 'a.svg' } },
    { nameplate: { file: 'logos/2022/name_plate-1.jpeg', dark: 'dark.webp' } },
    { nameplate: { file: 'a.png', dark: 'B.avif' } },
    { nameplate: { file: 'a.jpg' } },
    { relatedReading: false },
    { outputs: { epub: 'none' } },
    { defaultSection: 'yaowen' },
  ])('may have %j', (more) => {
    expect(refused(more)).toEqual([]);
  });

  const language = 'language: 应为 BCP 47 语言标签，如 zh-Hans';
  const credentials = 'address: 里不得有用户名和密码（@ 之前的部分）';
  const path = 'address: 的路径应只有字母、数字、点、连字符和斜线，如 https://example.org/paper/';
  const host = 'admin: 要同时写 repository，并且在 github.com、gitlab.com 或 codeberg.org 上';
  const listed = 'interactive.0: 应为 日期/版次/文件名，如 2022-12-19/01/shuiguan，或 pages/文件名';
  const picture =
    'nameplate.file: 应为 public/ 里一张 svg、png、webp、avif 或 jpg 图片的文件名，如 nameplate.svg';
  it.each<[more: Record<string, unknown>, told: string]>([
    ...['', 'z', 'zh_Hans', 'zh-', 'Zh', 'english', 'xxzh-Hans', 'zh-Hans ', 'zh-1'].map(
      (tag): [Record<string, unknown>, string] => [{ language: tag }, language],
    ),
    // The shape is right, and it is no tag.
    [{ language: 'en-a-b' }, language],
    [{ language: 'zh-Hans-Hans' }, language],
    ...['Asia/Hekou', '', '+25:00'].map((timeZone): [Record<string, unknown>, string] => [
      { timeZone },
      'timeZone: 应为 IANA 时区，如 Asia/Shanghai',
    ]),
    [{ address: 'https://a:b@paper.example.org/' }, credentials],
    [{ address: 'HTTP://a@paper.example.org/' }, credentials],
    ...['?a', '#a', 'a b/', '%20/', '报/', '"/', "'/", '<b>/', 'paper/?', '(a)/'].map(
      (after): [Record<string, unknown>, string] => [
        { address: `https://paper.example.org/${after}` },
        path,
      ],
    ),
    [{ address: 'https://paper.example.org?a' }, path],
    [{ address: 'https://paper.example.org#a' }, path],
    [
      { repository: 'https://a:b@git.example.org/' },
      'repository: 里不得有用户名和密码（@ 之前的部分）',
    ],
    [{ admin: true }, host],
    [{ admin: true, repository: 'https://git.example.org/a/paper' }, host],
    [{ admin: true, repository: 'https://github.com.evil.example/a/paper' }, host],
    [{ admin: true, repository: 'https://evil.example/github.com' }, host],
    ...[
      '2022-12-19/1/a',
      '2022-12-19/0001/a',
      '22-12-19/01/a',
      '2022-1-19/01/a',
      '2022-12-1/01/a',
      '2022-12-19/01/A',
      '2022-12-19/01/',
      '2022-12-19/01/a/b',
      'x/pages/about',
      'pages/about.mdx',
      'about',
      '2022-12-19/xx/a',
      'xxxx-12-19/01/a',
      '2022-xx-19/01/a',
      '2022-12-xx/01/a',
    ].map((id): [Record<string, unknown>, string] => [{ interactive: [id] }, listed]),
    ...['a.gif', '/a.svg', '../a.svg', 'a b.png', 'a//b.png', 'a/.png', 'a.svg.html', '报.png'].map(
      (file): [Record<string, unknown>, string] => [{ nameplate: { file } }, picture],
    ),
  ])('may not have %j', (more, told) => {
    expect(refused(more)).toEqual([told]);
  });

  it.each<[more: Record<string, unknown>, path: string]>([
    [{ address: 'ftp://paper.example.org/' }, 'address'],
    [{ address: 'xhttps://paper.example.org/' }, 'address'],
    [{ address: 'httpsx://paper.example.org/' }, 'address'],
    [{ address: 'paper.example.org' }, 'address'],
    [{ repository: 'git://git.example.org/' }, 'repository'],
    [{ repository: 'httpsx://git.example.org/' }, 'repository'],
    [{ repository: 'xhttp://git.example.org/' }, 'repository'],
    [{ description: '' }, 'description'],
    [{ rights: { holder: '甲', notice: '' } }, 'rights.notice'],
    [{ rights: { holder: '', notice: '乙' } }, 'rights.holder'],
    [{ rights: { holder: '甲', notice: '乙', year: 2022 } }, 'rights'],
    ...['12345-5679', '1234-567', '1234-56789', '1234-567x', 'ISSN 1234-5679', '12a4-5679'].map(
      (issn): [Record<string, unknown>, string] => [{ identifiers: { issn } }, 'identifiers.issn'],
    ),
    [{ identifiers: { isbn: '1' } }, 'identifiers'],
    [{ ears: ['一', '二', '三'] }, 'ears'],
    [{ lead: 'top' }, 'lead'],
    [{ defaultSection: '' }, 'defaultSection'],
    [{ nameplate: { file: 'a.png', light: 'b.png' } }, 'nameplate'],
    [{ outputs: { pdf: true } }, 'outputs'],
    [{ outputs: { epub: 'both' } }, 'outputs.epub'],
    [{ colour: 'red' }, ''],
  ])('may not have %j either', (more, path) => {
    expect(refused(more).map((text) => text.slice(0, text.indexOf(':')))).toContain(path);
  });
});
