// What the desk does live: it hears of saves, and shows what is new where it stands. Without
// it every page is whole, as of when it was asked for.
'use strict';
{
  const { memo, lost, old } = document.body.dataset;
  const said = document.getElementById('said');
  const parse = (text) => new DOMParser().parseFromString(text, 'text/html');
  const say = (words) => {
    if (said.textContent !== words) said.textContent = words;
  };

  // A picture is exchanged inside its frame, so that it stays where it was scrolled to.
  // The frame runs no script; this page alone reaches into it.
  async function picture(frame) {
    const inside = frame.contentWindow;
    const response = await fetch(inside.location.href, { cache: 'no-cache' });
    frame.classList.toggle('old', !response.ok);
    if (!response.ok) return false;
    if (!(response.headers.get('content-type') ?? '').startsWith('text/html')) {
      inside.location.reload();
      return true;
    }
    // Read in the frame, whose policy lets a document have its own style.
    const page = new inside.DOMParser().parseFromString(await response.text(), 'text/html');
    const [left, top] = [inside.scrollX, inside.scrollY];
    const shown = frame.contentDocument;
    shown.replaceChild(shown.adoptNode(page.documentElement), shown.documentElement);
    inside.scrollTo({ left, top, behavior: 'instant' });
    return true;
  }

  async function pictures() {
    const frames = [...document.querySelectorAll('iframe')];
    const done = await Promise.all(frames.map((frame) => picture(frame).catch(() => false)));
    say(done.every(Boolean) ? '' : old);
    performance.mark('shown');
  }

  // The other parts of the page, by their ids; what has the focus keeps it.
  async function parts() {
    const response = await fetch(location.href);
    if (!response.ok) return;
    const page = parse(await response.text());
    for (const part of document.querySelectorAll('[data-live]')) {
      const anew = page.getElementById(part.id);
      if (!anew || anew.innerHTML === part.innerHTML) continue;
      const held = part.contains(document.activeElement) ? document.activeElement.id : '';
      part.replaceChildren(...anew.childNodes);
      if (held) document.getElementById(held)?.focus({ preventScroll: true });
    }
  }

  // One at a time; what is asked meanwhile is done once more after it.
  function inTurn(work) {
    let [runs, again] = [false, false];
    return async () => {
      again = true;
      if (runs) return;
      runs = true;
      while (again) {
        again = false;
        await work().catch(() => {});
      }
      runs = false;
    };
  }
  const [showPictures, showParts] = [inTurn(pictures), inTurn(parts)];

  const events = new EventSource('/desk/events');
  let isLost = false;
  events.addEventListener('open', () => {
    if (!isLost) return;
    isLost = false;
    say('');
    showPictures();
    showParts();
  });
  events.addEventListener('error', () => {
    isLost = true;
    say(lost);
  });
  events.addEventListener('saved', (event) => {
    const told = JSON.parse(event.data);
    if (memo && (told.all || told.memos.includes(memo))) showPictures();
  });
  events.addEventListener('looked', showParts);
  addEventListener('pagehide', () => events.close());
}
