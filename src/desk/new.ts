import { runNew } from './new/new-command.ts';
import { ignoreClosedOutput } from './ignore-closed-output.ts';

ignoreClosedOutput();
const terminal = Boolean(process.stdin.isTTY && process.stdout.isTTY);
process.exitCode = await runNew(process.argv.slice(2), process.env, terminal);
