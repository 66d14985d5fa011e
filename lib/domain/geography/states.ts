const EASTERN = 'America/New_York';
const CENTRAL = 'America/Chicago';
const MOUNTAIN = 'America/Denver';
const PACIFIC = 'America/Los_Angeles';
const ATLANTIC = 'America/Halifax';

/** A state, province or territory as it is written in addresses. */
export type State = {
  /** In two letters; a territory is written as a country, too. */
  readonly countries: readonly string[];
  readonly code: string;
  readonly name: string;
  /** More than one where a border between zones runs through it. */
  readonly zones: readonly string[];
};

export const STATES: readonly State[] = [
  us('AL', 'Alabama', [CENTRAL, EASTERN]),
  us('AK', 'Alaska', ['America/Anchorage', 'America/Adak']),
  us('AZ', 'Arizona', ['America/Phoenix', MOUNTAIN]),
  us('AR', 'Arkansas', [CENTRAL]),
  us('CA', 'California', [PACIFIC]),
  us('CO', 'Colorado', [MOUNTAIN]),
  us('CT', 'Connecticut', [EASTERN]),
  us('DE', 'Delaware', [EASTERN]),
  us('DC', 'District of Columbia', [EASTERN]),
  us('FL', 'Florida', [EASTERN, CENTRAL]),
  us('GA', 'Georgia', [EASTERN]),
  us('HI', 'Hawaii', ['Pacific/Honolulu']),
  us('ID', 'Idaho', ['America/Boise', PACIFIC]),
  us('IL', 'Illinois', [CENTRAL]),
  us('IN', 'Indiana', ['America/Indiana/Indianapolis', CENTRAL]),
  us('IA', 'Iowa', [CENTRAL]),
  us('KS', 'Kansas', [CENTRAL, MOUNTAIN]),
  us('KY', 'Kentucky', [EASTERN, CENTRAL]),
  us('LA', 'Louisiana', [CENTRAL]),
  us('ME', 'Maine', [EASTERN]),
  us('MD', 'Maryland', [EASTERN]),
  us('MA', 'Massachusetts', [EASTERN]),
  us('MI', 'Michigan', ['America/Detroit', CENTRAL]),
  us('MN', 'Minnesota', [CENTRAL]),
  us('MS', 'Mississippi', [CENTRAL]),
  us('MO', 'Missouri', [CENTRAL]),
  us('MT', 'Montana', [MOUNTAIN]),
  us('NE', 'Nebraska', [CENTRAL, MOUNTAIN]),
  us('NV', 'Nevada', [PACIFIC, MOUNTAIN]),
  us('NH', 'New Hampshire', [EASTERN]),
  us('NJ', 'New Jersey', [EASTERN]),
  us('NM', 'New Mexico', [MOUNTAIN]),
  us('NY', 'New York', [EASTERN]),
  us('NC', 'North Carolina', [EASTERN]),
  us('ND', 'North Dakota', [CENTRAL, MOUNTAIN]),
  us('OH', 'Ohio', [EASTERN]),
  us('OK', 'Oklahoma', [CENTRAL]),
  us('OR', 'Oregon', [PACIFIC, 'America/Boise']),
  us('PA', 'Pennsylvania', [EASTERN]),
  us('RI', 'Rhode Island', [EASTERN]),
  us('SC', 'South Carolina', [EASTERN]),
  us('SD', 'South Dakota', [CENTRAL, MOUNTAIN]),
  us('TN', 'Tennessee', [EASTERN, CENTRAL]),
  us('TX', 'Texas', [CENTRAL, MOUNTAIN]),
  us('UT', 'Utah', [MOUNTAIN]),
  us('VT', 'Vermont', [EASTERN]),
  us('VA', 'Virginia', [EASTERN]),
  us('WA', 'Washington', [PACIFIC]),
  us('WV', 'West Virginia', [EASTERN]),
  us('WI', 'Wisconsin', [CENTRAL]),
  us('WY', 'Wyoming', [MOUNTAIN]),

  canada('AB', 'Alberta', ['America/Edmonton']),
  canada('BC', 'British Columbia', ['America/Vancouver', 'America/Edmonton', 'America/Dawson_Creek']),
  canada('MB', 'Manitoba', ['America/Winnipeg']),
  canada('NB', 'New Brunswick', ['America/Moncton']),
  canada('NL', 'Newfoundland and Labrador', ['America/St_Johns', ATLANTIC]),
  canada('NS', 'Nova Scotia', [ATLANTIC]),
  canada('PE', 'Prince Edward Island', [ATLANTIC]),
  canada('ON', 'Ontario', ['America/Toronto', 'America/Winnipeg']),
  canada('QC', 'Quebec', ['America/Toronto']),
  canada('SK', 'Saskatchewan', ['America/Regina', 'America/Edmonton', 'America/Winnipeg']),
  canada('YT', 'Yukon', ['America/Whitehorse']),
  canada('NT', 'Northwest Territories', ['America/Yellowknife']),
  canada('NU', 'Nunavut', ['America/Iqaluit', 'America/Edmonton', 'America/Winnipeg']),

  territory('PR', 'Puerto Rico', 'America/Puerto_Rico'),
  territory('VI', 'Virgin Islands', 'America/St_Thomas'),
  territory('GU', 'Guam', 'Pacific/Guam'),
  territory('AS', 'American Samoa', 'Pacific/Pago_Pago'),
  territory('MP', 'Northern Mariana Islands', 'Pacific/Saipan'),
];

/** By its letters or its English name, in one of these countries; undefined when it is none of theirs. */
export function stateNamed(written: string, countries: readonly string[]): State | undefined {
  const wanted = written.trim().toLowerCase();
  if (wanted === '') return undefined;
  return STATES.find(
    (state) =>
      state.countries.some((country) => countries.includes(country)) &&
      (state.code.toLowerCase() === wanted || state.name.toLowerCase() === wanted),
  );
}

function us(code: string, name: string, zones: readonly string[]): State {
  return { countries: ['US'], code, name, zones };
}

function canada(code: string, name: string, zones: readonly string[]): State {
  return { countries: ['CA'], code, name, zones };
}

function territory(code: string, name: string, zone: string): State {
  return { countries: [code, 'US'], code, name, zones: [zone] };
}
