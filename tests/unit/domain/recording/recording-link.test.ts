import { describe, expect, it } from 'vitest';
import { recordingLink } from '@/lib/domain/recording/recording-link';

describe('the link to a recording', () => {
  it('is the admin’s address with the provider’s id in it, wherever it is wanted', () => {
    expect(recordingLink('https://records.example/{callId}?id={callId}', 'CA 1/2')).toBe(
      'https://records.example/CA%201%2F2?id=CA%201%2F2',
    );
  });

  it.each([
    { name: 'no address is set', template: '', id: 'CA1' },
    {
      name: 'the address has no place for the id: it would be the same for every call',
      template: 'https://records.example/',
      id: 'CA1',
    },
    { name: 'the provider told no id', template: 'https://records.example/{callId}', id: '' },
    { name: 'it would not be encrypted', template: 'http://records.example/{callId}', id: 'CA1' },
    { name: 'it would be no address', template: '{callId}', id: 'javascript:alert(1)' },
  ])('is none when $name', ({ template, id }) => {
    expect(recordingLink(template, id)).toBe('');
  });
});
