/** A person without a browser: keeps cookies, follows redirects by hand, fills the forms that pages hold. */
export class Visitor {
  readonly #cookies = new Map<string, string>();

  /** One request; redirects are answers, not followed. */
  async send(url: string, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const jar = this.#jarOf(url);
    if (jar !== '') headers.set('cookie', jar);
    const answer = await fetch(url, {
      ...init,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(30_000),
    });
    for (const line of answer.headers.getSetCookie()) this.#keep(url, line);
    return answer;
  }

  /** Follows redirects and returns the page at their end with its address. */
  async open(url: string, init: RequestInit = {}): Promise<{ url: string; status: number; html: string }> {
    let at = url;
    let answer = await this.send(at, init);
    for (let hop = 0; hop < 10 && answer.status >= 300 && answer.status < 400; hop += 1) {
      at = new URL(answer.headers.get('location') ?? '', at).href;
      answer = await this.send(at);
    }
    return { url: at, status: answer.status, html: await answer.text() };
  }

  /** Submits the page's main form with the given fields; its hidden ones go along. */
  submit(page: { url: string; html: string }, fields: Readonly<Record<string, string>>) {
    const form = mainForm(page.html);
    return this.open(new URL(form.action || page.url, page.url).href, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', origin: new URL(page.url).origin },
      body: new URLSearchParams({ ...form.hidden, ...fields }).toString(),
    });
  }

  #jarOf(url: string): string {
    const { host } = new URL(url);
    return [...this.#cookies]
      .filter(([key]) => key.startsWith(`${host} `))
      .map(([key, value]) => `${key.slice(host.length + 1)}=${value}`)
      .join('; ');
  }

  #keep(url: string, line: string): void {
    const [pair = ''] = line.split(';');
    const cut = pair.indexOf('=');
    this.#cookies.set(`${new URL(url).host} ${pair.slice(0, cut)}`, pair.slice(cut + 1));
  }
}

/** The page's first input of a type, `text` or `checkbox` or `password`: its name, and the value it would send. */
export function fieldOf(html: string, type: string): { name: string; value: string } {
  for (const [tag] of html.matchAll(/<input\b[^>]*>/g)) {
    if ((attribute(tag, 'type') ?? 'text') !== type) continue;
    return { name: attribute(tag, 'name') ?? '', value: attribute(tag, 'value') ?? 'on' };
  }
  throw new Error(
    `The page has no ${type} field: ${html.replace(/<style>[\s\S]*?<\/style>/, '').slice(0, 2_000)}`,
  );
}

function mainForm(html: string): { action: string; hidden: Record<string, string> } {
  const form = [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/g)]
    .map(([text]) => text)
    .find((text) => /method="post"/i.test(text));
  if (form === undefined) throw new Error(`The page has no form:\n${html.slice(0, 2_000)}`);
  const hidden: Record<string, string> = {};
  for (const [tag] of form.matchAll(/<input\b[^>]*>/g)) {
    if (attribute(tag, 'type') !== 'hidden') continue;
    hidden[attribute(tag, 'name') ?? ''] = attribute(tag, 'value') ?? '';
  }
  return { action: attribute(form, 'action') ?? '', hidden };
}

function attribute(tag: string, name: string): string | undefined {
  return new RegExp(`\\b${name}="([^"]*)"`)
    .exec(tag)?.[1]
    ?.replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
