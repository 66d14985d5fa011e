import { useStores } from '@/lib/view/context';
import { LiveRegion } from '@/components/panel/LiveRegion';
import { MainScreen } from '@/components/panel/MainScreen';
import { SignedOutScreen } from '@/components/panel/SignedOutScreen';

/** Which screen. A rep whose grant has expired stays in the panel: dialing never waits for Salesloft. */
export function App() {
  const { account } = useStores();
  return (
    <>
      {account.account.value?.rep ? <MainScreen /> : <SignedOutScreen />}
      <LiveRegion />
    </>
  );
}
