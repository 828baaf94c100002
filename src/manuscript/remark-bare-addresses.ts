import type { Code, Construct, Effects, State } from 'micromark-util-types';
import type { Processor } from 'unified';

/** How an address begins in prose, up to where Chinese begins. */
export const bareAddress = /(?:(?<![A-Za-z])https?:\/\/|(?<![\p{L}\p{N}])www\.)[!-~]+/giu;

/**
 * Ends bare addresses where Chinese begins, and lets one begin behind Chinese punctuation: GFM's
 * autolinks run to the next blank, so that `详见www.example.org，**谢谢**` would link all of it, marks
 * too (GFM 6.9; no blank ends a Chinese word).
 *
 * Stands behind remark-gfm. The search that mdast-util-gfm-autolink-literal makes afterwards for what
 * its tokenizer has passed over is left out: it looks from each `www.` to the end of the line (50,000
 * of them took 11 s), and what it finds has no place.
 */
export function remarkBareAddresses(this: Processor): void {
  const data = this.data();
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? [])
    .flat()
    .map((extension) => ({ ...extension, transforms: [] }));
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) => ({
    ...extension,
    text: Object.fromEntries(
      Object.entries(extension.text ?? {}).map(([begins, constructs]) => [
        begins,
        [constructs ?? []].flat().map(amongChinese),
      ]),
    ),
  }));
}

/** For its tokenizer, and for those that it asks in turn, a character beyond ASCII is a blank. */
function amongChinese(construct: Construct): Construct {
  if (!/^(?:www|protocol)Autolink$/.test(construct.name ?? '')) return construct;
  const isWww = construct.name === 'wwwAutolink';
  return {
    ...construct,
    tokenize(effects, ok, nok) {
      if (isWww && !partsWords(this.previous)) return nok;
      let here: Code = null;
      let hasLeft = false;
      // Whoever goes on gets the character as it is.
      const back =
        (state: State): State =>
        () =>
          state(here);
      const leave =
        (state: State): State =>
        () => {
          hasLeft = true;
          return state(here);
        };
      const within =
        (state: State): State =>
        (code) => {
          here = code;
          const next = state(code !== null && code > tilde ? blank : code);
          return hasLeft || next === undefined ? next : within(next);
        };
      const asked = (one: Construct): Construct => ({
        ...one,
        tokenize(_effects, then, otherwise) {
          return one.tokenize.call(this, inner, back(then), back(otherwise));
        },
      });
      const inner: Effects = {
        ...effects,
        attempt: (one, ...after) => effects.attempt(asked(one as Construct), ...after),
        check: (one, ...after) => effects.check(asked(one as Construct), ...after),
      };
      // The tokenizer of www takes a few marks of ASCII alone for what may stand before it.
      const context = isWww ? Object.create(this, { previous: { value: blank } }) : this;
      return within(construct.tokenize.call(context, inner, leave(ok), leave(nok)));
    },
  };
}

const blank = 0x20;
const tilde = 0x7e;

/** Whether an address may begin behind a character; below 0 are line ends and tabs. */
function partsWords(code: Code): boolean {
  return code === null || code < 0 || !/[\p{L}\p{N}\p{Cs}]/u.test(String.fromCharCode(code));
}
