import { editionType } from '../archive/edition-type.ts';
import type { Site } from '../archive/load-site.ts';
import { findHeadlineType } from '../typefoundry/cut-type.ts';
import { chooseCharacters } from '../typefoundry/headline-type.ts';
import { typeFileName } from '../typefoundry/type-file.ts';
import { href } from './href.ts';

/** The cut type that a page is set in. */
export interface TypeFaces {
  /** Addresses of its files, to be fetched early. */
  readonly files: readonly string[];
  /** `@font-face` rules; empty where there is no type for the language. */
  readonly style: string;
}

/**
 * Han characters are one em wide in every type, and every headline has its line height set: the
 * swap from the system's Song moves nothing (tests/e2e/budgets.test.ts measures it).
 *
 * @param canonical where the page is known: a page below a date has its headlines in that edition's cut
 */
export function typeFaces(site: Site, canonical: string, projectRoot: string): TypeFaces {
  const { archive } = site;
  const { publication } = archive;
  if (findHeadlineType(publication.language, projectRoot) === undefined)
    return { files: [], style: '' };
  const date = /^\/(\d{4}-\d{2}-\d{2})\//.exec(canonical)?.[1];
  const edition = date === undefined ? undefined : archive.editionByDate.get(date);
  const name = chooseCharacters([{ id: 'name', text: publication.name }]).characters;
  const faces = [
    { purpose: 'nameplate', family: 'Nameplate Song', characters: name },
    ...(edition
      ? [
          {
            purpose: edition.edition.date,
            family: 'Headline Song',
            characters: editionType(edition).characters,
          },
        ]
      : []),
  ]
    .filter(({ characters }) => characters !== '')
    .map(({ purpose, family, characters }) => ({
      family,
      address: href(`/type/${typeFileName(purpose, characters)}`),
    }));
  return {
    files: faces.map(({ address }) => address),
    style: faces
      .map(
        ({ family, address }) =>
          `@font-face{font-family:"${family}";src:url(${address})format("woff2");font-weight:900;font-display:swap}`,
      )
      .join(''),
  };
}
