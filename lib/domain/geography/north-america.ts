const EASTERN = 'America/New_York';
const CENTRAL = 'America/Chicago';
const MOUNTAIN = 'America/Denver';
const PACIFIC = 'America/Los_Angeles';
const ATLANTIC = 'America/Halifax';

/** A state, province or island of the North American numbering plan: its zones, and the area codes that lie in it. */
export type Region = {
  readonly country: string;
  /** Two letters; empty where the country has no such parts. */
  readonly code: string;
  readonly name: string;
  /** More than one where a border between zones runs through it. */
  readonly zones: readonly string[];
  readonly areaCodes: readonly string[];
};

/** Area codes that lie in a part of their region which keeps one time. */
const NARROWER: Readonly<Record<string, readonly string[]>> = {
  '219': [CENTRAL],
  '260': [EASTERN],
  '317': [EASTERN],
  '463': [EASTERN],
  '574': [EASTERN],
  '765': [EASTERN],
  '270': [CENTRAL],
  '364': [CENTRAL],
  '502': [EASTERN],
  '606': [EASTERN],
  '859': [EASTERN],
  '615': [CENTRAL],
  '629': [CENTRAL],
  '731': [CENTRAL],
  '865': [EASTERN],
  '901': [CENTRAL],
  '915': [MOUNTAIN],
  '503': [PACIFIC],
  '971': [PACIFIC],
  '402': [CENTRAL],
  '531': [CENTRAL],
  '316': [CENTRAL],
  '913': [CENTRAL],
  ...eachOf('231 248 269 313 517 586 616 679 734 810 947 989', [EASTERN]),
  ...eachOf('239 305 321 324 352 386 407 561 645 656 689 727 728 754 772 786 813 863 904 941 954', [EASTERN]),
  ...eachOf('210 214 254 281 325 346 361 409 430 469 512 682 713 726 737 806 817 830 832 903 936 940 945 956 972 979', [
    CENTRAL,
  ]),
  ...eachOf('226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 905 942', ['America/Toronto']),
  ...eachOf('236 604 672 778', ['America/Vancouver']),
};

export const REGIONS: readonly Region[] = [
  us('AL', 'Alabama', [CENTRAL], '205 251 256 334 659 938'),
  us('AK', 'Alaska', ['America/Anchorage'], '907'),
  us('AZ', 'Arizona', ['America/Phoenix'], '480 520 602 623 928'),
  us('AR', 'Arkansas', [CENTRAL], '327 479 501 870'),
  us(
    'CA',
    'California',
    [PACIFIC],
    '209 213 279 310 323 341 350 408 415 424 442 510 530 559 562 619 626 628 650 657 661 669 707 714 747 760 805 818 820 831 837 840 858 909 916 925 949 951',
  ),
  us('CO', 'Colorado', [MOUNTAIN], '303 719 720 970 983'),
  us('CT', 'Connecticut', [EASTERN], '203 475 860 959'),
  us('DE', 'Delaware', [EASTERN], '302'),
  us('DC', 'District of Columbia', [EASTERN], '202 771'),
  us(
    'FL',
    'Florida',
    [EASTERN, CENTRAL],
    '239 305 321 324 352 386 407 448 561 645 656 689 727 728 754 772 786 813 850 863 904 941 954',
  ),
  us('GA', 'Georgia', [EASTERN], '229 404 470 478 678 706 762 770 912 943'),
  us('HI', 'Hawaii', ['Pacific/Honolulu'], '808'),
  us('ID', 'Idaho', ['America/Boise', PACIFIC], '208 986'),
  us('IL', 'Illinois', [CENTRAL], '217 224 309 312 331 447 464 618 630 708 730 773 779 815 847 861 872'),
  us('IN', 'Indiana', ['America/Indiana/Indianapolis', CENTRAL], '219 260 317 463 574 765 812 930'),
  us('IA', 'Iowa', [CENTRAL], '319 515 563 641 712'),
  us('KS', 'Kansas', [CENTRAL, MOUNTAIN], '316 620 785 913'),
  us('KY', 'Kentucky', [EASTERN, CENTRAL], '270 364 502 606 859'),
  us('LA', 'Louisiana', [CENTRAL], '225 318 337 457 504 985'),
  us('ME', 'Maine', [EASTERN], '207'),
  us('MD', 'Maryland', [EASTERN], '227 240 301 410 443 667'),
  us('MA', 'Massachusetts', [EASTERN], '339 351 413 508 617 774 781 857 978'),
  us('MI', 'Michigan', ['America/Detroit', CENTRAL], '231 248 269 313 517 586 616 679 734 810 906 947 989'),
  us('MN', 'Minnesota', [CENTRAL], '218 320 507 612 651 763 924 952'),
  us('MS', 'Mississippi', [CENTRAL], '228 471 601 662 769'),
  us('MO', 'Missouri', [CENTRAL], '235 314 417 557 573 636 660 816 975'),
  us('MT', 'Montana', [MOUNTAIN], '406'),
  us('NE', 'Nebraska', [CENTRAL, MOUNTAIN], '308 402 531'),
  us('NV', 'Nevada', [PACIFIC], '702 725 775'),
  us('NH', 'New Hampshire', [EASTERN], '603'),
  us('NJ', 'New Jersey', [EASTERN], '201 551 609 640 732 848 856 862 908 973'),
  us('NM', 'New Mexico', [MOUNTAIN], '505 575'),
  us(
    'NY',
    'New York',
    [EASTERN],
    '212 315 329 332 347 363 516 518 585 607 624 631 646 680 716 718 838 845 914 917 929 934',
  ),
  us('NC', 'North Carolina', [EASTERN], '252 336 472 704 743 828 910 919 980 984'),
  us('ND', 'North Dakota', [CENTRAL, MOUNTAIN], '701'),
  us('OH', 'Ohio', [EASTERN], '216 220 234 283 326 330 380 419 436 440 513 567 614 740 937'),
  us('OK', 'Oklahoma', [CENTRAL], '405 539 572 580 918'),
  us('OR', 'Oregon', [PACIFIC, 'America/Boise'], '458 503 541 971'),
  us('PA', 'Pennsylvania', [EASTERN], '215 223 267 272 412 445 484 570 582 610 717 724 814 835 878'),
  us('RI', 'Rhode Island', [EASTERN], '401'),
  us('SC', 'South Carolina', [EASTERN], '803 821 839 843 854 864'),
  us('SD', 'South Dakota', [CENTRAL, MOUNTAIN], '605'),
  us('TN', 'Tennessee', [EASTERN, CENTRAL], '423 615 629 731 865 901 931'),
  us(
    'TX',
    'Texas',
    [CENTRAL, MOUNTAIN],
    '210 214 254 281 325 346 361 409 430 432 469 512 682 713 726 737 806 817 830 832 903 915 936 940 945 956 972 979',
  ),
  us('UT', 'Utah', [MOUNTAIN], '385 435 801'),
  us('VT', 'Vermont', [EASTERN], '802'),
  us('VA', 'Virginia', [EASTERN], '276 434 540 571 686 703 757 804 826 948'),
  us('WA', 'Washington', [PACIFIC], '206 253 360 425 509 564'),
  us('WV', 'West Virginia', [EASTERN], '304 681'),
  us('WI', 'Wisconsin', [CENTRAL], '262 274 353 414 534 608 715 920'),
  us('WY', 'Wyoming', [MOUNTAIN], '307'),

  canada('AB', 'Alberta', ['America/Edmonton'], '368 403 587 780 825'),
  canada('BC', 'British Columbia', ['America/Vancouver', 'America/Edmonton'], '236 250 604 672 778'),
  canada('MB', 'Manitoba', ['America/Winnipeg'], '204 431 584'),
  canada('NB', 'New Brunswick', ['America/Moncton'], '428 506'),
  canada('NL', 'Newfoundland and Labrador', ['America/St_Johns', ATLANTIC], '709 879'),
  canada('NS', 'Nova Scotia', [ATLANTIC], '782 902'),
  canada('PE', 'Prince Edward Island', [ATLANTIC], ''),
  canada(
    'ON',
    'Ontario',
    ['America/Toronto', 'America/Winnipeg'],
    '226 249 289 343 365 382 416 437 519 548 613 647 683 705 742 753 807 905 942',
  ),
  canada('QC', 'Quebec', ['America/Toronto'], '263 354 367 418 438 450 468 514 579 581 819 873'),
  canada('SK', 'Saskatchewan', ['America/Regina'], '306 474 639'),
  canada('YT', 'Yukon', ['America/Whitehorse'], ''),
  canada('NT', 'Northwest Territories', ['America/Yellowknife'], ''),
  canada('NU', 'Nunavut', ['America/Iqaluit', 'America/Edmonton'], ''),

  island('PR', 'America/Puerto_Rico', '787 939'),
  island('VI', 'America/St_Thomas', '340'),
  island('GU', 'Pacific/Guam', '671'),
  island('AS', 'Pacific/Pago_Pago', '684'),
  island('MP', 'Pacific/Saipan', '670'),
  island('DO', 'America/Santo_Domingo', '809 829 849'),
  island('JM', 'America/Jamaica', '658 876'),
  island('BS', 'America/Nassau', '242'),
  island('BM', 'Atlantic/Bermuda', '441'),
  island('TT', 'America/Port_of_Spain', '868'),
  island('BB', 'America/Barbados', '246'),
  island('KY', 'America/Cayman', '345'),
];

/** Where the three digits after `+1` lie; undefined for toll-free ones and those given out since. */
export function regionOfAreaCode(areaCode: string): Region | undefined {
  const region = REGIONS.find(({ areaCodes }) => areaCodes.includes(areaCode));
  const zones = region && NARROWER[areaCode];
  return zones ? { ...region, zones } : region;
}

function us(code: string, name: string, zones: readonly string[], areaCodes: string): Region {
  return { country: 'US', code, name, zones, areaCodes: areaCodes.split(' ') };
}

function canada(code: string, name: string, zones: readonly string[], areaCodes: string): Region {
  return { country: 'CA', code, name, zones, areaCodes: areaCodes.split(' ') };
}

function island(country: string, zone: string, areaCodes: string): Region {
  return { country, code: '', name: '', zones: [zone], areaCodes: areaCodes.split(' ') };
}

function eachOf(areaCodes: string, zones: readonly string[]): Record<string, readonly string[]> {
  return Object.fromEntries(areaCodes.split(' ').map((areaCode) => [areaCode, zones]));
}
