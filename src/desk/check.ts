import { runCheck } from './check/check-command.ts';
import { ignoreClosedOutput } from './ignore-closed-output.ts';

ignoreClosedOutput();
process.exitCode = runCheck(process.argv.slice(2), process.env);
