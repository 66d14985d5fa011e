import { saveSetting } from '../support/browser/act.ts';
import { connect, launchRep, readList, type Rep } from '../support/browser/rep.ts';
import { anAction } from '../salesloft/builders/due-work.ts';
import { aPerson } from '../salesloft/builders/person.ts';
import { aWorld } from '../salesloft/builders/world.ts';
import { startSalesloft, type Salesloft } from '../salesloft/server.ts';
import { PASSWORD, startPhoneSystem, type PhoneSystem } from './phone-system.ts';
import { QUIET } from './steps.ts';

/** A rep whose line is the bench's phone system, with these people to call. */
export type SipRep = {
  readonly system: PhoneSystem;
  readonly salesloft: Salesloft;
  readonly rep: Rep;
  /** Resolves to what Loftline's pages have complained of. */
  readonly stop: () => Promise<readonly string[]>;
};

/** `callees` are full names, with the two digits that tell the phone system what to do. */
export async function startSipRep(callees: Readonly<Record<string, string>>): Promise<SipRep> {
  const system = await startPhoneSystem();
  const people = Object.entries(callees).map(([name, digits]) => {
    const [firstName = '', lastName = ''] = name.split(' ');
    return aPerson({ firstName, lastName, phone: `+155501000${digits}` });
  });
  const salesloft = await startSalesloft({ world: aWorld(...people.map((person) => anAction({ person }))) });
  const rep = await launchRep(salesloft, { flags: [`--use-file-for-fake-audio-capture=${system.nearTone}`] });
  // All of them at once: a long list draws what is seen of it.
  await rep.panel.setViewport({ width: 420, height: 2_400 });
  for (const [key, value] of Object.entries({
    'telephony.sip': sipAccount(system),
    'telephony.provider': 'sip',
    'guards.otherActions': QUIET,
    'logging.holdSeconds': 0,
  })) {
    await saveSetting(rep.panel, key, value);
  }
  await connect(rep);
  await readList(rep.panel);
  return {
    system,
    salesloft,
    rep,
    stop: async () => {
      // Chrome's own words for the way that was cut.
      const errors = rep.loftline.errors.all().filter((words) => !words.includes('WebSocket connection to'));
      await rep.loftline.close();
      await salesloft.stop();
      await system.stop();
      return errors;
    },
  };
}

export function sipAccount(system: PhoneSystem) {
  return {
    server: `wss://127.0.0.1:${system.gate.port}/`,
    domain: 'bench.test',
    username: 'dana',
    password: PASSWORD,
    displayName: 'Dana',
    iceServers: [],
  };
}
