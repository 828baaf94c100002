import { outputsOf } from '../newspaper/outputs.ts';
import type { Archive, ArchivedPage } from './archive.ts';

/** Whether the paper shows the scan of a page: it has one, and `outputs.facsimiles` is not false. */
export function showsFacsimile({ publication }: Archive, { facsimile }: ArchivedPage): boolean {
  return facsimile?.picture !== undefined && outputsOf(publication).facsimiles;
}
