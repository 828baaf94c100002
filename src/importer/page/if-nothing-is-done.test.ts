import { describe, expect, test } from 'vitest';
import { loadFixturePages } from '../../../tests/page-truth.ts';
import type { IssueDate } from '../../newspaper/issue-date.ts';
import { importPages } from '../import-pages.ts';
import { findingCatalogue } from './findings.ts';
import { consequenceOf, harmRank, withConsequence } from './if-nothing-is-done.ts';
import { unknownPaper } from './known-paper.ts';

describe('what becomes of a page if nothing is done', () => {
  test('is said of everything in the catalogue that a person should look at', () => {
    const silent = Object.entries(findingCatalogue)
      .filter(
        ([id, kind]) =>
          kind.severity === 'review' && consequenceOf(id.replace(/:.*/u, '')) === undefined,
      )
      .map(([id]) => id);
    expect(silent).toEqual([]);
  });

  test('is said once of every finding to look at on the fixture pages, of repairs too', () => {
    const unsaid = new Set<string>();
    for (const { bytes, truth } of loadFixturePages(
      new URL('../../../tests/fixtures/pages/', import.meta.url),
    ).filter((_, index) => index % 5 === 0)) {
      if (truth.refused !== undefined) continue;
      const pages = importPages({
        text: new TextDecoder().decode(bytes),
        file: 'page.md',
        date: '2024-01-01' as IssueDate,
        page: 1,
        known: unknownPaper,
      });
      for (const { id, severity, action, english } of pages.flatMap((page) => page.findings)) {
        if (severity !== 'review') continue;
        if (action.split('不处理的话，').length !== 2) unsaid.add(id);
        if (english?.action.split('If nothing is done, ').length !== 2) unsaid.add(id);
      }
    }
    expect([...unsaid]).toEqual([]);
  });

  test('text that is lost comes before text that is parted, and that before names', () => {
    const order = [
      'text-unplaced',
      'role-unsure',
      'sentence-join-unsure',
      'column-unknown',
      'none',
    ];
    expect([...order].sort((left, right) => harmRank(left) - harmRank(right))).toEqual(order);
  });

  test('follows what to do, in either language', () => {
    const words = {
      message: '断了。',
      action: '对照原报补全',
      english: { message: 'It breaks off.', action: 'Complete it' },
    };
    expect(withConsequence('paragraph-breaks-off', words)).toEqual({
      message: '断了。',
      action: '对照原报补全。不处理的话，读者读到半句话。',
      english: {
        message: 'It breaks off.',
        action: 'Complete it. If nothing is done, readers get half of a sentence.',
      },
    });
  });
});
