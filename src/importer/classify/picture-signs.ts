import { once, type BlockPlace } from './block-place.ts';
import type { PlacedShape } from './placed-shape.ts';

const captionWords =
  /^(?:[▲△▼◀▶←→↑↓]\s*)?(?:图为|圖為|图[①-⑳\d一二三四五六]|圖[①-⑳\d一二三四五六]|图片?[:：]|圖片?[:：]|上图|下图|左图|右图|上圖|下圖|左圖|右圖|大图|小图|中图|资料图|資料圖|题图|题图[:：]|本版图片|写真[はＡA＝]|写真：|図|Pictured|Photo|Above|Below|Left|Right)/u;
/** Captions begin with their day. */
export const dateLed =
  /^(?:(?:\d{4}年)?\d{1,2}月)?\d{1,2}日(?:[，,、至—]|下午|上午|晚|清晨|夜|傍晚)|^(?:近日|日前|连日来|昨日|昨天|今日|日前，|入[春夏秋冬]以来|眼下|时下|当前|初[春夏秋冬]|[春夏秋冬]日|金秋)/u;

/** 图为 and the like open it, or ① near a picture. */
export function saysCaption(place: BlockPlace): boolean {
  const { text } = place.shape;
  return captionWords.test(text) || (/^[①-⑳]/u.test(text) && isNearPicture(place));
}

/** 图为 opens it, or a photographer ends it. */
export function isCaptioned({ shape }: BlockPlace): boolean {
  return captionWords.test(shape.text) || shape.trailingCredit;
}

/** A caption of a photo without its image has three sentences' blocks at most. */
const captionBlocks = 3;

/**
 * Whether a block stands in the caption of a photo whose picture the tool has dropped without a mark:
 * from a sentence that begins with its day (or 图为) to the photographer's name, in a few plain blocks.
 *
 * @returns `shot` where the name is a photographer's by its word (摄), `marked` where only a printer's
 *   mark stands before it
 */
export const standsInSignedPhoto = once(
  ({ shapes, index }: BlockPlace): 'shot' | 'marked' | undefined => {
    for (let last = index; last < index + captionBlocks; last += 1) {
      const shape = shapes[last];
      if (!shape || !couldBeCaption(shape)) return undefined;
      const sign = signOf(shape, shapes[last + 1]);
      if (sign === undefined) continue;
      for (let first = last; first > last - captionBlocks; first -= 1) {
        const start = shapes[first];
        if (!start || !couldBeCaption(start)) return undefined;
        if (!dateLed.test(start.text) && !captionWords.test(start.text)) continue;
        // 10月15日至16日 may be told of in the second sentence.
        const before = shapes[first - 1];
        if (first > index && first > last - captionBlocks + 1 && before && before.measure <= 70)
          continue;
        // A text that begins under its headline may be signed so, too, if it is longer than a caption.
        const begins = couldBeTitle(shapes[first - 1]) && start.measure > 40;
        return first > index || (sign === 'marked' && begins) ? undefined : sign;
      }
      return undefined;
    }
    return undefined;
  },
);

function couldBeCaption(shape: PlacedShape): boolean {
  return (
    (shape.block.type === 'paragraph' || shape.block.type === 'heading') &&
    !shape.heading &&
    !shape.opensNews &&
    !shape.byline &&
    shape.ended &&
    shape.measure <= 140
  );
}

function couldBeTitle(shape: PlacedShape | undefined): boolean {
  return (
    shape !== undefined &&
    (shape.block.type === 'paragraph' || shape.block.type === 'heading') &&
    !shape.ended &&
    !shape.credit &&
    !shape.jump &&
    !shape.editorsOnly &&
    shape.folioKind === undefined
  );
}

function signOf(shape: PlacedShape, after: PlacedShape | undefined): 'shot' | 'marked' | undefined {
  if (shape.trailingCredit) return 'shot';
  if (!after?.credit) return undefined;
  return /摄|攝/u.test(after.text) ? 'shot' : /^[■□◆●]/u.test(after.text) ? 'marked' : undefined;
}

/** The photographer's name ends a caption: words without a stop below it are no more of it. */
export function followsCredit({ shape, before }: BlockPlace): boolean {
  const closed = before?.trailingCredit === true || before?.credit !== undefined;
  return closed && !shape.ended && !captionWords.test(shape.text);
}

/** A few words without a stop over a caption that begins with its day. */
export function isPhotoTitle({ shape, after }: BlockPlace): boolean {
  return (
    !shape.ended &&
    shape.measure >= 3 &&
    shape.measure <= 20 &&
    !/[，。；：！？]/u.test(shape.text) &&
    !captionWords.test(shape.text) &&
    !shape.byline &&
    after !== undefined &&
    after.ended &&
    dateLed.test(after.text)
  );
}

function isUnderPicture({ before }: BlockPlace): boolean {
  return before?.block.type === 'image' || before?.block.type === 'gap';
}

/** One short sentence under a picture, with no text after it. */
export function endsUnderPicture(place: BlockPlace): boolean {
  const { shape, after } = place;
  const last = after === undefined || after.heading || after.block.type === 'image';
  return isUnderPicture(place) && last && shape.ended && shape.sentences === 0 && !shape.heading;
}

/** Whether one short sentence under a picture begins with its day, as captions do. */
export function isDatedUnderPicture(place: BlockPlace): boolean {
  const { shape } = place;
  return (
    isUnderPicture(place) &&
    shape.ended &&
    shape.sentences === 0 &&
    shape.measure <= 60 &&
    dateLed.test(shape.text)
  );
}

/** Whether a line that says it is a caption and who took the picture stands over one. */
export function isOverPicture({ shape, after }: BlockPlace): boolean {
  const over = after?.block.type === 'image' || after?.block.type === 'gap';
  return over && shape.trailingCredit && captionWords.test(shape.text);
}

/** Whether a picture stands before the block, or a photographer's name after it. */
export function isPictured(place: BlockPlace): boolean {
  return isNearPicture(place) || isSigned(place);
}

export function isSigned(place: BlockPlace): boolean {
  const { shape, after } = place;
  return (
    after !== undefined &&
    after.credit !== undefined &&
    (/[摄攝]/u.test(after.text) ||
      (/^[■□◆●]/u.test(after.text) && (dateLed.test(shape.text) || isNearPicture(place))))
  );
}

/** Whether a picture, or the place of one, stands a few captions before the block. */
function isNearPicture({ shapes, index }: BlockPlace): boolean {
  for (let back = index - 1; back >= 0 && back >= index - 4; back -= 1) {
    const { type } = shapes[back]!.block;
    if (type === 'image' || type === 'gap') return true;
    if (shapes[back]!.heading && back < index - 2) return false;
  }
  return false;
}
