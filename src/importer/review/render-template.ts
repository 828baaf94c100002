import { stringify } from 'yaml';
import type { Finding } from '../../newspaper/finding.ts';
import { excerptOf } from '../../newspaper/local-finding.ts';

/**
 * What `--review` says where there is no terminal to ask at: how to write the decisions file by
 * hand, with an entry for each open finding that needs only its `#` taken off.
 *
 * @param path of the decisions file, as the person knows it
 * @param findings of one page
 * @param firstLine line of the input at which the page begins, from 1
 */
export function renderTemplate(
  path: string,
  findings: readonly Finding[],
  firstLine: number,
): string {
  const open = findings.filter(({ severity }) => severity === 'review');
  const intro = [
    `这里没有终端可问。请把决定写进 ${path}，再导入一次。`,
    '下面每一处提示都备好了一条；去掉行首的 # 就生效，action 可换成：',
    '  accept 无误 · edit（from、to）改字 · role（role）定角色 · split 另起一篇',
    '  merge 并入上一篇 · move（after 行号）移动 · skip 不要',
  ].map((line) => `# ${line}`);
  if (open.length === 0) return '# 没有要人看的提示。\n';
  const entries = open.map((finding) => {
    const text = excerptOf(finding.excerpt);
    const entry = stringify(
      [
        {
          line: finding.line - firstLine + 1,
          text: text || undefined,
          action: 'accept',
          finding: finding.id,
        },
      ],
      { lineWidth: 0 },
    );
    const comment = `${finding.message} ${finding.action}`.replaceAll('\n', ' ');
    return `# ${comment}\n${entry.trimEnd().replaceAll(/^/gm, '# ')}\n`;
  });
  return [...intro, '', ...entries].join('\n');
}
