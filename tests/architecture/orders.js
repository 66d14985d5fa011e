/**
 * The order of the subjects, the same in every layer that is laid out by them: a subject may use `core` (`ui` among the
 * components) and the subjects of the rows before its own. `options` and `panel` put the subjects together on a page.
 */
const SUBJECTS = [
  ['core', 'ui'],
  ['geography', 'settings', 'sign-in', 'lease', 'microphone'],
  ['call'],
  ['guards', 'queue', 'wrap-up'],
  ['dial-session', 'overlay', 'outbox'],
  ['recording', 'journal', 'keys', 'deployment'],
  ['options', 'panel'],
];
/** How the folders of each layer stand on one another, lowest first. */
export const ORDERS = {
  'lib/domain': SUBJECTS,
  'lib/services': SUBJECTS,
  'lib/view': SUBJECTS,
  components: SUBJECTS,
  'lib/storage': [['database', 'snapshots'], ['rows', 'secrets'], ['stores']],
  'lib/phone': [['contract', 'audio'], ['agent', 'practice', 'recording'], ['sip', 'twilio'], ['line']],
};
/** Folders with rules of their own in the table of zones. */
export const STANDS_APART = ['components/ui', 'components/overlay'];
