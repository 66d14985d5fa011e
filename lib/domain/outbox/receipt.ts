/** Salesloft's proof that a call is logged. */
export type Receipt = {
  readonly loggedCallId: string;
  /** The note Salesloft made of the notes; empty when it made none. */
  readonly noteId: string;
  /** When Salesloft says it was created; ms since the epoch. */
  readonly loggedAt: number;
  /** True when an unknown outcome was cleared by reading back rather than by the answer itself. */
  readonly foundByReading: boolean;
};
