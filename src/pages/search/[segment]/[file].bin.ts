import type { APIRoute, GetStaticPaths } from 'astro';
import { loadSite } from '../../../archive/load-site.ts';
import { segmentFileNames } from '../../../search/segment-format.ts';
import { segmentFile, siteSegments, type SiteSegment } from '../../../search/site-index.ts';

/**
 * The files of the index: a segment that stands is not made again. One that changed is made whole,
 * and the press writes those of its files whose bytes are others.
 */
export const getStaticPaths = (async () => {
  const { archive, wording } = await loadSite();
  return siteSegments(archive, wording).flatMap((segment) =>
    segmentFileNames(segment.articles.length).map((file) => ({
      params: { segment: segment.name, file },
      props: { segment },
      cacheKey: segment.version,
    })),
  );
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ segment: SiteSegment }> = async ({ props, params }) => {
  const { wording } = await loadSite();
  const bytes = await segmentFile(
    import.meta.env.EPAPER_PROJECT_ROOT,
    wording,
    props.segment,
    params['file']!,
  );
  return new Response(bytes, { headers: { 'content-type': 'application/octet-stream' } });
};
