import { aPerson } from '../builders/person.ts';
import type { Person } from '../rows.ts';
import type { Company } from './lively-accounts.ts';

/** First name, last name, title. */
const PEOPLE: readonly (readonly [string, string, string])[] = [
  ['Marisol', 'Vega', 'VP of Operations'],
  ['Grant', 'Whitfield', 'Director of Clinical IT'],
  ['Priya', 'Raman', 'Head of Data'],
  ['Cole', 'Hendricks', 'Purchasing Director'],
  ['Tessa', 'Lindqvist', 'Director of E-commerce'],
  ['Ramon', 'Castellanos', 'Chief Operating Officer'],
  ['Naomi', 'Fitzgerald', 'VP of Engineering'],
  ['Kevin', 'Tran', 'Supply Chain Director'],
  ['Leilani', 'Kealoha', 'General Counsel'],
  ['Oliver', 'Ashcroft', 'Head of Claims'],
  ['Katrin', 'Vogel', 'Head of Procurement'],
  ['Antoine', 'Mercier', 'Retail Director'],
  ['Elsa', 'Bergman', 'Chief Product Officer'],
  ['Haruka', 'Sato', 'Plant Director'],
  ['Anjali', 'Deshpande', 'VP of Exports'],
  ['Wei Ling', 'Tan', 'Chief Technology Officer'],
  ['Dr. Simone', 'Baptiste', 'Practice Owner'],
  ['Walter', 'Nowak', 'SVP of Lending'],
  ['Earl', 'Dawson', 'Fleet Director'],
  ['Joy', 'Okafor', 'Superintendent'],
  ['Brent', 'Kowalski', 'Warehouse Director'],
  ['Hannah', 'Stein', 'Chief Nursing Officer'],
  ['Darius', 'Bell', 'Director of Revenue Operations'],
  ['Paige', 'Morrow', 'Controller'],
  ['Ingrid', 'Sorensen', 'Head of Stores'],
  ['Luis', 'Ortega', 'Field Operations Director'],
  ['Yusuf', 'Demir', 'Director of Robotics'],
  ['Grace', 'Kim', 'Director of Quality'],
  ['Malia', 'Santos', 'Head of Distribution'],
  ['Imogen', 'Clarke', 'Chief Risk Officer'],
  ['Jonas', 'Reuter', 'Plant Engineer'],
  ['Camille', 'Fournier', 'Head of Logistics'],
  ['Axel', 'Nyberg', 'Fleet Electrification Director'],
  ['Kenji', 'Mori', 'Director of Automation'],
  ['Rohan', 'Kulkarni', 'Head of Sourcing'],
  ['Amelia', 'Goh', 'VP of Customer Success'],
  ['Trevor', 'Banks', 'Office Director'],
  ['Denise', 'Albright', 'Chief Member Officer'],
  ['Carla', 'Jimenez', 'Director of Service'],
  ['Peter', 'Halvorsen', 'Technology Director'],
  ['Monique', 'Dupree', 'Director of Transportation'],
  ['Alan', 'Rosen', 'Chief Medical Information Officer'],
  ['Sofia', 'Petrova', 'Head of Platform'],
];

/** People spread over the companies, with numbers written in the ways people write them. */
export function livelyPeople(companies: readonly Company[]): Person[] {
  return PEOPLE.map(([firstName, lastName, title], index) => {
    const company = companies[index % companies.length];
    if (!company) throw new Error('A world needs companies.');
    const { account, place } = company;
    const { city, state, country, locale, prefix } = place;
    const name = `${firstName}.${lastName}`.toLowerCase().replace(/[^a-z.]/g, '');
    return aPerson({
      id: 26_001 + index,
      firstName,
      lastName,
      title,
      account,
      city,
      state,
      country,
      locale,
      email: `${name}@${account.domain}`,
      phone: numberOf(prefix, index),
      mobilePhone: index % 3 === 1 ? numberOf(prefix, index + 50) : null,
      homePhone: index % 11 === 7 ? numberOf(prefix, index + 70) : null,
    });
  });
}

/** Two last digits that vary with the person. */
function numberOf(prefix: string, index: number): string {
  return `${prefix}${String((index * 37 + 12) % 100).padStart(2, '0')}`;
}
