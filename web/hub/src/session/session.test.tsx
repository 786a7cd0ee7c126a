import { act, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { pocketbase } from "@/data/pocketbase";
import { currentSession, expiryOf, isDueForRenewal } from "@/session/session";
import { FakeServer } from "@/test/FakeServer";
import { renderHub } from "@/test/renderHub";
import { signInForTest, testUser, tokenUntil } from "@/test/session";

const signInPath = "/pb/api/collections/users/auth-with-password";
const refreshPath = "/pb/api/collections/users/auth-refresh";
const hour = 60 * 60 * 1000;

afterEach(() => vi.useRealTimers());

describe("session", () => {
  it("signs in and goes back to where the guest wanted to go", async () => {
    const server = new FakeServer();
    server.add("products_services", { name: "Till" });
    server.on("POST", signInPath, () => Response.json({ token: tokenUntil(Date.now() + 100 * hour), record: testUser }));
    const { user } = renderHub("/products?search=till", { server, signedIn: false });

    await user.type(await screen.findByLabelText(/Email/), "ann@example.com");
    await user.type(screen.getByLabelText(/Password/), "correct horse");
    await user.click(screen.getByRole("button", { name: "Sign in" }));

    expect(await screen.findByText("Till")).toBeInTheDocument();
    expect(screen.getByRole("searchbox")).toHaveValue("till");
    expect(server.seen("POST", signInPath)[0]?.body).toMatchObject({ identity: "ann@example.com", password: "correct horse" });
  });

  it("says what is wrong with a sign-in", async () => {
    const server = new FakeServer();
    server.refuse("POST", signInPath, 400, "Failed to authenticate.");
    const { user } = renderHub("/login", { server, signedIn: false });

    await user.click(await screen.findByRole("button", { name: "Sign in" }));
    expect(screen.getAllByText("This is required.")).toHaveLength(2);
    await user.type(screen.getByLabelText(/Email/), "ann@example.com");
    await user.type(screen.getByLabelText(/Password/), "wrong{Enter}");

    expect(await screen.findByText("The email or the password is wrong.")).toBeInTheDocument();
    expect(screen.getByLabelText(/Email/)).toHaveValue("ann@example.com");
  });

  it("sends a user to sign in when the token's time is over, and comes back", async () => {
    const server = new FakeServer();
    server.add("products_services", { name: "Till" });
    // No connection at the time of renewal: the token simply runs out.
    server.on("POST", refreshPath, () => Promise.reject(new TypeError("Failed to fetch")));
    vi.useFakeTimers({ shouldAdvanceTime: true });
    signInForTest(Date.now() + hour);
    renderHub("/products", { server, signedIn: false });
    await screen.findByText("Till");

    await act(() => vi.advanceTimersByTimeAsync(hour + 1000));

    expect(await screen.findByText(/Your session has ended/)).toBeInTheDocument();
    expect(pocketbase.authStore.token).toBe("");
  });

  it("renews the token at the start, and ends a session that the server does not know", async () => {
    const server = new FakeServer();
    renderHub("/products", { server });
    await waitFor(() => expect(server.seen("POST", refreshPath)).toHaveLength(1));

    server.refuse("POST", refreshPath, 401);
    act(() => {
      signInForTest(Date.now() + hour);
      document.dispatchEvent(new Event("visibilitychange"));
    });

    expect(await screen.findByRole("button", { name: "Sign in" })).toBeInTheDocument();
  });

  it("goes on without a connection", async () => {
    const server = new FakeServer();
    server.add("products_services", { name: "Till" });
    server.on("POST", refreshPath, () => Promise.reject(new TypeError("Failed to fetch")));
    renderHub("/products", { server });

    expect(await screen.findByText("Till")).toBeInTheDocument();
  });

  it("leaves nothing to come back to when the user signs out", async () => {
    const { user } = renderHub("/products");
    await user.click(await screen.findByRole("button", { name: "Account of Ann" }));
    await user.click(await screen.findByRole("menuitem", { name: "Sign out" }));

    expect(await screen.findByRole("button", { name: "Sign in" })).toBeInTheDocument();
    expect(screen.queryByText(/Your session has ended/)).not.toBeInTheDocument();
  });

  it("ends when a service answers 401", async () => {
    const server = new FakeServer();
    server.refuse("GET", "/pb/api/collections/products_services/records", 401);
    renderHub("/products", { server });

    expect(await screen.findByRole("button", { name: "Sign in" })).toBeInTheDocument();
  });
});

describe("token", () => {
  it("is good until its end", () => {
    pocketbase.authStore.save(tokenUntil(2_000_000_000_000), testUser);

    expect(expiryOf(pocketbase.authStore.token)).toBe(2_000_000_000_000);
    expect(currentSession(1_999_999_999_999)?.user).toEqual({ id: testUser.id, email: "ann@example.com", name: "Ann", role: "member" });
    expect(currentSession(2_000_000_000_000)).toBeNull();
  });

  it("is renewed on its last day", () => {
    const token = tokenUntil(2_000_000_000_000);

    expect(isDueForRenewal(token, 2_000_000_000_000 - 25 * hour)).toBe(false);
    expect(isDueForRenewal(token, 2_000_000_000_000 - 23 * hour)).toBe(true);
  });

  it.each(["", "a.b.c", "x", "a.e30.c"])("that cannot be read is none: %j", (token) => {
    pocketbase.authStore.save(token, testUser);

    expect(currentSession()).toBeNull();
  });

  it("of a superuser is none", () => {
    pocketbase.authStore.save(tokenUntil(Date.now() + hour), { ...testUser, collectionName: "_superusers" });

    expect(currentSession()).toBeNull();
  });
});
