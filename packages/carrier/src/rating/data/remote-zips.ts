/**
 * Beginnings of the ZIP codes in Alaska and Hawaii that are served like a town; all others there are remote.
 * Anchorage, its valley and Fairbanks; the island of Oahu. See SOURCES.md.
 */
export const remoteZips = {
  metropolitan: {
    alaska: '9950 9951 99540 99567 99577 99587 99645 99654 99687 9970 99712 99775'.split(' '),
    hawaii: (
      '968 96701 96706 96707 96709 96712 96717 96730 96731 96734 96744 96759 96762 96782 96786 96789 96791 96792 ' +
      '96795 96797'
    ).split(' '),
  },
} as const;
