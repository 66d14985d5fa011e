/** Drawn on a grid of 20; strokes follow the text's colour. */
const PATHS = {
  phone:
    'M4.5 3h3l1.3 3.6-1.9 1.4a9.5 9.5 0 0 0 5.1 5.1l1.4-1.9L17 12.500v3A1.500 1.500 0 0 1 15.500 17C8.600 17 3 11.400 3 4.500A1.500 1.500 0 0 1 4.500 3z',
  hangUp: 'M2.500 12.200c4.300-4 10.700-4 15 0l-1.700 2.300-3.300-1.300v-2.400a9 9 0 0 0-5 0v2.400l-3.300 1.300z',
  microphone:
    'M10 3a2.200 2.200 0 0 1 2.200 2.200v4.300a2.200 2.200 0 0 1-4.400 0V5.200A2.200 2.200 0 0 1 10 3zM5 9.500a5 5 0 0 0 10 0M10 14.500V17',
  microphoneOff:
    'M7.800 7V5.200a2.200 2.200 0 0 1 4.400 0v4.300M5 9.500a5 5 0 0 0 8 4M15 9.500c0 .700-.150 1.400-.400 2M10 14.500V17M3.500 3.500l13 13',
  play: 'M7 4.500l8 5.500-8 5.500z',
  end: 'M5.500 5.500h9v9h-9z',
  pause: 'M7 4v12M13 4v12',
  keypad: 'M5 5h.01M10 5h.01M15 5h.01M5 10h.01M10 10h.01M15 10h.01M5 15h.01M10 15h.01M15 15h.01',
  clock: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM10 6v4l2.700 1.800',
  gear: 'M10 7.200a2.800 2.800 0 1 1 0 5.600 2.800 2.800 0 0 1 0-5.600zM10 2.500v2M10 15.500v2M2.500 10h2M15.500 10h2M4.700 4.700l1.400 1.400M13.900 13.900l1.400 1.400M4.700 15.300l1.400-1.400M13.900 6.100l1.400-1.400',
  check: 'M4 10.500l4 4 8-9',
  alert: 'M10 3l7.500 13.500h-15zM10 8v4M10 14.300h.01',
  undo: 'M7.500 4.500L4 8l3.500 3.500M4 8h7.500a4.500 4.500 0 0 1 0 9H9',
  lock: 'M5.500 9h9v7.500h-9zM7 9V6.500a3 3 0 0 1 6 0V9',
  search: 'M9 4a5 5 0 1 1 0 10A5 5 0 0 1 9 4zM12.700 12.700L17 17',
  refresh: 'M16 6.500A7 7 0 1 0 17 10M16 3v3.500h-3.500',
  offline: 'M3 3l14 14M4 8.500a9 9 0 0 1 3-1.800M16 8.500a9 9 0 0 0-4.500-2.300M7 11.700a5 5 0 0 1 2-.9M10 15.500h.01',
  stop: 'M10 3a7 7 0 1 1 0 14 7 7 0 0 1 0-14zM5.200 5.200l9.600 9.600',
  open: 'M8 5H4.500v10.500H15V12M11.500 4H16v4.500M16 4l-7 7',
  keyboard: 'M2.500 5.500h15v9h-15zM5.500 8.500h.01M8.500 8.500h.01M11.500 8.500h.01M14.500 8.500h.01M6 11.700h8',
  send: 'M3 10l14-6.500-4.500 13-3-5z',
  record:
    'M10 4.500a5.500 5.500 0 1 1 0 11 5.500 5.500 0 0 1 0-11zM10 8.500a1.500 1.500 0 1 1 0 3 1.500 1.500 0 0 1 0-3z',
  save: 'M10 3v9M6.500 8.500L10 12l3.500-3.500M4 15.500h12',
  close: 'M5.500 5.500l9 9M14.500 5.500l-9 9',
  moon: 'M15.500 12A6.500 6.500 0 0 1 8 4.500a6.500 6.500 0 1 0 7.500 7.500z',
} as const;

export type IconName = keyof typeof PATHS;

/** Decoration only: the word beside it, or the button's name, says the same. */
export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      stroke-width={name === 'keypad' ? 2.4 : 1.6}
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
