import { settingsKey } from './settings.ts';

/**
 * Runs in the head, before anything is painted, so that no page is ever shown in one theme and then
 * in another. A string and not a function: its bytes go into the page and into the hash of a content
 * security policy, and must be the same in both. It copies the kept settings to data attributes of the
 * root and marks that scripts run; what is kept is checked by shape only, the styles know the values.
 */
export const earlySettings =
  `(d=>{d.scripts="on";try{let s=JSON.parse(localStorage.getItem("${settingsKey}")||"{}"),k;` +
  `for(k of["theme","size","leading","mode","writing"])` +
  `if(/^[a-z]{1,12}$/.test(s[k]))d[k]=s[k]}catch{}})(document.documentElement.dataset)`;
