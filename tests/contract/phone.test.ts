import { afterEach, beforeEach, vi } from 'vitest';
import type { ReportCallEvent } from '@/lib/phone/contract/phone';
import { createPracticeLine } from '@/lib/phone/practice/practice-phone';
import { createAgentLine } from '@/lib/phone/agent/agent-line';
import { createFakeLineAgent } from '@/tests/support/fakes/fake-line-agent';
import { createFakePhone } from '@/tests/support/fakes/fake-phone';
import { createFakePracticeParts } from '@/tests/support/fakes/fake-practice-parts';
import { phoneContract, type PhoneHarness, type Reported } from './phone-contract';

const RING_MS = 3_000;
const TALK_MS = 7_000;

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function collect() {
  const reports: Reported[] = [];
  const report: ReportCallEvent = (callId, event) => reports.push({ callId, event });
  return { reports, report };
}

function fakePhoneHarness(hold: boolean): PhoneHarness {
  const { reports, report } = collect();
  const phone = createFakePhone(report, { capabilities: { hold, digits: true, progress: true } });
  return {
    phone,
    reports,
    refuseNextDial: phone.refuseNextDial,
    delayNextDial: phone.delayNextDial,
    personAnswers: async () => phone.answer(),
    personHangsUp: async () => phone.end('hungUpByPerson'),
    isRepHeard: () => isOpen(phone.current()) && phone.current()?.muted === false,
    isPersonHeard: () => isOpen(phone.current()),
    digits: phone.digits,
    leftOpen: () => (phone.current() ? ['call'] : []),
  };
}

function isOpen(call: { readonly isConnected: boolean; readonly held: boolean } | undefined): boolean {
  return call !== undefined && call.isConnected && !call.held;
}

function practiceHarness(): PhoneHarness {
  const { reports, report } = collect();
  const { parts, hardware, refuseMicrophone, delayMicrophone } = createFakePracticeParts(() => performance.now());
  return {
    phone: createPracticeLine(report, parts),
    reports,
    refuseNextDial: refuseMicrophone,
    delayNextDial: delayMicrophone,
    personAnswers: async () => {
      await vi.advanceTimersByTimeAsync(RING_MS);
    },
    personHangsUp: async () => {
      await vi.advanceTimersByTimeAsync(TALK_MS);
    },
    isRepHeard: () => hardware.microphonesOpen === 1 && hardware.calleesOpen === 1 && !hardware.isMicrophoneSilent,
    isPersonHeard: () => hardware.isHearing && !hardware.isHeld,
    digits: () => hardware.digits,
    leftOpen: () => [
      ...Array<string>(hardware.microphonesOpen).fill('microphone'),
      ...Array<string>(hardware.calleesOpen).fill('connection'),
    ],
  };
}

function sipHarness(): PhoneHarness {
  const { reports, report } = collect();
  const { parts, hardware, refuseMicrophone, delayMicrophone } = createFakePracticeParts(() => performance.now());
  const sip = createFakeLineAgent();
  const { earpiece, openMicrophone, now } = parts;
  const isConnected = (): boolean =>
    sip.dialog()?.isOpen === true && sip.dialog()?.isAnswered === true && hardware.microphonesOpen === 1;
  return {
    phone: createAgentLine(report, { agent: sip.agent, earpiece, openMicrophone, now }),
    reports,
    refuseNextDial: refuseMicrophone,
    delayNextDial: delayMicrophone,
    personAnswers: async () => sip.answer(),
    personHangsUp: async () => sip.end('hungUpByPerson', ''),
    isRepHeard: () => isConnected() && sip.dialog()?.muted === false && sip.dialog()?.held === false,
    isPersonHeard: () => isConnected() && hardware.isHearing && !hardware.isHeld,
    digits: () => sip.state.digits,
    leftOpen: () => [
      ...Array<string>(hardware.microphonesOpen).fill('microphone'),
      ...(sip.dialog()?.isOpen ? ['call'] : []),
    ],
  };
}

phoneContract('the fake phone', () => fakePhoneHarness(true));
phoneContract('the fake phone without hold', () => fakePhoneHarness(false));
phoneContract('the practice line', practiceHarness);
phoneContract('the SIP line', sipHarness);
