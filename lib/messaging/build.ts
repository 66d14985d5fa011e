/** The version both ends of a message must share: after an update, an old page is told to reload. */
export { version as BUILD } from '@/package.json';
