import { describe, expect, it } from 'vitest';
import { isUnderWay, type Progress, progress, type Signal } from './authorization.ts';

const says = (outcome: 'waiting' | 'exchanging' | 'authorized' | 'refused' | 'expired'): Signal => ({
  kind: 'server-says',
  state: { outcome, fault: null },
});

function after(...signals: Signal[]): Progress {
  return signals.reduce(progress, { kind: 'ready' });
}

describe('step 4', () => {
  it('goes from the press through the popup to authorized', () => {
    expect(
      after({ kind: 'pressed' }, { kind: 'opened' }, says('waiting'), says('exchanging'), says('authorized')),
    ).toEqual({
      kind: 'authorized',
    });
  });

  it('offers a link when the browser blocks the popup, and still listens to the server', () => {
    const blocked = after(
      { kind: 'pressed' },
      { kind: 'blocked', popupUrl: 'https://carrier.example/login' },
    );
    expect(blocked).toEqual({ kind: 'blocked', popupUrl: 'https://carrier.example/login' });
    expect(isUnderWay(blocked)).toBe(true);
    expect(progress(blocked, says('authorized'))).toEqual({ kind: 'authorized' });
  });

  it('says that the window was closed, and believes the server when it had finished all the same', () => {
    const closed = after({ kind: 'pressed' }, { kind: 'opened' }, { kind: 'window-gone' });
    expect(closed).toEqual({ kind: 'closed' });
    expect(isUnderWay(closed)).toBe(true);
    expect(progress(closed, says('authorized'))).toEqual({ kind: 'authorized' });
  });

  it('does not call a finished authorization closed', () => {
    expect(after({ kind: 'opened' }, says('authorized'), { kind: 'window-gone' })).toEqual({
      kind: 'authorized',
    });
  });

  it.each(['refused', 'expired'] as const)(
    'ends when the server says %s, and can be pressed again',
    (outcome) => {
      const ended = after({ kind: 'pressed' }, { kind: 'opened' }, says(outcome));
      expect(ended).toEqual({ kind: outcome, fault: null });
      expect(isUnderWay(ended)).toBe(false);
      expect(progress(ended, { kind: 'pressed' })).toEqual({ kind: 'opening' });
    },
  );
});
