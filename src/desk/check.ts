import { runCheck } from './check/check-command.ts';

process.exitCode = runCheck(process.argv.slice(2), process.env);
