import { anyOf } from './any-of.ts';

/** What stands before a name or a number, with a point that ends no sentence. */
const before = anyOf(`
  Mrs? Ms Messrs Drs? Prof Rev Fr Sr Br Sgt Cpl Pvt Pfc Capt Cmdr Col Gen Lt Maj Adm Gov Sen Rep Hon Supt Pres Sec
  St Ste Mt Ft No Nos vs v Vol Dist Rt Mme Mlle MM Me Mgr Dr Pr Hr Nr Abt Sra Srta Sto Sta Dn Gde art ca bzw evtl inkl zzgl Jr`);
const leaning = new RegExp(
  `(?<![\\p{L}.])(?:(?:${before})|\\p{Lu}(?:\\.\\s?\\p{Lu})*|z\\.\\s?B|d\\.\\s?h|u\\.\\s?a)\\.$`,
  'u',
);

/**
 * Whether a text breaks off behind an abbreviation that leans on what follows: `2, Dr.`, `Mrs. R. M.`,
 * `Rue St.`, `vs.`. What may end a sentence as well (a.m., Inc.) is none.
 */
export function endsLeaning(text: string): boolean {
  return text.endsWith('.') && leaning.test(text);
}
