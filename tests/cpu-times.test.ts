import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { cpuTimesOf } from './cpu-times.ts';

describe('cpuTimesOf', () => {
  test('reads parent, own time and that of ended children, whatever the program is called', () => {
    const stat = '4242 (a) b (c d) S 17 4242 1 0 -1 4194304 900 30 0 0 150 50 1200 300 20 0 11 0 9';
    expect(cpuTimesOf(stat)).toEqual({ parent: 17, own: 2, ended: 15 });
  });

  test.runIf(process.platform === 'linux')('agrees with what Node says of its own process', () => {
    const { user, system } = process.cpuUsage();
    const { parent, own } = cpuTimesOf(readFileSync(`/proc/${process.pid}/stat`, 'utf8'));
    expect(parent).toBe(process.ppid);
    expect(own).toBeCloseTo((user + system) / 1e6, 0);
  });
});
