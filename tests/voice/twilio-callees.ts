/** The last two digits are for the stand-in. */
export const CALLEES = {
  'Ann Tone': '01',
  'Dan Digits': '01',
  'May Mute': '01',
  'Kit Cut': '01',
  'Fay Freeze': '01',
  'Old Token': '01',
  'Len Locked': '01',
  'Rec Link': '01',
  'Vic Ring': '02',
  'Vic Busy': '03',
  'Vic Gone': '04',
  'Vic Wrong': '05',
  'Vic App': '06',
  'Vic Declined': '07',
  'Vic Cancel': '02',
} as const;

/** What the stand-in does for those who do not answer. */
export const ANSWERS = {
  '02': 'rings',
  '03': { status: 'busy' },
  '04': 'ends',
  '05': { code: 31_404, message: 'Not found' },
  '06': { code: 31_002, message: 'Application refused' },
  '07': { code: 31_603, message: 'Declined' },
} as const;
