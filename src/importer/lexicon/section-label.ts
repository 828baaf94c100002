import { anyOf } from './any-of.ts';
import { hasLatinWord } from './characters.ts';
import { inSimplified } from './script.ts';

/**
 * What a paper sets over several letters, notices, deaths or pieces by readers, each with a title of its own:
 * words that name no one of them.
 */
const collective: readonly RegExp[] = [
  /^(?:读者|市民|居民|来函|群众)?(?:来信|来函|投书|信箱|之声|心声|茶座|广场)$|^\p{Script=Han}{0,4}(?:编读往来|校园文[笔苑艺]|作文|习作|小作家|童诗|童言|诗页|文苑|园地|讣告|讣闻|婚讯)$|^(?:读编|编读)\p{Script=Han}{2}$/u,
  /^(?:\p{Script=Han}{0,4}(?:歌壇|俳壇|柳壇|文芸|掲示板|ひろば|広場|伝言板|投稿)|.{0,4}の(?:話題|声|ページ|広場)|読者の.{1,4}|声|まちかど|地域ニュース)$/u,
];
/** The same of English, French, German, Spanish and Italian papers. */
const collectiveInLatin: readonly RegExp[] = [
  new RegExp(
    `^(?:(?:[\\p{L}'’]+\\s){0,2}${anyOf(`
      Letters? Obituar(?:y|ies) Deaths? Weddings? Engagements? Births? Anniversar(?:y|ies) Classifieds?
      Briefs Personals Opinions? Roundup Milestones Neighbors Society Viewpoints?`)}` +
      `|(?:[\\p{L}'’]+\\s)?(?:Letters to the Editor|Letters from Readers|News (?:Briefs|Notes)|In Brief|In Memoriam|Around (?:Town|the County)|Classified (?:Ads|Advertising)|Death Notices|Church News|School News))$`,
    'iu',
  ),
  new RegExp(
    `^${anyOf(`
      Nécrologie Carnet(?:\\s(?:du\\sjour|blanc|rose|noir))? Courrier(?:\\sdes\\slecteurs)? Brèves En\\sbref Faits\\sdivers Petites\\sannonces Tribune(?:\\slibre)? Libres?\\sopinions? Vos\\slettres
      Leser(?:briefe?|post|forum|meinung(?:en)?|zuschriften) Kurz\\s(?:notiert|gemeldet|berichtet) In\\sKürze Kleinanzeigen Familienanzeigen Todesanzeigen Traueranzeigen Meldungen Polizeibericht
      Cartas(?:\\sal\\sdirector)? Esquelas Breves Lettere(?:\\sal\\sdirettore)?`)}$`,
    'iu',
  ),
];

/** Whether a line names what several items stand under: 讀者投書, OBITUARIES, Leserbriefe, 町の話題. */
export function isSectionLabel(text: string): boolean {
  const line = text.trim().replace(/[:：]$/u, '');
  if (line.length > 40) return false;
  const bare = inSimplified(line.replaceAll(/(?<=\p{Script=Han})\s(?=\p{Script=Han})/gu, ''));
  const all = hasLatinWord(line) ? [...collective, ...collectiveInLatin] : collective;
  return all.some((words) => words.test(bare) || words.test(line));
}

/** What small advertisements are sorted by: heads within one page of them, titles where they stand alone. */
const category = new RegExp(
  `^(?:${anyOf(`
    (?:Help|Situations?|Work)\\sWanted Wanted(?:\\sto\\s(?:Buy|Rent))? For\\s(?:Sale|Rent|Lease|Hire) Yard\\sSales? Garage\\sSales? Lost(?:\\s(?:and|&)\\sFound)? Found Free Auctions? Autos?(?:\\sfor\\sSale)? Real\\sEstate Services Rooms(?:\\sfor\\sRent)? Apartments(?:\\sfor\\sRent)? Pets Livestock Miscellaneous Boats Employment Notices
    Emplois? Offres?(?:\\sd['’]emploi)? Demandes?(?:\\sd['’]emploi)? Locations? Ventes? Immobilier Divers Perdu Trouvé Animaux Autos?
    Stellen(?:angebote|gesuche|markt)? Vermietungen? Mietgesuche Zu\\s(?:verkaufen|vermieten|verschenken) Verkäufe Gesuche? Immobilien Tiermarkt Bekanntschaften Kfz-Markt`)})$`,
  'iu',
);

/** HELP WANTED, À VENDRE, Stellenangebote. */
export function isAdvertCategory(text: string): boolean {
  return hasLatinWord(text) && category.test(text.trim());
}

const partTitle = new RegExp(
  `^(?:(?:the|les?|la|die|der|das)\\s)?${anyOf(`
    Results? Standings? Scores? Box\\sScores? Summar(?:y|ies) Line\\sScore Statistics How\\sThey\\sScored Ingredients? Directions? Method If\\sYou\\sGo At\\sa\\sGlance By\\sthe\\sNumbers
    Résultats? Classements? Composition(?:\\sdes\\séquipes)? Programme Tarifs? Pratique Infos?\\spratiques? Ingrédients? Préparation
    Ergebnisse? Tabelle Torfolge Aufstellung(?:en)? Zutaten Zubereitung Zur\\sPerson Stichwort Info Termine`)}[:：]?$`,
  'iu',
);

/** Results, Les résultats, Zutaten: what a part of an item is called, and no item by itself. */
export function isPartTitle(text: string): boolean {
  return hasLatinWord(text) && partTitle.test(text.trim()) && text !== text.toUpperCase();
}
