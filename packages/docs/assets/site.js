// Search, and buttons that copy code. Without it every page reads the same.
(() => {
  const root = document.documentElement.dataset.root ?? '';
  const form = document.querySelector('.search');
  const input = document.getElementById('search');
  const list = document.getElementById('found');
  const entries = (window.agentsourceSearch ?? []).map(([title, href, kind, more, name = '', text = '']) => ({
    title,
    href,
    kind,
    more,
    lowName: words(name).trim(),
    lowTitle: words(`${title} ${name}`),
    low: words(`${title} ${name} ${more}`),
    text: ` ${text}`,
  }));
  const MOST = 12;
  let selected = 0;

  // On a phone the menu would come before everything else.
  if (matchMedia('(max-width: 48rem)').matches) document.querySelector('.menu').open = false;
  const pages = document.querySelector('nav.pages');
  const here = pages.querySelector('[aria-current]');
  if (here) pages.scrollTop = here.offsetTop - pages.clientHeight / 2;
  form.hidden = false;
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    list.children[selected]?.click();
  });
  input.addEventListener('input', () => show(find(input.value)));
  input.addEventListener('keydown', (event) => {
    if (event.key === 'ArrowDown') select(selected + 1);
    else if (event.key === 'ArrowUp') select(selected - 1);
    else if (event.key === 'Escape') show([]);
    else return;
    event.preventDefault();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target.closest('input, textarea, select')) return;
    event.preventDefault();
    input.focus();
  });
  document.addEventListener('click', (event) => {
    if (!form.contains(event.target)) show([]);
  });

  /** `addWebhook`, `add_webhook` and `Add Webhook` are the same. */
  function words(text) {
    return ` ${text
      .replace(/([a-z\d])([A-Z])/g, '$1 $2')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()}`;
  }

  function find(query) {
    const wanted = words(query).trim().split(' ').filter(Boolean);
    if (wanted.length === 0) return [];
    return entries
      .map((entry) => ({ entry, score: scoreOf(entry, wanted) }))
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score)
      .slice(0, MOST)
      .map(({ entry }) => entry);
  }

  /** Every word has to be there; in the title counts more, and at the beginning of a word; least in the text. */
  function scoreOf({ low, lowName, lowTitle, text, kind, href }, wanted) {
    let score = 0;
    for (const word of wanted) {
      const isInText = text.includes(` ${word}`);
      if (!low.includes(word) && !isInText) return 0;
      if (!low.includes(word)) score += 0.5;
      else if (lowTitle.includes(` ${word}`)) score += 8;
      else if (lowTitle.includes(word)) score += 4;
      else score += low.includes(` ${word}`) ? 2 : 1;
    }
    if ([lowTitle.trim(), lowName].includes(wanted.join(' '))) score += 10;
    if (low.includes(` ${wanted.join(' ')}`)) score += 6;
    return score + (kind === 'Operation' ? 3 : 0) + (href.includes('#') ? 0 : 1);
  }

  function show(found) {
    selected = 0;
    list.replaceChildren(...found.map(item));
    list.hidden = found.length === 0;
    input.setAttribute('aria-expanded', String(found.length > 0));
    select(0);
  }

  function item({ title, href, kind, more }, index) {
    const element = document.createElement('li');
    const small = document.createElement('small');
    element.id = `found-${index}`;
    element.setAttribute('role', 'option');
    element.dataset.href = href;
    small.textContent = [kind, more].filter(Boolean).join(' · ').slice(0, 90);
    element.append(title, small);
    element.addEventListener('click', () => {
      location.href = root + href;
      show([]);
    });
    return element;
  }

  function select(index) {
    const { children } = list;
    if (children.length === 0) return input.removeAttribute('aria-activedescendant');
    selected = (index + children.length) % children.length;
    for (const [at, child] of [...children].entries())
      child.setAttribute('aria-selected', String(at === selected));
    input.setAttribute('aria-activedescendant', children[selected].id);
    children[selected].scrollIntoView({ block: 'nearest' });
  }

  for (const figure of document.querySelectorAll('figure.code')) {
    if (!navigator.clipboard) break;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'copy';
    button.textContent = 'Copy';
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(figure.querySelector('code').textContent);
      button.textContent = 'Copied';
      setTimeout(() => (button.textContent = 'Copy'), 1500);
    });
    figure.append(button);
  }
})();
