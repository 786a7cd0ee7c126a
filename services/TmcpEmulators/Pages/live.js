const empty = document.getElementById('empty');
const state = document.getElementById('state');

export function node(name, className, ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children.flat());
  return made;
}

export function time(value) {
  const made = node('time', '', new Date(value).toLocaleString());
  made.dateTime = value;
  return made;
}

// Keeps a list as it is at an address. `thing` is what a change calls a thing, `toNode` shows one with its id,
// `add` puts a new one in its place, and `update` may do something before and after the list changes.
export function showLive({ list, address, thing, toNode, add, update = change => change() }) {
  const find = id => [...list.children].find(child => child.dataset.id === id);

  function change(how) {
    update(how);
    empty.hidden = list.childElementCount > 0;
  }

  async function load() {
    const all = await (await fetch(address)).json();
    change(() => {
      list.replaceChildren();
      for (const one of all) add(toNode(one));
    });
  }

  function apply(given) {
    if (given.kind === 'cleared') list.replaceChildren();
    if (given.kind === 'deleted') find(given.id)?.remove();
    if (given.kind === 'created' && !find(given.id)) add(toNode(given[thing]));
    if (given.kind === 'edited') find(given.id)?.replaceWith(toNode(given[thing]));
  }

  // Changes that come while the list loads wait for it, so that none is lost and none is shown twice.
  let loaded = Promise.resolve();
  const events = new EventSource(`${address}/events`);
  events.addEventListener('ready', () => {
    state.textContent = 'live';
    state.className = 'live';
    loaded = load();
  });
  events.addEventListener('change', async event => {
    await loaded;
    change(() => apply(JSON.parse(event.data)));
  });
  events.addEventListener('error', () => {
    state.textContent = 'connection lost, trying again';
    state.className = 'lost';
  });
  document.getElementById('clear').addEventListener('click', () => fetch(address, { method: 'DELETE' }));
}
