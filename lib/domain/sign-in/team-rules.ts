import type { CrmField } from './crm-field';

/** What a team demands of a logged call; from Salesloft's team, dispositions and sentiments. */
export type TeamRules = {
  /** Names exactly as Salesloft spells them, in its order. */
  readonly dispositions: readonly string[];
  readonly sentiments: readonly string[];
  readonly dispositionRequired: boolean;
  readonly sentimentRequired: boolean;
  readonly recordingDisabled: boolean;
  /** CRM fields of a call, by title; absent when they could not be read, which is not the same as none. */
  readonly crmFields?: readonly CrmField[];
  /** Salesloft said that this sign-in may not read them: asking again is of no use. */
  readonly isCrmForbidden?: true;
  /** Names of CRM fields without which a log was refused; see crm-demands. */
  readonly requiredCrmFields?: readonly string[];
};
