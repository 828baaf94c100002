import { z } from 'astro/zod';

/** An address that was published once and is no page any more: where it went, or that it is gone. */
export const formerAddressSchema = z.object({
  /** From the site's root: `/2022-12-19/01/slug/`. */
  address: z.string(),
  /** Absent where it was withdrawn. */
  target: z.string().optional(),
  /** Why it was withdrawn, as readers are told. */
  reason: z.string().optional(),
});
export type FormerAddress = z.infer<typeof formerAddressSchema>;
