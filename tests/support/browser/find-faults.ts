import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'puppeteer';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds, and whether something sticks out at the side. */
export async function findFaults(page: Page): Promise<readonly string[]> {
  // The page's own policy lets no other script in; the debugger's evaluation is not bound by it.
  await page.evaluate(AXE);
  return page.evaluate(async () => {
    type Finding = { id: string; nodes: { html: string; failureSummary?: string }[] };
    const { axe } = window as unknown as { axe: { run: (options: object) => Promise<{ violations: Finding[] }> } };
    const { violations } = await axe.run({ resultTypes: ['violations'] });
    const wide =
      document.documentElement.scrollWidth > document.documentElement.clientWidth ? ['wider than the window'] : [];
    return [
      ...wide,
      ...violations.flatMap((finding) =>
        finding.nodes.map((node) => `${finding.id}: ${node.html.slice(0, 160)} ${node.failureSummary ?? ''}`),
      ),
    ];
  });
}
