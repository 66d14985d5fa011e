/** What a team demands of a logged call; from Salesloft's team, dispositions and sentiments. */
export type TeamRules = {
  /** Names exactly as Salesloft spells them, in its order. */
  readonly dispositions: readonly string[];
  readonly sentiments: readonly string[];
  readonly dispositionRequired: boolean;
  readonly sentimentRequired: boolean;
  readonly recordingDisabled: boolean;
};
