import { computed, signal } from '@preact/signals';
import {
  DEFAULT_KEY_PREFERENCES,
  keyMapOf,
  keyProblem,
  type KeyAction,
  type KeyProblem,
  type KeyPreferences,
} from '@/lib/domain/keys/key-map';

/** Where the wishes are kept; see lib/platform/key-wishes. */
export type KeysStoreDeps = {
  readonly read: () => Promise<KeyPreferences>;
  readonly watch: (onChange: (wishes: KeyPreferences) => void) => void;
  readonly write: (wishes: KeyPreferences) => Promise<void>;
};

export type KeysStore = ReturnType<typeof createKeysStore>;

/** The rep's own keys, followed in every window. */
export function createKeysStore(deps: KeysStoreDeps) {
  const wishes = signal<KeyPreferences>(DEFAULT_KEY_PREFERENCES);
  const map = computed(() => keyMapOf(wishes.value));
  void deps.read().then((read) => {
    wishes.value = read;
  });
  deps.watch((changed) => {
    wishes.value = changed;
  });
  const save = (next: KeyPreferences): void => {
    wishes.value = next;
    void deps.write(next);
  };
  return {
    map,
    areOn: computed(() => wishes.value.areOn),
    isChanged: computed(() => Object.keys(wishes.value.keys).length > 0),
    switchOn: (areOn: boolean): void => save({ ...wishes.value, areOn }),
    /** Undefined once it is saved. */
    setKey: (action: KeyAction, key: string): KeyProblem | undefined => {
      const problem = keyProblem(action, key, map.value);
      if (!problem) save({ ...wishes.value, keys: { ...wishes.value.keys, [action]: key.toLowerCase() } });
      return problem;
    },
    reset: (): void => save({ ...wishes.value, keys: {} }),
  };
}
