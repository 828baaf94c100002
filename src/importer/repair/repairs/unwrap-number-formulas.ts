/**
 * Numbers that a tool has set as LaTeX formulas become plain numbers again. A formula that holds
 * more than a number stays, with a finding.
 *
 * Examples:
 *   增长$15.4\%$，达到 $ 3,000 $ 元 -> 增长15.4%，达到 3,000 元
 *   面积$10^{2}$ -> 面积10²
 *   气温$-5^{\circ}C$ -> 气温-5℃
 *   误差不超过 $\pm 2$ 毫米 -> 误差不超过±2 毫米
 *   面积27.6 $\mathrm{km}^{2}$。 -> 面积27.6km²。
 *   ${ }^{8}$注 -> ⁸注
 *   $3 \times 5$米 -> 3×5米
 *   $1\sim3$天 -> 1~3天
 *   $①$ -> ①
 *   $E=mc^2$公式 -> == ! formula-left
 *   票价$5到$8 -> ==
 *   Route $66$ , then the $3$ rd, a $4$ -year-old and $5$ percent -> Route 66, then the 3rd, a 4-year-old and 5 percent
 *   布蘭特原油價 $5.44 $2.74 每公升 -> ==
 *   門票$5-$8 -> ==
 *   占$\frac{2}{3}$，甲等$\textcircled{1}$ -> 占2/3，甲等①
 *   增长$6.{1}\%$，PM $_{2.5}$浓度$38\,\mu\mathrm{g/m^{3}}$ -> 增长6.1%，PM2.5浓度38μg/m³
 *   甲等 $\textcircled{1}$ 占，浓度 $38\mathrm{g/m^{3}}$ 。 -> 甲等①占，浓度 38g/m³。
 *   1号、 $\textcircled{2}$ 号线，气温 $-3^{\circ}\mathrm{C}\sim 8^{\circ}\mathrm{C}$ 。 -> 1号、②号线，气温-3℃~8℃。
 *   差额 $=3$万元，外资 $\$ 1.35$ 亿 -> 差额=3万元，外资$1.35 亿
 *   $\mathrm{PM}_{2.5}$浓度，PM_{2.5}超标，\textcircled{2}少开车，\frac{1}{2}，低20\% -> PM2.5浓度，PM2.5超标，②少开车，1/2，低20%
 *   差额$=3$万元，外资$\$ 1.35$亿 -> 差额=3万元，外资$1.35亿
 */
import type { Repair } from '../repair.ts';
import { findingAt, proposeEach, replaceEach } from '../prose.ts';

/** A dollar sign behind a stroke is a sign of money: it opens nothing. */
const pairOfDollars = /(?<!\\)\$\$?((?:\\\$|[^$\n]){1,80}?)\$\$?/g;

/**
 * The formulas of a text. A pair of dollar signs holds one where both have a blank inside or neither, and
 * where no figure follows unless it holds a mark of LaTeX: `$5.44 $2.74` are two sums of money.
 */
function* formulasOf(text: string): Generator<RegExpExecArray> {
  const pair = new RegExp(pairOfDollars);
  for (let match = pair.exec(text); match !== null; match = pair.exec(text)) {
    const inner = match[1]!;
    const isEven = inner.startsWith(' ') === inner.endsWith(' ');
    const isMoney = !/[\\^_{}=]/.test(inner) && /^\d/.test(text.slice(pair.lastIndex));
    if (isEven && !isMoney) yield match;
    else pair.lastIndex = match.index + 1;
  }
}

const commands: readonly (readonly [RegExp, string])[] = [
  [/\^\s*\{\s*(\d{1,3})\s*\}/g, '^$1'],
  [/\\frac\s*\{(\d{1,4})\}\s*\{(\d{1,4})\}/g, '$1/$2'],
  [/\\mu(?![a-z])/g, 'μ'],
  // PM2.5 is written on the line in a newspaper.
  [/_\s*\{?\s*(\d+\.\d+)\s*\}?/g, '$1'],
  [/\\\$/g, '$$'],
  [/\\(?:mathrm|text|mathbf|mathit|textbf|operatorname)\s*\{([^{}]*)\}/g, '$1'],
  [/\{\s*\}/g, ''],
  [/\\%/g, '%'],
  [/\\(?:sim|thicksim)(?![a-z])/g, '~'],
  [/\\times(?![a-z])/g, '×'],
  [/\\pm(?![a-z])/g, '±'],
  [/\\div(?![a-z])/g, '÷'],
  [/\\cdot(?![a-z])/g, '·'],
  [/\\(?:ge|geq|geqslant)(?![a-z])/g, '≥'],
  [/\\(?:le|leq|leqslant)(?![a-z])/g, '≤'],
  [/\\(?:ldots|cdots|dots)(?![a-z])/g, '……'],
  [/\^\s*\{?\s*\\circ\s*\}?/g, '°'],
  [/°\s*C(?![a-z])/g, '℃'],
  [/\\permil(?![a-z])/g, '‰'],
  [/\\[,;:! ]/g, ''],
  [/\{,\}/g, ','],
  // A figure in braces that nothing raises or lowers: 6.{1}.
  [/(?<![\^_]\s*)\{\s*([\d.]+)\s*\}/g, '$1'],
];

/** A command that stands in prose without the dollar signs of a formula. */
const bareCommand =
  /\\textcircled\s*\{\d{1,2}\}|\\frac\s*\{\d{1,4}\}\s*\{\d{1,4}\}|(?<=[A-Za-z])_\{\d+(?:\.\d+)?\}|(?<=[A-Za-z\d])\^\{\d{1,3}\}|(?<=\d)\s?\^\{?\\circ\}?\s?C?|(?<=\d)\\%/g;

const printedOn = /^ (?:[,.;:!?)]|-[a-z]|(?:st|nd|rd|th)\b)/u;

const raised = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];
const lowered = [...'₀₁₂₃₄₅₆₇₈₉'];

export const unwrapNumberFormulas: Repair = {
  id: 'unwrap-number-formulas',
  stage: 'page',
  after: ['decode-entities'],
  scripts: ['han-simplified', 'han-traditional', 'japanese', 'korean', 'latin'],
  why: 'Width and blanks of a mark depend on the number beside it.',
  propose: (blocks) =>
    proposeEach(blocks, function* (block, _index, notes) {
      const { text } = block;
      const formulas = [...formulasOf(text)];
      const inFormula = (at: number): boolean =>
        formulas.some(({ index, 0: whole }) => at >= index && at < index + whole.length);
      for (const match of formulas) {
        const start = match.index;
        const end = start + match[0].length;
        const plain = readNumber(match[1]!);
        if (plain !== undefined) {
          // A unit alone was printed on to its number.
          const unit = /^[A-Za-z]/.test(plain) && /\d $/.test(text.slice(0, start));
          // So is a sign to the word before it; blanks beside digits are closed elsewhere.
          const lowered = /^\s*_/.test(match[1]!) && /[A-Za-z] $/.test(text.slice(0, start));
          const sign =
            /^\D/u.test(plain) && /[\p{Script=Han}，、；：。] $/u.test(text.slice(0, start));
          const mark =
            /\D$/u.test(plain) && /^ [\p{Script=Han}，。、；：！？）]/u.test(text.slice(end));
          // Tools set a blank behind a formula, before what was printed on to it: `$66$ ,`, `$3$ rd`.
          const tail = /\d$/u.test(plain) && printedOn.test(text.slice(end, end + 6));
          yield {
            start: unit || sign || lowered ? start - 1 : start,
            end: mark || tail ? end + 1 : end,
            text: plain,
          };
        } else if (/[\\^_{}=]/.test(match[1]!)) {
          notes.push(findingAt('formula-left', block, { start, end }));
        }
      }
      yield* replaceEach(text, bareCommand, ([command], start) =>
        inFormula(start) ? undefined : readNumber(command),
      );
    }),
};

/** A number with its signs and units, or undefined where the formula says more than that. */
function readNumber(formulaText: string): string | undefined {
  let text = formulaText;
  for (const [pattern, plain] of commands) text = text.replace(pattern, plain);
  text = text.replace(/\\textcircled\s*\{?\s*(\d{1,2})\s*\}?/g, (whole, digits: string) => {
    const number = Number(digits);
    return number >= 1 && number <= 20 ? String.fromCodePoint(0x245f + number) : whole;
  });
  text = text
    .replace(/\^\s*\{?\s*(\d{1,3})\s*\}?/g, (_, digits: string) => shift(digits, raised))
    .replace(/_\s*\{?\s*(\d{1,3})\s*\}?/g, (_, digits: string) => shift(digits, lowered))
    .replace(/\s+/g, '');
  const plain =
    /^[-+~≥≤±<>=]?\$?[\d.,:/%‰°′″⁰¹²³⁴⁵⁶⁷⁸⁹₀₁₂₃₄₅₆₇₈₉×÷±~·+*()（）…-]*(?:[①-⑳]|℃(?:~[-+]?[\d.]+℃)?|°?[CF]|[kmμ]?g\/(?:m³|L)|μ[gm]|k?m[²³]?|cm|mm|kg|m|t|g|GW|kW|MW|kV|h|s|CO₂|H₂O|PM₂|PM)?[\d.²³]*$/u;
  return text !== '' && plain.test(text) ? text : undefined;
}

function shift(digits: string, table: readonly string[]): string {
  return [...digits].map((digit) => table[Number(digit)]).join('');
}
