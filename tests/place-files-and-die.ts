// Run by src/importer/place/place-files.test.ts: places files and kills itself, as kill -9 does, at one operation.
import { faultyDisk } from './faulty-disk.ts';
import { nodeDisk } from '../src/importer/place/node-disk.ts';
import { openContent } from '../src/importer/place/open-content.ts';
import type { Placement } from '../src/importer/place/place-files.ts';

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
