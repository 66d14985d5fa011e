import type { Spec } from '@/lib/domain/settings/spec';

/** What an input of a setting is told about itself; ids are those of the texts that describe it, empty for none. */
export type SettingField = {
  readonly id: string;
  readonly isLocked: boolean;
  readonly lockId: string;
  readonly helpId: string;
  readonly problemId: string;
  readonly isInvalid: boolean;
  /** Where inside the value it is wrong: names of fields, numbers of entries; empty for all of it. */
  readonly wrongAt: readonly string[];
};

export type SettingInputProps<OneSpec extends Spec = Spec> = {
  readonly spec: OneSpec;
  /** As pages see it: a secret is true or false. */
  readonly value: unknown;
  readonly field: SettingField;
  /** Saves at once; what is refused comes back as `value`, marked. */
  readonly onSave: (value: unknown) => void;
};

/** True for inputs of several elements, which a label cannot point at: they are a group with a name. */
export function isGroup(spec: Spec): boolean {
  return spec.kind === 'object' || (spec.kind === 'list' && spec.of.kind !== 'text');
}

export function inputAttributes(field: SettingField) {
  return {
    id: field.id,
    class: 'input',
    disabled: field.isLocked,
    'aria-invalid': field.isInvalid,
    'aria-describedby': describedBy(field),
  };
}

export function groupAttributes(field: SettingField) {
  return {
    id: field.id,
    // A fieldset is named by its legend alone, and here the heading of the setting is the name.
    role: 'group' as const,
    // Focused by us alone, after the button that had the focus is gone.
    tabIndex: -1,
    'aria-labelledby': `${field.id}-label`,
    'aria-describedby': describedBy(field),
  };
}

/** The field of something inside a value: invalid only when the problem is there. */
export function fieldInside(outer: SettingField, place: string): SettingField {
  const isThere = outer.wrongAt.length === 0 || outer.wrongAt[0] === place;
  return {
    ...outer,
    id: `${outer.id}-${place}`,
    helpId: '',
    isInvalid: outer.isInvalid && isThere,
    wrongAt: isThere ? outer.wrongAt.slice(1) : [],
  };
}

function describedBy({ lockId, problemId, helpId, isInvalid }: SettingField): string | undefined {
  const ids = [lockId, isInvalid ? problemId : '', helpId].filter((id) => id !== '');
  return ids.length > 0 ? ids.join(' ') : undefined;
}
