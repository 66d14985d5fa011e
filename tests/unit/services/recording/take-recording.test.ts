import { expect, it } from 'vitest';
import { createTakeRecording } from '@/lib/services/recording/take-recording';
import { aCallId, someTeamRules } from '@/tests/support/builders/builders';

type Mode = 'off' | 'provider' | 'local';

async function take(mode: Mode, recordingDisabled: boolean) {
  const added: string[] = [];
  const link = await createTakeRecording({
    readRecording: () => Promise.resolve({ mode, urlTemplate: 'https://records.example/{callId}' }),
    readKnownRules: () => Promise.resolve({ ...someTeamRules(), recordingDisabled }),
    add: (_callId, one) => Promise.resolve(void added.push(one)),
  })(aCallId(), 'CA1');
  return { link, added };
}

it('writes a link down where the provider records', async () => {
  expect(await take('provider', false)).toEqual({
    link: 'https://records.example/CA1',
    added: ['https://records.example/CA1'],
  });
});

it.each([
  { mode: 'off' as const, disabled: false },
  { mode: 'local' as const, disabled: false },
  { mode: 'provider' as const, disabled: true },
])('has none where recording is $mode and the team’s switch is off: $disabled', async ({ mode, disabled }) => {
  expect(await take(mode, disabled)).toEqual({ link: '', added: [] });
});
