import { createConnection } from 'node:net';
import { until } from '../support/browser/until.ts';

/** What the softphone tells: a call that came in, was answered or ended, or a digit it heard. */
export type SoftphoneEvent = { readonly type: string; readonly param: string };

/** The far end: a real softphone, told over its control connection (JSON in netstrings). */
export type Softphone = {
  readonly events: SoftphoneEvent[];
  /** Digits heard since the last look. */
  readonly digits: () => string;
  readonly hangUp: (account: 'tone' | 'ring') => Promise<void>;
  readonly accept: (account: 'tone' | 'ring') => Promise<void>;
  /** Calls the rep; resolves to why that ended. */
  readonly callRep: () => Promise<string>;
  readonly close: () => void;
};

export async function connectSoftphone(port: number): Promise<Softphone> {
  const socket = createConnection({ host: '127.0.0.1', port });
  await new Promise((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('error', reject);
  });
  const events: SoftphoneEvent[] = [];
  let answers = 0;
  let text = Buffer.alloc(0);
  socket.on('data', (part) => {
    text = Buffer.concat([text, part]);
    for (;;) {
      const colon = text.indexOf(':');
      const length = Number(text.subarray(0, colon).toString());
      if (colon < 0 || text.length < colon + length + 2) return;
      const word = JSON.parse(text.subarray(colon + 1, colon + 1 + length).toString()) as {
        event?: boolean;
        response?: boolean;
        type?: string;
        param?: string;
      };
      text = text.subarray(colon + length + 2);
      if (word.event) events.push({ type: word.type ?? '', param: word.param ?? '' });
      else if (word.response) answers += 1;
    }
  });
  const say = async (command: string, params = ''): Promise<void> => {
    const before = answers;
    const word = JSON.stringify({ command, params, token: command });
    socket.write(`${Buffer.byteLength(word)}:${word},`);
    while (answers === before) await new Promise((resolve) => setTimeout(resolve, 10));
  };
  let heard = 0;
  return {
    events,
    digits: () => {
      const fresh = events.slice(heard).filter(({ type }) => type === 'CALL_DTMF_START');
      heard = events.length;
      return fresh.map(({ param }) => param).join('');
    },
    hangUp: async (account) => {
      await say('uafind', `sip:${account}@127.0.0.1`);
      await say('hangup');
    },
    accept: async (account) => {
      await say('uafind', `sip:${account}@127.0.0.1`);
      await say('accept');
    },
    callRep: async () => {
      const before = events.length;
      await say('uafind', 'sip:tone@127.0.0.1');
      await say('dial', 'sip:dana@bench.test');
      const ended = () => events.slice(before).find(({ type }) => type === 'CALL_CLOSED');
      await until('the call to the rep to end', () => ended() !== undefined);
      return ended()?.param ?? '';
    },
    close: () => socket.destroy(),
  };
}
