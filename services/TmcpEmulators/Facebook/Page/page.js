import { node, showLive, time } from './live.js';

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

const list = document.getElementById('posts');
showLive({ list, address: 'api/posts', thing: 'post', toNode: post, add: made => list.prepend(made) });
