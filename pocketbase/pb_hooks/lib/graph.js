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

const send = (account, message, token) => {
  const base = ($os.getenv("FACEBOOK_GRAPH_URL") || defaultUrl).replace(/\/+$/, "");
  return $http.send({
    url: `${base}/${account}/feed`,
    method: "POST",
    // In the body, not in the address, which proxies and servers write to their logs.
    body: `message=${encodeURIComponent(message)}&access_token=${encodeURIComponent(token)}`,
    headers: { "content-type": "application/x-www-form-urlencoded" },
    timeout: timeoutSeconds,
  });
};

module.exports = {
  /** Posts and returns {postId, response}; without postId it failed and the response says why. */
  postToPage(account, message) {
    const token = account.getString("access_token");
    const page = account.getString("account_id");
    if (!/^\w+(?:\.\w+)*$/.test(page)) {
      return { response: { error: { message: "The account_id of the facebook account is not a page id or page name. Correct it under Social Accounts." } } };
    }

    let result;
    try {
      result = send(page, message, token);
    } catch (error) {
      return { response: describe({ message: `Facebook could not be reached: ${error}. Try again later.` }, token) };
    }

    const body = result.json ?? {};
    return result.statusCode < 300 && typeof body.id === "string" && body.id
      ? { postId: body.id, response: { id: body.id } }
      : { response: describe(body.error ?? { message: `Facebook answered ${result.statusCode} without a post id.` }, token) };
  },
};
