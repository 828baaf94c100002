import { execFileSync } from 'node:child_process';
import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { layPublic } from './lay-public.ts';

function folders(): { common: string; own: string; together: string } {
  const root = mkdtempSync(join(tmpdir(), 'epaper-public-'));
  const common = join(root, 'common');
  mkdirSync(common);
  writeFileSync(join(common, 'favicon.svg'), 'common');
  writeFileSync(join(common, 'robots.txt'), 'common');
  return { common, own: join(root, 'own'), together: join(root, 'cache', 'public') };
}

test('a newspaper without files of its own has the common ones', () => {
  const { common, own, together } = folders();
  expect(layPublic(common, own, together)).toBe(common);
});

test('its own files lie over the common ones, links, pipes and hidden files are left out, and what was there before is gone', () => {
  const { common, own, together } = folders();
  mkdirSync(join(own, 'pictures'), { recursive: true });
  writeFileSync(join(own, 'favicon.svg'), 'own');
  writeFileSync(join(own, 'pictures', 'nameplate.png'), 'own');
  symlinkSync('/etc/hostname', join(own, 'secret.txt'));
  writeFileSync(join(own, '.htaccess'), 'own');
  execFileSync('mkfifo', [join(own, 'pipe.txt')]);
  mkdirSync(together, { recursive: true });
  writeFileSync(join(together, 'of-yesterday.txt'), 'old');
  expect(layPublic(common, own, together)).toBe(together);
  expect(readdirSync(together).sort()).toEqual(['favicon.svg', 'pictures', 'robots.txt']);
  expect(readFileSync(join(together, 'favicon.svg'), 'utf8')).toBe('own');
});
