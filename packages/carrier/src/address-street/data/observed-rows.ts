/**
 * Addresses that the real service answered in public recordings, one per row:
 * ZIP code | number | street as asked, standardised | street as answered | four digits | classification.
 */
export const observedRows = `
30328|55|GLENLAKE PKWY NE|GLENLAKE PKWY|3474|commercial
30328|55|GLENLAKE PKWY|GLENLAKE PKWY|3474|commercial
10019|233|W 49TH ST|W 49TH ST|7404|commercial
`;
