import { articleSchema } from '../../newspaper/article.ts';
import { isReadableBody } from '../draft/render-mdx.ts';
import { parseYaml } from '../page/parse-yaml.ts';

/**
 * Whether an article put together from what a person and an import have written is an article: its
 * front matter fits the schema and its body is MDX.
 *
 * @param path of the article
 * @param text of the article, lines ending in `\n`
 */
export function isPublishable(path: string, text: string): boolean {
  const match = /^---\n([\s\S]*?\n)---\n/.exec(text);
  if (!match) return false;
  const { value } = parseYaml(match[1]!, articleSchema, path, 2);
  return value !== undefined && isReadableBody(text.slice(match[0].length));
}
