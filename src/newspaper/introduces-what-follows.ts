/**
 * A colon, or words that promise a list: 名单如下。 The results are as follows. Closing quotation marks
 * behind it change nothing.
 */
const promise =
  /(?:[:：︰]|(?:如下|如后|如後)[。.]?|\b(?:as follows|the following)\.?)[”’」』"')）\s]*$/iu;

/** Whether a line leads to what stands behind it (请携带：) and says nothing where that is not shown. */
export function introducesWhatFollows(text: string): boolean {
  return promise.test(text);
}
