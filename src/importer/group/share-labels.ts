import { isInCapitals } from '../lexicon/characters.ts';
import { labelCost } from '../lexicon/column-label.ts';
import { isSalutation } from '../lexicon/letter.ts';
import { isNoticeTitle } from '../lexicon/notice-title.ts';
import { isAdvertCategory, isSectionLabel } from '../lexicon/section-label.ts';
import type { ClassifiedBlock } from '../classify/classified-block.ts';
import type { BlockGroup, GroupedPage } from './group-articles.ts';

/**
 * Gives a label that stands over several items to all of them: 公告专栏 over notices, LETTERS over letters,
 * 校园文笔 over pieces of pupils. The items that follow the first have a headline and no label of their
 * own; either they rank with the first's headline below the label, and somebody signs them in its way,
 * or they are of the kind that the first is, notices or letters, whatever the ranks.
 */
export function shareLabels(page: GroupedPage): GroupedPage {
  let first: BlockGroup | undefined;
  const groups = page.groups.map((group) => {
    const [headline] = group.headlines;
    if (group.labels.length > 0) {
      first = headline && !headline.decided ? group : undefined;
      return group;
    }
    const label = first?.labels.at(-1);
    if (!first || !label || !headline || !goesOn(first, group)) {
      if (group.body.length > 0) first = undefined;
      return group;
    }
    return { ...group, sharedLabel: label };
  });
  return { ...page, groups };
}

type Kind = 'notice' | 'letter' | 'report' | 'contribution' | 'plain';

function goesOn(first: BlockGroup, next: BlockGroup): boolean {
  const [kind, other] = [kindOf(first), kindOf(next)];
  const [label, headline] = [first.labels.at(-1)!.block, first.headlines[0]!.block];
  // 产业速览 is a column of its own.
  if (other === 'plain' && labelCost(next.headlines[0]!.block.text, false) < 0.3) return false;
  if (kind === other && (kind === 'notice' || kind === 'letter')) return true;
  // WEDDINGS, OBITUARIES stand over people's names, and over nothing that is told of others.
  if (isOfPeople.test(label.text)) return couldBePeople(next.headlines[0]!.block.text);
  if (kind === 'report' || other === 'report') return false;
  const isByReader = (of: Kind): boolean => of === 'letter' || of === 'contribution';
  if (isSectionLabel(label.text) && (kind === other || (isByReader(kind) && isByReader(other)))) {
    return true;
  }
  // OBITUARIES, LETTERS: capitals over titles in small letters.
  if (isInCapitals(label.text) && !isInCapitals(next.headlines[0]!.block.text)) return true;
  const rank = headline.depth;
  const isRanked =
    label.depth !== undefined &&
    rank !== undefined &&
    label.depth < rank &&
    next.headlines[0]!.block.depth === rank;
  return isRanked;
}

const isOfPeople =
  /obituar|\bdeaths?\b|wedding|engagement|\bbirths?\b|anniversar|n[ée]crolog|carnet|todesanz|traueranz|esquela/iu;

/** Lucille M. Pettibone, FARLEY-OSTRANDER: words of a name, and no news. */
function couldBePeople(title: string): boolean {
  const words = title.split(/[\s-]+/u);
  return (
    !isAdvertCategory(title) &&
    !isNoticeTitle(title) &&
    words.length <= (isInCapitals(title) ? 3 : 6) &&
    words.every((word) => /^["“(]?[\p{Lu}\d]|^(?:and|et|und|de|la|le|von|van)$/u.test(word))
  );
}

/** What sort of item it is, by its head and by who signs it. */
function kindOf({ headlines, bylines, body }: BlockGroup): Kind {
  if (isNoticeTitle(headlines[0]?.block.text ?? '')) return 'notice';
  const [opening] = body;
  if (opening && isSalutation(opening.block.text)) return 'letter';
  if (opening?.detail === 'opening') return 'report';
  if (bylines.length === 0) return 'plain';
  const above = bylines.filter((one) => !isBelow(one, opening));
  const roles = above.flatMap(({ shape }) => shape.byline?.bylines ?? []).map(({ role }) => role);
  if (roles.some((role) => role !== 'contributor')) return 'report';
  return above.length < bylines.length ? 'letter' : 'contribution';
}

function isBelow({ block }: ClassifiedBlock, opening: ClassifiedBlock | undefined): boolean {
  return opening !== undefined && block.lines.first > opening.block.lines.first;
}
