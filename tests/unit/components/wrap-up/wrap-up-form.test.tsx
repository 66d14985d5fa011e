// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { render } from 'preact';
import { act } from 'preact/test-utils';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { WrapUpForm } from '@/components/wrap-up/WrapUpForm';
import type { Call } from '@/lib/domain/call/call';
import type { CallsView } from '@/lib/domain/call/calls-view';
import { EMPTY_DRAFT } from '@/lib/domain/call/wrap-up-record';
import type { TeamRules } from '@/lib/domain/sign-in/team-rules';
import { createNotices } from '@/lib/view/core/notices';
import { createChoices } from '@/lib/view/wrap-up/choices-store';
import { createWrapUpStore } from '@/lib/view/wrap-up/wrap-up-store';
import { aCall, anEndedCall, someTeamRules } from '@/tests/support/builders/builders';
import { createFakeSend } from '@/tests/support/fakes/fake-send';
import { button, descriptionOf, draw, find } from '@/tests/support/panel/drawn';

afterEach(() => render(null, document.body));

/** A team without CRM fields; `undefined` for rules that are not read yet. */
const RULES = someTeamRules({ crmFields: [] });

function drawForm(call: Call = anEndedCall(), given: { readonly rules?: TeamRules | undefined } = { rules: RULES }) {
  const worker = createFakeSend();
  const wrapUpOfCall = { callId: call.callId, state: 'open' as const, draft: EMPTY_DRAFT, savedAt: 0 };
  const calls = signal<CallsView | undefined>({ call, wrapUp: wrapUpOfCall, unfinished: [] });
  const wrapUp = createWrapUpStore({ send: worker.send, calls, notices: createNotices(), onSaved: vi.fn() });
  const rules = signal(given.rules);
  const onLogged = vi.fn();
  const onLoggedAndNext = vi.fn();
  draw(<WrapUpForm call={call} onLogged={onLogged} onLoggedAndNext={onLoggedAndNext} />, {
    wrapUp,
    teamRules: rules,
    choices: createChoices(rules, signal(undefined)),
  });
  return { worker, onLogged, onLoggedAndNext };
}

/** The radio of this name, as a screen reader says it: without the key beside it. */
function radio(name: string): HTMLInputElement {
  const labels = [...document.body.querySelectorAll('label')];
  const label = labels.find((one) => one.querySelector('[dir="auto"]')?.textContent === name);
  if (!label) throw new Error(`There is no choice ${name}.`);
  return label.querySelector('input') ?? find('input');
}

const group = (field: string) => find(`[role="radiogroup"][data-field="${field}"]`);

/** Ends once everything that needed no more than the worker's answer is done and drawn. */
const settle = (cause: () => void) =>
  act(async () => {
    cause();
    await new Promise((resolve) => setImmediate(resolve));
  });
const press = (name: string) => settle(() => button(name).click());

describe('the wrap-up form', () => {
  it('can be filled in during the call, and logged only after it', () => {
    drawForm(aCall());
    expect(radio('Busy').disabled).toBe(false);
    expect(document.body.querySelector('button')).toBeNull();
    render(null, document.body);
    drawForm();
    expect([...document.body.querySelectorAll('button')].map((one) => one.textContent)).toEqual([
      'Log and next',
      'Log call',
      'Call later',
    ]);
  });

  it('logs what was chosen and written, and goes on', async () => {
    const { worker, onLogged, onLoggedAndNext } = drawForm();
    void act(() => radio('Connected').click());
    const notes = find<HTMLTextAreaElement>('textarea');
    notes.value = 'Spoke about renewal.';
    void act(() => void notes.dispatchEvent(new Event('input', { bubbles: true })));
    worker.answer({ kind: 'saved', entryId: 'entry-1' });
    await press('Log and next');
    expect(worker.sent.at(-1)).toMatchObject({
      type: 'wrapUp.submit',
      input: { draft: { disposition: 'Connected', sentiment: '', notes: 'Spoke about renewal.' } },
    });
    expect([onLogged.mock.calls.length, onLoggedAndNext.mock.calls.length]).toEqual([0, 1]);
  });

  it('marks what is missing, with what to do about it, and stays', async () => {
    const { worker, onLogged } = drawForm();
    worker.answer({ kind: 'missing', fields: ['disposition'] });
    await press('Log call');
    expect(group('disposition').getAttribute('aria-invalid')).toBe('true');
    expect(descriptionOf(group('disposition'))).toBe('Choose a disposition; your team requires one.');
    expect(group('sentiment').getAttribute('aria-invalid')).toBe('false');
    expect(onLogged).not.toHaveBeenCalled();
    void act(() => radio('Busy').click());
    expect(group('disposition').getAttribute('aria-invalid')).toBe('false');
  });

  it('is busy while it is logged: a second press does nothing', async () => {
    const { worker } = drawForm();
    const answer = worker.hang();
    await press('Log call');
    expect(button('Log call').getAttribute('aria-disabled')).toBe('true');
    await press('Log and next');
    expect(worker.types()).toEqual(['wrapUp.submit']);
    await settle(() => answer({ kind: 'saved', entryId: 'entry-1' }));
    expect(button('Log call').getAttribute('aria-disabled')).toBeNull();
  });

  it('puts the focus on the first choice once the call is over', () => {
    drawForm();
    expect(document.activeElement).toBe(radio('Connected'));
  });

  it('says what is not known yet while the rules of the team are unread', () => {
    drawForm(anEndedCall(), { rules: undefined });
    expect(find('[role="note"]').textContent).toContain("haven't loaded from Salesloft yet");
    expect(document.body.querySelector('[role="radiogroup"]')).toBeNull();
    expect(find<HTMLTextAreaElement>('textarea').disabled).toBe(false);
  });
});
