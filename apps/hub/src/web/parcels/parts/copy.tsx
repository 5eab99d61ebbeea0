import { useSay } from '@lading/ui/parts/language';
import { useState } from 'react';
import { detailTexts } from '../text.ts';

/** Copies a number; says so where the browser allows it, and stays away where it does not. */
export function CopyButton({ value }: { value: string }) {
  const t = useSay();
  const [isCopied, setCopied] = useState(false);
  if (!navigator.clipboard) return null;
  const copy = () => navigator.clipboard.writeText(value).then(() => setCopied(true));
  return (
    <button type="button" className="button quiet small" onClick={() => void copy()}>
      {t(isCopied ? detailTexts.copied : detailTexts.copy)}
    </button>
  );
}
