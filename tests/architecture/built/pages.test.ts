import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../source-files.ts';

const BUILD = join(ROOT, '.output', 'chrome-mv3');

/** What a page that only draws may load; it reaches nothing. */
const DRAWS_ONLY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'none'; form-action 'none'; base-uri 'none'";

/** Each page's own wall, inside the manifest's: see docs/adr/0005-three-walls.md. */
const WALLS: Readonly<Record<string, string>> = {
  'sidepanel.html': DRAWS_ONLY,
  'options.html': DRAWS_ONLY,
  'microphone.html': DRAWS_ONLY,
  'policy-workbench.html': DRAWS_ONLY,
  'offscreen.html':
    "default-src 'none'; script-src 'self'; media-src 'self' blob:; connect-src https: wss:; form-action 'none'; base-uri 'none'",
};

const pages = readdirSync(BUILD).filter((name) => name.endsWith('.html'));

it('knows every page that is shipped', () => {
  expect([...pages].sort()).toEqual(Object.keys(WALLS).sort());
});

describe.each(pages)('%s', (page) => {
  const html = readFileSync(join(BUILD, page), 'utf8');

  it('carries its own wall before anything is loaded', () => {
    const wall = /<meta http-equiv="Content-Security-Policy" content="([^"]*)">/.exec(html);
    expect(wall?.[1]).toBe(WALLS[page]);
    expect(wall?.index).toBeLessThan(html.search(/<(script|link|img|style)/));
  });

  it('holds no script or style of its own, and loads none from elsewhere', () => {
    expect(html).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\son[a-z]+=|\sstyle=/);
    const loaded = [...html.matchAll(/\b(?:src|href)="([^"]*)"/g)].map((match) => match[1] ?? '');
    expect(loaded.length).toBeGreaterThan(0);
    expect(loaded.filter((address) => !/^\/[^/]/.test(address))).toEqual([]);
  });
});
