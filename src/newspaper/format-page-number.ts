/** `1` -> `01`: the form of a page number in folders and addresses. Without the schema: browsers need it too. */
export function formatPageNumber(page: number): string {
  return String(page).padStart(2, '0');
}
