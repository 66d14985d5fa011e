import type { UA } from 'jssip/lib/UA';

type OptionsEvents = {
  readonly succeeded: () => void;
  readonly failed: (event: { readonly originator: unknown }) => void;
};
/** JsSIP's types do not tell of it. */
type WithOptions = {
  sendOptions(target: string, body: null, options: { readonly eventHandlers: OptionsEvents }): unknown;
};

/** OPTIONS, RFC 3261, 11: every answer, a refusal too, shows that the phone system is there. */
export function askAnything(ua: UA, domain: string): Promise<boolean> {
  return new Promise((resolve) => {
    (ua as unknown as WithOptions).sendOptions(`sip:${domain}`, null, {
      eventHandlers: {
        succeeded: () => resolve(true),
        failed: ({ originator }) => resolve(String(originator) === 'remote'),
      },
    });
  });
}
