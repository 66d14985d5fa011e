/** Every setting's value by key, as the rest of Loftline reads it: already checked, defaults filled in. */
export type Settings = {
  readonly 'salesloft.clientId': string;
  readonly 'salesloft.clientSecret': string;
  readonly 'salesloft.tokenUrl': string;
  readonly 'salesloft.scopes': readonly string[];
  readonly 'salesloft.apiKeyAllowed': boolean;
  readonly 'salesloft.teamSize': number;
  readonly 'telephony.provider': 'practice' | 'sip' | 'twilio' | 'handoff';
  readonly 'telephony.callerId': string;
  readonly 'telephony.ringSeconds': number;
  readonly 'telephony.digitPauseMs': number;
  readonly 'telephony.sip': {
    readonly server: string;
    readonly domain: string;
    readonly username: string;
    readonly password: string;
    readonly displayName: string;
    readonly iceServers: readonly { readonly urls: string; readonly username: string; readonly credential: string }[];
  };
  readonly 'telephony.twilio': {
    readonly tokenUrl: string;
    readonly edge: readonly string[];
    readonly codecPreferences: readonly string[];
  };
  readonly 'telephony.handoff': { readonly scheme: 'tel' | 'callto' | 'sip' };
  readonly 'telephony.recording': { readonly mode: 'off' | 'provider' | 'local'; readonly urlTemplate: string };
  readonly 'telephony.recordingNotice': string;
  readonly 'logging.outcomes': LineOutcomes;
  readonly 'logging.dispositions': readonly ChoiceSetting[];
  readonly 'logging.sentiments': readonly ChoiceSetting[];
  /** By the CRM's name of a field, its title or its id. */
  readonly 'logging.crmFields': Readonly<Record<string, string>>;
  readonly 'logging.holdSeconds': number;
  readonly 'logging.retries': number;
  readonly 'logging.reference': boolean;
  readonly 'logging.adHocGuard': 'none' | 'task';
  readonly 'logging.noteTemplate': string;
  readonly 'logging.completeWithoutLogging': boolean;
  readonly 'guards.doNotContact': GuardSetting;
  readonly 'guards.contactRestriction': GuardSetting;
  readonly 'guards.callingHours': {
    readonly action: GuardSetting;
    readonly start: string;
    readonly end: string;
    readonly days: readonly string[];
  };
  readonly 'guards.blockedDates': readonly string[];
  readonly 'guards.blockedRegions': readonly string[];
  readonly 'guards.maxPerMinute': number;
  readonly 'guards.maxPerDay': number;
  readonly 'guards.recallGapMinutes': number;
  readonly 'guards.otherActions': {
    readonly blockedDate: GuardSetting;
    readonly blockedRegion: GuardSetting;
    readonly recall: GuardSetting;
    readonly calledToday: GuardSetting;
    readonly doneElsewhere: GuardSetting;
    readonly failingNumber: GuardSetting;
  };
  readonly 'session.countdownSeconds': number;
  readonly 'session.overlay': boolean;
  readonly 'network.minimums': {
    readonly downloadMbps: number;
    readonly uploadMbps: number;
    readonly jitterMs: number;
    readonly latencyMs: number;
    readonly packetLossPercent: number;
  };
  readonly 'network.speedTestUrl': string;
  readonly 'reporting.eventsUrl': string;
  readonly 'reporting.includePersonalData': boolean;
  readonly 'privacy.keepSignedIn': boolean;
  readonly 'privacy.namesInNotifications': boolean;
  readonly 'privacy.retentionDays': number;
  readonly 'assistant.summary': 'off' | 'onDevice';
};

type GuardSetting = 'allow' | 'ask' | 'block';

/** What the line reported → the team's disposition; empty for none. */
export type LineOutcomes = {
  readonly noAnswer: string;
  readonly busy: string;
  readonly failed: string;
  readonly voicemail: string;
  readonly connected: string;
  readonly canceled: string;
};

export type ChoiceSetting = { readonly name: string; readonly key: string; readonly hidden: boolean };

/** Where the secrets are: keys of settings and fields inside them. A test compares them with the catalogue. */
export const SECRET_NAMES = ['salesloft.clientSecret', 'password', 'credential'] as const;
export type SecretName = (typeof SECRET_NAMES)[number];
