import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const source = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Everything axe knows, or the one rule that another theme can break. */
export type Rules = 'all' | 'contrast';

/** Serious and critical barriers on a page, each with its first place; empty when there are none. */
export async function barriersOf(page: Page, rules: Rules = 'all'): Promise<string[]> {
  await page.evaluate(source);
  const options = rules === 'all' ? '' : "{ runOnly: ['color-contrast'] }";
  const run = `axe.run(${options}).then((found) => found.violations)`;
  const violations = await page.evaluate<readonly Violation[]>(run);
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, impact, nodes }) => {
      const [first] = nodes;
      return `${impact} ${id} ×${nodes.length}: ${first?.html.slice(0, 200)} ${first?.failureSummary ?? ''}`;
    });
}

/** By how many pixels a page is wider than its window. */
export function overhang(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
}
