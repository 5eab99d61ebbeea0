import { beforeAll, describe, expect, it } from 'vitest';
import { barriersOf, overhang } from '../harness/axe.ts';
import { LANGUAGES, openHouse } from '../harness/house.ts';
import { type Person, signIn } from '../harness/people.ts';
import { type Connected, furnish, SCREENS } from '../harness/screens.ts';
import { type Kept, PHONE } from '../harness/visit.ts';

describe.each(LANGUAGES)('every screen, in %s', (locale) => {
  const house = openHouse(locale, { shipments: 400 });
  const kept = new Map<Person, Kept>();
  let connected: Connected;

  beforeAll(async () => {
    connected = await furnish(await house.visit());
    for (const person of new Set(SCREENS.map((screen) => screen.person))) {
      if (person === null) continue;
      const visit = await house.visit();
      await signIn(visit, person);
      kept.set(person, await visit.context.storageState());
    }
  });

  it.each(SCREENS)('$name can be read by everyone, in both themes, on a phone too', async (screen) => {
    const visit = await house.visit({ kept: screen.person === null ? undefined : kept.get(screen.person) });
    const page = (await screen.reach(visit, connected)) ?? visit.page;
    await page.emulateMedia({ colorScheme: 'light' });
    expect(await barriersOf(page), 'light').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await barriersOf(page, 'contrast'), 'dark').toEqual([]);
    await page.setViewportSize(PHONE);
    expect(await overhang(page), 'pixels beyond the edge of a phone').toBeLessThanOrEqual(0);
    expect(await barriersOf(page), 'on a phone').toEqual([]);
  });
});
