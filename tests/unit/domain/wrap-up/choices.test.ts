import { describe, expect, it } from 'vitest';
import { arrangeChoices, withChosen } from '@/lib/domain/wrap-up/choices';

const TEAM = ['Connected', 'No Answer', 'Busy', 'Gatekeeper'];
const setting = (name: string, key = '', hidden = false) => ({ name, key, hidden });
const written = (settings: ReturnType<typeof setting>[], names = TEAM) =>
  arrangeChoices(names, settings).map(({ name, key }) => `${key} ${name}`.trim());

describe('the team’s names as the settings arrange them', () => {
  it('are as in Salesloft without settings, with digits in order', () => {
    expect(written([])).toEqual(['1 Connected', '2 No Answer', '3 Busy', '4 Gatekeeper']);
  });

  it('begin with those that are named, in that order, with their digits', () => {
    expect(written([setting('No Answer', '1'), setting('Gatekeeper')])).toEqual([
      '1 No Answer',
      '2 Gatekeeper',
      '3 Connected',
      '4 Busy',
    ]);
  });

  it('leave out hidden ones, and names that the team does not have', () => {
    expect(written([setting('Busy', '', true), setting('Gone', '1')])).toEqual([
      '1 Connected',
      '2 No Answer',
      '3 Gatekeeper',
    ]);
  });

  it('give a digit once, and none that is none', () => {
    expect(written([setting('Busy', '2'), setting('Connected', '2'), setting('No Answer', 'x')])).toEqual([
      '2 Busy',
      '1 Connected',
      '3 No Answer',
      '4 Gatekeeper',
    ]);
  });

  it('are all shown when all are hidden: a call must be logged', () => {
    expect(written(TEAM.map((name) => setting(name, '', true)))).toHaveLength(4);
  });

  it('have nine digits', () => {
    const many = Array.from({ length: 11 }, (_none, index) => `Name ${index}`);
    expect(written([], many).slice(8)).toEqual(['9 Name 8', 'Name 9', 'Name 10']);
  });
});

it('keeps what is chosen in sight, if the team still has it', () => {
  const choices = arrangeChoices(TEAM, [setting('Busy', '', true)]);
  expect(withChosen(choices, TEAM, 'Busy').at(-1)).toEqual({ name: 'Busy', key: '' });
  expect(withChosen(choices, TEAM, 'Gone')).toBe(choices);
  expect(withChosen(choices, TEAM, 'Connected')).toBe(choices);
});
