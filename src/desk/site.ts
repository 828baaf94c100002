import { ignoreClosedOutput } from './ignore-closed-output.ts';
import { runSiteCommand } from './site/site-command.ts';
import type { SiteCommand } from './site/site-options.ts';

ignoreClosedOutput();

// package.json names the command: start, dev, build or preview.
const [command, ...args] = process.argv.slice(2);
process.exitCode = await runSiteCommand(command as SiteCommand, args, process.env);
