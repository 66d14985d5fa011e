import { anAccount } from '../builders/account.ts';
import { aPerson } from '../builders/person.ts';
import type { Person } from '../rows.ts';

/** Everybody whose record breaks something that was written for ordinary ones. */
export function awkwardPeople(): Person[] {
  const account = anAccount({ id: 8_301, name: 'Fjord & Søn A/S', industry: 'Shipping', locale: 'US/Eastern' });
  const closed = anAccount({ id: 8_302, name: 'Quiet Harbor Holdings', doNotContact: true, locale: 'US/Central' });
  return [
    aPerson({
      id: 26_101,
      account,
      firstName: 'Zoë',
      lastName: 'Ångström-Núñez',
      title: 'Überkoordinatorin für Einkauf',
    }),
    aPerson({
      id: 26_102,
      account,
      firstName: 'Siobhán',
      lastName: "O'Connor-D'Amico",
      title: "Director, Owner's Office",
    }),
    aPerson({
      id: 26_103,
      account,
      firstName: '<b>Bobby</b>',
      lastName: '& "Sons"',
      title: '<img src=x onerror=alert(1)>',
    }),
    aPerson({
      id: 26_104,
      account,
      firstName: 'יעל',
      lastName: 'בן־דוד',
      title: 'סמנכ״ל תפעול',
      phone: '+972 3 555 0134',
      locale: 'Asia/Jerusalem',
      city: 'Tel Aviv',
      state: null,
      country: 'Israel',
    }),
    aPerson({
      id: 26_105,
      account,
      firstName: 'ليلى',
      lastName: 'الخطيب',
      title: 'مديرة المشتريات',
      phone: '+971 4 555 0127',
      locale: 'Asia/Dubai',
      city: 'Dubai',
      state: null,
      country: 'United Arab Emirates',
    }),
    aPerson({ id: 26_106, account, firstName: 'Sunny ☀️', lastName: '👩🏽‍🚀 Park', title: 'Chief Happiness Officer 🎉' }),
    aPerson({ id: 26_107, account, firstName: 'Nadia', lastName: 'Without-Number', phone: null }),
    aPerson({
      id: 26_108,
      account,
      firstName: 'Miles',
      lastName: 'Only-Mobile',
      phone: null,
      mobilePhone: '+1 404 555 0188',
    }),
    aPerson({ id: 26_109, account, firstName: 'Edna', lastName: 'Extension', phone: '+1 (404) 555-0134 ext. 22' }),
    aPerson({
      id: 26_110,
      account,
      firstName: 'Ezra',
      lastName: 'Own-Field',
      phone: '+1 404 555 0135',
      phoneExtension: '4711',
    }),
    aPerson({
      id: 26_111,
      account,
      firstName: 'Nora',
      lastName: 'National',
      phone: '0171 5550136',
      country: 'Germany',
      city: 'Hamburg',
      state: null,
      locale: 'Europe/Berlin',
    }),
    aPerson({ id: 26_112, account, firstName: 'Frank', lastName: 'Front-Desk', phone: 'call the front desk' }),
    aPerson({ id: 26_113, account, firstName: 'Donna', lastName: 'Do-Not-Contact', doNotContact: true }),
    aPerson({ id: 26_114, account: closed, firstName: 'Quentin', lastName: 'Closed-Account', locale: 'US/Central' }),
    aPerson({ id: 26_115, account, firstName: 'Rita', lastName: 'No-Calls', contactRestrictions: ['call'] }),
    aPerson({
      id: 26_116,
      account: null,
      firstName: 'Noel',
      lastName: null,
      title: null,
      locale: null,
      email: null,
      city: null,
      state: null,
      country: null,
    }),
    aPerson({
      id: '9007199254740995123',
      account,
      firstName: 'Beatrix',
      lastName: 'Beyond-Numbers',
      title: 'Archivist',
    }),
  ];
}
