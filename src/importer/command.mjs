import { enableCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';
import { findPackedProgram, isWorthPacking, packProgram } from './packed-program.mjs';

// Plain JavaScript, and before any other module is loaded: Node keeps what it has made of them, the types
// taken off, and the program that takes types off (0.15 CPU seconds to load) is not needed at all. Where
// the folder cannot be written nothing is kept.
enableCompileCache(fileURLToPath(new URL('../../.cache/compile', import.meta.url)));
// Behind `| head` nobody reads on: the pipe that closes is no fault, and the import ends as usual.
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    if (error.code !== 'EPIPE') throw error;
  });
}
const packed = findPackedProgram();
const { runImport } = await import(packed ?? './import-command.ts');

const args = process.argv.slice(2);
process.exitCode = await runImport(args);
if (packed === undefined && isWorthPacking(args, process.exitCode)) await packProgram();
