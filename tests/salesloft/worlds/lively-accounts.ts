import { anAccount } from '../builders/account.ts';
import type { Account } from '../rows.ts';

/** Companies by name, with the place and clock of their people. The numbers of their people start with `prefix`. */
export type Place = {
  readonly city: string;
  readonly state: string | null;
  readonly country: string;
  readonly locale: string;
  readonly prefix: string;
};

const ATLANTA = {
  city: 'Atlanta',
  state: 'GA',
  country: 'United States',
  locale: 'US/Eastern',
  prefix: '+1 404-555-01',
};
const BOSTON = { city: 'Boston', state: 'MA', country: 'United States', locale: 'US/Eastern', prefix: '(617) 555-01' };
const CHICAGO = {
  city: 'Chicago',
  state: 'IL',
  country: 'United States',
  locale: 'US/Central',
  prefix: '+1 (312) 555-01',
};
const AUSTIN = { city: 'Austin', state: 'TX', country: 'United States', locale: 'US/Central', prefix: '512.555.01' };
const DENVER = { city: 'Denver', state: 'CO', country: 'United States', locale: 'US/Mountain', prefix: '303-555-01' };
const PHOENIX = { city: 'Phoenix', state: 'AZ', country: 'United States', locale: 'US/Arizona', prefix: '+1602555 01' };
const SEATTLE = {
  city: 'Seattle',
  state: 'WA',
  country: 'United States',
  locale: 'US/Pacific',
  prefix: '+1 206 555 01',
};
const SAN_JOSE = {
  city: 'San Jose',
  state: 'CA',
  country: 'United States',
  locale: 'US/Pacific',
  prefix: '+140855501',
};
const HONOLULU = { city: 'Honolulu', state: 'HI', country: 'United States', locale: 'US/Hawaii', prefix: '808-555-01' };
const LONDON = {
  city: 'London',
  state: null,
  country: 'United Kingdom',
  locale: 'Europe/London',
  prefix: '+44 20 7946 09',
};
const BERLIN = { city: 'Berlin', state: null, country: 'Germany', locale: 'Europe/Berlin', prefix: '+49 30 231256' };
const PARIS = { city: 'Paris', state: null, country: 'France', locale: 'Europe/Paris', prefix: '+33 1 99 00 61 ' };
const STOCKHOLM = {
  city: 'Stockholm',
  state: null,
  country: 'Sweden',
  locale: 'Europe/Stockholm',
  prefix: '+46 8 465 004 ',
};
const TOKYO = { city: 'Tokyo', state: null, country: 'Japan', locale: 'Asia/Tokyo', prefix: '+81 3 5550 01' };
const MUMBAI = { city: 'Mumbai', state: 'MH', country: 'India', locale: 'Asia/Kolkata', prefix: '+91 22 5550 01' };
const SINGAPORE = {
  city: 'Singapore',
  state: null,
  country: 'Singapore',
  locale: 'Asia/Singapore',
  prefix: '+65 6555 01',
};

const COMPANIES: readonly (readonly [string, string, Place])[] = [
  ['Piedmont Freight', 'Logistics', ATLANTA],
  ['Brightwater Health', 'Healthcare', BOSTON],
  ['Lakeshore Analytics', 'Software', CHICAGO],
  ['Cedar & Pine Homes', 'Construction', AUSTIN],
  ['Summit Outfitters', 'Retail', DENVER],
  ['Saguaro Solar', 'Energy', PHOENIX],
  ['Harborlight Robotics', 'Manufacturing', SEATTLE],
  ['Orchard Semiconductors', 'Electronics', SAN_JOSE],
  ['Pacific Crest Foods', 'Food', HONOLULU],
  ['Thameside Insurance', 'Insurance', LONDON],
  ['Spreewerk Maschinenbau', 'Manufacturing', BERLIN],
  ['Maison Delorme', 'Retail', PARIS],
  ['Norrsken Mobility', 'Transport', STOCKHOLM],
  ['Asahi Precision', 'Manufacturing', TOKYO],
  ['Konkan Textiles', 'Textiles', MUMBAI],
  ['Straits Cloud', 'Software', SINGAPORE],
  ['Peachtree Dental Group', 'Healthcare', ATLANTA],
  ['Prairie State Credit Union', 'Finance', CHICAGO],
  ['Lone Star Pumps', 'Manufacturing', AUSTIN],
  ['Evergreen Schools', 'Education', SEATTLE],
];

export type Company = { readonly account: Account; readonly place: Place };

export function livelyCompanies(): Company[] {
  return COMPANIES.map(([name, industry, place], index) => {
    const { city, state, country, locale } = place;
    return { account: anAccount({ id: 8_101 + index, name, industry, city, state, country, locale }), place };
  });
}
