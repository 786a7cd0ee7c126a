using System.Diagnostics;
using System.Net;

namespace Tmcp.IntegrationTests;

/// <summary>Pages as a visitor without an account reads them at the gateway.</summary>
internal sealed class Pages(TmcpStack stack) : IDisposable
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(100);

    private readonly HttpClient _http = stack.CreateGatewayClient();

    public async Task<(HttpStatusCode Status, string Text)> ReadAsync(string path)
    {
        using var response = await _http.GetAsync(path);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    /// <summary>Reads a page again and again until it is as it should be, and says how long that took.</summary>
    public async Task<TimeSpan> UntilAsync(string path, Func<HttpStatusCode, string, bool> isSo, TimeSpan limit)
    {
        var clock = Stopwatch.StartNew();
        using var timer = new PeriodicTimer(Interval);
        for (var page = await ReadAsync(path); !isSo(page.Status, page.Text); page = await ReadAsync(path))
        {
            Assert.True(clock.Elapsed < limit, $"{path} answered {page.Status} after {clock.Elapsed} and was not what it should be:\n{page.Text}");
            await timer.WaitForNextTickAsync();
        }

        return clock.Elapsed;
    }

    public void Dispose() => _http.Dispose();
}
