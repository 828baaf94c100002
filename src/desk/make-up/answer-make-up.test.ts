import { expect, it } from 'vitest';
import { answerMakeUp, type LayoutRequest } from './answer-make-up.ts';

const edition = 'date: 2024-05-06\ndateSource: printed\npages:\n  - number: 1\n';

function ask(
  form: Record<string, string>,
  more: Partial<LayoutRequest> = {},
  text = edition,
  refusal?: Error,
) {
  let written: string | undefined;
  const answer = answerMakeUp(
    {
      method: 'POST',
      headers: {
        host: 'localhost:4321',
        origin: 'http://localhost:4321',
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      remoteAddress: '127.0.0.1',
      localPort: 4321,
      isSecure: false,
      body: new URLSearchParams(form).toString(),
      ...more,
    },
    {
      read: (date) => (date === '2024-05-06' ? text : undefined),
      replace: (_date, next) => {
        if (refusal !== undefined) throw refusal;
        written = next;
      },
    },
  );
  return { status: answer.status, said: answer.message, written };
}
const good = { edition: '2024-05-06', page: '1', slug: 'dukou', hint: '{"span":2}' };

it('writes the hint into the edition and leads back to the page', () => {
  expect(ask(good)).toMatchObject({
    status: 303,
    written: `${edition}    layout:\n      dukou: { span: 2 }\n`,
  });
});

it.each<[what: string, form: Record<string, string>, status: number]>([
  ['a path for a date', { ...good, edition: '../publication' }, 400],
  ['a path for a name', { ...good, slug: '../x' }, 400],
  ['a hint that is none', { ...good, hint: '{"span":99}' }, 400],
  ['no JSON', { ...good, hint: '{' }, 400],
  ['an edition that is not there', { ...good, edition: '2024-05-07' }, 409],
  ['a page that is not there', { ...good, page: '2' }, 409],
])('refuses %s', (_what, form, status) => {
  expect(ask(form)).toMatchObject({ status, written: undefined });
});

it.each<[what: string, more: Partial<LayoutRequest>]>([
  ['from another site', { headers: { host: 'localhost:4321', origin: 'https://example.org' } }],
  ['to another name', { headers: { host: 'example.org', origin: 'http://example.org' } }],
  ['from the network', { remoteAddress: '192.168.1.7' }],
  ['by a link', { method: 'GET' }],
])('refuses a request %s', (_what, more) => {
  expect(ask(good, more)).toMatchObject({ status: 403, written: undefined });
});

it('says which file a disk does not take', () => {
  const full = Object.assign(new Error('ENOSPC: no space left on device, write'), {
    code: 'ENOSPC',
  });
  const { status, said } = ask(good, {}, edition, full);
  expect(status).toBe(500);
  expect(said).toContain('写不到 editions/2024-05-06.yaml');
});

it.each([
  ['aliases without end', `${edition}x: &x [1]\n${'y: [*x, *x]\n'.repeat(200)}`],
  ['an alias of nothing', `pages: *none\n`],
  ['pages that are no list', 'pages: 1\n'],
  ['nothing', ''],
  ['a page that is null', 'pages:\n  -\n'],
  ['5,000 brackets', `pages: ${'['.repeat(5000)}\n`],
])('an edition with %s stays as it is', (_what, text) => {
  const { status, written } = ask(good, {}, text);
  expect([status, written]).toEqual([409, undefined]);
});
