// Discord's markdown, as far as alerts use it. Text becomes text nodes only: nothing that a message holds is ever parsed as HTML.

const inline = [
  { pattern: /^``([\s\S]+?)``(?!`)|^`([^`]+)`/, node: match => element('code', match[1] ?? match[2]) },
  { pattern: /^\*\*\*([\s\S]+?)\*\*\*/, node: match => wrap('strong', wrap('em', spans(match[1]))) },
  { pattern: /^\*\*([\s\S]+?)\*\*(?!\*)/, node: match => wrap('strong', spans(match[1])) },
  { pattern: /^__([\s\S]+?)__(?!_)/, node: match => wrap('u', spans(match[1])) },
  { pattern: /^\*(?!\s)([\s\S]+?)\*(?!\*)/, node: match => wrap('em', spans(match[1])) },
  { pattern: /^_(?!\s)([\s\S]+?)_(?![\w_])/, node: match => wrap('em', spans(match[1])), atWord: true },
  { pattern: /^~~([\s\S]+?)~~/, node: match => wrap('s', spans(match[1])) },
  { pattern: /^\|\|([\s\S]+?)\|\|/, node: match => spoiler(match[1]) },
  { pattern: /^\[([^\]\n]+)\]\((https?:\/\/[^\s)]+)\)/, node: match => link(match[2], spans(match[1])) },
  { pattern: /^<(https?:\/\/[^\s>]+)>/, node: match => link(match[1], match[1]) },
  { pattern: /^https?:\/\/[^\s<>()]+[^\s<>().,:;!?'"\]]/, node: match => link(match[0], match[0]) },
  { pattern: /^<t:(-?\d{1,12})(?::[a-zA-Z])?>/, node: match => element('span', new Date(match[1] * 1000).toLocaleString()) },
];

/** Nodes for a whole text: code blocks, quotes, headings and lists, with the inline forms inside. */
export function markdown(text) {
  const nodes = [];
  for (const [index, part] of text.split(/```(?:[\w+-]*\n)?([\s\S]*?)```/).entries()) {
    if (index % 2 === 1) nodes.push(wrap('pre', element('code', part.replace(/\n$/, ''))));
    else nodes.push(...lines(part));
  }
  return nodes;
}

function lines(text) {
  const nodes = [];
  const all = text.split('\n');
  all.forEach((line, index) => {
    const quote = /^> ?(.*)$/.exec(line);
    const heading = /^#{1,3} (.+)$/.exec(line);
    const item = /^(\s*)[-*] (.+)$/.exec(line);
    if (quote) nodes.push(wrap('blockquote', spans(quote[1])));
    else if (heading) nodes.push(wrap('strong', spans(heading[1])));
    else if (item) nodes.push(document.createTextNode(`${item[1]}• `), ...spans(item[2]));
    else nodes.push(...spans(line));
    if (index < all.length - 1 && !quote) nodes.push(document.createTextNode('\n'));
  });
  return nodes;
}

function spans(text) {
  const nodes = [];
  let plain = '';
  let at = 0;
  while (at < text.length) {
    if (text[at] === '\\' && /[^\w\s]/.test(text[at + 1] ?? '')) {
      plain += text[at + 1];
      at += 2;
      continue;
    }
    const rest = text.slice(at, at + 4096);
    const found = /[`*_~|[<h]/.test(text[at]) && inline
      .filter(form => !form.atWord || !/\w/.test(text[at - 1] ?? ' '))
      .map(form => ({ form, match: form.pattern.exec(rest) }))
      .find(candidate => candidate.match);
    if (!found) {
      plain += text[at++];
      continue;
    }
    if (plain) nodes.push(document.createTextNode(plain));
    plain = '';
    nodes.push(found.form.node(found.match));
    at += found.match[0].length;
  }
  if (plain) nodes.push(document.createTextNode(plain));
  return nodes;
}

function element(name, text) {
  const node = document.createElement(name);
  node.textContent = text;
  return node;
}

function wrap(name, children) {
  const node = document.createElement(name);
  node.append(...[children].flat());
  return node;
}

function spoiler(text) {
  const node = wrap('span', spans(text));
  node.className = 'spoiler';
  return node;
}

/** A link that leaves the page; only http and https get this far. */
export function link(url, children) {
  const node = wrap('a', children);
  node.href = url;
  node.rel = 'noreferrer noopener';
  node.target = '_blank';
  return node;
}
