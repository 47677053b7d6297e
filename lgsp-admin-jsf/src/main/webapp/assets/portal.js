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
      each('details.account[open], details.menu[open]', (menu) => {
        menu.removeAttribute('open');
        menu.querySelector('summary').focus();
      });
    }
  });
  document.addEventListener('click', (event) => {
    each('details.account[open], details.menu[open]', (menu) => {
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
  // Going back shows the list of that address: its filters, not what was chosen afterwards.
  addEventListener('pageshow', () => each('form.filters', (form) => {
    form.reset();
    form.querySelectorAll('select[data-shows]').forEach((choice) => choice.dispatchEvent(new Event('change')));
    form.querySelectorAll(':disabled').forEach((field) => {
      field.disabled = false;
    });
  }));

  // A form is sent once.
  each('form[data-once]', (form) => form.addEventListener('submit', (event) => {
    if (form.dataset.sent) {
      event.preventDefault();
    }
    form.dataset.sent = 'true';
  }));

  // A file of text is read into the field that takes it, where it can be looked at and mended before it is sent.
  each('[data-file-into]', (field) => {
    field.hidden = false;
    field.querySelector('input').addEventListener('change', async (event) => {
      const [file] = event.target.files;
      const into = document.getElementById(field.dataset.fileInto);
      if (file) {
        into.value = (await file.text()).replace(/^\uFEFF/, '').slice(0, into.maxLength);
        into.focus();
      }
    });
  });

  each('[data-focus="true"]', (field) => field.focus());

  // Dialogs.
  each('[data-dialog]', (button) => button.addEventListener('click', () => document.getElementById(button.dataset.dialog).showModal()));
  each('[data-dialog-close]', (button) => button.addEventListener('click', () => document.getElementById(button.dataset.dialogClose).close()));
  each('dialog', (dialog) => dialog.addEventListener('click', (event) => {
    if (event.target === dialog) {
      dialog.close();
    }
  }));

  // The quick search.
  const palette = document.getElementById('palette');
  if (palette) {
    const input = palette.querySelector('input');
    const list = document.getElementById('palette-hits');
    const hint = palette.querySelector('.palette__hint');
    const words = hint.textContent;
    let timer;
    let asked = 0;
    const open = (text) => {
      if (!palette.open) {
        palette.showModal();
      }
      input.value = text;
      input.focus();
      input.dispatchEvent(new Event('input'));
    };
    const choose = (index) => {
      const hits = [...list.children];
      hits.forEach((hit, i) => hit.setAttribute('aria-selected', String(i === index)));
      input.setAttribute('aria-activedescendant', hits[index] ? hits[index].id : '');
      if (hits[index]) {
        hits[index].scrollIntoView({block: 'nearest'});
      }
    };
    const element = (name, css, text) => {
      const made = document.createElement(name);
      made.className = css;
      made.textContent = text;
      return made;
    };
    const icon = (name) => {
      const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
      svg.setAttribute('class', 'icon');
      svg.setAttribute('aria-hidden', 'true');
      const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
      use.setAttribute('href', `${palette.dataset.icons}#i-${name}`);
      svg.append(use);
      return svg;
    };
    const show = (hits) => {
      list.replaceChildren(...hits.map((hit, i) => {
        const line = element('li', '', '');
        line.id = `palette-hit-${i}`;
        line.setAttribute('role', 'option');
        line.dataset.address = hit.address;
        line.append(icon(hit.icon), element('strong', '', hit.title), element('span', 'palette__kind', hit.kind));
        if (hit.detail) {
          line.append(element('small', '', hit.detail));
        }
        line.addEventListener('click', () => location.assign(hit.address));
        return line;
      }));
      input.setAttribute('aria-expanded', String(hits.length > 0));
      choose(hits.length ? 0 : -1);
    };
    input.addEventListener('input', () => {
      clearTimeout(timer);
      const text = input.value.trim();
      if (text.length < 2) {
        show([]);
        hint.textContent = words;
        return;
      }
      timer = setTimeout(async () => {
        const mine = ++asked;
        const answer = await fetch(`${palette.dataset.find}?q=${encodeURIComponent(text)}`);
        // An answer that a later one has overtaken, or a sign-in page after the session ended, is not shown.
        if (mine === asked && answer.ok && (answer.headers.get('content-type') || '').includes('json')) {
          const hits = await answer.json();
          show(hits);
          hint.textContent = hits.length ? words : palette.dataset.none;
        }
      }, 180);
    });
    palette.addEventListener('keydown', (event) => {
      const hits = [...list.children];
      const chosen = hits.findIndex((hit) => hit.getAttribute('aria-selected') === 'true');
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        choose((chosen + (event.key === 'ArrowDown' ? 1 : hits.length - 1)) % Math.max(1, hits.length));
      } else if (event.key === 'Escape') {
        // A search field keeps the first Escape to clear itself.
        event.preventDefault();
        palette.close();
      } else if (event.key === 'Enter' && event.target === input && hits[chosen]) {
        event.preventDefault();
        location.assign(hits[chosen].dataset.address);
      }
    });
    document.addEventListener('keydown', (event) => {
      const typing = /^(input|textarea|select)$/i.test(event.target.tagName);
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault();
        open('');
      } else if (event.key === '?' && !typing) {
        document.getElementById('help').showModal();
      }
    });
    const field = document.querySelector('[data-palette] input');
    field.addEventListener('click', () => open(field.value));
    field.addEventListener('input', () => {
      open(field.value);
      field.value = '';
    });
  }

  // The browser's calendar behind a date that is written as people here write it.
  each('[data-calendar]', (button) => {
    const text = document.getElementById(button.dataset.calendar);
    const native = document.createElement('input');
    if (!native.showPicker) {
      return;
    }
    native.type = 'date';
    native.className = 'date__native';
    native.tabIndex = -1;
    native.setAttribute('aria-hidden', 'true');
    text.after(native);
    button.hidden = false;
    button.addEventListener('click', () => {
      const [day, month, year] = text.value.split('/');
      native.value = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : '';
      native.showPicker();
    });
    native.addEventListener('change', () => {
      text.value = native.value.split('-').reverse().join('/');
    });
  });

  // Rows that are ticked.
  each('[data-tick-all]', (all) => {
    const form = all.closest('form');
    const boxes = () => [...form.querySelectorAll(`input[name="${all.dataset.tickAll}"]`)];
    const count = form.querySelector('[data-tick-count]');
    const refresh = () => {
      const ticked = boxes().filter((box) => box.checked).length;
      all.checked = ticked > 0 && ticked === boxes().length;
      all.indeterminate = ticked > 0 && !all.checked;
      if (count) {
        count.textContent = `${ticked} ${count.dataset.text}`;
      }
      form.querySelectorAll('.acts button').forEach((button) => {
        button.disabled = ticked === 0;
      });
    };
    all.addEventListener('change', () => {
      boxes().forEach((box) => {
        box.checked = all.checked;
      });
      refresh();
    });
    form.addEventListener('change', refresh);
    refresh();
  });

  // A secret as a file; it never leaves the browser.
  each('[data-save]', (button) => button.addEventListener('click', () => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([button.dataset.save], {type: 'text/plain'}));
    link.download = button.dataset.file;
    link.click();
    URL.revokeObjectURL(link.href);
  }));

  // A form that goes on to an address with a query: a GET form would drop it.
  each('form[data-query]', (form) => {
    const query = form.dataset.query.split('?')[1];
    new URLSearchParams(query || '').forEach((value, name) => {
      const hidden = document.createElement('input');
      hidden.type = 'hidden';
      hidden.name = name;
      hidden.value = value;
      form.append(hidden);
    });
  });

  // What somebody types is kept in this tab until it was taken, so that an expired session costs nothing. Never passwords, codes or private keys.
  const drafts = () => Object.keys(sessionStorage).filter((key) => key.startsWith('draft:'));
  const draftKey = `draft:${location.pathname}`;
  const draftFields = () => [...document.querySelectorAll('form[data-once] input, form[data-once] textarea, form[data-once] select')]
    .filter((field) => field.id && !field.closest('.danger') && !/^(password|hidden|submit|checkbox|radio|file)$/.test(field.type)
      && field.autocomplete !== 'one-time-code' && !/PRIVATE KEY/i.test(field.value));
  const restored = document.querySelector('[data-draft-restored]');
  if (document.getElementById('sign-in')) {
    // Whoever is asked to sign in had not sent what was typed, or it was not taken.
    drafts().forEach((key) => sessionStorage.setItem(key, sessionStorage.getItem(key).replace('"lost":false', '"lost":true')));
  } else if (restored) {
    const draft = JSON.parse(sessionStorage.getItem(draftKey) || 'null');
    if (draft && draft.lost) {
      draftFields().forEach((field) => {
        if (draft.values[field.id] !== undefined) {
          field.value = draft.values[field.id];
          restored.hidden = false;
        }
      });
    }
    drafts().forEach((key) => sessionStorage.removeItem(key));
    document.addEventListener('input', () => {
      const values = Object.fromEntries(draftFields().filter((field) => field.value).map((field) => [field.id, field.value]));
      sessionStorage.setItem(draftKey, JSON.stringify({lost: false, values}));
    });
  }

  // Before an idle session ends: a warning with a countdown, and a way to stay.
  const warning = document.querySelector('[data-idle-warning]');
  if (warning) {
    const text = warning.querySelector('p');
    const idle = Number(document.body.dataset.idle || 1800) * 1000;
    let end = Date.now() + idle;
    setInterval(() => {
      const left = Math.round((end - Date.now()) / 1000);
      warning.hidden = left > 120;
      text.textContent = warning.dataset.idleWarning.replace('{0}', String(Math.max(0, left)));
    }, 1000);
    warning.querySelector('[data-idle-stay]').addEventListener('click', async (event) => {
      const answer = await fetch(event.currentTarget.dataset.idleStay, {method: 'POST'});
      if (answer.status === 204) {
        end = Date.now() + idle;
      } else {
        location.reload();
      }
    });
  }

  // Pages that show something moving ask for their fresh parts until it has come to rest.
  each('[data-refresh]', (part) => {
    const again = async () => {
      const answer = await fetch(location.href, {headers: {Accept: 'text/html'}});
      if (!answer.ok || answer.redirected) {
        return;
      }
      const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html').getElementById(part.id);
      if (fresh) {
        part.replaceChildren(...fresh.childNodes);
        if (fresh.dataset.refresh) {
          setTimeout(again, Number(fresh.dataset.refresh));
        }
      }
    };
    if (part.dataset.refresh) {
      setTimeout(again, Number(part.dataset.refresh));
    }
  });
})();
