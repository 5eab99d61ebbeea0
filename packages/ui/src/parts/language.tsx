import { type Locale, say, type Text, type TextParams } from '@lading/kit/text';
import { createContext, type ReactNode, useContext } from 'react';

/** How this reader reads: the language, and the zone that times are shown in. */
export interface Reader {
  readonly locale: Locale;
  readonly zone: string;
}

const ReaderContext = createContext<Reader>({ locale: 'en', zone: 'UTC' });

export function ReaderProvider({ reader, children }: { reader: Reader; children: ReactNode }) {
  return <ReaderContext value={reader}>{children}</ReaderContext>;
}

export function useReader(): Reader {
  return useContext(ReaderContext);
}

/** `const t = useSay(); t(texts.title, { count: 3 })` */
export function useSay(): (text: Text, params?: TextParams) => string {
  const { locale } = useReader();
  return (text, params) => say(text, locale, params);
}
