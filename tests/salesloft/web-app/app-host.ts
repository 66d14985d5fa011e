import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { redirect, typed, type Answer } from '../answer.ts';
import { notFoundPage } from '../refusals.ts';
import type { SalesloftRequest } from '../request.ts';
import type { World } from '../world.ts';
import { answerFeed } from './feed.ts';

const ASSETS: Readonly<Record<string, string>> = {
  'app.js': 'text/javascript; charset=utf-8',
  'elements.js': 'text/javascript; charset=utf-8',
  'person-view.js': 'text/javascript; charset=utf-8',
  'list-views.js': 'text/javascript; charset=utf-8',
  'look.css': 'text/css; charset=utf-8',
};

/** app.salesloft.com: one page for every `/app/...`, moved by its own script without a reload. */
export function answerWebApp(request: SalesloftRequest, world: World, now: number): Answer {
  const { path } = request;
  if (path === '/' || path === '/app') return redirect('/app/dashboard');
  if (path.startsWith('/app/')) return typed('text/html; charset=utf-8', read('shell.html'));
  const asset = path.replace('/assets/', '');
  const contentType = ASSETS[asset];
  if (path.startsWith('/assets/') && contentType) return typed(contentType, read(asset));
  return answerFeed(path, world, now) ?? notFoundPage();
}

function read(name: string): string {
  return readFileSync(join(import.meta.dirname, name), 'utf8');
}
