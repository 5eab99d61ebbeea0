import { Field } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { texts } from './text.ts';

/** A password to be chosen; what it takes is said before it is typed. */
export function NewPassword() {
  const t = useSay();
  return (
    <Field
      label={t(texts.newPassword)}
      hint={t(texts.newPasswordHint)}
      name="password"
      type="password"
      autoComplete="new-password"
      minLength={12}
      required
    />
  );
}
