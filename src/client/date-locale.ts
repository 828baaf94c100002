const { lang } = document.documentElement;

/** The locale of dates that the browser writes: those of wording/en.ts are British, whatever `en` is here. */
export const dateLocale = lang === 'en' ? 'en-GB' : lang;
