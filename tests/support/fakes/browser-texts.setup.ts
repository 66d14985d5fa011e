import { fakeBrowser } from 'wxt/testing/fake-browser';
import english from '@/public/_locales/en/messages.json';

const messages: Readonly<Record<string, { readonly message: string }>> = english;

/** The fake browser speaks English as Chrome would: `$1` … `$9` by position, an unknown key is empty. */
function getMessage(key: string, substitutions: string | readonly (string | number)[] = []): string {
  const parts = typeof substitutions === 'string' ? [substitutions] : substitutions;
  return (messages[key]?.message ?? '').replace(/\$(\$|\d)/g, (_whole, mark: string) =>
    mark === '$' ? '$' : String(parts[Number(mark) - 1] ?? ''),
  );
}

fakeBrowser.i18n.getMessage = getMessage;
fakeBrowser.i18n.getUILanguage = () => 'en';
