import { node, showLive, time } from './live.js';
import { link, markdown } from './markdown.js';

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

// Whoever reads the newest message goes on reading the newest one.
function keepAtEnd(change) {
  const atEnd = window.innerHeight + window.scrollY >= document.body.scrollHeight - 60;
  change();
  if (atEnd) window.scrollTo(0, document.body.scrollHeight);
}

const list = document.getElementById('messages');
showLive({ list, address: 'api/inbox', thing: 'message', toNode: message, add: made => list.append(made), update: keepAtEnd });
