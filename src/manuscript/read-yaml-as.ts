import type { z } from 'astro/zod';
import { hasError, type LocalFinding } from '../newspaper/local-finding.ts';
import { checkCharacters } from './check-characters.ts';
import { checkSchema } from './check-schema.ts';
import { readYaml } from './read-yaml.ts';

export interface YamlResult<Value> {
  /** Undefined where `findings` has an error. */
  readonly value: Value | undefined;
  /** What stands there, fitting the schema or not; undefined where it is no YAML. */
  readonly raw: unknown;
  readonly findings: readonly LocalFinding[];
}

/**
 * Reads a YAML text by its schema, with each mistake at its line and column.
 *
 * @param text a decoded file, or its front matter
 * @param firstLine number of the text's first line in its file (2 for front matter)
 */
export function readYamlAs<Schema extends z.ZodType>(
  text: string,
  schema: Schema,
  firstLine = 1,
): YamlResult<z.output<Schema>> {
  const characters = checkCharacters(text, firstLine);
  if (hasError(characters)) return { value: undefined, raw: undefined, findings: characters };
  const source = readYaml(text, firstLine);
  if (source.findings.length > 0) {
    return { value: undefined, raw: undefined, findings: [...characters, ...source.findings] };
  }
  const { value, findings } = checkSchema(source, schema);
  return { value, raw: source.value, findings: [...characters, ...findings] };
}
