import { expect, it } from 'vitest';
import { partsOfPage } from '../newspaper/zones.ts';
import { wordingFor } from '../wording/wording-for.ts';
import { buildArchive, type Facsimile } from './archive.ts';
import { pageView } from './edition-view.ts';
import { facsimileView } from './facsimile-view.ts';
import { fixturePaper } from './fixture-paper.ts';

const wording = wordingFor('zh-Hans');
const facsimile: Facsimile = {
  scan: '01.jpg',
  size: [1000, 1400],
  zones: [
    { article: 'er-tiao', boxes: [[500, 700, 600, 700]] },
    { article: 'qu-xiao', boxes: [[0, 0, 10, 10]] },
    {
      article: 'tou-tiao',
      boxes: [
        [0, 0, 300, 600],
        [300, 100, 200, 500],
      ],
    },
  ],
  picture: { file: 'sources/2024-03-07/01.jpg', digest: 'x', width: 1000, height: 1400 },
};

function views(outputs?: { readonly facsimiles: boolean }) {
  const paper = fixturePaper();
  const archive = buildArchive({
    ...paper,
    publication: { ...paper.publication, outputs },
    facsimiles: [{ id: '2024-03-07/01', data: facsimile }],
  });
  const edition = archive.editionByDate.get('2024-03-07')!;
  return {
    page: pageView(archive, wording, edition, edition.pages[0]!),
    other: pageView(archive, wording, edition, edition.pages[1]!),
    facsimile: facsimileView(archive, wording, edition, edition.pages[0]!),
  };
}

it('shows articles in reading order, and leads to scans where there are some', () => {
  const { facsimile: view, page, other } = views();
  expect(view.zones.map(({ slug }) => slug)).toEqual(['tou-tiao', 'er-tiao']);
  expect(view.others).toEqual([]);
  expect(view.widths).toEqual([800, 1000]);
  expect(view.pages.map(({ address }) => address)).toEqual([
    '/2024-03-07/facsimile/01/',
    '/2024-03-07/02/',
  ]);
  expect(page.facsimile).toBe('/2024-03-07/facsimile/01/');
  expect(other.facsimile).toBeUndefined();
});

it('shows none where the paper wants none', () => {
  expect(views({ facsimiles: false }).page.facsimile).toBeUndefined();
});

it('knows where each article stood, cut off at the edge of the page', () => {
  expect(partsOfPage(facsimile)).toMatchObject({
    'tou-tiao': { left: 0, top: 0, right: 0.5, bottom: 0.4286 },
    'er-tiao': { left: 0.5, top: 0.5, right: 1, bottom: 1 },
  });
});
