import { whenUsed } from '@/components/ui/when-used';

/** Loaded when a rep first asks for them. */
export const LaterDialog = whenUsed(async () => (await import('./LaterDialog')).LaterDialog);
export const SkipDialog = whenUsed(async () => (await import('./SkipDialog')).SkipDialog);
