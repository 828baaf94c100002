/** A person who has never seen this project, from `new` to the page, with the mistakes that people make. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test, vi } from 'vitest';
import { runCheck } from '../../src/desk/check/check-command.ts';
import { buildSite } from './run-build.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'epaper-contributor-'));
const paper = join(folder, 'paper');
const article = 'articles/2024-05-06/01/du-kou-xiu-hao-le.mdx';
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const environment = {
  ...process.env,
  EPAPER_CONTENT: paper,
  LANG: 'zh_CN.UTF-8',
  GITHUB_ACTIONS: '',
};

function run(command: 'new' | 'check', ...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(root, `src/desk/${command}.ts`), ...args],
    { cwd: root, encoding: 'utf8', env: environment },
  );
  expect(stderr).not.toMatch(/^\s+at /m);
  return { code: status, said: stdout + stderr };
}

/** The same command without a process of its own, which would cost a CPU second each time. */
function check(...args: string[]) {
  let said = '';
  const write = (chunk: unknown): true => {
    said += String(chunk);
    return true;
  };
  const spies = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(write),
  );
  try {
    const code = runCheck(args, environment);
    return { code, said };
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
}

interface Mistake {
  readonly slip: string;
  readonly from: string;
  readonly to: string;
  readonly id: string;
  /** Whether --fix mends it; otherwise the person does as the message says. */
  readonly mended: boolean;
}

const mistakes: readonly Mistake[] = [
  {
    slip: '全角冒号',
    from: 'headline: 渡口',
    to: 'headline：渡口',
    id: 'yaml-full-width-colon',
    mended: true,
  },
  { slip: '冒号后没有空格', from: 'order: 2', to: 'order:2', id: 'yaml-colon-blank', mended: true },
  { slip: '全角数字', from: 'page: 1', to: 'page: １', id: 'field-full-width-digit', mended: true },
  {
    slip: '少了后引号',
    from: 'headline: 渡口修好了',
    to: 'headline: "渡口修好了',
    id: 'yaml-quote-open',
    mended: true,
  },
  {
    slip: '引号结束早了',
    from: 'headline: 渡口修好了',
    to: 'headline: "渡口"修好了',
    id: 'yaml-quote-early',
    mended: false,
  },
  { slip: '字段名打错', from: 'headline:', to: 'headlin:', id: 'field-unknown', mended: false },
  {
    slip: '没有的版块',
    from: 'section: yaowen',
    to: 'section: yaowne',
    id: 'section-unknown',
    mended: false,
  },
  {
    slip: '没有的日子',
    from: 'edition: 2024-05-06',
    to: 'edition: 2024-05-32',
    id: 'field-value',
    mended: false,
  },
  { slip: '次序跳了', from: 'order: 2', to: 'order: 4', id: 'order-gap', mended: false },
  {
    slip: '结束的 --- 写成了破折号',
    from: 'proof: unread\n---',
    to: 'proof: unread\n——',
    id: 'front-matter-unclosed',
    mended: false,
  },
  { slip: '字面的小于号', from: '不到35吨', to: '<35吨', id: 'stray-less-than', mended: true },
  {
    slip: '组件名小写',
    from: '两岸通船',
    to: '两岸<unclear>通船</unclear>',
    id: 'html-forbidden',
    mended: false,
  },
  { slip: '半角标点', from: '昨天，', to: '昨天,', id: 'half-width-punctuation', mended: true },
  { slip: '段首空格', from: '昨天，', to: '　　昨天，', id: 'indent-blanks', mended: true },
  { slip: '直引号', from: '“路通了”', to: '"路通了"', id: 'straight-quote', mended: true },
  {
    slip: '少了后引号（正文）',
    from: '“路通了”',
    to: '“路通了',
    id: 'quotes-unpaired',
    mended: false,
  },
  {
    slip: '没有的图片',
    from: '\n两岸',
    to: '\n<Photo src="a.jpg" alt="渡口" caption="渡口" credit="马小河 摄" />\n\n两岸',
    id: 'picture-missing',
    mended: false,
  },
];

describe('from nothing to the page', () => {
  const path = join(paper, article);
  let sound = '';

  test('new makes a paper and an article that check has nothing against but the text to write', () => {
    expect(run('new', 'paper', paper, '--name', '海港日报', '--date', '2024-05-06').code).toBe(0);
    expect(run('new', 'article', '--headline', '渡口修好了').code).toBe(0);
    const { code, said } = run('check');
    expect(code).toBe(0);
    expect(said.match(/placeholder-text/g)).toHaveLength(2);
    for (const file of [
      'articles/2024-05-06/01/hai-gang-ri-bao-dian-zi-ban-kai-ban.mdx',
      article,
    ]) {
      const text = readFileSync(join(paper, file), 'utf8');
      const body = '昨天，渡口修好了。他说：“路通了”。产量不到35吨。\n\n两岸通船。\n';
      writeFileSync(join(paper, file), text.replace(/（在这里写正文.*\n/, body));
    }
    // Their addresses are noted.
    expect(run('check', '--fix').code).toBe(0);
    expect(run('check').said).toBe('2 篇文章，没有要改的。\n');
    sound = readFileSync(path, 'utf8');
  });

  test.each(mistakes)('$slip: told on its line', ({ from, to, id, mended }) => {
    expect(sound).toContain(from);
    const broken = sound.replace(from, () => to);
    writeFileSync(path, broken);
    const told = check(article);
    expect(told.said).toContain(`  ${id}\n`);
    const [, line] = new RegExp(`^  (\\d+):\\d+  .*  ${id}$`, 'm').exec(told.said)!;
    expect(broken.split('\n')[Number(line) - 1]).toContain(
      to
        .trim()
        .split('\n')
        .at(to.startsWith('proof') ? -1 : 0)!
        .slice(0, 5),
    );
    expect(told.code).toBe(told.said.includes('错误  ') ? 1 : 0);
    check('--fix', article);
    const after = readFileSync(path, 'utf8');
    // A value in quotes is the same value.
    expect(after.replace('"渡口修好了"', '渡口修好了')).toBe(
      mended ? sound.replace('不到35', id === 'stray-less-than' ? '\\<35' : '不到35') : broken,
    );
    writeFileSync(path, sound);
  });

  test('and the page is there', async () => {
    expect(run('check').code).toBe(0);
    await buildSite(join(folder, 'dist'), { EPAPER_CONTENT: paper });
    const page = readFileSync(
      join(folder, 'dist/2024-05-06/01/du-kou-xiu-hao-le/index.html'),
      'utf8',
    );
    expect(page).toContain('渡口修好了');
    expect(page).toContain('两岸通船。');
  });
});
