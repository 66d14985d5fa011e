import { getCountries, type CountryCode } from 'libphonenumber-js/min';
import aliases from './country-aliases.json';
import formalNames from './formal-names.json';
import letters from './three-letters.json';

/** The browser knows the names of countries in these languages. */
const LANGUAGES =
  'en de fr es pt it nl da sv nb nn fi is pl cs sk hu ro bg el tr ru uk be sr sr-Latn hr bs sl mk sq et lv lt ga mt eu ca gl ' +
  'cy lb ar he fa ur hi bn ta te ml mr gu kn pa ne si th vi id ms fil ja ko zh zh-Hant ka hy az kk uz ky mn km lo my sw am zu af';

/** What a formal name has besides the common one: the form of the state, in the languages of its passport. */
const FORMAL = new Set(
  (
    'republic republica republique republik republika repubblica republiek rzeczpospolita respublika federal federative ' +
    'federativa federale federation bundesrepublik kingdom konungariket kongeriget kongeriket koninkrijk konigreich reino ' +
    'royaume regno state states estado estados etat united unidos federated arab arabe peoples popular populaire commonwealth principality grand duchy ' +
    'sultanate emirate islamic democratic socialist plurinational bolivarian hashemite oriental cumhuriyeti ' +
    'of the de da do del la le du des di der van den the af'
  ).split(' '),
);

/** With a form of the state beside them, these name another country than without, or none. */
const OTHERWISE = new Set(['china', 'congo', 'georgia', 'guinea', 'korea', 'samoa']);

let names: ReadonlyMap<string, CountryCode | null> | undefined;
let threeLetters: ReadonlyMap<string, CountryCode> | undefined;

/** A country by its name in English or another tongue, formal, common or short; undefined when it is none, or two. */
export function countryNamed(written: string): CountryCode | undefined {
  names ??= allNames();
  const name = plainName(written);
  return (
    names.get(name) ?? names.get(inOrder(written)) ?? (names.has(name) ? undefined : formal(name, names)) ?? undefined
  );
}

/** By ISO 3166, three letters. */
export function countryByThreeLetters(written: string): CountryCode | undefined {
  threeLetters ??= new Map(
    letters.split(' ').flatMap((row) => {
      const two = row.slice(0, 2);
      return isCalled(two) ? [[row.slice(2), two] as const] : [];
    }),
  );
  return threeLetters.get(written);
}

function allNames(): ReadonlyMap<string, CountryCode | null> {
  const sure = englishNames();
  const told = new Map<string, CountryCode | null>();
  for (const language of LANGUAGES.split(' '))
    for (const style of ['long', 'short'] as const) {
      const region = regionNames(language, style);
      for (const code of getCountries()) add(told, plainName(region.of(code) ?? ''), code);
    }
  told.delete('');
  // Two countries of one name, in one tongue or another: only English decides, and there not between two Congos.
  return new Map([...told, ...sure, ['congo', null]]);
}

function englishNames(): ReadonlyMap<string, CountryCode> {
  const sure = new Map<string, CountryCode>();
  const add = (code: string, name: string): void => {
    if (isCalled(code) && !sure.has(plainName(name))) sure.set(plainName(name), code);
  };
  for (const table of [aliases, formalNames])
    for (const [code, all] of Object.entries(table)) for (const name of all) add(code, name);
  const region = regionNames('en', 'long');
  for (const code of getCountries()) add(code, region.of(code) ?? '');
  sure.delete('');
  return sure;
}

function regionNames(language: string, style: 'long' | 'short'): Intl.DisplayNames {
  return new Intl.DisplayNames([language], { type: 'region', style, fallback: 'none' });
}

function add(told: Map<string, CountryCode | null>, name: string, code: CountryCode): void {
  const before = told.get(name);
  told.set(name, before === undefined || before === code ? code : null);
}

/** "Korea, Republic of" and "Bolivia (Plurinational State of)" are written back to front. */
function inOrder(written: string): string {
  const [, name = '', form = ''] = /^([^,(]+)[,(]\s*(.+?)\)?$/.exec(written.trim()) ?? [];
  return plainName(`${form} ${name}`);
}

/** "República Federativa do Brasil": the common name is what is left when the form of the state is taken away. */
function formal(name: string, known: ReadonlyMap<string, CountryCode | null>): CountryCode | undefined {
  const words = name.split(' ').filter((word) => !FORMAL.has(word));
  const common = words.join(' ');
  return OTHERWISE.has(common) ? undefined : (known.get(common) ?? undefined);
}

function plainName(name: string): string {
  return name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .replace(/&/g, ' and ')
    .replace(/\bst\b\.?/g, 'saint')
    .replace(/[.'’‘`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /, '');
}

function isCalled(code: string): code is CountryCode {
  return (getCountries() as readonly string[]).includes(code);
}
