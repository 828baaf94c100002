import type { DraftPass } from './draft-sheet.ts';
import { chooseGenre } from './passes/choose-genre.ts';
import { chooseHeadline } from './passes/choose-headline.ts';
import { chooseSlug } from './passes/choose-slug.ts';
import { cutLeadingLabel } from './passes/cut-leading-label.ts';
import { keepPartSignatures } from './passes/keep-part-signatures.ts';
import { readBylines } from './passes/read-bylines.ts';
import { cutLeadingJumps, readJumpLines } from './passes/read-jumps.ts';
import { readLabels } from './passes/read-labels.ts';
import { readEnd, readOpening } from './passes/read-signatures.ts';
import { reportUnfinished } from './passes/report-unfinished.ts';
import { setFramesAside } from './passes/set-frames-aside.ts';
import { signPhoto, takePictures } from './passes/take-pictures.ts';
import { writeBody } from './passes/write-body.ts';

/** Every step from an item's blocks to its article, in the order in which they run. */
export const draftPasses: readonly DraftPass[] = [
  cutLeadingLabel,
  setFramesAside,
  readLabels,
  cutLeadingJumps,
  keepPartSignatures,
  readBylines,
  readJumpLines,
  writeBody,
  signPhoto,
  reportUnfinished,
  readOpening,
  readEnd,
  takePictures,
  chooseHeadline,
  chooseSlug,
  chooseGenre,
];
