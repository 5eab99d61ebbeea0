import { type Slug, slugs } from '@lading/contract/operation';
import { Problem } from '@lading/kit/errors';

/** An API that an application may be allowed to call. */
export type Product = Exclude<Slug, 'oauth'>;

export const products: readonly Product[] = slugs.filter((slug) => slug !== 'oauth');

/** @throws `PRODUCT_UNKNOWN` for a name that no API bears: it would otherwise allow nothing, silently. */
export function readProducts(names: readonly string[]): readonly Product[] {
  return names.map((name) => {
    const known = products.find((product) => product === name);
    if (known === undefined) throw unknownProduct(name);
    return known;
  });
}

function unknownProduct(name: string): Problem {
  return new Problem({
    code: 'PRODUCT_UNKNOWN',
    status: 400,
    text: {
      en: 'There is no API named “{name}”; there are: {known}.',
      fr: 'Aucune API ne porte le nom « {name} »; il y a : {known}.',
    },
    params: { name, known: products.join(', ') },
  });
}
