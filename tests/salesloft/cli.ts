import { parseArgs } from 'node:util';
import { chromiumFlags } from './flags.ts';
import { startSalesloft } from './server.ts';
import { livelyWorld } from './worlds/lively.ts';
import { many } from './worlds/many.ts';

// `npm run simulator -- --port 8443 --due 500 --crm`: a lively day, or so many due calls, until Ctrl+C; `--crm`: the team
// logs no call without certain CRM fields.
const { values } = parseArgs({
  options: { port: { type: 'string' }, due: { type: 'string' }, crm: { type: 'boolean' } },
});
const world =
  values.due === undefined
    ? livelyWorld(Date.now(), { demandsCrmFields: values.crm === true })
    : many(Number(values.due));
const salesloft = await startSalesloft({ port: Number(values.port ?? 0), world });

console.log(`Salesloft answers on 127.0.0.1, port ${salesloft.port}.`);
console.log(`Client ID: ${world.app.clientId}`);
console.log(
  'Start Chromium with a profile of its own and these flags, then open https://app.salesloft.com/app/dashboard',
);
console.log(
  chromiumFlags(salesloft.port)
    .map((flag) => `  '${flag}'`)
    .join(' \\\n'),
);
console.log('Stop with Ctrl+C.');

let seen = 0;
const reporting = setInterval(() => {
  for (const words of salesloft.violations.slice(seen)) console.log(`Outside the contract: ${words}`);
  seen = salesloft.violations.length;
}, 500);

process.once('SIGINT', () => {
  clearInterval(reporting);
  void salesloft.stop();
});
