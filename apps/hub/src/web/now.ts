import { useEffect, useMemo, useState } from 'react';
import { useSession } from './session.ts';

const TICK_MS = 20_000;

/** The hub's clock, in milliseconds: ages on screen are measured from it, not from the device's clock. */
export function useNow(): number {
  const { now } = useSession();
  const start = useMemo(() => ({ hub: Date.parse(now), device: performance.now() }), [now]);
  const [device, setDevice] = useState(start.device);
  useEffect(() => {
    const timer = setInterval(() => setDevice(performance.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  return start.hub + Math.max(0, device - start.device);
}
