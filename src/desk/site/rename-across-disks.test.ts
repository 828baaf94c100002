import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { moveOrCopy } from './rename-across-disks.ts';

test('a file goes to another disk, and no other refusal is hidden', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'epaper-rename-'));
  try {
    const [from, to] = [join(folder, 'from'), join(folder, 'to')];
    const refuse = (code: string) => () => Promise.reject(Object.assign(new Error(code), { code }));
    writeFileSync(from, '渡口');
    await expect(moveOrCopy(refuse('EACCES'))(from, to)).rejects.toThrow('EACCES');
    expect(existsSync(to)).toBe(false);
    await moveOrCopy(refuse('EXDEV'))(from, to);
    expect(readFileSync(to, 'utf8')).toBe('渡口');
    expect(existsSync(from)).toBe(false);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
