// Small conveniences; every page works without them. No inline code anywhere: the policy forbids it.
(() => {
  'use strict';
  const root = document.documentElement;

  const each = (selector, run) => document.querySelectorAll(selector).forEach(run);

  // Theme: at once, and remembered in a cookie so that the server paints the next page right from the start.
  each('[data-theme-toggle]', (button) => {
    button.addEventListener('click', () => {
      const dark = root.dataset.theme === 'dark'
        || (root.dataset.theme === 'auto' && matchMedia('(prefers-color-scheme: dark)').matches);
      root.dataset.theme = dark ? 'light' : 'dark';
      document.cookie = `lgsp_theme=${root.dataset.theme}; path=${button.dataset.themeToggle}; max-age=31536000; samesite=lax`;
    });
  });

  // Side bar as a drawer on narrow screens.
  const opener = document.querySelector('[data-drawer="open"]');
  const drawer = (open) => {
    document.body.classList.toggle('drawer-open', open);
    opener.setAttribute('aria-expanded', String(open));
    if (open) {
      document.querySelector('#sidebar nav a').focus();
    } else {
      opener.focus();
    }
  };
  if (opener) {
    opener.addEventListener('click', () => drawer(!document.body.classList.contains('drawer-open')));
    each('[data-drawer="close"]', (shade) => shade.addEventListener('click', () => drawer(false)));
  }
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && document.body.classList.contains('drawer-open')) {
      drawer(false);
    }
    if (event.key === 'Escape') {
      each('details.account[open]', (menu) => menu.removeAttribute('open'));
    }
  });
  document.addEventListener('click', (event) => {
    each('details.account[open]', (menu) => {
      if (!menu.contains(event.target)) {
        menu.removeAttribute('open');
      }
    });
  });

  // Copy buttons; the old way where the browser offers the clipboard to secure addresses only.
  const copy = (text) => {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text);
    }
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'sr-only';
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
    return Promise.resolve();
  };
  each('[data-copy]', (button) => {
    const title = button.title;
    button.addEventListener('click', () => copy(button.dataset.copy).then(() => {
      button.classList.add('copied');
      button.title = button.dataset.copied;
      setTimeout(() => {
        button.classList.remove('copied');
        button.title = title;
      }, 1500);
    }));
  });

  // A choice that shows more fields, e.g. a period of one's own.
  each('select[data-shows]', (select) => {
    const show = () => each(`[data-when="${select.name}"]`, (field) =>
      field.classList.toggle('hidden', select.value !== select.dataset.shows));
    select.addEventListener('change', show);
    show();
  });

  // Suggestions while typing.
  each('input[data-suggest]', (input) => {
    if (!input.dataset.suggest) {
      return;
    }
    const list = document.getElementById(`${input.id}-list`);
    let timer;
    input.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(async () => {
        if (input.value.trim().length < 2) {
          return;
        }
        const answer = await fetch(`${input.dataset.suggest}?q=${encodeURIComponent(input.value.trim())}`);
        if (answer.ok && (answer.headers.get('content-type') || '').includes('json')) {
          list.replaceChildren(...(await answer.json()).map((agency) => {
            const option = document.createElement('option');
            option.value = agency.code;
            option.label = agency.name;
            option.textContent = agency.name;
            return option;
          }));
        }
      }, 250);
    });
  });

  // Filters: empty fields stay out of the address.
  each('form.filters', (form) => form.addEventListener('submit', () => {
    form.querySelectorAll('input, select').forEach((field) => {
      field.disabled = field.value === '';
    });
  }));
  addEventListener('pageshow', () => each('form.filters :disabled', (field) => {
    field.disabled = false;
  }));

  // A form is sent once.
  each('form[data-once]', (form) => form.addEventListener('submit', (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = 'true';
  }));

  each('[data-focus="true"]', (field) => field.focus());
})();
