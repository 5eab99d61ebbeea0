/** One tax on transportation: the carrier's type and hundredths of a percent. */
export interface TaxRate {
  readonly type: string;
  readonly bps: number;
}

const gst: TaxRate = { type: 'GST', bps: 500 };

/** Canadian sales taxes on goods sent within Canada, by the destination's province; published by its governments. */
export const canadianTaxes: Readonly<Record<string, readonly TaxRate[]>> = {
  ...{ AB: [gst], BC: [gst], MB: [gst], NT: [gst], NU: [gst], SK: [gst], YT: [gst] },
  QC: [gst, { type: 'QST', bps: 998 }],
  ON: [{ type: 'HST', bps: 1300 }],
  NS: [{ type: 'HST', bps: 1400 }],
  ...{ NB: [hst15()], NL: [hst15()], PE: [hst15()] },
};

function hst15(): TaxRate {
  return { type: 'HST', bps: 1500 };
}
