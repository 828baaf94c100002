import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import type { Nameplate, NameplatePicture } from '../newspaper/nameplate.ts';
import type { Publication } from '../newspaper/publication.ts';

/**
 * Measures the pictures of a paper's nameplate; collections/ has looked at their bytes.
 *
 * @param folder absolute path of the public folder that the site is made with
 */
export async function loadNameplate(
  { nameplate }: Publication,
  folder: string,
): Promise<Nameplate | undefined> {
  if (nameplate === undefined) return undefined;
  const measure = async (file: string): Promise<NameplatePicture> => {
    const bytes = readFileSync(join(folder, file));
    const { width, height } = await sharp(bytes).metadata();
    return { address: `/${file}`, width, height, digest: hash('sha1', bytes, 'base64url') };
  };
  return {
    light: await measure(nameplate.file),
    ...(nameplate.dark === undefined ? {} : { dark: await measure(nameplate.dark) }),
  };
}
