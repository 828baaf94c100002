import { withBase } from '../newspaper/address.ts';

/** The `href` of an address of this site: view models know addresses from the root, pages a base. */
export function href(address: string): string {
  return withBase(import.meta.env.BASE_URL, address);
}
