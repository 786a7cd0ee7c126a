// Facebook's Graph API, as far as a post on a page needs it:
// https://developers.facebook.com/docs/graph-api/reference/page/feed/#publish

const timeoutSeconds = 30;
const defaultUrl = "https://graph.facebook.com/v24.0";

/** What Graph says, cut down to known members and freed of the token, however it is written there. */
const describe = (error, token) => {
  const spellings = [token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)];
  const clean = (value) => spellings.reduce((all, secret) => all.replaceAll(secret, "***"), String(value)).slice(0, 1000);
  const known = ["message", "type", "code", "error_subcode", "fbtrace_id"].filter((name) => error[name] != null);
  return { error: Object.fromEntries(known.map((name) => [name, typeof error[name] === "number" ? error[name] : clean(error[name])])) };
};

const endpoint = (page, edge) => `${($os.getenv("FACEBOOK_GRAPH_URL") || defaultUrl).replace(/\/+$/, "")}/${page}/${edge}`;

// The token goes into the body: addresses are written to the logs of proxies and servers.
const sendText = (page, message, token) => $http.send({
  url: endpoint(page, "feed"),
  method: "POST",
  body: `message=${encodeURIComponent(message)}&access_token=${encodeURIComponent(token)}`,
  headers: { "content-type": "application/x-www-form-urlencoded" },
  timeout: timeoutSeconds,
});

const sendPhoto = (page, message, token, file) => {
  const form = new FormData();
  form.append("message", message);
  form.append("access_token", token);
  form.append("source", file);
  return $http.send({ url: endpoint(page, "photos"), method: "POST", body: form, timeout: timeoutSeconds });
};

module.exports = {
  /**
   * Posts a text, with a picture if there is a file, and returns {postId, response}; without postId it failed and the response says why.
   */
  postToPage(account, message, file) {
    const token = account.getString("access_token");
    const page = account.getString("account_id");
    if (!/^\w+(?:\.\w+)*$/.test(page)) {
      return { response: { error: { message: "The account_id of the facebook account is not a page id or page name. Correct it under Social Accounts." } } };
    }

    let result;
    try {
      result = file ? sendPhoto(page, message, token, file) : sendText(page, message, token);
    } catch (error) {
      return { response: describe({ message: `Facebook could not be reached: ${error}. Try again later.` }, token) };
    }

    // A photo has an id of its own, and that of the post which shows it.
    const body = result.json ?? {};
    const postId = body.post_id ?? body.id;
    return result.statusCode < 300 && typeof postId === "string" && postId
      ? { postId, response: { id: postId } }
      : { response: describe(body.error ?? { message: `Facebook answered ${result.statusCode} without a post id.` }, token) };
  },
};
