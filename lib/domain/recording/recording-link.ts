/** Stands in the template for the id that the line's provider gave the call. */
export const CALL_ID_PLACE = '{callId}';

/**
 * Where the recording of a call is heard: the admin's address with the provider's id of the call in it. Empty when no
 * address is set, when it has no place for the id, or when what comes out is no https address.
 */
export function recordingLink(urlTemplate: string, providerCallId: string): string {
  if (!urlTemplate.includes(CALL_ID_PLACE) || providerCallId === '') return '';
  const link = urlTemplate.replaceAll(CALL_ID_PLACE, encodeURIComponent(providerCallId));
  return URL.canParse(link) && new URL(link).protocol === 'https:' ? link : '';
}
