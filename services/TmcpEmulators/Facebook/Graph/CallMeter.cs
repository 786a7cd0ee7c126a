using System.Security.Cryptography;
using System.Text;

namespace TmcpEmulators.Facebook.Graph;

/// <summary>Counts calls by token and posts by page, in windows that begin with the first of them. Thread-safe.</summary>
internal sealed class CallMeter(FacebookSettings settings, TimeProvider clock)
{
    // Tokens and pages that strangers make up must not fill the memory.
    private const int MaxWindows = 10_000;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (int Used, DateTimeOffset Ends)> _windows = new(StringComparer.Ordinal);

    /// <summary>Share of the calls that a token has used, in percent, with this one. Above 100: too many.</summary>
    public int Call(string token) =>
        Take($"token {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)))}") * 100 / settings.CallLimit;

    /// <summary>False when the page has had its posts for now.</summary>
    public bool MayPost(string page) => Take($"page {page}") <= settings.PostLimit;

    private int Take(string key)
    {
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            if (_windows.Count >= MaxWindows)
                Forget(now);
            if (!_windows.TryGetValue(key, out var window) || window.Ends <= now)
                window = (0, now + settings.RateWindow);
            window.Used++;
            _windows[key] = window;
            return window.Used;
        }
    }

    private void Forget(DateTimeOffset now)
    {
        foreach (var key in _windows.Where(window => window.Value.Ends <= now).Select(window => window.Key).ToList())
            _windows.Remove(key);
        if (_windows.Count >= MaxWindows)
            _windows.Clear();
    }
}
