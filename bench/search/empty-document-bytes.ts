/**
 * An article's document (`.json`) without its text, packed: what of addresses and names comes with each
 * text that a result is shown from. Of the nine of the sample edition it is 300 to 600 bytes.
 */
export const emptyDocumentBytes = 600;
