/**
 * What all of them give, once none of them is under way any more: statements of one transaction reach the store at
 * once and are carried out in this order, and whoever hears that one has failed may end the transaction.
 * @throws the failure of the first of them that failed
 */
export async function together<Values extends readonly unknown[]>(
  work: readonly [...{ [Place in keyof Values]: Promise<Values[Place]> }],
): Promise<Values> {
  await Promise.allSettled(work);
  const values: readonly unknown[] = await Promise.all(work);
  return values as Values;
}
