import { describe, expect, it } from 'vitest';
import { readCountry, regionOf, regionOfRep } from '@/lib/salesloft/country';

const rep = (timeZone: string, country = '') => ({ timeZone, country });

describe('the region of a number without a country code', () => {
  it.each([
    ['the country', ['Deutschland'], 'US/Eastern', 'DE', false],
    ['the place of work, when the home says nothing', ['', 'France'], 'US/Eastern', 'FR', false],
    ['the place of work, when the home is not understood', ['Wakanda', 'France'], '', 'FR', false],
    ['their time zone, when no field says it', ['', ''], 'Europe/Berlin', 'DE', true],
    ['an old name of their time zone', ['Somewhere'], 'Canada/Pacific', 'CA', true],
    ['the rep’s own country, when nothing is written', ['', ''], 'Etc/UTC', 'GB', true],
    ['nothing, when what is written is not understood', ['Wakanda'], '', undefined, true],
  ])('is told by %s', (_by, written, zone, country, isGuess) => {
    expect(regionOf(written, zone, rep('Europe/London'))).toEqual({ country, isGuess });
  });

  it('is the rep’s by their time zone, else by where they work, else nobody’s', () => {
    expect(regionOfRep(rep('Europe/London', 'US')).country).toBe('GB');
    expect(regionOfRep(rep('Etc/UTC', 'Germany')).country).toBe('DE');
    expect(regionOfRep(rep('')).country).toBeUndefined();
    expect(regionOfRep(undefined).country).toBeUndefined();
  });
});

describe('a country as people write it', () => {
  it.each(
    Object.entries({
      US: 'US us USA U.S. U.S.A. Usa. America|United States of America|the United States|Estados Unidos|États-Unis|USA (United States)',
      GB: 'UK U.K. GBR England Scotland|Great Britain|United Kingdom of Great Britain and Northern Ireland|Großbritannien|Inglaterra',
      DE: 'Germany Deutschland DEU Allemagne|Bundesrepublik Deutschland|Federal Republic of Germany|Germany (DE)',
      TR: 'Turkey Turkiye Türkiye TÜRKİYE TUR Türkei|Republic of Türkiye|Türkiye Cumhuriyeti',
      BR: 'Brazil Brasil Brésil|República Federativa do Brasil',
      NL: 'Holland Nederland NLD|The Netherlands|Kingdom of the Netherlands',
      AE: 'UAE U.A.E. ARE|United Arab Emirates|الإمارات العربية المتحدة',
      KR: 'KOR Korea|Korea, Republic of|Korea (Republic of)|Republic of Korea|South Korea|대한민국',
      KP: 'PRK DPRK|North Korea|Korea, Democratic People’s Republic of',
      IN: 'IND India Bharat भारत',
      IT: 'ITA Italia Italien|Repubblica Italiana',
      CH: 'CHE Suisse Schweiz Svizzera|Confédération suisse',
      CZ: 'Czechia CZE|Czech Republic|Česká republika',
      CI: "CIV|Côte d'Ivoire|Cote d’Ivoire|Ivory Coast",
      BO: 'Bolivia|Bolivia (Plurinational State of)',
      CD: 'COD DRC|Democratic Republic of the Congo',
      CG: 'COG|Republic of the Congo',
      CN: 'CHN China 中国 PRC|People’s Republic of China',
      TW: 'Taiwan TWN|Republic of China|臺灣',
      MX: 'México MEX|Estados Unidos Mexicanos',
      RU: 'Россия RUS|Russian Federation',
      VN: 'Vietnam|Viet Nam|Việt Nam',
      LC: 'LCA|St. Lucia|Saint Lucia',
      NE: 'Niger',
      NG: 'Nigeria',
    }),
  )('%s', (code, written) => {
    const all = written.split('|').flatMap((part, place) => (place === 0 ? part.split(' ') : [part]));
    expect(all.filter((text) => readCountry(text) !== code)).toEqual([]);
  });

  it.each([
    '',
    '-',
    'N/A',
    'XX',
    'Wakanda',
    'Michigan',
    'Congo',
    'Republic',
    'State of Georgia',
    'Mexico City',
    'Deutschland / France',
  ])('%j is none that can be told', (text) => {
    expect(readCountry(text)).toBeUndefined();
  });
});
