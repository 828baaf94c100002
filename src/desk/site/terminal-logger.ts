/**
 * The destination of Astro's messages (`logger` of astro.config.mjs): under the commands of the desk only
 * what an editor can use. What Astro says of its own work is shown with --verbose, and to whoever runs
 * Astro by itself.
 */
import standard from 'astro/logger/node';

/** Set by the desk's commands; `verbose` shows everything. */
export const loudnessVariable = 'EPAPER_MESSAGES';

interface Message {
  readonly label: string | null;
  readonly level: string;
  readonly message: string;
  readonly newLine: boolean;
}

interface Destination {
  readonly write: (message: Message) => void;
}

/** @returns whether an editor can do something with it */
export function isForEditors({ label, level, message }: Message): boolean {
  // A new paper has no columns, and an empty folder is no mistake.
  if (/The collection "[^"]*" does not exist or is empty/.test(message)) return false;
  if (level === 'warn' || level === 'error') return true;
  return label?.startsWith('newspaper') === true;
}

export default function terminalLogger(): Destination {
  const astros = standard({}) as Destination;
  return {
    write: (message) => {
      if (process.env[loudnessVariable] !== 'quiet') astros.write(message);
      else if (!isForEditors(message)) return;
      else if (message.level === 'info') process.stdout.write(`${message.message}\n`);
      else astros.write(message);
    },
  };
}
