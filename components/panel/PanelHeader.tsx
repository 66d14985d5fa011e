import { text } from '@/lib/text/text';
import { useStores } from '@/lib/view/panel/panel-context';
import { Button } from '@/components/ui/Button';

export function PanelHeader({ onKeySheet }: { readonly onKeySheet: () => void }) {
  const { signIn, openSettings } = useStores();
  const rep = signIn.rep.value;
  return (
    <header class="panel-header">
      <img src="/icons/loftline-48.png" alt="" width="24" height="24" />
      <div class="panel-rep">
        <h1 class="clip">{text('extensionShortName')}</h1>
        {rep && (
          <p class="soft clip" dir="auto">
            {rep.teamName === '' ? rep.name : text('repAndTeam', rep.name, rep.teamName)}
          </p>
        )}
      </div>
      <Button look="quiet" icon="keyboard" label={text('keysTitle')} onClick={onKeySheet} />
      <Button look="quiet" icon="gear" label={text('settings')} onClick={openSettings} />
    </header>
  );
}
