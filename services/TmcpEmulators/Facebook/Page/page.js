const list = document.getElementById('posts');
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

function link(address, text) {
  const made = node('a', '', text);
  made.href = address;
  made.rel = 'noreferrer nofollow';
  made.target = '_blank';
  return made;
}

// Addresses and hashtags in a text look like links; only addresses of the web are.
function text(message) {
  return message.split(/(https?:\/\/[^\s<>"]+|#[\p{L}\p{N}_]+)/u).map((part, index) => {
    if (index % 2 === 0) return part;
    return part.startsWith('#') ? node('span', 'tag', part) : link(part, part);
  });
}

function picture(post) {
  const image = document.createElement('img');
  image.src = post.picture;
  image.alt = 'Picture of the post';
  return image;
}

function post(given) {
  const who = node('div', 'who', node('span', 'avatar', 'f'), node('div', '', node('strong', '', `Page ${given.page_id}`), node('div', 'when', time(given.created_time))));
  if (!given.is_published) who.append(node('span', 'badge', given.scheduled_publish_time ? `scheduled for ${new Date(given.scheduled_publish_time).toLocaleString()}` : 'not published'));
  if (given.updated_time) who.append(node('span', 'badge', 'edited'));
  const made = node('article', 'post', who, node('div', 'message', text(given.message)));
  if (given.link) made.append(node('div', 'link', link(given.link, given.link)));
  if (given.picture) made.append(picture(given));
  made.append(node('footer', '', given.id));
  made.dataset.id = given.id;
  return made;
}

function find(id) {
  return [...list.children].find(child => child.dataset.id === id);
}

function showEmpty() {
  empty.hidden = list.childElementCount > 0;
}

function apply(change) {
  if (change.kind === 'cleared') list.replaceChildren();
  if (change.kind === 'deleted') find(change.id)?.remove();
  if (change.kind === 'created') list.prepend(post(change.post));
  if (change.kind === 'edited') find(change.id)?.replaceWith(post(change.post));
  showEmpty();
}

async function load() {
  const answer = await fetch('api/posts');
  list.replaceChildren(...(await answer.json()).map(post).reverse());
  showEmpty();
}

// Changes that come while the list loads wait for it, so that none is lost and none is shown twice.
let loaded = Promise.resolve();
const events = new EventSource('api/posts/events');
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
document.getElementById('clear').addEventListener('click', () => fetch('api/posts', { method: 'DELETE' }));
