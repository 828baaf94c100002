import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { runBuild } from './run-build.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
// Inside the project, as content/ is: Astro looks for a component's script below its own root.
const output = join(root, 'tests/.output');
mkdirSync(output, { recursive: true });
const scratch = mkdtempSync(join(output, 'interactive-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const content = join(scratch, 'content');
const dist = join(scratch, 'dist');
const folder = join(content, 'articles/2024-03-07/01');
const article = `---
kind: article
genre: news
edition: 2024-03-07
page: 1
order: 7
section: sea
headline: How high the tide will stand
---

import Tides from '../../../interactive/Tides.astro'

Two high waters today, says the harbour master.

<Tides metres={1 + 3}>

High water at 6.12 and 18.40.

</Tides>

<PullQuote>The sea keeps no calendar.</PullQuote>
`;
const component = (unit: string): string => `---
const { metres } = Astro.props;
---
<figure class="tides" data-metres={metres}><slot /><output>{metres} ${unit}</output></figure>
<script>
  document.querySelector('.tides')?.setAttribute('data-alive', '');
</script>
`;

const build = (): ReturnType<typeof runBuild> => runBuild(dist, { EPAPER_CONTENT: content });
const page = (path: string): string => readFileSync(join(dist, path, 'index.html'), 'utf8');
const own = '2024-03-07/01/how-high-the-tide';

test('a component runs in an article that the maintainer has listed, and in no other', async () => {
  cpSync(join(root, 'tests/fixtures/harbour-gazette'), content, { recursive: true });
  mkdirSync(join(content, 'interactive'));
  writeFileSync(join(content, 'interactive/Tides.astro'), component('metres'));
  writeFileSync(join(folder, 'how-high-the-tide.mdx'), article);

  const publication = join(content, 'publication.yaml');
  const settings = readFileSync(publication, 'utf8');
  writeFileSync(publication, `${settings}interactive: [2024-03-07/01/how-high-the-tides]\n`);
  const refused = await build();
  expect(refused.code).toBe(1);
  // Of another name than the one that is listed: not listed.
  expect(refused.said).toContain('how-high-the-tide.mdx:11:1');
  // In the language of the terminal, else of the paper.
  expect(refused.said).toMatch(/(?:Did you mean|是不是) 2024-03-07\/01\/how-high-the-tide[?？]/);

  writeFileSync(publication, `${settings}interactive: [2024-03-07/01/how-high-the-tide]\n`);
  expect(await build()).toMatchObject({ code: 0 });
  const alive = page(own);
  expect(alive).toContain('data-metres="4"');
  expect(alive).toContain('4 metres');
  expect(alive).toMatch(/<aside class="pull-quote|<blockquote|The sea keeps no calendar/);
  const scripts = Array.from(alive.matchAll(/<script type="module" src="\/_astro\/([^"]+)"/g));
  const code = scripts.map(([, file]) => readFileSync(join(dist, '_astro', file!), 'utf8')).join();
  expect(code).toContain('data-alive');
  // Everywhere else the prose: on the newspaper page, and in descriptions.
  const onPage = page('2024-03-07/01');
  expect(onPage).toContain('High water at 6.12 and 18.40.');
  expect(onPage).not.toContain('data-metres');
  expect(alive).toMatch(/<meta name="description" content="Two high waters today/);

  // A component is part of what its article was made of.
  writeFileSync(join(content, 'interactive/Tides.astro'), component('fathoms'));
  expect(await build()).toMatchObject({ code: 0 });
  expect(page(own)).toContain('4 fathoms');
  // And without a change nothing is lost.
  expect(await build()).toMatchObject({ code: 0 });
  expect(page(own)).toContain('4 fathoms');
  expect(readdirSync(join(dist, '_astro')).length).toBeGreaterThan(0);
}, 300_000);
