import { xmlText } from './write-xml.ts';

/** Writes JSON without the control characters and lone surrogates that some of its readers choke on. */
export function writeJson(value: unknown): string {
  return JSON.stringify(value, (_name, part: unknown) =>
    typeof part === 'string' ? xmlText(part) : part,
  );
}
