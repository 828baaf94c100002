import { z } from 'astro/zod';
import type { Box, PrintedBlock, PrintedPage } from './printed-page.ts';

/** Left, top, right, bottom. */
const edges = z.tuple([z.number(), z.number(), z.number(), z.number()]);

/** MinerU, `…_content_list.json`: places are thousandths of the page. */
const contentList = z.array(
  z.looseObject({
    page_idx: z.number().optional(),
    bbox: edges.optional(),
    text: z.string().optional(),
    img_path: z.string().optional(),
    table_body: z.string().optional(),
  }),
);

/** MinerU, `…_middle.json`: places in points of the page. */
const middle = z.looseObject({
  pdf_info: z.array(
    z.looseObject({
      page_idx: z.number().optional(),
      page_size: z.tuple([z.number().positive(), z.number().positive()]),
      para_blocks: z.array(z.unknown()).optional(),
      preproc_blocks: z.array(z.unknown()).optional(),
    }),
  ),
});
const middleBlock = z.looseObject({
  bbox: edges.optional(),
  lines: z
    .array(
      z.looseObject({
        spans: z.array(
          z.looseObject({ content: z.string().optional(), image_path: z.string().optional() }),
        ),
      }),
    )
    .optional(),
  blocks: z.array(z.unknown()).optional(),
});

/** PaddleOCR, PP-StructureV3 and PaddleOCR-VL, `…_res.json`: places in pixels of the picture that was read. */
const paddle = z.looseObject({
  page_index: z.number().nullable().optional(),
  width: z.number().positive().optional(),
  height: z.number().positive().optional(),
  parsing_res_list: z.array(
    z.looseObject({ block_bbox: edges, block_content: z.string().optional() }),
  ),
});

/**
 * Reads the places of text out of what an OCR tool writes beside its Markdown.
 *
 * @param text of the JSON file
 * @param page of the input, from 0
 * @returns undefined where it is none of the known files, or tells nothing of this page
 */
export function readLayoutJson(text: string, page: number): PrintedPage | undefined {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return undefined;
  }
  const printed = readContentList(data, page) ?? readMiddle(data, page) ?? readPaddle(data, page);
  return printed === undefined || printed.blocks.length === 0 ? undefined : printed;
}

function readContentList(data: unknown, page: number): PrintedPage | undefined {
  const read = contentList.safeParse(data);
  if (!read.success) return undefined;
  const blocks = read.data
    .filter(({ page_idx: at }) => (at ?? 0) === page)
    .flatMap(({ bbox, text, img_path: picture, table_body: table }) =>
      bbox === undefined ? [] : blockOf(bbox, text ?? table ?? picture ?? ''),
    );
  return { size: [1000, 1000], blocks };
}

function readMiddle(data: unknown, page: number): PrintedPage | undefined {
  const read = middle.safeParse(data);
  const found = read.data?.pdf_info.find(({ page_idx: at }, index) => (at ?? index) === page);
  if (found === undefined) return undefined;
  return {
    size: found.page_size,
    blocks: readMiddleBlocks(found.para_blocks ?? found.preproc_blocks ?? []),
  };
}

/** A picture and its caption are blocks of a block; how deep they nest is the file's to say. */
function readMiddleBlocks(all: readonly unknown[]): PrintedBlock[] {
  const printed: PrintedBlock[] = [];
  const waiting = all.toReversed();
  while (waiting.length > 0) {
    const { bbox, lines = [], blocks = [] } = middleBlock.safeParse(waiting.pop()).data ?? {};
    const text = lines
      .flatMap(({ spans }) =>
        spans.map(({ content, image_path: picture }) => content ?? picture ?? ''),
      )
      .join('');
    if (bbox !== undefined && text !== '') printed.push(...blockOf(bbox, text));
    for (const block of blocks.toReversed()) waiting.push(block);
  }
  return printed;
}

function readPaddle(data: unknown, page: number): PrintedPage | undefined {
  const bare = z.looseObject({ res: z.unknown() }).safeParse(data).data?.res ?? data;
  const read = paddle.safeParse(bare);
  if (!read.success || (read.data.page_index ?? page) !== page) return undefined;
  const { width, height, parsing_res_list: list } = read.data;
  return {
    size: width === undefined || height === undefined ? undefined : [width, height],
    blocks: list.flatMap(({ block_bbox: box, block_content: text = '' }) => blockOf(box, text)),
  };
}

function blockOf([left, top, right, bottom]: z.output<typeof edges>, text: string): PrintedBlock[] {
  const box: Box = [left, top, right - left, bottom - top];
  return right > left && bottom > top ? [{ box, text }] : [];
}
