import { anyOf } from './any-of.ts';

const office = new RegExp(
  `(?<!\\p{L})${anyOf(`
    Society Museum Library Archives? Department Dept Police Sheriff Company Co Inc LLC University College Schools? County City Club Church Service Services
    Home Homes Committee Council Board Commission Association Auxiliary Post Lodge Guild League Legion Bank Hospital Staff Office Authority District
    Mairie Musée Comité Association Amicale Société Commune Paroisse Stadt Verein Gemeinde Polizei Feuerwehr Archiv Gesellschaft Amt Rathaus Kirche Schule Vorstand`)}(?!\\p{L})`,
  'u',
);

/** Whether a name in Latin letters is an office's, a firm's or a club's, and no person's: Strode Funeral Home. */
export function isLatinOffice(text: string): boolean {
  return office.test(text);
}
