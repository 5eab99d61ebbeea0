import { useSay } from '@lading/ui/parts/language';
import { texts } from '../text.ts';

const STEPS = [
  [texts.step1, texts.stepName],
  [texts.step2, texts.stepSubscriptions],
  [texts.step3, texts.stepReview],
  [texts.step4, texts.stepAuthorize],
] as const;

/** Where one is in the wizard. */
export function Steps({ current }: { current: 1 | 2 | 3 | 4 }) {
  const t = useSay();
  return (
    <ol className="steps">
      {STEPS.map(([number, name], index) => (
        <li
          key={number.en}
          aria-current={index + 1 === current ? 'step' : undefined}
          className={index + 1 < current ? 'done' : ''}
        >
          <span className="small soft">{t(number)}</span>
          <span>{t(name)}</span>
        </li>
      ))}
    </ol>
  );
}
