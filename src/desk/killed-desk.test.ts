import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  killableProcess,
  killBeforeEach,
  type KillableProcess,
} from '../../tests/killable-process.ts';
import { scanFolder } from '../collections/list-content-files.ts';
import { answerMakeUp } from './make-up/answer-make-up.ts';
import { editionFiles } from './make-up/make-up-desk.ts';
import { answerDesk } from './proofreading/answer-desk.ts';
import { DeskFiles } from './proofreading/desk-files.ts';

const here = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'epaper-killed-desk-'));

const desks = { answerDesk, DeskFiles, answerMakeUp, editionFiles };

/** What a desk is asked over HTTP, by the handlers that answer it; gives the answers' statuses. */
function act(
  root: string,
  { answerDesk: desk, DeskFiles: Files, ...others }: typeof desks,
): number[] {
  const { answerMakeUp: makeUp, editionFiles: editions } = others;
  const files = new Files(root);
  const id = '2024-05-06/01/du-kou';
  const request = (type: string) => ({
    method: 'POST',
    headers: {
      host: 'localhost:4321',
      origin: 'http://localhost:4321',
      'sec-fetch-site': 'same-origin',
      'content-type': type,
    },
    remoteAddress: '127.0.0.1',
    localPort: 4321,
    isSecure: false,
  });
  const page = { ...request(''), method: 'GET', path: `${id}/`, body: '' };
  const edit = (action: object): number => {
    const digest = /data-digest="([0-9a-f]{64})"/.exec(String(desk(files, page, '/').body))![1];
    const body = JSON.stringify({ article: id, digest, action });
    return desk(files, { ...request('application/json'), path: 'edit/', body }, '/').status;
  };
  const hint = { edition: '2024-05-06', page: '1', slug: 'du-kou', hint: '{"span":2}' };
  const form = request('application/x-www-form-urlencoded');
  return [
    edit({ kind: 'text', block: 0, was: '对岸的灯亮了。', text: '灯亮了。' }),
    makeUp({ ...form, body: new URLSearchParams(hint).toString() }, editions(root)).status,
  ];
}

let killable: KillableProcess;
beforeAll(async () => {
  const modules = [
    'proofreading/answer-desk.ts',
    'proofreading/desk-files.ts',
    'make-up/answer-make-up.ts',
    'make-up/make-up-desk.ts',
  ];
  killable = await killableProcess(modules.map(here), act);
});
afterAll(() => {
  killable.remove();
  rmSync(folder, { recursive: true, force: true });
});

const front = `---
kind: article
genre: news
edition: 2024-05-06
page: 1
order: 1
headline: 渡口重开
`;
const edition = 'date: 2024-05-06\ndateSource: printed\npages:\n  - number: 1\n';
const texts: Readonly<Record<string, string>> = {
  'articles/2024-05-06/01/du-kou.mdx': `${front}---\n\n对岸的灯亮了。\n`,
  'editions/2024-05-06.yaml': edition,
  'publication.yaml': 'name: 海港日报\nlanguage: zh-Hans\n',
};
/** What each file is, one action after the other. */
const states: readonly (readonly [file: string, ...texts: readonly RegExp[]])[] = [
  ['articles/2024-05-06/01/du-kou.mdx', /\n对岸的灯亮了。\n$/, /\n灯亮了。\n$/],
  ['editions/2024-05-06.yaml', /number: 1\n$/, /du-kou: \{ span: 2 \}\n$/],
];

test('a desk killed before every operation: each file is whole, and the next request does what is left', () => {
  const reset = (): void => {
    rmSync(folder, { recursive: true, force: true });
    for (const [path, text] of Object.entries(texts)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
  };
  reset();
  const { stderr, ended: [done, statuses] = [0] } = killable.run(folder, 0);
  expect(stderr).toBe('');
  expect(statuses).toEqual([200, 303]);
  // Two files that are opened, written, brought to the disk and renamed.
  expect(done).toBeGreaterThanOrEqual(8);
  const torn = killBeforeEach(killable, folder, done, reset, (last) => {
    const names = scanFolder(folder).files.map(({ path }) => path);
    expect(names.toSorted(), `after operation ${last}`).toEqual(Object.keys(texts).sort());
    for (const [file, ...known] of states) {
      const text = readFileSync(join(folder, file), 'utf8');
      expect(
        known.some((one) => one.test(text)),
        `${file} after operation ${last}: ${text}`,
      ).toBe(true);
      expect(text.startsWith(file.startsWith('articles') ? front.slice(0, 40) : edition)).toBe(
        true,
      );
    }
    const again = act(folder, desks);
    // What was done before the kill is there, and the text that it took the place of is gone.
    expect([200, 409, 422]).toContain(again[0]);
    for (const [file, ...known] of states) {
      expect(readFileSync(join(folder, file), 'utf8'), `${file} after ${last}`).toMatch(
        known.at(-1)!,
      );
    }
  });
  // A file that is being written is there before three operations: write, fsync, rename.
  expect(torn).toBe(6);
}, 90_000);
