import type { CommandLanguage } from '../../wording/command-language.ts';
import { isCancel, note, select, text } from '@clack/prompts';
import type { Readable, Writable } from 'node:stream';
import { reviewWording } from './review-wording.ts';
import type { Choice, Reviewer } from './review-page.ts';

/**
 * A reviewer who sits at a terminal.
 *
 * @param output where the questions go; standard output may be wanted for a report
 */
export function terminalReviewer(
  input: Readable,
  output: Writable,
  language: CommandLanguage,
): Reviewer {
  return {
    show(title, body) {
      note(body, title, { output, format: (line) => line });
    },
    async choose<Value extends string>(question: string, choices: readonly Choice<Value>[]) {
      const options = choices.map(({ value, label, hint }) => ({
        value: value as string,
        label,
        ...(hint === undefined ? {} : { hint }),
      }));
      const answer = await select({
        message: `${question}${reviewWording[language].keys}`,
        options,
        maxItems: 12,
        // Its own line of instructions is in English.
        showInstructions: false,
        input,
        output,
      });
      return isCancel(answer) ? undefined : (answer as Value);
    },
    async ask(question, initial, fault) {
      const answer = await text({
        message: question,
        initialValue: initial,
        validate: (given) => fault(given ?? ''),
        input,
        output,
      });
      return isCancel(answer) ? undefined : (answer ?? '');
    },
  };
}
