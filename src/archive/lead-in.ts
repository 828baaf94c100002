/** The formula that opens a news report: 本报讯（记者 …）, 新华社某地12月18日电（记者…）. */
export interface LeadIn {
  /** As printed, with its closing bracket. */
  readonly leadIn: string;
  readonly rest: string;
}

/**
 * Splits the lead-in off the first paragraph of a report.
 *
 * Recognised are 讯 and 电 with who sent it (本报, 新华社, 中新社, 综合 …), the place and date of a
 * telegram, and the names in full-width brackets. Both parts together are the text, character for
 * character; null where a paragraph simply begins.
 *
 * @param text plain text or inner HTML; a lead-in with marks inside is left alone
 */
export function splitLeadIn(text: string): LeadIn | null {
  const match =
    /^(?:(?:本报|本刊|本台|本社|综合|据)?[^\s，。；：？！（）<>&]{0,12}(?:讯|訊|电|電|消息))?(?:（[^（）<>&]{0,60}(?:记者|記者|通讯员|通訊員|报道|報道|报导)[^（）<>&]{0,60}）)/u.exec(
      text,
    ) ?? /^(?:本报讯|本報訊|本刊讯|新华社[^\s，。；：？！（）<>&]{0,16}电)(?=[\s　])/u.exec(text);
  if (!match) return null;
  return { leadIn: match[0], rest: text.slice(match[0].length) };
}
