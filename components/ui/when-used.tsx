import { useSignal } from '@preact/signals';
import type { ComponentType } from 'preact';
import { useEffect } from 'preact/hooks';

/** A part of the page whose code is loaded when it is first shown; until it is there, nothing is. */
export function whenUsed<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let Part: ComponentType<Props> | undefined;
  return function WhenUsed(props: Props) {
    const isThere = useSignal(Part !== undefined);
    useEffect(() => {
      if (Part) return;
      void load().then((loaded) => {
        Part = loaded;
        isThere.value = true;
      });
    }, [isThere]);
    return isThere.value && Part ? <Part {...props} /> : null;
  };
}
