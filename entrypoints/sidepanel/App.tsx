import { useEffect, useRef } from 'preact/hooks';
import { useStores } from '@/lib/view/panel/panel-context';
import { LiveRegion } from '@/components/panel/LiveRegion';
import { MainScreen } from '@/components/panel/MainScreen';
import { SignedOutScreen } from '@/components/panel/SignedOutScreen';

/** Which screen. A rep whose grant has expired stays in the panel: dialing never waits for Salesloft. */
export function App() {
  const { signIn } = useStores();
  const hasRep = signIn.rep.value !== undefined;
  const hadRep = useRef(hasRep);
  useEffect(() => {
    // The button that led here is gone: the keyboard starts at the top of the new screen.
    if (hadRep.current !== hasRep) document.querySelector<HTMLElement>('[role="tab"], .welcome .primary')?.focus();
    hadRep.current = hasRep;
  }, [hasRep]);
  return (
    <>
      {hasRep ? <MainScreen /> : <SignedOutScreen />}
      <LiveRegion />
    </>
  );
}
