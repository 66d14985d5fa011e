// @vitest-environment happy-dom
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it } from 'vitest';
import { CATALOGUE } from '@/lib/domain/settings/catalogue';
import { withoutSecrets } from '@/lib/domain/settings/keep-secrets';
import type { Settings } from '@/lib/domain/settings/values';
import type { SettingOrigin } from '@/lib/domain/settings/settings-view';
import { SettingRow, type RowProblem } from '@/components/settings/SettingRow';

afterEach(() => render(null, document.body));

type Shown = { origin?: SettingOrigin; value?: unknown; problem?: RowProblem };

/** The row as drawn, and what it asked to save. */
function draw(key: keyof Settings, shown: Shown = {}) {
  const saved: unknown[] = [];
  const { spec, default: standard } = CATALOGUE[key];
  void act(() =>
    render(
      <SettingRow
        settingKey={key}
        spec={spec}
        value={shown.value ?? withoutSecrets(spec, standard)}
        origin={shown.origin ?? 'default'}
        problem={shown.problem}
        onSave={(value) => void saved.push(value)}
        onReset={() => void saved.push('reset')}
        onDrop={() => void saved.push('drop')}
      />,
      document.body,
    ),
  );
  return saved;
}

function find<Kind extends HTMLElement>(selector: string): Kind {
  const found = document.body.querySelector<Kind>(selector);
  if (!found) throw new Error(`There is no ${selector}.`);
  return found;
}

/** The input that this label names, as a screen reader finds it. */
function labelled(words: string): HTMLInputElement {
  const label = [...document.body.querySelectorAll('label')].find((one) => one.textContent === words);
  if (!label) throw new Error(`There is no label ${words}.`);
  return label.htmlFor === '' ? find('label > input') : find(`[id="${label.htmlFor}"]`);
}

function press(words: string): void {
  const button = [...document.body.querySelectorAll('button')].find((one) => one.textContent === words);
  if (!button) throw new Error(`There is no button ${words}.`);
  button.click();
}

function type(input: HTMLInputElement, words: string): void {
  input.value = words;
  input.dispatchEvent(new Event('change', { bubbles: true }));
}

function descriptionOf(input: Element): string {
  const ids = input.getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids.map((id) => find(`[id="${id}"]`).textContent).join(' ');
}

const ICE = { urls: 'turn:a.test', username: 'rep', credential: true };

describe('a setting', () => {
  it('is locked by policy, with its reason', () => {
    draw('logging.holdSeconds', { origin: 'policy', value: 3 });
    const input = labelled('Seconds to undo');
    expect(input.disabled).toBe(true);
    expect(descriptionOf(input)).toContain('Set by your organization');
    expect(document.body.textContent).not.toContain('Reset to default');
  });

  it('marks a bad value with what is wrong', () => {
    draw('logging.holdSeconds', { value: 31, problem: { words: 'Too many.', wrongAt: [], isRefusal: true } });
    const input = labelled('Seconds to undo');
    expect(input.value).toBe('31');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(descriptionOf(input)).toContain('Too many.');
  });

  it('saves what is typed, an emptied number as no number', () => {
    const saved = draw('logging.holdSeconds');
    type(labelled('Seconds to undo'), '12');
    type(labelled('Seconds to undo'), '');
    expect(saved).toEqual([12, '']);
  });

  it('goes back to the default, and keeps the focus', () => {
    const saved = draw('logging.holdSeconds', { origin: 'own', value: 3 });
    press('Reset to default');
    expect(saved).toEqual(['reset']);
    expect(document.activeElement).toBe(labelled('Seconds to undo'));
  });

  it('never shows a secret: it can be replaced or taken away', () => {
    const saved = draw('salesloft.clientSecret', { value: true, origin: 'own' });
    const input = labelled('Client secret');
    expect([input.type, input.value]).toEqual(['password', '']);
    expect(document.body.textContent).toContain('A secret is set.');
    type(input, 'new-secret');
    expect(input.value).toBe('');
    press('Remove this secret');
    expect(saved).toEqual(['new-secret', '']);
  });

  it('with fields is a group of its name, and only the wrong field is marked', () => {
    draw('logging.outcomes', { problem: { words: 'No.', wrongAt: ['busy'], isRefusal: true } });
    expect(find(`[id="${find('[role="group"]').getAttribute('aria-labelledby') ?? ''}"]`).textContent).toBe(
      'Disposition by outcome',
    );
    const isMarked = (words: string) => labelled(words).getAttribute('aria-invalid');
    expect([isMarked('Busy'), isMarked('Failed')]).toEqual(['true', 'false']);
  });

  it('with fields saves them all when one changes', () => {
    const saved = draw('logging.outcomes');
    type(labelled('Busy'), ' Line busy ');
    expect(saved).toEqual([
      { noAnswer: '', busy: 'Line busy', failed: '', voicemail: '', connected: '', canceled: '' },
    ]);
  });

  it('is switched by its box or by the word beside it, unless it is locked', () => {
    const saved = draw('logging.reference', { value: false });
    labelled(find('label').textContent).click();
    find('.switch > span').click();
    expect(saved).toEqual([true, false]);
    const locked = draw('logging.reference', { value: false, origin: 'policy' });
    find('.switch > span').click();
    expect(locked).toEqual([]);
  });

  it('of several texts is one a line', () => {
    const saved = draw('guards.blockedDates', { value: ['2026-12-24'] });
    const lines = find<HTMLTextAreaElement>('textarea');
    expect(lines.value).toBe('2026-12-24');
    lines.value = '2026-12-24\n\n 2026-12-25 ';
    lines.dispatchEvent(new Event('change', { bubbles: true }));
    expect(saved).toEqual([['2026-12-24', '2026-12-25']]);
  });

  it('of several choices is ticked, in the order of the week', () => {
    const shown = CATALOGUE['guards.callingHours'].default;
    const saved = draw('guards.callingHours', { value: { ...shown, days: ['tue'] } });
    const ticks = [...document.body.querySelectorAll<HTMLInputElement>('.tick input')];
    expect(ticks.map((tick) => tick.checked)).toEqual([false, true, false, false, false, false, false]);
    ticks[0]?.click();
    expect(saved).toEqual([{ ...shown, days: ['mon', 'tue'] }]);
  });

  it('of several groups adds, changes and removes an entry, secrets unseen', () => {
    const shown = { ...CATALOGUE['telephony.sip'].default, password: true, iceServers: [ICE] };
    const saved = draw('telephony.sip', { value: shown });
    press('Add entry');
    type(labelled('URL'), 'turn:b.test');
    press('Remove entry 1');
    expect(saved).toEqual([
      { ...shown, iceServers: [ICE, { urls: '', username: '', credential: false }] },
      { ...shown, iceServers: [{ ...ICE, urls: 'turn:b.test' }] },
      { ...shown, iceServers: [] },
    ]);
  });
});
