import type { Bilingual } from '../../newspaper/bilingual.ts';
import { diskFaultOf, diskSentence } from './disk-sentence.ts';

/** What Astro and Vite put on their errors beside the message. */
interface PlacedError extends Error {
  readonly id?: string;
  readonly hint?: string;
  readonly frame?: string;
  readonly loc?: { readonly file?: string; readonly line?: number; readonly column?: number };
}

/**
 * Says why a build or a server ended, without a stack trace: mistakes of content/ as they were found, the
 * disk's refusals in a sentence, anything else with the place that it names.
 *
 * @param thrown whatever was thrown
 * @param place where the disk refused, if it does not say so itself
 * @param verbose adds the stack of what is no editor's mistake
 */
export function explainFailure(thrown: unknown, place: string, verbose: boolean): Bilingual {
  const error: PlacedError = thrown instanceof Error ? thrown : new Error(String(thrown));
  if (error.name === 'ContentError') return both(error.message);
  const fault = diskFaultOf(error);
  if (fault !== undefined) {
    const { zh, en } = diskSentence(fault, fault.path ?? place);
    return {
      zh: `${zh}输出不全。理好之后，再来一次。`,
      en: `${en} What was written is not whole. Mend that and run it again.`,
    };
  }
  const { loc, id, hint, frame } = error;
  const file = loc?.file ?? id;
  const lines = [
    file === undefined
      ? ''
      : `${file}${loc?.line === undefined ? '' : `:${loc.line}:${(loc.column ?? 0) + 1}`}`,
    error.message.trim(),
    frame ?? '',
    hint === undefined ? '' : `→ ${hint}`,
    verbose ? (error.stack ?? '') : '',
  ].filter((line) => line !== '');
  const told = lines.join('\n');
  if (verbose) return both(told);
  return {
    zh: `${told}\n没有做成。加 -- --verbose 再来一次，看得到出错的来路。`,
    en: `${told}\nThis failed. Run it again with -- --verbose to see where it came from.`,
  };
}

function both(text: string): Bilingual {
  return { zh: text, en: text };
}
