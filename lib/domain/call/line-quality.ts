/** What a line knows of a call's sound. Counts run since the call began. */
export type SoundReading = {
  readonly sent: number;
  readonly received: number;
  /** Packets that never arrived here; may go down when late ones come. */
  readonly lost: number;
  /** Packets of ours that never arrived there, as the far end tells; 0 when it tells nothing. */
  readonly lostThere: number;
  readonly jitterMs: number;
  /** 0 when it is not known. */
  readonly roundTripMs: number;
  readonly isOpus: boolean;
  /** The way of the sound is broken, and another is looked for. */
  readonly isRepairing: boolean;
  /** Of the rep's microphone, muted or not: root mean square of the last moments, 0 to 1. */
  readonly voiceLevel: number;
};

export const NO_SOUND: SoundReading = {
  sent: 0,
  received: 0,
  lost: 0,
  lostThere: 0,
  jitterMs: 0,
  roundTripMs: 0,
  isOpus: false,
  isRepairing: false,
  voiceLevel: 0,
};

/** How a line stands, in one word: what the rep can do something about comes first. */
export type LineNotice =
  'repairing' | 'nothingHeard' | 'microphoneSilent' | 'mutedAndTalking' | 'poor' | 'fair' | 'good';

/** A whole call's sound in numbers. `score` is a mean opinion score, 1 to 4.4. */
export type LineQuality = {
  readonly score: number;
  readonly lowestScore: number;
  /** The worse direction's. */
  readonly lossPercent: number;
  readonly jitterMs: number;
  readonly roundTripMs: number;
};

/** One second of the call, from two readings in a row. */
export type SoundSecond = LineQuality & {
  readonly received: number;
  readonly isRepairing: boolean;
  readonly voiceLevel: number;
  readonly muted: boolean;
  readonly held: boolean;
};

/** So many of the latest seconds are looked at. */
export const SECONDS_LOOKED_AT = 5;
/** And so many of them must be alike, before a word is said of it. */
const MOST = 3;

const POOR = { lossPercent: 3, jitterMs: 30, roundTripMs: 400, score: 3 } as const;
const FAIR_BELOW = 4;
/** A quiet room is louder than the last bit of a microphone that gives nothing at all. */
const NOTHING = 1 / 32_768;
const TALKING = 0.02;

export function soundSecond(
  before: SoundReading,
  after: SoundReading,
  { muted, held }: { muted: boolean; held: boolean },
): SoundSecond {
  const received = Math.max(0, after.received - before.received);
  const sent = Math.max(0, after.sent - before.sent);
  const { jitterMs, roundTripMs, isRepairing, voiceLevel, isOpus } = after;
  const measured = Math.max(
    share(after.lost - before.lost, received),
    shareOf(after.lostThere - before.lostThere, sent),
  );
  const lossPercent = isRepairing ? 100 : measured;
  const score = meanOpinionScore({ lossPercent, jitterMs, roundTripMs, isOpus });
  return {
    score,
    lowestScore: score,
    lossPercent,
    jitterMs,
    roundTripMs,
    received,
    isRepairing,
    voiceLevel,
    muted,
    held,
  };
}

/** `latest` are the latest seconds, at most SECONDS_LOOKED_AT, the newest last. */
export function noticeOf(latest: readonly SoundSecond[]): LineNotice {
  const now = latest.at(-1);
  if (!now) return 'good';
  const count = (is: (second: SoundSecond) => boolean): number => latest.filter(is).length;
  if (now.isRepairing) return 'repairing';
  const all = (is: (second: SoundSecond) => boolean): boolean => count(is) === SECONDS_LOOKED_AT;
  if (all(({ received, held }) => received === 0 && !held)) return 'nothingHeard';
  if (all(({ voiceLevel, muted, held }) => voiceLevel < NOTHING && !muted && !held)) return 'microphoneSilent';
  if (now.muted && !now.held && count(({ voiceLevel, muted }) => muted && voiceLevel > TALKING) >= MOST)
    return 'mutedAndTalking';
  if (count(isPoor) >= MOST) return 'poor';
  return count(({ score }) => score < FAIR_BELOW) >= MOST ? 'fair' : 'good';
}

/** The call's numbers with one second more; `seconds` were in it before. */
export function addSecond(quality: LineQuality | undefined, second: SoundSecond, seconds: number): LineQuality {
  const { score, lossPercent, jitterMs, roundTripMs } = second;
  if (!quality) return { score, lowestScore: score, lossPercent, jitterMs, roundTripMs };
  const mean = (before: number, now: number): number => before + (now - before) / (seconds + 1);
  return {
    score: mean(quality.score, score),
    lowestScore: Math.min(quality.lowestScore, score),
    lossPercent: mean(quality.lossPercent, lossPercent),
    jitterMs: mean(quality.jitterMs, jitterMs),
    roundTripMs: mean(quality.roundTripMs, roundTripMs),
  };
}

/** As numbers that are worth keeping. */
export function rounded({ score, lowestScore, lossPercent, jitterMs, roundTripMs }: LineQuality): LineQuality {
  const hundredths = (value: number): number => Math.round(value * 100) / 100;
  return {
    score: hundredths(score),
    lowestScore: hundredths(lowestScore),
    lossPercent: hundredths(lossPercent),
    jitterMs: Math.round(jitterMs),
    roundTripMs: Math.round(roundTripMs),
  };
}

/**
 * Mean opinion score by the E-model of ITU-T G.107 as R. G. Cole and J. H. Rosenbluth simplified it ("Voice over IP
 * performance monitoring", 2001): the delay impairment Id, and the loss impairment Ie,eff by the packet-loss robustness
 * Bpl of G.113 (25.1 for G.711 with concealment; 19 is ours for Opus). The jitter buffer counts as twice the jitter and
 * 30 ms more.
 */
export function meanOpinionScore(
  line: Pick<LineQuality, 'lossPercent' | 'jitterMs' | 'roundTripMs'> & { readonly isOpus: boolean },
): number {
  const delay = line.roundTripMs / 2 + 2 * line.jitterMs + 30;
  const delayImpairment = 0.024 * delay + (delay > 177.3 ? 0.11 * (delay - 177.3) : 0);
  const robustness = line.isOpus ? 19 : 25.1;
  const lossImpairment = (95 * line.lossPercent) / (line.lossPercent + robustness);
  const rating = Math.min(100, Math.max(0, 93.2 - delayImpairment - lossImpairment));
  return Math.max(1, 1 + 0.035 * rating + rating * (rating - 60) * (100 - rating) * 7e-6);
}

function isPoor({ lossPercent, jitterMs, roundTripMs, score }: SoundSecond): boolean {
  return (
    lossPercent > POOR.lossPercent || jitterMs > POOR.jitterMs || roundTripMs > POOR.roundTripMs || score < POOR.score
  );
}

/** Of the lost among the lost and the arrived, in percent. */
function share(lost: number, arrived: number): number {
  return shareOf(lost, Math.max(0, lost) + arrived);
}

function shareOf(lost: number, all: number): number {
  return lost <= 0 || all <= 0 ? 0 : Math.min(100, (100 * lost) / all);
}
