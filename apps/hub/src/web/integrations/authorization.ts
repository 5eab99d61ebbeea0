import type { AuthorizationState, Fault } from '../../api/integrations.ts';

/** How step 4 stands. Only the server's word ends it; the window's own state merely explains the wait. */
export type Progress =
  | { readonly kind: 'ready' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'blocked'; readonly popupUrl: string }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'closed' }
  | { readonly kind: 'exchanging' }
  | { readonly kind: 'refused' | 'failed' | 'expired'; readonly fault: Fault | null }
  | { readonly kind: 'authorized' };

export type Signal =
  | { readonly kind: 'pressed' }
  | { readonly kind: 'opened' }
  | { readonly kind: 'blocked'; readonly popupUrl: string }
  | { readonly kind: 'window-gone' }
  | { readonly kind: 'start-failed' }
  | { readonly kind: 'server-says'; readonly state: Pick<AuthorizationState, 'outcome' | 'fault'> };

export function progress(current: Progress, signal: Signal): Progress {
  switch (signal.kind) {
    case 'pressed':
      return { kind: 'opening' };
    case 'opened':
      return { kind: 'waiting' };
    case 'blocked':
      return { kind: 'blocked', popupUrl: signal.popupUrl };
    case 'start-failed':
      return { kind: 'ready' };
    case 'window-gone':
      return current.kind === 'waiting' ? { kind: 'closed' } : current;
    case 'server-says':
      return afterServer(current, signal.state);
  }
}

function afterServer(current: Progress, state: Pick<AuthorizationState, 'outcome' | 'fault'>): Progress {
  switch (state.outcome) {
    case 'waiting':
      return current;
    case 'exchanging':
      return { kind: 'exchanging' };
    case 'authorized':
      return { kind: 'authorized' };
    default:
      return { kind: state.outcome, fault: state.fault };
  }
}

/** While true the server is asked again: a window that seems closed may still have finished. */
export function isUnderWay(current: Progress): boolean {
  return ['blocked', 'waiting', 'closed', 'exchanging'].includes(current.kind);
}
