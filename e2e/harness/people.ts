import { texts as shellTexts } from '@lading/hub/web/shell/text';
import { texts as signInTexts } from '@lading/hub/web/sign-in/text';
import type { Visit } from './visit.ts';

/** Who can sign in to the seeded hub, all with the same password. */
export const PEOPLE = {
  alice: 'alice@maple.example',
  umar: 'umar@maple.example',
  nora: 'nora@northline.example',
  cleo: 'cleo@lading.example',
} as const;

export const HUB_PASSWORD = 'lading-demo';

export type Person = keyof typeof PEOPLE;

/** Signs in at the given address and reads on in the visit's language. */
export async function signIn(visit: Visit, person: Person, path = '/'): Promise<void> {
  await visit.page.goto(visit.pair.hubUrl + path);
  await fillSignIn(visit, PEOPLE[person], HUB_PASSWORD);
  await visit.page.getByRole('navigation').waitFor();
  await chooseLanguage(visit);
}

export async function fillSignIn({ page, t, hand }: Visit, email: string, password: string): Promise<void> {
  await hand.write(page.getByLabel(t(signInTexts.email)), email);
  await hand.write(page.getByLabel(t(signInTexts.password)), password);
  await hand.press(page.getByRole('button', { name: t(signInTexts.submit) }));
}

/** From any page, by the menu of the account. */
export async function signOut(visit: Visit): Promise<void> {
  const { page, t, hand } = visit;
  await openAccountMenu(visit);
  await hand.press(page.getByRole('button', { name: t(shellTexts.signOut), exact: true }));
  await page.getByRole('heading', { name: t(signInTexts.title) }).waitFor();
}

export async function openAccountMenu({ page, hand }: Visit): Promise<void> {
  await hand.press(page.locator('.menu > summary'));
}

/** The account's own language may be the other one: whoever minds presses the switch. */
export async function chooseLanguage({ page, locale, t, hand }: Visit): Promise<void> {
  const wanted = locale === 'fr' ? 'fr-CA' : 'en-CA';
  const language = () => page.evaluate(() => document.documentElement.lang);
  if ((await language()) === wanted) return;
  const other = locale === 'fr' ? shellTexts.otherLanguage.en : shellTexts.otherLanguage.fr;
  await hand.press(page.getByRole('button', { name: other, exact: true }));
  await page.getByRole('button', { name: t(shellTexts.otherLanguage), exact: true }).waitFor();
}
