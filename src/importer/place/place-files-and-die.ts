// Run by place-files.test.ts: places files and kills itself, as kill -9 does, at one operation.
import { faultyDisk } from './faulty-disk.ts';
import { nodeDisk } from './node-disk.ts';
import { openContent } from './open-content.ts';
import type { Placement } from './place-files.ts';

const [root, at, placement] = process.argv.slice(2) as [string, string, string];
const disk = faultyDisk(nodeDisk, {
  how: 'die',
  at: Number(at),
  kill: () => process.kill(process.pid, 'SIGKILL'),
});
const content = openContent(disk, root);
if (!('root' in content)) throw new Error(JSON.stringify(content));
content.place(JSON.parse(placement) as Placement);
content.close();
