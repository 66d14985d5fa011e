import type { CallSource } from '@/lib/domain/call/call';
import type { PersonId } from '@/lib/domain/core/ids';
import type { Rep } from '@/lib/domain/sign-in/rep-sign-in';

/** Whom a dial is about. */
export type RecheckQuery = { readonly personId: PersonId; readonly source: CallSource; readonly rep: Rep };

/** What others have done since the list was read. */
export type RecheckFindings = { readonly doneElsewhere: boolean; readonly calledByTeam: boolean };
