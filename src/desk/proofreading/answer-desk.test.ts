import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { answerDesk, type DeskAnswer, type DeskRequest } from './answer-desk.ts';
import { DeskFiles } from './desk-files.ts';

const id = '2024-05-06/01/du-kou';
const picture = new URL(
  '../../../tests/fixtures/gangwan-ribao/articles/2024-05-06/01/lamp.png',
  import.meta.url,
);
const front = `---
kind: article
genre: news
edition: 2024-05-06
page: 1
order: 1
headline: 渡口重开
source: { file: sources/2024-05-06/01.md, lines: [1, 5] }
---
`;
const body = '船工老周说，“入园三年了。”\n\n对岸的灯亮了。\n';

let root: string;
let files: DeskFiles;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'epaper-desk-'));
  write('publication.yaml', 'name: 海港日报\nlanguage: zh-Hans\ninteractive: [2024-05-06/01/xu]\n');
  write('sources/2024-05-06/01.md', '# 渡口重开\n\n船工老周说,"人园三年了。"\n\n对岸的灯亮了。\n');
  write(`articles/${id}.mdx`, front + '\n' + body);
  write('articles/2024-05-06/01/xu.mdx', `${front}\nexport const a = 1\n`);
  files = new DeskFiles(root);
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

function write(path: string, text: string | Buffer): void {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function fileText(): string {
  return readFileSync(join(root, `articles/${id}.mdx`), 'utf8');
}

function ask(path: string, more: Partial<DeskRequest> = {}): DeskAnswer {
  const request: DeskRequest = {
    method: 'GET',
    path,
    body: '',
    remoteAddress: '127.0.0.1',
    localPort: 4321,
    isSecure: false,
    ...more,
    headers: { host: 'localhost:4321', ...more.headers },
  };
  return answerDesk(files, request, '/');
}

const own = {
  origin: 'http://localhost:4321',
  'content-type': 'application/json',
  'sec-fetch-site': 'same-origin',
};

function digest(): string {
  return /data-digest="([0-9a-f]{64})"/.exec(String(ask(`${id}/`).body))![1]!;
}

function post(action: unknown, more: { digest?: string; article?: string } = {}) {
  const { status, body: said } = ask('edit/', {
    method: 'POST',
    headers: own,
    body: JSON.stringify({ article: id, digest: more.digest ?? digest(), action, ...more }),
  });
  return {
    status,
    ...(JSON.parse(String(said)) as {
      digest?: string;
      settled?: string;
      now?: string;
      message?: string;
    }),
  };
}

const second = { block: 1, was: '对岸的灯亮了。' };

describe('pages', () => {
  test('the front lists what waits, and an article has both texts with their differences', () => {
    expect(ask('').body).toContain('待核 1 处');
    const page = String(ask(`${id}/`).body);
    expect(page).toContain('<del class="letter">人</del>');
    expect(page).toContain('<ins class="letter" data-by="unknown">入</ins>');
  });

  test('English readers are spoken to in English, and links keep it', () => {
    const page = String(ask(`${id}/?lang=en`).body);
    expect(page).toContain('<html lang="en"');
    expect(page).toContain('href="/_desk/2024-05-06/?lang=en"');
  });

  test('a scan is shown where there is one, if it is a picture', () => {
    write('sources/2024-05-06/01.png', '<svg onload="alert(1)"/>');
    expect(ask('scan/2024-05-06/01/').status).toBe(404);
    cpSync(picture, join(root, 'sources/2024-05-06/01.png'), { force: true });
    expect(ask('scan/2024-05-06/01/').headers['content-type']).toBe('image/png');
    expect(ask(`${id}/`).body).toContain('/_desk/scan/2024-05-06/01/');
    expect(ask(`${id}/`).body).not.toContain('<svg');
    const slug = id.slice(id.lastIndexOf('/') + 1);
    write(
      'sources/2024-05-06/01.zones.yaml',
      `size: [100, 200]\nzones: [{ article: ${slug}, boxes: [[10, 20, 50, 60]] }]\n`,
    );
    const { body } = ask(`${id}/`);
    expect(body).toContain('viewBox="10 20 50 60"');
    expect(body).toMatch(
      /<image href="[^"]*\/_desk\/scan\/2024-05-06\/01\/" width="100" height="200"/,
    );
  });

  test('an article with mistakes says them, with their places', () => {
    write(`articles/${id}.mdx`, front + '\n值<35\n');
    expect(ask(`${id}/`).body).toContain('第 11 行第 3 列');
    expect(post({ kind: 'text', ...second, text: '新' }).status).toBe(422);
  });
});

test.each(['gangwan-ribao', 'yanhe-chenbao', 'harbour-gazette'])(
  'every article of %s can be opened',
  (paper) => {
    const folder = new URL(`../../../tests/fixtures/${paper}`, import.meta.url);
    const own = new DeskFiles(fileURLToPath(folder));
    const articles = own.editions().flatMap((edition) => own.articlesOf(edition));
    expect(articles.length).toBeGreaterThan(2);
    for (const article of articles) {
      expect(own.open(article.id, 'en')?.desk).toHaveProperty('article');
    }
  },
);

describe('writing', () => {
  test('an edit goes into the file, and undo takes it back to the byte', () => {
    const before = fileText();
    const { status, digest: after } = post({ kind: 'text', ...second, text: '灯亮了。' });
    expect(status).toBe(200);
    expect(fileText()).toBe(before.replace('对岸的灯', '灯'));
    post({ kind: 'proof', status: 'read' });
    expect(post({ kind: 'undo' }, { digest: after! }).status).toBe(409);
    expect(post({ kind: 'undo' }).status).toBe(200);
    expect(post({ kind: 'undo' }).status).toBe(200);
    expect(fileText()).toBe(before);
    expect(post({ kind: 'undo' })).toMatchObject({ status: 422 });
    expect(readdirSync(join(root, 'articles/2024-05-06/01'))).toEqual(['du-kou.mdx', 'xu.mdx']);
  });

  test('a file of Windows, with a byte order mark, stays one', () => {
    const windows = `\ufeff${fileText().replaceAll('\n', '\r\n')}`;
    write(`articles/${id}.mdx`, windows);
    expect(post({ kind: 'split', ...second, at: 3 }).status).toBe(200);
    expect(fileText()).toBe(windows.replace('对岸的灯', '对岸的\r\n\r\n灯'));
    post({ kind: 'undo' });
    expect(fileText()).toBe(windows);
  });

  test('a file that was changed meanwhile is not written: both texts come back', () => {
    const seen = digest();
    write(`articles/${id}.mdx`, fileText().replace('灯亮了', '灯都亮了'));
    const changed = fileText();
    const answer = post({ kind: 'text', ...second, text: '我的。' }, { digest: seen });
    expect(answer).toMatchObject({ status: 409, now: '对岸的灯都亮了。' });
    expect(fileText()).toBe(changed);
    const mine = { kind: 'text', block: 1, was: answer.now, text: '我的。' };
    expect(post(mine, { digest: answer.digest! }).status).toBe(200);
    expect(fileText()).toContain('我的。');
  });

  test('what was changed elsewhere after an edit is not undone over', () => {
    post({ kind: 'text', ...second, text: '灯亮了。' });
    write(`articles/${id}.mdx`, fileText().replace('老周', '老李'));
    expect(post({ kind: 'undo' }).status).toBe(422);
    expect(fileText()).toContain('老李');
  });

  test.each([
    ['值<35', '“<”之后'],
    ['{process.exit()}', '花括号'],
    ['import x from "y"', 'import'],
    ['<script>alert(1)</script>', 'script'],
    ['[字](javascript:alert(1))', 'javascript'],
    ['字\u0000', '控制'],
  ])('%j is refused with its sentence, and the file stays', (text, sentence) => {
    const before = fileText();
    const { status, message } = post({ kind: 'text', ...second, text });
    expect(status).toBe(422);
    expect(message).toContain(sentence);
    expect(fileText()).toBe(before);
  });
});

describe('accepting', () => {
  const decisions = 'sources/2024-05-06/01.decisions.yaml';
  const kept = (): string => readFileSync(join(root, decisions), 'utf8');
  const letter = (): string => {
    const keys: string[] = [];
    visit(fromHtml(String(ask(`${id}/`).body)), 'element', ({ properties }) => {
      if (properties['dataKind'] === 'letter') keys.push(String(properties['dataKey']));
    });
    return keys[0]!;
  };

  test('a letter let stand is kept beside the source page; the next editor is not asked again', () => {
    const before = fileText();
    expect(post({ kind: 'accept', stop: letter() })).toMatchObject({
      status: 200,
      settled: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(fileText()).toBe(before);
    expect(kept()).toContain('line: 3\n  text: 周说，“入园三年了\n  action: accept\n');
    files = new DeskFiles(root);
    expect(ask('').body).toContain('没有待核之处');
    // Another letter in its place is another question.
    write(`articles/${id}.mdx`, before.replace('入园', '八园'));
    expect(ask('').body).toContain('待核 1 处');
  });

  test('is taken back, and what others have written in the file stays', () => {
    const others = '# 别动\n- line: 5 # 看过\n  action: accept\n  finding: ghost-line\n';
    for (const before of [undefined, others]) {
      if (before !== undefined) write(decisions, before);
      post({ kind: 'accept', stop: letter() });
      expect(post({ kind: 'undo' }).status).toBe(200);
      expect(existsSync(join(root, decisions)) ? kept() : undefined).toBe(before);
      expect(ask('').body).toContain('待核 1 处');
    }
  });

  test('edits and acceptances are undone in their order', () => {
    const before = fileText();
    post({ kind: 'text', ...second, text: '灯亮了。' });
    post({ kind: 'accept', stop: letter() });
    expect(post({ kind: 'undo' })).toMatchObject({ status: 200, settled: '' });
    expect(fileText()).toContain('灯亮了。');
    post({ kind: 'undo' });
    expect(fileText()).toBe(before);
    expect(post({ kind: 'undo' }).status).toBe(422);
  });

  test.each<[string, () => void]>([
    ['cannot be read', () => write(decisions, '- line: 一\n')],
    ['lies elsewhere', () => symlinkSync('/tmp', join(root, decisions))],
  ])('a file of decisions that %s is not written over', (_, make) => {
    make();
    const answer = post({ kind: 'accept', stop: letter() });
    expect(answer).toMatchObject({ status: 422, message: expect.stringContaining('读不出来') });
  });

  test('what is no stop is not accepted', () => {
    expect(post({ kind: 'accept', stop: 'letter' }).status).toBe(422);
    expect(existsSync(join(root, decisions))).toBe(false);
  });
});

describe('attacks', () => {
  test('a text is a text on the page, whatever it says', () => {
    const attack = '</script><script>alert(1)</script><img src=x onerror=alert(1)>"\'&amp;';
    write(`articles/${id}.mdx`, front.replace('渡口重开', JSON.stringify(attack)) + '\n' + body);
    write('sources/2024-05-06/01.md', `${attack}\n\n${attack}\n\n对岸的灯亮了。\n`);
    for (const path of ['', `${id}/`]) {
      const names: string[] = [];
      visit(fromHtml(String(ask(path).body)), 'element', ({ tagName, properties }) => {
        names.push(tagName, ...Object.keys(properties).filter((name) => /^on/i.test(name)));
      });
      expect(names.filter((name) => /^(?:script|img|on.*)$/i.test(name))).toEqual(['script']);
    }
    expect(ask('').headers['content-security-policy']).toContain("script-src 'self';");
  });

  test.each([
    '../../../etc/passwd',
    '2024-05-06/01/../../../publication',
    '2024-05-06/01/..%2f..%2fsecret',
    '2024-05-06/01/du-kou\u0000',
    '2024-05-06\\01\\du-kou',
    '2024-05-06/1/du-kou',
    '/2024-05-06/01/du-kou',
    '__proto__/01/du-kou',
    '2024-05-06/01/xu',
    '2024-05-06/01/link',
    '2024-05-06/02/beyond',
  ])('%j is no article', (article) => {
    symlinkSync(join(root, 'publication.yaml'), join(root, 'articles/2024-05-06/01/link.mdx'));
    const outside = mkdtempSync(join(tmpdir(), 'epaper-beyond-'));
    writeFileSync(join(outside, 'beyond.mdx'), front + '\n' + body);
    symlinkSync(outside, join(root, 'articles/2024-05-06/02'));
    expect(post({ kind: 'proof', status: 'read' }, { article, digest: '0' }).status).toBe(404);
    expect(ask(`${article}/`).status).toBe(404);
    expect(readFileSync(join(outside, 'beyond.mdx'), 'utf8')).toBe(front + '\n' + body);
    rmSync(outside, { recursive: true });
  });

  test.each<[string, Partial<DeskRequest>]>([
    ['another name (DNS rebinding)', { headers: { host: 'evil.example:4321' } }],
    ['a name that begins alike', { headers: { host: 'localhost.evil.example:4321' } }],
    ['another port', { headers: { host: 'localhost:80' } }],
    ['no name', { headers: { host: undefined } }],
    ['another machine', { remoteAddress: '192.168.1.20' }],
    ['another machine over IPv6', { remoteAddress: 'fe80::1' }],
    ['a page of another port', { headers: { origin: 'http://localhost:3000' } }],
    [
      'a picture on another site',
      { headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'no-cors' } },
    ],
    [
      'a frame on another site',
      {
        headers: {
          'sec-fetch-site': 'cross-site',
          'sec-fetch-mode': 'navigate',
          'sec-fetch-dest': 'iframe',
        },
      },
    ],
  ])('%s is not answered', (_, request) => {
    const { status, body: said } = ask(`${id}/`, request);
    expect(status).toBe(403);
    expect(said).not.toContain('渡口');
  });

  test('a link from elsewhere opens the desk; 127.0.0.1 and [::1] are this machine', () => {
    const link = {
      'sec-fetch-site': 'cross-site',
      'sec-fetch-mode': 'navigate',
      'sec-fetch-dest': 'document',
    };
    expect(ask('', { headers: link }).status).toBe(200);
    expect(ask('', { headers: { host: '127.0.0.1:4321' } }).status).toBe(200);
    expect(ask('', { headers: { host: '[::1]:4321' }, remoteAddress: '::1' }).status).toBe(200);
  });

  test.each<[string, Record<string, string | undefined>, number]>([
    ['a foreign origin', { ...own, origin: 'https://evil.example' }, 403],
    ['no proof of its origin', { ...own, origin: undefined, 'sec-fetch-site': undefined }, 403],
    ['no page at all', { ...own, origin: undefined, 'sec-fetch-site': 'none' }, 403],
    ['the origin null', { ...own, origin: 'null' }, 403],
    ['another scheme', { ...own, origin: 'https://localhost:4321' }, 403],
    ['a foreign site', { ...own, 'sec-fetch-site': 'cross-site' }, 403],
    ['the same site, another origin', { ...own, 'sec-fetch-site': 'same-site' }, 403],
    ['a form', { ...own, 'content-type': 'text/plain' }, 415],
    ['JSON that says it is a form', { ...own, 'content-type': 'text/plain;application/json' }, 415],
  ])('%s writes nothing', (_, headers, expected) => {
    const before = fileText();
    const action = { kind: 'proof', status: 'read' };
    const wish = JSON.stringify({ article: id, digest: digest(), action });
    expect(ask('edit/', { method: 'POST', headers, body: wish }).status).toBe(expected);
    expect(fileText()).toBe(before);
  });

  test.each([
    '',
    '[]',
    '{"article":1}',
    'null',
    '{"article":"x","digest":"x","action":{"kind":"rm"}}',
  ])('%j is no request', (wish) => {
    expect(ask('edit/', { method: 'POST', headers: own, body: wish }).status).toBe(400);
  });

  test('a browser that sends one proof only is believed', () => {
    const body = '{}';
    for (const headers of [
      { ...own, origin: undefined },
      { ...own, 'sec-fetch-site': undefined },
    ]) {
      expect(ask('edit/', { method: 'POST', headers, body }).status).toBe(400);
    }
  });

  test('other methods do nothing', () => {
    for (const method of ['PUT', 'DELETE']) {
      expect(ask(`${id}/`, { method, headers: own }).status).toBe(405);
    }
    expect(ask('edit/').status).toBe(404);
  });
});
