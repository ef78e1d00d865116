import type { CustomerId, Serial } from '../domain/ids.ts';

/** Where one can be. The stack of these is the way back. */
export type Route =
  | { readonly screen: 'queue' }
  | { readonly screen: 'search' }
  | { readonly screen: 'audit' }
  | { readonly screen: 'account'; readonly customerId: CustomerId; readonly serial: Serial | null }
  | { readonly screen: 'diagnosis'; readonly customerId: CustomerId; readonly serial: Serial }
  | { readonly screen: 'unlock'; readonly customerId: CustomerId; readonly serial: Serial };
