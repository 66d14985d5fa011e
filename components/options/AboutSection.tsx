import { text } from '@/lib/text/text';
import { useOptions } from '@/lib/view/options/options-context';
import { CopyLine } from './CopyLine';

/** What an admin or a reviewer asks first: which version, which id, and how it is set up. */
export function AboutSection() {
  const { version, extensionId, redirectUrl, scopes } = useOptions();
  return (
    <>
      <p>{text('aboutWords')}</p>
      <p>{text('aboutSetup')}</p>
      <CopyLine label={text('aboutVersion')} value={version} />
      <CopyLine label={text('aboutId')} value={extensionId} />
      <CopyLine label={text('aboutRedirect')} value={redirectUrl} />
      <CopyLine label={text('scopesToAsk')} value={scopes.value} />
    </>
  );
}
