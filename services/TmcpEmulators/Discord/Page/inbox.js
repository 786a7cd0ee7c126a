import { link, markdown } from './markdown.js';

const list = document.getElementById('messages');
const empty = document.getElementById('empty');
const state = document.getElementById('state');

function node(name, className, ...children) {
  const made = document.createElement(name);
  made.className = className;
  made.append(...children.flat());
  return made;
}

function time(value) {
  const made = node('time', '', new Date(value).toLocaleString());
  made.dateTime = value;
  return made;
}

function avatar(author) {
  if (!/^https:\/\//.test(author.avatar ?? '')) return node('div', 'avatar', [...author.username][0] ?? '?');
  const image = document.createElement('img');
  image.src = author.avatar;
  image.alt = '';
  return node('div', 'avatar', image);
}

// Up to three fields with "inline" share a row, two get half of it each.
function fields(all) {
  return all.map((field, index) => {
    let first = index;
    while (first > 0 && all[first - 1].inline) first--;
    let last = index;
    while (last + 1 < all.length && all[last + 1].inline) last++;
    const inRow = Math.min(3, last - first + 1 - Math.floor((index - first) / 3) * 3);
    const shape = field.inline ? (inRow === 2 ? ' inline half' : inRow === 1 ? '' : ' inline') : '';
    return node('div', `field${shape}`, node('h3', '', markdown(field.name)), node('div', '', markdown(field.value)));
  });
}

function embed(given) {
  const made = node('article', 'embed');
  if (given.color) made.style.borderLeftColor = `#${given.color.toString(16).padStart(6, '0')}`;
  if (given.author) made.append(node('div', 'author', given.author.url ? link(given.author.url, given.author.name) : given.author.name));
  if (given.title) made.append(node('div', 'title', given.url ? link(given.url, markdown(given.title)) : markdown(given.title)));
  if (given.description) made.append(node('div', 'description', markdown(given.description)));
  if (given.fields?.length) made.append(node('div', 'fields', fields(given.fields)));
  if (given.footer || given.timestamp) {
    const parts = [given.footer?.text, given.timestamp && new Date(given.timestamp).toLocaleString()].filter(Boolean);
    made.append(node('div', 'foot', parts.join(' • ')));
  }
  return made;
}

function message(given) {
  const who = node('div', 'who', node('span', 'name', given.author.username), node('span', 'tag', 'APP'), time(given.timestamp));
  const content = node('div', 'content', markdown(given.content));
  const made = node('section', 'message', avatar(given.author), who, content, given.embeds.map(embed));
  if (given.edited_timestamp) {
    const edited = node('span', 'edited', '(edited)');
    edited.title = new Date(given.edited_timestamp).toLocaleString();
    (given.content ? content : made).append(' ', edited);
  }
  made.dataset.id = given.id;
  return made;
}

function showEmpty() {
  empty.hidden = list.childElementCount > 0;
}

function find(id) {
  return [...list.children].find(child => child.dataset.id === id);
}

function apply(change) {
  const atEnd = window.innerHeight + window.scrollY >= document.body.scrollHeight - 60;
  if (change.kind === 'cleared') list.replaceChildren();
  if (change.kind === 'deleted') find(change.id)?.remove();
  if (change.kind === 'created') list.append(message(change.message));
  if (change.kind === 'edited') find(change.id)?.replaceWith(message(change.message));
  showEmpty();
  if (atEnd) window.scrollTo(0, document.body.scrollHeight);
}

async function load() {
  const answer = await fetch('api/inbox');
  list.replaceChildren(...(await answer.json()).map(message));
  showEmpty();
  window.scrollTo(0, document.body.scrollHeight);
}

// Changes that come while the list loads wait for it, so that none is lost and none is shown twice.
let loaded = Promise.resolve();
const events = new EventSource('api/inbox/events');
events.addEventListener('ready', () => {
  state.textContent = 'live';
  state.className = 'live';
  loaded = load();
});
events.addEventListener('change', async event => {
  await loaded;
  const change = JSON.parse(event.data);
  if (change.kind !== 'created' || !find(change.id)) apply(change);
});
events.addEventListener('error', () => {
  state.textContent = 'connection lost, trying again';
  state.className = 'lost';
});
document.getElementById('clear').addEventListener('click', () => fetch('api/inbox', { method: 'DELETE' }));
