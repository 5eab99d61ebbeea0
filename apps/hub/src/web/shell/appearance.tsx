import { defineTexts } from '@lading/kit/text';
import { Select } from '@lading/ui/parts/field';
import { useSay } from '@lading/ui/parts/language';
import { useState } from 'react';
import { applyTheme, readTheme, THEMES, type Theme } from '../theme.ts';

const texts = defineTexts({
  theme: { en: 'Appearance on this device', fr: 'Apparence sur cet appareil' },
  system: { en: 'As the device', fr: 'Comme l’appareil' },
  light: { en: 'Light', fr: 'Clair' },
  dark: { en: 'Dark', fr: 'Sombre' },
});

/** Light, dark, or as the device says. */
export function Appearance() {
  const t = useSay();
  const [theme, setTheme] = useState<Theme>(readTheme);
  const choose = (value: string) => {
    const chosen = THEMES.find((one) => one === value) ?? 'system';
    applyTheme(chosen);
    setTheme(chosen);
  };
  return (
    <Select
      label={t(texts.theme)}
      value={theme}
      choices={THEMES.map((one) => ({ value: one, label: t(texts[one]) }))}
      onChange={choose}
    />
  );
}
